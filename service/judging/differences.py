"""Differences as records: their sides, their weight, and what is said of them in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from schemas.base import content_id
from schemas.claims import Claim
from schemas.clusters import ClaimCluster
from schemas.conflicts import Contradiction, ContradictionKind, Discrepancy, Dispute, Side, Update
from schemas.values import Relation, TimeValue
from service.judging.clashes import Clash, Gap, Valued, denies
from service.story import Story
from service.text.relations import relate_times
from service.text.telling import join_words, tell_outlets

UNORDERED_CHANGE_FACTOR = 0.6
"""A value that can change between days, from articles that do not fall in order, weighs this much of a fixed one."""
SELF_CONTRADICTION_FACTOR = 0.5
"""Where one article gives both values, it may well tell two things apart that look like one point to us."""
OTHER_SCOPE_FACTOR = 0.5
"""Where the words give a sign that two figures are of different things, they weigh this much of plain ones."""
PART = re.compile(
    r"\b(?:including|among them|of them|of whom|at the scene|so far|in total|altogether|overall)\b", re.IGNORECASE
)
OF_VALUES = (ContradictionKind.TEMPORAL, ContradictionKind.NUMERIC)
VERBS = {ContradictionKind.TEMPORAL: ("dates it", "date it"), ContradictionKind.ATTRIBUTION: ("gives", "give")}


def contradiction_of(clash: Clash, cluster: ClaimCluster, story: Story) -> Contradiction:
    """The clash as a contradiction; its weight is lowered where the articles themselves give a reason."""
    weight, remarks = clash.weight, [clash.reason] if clash.reason else []
    articles = [{valued.claim.article_id for valued in side} for side in clash.sides]
    if any(first & second for first, second in combinations(articles, 2)):
        weight *= SELF_CONTRADICTION_FACTOR
        remarks.append("one article gives both")
    if cluster.changes_over_time:
        weight *= UNORDERED_CHANGE_FACTOR
        known = all(published_days(side, story) for side in clash.sides)
        remarks.append(
            "the value can change from day to day, and "
            + ("the articles do not fall in order" if known else "which article is the later is not known")
        )
    if clash.kind is ContradictionKind.NUMERIC and _dated_apart(clash):
        weight *= OTHER_SCOPE_FACTOR
        remarks.append("the figures are told of different times")
    if clash.kind is ContradictionKind.NUMERIC and any(PART.search(said.claim.statement) for said in _all(clash)):
        weight *= OTHER_SCOPE_FACTOR
        remarks.append("one figure may be a part of the other")
    if clash.kind is ContradictionKind.TEMPORAL and _weekdays_are_neighbours(clash):
        remarks.append("by name the weekdays are neighbours, so one may be a slip")
    sides = _sides(clash.sides, story)
    return Contradiction(
        id=content_id(
            "x", cluster.id, clash.kind, clash.basis, [claim_id for side in sides for claim_id in side.claim_ids]
        ),
        cluster_id=cluster.id,
        kind=clash.kind,
        sides=sides,
        weight=round(weight, 2),
        basis=clash.basis,
        explanation=f"{_explain(clash, story)}.{''.join(f' {remark[0].upper()}{remark[1:]}.' for remark in remarks)}",
    )


def update_of(clash: Clash, cluster: ClaimCluster, story: Story) -> Update:
    """The clash as an update, its sides in order of publication."""
    in_order = clash._replace(sides=tuple(sorted(clash.sides, key=lambda side: published_days(side, story))))
    sides = _sides(in_order.sides, story)
    return Update(
        id=content_id("u", cluster.id, clash.kind, [claim_id for side in sides for claim_id in side.claim_ids]),
        cluster_id=cluster.id,
        kind=clash.kind,
        sides=sides,
        explanation=f"In order of publication: {_explain(in_order, story)}.",
    )


def dispute_of(pairs: Sequence[tuple[Claim, Claim]], cluster: ClaimCluster, story: Story) -> Dispute:
    """Parties who say opposite things: who says so on the first side, who denies it on the second."""
    facing = [(second, first) if denies(first) and not denies(second) else (first, second) for first, second in pairs]
    sides = []
    for claims in zip(*facing, strict=True):
        members = list({claim.id: claim for claim in claims}.values())
        voices = dict.fromkeys(story.speaker(claim) or story.outlet(claim) for claim in members)
        sides.append(
            Side(
                value=join_words(tuple(voices)),
                claim_ids=tuple(claim.id for claim in members),
                outlets=story.outlets(members),
            )
        )
    verb = "denied" if all(denies(second) for _, second in facing) else "contradicted"
    return Dispute(
        id=content_id("d", cluster.id),
        cluster_id=cluster.id,
        sides=tuple(sides),
        explanation=f"Said by {sides[0].value}; {verb} by {sides[1].value}. "
        "The articles report both, so the dispute is the parties' own.",
    )


def discrepancy_of(gap: Gap, cluster: ClaimCluster, story: Story) -> Discrepancy:
    sides = _sides([[gap.first], [gap.second]], story)
    told = "; ".join(f"{tell_outlets(side.outlets)}: {side.value}" for side in sides)
    return Discrepancy(
        id=content_id("g", cluster.id, [claim_id for side in sides for claim_id in side.claim_ids]),
        cluster_id=cluster.id,
        sides=sides,
        size=round(gap.size, 2),
        explanation=f"{told}. Both can hold, since a bound is open; the figures still lie far apart.",
    )


def published_days(side: Sequence[Valued], story: Story) -> list[int]:
    """The publication days of a side's articles as ordinals, in order; none if any is not known."""
    days = [story.article(valued.claim).published for valued in side]
    known = sorted(day.toordinal() for day in days if day)
    return known if len(known) == len(days) else []


