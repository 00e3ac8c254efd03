"""summarise and verify: every sentence is held to what it cites, and no conflict of weight goes unsaid."""

from __future__ import annotations

import asyncio

import pytest

from schemas.conflicts import Basis, Contradiction, ContradictionKind, Side
from schemas.replies import DraftSentence, SummaryReply
from schemas.summary import Fault, Writer
from service.analyst import FailedSentence
from service.analysts.model import ModelAnalyst
from service.judging.briefing import brief_on
from service.judging.voices import Voices
from service.stages.compare import Differences
from service.stages.corroborate import corroborate
from service.stages.summarise import summarise
from service.stages.verify import verify
from tests.making import article, claim, cluster, story
from tests.scripted import ScriptedAnalyst, unavailable

HERALD = article("Lindow Herald", "The Lindow bridge closed on Thursday. Mira Dann said 14 boats sank. Ships waited.")
POST = article("Ostburg Post", "The bridge was closed on Friday, the ministry's notice shows.")
CLOSED = claim(HERALD, "The Lindow bridge closed on Thursday.", when="on Thursday")
SANK = claim(HERALD, "Mira Dann said 14 boats sank.", amounts=["14 boats"], speaker="Mira Dann")
WAITED = claim(HERALD, "Ships waited.")
FRIDAY = claim(POST, "The bridge was closed on Friday", when="on Friday")
STORY = story(CLOSED, SANK, WAITED, FRIDAY, articles=[HERALD, POST])
CLUSTERS = [cluster(CLOSED, FRIDAY), cluster(SANK), cluster(WAITED)]
CONFLICT = Contradiction(
    id="x_1",
    cluster_id=CLUSTERS[0].id,
    kind=ContradictionKind.TEMPORAL,
    sides=(
        Side(value="Thursday 16 May 2024", claim_ids=(CLOSED.id,), outlets=("Lindow Herald",)),
        Side(value="Friday 10 May 2024", claim_ids=(FRIDAY.id,), outlets=("Ostburg Post",)),
    ),
    weight=0.8,
    basis=Basis.VALUES,
    explanation="Lindow Herald dates it Thursday 16 May 2024; Ostburg Post dates it Friday 10 May 2024.",
)
TELLS = DraftSentence(
    text="Lindow Herald has the bridge closing on Thursday, Ostburg Post on Friday.",
    claims=["c1", "c2"],
    conflicts=["k1"],
)


def briefing(conflicts=(CONFLICT,), clusters=CLUSTERS, told=STORY):
    nothing = Differences((), (), (), (), ())
    return brief_on(clusters, corroborate(clusters, nothing, Voices(told, ()), (), told), conflicts, told, 10_000)


def verified(*sentences, conflicts=(), analyst=None):
    return asyncio.run(verify(sentences, briefing(conflicts), STORY, analyst or ScriptedAnalyst()))


def sentence(text: str, *claims: str, conflicts=()) -> DraftSentence:
    return DraftSentence(text=text, claims=list(claims), conflicts=list(conflicts))


def test_a_brief_numbers_claims_and_conflicts_and_says_which_claims_are_on_which_side():
    brief = briefing().brief
    assert [each.id for point in brief.points for each in point.claims] == ["c1", "c2", "c3", "c4"]
    assert brief.conflicts[0].explanation.endswith("Claims of its sides: c1 against c2")


def test_a_sentence_that_stands_in_what_it_cites_is_kept_with_its_passages():
    found = verified(sentence("Mira Dann said that 14 boats sank.", "c3"))
    [kept] = found.summary.sentences
    assert [citation.evidence.quote for citation in kept.citations] == ["Mira Dann said 14 boats sank."]
    assert kept.writer is Writer.ANALYST


@pytest.mark.parametrize(
    ("text", "claims", "rule"),
    [
        ("Ships waited.", (), "no citation"),
        ("Ships waited.", ("c9",), "no citation"),
        ("Mira Dann said that 41 boats sank.", ("c3",), "number not in what it cites"),
        ("Otto Feld said that 14 boats sank.", ("c3",), "name not in what it cites"),
        ("Mira Dann said on Tuesday that 14 boats sank.", ("c3",), "date not in what it cites"),
        ("14 boats sank.", ("c3",), "attribution lost"),
    ],
)
def test_a_sentence_that_does_not_hold_up_is_dropped_with_its_fault(text, claims, rule):
    found = verified(sentence(text, *claims))
    assert not found.summary.sentences
    [dropped] = found.summary.dropped
    assert rule in [fault.rule for fault in dropped.faults]


def test_a_date_may_be_told_in_full_where_the_passage_names_the_weekday():
    assert verified(sentence("The bridge of Lindow closed on 16 May 2024.", "c1")).summary.sentences


def test_a_date_that_leans_on_an_articles_day_must_be_told_in_full():
    said_in = article("Herald", "The dam of Lindow broke last year.")
    broke = claim(said_in, "The dam of Lindow broke last year.", when="last year")
    told = story(broke, articles=[said_in])
    brief = briefing((), [cluster(broke)], told)
    assert brief.brief.points[0].claims[0].when == "2023"

    def faults(text):
        found = asyncio.run(verify([sentence(text, "c1")], brief, told, ScriptedAnalyst()))
        return [fault.rule for each in found.summary.dropped for fault in each.faults]

    assert faults("The dam of Lindow broke last year.") == ["date that leans on the day of an article"]
    assert faults("The dam of Lindow broke in 2023.") == []


