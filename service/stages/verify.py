"""verify: drafted sentences in, the summary out. What does not hold up is rewritten once, and then it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from schemas.claims import Claim, Rejection
from schemas.conflicts import Contradiction
from schemas.replies import DraftSentence
from schemas.report import Failure
from schemas.summary import Citation, DroppedSentence, Fault, Summary, SummarySentence, Writer
from service.analyst import Analyst, FailedSentence
from service.errors import ProviderError
from service.judging.briefing import Briefing
from service.judging.linter import CheckedSentence, faults_of
from service.story import Story

STAGE = "verify"
CITED_PER_SIDE = 2
"""A conflict that code tells cites this many claims of each side at most."""


class Verified(NamedTuple):
    summary: Summary
    rejections: tuple[Rejection, ...]
    failures: tuple[Failure, ...]


class _Linted(NamedTuple):
    sentence: CheckedSentence
    faults: list[Fault]
    writer: Writer


async def verify(drafts: Sequence[DraftSentence], briefing: Briefing, story: Story, analyst: Analyst) -> Verified:
    """Lint every sentence, have the faulty ones rewritten in one call, drop what is still faulty.

    A conflict of the brief that no sentence tells is told by code, in its plain words and with its citations.
    """
    rejections: list[Rejection] = []
    conflicts = tuple(briefing.conflicts.values())

    def lint(draft: DraftSentence, writer: Writer) -> _Linted:
        sentence = briefing.resolve(draft, rejections)
        return _Linted(sentence, faults_of(sentence, conflicts, story), writer)

    linted = [lint(draft, Writer.ANALYST) for draft in drafts]
    failures: tuple[Failure, ...] = ()
    if any(each.faults for each in linted):
        repaired = await _repair([each for each in linted if each.faults], briefing, analyst)
        if isinstance(repaired, Failure):
            failures = (repaired,)
        else:
            rewritten = iter([lint(draft, Writer.REPAIR) for draft in repaired])
            linted = [next(rewritten, each) if each.faults else each for each in linted]
    kept = [_kept(each) for each in linted if not each.faults]
    dropped = [DroppedSentence(text=each.sentence.text, faults=tuple(each.faults)) for each in linted if each.faults]
    kept += _unsaid(conflicts, kept, story)
    return Verified(Summary(sentences=tuple(kept), dropped=tuple(dropped)), tuple(rejections), failures)


async def _repair(
    faulty: Sequence[_Linted], briefing: Briefing, analyst: Analyst
) -> tuple[DraftSentence, ...] | Failure:
    failed = []
    for sentence, faults, _ in faulty:
        claims, conflicts = briefing.short_ids(sentence)
        failed.append(FailedSentence(text=sentence.text, claims=claims, conflicts=conflicts, faults=tuple(faults)))
    try:
        reply = await analyst.repair(briefing.brief, failed)
    except ProviderError as error:
        return Failure(
            stage=STAGE,
            subject=f"the rewriting of {len(failed)} faulty sentences, which were left out",
            reason=str(error),
            remedy="run again: what was read is kept, only this is asked anew",
        )
    return tuple(reply.sentences)


def _kept(linted: _Linted) -> SummarySentence:
    return SummarySentence(
        text=linted.sentence.text,
        citations=_citations(linted.sentence.claims),
        contradiction_ids=tuple(conflict.id for conflict in linted.sentence.contradictions),
        writer=linted.writer,
    )


def _unsaid(
    conflicts: Iterable[Contradiction], kept: Iterable[SummarySentence], story: Story
) -> Iterator[SummarySentence]:
    told = {contradiction_id for sentence in kept for contradiction_id in sentence.contradiction_ids}
    for conflict in conflicts:
        if conflict.id not in told:
            cited = [story.claims[each] for side in conflict.sides for each in side.claim_ids[:CITED_PER_SIDE]]
            yield SummarySentence(
                text=f"The sources differ: {conflict.explanation}",
                citations=_citations(cited),
                contradiction_ids=(conflict.id,),
                writer=Writer.CODE,
            )


def _citations(claims: Iterable[Claim]) -> tuple[Citation, ...]:
    return tuple(Citation(claim_id=claim.id, evidence=claim.evidence) for claim in claims)
