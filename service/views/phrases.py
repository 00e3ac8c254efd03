"""How counts, lists, days and amounts are said in English."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date

from schemas.values import AnchorBasis, Grain, Quantity, TimeBasis, TimeValue
from service.text.telling import MONTHS, WEEKDAYS, join_words

NAMES_SHOWN = 6

OPENING_MARKS = '“"«„「'
END_MARKS = ("", ".", "!", "?", "…", "。", "！", "？", "؟", "।")
CLOSING_MARKS = '”"»“」'


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """
    >>> counted(1, "article"), counted(1200, "reply", "replies")
    ('1 article', '1,200 replies')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def listed(names: Sequence[str], limit: int = NAMES_SHOWN) -> str:
    """
    >>> listed(["A", "B", "C"]), listed(["A", "B", "C"], limit=2)
    ('A, B and C', 'A, B and 1 more')
    """
    shown = list(names) if len(names) <= limit else [*names[:limit], f"{len(names) - limit} more"]
    return join_words(shown)


def joined(*parts: str, by: str = ", ") -> str:
    """The parts that are not empty."""
    return by.join(part for part in parts if part)


def sentence(words: str) -> str:
    """The words with a full stop, unless they are none or end in a mark of their own.

    >>> sentence("it sank"), sentence("“It sank!”")
    ('it sank.', '“It sank!”')
    """
    stripped = words.rstrip()
    last = stripped.rstrip(CLOSING_MARKS)[-1:]
    return stripped if last in END_MARKS else f"{stripped}."


def capital(words: str) -> str:
    """The words with a capital first letter.

    >>> capital("number of dead")
    'Number of dead'
    """
    return words[:1].upper() + words[1:]


def quoted(words: str) -> str:
    """The words between quotation marks, unless they bring their own.

    >>> quoted("a ramp"), quoted("“a ramp”")
    ('“a ramp”', '“a ramp”')
    """
    stripped = words.strip()
    brings_own = len(stripped) > 1 and stripped[0] in OPENING_MARKS and stripped[-1] in CLOSING_MARKS
    return words if brings_own else f"“{words}”"


def day_words(day: date) -> str:
    """
    >>> day_words(date(2024, 3, 7))
    '7 March 2024'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def time_words(when: TimeValue) -> str:
    """The days that a time was read as, and the publication day that it leans on.

    >>> time_words(TimeValue(surface="in May", earliest=date(2024, 5, 1), latest=date(2024, 5, 31), grain=Grain.MONTH,
    ...                      basis=TimeBasis.EXPLICIT))
    'May 2024'
    """
    words = ("about " if when.approximate else "") + _interval_words(when)
    if when.basis is TimeBasis.EXPLICIT or when.anchor is None:
        return words
    inferred = "" if when.anchor_basis is AnchorBasis.STATED else " (inferred)"
    return f"{words}, counting from publication on {day_words(when.anchor)}{inferred}"


def _interval_words(when: TimeValue) -> str:
    first, last = when.earliest, when.latest
    if first and last:
        return _closed_interval_words(first, last, when.grain)
    if first:
        return f"{day_words(first)} or later"
    if last:
        return f"{day_words(last)} or earlier"
    return "a day not known" if when.weekday is None else f"a {WEEKDAYS[when.weekday]}, date not known"


def _closed_interval_words(first: date, last: date, grain: Grain) -> str:
    if first == last:
        return day_words(first)
    if grain is Grain.YEAR and first.year == last.year:
        return str(first.year)
    if grain is Grain.MONTH and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{day_words(first)} to {day_words(last)}"


def quantity_words(quantity: Quantity) -> str:
    """The closed interval that a number was read as, and what it counts.

    >>> from schemas.values import Comparator
    >>> quantity_words(Quantity(surface="two dozen kinds", low=24, high=None, comparator=Comparator.MORE_THAN,
    ...                         counted="kind", counted_of="weapon"))
    '24 or more (kind of weapon)'
    """
    low, high = (None if bound is None else _amount(bound, quantity.unit) for bound in (quantity.low, quantity.high))
    if low is None and high is None:
        words = "an unstated number"
    elif high is None:
        words = f"{low} or more"
    elif low is None:
        words = f"{high} or less"
    else:
        words = f"{low}" if low == high else f"{low} to {high}"
    subject = joined(quantity.counted or "", quantity.counted_of or "", by=" of ")
    return f"{words} ({subject})" if subject else words


def _amount(number: float, unit: str | None) -> str:
    figures = f"{number:,.12g}"
    if not unit:
        return figures
    if unicodedata.category(unit[0]) == "Sc":  # a currency sign stands before its figure
        return f"{unit}{figures}"
    return f"{figures}%" if unit == "%" else f"{figures} {unit}"
