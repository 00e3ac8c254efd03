"""Words are compared by key: ways to write one thing share a key, different numbers never do."""

from __future__ import annotations

import pytest

from service.text.alignment.words import words_of


@pytest.mark.parametrize(
    "same",
    [
        ("two hundred and five", "205", "two hundred five"),
        ("2.5 million", "2,500,000", "2500000"),
        ("nine thousand", "9,000", "9 thousand", "9000"),
        ("half a dozen", "half a 12"),
        ("third", "3rd"),
        ("٣٤", "34"),
        ("20%", "20 percent", "twenty per cent"),
        ("U.S.-led", "US-led", "US led"),
        ("Roye’s", "Roye's", "ROYE‘S", "Roye´s"),
        ("ﬁnal", "final", "FI\u00adNAL"),
    ],
)
def test_ways_to_write_one_thing_have_the_same_keys(same):
    assert len({tuple(word.key for word in words_of(written)) for written in same}) == 1


@pytest.mark.parametrize(
    "apart", [("9,000", "9.000", "900"), ("two three", "five"), ("-5", "5"), ("$3", "€3"), ("3.5", "35")]
)
def test_numbers_that_differ_have_different_keys(apart):
    assert len({tuple(word.key for word in words_of(written)) for written in apart}) == len(apart)
