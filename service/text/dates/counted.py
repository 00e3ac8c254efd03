"""Times that count units from the day of publication: three days ago, the past two weeks, in the coming months."""

from __future__ import annotations

import re
from datetime import date, timedelta

from schemas.values import Grain
from service.text.dates.rule import Example, Reading, Rule, Scene, relative
from service.text.dates.spans import Span, shift, unit_span
from service.text.dates.tense import Tense
from service.text.dates.vocabulary import APOSTROPHE, NUMBER, UNIT, UNIT_WORDS, YEAR_STEP, Step, number, unit, verbose

PAST_WORDS = frozenset({"last", "past"})
COMING_WORDS = frozenset({"next", "coming"})
OVER = r"(?:over|in|within|during|for|throughout|through|across|of)"


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
    """'will open in two years' is a time, 'the worst in two years' a length: only a clause that looks ahead counts."""
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


RULES = (
    Rule(
        "the past so many units",
        UNIT_WORDS,
        verbose(
            rf"\b(?:the|these|this)\s+(?:last|past)\s+(?:(?P<count>{NUMBER})\s+)?(?P<unit>{UNIT})s?\b(?!\s+(?:of|in)\b|-)"
        ),
        read_past_units,
        (
            Example("the past two weeks", "Rain fell in the past two weeks.", "2024-06-26/2024-07-10"),
            Example("the past decade", "Wages grew over the past decade.", "2014-07-10/2024-07-10"),
            Example("the last 48 hours", "Rain fell in the last 48 hours.", "2024-07-08/2024-07-10"),
        ),
        beside=PAST_WORDS,
    ),
    Rule(
        "past so many units",
        UNIT_WORDS,
        verbose(rf"\b{OVER}\s+(?P<time>(?:last|past)\s+(?:(?P<count>{NUMBER})\s+)(?P<unit>{UNIT})s?)\b(?!\s+of\b|-)"),
        read_past_units,
        (Example("over past 12 months", "Rents rose over past 12 months.", "2023-07-10/2024-07-10"),),
        beside=PAST_WORDS,
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
        beside=COMING_WORDS,
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
        beside=COMING_WORDS | {"ahead", "come"},
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
        beside=frozenset({"ago"}),
    ),
    Rule(
        "in so many units",
        UNIT_WORDS,
        verbose(
            rf"(?<!\bfirst\s)(?<!\btime\s)\bin\s+(?:about\s+|roughly\s+)?(?P<count>{NUMBER})\s+(?P<unit>{UNIT})s?\b(?!\s+of\b|{APOSTROPHE}|-)"
        ),
        read_in_units,
        (
            Example("in three weeks", "The court will rule in three weeks.", "2024-07-31"),
            Example("in two years", "Growth was the weakest in two years.", None),
        ),
        beside=frozenset({"in"}),
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
        beside=frozenset({"within"}),
    ),
    Rule(
        "so many units from now",
        UNIT_WORDS,
        verbose(rf"\b(?P<count>{NUMBER})\s+(?P<unit>{UNIT})s?\s+(?:from\s+(?:now|today)|hence)\b"),
        read_from_now,
        (Example("two weeks from now", "Polls open two weeks from now.", "2024-07-24"),),
        beside=frozenset({"now", "today", "hence"}),
    ),
)
