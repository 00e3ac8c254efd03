"""swaps: a number that a wording gives to another thing than its source does is told."""

from __future__ import annotations

import pytest

from service.text.swaps import swapped_amounts

BLAST = "The blast killed 12 people and injured 40 people."


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        ("40 people were killed and 12 people were injured.", BLAST, ["40 people", "12 people"]),
        ("The blast killed 40 people and injured 12 people.", BLAST, ["40 people", "12 people"]),
        ("The blast left 40 dead.", BLAST, ["40 dead"]),
        ("The storm left 40 dead.", "The storm left 12 dead and 40 injured.", ["40 dead"]),
        ("40 ships sank.", "12 ships sank while 40 ships escaped.", ["40 ships"]),
        ("Exports fell 3 percent.", "Exports rose 3 percent while imports fell 5 percent.", ["3 percent"]),
    ],
)
def test_an_amount_that_changed_its_owner_is_told(text, source, told):
    assert swapped_amounts(text, [source]) == told


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("12 people died and 40 were wounded.", BLAST),
        ("40 people were hurt, 12 died.", BLAST),
        ("12 people lost their lives in Lima.", "12 people perished on Monday and 40 people were hurt in Lima."),
        ("12 people were killed.", "12 of the 40 people were killed."),
        ("The blast hit 40 people.", BLAST),
        ("7 people were killed.", BLAST),
        ("12 ships sank.", "12 ships sank. 12 planes crashed and 9 planes landed."),
        ("", BLAST),
    ],
)
def test_an_amount_that_kept_its_owner_or_whose_owner_is_unclear_is_not_told(text, source):
    assert swapped_amounts(text, [source]) == []


def test_an_amount_that_any_source_ties_so_is_not_told():
    assert swapped_amounts("40 people were killed.", [BLAST, "The quake killed 40 people."]) == []
