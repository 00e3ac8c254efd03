"""Dates by the calendar: numeric dates, days of months, months, quarters, years, decades."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from schemas.values import Grain, TimeBasis
from service.text.dates.rule import Example, Reading, Rule, Scene, choose, explicit, select
from service.text.dates.spans import Span, decade_span, month_span, months_span, week_span, year_span
from service.text.dates.vocabulary import (
    APOSTROPHE,
    DASH,
    DAY_NUMBER,
    MONTH,
    MONTH_ABBREVIATIONS,
    MONTH_NAME,
    MONTHS,
    ORDINAL_SUFFIX,
    WEEKDAY_BESIDE_DATE,
    YEAR,
    YEAR_END,
    YEAR_STEP,
    month_number,
    verbose,
    weekday_number,
)

DIGIT = frozenset({"#"})
MONTH_WORDS = frozenset({*MONTHS, *MONTH_ABBREVIATIONS})
WEEKDAY_BEFORE = rf"(?:(?P<weekday>{WEEKDAY_BESIDE_DATE}),?\s+(?:the\s+)?)?"
DAY_BEFORE_MONTH = rf"{DAY_NUMBER}{ORDINAL_SUFFIX}?(?:\s+day)?(?:\s+of)?\s+{MONTH}"
MONTH_BEFORE_DAY = rf"{MONTH}\s+(?:the\s+)?{DAY_NUMBER}{ORDINAL_SUFFIX}?(?![\d:]|[.,]\d|\s*%)"
#: Words before which a year is a year; a plural noun after it ("of 2022 people") makes it a count again.
YEAR_LICENCE = r"(?:in|since|during|before|after|until|till|by|from|to|through|throughout|of|early|late|mid|circa|year|for|around|about)"
COUNTED = r"(?!\s+(?:people|men|women|children|[a-z]+(?<![aiu])s\b(?<!elections)(?<!polls)(?<!protests)))"
YEAR_EVENT = r"""(?:elections?|vote|referendum|polls?|campaign|world\s+cup|olympics|games|war|invasion|census|budget|report
    |coup|protests|agreement|deal|treaty|law|accords?|pandemic|crisis|attacks?|bombings?|study|survey|earthquake
    |hurricane|flood|uprising|revolution|massacre|summit|season|financial\s+crisis|film|presidential|parliamentary)"""
#: Months that are nobody's name and no verb: they need no word before them.
PLAIN_MONTH = r"(?:january|february|july|september|october|november|december)"
MONTH_LICENCE = r"(?:in|since|during|until|till|through|throughout|before|of|last|next|this|early|late|mid)"


def recurring(around: int, span_of: Callable[[int], Span | None]) -> Iterator[Span]:
    """The spans of the years around one; years that lack it (29 February) are left out. Nine reach the next leap year."""
    for year in range(max(1, around - 9), min(9999, around + 9) + 1):
        span = span_of(year)
        if span:
            yield span


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the month has none such."""
    last = month_span(year, month).latest.day
    return date(year, month, day) if 1 <= day <= last else None


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


def read_iso_week(match: re.Match[str], _scene: Scene) -> Reading | None:
    week = int(match["week"])
    monday = date.fromisocalendar(int(match["year"]), week, 1) if 1 <= week <= 52 else None
    return explicit(week_span(monday), Grain.WEEK) if monday else None


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


def read_months_of_year(match: re.Match[str], _scene: Scene) -> Reading | None:
    first, last, year = month_number(match["first"]), month_number(match["last"]), int(match["year"])
    return explicit(months_span(year, first if first <= last else first - 12, last), Grain.SPAN)


def read_month_of_year(match: re.Match[str], _scene: Scene) -> Reading | None:
    return explicit(month_span(int(match["year"]), month_number(match["month"])), Grain.MONTH)


