"""The report as Markdown: CommonMark, and for the contradictions the tables of GitHub's dialect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemas.clusters import Corroboration, CorroborationStatus
from schemas.conflicts import ContradictionKind
from schemas.report import Report, ReportStatus
from service.views import framing, wording
from service.views.index import Difference, ReportIndex, SideQuote, SideView, markers
from service.views.phrases import capital, counted, listed, quoted, sentence
from service.views.safety import safe_markdown


def render_markdown(report: Report) -> str:
    """The report as one Markdown document, a block a paragraph, without raw HTML, links or images."""
    blocks = _MarkdownPage(report).blocks()
    return "\n\n".join(blocks) + "\n"


def _bold(words: str) -> str:
    literal = safe_markdown(words)
    return f"**{literal}**" if literal else ""


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


class _MarkdownPage:
    """The blocks of one report, in the order in which an editor needs them."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.index = ReportIndex(report)

    def blocks(self) -> Iterator[str]:
        yield "# Twosource report"
        yield from self._header()
        yield "## Summary"
        yield from self._summary()
        yield "## Contradictions"
        if not self.report.contradictions:
            yield wording.NO_CONTRADICTION
        yield from self._differences(self.index.contradictions)
        for title, meaning, differences in wording.siblings(self.report):
            yield f"## {title}"
            yield f"*{capital(meaning)}.*"
            yield from self._differences(differences)
        for status, words in wording.STANDINGS.items():
            points = [point for point in self.report.corroborations if point.status is status]
            if points:
                yield f"## {words.title}"
                yield f"*{capital(words.meaning)}.*"
                yield _bullets(self._standing(status, points))
            elif status is CorroborationStatus.CORROBORATED and self.report.corroborations:
                yield f"## {words.title}"
                yield wording.NONE_CORROBORATED
        if self.index.passages:
            yield "## Passages"
            yield from self._passages()
        yield "## How this report was made"
        yield _bullets(safe_markdown(line) for line in framing.footer_lines(self.report.manifest))

    def _header(self) -> Iterator[str]:
        report, manifest = self.report, self.report.manifest
        lines = [framing.headline(report), framing.analyst_words(manifest)]
        if manifest.replayed:
            lines.append(framing.REPLAYED)
        if report.corroborations or report.contradictions:
            lines.append(framing.glance(report))
        yield _bullets(safe_markdown(line) for line in lines)
        if report.status is ReportStatus.PARTIAL or manifest.failures:
            failures = [f"> - {safe_markdown(line)}" for line in framing.failure_lines(report)]
            yield "\n".join([f"> **{framing.incomplete_title(report)}**", ">", *failures])
        yield from (f"Note: {safe_markdown(notice)}" for notice in manifest.notices)

    def _summary(self) -> Iterator[str]:
        summary = self.report.summary
        if not summary.sentences:
            yield wording.NO_SUMMARY
        lines = []
        for line in summary.sentences:
            references = [self.index.reference(found) for found in line.contradiction_ids]
            note = wording.sentence_note(summary, line, references)
            marked = f"{safe_markdown(line.text)} {markers(self.index.sentence_numbers(line))}"
            lines.append(f"{marked} **({note})**" if note else marked)
        if lines:
            yield _bullets(lines)
        if wording.all_by_code(summary):
            yield wording.ALL_BY_CODE
        yield from (safe_markdown(wording.dropped_words(dropped)) for dropped in summary.dropped)

    def _differences(self, differences: Iterable[Difference]) -> Iterator[str]:
        for number, found in enumerate(differences, start=1):
            yield f"### {number}. {safe_markdown(capital(self.index.clusters[found.cluster_id].point))}"
            sides = [self.index.side(side) for side in found.sides]
            rows = [row for side in sides for row in _side_rows(side, wording.kind_of(found))]
            yield "\n".join(["| Side | Outlet | Passage |", "| --- | --- | --- |", *rows])
            yield safe_markdown(sentence(found.explanation))
            note = wording.difference_note(found)
            if note:
                yield safe_markdown(note)

    def _standing(self, status: CorroborationStatus, points: list[Corroboration]) -> Iterator[str]:
        if status is CorroborationStatus.DISPUTED:
            yield from (self._disputed(point) for point in points)
        elif status is CorroborationStatus.SINGLE_SOURCE:
            for point in points[: wording.SINGLE_SOURCE_SHOWN]:
                yield f"{self._statement(point)} ({safe_markdown(wording.single_source_words(point))})"
            if len(points) > wording.SINGLE_SOURCE_SHOWN:
                yield wording.more_words(len(points) - wording.SINGLE_SOURCE_SHOWN)
        else:
            yield from (self._point(point) for point in points)

    def _disputed(self, point: Corroboration) -> str:
        references = self.index.references_on(point.cluster_id)
        words = wording.disputed_words(point, references)
        return f"{_bold(capital(self.index.clusters[point.cluster_id].point))}: {safe_markdown(words)}"

    def _point(self, point: Corroboration) -> str:
        origins = [wording.origin_words(origin, self.index.outlets(origin.article_ids)) for origin in point.origins]
        lines = [wording.origins_words(point, origins), wording.unattributed_words(point), wording.silent_words(point)]
        return "\n".join([self._statement(point), *(f"  - {safe_markdown(line)}" for line in lines if line)])

    def _statement(self, point: Corroboration) -> str:
        cluster = self.index.clusters[point.cluster_id]
        statement = wording.statement_words(self.index.headline(cluster))
        numbers = markers(self.index.claim_numbers(cluster.claim_ids))
        point_words = f"{_bold(capital(cluster.point))}: " if len(cluster.claim_ids) > 1 else ""
        return f"{point_words}{safe_markdown(statement)} {numbers}".rstrip()

    def _passages(self) -> Iterator[str]:
        for passage in self.index.passages:
            mark = f"{passage.number}. "
            indent = " " * len(mark)
            heading = f"{mark}{safe_markdown(wording.passage_words(passage))}"
            yield f"{heading}\n\n{indent}> {safe_markdown(passage.evidence.quote)}"


def _side_rows(side: SideView, kind: ContradictionKind | None) -> Iterator[str]:
    """A row for each passage, the value in the first one only; a last row for what is cited by number alone."""
    value = _bold(side.value)
    for quote in side.quotes:
        yield f"| {value} | {safe_markdown(wording.quote_heading(quote))} | {_quote_cell(quote, kind)} |"
        value = ""
    if side.further or not side.quotes:
        outlets = f"{counted(len(side.outlets), 'outlet')}: {listed(side.outlets)}"
        yield f"| {value} | {safe_markdown(outlets)} | {wording.further_words(side)} |"


def _quote_cell(quote: SideQuote, kind: ContradictionKind | None) -> str:
    reading = wording.reading_words(quote.claim, kind)
    words = f"{markers([quote.number])} {safe_markdown(quoted(quote.claim.evidence.quote))}"
    return f"{words} (read as {safe_markdown(reading)})" if reading else words
