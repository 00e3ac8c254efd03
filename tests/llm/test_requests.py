"""A request's key changes with what decides its reply, and its schema is strict and small."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from schemas.replies import ExtractReply, RelateReply, SummaryReply
from service.llm import ModelSettings, reply_key, strict_schema
from service.llm.replies import correction
from service.llm.requests import ChatRequest, compact_json
from tests.llm.asking import City, prompt


class Shade(StrEnum):
    """Not for the model."""

    LIGHT = "light"
    DARK = "dark"


class Page(BaseModel):
    """Not for the model either."""

    title: str = Field(description="as printed")
    shade: Shade = Field(description="of the paper")
    number: int | None = None
    kind: Literal["cover"] = "cover"


class Book(BaseModel):
    title: str
    pages: list[Page]


def objects(node: Any) -> list[dict[str, Any]]:
    """Every object schema within."""
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
    own = [node] if isinstance(node, dict) and node.get("type") == "object" else []
    return own + [found for child in children for found in objects(child)]


@pytest.mark.parametrize("model", [Book, ExtractReply, RelateReply, SummaryReply])
def test_every_object_is_closed_and_requires_all_it_names(model: type[BaseModel]) -> None:
    schema = strict_schema(model)

    assert objects(schema)
    for node in objects(schema):
        assert node["additionalProperties"] is False
        assert node["required"] == list(node["properties"])
    jsonschema.Draft202012Validator.check_schema(schema)


def test_annotations_go_and_fields_that_bear_their_names_stay() -> None:
    assert strict_schema(Book) == {
        "properties": {"title": {"type": "string"}, "pages": {"type": "array", "items": {"$ref": "#/$defs/Page"}}},
        "required": ["title", "pages"],
        "additionalProperties": False,
        "type": "object",
        "$defs": {
            "Page": {
                "properties": {
                    "title": {"description": "as printed", "type": "string"},
                    "shade": {"$ref": "#/$defs/Shade"},
                    "number": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
                    "kind": {"const": "cover", "type": "string"},
                },
                "required": ["title", "shade", "number", "kind"],
                "additionalProperties": False,
                "type": "object",
            },
            "Shade": {"enum": ["light", "dark"], "type": "string"},
        },
    }


def test_free_keys_are_refused_by_name() -> None:
    class Loose(BaseModel):
        counts: dict[str, int]

    with pytest.raises(ValueError, match=r"Loose\.counts has free keys"):
        strict_schema(Loose)


@pytest.mark.parametrize("model", [ExtractReply, RelateReply, SummaryReply])
def test_a_schema_is_smaller_than_what_pydantic_gives(model: type[BaseModel]) -> None:
    assert len(compact_json(strict_schema(model))) < 0.85 * len(compact_json(model.model_json_schema()))


MESSAGES = [{"role": "system", "content": "s"}, {"role": "user", "content": "u"}]
KEY = reply_key("m", MESSAGES, {"type": "object"}, 0.0, 100)


@pytest.mark.parametrize(
    "other",
    [
        ("n", MESSAGES, {"type": "object"}, 0.0, 100),
        ("m", MESSAGES[:1], {"type": "object"}, 0.0, 100),
        ("m", [*MESSAGES[:1], {"role": "user", "content": "u "}], {"type": "object"}, 0.0, 100),
        ("m", [*MESSAGES[:1], {"role": "assistant", "content": "u"}], {"type": "object"}, 0.0, 100),
        ("m", MESSAGES, {"type": "array"}, 0.0, 100),
        ("m", MESSAGES, None, 0.0, 100),
        ("m", MESSAGES, {"type": "object"}, 0.1, 100),
        ("m", MESSAGES, {"type": "object"}, None, 100),
        ("m", MESSAGES, {"type": "object"}, 0.0, 101),
    ],
)
def test_whatever_decides_a_reply_changes_its_key(other: tuple[Any, ...]) -> None:
    assert reply_key(*other) != KEY


def test_a_key_is_hexadecimal_and_stays_what_it_is() -> None:
    """The value is pinned: recordings are looked up by it."""
    assert KEY == "a1244be37b2094ce80b9e0b982754000"
    assert reply_key("m", MESSAGES, {"type": "object"}, 0, 100) == KEY


def test_address_and_time_limits_are_no_part_of_the_key() -> None:
    here = ModelSettings(model="openai/x")
    there = ModelSettings(model="openai/x", api_base="http://10.0.0.1/v1", timeout_s=1, attempts=1, concurrency=1)

    assert ChatRequest.build(here, prompt("a"), City).key == ChatRequest.build(there, prompt("a"), City).key


@given(st.text(), st.text())
def test_texts_that_differ_have_keys_that_differ(one: str, other: str) -> None:
    build = [ChatRequest.build(ModelSettings(model="m"), prompt(text), City) for text in (one, other)]
    assert (build[0].key == build[1].key) is (one == other)


@given(st.lists(st.text(alphabet="abc", min_size=1), max_size=40))
def test_a_correction_names_the_first_faults_and_counts_the_rest(faults: list[str]) -> None:
    text = correction(faults)

    assert text == correction(list(faults))
    assert text.count("\n- ") == min(len(faults), 11)
    if len(faults) > 10:
        assert f"and {len(faults) - 10} more" in text
