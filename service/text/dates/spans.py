"""Calendar arithmetic on closed intervals of days. Everything past the ends of the calendar raises OverflowError."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from service.text.dates.vocabulary import Step


class Span(NamedTuple):
    """A closed interval of days."""

    earliest: date
    latest: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.earliest <= day <= self.latest


def _on_calendar(year: int) -> int:
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"year {year} is off the calendar")
    return year


def month_span(year: int, month: int) -> Span:
    """A month; months below 1 and above 12 run into the years around."""
    years, index = divmod(month - 1, 12)
    year = _on_calendar(year + years)
    return Span(date(year, index + 1, 1), date(year, index + 1, monthrange(year, index + 1)[1]))


def months_span(year: int, first: int, last: int) -> Span:
    """From the start of one month to the end of another, both counted from January of `year`."""
    return Span(month_span(year, first).earliest, month_span(year, last).latest)


def year_span(year: int) -> Span:
    return months_span(year, 1, 12)


def decade_span(year: int) -> Span:
    """The calendar decade that holds `year`: 1990 to 1999."""
    first = year - year % 10
    return Span(year_span(first).earliest, year_span(first + 9).latest)


def week_span(day: date) -> Span:
    """Monday to Sunday around `day`."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=6))


def weekend_span(day: date) -> Span:
    """Saturday and Sunday of the week of `day`."""
    week = week_span(day)
    return Span(week.latest - timedelta(days=1), week.latest)


def unit_span(day: date, step: Step) -> Span:
    """The calendar week, month, quarter, year or decade that holds `day`."""
    if step.months == 0:
        return week_span(day) if step.days == 7 else Span(day, day)
    if step.months == 3:
        first = day.month - (day.month - 1) % 3
        return months_span(day.year, first, first + 2)
    if step.months == 12:
        return year_span(day.year)
    return decade_span(day.year) if step.months == 120 else month_span(day.year, day.month)


def shift(day: date, step: Step, count: int) -> date:
    """`count` steps later; a day that the month lacks becomes its last (31 March less a month is 28 February)."""
    if step.days:
        return day + timedelta(days=step.days * count)
    target = month_span(day.year, day.month + step.months * count)
    return target.earliest.replace(day=min(day.day, target.latest.day))


def thirds(span: Span) -> tuple[Span, Span, Span]:
    """Early, middle and late third in whole days: of a month of 31 days 1–10, 11–20, 21–31."""
    length = (span.latest - span.earliest).days + 1
    second, third = (span.earliest + timedelta(days=length * part // 3) for part in (1, 2))
    before = timedelta(days=1)
    return Span(span.earliest, second - before), Span(second, third - before), Span(third, span.latest)


def nth_weekday(span: Span, weekday: int, nth: int) -> date:
    """The first (1), second (2), … or last (-1) such weekday of a span."""
    if nth < 0:
        return span.latest - timedelta(days=(span.latest.weekday() - weekday) % 7)
    return span.earliest + timedelta(days=(weekday - span.earliest.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday, by the Gregorian computus of Meeus, Jones and Butcher."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    correction = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Eastern Easter Sunday in the Gregorian calendar, by Meeus's Julian rule; 13 days apart from 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def recurring(around: int, span_of: Callable[[int], Span | None]) -> Iterator[Span]:
    """The spans of the years around one; nine years each way reach a 29 February, other years lack it."""
    for year in range(max(1, around - 9), min(9999, around + 9) + 1):
        span = span_of(year)
        if span:
            yield span


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the month has none such."""
    last = month_span(year, month).latest.day
    return date(year, month, day) if 1 <= day <= last else None
