"""Numbers that are read but are no quantities where they stand: years, pronouns, parts of names, positions."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from schemas.values import Comparator
from service.text.quantities.amounts import Amount
from service.text.quantities.counted import Counted, is_uncounted_compound
from service.text.quantities.nouns import BOUNDARIES, is_boundary
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


_SENTENCE_MARKS = frozenset({".", "!", "?", ":", "“", '"'})
_QUOTES = frozenset("\"'“”‘’")
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "new", "existing"})

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
        if reading.before == "(" and lower_at(reading.tokens, numeral.stop) == ")":
            return True  # "the icon (1638)"
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
    named = reading.before in {"the", "these", "those", "all", "both", "any", "top", "other", "first", "last", "next"}
    small = reading.amount.bounds.low is not None and reading.amount.bounds.low <= 20
    return reading.bare and not digits and named and small and not reading.comparators


def _follows_name(reading: Reading) -> bool:
    tokens, first = reading.tokens, reading.amount.first
    numeral = reading.amount.numeral
    plain = numeral.digits and numeral.scale == 1 and tokens[numeral.first].text.isdecimal()
    if first == 0 or not plain or reading.comparators or reading.amount.is_range:
        return False
    name = tokens[first - 1]
    if name.kind is not Kind.WORD:
        return False
    if _is_product(name.text):
        return True
    opens = first == 1 or tokens[first - 2].kind is Kind.BREAK or tokens[first - 2].text in _SENTENCE_MARKS
    return reading.bare and name.text[0].isupper() and not (opens and _is_opener(name.lower))


def _is_product(word: str) -> bool:
    """ "iPhone", "eBay": the figure after such a name is its version, whatever noun follows."""
    return word[0].islower() and any(letter.isupper() for letter in word)


def _is_opener(word: str) -> bool:
    """True for a word that opens a sentence in capitals without being a name."""
    return word in BOUNDARIES or word in {"all", "other", "others", "some"} or word.endswith(("ly", "ed", "ing"))


def _is_word_in_name(reading: Reading) -> bool:
    """The One of "Capital One reported": a number word in capitals amid lower case, right after a word in capitals."""
    tokens, first = reading.tokens, reading.amount.first
    at = reading.amount.numeral.first
    if first == 0 or at != first or tokens[at].kind is not Kind.WORD or not tokens[at].text[0].isupper():
        return False
    name = tokens[first - 1]
    title_case = at + 1 < len(tokens) and tokens[at + 1].kind is Kind.WORD and tokens[at + 1].text[0].isupper()
    return name.kind is Kind.WORD and name.text[0].isupper() and not title_case


def _is_model(reading: Reading) -> bool:
    """The 787 of "the 787 Dreamliner": three figures between an article and words that are no plural."""
    tokens, numeral = reading.tokens, reading.amount.numeral
    figures = tokens[numeral.first].text
    plain = numeral.digits and numeral.scale == 1 and figures.isdecimal() and len(figures) == 3
    if not plain or not reading.bare or reading.comparators or reading.before not in _ARTICLES:
        return False
    after = lower_at(tokens, numeral.stop)
    return not is_boundary(tokens, numeral.stop) and after != "strong" and not after.endswith("est")


def _is_figure_itself(reading: Reading) -> bool:
    """ "a three", "scored a 10": the number is the thing that is meant, and not how many of anything."""
    return reading.bare and reading.before in {"a", "an"} and not reading.comparators


def _is_or_two(reading: Reading) -> bool:
    """ "a round or two": one, two or a few."""
    article = lower_at(reading.tokens, reading.amount.first - 3)
    return reading.bare and reading.before == "or" and article in {"a", "an"} and not reading.amount.numeral.digits


def _is_quoted(reading: Reading) -> bool:
    """A number word alone between quotation marks is spoken of, not counted with."""
    after = lower_at(reading.tokens, reading.amount.stop)
    return reading.bare and reading.before in _QUOTES and after in _QUOTES


def _is_hour(reading: Reading) -> bool:
    """ "meet at 6": a bare figure after "at" is an hour more often than a count."""
    numeral = reading.amount.numeral
    small = numeral.digits and numeral.scale == 1 and numeral.low.is_integer() and numeral.low <= 12
    return reading.bare and reading.before == "at" and small and not reading.comparators


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
    goes_on = amount.stop + 1 < len(tokens) and tokens[amount.stop + 1].kind is Kind.NUMBER
    if goes_on and after is not None and after.text == "/" and after.glued and tokens[amount.stop + 1].glued:
        return True  # "a score of 9/14"
    return inside_left or (after is not None and after.glued and after.kind in {Kind.WORD, Kind.NUMBER})


def _is_listed(reading: Reading) -> bool:
    """The 8 of "versions 7, 8, 9 and 10": bare figures side by side number things and count none."""
    tokens, amount = reading.tokens, reading.amount
    before = reading.before == "," and amount.first > 1 and tokens[amount.first - 2].kind is Kind.NUMBER
    at = amount.stop + 1
    after = lower_at(tokens, amount.stop) == "," and at < len(tokens) and tokens[at].kind is Kind.NUMBER
    return reading.bare and amount.numeral.digits and (before or after) and not reading.comparators


def _is_score(reading: Reading) -> bool:
    tokens, amount = reading.tokens, reading.amount
    hyphened = any(tokens[at].lower in HYPHENS for at in range(amount.first, amount.stop))
    figures = amount.numeral.digits and amount.numeral.scale == 1 and (amount.bounds.high or 0) < 200
    return amount.is_range and hyphened and figures and reading.bare and not reading.comparators


NO_QUANTITIES = (
    NoQuantity("year", _is_year, ("the 2022 election", "around 2030", "2016 elections", "an icon (1638)"),
               ("more than 2000", "2000 soldiers", "$2022", "1500 homes")),
    NoQuantity("the pronoun one", _is_pronoun_one, ("one of the envoys", "no one", "this one", "one day he left"),
               ("one envoy", "more than one", "for one day")),
    NoQuantity("those already named", _is_word_for_those, ("a treaty between the two",), ("the two envoys", "the 12")),
    NoQuantity("part of a name", _follows_name, ("He bought a Galaxy 12 there", "for Ukraine 2 and Poland 1"),
               ("In Ukraine 12 homes burned", "All 12 burned")),
    NoQuantity("version of a product", _follows_name, ("the iPhone 4 will ship", "a rush of iPhone 4 orders"),
               ("4 iPhone orders",)),
    NoQuantity("number word in a name", _is_word_in_name, ("shares of Capital One fell", "On Channel Four last night"),
               ("Police Arrest Two Men", "Two boats sank")),
    NoQuantity("number of a model", _is_model, ("the 787 Dreamliner", "its 737 airliner", "the 717 programme"),
               ("the 228 people", "its 300 jets", "the 500 richest men")),
    NoQuantity("a figure meant as itself", _is_figure_itself, ("she hit a three", "he scored a 10"),
               ("a 10-game streak", "a million")),
    NoQuantity("list of figures", _is_listed, ("for Browser 6, 7, 8, 9 and Pages",),
               ("5 boats, 7 cars", "7, 8 or 9 boats")),
    NoQuantity("or two", _is_or_two, ("stopped in a round or two",), ("in two rounds", "two or three rounds")),
    NoQuantity("quoted number word", _is_quoted, ('rated it a "one" or "two" at most',), ('"two boats" sank',)),
    NoQuantity("hour of the day", _is_hour, ("they will meet at 6, he said",), ("at 6 sites", "at 6%", "dead at 95")),
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
