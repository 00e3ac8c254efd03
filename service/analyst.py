"""What an analyst is asked and what it answers.

An analyst gives the judgements that need reading. Everything it returns is a draft: the stages ground it, check it and
may refuse it. A model (`service.analysts.model`) is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pydantic import Field

from schemas.articles import Article, TextSpan
from schemas.base import Record
from schemas.replies import ExtractReply, RelateReply, SummaryReply
from schemas.report import PromptRef, Usage
from schemas.summary import Fault


class Passage(Record):
    """The stretch of an article that is read in one call: the whole of it, or a window of a long one."""

    article: Article
    span: TextSpan = Field(description="What the passage covers of the article's text.")
    owned_from: int = Field(
        description="Where this window's own part starts; before it lies the overlap with the last."
    )
    text: str = Field(description="The article's text within the span, site furniture left out.")


class WindowClaim(Record):
    """A claim as the analyst sees it when claims are related. `id` holds within one window only."""

    id: str
    outlet: str
    published: str
    statement: str
    when: str
    speaker: str


class ClaimWindow(Record):
    claims: tuple[WindowClaim, ...]
    speakers: tuple[str, ...]


class BriefClaim(Record):
    """A claim as the analyst sees it when it writes. `when` is the calendar date of the event, where one was read."""

    id: str
    outlet: str
    statement: str
    when: str
    passage: str


class BriefPoint(Record):
    point: str
    standing: str
    claims: tuple[BriefClaim, ...]


class BriefConflict(Record):
    id: str
    explanation: str


class Brief(Record):
    """What a summary may draw on. The ids hold within the brief only."""

    points: tuple[BriefPoint, ...]
    conflicts: tuple[BriefConflict, ...]


class FailedSentence(Record):
    text: str
    claims: tuple[str, ...]
    conflicts: tuple[str, ...]
    faults: tuple[Fault, ...]


class Analyst(Protocol):
    """The one protocol for all analysts. Every method may raise `service.errors.ProviderError` or `BudgetExceeded`."""

    @property
    def name(self) -> str:
        """How the report names it."""

    @property
    def model(self) -> str | None:
        """The model's name; None where no model is asked."""

    @property
    def replayed(self) -> bool:
        """True if every reply comes from a bundled recording."""

    @property
    def prompts(self) -> tuple[PromptRef, ...]:
        """The prompts that it uses."""

    @property
    def usage(self) -> Usage:
        """What it has asked of a model so far."""

    async def extract(self, passage: Passage) -> ExtractReply:
        """The claims that the passage makes."""

    async def relate(self, window: ClaimWindow) -> RelateReply:
        """Which of the claims are on one point, which conflict, which speakers are one voice."""

    async def summarise(self, brief: Brief) -> SummaryReply:
        """Sentences that tell what the brief holds."""

    async def repair(self, brief: Brief, failed: Sequence[FailedSentence]) -> SummaryReply:
        """The failed sentences, rewritten, in their order."""
