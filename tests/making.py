"""Small stories made by hand, for the stages' tests. Outlets, places and people are invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from schemas.articles import Article
from schemas.base import content_id
from schemas.claims import AlignmentStatus, Attribution, Claim, EvidenceSpan, QuotationMode
from schemas.clusters import ClaimCluster
from schemas.replies import DraftClaim
from schemas.values import AnchorBasis
from service.story import Story
from service.text.dates import read_time
from service.text.quantities import read_quantity

THURSDAY = date(2024, 5, 16)


def article(outlet: str, text: str, published: date | None = THURSDAY, **fields) -> Article:
    basis = AnchorBasis.STATED if published else AnchorBasis.UNKNOWN
    return Article(
        id=content_id("a", text, outlet),
        text=text,
        outlet=outlet,
        published=published,
        published_basis=basis,
        source=f"{outlet}.md",
        **fields,
    )


def claim(
    said_in: Article,
    quote: str,
    *,
    when: str | None = None,
    amounts: Sequence[str] = (),
    speaker: str | None = None,
    institution: str | None = None,
    direct: bool = False,
    **fields,
) -> Claim:
    """A claim whose statement is its passage, with values read as the product reads them."""
    start = said_in.text.index(quote)
    evidence = EvidenceSpan(
        article_id=said_in.id, start=start, end=start + len(quote), quote=quote, status=AlignmentStatus.EXACT
    )
    mode = QuotationMode.NONE if speaker is None else QuotationMode.DIRECT if direct else QuotationMode.INDIRECT
    values = {
        "id": content_id("c", said_in.id, quote, repr(sorted(fields.items())), speaker or ""),
        "article_id": said_in.id,
        "statement": quote,
        "subject": "",
        "predicate": "",
        "object": "",
        "when": read_time(when, quote, said_in.published, said_in.published_basis) if when else None,
        "when_surface": when,
        "quantities": tuple(value for words in amounts if (value := read_quantity(words))),
        "attribution": Attribution(speaker=speaker, institution=institution, mode=mode),
        "evidence": evidence,
    }
    return Claim(**{**values, **fields})


def draft(quote: str, **fields) -> DraftClaim:
    values = {
        "quote": quote,
        "statement": quote,
        "subject": "",
        "predicate": "",
        "object": "",
        "when": "",
        "where": "",
        "amounts": [],
        "speaker": "",
        "speaks_for": "",
        "cue": "",
        "mode": "none",
        "polarity": "positive",
        "factuality": "asserted",
    }
    return DraftClaim(**{**values, **fields})


def story(*claims: Claim, articles: Sequence[Article]) -> Story:
    names = {name: name for each in claims for name in (each.attribution.speaker, each.attribution.institution) if name}
    return Story({each.id: each for each in claims}, {each.id: each for each in articles}, names)


def cluster(*claims: Claim, changes_over_time: bool = False) -> ClaimCluster:
    ids = tuple(each.id for each in claims)
    return ClaimCluster(
        id=content_id("p", sorted(ids)), point="the point", claim_ids=ids, changes_over_time=changes_over_time
    )
