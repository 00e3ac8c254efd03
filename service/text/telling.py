"""Values and differences told in plain words: what every view and every explanation shares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from schemas.values import AnchorBasis, Comparator, Grain, Quantity, TimeBasis, TimeValue

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def tell_day(day: date) -> str:
    """
    >>> tell_day(date(2023, 3, 30))
    'Thursday 30 March 2023'
    """
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def tell_time(value: TimeValue) -> str:
    """The interval in words; a weekday without a calendar date stays a weekday."""
    first, last = value.earliest, value.latest
    if value.weekday is not None and first is None and last is None:
        return f"a {WEEKDAYS[value.weekday]}"
    if first and last and first == last:
        return tell_day(first)
    if first and last:
        return _tell_span(first, last, value.grain)
    if first:
        return f"{tell_day(first)} or later"
    return f"{tell_day(last)} or earlier" if last else "no calendar date"


def _tell_span(first: date, last: date, grain: Grain) -> str:
    if grain is Grain.YEAR and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if grain is Grain.MONTH and first.day == 1 and first.month == last.month and last.day >= 28:
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{_short(first)} to {_short(last)}"


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def tell_reading(value: TimeValue) -> str:
    """The text's own words for a time, and how they were read where they lean on the day of the article.

    “Friday”, read as Friday 24 March 2023 against the article's date, Thursday 30 March 2023
    """
    words = f"“{value.surface}”"
    if value.is_bare_weekday:
        return f"{words}, {tell_time(value)} of an unknown week"
    if value.basis is TimeBasis.EXPLICIT or value.anchor is None:
        return words
    known = "inferred date" if value.anchor_basis is AnchorBasis.INFERRED else "date"
    return f"{words}, read as {tell_time(value)} against the article's {known}, {tell_day(value.anchor)}"


def tell_quantity(value: Quantity) -> str:
    """The words of the text; a range of numbers beside them where the words are vague."""
    if value.comparator is Comparator.VAGUE and value.low is not None and value.high is not None:
        return f"{value.surface} (taken as {value.low:,.0f} to {value.high:,.0f})"
    return value.surface


def join_words(parts: Sequence[str]) -> str:
    """
    >>> join_words(["a", "b", "c"])
    'a, b and c'
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def tell_outlets(outlets: Sequence[str], most: int = 3) -> str:
    """The outlets by name, the rest by number."""
    if len(outlets) <= most:
        return join_words(outlets)
    rest = len(outlets) - most + 1
    return f"{', '.join(outlets[: most - 1])} and {rest} others"
