"""Times with two ends, or with one end and the day of publication: between A and B, since A, by A."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from schemas.values import Grain, TimeBasis
from service.text.dates.rule import Example, Reading, Scene
from service.text.dates.spans import shift
from service.text.dates.tense import Tense
from service.text.dates.vocabulary import DASH, verbose


class Bound(NamedTuple):
    """One end, told by the words right before a time. `read` gets the tense of the clause; None abstains."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Reading, Scene, Tense], Reading | None]
    examples: tuple[Example, ...]
    grains: frozenset[Grain] = frozenset(Grain)


class Pair(NamedTuple):
    """Two ends, told by the words before the first time and those between the two; `before` None needs none."""

    name: str
    before: re.Pattern[str] | None
    between: re.Pattern[str]
    examples: tuple[Example, ...]


def read_since(end: Reading, scene: Scene, _tense: Tense) -> Reading | None:
    if end.earliest is None or (scene.anchor and end.earliest > scene.anchor):
        return None
    return end._replace(latest=scene.anchor, grain=Grain.SPAN, basis=TimeBasis.RELATIVE, weekday=None)


def _deadline(end: Reading, scene: Scene, tense: Tense) -> Reading | None:
    """From the day of publication to a day ahead; a day that is over leaves the start open."""
    if end.latest is None or tense is Tense.MIXED:
        return None
    over = scene.anchor is None or end.latest < scene.anchor or (end.latest == scene.anchor and tense is Tense.PAST)
    start = None if over else scene.anchor
    return end._replace(earliest=start, grain=Grain.SPAN, basis=TimeBasis.RELATIVE, weekday=None)


def read_by(end: Reading, scene: Scene, tense: Tense) -> Reading | None:
    return _deadline(end, scene, tense)


def read_until(end: Reading, scene: Scene, tense: Tense) -> Reading | None:
    """'gave them until Friday' and 'stayed until Friday' look alike: a weekday in a past clause is not told."""
    if tense is Tense.PAST and end.basis is TimeBasis.WEEKDAY and end.recurs:
        return None
    return _deadline(end, scene, tense)


def read_before(end: Reading, scene: Scene, tense: Tense) -> Reading | None:
    """'before May' ends with April, 'before the end of May' with May itself: a part is told as an end."""
    if end.earliest is None:
        return None
    last = end.latest if end.grain in {Grain.WEEK, Grain.QUARTER} else end.earliest - timedelta(days=1)
    found = _deadline(end._replace(latest=last), scene, tense)
    return found if found is None or not found.earliest or (last and found.earliest <= last) else None


def read_after(end: Reading, _scene: Scene, _tense: Tense) -> Reading | None:
    if end.latest is None:
        return None
    return end._replace(earliest=end.latest + timedelta(days=1), latest=None, grain=Grain.SPAN)


def join(first: Reading, last: Reading, ahead: bool) -> Reading | None:
    """From the start of one time to the end of another.

    Times that come round again (weekdays, months) are brought in order: the last goes forward in a clause that looks
    `ahead`, else the first goes back. None where an end is open or the order stays wrong.
    """
    if not first.span or not last.span:
        return None
    start, end = first.span.earliest, last.span.latest
    if first.span.earliest > last.span.earliest:
        if ahead and last.recurs:
            end = shift(end, last.recurs, 1)
        elif first.recurs:
            start = shift(start, first.recurs, -1)
    if start > end:
        return None
    both_explicit = first.basis is last.basis is TimeBasis.EXPLICIT
    basis = TimeBasis.EXPLICIT if both_explicit else TimeBasis.RELATIVE
    return Reading(start, end, Grain.SPAN, basis, approximate=first.approximate or last.approximate)


_TO = rf"\s*(?:,\s*)?(?:to|through|until|till|up\s+to|{DASH})\s*(?:the\s+)?\Z"

PAIRS = (
    Pair(
        "between A and B",
        verbose(r"\bbetween\s+(?:the\s+)?\Z"),
        verbose(r"\s*,?\s*and\s+(?:the\s+)?\Z"),
        (
            Example("between Monday and Wednesday", "It rained between Monday and Wednesday.", "2024-07-08/2024-07-10"),
            Example(
                "between late 2021 and early 2022",
                "He was held between late 2021 and early 2022.",
                "2021-10-01/2022-03-31",
            ),
        ),
    ),
    Pair(
        "from A to B",
        verbose(r"\bfrom\s+(?:the\s+)?\Z"),
        verbose(_TO),
        (
            Example("from Thursday to Sunday", "The fair will run from Thursday to Sunday.", "2024-07-11/2024-07-14"),
            Example("from January to March", "Rents fell from January to March.", "2024-01-01/2024-03-31"),
        ),
    ),
    Pair(
        "A to B",
        None,
        verbose(rf"(?:\s+(?:to|through)\s+|\s?{DASH}\s?)\Z"),
        (Example("Monday through Wednesday", "It rained Monday through Wednesday.", "2024-07-08/2024-07-10"),),
    ),
)

BOUNDS = (
    Bound(
        "since",
        verbose(r"\b(?:ever\s+)?since\s+(?:the\s+)?\Z"),
        read_since,
        (
            Example("since Monday", "It has rained since Monday.", "2024-07-08/2024-07-10"),
            Example("since the end of 2021", "It has rained since the end of 2021.", "2021-10-01/2024-07-10"),
        ),
    ),
    Bound(
        "by",
        verbose(r"\b(?:by|no\s+later\s+than)\s+(?:the\s+)?\Z"),
        read_by,
        (
            Example("by Friday", "Troops must leave by Friday.", "2024-07-10/2024-07-12"),
            Example("by Friday", "Some 40 men had been freed by Friday.", "../2024-07-05"),
            Example("by mid-2025", "The dam will be full by mid-2025.", "2024-07-10/2025-08-31"),
        ),
    ),
    Bound(
        "until",
        verbose(r"\b(?:until|till|through|up\s+(?:to|until))\s+(?:the\s+)?\Z"),
        read_until,
        (
            Example("until next Tuesday", "Shops will be closed until next Tuesday.", "2024-07-10/2024-07-16"),
            Example("until Friday", "The court gave her until Friday.", None),
            Example("through 2026", "The lease runs through 2026.", "2024-07-10/2026-12-31"),
        ),
    ),
    Bound(
        "before",
        verbose(r"(?<!day\s)(?<!days\s)(?<!week\s)(?<!weeks\s)\bbefore\s+(?:the\s+)?\Z"),
        read_before,
        (
            Example("before 2026", "The dam will be full before 2026.", "2024-07-10/2025-12-31"),
            Example("before the end of May", "He had fled before the end of May.", "../2024-05-31"),
        ),
    ),
    Bound(
        "after a month or a year",
        verbose(r"\bafter\s+(?:the\s+)?\Z"),
        read_after,
        (Example("after 2014", "Trade collapsed after 2014.", "2015-01-01/.."),),
        frozenset({Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.YEAR, Grain.DECADE}),
    ),
)
