"""Quantities against phrases of news and the public cases of Microsoft Recognizers-Text (MIT).

usage: python -m evals.text.quantities FOLDER

FOLDER holds `phrases/quantities.jsonl`, `recognizers_number_en.jsonl` and `recognizers_unit_en.jsonl`.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from schemas.values import Quantity
from service.errors import InputError, TwosourceError
from service.text.quantities import find_numbers, find_quantities, read_quantity
from service.text.quantities.units import UNITS

Reader = Callable[[str], list[tuple[float, ...]]]

# What each model of the cases is asked for; a case of money says nothing of the lengths in its sentence.
_FAMILIES = {
    "CurrencyModel": frozenset({"money"}),
    "DimensionModel": frozenset({"length", "area", "mass", "volume", "speed", "angle", "power", "energy", "storage"}),
    "TemperatureModel": frozenset({"temperature", "angle"}),
    "AgeModel": frozenset({"time", "calendar"}),
}

TOLERANCE = 1e-6  # relative; the cases are printed with about 15 digits, thirds with fewer


class PhraseFigures(NamedTuple):
    """Of `cases` phrases: intervals exact, and what is counted right too (unit or noun)."""

    cases: int
    intervals: int
    counted: int


class RecognizerFigures(NamedTuple):
    """Of `cases` sentences: all values right and nothing else found (`right`), by model."""

    cases: int
    right: int
    by_model: dict[str, tuple[int, int]]

    @property
    def share(self) -> float:
        """The share of sentences that are right, from 0 to 1."""
        return self.right / self.cases if self.cases else math.nan


def phrases_quantities(folder: Path) -> PhraseFigures:
    """Intervals of `phrases/quantities.jsonl`; a null interval asks that no quantity be found.

    Raises InputError when the file is absent.
    """
    cases = intervals = counted = 0
    for case in _rows(folder / "phrases" / "quantities.jsonl"):
        cases += 1
        mentions = find_quantities(case["text"])
        quantity = read_quantity(case["text"])
        exact = not mentions if case["low"] is None else quantity is not None and _same_interval(quantity, case)
        right = exact and (quantity is None or case["counted"] == (quantity.unit or quantity.counted))
        intervals, counted = intervals + exact, counted + right
        if not right:
            read = [f"{m.value.surface}: [{m.value.low}, {m.value.high}] {m.value.counted}" for m in mentions]
            print(f"  {case['text']!r}: wanted [{case['low']}, {case['high']}] {case['counted']}; read {read}")
    print(f"phrases/quantities: {intervals} of {cases} intervals, {counted} with what is counted")
    return PhraseFigures(cases, intervals, counted)


def recognizers_numbers(folder: Path) -> RecognizerFigures:
    """Bare values, ranges, percentages and ordinals of `recognizers_number_en.jsonl`.

    Values are compared as lists in order; ranges as sets of ends. Relative ordinals ("last") are out of reach of a
    grammar of numbers and count as wrong. Raises InputError when the file is absent.
    """
    readers = {"NumberModel": _plain, "NumberRangeModel": _ranges, "OrdinalModel": _ordinals, "PercentModel": _percents}
    return _score(folder / "recognizers_number_en.jsonl", readers)


def recognizers_units(folder: Path) -> RecognizerFigures:
    """Values of amounts with units of `recognizers_unit_en.jsonl`: money, measures, temperatures, ages.

    A case is right when the values of all amounts of its model's families are the wanted ones, in order; bare unit
    words of the cases ("dollar") have no value and are left out. Raises InputError when the file is absent.
    """
    readers = {model: partial(_with_unit, families=families) for model, families in _FAMILIES.items()}
    return _score(folder / "recognizers_unit_en.jsonl", readers)


def _score(path: Path, readers: Mapping[str, Reader]) -> RecognizerFigures:
    by_model: dict[str, tuple[int, int]] = {}
    for case in _rows(path):
        model = case["model"].rsplit("/", 1)[-1]
        wanted = [_wanted(result["resolution"]) for result in case["results"] if _valued(result)]
        read = readers[model](case["input"])
        right = len(read) == len(wanted) and all(map(_near, map(_unsigned, read), map(_unsigned, wanted)))
        cases, rights = by_model.get(model, (0, 0))
        by_model[model] = (cases + 1, rights + right)
        if not right:
            print(f"  {case['id']} {case['input'][:110]!r}: wanted {wanted}, read {read}")
    total = RecognizerFigures(sum(c for c, _ in by_model.values()), sum(r for _, r in by_model.values()), by_model)
    print(f"{path.stem}: {total.right} of {total.cases} ({total.share:.3f})")
    for model, (cases, rights) in by_model.items():
        print(f"  {model}: {rights} of {cases}")
    return total


def _valued(result: dict[str, Any]) -> bool:
    return result.get("resolution", {}).get("value") not in {None, "null"}


def _wanted(resolution: dict[str, Any]) -> tuple[float, ...]:
    """The value of a case, or both ends of a range such as "[20,100)" with infinities where it is open."""
    value: str = resolution["value"].replace("%", "")
    if value[0] not in "[(":
        try:
            return (float(value),)
        except ValueError:
            return (math.nan,)  # "end+0": equal to nothing
    low, _, high = value[1:-1].partition(",")
    return (float(low) if low else -math.inf, float(high) if high else math.inf)


def _near(read: tuple[float, ...], wanted: tuple[float, ...]) -> bool:
    pairs = zip(read, wanted, strict=False)
    return len(read) == len(wanted) and all(math.isclose(one, other, rel_tol=TOLERANCE) for one, other in pairs)


def _plain(text: str) -> list[tuple[float, ...]]:
    return [(m.value,) for m in find_numbers(text) if not m.ordinal]


def _unsigned(value: tuple[float, ...]) -> tuple[float, ...]:
    """`find_numbers` leaves signs out, so single values are compared without them."""
    return tuple(map(abs, value)) if len(value) == 1 else value


def _ordinals(text: str) -> list[tuple[float, ...]]:
    return [(m.value,) for m in find_numbers(text) if m.ordinal]


def _percents(text: str) -> list[tuple[float, ...]]:
    return [(m.value.low,) for m in find_quantities(text) if m.value.unit == "%" and m.value.low is not None]


def _ranges(text: str) -> list[tuple[float, ...]]:
    """Intervals that are no single value. Ours start at 0 where theirs are open below."""
    values = [m.value for m in find_quantities(text) if m.value.comparator not in {"exactly", "about", "vague"}]
    return [(-math.inf if not v.low else v.low, math.inf if v.high is None else v.high) for v in values]


def _with_unit(text: str, families: frozenset[str]) -> list[tuple[float, ...]]:
    """The told value of each amount with a unit of the families: hedges aside, the end that the text gives."""
    values = [m.value for m in find_quantities(text)]
    return [(_told(value),) for value in values if value.unit and _family(value.unit) in families]


def _family(unit: str) -> str:
    base = unit.partition(" per ")[0]
    if base not in UNITS:
        return "count" if base.startswith("per ") else "money"
    joined = {"ton": "mass", "gallon": "volume"}
    return joined.get(UNITS[base].family, UNITS[base].family)


def _told(value: Quantity) -> float:
    if value.comparator == "about" and value.low is not None and value.high is not None:
        return (value.low + value.high) / 2
    if value.comparator in {"nearly", "at most", "less than"} and value.high is not None:
        return value.high
    return value.low if value.low is not None else math.nan


def _same_interval(quantity: Quantity, case: dict[str, Any]) -> bool:
    high = None if case["high"] == "inf" else case["high"]
    if quantity.low is None or (quantity.high is None) != (high is None):
        return False
    same_low = math.isclose(quantity.low, case["low"], rel_tol=TOLERANCE)
    return same_low and (high is None or math.isclose(quantity.high or 0.0, high, rel_tol=TOLERANCE))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise InputError(str(path), "is absent", "name the folder that holds the public data sets")
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def main(arguments: list[str]) -> int:
    """Prints the figures of all three files; 2 when the folder is not given or lacks one."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    try:
        phrases_quantities(folder)
        recognizers_numbers(folder)
        recognizers_units(folder)
    except TwosourceError as error:
        print(error)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
