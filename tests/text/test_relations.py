"""How values stand to each other: the laws that any reading keeps, and the cases that the product is known by."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.values import AnchorBasis, Comparator, Grain, Quantity, Relation, TimeBasis, TimeValue
from service.text.quantities import read_quantity
from service.text.relations import relate_amounts, relate_quantities, relate_times

THURSDAY = date(2023, 3, 30)
CAN_BOTH_HOLD = (Relation.SAME, Relation.REFINES, Relation.COMPATIBLE)


def day(when: date, **fields) -> TimeValue:
    values = {"surface": str(when), "earliest": when, "latest": when, "grain": Grain.DAY, "basis": TimeBasis.EXPLICIT}
    return TimeValue(**{**values, **fields})


def span(first: date, last: date, surface: str = "then", grain: Grain = Grain.SPAN) -> TimeValue:
    return TimeValue(surface=surface, earliest=first, latest=last, grain=grain, basis=TimeBasis.EXPLICIT)


def weekday(number: int) -> TimeValue:
    return TimeValue(
        surface="on a weekday", earliest=None, latest=None, grain=Grain.DAY, basis=TimeBasis.WEEKDAY, weekday=number
    )


def quantity(words: str) -> Quantity:
    read = read_quantity(words)
    assert read, words
    return read


dates = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1))


@st.composite
def times(draw) -> TimeValue:
    if draw(st.booleans()):
        return weekday(draw(st.integers(0, 6)))
    first = draw(st.none() | dates)
    length = draw(st.integers(0, 800))
    last = draw(st.none() | (st.just(first + timedelta(days=length)) if first else dates))
    return TimeValue(
        surface=draw(st.sampled_from(["then", "late 2022", "in March"])),
        earliest=first,
        latest=last,
        grain=draw(st.sampled_from(Grain)),
        basis=TimeBasis.EXPLICIT,
        approximate=draw(st.booleans()),
    )


@st.composite
def quantities(draw) -> Quantity:
    bounds = st.none() | st.floats(0, 1e9)
    low, high = draw(bounds), draw(bounds)
    if low is not None and high is not None:
        low, high = sorted((low, high))
    return Quantity(
        surface="some",
        low=low,
        high=high,
        comparator=draw(st.sampled_from(Comparator)),
        counted="ship",
        round_number=draw(st.booleans()),
    )


@given(times(), times())
def test_how_two_times_stand_does_not_depend_on_their_order(a, b):
    there, back = relate_times(a, b), relate_times(b, a)
    assert (there.relation, there.gap) == (back.relation, back.gap)


@given(times())
def test_no_time_contradicts_itself(a):
    assert relate_times(a, a).relation is not Relation.CONTRADICTS


@given(times(), times())
def test_times_have_a_gap_only_if_they_contradict(a, b):
    related = relate_times(a, b)
    assert (related.gap > 0) == (related.relation is Relation.CONTRADICTS)


@given(dates, st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_times_that_share_a_day_never_contradict(start, lead, shared, tail):
    """Whatever the lengths: two intervals with a day in common can both hold."""
    middle = start + timedelta(days=lead)
    a = span(start, middle + timedelta(days=shared))
    b = span(middle, middle + timedelta(days=shared + tail))
    assert relate_times(a, b).relation in CAN_BOTH_HOLD


@given(dates, st.integers(1, 3000))
def test_a_gap_between_days_grows_with_their_distance(start, apart):
    near = relate_times(day(start), day(start + timedelta(days=apart))).gap
    far = relate_times(day(start), day(start + timedelta(days=apart + 1))).gap
    assert 0.5 <= near < far < 1


@given(quantities(), quantities())
def test_how_two_amounts_stand_does_not_depend_on_their_order(a, b):
    there, back = relate_amounts(a, b), relate_amounts(b, a)
    assert (there.relation, there.gap, there.discrepancy) == (back.relation, back.gap, back.discrepancy)


@given(quantities())
def test_no_amount_contradicts_itself(a):
    related = relate_amounts(a, a)
    assert related.relation is Relation.SAME
    assert related.discrepancy == 0


@given(quantities(), quantities())
def test_amounts_with_a_number_in_common_never_contradict(a, b):
    def holds(value: Quantity, number: float) -> bool:
        return (value.low is None or value.low <= number) and (value.high is None or number <= value.high)

    bounds = [bound for bound in (a.low, a.high, b.low, b.high, 0.0) if bound is not None]
    if any(holds(a, bound) and holds(b, bound) for bound in bounds):
        assert relate_amounts(a, b).relation in CAN_BOTH_HOLD


def test_thursday_and_friday_contradict_and_the_reason_names_time_zones():
    related = relate_times(day(THURSDAY), day(THURSDAY + timedelta(days=1)))
    assert related.relation is Relation.CONTRADICTS
    assert "time zones" in related.reason


def test_weekday_names_of_unknown_weeks_are_compared_as_names():
    assert relate_times(weekday(3), weekday(3)).relation is Relation.COMPATIBLE
    assert relate_times(weekday(3), weekday(4)).relation is Relation.CONTRADICTS


def test_a_weekday_name_is_held_against_the_weekday_of_a_known_day():
    assert relate_times(weekday(3), day(THURSDAY)).relation is Relation.COMPATIBLE
    assert relate_times(weekday(4), day(THURSDAY)).relation is Relation.CONTRADICTS


def test_a_weekday_name_cannot_be_held_against_a_month():
    month = span(date(2023, 3, 1), date(2023, 3, 31), grain=Grain.MONTH)
    assert relate_times(weekday(3), month).relation is Relation.INCOMPARABLE


def test_an_inferred_anchor_weakens_a_gap():
    stated = relate_times(day(THURSDAY), day(THURSDAY + timedelta(days=1)))
    inferred = relate_times(
        day(THURSDAY, anchor=THURSDAY, anchor_basis=AnchorBasis.INFERRED), day(THURSDAY + timedelta(days=1))
    )
    assert inferred.gap < stated.gap


def test_a_day_within_a_month_refines_it():
    month = span(date(2023, 3, 1), date(2023, 3, 31), grain=Grain.MONTH)
    assert relate_times(month, day(THURSDAY)).relation is Relation.REFINES


def test_the_edge_of_late_2022_is_soft_but_not_endless():
    late = span(date(2022, 10, 1), date(2022, 12, 31), surface="late 2022")
    assert relate_times(late, day(date(2022, 9, 25))).relation is Relation.COMPATIBLE
    assert relate_times(late, day(date(2022, 6, 1))).relation is Relation.CONTRADICTS


@pytest.mark.parametrize(("first", "second"), [("Thursday night", "Friday"), ("late Thursday", "Friday")])
def test_a_night_lies_between_two_days(first, second):
    a, b = day(THURSDAY, surface=first), day(THURSDAY + timedelta(days=1), surface=second)
    assert relate_times(a, b).relation is Relation.COMPATIBLE


def test_one_weekday_in_articles_of_neighbouring_days_is_one_day():
    def friday(anchor: date, when: date) -> TimeValue:
        return day(when, weekday=4, basis=TimeBasis.WEEKDAY, anchor=anchor, anchor_basis=AnchorBasis.STATED)

    told_before, told_on = friday(THURSDAY, date(2023, 3, 24)), friday(date(2023, 3, 31), date(2023, 3, 31))
    assert relate_times(told_before, told_on).relation is Relation.COMPATIBLE


def test_years_ago_may_lie_off_by_one_and_plain_years_may_not():
    def year(number: int, surface: str) -> TimeValue:
        return span(date(number, 1, 1), date(number, 12, 31), surface=surface, grain=Grain.YEAR)

    assert relate_times(year(2019, "five years ago"), year(2018, "in 2018")).relation is Relation.COMPATIBLE
    assert relate_times(year(2019, "in 2019"), year(2018, "in 2018")).gap > 0.4


def test_a_vague_word_makes_no_weighty_contradiction():
    related = relate_quantities(quantity("dozens of ships"), quantity("900 ships"))
    assert related.gap <= 0.2


def test_the_edge_of_a_plain_month_is_hard():
    march = span(date(2023, 3, 1), date(2023, 3, 31), surface="in March", grain=Grain.MONTH)
    assert relate_times(march, day(date(2023, 4, 1))).relation is Relation.CONTRADICTS


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("over two dozen ships", "more than 24 ships"),
        ("two dozen ships", "over two dozen ships"),
        ("two dozen ships", "25 ships"),
        ("dozens of ships", "50 ships"),
        ("about 9,000 ships", "9,400 ships"),
        ("150,000 ships", "147,312 ships"),
        ("nearly 3,000 ships", "2,890 ships"),
        ("up to 40 ships", "12 ships"),
    ],
)
def test_numbers_that_both_can_hold_are_let_be(first, second):
    assert relate_quantities(quantity(first), quantity(second)).relation in CAN_BOTH_HOLD


@pytest.mark.parametrize(
    ("first", "second", "least", "most"),
    [
        ("11 ships", "12 ships", 0.5, 0.7),
        ("20 ships", "over two dozen ships", 0.2, 0.35),
        ("900 ships", "9,000 ships", 0.8, 1.0),
        ("fewer than 100 ships", "at least 150 ships", 0.35, 0.7),
    ],
)
def test_numbers_that_cannot_both_hold_contradict_with_a_weight_that_fits(first, second, least, most):
    related = relate_quantities(quantity(first), quantity(second))
    assert related.relation is Relation.CONTRADICTS
    assert least <= related.gap <= most


def test_a_percentage_and_its_rounding_are_compatible():
    assert relate_quantities(quantity("3.4%"), quantity("3%")).relation is Relation.COMPATIBLE
    assert relate_quantities(quantity("3.4%"), quantity("4%")).relation is Relation.CONTRADICTS


def test_ships_are_not_held_against_kinds_of_ships():
    assert relate_quantities(quantity("24 ships"), quantity("20 kinds of ships")).relation is Relation.INCOMPARABLE


def test_open_bounds_hide_no_gross_difference():
    """ "At least 9,000" and "at least 19,000" can both hold, strictly taken; the softer signal still tells them apart."""
    far = relate_quantities(quantity("at least 9,000 ships"), quantity("at least 19,000 ships"))
    near = relate_quantities(quantity("at least 9,000 ships"), quantity("at least 9,500 ships"))
    assert far.relation in CAN_BOTH_HOLD
    assert far.discrepancy > 0.5
    assert near.discrepancy < 0.1
