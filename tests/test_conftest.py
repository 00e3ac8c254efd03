"""Replaying and recording, as `conftest` sets them up: what was asked is answered, and nothing else."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict
from vcr.request import Request

from prompts import RenderedPrompt
from service.llm import Gateway, LiteLLMTransport, ModelSettings, close_connections
from tests.conftest import (
    MODEL_ADDRESS,
    CassetteMiss,
    ReadableYaml,
    asked_of,
    impersonal_request,
    impersonal_response,
    refuse_unsafe_modes,
)
from tests.llm.stub import Provider, completion, says

PROJECT = Path(__file__).parents[1]


class City(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    city: str


def ask(address: str, *texts: str) -> list[City]:
    """Ask in turn; waits between tries are not waited."""
    chosen = ModelSettings(model="openai/stub", api_base=address, max_tokens=50)

    async def sleep(_: float) -> None:
        return

    async def in_turn() -> list[City]:
        gateway = Gateway(chosen, LiteLLMTransport(chosen, sleep=sleep))
        try:
            return [
                await gateway.ask(RenderedPrompt(name="locate", system="Name the city.", user=text), City)
                for text in texts
            ]
        finally:
            await close_connections()

    return asyncio.run(in_turn())


@pytest.mark.vcr
def test_a_cassette_answers_what_it_holds_in_any_order(model_address: str, record_mode: str) -> None:
    """Its cassette is written by hand. The second question meets an overload before its answer."""
    if record_mode != "none":
        pytest.skip("this test is about replaying")

    assert ask(model_address, "the harbour", "the market") == [City(city="Rome"), City(city="Oslo")]

    with pytest.raises(CassetteMiss, match=r"no reply to “Name the city\.” \(key [0-9a-f]{32}\)"):
        ask(model_address, "the bridge")
    with pytest.raises(CassetteMiss):
        ask(model_address, "the harbour")  # each answer is given once


def test_a_miss_is_no_exception_that_a_client_could_catch() -> None:
    assert not issubclass(CassetteMiss, Exception)


BODY = json.dumps(
    {
        "model": "stub",
        "messages": [{"role": "system", "content": "Name the city.\nBriefly."}, {"role": "user", "content": "Zürich"}],
        "max_tokens": 50,
        "temperature": 0.0,
    }
)


def test_a_kept_request_has_no_address_and_no_key() -> None:
    headers = {"Authorization": "Bearer abcdef", "User-Agent": "x", "Content-Type": "application/json"}
    request = Request("POST", "http://127.0.0.1:8765/v1/chat/completions", BODY, headers)

    kept = impersonal_request(request)

    assert kept.uri == f"{MODEL_ADDRESS}/chat/completions"
    assert dict(kept.headers) == {"Content-Type": "application/json"}
    assert request.uri == "http://127.0.0.1:8765/v1/chat/completions", "what is sent stays as it was"
    assert "Authorization" in request.headers


def test_a_kept_response_has_its_type_and_no_other_header() -> None:
    response = {"status": {}, "headers": {"Set-Cookie": ["a"], "content-type": ["application/json"]}, "body": {}}

    assert impersonal_response(response)["headers"] == {"content-type": ["application/json"]}


@pytest.mark.parametrize(
    ("field", "value"),
    [("model", "other"), ("max_tokens", 51), ("temperature", 1), ("messages", [{"role": "user", "content": "x"}])],
)
def test_requests_that_ask_for_different_things_differ_in_key(field: str, value: Any) -> None:
    other = json.dumps(json.loads(BODY) | {field: value})
    assert asked_of(BODY.encode()).key != asked_of(other.encode()).key


def test_requests_that_differ_in_writing_alone_share_a_key() -> None:
    compact = json.dumps(json.loads(BODY) | {"user": "x", "n": 1}, separators=(",", ":"), ensure_ascii=False)
    assert asked_of(BODY.encode()).key == asked_of(compact.encode()).key


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
bodies = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00")),
    st.builds(json.dumps, json_values),
    st.builds(lambda value: json.dumps(value, separators=(",", ":")), json_values),
    st.builds(lambda value: json.dumps(value, indent=2), json_values),
)


@settings(deadline=None, max_examples=60)
@given(bodies, bodies)
@example("\x85", "two\u2028lines\n")
def test_every_body_comes_back_byte_for_byte(asked: str, answered: str) -> None:
    cassette = {
        "version": 1,
        "interactions": [
            {"request": {"method": "POST", "body": asked}, "response": {"body": {"string": answered}}},
        ],
    }
    text = ReadableYaml().serialize(json.loads(json.dumps(cassette)))
    assert ReadableYaml().deserialize(text) == cassette


def test_a_prompt_of_several_lines_stands_in_the_file_as_lines() -> None:
    interaction = {"request": {"method": "POST", "body": BODY}, "response": {"body": {"string": "{}"}}}
    text = ReadableYaml().serialize({"version": 1, "interactions": [interaction]})

    assert "content: |-\n" in text
    assert re.search(r"^ +Name the city\.\n +Briefly\.$", text, re.MULTILINE)
    assert "Zürich" in text


def test_interactions_are_ordered_by_key_and_keep_their_order_within_one() -> None:
    def interaction(body: str, answer: str) -> dict[str, Any]:
        return {"request": {"method": "POST", "body": body}, "response": {"body": {"string": answer}}}

    other = BODY.replace("stub", "other")
    together = [interaction(BODY, "a"), interaction(other, "x"), interaction(BODY, "b"), interaction(other, "y")]
    kept = yaml.safe_load(ReadableYaml().serialize({"version": 1, "interactions": together}))["interactions"]

    assert "".join(one["response"]["body"]["string"] for one in kept) in {"abxy", "xyab"}


NESTED_CONFTEST = "from tests.conftest import *\n"

NESTED_TESTS = """
import aiohttp, asyncio, json, pytest

