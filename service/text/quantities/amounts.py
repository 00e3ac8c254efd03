"""A number with its unit, and pairs of them: ranges, ratios, feet with inches."""

from __future__ import annotations

from typing import NamedTuple

from service.text.quantities.comparators import Bounds
from service.text.quantities.currencies import CURRENCY_UNITS
from service.text.quantities.number_words import NUMBER_OPENERS
from service.text.quantities.numerals import Numeral, Shape, read_numeral
from service.text.quantities.tokens import HYPHENS, Kind, Token, lower_at, matches, past_hyphen
from service.text.quantities.units import MONEY_OPENERS, UNITS, UnitMatch, money_before, unit_after


class Amount(NamedTuple):
    """An interval with its unit; spans the tokens from `first` up to `stop`. `numeral` is the (last) number in it."""

    first: int
    stop: int
    bounds: Bounds
    unit: str | None
    numeral: Numeral
    is_range: bool = False
    is_result: bool = False  # "6-3", "52 to 48": two counts of a vote or a game, no quantity


# Words before the figure that say what it measures.
_LEADING_UNITS = {"magnitude": "magnitude", "aged": "year", "age": "year", "ages": "year"}

# The words that an amount can start with; figures and signs do so too.
AMOUNT_OPENERS = (
    NUMBER_OPENERS | _LEADING_UNITS.keys() | {"minus", "negative"} | {opener.lower() for opener in MONEY_OPENERS}
)

# Before "$2 to $45" these show a change and where it led, and no range.
_CHANGES = frozenset(
    {"by", "up", "down", "rose", "fell", "gained", "lost", "climbed", "jumped", "dropped", "slipped", "soared",
     "surged", "slid", "added", "shed", "grew", "declined", "increased", "decreased", "sank", "tumbled", "plunged"}
)  # fmt: skip

# Names of money that are everyday words too: money only behind a million or more.
_DOUBTFUL_MONEY = frozenset({"won", "rand", "dong", "real"})

_WEIGHED_IN_POUNDS = frozenset({"weigh", "weighs", "weighed", "weighing", "weight", "lost", "lose", "gained", "gain"})
_PAID_IN_POUNDS = frozenset(
    {"fined", "fine", "paid", "pay", "cost", "costs", "costing", "worth", "price", "priced", "owed"}
)


def read_amount(tokens: list[Token], index: int) -> Amount | None:
    """The amount that starts at `index`: "$2 to $3 billion", "one in five", "6 feet 2 inches", "30-40"."""
    first = _one_amount(tokens, index)
    if first is None:
        return None
    return _ratio(tokens, first) or _compound(tokens, first) or _range(tokens, first) or first


def read_between(tokens: list[Token], index: int) -> Amount | None:
    """The range after "between": "30 and 40", "$2 and $3 billion"."""
    for joined in (True, False):
        first = _one_amount(tokens, index, joined=joined)
        if first and lower_at(tokens, first.stop) in {"and", "to"} | HYPHENS:
            second = _one_amount(tokens, first.stop + 1)
            if second:
                return _joined(first, second)
    return None


def _one_amount(tokens: list[Token], index: int, *, joined: bool = True) -> Amount | None:
    money = money_before(tokens, index)
    leading = _LEADING_UNITS.get(lower_at(tokens, index)) if money is None else None
    at = money.stop if money else _past_leading(tokens, index) if leading else index
    negative = _is_minus(tokens, at)
    at += negative
    numeral = read_numeral(tokens, at, joined=joined)
    if numeral is None or numeral.shape is Shape.ORDINAL:
        return None
    if _is_age(tokens, numeral):
        return _amount(index, numeral, UnitMatch("year", numeral.stop), negative=False)
    unit = _unit(tokens, numeral)
    if leading and (unit is None or leading == "magnitude"):
        return _amount(index, numeral, UnitMatch(leading, numeral.stop), negative=negative)
    if money:
        repeated = unit is not None and unit.unit in CURRENCY_UNITS
        unit = UnitMatch(money.unit, unit.stop if unit and repeated else numeral.stop)
    return _amount(index, numeral, unit, negative=negative)


