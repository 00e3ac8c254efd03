"""The text rules on labelled files: every part's own print, failure by failure, then one closing table.

usage: python -m evals.bench_text FOLDER

FOLDER holds the labelled files (`phrases/` and the public sets); the reports that `phrases/quotes.jsonl` quotes from
are looked for in the folder `seeds` beside it. Exit status: 0, whatever the figures are; 2 if something is missing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from evals.bench.table import Row, table
from evals.text.alignment import near_copies, phrases_quotes
from evals.text.dates import phrases_dates, recognizers_datetime, temporal_meantime
from evals.text.names import names_nomenklatura, phrases_names
from evals.text.quantities import phrases_quantities, recognizers_numbers, recognizers_units
from service.errors import InputError, TwosourceError

REPORTS = "seeds"

DATES_RIGHT, DATES_WRONG, DATES_FALSE = 92, 0, 0
MEANTIME_EXACT = 0.88
QUANTITIES_EXACT = 53
NAMES_RECALLED, NAMES_FALSE = 29, 0

PEERS_ON_QUANTITIES = "others, bare values: recognizers-text 42, quantulum3 34, numerizer 33, text2num 30"
"""Measured once, before these rules were written: of the 54 phrases, how many values each library reads right. They
give bare values, where these rules must give the interval that the words allow."""


class Part(NamedTuple):
    """One benchmark: its heading, the files that it needs, below the folder, and the rows that it makes."""

    name: str
    files: tuple[str, ...]
    measure: Callable[[Path], Iterator[Row]]


def _dates(folder: Path) -> Iterator[Row]:
    for figures in phrases_dates(folder):
        yield Row(
            f"phrases/dates, by {figures.reader}",
            f"{figures.right} of {figures.phrases} right, {figures.wrong} wrong, "
            f"{figures.false_readings} of {figures.others} non-dates read",
            f">= {DATES_RIGHT} right, {DATES_WRONG} wrong, {DATES_FALSE} read",
            figures.right >= DATES_RIGHT and figures.wrong <= DATES_WRONG and figures.false_readings <= DATES_FALSE,
        )


def _meantime(folder: Path) -> Iterator[Row]:
    figures = temporal_meantime(folder)
    yield Row(
        "temporal_meantime, calendar-valued dates",
        f"{figures.exact} of {figures.cases} exact ({figures.share:.3f})",
        f">= {MEANTIME_EXACT:.3f} exact",
        figures.share >= MEANTIME_EXACT,
    )


def _assistant_dates(folder: Path) -> Iterator[Row]:
    figures = recognizers_datetime(folder)
    yield Row(
        "recognizers dates (an assistant's conventions)",
        f"{figures.exact} of {figures.cases} exact, {figures.answered} answered",
    )


def _quantities(folder: Path) -> Iterator[Row]:
    figures = phrases_quantities(folder)
    yield Row(
        "phrases/quantities",
        f"{figures.intervals} of {figures.cases} as intervals, {figures.counted} with what is counted",
        f">= {QUANTITIES_EXACT} as intervals",
        figures.intervals >= QUANTITIES_EXACT,
    )
    yield Row("", PEERS_ON_QUANTITIES)


def _numbers(folder: Path) -> Iterator[Row]:
    numbers, units = recognizers_numbers(folder), recognizers_units(folder)
    yield Row("recognizers numbers", f"{numbers.right} of {numbers.cases} sentences right ({numbers.share:.3f})")
    yield Row("recognizers units", f"{units.right} of {units.cases} sentences right ({units.share:.3f})")


def _names(folder: Path) -> Iterator[Row]:
    figures = phrases_names(folder)
    yield Row(
        "phrases/names",
        f"{figures.recalled} of {figures.same} recalled, {figures.false_matches} of {figures.different} taken falsely",
        f">= {NAMES_RECALLED} recalled, {NAMES_FALSE} taken falsely",
        figures.recalled >= NAMES_RECALLED and figures.false_matches <= NAMES_FALSE,
    )


def _name_pairs(folder: Path) -> Iterator[Row]:
    """Both sides on the pairs that have an answer of the peer's: nomenklatura's logic_v2, as its row has it."""
    for part, figures in names_nomenklatura(folder).items():
        ours, peer = figures.ours_beside_peer, figures.peer
        yield Row(
            f"names_nomenklatura, {part}",
            f"F1 {ours.f1:.3f}, {ours.false} false; logic_v2: F1 {peer.f1:.3f}, {peer.false} false",
        )


def _quotes(folder: Path) -> Iterator[Row]:
    figures = phrases_quotes(folder, reports_of(folder))
    yield Row(
        "phrases/quotes",
        f"{figures.located} of {figures.damaged} located, {figures.refused} of {figures.fabricated} fabricated refused",
        "all located, all fabricated refused",
        figures.located == figures.damaged and figures.refused == figures.fabricated,
    )


def _copies(folder: Path) -> Iterator[Row]:
    figures = near_copies(folder)
    yield Row(
        "neardup_minhash2500",
        f"{figures.found} found of {figures.true}, precision {figures.precision:.2f}, recall {figures.recall:.2f}",
    )


DATETIME_FILES = ("recognizers_datetime_en.jsonl", "recognizers_dateparse_en.jsonl")
NUMBER_FILES = ("recognizers_number_en.jsonl", "recognizers_unit_en.jsonl")

PARTS = (
    Part("dates: phrases", ("phrases/dates.jsonl",), _dates),
    Part("dates: news", ("temporal_meantime.jsonl",), _meantime),
    Part("dates: an assistant's cases", DATETIME_FILES, _assistant_dates),
    Part("quantities: phrases", ("phrases/quantities.jsonl",), _quantities),
    Part("quantities: an assistant's cases", NUMBER_FILES, _numbers),
    Part("names: phrases", ("phrases/names.jsonl",), _names),
    Part("names: pairs", ("names_nomenklatura.jsonl",), _name_pairs),
    Part("alignment: quotations", ("phrases/quotes.jsonl",), _quotes),
    Part("alignment: copies", ("neardup_minhash2500.jsonl",), _copies),
)


def reports_of(folder: Path) -> Path:
    """The folder of reports that the quotations were taken from, beside the labelled files."""
    return folder.resolve().parent / REPORTS


def check_folder(folder: Path) -> None:
    """Everything that the parts need, asked for before the first of them runs.

    Raises:
        InputError: the folder, a file in it, or the folder of reports is missing.
    """
    if not folder.is_dir():
        raise InputError(str(folder), "is no folder", "give the folder that holds the labelled files")
    for part in PARTS:
        for name in part.files:
            if not (folder / name).is_file():
                problem = f"is missing, which “{part.name}” needs"
                raise InputError(str(folder / name), problem, "give the folder that holds all labelled files")
    reports = reports_of(folder)
    if not reports.is_dir():
        raise InputError(str(reports), "is no folder", "put the reports that the quotations are from beside the data")


def closing_table(rows: list[Row]) -> str:
    """What, reached, aim, one row a figure; an aim that is missed says so."""
    cells = [(row.what, row.measured, row.aim + (" — missed" if row.reached is False else "")) for row in rows]
    return table(("what", "reached", "aim"), cells)


def bench(folder: Path) -> list[Row]:
    """Run every part in turn, each below its heading.

    Raises:
        InputError: a file is missing.
    """
    check_folder(folder)
    rows: list[Row] = []
    for part in PARTS:
        print(f"\n== {part.name}")
        try:
            rows += part.measure(folder)
        except FileNotFoundError as error:  # a single report that the quotations name
            raise InputError(str(error.filename or error), "is missing", "complete the folder") from None
    return rows


def main(arguments: list[str]) -> int:
    """Print the parts and the closing table; 2 when the folder is not given or lacks something."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        rows = bench(Path(arguments[0]))
    except TwosourceError as error:
        print(f"bench-text: {error}", file=sys.stderr)
        return 2
    print(f"\n{closing_table(rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