def read_month(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    month = month_number(match["month"])
    which = match.groupdict().get("which") or ""
    if which.lower() == "this":
        return Reading(*month_span(scene.anchor.year, month), Grain.MONTH)
    spans = recurring(scene.anchor.year, lambda year: month_span(year, month))
    span = select(which, spans, scene.anchor, scene.tense(*match.span("month")))
    return Reading(*span, Grain.MONTH, recurs=YEAR_STEP) if span else None


def read_month_of_relative_year(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    years = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return Reading(*month_span(scene.anchor.year + years, month_number(match["month"])), Grain.MONTH)


def read_quarter(match: re.Match[str], _scene: Scene) -> Reading | None:
    quarter = int(match["quarter"])
    return explicit(months_span(int(match["year"]), 3 * quarter - 2, 3 * quarter), Grain.QUARTER)


def read_year(match: re.Match[str], _scene: Scene) -> Reading | None:
    return explicit(year_span(int(match["time"])), Grain.YEAR)


def read_years(match: re.Match[str], _scene: Scene) -> Reading | None:
    first = int(match["first"])
    last = int(match["last"]) if len(match["last"]) == 4 else first - first % 100 + int(match["last"])
    return explicit(Span(year_span(first).earliest, year_span(last).latest), Grain.SPAN) if first < last else None


def read_decade(match: re.Match[str], _scene: Scene) -> Reading | None:
    """'the 1900s' is a decade to some and a century to others; only the 2000s are told so of ten years in news."""
    first = int(match["decade"])
    if first < 100:
        first += 1900 if first >= 20 else 2000
    return None if first % 100 == 0 and first != 2000 else explicit(decade_span(first), Grain.DECADE)


def read_word_decade(match: re.Match[str], _scene: Scene) -> Reading | None:
    tens = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8}
    return explicit(decade_span(1900 + 10 * tens.get(match["tens"].lower(), 9)), Grain.DECADE)


_YEAR_AFTER = rf"(?:,?\s+(?:of\s+|in\s+)?|/|-)(?P<year>{YEAR}|{APOSTROPHE}\d\d){YEAR_END}(?!\s*GMT)"
_BETWEEN = r"(?:(?:from|between)\s+)?"
_TO = rf"\s*(?:to|through|until|till|and|{DASH})\s*"

RULES = (
    Rule(
        "ISO day",
        DIGIT,
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
        "ISO week",
        DIGIT,
        verbose(rf"\b(?P<year>{YEAR})-?W(?P<week>\d\d)\b"),
        read_iso_week,
        (Example("2024-W02", "Deaths in 2024-W02 were fewer.", "2024-01-08/2024-01-14"),),
    ),
    Rule(
        "slashed date",
        DIGIT,
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
        DIGIT,
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
    ),
    Rule(
        "days of one month",
        MONTH_WORDS,
        verbose(
            rf"""\b{_BETWEEN}(?:the\s+)?(?P<month>{MONTH})\s+(?P<first>{DAY_NUMBER}){ORDINAL_SUFFIX}?{_TO}(?:the\s+)?
            (?P<last>{DAY_NUMBER}){ORDINAL_SUFFIX}?(?![\d:]|[.,]\d|\s*%|\s+{MONTH})(?:,?\s+(?P<year>{YEAR}){YEAR_END})?"""
        ),
        read_days_of_month,
        (
            Example("July 1-4", "The fair was held July 1-4.", "2024-07-01/2024-07-04"),
            Example("from May 3 to 9, 2022", "It ran from May 3 to 9, 2022.", "2022-05-03/2022-05-09"),
        ),
    ),
    Rule(
        "days before their month",
        MONTH_WORDS,
        verbose(
            rf"""\b{_BETWEEN}(?:the\s+)?(?P<first>{DAY_NUMBER}){ORDINAL_SUFFIX}?{_TO}(?:the\s+)?
            (?P<last>{DAY_NUMBER}){ORDINAL_SUFFIX}?\s+(?:of\s+)?(?P<month>{MONTH})\b(?:,?\s+(?P<year>{YEAR}){YEAR_END})?"""
        ),
        read_days_of_month,
        (
            Example("between 2 and 6 July", "Envoys met between 2 and 6 July.", "2024-07-02/2024-07-06"),
            Example("4–6 June 2021", "The summit of 4–6 June 2021 failed.", "2021-06-04/2021-06-06"),
        ),
    ),
    Rule(
        "days of two months in one year",
        MONTH_WORDS,
        verbose(
            rf"""\b{_BETWEEN}(?:{MONTH}\s+{DAY_NUMBER}{_TO}{MONTH}\s+{DAY_NUMBER}
            |{DAY_NUMBER}\s+{MONTH}{_TO}{DAY_NUMBER}\s+{MONTH}),?\s+(?P<year>{YEAR}){YEAR_END}"""
        ),
        read_days_of_months,
        (
            Example("from Jan. 3 through Feb. 10, 2022", "It ran from Jan. 3 through Feb. 10, 2022.", "2022-01-03/2022-02-10"),
            Example("20 December to 5 January 2023", "Closed 20 December to 5 January 2023.", "2022-12-20/2023-01-05"),
        ),
    ),
    Rule(
        "months of one year",
        MONTH_WORDS,
        verbose(rf"\b{_BETWEEN}(?P<first>{MONTH}){_TO}(?P<last>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR}){YEAR_END}"),
        read_months_of_year,
        (
            Example("April to June 2021", "Prices fell from April to June 2021.", "2021-04-01/2021-06-30"),
            Example("between November and January 2022", "Snow fell between November and January 2022.", "2021-11-01/2022-01-31"),
        ),
    ),
    Rule(
        "month of a year",
        MONTH_WORDS,
        verbose(rf"\b(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR}){YEAR_END}"),
        read_month_of_year,
        (
            Example("in May 2019", "He was elected in May 2019.", "2019-05-01/2019-05-31"),
            Example("Dec. 2021", "Updated Dec. 2021.", "2021-12-01/2021-12-31"),
        ),
    ),
    Rule(
        "month of last, this or next year",
        MONTH_WORDS,
        verbose(rf"\b(?P<month>{MONTH})\s+(?:of\s+)?(?P<which>last|this|next)\s+year\b"),
        read_month_of_relative_year,
        (Example("in March last year", "It closed in March last year.", "2023-03-01/2023-03-31"),),
    ),
    Rule(
        "last, this or next month by name",
        MONTH_WORDS,
        verbose(rf"\b(?P<which>last|this(?:\s+past)?|past|next|coming)\s+(?P<month>{MONTH})(?!\w|\s+\d)"),
        read_month,
        (
            Example("last May", "It closed last May.", "2024-05-01/2024-05-31"),
            Example("next March", "It opens next March.", "2025-03-01/2025-03-31"),
        ),
    ),
    Rule(
        "month after a word of time",
        MONTH_WORDS,
        verbose(rf"\b{MONTH_LICENCE}\s+(?P<time>(?P<month>{MONTH}))(?!\w|\s+\d|\s+(?-i:[A-Z]))"),
        read_month,
        (
            Example("in May", "He quit in May.", "2024-05-01/2024-05-31"),
            Example("in March", "It will open in March.", "2025-03-01/2025-03-31"),
            Example("in November", "The mine was shut in November.", "2023-11-01/2023-11-30"),
        ),
    ),
    Rule(
        "month that is no other word",
        MONTH_WORDS,
        verbose(rf"\b(?P<month>{PLAIN_MONTH})(?!\w|\s+\d)"),
        read_month,
        (Example("October", "The October attack was not claimed.", "2023-10-01/2023-10-31"),),
    ),
    Rule(
        "month that may be another word",
        MONTH_WORDS,
        verbose(rf"\b(?P<month>{MONTH_NAME})(?!\w|\s+\d)"),
        read_month,
        (Example("early April", "Rivers rose in early April.", "2024-04-01/2024-04-10"),),
        alone=False,
    ),
    Rule(
        "quarter of a year",
        DIGIT,
        verbose(rf"\b(?:Q(?P<quarter>[1-4])\s*(?:of\s+)?(?P<year>{YEAR})){YEAR_END}"),
        read_quarter,
        (Example("Q3 2022", "Sales fell in Q3 2022.", "2022-07-01/2022-09-30"),),
    ),
    Rule(
        "year before its quarter",
        DIGIT,
        verbose(rf"\b(?P<year>{YEAR})[\s-]?Q(?P<quarter>[1-4])\b"),
        read_quarter,
        (Example("2022 Q3", "Sales fell in 2022 Q3.", "2022-07-01/2022-09-30"),),
    ),
    Rule(
        "years from and to",
        DIGIT,
        verbose(
            rf"""(?:\b(?:from|between|in|during|of)\s+|\()(?P<time>(?P<first>{YEAR})(?:{DASH}|\s+(?:to|through|and)\s+)
            (?P<last>{YEAR}|(?<=[-–—])\d\d)){YEAR_END}(?!{DASH}|\w)"""
        ),
        read_years,
        (
            Example("from 2011 to 2013", "She sat from 2011 to 2013.", "2011-01-01/2013-12-31"),
            Example("in 2014-16", "Grain was scarce in 2014-16.", "2014-01-01/2016-12-31"),
        ),
    ),
    Rule(
        "year after a word of time",
        DIGIT,
        verbose(rf"\b{YEAR_LICENCE}[\s-]+(?:the\s+year\s+|year\s+)?(?P<time>{YEAR}){YEAR_END}{COUNTED}(?!\w|{DASH}\d)"),
        read_year,
        (
            Example("in 2017", "The mill burned down in 2017.", "2017-01-01/2017-12-31"),
            Example("since 2017", "The mill has been idle since 2017.", "2017-01-01/2024-07-10"),
        ),
    ),
    Rule(
        "year of an event",
        DIGIT,
        verbose(rf"\b(?P<time>{YEAR})(?:{APOSTROPHE}s)?(?=\s+(?:\w+\s+)?{YEAR_EVENT}\b)"),
        read_year,
        (Example("2019", "He lost the 2019 election.", "2019-01-01/2019-12-31"),),
    ),
    Rule(
        "bare year",
        DIGIT,
        verbose(rf"(?<![\w$£€#.,/-])(?P<time>{YEAR}){YEAR_END}(?![\w/])"),
        read_year,
        (Example("late 2022", "It was late 2022.", "2022-10-01/2022-12-31"),),
        alone=False,
    ),
    Rule(
        "decade in figures",
        DIGIT,
        verbose(rf"(?<![\w$£€.,])(?:the\s+)?(?P<decade>(?:1[4-9]|20)\d0){APOSTROPHE}?s\b"),
        read_decade,
        (
            Example("in the 1970s", "The dam was built in the 1970s.", "1970-01-01/1979-12-31"),
            Example("the early 2000s", "He rose in the early 2000s.", "2000-01-01/2003-12-31"),
            Example("the 1800s", "It dates from the 1800s.", None),
        ),
    ),
    Rule(
        "decade in two figures",
        DIGIT,
        verbose(rf"\b(?:the|early|mid|late)[\s-]+(?P<time>{APOSTROPHE}(?P<decade>[2-9]0)s)\b"),
        read_decade,
        (Example("the ’80s", "The band was big in the ’80s.", "1980-01-01/1989-12-31"),),
    ),
    Rule(
        "decade in words",
        frozenset({"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"}),
        verbose(r"\bthe\s+(?:(?:early|mid|late)[\s-]+)?(?P<time>(?P<tens>(?:twen|thir|for|fif|six|seven|eigh|nine)ties))\b"),
        read_word_decade,
        (Example("the seventies", "Wages fell in the seventies.", "1970-01-01/1979-12-31"),),
    ),
)