async def post(address):
    body = json.dumps({"model": "stub", "messages": [{"role": "user", "content": "the harbour"}]})
    headers = {"Authorization": "Bearer secret-of-mine", "Content-Type": "application/json"}
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{address}/chat/completions", data=body, headers=headers) as response:
            return (await response.json())["choices"][0]["message"]["content"]

@pytest.mark.vcr
def test_good(model_address):
    assert asyncio.run(post(model_address)) == "Rome"

@pytest.mark.vcr
def test_bad(model_address):
    assert asyncio.run(post(model_address)) == "Oslo"
"""


def run_nested(folder: Path, *options: str, relay: str = "") -> dict[str, int]:
    """Outcomes, counted, of a run of pytest with this project's set-up on the tests above."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "TWOSOURCE_RELAY": relay}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--block-network", "--rootdir", str(folder)]
    done = subprocess.run(
        [*command, "-c", str(folder / "pytest.ini"), *options, str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return {outcome: int(count) for count, outcome in re.findall(r"(\d+) (passed|failed|error)", done.stdout)}


def test_recording_keeps_what_passed_and_nothing_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "conftest.py").write_text(NESTED_CONFTEST)
    (tmp_path / "test_nested.py").write_text(NESTED_TESTS)
    with Provider() as provider:
        provider.script("harbour", says("Rome"))
        recorded = run_nested(tmp_path, "--record-mode=new_episodes", relay=provider.url)

    assert recorded == {"passed": 1, "failed": 1}
    (kept,) = tmp_path.rglob("*.yaml")
    assert kept == tmp_path / "cassettes" / "test_nested" / "test_good.yaml"
    assert not {"127.0.0.1", "secret-of-mine"} & set(re.findall(r"[\w.-]+", kept.read_text()))
    (interaction,) = ReadableYaml().deserialize(kept.read_text())["interactions"]
    assert interaction["request"]["uri"] == f"{MODEL_ADDRESS}/chat/completions"
    assert interaction["response"]["body"]["string"] == completion("Rome")


@pytest.mark.parametrize("mode", ["all", "rewrite", "once"])
def test_modes_that_lose_recordings_are_refused(mode: str) -> None:
    with pytest.raises(pytest.UsageError, match="new_episodes"):
        refuse_unsafe_modes(mode)


def test_recording_without_an_endpoint_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TWOSOURCE_RELAY", raising=False)
    with pytest.raises(pytest.UsageError, match="TWOSOURCE_RELAY"):
        refuse_unsafe_modes("new_episodes")
