"""Quotations with something left out ("…", "[...]"): their pieces stand in the text in order, and not far apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from service.text.alignment.lexicon import NEGATIONS
from service.text.alignment.places import Place, same_words, similar_words
from service.text.alignment.prepared import PreparedText
from service.text.alignment.words import words_of

ELISION = re.compile(r"\[\s*(?:…|\.{3,})\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.(?:\s?\.){2,}")

SHORTEST_PIECE_WORDS = 2
LONGEST_PIECE_AT_LEAST_WORDS = 3
# One speaker's quotation is cut by a clause or a sentence or two, not by half an article.
WIDEST_GAP_WORDS = 50
WIDEST_GAP_ACROSS_PARAGRAPHS_WORDS = 12
# A negation in an elision so short governs the words around it: "We will … sell" from "We will not sell".
SHORT_GAP_WORDS = 5

_PARAGRAPH_BREAK = re.compile(r"\s*[\n\r\u2028\u2029]\s*")
_QUOTATION_MARK = re.compile(r"[“”„«»\"]")
_SENTENCE_BREAK = re.compile(r"[.!?][\"”»’)\]]*(?:\s|$)")
_STARTS_WITH_STOP = re.compile(r"\s*[\"”»’)\]]*\s*[.,;:!?—–-]|\s*[\"”»]")
_ENDS_WITH_STOP = re.compile(r"[.,;:!?—–-][\"”»’)\]]*\s*[\"“«‘(\[]*\s*$|[\"“«]\s*$")


def pieces_of(quote: str) -> list[str]:
    """The pieces between elisions that hold words; one piece when nothing is left out inside."""
    return [piece for piece in ELISION.split(quote) if words_of(piece)]


def join_pieces(pieces: Sequence[str], text: PreparedText) -> list[Place]:
    """Stretches of the text from the first piece to the last; none where one is missing or they lie too far apart."""
    lengths = [len(words_of(piece)) for piece in pieces]
    if min(lengths) < SHORTEST_PIECE_WORDS or max(lengths) < LONGEST_PIECE_AT_LEAST_WORDS:
        return []
    chains = _places(pieces[0], text)
    for piece in pieces[1:]:
        following = _places(piece, text)
        chains = [joined for chain in chains if (joined := _joined(chain, following, text))]
    return chains


def _places(piece: str, text: PreparedText) -> list[Place]:
    words = words_of(piece)
    symbols = text.symbols_of(words)
    same = {place for reading in text.readings for place in same_words(symbols, reading)}
    if same:
        return sorted(same)
    similar = similar_words(piece, words, text)
    best = min((place.edits for place in similar), default=0)
    return sorted({place for place in similar if place.keeps_meaning and place.edits == best})


def _joined(chain: Place, following: Iterable[Place], text: PreparedText) -> Place | None:
    for place in following:
        if place.first > chain.last and _may_be_left_out(chain.last, place.first, text):
            return Place(chain.first, place.last, chain.edits + place.edits)
    return None


def _may_be_left_out(last: int, first: int, text: PreparedText) -> bool:
    """Whether the words between two pieces (after word `last`, before word `first`) may be an elision."""
    if first - last - 1 > WIDEST_GAP_WORDS:
        return False
    gap = text.words[last + 1 : first]
    left_out = text.text[text.words[last].end : text.words[first].start]
    breaks = len(_PARAGRAPH_BREAK.findall(left_out))
    if breaks > 1 or (breaks and len(gap) > WIDEST_GAP_ACROSS_PARAGRAPHS_WORDS):
        return False
    if _SENTENCE_BREAK.search(left_out):
        # What is partly a quotation and partly narration has no one voice, and half of one sentence and half of
        # another make a sentence that nobody said.
        if len(_QUOTATION_MARK.findall(left_out)) % 2:
            return False
        return _STARTS_WITH_STOP.match(left_out) is not None or _ENDS_WITH_STOP.search(left_out) is not None
    return len(gap) > SHORT_GAP_WORDS or not any(word.key in NEGATIONS.words for word in gap)
