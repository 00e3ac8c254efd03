"""A text made ready for locating quotations in it: read into words once, searched many times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple

from service.text.alignment.asides import Reading, readings_without_asides
from service.text.alignment.guard import Casing
from service.text.alignment.words import Word, words_of
from service.text.sentences import Span

# Each distinct word of a text is written as one character, so that str.find searches for words.
FIRST_SYMBOL = 0x100
LAST_SYMBOL = 0x10FFFF


class SymbolReading(NamedTuple):
    """A reading of the text with one character a word; `word_indices[i]` is the word behind `symbols[i]`.

    `is_kept[i]` is 1 where word `i` of the whole text stands in the reading.
    """

    symbols: str
    word_indices: Sequence[int]
    is_kept: bytes


@dataclass(frozen=True, eq=False, repr=False)
class PreparedText:
    """A text with its words. The first reading is the whole text, the others leave its asides out.

    `vocabulary` maps keys to symbols, `positions` maps keys to word indices.
    """

    text: str
    words: tuple[Word, ...]
    vocabulary: dict[str, str]
    positions: dict[str, list[int]]
    readings: tuple[SymbolReading, ...]
    casing: Casing

    def symbols_of(self, words: Iterable[Word]) -> str:
        """The words as characters; words that the text does not have get characters that it does not have."""
        unknown: dict[str, str] = {}
        symbols = []
        for word in words:
            symbol = self.vocabulary.get(word.key)
            if symbol is None:
                symbol = unknown.setdefault(word.key, chr(LAST_SYMBOL - len(unknown)))
            symbols.append(symbol)
        return "".join(symbols)

    def span_of(self, first: int, last: int) -> Span:
        """From the first word to the last, both included, by index."""
        return Span(self.words[first].start, self.words[last].end)


def prepare(text: str) -> PreparedText:
    """Reads `text` into words. Costs about as much as thirty alignments; keep the result."""
    words = tuple(words_of(text))
    vocabulary: dict[str, str] = {}
    positions: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        vocabulary.setdefault(word.key, chr(FIRST_SYMBOL + len(vocabulary)))
        positions.setdefault(word.key, []).append(index)
    symbols = "".join([vocabulary[word.key] for word in words])
    whole = SymbolReading(symbols, range(len(words)), b"\x01" * len(words))
    shorter = [_symbol_reading(symbols, reading) for reading in readings_without_asides(text, words)]
    common = frozenset(word.key for word in words if not word.capital)
    casing = Casing(common, frozenset(vocabulary) - common)
    return PreparedText(text, words, vocabulary, positions, (whole, *shorter), casing)


def _symbol_reading(symbols: str, reading: Reading) -> SymbolReading:
    is_kept = bytearray(len(symbols))
    for index in reading.word_indices:
        is_kept[index] = 1
    return SymbolReading("".join(compress(symbols, is_kept)), reading.word_indices, bytes(is_kept))
