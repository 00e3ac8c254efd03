"""Every number written in a text, whatever it stands for: years, dates, names and order numbers too."""

from __future__ import annotations

from typing import NamedTuple

from service.text.quantities.amounts import inherits_scale
from service.text.quantities.number_words import may_hold_number
from service.text.quantities.numerals import Numeral, Shape, read_numeral
from service.text.quantities.tokens import HYPHENS, Token, lower_at, tokenise


class NumberMention(NamedTuple):
    """A number and where it stands: code points, `end` exclusive. `ordinal` marks "third" and "3rd"."""

    start: int
    end: int
    value: float
    ordinal: bool = False


_PRONOUN_LEADERS = frozenset({"no", "any", "every", "this", "that", "which", "each", "another", "the"})
_PRONOUN_FOLLOWERS = frozenset({"of", "another"})


def find_numbers(text: str) -> list[NumberMention]:
    """The numbers of a text, left to right. Words for no exact number ("dozens", "several") are none of them.

    "twenty-four", "24" and "two dozen" have one value, and so have "1.5 million" and "1,500,000"; in
    "5 to 10 million" the first number is five million. Signs are left out: "-5" is 5.
    """
    if not may_hold_number(text):
        return []
    tokens = tokenise(text)
    found: list[Numeral] = []
    index = 0
    while index < len(tokens):
        numeral = read_numeral(tokens, index, joined=not _is_between(tokens, index))
        if numeral is None:
            index += 1
            continue
        if numeral.shape is not Shape.VAGUE and not _is_pronoun(tokens, numeral):
            found.append(numeral)
        index = numeral.stop
    return [
        NumberMention(
            tokens[numeral.first].start,
            tokens[numeral.stop - 1].end,
            numeral.low * _scale_of_range(tokens, numeral, found[at + 1 : at + 2]),
            numeral.shape is Shape.ORDINAL,
        )
        for at, numeral in enumerate(found)
    ]


def _is_between(tokens: list[Token], index: int) -> bool:
    """True right after "between", or after it and a currency sign."""
    return "between" in {lower_at(tokens, index - 1), lower_at(tokens, index - 2)}


def _scale_of_range(tokens: list[Token], numeral: Numeral, following: list[Numeral]) -> float:
    """The million of "10 million" for the 5 of "5 to 10 million" (a currency sign may stand between)."""
    if not following or lower_at(tokens, numeral.stop) not in HYPHENS | {"to", "and"}:
        return 1.0
    second = following[0]
    between = lower_at(tokens, numeral.stop) != "and" or _is_between(tokens, numeral.first)
    near = second.first - numeral.stop <= 2
    return second.scale if near and between and inherits_scale(numeral, second) else 1.0


def _is_pronoun(tokens: list[Token], numeral: Numeral) -> bool:
    if lower_at(tokens, numeral.first) != "one" or numeral.stop != numeral.first + 1:
        return False
    no_one = lower_at(tokens, numeral.first - 1) in HYPHENS and lower_at(tokens, numeral.first - 2) == "no"
    led = no_one or lower_at(tokens, numeral.first - 1) in _PRONOUN_LEADERS
    return led or lower_at(tokens, numeral.stop) in _PRONOUN_FOLLOWERS
