"""extract: one call an article, windows for long ones, and one fault costs one article only."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.articles import TextSpan
from schemas.replies import ExtractReply
from service.errors import ProviderUnavailable
from service.stages.extract import extract, passages_of
from tests.making import article, draft
from tests.scripted import ScriptedAnalyst, unavailable

WINDOW = 1_000


def run(articles, analyst):
    return asyncio.run(extract(articles, analyst, WINDOW))


def test_articles_of_ordinary_length_cost_one_call_each():
    analyst = ScriptedAnalyst()
    run([article("Herald", "The bridge fell."), article("Post", "The road is open.")], analyst)
    assert len(analyst.asked) == 2


def test_site_furniture_is_not_sent():
    text = "Subscribe now\n\nThe bridge fell."
    analyst = ScriptedAnalyst()
    run([article("Herald", text, noise=(TextSpan(start=0, end=13),))], analyst)
    assert analyst.asked[0].text == "The bridge fell."


def test_an_article_that_fails_is_told_as_missing_and_the_others_go_on():
    lost = article("Post", "The road is open.")

    def answer(passage):
        if passage.article is lost:
            unavailable()
        return ExtractReply(claims=[draft("The bridge fell.")])

    found = run([article("Herald", "The bridge fell."), lost], ScriptedAnalyst(extract=answer))
    assert [len(each.drafts) for each in found.done] == [1]
    [failure] = found.failures
    assert "Post" in failure.subject
    assert failure.remedy


def test_if_nothing_at_all_can_be_read_the_error_is_the_providers():
    with pytest.raises(ProviderUnavailable):
        run([article("Herald", "The bridge fell.")], ScriptedAnalyst(extract=unavailable))


def test_a_long_article_is_read_in_windows_that_end_at_paragraph_ends_and_overlap():
    paragraphs = [f"Paragraph {number}. " + "Word " * 50 for number in range(12)]
    said = article("Herald", "\n\n".join(part.strip() for part in paragraphs))
    passages = passages_of(said, WINDOW)
    assert len(passages) > 1
    for before, after in pairwise(passages):
        assert after.span.start < before.span.end == after.owned_from
        assert said.text[before.span.end : before.span.end + 2] == "\n\n"
        assert before.span.end - before.span.start <= WINDOW


@given(
    st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=2_500), min_size=1, max_size=8)
)
def test_windows_cover_every_word_and_each_position_has_one_owner(parts):
    said = article("Herald", "\n\n".join(parts))
    passages = passages_of(said, WINDOW)
    assert passages[0].owned_from == passages[0].span.start
    for before, after in pairwise(passages):
        assert after.owned_from == before.span.end
        assert after.span.start <= after.owned_from or not said.text[after.owned_from : after.span.start].strip()
    covered = {at for each in passages for at in range(each.span.start, each.span.end)}
    assert all(at in covered for at, character in enumerate(said.text) if not character.isspace())
