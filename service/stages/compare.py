"""compare: clusters in, contradictions out. Values decide; an analyst may propose, and values may veto.

A contradiction needs two grounded claims of different articles on one point with values that cannot both hold. What
merely looks like one goes where it belongs: a value that changed is an update, two parties who say opposite things are
a dispute, intervals that overlap only because one is open are a discrepancy.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, permutations, product
from typing import NamedTuple

from schemas.claims import Claim, Factuality, Rejection
from schemas.clusters import ClaimCluster
from schemas.conflicts import Basis, Contradiction, ContradictionKind, Discrepancy, Dispute, Update
from schemas.replies import ProposedConflict
from schemas.values import Relation
from service.judging.clashes import Clash, Valued, clashes_of, gaps_of
from service.judging.differences import contradiction_of, discrepancy_of, dispute_of, published_days, update_of
from service.judging.proposals import Standing, are_two_parties, judge_proposal
from service.judging.voices import Voices
from service.story import Story
from service.text.quantities import find_numbers
from service.text.relations import relate_times

STAGE = "compare"
ANALYST_WEIGHT = 0.6
"""Weight of a contradiction that rests on an analyst's reading: above what hedged values make, below firm ones."""
DISCREPANCY_FROM = 0.4
"""From here two one-sided figures are worth an editor's look: the larger is at least 1.67 times the smaller."""
VANTAGE_DAYS = 14
"""Figures in articles further apart than this describe the world at different times."""


class Proposal(NamedTuple):
    """A conflict that an analyst proposes between two claims of the story, by id."""

    first: str
    second: str
    proposed: ProposedConflict


class Differences(NamedTuple):
    contradictions: tuple[Contradiction, ...]
    updates: tuple[Update, ...]
    disputes: tuple[Dispute, ...]
    discrepancies: tuple[Discrepancy, ...]
    rejections: tuple[Rejection, ...]


def compare(
    clusters: Iterable[ClaimCluster], proposals: Iterable[Proposal], story: Story, voices: Voices
) -> Differences:
    """Hold the claims of each cluster against each other, then judge what the analyst proposes beyond that."""
    contradictions: list[Contradiction] = []
    updates: list[Update] = []
    disputes: list[Dispute] = []
    discrepancies: list[Discrepancy] = []
    rejections: list[Rejection] = []
    proposed: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        proposed[proposal.first].append(proposal)
    for cluster in clusters:
        claims = [story.claims[claim_id] for claim_id in cluster.claim_ids]
        if len(claims) < 2:
            continue
        own = [proposal for claim_id in cluster.claim_ids for proposal in proposed[claim_id]]
        read, disputed = _judged(own, story, voices, rejections)
        for clash in _distinct([*clashes_of(claims, story, voices), *read]):
            if _is_update(clash, cluster, story):
                updates.append(update_of(clash, cluster, story))
            else:
                contradictions.append(contradiction_of(clash, cluster, story))
        if pairs := _denied(claims, voices) or disputed:
            disputes.append(dispute_of(pairs, cluster, story))
        discrepancies += [discrepancy_of(gap, cluster, story) for gap in gaps_of(claims, DISCREPANCY_FROM)]
    contradictions.sort(key=lambda each: -each.weight)
    return Differences(tuple(contradictions), tuple(updates), tuple(disputes), tuple(discrepancies), tuple(rejections))


def _judged(
    proposals: Iterable[Proposal], story: Story, voices: Voices, rejections: list[Rejection]
) -> tuple[list[Clash], list[tuple[Claim, Claim]]]:
    """The proposals that stand: as clashes, or as pairs of parties in dispute."""
    clashes: list[Clash] = []
    disputed: list[tuple[Claim, Claim]] = []
    for proposal in proposals:
        first, second, proposed = story.claims[proposal.first], story.claims[proposal.second], proposal.proposed
        verdict = judge_proposal(proposed, first, second, voices)
        if verdict.standing is Standing.REFUSED:
            detail = f"{proposed.first_value} | {proposed.second_value}"
            rejections.append(Rejection(stage=STAGE, reason=f"conflict refused: {verdict.reason}", detail=detail))
        elif verdict.standing is Standing.DISPUTE:
            disputed.append((first, second))
        else:
            sides = tuple(
                (Valued(claim, value, value, f"“{value}”"),)
                for claim, value in ((first, proposed.first_value), (second, proposed.second_value))
            )
            kind = ContradictionKind(proposed.kind)
            clashes.append(Clash(kind, sides, ANALYST_WEIGHT, "", Basis.ANALYST))
    return clashes, disputed


def _denied(claims: Sequence[Claim], voices: Voices) -> list[tuple[Claim, Claim]]:
    """The pairs of a claim and somebody's denial of it."""
    denying = [claim for claim in claims if claim.factuality is Factuality.DENIED]
    saying = [claim for claim in claims if claim.factuality is not Factuality.DENIED]
    return [(said, denied) for said, denied in product(saying, denying) if are_two_parties(said, denied, voices)]


def _distinct(clashes: Iterable[Clash]) -> Iterator[Clash]:
    """Each clash once: an analyst's is not told where values, or another of its kind, have told it already."""
    told: list[Clash] = []
    for clash in clashes:
        if clash.basis is Basis.VALUES or not any(_same_clash(clash, other) for other in told):
            told.append(clash)
            yield clash


def _same_clash(a: Clash, b: Clash) -> bool:
    """True if both set an article of one against an article of the other, in the same kind of value and figures."""
    if a.kind is not b.kind or (a.kind is ContradictionKind.NUMERIC and not _figures(a) & _figures(b)):
        return False
    sides_a, sides_b = ([{valued.claim.article_id for valued in side} for side in clash.sides] for clash in (a, b))
    return any(
        one & this and other & that
        for one, other in permutations(sides_a, 2)
        for this, that in permutations(sides_b, 2)
    )


def _figures(clash: Clash) -> set[float]:
    return {number.value for side in clash.sides for valued in side for number in find_numbers(valued.told)}


def _is_update(clash: Clash, cluster: ClaimCluster, story: Story) -> bool:
    """A later figure is an update if the thing can change; or if the articles are far apart, and what they date alike
    is not one event of the past, whose figure must stand."""
    days = [published_days(side, story) for side in clash.sides]
    if not all(days) or clash.basis is Basis.ANALYST:
        return False
    apart = [later[0] - earlier[-1] for earlier, later in pairwise(sorted(days))]
    far = clash.kind is ContradictionKind.NUMERIC and all(gap > VANTAGE_DAYS for gap in apart)
    return (far and not _is_of_one_time(clash)) or (cluster.changes_over_time and all(gap > 0 for gap in apart))


def _is_of_one_time(clash: Clash) -> bool:
    """True if a claim of each side dates the event, and alike."""
    times = [next((valued.claim.when for valued in side if valued.claim.when), None) for side in clash.sides]
    dated = [time for time in times if time]
    alike = (Relation.SAME, Relation.REFINES)
    return len(dated) == len(times) and all(relate_times(a, b).relation in alike for a, b in pairwise(dated))
