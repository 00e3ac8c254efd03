"""relate: claims in, clusters out. Code finds the claims in doubt, the analyst groups them."""

from __future__ import annotations

import asyncio
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from schemas.articles import Article
from schemas.base import content_id
from schemas.claims import Claim, Rejection
from schemas.clusters import ClaimCluster
from schemas.replies import ProposedConflict, RelateReply, Voice
from schemas.report import Failure
from service.analyst import Analyst, ClaimWindow, WindowClaim
from service.errors import ProviderError
from service.story import Story
from service.text.mentions import words_of

STAGE = "relate"

STEM_LETTERS = 4
"""Words are looked up by this many first letters: enough to tell most apart, few enough to join inflections and
transliterations ("Mkrtychev", "Mkrtitsev")."""
COMMON_FROM = 60
"""Claims that share a stem with at most so many others are paired with all of them..."""
RAREST = 5
NEIGHBOURS = 3
"""...and where more share it, a claim that has no so many rarer stems is paired with so many that are most like it by
those: the pairs grow with the claims and not with their square. Grouping follows chains of pairs, so the point that all
outlets tell holds together."""
FEW_STEMS = 5
"""Of two claims with more stems than this, one stem in common is chance; they are not looked at closer."""
LINK_FROM = 0.12
"""Cosine of char-4-gram TF-IDF from which a pair is in doubt. Low on purpose: this asks, it does not decide."""
SAME_TIME_DAYS = 14
"""Events that each lie this near their own article's day, with the articles further apart than this, are two events."""


class PairInDoubt(NamedTuple):
    """Two claims, by position, that may be on one point."""

    first: int
    second: int
    similarity: float


class RelatedConflict(NamedTuple):
    """A conflict that the analyst proposes, with its ids turned back into claim ids."""

    first: str
    second: str
    proposal: ProposedConflict


class Relations(NamedTuple):
    clusters: tuple[ClaimCluster, ...]
    conflicts: tuple[RelatedConflict, ...]
    voices: tuple[Voice, ...]
    rejections: tuple[Rejection, ...]
    failures: tuple[Failure, ...]


class _Answer(NamedTuple):
    """What one window brought."""

    claims: Sequence[Claim]
    reply: RelateReply


async def relate(story: Story, analyst: Analyst, window_chars: int) -> Relations:
    """Group the claims that are on one point. Claims that nothing resembles are clusters of one and cost no call.

    A window that fails leaves its claims ungrouped and is told as missing.
    """
    claims = list(story.claims.values())
    windows = list(windows_of(claims, candidate_pairs(claims), window_chars))
    outcomes = await asyncio.gather(*(_ask(window, story, analyst) for window in windows))
    answers = [outcome for outcome in outcomes if isinstance(outcome, _Answer)]
    failures = tuple(
        Failure(
            stage=STAGE,
            subject=f"{len(window)} claims were not compared with each other",
            reason=str(outcome),
            remedy="run again: what was read is kept, only this is asked anew",
        )
        for window, outcome in zip(windows, outcomes, strict=True)
        if isinstance(outcome, ProviderError)
    )
    rejections: list[Rejection] = []
    clusters = list(_clusters(answers, story.articles, rejections))
    grouped = {claim_id for cluster in clusters for claim_id in cluster.claim_ids}
    clusters += [_cluster(claim.statement, [claim]) for claim in claims if claim.id not in grouped]
    order = {claim.id: at for at, claim in enumerate(claims)}
    clusters.sort(key=lambda cluster: min(order[claim_id] for claim_id in cluster.claim_ids))
    return Relations(
        clusters=tuple(clusters),
        conflicts=tuple(_conflicts(answers, clusters, rejections)),
        voices=tuple(voice for answer in answers for voice in answer.reply.voices),
        rejections=tuple(rejections),
        failures=failures,
    )


