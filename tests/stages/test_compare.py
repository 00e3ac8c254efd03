"""compare: what contradicts, what only looks like it, and what an analyst may add."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from schemas.claims import Factuality, Polarity
from schemas.conflicts import Basis, ContradictionKind
from schemas.replies import ProposedConflict
from service.judging.voices import Voices
from service.stages.compare import Differences, Proposal, compare
from tests.making import THURSDAY, article, claim, cluster, story

HERALD, POST, TIMES = "Varna Herald", "Varna Post", "Varna Times"


def differences(*claims, articles, proposals=(), changes_over_time=False) -> Differences:
    told_here = story(*claims, articles=articles)
    return compare(
        [cluster(*claims, changes_over_time=changes_over_time)], list(proposals), told_here, Voices(told_here, ())
    )


def told(outlet: str, text: str, *, published: date | None = THURSDAY, **fields):
    """An article of one sentence and its one claim."""
    said_in = article(outlet, text, published)
    return said_in, claim(said_in, text, **fields)


def proposal(first, second, kind, first_value, second_value) -> Proposal:
    proposed = ProposedConflict(
        first="c1", second="c2", kind=kind, first_value=first_value, second_value=second_value, why="they differ"
    )
    return Proposal(first.id, second.id, proposed)


def test_an_event_dated_thursday_by_two_and_friday_by_one_contradicts_with_its_sides_and_outlets():
    a, first = told(HERALD, "The ministry closed the bridge on Thursday.", when="on Thursday")
    b, second = told(POST, "The bridge was closed this Thursday.", when="this Thursday")
    c, third = told(TIMES, "The ministry closed the bridge on Friday.", when="on Friday")
    found = differences(first, second, third, articles=[a, b, c])
    [contradiction] = found.contradictions
    assert contradiction.kind is ContradictionKind.TEMPORAL
    assert contradiction.basis is Basis.VALUES
    assert [side.outlets for side in contradiction.sides] == [(HERALD, POST), (TIMES,)]
    assert "Thursday 16 May 2024" in contradiction.explanation
    assert "Friday 10 May 2024" in contradiction.explanation
    assert "weekdays are neighbours" in contradiction.explanation


def test_a_plan_for_friday_does_not_contradict_an_event_of_thursday():
    a, first = told(HERALD, "The bridge closed on Thursday.", when="on Thursday")
    b, second = told(POST, "The bridge will close on Friday.", when="on Friday", factuality=Factuality.PLANNED)
    assert not differences(first, second, articles=[a, b]).contradictions


def test_values_of_one_article_are_not_held_against_each_other():
    text = "The bridge closed on Thursday. A caption has the bridge closing on Tuesday."
    said_in = article(HERALD, text)
    first = claim(said_in, "The bridge closed on Thursday.", when="on Thursday")
    second = claim(said_in, "A caption has the bridge closing on Tuesday.", when="on Tuesday")
    assert not differences(first, second, articles=[said_in]).contradictions


def test_a_vague_number_between_two_figures_stands_on_neither_side():
    a, first = told(HERALD, "The storm sank 30 boats.", amounts=["30 boats"])
    b, second = told(POST, "The storm sank 70 boats.", amounts=["70 boats"])
    c, vague = told(TIMES, "The storm sank dozens of boats.", amounts=["dozens of boats"])
    [contradiction] = differences(first, second, vague, articles=[a, b, c]).contradictions
    assert vague.id not in {claim_id for side in contradiction.sides for claim_id in side.claim_ids}


def test_a_claim_that_counts_one_thing_twice_is_not_compared():
    a, first = told(HERALD, "Of 40 boats the storm sank 12 boats.", amounts=["40 boats", "12 boats"])
    b, second = told(POST, "The storm sank 15 boats.", amounts=["15 boats"])
    assert not differences(first, second, articles=[a, b]).contradictions


def test_a_toll_that_rises_from_day_to_day_is_an_update_in_the_order_of_publication():
    a, later = told(
        HERALD, "The flood killed 19 people.", published=THURSDAY + timedelta(days=1), amounts=["19 people"]
    )
    b, earlier = told(POST, "The flood killed 12 people.", amounts=["12 people"])
    found = differences(later, earlier, articles=[a, b], changes_over_time=True)
    assert not found.contradictions
    [update] = found.updates
    assert [side.outlets for side in update.sides] == [(POST,), (HERALD,)]


def test_a_toll_of_the_same_day_is_a_contradiction_that_weighs_less():
    a, first = told(HERALD, "The flood killed 19 people.", amounts=["19 people"])
    b, second = told(POST, "The flood killed 12 people.", amounts=["12 people"])
    [changing] = differences(first, second, articles=[a, b], changes_over_time=True).contradictions
    [fixed] = differences(first, second, articles=[a, b]).contradictions
    assert changing.weight < fixed.weight


def test_figures_of_articles_that_lie_months_apart_are_an_update():
    a, first = told(HERALD, "The army lost 9,000 tanks.", amounts=["9,000 tanks"])
    b, second = told(
        POST, "The army lost 12,000 tanks.", published=THURSDAY + timedelta(days=150), amounts=["12,000 tanks"]
    )
    found = differences(first, second, articles=[a, b])
    assert (len(found.contradictions), len(found.updates)) == (0, 1)


def test_who_denies_what_another_party_says_is_a_dispute_and_no_contradiction():
    a, saying = told(HERALD, "Ostland shelled the port, Westland's ministry said.", speaker="Westland's ministry")
    b, denying = told(
        POST,
        "Ostland denied that it shelled the port.",
        speaker="Ostland",
        polarity=Polarity.NEGATIVE,
        factuality=Factuality.DENIED,
    )
    found = differences(saying, denying, articles=[a, b])
    assert not found.contradictions
    [dispute] = found.disputes
    assert [side.value for side in dispute.sides] == ["Westland's ministry", "Ostland"]


def test_one_quotation_in_two_mouths_is_a_contradiction_of_attribution():
    words = "“We will not leave this valley before the winter has come,”"
    a, first = told(HERALD, f"{words} Mira Dann said.", speaker="Mira Dann", direct=True)
    b, second = told(POST, f"{words} Otto Feld said.", speaker="Otto Feld", direct=True)
    [contradiction] = differences(first, second, articles=[a, b]).contradictions
    assert contradiction.kind is ContradictionKind.ATTRIBUTION


def test_open_bounds_that_lie_far_apart_are_a_discrepancy_and_no_contradiction():
    a, first = told(HERALD, "The army lost at least 9,000 tanks.", amounts=["at least 9,000 tanks"])
    b, second = told(POST, "The army lost at least 19,000 tanks.", amounts=["at least 19,000 tanks"])
    found = differences(first, second, articles=[a, b])
    assert not found.contradictions
    assert len(found.discrepancies) == 1


def test_a_conflict_that_the_analyst_reads_is_kept_with_its_basis_if_nothing_vetoes_it():
    a, first = told(HERALD, "The captain is a Norwegian.")
    b, second = told(POST, "The captain is a Greek.")
    found = differences(
        first, second, articles=[a, b], proposals=[proposal(first, second, "entity", "a Norwegian", "a Greek")]
    )
    [contradiction] = found.contradictions
    assert (contradiction.kind, contradiction.basis) == (ContradictionKind.ENTITY, Basis.ANALYST)


@pytest.mark.parametrize(
    ("first_text", "second_text", "kind", "first_value", "second_value", "reason"),
    [
        ("The captain is Slovak.", "The captain is a Slovakian.", "entity", "Slovak", "Slovakian", "one name"),
        ("It carried planes.", "It carried boats.", "entity", "carried planes", "carried boats", "no names"),
        ("It left Lindow for Varna.", "It left Varna.", "entity", "Lindow for Varna", "Varna", "one name"),
        ("The captain is Greek.", "The captain is Danish.", "entity", "Greek", "Swedish", "not in its claim"),
        (
            "It sank two dozen boats.",
            "It sank over 24 boats.",
            "numeric",
            "two dozen boats",
            "over 24 boats",
            "both hold",
        ),
        ("It sank boats.", "It sank vessels.", "polarity", "sank boats", "sank vessels", "neither claim denies"),
        (
            "“It is over,” he said.",
            "“This is the end,” he said.",
            "quotation",
            "It is over",
            "This is the end",
            "other words",
        ),
        ("It sank in May.", "It sank then.", "temporal", "in May", "then", "could not be read"),
    ],
)
def test_a_proposed_conflict_is_refused_with_its_reason(
    first_text, second_text, kind, first_value, second_value, reason
):
    a, first = told(HERALD, first_text)
    b, second = told(POST, second_text)
    found = differences(
        first, second, articles=[a, b], proposals=[proposal(first, second, kind, first_value, second_value)]
    )
    assert not found.contradictions
    assert reason in found.rejections[0].reason


def test_a_conflict_between_two_parties_becomes_their_dispute():
    a, first = told(HERALD, "The pilot was drunk, the airline said.", speaker="the airline")
    b, second = told(POST, "The pilot was not drunk, the union said.", speaker="the union", polarity=Polarity.NEGATIVE)
    found = differences(
        first, second, articles=[a, b], proposals=[proposal(first, second, "polarity", "was drunk", "was not drunk")]
    )
    assert (len(found.contradictions), len(found.disputes)) == (0, 1)


def test_what_values_have_found_is_not_told_again_because_the_analyst_saw_it_too():
    a, first = told(HERALD, "The storm sank 30 boats.", amounts=["30 boats"])
    b, second = told(POST, "The storm sank 70 boats.", amounts=["70 boats"])
    found = differences(
        first, second, articles=[a, b], proposals=[proposal(second, first, "numeric", "70 boats", "30 boats")]
    )
    assert [each.basis for each in found.contradictions] == [Basis.VALUES]


def test_what_somebody_denies_is_no_figure_of_his():
    a, first = told(HERALD, "The flood killed 12 people.", amounts=["12 people"])
    b, second = told(
        POST,
        "The mayor denied that 40 people died.",
        amounts=["40 people"],
        speaker="the mayor",
        polarity=Polarity.NEGATIVE,
        factuality=Factuality.DENIED,
    )
    found = differences(first, second, articles=[a, b])
    assert not found.contradictions
    assert len(found.disputes) == 1


def test_a_denial_by_somebody_of_what_an_outlet_says_itself_is_a_dispute():
    a, first = told(HERALD, "Ostland bought shells from Westland.")
    b, second = told(
        POST,
        "Ostland denied buying shells from Westland.",
        speaker="Ostland",
        polarity=Polarity.NEGATIVE,
        factuality=Factuality.DENIED,
    )
    conflict = proposal(first, second, "polarity", "bought shells", "denied buying shells")
    for proposals in ([], [conflict]):
        found = differences(first, second, articles=[a, b], proposals=proposals)
        assert not found.contradictions
        assert [side.value for side in found.disputes[0].sides] == [HERALD, "Ostland"]


@pytest.mark.parametrize("other", ["a ministry spokeswoman", "the Ministry of Transport", "a senior official"])
def test_one_quotation_by_a_minister_and_by_the_ministry_is_no_contradiction(other):
    words = "“We will not leave this valley before the winter has come,”"
    a, first = told(HERALD, f"{words} Ann Lee said.", speaker="Ann Lee", direct=True)
    b, second = told(POST, f"{words} {other} said.", speaker=other, direct=True)
    assert not differences(first, second, articles=[a, b]).contradictions


def test_every_outlet_is_told_with_its_own_words():
    a, first = told(HERALD, "The flood killed 12 people.", amounts=["12 people"])
    b, second = told(POST, "The flood killed at least 10 people.", amounts=["at least 10 people"])
    c, third = told(TIMES, "The flood killed 5 people.", amounts=["5 people"])
    [contradiction] = differences(first, second, third, articles=[a, b, c]).contradictions
    assert f"{HERALD} says “12 people”" in contradiction.explanation
    assert f"{POST} says “at least 10 people”" in contradiction.explanation


def test_a_figure_is_told_with_whom_the_outlet_quotes():
    a, first = told(HERALD, "Ostland said 40 soldiers died.", amounts=["40 soldiers"], speaker="Ostland")
    b, second = told(POST, "Westland said 12 soldiers died.", amounts=["12 soldiers"], speaker="Westland")
    [contradiction] = differences(first, second, articles=[a, b]).contradictions
    assert f"{HERALD}, quoting Ostland, says “40 soldiers”" in contradiction.explanation


def test_a_bound_that_fits_two_figures_stands_with_neither():
    a, first = told(HERALD, "The storm sank 20 boats.", amounts=["20 boats"])
    b, second = told(POST, "The storm sank 30 boats.", amounts=["30 boats"])
    c, bound = told(TIMES, "The storm sank more than 15 boats.", amounts=["more than 15 boats"])
    d, few = told("Varna Star", "The storm sank 12 boats.", amounts=["12 boats"])
    [contradiction] = differences(bound, first, second, few, articles=[a, b, c, d]).contradictions
    assert {outlet for side in contradiction.sides for outlet in side.outlets} == {HERALD, POST, "Varna Star"}


def test_two_figures_that_differ_are_two_contradictions():
    a, first = told(HERALD, "It left 12 dead and 30 wounded.", amounts=["12 dead", "30 wounded"])
    b, second = told(POST, "It left 15 dead and 45 wounded.", amounts=["15 dead", "45 wounded"])
    assert len(differences(first, second, articles=[a, b]).contradictions) == 2


@pytest.mark.parametrize(
    ("first_value", "second_value"), [("12 dead", "40 injured"), ("5 km", "3.1 miles"), ("$5 million", "€4.6 million")]
)
def test_amounts_of_different_things_or_units_are_not_set_against_each_other(first_value, second_value):
    a, first = told(HERALD, f"It was {first_value}.")
    b, second = told(POST, f"It was {second_value}.")
    found = differences(
        first, second, articles=[a, b], proposals=[proposal(first, second, "numeric", first_value, second_value)]
    )
    assert not found.contradictions


@pytest.mark.parametrize(
    ("first_value", "second_value"), [("Moscow", "Russia"), ("Tehran", "Iran"), ("the French capital", "Paris")]
)
def test_a_country_is_held_against_countries_only(first_value, second_value):
    a, first = told(HERALD, f"The order came from {first_value}.")
    b, second = told(POST, f"The order came from {second_value}.")
    found = differences(
        first, second, articles=[a, b], proposals=[proposal(first, second, "entity", first_value, second_value)]
    )
    assert not found.contradictions


def test_the_toll_of_one_dated_event_does_not_change_because_weeks_have_passed():
    later = THURSDAY + timedelta(days=30)
    a, first = told(HERALD, "The crash of March 2019 killed 40 people.", when="March 2019", amounts=["40 people"])
    b, second = told(
        POST, "The crash of March 2019 killed 45 people.", published=later, when="March 2019", amounts=["45 people"]
    )
    found = differences(first, second, articles=[a, b])
    assert (len(found.contradictions), len(found.updates)) == (1, 0)


@pytest.mark.parametrize(
    ("first_text", "first_amount", "second_text", "second_amount", "contradict"),
    [
        ("The crash killed 12 people.", "12 people", "The crash left 15 dead.", "15 dead", True),
        ("The crash injured 40 people.", "40 people", "In the crash 25 were injured.", "25", True),
        ("The crash killed 12 people.", "12 people", "The crash injured 40 people.", "40 people", False),
    ],
)
def test_people_are_counted_by_what_befell_them(first_text, first_amount, second_text, second_amount, contradict):
    a, first = told(HERALD, first_text, amounts=[first_amount])
    b, second = told(POST, second_text, amounts=[second_amount])
    assert bool(differences(first, second, articles=[a, b]).contradictions) is contradict
