"""The linter: what may be printed of a claim, in whose name, with which date, and beside which conflict."""

from __future__ import annotations

from datetime import date

import pytest

from schemas.claims import Factuality, Polarity
from schemas.conflicts import Basis, Contradiction, ContradictionKind, Side
from service.judging.linter import CheckedSentence, faults_of
from tests.making import article, claim, story

HERALD, POST, PORTAL = "Lindow Herald", "Ostburg Post", "An island portal (in translation)"
TOUR = date(2024, 5, 16)


def told(outlet, text, published=TOUR, **fields):
    """An article of one sentence, and the claim that is the whole of it."""
    said_in = article(outlet, text, published)
    return said_in, claim(said_in, text, **fields)


def conflict(kind, *sides, cluster_id="p_1"):
    """A conflict between (value, article, claim) triples, each a side."""
    return Contradiction(
        id="x_1",
        cluster_id=cluster_id,
        kind=kind,
        sides=tuple(
            Side(value=value, claim_ids=(each.id,), outlets=(said_in.outlet,)) for value, (said_in, each) in sides
        ),
        weight=0.8,
        basis=Basis.VALUES,
        explanation="They differ.",
    )


def rules(text, *pairs, tells=(), beside=(), points=None, also=()):
    """The rules that a sentence breaks. `also` are claims of the story that it does not cite."""
    everything = [*pairs, *also]
    known = story(*(each for _, each in everything), articles=[said_in for said_in, _ in everything])
    sentence = CheckedSentence(text, tuple(each for _, each in pairs), tuple(tells), points or {})
    return [fault.rule for fault in faults_of(sentence, [*tells, *beside], known)]


LEE = told(HERALD, "The order to sink the ferry was given by Mira Lee.")
FOSS = told(POST, "The order to sink the ferry was given by Otto Foss.")
WHO = conflict(ContradictionKind.ENTITY, ("Mira Lee", LEE), ("Otto Foss", FOSS))


def test_a_conflict_of_names_is_not_settled_by_citing_both_sides():
    assert "conflict told without both values" in rules("Mira Lee gave the order.", LEE, FOSS, tells=[WHO])


def test_a_conflict_told_without_an_outlet_leaves_open_who_says_what():
    assert rules("Mira Lee gave the order, or Otto Foss.", LEE, FOSS, tells=[WHO]) == [
        "conflict told without who says what"
    ]


def test_a_conflict_told_with_names_and_an_outlet_may_be_printed():
    assert not rules("The Lindow Herald says Mira Lee gave the order; others name Foss.", LEE, FOSS, tells=[WHO])


def test_a_surname_settles_a_conflict_as_the_whole_name_does():
    assert rules("Lee gave the order.", LEE, beside=[WHO], also=[FOSS]) == ["takes a side in an open conflict"]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("The Lindow Herald says the order was read out, the Ostburg Post that it was not.", []),
        ("The Lindow Herald says the order was read out, or not.", ["conflict told without both values"]),
    ],
)
def test_a_conflict_of_yes_and_no_needs_an_outlet_of_each_side(text, broken):
    read = told(HERALD, "The order was read out.")
    unread = told(POST, "The order was not read out.", polarity=Polarity.NEGATIVE)
    open_one = conflict(ContradictionKind.POLARITY, ("was read out", read), ("was not read out", unread))
    assert rules(text, read, unread, tells=[open_one]) == broken


def test_a_quotation_in_two_mouths_needs_both_speakers_and_an_outlet():
    one = told(HERALD, "“We stay,” said Mira Lee.", speaker="Mira Lee", direct=True)
    other = told(POST, "“We stay,” said Otto Foss.", speaker="Otto Foss", direct=True)
    mouths = conflict(ContradictionKind.ATTRIBUTION, ("Mira Lee", one), ("Otto Foss", other))
    assert rules("Mira Lee or Otto Foss said it.", one, other, tells=[mouths]) == [
        "conflict told without who says what"
    ]
    assert not rules("By the Lindow Herald Mira Lee said it; otherwise Otto Foss.", one, other, tells=[mouths])


