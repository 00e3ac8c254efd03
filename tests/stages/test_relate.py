"""relate: code finds the claims in doubt, the analyst groups them, and no id of its own making counts."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.replies import ProposedConflict, RelateReply, Voice
from service.stages.relate import candidate_pairs, relate, windows_of
from tests.making import THURSDAY, article, claim, story
from tests.scripted import NOTHING_RELATED, ScriptedAnalyst, grouped, unavailable

WINDOW = 10_000
FELL = ("The old bridge of Lindow fell on Friday.", "Lindow's old bridge collapsed on Friday.")


def told(text: str, *, outlet: str = "Herald", published: date | None = THURSDAY, **fields):
    said_in = article(outlet, text, published)
    return said_in, claim(said_in, text, **fields)


def run(pairs, analyst, window=WINDOW):
    return asyncio.run(
        relate(story(*(each for _, each in pairs), articles=[each for each, _ in pairs]), analyst, window)
    )


def answering(*groups, conflicts=(), voices=()):
    reply = RelateReply(groups=list(groups), conflicts=list(conflicts), voices=list(voices))
    return ScriptedAnalyst(relate=lambda _: reply)


def conflict(first: str, second: str) -> ProposedConflict:
    return ProposedConflict(
        first=first, second=second, kind="entity", first_value="a", second_value="b", why="they differ"
    )


def test_claims_that_nothing_resembles_cost_no_call_and_stand_alone():
    analyst = ScriptedAnalyst()
    found = run([told("The bridge fell."), told("Wheat prices rose.", outlet="Post")], analyst)
    assert not analyst.asked
    assert [len(each.claim_ids) for each in found.clusters] == [1, 1]


def test_claims_that_the_analyst_groups_are_one_cluster():
    found = run([told(FELL[0]), told(FELL[1], outlet="Post")], answering(grouped("c1", "c2")))
    assert [len(each.claim_ids) for each in found.clusters] == [2]


def test_an_id_that_was_not_shown_is_refused_and_counted():
    found = run([told(FELL[0]), told(FELL[1], outlet="Post")], answering(grouped("c1", "c2", "c7", "drop table")))
    assert [len(each.claim_ids) for each in found.clusters] == [2]
    assert [each.reason for each in found.rejections] == ["id outside the window"] * 2


def test_a_claim_is_in_one_cluster_only():
    pairs = [
        told(FELL[0]),
        told(FELL[1], outlet="Post"),
        told("Friday saw the old Lindow bridge fall.", outlet="Times"),
    ]
    found = run(pairs, answering(grouped("c1", "c2"), grouped("c2", "c3")))
    ids = [claim_id for each in found.clusters for claim_id in each.claim_ids]
    assert sorted(ids) == sorted({each.id for _, each in pairs})


def test_a_conflict_across_two_points_is_refused():
    pairs = [
        told(FELL[0]),
        told(FELL[1], outlet="Post"),
        told("Friday saw the old Lindow bridge fall.", outlet="Times"),
    ]
    found = run(pairs, answering(grouped("c1", "c2"), conflicts=[conflict("c1", "c3"), conflict("c1", "c2")]))
    assert [(each.first, each.second) for each in found.conflicts] == [(pairs[0][1].id, pairs[1][1].id)]
    assert [each.reason for each in found.rejections] == ["proposed conflict of claims on different points"]


def test_two_briefings_months_apart_are_two_events_though_the_analyst_joins_them():
    later = THURSDAY + timedelta(days=150)
    text = "The minister briefed reporters on Tuesday."
    pairs = [
        told(text, when="on Tuesday"),
        told(text + " ", outlet="Post", published=later, when="on Tuesday"),
    ]
    found = run(pairs, answering(grouped("c1", "c2")))
    assert [len(each.claim_ids) for each in found.clusters] == [1, 1]


def test_one_old_event_told_by_articles_months_apart_stays_one():
    later = THURSDAY + timedelta(days=150)
    pairs = [
        told("The dam of Lindow broke in March 2019.", when="in March 2019"),
        told("The Lindow dam broke in March 2019.", outlet="Post", published=later, when="in March 2019"),
    ]
    found = run(pairs, answering(grouped("c1", "c2")))
    assert [len(each.claim_ids) for each in found.clusters] == [2]


def test_a_window_that_fails_is_told_and_leaves_its_claims_alone():
    found = run([told(FELL[0]), told(FELL[1], outlet="Post")], ScriptedAnalyst(relate=unavailable))
    assert [len(each.claim_ids) for each in found.clusters] == [1, 1]
    assert len(found.failures) == 1


def test_more_claims_than_a_window_holds_are_asked_in_several():
    pairs = [told(f"Boat {number} of the Lindow fleet sank.", outlet=f"Paper {number}") for number in range(40)]
    analyst = ScriptedAnalyst()
    run(pairs, analyst, window=400)
    assert len(analyst.asked) > 1
    shown = [each.statement for window in analyst.asked for each in window.claims]
    assert len(shown) == len(set(shown))


@pytest.mark.parametrize("outlets", [59, 61, 200])
def test_the_point_that_every_outlet_tells_is_asked_about_as_one(outlets):
    pairs = [told("The old bridge of Lindow fell on Friday.", outlet=f"Paper {number}") for number in range(outlets)]
    analyst = ScriptedAnalyst()
    run(pairs, analyst, window=100_000)
    [window] = analyst.asked
    assert len(window.claims) == outlets


def test_speakers_are_shown_once_with_what_they_speak_for():
    pairs = [
        told(FELL[0], speaker="Mira Dann", institution="Harbour Office"),
        told(FELL[1], outlet="Post", speaker="Mira Dann", institution="Harbour Office"),
    ]
    analyst = ScriptedAnalyst(relate=lambda _: NOTHING_RELATED)
    run(pairs, analyst)
    assert analyst.asked[0].speakers == ("Mira Dann (Harbour Office)",)


def test_voices_come_through_as_they_are():
    voice = Voice(institution="Harbour Office", speakers=["Mira Dann"])
    assert run([told(FELL[0]), told(FELL[1], outlet="Post")], answering(voices=[voice])).voices == (voice,)


@given(
    st.lists(
        st.sampled_from(["harbour", "bridge", "storm", "mayor", "ferry", "closed", "sank", "opened"]),
        min_size=2,
        max_size=30,
    )
)
def test_every_claim_in_doubt_is_in_exactly_one_window(words):
    said = article("Herald", "\n".join(f"The {word} of Lindow {number}." for number, word in enumerate(words)))
    claims = [claim(said, f"The {word} of Lindow {number}.") for number, word in enumerate(words)]
    pairs = candidate_pairs(claims)
    windows = list(windows_of(claims, pairs, 120))
    placed = [each.id for window in windows for each in window]
    in_doubt = {claims[at].id for pair in pairs for at in pair[:2]}
    assert len(placed) == len(set(placed))
    assert set(placed) == in_doubt
