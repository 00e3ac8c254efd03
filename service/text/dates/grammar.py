"""The grammar: simple times first, then the parts told before them, then ranges of two."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from schemas.values import AnchorBasis, Grain, TimeBasis, TimeValue
from service.text.dates import anaphora, counted, days, explicit, holidays, nearby, parts, relative, weekdays
from service.text.dates.ranges import BOUNDS, PAIRS, join
from service.text.dates.rule import Part, Reading, Rule, Scene
from service.text.dates.tense import Tense, tense_of
from service.text.dates.vocabulary import FIGURE_MARKS, WEEKDAYS

RULES: tuple[Rule, ...] = (
    *anaphora.RULES,
    *days.RULES,
    *explicit.RULES,
    *holidays.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *counted.RULES,
)
PARTS: tuple[Part, ...] = (*parts.PARTS, *nearby.PARTS)
_CALLING = {
    word: [order for order, rule in enumerate(RULES) if word in rule.needs]
    for word in frozenset[str]().union(*(rule.needs for rule in RULES))
}
#: Characters before a time within which the words of a part or range are looked for.
REACH = 48
#: The parts and bounds of a time end in one of these, with "the" or little more between it and the time.
LAST_WORDS = frozenset(
    """
    of on in before after since by than until till through to early mid late earlier later far half quarter third
    overnight midday noon midnight about around roughly approximately nearly almost some circa just
    """.split()  # noqa: SIM905 - a list of words reads better as text
) | frozenset(WEEKDAYS)
LAST_REACH = 20
_WORD = re.compile(r"[a-z]+")
_TIME_OF_DAY = re.compile(
    r"(?:['’]s)?\s+(?:late\s+|early\s+)?(?:morning|afternoon|evening|night)\b(?:\s+local\s+time)?", re.IGNORECASE
)
#: Words around a match that turn it into another time: a phrase with one left over is not what the match says.
_TURNS = re.compile(
    r"\b(?:after|before|following|prior|later|earlier|previous|same|every|each|anniversary|days?|weeks?|months?|years?|fiscal|not|or)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:(?:in|on|at|of|the|over|during|for|within|from|between)\s+)+", re.IGNORECASE)
_SMALL_WORDS = re.compile(r"^\W*(?:(?:in|on|at|of|the|since|by|year|for|during)\b\W*)*|\W+$", re.IGNORECASE)


class TimeMention(NamedTuple):
    """A time expression at text[start:end] (code points). A value of None: recognised, and not to be resolved."""

    start: int
    end: int
    value: TimeValue | None


class Found(NamedTuple):
    """A time on its way through the layers. `alone` is False until something around a doubtful word speaks for it."""

    start: int
    end: int
    reading: Reading | None
    alone: bool


class Match(NamedTuple):
    """A match of a rule; sorts leftmost, longest, then in the order of the table."""

    start: int
    minus_end: int
    order: int
    match: re.Match[str]


def find_times(text: str, anchor: date | None, anchor_basis: AnchorBasis = AnchorBasis.STATED) -> list[TimeMention]:
    """All times of a text (a sentence or a few), left to right and without overlap, read against `anchor`.

    Offsets are code points of `text`. Without an anchor full dates still resolve, a weekday name keeps only its
    weekday, and everything else that leans on the day of publication is recognised with the value None.
    """
    scene = Scene(text, anchor)
    return [_mention(found, scene, anchor_basis) for found in _ranged(_simple(scene), scene) if found.alone]


def read_time(
    phrase: str, sentence: str, anchor: date | None, anchor_basis: AnchorBasis = AnchorBasis.STATED
) -> TimeValue | None:
    """The time that a phrase means in its sentence; None where it means none, or more than one, or does not say which.

    A phrase that is not in the sentence is read alone, in the tense of the sentence.
    """
    place = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", sentence) or re.search(re.escape(phrase), sentence)
    if not phrase.strip():
        return None
    if place is None:
        scene, start, end = Scene(phrase, anchor, tense_of(sentence)), 0, len(phrase)
    else:
        scene, (start, end) = Scene(sentence, anchor), place.span()
    simple = _simple(scene)
    inside = [
        found for found in _ranged(simple, scene) if start <= found.start + _lead(found, scene) and found.end <= end
    ]
    touched = inside or [found for found in simple if found.start < end and start < found.end]
    chosen = _only(_unpacked(touched, scene, start, end), scene.text, start, end)
    return _mention(chosen, scene, anchor_basis).value if chosen else None


def _lead(found: Found, scene: Scene) -> int:
    """Length of the small words at the start of a match ("over the") that a phrase may leave out."""
    small = _LEAD.match(scene.text[found.start : found.end])
    return small.end() if small else 0


def _unpacked(touched: list[Found], scene: Scene, start: int, end: int) -> list[Found]:
    """A phrase that names one end of a range ("2009" of "from 2009 to 2011") means that end."""
    if len(touched) != 1 or touched[0].reading is None or touched[0].reading.grain is not Grain.SPAN:
        return touched
    whole = touched[0]
    if start <= whole.start + _lead(whole, scene) and whole.end <= end:
        return touched
    within = (match for match in _matches(scene) if start <= match.start and -match.minus_end <= end)
    return [_read(match, scene) for match in within][:1] or touched


def _only(touched: list[Found], text: str, start: int, end: int) -> Found | None:
    """The one time of a phrase: the only one there, or the finest where one holds the others."""
    licensed = [
        found
        for found in touched
        if found.alone or _SMALL_WORDS.sub("", text[start:end]) == text[found.start : found.end]
    ]
    if not licensed or any(found.reading is None for found in licensed):
        return None
    finest = min(licensed, key=lambda found: _days(found.reading))
    if any(not _holds(found.reading, finest.reading) for found in licensed):
        return None
    rest = text[start : max(start, finest.start)] + " " + text[min(end, finest.end) : end]
    return None if len(licensed) == 1 and _TURNS.search(rest) else finest


def _days(reading: Reading | None) -> int:
    return (reading.span.latest - reading.span.earliest).days if reading and reading.span else 10**7


def _holds(outer: Reading | None, inner: Reading | None) -> bool:
    if outer is inner:
        return True
    if not outer or not inner or not outer.span or not inner.span:
        return False
    return outer.span.earliest <= inner.span.earliest and inner.span.latest <= outer.span.latest


def _simple(scene: Scene) -> list[Found]:
    """Simple times without overlap, with the parts before them."""
    founds: list[Found] = []
    for match in _matches(scene):
        if not founds or match.start >= founds[-1].end:
            founds.append(_read(match, scene))
    return _with_parts(founds, scene)


def _matches(scene: Scene) -> list[Match]:
    """All matches of the rules that have a word in the text; leftmost first, then the longest, then table order."""
    matches: list[Match] = []
    for order in _rules_for(_words(scene.text)):
        rule = RULES[order]
        group = "time" if "time" in rule.pattern.groupindex else 0
        matches.extend(
            Match(match.start(group), -match.end(group), order, match) for match in rule.pattern.finditer(scene.text)
        )
    return sorted(matches, key=lambda one: one[:3])


def _words(text: str) -> set[str]:
    """The lower-case words of a text, and the marks of its figures."""
    words = set(_WORD.findall(text.lower()))
    if FIGURE_MARKS["#"].search(text):
        words.update(mark for mark, figures in FIGURE_MARKS.items() if figures.search(text))
    return words


def _rules_for(words: set[str]) -> set[int]:
    """The places in the table of the rules that `words` call for."""
    called = {order for word in _CALLING.keys() & words for order in _CALLING[word]}
    return {order for order in called if not RULES[order].beside or not RULES[order].beside.isdisjoint(words)}


def _read(match: Match, scene: Scene) -> Found:
    """Off the calendar's ends there is no time to tell."""
    rule = RULES[match.order]
    try:
        reading = rule.read(match.match, scene)
    except OverflowError:
        reading = None
    return Found(match.start, -match.minus_end, reading, rule.alone)


