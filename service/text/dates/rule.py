"""What a rule is made of: a name, a pattern, how it is read, and examples that the tests run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from schemas.values import Grain, TimeBasis
from service.text.dates.spans import Span
from service.text.dates.tense import Tense, tense_at
from service.text.dates.vocabulary import Step

#: Without a tense a month or day is taken from the nearest year, unless that is a third of a year away or more.
NEAR_DAYS = 120
#: "on 16 November" in a paper of 5 November is hardly a year ago, whatever its verb: so far away against so near.
FAR_DAYS = 300
OTHER_WAY_DAYS = 45


class Example(NamedTuple):
    """`expected` is a day or `earliest/latest`, ".." where open; None where the rule must abstain.

    The default day of publication is a Wednesday.
    """

    phrase: str
    sentence: str
    expected: str | None
    published: str = "2024-07-10"


class Reading(NamedTuple):
    """What a rule made of its words, before it becomes a `TimeValue`.

    `recurs` is the step after which the same words come round again (a week for weekdays, a year for months):
    the ends of a range are put in order by it.
    """

    earliest: date | None
    latest: date | None
    grain: Grain
    basis: TimeBasis = TimeBasis.RELATIVE
    weekday: int | None = None
    approximate: bool = False
    recurs: Step | None = None

    @property
    def span(self) -> Span | None:
        """The closed interval, or None where an end is open."""
        return Span(self.earliest, self.latest) if self.earliest and self.latest else None


class Scene(NamedTuple):
    """The text that is read, its day of publication, and a tense for phrases torn from their sentence."""

    text: str
    anchor: date | None
    borrowed: Tense | None = None

    def tense(self, start: int, end: int) -> Tense:
        tense = tense_at(self.text, start, end)
        return self.borrowed if tense is Tense.NONE and self.borrowed else tense


class Rule(NamedTuple):
    """Reads one kind of time.

    `needs` are lower-case words and marks of figures (`FIGURE_MARKS`): the pattern, which is slow, is tried only on a
    text that has one of them and, where the rule has any, one of those in `beside`.
    A group `time` in the pattern marks the mention; without it the whole match is one. `read` returns None to
    abstain. A rule that cannot stand `alone` only counts with a part ("late 2022") or a range ("by 2022") around it.
    """

    name: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Scene], Reading | None]
    examples: tuple[Example, ...]
    alone: bool = True
    beside: frozenset[str] = frozenset()


class Part(NamedTuple):
    """Reads the words right before a time that was already read; the pattern must end where that time starts.

    `grains` are those of the time that it goes with. `read` returns None to abstain.
    """

    name: str
    grains: frozenset[Grain]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Reading, Scene], Reading | None]
    examples: tuple[Example, ...]


def explicit(span: Span, grain: Grain) -> Reading:
    """A reading that needed no anchor."""
    return Reading(*span, grain, TimeBasis.EXPLICIT)


def relative(span: Span, grain: Grain) -> Reading:
    """A reading that leaned on the anchor."""
    return Reading(*span, grain)


def choose(candidates: Iterable[Span], anchor: date, tense: Tense) -> Span | None:
    """The span that a tense means among the recurring ones (in order of time): the latest begun, the next to end.

    Without a tense the nearest, and None when that is `NEAR_DAYS` away or more, or when the tense is mixed. None too
    when the tense points `FAR_DAYS` away while the other way one is near: such a time is told with its year.
    """
    spans = list(candidates)
    chosen = _by_tense(spans, anchor, tense)
    if chosen is None or _gap(chosen, anchor) < FAR_DAYS:
        return chosen
    return None if any(_gap(span, anchor) < OTHER_WAY_DAYS for span in spans) else chosen


def _by_tense(spans: list[Span], anchor: date, tense: Tense) -> Span | None:
    for span in spans:
        if tense in (Tense.NONE, Tense.MIXED) and anchor in span:
            return span
    if tense is Tense.PAST:
        return max((span for span in spans if span.earliest <= anchor), default=None)
    if tense is Tense.FUTURE:
        return min((span for span in spans if span.latest >= anchor), default=None)
    if tense is Tense.MIXED or not spans:
        return None
    nearest = min(spans, key=lambda span: _gap(span, anchor))
    return nearest if _gap(nearest, anchor) < NEAR_DAYS else None


def select(which: str, candidates: Iterable[Span], anchor: date, tense: Tense) -> Span | None:
    """Like `choose`, for a name after "last", "next" or "this" (`which`; empty for none of them)."""
    spans = list(candidates)
    word = which.lower()
    if word in {"last", "past"}:
        return max((span for span in spans if span.latest < anchor), default=None)
    if word in {"next", "coming"}:
        return min((span for span in spans if span.earliest > anchor), default=None)
    return choose(spans, anchor, tense)


def _gap(span: Span, day: date) -> int:
    if day in span:
        return 0
    return min(abs((span.earliest - day).days), abs((span.latest - day).days))
