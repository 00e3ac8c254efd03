"""summarise: clusters and contradictions in, drafted sentences out."""

from __future__ import annotations

from typing import NamedTuple

from schemas.replies import DraftSentence
from schemas.report import Failure
from service.analyst import Analyst
from service.errors import ProviderError
from service.judging.briefing import Briefing

STAGE = "summarise"


class DraftSummary(NamedTuple):
    """What the analyst wrote; nothing of it is checked yet."""

    sentences: tuple[DraftSentence, ...]
    failures: tuple[Failure, ...]


async def summarise(briefing: Briefing, analyst: Analyst) -> DraftSummary:
    """Ask for a summary of the brief. Where that fails, the report goes without one and says so."""
    if not briefing.brief.points:
        return DraftSummary((), ())
    try:
        reply = await analyst.summarise(briefing.brief)
    except ProviderError as error:
        failure = Failure(
            stage=STAGE,
            subject="the summary",
            reason=str(error),
            remedy="run again: what was read is kept, only this is asked anew",
        )
        return DraftSummary((), (failure,))
    if not reply.sentences:
        remedy = "try another model; the points below stand without it"
        empty = Failure(stage=STAGE, subject="the summary", reason="it came back empty", remedy=remedy)
        return DraftSummary((), (empty,))
    return DraftSummary(tuple(reply.sentences), ())
