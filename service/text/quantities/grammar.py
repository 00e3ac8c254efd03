"""Quantities in running text: comparator, amount, and what is counted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from schemas.values import Comparator, Quantity
from service.text.quantities.amounts import AMOUNT_OPENERS, Amount, read_amount, read_between
from service.text.quantities.comparators import BOUND_OPENERS, BoundMatch, bound_after, bound_before, bounded
from service.text.quantities.counted import Counted, counted_after
from service.text.quantities.currencies import CURRENCY_UNITS
from service.text.quantities.masks import masked_spans
from service.text.quantities.no_quantities import is_no_quantity
from service.text.quantities.nouns import NounForm, head_noun
from service.text.quantities.number_words import may_hold_number
from service.text.quantities.numerals import Shape, read_numeral
from service.text.quantities.rounding import is_round
from service.text.quantities.tokens import Kind, Token, lower_at, tokenise
from service.text.quantities.units import UNITS


class QuantityMention(NamedTuple):
    """A quantity and where it stands: code points, `end` exclusive; `text[start:end] == value.surface`."""

    start: int
    end: int
    value: Quantity


class _Step(NamedTuple):
    """What was read at one place, and the token index to go on from."""

    mention: QuantityMention | None
    stop: int


_OPENERS = AMOUNT_OPENERS | BOUND_OPENERS | {"no", "between"}
_PUNCTUATION = frozenset(".,;:!?'\"’‘“”()[]")

# After "no" these are idioms and not none of something.
_NO_IDIOMS = frozenset(
    {"term", "circumstance", "mean", "means", "way", "sign", "doubt", "matter", "bound", "hold", "ifs", "qualm"}
)


def find_quantities(text: str) -> list[QuantityMention]:
    """All quantities of a text, the longest at each place, left to right, none inside another.

    Dates, names, scores and the like are no quantities (see `masks` and `no_quantities`), and a conversion in
    parentheses is none beside what it converts: "120 km (75 miles)" is one quantity.
    """
    if not may_hold_number(text):
        return []
    tokens = tokenise(text)
    masked = _masked(text, tokens)
    mentions: list[QuantityMention] = []
    index = 0
    while index < len(tokens):
        if not _may_open(tokens[index]):
            index += 1
            continue
        step = _read_at(text, tokens, index, masked)
        if step.mention and not (mentions and _is_conversion(text, mentions[-1], step.mention)):
            mentions.append(step.mention)
        index = step.stop
    return mentions


def read_quantity(phrase: str) -> Quantity | None:
    """The single quantity of a phrase; None when it has none or more than one.

    >>> quantity = read_quantity("over two dozen kinds of weapons")
    >>> quantity.low, quantity.high, quantity.counted, quantity.counted_of
    (24.0, None, 'kind', 'weapon')
    """
    mentions = find_quantities(phrase)
    return mentions[0].value if len(mentions) == 1 else None


def _may_open(token: Token) -> bool:
    """False for the tokens, most of a text, that no quantity starts with."""
    if token.kind is Kind.WORD:
        return token.lower in _OPENERS
    return token.kind is not Kind.MARK or token.text not in _PUNCTUATION


def _masked(text: str, tokens: list[Token]) -> set[int]:
    """The indices of the tokens that touch a masked span."""
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]
    return {
        at for span in masked_spans(text) for at in range(bisect_right(ends, span.start), bisect_left(starts, span.end))
    }


def _read_at(text: str, tokens: list[Token], index: int, masked: set[int]) -> _Step:
    nothing = _Step(None, index + 1)
    if lower_at(tokens, index) == "no":
        bound = bound_before(tokens, index)
        if bound is None:
            return _none_of(text, tokens, index) or nothing
    bounds, at = _bounds_before(tokens, index)
    between = lower_at(tokens, at) == "between"
    amount = read_between(tokens, at + 1) if between else read_amount(tokens, at)
    if amount is None:
        ordinal = read_numeral(tokens, index)
        return _Step(None, ordinal.stop) if ordinal else nothing
    if amount.is_result or masked.intersection(range(amount.first, amount.stop)):
        # A comparator or a currency before it must not hide what stands between here and the masked figure.
        return _Step(None, max(amount.stop if index == amount.first else index + 1, index + 1))
    after = bound_after(tokens, amount.stop)
    if after:
        bounds.append(after)
    counted = counted_after(tokens, amount, after.stop if after else amount.stop)
    comparators = [bound.row.comparator for bound in bounds]
    if is_no_quantity(tokens, amount, counted, comparators):
        return _Step(None, amount.stop)
    start = tokens[index].start
    end = tokens[counted.stop - 1].end
    value = _quantity(amount, counted, bounds, text[start:end])
    return _Step(QuantityMention(start, end, value), counted.stop)


def _bounds_before(tokens: list[Token], index: int) -> tuple[list[BoundMatch], int]:
    """Up to two comparators ("at least about 30"), the one nearest the number first, and the index after them."""
    found: list[BoundMatch] = []
    at = index
    while len(found) < 2:
        bound = bound_before(tokens, at)
        if bound is None or (bound.row.comparator is Comparator.MORE_THAN and _spans_time(tokens, at, bound.stop)):
            break
        found.insert(0, bound)
        at = bound.stop
    return found, at


# Before "over two years" these show a length; otherwise the words mean "in the course of two years".
_LENGTH_LEADERS = frozenset(
    {"", "for", "lasted", "lasting", "took", "taking", "spent", "after", "of", "is", "was", "since", "in"}
)


def _spans_time(tokens: list[Token], index: int, stop: int) -> bool:
    if lower_at(tokens, index) != "over" or lower_at(tokens, index - 1) in _LENGTH_LEADERS:
        return False
    amount = read_amount(tokens, stop)
    return amount is not None and amount.unit in UNITS and UNITS[amount.unit].family in {"time", "calendar"}


def _quantity(amount: Amount, counted: Counted, bounds: list[BoundMatch], surface: str) -> Quantity:
    interval = amount.bounds
    for bound in bounds:
        interval = bounded(bound.row, interval)
    if bounds:
        comparator = bounds[-1].row.comparator
    elif amount.is_range:
        comparator = Comparator.BETWEEN
    else:
        comparator = Comparator.VAGUE if amount.numeral.shape is Shape.VAGUE else Comparator.EXACTLY
    if comparator is Comparator.EXACTLY and amount.bounds.low != amount.bounds.high:
        comparator = Comparator.BETWEEN if amount.is_range else Comparator.VAGUE
    return Quantity(
        surface=surface,
        low=interval.low,
        high=interval.high,
        comparator=comparator,
        counted=counted.head,
        counted_of=counted.of,
        unit=counted.unit,
        round_number=is_round(amount.numeral),
    )


def _none_of(text: str, tokens: list[Token], index: int) -> _Step | None:
    """ "no casualties": none of a plural. A singular after "no" is no count ("no evidence")."""
    noun = head_noun(tokens, index + 1, NounForm.PLURAL)
    if (
        noun.head is None
        or noun.head in _NO_IDIOMS
        or noun.stop - index > 4
        or lower_at(tokens, index + 1) in {"other", "such", "wonder"}
    ):
        return None
    start, end = tokens[index].start, tokens[noun.stop - 1].end
    value = Quantity(
        surface=text[start:end], low=0, high=0, comparator=Comparator.EXACTLY, counted=noun.head
    )  # fmt: skip
    return _Step(QuantityMention(start, end, value), noun.stop)


_CONVERSION = re.compile(r"\s*(?:[(\[]|,?\s*\bor\b|,?\s*\bequivalent to\b)\s*(?:or|equivalent to|worth|i\.e\.|=)?\s*")


def _is_conversion(text: str, first: QuantityMention, second: QuantityMention) -> bool:
    """True for the "75 miles" of "120 km (75 miles)" and the "$5.4m" of "€5m ($5.4m)"."""
    one, other = first.value.unit, second.value.unit
    if one is None or other is None or one == other or not _CONVERSION.fullmatch(text[first.end : second.start]):
        return False
    money = one in CURRENCY_UNITS and other in CURRENCY_UNITS
    return money or (one in UNITS and other in UNITS and UNITS[one].family == UNITS[other].family)
