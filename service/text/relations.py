"""How two values on one point stand to each other: same, refines, compatible, contradicts.

Times and quantities are intervals. Disjoint intervals contradict, one inside the other refines it, equal or
overlapping ones can both hold. Three allowances keep honest wordings from reading as contradictions: edges that are
conventions ("late 2022"), numbers that are round, and numbers that are rounded.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from schemas.values import AnchorBasis, Comparator, Grain, Quantity, Relation, TimeValue, ValueRelation
from service.text.quantities import in_common_unit, same_counted

GRAIN_DAYS = {
    Grain.DAY: 1,
    Grain.WEEK: 7,
    Grain.MONTH: 31,
    Grain.QUARTER: 92,
    Grain.SEASON: 92,
    Grain.YEAR: 366,
    Grain.DECADE: 3653,
}
"""Length of each grain in days, the longest it can be. A span has the length that it has."""

SOFT_EDGES = re.compile(r"\b(?:early|late|mid|middle|end|beginning|start|turn)\b", re.IGNORECASE)
"""Words whose bounds are our convention (late = October to December), not the text's."""

AGO = re.compile(r"\bago\b", re.IGNORECASE)
"""Time told as "three years ago" is counted by hand, and may lie off by one of what it counts."""

SOFT_EDGE_SHARE = 0.25
"""A conventional edge may lie off by this share of the interval's length."""

INFERRED_ANCHOR_FACTOR = 0.8
"""A gap that rests on an inferred publication date weighs this much of one that rests on a stated date."""

NIGHT = re.compile(r"\b(?:night|overnight|midnight|late|early hours|small hours)\b", re.IGNORECASE)
"""With these words a neighbouring day may be the same night."""

WEEKDAY_ANCHORS_APART = 2
"""Articles of days this near that name one weekday mean one day, whichever side of it they stand."""

VAGUE_WEIGHT = 0.2
"""A contradiction with "dozens" or "thousands", whose bounds are our convention, weighs no more than this."""

ROUND_TOLERANCE = 0.05
"""A round number and its neighbour are compatible up to this relative distance ("two dozen", 25)."""

CERTAINTY = {True: 0.5, False: 1.0}
"""How firmly an exact number is told, by whether it is round."""
HEDGED_CERTAINTY = 0.25


class Days(NamedTuple):
    """A closed interval of days as ordinals; open ends are infinite."""

    low: float
    high: float


def relate_times(a: TimeValue, b: TimeValue) -> ValueRelation:
    """How two times of one event stand to each other. Symmetric, but for the order of the reason's words.

    `gap` is d / (d + g): d the days between the intervals, g the length in days of the coarser grain, so that adjacent
    days give .5 and six days .86. It is the project's own measure, chosen to order differences, not to estimate odds.
    """
    if a.is_bare_weekday or b.is_bare_weekday:
        return _relate_weekdays(a, b)
    span_a, span_b = _days(a), _days(b)
    if any(math.isinf(span.low) and math.isinf(span.high) for span in (span_a, span_b)):
        return ValueRelation(relation=Relation.INCOMPARABLE, reason="one of the two has no calendar date")
    between = max(span_a.low - span_b.high, span_b.low - span_a.high, 0.0)
    if between == 0:
        return _overlapping(span_a, span_b, "dates")
    if excuse := _excuse(a, b, between):
        return ValueRelation(relation=Relation.COMPATIBLE, reason=excuse)
    grain = max(_grain_days(a), _grain_days(b))
    starts_apart = abs(span_a.low - span_b.low) if a.grain is b.grain else math.inf
    apart = between if math.isinf(starts_apart) else starts_apart
    gap = apart / (apart + grain)
    if AnchorBasis.INFERRED in (a.anchor_basis, b.anchor_basis):
        gap *= INFERRED_ANCHOR_FACTOR
    return ValueRelation(relation=Relation.CONTRADICTS, reason=_days_apart(int(between), a, b), gap=gap)


