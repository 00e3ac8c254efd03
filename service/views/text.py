"""The report for a terminal: boxes, colours and columns on one, plain lines off it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from schemas.clusters import Corroboration, CorroborationStatus
from schemas.conflicts import ContradictionKind
from schemas.report import Report, ReportStatus
from service.views import framing, wording
from service.views.index import Difference, ReportIndex, SideQuote, SideView, markers
from service.views.phrases import capital, counted, listed, quoted, sentence
from service.views.safety import safe

DEFAULT_WIDTH = 100
LEAST_WIDTH = 40
LEAST_COLUMN = 28  # narrower columns break a quotation into shreds

HEADING = "bold cyan"
MARKER = "cyan"
QUIET = "dim"
ALARM = "bold red"
NOTE = "yellow"


def render_text(report: Report, *, width: int | None = None, color: bool) -> str:
    """The report as lines of at most `width` columns (100 where none is given, 40 at least).

    Without `color` the text holds no escape codes, its boxes are ASCII, and no line ends in a space.
    """
    columns = max(width or DEFAULT_WIDTH, LEAST_WIDTH)
    page = _TextPage(report, columns, color=color)
    printed = StringIO()
    console = Console(
        file=printed,
        width=columns,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        force_jupyter=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for number, section in enumerate(page.sections()):
        if number:
            console.print()
        console.print(section)
    return "".join(f"{line.rstrip()}\n" for line in printed.getvalue().split("\n")[:-1])


def _said(words: str, style: str = "") -> Text:
    """Words from anywhere, made safe; no markup in them is read."""
    return Text(safe(words), style=style)


def _section(title: str, blocks: Iterable[RenderableType], note: str = "") -> RenderableType:
    heading = Text.assemble((title.upper(), HEADING), (f"  {note}" if note else "", QUIET))
    return Group(heading, *(Padding(block, (0, 0, 0, 2)) for block in blocks))


def _hanging(mark: str, blocks: Iterable[RenderableType], *, room: int, style: str = MARKER) -> Table:
    """A mark with its blocks indented beside it; `room` is the indentation in columns."""
    grid = Table.grid(padding=0, expand=True)
    grid.add_column(width=room, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text(mark, style=style), Group(*blocks))
    return grid


def _bullet(*blocks: RenderableType) -> Table:
    return _hanging("-", blocks, room=2)


class _TextPage:
    """The sections of one report, in the order in which an editor needs them."""

    def __init__(self, report: Report, width: int, *, color: bool) -> None:
        self.report = report
        self.index = ReportIndex(report)
        self.width = width
        self.box = box.ROUNDED if color else box.ASCII2

    def sections(self) -> Iterator[RenderableType]:
        yield self._header()
        yield _section("Summary", self._summary())
        yield _section("Contradictions", self._contradictions(), "heaviest first" if self.report.contradictions else "")
        for title, note, group in wording.siblings(self.report):
            yield _section(title, self._differences(group), note)
        for status, words in wording.STANDINGS.items():
            points = [point for point in self.report.corroborations if point.status is status]
            if points:
                yield _section(words.title, self._standing(status, points), words.meaning)
            elif status is CorroborationStatus.CORROBORATED and self.report.corroborations:
                yield _section(words.title, [Text(wording.NONE_CORROBORATED)])
        if self.index.passages:
            yield _section("Passages", self._passages())
        yield _section("How this report was made", self._footer())

    def _header(self) -> RenderableType:
        report, manifest = self.report, self.report.manifest
        lines: list[RenderableType] = [
            _said(framing.headline(report), "bold"),
            _said(framing.analyst_words(manifest)),
        ]
        if manifest.replayed:
            lines.append(_said(framing.REPLAYED, NOTE))
        if report.corroborations or report.contradictions:
            lines.append(_said(framing.glance(report)))
        if report.status is ReportStatus.PARTIAL or manifest.failures:
            lines.append(
                Panel(
                    Group(*(_bullet(_said(line)) for line in framing.failure_lines(report))),
                    title=Text(framing.incomplete_title(report), ALARM),
                    title_align="left",
                    box=self.box,
                    border_style=ALARM,
                )
            )
        lines += [_said(f"Note: {notice}", NOTE) for notice in manifest.notices]
        return Group(*lines)

    def _summary(self) -> Iterator[RenderableType]:
        summary = self.report.summary
        if not summary.sentences:
            yield Text(wording.NO_SUMMARY)
        for line in summary.sentences:
            words = Text.assemble(_said(line.text), " ", (markers(self.index.sentence_numbers(line)), MARKER))
            references = [self.index.reference(found) for found in line.contradiction_ids]
            note = wording.sentence_note(summary, line, references)
            if note:
                words.append(f" ({note})", NOTE)
            yield _hanging("!" if references else "-", [words], room=2, style=ALARM if references else MARKER)
        if wording.all_by_code(summary):
            yield Text(wording.ALL_BY_CODE, QUIET)
        for dropped in summary.dropped:
            yield _said(wording.dropped_words(dropped), QUIET)

    def _contradictions(self) -> Iterator[RenderableType]:
        if not self.report.contradictions:
            yield Text(wording.NO_CONTRADICTION)
        yield from self._differences(self.index.contradictions)

    def _differences(self, differences: Iterable[Difference]) -> Iterator[RenderableType]:
        for number, found in enumerate(differences, start=1):
            sides = [self.index.side(side) for side in found.sides]
            lines: list[RenderableType] = [
                _said(capital(self.index.clusters[found.cluster_id].point), "bold"),
                self._sides(sides, wording.kind_of(found)),
                _said(sentence(found.explanation)),
            ]
            note = wording.difference_note(found)
            if note:
                lines.append(_said(note, QUIET))
            if number > 1:
                yield Text()
            yield _hanging(f"{number}.", lines, room=4, style=HEADING)

    def _sides(self, sides: list[SideView], kind: ContradictionKind | None) -> RenderableType:
        """A column for each side where columns are wide enough, else one side under the other."""
        indent, frame = 6, 1 + 3 * len(sides)
        if (self.width - indent - frame) // len(sides) < LEAST_COLUMN:
            return Group(*(_bullet(_said(side.value, "bold"), *_side_lines(side, kind)) for side in sides))
        table = Table(box=self.box, expand=True)
        for side in sides:
            table.add_column(_said(side.value), ratio=1, overflow="fold")
        table.add_row(*(Group(*_side_lines(side, kind)) for side in sides))
        return table

    def _standing(self, status: CorroborationStatus, points: list[Corroboration]) -> Iterator[RenderableType]:
        if status is not CorroborationStatus.SINGLE_SOURCE:
            yield from (_bullet(*self._point(point)) for point in points)
            return
        for point in points[: wording.SINGLE_SOURCE_SHOWN]:
            yield _bullet(self._statement(point, wording.single_source_words(point)))
        if len(points) > wording.SINGLE_SOURCE_SHOWN:
            yield _bullet(Text(wording.more_words(len(points) - wording.SINGLE_SOURCE_SHOWN), QUIET))

    def _point(self, point: Corroboration) -> Iterator[RenderableType]:
        if point.status is CorroborationStatus.DISPUTED:
            references = self.index.references_on(point.cluster_id)
            yield _said(
                f"{capital(self.index.clusters[point.cluster_id].point)}: {wording.disputed_words(point, references)}"
            )
            return
        yield self._statement(point)
        origins = [wording.origin_words(origin, self.index.outlets(origin.article_ids)) for origin in point.origins]
        yield _said(wording.origins_words(point, origins))
        if point.unattributed:
            yield _said(wording.unattributed_words(point))
        if point.silent:
            yield _said(wording.silent_words(point), QUIET)

    def _statement(self, point: Corroboration, source: str = "") -> Text:
        cluster = self.index.clusters[point.cluster_id]
        statement = wording.statement_words(self.index.headline(cluster))
        numbers = markers(self.index.claim_numbers(cluster.claim_ids))
        words = Text()
        if len(cluster.claim_ids) > 1:
            words.append_text(_said(capital(cluster.point), "bold")).append(": ")
        words.append_text(_said(statement))
        words.append(f" {numbers}" if numbers else "", MARKER)
        return words.append(f" ({safe(source)})" if source else "", QUIET)

    def _passages(self) -> Iterator[RenderableType]:
        room = len(str(len(self.index.passages))) + 3
        for passage in self.index.passages:
            lines = (_said(wording.passage_words(passage)), _said(quoted(passage.evidence.quote), "italic"))
            yield _hanging(f"[{passage.number}]", lines, room=room)

    def _footer(self) -> Iterator[RenderableType]:
        for line in framing.footer_lines(self.report.manifest):
            yield _said(line, QUIET)


def _side_lines(side: SideView, kind: ContradictionKind | None) -> Iterator[RenderableType]:
    if len(side.outlets) > len(side.quotes):
        yield _said(counted(len(side.outlets), "outlet") + f": {listed(side.outlets)}")
    for quote in side.quotes:
        yield from _quote_lines(quote, kind)
    if side.further:
        yield Text(wording.further_words(side), MARKER)


def _quote_lines(quote: SideQuote, kind: ContradictionKind | None) -> Iterator[RenderableType]:
    yield Text.assemble((markers([quote.number]), MARKER), " ", _said(f"{wording.quote_heading(quote)}:"))
    yield _said(quoted(quote.claim.evidence.quote), "italic")
    reading = wording.reading_words(quote.claim, kind)
    if reading:
        yield _said(f"read as {reading}", QUIET)