def candidate_pairs(claims: Sequence[Claim]) -> list[PairInDoubt]:
    """The pairs of claims that may be on one point: those that share a word's stem and are alike in their 4-grams."""
    words = [words_of(claim.statement) for claim in claims]
    grams = [_four_grams(own) for own in words]
    frequency = Counter(chain.from_iterable(grams))
    weights = {gram: (math.log(len(claims) / count) + 1) ** 2 for gram, count in frequency.items()}
    weight = weights.__getitem__
    norms = [math.sqrt(sum(map(weight, own))) or 1.0 for own in grams]
    stems = [_stems(own) for own in words]
    pairs = []
    for first, second in sorted(_sharing_a_stem(stems)):
        if len(stems[first] & stems[second]) == 1 < FEW_STEMS < min(len(stems[first]), len(stems[second])):
            continue
        common = sum(map(weight, grams[first] & grams[second]))
        similarity = common / (norms[first] * norms[second])
        if similarity >= LINK_FROM:
            pairs.append(PairInDoubt(first, second, similarity))
    return pairs


def windows_of(claims: Sequence[Claim], pairs: Iterable[PairInDoubt], window_chars: int) -> Iterator[list[Claim]]:
    """Pack the claims in doubt into windows; those that resemble each other most come into the same one."""
    window: list[int] = []
    size = 0
    for block in _blocks(claims, pairs, window_chars):
        block_size = sum(len(claims[at].statement) for at in block)
        if window and size + block_size > window_chars:
            yield [claims[at] for at in sorted(window)]
            window, size = [], 0
        window += block
        size += block_size
    if window:
        yield [claims[at] for at in sorted(window)]


def _blocks(claims: Sequence[Claim], pairs: Iterable[PairInDoubt], most_chars: int) -> list[list[int]]:
    """Join claims along their pairs, the most alike first, as long as a block fits a window."""
    pairs = sorted(pairs, key=lambda pair: (-pair.similarity, pair.first, pair.second))
    members = {at: [at] for pair in pairs for at in (pair.first, pair.second)}
    size = {at: len(claims[at].statement) for at in members}
    block_of = {at: at for at in members}
    for pair in pairs:
        into, gone = sorted((block_of[pair.first], block_of[pair.second]), key=lambda block: -len(members[block]))
        if into == gone or size[into] + size[gone] > most_chars:
            continue
        block_of.update(dict.fromkeys(members[gone], into))
        members[into] += members.pop(gone)
        size[into] += size.pop(gone)
    return sorted(sorted(block) for block in members.values())


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:STEM_LETTERS] for word in words if len(word) >= STEM_LETTERS)


