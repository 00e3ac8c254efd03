"""From a quotation to its place in a text: strict ways first, and none at all rather than a wrong one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from schemas.claims import AlignmentStatus
from service.text.alignment.asides import BRACKET, SQUARE_BRACKET
from service.text.alignment.elision import join_pieces, pieces_of
from service.text.alignment.guard import Wording
from service.text.alignment.lexicon import NEGATIONS, NEGATIVE_PREFIXES
from service.text.alignment.numerals import is_number
from service.text.alignment.places import (
    CLEAR_LEAD_EDITS,
    MOST_PLACES,
    Place,
    in_order_of_nearness,
    same_words,
    similar_words,
)
from service.text.alignment.prepared import PreparedText
from service.text.alignment.words import Word, words_of
from service.text.sentences import Span


class Alignment(NamedTuple):
    """Where a quotation stands: `text[start:end]`, code points, never empty, with how it was found."""

    start: int
    end: int
    status: AlignmentStatus


# A shorter quotation fits in too many places to forgive anything but case and punctuation.
SHORT_QUOTE_CHARACTERS = 15
SHORT_QUOTE_WORDS = 3
BRACKET_REACH = 40  # characters around a passage in which a bracket that the quotation replaces may stand
CONTEXT = 40  # characters around an offset that tell whether a word is cut there

_QUOTATION_MARKS = "\"'“”„‟‘’‚«»‹›「」『』"


def align(quote: str, text: PreparedText, near: Span | None = None) -> Alignment | None:
    """Finds the passage of `text` that `quote` quotes, or None.

    Tried in order: verbatim (EXACT); the same words (NORMALISED); pieces around an elision, the same words once
    brackets or attributions are left out, and nearly the same words (FUZZY). Numbers, negations, names and the other
    guarded words must stand. Where the same words stand in several places the one nearest to `near` is taken, else
    the first; where two different passages fit about equally well, none.
    """
    words = words_of(quote)
    if not words:
        return None
    is_short = len(quote.strip()) < SHORT_QUOTE_CHARACTERS or len(words) < SHORT_QUOTE_WORDS
    if span := _verbatim(quote, text.text, near, is_short=is_short):
        return Alignment(*span, AlignmentStatus.EXACT)
    if places := same_words(text.symbols_of(words), text.readings[0]):
        return Alignment(*_nearest_place(places, text, near), AlignmentStatus.NORMALISED)
    if is_short:
        return None
    pieces = pieces_of(quote)
    if len(pieces) > 1:
        places = join_pieces(pieces, text)
    else:
        places = [place for reading in _quote_readings(quote, words, text) for place in _loose_places(reading, text)]
        places = _best(places, text)
    return Alignment(*_nearest_place(places, text, near), AlignmentStatus.FUZZY) if places else None


class _QuoteReading(NamedTuple):
    """The quotation's words, with or without what it holds in brackets."""

    quote: str
    words: Sequence[Word]
    names_in_brackets: frozenset[str] = frozenset()
    opens_with_bracket: bool = False


def _verbatim(quote: str, text: str, near: Span | None, *, is_short: bool) -> Span | None:
    stripped = quote.strip()
    for wanted in dict.fromkeys((stripped, stripped.strip(_QUOTATION_MARKS).strip())):
        spans = in_order_of_nearness(_occurrences(wanted, text), near)
        for span in spans:
            if _cut_word(text, span.start) is None and _cut_word(text, span.end) is None:
                return span
        for span in spans:
            if not is_short and not _cuts_meaning(text, span):
                return span
    return None


def _occurrences(wanted: str, text: str) -> list[Span]:
    spans: list[Span] = []
    at = text.find(wanted)
    while wanted and at >= 0 and len(spans) < MOST_PLACES:
        spans.append(Span(at, at + len(wanted)))
        at = text.find(wanted, at + 1)
    return spans


