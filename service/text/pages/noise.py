"""Site furniture around an article: what the page says of itself, not of the news.

A line is the unit. Rules are rows with their own examples; each holds for a zone of the text, and a line that reads
like prose is given up only to a rule that is `strong`, since a lost sentence costs more than a kept button.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from schemas.articles import TextSpan
from service.text.pages.credits import is_credit_line
from service.text.pages.datelines import is_dateline
from service.text.pages.furniture import FOOT_RULES, HEAD_RULES, TEASER_HEADING, NoiseRule, Zone
from service.text.pages.widgets import WIDGET_RULES

NOISE_RULES = HEAD_RULES + FOOT_RULES + WIDGET_RULES
HEAD_LINES = 8
FOOT_LINES = 12
# A finite sentence of this many words is prose unless a strong rule says otherwise.
PROSE_WORDS = 12
SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*(?:\s|$)")
# Headlines can end with a question mark, not with a full stop.
FULL_STOP = re.compile(r"[.!][”\"’')\]]*$")
# Captions are one or two sentences; a longer line that repeats is a paragraph that the author meant twice.
MAX_CAPTION_WORDS = 60
MIN_REPEATED_WORDS = 4
# Longer lines are paragraphs; the limit also bounds what a hostile line can cost.
MAX_LINE_CHARS = 1000
BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")

MAX_TEASERS = 12
MAX_TEASER_WORDS = 30


class Line(NamedTuple):
    """A line that is not blank: its code points without the line end, where it starts, its place among such lines."""

    text: str
    start: int
    end: int
    place: int


def find_noise(text: str) -> list[TextSpan]:
    """The stretches of site furniture: whole lines with their line ends, in order, without overlaps.

    If nothing would be left, nothing is noise.
    """
    lines = list(_lines(text))
    noisy = _noisy_places(lines)
    if len(noisy) == len(lines):
        return []
    return _merged(text, [line for line in lines if line.place in noisy])


def is_only_furniture(text: str) -> bool:
    """True when every line of a text that has lines is furniture, so that there is nothing to read."""
    lines = list(_lines(text))
    return bool(lines) and len(_noisy_places(lines)) == len(lines)


def matching_rule(line: str, zone: Zone) -> NoiseRule | None:
    """The first rule of the zone, or of any place, that takes the line for furniture."""
    if len(line) > MAX_LINE_CHARS:
        return None
    for rule in NOISE_RULES:
        if (
            rule.zone in (zone, Zone.ANYWHERE)
            and rule.pattern.search(line)
            and (rule.strong or not reads_like_prose(line))
        ):
            return rule
    return None


def reads_like_prose(line: str) -> bool:
    """True for a line that ends a sentence and is long enough to hold a verb: news rather than a button."""
    return len(line.split()) >= PROSE_WORDS and SENTENCE_END.search(line) is not None


def _noisy_places(lines: list[Line]) -> set[int]:
    noisy = {line.place for line in lines if _is_furniture(line, len(lines))}
    noisy |= _repeated(lines)
    return noisy | _teasers(lines, noisy)


def _is_furniture(line: Line, total: int) -> bool:
    said = line.text.strip()
    zones = [Zone.ANYWHERE]
    if line.place < HEAD_LINES:
        zones.append(Zone.HEAD)
    if line.place >= total - FOOT_LINES:
        zones.append(Zone.FOOT)
    if len(zones) > 1 and (is_dateline(said) or is_credit_line(said)):
        return True
    return any(matching_rule(said, zone) for zone in zones)


def _repeated(lines: list[Line]) -> set[int]:
    """The later of two neighbouring lines with the same words, brackets aside, as doubled captions have them."""
    places = set()
    for earlier, later in pairwise(lines):
        words = _bare_words(later.text)
        if MIN_REPEATED_WORDS <= len(words) <= MAX_CAPTION_WORDS and words == _bare_words(earlier.text):
            places.add(later.place)
    return places


def _bare_words(text: str) -> list[str]:
    return re.findall(r"\w+", BRACKETED.sub(" ", text).lower())


def _teasers(lines: list[Line], noisy: set[int]) -> set[int]:
    """A heading such as "Keep reading:" in the second half, with the headlines below it to the end of the text."""
    places: set[int] = set()
    for line in lines[len(lines) // 2 :]:
        if not TEASER_HEADING.pattern.search(line.text.strip()):
            continue
        places.add(line.place)
        below = [later.text for later in lines[line.place + 1 :] if later.place not in noisy]
        closed = sum(1 for teaser in below if FULL_STOP.search(teaser.strip()))
        headlines = all(len(teaser.split()) <= MAX_TEASER_WORDS for teaser in below)
        # A stray full stop aside; the paragraphs that go on after a box of links all have one.
        if len(below) <= MAX_TEASERS and headlines and closed * 2 < max(len(below), 1):
            return places | set(range(line.place, len(lines)))
    return places


def _lines(text: str) -> Iterator[Line]:
    at = place = 0
    for line in text.split("\n"):
        if line.strip():
            yield Line(line, at, at + len(line), place)
            place += 1
        at += len(line) + 1


def _merged(text: str, lines: list[Line]) -> list[TextSpan]:
    """One span for lines with nothing but blank space between them; each reaches over its own line end."""
    spans: list[TextSpan] = []
    for line in lines:
        end = min(line.end + 1, len(text))
        if spans and not text[spans[-1].end : line.start].strip():
            spans[-1] = TextSpan(start=spans[-1].start, end=end)
        else:
            spans.append(TextSpan(start=line.start, end=end))
    return spans
