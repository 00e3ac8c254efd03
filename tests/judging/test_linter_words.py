"""The words that the linter goes by: of reporting, of doubt, of plans, and the names of outlets and speakers."""

from __future__ import annotations

import pytest

from schemas.claims import Factuality
from service.judging.linter.markers import has_infinitive, inflected, marks, reports, reports_without_subject
from service.judging.linter.sentence import names_outlet, names_voice


def test_an_outlet_is_named_without_its_article_and_its_parentheses():
    assert names_outlet("Ships came, an island portal says.", "An island portal (in translation)")
    assert not names_outlet("Ships came to an island.", "An island portal (in translation)")


@pytest.mark.parametrize(
    ("text", "voice", "named"),
    [
        ("Kravchuk said so.", "Sofiya Kravchuk", True),
        ("Peruvian ships came.", "Peruvian Defence Ministry", False),
        ("The Defence Ministry of Peru spoke.", "Defence Ministry", True),
        ("Police spoke.", "the police", True),
        ("The portal spoke.", "the port", False),
    ],
)
def test_a_voice_is_named_by_whole_words(text, voice, named):
    assert names_voice(text, voice) is named


def test_words_of_reporting_are_whole_words_and_no_names():
    assert reports("They stated it.")
    assert reports("According to Lindow, ships came.")
    assert not reports("The station of the United States in Denmark stands.")
    assert reports_without_subject("Ships are widely believed to have sunk.")
    assert not reports_without_subject("Ships sank and were condemned.")
    assert reports("Mira Lee put the number of boats at 14.")
    assert not reports("Peru put ships to sea and held the town.")


def test_verbs_are_inflected_and_infinitives_seen():
    assert {"denies", "denied"} <= inflected("deny")
    assert {"plans", "planned"} <= inflected("plan")
    assert has_infinitive("The grain is to go to Lindow.")
    assert not has_infinitive("They sold the grain to rebels and to Lindow.")


def test_the_month_of_may_is_no_sign_of_doubt():
    assert marks("Otto Foss may have stolen it.", Factuality.ALLEGED)
    assert not marks("Otto Foss stole it in May.", Factuality.ALLEGED)
