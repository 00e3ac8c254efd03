"""The table that closes a benchmark, and the counting behind its rows."""

from __future__ import annotations

from evals.bench.__main__ import MEASUREMENTS, chosen
from evals.bench.model import Exchange, longest_chain
from evals.bench.scale import Took, growth
from evals.bench.table import Row, at_most, table


def exchange(arrived, answered):
    return Exchange("ExtractReply", arrived, answered, 0)


def test_a_figure_equal_to_its_aim_is_within_and_one_above_it_is_over():
    assert at_most("calls", 7, 7).verdict == "within"
    assert at_most("calls", 8, 7).verdict == "over"


def test_a_verdict_follows_the_measured_figure_and_not_the_rounded_one():
    assert at_most("wall", 1.0504, 1.05, digits=2).verdict == "over"


def test_a_row_without_an_aim_has_no_verdict():
    assert Row("wall", "1.2 s").verdict == ""


def test_the_columns_of_a_table_start_at_the_same_place_in_every_line():
    lines = table(("what", "aim"), [("a long name", "<= 7"), ("b", "<= 8")]).splitlines()
    assert {
        line.index(mark) for line, mark in zip(lines, ("aim", "---", "<=", "<="), strict=True) if mark != "---"
    } == {len("a long name") + 2}


def test_calls_that_overlap_count_once_and_calls_in_turn_count_each():
    at_once = [exchange(0.0, 1.0), exchange(0.1, 1.1), exchange(0.2, 1.2)]
    assert longest_chain(at_once) == 1
    assert longest_chain([*at_once, exchange(1.3, 2.3), exchange(2.4, 3.4)]) == 3


def test_the_longest_chain_does_not_start_with_the_call_that_came_first_if_that_one_was_slow():
    assert longest_chain([exchange(0, 10), exchange(1, 2), exchange(3, 4)]) == 2


def test_no_calls_make_no_chain():
    assert longest_chain([]) == 0


def test_growth_is_one_where_time_grows_with_the_claims_and_ten_where_it_grows_with_their_square():
    small = Took(1_000, 1.0, 0.0, 0.0, 0, 1.0)
    assert growth(small, Took(10_000, 10.0, 0.0, 0.0, 0, 1.0)) == 1.0
    assert growth(small, Took(10_000, 60.0, 40.0, 0.0, 0, 1.0)) == 10.0


def test_quick_leaves_out_the_long_measurements_and_no_other():
    assert {each.name for each in MEASUREMENTS} - {each.name for each in chosen(None, quick=True)} == {
        each.name for each in MEASUREMENTS if each.is_long
    }


def test_one_measurement_can_be_asked_for_by_its_name_even_a_long_one():
    assert [each.name for each in chosen("wall", quick=True)] == ["wall"]