def test_all_three_sides_of_a_conflict_are_told():
    sides = [
        told(outlet, f"The storm left {dead} dead.", amounts=[f"{dead} dead"])
        for outlet, dead in ((HERALD, 12), (POST, 15), (PORTAL, 20))
    ]
    tolls = conflict(ContradictionKind.NUMERIC, ("12 dead", sides[0]), ("15 dead", sides[1]), ("20 dead", sides[2]))
    assert rules("Lindow Herald says 12 dead, Ostburg Post 15.", *sides, tells=[tolls]) == [
        "conflict told without both values"
    ]
    full = "Lindow Herald says 12 dead, Ostburg Post 15 and an island portal 20."
    assert not rules(full, *sides, tells=[tolls])


def test_one_date_that_fits_two_sides_tells_neither():
    thursday = told(HERALD, "The bridge closed on Thursday.", when="on Thursday")
    tuesday = told(POST, "The bridge closed on Tuesday.", when="on Tuesday")
    days = conflict(ContradictionKind.TEMPORAL, ("Thursday 16 May 2024", thursday), ("Tuesday 14 May 2024", tuesday))
    both = (thursday, tuesday)
    assert "conflict told without both values" in rules("The Lindow Herald has May 2024.", *both, tells=[days])
    assert not rules("Lindow Herald says 16 May, Ostburg Post says 14 May.", *both, tells=[days])
    assert rules("The bridge closed on 16 May.", thursday, beside=[days], also=[tuesday]) == [
        "takes a side in an open conflict"
    ]
    assert not rules("The bridge closed in May 2024.", thursday, beside=[days], also=[tuesday])


TWO = told(HERALD, "The storm sank 2 boats, and two ministers came on 2 May.", amounts=["2 boats"])
THREE = told(POST, "The storm sank 3 boats.", amounts=["3 boats"])
BOATS = conflict(ContradictionKind.NUMERIC, ("2 boats", TWO), ("3 boats", THREE))


@pytest.mark.parametrize("text", ["Two ministers came.", "The ministers came on 2 May."])
def test_the_number_of_something_else_settles_no_conflict(text):
    assert not rules(text, TWO, beside=[BOATS], also=[THREE])


def test_a_claim_of_the_point_without_a_read_value_can_settle_a_conflict_too():
    unread = told(PORTAL, "The storm sank a pair of boats.")
    text = "A pair of boats sank in the storm."
    assert not rules(text, unread, beside=[BOATS], also=[TWO, THREE])
    on_point = {unread[1].id: "p_1"}
    settles = ["takes a side in an open conflict"]
    assert rules(text, unread, beside=[BOATS], also=[TWO, THREE], points=on_point) == settles


SHELLED = "Mira Lee said the army shelled the police station in Peru."
SOLD = "Peru denied that it sold shells to Chile."


@pytest.mark.parametrize(
    ("text", "source", "fields", "broken"),
    [
        ("The army shelled the police station in Peru.", SHELLED, {"speaker": "Mira Lee"}, "attribution lost"),
        (
            "The army of the United States came.",
            "The army of the United States came, Mira Lee said.",
            {"speaker": "Mira Lee"},
            "attribution lost",
        ),
        (
            "Peruvian forces said little and took the village.",
            "Peruvian forces said little and took the village, the Peruvian Defence Ministry said.",
            {"speaker": "Peruvian Defence Ministry"},
            "attribution lost",
        ),
        ("Peru sold shells to Chile.", SOLD, {"speaker": "Peru", "factuality": Factuality.DENIED}, "denial told as fact"),
        (
            "Otto Foss stole the gold.",
            "Otto Foss is the main suspect; he stole the gold.",
            {"factuality": Factuality.ALLEGED},
            "allegation told as fact",
        ),
        (
            "Mira Lee confirmed that the army shelled the police station.",
            SHELLED + " It confirmed nothing.",
            {"speaker": "Mira Lee", "factuality": Factuality.ALLEGED},
            "allegation told as fact",
        ),
        ("The storm closed the port.", "The storm closed the port.", {"factuality": Factuality.POSSIBLE},
         "possibility told as fact"),
        ("Peru opened the port.", "Peru plans to open the port.", {"factuality": Factuality.PLANNED}, "plan told as fact"),
    ],
)  # fmt: skip
def test_what_falls_short_of_a_fact_may_not_be_told_as_one(text, source, fields, broken):
    assert broken in rules(text, told(HERALD, source, **fields))


