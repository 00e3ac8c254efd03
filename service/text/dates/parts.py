"""Parts of a time, told by the words before it: early, late, the end of, the first week of, the eve of."""

from __future__ import annotations

import re
from datetime import date, timedelta

from schemas.values import Grain, TimeBasis
from service.text.dates.rule import Example, Part, Reading, Scene
from service.text.dates.spans import Span, month_span, nth_weekday, shift, thirds
from service.text.dates.vocabulary import (
    NUMBER,
    ORDINALS,
    WEEKDAY,
    Step,
    number,
    unit,
    verbose,
    weekday_number,
)

#: Grains that have an early and a late part.
LONG = frozenset({Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.YEAR, Grain.DECADE})
#: How fine a time is told once a part of it is.
FINER = {Grain.YEAR: Grain.QUARTER, Grain.DECADE: Grain.SPAN, Grain.MONTH: Grain.WEEK, Grain.WEEK: Grain.SPAN}


def _within(whole: Reading, span: Span, grain: Grain | None = None) -> Reading:
    return whole._replace(
        earliest=span.earliest, latest=span.latest, grain=grain or FINER.get(whole.grain, Grain.MONTH)
    )


def _thirds(span: Span, grain: Grain) -> tuple[Span, Span, Span]:
    """News tells years by quarters at their ends and mid-year by its middle third; decades by whole years."""
    year = span.earliest.year
    if grain is Grain.YEAR:
        months = ((1, 3), (5, 8), (10, 12))
    elif grain is Grain.DECADE:
        months = ((1, 48), (49, 84), (85, 120))
    elif grain in {Grain.QUARTER, Grain.SEASON}:
        first = span.earliest.month
        months = ((first, first), (first + 1, first + 1), (first + 2, first + 2))
    else:
        return thirds(span)
    early, middle, late = (
        Span(month_span(year, first).earliest, month_span(year, last).latest) for first, last in months
    )
    return early, middle, late


def read_third(match: re.Match[str], whole: Reading, _scene: Scene) -> Reading | None:
    if whole.span is None:
        return None
    words = match["part"].lower()
    early = words.startswith(("early", "beg", "start", "open", "outset", "first"))
    middle = words.startswith("mid")
    parts = _thirds(whole.span, whole.grain)
    return _within(whole, parts[0] if early else parts[1] if middle else parts[2])


def read_so_far(match: re.Match[str], whole: Reading, scene: Scene) -> Reading | None:
    """'earlier this year' ends and 'later this year' begins on the day of publication, if that lies within."""
    if scene.anchor is None or whole.span is None or scene.anchor not in whole.span:
        return None
    if match["way"].lower().startswith(("earlier", "so")):
        return _within(whole, Span(whole.span.earliest, scene.anchor), Grain.SPAN)
    return _within(whole, Span(scene.anchor, whole.span.latest), Grain.SPAN)


