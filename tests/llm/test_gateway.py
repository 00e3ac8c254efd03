"""Nothing is paid for twice, and only what is valid is kept."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from service.errors import ReplyInvalid, ReplyMissing
from service.llm import Completion, Gateway, ModelSettings, NoTransport, StoredReply
from service.llm.requests import ChatRequest
from service.store.replies import SqliteReplies
from tests.llm.asking import ROME, City, ask, prompt
from tests.llm.stub import Provider, says

pytestmark = pytest.mark.block_network(allowed_hosts=[r"127\.0\.0\.1"])

SETTINGS = ModelSettings(model="openai/x")


class Place(BaseModel):
    """What `City` might become in a later version: an older reply does not follow it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    city: str
    country: str


class SlowModel:
    """A transport whose answer waits until the test lets it go."""

    live = True

    def __init__(self) -> None:
        self.requests = 0
        self.cancelled = 0
        self.asked, self.go = asyncio.Event(), asyncio.Event()

    async def price(self) -> None:
        return None

    async def send(self, _request: ChatRequest, _reply: object) -> Completion:
        self.requests += 1
        self.asked.set()
        try:
            await self.go.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        return Completion(text=ROME)


def test_asking_again_costs_nothing(provider: Provider, tmp_path: Path) -> None:
    provider.script("harbour", says(ROME))
    replies = SqliteReplies(tmp_path / "replies.sqlite")

    first, second = (ask(provider, "the harbour", replies=replies) for _ in range(2))

    assert first.outcome == second.outcome == City(city="Rome")
    assert len(provider.requests) == 1
    assert (first.usage.calls, first.usage.replies_reused) == (1, 0)
    assert (second.usage.calls, second.usage.requests, second.usage.replies_reused) == (0, 0, 1)
    replies.close()


def test_the_text_is_kept_as_the_model_wrote_it(provider: Provider, tmp_path: Path) -> None:
    text = '{ "city" :  "Zürich" }\n'
    provider.script("harbour", says(text))
    replies = SqliteReplies(tmp_path / "replies.sqlite")

    ask(provider, "the harbour", replies=replies)

    ((_, kept),) = replies.all()
    assert (kept.text, kept.prompt, kept.model) == (text, "locate", "openai/stub")
    assert (kept.prompt_tokens, kept.completion_tokens) == (100, 10)
    replies.close()


def test_an_invalid_reply_is_never_kept(provider: Provider, tmp_path: Path) -> None:
    provider.script("harbour", says('{"city": 7}'))
    replies = SqliteReplies(tmp_path / "replies.sqlite")

    run = ask(provider, "the harbour", replies=replies)

    assert type(run.outcome) is ReplyInvalid
    assert list(replies.all()) == []
    replies.close()


def test_a_re_asked_reply_is_kept_for_the_question_that_was_asked_first(provider: Provider, tmp_path: Path) -> None:
    provider.script("harbour", says("prose"), says(ROME))
    replies = SqliteReplies(tmp_path / "replies.sqlite")

    ask(provider, "the harbour", replies=replies)
    again = ask(provider, "the harbour", replies=replies)

    assert again.usage.replies_reused == 1
    assert len(provider.requests) == 2
    replies.close()


def test_a_kept_reply_that_no_longer_follows_the_schema_is_asked_anew(provider: Provider, tmp_path: Path) -> None:
    replies = SqliteReplies(tmp_path / "replies.sqlite")
    request = ChatRequest.build(ModelSettings(model="openai/stub", max_tokens=50), prompt("the harbour"), Place)
    now = datetime.now(UTC)
    replies.put(
        request.key,
        StoredReply(prompt="p", model="m", text=ROME, prompt_tokens=1, completion_tokens=1, created=now),
    )
    provider.script("harbour", says('{"city": "Rome", "country": "Italy"}'))

    run = ask(provider, "the harbour", replies=replies, reply=Place)

    assert run.outcome == Place(city="Rome", country="Italy")
    assert (run.usage.calls, run.usage.replies_reused) == (1, 0)
    replies.close()


def test_two_who_ask_the_same_at_once_pay_once(provider: Provider) -> None:
    provider.script("harbour", says(ROME, delay_s=0.1))

    run = ask(provider, *["the harbour"] * 5)

    assert run.outcomes == [City(city="Rome")] * 5
    assert len(provider.requests) == 1
    assert run.usage.calls == 1


def test_a_failure_is_told_to_all_who_waited_and_the_next_asks_anew(provider: Provider) -> None:
    provider.script("harbour", says("prose", delay_s=0.1))

    run = ask(provider, *["the harbour"] * 3)

    assert [type(outcome) for outcome in run.outcomes] == [ReplyInvalid] * 3
    assert len(provider.requests) == 2


def test_the_first_to_ask_may_leave_without_taking_the_answer_from_the_others() -> None:
    async def scene() -> None:
        model = SlowModel()
        gateway = Gateway(SETTINGS, model)
        first = asyncio.create_task(gateway.ask(prompt("the harbour"), City))
        await model.asked.wait()
        second = asyncio.create_task(gateway.ask(prompt("the harbour"), City))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
        model.go.set()
        assert await second == City(city="Rome")
        assert first.cancelled()
        assert model.requests == 1

    asyncio.run(scene())


def test_when_all_who_asked_have_left_the_call_is_called_off() -> None:
    async def scene() -> None:
        model = SlowModel()
        gateway = Gateway(SETTINGS, model)
        asks = [asyncio.create_task(gateway.ask(prompt("the harbour"), City)) for _ in range(2)]
        await model.asked.wait()
        for task in asks:
            task.cancel()
        await asyncio.gather(*asks, return_exceptions=True)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert model.cancelled == 1
        model.go.set()
        assert await gateway.ask(prompt("the harbour"), City) == City(city="Rome")

    asyncio.run(scene())


def test_without_a_model_a_missing_reply_is_named_by_prompt_and_key() -> None:
    gateway = Gateway(SETTINGS, NoTransport())

    with pytest.raises(ReplyMissing) as raised:
        asyncio.run(gateway.ask(prompt("the harbour"), City))

    request = ChatRequest.build(SETTINGS, prompt("the harbour"), City)
    assert (raised.value.prompt, raised.value.key) == ("locate", request.key)
    assert gateway.replays_only
    assert gateway.usage.calls == 0
