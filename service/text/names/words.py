"""The words of a text as names are looked for among them."""

from __future__ import annotations

import re
from typing import NamedTuple

from service.text.names.common_words import NOT_ACRONYMS
from service.text.names.model import word_set

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’-][^\W_]+)*\.?", re.UNICODE)
_POSSESSIVE = re.compile(r"(?:['’][sS])$")
_ENDS_SENTENCE = re.compile(r"[.!?:;]['\"”’)\]]*\s+['\"“‘(\[]*$|^[\s\W]*$|[\n\r][\s\W]*$|[“\"‘(\[—–]\s*$|\s-\s*$|…\s*$")
_ABBREVIATED = word_set("""
    mr mrs ms dr prof gen col lt maj sgt capt adm cmdr sen rep gov st jr sr rev hon no vs
    """)
_CURRENCY_SIGNS = frozenset("$€£¥")
# "iPhone", "eBay"
_SMALL_FIRST = re.compile(r"[a-z]{1,2}[A-Z][a-z]{2,}")
GAP_WITHIN_NAME = re.compile(r"[ \u00a0]+")
LOOK_BACK = 12


class Word(NamedTuple):
    """A word of the text, its possessive ending left off; offsets are code points."""

    start: int
    end: int
    text: str
    opens: bool
    """It stands where any word would be capitalised."""
    possessive: bool

    @property
    def lower(self) -> str:
        return self.text.lower().strip(".")

    @property
    def capital(self) -> bool:
        small_first = _SMALL_FIRST.match(self.text) is not None
        return small_first or self.text[0].isupper() or (self.text[0].isdigit() and self.text[-1:].isupper())

    @property
    def acronym(self) -> bool:
        letters = [char for char in self.text if char.isalpha()]
        return len(letters) >= 2 and all(char.isupper() for char in letters) and self.lower not in NOT_ACRONYMS


def read_words(text: str) -> list[Word]:
    """The words of a text in order, currency codes before their sign left out."""
    words: list[Word] = []
    for token in _TOKEN.finditer(text):
        start, surface = token.start(), token.group()
        if text[token.end() : token.end() + 1] in _CURRENCY_SIGNS:
            continue  # the "US" of "US$5 million"
        if surface.endswith(".") and not _keeps_stop(surface):
            surface = surface[:-1]
        bare = _POSSESSIVE.sub("", surface)
        opens = _ENDS_SENTENCE.search(text[max(0, start - LOOK_BACK) : start]) is not None
        if opens and words and GAP_WITHIN_NAME.fullmatch(text[words[-1].end : start]) and words[-1].text.endswith("."):
            opens = False  # the stop belongs to "Mr." or "J."
        words.append(Word(start, start + len(bare), bare, opens, bare != surface))
    return words


def _keeps_stop(surface: str) -> bool:
    """The stop is the word's own: "Mr.", "J.", "U.S."; any other ends a sentence."""
    stem = surface[:-1]
    return "." in stem or (len(stem) == 1 and stem.isupper()) or stem.lower() in _ABBREVIATED
