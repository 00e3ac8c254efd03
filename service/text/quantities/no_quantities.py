"""Numbers that are read but are no quantities where they stand: years, pronouns, parts of names, positions."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from schemas.values import Comparator
from service.text.quantities.amounts import Amount
from service.text.quantities.counted import Counted, is_uncounted_compound
from service.text.quantities.numerals import Shape
from service.text.quantities.tokens import HYPHENS, Kind, Token, lower_at


class Reading(NamedTuple):
    """An amount as read, with its surroundings."""

    tokens: list[Token]
    amount: Amount
    counted: Counted
    comparators: list[Comparator]

    @property
    def bare(self) -> bool:
        """True when nothing says what is counted or measured."""
        return self.amount.unit is None and self.counted.head is None

    @property
    def before(self) -> str:
        """The lower-case token before the number."""
        return lower_at(self.tokens, self.amount.first - 1)


class NoQuantity(NamedTuple):
    """A reason why a number is no quantity. `examples` hold none; `counts` are look-alikes that hold one."""

    name: str
    holds: Callable[[Reading], bool]
    examples: tuple[str, ...]
    counts: tuple[str, ...]


_DATE_LEADERS = frozenset(
    {"in", "since", "until", "by", "before", "after", "from", "during", "the", "of", "late", "early"}
)

_YEAR_LEADERS = frozenset({"in", "since", "until", "during", "the", "late", "early"})


def _is_year(reading: Reading) -> bool:
    numeral = reading.amount.numeral
    if reading.amount.unit or numeral.scale != 1 or not numeral.digits or not 1000 <= numeral.low <= 2099:
        return False
    surface = reading.tokens[numeral.stop - 1].text
    if len(surface) != 4 or any(c not in {Comparator.ABOUT, Comparator.NEARLY} for c in reading.comparators):
        return False
    if reading.counted.head is None:
        return numeral.low >= 1900 or reading.before in _DATE_LEADERS
    # "2000 soldiers" and "1500 homes" count; "2022 elections" and "the 2024 rules" are years.
    return numeral.low >= 1900 and (numeral.low % 100 != 0 or reading.before in _YEAR_LEADERS)


_NOT_ONE_BEFORE = frozenset(
    {"no", "any", "every", "some", "this", "that", "the", "which", "each", "another", "first", "last", "next",
     "previous",
     "day", "at", "for", "single", "number", "anyone", "new", "current"}
)  # fmt: skip
_NOT_ONE_AFTER = frozenset(
    {"another", "side", "hand", "point", "way", "thing", "time", "such", "by", "who", "that", "reason"}
)
_ONE_DAY_LEADERS = frozenset({"for", "in", "within", "after", "than", "only", "just", "took", "lasted", "last"})


def _is_pronoun_one(reading: Reading) -> bool:
    numeral = reading.amount.numeral
    if (
        lower_at(reading.tokens, numeral.first) != "one"
        or numeral.stop != numeral.first + 1
        or numeral.shape is not Shape.CARDINAL
    ):
        return False
    if lower_at(reading.tokens, numeral.stop) == "of":
        return True
    measured = reading.amount.unit not in {None, "day"}
    if reading.comparators or reading.amount.is_range or measured:
        return False
    if reading.amount.unit == "day" and reading.tokens[numeral.stop].lower == "day":
        return reading.before not in _ONE_DAY_LEADERS
    idiom = lower_at(reading.tokens, numeral.stop) in _NOT_ONE_AFTER
    return idiom or reading.before in _NOT_ONE_BEFORE or reading.bare


def _is_word_for_those(reading: Reading) -> bool:
    digits = reading.amount.numeral.digits
    named = reading.before in {"the", "these", "those", "all", "both", "any", "version", "phase", "round"}
    small = reading.amount.bounds.low is not None and reading.amount.bounds.low <= 20
    return reading.bare and not digits and named and small and not reading.comparators


def _follows_name(reading: Reading) -> bool:
    tokens, first = reading.tokens, reading.amount.first
    numeral = reading.amount.numeral
    plain = numeral.digits and numeral.scale == 1 and tokens[numeral.first].text.isdecimal()
    if first < 2 or not plain or not reading.bare or reading.comparators or reading.amount.is_range:
        return False
    name, earlier = tokens[first - 1], tokens[first - 2]
    starts_sentence = earlier.kind is Kind.BREAK or earlier.text in {".", "!", "?", ":", "“", '"'}
    return name.kind is Kind.WORD and name.text[0].isupper() and not starts_sentence


def _is_compound(reading: Reading) -> bool:
    return reading.amount.unit is None and is_uncounted_compound(reading.tokens, reading.amount.stop)


def _is_enumeration(reading: Reading) -> bool:
    tokens, amount = reading.tokens, reading.amount
    opens = amount.first == 0 or tokens[amount.first - 1].kind is Kind.BREAK or "(" in tokens[amount.first - 1].text
    return reading.bare and opens and lower_at(tokens, amount.stop) == ")" and (amount.bounds.low or 0) < 20


def _is_glued(reading: Reading) -> bool:
    """A figure inside a longer sign: "76ers", "id=4410", "8B63"."""
    tokens, amount = reading.tokens, reading.amount
    inside_left = amount.first > 0 and tokens[amount.first].glued and (
        tokens[amount.first - 1].kind in {Kind.WORD, Kind.NUMBER}
        or tokens[amount.first - 1].text in {"=", "_", "&", "#", "/"}
    )  # fmt: skip
    after = tokens[amount.stop] if amount.stop < len(tokens) else None
    return inside_left or (after is not None and after.glued and after.kind in {Kind.WORD, Kind.NUMBER})


def _is_score(reading: Reading) -> bool:
    tokens, amount = reading.tokens, reading.amount
    hyphened = any(tokens[at].lower in HYPHENS for at in range(amount.first, amount.stop))
    figures = amount.numeral.digits and amount.numeral.scale == 1 and (amount.bounds.high or 0) < 200
    return amount.is_range and hyphened and figures and reading.bare and not reading.comparators


NO_QUANTITIES = (
    NoQuantity("year", _is_year, ("the 2022 election", "around 2030", "2016 elections"),
               ("more than 2000", "2000 soldiers", "$2022", "1500 homes")),
    NoQuantity("the pronoun one", _is_pronoun_one, ("one of the envoys", "no one", "this one", "one day he left"),
               ("one envoy", "more than one", "for one day")),
    NoQuantity("those already named", _is_word_for_those, ("a treaty between the two",), ("the two envoys", "the 12")),
    NoQuantity("part of a name", _follows_name, ("He bought a Galaxy 12 there", "for Ukraine 2 and Poland 1"),
               ("In Ukraine 12 homes burned",)),
    NoQuantity("compound that counts nothing", _is_compound, ("a one-sided game", "a two-way street", "a 10-fold rise"),
               ("a 27-member bloc",)),
    NoQuantity("inside a longer sign", _is_glued, ("the 76ers won", "id=4410"), ("5kg", "12m people")),
    NoQuantity("bare pair of figures", _is_score, ("ahead at 15-17",), ("15-17 boats", "about 15-17", "15 to 17")),
    NoQuantity("enumeration", _is_enumeration, ("(1) Apples",), ("(12 boats) sank",)),
)  # fmt: skip


def is_no_quantity(tokens: list[Token], amount: Amount, counted: Counted, comparators: list[Comparator]) -> bool:
    """True when one of the rows above holds."""
    reading = Reading(tokens, amount, counted, comparators)
    return any(row.holds(reading) for row in NO_QUANTITIES)