@pytest.mark.parametrize(
    ("text", "source", "fields"),
    [
        ("Lee said that the army shelled the police station in Peru.", SHELLED,
         {"speaker": "Mira Lee", "factuality": Factuality.ALLEGED}),
        ("The army was said to have shelled the police station in Peru.", SHELLED, {"speaker": "Mira Lee"}),
        ("Senior officials told of ships.", "Ships came, a senior official said.", {"speaker": "a senior official"}),
        ("Peru has denied selling shells to Chile.", SOLD, {"speaker": "Peru", "factuality": Factuality.DENIED}),
        ("Peru is to open the port.", "Peru plans to open the port.", {"factuality": Factuality.PLANNED}),
        ("Otto Foss is suspected of theft.", "Otto Foss is suspected of theft.", {"factuality": Factuality.ALLEGED}),
    ],
)  # fmt: skip
def test_what_is_told_in_its_speakers_name_and_sense_may_be_printed(text, source, fields):
    assert not rules(text, told(HERALD, source, **fields))


def test_an_outlets_own_word_vouches_only_for_what_is_on_the_same_point():
    said = told(HERALD, "Mira Lee said the army shelled the town.", speaker="Mira Lee")
    own = told(POST, "The army shelled the town.")
    text = "The army shelled the town."
    assert rules(text, said, own) == ["attribution lost"]
    assert not rules(text, said, own, points={said[1].id: "p_1", own[1].id: "p_1"})


def test_the_analysts_wording_of_a_claim_is_no_source_of_a_date():
    closed = told(
        HERALD, "The bridge closed on Thursday.", when="on Thursday", statement="The bridge closed on Sunday."
    )
    assert rules("The bridge closed on Sunday.", closed) == ["date not in what it cites"]


@pytest.mark.parametrize(
    "when", ["on 16 May", "on Thursday, 16 May", "in May", "on May 16", "on 16 May 2024", "Thursday"]
)
def test_a_date_without_its_year_is_read_beside_the_cited_article(when):
    assert not rules(f"The bridge closed {when}.", told(HERALD, "The bridge closed on Thursday.", when="on Thursday"))


@pytest.mark.parametrize("when", ["on 17 May", "in mid-July", "in June", "this week", "on Friday, 17 May"])
def test_another_date_is_none_of_the_cited_article(when):
    closed = told(HERALD, "The bridge closed on Thursday.", when="on Thursday")
    assert rules(f"The bridge closed {when}.", closed) == ["date not in what it cites"]


def test_the_number_of_the_cited_outlets_may_be_told():
    fell, also = told(HERALD, "The bridge fell."), told(POST, "The bridge fell in.")
    assert not rules("Two outlets report that the bridge fell.", fell, also)
    assert rules("Three outlets report that the bridge fell.", fell, also) == ["number not in what it cites"]


def test_an_outlets_name_inside_a_number_does_not_hide_it():
    assert rules("The storm sank 11 boats.", told("1", "The storm sank 12 boats.")) == ["number not in what it cites"]


def test_a_dropped_negation_and_a_swapped_amount_are_faults():
    unconfirmed = told(HERALD, "The port office has not confirmed the deal.")
    assert rules("The port office confirmed the deal.", unconfirmed) == ["negation or hedge changed"]
    blast = told(HERALD, "The blast killed 12 people and injured 40 people.")
    assert "amount given to something else" in rules("The blast killed 40 people and injured 12 people.", blast)
