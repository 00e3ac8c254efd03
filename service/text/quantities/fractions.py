"""Parts of one: "two-thirds", "a quarter of", "half the", "2½", "one and a half", "two point five"."""

from __future__ import annotations

from typing import NamedTuple

from service.text.quantities import number_words as words
from service.text.quantities.tokens import HYPHENS, Kind, Token, lower_at, past_hyphen


class Part(NamedTuple):
    """A number before its scale words; `stop` is the index after it."""

    stop: int
    low: float
    high: float
    digits: bool = False
    needs_scale: bool = False


# After "a third" these show a part; anything else an ordinal ("a third missile").
_PART_FOLLOWERS = frozenset(
    {"of", "more", "less", "fewer", "higher", "lower", "larger", "smaller", "the", "its", "their"}
)

# Before "a third" at the end of a clause these show a part: "fell by a third", "nearly a third".
_PART_LEADERS = frozenset(
    {
        "by",
        "than",
        "nearly",
        "almost",
        "about",
        "around",
        "over",
        "roughly",
        "under",
        "least",
        "to",
        "some",
        "above",
        "below",
        "",
    }
)

# Before "half" these show a stretch of time or a side: "the first half", "the other half".
_HALF_OF_A_GAME = frozenset({"first", "second", "the", "this", "last", "other", "better", "each", "next", "either"})


def read_fraction(tokens: list[Token], index: int) -> Part | None:
    """The fraction in words that starts at `index`. `needs_scale` marks those that count only before a scale word."""
    return _counted_parts(tokens, index) or _one_part(tokens, index) or _half(tokens, index)


def _counted_parts(tokens: list[Token], index: int) -> Part | None:
    """ "two-thirds", "one fifth", "three quarters of"."""
    count = words.SMALL_NUMBERS.get(lower_at(tokens, index), 0)
    at = past_hyphen(tokens, index + 1)
    if count == 0 or at >= len(tokens):
        return None
    table = words.PARTS if count == 1 else words.PART_PLURALS
    parts = table.get(tokens[at].lower)
    if parts is None or count >= parts:
        return None
    hyphen = tokens[index + 1].lower in HYPHENS
    # Quarters are also stretches of a year: "in three quarters", "one quarter".
    if parts == 4 and not hyphen and not _shows_part(tokens, index, at + 1):
        return None
    return Part(at + 1, count / parts, count / parts)


def _one_part(tokens: list[Token], index: int) -> Part | None:
    """ "a third of", "a quarter", "quarter of a million"."""
    with_article = lower_at(tokens, index) in {"a", "an"}
    at = index + 1 if with_article else index
    word = lower_at(tokens, at)
    parts = words.PARTS.get(word)
    if parts is None or (not with_article and word != "quarter"):
        return None
    shown = with_article and _shows_part(tokens, index, at + 1)
    return Part(at + 1, 1 / parts, 1 / parts, needs_scale=not shown)


def _shows_part(tokens: list[Token], index: int, after: int) -> bool:
    following = lower_at(tokens, after)
    ends_clause = (
        after >= len(tokens)
        or tokens[after].kind in {Kind.MARK, Kind.BREAK}
        or following in {"and", "in", "from", "to"}
    )
    led = lower_at(tokens, index - 1) in _PART_LEADERS
    return following in _PART_FOLLOWERS or (ends_clause and following not in HYPHENS and led)


def _half(tokens: list[Token], index: int) -> Part | None:
    """ "half of", "more than half", "half the"; before a scale word also "half a million"."""
    if lower_at(tokens, index) != "half":
        return None
    before, after = lower_at(tokens, index - 1), lower_at(tokens, index + 1)
    if before in _HALF_OF_A_GAME or before in HYPHENS:
        return None
    of_time = after in {"a", "an"} and lower_at(tokens, index + 2) in {"hour", "day", "year", "mile", "century"}
    shown = of_time or after in {"of", "the", "its", "their", "all"} or before in _PART_LEADERS
    return Part(index + 1, 0.5, 0.5, needs_scale=not shown)


def read_mixed(tokens: list[Token], part: Part) -> Part:
    """`part` with a fraction that follows it: "2½", "10 1/2", "one and a half", "three and two thirds"."""
    sign = words.FRACTION_SIGNS.get(lower_at(tokens, part.stop))
    if sign is not None and part.digits:
        return part._replace(stop=part.stop + 1, low=part.low + sign, high=part.high + sign)
    slash = slash_fraction(tokens, part.stop) if part.digits and part.low.is_integer() else None
    if slash:
        return slash._replace(low=part.low + slash.low, high=part.high + slash.low)
    if lower_at(tokens, past_hyphen(tokens, part.stop)) != "and":
        return part
    at = past_hyphen(tokens, past_hyphen(tokens, part.stop) + 1)
    count = 1 if lower_at(tokens, at) in {"a", "an"} else words.SMALL_NUMBERS.get(lower_at(tokens, at), 0)
    at = past_hyphen(tokens, at + 1)
    parts = (words.PARTS if count == 1 else words.PART_PLURALS).get(lower_at(tokens, at))
    if parts is None or not 0 < count < parts:
        return part
    return part._replace(stop=at + 1, low=part.low + count / parts, high=part.high + count / parts)


def slash_fraction(tokens: list[Token], index: int) -> Part | None:
    """ "1/2", "3/4": only where the lower figure is one that fractions have."""
    if index + 2 >= len(tokens) or not (tokens[index + 1].text == "/" and tokens[index + 1].glued):
        return None
    above, below = tokens[index], tokens[index + 2]
    if above.text.startswith("0") or lower_at(tokens, index + 3) == "/":
        return None  # "01/5/2011"
    if not (above.text.isdecimal() and below.text.isdecimal() and below.glued and len(above.text + below.text) <= 5):
        return None
    if int(below.text) not in words.SLASH_DENOMINATORS or not 0 < int(above.text) < int(below.text):
        return None
    value = int(above.text) / int(below.text)
    return Part(index + 3, value, value, digits=True)


def decimal_words(tokens: list[Token], part: Part) -> Part:
    """`part` with decimals in words: "two point five"."""
    if lower_at(tokens, part.stop) != "point":
        return part
    stop, value, place = part.stop + 1, part.low, 0.1
    while words.SMALL_NUMBERS.get(lower_at(tokens, stop), 10) < 10:
        value, place, stop = value + place * words.SMALL_NUMBERS[lower_at(tokens, stop)], place / 10, stop + 1
    return part if stop == part.stop + 1 else Part(stop, round(value, 9), round(value, 9))
