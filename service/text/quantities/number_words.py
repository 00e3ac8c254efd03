"""Words and signs that make numbers: small numbers, tens, scales, parts, and words for no exact number."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

SMALL_NUMBERS = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip

TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

SMALL_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12,
}  # fmt: skip

# "first" and "second" never name a part: "one second" is a time.
PARTS = {word: value for word, value in SMALL_ORDINALS.items() if value > 2} | {"half": 2, "quarter": 4}
PART_PLURALS = {f"{word}s": value for word, value in PARTS.items()} | {"halves": 2}

ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})

FRACTION_SIGNS = {sign: unicodedata.numeric(sign) for sign in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}

# Denominators of fractions that are written with a slash; others (9/11, 24/7) are names or dates.
SLASH_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100})


class Scale(NamedTuple):
    """A word that multiplies what stands before it."""

    word: str
    value: float
    example: str
    example_value: float


SCALES = (
    Scale("hundred", 1e2, "three hundred", 300),
    Scale("thousand", 1e3, "40 thousand", 40_000),
    Scale("million", 1e6, "1.5 million", 1_500_000),
    Scale("billion", 1e9, "2.6 billion", 2_600_000_000),
    Scale("trillion", 1e12, "one trillion", 1e12),
    Scale("quadrillion", 1e15, "two quadrillion", 2e15),
    Scale("dozen", 12, "two dozen", 24),
    Scale("lakh", 1e5, "13 lakh", 1_300_000),
    Scale("crore", 1e7, "500 crore", 5e9),
)
SCALE_WORDS = {row.word: row.value for row in SCALES}


class Suffix(NamedTuple):
    """A short form that stands right behind digits. `always` is false where the letter also means something else."""

    text: str
    value: float
    always: bool
    example: str
    example_value: float


SUFFIXES = (
    Suffix("k", 1e3, True, "120k", 120_000),
    Suffix("m", 1e6, False, "€500m", 500_000_000),  # also metres
    Suffix("mn", 1e6, True, "12mn", 12_000_000),
    Suffix("mln", 1e6, True, "30 mln", 30_000_000),
    Suffix("mil", 1e6, False, "$2mil", 2_000_000),
    Suffix("b", 1e9, False, "$2b", 2e9),  # also bytes
    Suffix("bn", 1e9, True, "4.5bn", 4.5e9),
    Suffix("bln", 1e9, True, "3 bln", 3e9),
    Suffix("t", 1e12, False, "$2t", 2e12),  # also tonnes
    Suffix("tn", 1e12, True, "1.2tn", 1.2e12),
    Suffix("trn", 1e12, True, "1.2trn", 1.2e12),
)
SUFFIX_ROWS = {row.text: row for row in SUFFIXES}


class VagueWord(NamedTuple):
    """A plural that gives an order of size: from twice the word's value to the next order up."""

    word: str
    low: float
    high: float
    example: str
    needs_of: bool = False


VAGUE_WORDS = (
    VagueWord("tens", 20, 100, "tens of boats", needs_of=True),
    VagueWord("dozens", 24, 100, "dozens of marchers"),
    VagueWord("scores", 40, 100, "scores of shops", needs_of=True),  # else the results of games
    VagueWord("hundreds", 200, 1_000, "hundreds of tents"),
    VagueWord("thousands", 2_000, 10_000, "thousands fled"),
    VagueWord("millions", 2e6, 1e7, "millions of voters"),
    VagueWord("billions", 2e9, 1e10, "billions of dollars"),
    VagueWord("trillions", 2e12, 1e13, "trillions of yen"),
)
VAGUE_ROWS = {row.word: row for row in VAGUE_WORDS}

# The plain value behind a vague plural, for "tens of thousands" and "hundreds of millions".
VAGUE_BASES = {"thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}

# "several" is bounded by the project's convention. "a few" and "a handful" alone are not: writers use them for three
# as for twenty. Before a scale word they are: "a few hundred" is what "hundreds" is.
SEVERAL = (3.0, 10.0)
FEW_BEFORE_SCALE = (2.0, 10.0)

# The words that a number can start with; all others are passed over at once.
NUMBER_OPENERS = frozenset(
    SMALL_NUMBERS.keys() | TENS.keys() | SMALL_ORDINALS.keys() | SCALE_WORDS.keys() | VAGUE_ROWS.keys()
) | {"a", "an", "half", "quarter", "couple", "several", "few"}

# A text without a figure and without one of these words holds no number. "No" counts as none of something.
NUMBER_SHOWING = (NUMBER_OPENERS - {"a", "an"}) | {"pair", "no"}
_FIGURE = re.compile(rf"[0-9{''.join(FRACTION_SIGNS)}]")
_WORD = re.compile(r"[a-z]+")


def may_hold_number(text: str) -> bool:
    """False where a glance shows that no number can be read; saves the reading of most sentences."""
    return _FIGURE.search(text) is not None or not NUMBER_SHOWING.isdisjoint(_WORD.findall(text.lower()))
