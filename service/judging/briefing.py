"""The brief that a summary is written from, with short ids, and the way back from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from schemas.claims import Claim, Rejection
from schemas.clusters import ClaimCluster, Corroboration
from schemas.conflicts import Contradiction
from schemas.replies import DraftSentence
from schemas.values import TimeBasis
from service.analyst import Brief, BriefClaim, BriefConflict, BriefPoint
from service.judging.linter import CheckedSentence
from service.story import Story
from service.text.telling import tell_time

CLAIMS_PER_POINT = 4
"""A point is shown by this many claims at most, each of another outlet while there are outlets."""


class Briefing(NamedTuple):
    """A brief, and what its ids stand for. `points` gives the cluster of each claim, by the claim's own id."""

    brief: Brief
    claims: Mapping[str, Claim]
    conflicts: Mapping[str, Contradiction]
    points: Mapping[str, str]

    def resolve(self, draft: DraftSentence, rejections: list[Rejection]) -> CheckedSentence:
        """A drafted sentence with its ids turned back; ids that the brief does not hold are refused and counted."""
        rejections.extend(
            Rejection(stage="verify", reason="id outside the brief", detail=told)
            for told in dict.fromkeys((*draft.claims, *draft.conflicts))
            if told not in self.claims and told not in self.conflicts
        )
        return CheckedSentence(
            text=" ".join(draft.text.split()),
            claims=tuple(self.claims[each] for each in dict.fromkeys(draft.claims) if each in self.claims),
            contradictions=tuple(
                self.conflicts[each] for each in dict.fromkeys(draft.conflicts) if each in self.conflicts
            ),
            points=self.points,
        )

    def short_ids(self, sentence: CheckedSentence) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The brief's ids of a sentence's claims and conflicts."""
        return (
            tuple(short for short, claim in self.claims.items() if claim in sentence.claims),
            tuple(short for short, conflict in self.conflicts.items() if conflict in sentence.contradictions),
        )


def brief_on(
    clusters: Sequence[ClaimCluster],
    corroborations: Sequence[Corroboration],
    conflicts: Sequence[Contradiction],
    story: Story,
    most_chars: int,
) -> Briefing:
    """The points that a summary may draw on, those in conflict and those that most outlets make first.

    Args:
        clusters: in the story's order.
        corroborations: of the clusters, in their order.
        conflicts: those that must be told.
        story: the clusters' story.
        most_chars: where the brief stops, in characters of statements and passages.
    """
    disputed = {conflict.cluster_id for conflict in conflicts}
    in_conflict = {claim_id for conflict in conflicts for side in conflict.sides for claim_id in side.claim_ids}
    ranked = sorted(
        zip(clusters, corroborations, strict=True),
        key=lambda pair: (pair[0].id not in disputed, -len(pair[1].origins), -len(pair[1].outlets)),
    )
    shown: dict[str, Claim] = {}
    points: list[BriefPoint] = []
    size = 0
    for cluster, standing in ranked:
        claims = list(_shown_claims(cluster, in_conflict, story))
        size += sum(len(claim.statement) + len(claim.evidence.quote) for claim in claims)
        if points and size > most_chars:
            break
        first = len(shown) + 1
        shown.update({f"c{number}": claim for number, claim in enumerate(claims, start=first)})
        points.append(
            BriefPoint(
                point=cluster.point,
                standing=standing.status,
                claims=tuple(
                    _brief_claim(f"c{number}", claim, story) for number, claim in enumerate(claims, start=first)
                ),
            )
        )
    numbered = {f"k{number}": conflict for number, conflict in enumerate(conflicts, start=1)}
    told = tuple(BriefConflict(id=short, explanation=_told(conflict, shown)) for short, conflict in numbered.items())
    clustered = {claim_id: cluster.id for cluster in clusters for claim_id in cluster.claim_ids}
    return Briefing(Brief(points=tuple(points), conflicts=told), shown, numbered, clustered)


def _shown_claims(cluster: ClaimCluster, in_conflict: Iterable[str], story: Story) -> Iterator[Claim]:
    """One claim of each outlet first, those in conflict always."""
    claims = [story.claims[claim_id] for claim_id in cluster.claim_ids]
    seen: set[str] = set()
    given = 0
    for claim in claims:
        must = claim.id in in_conflict
        if must or (claim.article_id not in seen and given < CLAIMS_PER_POINT):
            seen.add(claim.article_id)
            given += 1
            yield claim


def _brief_claim(short: str, claim: Claim, story: Story) -> BriefClaim:
    # A weekday stays a weekday: which one was meant is our reading, and no outlet's word.
    dated = claim.when is not None and claim.when.basis is not TimeBasis.WEEKDAY
    return BriefClaim(
        id=short,
        outlet=story.outlet(claim),
        statement=claim.statement,
        when=tell_time(claim.when) if claim.when and dated else "",
        passage=claim.evidence.quote,
    )


def _told(conflict: Contradiction, shown: Mapping[str, Claim]) -> str:
    cited = [
        ", ".join(short for short, claim in shown.items() if claim.id in side.claim_ids) or "not shown"
        for side in conflict.sides
    ]
    return f"{conflict.explanation} Claims of its sides: {' against '.join(cited)}"
