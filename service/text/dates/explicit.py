"""Months, quarters, years and decades, told by name or number."""

from __future__ import annotations

import re
from datetime import date

from schemas.values import Grain
from service.text.dates.rule import Example, Reading, Rule, Scene, explicit, select
from service.text.dates.spans import Span, decade_span, month_span, months_span, recurring, week_span, year_span
from service.text.dates.vocabulary import (
    APOSTROPHE,
    BETWEEN,
    DASH,
    DIGIT,
    MONTH,
    MONTH_NAME,
    MONTH_WORDS,
    TO,
    YEAR,
    YEAR_END,
    YEAR_FIGURES,
    YEAR_STEP,
    month_number,
    verbose,
)

#: Words before which a year is a year; a plural noun after it ("of 2022 people") makes it a count again.
YEAR_LICENCE = r"""(?:in|since|during|before|after|until|till|by|from|to|through|throughout|of|early|late|mid|circa
    |year|for|around|about)"""
COUNTED = r"""(?!\s+(?:people|men|women|children|[a-z]+(?<![aiu])s\b(?<!elections)(?<!polls)(?<!protests)))"""
YEAR_EVENT = r"""(?:elections?|vote|referendum|polls?|campaign|world\s+cup|olympics|games|war|invasion|census|budget
    |report|coup|protests|agreement|deal|treaty|law|accords?|pandemic|crisis|attacks?|bombings?|study|survey
    |earthquake|hurricane|flood|uprising|revolution|massacre|summit|season|financial\s+crisis|film
    |presidential|parliamentary)"""
#: Months that are nobody's name and no verb: they need no word before them.
PLAIN_MONTH = r"(?:january|february|july|september|october|november|december)"
MONTH_LICENCE = r"(?:in|since|during|until|till|through|throughout|before|of|last|next|this|early|late|mid)"


def read_iso_week(match: re.Match[str], _scene: Scene) -> Reading | None:
    week = int(match["week"])
    monday = date.fromisocalendar(int(match["year"]), week, 1) if 1 <= week <= 52 else None
    return explicit(week_span(monday), Grain.WEEK) if monday else None


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


def read_year_and_beyond(match: re.Match[str], _scene: Scene) -> Reading | None:
    return explicit(year_span(int(match["year"])), Grain.YEAR)._replace(latest=None, grain=Grain.SPAN)


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


RULES = (
    Rule(
        "ISO week",
        frozenset({"w"}),
        verbose(rf"\b(?P<year>{YEAR})-?W(?P<week>\d\d)\b"),
        read_iso_week,
        (Example("2024-W02", "Deaths in 2024-W02 were fewer.", "2024-01-08/2024-01-14"),),
    ),
    Rule(
        "months of one year",
        MONTH_WORDS,
        verbose(rf"\b{BETWEEN}(?P<first>{MONTH}){TO}(?P<last>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR}){YEAR_END}"),
        read_months_of_year,
        (
            Example("April to June 2021", "Prices fell from April to June 2021.", "2021-04-01/2021-06-30"),
            Example(
                "between November and January 2022",
                "Snow fell between November and January 2022.",
                "2021-11-01/2022-01-31",
            ),
        ),
        beside=YEAR_FIGURES,
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
        beside=YEAR_FIGURES,
    ),
    Rule(
        "month of last, this or next year",
        MONTH_WORDS,
        verbose(rf"\b(?P<month>{MONTH})\s+(?:of\s+)?(?P<which>last|this|next)\s+year\b"),
        read_month_of_relative_year,
        (Example("in March last year", "It closed in March last year.", "2023-03-01/2023-03-31"),),
        beside=frozenset({"last", "this", "next"}),
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
        beside=frozenset({"last", "this", "past", "next", "coming"}),
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
        frozenset({"q"}),
        verbose(rf"\b(?:Q(?P<quarter>[1-4])\s*(?:of\s+)?(?P<year>{YEAR})){YEAR_END}"),
        read_quarter,
        (Example("Q3 2022", "Sales fell in Q3 2022.", "2022-07-01/2022-09-30"),),
    ),
    Rule(
        "year before its quarter",
        frozenset({"q"}),
        verbose(rf"\b(?P<year>{YEAR})[\s-]?Q(?P<quarter>[1-4])\b"),
        read_quarter,
        (Example("2022 Q3", "Sales fell in 2022 Q3.", "2022-07-01/2022-09-30"),),
    ),
    Rule(
        "years from and to",
        YEAR_FIGURES,
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
        "year and beyond",
        YEAR_FIGURES,
        verbose(rf"(?<![\w$£€#.,/-])(?P<year>{YEAR})\s+and\s+(?:beyond|onwards?|later)\b"),
        read_year_and_beyond,
        (Example("2026 and beyond", "Spending will fall in 2026 and beyond.", "2026-01-01/.."),),
        beside=frozenset({"beyond", "onward", "onwards", "later"}),
    ),
    Rule(
        "year after a word of time",
        YEAR_FIGURES,
        verbose(rf"\b{YEAR_LICENCE}[\s-]+(?:(?:the\s+)?year\s+)?(?P<time>{YEAR}){YEAR_END}{COUNTED}(?!\w|{DASH}\d)"),
        read_year,
        (
            Example("in 2017", "The mill burned down in 2017.", "2017-01-01/2017-12-31"),
            Example("since 2017", "The mill has been idle since 2017.", "2017-01-01/2024-07-10"),
        ),
    ),
    Rule(
        "year of an event",
        YEAR_FIGURES,
        verbose(rf"\b(?P<time>{YEAR})(?:{APOSTROPHE}s)?(?=\s+(?:\w+\s+)?{YEAR_EVENT}\b)"),
        read_year,
        (Example("2019", "He lost the 2019 election.", "2019-01-01/2019-12-31"),),
    ),
    Rule(
        "bare year",
        YEAR_FIGURES,
        verbose(rf"(?<![\w$£€#.,/-])(?P<time>{YEAR}){YEAR_END}(?![\w/])"),
        read_year,
        (Example("late 2022", "It was late 2022.", "2022-10-01/2022-12-31"),),
        alone=False,
    ),
    Rule(
        "decade in figures",
        YEAR_FIGURES,
        verbose(
            rf"(?<![\w$£€.,])(?:the\s+)?(?P<decade>(?:1[4-9]|20)\d0){APOSTROPHE}?s\b(?!-(?:style|era|inspired|like))"
        ),
        read_decade,
        (
            Example("in the 1970s", "The dam was built in the 1970s.", "1970-01-01/1979-12-31"),
            Example("the early 2000s", "He rose in the early 2000s.", "2000-01-01/2003-12-31"),
            Example("the 1800s", "It dates from the 1800s.", None),
        ),
        beside=frozenset({"s"}),
    ),
    Rule(
        "decade in two figures",
        DIGIT,
        verbose(rf"\b(?:the|early|mid|late)[\s-]+(?P<time>{APOSTROPHE}(?P<decade>[2-9]0)s)\b"),
        read_decade,
        (Example("the ’80s", "The band was big in the ’80s.", "1980-01-01/1989-12-31"),),
        beside=frozenset({"s"}),
    ),
    Rule(
        "decade in words",
        frozenset({"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"}),
        verbose(
            r"\bthe\s+(?:(?:early|mid|late)[\s-]+)?(?P<time>(?P<tens>(?:twen|thir|for|fif|six|seven|eigh|nine)ties))\b"
        ),
        read_word_decade,
        (Example("the seventies", "Wages fell in the seventies.", "1970-01-01/1979-12-31"),),
    ),
)
