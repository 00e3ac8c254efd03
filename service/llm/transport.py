"""What carries a request to a model, and what comes back."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, NoReturn, Protocol

from pydantic import BaseModel, Field

from schemas.base import Record
from service.errors import ReplyMissing
from service.llm.requests import ChatRequest


class Stop(StrEnum):
    """Why the model ended its reply."""

    COMPLETE = "complete"
    CUT = "cut"
    REFUSED = "refused"


class Completion(Record):
    """What a model said to one request. Without faults, `text` is JSON that follows the request's schema."""

    text: str
    stop: Stop = Stop.COMPLETE
    faults: tuple[str, ...] = ()
    prompt_tokens: int | None = Field(default=None, description="Null where the provider does not count.")
    completion_tokens: int | None = None


class Price(NamedTuple):
    """US dollars per token."""

    prompt_usd: float
    completion_usd: float

    def of(self, prompt_tokens: int, completion_tokens: int) -> float:
        return prompt_tokens * self.prompt_usd + completion_tokens * self.completion_usd


class Transport(Protocol):
    """A way to a model. It retries what may pass; whether a reply is re-asked is the gateway's business."""

    @property
    def live(self) -> bool:
        """Whether there is a model at the other end."""

    @property
    def requests(self) -> int:
        """HTTP requests made so far, retries included."""

    async def price(self) -> Price | None:
        """Price of the model's tokens; None where none is known."""

    async def send(self, request: ChatRequest, reply: type[BaseModel]) -> Completion:
        """Ask once. Raises ProviderRefused, ProviderUnavailable, or ReplyMissing where there is no model."""


class NoTransport:
    """No model at all: what no store answers is missing. Touches no network and imports no client library."""

    live = False
    requests = 0

    async def price(self) -> Price | None:
        return Price(0.0, 0.0)

    async def send(self, request: ChatRequest, reply: type[BaseModel]) -> NoReturn:  # noqa: ARG002 - the protocol's
        raise ReplyMissing(request.prompt, request.key)
