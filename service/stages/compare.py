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

from schemas.base import content_id
from schemas.claims import Claim, Factuality, Rejection
from schemas.clusters import ClaimCluster
from schemas.conflicts import Basis, Contradiction, ContradictionKind, Discrepancy, Dispute, Side, Update
from schemas.replies import ProposedConflict
from schemas.values import TimeValue
from service.judging.clashes import Clash, Valued, clashes_of, gaps_of
from service.judging.proposals import Standing, are_two_parties, judge_proposal
from service.story import Story
from service.text.telling import join_words, tell_outlets

STAGE = "compare"
ANALYST_WEIGHT = 0.6
"""Weight of a contradiction that rests on an analyst's reading: above what hedged values make, below firm ones."""
UNDATED_CHANGE_FACTOR = 0.6
"""A value that can change between days, from articles whose order is not known, weighs this much of a fixed one."""
SELF_CONTRADICTION_FACTOR = 0.5
"""Where one article gives both values, it may well tell two things apart that look like one point to us."""
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


def compare(clusters: Iterable[ClaimCluster], proposals: Iterable[Proposal], story: Story) -> Differences:
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
        clashes, disputed = _judged(own, story, rejections)
        for clash in _distinct([*clashes_of(claims, story), *clashes]):
            if _is_update(clash, cluster, story):
                updates.append(_update(clash, cluster, story))
            else:
                contradictions.append(_contradiction(clash, cluster, story))
        if dispute := _dispute(claims, disputed, cluster, story):
            disputes.append(dispute)
        discrepancies += _discrepancies(claims, cluster, story)
    contradictions.sort(key=lambda each: -each.weight)
    return Differences(tuple(contradictions), tuple(updates), tuple(disputes), tuple(discrepancies), tuple(rejections))


def _judged(
    proposals: Iterable[Proposal], story: Story, rejections: list[Rejection]
) -> tuple[list[Clash], list[tuple[Claim, Claim]]]:
    """The proposals that stand: as clashes, or as pairs of parties in dispute."""
    clashes: list[Clash] = []
    disputed: list[tuple[Claim, Claim]] = []
    for proposal in proposals:
        first, second, proposed = story.claims[proposal.first], story.claims[proposal.second], proposal.proposed
        verdict = judge_proposal(proposed, first, second, story)
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


def _distinct(clashes: Iterable[Clash]) -> Iterator[Clash]:
    """Each clash once: what values have found is not told again because the analyst saw it too, nor a proposal that
    pairs other claims of the same two sides."""
    told: list[Clash] = []
    for clash in clashes:
        if not any(_same_clash(clash, other) for other in told):
            told.append(clash)
            yield clash


def _same_clash(a: Clash, b: Clash) -> bool:
    """True if both set an article of one against an article of the other in the same kind of value."""
    sides_a, sides_b = ([{valued.claim.article_id for valued in side} for side in clash.sides] for clash in (a, b))
    return a.kind is b.kind and any(
        one & this and other & that
        for one, other in permutations(sides_a, 2)
        for this, that in permutations(sides_b, 2)
    )


def _is_update(clash: Clash, cluster: ClaimCluster, story: Story) -> bool:
    """A later figure is an update if the thing can change, or if the articles are far apart in time."""
    days = [_published_days(side, story) for side in clash.sides]
    if not all(days) or clash.basis is Basis.ANALYST:
        return False
    in_order = sorted(days)
    apart = [later[0] - earlier[-1] for earlier, later in pairwise(in_order)]
    far = clash.kind is ContradictionKind.NUMERIC and all(gap > VANTAGE_DAYS for gap in apart)
    return far or (cluster.changes_over_time and all(gap > 0 for gap in apart))


def _published_days(side: Sequence[Valued], story: Story) -> list[int]:
    """The publication days of a side's articles, in order; none if any is not known."""
    days = [story.article(valued.claim).published for valued in side]
    known = sorted(day.toordinal() for day in days if day)
    return known if len(known) == len(days) else []