def _with_parts(founds: list[Found], scene: Scene) -> list[Found]:
    """Widen each time by the parts before it, swallowing times that were words of a part ("the last week of May")."""
    widened: list[Found] = []
    for found in founds:
        grown = _grow(found, scene)
        while widened and widened[-1].end > grown.start:
            widened.pop()
        tail = _TIME_OF_DAY.match(scene.text, grown.end)
        if tail and grown.reading and grown.reading.grain is Grain.DAY:
            grown = grown._replace(end=tail.end())
        widened.append(grown)
    return widened


def _may_lead(before: str) -> bool:
    """False where the words before a time are, at a glance, no part and no bound of it."""
    return not LAST_WORDS.isdisjoint(_WORD.findall(before[-LAST_REACH:].lower()))


def _grow(found: Found, scene: Scene) -> Found:
    for _ in range(3):
        if found.reading is None:
            return found
        before = scene.text[max(0, found.start - REACH) : found.start]
        if not _may_lead(before):
            return found
        offset = found.start - len(before)
        for part in PARTS:
            match = part.pattern.search(before) if found.reading.grain in part.grains else None
            if match and match[0].strip():
                try:
                    reading = part.read(match, found.reading, scene)
                except OverflowError:
                    reading = None
                found = Found(offset + match.start(), found.end, reading, alone=True)
                break
        else:
            return found
    return found


