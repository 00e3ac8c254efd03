"""mentions: names, dates and numbers of one text that another holds."""

from __future__ import annotations

from datetime import date

import pytest

from service.text.mentions import (
    carries,
    dates_the_telling,
    names_in,
    unsupported_names,
    unsupported_times,
    words_of,
)
from service.text.sayings import names_another_speaker

THURSDAY = date(2024, 5, 16)


def test_words_are_folded_of_accents_and_apostrophes():
    assert words_of("José Peña’s façade") == ("jose", "pena", "facade")


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("John Miller met Ann Smith.", "John Smith", False),
        ("José Peña spoke.", "Jose Pena", True),
        ("Ann Lee, the port’s chief, spoke.", "port chief Ann Lee", True),
        ("Ann Maria Lee spoke.", "Ann Lee", True),
        ("The office of the harbour spoke.", "harbour office", True),
        ("Ann Lee spoke.", "Lee", True),
        ("Ann Lee spoke.", "treasurer Ann Lee", False),
    ],
)
def test_a_persons_name_stands_in_one_mention_and_a_title_anywhere(text, name, held):
    assert names_in(text, name) is held


@pytest.mark.parametrize(
    ("text", "source", "missing"),
    [
        ("Ann Foss opened the port.", "Ann Lee and Bob Foss opened the port. Foss spoke.", ["Ann Foss"]),
        ("Foss opened the port.", "Bob Foss opened the port.", []),
        ("Bob Foss opened the port.", "Mr Foss opened the port.", []),
        ("Peruvian ships left.", "Ships of Peru left.", []),
    ],
)
def test_a_name_is_not_put_together_from_two_peoples(text, source, missing):
    assert unsupported_names(text, [source]) == missing


@pytest.mark.parametrize(
    ("text", "source", "missing"),
    [
        ("The bridge closed on Sunday.", "The bridge closed on Thursday.", ["on Sunday"]),
        ("The bridge closed in October.", "The bridge closed in March.", ["in October"]),
        ("The bridge closed on Thursday.", "The bridge closed Thursday.", []),
        ("The bridge closed on 16 May.", "The bridge closed today.", []),
        ("The bridge closed in May 2024.", "The bridge closed on Thursday.", []),
        ("The bridge closed that day.", "The bridge closed at once.", []),
        ("The bridge closed last year.", "The bridge closed in 2023.", []),
    ],
)
def test_a_date_is_held_by_its_words_or_by_a_time_within_it(text, source, missing):
    assert [words.removeprefix("on ").removeprefix("in ") for words in unsupported_times(text, [source], THURSDAY)] == [
        words.removeprefix("on ").removeprefix("in ") for words in missing
    ]


def test_a_quotation_carries_a_statement_of_whose_words_it_has_some():
    assert not carries("The", "The tower fell into the river.")
    assert not carries("boats", "The tower of the harbour office fell into the river.")
    assert carries("the tower fell", "The tower of the harbour fell.")
    assert carries("He shut it down at once, for good reason", "Bob Foss closed the port.")


@pytest.mark.parametrize(
    ("context", "when", "tells"),
    [
        ("Dann said on Monday that 14 boats sank.", "on Monday", True),
        ("On Monday Mira Dann said that 14 boats sank.", "On Monday", True),
        ("On Monday, Dann said that 14 boats sank.", "On Monday", True),
        ("14 boats sank, Dann said Monday.", "Monday", True),
        ("14 boats sank, Dann said late on Monday.", "on Monday", True),
        ("Dann told reporters on Monday that 14 boats sank.", "on Monday", True),
        ("Dann told the BBC in Lima on Monday that 14 boats sank.", "on Monday", True),
        ("Dann says in a written statement on Monday that 14 boats sank.", "on Monday", True),
        ("“14 boats sank,” said the mayor Mira Dann on Monday.", "on Monday", True),
        ("14 boats sank, according to a statement on Monday.", "on Monday", True),
        ("The mayor on Monday confirmed that 14 boats sank.", "on Monday", True),
        ("In May, Mira Dann says, 14 boats sank.", "In May", False),
        ("Between March and May, Dann said 14 boats sank.", "Between March and May", False),
        ("14 boats sank on Sunday, Dann said on Monday.", "on Sunday", False),
        ("14 boats sank on Monday, Dann said.", "on Monday", False),
        ("Dann said on Monday that on Monday 14 boats sank.", "on Monday", False),
        ("Dann said that 14 boats sank on Monday.", "on Monday", False),
        ("Dann said 14 boats sank on Monday.", "on Monday", False),
        ("Dann said Monday’s storm sank 14 boats.", "Monday", False),
    ],
)
def test_a_date_belongs_to_the_verb_of_its_clause_whatever_the_cue(context, when, tells):
    assert dates_the_telling(when, "sank", context) is tells


def test_a_date_at_the_event_that_is_itself_a_saying_is_the_events():
    assert not dates_the_telling("on Monday", "announced", "The office announced on Monday a ban.")
    assert not dates_the_telling("on Monday", "imposed", "The office announced a ban on Monday.")


@pytest.mark.parametrize(
    ("speaker", "context", "other"),
    [
        ("Bob Foss", "“The plant is safe,” Ann Lee said.", "Ann Lee"),
        ("Bob Foss", "“The plant is safe,” said Ann Lee.", "Ann Lee"),
        ("Bob Foss", "Bob Foss told Ann Lee, she said.", None),
        ("Bob Foss", "“The plant is safe,” Ann Lee said, and he said it is old.", None),
        ("Bob Foss", "“The plant is safe,” he said.", None),
        ("Bob Foss", "“The plant is safe,” Foss said.", None),
        ("the ministry", "“The plant is safe,” Ann Lee said.", None),
    ],
)
def test_a_passage_that_names_its_speaker_admits_no_other(speaker, context, other):
    assert names_another_speaker(speaker, context) == other