def _past_leading(tokens: list[Token], index: int) -> int:
    """The index of the figure after "age", "age of" or "magnitude-"."""
    return index + 2 if lower_at(tokens, index + 1) == "of" else past_hyphen(tokens, index + 1)


def _is_age(tokens: list[Token], numeral: Numeral) -> bool:
    """The 51 of "Ann Marsh, 51, said": a figure between commas after a name."""
    before, after = lower_at(tokens, numeral.first - 1), lower_at(tokens, numeral.stop)
    named = numeral.first > 1 and tokens[numeral.first - 2].text[0].isupper()
    plain = numeral.digits and numeral.stop == numeral.first + 1 and numeral.low.is_integer()
    listed = numeral.stop + 1 < len(tokens) and tokens[numeral.stop + 1].kind is Kind.NUMBER
    return before == after == "," and named and plain and not listed and 1 <= numeral.low <= 120


def _amount(first: int, numeral: Numeral, unit: UnitMatch | None, *, negative: bool) -> Amount:
    bounds = Bounds(-numeral.high, -numeral.low) if negative else Bounds(numeral.low, numeral.high)
    return Amount(first, unit.stop if unit else numeral.stop, bounds, unit.unit if unit else None, numeral)


def _is_minus(tokens: list[Token], index: int) -> bool:
    word = lower_at(tokens, index)
    if word in {"minus", "negative"}:
        return True
    if word not in {"-", "−"} or index + 1 >= len(tokens):
        return False
    open_left = index == 0 or not tokens[index].glued or tokens[index - 1].kind is Kind.MARK
    return open_left and tokens[index + 1].glued and tokens[index + 1].kind is Kind.NUMBER


def _unit(tokens: list[Token], numeral: Numeral) -> UnitMatch | None:
    at = numeral.stop
    if numeral.shape is Shape.VAGUE and lower_at(tokens, at) == "of":
        at += 1  # "billions of dollars", "dozens of miles"
    if lower_at(tokens, past_hyphen(tokens, at)) in {"pound", "pounds"}:
        return _pounds(tokens, past_hyphen(tokens, at), numeral)
    if numeral.shape is Shape.FRACTION and lower_at(tokens, at) in {"a", "an", "of"}:
        unit = unit_after(tokens, at + 1)  # "half an hour"; "a third of" a unit says nothing
        return unit if unit and lower_at(tokens, at) != "of" else None
    unit = unit_after(tokens, at)
    if unit is None or (lower_at(tokens, at) in _DOUBTFUL_MONEY and numeral.scale < 1e6):
        return None
    # "two $1m contracts": the sign belongs to the figure after it.
    sign_leads = tokens[unit.stop - 1].kind is Kind.MARK and unit.unit in CURRENCY_UNITS
    next_is_figure = unit.stop < len(tokens) and tokens[unit.stop].kind is Kind.NUMBER and tokens[unit.stop].glued
    return None if sign_leads and next_is_figure else unit


def _pounds(tokens: list[Token], at: int, numeral: Numeral) -> UnitMatch:
    """Pounds are money or a weight. Where neither is shown the unit is "pound", which converts into nothing."""
    before = {lower_at(tokens, numeral.first - back) for back in range(1, 5)}
    if numeral.scale >= 1e6 or lower_at(tokens, at + 1) == "sterling" or before & _PAID_IN_POUNDS:
        return UnitMatch("£", at + 2 if lower_at(tokens, at + 1) == "sterling" else at + 1)
    weighed = lower_at(tokens, at + 1) in {"of", "heavier", "lighter"} or before & _WEIGHED_IN_POUNDS
    return UnitMatch("lb" if weighed else "pound", at + 1)


def _ratio(tokens: list[Token], first: Amount) -> Amount | None:
    """ "one in five", "nine out of ten", "1 in every 100"."""
    numeral = first.numeral
    at, out_of = first.stop, matches(tokens, first.stop, ("out", "of"))
    if first.unit or numeral.shape is not Shape.CARDINAL or not (out_of or lower_at(tokens, at) == "in"):
        return None
    at += 2 if out_of else 1
    every = lower_at(tokens, at) == "every"
    whole = read_numeral(tokens, at + every)
    if whole is None or whole.shape is not Shape.CARDINAL or not 0 < numeral.low < whole.low:
        return None
    # "killed four in two days" and "12 in 2019" are no ratios.
    of_time = unit_after(tokens, whole.stop) is not None or (whole.digits and whole.low >= 1000 and numeral.low != 1)
    usual = out_of or every or numeral.low == 1 or whole.low in {3, 4, 5, 10, 20, 100}
    if of_time or not usual:
        return None
    value = numeral.low / whole.low
    ratio = whole._replace(first=numeral.first, low=value, high=value, shape=Shape.FRACTION)
    return Amount(first.first, whole.stop, Bounds(value, value), None, ratio)


