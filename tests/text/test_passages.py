"""Passages that two articles share are found with their places, and chance likeness is not one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.text import passages
from service.text.alignment.words import words_of
from service.text.passages import PassageIndex

STATEMENT = (
    "The harbour authority regrets that both piers had to be closed without notice and asks every skipper to keep to the "
    "outer roads until divers have made sure that the cable trench under the northern basin is safe to cross again."
)
EDITED = STATEMENT.replace("regrets", "very much regrets").replace("skipper", "captain").replace("made sure", "checked")
OWN_START = "Port Linnet woke to silence on Tuesday. No ferry ran, and the fish market stayed empty for the first time in years."
OTHER_START = (
    "Trade through the coast's second harbour stopped this week, which insurers say will cost shippers dearly."
)


def index_of(**texts):
    index = PassageIndex()
    for article_id, text in texts.items():
        index.add(article_id, text)
    return index


@pytest.mark.parametrize("copy", [STATEMENT, EDITED, STATEMENT.upper().replace(",", "")])
def test_a_passage_lifted_with_small_edits_is_found_at_its_places(copy):
    one, other = f"{OWN_START}\n\n{STATEMENT}\n\nIt rained.", f"{OTHER_START} {copy} Nobody was hurt."
    [shared] = index_of(one=one, other=other).shared()
    assert shared.article_ids == ("one", "other")
    assert one[shared.spans[0].start : shared.spans[0].end] in STATEMENT
    assert other[shared.spans[1].start : shared.spans[1].end] in copy
    assert shared.words >= 25
    assert shared.spans[1].end - shared.spans[1].start >= 0.85 * len(copy)


def test_articles_that_tell_one_event_in_their_own_words_share_no_passage():
    assert index_of(one=OWN_START * 2, other=OTHER_START * 2).shared() == []


def test_a_phrase_shorter_than_the_limit_is_no_passage_unless_the_limit_is_lowered():
    phrase = "until divers have made sure that the cable trench under the basin is safe"
    one, other = f"{OWN_START} {phrase}.", f"{OTHER_START} {phrase}."
    assert index_of(one=one, other=other).shared() == []
    lowered = PassageIndex(shortest_words=10)
    lowered.add("one", one)
    lowered.add("other", other)
    assert [shared.words for shared in lowered.shared()] == [14]


def test_two_passages_far_apart_are_two():
    second = (
        " ".join(f"barge{chr(97 + k)}" for k in range(26)) + " were counted at the lock by the keepers and their sons"
    )
    shared = index_of(one=f"{STATEMENT} {OWN_START} {second}", other=f"{second} {OTHER_START} {STATEMENT}").shared()
    assert len(shared) == 2
    assert shared[0].spans[0].start < shared[1].spans[0].start
    assert shared[0].spans[1].start > shared[1].spans[1].start


def test_passages_in_one_order_with_other_text_between_are_two():
    second = " ".join(f"barge{chr(97 + k)}" for k in range(26))
    one, other = f"{STATEMENT} {OWN_START} {second}", f"{STATEMENT} {OTHER_START} {second}"
    assert [shared.words for shared in index_of(one=one, other=other).shared()] == [41, 26]


def test_a_text_that_repeats_itself_is_shared_once():
    assert len(index_of(one=f"{STATEMENT} {STATEMENT}", other=f"{STATEMENT} {STATEMENT}").shared()) == 1


def test_scattered_phrases_are_no_passage():
    def woven(own):
        return " ".join(
            f"the piers of harbour {chr(97 + k)}x " + " ".join([f"{own}{chr(97 + k)}"] * 7) for k in range(6)
        )

    assert index_of(one=woven("rope"), other=woven("sail")).shared() == []


def test_containment_is_the_share_of_one_text_that_the_other_holds():
    index = index_of(brief=STATEMENT, full=f"{OTHER_START} {STATEMENT} {OWN_START}", apart=OWN_START, tiny="Too short.")
    assert index.containment("brief", "full") == 1.0
    assert 0.2 < index.containment("full", "brief") < 0.6
    assert index.containment("brief", "apart") == 0.0
    assert index.containment("tiny", "full") == 0.0


def test_an_article_added_twice_counts_once():
    index = index_of(one=STATEMENT, other=STATEMENT)
    index.add("other", OTHER_START)
    assert index.shared() == []


def test_sampling_finds_the_same_passages(monkeypatch):
    texts = {"one": f"{OWN_START} {STATEMENT}", "other": f"{OTHER_START} {EDITED}", "third": OTHER_START + OWN_START}
    exact = index_of(**texts).shared()
    monkeypatch.setattr(passages, "SHINGLES_BEFORE_SAMPLING", 0)
    assert index_of(**texts).shared() == exact


@settings(deadline=None, max_examples=50)
@given(
    st.lists(
        st.sampled_from([STATEMENT, EDITED, OWN_START, OTHER_START, "— 😀 港は閉鎖", "a a a a a a a a"]), max_size=6
    )
)
def test_spans_lie_in_their_texts_and_hold_enough_words(parts):
    one, other = " ".join(parts), "\r\n".join(reversed(parts))
    for shared in index_of(one=one, other=other).shared():
        for span, text in zip(shared.spans, (one, other), strict=True):
            assert 0 <= span.start < span.end <= len(text)
            assert len(words_of(text[span.start : span.end])) >= shared.words >= 25
