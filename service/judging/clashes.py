"""Values on one point that cannot both hold, found in code."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from schemas.claims import Claim, Factuality, Polarity, QuotationMode
from schemas.conflicts import Basis, ContradictionKind
from schemas.values import Quantity, Relation, TimeValue, ValueRelation
from service.judging.voices import Voices
from service.story import Story
from service.text.mentions import quoted_words, words_of
from service.text.names import Kind, find_names, kind_of, same_person
from service.text.quantities import same_counted
from service.text.relations import relate_quantities, relate_times
from service.text.swaps import counted_by_fate
from service.text.telling import tell_quantity, tell_reading, tell_time

ATTRIBUTION_WEIGHT = 0.7
"""One quotation in two mouths: one of the two outlets errs."""
SAME_QUOTATION_FROM = 90
"""Similarity of the words (rapidfuzz ratio, 0 to 100) from which two quotations are one. Translations stay below."""
SAME_QUOTATION_WORDS = 6
"""Shorter quotations can be two people's by chance."""


class Valued(NamedTuple):
    """A claim, one value of it, and the value in words, bare and with how it was read."""

    claim: Claim
    value: TimeValue | Quantity | str
    told: str
    reading: str


class Clash(NamedTuple):
    """Sides that cannot all hold; what that means is decided elsewhere."""

    kind: ContradictionKind
    sides: tuple[tuple[Valued, ...], ...]
    weight: float
    reason: str
    basis: Basis


class Gap(NamedTuple):
    """Two values that can both hold and yet lie far apart."""

    first: Valued
    second: Valued
    size: float


Relate = Callable[[Valued, Valued], ValueRelation]


def clashes_of(claims: Sequence[Claim], story: Story, voices: Voices) -> Iterator[Clash]:
    """The clashes between claims on one point: of their times, their quantities, and who said a quotation."""
    affirming = [claim for claim in claims if not denies(claim)]
    for dated in _dated(affirming):
        yield from _clash(ContradictionKind.TEMPORAL, dated, _relate_times)
    for counted in _counted(affirming):
        yield from _clash(ContradictionKind.NUMERIC, counted, _relate_quantities)

    def relate_speakers(a: Valued, b: Valued) -> ValueRelation:
        return _relate_speakers(a, b, voices)

    yield from _clash(ContradictionKind.ATTRIBUTION, _quoted(claims, story), relate_speakers)


def denies(claim: Claim) -> bool:
    """True if the claim says that something is not so: its values are those of what it denies."""
    return claim.polarity is Polarity.NEGATIVE or claim.factuality is Factuality.DENIED


def gaps_of(claims: Sequence[Claim], at_least: float) -> Iterator[Gap]:
    """The widest discrepancy of one-sided quantities among the claims, if it reaches `at_least`."""
    for counted in _counted([claim for claim in claims if not denies(claim)]):
        gaps = [
            Gap(first, second, _relate_quantities(first, second).discrepancy)
            for first, second in combinations(counted, 2)
            if first.claim.article_id != second.claim.article_id
        ]
        widest = max(gaps, key=lambda gap: gap.size, default=None)
        if widest and widest.size >= at_least:
            yield widest


def _dated(claims: Sequence[Claim]) -> Iterator[list[Valued]]:
    """The claims with a time; what is planned is held against plans only."""
    for planned in (False, True):
        yield [
            Valued(claim, claim.when, tell_time(claim.when), tell_reading(claim.when))
            for claim in claims
            if claim.when and (claim.factuality is Factuality.PLANNED) == planned
        ]


def _counted(claims: Sequence[Claim]) -> Iterator[list[Valued]]:
    """The claims' quantities, by what they count. A claim that counts it twice says which is which; we could not."""
    kinds: list[list[tuple[Claim, Quantity]]] = []
    for claim in claims:
        for told in claim.quantities:
            quantity = counted_by_fate(told, claim.statement)
            kind = next((kind for kind in kinds if same_counted(kind[0][1], quantity)), None)
            if kind is None:
                kinds.append(kind := [])
            kind.append((claim, quantity))
    for kind in kinds:
        times = [claim.id for claim, _ in kind]
        yield [
            Valued(claim, quantity, tell_quantity(quantity), f"“{quantity.surface}”")
            for claim, quantity in kind
            if times.count(claim.id) == 1
        ]


