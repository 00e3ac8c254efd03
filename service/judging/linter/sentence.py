"""A sentence under the linter, and what can be read off it: its dates, its outlets, and the voices it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from schemas.claims import Claim
from schemas.conflicts import Contradiction
from schemas.values import TimeValue
from service.story import Story
from service.text.dates import TimeMention, find_times
from service.text.mentions import contains_words, words_of
from service.text.names import find_names, same_name
from service.text.names.kinds import Kind, kind_of
from service.text.relations import weekday_of
from service.text.telling import MONTHS

ANY_DAY = date(2000, 1, 1)
"""Some phrases ("mid-July") are seen as times only beside a day; which day it is does not matter for seeing them."""
LEANING_WORDS = frozenset(
    ["last", "next", "this", "past", "coming", "ago", "later", "earlier", "previous", "following"]
)
"""With one of these even a time that names its month leans on another day ("last May")."""
_ASIDE = re.compile(r"\s*\([^()]*\)")
_ARTICLE = re.compile(r"^(?:a|an|the)\s+", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{'|'.join(rf'{month}|{month[:3]}' for month in MONTHS)}|Sept)\b")


class CheckedSentence(NamedTuple):
    """A sentence with the claims that it cites and the contradictions that it tells.

    `points` gives the cluster of each claim by id; a claim that is not in it is on a point of its own.
    """

    text: str
    claims: tuple[Claim, ...]
    contradictions: tuple[Contradiction, ...]
    points: Mapping[str, str] = MappingProxyType({})

    def point(self, claim: Claim) -> str:
        return self.points.get(claim.id, claim.id)


class ToldDate(NamedTuple):
    """A time of a sentence as it stands there, and what it can mean; nothing where it leans on an article's day."""

    surface: str
    values: tuple[TimeValue, ...]


class DatedText(NamedTuple):
    """A text's times, and the text without them, so that "30 March" is not read as a number."""

    dates: tuple[ToldDate, ...]
    rest: str


def read_dates(text: str, claims: Iterable[Claim], story: Story) -> DatedText:
    """The times of a text. A date without its year is read against the days of the claims: of telling and of event."""
    anchors = _anchors(claims, story)
    plain = find_times(text, None)
    anchored = [find_times(text, anchor) for anchor in anchors or (ANY_DAY,)]
    dates, rest, at = [], "", 0
    for found in _apart([*(mention for mention in plain if mention.value), *anchored[0], *plain]):
        surface = text[found.start : found.end]
        readings = [plain, *anchored] if anchors and names_its_month(surface) else [plain]
        values = (
            mention.value for reading in readings for mention in reading if mention[:2] == found[:2] and mention.value
        )
        dates.append(ToldDate(surface, tuple(dict.fromkeys(values))))
        rest += text[at : found.start]
        at = found.end
    return DatedText(tuple(dates), rest + text[at:])


def names_its_month(surface: str) -> bool:
    """True for "16 May" and "in May", false for "last May" and "this week"."""
    return bool(_MONTH.search(surface)) and not LEANING_WORDS & set(words_of(surface))


def is_dated_by(told: ToldDate, times: Sequence[TimeValue]) -> bool:
    """True if one of the times says this date: the same weekday, or an interval that lies within it."""
    return any(_says(when, value) for value in told.values for when in times)


def _says(when: TimeValue, value: TimeValue) -> bool:
    if value.is_bare_weekday:
        return weekday_of(when) == value.weekday
    if not (value.earliest and value.latest and when.earliest and when.latest):
        return False
    return value.earliest <= when.earliest and when.latest <= value.latest


def _anchors(claims: Iterable[Claim], story: Story) -> tuple[date, ...]:
    days: list[date | None] = []
    for claim in claims:
        days.append(story.article(claim).published)
        if claim.when:
            days += [claim.when.anchor, claim.when.earliest, claim.when.latest]
    return tuple(dict.fromkeys(day for day in days if day))


def _apart(mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """The mentions that overlap none before them in the list, in the order of the text."""
    kept: list[TimeMention] = []
    for mention in mentions:
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def without_outlets(text: str, story: Story) -> str:
    """The text less the outlets' names, so that "The 19th" or a file's name is not read as a number."""
    for outlet in {article.outlet for article in story.articles.values()}:
        text = re.sub(rf"(?<!\w){re.escape(outlet)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return text


def names_outlet(text: str, outlet: str) -> bool:
    """True if the outlet's words stand in the text; its article and its parentheses may be left out.

    >>> names_outlet("A coast daily and an island portal differ.", "An island portal (in translation)")
    True
    """
    bare = _ARTICLE.sub("", _ASIDE.sub("", outlet))
    return contains_words(text, outlet) or contains_words(text, bare)


def voices_of(claim: Claim, story: Story) -> tuple[str, ...]:
    """All names under which the claim's speaker, or what it speaks for, goes in the story."""
    said = claim.attribution
    known = [name for name in (said.speaker, story.speaker(claim), said.institution, story.institution(claim)) if name]
    others = [surface for surface, full in story.names.items() if full in known]
    return tuple(dict.fromkeys([*known, *others]))


def names_voice(text: str, voice: str) -> bool:
    """True if a text names a speaker: by the words in a row, by the surname, by another form of the name.

    "Russian" does not name the Russian Defence Ministry. Of a speaker without a name ("a senior official") one plain
    word is enough, in the singular or the plural.
    """
    bare = _ARTICLE.sub("", voice)
    if contains_words(text, bare):
        return True
    within = [mention.surface for mention in find_names(bare)]
    names = [name for name in within if name == bare or kind_of(name) is not Kind.COUNTRY]
    if any(has_name(text, name) for name in names):
        return True
    return not names and bool(_plain_words(bare) & _plain_words(text))


def has_name(text: str, name: str) -> bool:
    """True if a text has a name: as it is, in another form, or by a person's surname."""
    if contains_words(text, name) or any(same_name(name, told.surface).same for told in find_names(text)):
        return True
    surname = surname_of(name)
    return surname is not None and re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", text) is not None


def surname_of(name: str) -> str | None:
    """The last word of a person's name of two words or more."""
    words = name.split()
    return words[-1] if len(words) > 1 and kind_of(name) is Kind.PERSON else None


def _plain_words(text: str) -> set[str]:
    """The longer words in lower case, without the "s" of a plural."""
    return {word.removesuffix("s") for word in re.findall(r"[^\W\d_]{4,}", text) if word.islower()}