def _sharing_a_stem(stems: Sequence[frozenset[str]]) -> set[tuple[int, int]]:
    """The pairs of positions to look at, the smaller first."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(stems):
        for stem in own:
            holders[stem].append(at)
    rarest_first = [sorted(own, key=lambda stem: (len(holders[stem]), stem)) for own in stems]
    pairs: set[tuple[int, int]] = set()
    for stem, positions in holders.items():
        if len(positions) <= COMMON_FROM:
            pairs.update(combinations(positions, 2))
            continue
        telling = [at for at in positions if stem in rarest_first[at][:RAREST]]
        alike = sorted(telling, key=lambda at: (rarest_first[at], at))
        for place, at in enumerate(alike):
            pairs.update((min(at, other), max(at, other)) for other in alike[place + 1 : place + 1 + NEIGHBOURS])
    return pairs


def _four_grams(words: Iterable[str]) -> set[str]:
    text = f" {' '.join(words)} "
    return {text[at : at + 4] for at in range(len(text) - 3)}


async def _ask(window: Sequence[Claim], story: Story, analyst: Analyst) -> _Answer | ProviderError:
    shown = tuple(
        WindowClaim(
            id=f"c{number}",
            outlet=story.outlet(claim),
            published=_told_date(story.article(claim)),
            statement=claim.statement,
            when=_told_time(claim),
            speaker=story.told_speaker(claim),
        )
        for number, claim in enumerate(window, start=1)
    )
    speakers = tuple(dict.fromkeys(each.speaker for each in shown if each.speaker))
    try:
        return _Answer(window, await analyst.relate(ClaimWindow(claims=shown, speakers=speakers)))
    except ProviderError as error:
        return error


def _told_date(article: Article) -> str:
    return article.published.isoformat() if article.published else "undated"


def _told_time(claim: Claim) -> str:
    when = claim.when
    if not when or not (when.earliest or when.latest):
        return claim.when_surface or ""
    days = " to ".join(dict.fromkeys(day.isoformat() if day else "open" for day in (when.earliest, when.latest)))
    return f"{when.surface} ({days})"


def _clusters(
    answers: Iterable[_Answer], articles: Mapping[str, Article], rejections: list[Rejection]
) -> Iterator[ClaimCluster]:
    for answer in answers:
        by_id = {f"c{number}": claim for number, claim in enumerate(answer.claims, start=1)}
        placed: set[str] = set()
        for group in answer.reply.groups:
            for claim_id in group.claims:
                if claim_id not in by_id:
                    rejections.append(_rejection("id outside the window", claim_id))
                elif claim_id in placed:
                    rejections.append(_rejection("claim in more than one group", claim_id))
            members = [by_id[each] for each in dict.fromkeys(group.claims) if each in by_id and each not in placed]
            placed.update(group.claims)
            parts = _by_event(members, articles)
            if len(parts) > 1:
                rejections.append(_rejection("group of events at different times, taken apart", group.point))
            for part in parts:
                if len(part) > 1:
                    yield _cluster(group.point, part, changes_over_time=group.changes_over_time)


def _cluster(point: str, claims: Sequence[Claim], *, changes_over_time: bool = False) -> ClaimCluster:
    claim_ids = tuple(claim.id for claim in claims)
    return ClaimCluster(
        id=content_id("p", sorted(claim_ids)), point=point, claim_ids=claim_ids, changes_over_time=changes_over_time
    )


def _by_event(claims: Sequence[Claim], articles: Mapping[str, Article]) -> list[list[Claim]]:
    """Take apart what looks alike but happened at different times: each claim's event is news of its own article's
    day, and those days lie apart. Claims whose time is not known stay with the first."""
    parts: list[list[Claim]] = []
    for claim in claims:
        home = next((part for part in parts if not any(_two_events(claim, other, articles) for other in part)), None)
        if home is None:
            parts.append([claim])
        else:
            home.append(claim)
    return parts


def _two_events(a: Claim, b: Claim, articles: Mapping[str, Article]) -> bool:
    day_a, day_b = _news_day(a, articles), _news_day(b, articles)
    return day_a is not None and day_b is not None and abs(day_a - day_b) > SAME_TIME_DAYS


def _news_day(claim: Claim, articles: Mapping[str, Article]) -> int | None:
    """The day of the claim's article, as an ordinal, if the event lies near it."""
    published, when = articles[claim.article_id].published, claim.when
    if not published or not when or not when.earliest or not when.latest:
        return None
    day = published.toordinal()
    near = day - SAME_TIME_DAYS <= when.earliest.toordinal() and when.latest.toordinal() <= day + SAME_TIME_DAYS
    return day if near else None


def _conflicts(
    answers: Iterable[_Answer], clusters: Iterable[ClaimCluster], rejections: list[Rejection]
) -> Iterator[RelatedConflict]:
    cluster_of = {claim_id: cluster.id for cluster in clusters for claim_id in cluster.claim_ids}
    for answer in answers:
        by_id = {f"c{number}": claim.id for number, claim in enumerate(answer.claims, start=1)}
        for proposal in answer.reply.conflicts:
            first, second = by_id.get(proposal.first), by_id.get(proposal.second)
            if first is None or second is None:
                rejections.append(_rejection("id outside the window", f"{proposal.first}, {proposal.second}"))
            elif first == second or cluster_of[first] != cluster_of[second]:
                rejections.append(_rejection("proposed conflict of claims on different points", proposal.why))
            else:
                yield RelatedConflict(first, second, proposal)


def _rejection(reason: str, detail: str) -> Rejection:
    return Rejection(stage=STAGE, reason=reason, detail=detail)