def _sides(sides: Iterable[Sequence[Valued]], story: Story) -> tuple[Side, ...]:
    return tuple(
        Side(
            value=join_words(tuple(dict.fromkeys(valued.told for valued in side))),
            claim_ids=tuple(valued.claim.id for valued in side),
            outlets=story.outlets(valued.claim for valued in side),
        )
        for side in sides
    )


def _explain(clash: Clash, story: Story) -> str:
    """Who gives which value, each value in the words of those who give it."""
    told = []
    for side in clash.sides:
        readings: dict[tuple[str, str], list[Claim]] = {}
        for valued in side:
            quoting = story.speaker(valued.claim) if clash.kind in OF_VALUES else None
            readings.setdefault((quoting or "", valued.reading), []).append(valued.claim)
        told.append(
            ", and ".join(_gives(clash.kind, story.outlets(claims), *reading) for reading, claims in readings.items())
        )
    return "; ".join(told)


def _gives(kind: ContradictionKind, outlets: Sequence[str], quoting: str, reading: str) -> str:
    one, several = VERBS.get(kind, ("says", "say"))
    source = f", quoting {quoting}," if quoting else ""
    return f"{tell_outlets(outlets)}{source} {one if len(outlets) == 1 else several} {reading}"


def _all(clash: Clash) -> list[Valued]:
    return [valued for side in clash.sides for valued in side]


def _dated_apart(clash: Clash) -> bool:
    """True if claims of two sides are dated, and not alike."""
    dated = [[valued.claim.when for valued in side if valued.claim.when] for side in clash.sides]
    alike = (Relation.SAME, Relation.INCOMPARABLE)
    return any(
        relate_times(one, other).relation not in alike
        for first, second in combinations(dated, 2)
        for one in first
        for other in second
    )


def _weekdays_are_neighbours(clash: Clash) -> bool:
    values = [side[0].value for side in clash.sides]
    days = [value.weekday for value in values if isinstance(value, TimeValue) and value.weekday is not None]
    return len(days) == len(values) == 2 and abs(days[0] - days[1]) in (1, 6)
