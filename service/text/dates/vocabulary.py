"""The words that times are told in, as named pieces from which the rules build their patterns.

Pieces are written for `re.VERBOSE` and `re.IGNORECASE`; a word that is a date only when capitalised (May, March)
switches the latter off for itself.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from schemas.values import Grain


class Step(NamedTuple):
    """One unit of time as whole days or whole months (the other is 0)."""

    days: int
    months: int
    grain: Grain


DAY = Step(1, 0, Grain.DAY)
WEEK = Step(7, 0, Grain.WEEK)
MONTH_STEP = Step(0, 1, Grain.MONTH)
YEAR_STEP = Step(0, 12, Grain.YEAR)

UNITS: dict[str, Step] = {
    "day": DAY,
    "week": WEEK,
    "fortnight": Step(14, 0, Grain.WEEK),
    "month": MONTH_STEP,
    "quarter": Step(0, 3, Grain.QUARTER),
    "year": YEAR_STEP,
    "decade": Step(0, 120, Grain.DECADE),
    "century": Step(0, 1200, Grain.SPAN),
}
UNIT_WORDS = frozenset({*UNITS, *(f"{unit}s" for unit in UNITS), "centuries", "hour", "hours"})

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
WEEKDAY_ABBREVIATIONS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
NUMBER_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

APOSTROPHE = "['’]"
DASH = "[-–—]"

# Each list opens with a look at its first letters: without it all of its words are tried at every place of a text.
WEEKDAY = r"(?:(?=[mtwfs])(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))"
#: Beside a full date an abbreviated weekday cannot be a name or a verb.
WEEKDAY_BESIDE_DATE = rf"(?:{WEEKDAY}|(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)\.?)"
#: "march", "may" and "august" are words; only capitals make months of them.
MONTH_NAME = r"""(?:(?=[jfmasond])(?:january|february|(?-i:March|MARCH)|april|(?-i:May|MAY)|june|july
    |(?-i:August|AUGUST)|september|october|november|december))"""
MONTH = rf"""(?:{MONTH_NAME}
    |(?=[jfmasond])(?:jan|feb|(?-i:Mar|MAR)|apr|jun|jul|(?-i:Aug|AUG)|sept?|oct|nov|(?-i:Dec|DEC))\b\.?)"""
SEASON = r"(?:(?=[safw])(?:spring|summer|autumn|fall|winter))"
DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
ORDINAL_SUFFIX = r"(?:st|nd|rd|th)"
YEAR = r"(?:1[4-9]\d\d|20\d\d|2100)"
#: A number that goes on ("2019.5", "2,022", "2019%") is no year.
YEAR_END = rf"(?![\d%]|[.,]\d|{DASH}(?=[a-z]))"
NUMBER = r"""(?:(?=[\dtfsenao])(?:\d{1,3}
    |(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six
    |seven|eight|nine))?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen
    |fifteen|sixteen|seventeen|eighteen|nineteen|a\s+couple\s+of|a\s+dozen))"""
UNIT = r"(?:(?=[hdwfmqy])(?:hour|day|week|fortnight|month|quarter|year|decade))"
ORDINAL = r"(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|last|final)"
HEDGE = r"(?:about|around|roughly|approximately|nearly|almost|some|circa|just\s+about)"

#: Words that join two ends told in one breath.
BETWEEN = r"(?:(?:from|between)\s+)?"
TO = rf"\s*(?:to|through|until|till|and|{DASH})\s*"
#: What the text must hold for a rule on figures or on months to be tried.
DIGIT = frozenset({"#"})
YEAR_FIGURES = frozenset({"####"})
ANY_YEAR_FIGURES = frozenset({"####", "'##"})
JOINED_FIGURES = frozenset({"#/#"})
TWO_FIGURES = frozenset({"# to #"})
#: How figures show in a text; the marks stand among its words.
FIGURE_MARKS = {
    "#": re.compile(r"\d"),
    "####": re.compile(r"\d{4}"),
    "'##": re.compile(r"['’]\d\d"),
    "#/#": re.compile(r"\d[-./]\d"),
    "# to #": re.compile(r"\d(?:st|nd|rd|th)?\s*(?:to|through|until|till|and|[-–—])\s*(?:the\s+)?\d", re.IGNORECASE),
}
MONTH_WORDS = frozenset({*MONTHS, *MONTH_ABBREVIATIONS})

_SPACE = re.compile(r"\s+")


def weekday_number(word: str) -> int:
    """Monday is 0; takes full names and abbreviations, with or without their full stop."""
    bare = word.lower().rstrip(".")
    return WEEKDAYS.get(bare, WEEKDAY_ABBREVIATIONS.get(bare, -1))


def month_number(word: str) -> int:
    """January is 1; takes full names and abbreviations, with or without their full stop."""
    bare = word.lower().rstrip(".")
    return MONTHS.get(bare) or MONTH_ABBREVIATIONS[bare]


def number(words: str) -> int:
    """The value of a match of `NUMBER`."""
    bare = _SPACE.sub(" ", words.lower())
    if bare.isdigit():
        return int(bare)
    if bare in {"a couple of", "a dozen"}:
        return 2 if "couple" in bare else 12
    return sum(NUMBER_WORDS[part] for part in bare.split("-"))


def unit(word: str) -> Step:
    """The step of a match of `UNIT`, singular or plural; hours are no step of their own."""
    return UNITS[word.lower().removesuffix("s")]


def verbose(pattern: str) -> re.Pattern[str]:
    """Compile a readable pattern: white space and comments in it do not count, case neither."""
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)
