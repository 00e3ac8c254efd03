"""Times next to the day of publication: yesterday, last month, this year, the 30th."""

from __future__ import annotations

import re
from datetime import date, timedelta

from schemas.values import Grain
from service.text.dates.rule import Example, Reading, Rule, Scene, relative
from service.text.dates.spans import Span, month_span, shift, unit_span
from service.text.dates.tense import Tense
from service.text.dates.vocabulary import (
    APOSTROPHE,
    ORDINAL_SUFFIX,
    UNIT_WORDS,
    unit,
    verbose,
)

CALENDAR_UNIT = r"(?:week|month|quarter|year|decade)"
TODAY = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "last evening": -1, "today": 0, "tonight": 0,
    "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip


def read_day_word(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    words = re.sub(r"\s+", " ", match["day"].lower())
    day = scene.anchor + timedelta(days=TODAY.get(words, 0))
    return relative(Span(day, day), Grain.DAY)


def read_now(_match: re.Match[str], scene: Scene) -> Reading | None:
    return relative(Span(scene.anchor, scene.anchor), Grain.DAY) if scene.anchor else None


def read_overnight(_match: re.Match[str], scene: Scene) -> Reading | None:
    """The night before publication, which began on the day before."""
    return relative(Span(scene.anchor - timedelta(days=1), scene.anchor), Grain.DAY) if scene.anchor else None


def read_calendar_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    step = unit(match["unit"])
    count = {"last": -1, "this": 0, "current": 0, "next": 1}[match["which"].lower().split()[-1]]
    return relative(
        unit_span(shift(scene.anchor.replace(day=1) if step.months else scene.anchor, step, count), step), step.grain
    )


def read_current_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    step = unit(match["unit"])
    return relative(unit_span(scene.anchor, step), step.grain)


def read_year_end(_match: re.Match[str], scene: Scene) -> Reading | None:
    return relative(Span(*_year_end(scene.anchor)), Grain.QUARTER) if scene.anchor else None


def _year_end(anchor: date) -> Span:
    return Span(month_span(anchor.year, 10).earliest, month_span(anchor.year, 12).latest)


def read_two_units_away(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    step = unit(match["unit"])
    count = 2 if match["which"].lower() == "next" else -2
    first = scene.anchor.replace(day=1) if step.months else scene.anchor
    return relative(unit_span(shift(first, step, count), step), step.grain)


def read_day_of_month_number(match: re.Match[str], scene: Scene) -> Reading | None:
    """'on the 30th': the last or the next month that has such a day, as the tense says."""
    if scene.anchor is None:
        return None
    tense = scene.tense(*match.span())
    if tense is Tense.MIXED:
        return None
    ahead = tense is Tense.FUTURE
    for count in range(4):
        month = month_span(scene.anchor.year, scene.anchor.month + (count if ahead else -count))
        number_of_day = int(match["number"])
        if number_of_day > month.latest.day:
            continue
        day = month.earliest.replace(day=number_of_day)
        if (day >= scene.anchor) if ahead else (day <= scene.anchor):
            return relative(Span(day, day), Grain.DAY)
    return None


RULES = (
    Rule(
        "day by its distance",
        frozenset({"today", "tonight", "yesterday", "tomorrow", "night", "evening", "morning", "afternoon"}),
        verbose(
            rf"""\b(?P<day>the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|yesterday|today|tonight|tomorrow
            |last\s+(?:night|evening)|this\s+(?:very\s+)?(?:morning|afternoon|evening|lunchtime))(?:{APOSTROPHE}s)?\b"""
        ),
        read_day_word,
        (
            Example("yesterday", "Crews found it yesterday.", "2024-07-09"),
            Example("this morning", "Crews found it this morning.", "2024-07-10"),
            Example("last night", "Crews found it last night.", "2024-07-09"),
            Example("the day before yesterday", "Crews found it the day before yesterday.", "2024-07-08"),
        ),
    ),
    Rule(
        "now, as an end of a range",
        frozenset({"now"}),
        verbose(r"\bnow\b"),
        read_now,
        (Example("between now and October", "It will rain between now and October.", "2024-07-10/2024-10-31"),),
        alone=False,
    ),
    Rule(
        "overnight",
        frozenset({"overnight"}),
        verbose(r"\bovernight(?=\s*(?:$|[.,;:!?—]|\s(?:in|by|on|after|as|and|from|into|near|at|when|while)\b))"),
        read_overnight,
        (Example("overnight", "Drones hit the depot overnight.", "2024-07-09/2024-07-10"),),
    ),
    Rule(
        "last, this or next unit",
        UNIT_WORDS,
        verbose(
            rf"(?<!\bthe\s)(?<!\btwo\s)\b(?P<which>last|this(?:\s+current)?|next|(?<=the\s)current)\s+(?P<unit>{CALENDAR_UNIT})\b(?!-)"
        ),
        read_calendar_unit,
        (
            Example("last month", "Exports fell last month.", "2024-06-01/2024-06-30"),
            Example("this week", "Envoys met this week.", "2024-07-08/2024-07-14"),
            Example("next year", "It will open next year.", "2025-01-01/2025-12-31"),
            Example("last quarter", "Profits fell last quarter.", "2024-04-01/2024-06-30"),
        ),
        beside=frozenset({"last", "this", "next", "current"}),
    ),
    Rule(
        "the last or next quarter",
        frozenset({"quarter"}),
        verbose(r"\bthe\s+(?P<which>last|current|next)\s+(?P<unit>quarter)\b(?!\s+of\b)"),
        read_calendar_unit,
        (Example("the last quarter", "Profits fell in the last quarter.", "2024-04-01/2024-06-30"),),
    ),
    Rule(
        "the year, within a part or a deadline",
        UNIT_WORDS,
        verbose(rf"\b(?:the\s+(?:calendar\s+)?)(?P<unit>{CALENDAR_UNIT})\b(?!-|{APOSTROPHE})"),
        read_current_unit,
        (Example("the end of the year", "It will close at the end of the year.", "2024-10-01/2024-12-31"),),
        alone=False,
    ),
    Rule(
        "year's end",
        frozenset({"year"}),
        verbose(rf"\b(?:the\s+)?year(?:{APOSTROPHE}s[\s-]+|-|\s+)end\b"),
        read_year_end,
        (Example("by year’s end", "It will close by year’s end.", "2024-07-10/2024-12-31"),),
        beside=frozenset({"end"}),
    ),
    Rule(
        "the unit before last, after next",
        UNIT_WORDS,
        verbose(rf"\bthe\s+(?P<unit>{CALENDAR_UNIT})\s+(?:before|after)\s+(?P<which>last|next)\b"),
        read_two_units_away,
        (
            Example("the week before last", "It sank the week before last.", "2024-06-24/2024-06-30"),
            Example("the year after next", "It will open the year after next.", "2026-01-01/2026-12-31"),
        ),
        beside=frozenset({"last", "next"}),
    ),
    Rule(
        "number of a day",
        frozenset({"st", "nd", "rd", "th"}),
        verbose(
            rf"""\b(?:on|by|until|since)\s+(?P<time>the\s+(?P<number>[12]?\d|3[01]){ORDINAL_SUFFIX})
            (?=\s*(?:$|[.,;:!?)”"—]|\s(?:and|but|after|when|at|that|to|by)\b))"""
        ),
        read_day_of_month_number,
        (
            Example("on the 3rd", "The board met on the 3rd, sources said.", "2024-07-03"),
            Example("on the 15th", "The board will meet on the 15th.", "2024-07-15"),
        ),
    ),
)
