"""The Markdown view, as a CommonMark parser with GitHub's tables reads it."""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from schemas.report import Report
from service.views.markdown import render_markdown
from service.views.wording import NO_CONTRADICTION, SINGLE_SOURCE_SHOWN
from tests.views.sample import empty_report, ferry_report, large_report

MARKER = re.compile(r"\[(\d+)\]")


def parsed(report: Report) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(render_markdown(report))


def inline_text(token: Token) -> str:
    return "".join(child.content for child in token.children or [])


def under(report: Report, title: str) -> list[Token]:
    """The tokens between a heading of level 2 and the next one."""
    tokens = parsed(report)
    starts = [place for place, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h2"]
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        if inline_text(tokens[start + 1]) == title:
            return tokens[start + 3 : end]
    raise AssertionError(f"no section {title}")


def words_under(report: Report, title: str) -> str:
    return "\n".join(inline_text(token) for token in under(report, title) if token.type == "inline")


def passages(report: Report) -> dict[str, str]:
    """The quoted passages by the number that a reader sees, which the parser counts itself."""
    tokens = under(report, "Passages")
    assert [token.type for token in tokens].count("ordered_list_open") == 1
    quotes = [inline_text(tokens[place + 2]) for place, token in enumerate(tokens) if token.type == "blockquote_open"]
    return {str(number): quote for number, quote in enumerate(quotes, start=1)}


def test_every_marker_leads_to_a_passage():
    listed = passages(ferry_report())
    assert set(MARKER.findall(render_markdown(ferry_report()))) == set(listed)


def test_a_sentence_cites_the_passages_it_rests_on():
    report = ferry_report()
    listed = passages(report)
    lines = words_under(report, "Summary").split("\n")
    for sentence in report.summary.sentences:
        (line,) = [line for line in lines if line.startswith(sentence.text)]
        cited = {listed[number] for number in MARKER.findall(line)}
        assert cited == {citation.evidence.quote for citation in sentence.citations}
        assert ("see contradiction" in line) is bool(sentence.contradiction_ids)


def test_a_dropped_sentence_is_shown_with_its_fault():
    assert "Left out: “Some 45 people were aboard.” Because: number not cited (45)." in words_under(
        ferry_report(), "Summary"
    )


def test_every_contradiction_has_a_table_with_all_its_sides():
    report = ferry_report()
    claims = {claim.id: claim for claim in report.claims}
    shown = words_under(report, "Contradictions")
    assert [token.type for token in under(report, "Contradictions")].count("table_open") == len(report.contradictions)
    for contradiction in report.contradictions:
        assert contradiction.explanation.rstrip(".") + "." in shown
        for side in contradiction.sides:
            assert side.value in shown
            assert all(outlet in shown for outlet in side.outlets)
            assert all(claims[found].evidence.quote in shown for found in side.claim_ids)


def test_the_heaviest_contradiction_comes_first():
    shown = words_under(ferry_report(), "Contradictions")
    assert shown.index("high (0.85)") < shown.index("medium (0.50)")


def test_no_contradiction_is_said_without_boasting():
    assert words_under(empty_report(), "Contradictions") == NO_CONTRADICTION


def test_siblings_are_shown_with_their_sides():
    for title, words in {
        "Disputes": "nobody reported it",
        "Updates": "The toll rose.",
        "Discrepancies": "more than 60",
    }.items():
        assert words in words_under(ferry_report(), title)


def test_standings_are_told_apart():
    report = ferry_report()
    assert "2 independent origins: coast guard" in words_under(report, "Corroborated")
    assert "1 origin: Corvia Press Agency (wire" in words_under(report, "Merely echoed")
    assert "Number of dead: see contradiction 1" in words_under(report, "Disputed")
    assert "The captain is 52. (Salden Courier)" in words_under(report, "Single-source")


def test_a_partial_report_says_what_is_missing():
    head = render_markdown(ferry_report()).split("## Summary")[0]
    assert "> **INCOMPLETE REPORT**" in head
    assert "> - gull.html (extract): the model refused the article. Run again, or name another model." in head


def test_many_articles_are_counted_and_all_cited():
    report = large_report()
    assert set(MARKER.findall(words_under(report, "Contradictions"))) == {str(number) for number in range(1, 51)}
    assert words_under(report, "Single-source").count("It was number") == SINGLE_SOURCE_SHOWN
    assert len(passages(report)) == 50


def test_headings_descend_one_level_at_a_time():
    levels = [int(token.tag[1]) for token in parsed(ferry_report()) if token.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_side_without_passages_still_has_its_row():
    report = ferry_report()
    contradiction = report.contradictions[1]
    bare = contradiction.sides[1].model_copy(update={"claim_ids": ()})
    changed = contradiction.model_copy(update={"sides": (contradiction.sides[0], bare)})
    shown = words_under(report.model_copy(update={"contradictions": (changed,)}), "Contradictions")
    assert bare.value in shown
