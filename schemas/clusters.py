"""Claims on one point, and how many independent origins vouch for them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from schemas.base import Record


class ClaimCluster(Record):
    """Claims of one or more articles on the same point: the same event and the same aspect of it."""

    id: str
    point: str = Field(description="What the claims are about, in words.")
    claim_ids: tuple[str, ...]
    changes_over_time: bool = Field(
        default=False, description="The value can honestly differ between days, as a death toll does."
    )


class OriginKind(StrEnum):
    SPEAKER = "speaker"
    INSTITUTION = "institution"
    UNNAMED = "unnamed"
    WIRE = "wire"
    OUTLET = "outlet"


class Origin(Record):
    """Who ultimately vouches for a claim."""

    name: str
    kind: OriginKind
    article_ids: tuple[str, ...] = Field(description="The articles through which it speaks here.")
    also_known_as: tuple[str, ...] = Field(
        default=(), description="Other names in the articles that were counted as it."
    )


class CorroborationStatus(StrEnum):
    CORROBORATED = "corroborated"
    ECHOED = "echoed"
    SINGLE_SOURCE = "single-source"
    DISPUTED = "disputed"


class Corroboration(Record):
    """The standing of one cluster. It counts origins, not outlets."""

    cluster_id: str
    status: CorroborationStatus
    origins: tuple[Origin, ...]
    outlets: tuple[str, ...]
    silent: tuple[str, ...] = Field(description="Outlets of the story that say nothing on the point.")
    unattributed: tuple[str, ...] = Field(
        default=(), description="Outlets that tell in their own voice what others attribute; they do not count."
    )
    reason: str
