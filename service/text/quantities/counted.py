"""What an amount counts: "kinds of weapons", "young people", "strong", and rates ("a day")."""

from __future__ import annotations

from typing import NamedTuple

from service.text.quantities.amounts import Amount
from service.text.quantities.nouns import BOUNDARIES, NounForm, after_determiners, head_noun, is_boundary, singular
from service.text.quantities.numerals import Shape, read_numeral
from service.text.quantities.tokens import Kind, Token, lower_at, past_hyphen


class Counted(NamedTuple):
    """`head` and `of` are singular nouns; `unit` is the amount's unit with its rate; `stop` the token index after."""

    head: str | None
    of: str | None
    unit: str | None
    stop: int


# After a hyphen these do not name what is counted: "two-way", "20-something", "tenfold".
UNCOUNTED_COMPOUNDS = frozenset(
    {"way", "time", "fold", "something", "party", "dimensional", "timer", "off", "piece", "all", "figure"}
)

_RATE_NOUNS = frozenset(
    {"day", "week", "month", "year", "hour", "minute", "night", "share", "barrel", "head", "person", "household",
     "tonne", "ton", "gallon", "litre", "liter", "kilo", "kilogram", "ounce", "pound", "piece", "unit", "bushel"}
)  # fmt: skip
_NO_RATE_BEFORE = frozenset({"ago", "after", "later", "earlier", "before", "of", "old"})


def counted_after(tokens: list[Token], amount: Amount, stop: int) -> Counted:
    """Reads what follows the amount; `stop` is the index after it and after a comparator that follows it."""
    head: str | None = None
    of: str | None = None
    if amount.unit is not None:
        stop = _old(tokens, stop)
    elif _has_compound(tokens, stop):
        word = tokens[stop + 1].lower
        head = word if word == "strong" else singular(word)
        return Counted(head, _noun_after_compound(tokens, stop + 2), None, _old(tokens, stop + 2))
    else:
        group = _group_after_of(tokens, stop)
        noun = head_noun(tokens, group or _past_of(tokens, amount, stop), _form(amount))
        if noun.head:  # in "17 of the 20 members" the 20 is a quantity of its own
            head, stop = noun.head, stop if group else noun.stop
    if (head or amount.unit) and lower_at(tokens, stop) == "of":
        start = after_determiners(tokens, stop + 1)
        noun = head_noun(tokens, start, NounForm.EITHER)
        if noun.head and not tokens[noun.stop - 1].text[0].isupper():
            of, stop = singular(noun.head), noun.stop
    rate, stop = _rate(tokens, stop)
    unit = f"{amount.unit or ''} {rate}".strip() if rate else amount.unit
    return Counted(head, of, unit, stop)


def is_uncounted_compound(tokens: list[Token], stop: int) -> bool:
    """True for "one-sided", "two-way", "one-on-one": the hyphen makes an adjective that counts nothing."""
    if not _hyphened(tokens, stop):
        return False
    word = tokens[stop + 1].lower
    return word in UNCOUNTED_COMPOUNDS or word in BOUNDARIES or word.endswith(("ed", "ing"))


def _hyphened(tokens: list[Token], stop: int) -> bool:
    at = past_hyphen(tokens, stop)
    tied = at > stop and tokens[stop].lower != "—" and tokens[stop].glued and at < len(tokens) and tokens[at].glued
    return tied and tokens[at].kind is Kind.WORD


def _has_compound(tokens: list[Token], stop: int) -> bool:
    return _hyphened(tokens, stop) and not is_uncounted_compound(tokens, stop)


def _noun_after_compound(tokens: list[Token], stop: int) -> str | None:
    """The "force" of "a 5,000-strong force"."""
    if lower_at(tokens, stop) == "-" or is_boundary(tokens, stop):
        return None
    noun = head_noun(tokens, stop, NounForm.EITHER)
    return singular(noun.head) if noun.head else None


def _old(tokens: list[Token], stop: int) -> int:
    """The index after "old" in "51-year-old" and "90 days old"."""
    at = past_hyphen(tokens, stop)
    return at + 1 if lower_at(tokens, at) in {"old", "olds", "old's"} else stop


def _form(amount: Amount) -> NounForm:
    if amount.numeral.shape is Shape.FRACTION:
        return NounForm.EITHER
    return NounForm.SINGULAR if amount.bounds.low == amount.bounds.high == 1 else NounForm.PLURAL


def _past_of(tokens: list[Token], amount: Amount, stop: int) -> int:
    """The index where the counted noun phrase starts: after "of the", or right at `stop`."""
    if lower_at(tokens, stop) == "of":
        return after_determiners(tokens, stop + 1)
    return after_determiners(tokens, stop) if amount.numeral.shape is Shape.FRACTION else stop


def _group_after_of(tokens: list[Token], stop: int) -> int | None:
    """The index after the "of the 20" of "17 of the 20 members"."""
    if lower_at(tokens, stop) != "of":
        return None
    group = read_numeral(tokens, after_determiners(tokens, stop + 1))
    return group.stop if group and group.shape is Shape.CARDINAL else None


def _rate(tokens: list[Token], stop: int) -> tuple[str | None, int]:
    at = past_hyphen(tokens, stop)
    noun_at = past_hyphen(tokens, at + 1)  # "a £500-a-day fee"
    link, noun = lower_at(tokens, at), lower_at(tokens, noun_at)
    if link == "per" and "share" in {lower_at(tokens, noun_at + 1), lower_at(tokens, noun_at + 2)}:
        noun_at += 1 if lower_at(tokens, noun_at + 1) == "share" else 2
        return "per share", noun_at + 1  # "per diluted share", "per diluted common share"
    if link == "per" and noun_at < len(tokens) and tokens[noun_at].kind is Kind.WORD:
        return f"per {noun}", noun_at + 1
    spoken = link in {"a", "an", "each", "every"} and lower_at(tokens, noun_at + 1) not in _NO_RATE_BEFORE
    if (spoken or link == "/") and noun in _RATE_NOUNS:
        return f"per {noun}", noun_at + 1
    return None, stop
