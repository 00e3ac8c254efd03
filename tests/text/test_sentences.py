"""Sentences, paragraphs and quotations as spans that never lose or move a character."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.text.sentences import paragraphs, quotations, sentences

MIXED = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from('ab A.!?…  \r\n\t“”"«»()。！？，שׁלום مرحبا 漢字かな 😀👩‍👩‍👧é\u0301\u00ad\u200b'),
    ),
    max_size=200,
)


def pieces(text, spans):
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry left. Nobody waved.", ["The ferry left.", "Nobody waved."]),
        ("“The pier is shut. Boats wait outside,” he said.", ["“The pier is shut.", "Boats wait outside,” he said."]),
        (
            '"The pier is shut. Boats wait," he said. It rained.',
            ['"The pier is shut.', 'Boats wait," he said.', "It rained."],
        ),
        ("“The pier is shut.” He left.", ["“The pier is shut.”", "He left."]),
        ("“Will it open?” she asked.", ["“Will it open?” she asked."]),
        (
            "Mr. Adel of the U.N. Board paid $3.5 million. He left.",
            ["Mr. Adel of the U.N. Board paid $3.5 million.", "He left."],
        ),
        ("First line.\r\nSecond line. Third 😀 one.", ["First line.", "Second line.", "Third 😀 one."]),
        ("港は閉鎖された。船は待つ。", ["港は閉鎖された。", "船は待つ。"]),
        ("الميناء مغلق. هل يفتح؟ نعم.", ["الميناء مغلق.", "هل يفتح؟", "نعم."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_sentences_are_cut_where_a_reader_would_cut_them(text, expected):
    assert pieces(text, sentences(text)) == expected


@settings(deadline=None)
@given(MIXED)
def test_sentences_are_ordered_apart_trimmed_and_cover_all_but_white_space(text):
    spans = sentences(text)
    assert all(span.start < span.end for span in spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(piece == piece.strip() for piece in pieces(text, spans))
    assert "".join("".join(piece.split()) for piece in pieces(text, spans)) == "".join(text.split())


@settings(deadline=None)
@given(MIXED)
def test_every_sentence_lies_within_one_paragraph(text):
    blocks = paragraphs(text)
    assert all(
        sum(block.start <= span.start and span.end <= block.end for block in blocks) == 1 for span in sentences(text)
    )


def test_a_lone_surrogate_is_only_another_character():
    text = "Bad \ud800 byte here. And on."
    assert [span.start for span in sentences(text)] == [0, 17]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Headline\nThe ferry left at noon.\n\nNobody waved.",
            ["Headline", "The ferry left at noon.", "Nobody waved."],
        ),
        ("One.\r\n\r\nTwo.\r\nThree.", ["One.", "Two.", "Three."]),
        (
            "The harbour of Port Linnet was shut to every ship on\nTuesday while divers looked for the lost cable under\nthe pier.\n\nNobody was hurt.",
            [
                "The harbour of Port Linnet was shut to every ship on\nTuesday while divers looked for the lost cable under\nthe pier.",
                "Nobody was hurt.",
            ],
        ),
    ],
)
def test_a_line_is_a_paragraph_unless_the_text_is_hard_wrapped(text, expected):
    assert pieces(text, paragraphs(text)) == expected


def test_a_sentence_of_a_hard_wrapped_text_runs_over_the_line_end():
    text = "The harbour of Port Linnet was shut to every ship on\nTuesday. It opened again before the morning tide and the\nboats left."
    assert len(sentences(text)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “the pier” and «the boat».", ["the pier", "the boat"]),
        ('He said "the pier" twice.', ["the pier"]),
        ("“It goes on\n\n“and on,” he said.", ["It goes on", "and on,"]),
        ("Ein „Hafen“ liegt dort.", ["Hafen"]),
        ('A 5" pipe.', []),
    ],
)
def test_quotations_hold_what_stands_between_the_marks(text, expected):
    assert pieces(text, quotations(text)) == expected
