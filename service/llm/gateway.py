"""The one door to a model: kept replies first, then the budget, then the network; what is valid is kept."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from prompts import RenderedPrompt
from schemas.report import Usage
from service.errors import ProviderRefused, ReplyInvalid
from service.llm.budget import Budget, Ledger
from service.llm.flights import Flights
from service.llm.replies import ReplySource, ReplyStore, StoredReply, correction
from service.llm.requests import ChatRequest, ModelSettings
from service.llm.transport import Completion, Stop, Transport

R = TypeVar("R", bound=BaseModel)

log = logging.getLogger("twosource.llm")


class Gateway:
    """Asks a model for replies that follow a schema. For one event loop; as many `ask` at once as you like.

    Logs (`twosource.llm`) hold names, keys, sizes and counts, never a prompt, a reply or a credential.
    """

    def __init__(
        self,
        settings: ModelSettings,
        transport: Transport,
        *,
        replies: ReplySource | None = None,
        budget: Budget | None = None,
    ) -> None:
        self._settings = settings
        self._transport = transport
        self._replies = replies
        self._ledger = Ledger(budget or Budget())
        self._slots = asyncio.Semaphore(settings.concurrency)
        self._flights: Flights[StoredReply] = Flights()

    @property
    def model(self) -> str:
        return self._settings.model

    @property
    def replays_only(self) -> bool:
        """True where no model stands behind the kept replies."""
        return not self._transport.live

    @property
    def usage(self) -> Usage:
        """What was asked of the model through this gateway so far."""
        return self._ledger.usage(self._transport.requests)

    async def ask(self, prompt: RenderedPrompt, reply: type[R]) -> R:
        """A reply to the prompt, kept or fresh. An invalid reply is re-asked once.

        Raises:
            ProviderRefused: wrong key, unknown model, bad request, or the model declined.
            ProviderUnavailable: out of reach, overloaded or too slow; the retries are spent.
            ReplyInvalid: the reply does not follow the schema, or was cut at `max_tokens`.
            ReplyMissing: there is no model, and no kept reply.
            BudgetExceeded: the call could pass a limit; it was not made.
            SettingsError: a limit in money is set and the model's price is not known.
        """
        request = ChatRequest.build(self._settings, prompt, reply)
        kept = self._kept(request, reply)
        if kept is not None:
            return kept
        fresh = await self._flights.join(request.key, lambda: self._fetch(request, reply))
        return _parsed(fresh, reply)

    def _kept(self, request: ChatRequest, reply: type[R]) -> R | None:
        stored = self._replies.get(request.key) if self._replies is not None else None
        if stored is None:
            return None
        try:
            parsed = _parsed(stored, reply)
        except ValidationError:
            log.info("reply prompt=%s key=%s status=stale", request.prompt, request.key)
            return None
        self._ledger.reused()
        log.info("reply prompt=%s key=%s status=kept", request.prompt, request.key)
        return parsed

    async def _fetch(self, request: ChatRequest, reply: type[BaseModel]) -> StoredReply:
        async with self._slots:
            completion = await self._call(request, reply)
            if completion.faults:
                log.info("reply prompt=%s key=%s status=re-ask", request.prompt, request.key)
                again = request.re_asked(completion.text, correction(completion.faults))
                completion = await self._call(again, reply)
        if completion.faults:
            raise ReplyInvalid(
                f"{request.model}: the reply to the prompt “{request.prompt}” does not follow the schema, twice: "
                f"{completion.faults[0]}; try a model that is stronger or binds replies to a JSON schema"
            )
        stored = StoredReply(
            prompt=request.prompt,
            model=request.model,
            text=completion.text,
            prompt_tokens=completion.prompt_tokens or 0,
            completion_tokens=completion.completion_tokens or 0,
            created=datetime.now(UTC),
        )
        if isinstance(self._replies, ReplyStore):
            self._replies.put(request.key, stored)
        return stored

    async def _call(self, request: ChatRequest, reply: type[BaseModel]) -> Completion:
        price = await self._transport.price()
        async with self._ledger.call(request, price) as call:
            completion = call.completion = await self._transport.send(request, reply)
        log.info(
            "reply prompt=%s key=%s status=%s bytes_sent=%d bytes_received=%d",
            request.prompt,
            request.key,
            "invalid" if completion.faults else completion.stop,
            request.size,
            len(completion.text.encode()),
        )
        if completion.stop is Stop.CUT:
            raise ReplyInvalid(
                f"{request.model}: the reply to the prompt “{request.prompt}” was cut at {request.max_tokens} tokens; "
                "raise the model's max_tokens"
            )
        if completion.stop is Stop.REFUSED:
            raise ProviderRefused(f"{request.model} declined to answer the prompt “{request.prompt}”")
        return completion


def _parsed(stored: StoredReply, reply: type[R]) -> R:
    """Checked on every read: the schema may have changed since the reply was kept."""
    return reply.model_validate_json(stored.text, strict=True)
