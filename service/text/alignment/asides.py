"""Stretches of a text that a quotation of it commonly leaves out, and the readings of the text without them.

| aside       | example                                                     | left out by the quotation     |
|-------------|-------------------------------------------------------------|-------------------------------|
| bracket     | the war (in Ukraine) began; [North Korea] sent rockets      | what the brackets hold        |
| attribution | “It is cut off,” an official said. “It will face trouble.”  | what parts the two quotations |
| inset       | The harbour, the mayor said, will close.                    | what the commas set off       |
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from service.text.alignment.lexicon import NEGATIONS, SPEECH_CUES
from service.text.alignment.words import Word, words_of
from service.text.sentences import Span

# A bracket of three words or fewer that negates ("[not]", "(if not all)") governs its sentence: it may not be left out.
SHORT_BRACKET_WORDS = 3
LONGEST_ATTRIBUTION_WORDS = 25
LONGEST_INSET_WORDS = 7

BRACKET = re.compile(r"\([^()\n]{1,200}\)|\[[^\[\]\n]{1,200}\]")
SQUARE_BRACKET = re.compile(r"\[[^\[\]\n]{1,200}\]")
# Within one paragraph: the next paragraph may quote somebody else.
_ATTRIBUTION = re.compile(r"(?<=\S)(?:[\"”»]|(?<=[.,!?])['’])[ \u00a0]+[^\"“”«»„\n\r]{1,200}?[ \u00a0]+[\"“«„'‘](?=\S)")
_INSET = re.compile(r",\s[^,.;:!?\"“”()\[\]\n]{3,80},")


class Reading(NamedTuple):
    """A text read with or without its asides: indices into its words."""

    name: str
    word_indices: tuple[int, ...]


def readings_without_asides(text: str, words: Sequence[Word]) -> list[Reading]:
    """The readings of `text` that leave something out; none where it has no asides."""
    starts = [word.start for word in words]
    brackets = _indices(starts, _brackets(text))
    speech = _indices(starts, [*_attributions(text), *_insets(text)])
    dropped = {"brackets": brackets, "attributions": speech}
    if brackets and speech:
        dropped["brackets and attributions"] = brackets | speech
    return [
        Reading(f"without {name}", tuple(index for index in range(len(words)) if index not in indices))
        for name, indices in dropped.items()
        if indices
    ]


def _brackets(text: str) -> list[Span]:
    """Round and square brackets with what they hold, less those that negate."""
    spans = [Span(*match.span()) for match in BRACKET.finditer(text)]
    return [span for span in spans if not _negates(words_of(text[span.start : span.end]))]


def _negates(words: Sequence[Word]) -> bool:
    return len(words) <= SHORT_BRACKET_WORDS and any(word.key in NEGATIONS.words for word in words)


def _attributions(text: str) -> list[Span]:
    return [span for span in _spans(_ATTRIBUTION, text) if _tells_who_speaks(text, span, LONGEST_ATTRIBUTION_WORDS)]


def _insets(text: str) -> list[Span]:
    return [span for span in _spans(_INSET, text) if _tells_who_speaks(text, span, LONGEST_INSET_WORDS)]


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    """Matches of `pattern`; the sign that ends one may begin the next."""
    spans, at = [], 0
    while match := pattern.search(text, at):
        spans.append(Span(*match.span()))
        at = max(match.end() - 1, match.start() + 1)
    return spans


def _tells_who_speaks(text: str, span: Span, longest: int) -> bool:
    words = words_of(text[span.start : span.end])
    return len(words) <= longest and any(word.key in SPEECH_CUES for word in words)


def _indices(starts: Sequence[int], spans: Iterable[Span]) -> set[int]:
    return {index for span in spans for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end))}
