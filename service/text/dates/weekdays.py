"""Weekday names and weekends: the tense of their clause says whether the last or the next one is meant."""

from __future__ import annotations

import re
from datetime import date, timedelta

from schemas.values import Grain, TimeBasis
from service.text.dates.rule import Example, Reading, Rule, Scene, relative
from service.text.dates.spans import shift, week_span, weekend_span
from service.text.dates.tense import Tense
from service.text.dates.vocabulary import APOSTROPHE, NUMBER, WEEK, WEEKDAY, WEEKDAYS, number, verbose, weekday_number

WEEKDAY_WORDS = frozenset(WEEKDAYS)
#: Names that a weekday is part of: clubs, papers, programmes, and days that history has named.
NAMED_BEFORE = r"""(?<!\bBloody\s)(?<!\bBlack\s)(?<!\bSheffield\s)(?<!\bSuper\s)(?<!\bRuby\s)(?<!\bMail\son\s)
    (?<!\bFreaky\s)(?<!\bManic\s)(?<!\bMan\s)(?<!\bGiving\s)(?<!\bWhit\s)(?<!\bMiracle\s)"""
NAMED_AFTER = r"""(?!\s+(?:times|telegraph|mirror|mail|express|herald|world|independent|night\s+(?:live|football|lights)
    |people|post|club|school|group)\b|\s+the\s+13th|s\b)"""


def latest_weekday(anchor: date, weekday: int) -> date:
    """The last such day up to and including the anchor."""
    return anchor - timedelta(days=(anchor.weekday() - weekday) % 7)


def next_weekday(anchor: date, weekday: int) -> date:
    """The first such day from the anchor on, the anchor included."""
    return anchor + timedelta(days=(weekday - anchor.weekday()) % 7)


def on_day(day: date | None, weekday: int) -> Reading | None:
    return Reading(day, day, Grain.DAY, TimeBasis.WEEKDAY, weekday=weekday, recurs=WEEK) if day else None


def name_alone(match: re.Match[str]) -> Reading:
    """Without an anchor a weekday has no day of the calendar; its name can still be held against another's."""
    return Reading(None, None, Grain.DAY, TimeBasis.WEEKDAY, weekday=weekday_number(match["weekday"]))


def read_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """News looks back where no verb says otherwise; a text that looks both ways settles only its own day."""
    if scene.anchor is None:
        return name_alone(match)
    weekday = weekday_number(match["weekday"])
    tense = scene.tense(*match.span("weekday"))
    if tense is Tense.MIXED and scene.anchor.weekday() != weekday:
        return None
    choose = next_weekday if tense is Tense.FUTURE else latest_weekday
    return on_day(choose(scene.anchor, weekday), weekday)


def read_last_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """'last Monday' in a paper of Thursday is three days ago to some and ten to others: only agreed readings count."""
    if scene.anchor is None:
        return name_alone(match)
    weekday = weekday_number(match["weekday"])
    latest = latest_weekday(scene.anchor - timedelta(days=1), weekday)
    agreed = latest < week_span(scene.anchor).earliest or "past" in match["which"].lower()
    return on_day(latest if agreed else None, weekday)


def read_next_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """Like `read_last_weekday`; 'next Friday' is never tomorrow."""
    if scene.anchor is None:
        return name_alone(match)
    weekday = weekday_number(match["weekday"])
    first = next_weekday(scene.anchor + timedelta(days=1), weekday)
    if "coming" in match["which"].lower() or first > week_span(scene.anchor).latest:
        return on_day(first, weekday)
    return on_day(first + timedelta(days=7), weekday) if (first - scene.anchor).days == 1 else None


def read_this_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return name_alone(match)
    weekday = weekday_number(match["weekday"])
    tense = scene.tense(*match.span())
    if tense is Tense.PAST:
        return on_day(latest_weekday(scene.anchor, weekday), weekday)
    if tense is Tense.FUTURE:
        return on_day(next_weekday(scene.anchor, weekday), weekday)
    return on_day(week_span(scene.anchor).earliest + timedelta(days=weekday), weekday)


def read_weeks_ago_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    weekday = weekday_number(match["weekday"])
    return on_day(shift(latest_weekday(scene.anchor, weekday), WEEK, -number(match["count"])), weekday)


