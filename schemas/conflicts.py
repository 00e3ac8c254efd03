"""Where sources differ: contradictions, and their siblings that are none."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from schemas.base import Record


class ContradictionKind(StrEnum):
    TEMPORAL = "temporal"
    NUMERIC = "numeric"
    ENTITY = "entity"
    POLARITY = "polarity"
    ATTRIBUTION = "attribution"
    QUOTATION = "quotation"


class Basis(StrEnum):
    """What a contradiction rests on: values compared in code, or an analyst's reading that values did not veto."""

    VALUES = "values"
    ANALYST = "analyst"


class Side(Record):
    """One side of a difference: a value and the claims that hold it."""

    value: str
    claim_ids: tuple[str, ...]
    outlets: tuple[str, ...]


class Contradiction(Record):
    """At least two grounded claims on one point whose values cannot both hold."""

    id: str
    cluster_id: str
    kind: ContradictionKind
    sides: tuple[Side, ...]
    weight: float = Field(ge=0, le=1)
    basis: Basis
    explanation: str


class Update(Record):
    """The later word on a thing that changed; not a contradiction. Sides in order of time."""

    id: str
    cluster_id: str
    kind: ContradictionKind
    sides: tuple[Side, ...]
    explanation: str


class Dispute(Record):
    """Parties who say opposite things, faithfully reported: a dispute in the world, not an error between outlets."""

    id: str
    cluster_id: str
    sides: tuple[Side, ...]
    explanation: str


class Discrepancy(Record):
    """Values that can both hold, strictly taken, yet lie so far apart that an editor should look."""

    id: str
    cluster_id: str
    sides: tuple[Side, ...]
    size: float = Field(ge=0, le=1)
    explanation: str
