"""One number, in digits or words, read from a list of tokens."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from service.text.quantities import number_words as words
from service.text.quantities.fractions import Part, decimal_words, read_fraction, read_mixed, slash_fraction
from service.text.quantities.nouns import is_plural
from service.text.quantities.tokens import Kind, Token, lower_at, matches, past_hyphen
from service.text.quantities.units import is_money_sign

MOST_DIGITS = 15  # a float keeps 15 digits; a longer row of digits is a number of an account, not of things
LARGEST = 1e18
MOST_SCALES = 3  # "three hundred thousand crore"


class Shape(StrEnum):
    """How a number is told."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    VAGUE = "vague"


class Numeral(NamedTuple):
    """A number that spans the tokens from `first` up to `stop`, which is not part of it.

    `low` and `high` differ only for vague words. `scale` is the product of the scale words and suffixes.
    """

    first: int
    stop: int
    low: float
    high: float
    shape: Shape
    scale: float = 1.0
    digits: bool = False


def read_numeral(tokens: list[Token], index: int, *, joined: bool = True) -> Numeral | None:
    """The longest number that starts at `index`, or None.

    `joined` lets "and" bind parts of one number ("one hundred and fifty"); between two numbers it must not.
    """
    if index >= len(tokens) or (tokens[index].kind is Kind.WORD and tokens[index].lower not in words.NUMBER_OPENERS):
        return None
    return (
        _vague_plural(tokens, index)
        or _fraction(tokens, index)
        or _ordinal(tokens, index)
        or _cardinal(tokens, index, joined=joined)
    )


def _vague_plural(tokens: list[Token], index: int) -> Numeral | None:
    row = words.VAGUE_ROWS.get(lower_at(tokens, index))
    if row is None:
        return None
    followed_by_of = lower_at(tokens, index + 1) == "of"
    base = words.VAGUE_BASES.get(lower_at(tokens, index + 2)) if followed_by_of else None
    if base:
        return Numeral(index, index + 3, row.low * base, row.high * base, Shape.VAGUE, base)
    if row.needs_of and not followed_by_of:
        return None
    return Numeral(index, index + 1, row.low, row.high, Shape.VAGUE)


def _fraction(tokens: list[Token], index: int) -> Numeral | None:
    part = read_fraction(tokens, index)
    if part is None:
        return None
    after = part.stop + 1 if lower_at(tokens, part.stop) == "of" else part.stop
    after = after + 1 if lower_at(tokens, after) in {"a", "an"} else past_hyphen(tokens, after)
    scale = words.SCALE_WORDS.get(lower_at(tokens, after))
    if scale:  # "two thirds of a million", "half a dozen"
        return Numeral(index, after + 1, part.low * scale, part.low * scale, Shape.CARDINAL, scale)
    return None if part.needs_scale else Numeral(index, part.stop, part.low, part.low, Shape.FRACTION)


def _ordinal(tokens: list[Token], index: int) -> Numeral | None:
    word = lower_at(tokens, index)
    if word in words.SMALL_ORDINALS:
        return Numeral(index, index + 1, words.SMALL_ORDINALS[word], words.SMALL_ORDINALS[word], Shape.ORDINAL)
    unit = past_hyphen(tokens, index + 1)
    if word in words.TENS and words.SMALL_ORDINALS.get(lower_at(tokens, unit), 10) < 10:
        value = words.TENS[word] + words.SMALL_ORDINALS[lower_at(tokens, unit)]
        return Numeral(index, unit + 1, value, value, Shape.ORDINAL)
    ends_ordinal = lower_at(tokens, index + 1) in words.ORDINAL_ENDINGS and tokens[index + 1].glued
    part = _digits(tokens, index) if ends_ordinal else None
    if part:
        return Numeral(index, index + 2, part.low, part.low, Shape.ORDINAL, digits=True)
    return _long_ordinal(tokens, index)


