"""corroborate: clusters in, their standing out. It counts independent origins, not outlets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from schemas.articles import SharedPassage
from schemas.clusters import ClaimCluster, Corroboration, CorroborationStatus
from schemas.conflicts import Contradiction, Dispute
from service.judging.origins import Vouching, copies_of, origins_of
from service.judging.voices import Voices
from service.story import Story
from service.text.telling import join_words, tell_outlets

DISPUTED_FROM = 0.35
"""Weight from which a contradiction makes its point disputed and must be told in the summary."""


class SourceDifferences(Protocol):
    """What the comparison found, as far as it bears on a point's standing."""

    @property
    def contradictions(self) -> tuple[Contradiction, ...]: ...
    @property
    def disputes(self) -> tuple[Dispute, ...]: ...


def corroborate(
    clusters: Iterable[ClaimCluster],
    differences: SourceDifferences,
    voices: Voices,
    shared: Sequence[SharedPassage],
    story: Story,
) -> tuple[Corroboration, ...]:
    """The standing of every cluster, with who vouches for it and who is silent on it.

    Args:
        clusters: in the story's order.
        differences: found between the claims of these clusters.
        voices: the story's speakers, joined.
        shared: passages that articles of the story have in common.
        story: the clusters' story.
    """
    copies = copies_of(story.articles.values(), shared)
    disputed = {each.cluster_id for each in differences.contradictions if each.weight >= DISPUTED_FROM}
    disputed |= {each.cluster_id for each in differences.disputes}
    outlets = tuple(dict.fromkeys(article.outlet for article in story.articles.values()))
    standings = []
    for cluster in clusters:
        claims = [story.claims[claim_id] for claim_id in cluster.claim_ids]
        vouching = origins_of(claims, story, voices, copies)
        said_by = story.outlets(claims)
        status = CorroborationStatus.DISPUTED if cluster.id in disputed else _status(vouching)
        standings.append(
            Corroboration(
                cluster_id=cluster.id,
                status=status,
                origins=vouching.origins,
                outlets=said_by,
                silent=tuple(outlet for outlet in outlets if outlet not in said_by),
                unattributed=vouching.unattributed,
                reason=_reason(status, vouching),
            )
        )
    return tuple(standings)


def _status(vouching: Vouching) -> CorroborationStatus:
    if len(vouching.origins) > 1:
        return CorroborationStatus.CORROBORATED
    return CorroborationStatus.ECHOED if len(vouching.outlets) > 1 else CorroborationStatus.SINGLE_SOURCE


def _reason(status: CorroborationStatus, vouching: Vouching) -> str:
    origins = join_words([origin.name for origin in vouching.origins])
    outlets, independent = len(vouching.outlets), len(vouching.origins)
    told = f"{_counted(outlets, 'outlet')}, {_counted(independent, 'independent origin')}: {origins}"
    if vouching.unattributed:
        told += f"; {tell_outlets(vouching.unattributed)} without naming a source"
    if vouching.denied_by:
        told += f"; denied by {join_words(vouching.denied_by)}"
    if status is CorroborationStatus.DISPUTED:
        told += "; the sources differ on it"
    return told


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
