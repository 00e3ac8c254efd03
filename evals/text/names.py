"""How well names are told apart: hand-written phrases, and labelled pairs of the nomenklatura project.

    python -m evals.text.names FOLDER

FOLDER holds `phrases/names.jsonl` and `names_nomenklatura.jsonl`; a missing file is an error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from service.text.names import NameMatch, same_organisation, same_person


class Figures(NamedTuple):
    """Counts of one side against the labels; only `same is True` counts as a match."""

    matched: int = 0
    false: int = 0
    missed: int = 0

    def counted(self, *, predicted: bool, label: bool) -> Figures:
        return Figures(
            self.matched + (predicted and label),
            self.false + (predicted and not label),
            self.missed + (label and not predicted),
        )

    @property
    def precision(self) -> float:
        return self.matched / max(1, self.matched + self.false)

    @property
    def recall(self) -> float:
        return self.matched / max(1, self.matched + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.matched / max(1, 2 * self.matched + self.false + self.missed)

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f}, recall {self.recall:.3f}, F1 {self.f1:.3f} "
            f"({self.matched} matched, {self.false} false, {self.missed} missed)"
        )


class PhraseFigures(NamedTuple):
    same: int
    recalled: int
    different: int
    false_matches: int
    undecided: int


class PairFigures(NamedTuple):
    """Ours on all rows; ours and the peer's (nomenklatura's logic_v2) on the rows with an answer of the peer's."""

    ours: Figures
    ours_beside_peer: Figures
    peer: Figures


def phrases_names(folder: Path) -> PhraseFigures:
    """Recall without a false match on `folder/phrases/names.jsonl`; prints every failure."""
    same = recalled = different = false_matches = undecided = 0
    for line in _lines(folder / "phrases" / "names.jsonl"):
        row = json.loads(line)
        match = same_person(row["a"], row["b"])
        same += row["same"]
        different += not row["same"]
        recalled += row["same"] and match.same is True
        false_matches += not row["same"] and match.same is True
        undecided += match.same is None
        if (match.same is True) != row["same"]:
            print(f"{'missed' if row['same'] else 'FALSE'}: {row['a']} | {row['b']} | {match.reason}")
    return PhraseFigures(same, recalled, different, false_matches, undecided)


def names_nomenklatura(folder: Path) -> dict[str, PairFigures]:
    """Figures by part (persons, others, all, and all that people wrote) on `folder/names_nomenklatura.jsonl`."""
    parts = dict.fromkeys(
        ("persons", "others", "all", "all, made by people"), PairFigures(Figures(), Figures(), Figures())
    )
    for line in _lines(folder / "names_nomenklatura.jsonl"):
        row = json.loads(line)
        person = row["schema"] == "Person"
        compare: Callable[[str, str], NameMatch] = same_person if person else same_organisation
        match = compare(row["name1"], row["name2"])
        label, predicted = row["is_match"], match.same is True
        peer: bool | None = row.get("peer_logicv2_pred")
        if predicted != label:
            print(f"{'FALSE' if predicted else 'missed'}: {row['name1']} | {row['name2']} | {match.reason}")
        for part in ("persons" if person else "others", "all", *(() if row["llm_made"] else ("all, made by people",))):
            ours, beside, theirs = parts[part]
            ours = ours.counted(predicted=predicted, label=label)
            if peer is not None:
                beside = beside.counted(predicted=predicted, label=label)
                theirs = theirs.counted(predicted=peer, label=label)
            parts[part] = PairFigures(ours, beside, theirs)
    return parts


def _lines(path: Path) -> list[str]:
    if not path.exists():
        raise FileNotFoundError(f"{path} is absent: give the folder that holds the labelled files")
    return path.read_text(encoding="utf-8").splitlines()


def main(folder: Path) -> None:
    phrases = phrases_names(folder)
    parts = names_nomenklatura(folder)
    print(f"\nphrases: {phrases.recalled} of {phrases.same} recalled,", end=" ")
    print(f"{phrases.false_matches} of {phrases.different} falsely matched")
    for part, figures in parts.items():
        print(f"{part}: {figures.ours}")
        print(f"  beside the peer, ours: {figures.ours_beside_peer}")
        print(f"  beside the peer, peer: {figures.peer}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