def _ranged(founds: list[Found], scene: Scene) -> list[Found]:
    """Join neighbours into ranges and give single times their bounds."""
    ranged: list[Found] = []
    position = 0
    while position < len(founds):
        found = founds[position]
        before = _free_before(found, ranged, scene)
        pair = _pair(before, found, founds[position + 1], scene) if position + 1 < len(founds) else None
        position += 2 if pair else 1
        ranged.append(pair or _bounded(before, found, scene))
    return ranged


def _free_before(found: Found, ranged: list[Found], scene: Scene) -> str:
    """The words before a time that no earlier time has taken."""
    return scene.text[max(ranged[-1].end if ranged else 0, found.start - REACH) : found.start]


def _pair(before: str, first: Found, last: Found, scene: Scene) -> Found | None:
    if first.reading is None or last.reading is None:
        return None
    between = scene.text[first.end : last.start]
    for pair in PAIRS:
        opening = pair.before.search(before) if pair.before else None
        if (pair.before and not opening) or not pair.between.match(between):
            continue
        if pair.before is None and not (first.alone and last.alone):
            continue
        start = first.start - (len(before) - opening.start() if opening else 0)
        try:
            reading = join(first.reading, last.reading, scene.tense(start, last.end) is Tense.FUTURE)
        except OverflowError:
            reading = None
        return Found(start, last.end, reading, alone=True)
    return None


def _bounded(before: str, found: Found, scene: Scene) -> Found:
    if found.reading is None or not _may_lead(before) or scene.text[found.end : found.end + 2] in {"'s", "’s"}:
        return found
    for bound in BOUNDS:
        match = bound.pattern.search(before) if found.reading.grain in bound.grains else None
        if match:
            try:
                reading = bound.read(found.reading, scene, scene.tense(found.start, found.end))
            except OverflowError:
                reading = None
            return Found(found.start - len(before) + match.start(), found.end, reading, found.alone)
    return found


def _mention(found: Found, scene: Scene, anchor_basis: AnchorBasis) -> TimeMention:
    reading = found.reading
    empty = reading is None or (reading.earliest is None and reading.latest is None and reading.weekday is None)
    if reading is None or empty:
        return TimeMention(found.start, found.end, None)
    anchor = None if reading.basis is TimeBasis.EXPLICIT else scene.anchor
    value = TimeValue(
        surface=scene.text[found.start : found.end],
        earliest=reading.earliest,
        latest=reading.latest,
        grain=reading.grain,
        approximate=reading.approximate,
        basis=reading.basis,
        weekday=reading.weekday,
        anchor=anchor,
        anchor_basis=anchor_basis if anchor else AnchorBasis.UNKNOWN,
    )
    return TimeMention(found.start, found.end, value)
