"""ground: drafts in, claims out. What is not in the article does not become a claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from schemas.articles import Article, TextSpan
from schemas.base import content_id
from schemas.claims import Attribution, Claim, EvidenceSpan, Factuality, Polarity, QuotationMode, Rejection
from schemas.replies import DraftClaim
from service.text.alignment import PreparedText, align, prepare
from service.text.mentions import (
    carries,
    contains_words,
    dates_the_telling,
    names_in,
    unsupported_names,
    unsupported_numbers,
    unsupported_times,
    without_times,
    words_of,
)
from service.text.modality import changed_certainty, changed_negation
from service.text.quantities import find_numbers
from service.text.sayings import names_another_speaker
from service.text.sentences import Span, sentences
from service.text.swaps import swapped_amounts

STAGE = "ground"
LONGEST_QUOTE = 2_000
"""In characters. A passage that bears out one statement is a few sentences; longer ones cost seconds to locate."""
SENTENCES_BEFORE = 2
"""A passage leans on what was said just before it for its numbers and dates ("that day", "the two")."""


class GroundedClaim(NamedTuple):
    """A claim whose evidence stands in the text, with the words for its values still unread."""

    claim: Claim
    amounts: tuple[str, ...]
    context: str
    """The whole sentences in which the evidence stands."""


class Grounded(NamedTuple):
    claims: tuple[GroundedClaim, ...]
    rejections: tuple[Rejection, ...]


class PassageDrafts(NamedTuple):
    """The drafts of one passage of an article; positions before `owned_from` belong to the passage before."""

    article: Article
    span: TextSpan
    owned_from: int
    drafts: tuple[DraftClaim, ...]


class _Reading(NamedTuple):
    """An article, prepared once for all of its drafts."""

    article: Article
    text: PreparedText
    sentences: list[Span]


class _Refused(Exception):
    """A draft that does not become a claim. Never leaves this file."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail


def ground(passages: Iterable[PassageDrafts]) -> Grounded:
    """Find every draft's quotation in its article; refuse, and count by reason, what cannot be found.

    A refused draft is never repaired. A refused slot (a time, an amount, an institution that the article does not
    name) leaves the claim without it.
    """
    claims: dict[str, GroundedClaim] = {}
    rejections: list[Rejection] = []
    readings: dict[str, _Reading] = {}
    for passage in passages:
        article = passage.article
        if article.id not in readings:
            readings[article.id] = _Reading(article, prepare(article.text), sentences(article.text))
        reading = readings[article.id]
        for draft in passage.drafts:
            try:
                grounded, refused_slots = _ground_draft(draft, passage, reading)
            except _Refused as refusal:
                rejections.append(_rejection(article, refusal.reason, refusal.detail))
            else:
                claims.setdefault(grounded.claim.id, grounded)
                rejections += [_rejection(article, reason, detail) for reason, detail in refused_slots]
    article_order = {article_id: at for at, article_id in enumerate(readings)}
    in_order = sorted(
        claims.values(), key=lambda each: (article_order[each.claim.article_id], each.claim.evidence.start)
    )
    return Grounded(tuple(in_order), tuple(rejections))


def _ground_draft(
    draft: DraftClaim, passage: PassageDrafts, reading: _Reading
) -> tuple[GroundedClaim, list[tuple[str, str]]]:
    article = reading.article
    _check_wording(draft)
    found = align(draft.quote, reading.text, near=Span(passage.owned_from, passage.span.end))
    if found is None:
        raise _Refused("quotation not found in the article", draft.quote)
    if not (passage.span.start <= found.start and found.end <= passage.span.end):
        raise _Refused("quotation outside the passage that was read", draft.quote)
    if any(noise.start < found.end and found.start < noise.end for noise in article.noise):
        raise _Refused("quotation from the site's furniture", draft.quote)
    if found.start < passage.owned_from:
        raise _Refused("repeated from the overlap of two passages", draft.quote)
    quote = article.text[found.start : found.end]
    evidence = EvidenceSpan(article_id=article.id, start=found.start, end=found.end, quote=quote, status=found.status)
    context = _around(reading, found.start, found.end)
    _check_statement(draft, reading, found.start, found.end)
    speaker = draft.speaker.strip()
    _check_speaker(draft, article, context)
    slots = _Slots()
    when = slots.kept("time", draft.when, _around(reading, found.start, found.end, SENTENCES_BEFORE, after=1))
    if when and dates_the_telling(when, draft.predicate, context):
        slots.refuse("time belongs to the telling, not to the event", when)
        when = None
    where = slots.kept("place", draft.where, article.text)
    amounts = [slots.kept("amount", amount, context) for amount in draft.amounts]
    amounts = [amount and slots.of_the_claim(amount, evidence.quote, draft.statement) for amount in amounts]
    claim = Claim(
        id=content_id("c", article.id, draft.statement, found.start, found.end),
        article_id=article.id,
        statement=draft.statement.strip(),
        subject=draft.subject.strip(),
        predicate=draft.predicate.strip(),
        object=draft.object.strip(),
        when_surface=when,
        where=where,
        attribution=_attribution(draft, speaker, article) if speaker else Attribution(),
        polarity=Polarity(draft.polarity),
        factuality=Factuality(draft.factuality),
        evidence=evidence,
    )
    return GroundedClaim(claim, tuple(amount for amount in amounts if amount), context), slots.refused