def _cut_word(text: str, at: int) -> Word | None:
    """The word or number inside which the offset `at` lies, by its place in `text`, or None."""
    start = max(0, at - CONTEXT)
    for word in words_of(text[start : at + CONTEXT]):
        if start + word.start < at < start + word.end:
            return word._replace(start=start + word.start, end=start + word.end)
    return None


def _cuts_meaning(text: str, span: Span) -> bool:
    """Whether the span starts or ends inside a number, or cuts the "un" off "unable"."""
    cut = [(at, word) for at in span if (word := _cut_word(text, at))]
    if any(is_number(word.key) for _, word in cut):
        return True
    return any(at == span.start and text[word.start : at].casefold() in NEGATIVE_PREFIXES for at, word in cut)


def _quote_readings(quote: str, words: Sequence[Word], text: PreparedText) -> list[_QuoteReading]:
    """The quotation as it stands and, where its square brackets hold no number or negation, without them.

    A name in brackets is the writer's gloss: it must be a name that the text has.
    """
    readings = [_QuoteReading(quote, words)]
    brackets = [match.span() for match in SQUARE_BRACKET.finditer(quote)]
    kept = [word for word in words if not any(start <= word.start < end for start, end in brackets)]
    glosses = [word for word in words if word not in kept]
    if not glosses or len(kept) < SHORT_QUOTE_WORDS:
        return readings
    wording = Wording(quote, text.casing, case_tells=any(word.capital for word in words))
    names = frozenset(word.key for word in glosses if wording.is_name(word))
    changes_meaning = any(is_number(word.key) or word.key in NEGATIONS.words for word in glosses)
    if names <= text.vocabulary.keys() and not changes_meaning:
        readings.append(_QuoteReading(quote, kept, names, opens_with_bracket=glosses[0].start < kept[0].start))
    return readings


def _loose_places(reading: _QuoteReading, text: PreparedText) -> list[Place]:
    symbols = text.symbols_of(reading.words)
    same = [place for other in text.readings for place in same_words(symbols, other)]
    places = same or similar_words(reading.quote, reading.words, text)
    return [place for place in places if not _renames(reading, place, text)]


def _renames(reading: _QuoteReading, place: Place, text: PreparedText) -> bool:
    """Whether a name in the quotation's brackets stands where the text, in brackets or in front, has another."""
    if not reading.names_in_brackets:
        return False
    span = text.span_of(place.first, place.last)
    wording = Wording(text.text, text.casing)
    rivals = [
        word
        for bracket in BRACKET.finditer(text.text, max(0, span.start - BRACKET_REACH), span.end + BRACKET_REACH)
        for word in words_of(bracket.group())
        if word.capital
    ]
    if reading.opens_with_bracket and place.first and wording.is_name(text.words[place.first - 1]):
        rivals.append(text.words[place.first - 1])
    return bool(rivals) and not reading.names_in_brackets <= {word.key for word in rivals}


def _best(places: Iterable[Place], text: PreparedText) -> list[Place]:
    """The best-fitting places if they hold the same words and nothing else comes near, else none."""
    ordered = sorted(places, key=lambda place: place.edits)
    kept = [place for place in ordered if place.keeps_meaning]
    if not kept:
        return []
    best = kept[0]
    apart = [place for place in ordered if place.last < best.first or place.first > best.last]
    if any(place.edits < best.edits for place in apart):
        return []
    rivals = [place for place in apart if place.keeps_meaning and place.edits <= best.edits + CLEAR_LEAD_EDITS]
    same = [place for place in rivals if _keys(place, text) == _keys(best, text)]
    return [best, *same] if len(same) == len(rivals) else []


def _keys(place: Place, text: PreparedText) -> list[str]:
    return [word.key for word in text.words[place.first : place.last + 1]]


def _nearest_place(places: Sequence[Place], text: PreparedText, near: Span | None) -> Span:
    return in_order_of_nearness([text.span_of(place.first, place.last) for place in places], near)[0]
