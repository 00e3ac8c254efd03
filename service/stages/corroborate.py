"""corroborate: clusters in, their standing out. It counts independent origins, not outlets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from schemas.articles import SharedPassage
from schemas.clusters import ClaimCluster, Corroboration, CorroborationStatus
from schemas.conflicts import Contradiction, Dispute
from schemas.replies import Voice
from service.judging.origins import Voices, Vouching, copies_of, origins_of
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
    voices: Iterable[Voice],
    shared: Sequence[SharedPassage],
    story: Story,
) -> tuple[Corroboration, ...]:
    """The standing of every cluster, with who vouches for it and who is silent on it."""
    joined = Voices(story, voices)
    copies = copies_of(story.articles.values(), shared)
    disputed = {each.cluster_id for each in differences.contradictions if each.weight >= DISPUTED_FROM}
    disputed |= {each.cluster_id for each in differences.disputes}
    outlets = tuple(dict.fromkeys(article.outlet for article in story.articles.values()))
    standings = []
    for cluster in clusters:
        claims = [story.claims[claim_id] for claim_id in cluster.claim_ids]
        vouching = origins_of(claims, story, joined, copies)
        said_by = story.outlets(claims)
        status = CorroborationStatus.DISPUTED if cluster.id in disputed else _status(vouching, said_by)
        standings.append(
            Corroboration(
                cluster_id=cluster.id,
                status=status,
                origins=vouching.origins,
                outlets=said_by,
                silent=tuple(outlet for outlet in outlets if outlet not in said_by),
                reason=_reason(status, vouching, said_by),
            )
        )
    return tuple(standings)


def _status(vouching: Vouching, outlets: Sequence[str]) -> CorroborationStatus:
    if len(vouching.origins) > 1:
        return CorroborationStatus.CORROBORATED
    return CorroborationStatus.ECHOED if len(outlets) > 1 else CorroborationStatus.SINGLE_SOURCE


def _reason(status: CorroborationStatus, vouching: Vouching, outlets: Sequence[str]) -> str:
    origins = join_words([origin.name for origin in vouching.origins])
    told = f"{_counted(len(outlets), 'outlet')}, {_counted(len(vouching.origins), 'independent origin')}: {origins}"
    if vouching.unattributed:
        told += f"; {tell_outlets(vouching.unattributed)} without naming a source"
    if status is CorroborationStatus.DISPUTED:
        told += "; the sources differ on it"
    return told


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
