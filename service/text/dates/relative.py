"""Times told in units from the day of publication: last month, three days ago, in the coming weeks."""

from __future__ import annotations

import re
from datetime import date, timedelta

from schemas.values import Grain
from service.text.dates.rule import Example, Reading, Rule, Scene, relative
from service.text.dates.spans import Span, month_span, shift, unit_span
from service.text.dates.tense import Tense
from service.text.dates.vocabulary import (
    APOSTROPHE,
    NUMBER,
    ORDINAL_SUFFIX,
    UNIT,
    UNIT_WORDS,
    YEAR_STEP,
    Step,
    number,
    unit,
    verbose,
)

CALENDAR_UNIT = r"(?:week|month|quarter|year|decade)"
OVER = r"(?:over|in|within|during|for|throughout|through|across|of)"
TODAY = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "last evening": -1, "today": 0, "tonight": 0,
    "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip


def _whole(day: date, step: Step) -> Reading:
    """Years and decades away are told by the year; days, weeks and months away by the day."""
    span = unit_span(day, YEAR_STEP) if step.months >= 12 else Span(day, day)
    grain = Grain.YEAR if step.months >= 12 else step.grain
    return relative(span, grain)


def _moved(anchor: date, count: int, word: str, sign: int) -> date:
    """The anchor moved by a count of units; hours are rounded up to days."""
    if word.lower().startswith("hour"):
        return anchor + timedelta(days=sign * -(-count // 24))
    return shift(anchor, unit(word), sign * count)


def read_day_word(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    words = re.sub(r"\s+", " ", match["day"].lower())
    day = scene.anchor + timedelta(days=TODAY.get(words, 0))
    return relative(Span(day, day), Grain.DAY)


def read_overnight(_match: re.Match[str], scene: Scene) -> Reading | None:
    """The night before publication, which began on the day before."""
    return relative(Span(scene.anchor - timedelta(days=1), scene.anchor), Grain.DAY) if scene.anchor else None


def read_calendar_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    step = unit(match["unit"])
    count = {"last": -1, "this": 0, "current": 0, "next": 1}[match["which"].lower().split()[-1]]
    return relative(unit_span(shift(scene.anchor.replace(day=1) if step.months else scene.anchor, step, count), step), step.grain)


def read_current_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    step = unit(match["unit"])
    return relative(unit_span(scene.anchor, step), step.grain)


def read_year_end(_match: re.Match[str], scene: Scene) -> Reading | None:
    return relative(Span(*_year_end(scene.anchor)), Grain.QUARTER) if scene.anchor else None


def _year_end(anchor: date) -> Span:
    return Span(month_span(anchor.year, 10).earliest, month_span(anchor.year, 12).latest)


def read_past_units(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    count = number(match["count"]) if match["count"] else 1
    return relative(Span(_moved(scene.anchor, count, match["unit"], -1), scene.anchor), Grain.SPAN)


def read_coming_units(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    count = number(match["count"]) if match["count"] else 1
    return relative(Span(scene.anchor, _moved(scene.anchor, count, match["unit"], 1)), Grain.SPAN)


def read_ahead(_match: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(scene.anchor, None, Grain.SPAN) if scene.anchor else None


def read_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    """'more than two years ago' is open towards the past, 'less than two years ago' ends today."""
    if scene.anchor is None:
        return None
    count = number(match["count"])
    if match["unit"].lower().startswith("hour"):
        if count >= 24:
            day = _moved(scene.anchor, count, "hour", -1)
            return relative(Span(day, day), Grain.DAY)
        return relative(Span(scene.anchor - timedelta(days=1), scene.anchor), Grain.DAY)
    step = unit(match["unit"])
    day, bound = shift(scene.anchor, step, -count), (match["bound"] or "").lower()
    if bound.startswith(("more", "over", "at", "well")):
        return Reading(None, day, step.grain, approximate=True)
    if bound.startswith(("less", "under")):
        return Reading(day, scene.anchor, step.grain, approximate=True)
    return _whole(day, step)._replace(approximate=bool(match["hedge"]) or "couple" in match["count"].lower())


def read_in_units(match: re.Match[str], scene: Scene) -> Reading | None:
    """'will open in two years' is a time; 'the worst in two years' is a length: only a clause that looks ahead counts."""
    if scene.anchor is None or scene.tense(*match.span()) is not Tense.FUTURE:
        return None
    count = number(match["count"])
    if match["unit"].lower().startswith("hour"):
        return relative(Span(scene.anchor, scene.anchor + timedelta(days=-(-count // 24))), Grain.DAY)
    step = unit(match["unit"])
    return _whole(shift(scene.anchor, step, count), step)


def read_within_units(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None or scene.tense(*match.span()) is not Tense.FUTURE:
        return None
    return relative(Span(scene.anchor, _moved(scene.anchor, number(match["count"]), match["unit"], 1)), Grain.SPAN)


def read_from_now(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None or match["unit"].lower().startswith("hour"):
        return None
    step = unit(match["unit"])
    return _whole(shift(scene.anchor, step, number(match["count"])), step)


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
        "overnight",
        frozenset({"overnight"}),
        verbose(r"\bovernight(?=\s*(?:$|[.,;:!?—]|\s(?:in|by|on|after|as|and|from|into|near|at|when|while)\b))"),
        read_overnight,
        (Example("overnight", "Drones hit the depot overnight.", "2024-07-09/2024-07-10"),),
    ),
    Rule(
        "last, this or next unit",
        UNIT_WORDS,
        verbose(rf"(?<!\bthe\s)(?<!\btwo\s)\b(?P<which>last|this(?:\s+current)?|next|(?<=the\s)current)\s+(?P<unit>{CALENDAR_UNIT})\b(?!-)"),
        read_calendar_unit,
        (
            Example("last month", "Exports fell last month.", "2024-06-01/2024-06-30"),
            Example("this week", "Envoys met this week.", "2024-07-08/2024-07-14"),
            Example("next year", "It will open next year.", "2025-01-01/2025-12-31"),
            Example("last quarter", "Profits fell last quarter.", "2024-04-01/2024-06-30"),
        ),
    ),
    Rule(
        "the last or next quarter",
        UNIT_WORDS,
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
    ),
    Rule(
        "the past so many units",
        UNIT_WORDS,
        verbose(rf"\b(?:the|these|this)\s+(?:last|past)\s+(?:(?P<count>{NUMBER})\s+)?(?P<unit>{UNIT})s?\b(?!\s+(?:of|in)\b|-)"),
        read_past_units,
        (
            Example("the past two weeks", "Rain fell in the past two weeks.", "2024-06-26/2024-07-10"),
            Example("the past decade", "Wages grew over the past decade.", "2014-07-10/2024-07-10"),
            Example("the last 48 hours", "Rain fell in the last 48 hours.", "2024-07-08/2024-07-10"),
        ),
    ),
    Rule(
        "past so many units",
        UNIT_WORDS,
        verbose(rf"\b{OVER}\s+(?P<time>(?:last|past)\s+(?:(?P<count>{NUMBER})\s+)(?P<unit>{UNIT})s?)\b(?!\s+of\b|-)"),
        read_past_units,
        (Example("over past 12 months", "Rents rose over past 12 months.", "2023-07-10/2024-07-10"),),
    ),
    Rule(
        "the next so many units",
        UNIT_WORDS,
        verbose(
            rf"""\b(?:{OVER}\s+)?(?:the\s+)?(?:(?:next|coming)\s+(?P<count>{NUMBER})\s+|coming\s+(?=week\b|month\b|year\b|decade\b|day\b)
            |(?<=over\sthe\s)next\s+|(?<=in\sthe\s)next\s+|(?<=within\sthe\s)next\s+|(?<=for\sthe\s)next\s+)(?P<unit>{UNIT})s?\b(?!\s+of\b|-)"""
        ),
        read_coming_units,
        (
            Example("the next three days", "Rain will fall over the next three days.", "2024-07-10/2024-07-13"),
            Example("in the next 48 hours", "Rain will fall in the next 48 hours.", "2024-07-10/2024-07-12"),
            Example("over the next year", "Rents will rise over the next year.", "2024-07-10/2025-07-10"),
        ),
    ),
    Rule(
        "coming units, uncounted",
        UNIT_WORDS,
        verbose(
            rf"""\b(?:in\s+|over\s+)?(?:the\s+)?(?:(?:coming|next\s+(?:few|several))\s+{UNIT}s\b
            |{UNIT}s\s+(?:ahead|to\s+come)\b)"""
        ),
        read_ahead,
        (
            Example("in the coming weeks", "Talks will go on in the coming weeks.", "2024-07-10/.."),
            Example("in the months ahead", "Talks will go on in the months ahead.", "2024-07-10/.."),
        ),
    ),
    Rule(
        "so many units ago",
        UNIT_WORDS,
        verbose(
            rf"""\b(?:(?P<bound>(?:just\s+)?(?:well\s+)?(?:more\s+than|over|at\s+least|less\s+than|under))\s+
            |(?P<hedge>nearly|almost|about|around|roughly|some|approximately|just)\s+|exactly\s+)?
            (?P<count>{NUMBER})\s+(?P<unit>{UNIT})s?\s+ago\b"""
        ),
        read_ago,
        (
            Example("five days ago", "It sank five days ago.", "2024-07-05"),
            Example("a fortnight ago", "It sank a fortnight ago.", "2024-06-26"),
            Example("three years ago", "It closed three years ago.", "2021-01-01/2021-12-31"),
            Example("more than a year ago", "It closed more than a year ago.", "../2023-07-10"),
            Example("less than a month ago", "It closed less than a month ago.", "2024-06-10/2024-07-10"),
        ),
    ),
    Rule(
        "in so many units",
        UNIT_WORDS,
        verbose(rf"(?<!\bfirst\s)(?<!\btime\s)\bin\s+(?:about\s+|roughly\s+)?(?P<count>{NUMBER})\s+(?P<unit>{UNIT})s?\b(?!\s+of\b|{APOSTROPHE}|-)"),
        read_in_units,
        (
            Example("in three weeks", "The court will rule in three weeks.", "2024-07-31"),
            Example("in two years", "Growth was the weakest in two years.", None),
        ),
    ),
    Rule(
        "within so many units",
        UNIT_WORDS,
        verbose(rf"\bwithin\s+(?:the\s+next\s+)?(?P<count>{NUMBER})\s+(?P<unit>{UNIT})s?\b(?!\s+of\b|{APOSTROPHE}|-)"),
        read_within_units,
        (
            Example("within two weeks", "Troops must leave within two weeks.", "2024-07-10/2024-07-24"),
            Example("within two weeks", "Troops left within two weeks.", None),
        ),
    ),
    Rule(
        "so many units from now",
        UNIT_WORDS,
        verbose(rf"\b(?P<count>{NUMBER})\s+(?P<unit>{UNIT})s?\s+(?:from\s+(?:now|today)|hence)\b"),
        read_from_now,
        (Example("two weeks from now", "Polls open two weeks from now.", "2024-07-24"),),
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
    ),
    Rule(
        "number of a day",
        frozenset({"#"}),
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

