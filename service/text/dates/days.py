"""Days by the calendar: numeric dates, and days of months with and without their year."""

from __future__ import annotations

import re

from schemas.values import Grain, TimeBasis
from service.text.dates.rule import Example, Reading, Rule, Scene, choose, explicit
from service.text.dates.spans import Span, real_day, recurring
from service.text.dates.vocabulary import (
    ANY_YEAR_FIGURES,
    APOSTROPHE,
    BETWEEN,
    DASH,
    DAY_NUMBER,
    DIGIT,
    JOINED_FIGURES,
    MONTH,
    MONTH_WORDS,
    ORDINAL_SUFFIX,
    TO,
    TWO_FIGURES,
    WEEKDAY_BESIDE_DATE,
    YEAR,
    YEAR_END,
    YEAR_FIGURES,
    YEAR_STEP,
    month_number,
    verbose,
    weekday_number,
)

WEEKDAY_BEFORE = rf"(?:(?P<weekday>{WEEKDAY_BESIDE_DATE}),?\s+(?:the\s+)?)?"
DAY_BEFORE_MONTH = rf"{DAY_NUMBER}{ORDINAL_SUFFIX}?(?:\s+day)?(?:\s+of)?\s+{MONTH}"
MONTH_BEFORE_DAY = rf"{MONTH}\s+(?:the\s+)?{DAY_NUMBER}{ORDINAL_SUFFIX}?(?![\d:]|[.,]\d|\s*%)"
_YEAR_AFTER = rf"(?:,?\s+(?:of\s+|in\s+)?|/|-)(?P<year>{YEAR}|{APOSTROPHE}\d\d){YEAR_END}(?!\s*GMT)"


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits) - (100 if int(digits) >= 70 else 0)


def _dated(year: int, month: int, day: int, weekday: str | None = None) -> Reading | None:
    found = real_day(year, month, day) if 1 <= month <= 12 else None
    if found is None or (weekday and weekday_number(weekday) != found.weekday()):
        return None
    named = weekday_number(weekday) if weekday else None
    return Reading(found, found, Grain.DAY, TimeBasis.EXPLICIT, weekday=named)


def read_iso(match: re.Match[str], _scene: Scene) -> Reading | None:
    return _dated(int(match["year"]), int(match["month"]), int(match["day"]))


def read_slashed(match: re.Match[str], _scene: Scene) -> Reading | None:
    """Day and month are told apart only where one is past 12 or both are the same."""
    first, second, year = int(match["first"]), int(match["second"]), _full_year(match["year"])
    if first == second or second > 12:
        return _dated(year, first, second)
    return _dated(year, second, first) if first > 12 else None


def read_dotted(match: re.Match[str], _scene: Scene) -> Reading | None:
    return _dated(_full_year(match["year"]), int(match["second"]), int(match["first"]))


def _day_and_month(match: re.Match[str]) -> tuple[int, int]:
    words = re.search(rf"{MONTH}", match["date"], re.VERBOSE | re.IGNORECASE)
    days = re.search(r"\d+", match["date"])
    return month_number(words[0]) if words else 0, int(days[0]) if days else 0


def read_full_date(match: re.Match[str], _scene: Scene) -> Reading | None:
    month, day = _day_and_month(match)
    return _dated(_full_year(match["year"].lstrip("'’")), month, day, match["weekday"])


def read_day_of_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """A day without its year. A weekday beside it picks the year, else the tense does."""
    month, day = _day_and_month(match)
    if scene.anchor is None:
        return None

    def span_of(year: int) -> Span | None:
        found = real_day(year, month, day)
        return Span(found, found) if found else None

    candidates = list(recurring(scene.anchor.year, span_of))
    named = weekday_number(match["weekday"]) if match["weekday"] else None
    if named is not None:
        near = range(scene.anchor.year - 1, scene.anchor.year + 2)
        candidates = [one for one in candidates if one.earliest.weekday() == named and one.earliest.year in near]
    span = choose(candidates, scene.anchor, scene.tense(*match.span()))
    return Reading(*span, Grain.DAY, weekday=named, recurs=YEAR_STEP) if span else None


