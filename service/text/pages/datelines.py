"""The day that an article states of itself: a dateline or header line in its head or foot.

Only full dates with their year count, and only in lines that hold little else: a date in a sentence is no stamp.
"""

from __future__ import annotations

import re
from datetime import date
from enum import IntEnum
from typing import NamedTuple

HEAD_LINES = 8
FOOT_LINES = 6

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"


class DateForm(NamedTuple):
    """One way to write a full date. `first` and `second` are day and month where only their size tells which."""

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


def _form(name: str, pattern: str, *examples: str) -> DateForm:
    return DateForm(name, re.compile(rf"(?<![\w/.-]){pattern}(?![\w/-])", re.IGNORECASE), examples)


DATE_FORMS = (
    _form("month-day-year", rf"{MONTH} {DAY},? {YEAR}", "March 30, 2023", "Apr. 7th, 2012", "MAY 1 2024"),
    _form("day-month-year", rf"{DAY} (?:of )?{MONTH},? {YEAR}", "12 May 2024", "5th of June 2010", "23 Jul, 2013"),
    _form(
        "iso",
        rf"{YEAR}-(?P<month_number>\d\d)-(?P<day>\d\d)(?=T|\b)(?:T[\d:.]+Z?)?",
        "2024-05-12",
        "2024-05-12T10:00:00Z",
    ),
    _form("year-first", rf"{YEAR}[/.](?P<month_number>\d{{1,2}})[/.](?P<day>\d{{1,2}})", "2024/05/12", "2024.5.12"),
    _form(
        "year-last",
        rf"(?P<first>\d{{1,2}})([/.-])(?P<second>\d{{1,2}})\2{YEAR}",
        "30/03/2023",
        "03/30/2023",
        "30.3.2023",
    ),
)


class DateMention(NamedTuple):
    """A full date and where it stands, in code points of the line or text that was searched."""

    day: date
    start: int
    end: int


class Rank(IntEnum):
    """How directly a line says when the article appeared; the lowest present decides."""

    PUBLISHED = 0
    BARE = 1
    UPDATED = 2


class Stamp(NamedTuple):
    day: date
    rank: Rank


PUBLISHED_LABEL = re.compile(r"\b(?:published|posted|released?|issued|created|dated?|filed)\b", re.IGNORECASE)
UPDATED_LABEL = re.compile(r"\b(?:updated?|modified|revised)\b", re.IGNORECASE)
# What may stand beside the date in a header line, and nothing else: labels, weekday, time of day with its zone.
COMPANY_OF_A_DATE = tuple(
    re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for words in (
        r"first|last|published|posted|released?|issued|created|dated?|filed|updated?|modified|revised|for immediate",
        r"on|at|the|time|local",
        r"mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?",
        r"(?:gmt|utc|bst|[ecmp][sd]?t|ist|cest|cet|eest|msk|kst|jst|aest|aedt|uk)(?: ?[+-]\d{1,2}(?::?\d\d?)?)?",
        r"\d{1,2}(?: ?[:.] ?\d\d){1,2}(?: ?[ap]\. ?m\.?| ?[ap]m| ?h)?",
        r"\d{1,2} ?(?:[ap]\. ?m\.?|[ap]m|h)",
    )
)
FIELD_SEPARATOR = re.compile(r"\s+[-–—|•·/]+\s+|\s*[|•·]\s*|^\s*[-–—]+\s+|\t+")
COPYRIGHT = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
# A field beside the date names who published or wrote, and is no sentence.
MAX_FIELD_WORDS = 8
SENTENCE_END = re.compile(r"[.!?][”\"’')]*$")
NAMES = re.compile(r"(?:By |BY |by |the )?[A-Z][\w.'’&-]*(?:,? (?:[A-Z][\w.'’&-]*|of|the|and|for|in|by|de|&))*,?")
# "HARBOUR CITY, March 30, 2023 (AP) — The ...": capitalised place, date, agency, dash, then the sentence begins.
PLACE_BEFORE = re.compile(r"[*_#\s]*(?:[A-Z][\w.'’-]*(?:,? [A-Z][\w.'’-]*){0,5},?(?: [-–—])? )?\(?")
DASH_AFTER = re.compile(r"\)?,? ?(?:\([^()]{2,30}\) ?)?(?:[—–]|--?) ?(?=[A-Z“\"‘'\[])")
MAX_DATELINE_CHARS = 120