def _long_ordinal(tokens: list[Token], index: int) -> Numeral | None:
    """ "two hundredth", "one hundred and twenty-fifth": a cardinal in words that ends as an ordinal."""
    cardinal = _cardinal(tokens, index, joined=True)
    if cardinal is None or cardinal.digits or cardinal.low != cardinal.high:
        return None
    at = past_hyphen(tokens, cardinal.stop)
    at = at + 1 if lower_at(tokens, at) == "and" else at
    last = words.SMALL_ORDINALS.get(lower_at(tokens, at), 0)
    if last >= 100:
        return Numeral(index, at + 1, cardinal.low * last, cardinal.low * last, Shape.ORDINAL)
    tens = words.TENS.get(lower_at(tokens, past_hyphen(tokens, at - 2) if at > 1 else 0), 0)
    closes = last > 0 and (cardinal.scale >= 100 or (last < 10 and tens > 0))
    value = cardinal.low + last
    return Numeral(index, at + 1, value, value, Shape.ORDINAL) if closes and cardinal.low >= 100 else None


def _cardinal(tokens: list[Token], index: int, *, joined: bool) -> Numeral | None:
    group = _group(tokens, index, joined=joined)
    if group is None:
        return None
    smallest = group.scale
    while joined and smallest >= 100 and group.low == group.high:
        after = group.stop + 1 if lower_at(tokens, group.stop) == "and" else group.stop
        following = _group(tokens, after)
        if following is None or not _continues(tokens, following, smallest, digits=group.digits):
            break
        value = group.low + following.low
        group = group._replace(stop=following.stop, low=value, high=value)
        smallest = following.scale
    return group


def _continues(tokens: list[Token], following: Numeral, smallest: float, *, digits: bool) -> bool:
    starts_with_article = lower_at(tokens, following.first) in {"a", "an", "several", "few"}
    exact = following.low == following.high
    return exact and not starts_with_article and 0 < following.low < smallest and following.digits == digits


def _group(tokens: list[Token], index: int, *, joined: bool = True) -> Numeral | None:
    """A small number with its scale words: "two", "one and a half million", "4.5bn", "a couple of hundred"."""
    part = _digits(tokens, index) or _article(tokens, index) or _loose(tokens, index) or _words(tokens, index)
    if part is None:
        return None
    if joined and part.low == part.high and not part.digits:
        part = _hundreds(tokens, part)
    if not part.needs_scale and part.low == part.high:
        part = read_mixed(tokens, part)
    scale, stop = _scale(tokens, index, part.stop)
    vague = part.low != part.high
    if part.needs_scale and stop == part.stop:
        return None
    if scale > 1 and not vague:
        half = read_mixed(tokens, Part(stop, 0, 0)) if scale >= 1e6 else Part(stop, 0, 0)  # "a million and a half"
        part, stop = part._replace(low=part.low + half.low, high=part.high + half.low), half.stop
    if part.high * scale > LARGEST:
        return None
    shape = Shape.VAGUE if vague else Shape.CARDINAL
    return Numeral(index, stop, part.low * scale, part.high * scale, shape, scale, part.digits)


def _digits(tokens: list[Token], index: int) -> Part | None:
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.lower in words.FRACTION_SIGNS:
        return Part(index + 1, words.FRACTION_SIGNS[token.lower], words.FRACTION_SIGNS[token.lower], digits=True)
    figures = "".join(sign for sign in token.text if sign in "0123456789.")
    if token.kind is not Kind.NUMBER or len(figures) > MOST_DIGITS:
        return None
    part = slash_fraction(tokens, index)
    return part or Part(index + 1, float(figures), float(figures), digits=True)


def _article(tokens: list[Token], index: int) -> Part | None:
    """ "a hundred", "an estimated" is none; "a" counts only before a scale word."""
    word, after = lower_at(tokens, index), lower_at(tokens, index + 1)
    if after not in words.SCALE_WORDS:
        return None
    if word in words.SCALE_WORDS and word != "dozen":
        return Part(index, 1, 1, needs_scale=True)  # "hundred thousand"
    return Part(index + 1, 1, 1, needs_scale=True) if word in {"a", "an"} else None


