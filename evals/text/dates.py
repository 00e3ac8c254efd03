"""How well `service.text.dates` reads times, on data that is handed in as a folder.

Each function prints its figures and every failure, and returns the figures. A missing file raises `InputError`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from schemas.values import TimeValue
from service.errors import InputError
from service.text.dates import find_times, read_time

OPEN = ".."


class PhraseFigures(NamedTuple):
    """Of `phrases` phrases; `false_readings` of `others` sentences without a time."""

    reader: str
    phrases: int
    right: int
    wrong: int
    unanswered: int
    others: int
    false_readings: int


class ShareFigures(NamedTuple):
    """`exact` of `cases` have the very interval; `answered` have any. `same_grain` also takes a part of a coarser
    gold value (early 2009 for 2009) as right."""

    cases: int
    answered: int
    exact: int
    same_grain: int

    @property
    def share(self) -> float:
        return self.exact / self.cases if self.cases else 0.0


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise InputError(str(path), "is not there", "give the folder of the public data")
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _interval(value: TimeValue | None) -> tuple[str | None, str | None]:
    if value is None or value.is_bare_weekday:
        return None, None
    return str(value.earliest or OPEN), str(value.latest or OPEN)


def _found_value(phrase: str, sentence: str, anchor: date) -> TimeValue | None:
    """What `find_times` says of a phrase: the value of the longest mention that overlaps it."""
    start = sentence.find(phrase)
    touching = [one for one in find_times(sentence, anchor) if one.start < start + len(phrase) and start < one.end]
    return max(touching, key=lambda one: one.end - one.start).value if touching else None


def phrases_dates(folder: Path) -> list[PhraseFigures]:
    """`phrases/dates.jsonl`: right when the interval is exact; null bounds ask for silence. One row a reader."""
    rows = list(_rows(folder / "phrases" / "dates.jsonl"))
    readers = {"read_time": read_time, "find_times": _found_value}
    figures = []
    for name, reader in readers.items():
        right = wrong = unanswered = false_readings = 0
        for row in rows:
            anchor = date.fromisoformat(row["published"])
            if row["phrase"] is None:
                readings = [one for one in find_times(row["sentence"], anchor) if one.value]
                false_readings += bool(readings)
                print(*(f"{name}: false reading {one.value!r}" for one in readings), sep="\n", end="")
                continue
            got = _interval(reader(row["phrase"], row["sentence"], anchor))
            if got == (row["earliest"], row["latest"]):
                right += 1
                continue
            unanswered += got == (None, None)
            wrong += got != (None, None)
            print(f"{name}: {row['phrase']!r} in {row['sentence']!r}: {got}, not {row['earliest'], row['latest']}")
        phrases = right + wrong + unanswered
        figure = PhraseFigures(name, phrases, right, wrong, unanswered, len(rows) - phrases, false_readings)
        print(figure)
        figures.append(figure)
    return figures


TIMEX_FORMS = {
    "day": re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"),
    "month": re.compile(r"(\d{4})-(\d\d)"),
    "year": re.compile(r"(\d{4})"),
    "decade": re.compile(r"(\d{3})X?"),
    "quarter": re.compile(r"(\d{4})-Q([1-4])"),
    "half": re.compile(r"(\d{4})-H([12])"),
    "week": re.compile(r"(\d{4})-W(\d\d)"),
    "weekend": re.compile(r"(\d{4})-W(\d\d)-WE"),
    "season": re.compile(r"(\d{4})-(SP|SU|FA|WI)"),
}


def timex_interval(value: str) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 calendar value; None for anything else (PAST_REF, XXXX-XX-XX, durations)."""
    for form, pattern in TIMEX_FORMS.items():
        match = pattern.fullmatch(value)
        if match:
            return _timex_days(form, match)
    return None


