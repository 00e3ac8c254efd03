"""Words that bound a number: "over", "at least", "nearly", "or so". Conventions are the project's."""

from __future__ import annotations

from typing import NamedTuple

from schemas.values import Comparator
from service.text.quantities.tokens import HYPHENS, Token, lower_at, matches

TENTH = 0.1  # "nearly v" is [.9v, v], "about v" is v ± 10 %


class Bounds(NamedTuple):
    """An interval while it is read; None is open."""

    low: float | None
    high: float | None


class Bound(NamedTuple):
    """Phrases with one meaning. `example` stands for each of them with 100 behind (or before) it."""

    comparator: Comparator
    phrases: tuple[str, ...]
    example: str
    low: float | None
    high: float | None
    tight: bool = False  # only a tenth away: "just over", "just under"


BEFORE = (
    Bound(
        Comparator.MORE_THAN,
        ("over", "more than", "above", "exceeding", "exceeds", "exceed", "exceeded", "in excess of", "upwards of",
         "upward of", "greater than", "higher than", "larger than", "bigger than", "longer than", "north of",
         "well over", "far over", "well above", "far more than", "many more than", "well in excess of", "surpassing",
         "surpassed", "topping", "topped", "way over", "way more than", ">"),
        "over 100 boats", 100, None,
    ),
    Bound(Comparator.MORE_THAN, ("just over", "just more than", "slightly more than", "slightly over", "a little over",
         "a little more than", "just above", "slightly above"), "just over 100 boats", 100, 110, tight=True),
    Bound(
        Comparator.AT_LEAST,
        ("at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of",
         "minimum of", "as few as", "as little as", "at the very least", "greater than or equal to", "> ="),
        "at least 100 boats", 100, None,
    ),
    Bound(
        Comparator.LESS_THAN,
        ("fewer than", "less than", "under", "below", "smaller than", "lower than", "well under", "well below",
         "far fewer than", "far less than", "south of", "<"),
        "fewer than 100 boats", 0, 100,
    ),
    Bound(
        Comparator.AT_MOST,
        ("up to", "as many as", "as much as", "at most", "no more than", "not more than", "a maximum of",
         "maximum of", "as high as", "as long as", "not exceeding", "no greater than", "no higher than",
         "no longer than", "not over", "less than or equal to", "< ="),
        "up to 100 boats", 0, 100,
    ),
    Bound(
        Comparator.NEARLY,
        ("nearly", "almost", "close to", "approaching", "just under", "just below", "just short of", "not quite",
         "slightly under", "slightly less than", "slightly fewer than", "just less than", "just fewer than",
         "a little under", "a little less than", "virtually"),
        "nearly 100 boats", 90, 100, tight=True,
    ),
    Bound(
        Comparator.ABOUT,
        ("about", "around", "some", "roughly", "approximately", "approx", "approx .", "circa", "ca .",
         "an estimated", "estimated", "in the region of", "in the order of", "on the order of", "of the order of",
         "somewhere around", "something like", "in the vicinity of", "or so", "~", "≈"),
        "about 100 boats", 90, 110, tight=True,
    ),
    Bound(Comparator.EXACTLY, ("exactly", "precisely", "just", "only", "a total of", "all of", "as of yet", "a mere",
         "a full", "an additional", "another", "a further", "a record"), "exactly 100 boats", 100, 100),
)  # fmt: skip

AFTER = (
    Bound(Comparator.AT_LEAST, ("or more", "and more", "or above", "and above", "or over", "and over", "and up",
         "or greater", "or higher", "and counting", "upwards", "- plus", "plus", "+"), "100 or more", 100, None),
    Bound(Comparator.AT_MOST, ("or less", "or fewer", "or under", "and under", "or below", "or lower", "at most",
         "maximum"), "100 or fewer", 0, 100),
    Bound(Comparator.ABOUT, ("or so", "or thereabouts", "give or take", "- odd", "odd", "- some", "more or less"),
         "100 or so", 90, 110, tight=True),
)  # fmt: skip


class BoundMatch(NamedTuple):
    """A row and the token index after its words."""

    row: Bound
    stop: int


def _table(rows: tuple[Bound, ...]) -> dict[tuple[str, ...], Bound]:
    return {tuple(phrase.split()): row for row in rows for phrase in row.phrases}


_BEFORE = _table(BEFORE)
_AFTER = _table(AFTER)
_LONGEST = max(map(len, _BEFORE))
BOUND_OPENERS = frozenset(phrase[0] for phrase in _BEFORE)
_AFTER_OPENERS = frozenset(phrase[0] for phrase in _AFTER)


def bound_before(tokens: list[Token], index: int) -> BoundMatch | None:
    """The longest comparator that starts at `index`."""
    if lower_at(tokens, index) not in BOUND_OPENERS:
        return None
    for length in range(_LONGEST, 0, -1):
        row = _BEFORE.get(tuple(t.lower for t in tokens[index : index + length]))
        if row:
            return BoundMatch(row, min(index + length, len(tokens)))
    return None


def bound_after(tokens: list[Token], index: int) -> BoundMatch | None:
    """The comparator that follows a number at `index`: "or more", "-plus"."""
    if lower_at(tokens, index) not in _AFTER_OPENERS:
        return None
    for phrase, row in _AFTER.items():
        if matches(tokens, index, phrase) and not _starts_clause(tokens, index, phrase):
            return BoundMatch(row, index + len(phrase))
    return None


def _starts_clause(tokens: list[Token], index: int, phrase: tuple[str, ...]) -> bool:
    """ "40 and more than 30" and "up to 5 or less than 2" go on with another number; "3 - some say" is no hyphen."""
    goes_on = lower_at(tokens, index + len(phrase)) == "than"
    loose_sign = phrase[0] in HYPHENS | {"+"} and not tokens[index].glued
    return goes_on or loose_sign


def bounded(row: Bound, bounds: Bounds) -> Bounds:
    """The interval that a comparator makes of the one it stands before.

    The conventions: over / more than / at least v = [v, ∞), nearly v = [.9v, v], about v = v ± 10 %,
    up to / fewer than v = [0, v]; "just over v" mirrors nearly: [v, 1.1v].
    """
    low, high = bounds
    if row.comparator in {Comparator.MORE_THAN, Comparator.AT_LEAST}:
        return Bounds(low, high + abs(high) * TENTH if row.tight and high is not None else None)
    if row.comparator in {Comparator.LESS_THAN, Comparator.AT_MOST}:
        return Bounds(0.0 if high is not None and high >= 0 else None, high)
    if row.comparator is Comparator.NEARLY:
        return Bounds(None if low is None else low - abs(low) * TENTH, high)
    if row.comparator is Comparator.ABOUT:
        return Bounds(None if low is None else _clean(low - abs(low) * TENTH),
                      None if high is None else _clean(high + abs(high) * TENTH))  # fmt: skip
    return bounds


def _clean(value: float) -> float:
    """A product of tenths without the last binary digits: 330 and not 330.00000000000006."""
    return float(f"{value:.12g}")
