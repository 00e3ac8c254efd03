"""The limits a user sets, kept before anything is spent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pydantic import Field

from schemas.base import Record
from schemas.report import Usage
from service.errors import BudgetExceeded, ReplyMissing, SettingsError
from service.llm.requests import BYTES_PER_TOKEN, ChatRequest
from service.llm.transport import Completion, Price


class Budget(Record):
    """What a run may spend at most; null is no limit."""

    max_calls: int | None = Field(default=None, ge=0)
    max_tokens: int | None = Field(default=None, ge=0, description="Of prompts and replies together.")
    max_cost_usd: float | None = Field(default=None, ge=0)


class Hold(Record):
    """The most that one call can come to: its prompt as estimated, its reply at full length."""

    tokens: int
    cost_usd: float


class Call:
    """One call in flight; what it spent is known once `completion` is set."""

    def __init__(self) -> None:
        self.completion: Completion | None = None


class Ledger:
    """Counts what was spent and holds back what calls in flight may still spend.

    A call that fits only if those in flight come out short of their hold waits for them, so that concurrent calls
    can neither overshoot a limit together nor be refused because of each other.
    """

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._holds: list[Hold] = []
        self._settled = asyncio.Condition()
        self._calls = self._reused = self._prompt_tokens = self._completion_tokens = 0
        self._cost_usd: float | None = 0.0

    def usage(self, requests: int) -> Usage:
        return Usage(
            calls=self._calls,
            requests=requests,
            replies_reused=self._reused,
            prompt_tokens=self._prompt_tokens,
            completion_tokens=self._completion_tokens,
            cost_usd=self._cost_usd,
        )

    def reused(self) -> None:
        self._reused += 1

    @asynccontextmanager
    async def call(self, request: ChatRequest, price: Price | None) -> AsyncIterator[Call]:
        """Room for one call while the block runs.

        Raises:
            BudgetExceeded: the call could pass a limit; nothing was sent.
            SettingsError: a limit in money is set and the model's price is not known.
        """
        hold = self._hold_for(request, price)
        async with self._settled:
            while self._passed(hold, self._holds):
                self._refuse_if_alone(hold)
                await self._settled.wait()
            self._holds.append(hold)
            self._calls += 1
        call = Call()
        try:
            yield call
        except ReplyMissing:
            self._calls -= 1  # there is no model that was asked
            raise
        finally:
            # No await before this point: a cancelled call gives its hold back all the same.
            self._holds.remove(hold)
            if call.completion is not None:
                self._count(request, call.completion, price)
            await asyncio.shield(self._tell())

    async def _tell(self) -> None:
        async with self._settled:
            self._settled.notify_all()

    def _hold_for(self, request: ChatRequest, price: Price | None) -> Hold:
        if self._budget.max_cost_usd is not None and price is None:
            raise SettingsError(
                f"no price is known for {request.model}, so a limit in money cannot be kept; "
                "limit calls or tokens instead (--max-calls, TWOSOURCE_MAX_RUN_TOKENS), or unset --max-cost"
            )
        prompt = request.estimated_tokens
        cost = price.of(prompt, request.max_tokens) if price else 0.0
        return Hold(tokens=prompt + request.max_tokens, cost_usd=cost)

    def _refuse_if_alone(self, hold: Hold) -> None:
        """Refuse at once what would not fit even if every call in flight came back for nothing."""
        if passed := self._passed(hold, []):
            raise BudgetExceeded(passed)

    def _passed(self, hold: Hold, others: list[Hold]) -> str:
        """The limit that this call could pass, in words for the user; empty if none."""
        limits, tokens = self._budget, self._prompt_tokens + self._completion_tokens
        if limits.max_calls is not None and self._calls >= limits.max_calls:
            return f"the limit of {limits.max_calls} model calls is reached; raise --max-calls"
        held_tokens = hold.tokens + sum(other.tokens for other in others)
        if limits.max_tokens is not None and tokens + held_tokens > limits.max_tokens:
            return (
                f"the next call may take {hold.tokens} tokens; {tokens} of {limits.max_tokens} are spent; "
                "raise TWOSOURCE_MAX_RUN_TOKENS, or shorten replies with TWOSOURCE_MAX_TOKENS"
            )
        spent, held_usd = self._cost_usd or 0.0, hold.cost_usd + sum(other.cost_usd for other in others)
        if limits.max_cost_usd is not None and spent + held_usd > limits.max_cost_usd:
            return (
                f"the next call may cost ${hold.cost_usd:.4f}; ${spent:.4f} of ${limits.max_cost_usd:.4f} is spent; "
                "raise --max-cost, or shorten replies with TWOSOURCE_MAX_TOKENS"
            )
        return ""

    def _count(self, request: ChatRequest, completion: Completion, price: Price | None) -> None:
        prompt, reply = completion.prompt_tokens, completion.completion_tokens
        prompt = request.estimated_tokens if prompt is None else prompt
        reply = -(-len(completion.text.encode()) // BYTES_PER_TOKEN) if reply is None else reply
        self._prompt_tokens += prompt
        self._completion_tokens += reply
        if price is None or self._cost_usd is None:
            self._cost_usd = None
        else:
            self._cost_usd += price.of(prompt, reply)
