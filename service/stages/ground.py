"""ground: drafts in, claims out. What is not in the article does not become a claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from schemas.articles import Article, TextSpan
from schemas.base import content_id
from schemas.claims import Attribution, Claim, EvidenceSpan, Factuality, Polarity, QuotationMode, Rejection
from schemas.replies import DraftClaim
from service.text.alignment import PreparedText, align, prepare
from service.text.mentions import contains_words, dates_the_telling, names_in, unsupported_names, unsupported_numbers
from service.text.sentences import Span, sentences

STAGE = "ground"


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
    found = align(draft.quote, reading.text, near=Span(passage.owned_from, passage.span.end))
    if found is None:
        raise _Refused("quotation not found in the article", draft.quote)
    if not (passage.span.start <= found.start and found.end <= passage.span.end):
        raise _Refused("quotation outside the passage that was read", draft.quote)
    if any(noise.start < found.end and found.start < noise.end for noise in article.noise):
        raise _Refused("quotation from the site's furniture", draft.quote)
    if found.start < passage.owned_from:
        raise _Refused("repeated from the overlap of two passages", draft.quote)
    evidence = EvidenceSpan(
        article_id=article.id,
        start=found.start,
        end=found.end,
        quote=article.text[found.start : found.end],
        status=found.status,
    )
    context = _context(reading, found.start, found.end)
    _check_statement(draft, reading, found.start, found.end)
    speaker = draft.speaker.strip()
    if speaker and not names_in(article.text, speaker):
        raise _Refused("speaker not named in the article", speaker)
    slots = _Slots()
    when = slots.kept("time", draft.when, context, article.text)
    if when and speaker and dates_the_telling(when, draft.cue, draft.predicate, context):
        slots.refuse("time belongs to the telling, not to the event", when)
        when = None
    where = slots.kept("place", draft.where, article.text)
    amounts = [slots.kept("amount", amount, context) for amount in draft.amounts]
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


def _context(reading: _Reading, start: int, end: int) -> str:
    """The sentences that the passage touches."""
    touched = [span for span in reading.sentences if span.start < end and start < span.end]
    if not touched:
        return reading.article.text[start:end]
    return reading.article.text[min(start, touched[0].start) : max(end, touched[-1].end)]


def _check_statement(draft: DraftClaim, reading: _Reading, start: int, end: int) -> None:
    """The statement may say no number that its passage and what stands around it lack, no name that the article lacks.

    Raises:
        _Refused: it does.
    """
    text = reading.article.text
    near = _context(reading, max(start - 2, 0), min(end + 2, len(text)))
    around = [span for span in reading.sentences if span.end <= start][-2:]
    numbers = unsupported_numbers(draft.statement, [near, *(text[span.start : span.end] for span in around)])
    if numbers:
        raise _Refused("statement has a number that its passage lacks", ", ".join(numbers))
    names = unsupported_names(draft.statement, [text, reading.article.outlet, reading.article.title or ""])
    if names:
        raise _Refused("statement has a name that the article lacks", ", ".join(names))


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

    def refuse(self, reason: str, words: str) -> None:
        self.refused.append((reason, words))


def _rejection(article: Article, reason: str, detail: str) -> Rejection:
    return Rejection(stage=STAGE, article_id=article.id, reason=reason, detail=detail)