def relate_quantities(a: Quantity, b: Quantity) -> ValueRelation:
    """How two quantities of one point stand to each other.

    Quantities that count different things are incomparable; so are those of which it cannot be told. Where the caller
    knows from elsewhere that they count the same, `relate_amounts` compares the numbers alone.
    """
    counted = same_counted(a, b)
    if counted is not True:
        known = "they count different things" if counted is False else "whether they count the same thing is not clear"
        return ValueRelation(relation=Relation.INCOMPARABLE, reason=known)
    common = in_common_unit(a, b)
    return relate_amounts(*common) if common else relate_amounts(a, b)


def relate_amounts(a: Quantity, b: Quantity) -> ValueRelation:
    """As `relate_quantities`, on the numbers alone.

    `gap` grows with the relative distance r of the intervals and with how firmly both are told:
    1 - (1 - r)(1 - .6c), c = 1 for exact figures, .5 for round ones, .25 where either is hedged or one-sided.
    So 11 against 12 dead weighs .63, "20" against "over two dozen" .29. The project's own measure.
    """
    span_a, span_b = _bounds(a), _bounds(b)
    between = max(span_a.low - span_b.high, span_b.low - span_a.high, 0.0)
    if between == 0:
        return _overlapping(span_a, span_b, "numbers", _discrepancy(span_a, span_b))
    if _is_rounding(a, b) or _is_rounding(b, a):
        return ValueRelation(relation=Relation.COMPATIBLE, reason="one is the other, rounded")
    larger = max(abs(min(span_a.high, span_b.high)), abs(max(span_a.low, span_b.low)))
    distance = min(between / larger, 1.0) if larger else 1.0
    if (a.round_number or b.round_number) and distance <= ROUND_TOLERANCE:
        return ValueRelation(relation=Relation.COMPATIBLE, reason="a round number and its neighbour")
    certainty = min(_certainty(a), _certainty(b))
    gap = 1 - (1 - distance) * (1 - 0.6 * certainty)
    if Comparator.VAGUE in (a.comparator, b.comparator):
        gap = min(gap, VAGUE_WEIGHT)
    return ValueRelation(relation=Relation.CONTRADICTS, reason="the numbers cannot both hold", gap=gap)


def _relate_weekdays(a: TimeValue, b: TimeValue) -> ValueRelation:
    """At least one of the two names a weekday of an unknown week: compare the names."""
    day_a, day_b = weekday_of(a), weekday_of(b)
    if day_a is None or day_b is None:
        return ValueRelation(
            relation=Relation.INCOMPARABLE, reason="a weekday of an unknown week cannot be held against the other"
        )
    if day_a == day_b:
        return ValueRelation(relation=Relation.COMPATIBLE, reason="both name the same weekday")
    apart = min((day_a - day_b) % 7, (day_b - day_a) % 7)
    gap = apart / (apart + 1) * INFERRED_ANCHOR_FACTOR
    return ValueRelation(
        relation=Relation.CONTRADICTS,
        reason="the date of an article is not known, so the weekdays' names are compared",
        gap=gap,
    )


def weekday_of(value: TimeValue) -> int | None:
    """The weekday of a time, Monday 0: as the text names it, else of its one day; None for longer times."""
    if value.weekday is not None:
        return value.weekday
    single_day = value.earliest if value.earliest == value.latest else None
    return single_day.weekday() if single_day else None


def _excuse(a: TimeValue, b: TimeValue, between: float) -> str:
    """Why two times that lie `between` days apart can both hold all the same, or nothing."""
    if between <= _slack(a, _days(a)) + _slack(b, _days(b)):
        return "the dates are told loosely and lie side by side"
    if between == 1 and (NIGHT.search(a.surface) or NIGHT.search(b.surface)):
        return "the night lies between the two days"
    return "one weekday, told in articles of neighbouring days" if _is_one_weekday(a, b) else ""