def read_weekend(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    this, which = weekend_span(scene.anchor), match["which"].lower()
    week = timedelta(days=7)
    if which.startswith("last"):
        return relative(weekend_span(scene.anchor - week), Grain.WEEK)
    if which.startswith("next"):
        return relative(weekend_span(scene.anchor + week), Grain.WEEK)
    tense = scene.tense(*match.span())
    back = tense is Tense.PAST or (tense is Tense.NONE and "this" not in which) or "past" in which
    if tense is Tense.MIXED and scene.anchor not in this:
        return None
    return relative(weekend_span(scene.anchor - week) if back and scene.anchor < this.earliest else this, Grain.WEEK)


RULES = (
    Rule(
        "weekday",
        WEEKDAY_WORDS,
        verbose(rf"\b(?=[mtwfs]){NAMED_BEFORE}(?P<weekday>{WEEKDAY})\b{NAMED_AFTER}"),
        read_weekday,
        (
            Example("on Wednesday", "Police said on Wednesday that roads were shut.", "2024-07-10"),
            Example("Friday", "Rebels seized the town Friday.", "2024-07-05"),
            Example("on Friday", "The court will rule on Friday.", "2024-07-12"),
            Example("on Saturday", "Slovaks go to the polls on Saturday.", "2024-07-13"),
            Example("on Sunday", "She is expected to fly home on Sunday.", "2024-07-14"),
            Example("Monday’s", "Monday’s strike killed two.", "2024-07-08"),
        ),
    ),
    Rule(
        "last weekday",
        WEEKDAY_WORDS,
        verbose(rf"\b(?P<which>(?:this\s+)?past|last)\s+(?P<weekday>{WEEKDAY})\b"),
        read_last_weekday,
        (
            Example("last Friday", "It sank last Friday.", "2024-07-05"),
            Example("last Wednesday", "It sank last Wednesday.", "2024-07-03"),
            Example("last Monday", "It sank last Monday.", None),
        ),
        beside=frozenset({"last", "past"}),
    ),
    Rule(
        "next weekday",
        WEEKDAY_WORDS,
        verbose(rf"\b(?P<which>next|(?:this\s+)?coming)\s+(?P<weekday>{WEEKDAY})\b"),
        read_next_weekday,
        (
            Example("next Tuesday", "Talks will resume next Tuesday.", "2024-07-16"),
            Example("next Saturday", "Talks will resume next Saturday.", None),
            Example("this coming Saturday", "Talks will resume this coming Saturday.", "2024-07-13"),
        ),
        beside=frozenset({"next", "coming"}),
    ),
    Rule(
        "this weekday",
        WEEKDAY_WORDS,
        verbose(rf"\bthis\s+(?P<weekday>{WEEKDAY})\b"),
        read_this_weekday,
        (
            Example("this Monday", "Judges ruled this Monday.", "2024-07-08"),
            Example("this Friday", "Judges will rule this Friday.", "2024-07-12"),
        ),
        beside=frozenset({"this"}),
    ),
    Rule(
        "weekday some weeks ago",
        WEEKDAY_WORDS,
        verbose(rf"\b(?P<count>{NUMBER})\s+weeks?\s+ago\s+(?:on\s+|last\s+|this\s+)?(?P<weekday>{WEEKDAY})\b"),
        read_weeks_ago_weekday,
        (Example("a week ago Monday", "He was seen a week ago Monday.", "2024-07-01"),),
        beside=frozenset({"ago"}),
    ),
    Rule(
        "weekend",
        frozenset({"weekend"}),
        verbose(
            r"""\b(?P<which>this\s+(?:past|coming)|this|last|next
            |(?:over|during|at|on|through|throughout|by|before|until|since)\s+the(?:\s+past)?)\s+weekend\b"""
        ),
        read_weekend,
        (
            Example("over the weekend", "Fires spread over the weekend.", "2024-07-06/2024-07-07"),
            Example("this weekend", "Leaders will meet this weekend.", "2024-07-13/2024-07-14"),
            Example("last weekend", "Fires spread last weekend.", "2024-07-06/2024-07-07"),
        ),
    ),
    Rule(
        "weekend's",
        frozenset({"weekend"}),
        verbose(rf"\b(?P<which>the|this|last)\s+weekend{APOSTROPHE}s\b"),
        read_weekend,
        (Example("the weekend’s", "Rain followed the weekend’s fires.", "2024-07-06/2024-07-07"),),
    ),
)
