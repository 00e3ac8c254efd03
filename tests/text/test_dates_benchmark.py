"""The date benchmark: its gold values are converted rightly, and absent data is said to be absent."""

import json
from datetime import date

import pytest

from evals.text.dates import phrases_dates, temporal_meantime, timex_interval
from service.errors import InputError


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2012-02-05", "2012-02-05", "2012-02-05"),
        ("2012-02-05TMO", "2012-02-05", "2012-02-05"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2012", "2012-01-01", "2012-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2012-Q4", "2012-10-01", "2012-12-31"),
        ("2012-H1", "2012-01-01", "2012-06-30"),
        ("2012-W10", "2012-03-05", "2012-03-11"),
        ("2012-W10-WE", "2012-03-10", "2012-03-11"),
        ("2012-SP", "2012-03-01", "2012-05-31"),
        ("2012-WI", "2012-12-01", "2013-02-28"),
    ],
)
def test_a_timex_value_becomes_its_days(value, first, last):
    """Each form of calendar value has its first and last day."""
    assert timex_interval(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["PAST_REF", "XXXX-XX-XX", "P3D", "2012-06-XX", "FY2012"])
def test_a_timex_value_that_is_no_calendar_time_has_no_days(value):
    """References, durations and half-known days are not cases."""
    assert timex_interval(value) is None


def test_absent_files_are_named(tmp_path):
    """The message says which file is missing."""
    with pytest.raises(InputError, match=r"dates\.jsonl"):
        phrases_dates(tmp_path)


def test_silence_is_right_only_where_it_is_asked_for(tmp_path):
    """One phrase right, one wrong, one rightly silent, one sentence with a false reading."""
    row = {"published": "2024-07-10", "earliest": None, "latest": None}
    rows = [
        row
        | {"phrase": "yesterday", "sentence": "It sank yesterday.", "earliest": "2024-07-09", "latest": "2024-07-09"},
        row
        | {"phrase": "yesterday", "sentence": "It sank yesterday.", "earliest": "2024-07-08", "latest": "2024-07-08"},
        row | {"phrase": "that day", "sentence": "It sank that day."},
        row | {"phrase": None, "sentence": "It sank yesterday."},
    ]
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases" / "dates.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    for figures in phrases_dates(tmp_path):
        assert (figures.right, figures.wrong, figures.unanswered, figures.false_readings) == (2, 1, 0, 1)


def test_a_part_of_a_coarser_gold_value_is_counted_apart(tmp_path):
    """'early 2009' against 2009 is not exact, but at its grain."""
    text = "It sank in early 2009."
    timex = {"start": 11, "end": 21, "text": "early 2009", "type": "DATE", "value": "2009"}
    row = {"dct": "2010-01-05", "text": text, "timexes": [timex]}
    (tmp_path / "temporal_meantime.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert temporal_meantime(tmp_path) == (1, 1, 0, 1)
