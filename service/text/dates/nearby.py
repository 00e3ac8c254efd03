"""Times told by the words before a day: the eve of, two days after, the weekend of; and hedges before any time."""

from __future__ import annotations

import re

from schemas.values import Grain
from service.text.dates.rule import Example, Part, Reading, Scene
from service.text.dates.spans import shift, week_span, weekend_span
from service.text.dates.vocabulary import DAY, HEDGE, MONTH_STEP, NUMBER, WEEK, number, verbose

DAYS = frozenset({Grain.DAY})
ANY = frozenset(Grain)


def read_around_day(match: re.Match[str], whole: Reading, _scene: Scene) -> Reading | None:
    """The week or the weekend of a day."""
    if whole.span is None:
        return None
    day = whole.span.earliest
    span = weekend_span(day) if match["unit"].lower() == "weekend" else week_span(day)
    return whole._replace(earliest=span.earliest, latest=span.latest, grain=Grain.WEEK, recurs=None, weekday=None)


def read_beside_day(match: re.Match[str], whole: Reading, _scene: Scene) -> Reading | None:
    """So many days or weeks before or after a day; months and years beside a day are told too loosely to count."""
    if whole.span is None:
        return None
    words = match["way"].lower()
    step = WEEK if "week" in words else MONTH_STEP if "month" in words or "year" in words else DAY
    if step is MONTH_STEP or "hour" in words:
        return None
    count = number(match["count"]) if match["count"] else 1
    sign = 1 if words.endswith("after") else -1
    day = shift(whole.span.earliest, step, sign * count)
    return whole._replace(earliest=day, latest=day, grain=step.grain, weekday=None, recurs=None)


def read_unchanged(_match: re.Match[str], whole: Reading, _scene: Scene) -> Reading | None:
    return whole


def read_hedged(_match: re.Match[str], whole: Reading, _scene: Scene) -> Reading | None:
    return whole._replace(approximate=True)


PARTS = (
    Part(
        "week or weekend of a day",
        DAYS,
        verbose(r"\b(?:the\s+)?(?P<unit>week|weekend)\s+of\s+\Z"),
        read_around_day,
        (Example("the weekend of June 8", "It burned the weekend of June 8.", "2024-06-08/2024-06-09"),),
    ),
    Part(
        "days before or after a day",
        DAYS,
        verbose(
            rf"""\b(?:(?:the|(?P<count>{NUMBER}))\s+)?(?:(?:full|whole)\s+)?
            (?P<way>(?:(?:hour|day|week|month|year)s?\s+(?:before|after))|(?:on\s+)?(?:the\s+)?eve\s+of)\s+\Z"""
        ),
        read_beside_day,
        (
            Example("two days after Christmas Day", "He was freed two days after Christmas Day.", "2023-12-27"),
            Example("the eve of May 9", "It burned on the eve of May 9.", "2024-05-08"),
        ),
    ),
    Part(
        "time of a day",
        DAYS,
        verbose(
            r"""\b(?:(?:earlier|later|late|early|overnight|midday|noon|midnight)(?:\s+on)?
            |(?:the\s+)?(?:early\s+|small\s+|late\s+|predawn\s+)?(?:hours|night|morning|evening|afternoon)\s+(?:of|on))\s+(?:the\s+)?\Z"""
        ),
        read_unchanged,
        (
            Example("the night of June 8", "It burned the night of June 8.", "2024-06-08"),
            Example("late on Monday", "It burned late on Monday.", "2024-07-08"),
        ),
    ),
    Part(
        "hedge",
        ANY,
        verbose(rf"\b(?:on\s+or\s+)?{HEDGE}\s+\Z"),
        read_hedged,
        (Example("around June 8", "It burned around June 8.", "2024-06-08"),),
    ),
)
