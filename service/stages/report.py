"""report: everything that was found in, the one document out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import NamedTuple

from schemas.articles import Article, SharedPassage
from schemas.claims import Claim, Rejection
from schemas.clusters import ClaimCluster, Corroboration
from schemas.conflicts import Contradiction, Discrepancy, Dispute, Update
from schemas.report import Failure, Manifest, Report, ReportStatus, Setting, SourceRef
from schemas.summary import Summary
from service.analyst import Analyst


class Findings(NamedTuple):
    """What the stages found, in the order in which they found it."""

    articles: Sequence[Article]
    notices: Sequence[str]
    claims: Sequence[Claim]
    clusters: Sequence[ClaimCluster]
    corroborations: Sequence[Corroboration]
    contradictions: Sequence[Contradiction]
    updates: Sequence[Update]
    disputes: Sequence[Dispute]
    discrepancies: Sequence[Discrepancy]
    shared_passages: Sequence[SharedPassage]
    summary: Summary
    rejections: Sequence[Rejection]
    failures: Sequence[Failure]


def report(found: Findings, analyst: Analyst, settings: Sequence[Setting]) -> Report:
    """Put the report together. Anything that failed makes it partial."""
    manifest = Manifest(
        product_version=version("twosource"),
        analyst=analyst.name,
        model=analyst.model,
        replayed=analyst.replayed,
        prompts=analyst.prompts,
        settings=tuple(settings),
        sources=tuple(_source(article) for article in found.articles),
        usage=analyst.usage,
        rejections=tuple(found.rejections),
        failures=tuple(found.failures),
        notices=tuple(found.notices),
    )
    return Report(
        status=ReportStatus.PARTIAL if found.failures else ReportStatus.COMPLETE,
        articles=tuple(found.articles),
        claims=tuple(found.claims),
        clusters=tuple(found.clusters),
        corroborations=tuple(found.corroborations),
        contradictions=tuple(found.contradictions),
        updates=tuple(found.updates),
        disputes=tuple(found.disputes),
        discrepancies=tuple(found.discrepancies),
        shared_passages=tuple(found.shared_passages),
        summary=found.summary,
        manifest=manifest,
    )


def empty_handed(
    articles: Sequence[Article], claims: Sequence[Claim], failures: Sequence[Failure]
) -> Iterator[Failure]:
    """A failure for each article of which nothing is left, unless it is told as unread already."""
    heard = {claim.article_id for claim in claims}
    for article in articles:
        if article.id not in heard and not any(article.source in failure.subject for failure in failures):
            yield Failure(
                stage="ground",
                subject=f"{article.outlet} ({article.source})",
                reason="the analyst returned no claim that could be found in the article's text",
                remedy="see what was refused; try a stronger model, or check that the file holds the article",
            )


def _source(article: Article) -> SourceRef:
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return SourceRef(source=article.source, article_id=article.id, sha256=digest)