def read_day_of_relative_year(match: re.Match[str], scene: Scene) -> Reading | None:
    month, day = _day_and_month(match)
    if scene.anchor is None:
        return None
    found = real_day(scene.anchor.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()], month, day)
    return Reading(found, found, Grain.DAY) if found else None


def read_days_of_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """A run of days in one month, with or without the year."""
    month, first, last = month_number(match["month"]), int(match["first"]), int(match["last"])

    def span_of(year: int) -> Span | None:
        ends = real_day(year, month, first), real_day(year, month, last)
        return Span(ends[0], ends[1]) if ends[0] and ends[1] and first < last else None

    if match["year"]:
        span = span_of(int(match["year"]))
        return explicit(span, Grain.SPAN) if span else None
    if scene.anchor is None:
        return None
    span = choose(recurring(scene.anchor.year, span_of), scene.anchor, scene.tense(*match.span()))
    return Reading(*span, Grain.SPAN, recurs=YEAR_STEP) if span else None


def read_days_of_months(match: re.Match[str], _scene: Scene) -> Reading | None:
    """A run from a day of one month to a day of another; the year is told once, at the end."""
    months = [month_number(word) for word in re.findall(MONTH, match[0], re.VERBOSE | re.IGNORECASE)]
    days = [int(digits) for digits in re.findall(r"(?<!\d)\d{1,2}(?!\d)", match[0])]
    year = int(match["year"])
    ends = real_day(year - (months[0] > months[1]), months[0], days[0]), real_day(year, months[1], days[1])
    return explicit(Span(ends[0], ends[1]), Grain.SPAN) if ends[0] and ends[1] and ends[0] <= ends[1] else None