def _contradiction(clash: Clash, cluster: ClaimCluster, story: Story) -> Contradiction:
    weight, remarks = clash.weight, [clash.reason] if clash.reason else []
    articles = [{valued.claim.article_id for valued in side} for side in clash.sides]
    if any(first & second for first, second in pairwise(articles)):
        weight *= SELF_CONTRADICTION_FACTOR
        remarks.append("one article gives both")
    if cluster.changes_over_time:
        weight *= UNDATED_CHANGE_FACTOR
        remarks.append("the value can change from day to day, and which article is the later is not known")
    if clash.kind is ContradictionKind.TEMPORAL and _weekdays_are_neighbours(clash):
        remarks.append("by name the weekdays are neighbours, so one may be a slip")
    sides = _sides(clash.sides, story)
    return Contradiction(
        id=content_id("x", cluster.id, clash.kind, [side.value for side in sides]),
        cluster_id=cluster.id,
        kind=clash.kind,
        sides=sides,
        weight=round(weight, 2),
        basis=clash.basis,
        explanation=_explain(clash, remarks, story),
    )


def _update(clash: Clash, cluster: ClaimCluster, story: Story) -> Update:
    in_order = sorted(clash.sides, key=lambda side: _published_days(side, story))
    sides = _sides(in_order, story)
    told = "; ".join(f"{tell_outlets(side.outlets)}: {side.value}" for side in sides)
    return Update(
        id=content_id("u", cluster.id, clash.kind, [side.value for side in sides]),
        cluster_id=cluster.id,
        kind=clash.kind,
        sides=sides,
        explanation=f"In order of publication: {told}.",
    )


def _sides(sides: Iterable[Sequence[Valued]], story: Story) -> tuple[Side, ...]:
    return tuple(
        Side(
            value=join_words(tuple(dict.fromkeys(valued.told for valued in side))),
            claim_ids=tuple(valued.claim.id for valued in side),
            outlets=story.outlets(valued.claim for valued in side),
        )
        for side in sides
    )


def _explain(clash: Clash, remarks: Sequence[str], story: Story) -> str:
    verb = {ContradictionKind.TEMPORAL: "dates it", ContradictionKind.ATTRIBUTION: "gives"}.get(clash.kind, "says")
    told = []
    for side in clash.sides:
        outlets = story.outlets(valued.claim for valued in side)
        verbs = verb if len(outlets) == 1 else {"dates it": "date it", "gives": "give", "says": "say"}[verb]
        told.append(f"{tell_outlets(outlets)} {verbs} {side[0].reading}")
    return f"{'; '.join(told)}." + "".join(f" {remark[0].upper()}{remark[1:]}." for remark in remarks)


def _weekdays_are_neighbours(clash: Clash) -> bool:
    values = [side[0].value for side in clash.sides]
    days = [value.weekday for value in values if isinstance(value, TimeValue) and value.weekday is not None]
    return len(days) == len(values) == 2 and abs(days[0] - days[1]) in (1, 6)


def _dispute(
    claims: Sequence[Claim], proposed: Sequence[tuple[Claim, Claim]], cluster: ClaimCluster, story: Story
) -> Dispute | None:
    """Parties of which one denies what another says; or who, by the analyst's reading, say opposite things."""
    denying = [claim for claim in claims if claim.factuality is Factuality.DENIED]
    saying = [claim for claim in claims if claim.factuality is not Factuality.DENIED]
    pairs = [(a, b) for a, b in product(saying, denying) if are_two_parties(a, b, story)] or proposed
    if not pairs:
        return None
    sides = []
    for side in zip(*pairs, strict=True):
        members = tuple(dict.fromkeys(claim.id for claim in side))
        voices = dict.fromkeys(story.speaker(story.claims[member]) or "" for member in members)
        outlets = story.outlets(story.claims[member] for member in members)
        sides.append(Side(value=join_words(tuple(voices)), claim_ids=members, outlets=outlets))
    return Dispute(
        id=content_id("d", cluster.id),
        cluster_id=cluster.id,
        sides=tuple(sides),
        explanation=f"Said by {sides[0].value}; {'denied' if denying else 'contradicted'} by {sides[1].value}. "
        "The articles report both, so the dispute is the parties' own.",
    )


def _discrepancies(claims: Sequence[Claim], cluster: ClaimCluster, story: Story) -> Iterator[Discrepancy]:
    for gap in gaps_of(claims, DISCREPANCY_FROM):
        sides = _sides([[gap.first], [gap.second]], story)
        told = "; ".join(f"{tell_outlets(side.outlets)}: {side.value}" for side in sides)
        yield Discrepancy(
            id=content_id("g", cluster.id, [side.value for side in sides]),
            cluster_id=cluster.id,
            sides=sides,
            size=round(gap.size, 2),
            explanation=f"{told}. Both can hold, since a bound is open; the figures still lie far apart.",
        )