def _around(reading: _Reading, start: int, end: int, before: int = 0, after: int = 0) -> str:
    """The sentences that the passage touches, and some before and after it."""
    touched = [at for at, span in enumerate(reading.sentences) if span.start < end and start < span.end]
    if not touched:
        return reading.article.text[start:end]
    first = reading.sentences[max(touched[0] - before, 0)]
    last = reading.sentences[min(touched[-1] + after, len(reading.sentences) - 1)]
    return reading.article.text[min(start, first.start) : max(end, last.end)]


def _check_wording(draft: DraftClaim) -> None:
    """What can be seen without the article.

    Raises:
        _Refused: the draft says or quotes nothing, quotes too much, or quotes what has little to do with its statement.
    """
    if not words_of(draft.statement) or not words_of(draft.quote):
        raise _Refused("empty", draft.statement or draft.quote)
    if len(draft.quote) > LONGEST_QUOTE:
        raise _Refused("quotation too long", f"{len(draft.quote)} characters")
    if not carries(draft.quote, draft.statement, (draft.speaker, draft.speaks_for, draft.cue)):
        raise _Refused("quotation does not carry the statement", draft.quote)


def _check_statement(draft: DraftClaim, reading: _Reading, start: int, end: int) -> None:
    """The statement may say no number and date that its passage and what stands before it lack, no name that the
    article lacks, and may not turn what the passage says: its negations, its doubts, whose each number is.

    Raises:
        _Refused: it does.
    """
    article, statement, asserted = reading.article, draft.statement, draft.factuality == Factuality.ASSERTED.value
    near, context = _around(reading, start, end, SENTENCES_BEFORE), _around(reading, start, end)
    undated = without_times(statement, article.published)
    names_known = [article.text, article.outlet, article.title or ""]
    faults = {
        "statement has a number that its passage lacks": unsupported_numbers(undated, [near]),
        "statement has a date that its passage lacks": unsupported_times(statement, [near], article.published),
        "statement has a name that the article lacks": unsupported_names(statement, names_known),
        "statement turns a negation of its passage": changed_negation(statement, [context]),
        "statement tells as fact what its passage does not": changed_certainty(statement, [context])
        if asserted
        else [],
        "statement gives a number to another than its passage": swapped_amounts(statement, [context]),
    }
    for reason, found in faults.items():
        if found:
            raise _Refused(reason, ", ".join(found))


def _check_speaker(draft: DraftClaim, article: Article, context: str) -> None:
    """
    Raises:
        _Refused: the article does not name the speaker, or the passage names somebody else as speaking.
    """
    speaker, institution = draft.speaker.strip(), draft.speaks_for.strip()
    if speaker and not names_in(article.text, speaker):
        raise _Refused("speaker not named in the article", speaker)
    other = names_another_speaker(speaker, context) if speaker else None
    if other and not (institution and contains_words(context, institution)):
        raise _Refused("speaker is not the one the passage names", f"{speaker} for {other}")


def _attribution(draft: DraftClaim, speaker: str, article: Article) -> Attribution:
    institution = draft.speaks_for.strip()
    return Attribution(
        speaker=speaker,
        institution=institution if institution and names_in(article.text, institution) else None,
        cue=draft.cue.strip() or None,
        mode=QuotationMode(draft.mode),
    )


class _Slots:
    """Keeps the words of a slot only where a text has them, and remembers what it refused."""

    def __init__(self) -> None:
        self.refused: list[tuple[str, str]] = []

    def kept(self, slot: str, words: str, *texts: str) -> str | None:
        words = words.strip()
        if not words or any(contains_words(text, words) for text in texts):
            return words or None
        self.refuse(f"{slot} not named in the article", words)
        return None

    def of_the_claim(self, amount: str, quote: str, statement: str) -> str | None:
        """An amount of the claim, not of another clause of its sentence."""
        is_told = find_numbers(amount) and not unsupported_numbers(amount, [quote, statement])
        if is_told or contains_words(quote, amount) or contains_words(statement, amount):
            return amount
        self.refuse("amount stands in another clause", amount)
        return None

    def refuse(self, reason: str, words: str) -> None:
        self.refused.append((reason, words))


def _rejection(article: Article, reason: str, detail: str) -> Rejection:
    return Rejection(stage=STAGE, article_id=article.id, reason=reason, detail=detail)