def full_dates(text: str) -> list[DateMention]:
    """Every full date in the text, in order; dates whose day and month could be swapped are left out."""
    found = [
        DateMention(day, match.start(), match.end())
        for form in DATE_FORMS
        for match in form.pattern.finditer(text)
        if (day := _calendar_day(match)) is not None
    ]
    return sorted(found, key=lambda mention: mention.start)


def stated_date(text: str) -> date | None:
    """The publication day that a header line of the head, else of the foot, states; None where none or two are."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    head, foot = lines[:HEAD_LINES], lines[HEAD_LINES:][-FOOT_LINES:]
    for zone in (head, foot):
        stamps = [stamp for line in zone for stamp in _stamps(line)]
        if stamps:
            best = min(stamp.rank for stamp in stamps)
            days = {stamp.day for stamp in stamps if stamp.rank == best}
            return days.pop() if len(days) == 1 else None
    return None


def is_dateline(line: str) -> bool:
    """True for a header line that holds a date and, at most, who published it: nothing that news is made of."""
    line = line.strip()
    return bool(_header_stamps(line)) and all(
        NAMES.fullmatch(field.strip()) or not _remainder(field, full_dates(field)) for field in _fields(line)
    )


def _stamps(line: str) -> list[Stamp]:
    return _header_stamps(line) or _opening_stamp(line[:MAX_DATELINE_CHARS])


def _opening_stamp(line: str) -> list[Stamp]:
    """The date of a dateline that opens a paragraph."""
    for mention in full_dates(line)[:1]:
        if PLACE_BEFORE.fullmatch(line[: mention.start]) and DASH_AFTER.match(line[mention.end :]):
            return [Stamp(mention.day, Rank.BARE)]
    return []


def _header_stamps(line: str) -> list[Stamp]:
    if COPYRIGHT.search(line) or len(line) > MAX_DATELINE_CHARS:
        return []
    fields = _fields(line)
    others = [field for field in fields if not full_dates(field)]
    if any(len(field.split()) > MAX_FIELD_WORDS or SENTENCE_END.search(field) for field in others):
        return []
    return [stamp for field in fields for stamp in _field_stamps(field)]


def _fields(line: str) -> list[str]:
    return [field for field in FIELD_SEPARATOR.split(line) if field.strip()]


def _field_stamps(field: str) -> list[Stamp]:
    dates = full_dates(field)
    if not dates or _remainder(field, dates):
        return []
    stamps, at = [], 0
    for mention in dates:
        label = field[at : mention.start]
        at = mention.end
        if not _weekday_agrees(label, mention.day):
            continue
        if UPDATED_LABEL.search(label):
            rank = Rank.UPDATED
        else:
            rank = Rank.PUBLISHED if PUBLISHED_LABEL.search(label) else Rank.BARE
        stamps.append(Stamp(mention.day, rank))
    return stamps


def _remainder(field: str, dates: list[DateMention]) -> str:
    """The letters and digits of a field that neither a date nor its usual company accounts for."""
    for mention in reversed(dates):
        field = field[: mention.start] + " " + field[mention.end :]
    for company in COMPANY_OF_A_DATE:
        field = company.sub(" ", field)
    return re.sub(r"[\W_]+", "", field)


def _weekday_agrees(label: str, day: date) -> bool:
    named = re.findall(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", label, re.IGNORECASE)
    return all(WEEKDAYS[day.weekday()].startswith(name.lower()) for name in named)


def _calendar_day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        if first <= 12 and second <= 12 and first != second:
            return None  # 03/04/2023 is one day in London and another in New York
        month, day = min(first, second), max(first, second)
    else:
        month = int(parts["month_number"]) if "month_number" in parts else MONTHS.index(parts["month"][:3].lower()) + 1
        day = int(parts["day"])
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None