def _is_one_weekday(a: TimeValue, b: TimeValue) -> bool:
    if a.weekday is None or a.weekday != b.weekday or not a.anchor or not b.anchor:
        return False
    return abs((a.anchor - b.anchor).days) <= WEEKDAY_ANCHORS_APART


def _overlapping(a: Days, b: Days, noun: str, discrepancy: float = 0.0) -> ValueRelation:
    if a == b:
        relation, reason = Relation.SAME, f"the {noun} are the same"
    elif (a.low <= b.low and b.high <= a.high) or (b.low <= a.low and a.high <= b.high):
        relation, reason = Relation.REFINES, f"of the {noun} one is the more precise"
    else:
        relation, reason = Relation.COMPATIBLE, f"the {noun} overlap"
    return ValueRelation(relation=relation, reason=reason, discrepancy=discrepancy)


def _days(value: TimeValue) -> Days:
    low = value.earliest.toordinal() if value.earliest else -math.inf
    high = value.latest.toordinal() if value.latest else math.inf
    return Days(low, high)


def _grain_days(value: TimeValue) -> float:
    if value.grain is Grain.SPAN:
        span = _days(value)
        return 1.0 if math.isinf(span.high - span.low) else span.high - span.low + 1
    return GRAIN_DAYS[value.grain]


def _slack(value: TimeValue, span: Days) -> float:
    """Days by which a loosely told end may lie off."""
    length = span.high - span.low + 1
    if math.isinf(length):
        return 0.0
    if AGO.search(value.surface):
        return GRAIN_DAYS.get(value.grain, 1)
    if value.approximate:
        return max(length * SOFT_EDGE_SHARE, GRAIN_DAYS.get(value.grain, 1))
    if value.grain in (Grain.SEASON, Grain.DECADE) or SOFT_EDGES.search(value.surface):
        return length * SOFT_EDGE_SHARE
    return 0.0


def _days_apart(days: int, a: TimeValue, b: TimeValue) -> str:
    if days == 1 and Grain.DAY is a.grain is b.grain:
        return "the days are adjacent, so a difference of time zones could explain it"
    return f"the dates lie {days} day{'s' if days != 1 else ''} apart"


def _bounds(value: Quantity) -> Days:
    return Days(
        -math.inf if value.low is None else value.low,
        math.inf if value.high is None else value.high,
    )


def _certainty(value: Quantity) -> float:
    return CERTAINTY[value.round_number] if value.comparator is Comparator.EXACTLY else HEDGED_CERTAINTY


def _is_rounding(rounded: Quantity, precise: Quantity) -> bool:
    """True if `precise` has decimals and `rounded` is it, told with fewer: 3 % for 3.4 %, 2.6 for 2.56."""
    if rounded.low is None or rounded.low != rounded.high or precise.low is None or precise.low != precise.high:
        return False
    if precise.low == int(precise.low):
        return False
    return any(round(precise.low, places) == rounded.low for places in (0, 1, 2))


def _discrepancy(a: Days, b: Days) -> float:
    """How far apart the stated bounds are where intervals overlap only because one is open: 1 - smaller / larger."""
    stated_a, stated_b = _stated_bound(a), _stated_bound(b)
    if stated_a is None or stated_b is None or not (_one_sided(a) or _one_sided(b)):
        return 0.0
    smaller, larger = sorted((abs(stated_a), abs(stated_b)))
    return 1 - smaller / larger if larger else 0.0


def _one_sided(span: Days) -> bool:
    return math.isinf(span.low) or math.isinf(span.high) or (span.low == 0 < span.high)


def _stated_bound(span: Days) -> float | None:
    """The one number that the text states, where it states one."""
    if span.low == span.high or math.isinf(span.high):
        return None if math.isinf(span.low) else span.low
    return span.high if span.low == 0 or math.isinf(span.low) else None
