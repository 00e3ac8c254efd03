"""Numbers as words and figures, brought to one spelling so that quotations can be compared by value.

Just enough for the guard of quotations: "nine thousand" = "9,000" = "9 thousand", "two dozen" = "24". Bounds,
units and what is counted are another file's business.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

NUMBER_SIGN = "#"

_ONES = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)

UNITS = {word: value for value, word in enumerate(_ONES)}
TENS = {word: 10 * value for value, word in enumerate(_TENS, start=2)}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS, start=1)} | {
    f"{tens[:-1]}ieth": value for tens, value in TENS.items()
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
NUMERALS = UNITS.keys() | TENS.keys() | SCALES.keys()

# Longer figures are told apart digit by digit; multiplying them would round.
LONGEST_FIGURE_TO_MULTIPLY = 15

_FIGURE = re.compile(r"([-−]?)(\d+(?:[.,]\d+)*)(.*)", re.DOTALL)
_THOUSANDS_COMMA = re.compile(r",(?=\d{3}(?!\d))")


class Numeral(NamedTuple):
    """A number read from a run of words: its key, and the index after its last word."""

    key: str
    end: int


def figure_key(figure: str) -> str:
    """One spelling for figures that mean the same: "9,000" and "9000" give "#9000", "30th" gives "#30th".

    >>> figure_key("9,000"), figure_key("3,5"), figure_key("30th")
    ('#9000', '#3.5', '#30th')
    """
    match = _FIGURE.fullmatch(figure)
    if match is None:
        return NUMBER_SIGN + figure.casefold()
    sign, digits, suffix = match.groups()
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in digits)
    plain = _THOUSANDS_COMMA.sub("", plain).replace(",", ".")
    return NUMBER_SIGN + ("-" if sign else "") + plain + unicodedata.normalize("NFKC", suffix).casefold()


def ordinal_key(word: str) -> str | None:
    """The key of an ordinal in words as its figure has it, else None.

    >>> ordinal_key("third"), ordinal_key("thirtieth"), ordinal_key("bird")
    ('#3rd', '#30th', None)
    """
    value = ORDINALS.get(word)
    if value is None:
        return None
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(value, "th")
    return f"{NUMBER_SIGN}{value}{suffix}"


def read_numeral(keys: Sequence[str]) -> Numeral | None:
    """The number at the start of `keys` (folded words, figures as `figure_key` gives them), or None.

    >>> read_numeral(["two", "hundred", "and", "five", "ships"])
    Numeral(key='#205', end=4)
    >>> read_numeral(["#2.5", "million", "people"])
    Numeral(key='#2500000', end=2)
    """
    if not keys:
        return None
    if keys[0].startswith(NUMBER_SIGN):
        return _scaled_figure(keys)
    total, group, at = 0, 0, 0
    ceiling = max(SCALES.values()) + 1
    while at < len(keys):
        here = at + 1 if keys[at] == "and" and _may_follow_and(keys, at) else at
        key = keys[here] if here < len(keys) else ""
        if key in UNITS and (at == 0 or _takes_unit(group, UNITS[key])):
            group += UNITS[key]
        elif key in TENS and group % 100 == 0:
            group += TENS[key]
        elif key in {"hundred", "dozen"} and group < SCALES[key] and here == at:
            group = max(group, 1) * SCALES[key]
        elif key in SCALES and (at == 0 or group) and SCALES[key] < ceiling and key not in {"hundred", "dozen"}:
            total, group, ceiling = total + max(group, 1) * SCALES[key], 0, SCALES[key]
        else:
            break
        at = here + 1
        if key in {"zero", "dozen"}:
            break
    return Numeral(f"{NUMBER_SIGN}{total + group}", at) if at else None


def _takes_unit(group: int, unit: int) -> bool:
    """ "twenty-one" and "hundred (and) twelve" are one number; "two two" and "ten one" are two."""
    return unit > 0 and (group % 100 == 0 or (unit < 10 and group % 100 >= 20 and group % 10 == 0))


def _may_follow_and(keys: Sequence[str], at: int) -> bool:
    return at > 0 and keys[at - 1] in SCALES and at + 1 < len(keys) and keys[at + 1] in UNITS.keys() | TENS.keys()


def _scaled_figure(keys: Sequence[str]) -> Numeral | None:
    figure = keys[0].removeprefix(NUMBER_SIGN)
    is_plain = re.fullmatch(r"-?\d+(?:\.\d+)?", figure) is not None
    if not is_plain or len(figure) > LONGEST_FIGURE_TO_MULTIPLY or len(keys) < 2 or keys[1] not in SCALES:
        return None
    value = Decimal(figure) * SCALES[keys[1]]
    return Numeral(f"{NUMBER_SIGN}{value.normalize():f}", 2)


def is_number(key: str) -> bool:
    """Whether a folded word is a number or holds one ("#9000", "covid19", "三")."""
    return key.startswith(NUMBER_SIGN) or any(char.isnumeric() for char in key)
