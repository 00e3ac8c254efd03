"""Claims: what an article says, grounded in its own words."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from schemas.base import Record
from schemas.values import Quantity, TimeValue


class AlignmentStatus(StrEnum):
    """How a quotation was found in the text, from strict to loose."""

    EXACT = "exact"
    NORMALISED = "normalised"
    FUZZY = "fuzzy"


class EvidenceSpan(Record):
    """A verbatim passage: `article.text[start:end] == quote`, always."""

    article_id: str
    start: int = Field(ge=0, description="First code point.")
    end: int = Field(ge=0, description="One past the last code point.")
    quote: str
    status: AlignmentStatus


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


class Factuality(StrEnum):
    """In what sense a claim is made. `ASSERTED` is told as fact by whoever says it."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    POSSIBLE = "possible"
    PLANNED = "planned"
    DENIED = "denied"


class QuotationMode(StrEnum):
    """As in PolNeAR: the speaker's own words, a paraphrase of them, or nobody but the outlet."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    NONE = "none"


class Attribution(Record):
    """Who says so, by the article. Without a speaker the outlet itself does."""

    speaker: str | None = None
    institution: str | None = Field(default=None, description="What the speaker speaks for.")
    cue: str | None = Field(default=None, description='"said", "according to".')
    mode: QuotationMode = QuotationMode.NONE


class Claim(Record):
    """One claim of one article. It exists only because its evidence was found in the text."""

    id: str
    article_id: str
    statement: str = Field(description="Self-contained sentence.")
    subject: str
    predicate: str
    object: str
    when: TimeValue | None = Field(default=None, description="When the event happened; not when it was told.")
    when_surface: str | None = Field(default=None, description="The article's words for it, read or not.")
    where: str | None = None
    quantities: tuple[Quantity, ...] = ()
    attribution: Attribution = Attribution()
    polarity: Polarity = Polarity.POSITIVE
    factuality: Factuality = Factuality.ASSERTED
    evidence: EvidenceSpan


class Rejection(Record):
    """What code refused of an analyst's reply, and why."""

    stage: str
    article_id: str | None = None
    reason: str = Field(description='Short and countable ("quote not found").')
    detail: str = ""
