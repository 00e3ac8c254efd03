"""A text as words: each with its place in the text and a folded key, so that equal words have equal keys.

Folding forgives what copying changes and meaning does not: case, composed or decomposed accents, width, quotation
marks, dashes, commas, white space, soft hyphens, dots in initials (U.N.), "isn't" for "is not", "9,000" for
"nine thousand".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from service.text.alignment.numerals import NUMERALS, figure_key, ordinal_key, read_numeral


class Word(NamedTuple):
    """`text[start:end]` is the word; `key` its folded form; `capital` whether it starts with a capital letter."""

    start: int
    end: int
    key: str
    capital: bool


# What parts words: controls, ASCII and Latin-1 signs, General Punctuation, currency, CJK and full-width punctuation,
# and the sentence marks of Greek, Hebrew, Arabic and Indic scripts. Zero-width signs and the soft hyphen are not here.
_BREAKS = (
    r"\s\x00-/:-@\[-`{-\xa9\xab\xac\xae-\xb1\xb4\xb6-\xb8\xbb\xbf\xd7\xf7"
    r"\u037e\u0387\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066c\u06d4\u0964\u0965"
    r"\u2000-\u200a\u2010-\u2029\u202f-\u205f\u20a0-\u20cf\u2212\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u30fb"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
# Scripts written without spaces: Thai to Myanmar, Khmer, kana, Han. Each of their characters is a word of its own.
_UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_APOSTROPHES = "'’‘ʼ＇`´"
_LETTERS = rf"[^{_BREAKS}{_UNSPACED}]"

_WORD = re.compile(
    rf"""
      (?P<initials> (?<!{_LETTERS}) [^\W\d_] (?:\.[^\W\d_])+ (?!{_LETTERS}) )
    | (?P<figure>   (?:(?<![^\s(\[“"])[-−](?=\d))? \d+ (?:[.,]\d+)* {_LETTERS}* )
    | (?P<glyph>    [{_UNSPACED}] [\u0300-\u036f\u3099\u309a]* )
    | (?P<sign>     [%％‰\u20a0-\u20cf$＄£¥￥¢] )
    | (?P<word>     {_LETTERS}+ (?: [{_APOSTROPHES}]+ {_LETTERS}+ )* )
    """,
    re.VERBOSE,
)
_IGNORED = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u0300-\u036f]")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]+")
_JOINS_NUMERALS = re.compile(r"[\s\-‐‑]*")

NEGATED = {"won't": "will", "can't": "can", "shan't": "shall", "cannot": "can"}
SIGNS = {"%": "percent", "％": "percent"}
LONGEST_NUMERAL = 12


def words_of(text: str) -> list[Word]:
    """The words of `text` in order, numbers in words joined into one; "isn't" and "Russia's" are two words each."""
    return _join_numerals(text, [word for match in _WORD.finditer(text) for word in _words_of_match(match)])


def _words_of_match(match: re.Match[str]) -> list[Word]:
    start, end = match.span()
    surface, kind = match.group(), match.lastgroup
    capital = surface[0].isupper()
    if kind == "figure":
        return [Word(start, end, figure_key(_IGNORED.sub("", surface)), capital=False)]
    if kind == "sign":
        return [Word(start, end, SIGNS.get(surface, surface), capital=False)]
    key = fold(surface.replace(".", "") if kind == "initials" else surface)
    if not key:
        return []
    if key.removesuffix("n't") not in {"", key} or key == "cannot":
        return [Word(start, end, NEGATED.get(key, key[:-3]), capital), Word(start, end, "not", capital=False)]
    apostrophe = max(surface.rfind(mark) for mark in _APOSTROPHES)
    if apostrophe > 0 and key.removesuffix("'s") not in {"", key}:
        owner_end = start + apostrophe
        return [Word(start, owner_end, key[:-2], capital), Word(owner_end + 1, end, "s", capital=False)]
    return [Word(start, end, ordinal_key(key) or key, capital)]


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """The key of a word: compatibility forms, case, accents and apostrophes levelled, invisible signs dropped.

    >>> fold("Caf\\u00e9") == fold("cafe\\u0301") == "cafe"
    True
    """
    word = _APOSTROPHE.sub("'", word)
    if not word.isascii():
        word = unicodedata.normalize("NFC", _IGNORED.sub("", unicodedata.normalize("NFKD", word)))
    # After folding the case of some letters (İ) a mark stands apart, so marks are dropped once more.
    return _IGNORED.sub("", _APOSTROPHE.sub("'", word.casefold()))


def _join_numerals(text: str, words: list[Word]) -> list[Word]:
    joined: list[Word] = []
    at = 0
    while at < len(words):
        end = at
        if words[at].key in NUMERALS or words[at].key.startswith("#"):
            run = _numeral_run(text, words, at)
            numeral = read_numeral([word.key for word in run])
            if numeral is not None:
                end = at + numeral.end
                joined.append(Word(words[at].start, words[end - 1].end, numeral.key, capital=False))
        elif words[at].key == "per" and at + 1 < len(words) and words[at + 1].key == "cent":
            end = at + 2
            joined.append(Word(words[at].start, words[at + 1].end, "percent", capital=False))
        if end == at:
            joined.append(words[at])
            end = at + 1
        at = end
    return joined


def _numeral_run(text: str, words: list[Word], at: int) -> list[Word]:
    """The words from `at` on that only spaces and hyphens part: numbers do not run across a comma."""
    run = [words[at]]
    for word in words[at + 1 : at + LONGEST_NUMERAL]:
        if not _JOINS_NUMERALS.fullmatch(text, run[-1].end, max(run[-1].end, word.start)):
            break
        run.append(word)
    return run