def test_an_outlets_name_is_no_number():
    said_in = article("004_report", "Ships waited.")
    waited = claim(said_in, "Ships waited.")
    told = story(waited, articles=[said_in])
    drafts = [sentence("Ships waited, 004_report says.", "c1")]
    found = verify(drafts, briefing((), [cluster(waited)], told), told, ScriptedAnalyst())
    assert asyncio.run(found).summary.sentences


def test_ids_that_the_brief_does_not_hold_are_counted():
    assert [each.detail for each in verified(sentence("Ships waited.", "c4", "c99")).rejections] == ["c99"]


def test_a_conflict_told_with_both_sides_is_kept():
    found = verified(TELLS, conflicts=[CONFLICT])
    [kept] = found.summary.sentences
    assert kept.contradiction_ids == ("x_1",)


@pytest.mark.parametrize(
    ("draft", "rule"),
    [
        (sentence("The Lindow bridge closed on Thursday.", "c1"), "takes a side in an open conflict"),
        (sentence("It closed on Thursday, or on Friday.", "c1", conflicts=["k1"]), "conflict told by one side"),
        (
            sentence("The bridge was closed on Friday.", "c1", "c2", conflicts=["k1"]),
            "conflict told without both values",
        ),
    ],
)
def test_a_conflict_is_never_settled_or_half_told(draft, rule):
    found = verified(draft, conflicts=[CONFLICT])
    assert rule in [fault.rule for each in found.summary.dropped for fault in each.faults]


def test_a_conflict_told_with_its_sides_crossed_is_refused():
    crossed = sentence(
        "Lindow Herald has the bridge closing on Friday, Ostburg Post on Thursday.", "c1", "c2", conflicts=["k1"]
    )
    faults = [fault.rule for each in verified(crossed, conflicts=[CONFLICT]).summary.dropped for fault in each.faults]
    assert faults == ["conflict told with a value on the wrong side"]


def test_a_conflict_that_nobody_tells_is_told_by_code_with_claims_of_both_sides():
    found = verified(sentence("Ships waited.", "c4"), conflicts=[CONFLICT])
    told = found.summary.sentences[-1]
    assert told.writer is Writer.CODE
    assert {citation.claim_id for citation in told.citations} == {CLOSED.id, FRIDAY.id}
    assert "Thursday 16 May 2024" in told.text
    assert "Friday 10 May 2024" in told.text


def test_a_faulty_sentence_is_rewritten_once_in_its_place():
    analyst = ScriptedAnalyst(
        repair=lambda *_: SummaryReply(sentences=[sentence("Mira Dann said 14 boats sank.", "c3")])
    )
    found = verified(sentence("41 boats sank.", "c3"), sentence("Ships waited.", "c4"), analyst=analyst)
    assert [(each.text, each.writer) for each in found.summary.sentences] == [
        ("Mira Dann said 14 boats sank.", Writer.REPAIR),
        ("Ships waited.", Writer.ANALYST),
    ]


def test_a_sentence_that_is_still_faulty_goes_and_no_second_repair_is_asked():
    analyst = ScriptedAnalyst(repair=lambda *_: SummaryReply(sentences=[sentence("42 boats sank.", "c3")]))
    found = verified(sentence("41 boats sank.", "c3"), analyst=analyst)
    assert len(analyst.asked) == 1
    assert [each.text for each in found.summary.dropped] == ["42 boats sank."]


def test_a_repair_that_fails_is_told_and_costs_only_the_faulty_sentences():
    found = verified(
        sentence("41 boats sank.", "c3"), sentence("Ships waited.", "c4"), analyst=ScriptedAnalyst(repair=unavailable)
    )
    assert [each.text for each in found.summary.sentences] == ["Ships waited."]
    assert len(found.failures) == 1


def test_no_repair_is_asked_where_nothing_is_faulty():
    analyst = ScriptedAnalyst()
    verified(sentence("Ships waited.", "c4"), analyst=analyst)
    assert not analyst.asked


def test_a_summary_that_fails_leaves_a_report_that_says_so():
    drafted = asyncio.run(summarise(briefing(), ScriptedAnalyst(summarise=unavailable)))
    assert not drafted.sentences
    assert drafted.failures[0].subject == "the summary"


def test_what_only_a_speaker_vouches_for_may_be_told_with_a_word_of_reporting():
    assert verified(sentence("14 boats were said to have sunk.", "c3")).summary.sentences


class KeptPrompts:
    """A gateway that keeps what it is asked and answers with an empty summary."""

    def __init__(self):
        self.asked = []

    async def ask(self, prompt, _):
        self.asked.append(prompt)
        return SummaryReply(sentences=[])


def test_a_rewriting_is_told_which_conflicts_and_claims_the_faulty_sentence_listed():
    gateway = KeptPrompts()
    fault = Fault(rule="conflict told by one side", detail="They differ.")
    failed = FailedSentence(text="It closed.", claims=("c1",), conflicts=("k1",), faults=(fault,))
    analyst = ModelAnalyst(gateway, fence_salt="s")
    asyncio.run(analyst.repair(briefing().brief, [failed]))
    assert "1. It closed. (claims: c1; conflicts: k1)\n   fault: conflict told by one side" in gateway.asked[0].user


def test_what_an_outlet_says_itself_on_the_same_point_frees_a_sentence_of_its_speaker():
    own = claim(POST, "The bridge was closed on Friday")
    said = claim(HERALD, "Mira Dann said 14 boats sank.", speaker="Mira Dann")
    told = story(own, said, articles=[HERALD, POST])

    def dropped(*clusters):
        drafts = [sentence("14 boats sank.", "c1", "c2")]
        return asyncio.run(verify(drafts, briefing((), clusters, told), told, ScriptedAnalyst())).summary.dropped

    assert dropped(cluster(own), cluster(said))
    assert not dropped(cluster(own, said))
