"""What all tests share: no network, and cassettes that replay real traffic with a model.

A test marked `vcr` replays `cassettes/<module>/<test>.yaml` beside its module. Recording needs an endpoint to record:

    TWOSOURCE_RELAY=http://127.0.0.1:8765/v1 pytest --record-mode=new_episodes tests/...

A request is matched by what decides its reply (model, messages, schema, sampling), never by address or headers. A
request that the cassette does not hold raises `CassetteMiss`.
"""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Generator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml

from service.llm import reply_key

if TYPE_CHECKING:
    from vcr import VCR
    from vcr.request import Request

MODEL_ADDRESS = "http://model.invalid/v1"
"""Stands in every cassette, whatever endpoint was recorded."""

HEADERS_KEPT = ("content-type",)

RELAY_VARIABLE = "TWOSOURCE_RELAY"

FAILED = pytest.StashKey[set[str]]()
"""Node ids of tests that failed: what they recorded is not kept."""


class CassetteMiss(BaseException):
    """A request that the cassette does not hold. No client takes it for an outage, as it is no `Exception`."""

    def __init__(self, *, cassette: Any, failed_request: Request) -> None:
        asked = asked_of(failed_request.body)
        super().__init__(f"{cassette.path} holds no reply to “{asked.title}” (key {asked.key}); record it anew")


class Asked(NamedTuple):
    """What a chat request asks: its content key, and the first line of its first message."""

    key: str
    title: str


@lru_cache(maxsize=1024)
def asked_of(body: bytes) -> Asked:
    """The content key of a chat request's body; a body of another kind is its own key."""
    try:
        request = json.loads(body)
        messages = [{"role": turn["role"], "content": turn["content"]} for turn in request["messages"]]
    except (ValueError, TypeError, KeyError):
        return Asked(reply_key("", [], {"body": repr(body)}, None, None), "no chat request")
    schema = request.get("response_format", {}).get("json_schema", {}).get("schema")
    limit = request.get("max_tokens", request.get("max_completion_tokens"))
    key = reply_key(request.get("model", ""), messages, schema, request.get("temperature"), limit)
    first_lines = str(messages[0]["content"]).strip().splitlines() if messages else []
    return Asked(key, first_lines[0] if first_lines else "")


def same_content(one: Request, other: Request) -> None:
    """vcrpy's matcher: raises AssertionError where the two ask for different things."""
    assert asked_of(one.body).key == asked_of(other.body).key


def impersonal_request(request: Request) -> Request:
    """The request as a cassette keeps it: without address, key, or anything of the machine."""
    kept = copy.copy(request)
    path = request.path.removeprefix("/v1")
    kept.uri = f"{MODEL_ADDRESS}{path}"
    kept.headers = {name: value for name, value in request.headers.items() if name.lower() in HEADERS_KEPT}
    return kept


def impersonal_response(response: dict[str, Any]) -> dict[str, Any]:
    headers = {name: value for name, value in response["headers"].items() if name.lower() in HEADERS_KEPT}
    return {**response, "headers": headers}


class ReadableYaml:
    """vcrpy's serializer: JSON bodies spread out as YAML, where they come back byte for byte; ordered by key."""

    DIALECTS = (
        {"separators": (",", ":"), "ensure_ascii": False},
        {"separators": (",", ":"), "ensure_ascii": True},
        {"separators": (", ", ": "), "ensure_ascii": False},
        {"separators": (", ", ": "), "ensure_ascii": True},
    )

    def serialize(self, cassette: dict[str, Any]) -> str:
        interactions = sorted(cassette["interactions"], key=lambda one: asked_of(_bytes(one["request"]["body"])).key)
        for interaction in interactions:
            interaction["request"]["body"] = self._spread(interaction["request"]["body"])
            body = interaction["response"]["body"]
            if "string" in body:
                interaction["response"]["body"] = {"string": self._spread(body["string"])}
        return _yaml({**cassette, "interactions": interactions})

    def deserialize(self, text: str) -> dict[str, Any]:
        cassette: dict[str, Any] = yaml.safe_load(text)
        for interaction in cassette["interactions"]:
            interaction["request"]["body"] = self._folded(interaction["request"]["body"])
            body = interaction["response"]["body"]
            if "string" in body:
                body["string"] = self._folded(body["string"])
        return cassette

    def _spread(self, body: Any) -> Any:
        if not isinstance(body, str):
            return body
        try:
            value = json.loads(body)
        except ValueError:
            return body
        for number in range(len(self.DIALECTS)):
            spread = {"dialect": number, "json": value}
            if self._folded(yaml.safe_load(_yaml(spread))) == body:
                return spread
        return body

    def _folded(self, body: Any) -> Any:
        if isinstance(body, dict) and "json" in body:
            return json.dumps(body["json"], **self.DIALECTS[body["dialect"]])
        return body


OTHER_LINE_ENDS = set("\r\x85\u2028\u2029\ufeff")


class _BlockDumper(yaml.SafeDumper):
    """Texts of several lines are written as blocks."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _block(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    if OTHER_LINE_ENDS & set(text):
        style = '"'  # YAML reads them as its own line ends unless they are escaped
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_BlockDumper.add_representer(str, _block)


def _yaml(value: Any) -> str:
    return yaml.dump(value, Dumper=_BlockDumper, allow_unicode=True, sort_keys=False, width=120)


def _bytes(body: str | bytes | None) -> bytes:
    return body.encode() if isinstance(body, str) else body or b""


class KeepsGoodOnes:
    """vcrpy's persister: what a failing test recorded is thrown away."""

    def __init__(self, inner: Any, config: pytest.Config) -> None:
        self.load_cassette = inner.load_cassette
        self._save, self._config = inner.save_cassette, config

    def save_cassette(self, *args: Any, **kwargs: Any) -> None:
        running = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0]
        if running not in self._config.stash[FAILED]:
            self._save(*args, **kwargs)


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FAILED] = set()
    refuse_unsafe_modes(config.getoption("--record-mode"))


def refuse_unsafe_modes(mode: str | None) -> None:
    if mode not in (None, "none", "new_episodes"):
        raise pytest.UsageError("record with --record-mode=new_episodes: the others drop what other tests need")
    if mode == "new_episodes" and not os.environ.get(RELAY_VARIABLE):
        raise pytest.UsageError(f"recording needs an endpoint to record: set {RELAY_VARIABLE}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        item.config.stash[FAILED].add(item.nodeid)
    return report


def pytest_recording_configure(config: pytest.Config, vcr: VCR) -> None:
    from vcr.stubs import aiohttp_stubs, httpx_stubs  # imports every client it knows: only for tests with a cassette

    for stubs in (aiohttp_stubs, httpx_stubs):
        stubs.CannotOverwriteExistingCassetteException = CassetteMiss
    vcr.register_serializer("readable", ReadableYaml())
    vcr.serializer = "readable"
    vcr.register_matcher("content", same_content)
    vcr.match_on = ("method", "content")
    vcr.register_persister(KeepsGoodOnes(vcr.persister, config))
    vcr.before_record_request = impersonal_request
    vcr.before_record_response = impersonal_response
    vcr.decode_compressed_response = True


@pytest.fixture
def model_address(record_mode: str) -> str:
    """Where a test with a cassette finds its model: the endpoint that is recorded, else nowhere."""
    return os.environ[RELAY_VARIABLE] if record_mode == "new_episodes" else MODEL_ADDRESS
