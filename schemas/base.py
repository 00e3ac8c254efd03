"""What every record shares: frozen, closed to unknown fields, named by its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

ID_HEX_DIGITS = 12


class Record(BaseModel):
    """A frozen value. Two records with equal fields are equal, and unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def content_id(prefix: str, *parts: str | int | Sequence[str]) -> str:
    """An id that depends on content alone, so that the same input gets the same id in every run.

    >>> content_id("c", "a", 1) == content_id("c", "a", 1)
    True
    """
    digest = hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
    return f"{prefix}_{digest[:ID_HEX_DIGITS]}"
