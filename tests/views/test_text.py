"""The terminal view, read as an editor reads it."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from schemas.clusters import CorroborationStatus
from schemas.report import Manifest, Report, ReportStatus
from schemas.summary import Writer
from service.views.phrases import quoted
from service.views.text import render_text
from service.views.wording import ALL_BY_CODE, NO_CONTRADICTION, SINGLE_SOURCE_SHOWN
from tests.views.sample import empty_report, ferry_report, large_report

WIDTHS = (40, 60, 80, 100, 140)
PASSAGE = re.compile(r"^  \[(\d+)\] ", re.MULTILINE)
MARKER = re.compile(r"\[(\d+)\]")


def plain(report: Report, width: int = 100) -> str:
    return render_text(report, width=width, color=False)


def section(output: str, title: str) -> str:
    """The lines under a heading, up to the next one: headings alone start in the first column, in capitals."""
    found = re.search(rf"^{title}(?:  .*)?\n((?:(?: .*)?\n)*)", output, re.MULTILINE)
    assert found, f"no section {title}"
    return found[1]


def squeezed(words: str) -> str:
    """The words without any space, so that wrapping makes no difference."""
    return "".join(words.split())


def by_column(table: str) -> str:
    """The text of a section with its side-by-side tables read column by column."""
    cells: list[list[str]] = []
    outside = []
    for line in table.split("\n"):
        if line.strip().startswith("|"):
            cells.append(line.strip().strip("|").split("|"))
        else:
            outside.append(line)
    columns = max((len(row) for row in cells), default=0)
    read = ["\n".join(row[number] for row in cells if number < len(row)) for number in range(columns)]
    return squeezed("\n".join(read + outside))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("report", [ferry_report(), empty_report(), large_report()], ids=["ferry", "empty", "large"])
def test_lines_keep_to_the_width_and_end_in_no_space(report, width):
    for line in plain(report, width).split("\n"):
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_plain_text_holds_no_escape_code_whatever_the_environment_asks_for(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    assert "\x1b" not in plain(ferry_report())


def test_plain_boxes_are_ascii():
    assert not re.search("[\u2500-\u257f]", plain(ferry_report()))


def test_colour_adds_codes_and_changes_no_word(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    coloured = render_text(ferry_report(), width=60, color=True)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    boxes = re.compile("[─-╿+|-]")
    assert re.search(r"\x1b\[[0-9;]*3[1-6]m", coloured)
    assert squeezed(boxes.sub("", bare)) == squeezed(boxes.sub("", plain(ferry_report(), 60)))


def test_every_marker_leads_to_a_passage_listed_once():
    output = plain(ferry_report())
    listed = PASSAGE.findall(section(output, "PASSAGES"))
    assert listed == [str(number) for number in range(1, len(listed) + 1)]
    assert set(MARKER.findall(output)) == set(listed)


def test_a_sentence_cites_the_passages_it_rests_on():
    report = ferry_report()
    output = plain(report)
    passages = dict(zip(*[iter(PASSAGE.split(section(output, "PASSAGES"))[1:])] * 2, strict=True))
    for line in report.summary.sentences:
        words = re.escape(line.text).replace(r"\ ", r"\s+")
        found = re.search(words + r"\s+((?:\[\d+\]\s*)+)", section(output, "SUMMARY"))
        assert found
        cited = squeezed("".join(passages[number] for number in MARKER.findall(found[1])))
        for citation in line.citations:
            assert squeezed(citation.evidence.quote) in cited
            assert f"characters{citation.evidence.start}–{citation.evidence.end}" in cited


@pytest.mark.parametrize("width", WIDTHS)
def test_every_contradiction_is_shown_with_all_its_sides(width):
    report = ferry_report()
    shown = by_column(section(plain(report, width), "CONTRADICTIONS"))
    claims = {claim.id: claim for claim in report.claims}
    for contradiction in report.contradictions:
        assert squeezed(contradiction.explanation) in shown
        for side in contradiction.sides:
            assert squeezed(side.value) in shown
            assert all(squeezed(outlet) in shown for outlet in side.outlets)
            assert all(squeezed(claims[found].evidence.quote) in shown for found in side.claim_ids)


@pytest.mark.parametrize(("width", "tables"), [(60, False), (80, True), (140, True)])
def test_sides_stand_side_by_side_where_there_is_room(width, tables):
    assert ("| 14 people" in section(plain(ferry_report(), width), "CONTRADICTIONS")) is tables


def test_the_heaviest_contradiction_comes_first_with_its_weight_kind_and_basis():
    shown = " ".join(section(plain(ferry_report()), "CONTRADICTIONS").split())
    heavy, light = (
        shown.index("Weight: high (0.85). Kind: numeric"),
        shown.index("Weight: medium (0.50). Kind: temporal"),
    )
    assert heavy < light
    assert "Rests on the values themselves" in shown[heavy:light]
    assert "Rests on the analyst's reading" in shown[light:]


def test_a_day_read_from_a_weekday_tells_what_it_was_counted_from():
    shown = by_column(section(plain(ferry_report()), "CONTRADICTIONS"))
    assert squeezed("read as 5 March 2024, counting from publication on 7 March 2024") in shown


def test_the_sentence_that_tells_a_contradiction_is_marked_and_no_other():
    lines = [line for line in section(plain(ferry_report(), 140), "SUMMARY").split("\n") if line[2:4] in ("- ", "! ")]
    marked = [line for line in lines if line.startswith("  !")]
    assert len(marked) == 1
    assert "county hospital" in marked[0]
    assert "see contradiction 1" in marked[0]
    assert not any("see contradiction" in line for line in lines if line not in marked)


def test_a_sentence_tells_its_writer_only_where_that_is_unusual():
    report = ferry_report()
    assert section(plain(report), "SUMMARY").count("rewritten once by the analyst") == 1
    by_code = tuple(line.model_copy(update={"writer": Writer.CODE}) for line in report.summary.sentences)
    summary = report.summary.model_copy(update={"sentences": by_code})
    shown = section(plain(report.model_copy(update={"summary": summary})), "SUMMARY")
    assert shown.count("composed by code") == 1
    assert ALL_BY_CODE in shown


def test_a_dropped_sentence_is_shown_with_its_fault():
    shown = section(plain(ferry_report()), "SUMMARY")
    assert "Left out: “Some 45 people were aboard.” Because: number not cited (45)." in shown


def test_no_contradiction_is_said_without_boasting():
    report = ferry_report().model_copy(update={"contradictions": ()})
    report = report.model_copy(update={"summary": report.summary.model_copy(update={"sentences": ()})})
    assert section(plain(report), "CONTRADICTIONS").strip() == NO_CONTRADICTION


def test_the_siblings_have_sections_only_when_there_is_something_to_show():
    output = plain(ferry_report())
    assert squeezed("nobody reported it") in by_column(section(output, "DISPUTES"))
    assert "The toll rose." in section(output, "UPDATES")
    assert "Size: medium (0.60)." in section(output, "DISCREPANCIES")
    bare = plain(empty_report())
    assert not re.search("^(DISPUTES|UPDATES|DISCREPANCIES|CORROBORATED|PASSAGES)", bare, re.MULTILINE)


def test_a_corroborated_point_names_its_origins_their_outlets_and_who_is_silent():
    shown = " ".join(section(plain(ferry_report()), "CORROBORATED").split())
    assert "2 independent origins: coast guard (also “the guard”; through Salden Courier and Radio Kest)" in shown
    assert "Silent: Northern Ledger and Evening Tide" in shown


def test_an_echo_is_not_called_independent():
    shown = " ".join(section(plain(ferry_report()), "MERELY ECHOED").split())
    assert "1 origin: Corvia Press Agency (wire; through Radio Kest and Evening Tide)" in shown
    assert "independent" not in shown


def test_a_disputed_point_refers_to_its_difference():
    shown = section(plain(ferry_report()), "DISPUTED")
    assert "Number of dead: see contradiction 1" in shown
    assert "Warnings about the ramp: see dispute 1" in shown


def test_a_disputed_point_without_a_difference_gives_its_reason():
    report = ferry_report().model_copy(update={"disputes": ()})
    assert "Warnings about the ramp: the standing of warning." in section(plain(report), "DISPUTED")


def test_single_source_points_beyond_the_limit_are_counted():
    shown = section(plain(large_report()), "SINGLE-SOURCE")
    assert shown.count("It was number") == SINGLE_SOURCE_SHOWN
    assert f"and {50 - SINGLE_SOURCE_SHOWN} more; see the JSON report" in shown


def test_a_side_of_many_outlets_cites_them_all_and_quotes_a_few():
    output = plain(large_report(), 60)
    shown = section(output, "CONTRADICTIONS")
    assert set(MARKER.findall(shown)) == {str(number) for number in range(1, 51)}
    assert shown.count("“It was") == 8
    assert "25 outlets: Outlet 0, Outlet 1" in shown


def test_a_partial_report_says_first_what_is_missing_why_and_what_to_do():
    head = " ".join(plain(ferry_report()).split("SUMMARY")[0].split())
    assert "INCOMPLETE REPORT" in head
    assert "gull.html (extract): the model refused the article. Run again, or name another model." in head
    assert "No publication date in kest.html." in head
    assert "model (acme/reader-1)" in head
    assert "bundled recording" in head


def test_a_complete_report_raises_no_alarm():
    head = plain(large_report()).split("SUMMARY")[0]
    assert "50 articles from 50 outlets" in head
    assert "INCOMPLETE" not in head
    assert "recording" not in head


def test_a_passage_tells_how_loosely_it_was_found_and_how_its_date_is_known():
    shown = " ".join(section(plain(ferry_report()), "PASSAGES").split())
    assert "Salden Courier, published 7 March 2024, characters 17–59 “went down" in shown
    assert "Evening Tide, published 7 March 2024 (inferred), characters 0–57, found with small differences" in shown
    assert "Radio Kest, publication date unknown, characters 0–38, found after evening out" in shown


def test_two_articles_of_one_outlet_are_told_apart():
    report = ferry_report()
    articles = tuple(article.model_copy(update={"outlet": "Salden Courier"}) for article in report.articles)
    shown = section(plain(report.model_copy(update={"articles": articles})), "PASSAGES")
    assert "Salden Courier (Ferry sinks off Port Salden)" in shown
    assert "Salden Courier (kest.html)" in shown


def test_the_footer_accounts_for_calls_cost_and_refused_drafts():
    manifest = ferry_report().manifest.model_copy(update={"replayed": False})
    shown = " ".join(
        section(plain(ferry_report().model_copy(update={"manifest": manifest})), "HOW THIS REPORT WAS MADE").split()
    )
    assert "6 replies asked of the model in 7 requests. 2 replies reused." in shown
    assert "Tokens (estimated): 12,345 in, 2,100 out. Cost: $0.0432." in shown
    assert "Refused of what the analyst returned: quote not found (2), unknown id (1)." in shown


def test_an_unknown_cost_is_not_shown_as_nothing():
    usage = ferry_report().manifest.usage.model_copy(update={"cost_usd": None})
    manifest = Manifest(product_version="0.1.0", analyst="model", usage=usage)
    output = plain(Report(status=ReportStatus.COMPLETE, articles=(), manifest=manifest))
    assert "Cost not known." in output
    assert "$" not in output


@pytest.mark.parametrize("width", [80, 140])
def test_nothing_is_said_twice(width):
    report = ferry_report().model_copy(update={"updates": ()})
    read = by_column(plain(report, width))
    once = [line.text for line in report.summary.sentences] + [found.explanation for found in report.contradictions]
    assert all(read.count(squeezed(words)) == 1 for words in once)
    for claim in report.claims:
        # beside its side, and under its number
        assert read.count(squeezed(quoted(claim.evidence.quote))) <= 2


def test_each_standing_has_its_section():
    report = ferry_report()
    output = plain(report)
    titles = {"CORROBORATED", "MERELY ECHOED", "DISPUTED", "SINGLE-SOURCE"}
    assert len(titles) == len(CorroborationStatus)
    assert sum(section(output, title).count("\n  - ") + 1 for title in titles) == len(report.corroborations)