def _loose(tokens: list[Token], index: int) -> Part | None:
    """Words for two and for some, alone ("several", "a pair of") or before a scale word ("a few hundred")."""
    start = index + 1 if lower_at(tokens, index) == "a" else index
    word, with_article = lower_at(tokens, start), start > index
    after = lower_at(tokens, start + 1)
    if word in {"couple", "pair"} and with_article and after == "of":
        return Part(start + 2, 2, 2)
    if word == "couple" and with_article and after in words.SCALE_WORDS:
        return Part(start + 1, 2, 2, needs_scale=True)
    if word == "several" and not with_article:
        return Part(start + 1, *words.SEVERAL)
    if word == "few" and after in words.SCALE_WORDS:
        return Part(start + 1, *words.FEW_BEFORE_SCALE, needs_scale=True)
    return None


def _words(tokens: list[Token], index: int) -> Part | None:
    word = lower_at(tokens, index)
    if word in words.SMALL_NUMBERS:
        return decimal_words(tokens, Part(index + 1, words.SMALL_NUMBERS[word], words.SMALL_NUMBERS[word]))
    if word not in words.TENS:
        return None
    unit_index = past_hyphen(tokens, index + 1)
    unit = words.SMALL_NUMBERS.get(lower_at(tokens, unit_index), 0)
    value = words.TENS[word] + unit if 0 < unit < 10 else words.TENS[word]
    return decimal_words(tokens, Part(unit_index + 1 if 0 < unit < 10 else index + 1, value, value))


def _hundreds(tokens: list[Token], part: Part) -> Part:
    """ "one hundred and one" before "thousand": one factor, not a hundred and then a thousand and one."""
    if lower_at(tokens, past_hyphen(tokens, part.stop)) != "hundred":
        return part
    at = past_hyphen(tokens, part.stop) + 1
    rest = _words(tokens, at + 1 if lower_at(tokens, at) == "and" else past_hyphen(tokens, at))
    if rest is None or words.SCALE_WORDS.get(lower_at(tokens, past_hyphen(tokens, rest.stop)), 0) < 1000:
        return part
    return part._replace(stop=rest.stop, low=part.low * 100 + rest.low, high=part.low * 100 + rest.low)


def _scale(tokens: list[Token], first: int, stop: int) -> tuple[float, int]:
    """The product of the scale words from `stop` on, and the index after them."""
    scale = 1.0
    for _ in range(MOST_SCALES):
        index = past_hyphen(tokens, stop)
        factor = words.SCALE_WORDS.get(lower_at(tokens, index)) or _suffix(tokens, first, index)
        if factor is None:
            break
        scale, stop = scale * factor, index + 1
    return scale, stop


def _suffix(tokens: list[Token], first: int, index: int) -> float | None:
    row = words.SUFFIX_ROWS.get(lower_at(tokens, index))
    if row is None or tokens[index - 1].kind is not Kind.NUMBER:
        return None
    token = tokens[index]
    if not token.glued and len(row.text) == 1:
        return None
    in_name = first > 0 and tokens[first].glued and tokens[first - 1].kind is Kind.WORD
    if in_name and len(row.text) == 1 and not is_money_sign(tokens, first - 1):
        return None  # "A400M"
    if row.always or is_money_sign(tokens, first - 1) or is_money_sign(tokens, index + 1):
        return row.value
    # "10M" is ten million; "5m people" too, but "a 50m pool" is a length. "48m" alone is left unread.
    counts = is_plural(lower_at(tokens, index + 1)) or matches(tokens, index + 1, ("-", "strong"))
    return row.value if token.text in {"M", "B"} or (row.text != "t" and counts) else None
