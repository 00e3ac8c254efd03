"""Asking the stub provider through a whole gateway, as the tests of this folder do."""

from __future__ import annotations

import asyncio
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, SecretStr

from prompts import RenderedPrompt
from schemas.report import Usage
from service.llm import Budget, Gateway, LiteLLMTransport, ModelSettings, ReplySource, close_connections
from tests.llm.stub import Provider

ROME = '{"city": "Rome"}'


class City(BaseModel):
    """Where something happened."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    city: str


class Run(NamedTuple):
    """What came of asking, text by text, and what it took."""

    outcomes: list[Any]
    usage: Usage
    waits: list[float]

    @property
    def outcome(self) -> Any:
        (only,) = self.outcomes
        return only


def prompt(text: str) -> RenderedPrompt:
    return RenderedPrompt(name="locate", system="Name the city.", user=text)


def settings(provider: Provider, **changed: Any) -> ModelSettings:
    return ModelSettings(model="openai/stub", api_base=provider.url, max_tokens=50).model_copy(update=changed)


def ask(
    provider: Provider,
    *texts: str,
    replies: ReplySource | None = None,
    budget: Budget | None = None,
    key: str | None = None,
    reply: type[BaseModel] = City,
    **changed: Any,
) -> Run:
    """Ask for all texts at once. Waits between tries are noted, not waited."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    async def together() -> Run:
        chosen = settings(provider, **changed)
        transport = LiteLLMTransport(chosen, SecretStr(key) if key else None, sleep=sleep)
        gateway = Gateway(chosen, transport, replies=replies, budget=budget)
        asks = [gateway.ask(prompt(text), reply) for text in texts]
        try:
            return Run(await asyncio.gather(*asks, return_exceptions=True), gateway.usage, waits)
        finally:
            await close_connections()

    return asyncio.run(together())