def _quoted(claims: Sequence[Claim], story: Story) -> list[Valued]:
    return [
        Valued(claim, speaker, speaker, f"the words to {speaker}")
        for claim in claims
        if claim.attribution.mode is QuotationMode.DIRECT and (speaker := story.speaker(claim))
    ]


def _relate_times(a: Valued, b: Valued) -> ValueRelation:
    assert isinstance(a.value, TimeValue) and isinstance(b.value, TimeValue)  # noqa: S101, PT018 - narrows the union
    return relate_times(a.value, b.value)


def _relate_quantities(a: Valued, b: Valued) -> ValueRelation:
    assert isinstance(a.value, Quantity) and isinstance(b.value, Quantity)  # noqa: S101, PT018 - narrows the union
    return relate_quantities(a.value, b.value)


def _relate_speakers(a: Valued, b: Valued, voices: Voices) -> ValueRelation:
    """Two people cannot both have coined one long quotation; a spokeswoman and her ministry can."""
    first, second = (words_of(quoted_words(each.claim.evidence.quote)) for each in (a, b))
    long_enough = min(len(first), len(second)) >= SAME_QUOTATION_WORDS
    if not long_enough or fuzz.ratio(first, second) < SAME_QUOTATION_FROM:
        return ValueRelation(relation=Relation.INCOMPARABLE, reason="other words")
    if voices.same(a.claim, b.claim) or not (_is_personal_name(a.told) and _is_personal_name(b.told)):
        return ValueRelation(relation=Relation.COMPATIBLE, reason="one may speak for the other")
    if same_person(a.told, b.told).same is not False:
        return ValueRelation(relation=Relation.COMPATIBLE, reason="the speakers may be one person")
    return ValueRelation(
        relation=Relation.CONTRADICTS, reason="the same words are given to different people", gap=ATTRIBUTION_WEIGHT
    )


def _is_personal_name(speaker: str) -> bool:
    return any(kind_of(mention.surface) is Kind.PERSON for mention in find_names(speaker))


def _clash(kind: ContradictionKind, values: Sequence[Valued], relate: Relate) -> Iterator[Clash]:
    """The one clash among the values, if any: sides within which all can hold, each against at least one other.

    A value that can hold beside several sides (a vague one between two figures) belongs to none.
    """
    against: dict[int, set[int]] = {at: set() for at in range(len(values))}
    strongest: ValueRelation | None = None
    for first, second in combinations(range(len(values)), 2):
        if values[first].claim.article_id == values[second].claim.article_id:
            continue
        related = relate(values[first], values[second])
        if related.relation is Relation.CONTRADICTS:
            against[first].add(second)
            against[second].add(first)
            if strongest is None or related.gap > strongest.gap:
                strongest = related
    if strongest is None:
        return
    sides = _sides(values, against)
    for at in (at for at, others in against.items() if not others):
        fitting = [side for side in sides if _agrees(values, at, side, relate)]
        if len(fitting) == 1:
            fitting[0].append(at)
    in_order = tuple(tuple(values[at] for at in sorted(side)) for side in sides)
    yield Clash(kind, in_order, strongest.gap, strongest.reason, Basis.VALUES)


def _sides(values: Sequence[Valued], against: Mapping[int, set[int]]) -> list[list[int]]:
    """Put everyone who is against somebody on the one side that holds nobody he is against.

    The precise come first and make the sides; who is vague and fits several of them is on none.
    """
    sides: list[list[int]] = []
    in_conflict = [at for at, others in against.items() if others]
    for at in sorted(in_conflict, key=lambda at: (_width(values[at].value), at)):
        fitting = [side for side in sides if not against[at] & set(side)]
        if not fitting:
            sides.append([at])
        elif len(fitting) == 1:
            fitting[0].append(at)
    return sorted(sides, key=min)


def _width(value: TimeValue | Quantity | str) -> float:
    """How vague a value is: the length of its interval."""
    match value:
        case TimeValue(earliest=first, latest=last):
            return (last - first).days if first and last else math.inf
        case Quantity(low=low, high=high):
            return high - low if low is not None and high is not None else math.inf
        case _:
            return 0.0


def _agrees(values: Sequence[Valued], at: int, side: Sequence[int], relate: Relate) -> bool:
    agreeing = (Relation.SAME, Relation.REFINES, Relation.COMPATIBLE)
    return all(relate(values[at], values[other]).relation in agreeing for other in side)