def _compound(tokens: list[Token], first: Amount) -> Amount | None:
    """ "6 feet 2 inches", "two hours and 15 minutes": a smaller unit of one family adds to the first."""
    if first.unit not in UNITS or first.bounds.low is None:
        return None
    at = first.stop + 1 if lower_at(tokens, first.stop) == "and" else first.stop
    second = _one_amount(tokens, at)
    if second is None or second.unit not in UNITS or second.bounds.low is None:
        return None
    larger, smaller = UNITS[first.unit], UNITS[second.unit]
    part = second.bounds.low * smaller.factor / larger.factor
    compounds = {"length", "mass", "time", "calendar"}
    if (
        larger.family != smaller.family
        or larger.family not in compounds
        or not 0 <= part < 1
        or larger.unit == smaller.unit
    ):
        return None
    total = first.bounds.low + part
    numeral = second.numeral._replace(first=first.numeral.first)
    return Amount(first.first, second.stop, Bounds(total, total), first.unit, numeral)


def _range(tokens: list[Token], first: Amount) -> Amount | None:
    link = lower_at(tokens, first.stop)
    if link not in HYPHENS | {"to", "or", "~"}:
        return None
    if link in HYPHENS and link != "-" and not tokens[first.stop].glued:
        return None  # a dash between clauses
    second = _one_amount(tokens, first.stop + 1)
    if second is None or Shape.FRACTION in {first.numeral.shape, second.numeral.shape}:
        return None
    if link == "or" and not _neighbours(first, second):
        return None
    joined = _joined(first, second)
    if joined is None:
        bare = first.unit is None and second.unit is None and first.numeral.scale == second.numeral.scale == 1
        pair = (
            bare and link in HYPHENS and ((first.bounds.low or 0) >= (second.bounds.low or 0) or not first.bounds.low)
        )
        return first._replace(stop=second.stop, is_result=True) if pair else None
    return None if link == "to" and _is_change(tokens, first, second) else joined


def _is_change(tokens: list[Token], first: Amount, second: Amount) -> bool:
    """ "rose from 30 to 40" and "rose $2 to $45" give two amounts; "ranging from 30 to 40", "rose 2 to 3%" are one."""
    before = lower_at(tokens, first.first - 1)
    if before in _CHANGES:
        return first.unit is not None and first.unit == second.unit
    return before == "from" and lower_at(tokens, first.first - 2) not in {
        "ranging", "anywhere", "range", "ranged", "ranges", "somewhere",
    }  # fmt: skip


def _neighbours(first: Amount, second: Amount) -> bool:
    """ "two or three", "12 or 15": a choice between near numbers is a range."""
    low, high = first.bounds.low or 0, second.bounds.low or 0
    return first.unit is None and 0 < low < high <= 2 * low


def _joined(first: Amount, second: Amount) -> Amount | None:
    """The range of two amounts; what the first leaves out (scale, unit) it takes from the second."""
    units = {unit for unit in (first.unit, second.unit) if unit}
    low, high = first.bounds.low, second.bounds.high
    if len(units) > 1 or low is None or high is None:
        return None
    if inherits_scale(first.numeral, second.numeral):
        low *= second.numeral.scale
    if low >= high or (low == 0 and not units):
        return None  # "0-14" is a score or a record of games
    return Amount(
        first.first, second.stop, Bounds(low, high), units.pop() if units else None, second.numeral, is_range=True
    )


def inherits_scale(first: Numeral, second: Numeral) -> bool:
    """True for "5 to 10 million", where the first number means millions too."""
    return first.scale == 1 and second.scale > 1 and first.low < second.low / second.scale