RULES = (
    Rule(
        "ISO day",
        JOINED_FIGURES,
        verbose(
            r"(?<![\d/-])(?P<year>1[4-9]\d\d|20\d\d)(?P<dash>[-/.])(?P<month>\d\d?)(?P=dash)(?P<day>\d\d?)(?![\d/]|-\d)"
        ),
        read_iso,
        (
            Example("2022-11-05", "Last changed 2022-11-05 by the desk.", "2022-11-05"),
            Example("2022-13-05", "Serial 2022-13-05 was recalled.", None),
        ),
    ),
    Rule(
        "slashed date",
        JOINED_FIGURES,
        verbose(r"(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)(?![\d/])"),
        read_slashed,
        (
            Example("3/25/2024", "It was filed 3/25/2024.", "2024-03-25"),
            Example("25/03/24", "It was filed 25/03/24.", "2024-03-25"),
            Example("4/5/2024", "It was filed 4/5/2024.", None),
        ),
    ),
    Rule(
        "dotted date, day first",
        JOINED_FIGURES,
        verbose(r"(?<![\d.])(?P<first>\d{1,2})\.(?P<second>\d{1,2})\.(?P<year>\d{4})(?![\d]|\.\d)"),
        read_dotted,
        (Example("04.05.2024", "It was filed on 04.05.2024.", "2024-05-04"),),
    ),
    Rule(
        "month, day and year",
        MONTH_WORDS,
        verbose(rf"\b{WEEKDAY_BEFORE}(?P<date>{MONTH}\s*-?(?:the\s+)?{DAY_NUMBER}{ORDINAL_SUFFIX}?){_YEAR_AFTER}"),
        read_full_date,
        (
            Example("Feb. 3, 2021", "She resigned on Feb. 3, 2021, after a row.", "2021-02-03"),
            Example("Wednesday, July 10, 2024", "Wednesday, July 10, 2024", "2024-07-10"),
            Example("Feb. 30, 2021", "She resigned on Feb. 30, 2021.", None),
        ),
        beside=ANY_YEAR_FIGURES,
    ),
    Rule(
        "day, month and year",
        MONTH_WORDS,
        verbose(
            rf"\b{WEEKDAY_BEFORE}(?P<date>{DAY_NUMBER}{ORDINAL_SUFFIX}?(?:\s+day)?(?:\s+of)?[\s-]+{MONTH}){_YEAR_AFTER}"
        ),
        read_full_date,
        (
            Example("1st of May 2020", "It opened on the 1st of May 2020.", "2020-05-01"),
            Example("07 Jan 2019", "Posted 07 Jan 2019 at noon.", "2019-01-07"),
            Example("Sun, 5 March 2023", "Sun, 5 March 2023", "2023-03-05"),
        ),
        beside=ANY_YEAR_FIGURES,
    ),
    Rule(
        "day of a month, no year",
        MONTH_WORDS,
        verbose(rf"\b{WEEKDAY_BEFORE}(?P<date>{MONTH_BEFORE_DAY}|{DAY_BEFORE_MONTH})(?!{DASH}\d)(?!\w)"),
        read_day_of_month,
        (
            Example("on June 28", "Rebels took the bridge on June 28.", "2024-06-28"),
            Example("3 November", "The port was closed on 3 November.", "2023-11-03"),
            Example("Nov. 5", "Americans will vote on Nov. 5.", "2024-11-05"),
            Example("Friday, June 28", "It sank on Friday, June 28.", "2024-06-28"),
        ),
        beside=DIGIT,
    ),
    Rule(
        "day of last, this or next year",
        MONTH_WORDS,
        verbose(rf"\b(?P<date>{MONTH_BEFORE_DAY}|{DAY_BEFORE_MONTH}),?\s+(?:of\s+)?(?P<which>last|this|next)\s+year\b"),
        read_day_of_relative_year,
        (Example("Feb. 24 last year", "The siege began on Feb. 24 last year.", "2023-02-24"),),
        beside=frozenset({"last", "this", "next"}),
    ),
    Rule(
        "days of one month",
        MONTH_WORDS,
        verbose(
            rf"""\b{BETWEEN}(?:the\s+)?(?P<month>{MONTH})\s+(?P<first>{DAY_NUMBER}){ORDINAL_SUFFIX}?{TO}(?:the\s+)?
            (?P<last>{DAY_NUMBER}){ORDINAL_SUFFIX}?(?![\d:]|[.,]\d|\s*%|\s+{MONTH})(?:,?\s+(?P<year>{YEAR}){YEAR_END})?"""
        ),
        read_days_of_month,
        (
            Example("July 1-4", "The fair was held July 1-4.", "2024-07-01/2024-07-04"),
            Example("from May 3 to 9, 2022", "It ran from May 3 to 9, 2022.", "2022-05-03/2022-05-09"),
        ),
        beside=TWO_FIGURES,
    ),
    Rule(
        "days before their month",
        MONTH_WORDS,
        verbose(
            rf"""\b{BETWEEN}(?:the\s+)?(?P<first>{DAY_NUMBER}){ORDINAL_SUFFIX}?{TO}(?:the\s+)?
            (?P<last>{DAY_NUMBER}){ORDINAL_SUFFIX}?\s+(?:of\s+)?(?P<month>{MONTH})\b(?:,?\s+(?P<year>{YEAR}){YEAR_END})?"""
        ),
        read_days_of_month,
        (
            Example("between 2 and 6 July", "Envoys met between 2 and 6 July.", "2024-07-02/2024-07-06"),
            Example("4–6 June 2021", "The summit of 4–6 June 2021 failed.", "2021-06-04/2021-06-06"),
        ),
        beside=TWO_FIGURES,
    ),
    Rule(
        "days of two months in one year",
        MONTH_WORDS,
        verbose(
            rf"""\b{BETWEEN}(?:{MONTH}\s+{DAY_NUMBER}{TO}{MONTH}\s+{DAY_NUMBER}
            |{DAY_NUMBER}\s+{MONTH}{TO}{DAY_NUMBER}\s+{MONTH}),?\s+(?:of\s+|in\s+)?(?P<year>{YEAR}){YEAR_END}"""
        ),
        read_days_of_months,
        (
            Example(
                "from Jan. 3 through Feb. 10, 2022",
                "It ran from Jan. 3 through Feb. 10, 2022.",
                "2022-01-03/2022-02-10",
            ),
            Example("20 December to 5 January 2023", "Closed 20 December to 5 January 2023.", "2022-12-20/2023-01-05"),
        ),
        beside=YEAR_FIGURES,
    ),
)