def _timex_days(form: str, match: re.Match[str]) -> tuple[date, date]:
    year = int(match[1])
    if form == "day":
        day = date(year, int(match[2]), int(match[3]))
        return day, day
    if form in {"week", "weekend"}:
        monday = date.fromisocalendar(year, int(match[2]), 1)
        return monday + timedelta(days=5 if form == "weekend" else 0), monday + timedelta(days=6)
    if form == "decade":
        return date(year * 10, 1, 1), date(year * 10 + 9, 12, 31)
    months = {"year": 12, "month": 1, "quarter": 3, "half": 6, "season": 3}[form]
    first = (
        1
        if form == "year"
        else {"SP": 3, "SU": 6, "FA": 9, "WI": 12}.get(match[2]) or int(match[2]) * months - months + 1
    )
    after = date(year + (first + months - 1) // 12, (first + months - 1) % 12 + 1, 1)
    return date(year, first, 1), after - timedelta(days=1)


def _sentence_at(text: str, start: int) -> str:
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    return text[first : last if last >= 0 else len(text)]


def _creation_day(row: dict[str, Any]) -> date | None:
    stated = row["dct"] or next(
        (one["value"] for one in row["timexes"] if one.get("function") == "CREATION_TIME"), None
    )
    return date.fromisoformat(stated) if stated else None


def _is_part(value: TimeValue, gold: tuple[date, date]) -> bool:
    if value.earliest is None or value.latest is None:
        return False
    return gold[0] <= value.earliest and value.latest <= gold[1]


def temporal_meantime(folder: Path) -> ShareFigures:
    """`temporal_meantime.jsonl`: gold spans of DATEs with a calendar value, read in their line."""
    cases = answered = exact = same_grain = 0
    for row in _rows(folder / "temporal_meantime.jsonl"):
        anchor = _creation_day(row)
        for timex in row["timexes"]:
            gold = timex_interval(timex["value"]) if timex["type"] == "DATE" else None
            if gold is None:
                continue
            cases += 1
            sentence = _sentence_at(row["text"], timex["start"])
            value = read_time(timex["text"], sentence, anchor)
            got = (value.earliest, value.latest) if value else None
            answered += got is not None
            part = value is not None and _is_part(value, gold)
            exact += got == gold
            same_grain += part
            if got != gold:
                shown = _interval(value)
                print(
                    f"{anchor} {timex['text']!r} in {sentence[:160]!r}: {shown}, not {timex['value']}{' (part)' * part}"
                )
    figures = ShareFigures(cases, answered, exact, same_grain)
    print(figures, f"exact {figures.share:.3f}")
    return figures


def _recognizers_gold(result: dict[str, Any]) -> tuple[date, date] | None:
    """The single resolution of a date or date range as closed days; None where the file gives two or none."""
    resolution = result.get("resolution") or result.get("value") or {}
    values = resolution.get("values")
    if values is None:
        past, future = resolution.get("PastResolution"), resolution.get("FutureResolution")
        values = [past] if past and past == future else []
    if len(values) != 1:
        return None
    first = values[0].get("value") or values[0].get("date") or values[0].get("start") or values[0].get("startDate")
    after = values[0].get("end") or values[0].get("endDate")
    try:
        start = date.fromisoformat(first or "")
        return start, date.fromisoformat(after) - timedelta(days=1) if after else start
    except ValueError:
        return None


def recognizers_datetime(folder: Path) -> ShareFigures:
    """Dates and date ranges of the Recognizers-Text cases that have one resolution. Informative only: the cases are
    commands to an assistant, with conventions of their own (an end of a range is not part of it)."""
    cases = answered = exact = same_grain = 0
    for name in ("recognizers_datetime_en.jsonl", "recognizers_dateparse_en.jsonl"):
        for row in _rows(folder / name):
            anchor = date.fromisoformat(row["reference_datetime"][:10]) if row.get("reference_datetime") else None
            for result in row["results"]:
                kind = str(result.get("type")).removeprefix("datetimeV2.")
                gold = _recognizers_gold(result) if kind in {"date", "daterange"} else None
                if gold is None:
                    continue
                cases += 1
                phrase = row["input"][result["start"] : result["end"]] if "start" in result else result["text"]
                value = read_time(phrase, row["input"], anchor)
                if value is None:
                    continue
                answered += 1
                got = value.earliest, value.latest
                exact += got == gold
                same_grain += _is_part(value, gold)
                if got != gold:
                    print(f"{anchor} {phrase!r} in {row['input'][:100]!r}: {_interval(value)}, not {gold[0]}/{gold[1]}")
    figures = ShareFigures(cases, answered, exact, same_grain)
    print(figures, f"exact {figures.share:.3f}")
    return figures
