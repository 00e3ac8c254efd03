"""The report: the one document that every view shows a part of."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from schemas.articles import Article, SharedPassage
from schemas.base import Record
from schemas.claims import Claim, Rejection
from schemas.clusters import ClaimCluster, Corroboration
from schemas.conflicts import Contradiction, Discrepancy, Dispute, Update
from schemas.summary import Summary

SCHEMA_VERSION = "1"


class ReportStatus(StrEnum):
    COMPLETE = "complete"
    PARTIAL = "partial"


class Failure(Record):
    """Something that is missing from the report, why, and what to do about it."""

    stage: str
    subject: str = Field(description="The article or step that failed.")
    reason: str
    remedy: str = ""


class PromptRef(Record):
    name: str
    version: int
    sha256: str


class SourceRef(Record):
    source: str
    article_id: str
    sha256: str = Field(description="Of the canonical text, UTF-8.")


class Setting(Record):
    name: str
    value: str


class Usage(Record):
    """What the run asked of a model. `cost_usd` is null where no price is known."""

    calls: int = Field(default=0, description="Replies asked of the model in this run.")
    requests: int = Field(default=0, description="HTTP requests, retries included.")
    replies_reused: int = Field(default=0, description="Replies taken from the store.")
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None


class Manifest(Record):
    """How the report came about, so that it can be made again."""

    schema_version: str = SCHEMA_VERSION
    product_version: str
    analyst: str = Field(description="Which analyst judged: a model or the rules.")
    model: str | None = None
    replayed: bool = Field(default=False, description="Every reply came from a bundled recording.")
    prompts: tuple[PromptRef, ...] = ()
    settings: tuple[Setting, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    usage: Usage = Usage()
    rejections: tuple[Rejection, ...] = ()
    failures: tuple[Failure, ...] = ()
    notices: tuple[str, ...] = Field(default=(), description="What the reader should know of the input.")


class Report(Record):
    status: ReportStatus
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...] = ()
    clusters: tuple[ClaimCluster, ...] = ()
    corroborations: tuple[Corroboration, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    updates: tuple[Update, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    shared_passages: tuple[SharedPassage, ...] = ()
    summary: Summary = Summary()
    manifest: Manifest
