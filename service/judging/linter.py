"""The linter of the summary: names, numbers and dates stand in what a sentence cites, and no conflict is settled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from schemas.claims import Claim
from schemas.conflicts import Contradiction, ContradictionKind, Side
from schemas.summary import Fault
from schemas.values import TimeValue
from service.story import Story
from service.text.dates import find_times
from service.text.mentions import contains_words, unsupported_names, unsupported_numbers, words_of
from service.text.quantities import find_numbers
from service.text.relations import weekday_of

REPORTING_STEMS = (
    "said",
    "say",
    "according",
    "told",
    "tell",
    "stat",
    "announc",
    "accus",
    "alleg",
    "claim",
    "report",
    "reveal",
    "confirm",
    "den",
    "warn",
    "quot",
)
"""Beginnings of words that keep a statement with somebody, beside the speaker's name."""


class CheckedSentence(NamedTuple):
    """A sentence with the claims that it cites and the contradictions that it tells."""

    text: str
    claims: tuple[Claim, ...]
    contradictions: tuple[Contradiction, ...]


def faults_of(sentence: CheckedSentence, open_conflicts: Iterable[Contradiction], story: Story) -> list[Fault]:
    """Everything that keeps a sentence from being printed.

    Args:
        sentence: as an analyst wrote it, its ids resolved.
        open_conflicts: the contradictions of weight; whoever touches one must tell it.
        story: where the cited claims' articles are looked up.
    """
    if not sentence.claims:
        return [Fault(rule="no citation", detail="the sentence cites no claim")]
    return [
        *_unsupported(sentence, story),
        *_lost_attribution(sentence, story),
        *_half_told(sentence),
        *_settled(sentence, open_conflicts),
    ]


def _unsupported(sentence: CheckedSentence, story: Story) -> Iterator[Fault]:
    """Names, numbers and dates that do not stand in the cited passages or in the values read from them.

    "Last year" is right in its article and wrong in a summary: a calendar date that the claim has is to be given.
    """
    sources = [source for claim in sentence.claims for source in _sources(claim, story)]
    for name in unsupported_names(sentence.text, [*sources, *story.outlets(sentence.claims)]):
        yield Fault(rule="name not in what it cites", detail=name)
    undated, dates = _without_dates(sentence.text)
    for number in unsupported_numbers(_without_outlets(undated, story), sources):
        yield Fault(rule="number not in what it cites", detail=number)
    times = [claim.when for claim in sentence.claims if claim.when]
    for surface, value in dates:
        if value is None and any(contains_words(when.surface, surface) and when.earliest for when in times):
            yield Fault(rule="date that leans on the day of an article", detail=surface)
        elif not any(contains_words(source, surface) for source in sources) and not _dated_by(value, times):
            yield Fault(rule="date not in what it cites", detail=surface)


def _sources(claim: Claim, story: Story) -> list[str]:
    """What a citation of the claim holds: its passage, who says so, and the names that the statement resolves.

    The statement is the analyst's wording, but grounding let no name into it that the article lacks, and no number that
    stands far from the passage.
    """
    said = claim.attribution
    return [
        claim.evidence.quote,
        claim.statement,
        *(name for name in (said.speaker, said.institution, story.speaker(claim)) if name),
    ]


def _without_dates(text: str) -> tuple[str, list[tuple[str, TimeValue | None]]]:
    """The text with its dates blanked, so that "30 March" is not read as a number, and the dates."""
    dates, rest, at = [], "", 0
    for found in find_times(text, None):
        dates.append((text[found.start : found.end], found.value))
        rest += text[at : found.start]
        at = found.end
    return rest + text[at:], dates


def _without_outlets(text: str, story: Story) -> str:
    """The text less the outlets' names, so that "The 19th" or a file's name is not read as a number."""
    for article in story.articles.values():
        text = re.sub(re.escape(article.outlet), " ", text, flags=re.IGNORECASE)
    return text


def _dated_by(value: TimeValue | None, times: Sequence[TimeValue]) -> bool:
    """True if a cited claim's time says this date: the same weekday, or an interval that lies within it."""
    if value is None:
        return False
    if value.is_bare_weekday:
        return any(weekday_of(when) == value.weekday for when in times)
    return any(
        value.earliest <= when.earliest and when.latest <= value.latest
        for when in times
        if value.earliest and value.latest and when.earliest and when.latest
    )


def _lost_attribution(sentence: CheckedSentence, story: Story) -> Iterator[Fault]:
    """A sentence that only speakers vouch for must keep them: by name, or by a word of reporting."""
    if any(claim.attribution.speaker is None for claim in sentence.claims):
        return
    words = set(words_of(sentence.text))
    names = {
        word
        for claim in sentence.claims
        for name in (story.speaker(claim), claim.attribution.speaker, story.institution(claim))
        if name
        for word in words_of(name)
        if len(word) > 3
    }
    if not words & names and not any(word.startswith(REPORTING_STEMS) for word in words):
        speakers = ", ".join(dict.fromkeys(claim.attribution.speaker or "" for claim in sentence.claims))
        yield Fault(rule="attribution lost", detail=f"only {speakers} vouches for it")


def _half_told(sentence: CheckedSentence) -> Iterator[Fault]:
    """A sentence that claims to tell a conflict must cite claims of two sides and give both values."""
    cited = {claim.id for claim in sentence.claims}
    for conflict in sentence.contradictions:
        told = [side for side in conflict.sides if cited & set(side.claim_ids)]
        if len(told) < 2:
            yield Fault(rule="conflict told by one side", detail=conflict.explanation)
        elif conflict.kind in (ContradictionKind.TEMPORAL, ContradictionKind.NUMERIC):
            given = [side for side in told if _gives(sentence, side, conflict.kind)]
            if len(given) < 2:
                yield Fault(rule="conflict told without both values", detail=conflict.explanation)


def _settled(sentence: CheckedSentence, open_conflicts: Iterable[Contradiction]) -> Iterator[Fault]:
    """A sentence may not give one side's value of an open conflict without telling the conflict."""
    for conflict in open_conflicts:
        if conflict in sentence.contradictions:
            continue
        if any(_gives(sentence, side, conflict.kind) for side in conflict.sides):
            yield Fault(rule="takes a side in an open conflict", detail=conflict.explanation)


def _gives(sentence: CheckedSentence, side: Side, kind: ContradictionKind) -> bool:
    """True if the sentence cites a claim of the side and gives its value on what is in conflict."""
    cited = [claim for claim in sentence.claims if claim.id in side.claim_ids]
    if not cited:
        return False
    if kind is ContradictionKind.TEMPORAL:
        _, dates = _without_dates(sentence.text)
        return any(
            claim.when and (_dated_by(value, [claim.when]) or contains_words(claim.when.surface, surface))
            for claim in cited
            for surface, value in dates
        )
    if kind is ContradictionKind.NUMERIC:
        given = {number.value for number in find_numbers(sentence.text)}
        return any(number.value in given for number in find_numbers(side.value))
    return contains_words(sentence.text, side.value)
