"""What is sent to a model, and the key that names its reply."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache, cached_property
from typing import Any, Literal, Self

from pydantic import BaseModel, Field

from prompts import RenderedPrompt
from schemas.base import Record

KEY_HEX_DIGITS = 32
BYTES_PER_TOKEN = 4
"""Rule of thumb for English text in byte-pair encodings; only used to refuse before spending."""

ANNOTATIONS = ("title", "default")
"""Keywords that pydantic adds and a model does not need; strict mode refuses defaults."""

JsonSchema = dict[str, Any]


class ModelSettings(Record):
    """Which model, and how it is asked. Times in seconds."""

    model: str = Field(description="provider/name, as in openai/gpt-4o-mini.")
    api_base: str | None = Field(default=None, description="Address of an endpoint other than the provider's own.")
    timeout_s: float = Field(default=120, gt=0, description="For one HTTP request.")
    deadline_s: float = Field(default=600, gt=0, description="For one reply, all tries and waits together.")
    attempts: int = Field(default=3, ge=1, description="HTTP requests for one reply, at most.")
    max_tokens: int = Field(default=8000, ge=1, description="Length of a reply, at most.")
    temperature: float | None = Field(default=0.0, ge=0, description="Null: not sent, for models that refuse it.")
    concurrency: int = Field(default=32, ge=1, description="Calls in flight at once.")


class Message(Record):
    role: Literal["system", "user", "assistant"]
    content: str


class ChatRequest(Record):
    """One request for one reply, whatever carries it. `key` names it in the store, in logs and in errors."""

    prompt: str = Field(description="Name of the prompt.")
    model: str
    messages: tuple[Message, ...]
    reply_name: str
    reply_schema: JsonSchema
    temperature: float | None
    max_tokens: int

    @classmethod
    def build(cls, settings: ModelSettings, prompt: RenderedPrompt, reply: type[BaseModel]) -> Self:
        return cls(
            prompt=prompt.name,
            model=settings.model,
            messages=(Message(role="system", content=prompt.system), Message(role="user", content=prompt.user)),
            reply_name=reply.__name__,
            reply_schema=strict_schema(reply),
            temperature=settings.temperature,
            max_tokens=settings.max_tokens,
        )

    @cached_property
    def key(self) -> str:
        return reply_key(self.model, self.wire_messages, self.reply_schema, self.temperature, self.max_tokens)

    @property
    def wire_messages(self) -> list[dict[str, str]]:
        return [message.model_dump() for message in self.messages]

    @property
    def response_format(self) -> dict[str, Any]:
        schema = {"name": self.reply_name, "strict": True, "schema": self.reply_schema}
        return {"type": "json_schema", "json_schema": schema}

    @property
    def size(self) -> int:
        """Bytes of messages and schema: what the prompt tokens are estimated from."""
        texts = [message.content for message in self.messages]
        return sum(len(text.encode("utf-8", "replace")) for text in [*texts, compact_json(self.reply_schema)])

    @property
    def estimated_tokens(self) -> int:
        return -(-self.size // BYTES_PER_TOKEN)

    def re_asked(self, text: str, correction: str) -> Self:
        """The same request after a reply that was refused, with what was wrong with it."""
        said = (Message(role="assistant", content=text),) if text.strip() else ()
        return self.model_copy(
            update={"messages": (*self.messages, *said, Message(role="user", content=correction))},
        )


def reply_key(
    model: str,
    messages: Sequence[dict[str, str]],
    schema: JsonSchema | None,
    temperature: float | None,
    max_tokens: int | None,
) -> str:
    """Name of the reply to a request: 32 hexadecimal digits over everything that decides it.

    Address and key of the provider are no part of it. The order of a schema's properties is: a model writes its
    reply in that order.
    """
    sampling = None if temperature is None else float(temperature)
    turns = [[message["role"], message["content"]] for message in messages]
    decisive = compact_json([model, turns, schema, sampling, max_tokens])
    return hashlib.sha256(decisive.encode()).hexdigest()[:KEY_HEX_DIGITS]


def compact_json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


@cache
def strict_schema(model: type[BaseModel]) -> JsonSchema:
    """The JSON schema of a reply, in the strict dialect and in as few tokens as it can be.

    Every object is closed and requires all its properties; titles, defaults and docstrings are left out, the
    descriptions of fields stay.

    Raises:
        ValueError: the model has a field that strict mode cannot bind, such as a dictionary with free keys.
    """
    schema = model.model_json_schema()
    definitions = schema.pop("$defs", {})
    strict = _without_docstring(_strict(schema, model.__name__))
    if definitions:
        strict["$defs"] = {name: _without_docstring(_strict(node, name)) for name, node in definitions.items()}
    return strict


def _without_docstring(definition: JsonSchema) -> JsonSchema:
    """Pydantic takes a class's docstring for its description; that one speaks to programmers."""
    return {keyword: value for keyword, value in definition.items() if keyword != "description"}


def _strict(node: JsonSchema, place: str) -> JsonSchema:
    if "$ref" in node:
        return {"$ref": node["$ref"]}  # strict mode allows nothing beside a reference
    strict: JsonSchema = {}
    for keyword, value in node.items():
        if keyword in ANNOTATIONS or keyword == "discriminator":
            continue
        if keyword == "properties":
            strict[keyword] = {name: _strict(child, f"{place}.{name}") for name, child in value.items()}
        elif keyword == "items":
            strict[keyword] = _strict(value, place)
        elif keyword in {"anyOf", "oneOf"}:
            strict["anyOf"] = [_strict(child, place) for child in value]
        else:
            strict[keyword] = value
    return _closed(strict, place) if node.get("type") == "object" else strict


def _closed(node: JsonSchema, place: str) -> JsonSchema:
    if node.get("additionalProperties"):
        raise ValueError(f"{place} has free keys, which a strict schema cannot bind; use a list of records")
    properties = node.get("properties", {})
    return {**node, "properties": properties, "required": list(properties), "additionalProperties": False}
