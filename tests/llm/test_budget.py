"""A limit is kept before anything is spent, by calls at once as by calls in turn."""

from __future__ import annotations

import asyncio

import pytest

from service.errors import BudgetExceeded, SettingsError
from service.llm import Budget, Completion, Gateway, ModelSettings, Price
from service.llm.libraries import price_of
from service.llm.requests import ChatRequest
from tests.llm.asking import ROME, City, ask, prompt
from tests.llm.stub import Provider, fails, says

loopback = pytest.mark.block_network(allowed_hosts=[r"127\.0\.0\.1"])

REPLY_LIMIT = 50
TEXTS = [f"harbour {number:02}" for number in range(12)]


class FakeModel:
    """A transport that answers at the next turn of the loop and notes how many calls it holds at once."""

    live = True

    def __init__(self, price: Price | None = None, *, prompt_tokens: int = 30, completion_tokens: int = 10) -> None:
        self.requests = self.at_once = self.most_at_once = 0
        self._price, self._spent = price, (prompt_tokens, completion_tokens)

    async def price(self) -> Price | None:
        return self._price

    async def send(self, _request: ChatRequest, _reply: object) -> Completion:
        self.requests += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0.001)
        self.at_once -= 1
        return Completion(text=ROME, prompt_tokens=self._spent[0], completion_tokens=self._spent[1])


def ask_all(model: FakeModel, budget: Budget, texts: list[str], **changed: int) -> tuple[list[object], Gateway]:
    async def together() -> tuple[list[object], Gateway]:
        settings = ModelSettings(model="openai/x", max_tokens=REPLY_LIMIT).model_copy(update=changed)
        gateway = Gateway(settings, model, budget=budget)
        asks = [gateway.ask(prompt(text), City) for text in texts]
        return await asyncio.gather(*asks, return_exceptions=True), gateway

    return asyncio.run(together())


def held_tokens() -> int:
    """What one call of this file is taken to come to at most."""
    settings = ModelSettings(model="openai/x", max_tokens=REPLY_LIMIT)
    return ChatRequest.build(settings, prompt(TEXTS[0]), City).estimated_tokens + REPLY_LIMIT


def refused(outcomes: list[object]) -> int:
    return sum(isinstance(outcome, BudgetExceeded) for outcome in outcomes)


def test_no_call_beyond_the_limit_of_calls_is_made() -> None:
    model = FakeModel()
    outcomes, gateway = ask_all(model, Budget(max_calls=5), TEXTS)

    assert model.requests == gateway.usage.calls == 5
    assert refused(outcomes) == 7


def test_tokens_spent_never_pass_the_limit_however_many_ask_at_once() -> None:
    limit = 3 * held_tokens()
    greedy = FakeModel(prompt_tokens=held_tokens() - REPLY_LIMIT, completion_tokens=REPLY_LIMIT)
    outcomes, gateway = ask_all(greedy, Budget(max_tokens=limit), TEXTS)

    assert gateway.usage.prompt_tokens + gateway.usage.completion_tokens == limit
    assert greedy.requests == 3
    assert refused(outcomes) == 9


def test_calls_wait_for_those_in_flight_rather_than_be_refused_for_their_sake() -> None:
    """All at once would hold more than the limit; in the end they spend much less."""
    frugal = FakeModel(prompt_tokens=1, completion_tokens=1)
    outcomes, _ = ask_all(frugal, Budget(max_tokens=2 * held_tokens() + 30), TEXTS)

    assert outcomes == [City(city="Rome")] * len(TEXTS)
    assert frugal.most_at_once == 2


def test_money_spent_never_passes_the_limit() -> None:
    price = Price(prompt_usd=0.001, completion_usd=0.002)
    prompt_tokens = held_tokens() - REPLY_LIMIT
    dear = FakeModel(price, prompt_tokens=prompt_tokens, completion_tokens=REPLY_LIMIT)
    each = price.of(prompt_tokens, REPLY_LIMIT)
    outcomes, gateway = ask_all(dear, Budget(max_cost_usd=2.5 * each), TEXTS)

    assert dear.requests == 2
    assert gateway.usage.cost_usd == pytest.approx(2 * each)
    assert refused(outcomes) == 10


def test_a_limit_in_money_needs_a_price() -> None:
    model = FakeModel(price=None)
    (outcome,), _ = ask_all(model, Budget(max_cost_usd=1.0), TEXTS[:1])

    assert type(outcome) is SettingsError
    assert "TWOSOURCE_MAX_RUN_TOKENS" in str(outcome)
    assert model.requests == 0


def test_no_price_means_no_cost_rather_than_none_at_all() -> None:
    _, unpriced = ask_all(FakeModel(price=None), Budget(), TEXTS[:1])
    _, idle = ask_all(FakeModel(price=None), Budget(), [])

    assert unpriced.usage.cost_usd is None
    assert idle.usage.cost_usd == 0.0


def test_prices_come_from_the_list_that_ships_and_unknown_models_have_none() -> None:
    known = price_of("openai/gpt-4o-mini")

    assert known is not None
    assert 0 < known.prompt_usd < known.completion_usd < 0.001
    assert price_of("openai/no-such-model") is None
    assert price_of("no-such-provider/model") is None
    assert price_of("huggingface/any/model") is None


def test_no_more_calls_are_in_flight_than_settings_allow() -> None:
    model = FakeModel()
    ask_all(model, Budget(), TEXTS, concurrency=4)

    assert model.most_at_once == 4


@loopback
def test_a_re_ask_counts_as_a_call_and_is_refused_past_the_limit(provider: Provider) -> None:
    provider.script("harbour", says("prose"), says(ROME))

    run = ask(provider, "the harbour", budget=Budget(max_calls=1))

    assert type(run.outcome) is BudgetExceeded
    assert len(provider.requests) == 1


@loopback
def test_what_a_failed_call_held_back_is_free_again(provider: Provider) -> None:
    provider.script("harbour", fails(400))
    provider.script("market", says(ROME))

    failed, served = ask(
        provider, "the harbour", "the market", budget=Budget(max_tokens=held_tokens() + 20), concurrency=1
    ).outcomes

    assert not isinstance(failed, BudgetExceeded)
    assert served == City(city="Rome")


@loopback
def test_replies_that_were_no_good_are_paid_for_and_counted(provider: Provider) -> None:
    provider.script("harbour", says("prose"))

    usage = ask(provider, "the harbour").usage

    assert (usage.calls, usage.prompt_tokens, usage.completion_tokens) == (2, 200, 20)
