"""The summary: sentences that cite, and what became of those that could not be held up."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from schemas.base import Record
from schemas.claims import EvidenceSpan


class Writer(StrEnum):
    """Who wrote a sentence of the summary."""

    ANALYST = "analyst"
    REPAIR = "analyst, after repair"
    CODE = "code"


class Citation(Record):
    claim_id: str
    evidence: EvidenceSpan


class SummarySentence(Record):
    text: str
    citations: tuple[Citation, ...] = Field(min_length=1)
    contradiction_ids: tuple[str, ...] = Field(default=(), description="The contradictions that this sentence tells.")
    writer: Writer = Writer.ANALYST


class Fault(Record):
    """Why the linter refused a sentence."""

    rule: str
    detail: str


class DroppedSentence(Record):
    """A sentence that did not hold up, kept out of the summary and shown with its faults."""

    text: str
    faults: tuple[Fault, ...]


class Summary(Record):
    sentences: tuple[SummarySentence, ...] = ()
    dropped: tuple[DroppedSentence, ...] = ()
