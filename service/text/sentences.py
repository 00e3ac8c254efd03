"""Sentences, paragraphs and quotations of a text, as spans of code points; nothing is ever rewritten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sentencex import get_sentence_boundaries


class Span(NamedTuple):
    """A stretch of a text: start included, end excluded, in Unicode code points."""

    start: int
    end: int


_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।:;][\"”’»)\]]*$")

# A line of hard-wrapped prose runs to about 60 or more columns; a line that stops short of 40 is a heading.
WRAPPED_LINE_LENGTH = 40

# Opening marks and the marks that close each. The German „ closes with “, which elsewhere opens.
QUOTATION_MARKS = {"“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", '"': '"'}


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of `text`, trimmed of white space, in order.

    A line is a paragraph, as web pages give it, unless most lines inside blank-line blocks break off in
    mid-sentence: such a text is hard-wrapped, and then only blank lines part its paragraphs.
    """
    lines = [Span(line.start, line.end) for line in _lines(text)]
    return _blocks(lines) if _is_hard_wrapped(text, lines) else [line for line in lines if line.end > line.start]


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, trimmed of white space: ordered, without overlap, covering all but white space.

    Sentences end inside a closed quotation too: in “We go. They stay,” he said, a boundary follows “We go.
    """
    return [
        sentence
        for paragraph in paragraphs(text)
        for sentence in _between(text, paragraph, _boundaries(text[paragraph.start : paragraph.end]))
    ]


def quotations(text: str) -> list[Span]:
    """What stands between quotation marks, marks excluded, paragraph by paragraph.

    A quotation that is opened and not closed runs to the end of its paragraph, as the custom is for quotations
    of several paragraphs. An unpaired straight mark does not open one: it may be a sign for inches.
    """
    return [
        Span(paragraph.start + start, paragraph.start + end)
        for paragraph in paragraphs(text)
        for start, end in _quotations_of_paragraph(text[paragraph.start : paragraph.end])
    ]


def _quotations_of_paragraph(paragraph: str) -> Iterator[Span]:
    closing, opened = "", 0
    for at, mark in enumerate(paragraph):
        if closing and mark in closing:
            yield Span(opened, at)
            closing = ""
        elif not closing and mark in QUOTATION_MARKS:
            closing, opened = QUOTATION_MARKS[mark], at + 1
    if closing and closing != '"':
        yield Span(opened, len(paragraph))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line_break in _LINE_BREAK.finditer(text):
        yield _trimmed(text, start, line_break.start())
        start = line_break.end()
    yield _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    return Span(start + left, start + max(left, len(stretch.rstrip())))


def _is_hard_wrapped(text: str, lines: Sequence[Span]) -> bool:
    inner = [line for line, following in pairwise(lines) if min(_length(line), _length(following))]
    broken = [
        line
        for line in inner
        if _length(line) >= WRAPPED_LINE_LENGTH and not _SENTENCE_END.search(text[line.start : line.end])
    ]
    return len(broken) * 2 > len(inner)


def _length(span: Span) -> int:
    return span.end - span.start


def _blocks(lines: Sequence[Span]) -> list[Span]:
    blocks: list[Span] = []
    is_open = False
    for line in lines:
        if not _length(line):
            is_open = False
        elif is_open:
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
            is_open = True
    return blocks


def _boundaries(paragraph: str) -> list[int]:
    """Offsets in `paragraph` at which a sentence may start, in order."""
    # sentencex reads a line break as the end of a paragraph and takes no lone surrogates.
    line = _SURROGATE.sub("\ufffd", re.sub(r"[\n\r\x0b\x0c\x85\u2028\u2029]", " ", paragraph))
    starts = set(_starts(line))
    for quotation in _quotations_of_paragraph(line):
        inside = line[quotation.start : quotation.end]
        starts.update(quotation.start + start for start in _starts(inside) if start)
    return sorted(starts)


def _starts(line: str) -> list[int]:
    return [boundary["start_index"] for boundary in get_sentence_boundaries("en", line)]


def _between(text: str, paragraph: Span, starts: Sequence[int]) -> Iterator[Span]:
    cuts = [paragraph.start, *(paragraph.start + start for start in starts), paragraph.end]
    for start, end in pairwise(cuts):
        sentence = _trimmed(text, start, end)
        if _length(sentence):
            yield sentence
