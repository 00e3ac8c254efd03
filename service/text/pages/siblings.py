"""The publication day that an undated article may take over from a dated one that tells the same story.

A wrong day shifts every weekday of an article, so a day is lent only when likeness, the other dated articles and the
article's own words agree; in any doubt there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from service.text.pages.datelines import DAY, MONTH, MONTHS, WEEKDAYS, YEAR, full_dates

PHRASE_WORDS = 3
# Share of the shorter article's three-word phrases that stand in the other too. In 30 topics of ECB+ (two look-alike
# events each) 99 % of pairs of look-alikes lie below .075, and a third of the pairs that tell one story lie above.
MIN_SHARED_PHRASES = 0.08
# Below this many phrases (about two short paragraphs) the share is chance.
MIN_PHRASES = 40
# A report names the day of its news; it appears that day or on the next.
MAX_LAG_DAYS = 1
# Where news names its day: with the event, in the opening paragraphs. Later days belong to the background.
LEAD_CHARS = 2000
# Dates with a year are mostly background ("since 24 February 2022") and are looked at on their own.
NO_YEAR = r"(?!\w)(?!,? (?:19|20)\d\d)"


class Sibling(NamedTuple):
    """A dated article of the same bundle: what likeness is measured on, and the weekday its lead names first."""

    source: str
    published: date
    phrases: frozenset[str]
    weekday: str | None = None


def sibling(source: str, published: date, text: str) -> Sibling:
    """What a dated article's text, furniture left out, says for lending its day."""
    return Sibling(source, published, phrases(text), _lead_weekday(text))


class DayCue(NamedTuple):
    """A way in which a lead names the day of its news, and whether what it names fits a given day."""

    name: str
    pattern: re.Pattern[str]
    fits: Callable[[re.Match[str], date], bool]
    examples: tuple[str, ...]


def _weekday_fits(match: re.Match[str], day: date) -> bool:
    return day.weekday() == WEEKDAYS.index(match["weekday"].lower())


def _day_of_month_fits(match: re.Match[str], day: date) -> bool:
    return day.day == int(match["day"])


def _month_day_fits(match: re.Match[str], day: date) -> bool:
    return day.day == int(match["day"]) and day.month == MONTHS.index(match["month"][:3].lower()) + 1


WEEKDAY_CUE = DayCue(
    "weekday",
    re.compile(
        r"(?<!next )(?<!last )(?<!coming )(?<!previous )(?<!since )(?<!until )(?<!by )(?<!every )"
        rf"\b(?P<weekday>{'|'.join(day.title() for day in WEEKDAYS)})\b(?!['’]s)"
    ),
    _weekday_fits,
    ("on Thursday", "this Thursday", "the ministry said Thursday", "late Thursday"),
)
DAY_CUES = (
    WEEKDAY_CUE,
    DayCue(
        "day of the month",
        re.compile(
            r"\bon the (?P<day>\d{1,2})(?:st|nd|rd|th)\b"
            r"(?! (?:of|day|floor|anniversary|century|minute|hole|parallel|street))"
        ),
        _day_of_month_fits,
        ("on the 30th", "In a briefing on the 30th, the minister"),
    ),
    DayCue(
        "month and day",
        re.compile(rf"\b{MONTH} {DAY}\b{NO_YEAR}", re.IGNORECASE),
        _month_day_fits,
        ("on March 30", "the company said Apr. 2"),
    ),
    DayCue(
        "day and month",
        re.compile(rf"\b{DAY} (?:of )?{MONTH}{NO_YEAR}", re.IGNORECASE),
        _month_day_fits,
        ("on 30 March", "on the 2nd of May"),
    ),
)
MONTH_AND_YEAR = re.compile(rf"\b{MONTH} {YEAR}\b", re.IGNORECASE)
# A day that is still to come says nothing of the day the article was written.
AHEAD = re.compile(
    r"\b(?:will|would|to be|due|scheduled|planned|plans|expected|set|ahead of|before)\b[^.!?]{0,60}$", re.IGNORECASE
)


def phrases(text: str) -> frozenset[str]:
    """The three-word phrases of a text, in small letters; what likeness is measured on."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(" ".join(words[at : at + PHRASE_WORDS]) for at in range(len(words) - PHRASE_WORDS + 1))


def tells_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """True when so many phrases are shared that two articles report one event, not two that look alike."""
    shorter = min(len(one), len(other))
    return shorter >= MIN_PHRASES and len(one & other) / shorter >= MIN_SHARED_PHRASES


def lend_day(text: str, dated: Sequence[Sibling]) -> Sibling | None:
    """The dated article whose day the undated `text` may take, or None.

    Every dated article that tells the same must agree within a day, and the text's own lead must name that day or the
    one before. A later full date, the lent month named with its year, or leads on two weekdays speak against.
    """
    own = phrases(text)
    alike = [sibling for sibling in dated if tells_the_same(own, sibling.phrases)]
    days = [sibling.published for sibling in alike]
    if not days or (max(days) - min(days)).days > MAX_LAG_DAYS:
        return None
    lender = min(alike, key=lambda sibling: (-len(own & sibling.phrases), sibling.published))
    if _speaks_against(text, lender):
        return None
    return lender if _lead_names(lender.published, text[:LEAD_CHARS]) else None


def _speaks_against(text: str, lender: Sibling) -> bool:
    """True when the text looks back on the lender's day, or its lead opens on another weekday than the lender's."""
    later = any(mention.day > lender.published for mention in full_dates(text))
    # News names the current month without its year: "the April 2023 flood" was written another time.
    lent_month = (lender.published.month, lender.published.year)
    looks_back = any(
        (MONTHS.index(match["month"][:3].lower()) + 1, int(match["year"])) == lent_month
        for match in MONTH_AND_YEAR.finditer(text)
    )
    weekday = _lead_weekday(text)
    return later or looks_back or bool(weekday and lender.weekday and weekday != lender.weekday)


def _lead_names(published: date, lead: str) -> bool:
    """True when at least one cue of the lead names the day or the one before, and no cue's first use names another."""
    firsts = [(cue, match) for cue in DAY_CUES if (match := _first_use(cue, lead))]
    days = [published, *_days_before(published)]
    return bool(firsts) and all(any(cue.fits(match, day) for day in days) for cue, match in firsts)


def _lead_weekday(text: str) -> str | None:
    match = _first_use(WEEKDAY_CUE, text[:LEAD_CHARS])
    return match["weekday"] if match else None


def _first_use(cue: DayCue, lead: str) -> re.Match[str] | None:
    return next((match for match in cue.pattern.finditer(lead) if not AHEAD.search(lead[: match.start()])), None)


def _days_before(published: date) -> list[date]:
    first = published.toordinal()
    return [date.fromordinal(first - back) for back in range(1, MAX_LAG_DAYS + 1) if first - back >= 1]
