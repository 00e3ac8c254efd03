"""Places of a prepared text where the words of a quotation stand, the same or nearly the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import NamedTuple

import edlib

from service.text.alignment.guard import Change, Wording, keeps_meaning, most_edits
from service.text.alignment.prepared import PreparedText, SymbolReading
from service.text.alignment.words import Word
from service.text.sentences import Span

MOST_PLACES = 200  # of the same words: more are a refrain, and the nearest or first is among them
MOST_SIMILAR_PLACES = 4
MOST_DISTINCT_WORDS = 250  # edlib takes 256 symbols
CLEAR_LEAD_EDITS = 1  # a passage that needs but one edit more fits about as well; further ones are no rivals
EDGE_WORDS = 2  # changed words at either end of a quotation that are looked for
_OTHER = 255  # stands for every word that the quotation does not have
_STEP = re.compile(r"(\d+)([=XID])")


class Place(NamedTuple):
    """Words `first` to `last` of the text, by index, both included; `edits` words differ from the quotation."""

    first: int
    last: int
    edits: int = 0
    keeps_meaning: bool = True


def same_words(symbols: str, reading: SymbolReading) -> list[Place]:
    """Where the reading has exactly these words, in order of the text."""
    places: list[Place] = []
    at = reading.symbols.find(symbols)
    while at >= 0 and symbols and len(places) < MOST_PLACES:
        places.append(Place(reading.word_indices[at], reading.word_indices[at + len(symbols) - 1]))
        at = reading.symbols.find(symbols, at + 1)
    return places


def similar_words(quote: str, words: Sequence[Word], text: PreparedText) -> list[Place]:
    """The few places of each reading that fit best within the edits allowed for a quotation of that length."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(word.key for word in words))}
    if not most_edits(len(words)) or len(numbers) > MOST_DISTINCT_WORDS:
        return []
    query = bytes(numbers[word.key] for word in words)
    whole = bytearray([_OTHER]) * len(text.words)
    for key, number in numbers.items():
        for index in text.positions.get(key, ()):
            whole[index] = number
    places: list[Place] = []
    most = most_edits(len(words))
    for reading in text.readings:
        for fit in _fits(query, bytearray(compress(whole, reading.is_kept)), most):
            most = min(most, fit.edits + CLEAR_LEAD_EDITS)
            passage = [text.words[index] for index in reading.word_indices[fit.start : fit.end]]
            kept = _keeps_meaning(_changes(fit.cigar, words, passage), quote, words, passage, text)
            first, last = reading.word_indices[fit.start], reading.word_indices[fit.end - 1]
            places.append(Place(first, last, fit.edits, kept))
    return places


class _Fit(NamedTuple):
    """A stretch of the target, in symbols, and its alignment to the query in edlib's notation."""

    start: int
    end: int
    edits: int
    cigar: str


def _fits(query: bytes, target: bytearray, most: int) -> Iterator[_Fit]:
    """Stretches of `target` within `most` edits of `query`, best first; each is blotted out of `target` once found."""
    for _ in range(MOST_SIMILAR_PLACES):
        found = edlib.align(query, bytes(target), mode="HW", task="locations", k=most)
        if found["editDistance"] < 0:
            return
        start, last = found["locations"][0]
        if start is None or last < start:
            return
        fit = _whole_fit(query, bytes(target), start, last + 1)
        yield fit
        most = min(most, fit.edits + CLEAR_LEAD_EDITS)
        target[fit.start : fit.end] = bytes([_OTHER]) * (fit.end - fit.start)


def _whole_fit(query: bytes, target: bytes, start: int, end: int) -> _Fit:
    """Of equal fits the one that keeps most words: edlib drops a changed first or last word of the target."""
    fits = []
    for first in range(max(0, start - EDGE_WORDS), start + 1):
        for after in range(end, min(len(target), end + EDGE_WORDS) + 1):
            found = edlib.align(query, target[first:after], mode="NW", task="path")
            fits.append(_Fit(first, after, found["editDistance"], found["cigar"]))
    return min(fits, key=lambda fit: (fit.edits, -_equal_words(fit.cigar), abs(fit.end - fit.start - len(query))))


def _equal_words(cigar: str) -> int:
    return sum(int(count) for count, step in _STEP.findall(cigar) if step == "=")


def in_order_of_nearness(spans: Iterable[Span], near: Span | None) -> list[Span]:
    """The spans from the nearest to `near` on, equals in order of the text; without it, in order of the text."""
    return sorted(spans, key=lambda span: (_gap(span, near) if near else 0, span.start))


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _changes(cigar: str, quoted: Sequence[Word], found: Sequence[Word]) -> list[Change]:
    """Runs of edits of an alignment of `quoted` (edlib's query) to `found` (its target)."""
    changes: list[Change] = []
    quoted_at = found_at = 0
    follows_edit = False
    for count, step in _STEP.findall(cigar):
        quoted_end = quoted_at + (int(count) if step != "D" else 0)
        found_end = found_at + (int(count) if step != "I" else 0)
        if step != "=":
            change = Change(tuple(quoted[quoted_at:quoted_end]), tuple(found[found_at:found_end]))
            if follows_edit:
                earlier = changes.pop()
                change = Change(earlier.quoted + change.quoted, earlier.found + change.found)
            changes.append(change)
        follows_edit = step != "="
        quoted_at, found_at = quoted_end, found_end
    return changes


def _keeps_meaning(
    changes: Sequence[Change], quote: str, words: Sequence[Word], passage: Sequence[Word], text: PreparedText
) -> bool:
    # A quotation in capitals, or one that writes the text's capitals small, does not tell names by its case.
    capitals = {word.key for word in passage if word.capital}
    smalls = {word.key for word in passage if not word.capital}
    case_tells = not any(word.key in (smalls - capitals if word.capital else capitals - smalls) for word in words[1:])
    return keeps_meaning(changes, len(words), Wording(quote, text.casing, case_tells), Wording(text.text, text.casing))