def read_fraction(match: re.Match[str], whole: Reading, _scene: Scene) -> Reading | None:
    """Halves, quarters and thirds of a year, decade or month; whole months where the time has them."""
    if whole.span is None:
        return None
    nth, parts = _nth(match["nth"]), {"half": 2, "quarter": 4, "third": 3}[match["fraction"].lower()]
    nth = parts if nth < 0 else nth
    if nth > parts:
        return None
    if whole.grain in {Grain.YEAR, Grain.DECADE}:
        each = (12 if whole.grain is Grain.YEAR else 120) // parts
        year = whole.span.earliest.year
        span = Span(month_span(year, each * (nth - 1) + 1).earliest, month_span(year, each * nth).latest)
        return _within(whole, span, Grain.QUARTER if each == 3 else Grain.SPAN)
    days = (whole.span.latest - whole.span.earliest).days + 1
    first = whole.span.earliest + timedelta(days=days * (nth - 1) // parts)
    last = whole.span.earliest + timedelta(days=days * nth // parts - 1)
    return _within(whole, Span(first, last), Grain.SPAN)


def _nth(word: str) -> int:
    return ORDINALS.get(word.lower(), -1)


def read_units_of(match: re.Match[str], whole: Reading, _scene: Scene) -> Reading | None:
    """'the first two weeks of May' counts from its first day, 'the last week of May' from its last."""
    if whole.span is None:
        return None
    step, nth = unit(match["unit"]), _nth(match["nth"])
    count = number(match["count"]) if match["count"] else 1
    if match["count"] and nth not in {1, -1}:
        return None
    if nth < 0:
        first, after = _back(whole.span.latest, step, count), whole.span.latest + timedelta(days=1)
    else:
        first = shift(whole.span.earliest, step, nth - 1)
        after = shift(first, step, count)
    span = Span(first, after - timedelta(days=1))
    inside = whole.span.earliest <= span.earliest and span.latest <= whole.span.latest
    return _within(whole, span, step.grain if count == 1 else Grain.SPAN) if inside else None


def _back(last: date, step: Step, count: int) -> date:
    return shift(last + timedelta(days=1), step, -count)


def read_weekday_of(match: re.Match[str], whole: Reading, _scene: Scene) -> Reading | None:
    """'the last Friday of May', 'Thursday of last week'."""
    if whole.span is None:
        return None
    weekday = weekday_number(match["weekday"])
    ordinal = match.groupdict().get("nth")
    day = nth_weekday(whole.span, weekday, _nth(ordinal) if ordinal else 1)
    if day not in whole.span:
        return None
    basis = whole.basis if ordinal else TimeBasis.WEEKDAY
    return whole._replace(earliest=day, latest=day, grain=Grain.DAY, weekday=weekday, basis=basis, recurs=None)


def read_numbered_day(match: re.Match[str], whole: Reading, _scene: Scene) -> Reading | None:
    if whole.span is None or int(match["number"]) > whole.span.latest.day:
        return None
    return _within(whole, Span(*(whole.span.earliest.replace(day=int(match["number"])),) * 2), Grain.DAY)


PARTS = (
    Part(
        "third",
        LONG,
        verbose(
            r"""\b(?:the\s+)?(?:very\s+)?(?P<part>beginning|start|opening|outset|middle|end|close|final\s+days|last\s+days
            |first\s+days|opening\s+days|early\s+days|late\s+part|early\s+part)\s+of\s+(?:the\s+)?\Z"""
        ),
        read_third,
        (
            Example("the end of 2021", "It closed at the end of 2021.", "2021-10-01/2021-12-31"),
            Example("the beginning of May", "It closed at the beginning of May.", "2024-05-01/2024-05-10"),
            Example("the middle of last year", "It closed in the middle of last year.", "2023-05-01/2023-08-31"),
        ),
    ),
    Part(
        "early, mid or late",
        LONG,
        verbose(r"\b(?P<part>early|mid|late)(?:\s+in|\s+on)?[\s-]+(?:the\s+)?\Z"),
        read_third,
        (
            Example("late last month", "It closed late last month.", "2024-06-21/2024-06-30"),
            Example("mid-May", "It closed in mid-May.", "2024-05-11/2024-05-20"),
            Example("early next year", "It will close early next year.", "2025-01-01/2025-03-31"),
            Example("late 1990s", "It closed in the late 1990s.", "1997-01-01/1999-12-31"),
        ),
    ),
    Part(
        "up to or from the day of publication",
        LONG,
        verbose(r"\b(?:the\s+)?(?P<way>earlier|so\s+far|later|rest\s+of|remainder\s+of)(?:\s+in)?\s+\Z"),
        read_so_far,
        (
            Example("earlier this year", "It closed earlier this year.", "2024-01-01/2024-07-10"),
            Example("later this month", "It will close later this month.", "2024-07-10/2024-07-31"),
            Example("the rest of the year", "It will stay shut for the rest of the year.", "2024-07-10/2024-12-31"),
        ),
    ),
    Part(
        "fraction",
        frozenset({Grain.YEAR, Grain.DECADE, Grain.MONTH}),
        verbose(
            r"\b(?:the\s+)?(?P<nth>first|second|third|fourth|last|final)[\s-]+(?P<fraction>half|quarter|third)\s+(?:of\s+|in\s+)?\Z"
        ),
        read_fraction,
        (
            Example("the first half of 2021", "Rents rose in the first half of 2021.", "2021-01-01/2021-06-30"),
            Example(
                "the third quarter of last year",
                "Rents rose in the third quarter of last year.",
                "2023-07-01/2023-09-30",
            ),
        ),
    ),
    Part(
        "first or last units",
        LONG,
        verbose(
            rf"""\b(?:the\s+)?(?P<nth>first|second|third|fourth|last|final)\s+(?:(?P<count>{NUMBER})\s+|full\s+)?
            (?P<unit>day|week|month|year)s?\s+(?:of|in)\s+\Z"""
        ),
        read_units_of,
        (
            Example("the last week of May", "It closed in the last week of May.", "2024-05-25/2024-05-31"),
            Example(
                "the first three months of 2021", "It shut for the first three months of 2021.", "2021-01-01/2021-03-31"
            ),
            Example("the last day of June", "It closed on the last day of June.", "2024-06-30"),
        ),
    ),
    Part(
        "first or last weekday of a month",
        frozenset({Grain.MONTH}),
        verbose(
            rf"\b(?:the\s+)?(?P<nth>first|second|third|fourth|fifth|last)\s+(?P<weekday>{WEEKDAY})\s+(?:of|in)\s+\Z"
        ),
        read_weekday_of,
        (Example("the last Friday of May", "It closed on the last Friday of May.", "2024-05-31"),),
    ),
    Part(
        "weekday of a week",
        frozenset({Grain.WEEK}),
        verbose(rf"\b(?P<weekday>{WEEKDAY})\s+(?:of\s+)?\Z"),
        read_weekday_of,
        (
            Example("Thursday last week", "He flew home Thursday last week.", "2024-07-04"),
            Example("on Monday next week", "He will fly home on Monday next week.", "2024-07-15"),
        ),
    ),
    Part(
        "numbered day of a month",
        frozenset({Grain.MONTH}),
        verbose(r"\bthe\s+(?P<number>[12]?\d|3[01])(?:st|nd|rd|th)(?:\s+day)?\s+of\s+\Z"),
        read_numbered_day,
        (Example("the 15th of next month", "He will fly home on the 15th of next month.", "2024-08-15"),),
    ),
)
