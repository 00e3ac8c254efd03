"""Whatever a provider does, the gateway makes the requests it should and fails in words that help."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import (
    ProviderError,
    ProviderRefused,
    ProviderUnavailable,
    ReplyInvalid,
    SettingsError,
    TwosourceError,
)
from service.llm import LiteLLMTransport, ModelSettings
from service.llm.failures import FAILURES, retry_after_s, told
from service.llm.libraries import load_litellm
from tests.llm.asking import ROME, City, ask
from tests.llm.stub import Provider, Step, breaks_off, fails, garbage, resets, says, stalls

pytestmark = pytest.mark.block_network(allowed_hosts=[r"127\.0\.0\.1"])


class Fault(NamedTuple):
    """What the provider does, how many requests that makes, and what the caller gets."""

    name: str
    steps: list[Step]
    requests: int
    error: type[TwosourceError] | None
    words: str = ""


GOOD = says(ROME)
PROSE = says("I believe that it was Rome.")

FAULTS = (
    Fault("none", [GOOD], 1, None),
    Fault("429 once", [fails(429), GOOD], 2, None),
    Fault("500 twice", [fails(500), fails(500), GOOD], 3, None),
    Fault("503 always", [fails(503)], 3, ProviderUnavailable, "HTTP 503"),
    Fault("502 always", [fails(502)], 3, ProviderUnavailable, "HTTP 502"),
    Fault("529 always", [fails(529)], 3, ProviderUnavailable, "HTTP 529"),
    Fault("429 always", [fails(429)], 3, ProviderUnavailable, "too many requests"),
    Fault("400", [fails(400)], 1, ProviderRefused, "provider/name"),
    Fault("401", [fails(401)], 1, ProviderRefused, "key is missing or wrong"),
    Fault("403", [fails(403)], 1, ProviderRefused, "HTTP 403"),
    Fault("404", [fails(404)], 1, ProviderRefused, "unknown model or wrong address"),
    Fault("422", [fails(422)], 1, ProviderRefused),
    Fault(
        "window",
        [fails(400, code="context_length_exceeded", message="This model's maximum context length is 10 tokens")],
        1,
        ProviderRefused,
        "longer than the model's window",
    ),
    Fault("timeout once", [stalls(30), GOOD], 2, None),
    Fault("timeout always", [stalls(30)], 3, ProviderUnavailable, "no answer in time"),
    Fault("reset once", [resets(), GOOD], 2, None),
    Fault("reset always", [resets()], 3, ProviderUnavailable, "cannot be reached"),
    Fault("answer breaks off", [breaks_off(ROME), GOOD], 2, None),
    Fault("a web page instead", [garbage()], 3, ProviderUnavailable),
    Fault("no choices", [garbage('{"id": "x", "object": "chat.completion", "choices": []}')], 2, ReplyInvalid, "empty"),
    Fault("bad reply once", [says('{"town": "Rome"}'), GOOD], 2, None),
    Fault("bad reply always", [says('{"city": 7}')], 2, ReplyInvalid, "city has the wrong type"),
    Fault("prose once", [PROSE, GOOD], 2, None),
    Fault("prose always", [PROSE], 2, ReplyInvalid, "is not JSON"),
    Fault("JSON cut short", [says('{"city": "Ro'), GOOD], 2, None),
    Fault("empty once", [says(""), GOOD], 2, None),
    Fault("nothing always", [says(None)], 2, ReplyInvalid),
    Fault("refusal", [says(None, refusal="I cannot help with that.")], 1, ProviderRefused, "declined"),
    Fault("content filter", [says("", finish="content_filter")], 1, ProviderRefused, "declined"),
    Fault("cut at max_tokens", [says('{"city": "Ro', finish="length")], 1, ReplyInvalid, "cut at 50 tokens"),
    Fault("outage, then a bad reply", [fails(503), PROSE, fails(503), GOOD], 4, None),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_makes_so_many_requests_and_ends_so(provider: Provider, fault: Fault) -> None:
    provider.script("harbour", *fault.steps)

    run = ask(provider, "the harbour", timeout_s=0.3 if "timeout" in fault.name else 20)

    assert len(provider.requests) == fault.requests
    assert run.usage.requests == fault.requests
    if fault.error is None:
        assert run.outcome == City(city="Rome")
        assert type(run.outcome) is City
    else:
        assert type(run.outcome) is fault.error
        assert fault.words in str(run.outcome)


def test_a_fault_in_one_call_leaves_the_others_alone(provider: Provider) -> None:
    provider.script("harbour", fails(503))
    provider.script("market", says('{"city": "Oslo"}'))
    provider.script("bridge", fails(500), says('{"city": "Bath"}'))

    run = ask(provider, "the harbour", "the market", "the bridge")

    unavailable, *others = run.outcomes
    assert type(unavailable) is ProviderUnavailable
    assert others == [City(city="Oslo"), City(city="Bath")]


def test_many_faulty_calls_at_once_all_come_through(provider: Provider) -> None:
    """One policy object shared between tasks would lose some of them."""
    texts = [f"place {number:02}" for number in range(12)]
    for text in texts:
        provider.script(text, fails(500), says(f'{{"city": "{text}"}}'))

    run = ask(provider, *texts)

    assert run.outcomes == [City(city=text) for text in texts]
    assert run.usage.requests == 24


@pytest.mark.parametrize("status", [429, 503])
def test_the_wait_is_what_the_provider_asks_for(provider: Provider, status: int) -> None:
    provider.script("harbour", fails(status, retry_after="17"), says(ROME))

    assert ask(provider, "the harbour").waits == [17.0]


def test_a_wait_may_be_asked_for_by_date(provider: Provider) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    provider.script("harbour", fails(429, retry_after=date), says(ROME))

    (wait,) = ask(provider, "the harbour").waits
    assert 30 < wait <= 100


def test_without_such_a_wish_waits_grow(provider: Provider) -> None:
    provider.script("harbour", fails(500))

    first, second, third = ask(provider, "the harbour", attempts=4).waits
    assert 1 <= first <= 2 <= second <= 3
    assert 4 <= third <= 5


def test_a_wait_past_the_deadline_is_not_begun(provider: Provider) -> None:
    provider.script("harbour", fails(429, retry_after="3600"), says(ROME))

    run = ask(provider, "the harbour", deadline_s=600)

    assert type(run.outcome) is ProviderUnavailable
    assert run.waits == []
    assert len(provider.requests) == 1


def test_the_deadline_ends_a_try_that_is_under_way(provider: Provider) -> None:
    """timeout_s would allow 20 seconds; the deadline of 0.3 is what counts."""
    provider.script("harbour", stalls(30))

    run = ask(provider, "the harbour", timeout_s=20, deadline_s=0.3)

    assert type(run.outcome) is ProviderUnavailable
    assert len(provider.requests) == 1


def test_the_re_ask_names_the_faults_and_quotes_no_library(provider: Provider) -> None:
    provider.script("harbour", says('{"city": 7, "mayor": "x"}'), says(ROME))

    ask(provider, "the harbour")

    turns = provider.requests[1]["messages"]
    assert [turn["role"] for turn in turns] == ["system", "user", "assistant", "user"]
    assert turns[2]["content"] == '{"city": 7, "mayor": "x"}'
    assert turns[3]["content"] == (
        "Your reply does not follow the JSON schema:\n"
        "- city has the wrong type\n"
        "- the reply has a field that the schema does not name\n"
        "Reply again, to the same task, with one complete JSON object that follows the schema, and nothing else."
    )


def test_the_request_is_bound_to_a_strict_schema_and_explicit_sampling(provider: Provider) -> None:
    provider.script("harbour", says(ROME))

    ask(provider, "the harbour {{ 1 + 1 }}")

    (request,) = provider.requests
    schema = {
        "type": "object",
        "properties": {"city": {"type": "string"}},
        "required": ["city"],
        "additionalProperties": False,
    }
    assert request == {
        "model": "stub",
        "messages": [
            {"role": "system", "content": "Name the city."},
            {"role": "user", "content": "the harbour {{ 1 + 1 }}"},
        ],
        "response_format": {"type": "json_schema", "json_schema": {"name": "City", "strict": True, "schema": schema}},
        "max_tokens": 50,
        "temperature": 0.0,
    }


def test_a_model_that_refuses_a_temperature_is_sent_none(provider: Provider) -> None:
    provider.script("harbour", says(ROME))

    ask(provider, "the harbour", temperature=None)

    assert "temperature" not in provider.requests[0]


def test_an_unknown_provider_is_told_how_models_are_written(provider: Provider) -> None:
    run = ask(provider, "the harbour", model="nobody/stub")

    assert type(run.outcome) is ProviderRefused
    assert "provider/name" in str(run.outcome)
    assert provider.requests == []


def test_a_provider_that_is_asked_behind_the_users_back_is_not_taken() -> None:
    with pytest.raises(SettingsError, match="openai/qwen3"):
        LiteLLMTransport(ModelSettings(model="ollama_chat/qwen3", api_base="http://10.0.0.1:11434"))


def test_the_users_key_is_sent_and_a_hosted_one_never_to_a_foreign_address(
    provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-hosted-provider")
    provider.script("harbour", says(ROME))

    ask(provider, "the harbour", key="sk-of-this-address")
    ask(provider, "the harbour")

    assert provider.keys == ["Bearer sk-of-this-address", "Bearer none"]


def test_every_exception_that_the_table_names_exists() -> None:
    litellm = load_litellm()
    for row in FAILURES:
        assert issubclass(getattr(litellm, row.exception), Exception)


def test_a_fault_of_the_client_library_itself_is_told_by_its_kind_alone() -> None:
    error = told(KeyError("words of the prompt"), "openai/stub")

    assert type(error) is ProviderError
    assert str(error) == "openai/stub: the client library failed (KeyError)"


NOW = datetime(2030, 1, 1, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        ("1.5", 1.5),
        ("-3", 0.0),
        ("Tue, 01 Jan 2030 12:00:30 GMT", 30.0),
        ("Tue, 01 Jan 2030 11:00:00 GMT", 0.0),
        ("inf", None),
        ("nan", None),
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after_is_read_as_seconds_or_date(value: str, seconds: float | None) -> None:
    assert retry_after_s({"Retry-After": value}, NOW) == seconds


@given(st.text())
def test_any_retry_after_is_a_wait_or_none(value: str) -> None:
    asked = retry_after_s({"retry-after": value}, NOW)
    assert asked is None or asked >= 0
