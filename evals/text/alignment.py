"""How well quotations are located and copies recognised, on labelled files that are not part of the project."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any, NamedTuple

from service.text.alignment import align, prepare
from service.text.passages import PassageIndex
from service.text.sentences import Span

# Share of the passage and its true place that the two must have in common (intersection over union).
ENOUGH_OVERLAP = 0.9
# A copy that was edited throughout still keeps half of its five-word runs.
COPY_CONTAINMENT = 0.5


class QuotationScores(NamedTuple):
    located: int
    damaged: int
    refused: int
    fabricated: int
    mean_milliseconds: float


class CopyScores(NamedTuple):
    precision: float
    recall: float
    found: int
    true: int


def phrases_quotes(data_folder: Path, reports_folder: Path) -> QuotationScores:
    """Damaged quotations located and fabricated ones refused, of `phrases/quotes.jsonl` against the reports it names.

    Raises FileNotFoundError where a folder lacks the files. Failures are printed.
    """
    located = damaged = refused = fabricated = 0
    seconds = 0.0
    rows = _rows(data_folder / "phrases" / "quotes.jsonl")
    texts = {name: prepare(_text(reports_folder / name)) for name in sorted({row["file"] for row in rows})}
    for row in rows:
        started = time.perf_counter()
        found = align(row["quote"], texts[row["file"]])
        seconds += time.perf_counter() - started
        if row["start"] is None:
            fabricated += 1
            refused += found is None
            is_right = found is None
        else:
            damaged += 1
            truth = Span(row["start"], row["end"])
            is_right = found is not None and overlap(Span(found.start, found.end), truth) >= ENOUGH_OVERLAP
            located += is_right
        if not is_right:
            print(f"{row['damage']}: {row['quote']!r} -> {found}")
    return QuotationScores(located, damaged, refused, fabricated, 1000 * seconds / len(rows))


def near_copies(data_folder: Path) -> CopyScores:
    """Pairs of near copies among the texts of `neardup_minhash2500.jsonl`, against its labels.

    Raises FileNotFoundError where the folder lacks the file. Failures are printed.
    """
    rows = _rows(data_folder / "neardup_minhash2500.jsonl")
    true = {tuple(sorted((row["id"], row["duplicate_of"]))) for row in rows if row["duplicate_of"]}
    index = PassageIndex()
    for row in rows:
        index.add(row["id"], row["text"])
    pairs = {tuple(sorted(passage.article_ids)) for passage in index.shared()}
    found = {
        pair for pair in pairs if max(index.containment(*pair), index.containment(*pair[::-1])) >= COPY_CONTAINMENT
    }
    for pair in sorted(found ^ true):
        print(f"{'missed' if pair in true else 'no copy'}: {pair}")
    right = len(found & true)
    return CopyScores(right / max(len(found), 1), right / max(len(true), 1), len(found), len(true))


def overlap(one: Span, other: Span) -> float:
    """Intersection over union of two spans, 0 to 1."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


def _rows(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        raise FileNotFoundError(f"{path} is absent: give the folder that holds the labelled files")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _text(path: Path) -> str:
    # Offsets count code points as they stand in the file, line ends included.
    return path.read_bytes().decode("utf-8")
