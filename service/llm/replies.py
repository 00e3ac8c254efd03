"""Replies that are kept, where they are kept, and what is said to a model whose reply was no good."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, runtime_checkable

from pydantic import Field, ValidationError

from schemas.base import Record

FAULTS_NAMED = 10


class StoredReply(Record):
    """A reply that followed its schema when it was kept. `text` is the JSON as the model wrote it."""

    prompt: str = Field(description="Name of the prompt.")
    model: str
    text: str
    prompt_tokens: int = Field(ge=0)
    completion_tokens: int = Field(ge=0)
    created: datetime


class ReplySource(Protocol):
    """Replies by content key (`reply_key`)."""

    def get(self, key: str) -> StoredReply | None: ...


@runtime_checkable
class ReplyStore(ReplySource, Protocol):
    """A source that also takes replies in. A key that is there already keeps the later reply."""

    def put(self, key: str, reply: StoredReply) -> None: ...


WORDS_FOR_FAULT = {
    "missing": "is missing",
    "extra_forbidden": "has a field that the schema does not name",
    "literal_error": "is not one of the allowed values",
    "enum": "is not one of the allowed values",
    "json_invalid": "is not JSON",
}
"""Pydantic's kinds of error in words of our own: its messages change between versions and quote the reply."""


def faults_of(error: ValidationError) -> tuple[str, ...]:
    """What is wrong with a reply, by path of field, without a word of the reply itself."""
    faults = []
    for fault in error.errors(include_url=False, include_context=False, include_input=False):
        kind = fault["type"]
        # The last step to a surplus field is its name, which the model made up.
        steps = fault["loc"][:-1] if kind == "extra_forbidden" else fault["loc"]
        place = ".".join(map(str, steps)) or "the reply"
        words = WORDS_FOR_FAULT.get(kind, "has the wrong type" if kind.endswith("_type") else "is not valid")
        faults.append(f"{place} {words}")
    return tuple(dict.fromkeys(faults))


def correction(faults: Iterable[str]) -> str:
    """The text of the one re-ask. Equal faults give equal text, so that a recording answers it."""
    named = list(faults)
    lines = [f"- {fault}" for fault in named[:FAULTS_NAMED]]
    if len(named) > FAULTS_NAMED:
        lines.append(f"- and {len(named) - FAULTS_NAMED} more of the kind")
    return "\n".join(
        [
            "Your reply does not follow the JSON schema:",
            *lines,
            "Reply again, to the same task, with one complete JSON object that follows the schema, and nothing else.",
        ]
    )
