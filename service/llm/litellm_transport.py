"""To any provider through litellm: one policy of retries, and none in the libraries below it.

Outside in: instructor asks for a JSON schema and checks the reply once (its own re-ask is off), tenacity repeats
what may pass, and litellm makes exactly one HTTP request a try.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, SecretStr, ValidationError

from service.errors import ProviderError, SettingsError
from service.llm.failures import may_pass, told, wait_s
from service.llm.libraries import load_litellm, price_of
from service.llm.replies import faults_of
from service.llm.requests import ChatRequest, ModelSettings
from service.llm.transport import Completion, Price, Stop

if TYPE_CHECKING:
    from tenacity import RetryCallState

log = logging.getLogger("twosource.llm")

ABSENT_KEY = "none"
"""Sent to an endpoint of the user's own when no key is set, so that no hosted provider's key goes there."""

LEAST_TIMEOUT_S = 0.001

FOREIGN_ADDRESSES = ("ollama/", "ollama_chat/")
"""Providers for which litellm asks a fixed local address besides the one that it is given."""

EMPTY = ("the reply is empty",)


class LiteLLMTransport:
    """One model, asked over HTTP. `sleep` waits between tries.

    Raises:
        SettingsError: the model's provider cannot be asked without asking another address too.
    """

    live = True

    def __init__(
        self,
        settings: ModelSettings,
        api_key: SecretStr | None = None,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        if settings.model.startswith(FOREIGN_ADDRESSES):
            name = settings.model.partition("/")[2]
            raise SettingsError(
                f"{settings.model}: name the model openai/{name} and give the server's OpenAI address "
                "(http://localhost:11434/v1)"
            )
        self.settings = settings
        self.sleep = sleep
        self.requests = 0
        self._api_key = api_key

    async def warm_up(self) -> None:
        """Import the client libraries, which takes seconds, off the event loop."""
        await asyncio.to_thread(load_litellm)

    async def price(self) -> Price | None:
        await self.warm_up()
        return price_of(self.settings.model)

    async def send(self, request: ChatRequest, reply: type[BaseModel]) -> Completion:
        await self.warm_up()
        outcome = await _Exchange(self, request).ask(reply)
        if isinstance(outcome, Completion):
            return outcome
        # Raised outside any `except`: the libraries' exceptions hold the prompt, and would be its context.
        raise outcome

    async def try_once(self, arguments: dict[str, Any], timeout_s: float) -> Any:
        """Exactly one HTTP request. The key joins here, after all that might keep or print arguments."""
        self.requests += 1
        key: dict[str, str] = {}
        if self._api_key is not None:
            key = {"api_key": self._api_key.get_secret_value()}
        elif self.settings.api_base is not None:
            key = {"api_key": ABSENT_KEY}
        # litellm's own timeout starts anew with every byte that arrives; this one does not.
        async with asyncio.timeout(timeout_s):
            return await load_litellm().acompletion(
                **arguments, **key, api_base=self.settings.api_base, timeout=timeout_s, max_retries=0, num_retries=0
            )


class _Exchange:
    """One request and its answer."""

    def __init__(self, transport: LiteLLMTransport, request: ChatRequest) -> None:
        self._transport = transport
        self._request = request
        self._answer: Any = None

    async def ask(self, reply: type[BaseModel]) -> Completion | ProviderError:
        """Through instructor, which asks for the schema and validates."""
        import instructor  # noqa: PLC0415 - only where a model is asked
        from instructor.core.exceptions import (  # noqa: PLC0415 - likewise
            IncompleteOutputException,
            InstructorRetryException,
        )

        client = instructor.from_litellm(self._send, mode=instructor.Mode.JSON_SCHEMA, async_client=True)
        faults: tuple[str, ...] = ()
        try:
            await client.create(
                model=self._request.model,
                messages=self._request.wire_messages,  # type: ignore[arg-type]  # typed narrower than what it takes
                response_model=reply,
                max_retries=0,  # the one re-ask is the gateway's: the wording of this one changes with versions
            )
        except IncompleteOutputException:
            pass  # the answer says so itself
        except InstructorRetryException as error:
            cause = error.__cause__
            if self._answer is None:
                return told(cause, self._request.model)
            faults = faults_of(cause) if isinstance(cause, ValidationError) else EMPTY
        return _completion(self._answer, faults)

    async def _send(self, **arguments: Any) -> Any:
        request = self._request
        arguments |= {"response_format": request.response_format, "max_tokens": request.max_tokens}
        if request.temperature is not None:
            arguments["temperature"] = request.temperature
        self._answer = await self._with_retries(arguments)
        return self._answer

    async def _with_retries(self, arguments: dict[str, Any]) -> Any:
        """Try until an answer, a lasting error, or the end of tries or time; no wait begins that would end too late."""
        from tenacity import (  # noqa: PLC0415 - only where a model is asked
            AsyncRetrying,
            retry_if_exception,
            stop_after_attempt,
            stop_before_delay,
        )

        settings, clock = self._transport.settings, asyncio.get_running_loop()
        deadline = clock.time() + settings.deadline_s

        async def one_try() -> Any:
            left_s = min(settings.timeout_s, deadline - clock.time())
            return await self._transport.try_once(arguments, max(LEAST_TIMEOUT_S, left_s))

        # A policy object for each call: shared between tasks, one loses calls.
        retrying = AsyncRetrying(
            stop=stop_after_attempt(settings.attempts) | stop_before_delay(settings.deadline_s),
            wait=wait_s,
            retry=retry_if_exception(may_pass),
            sleep=self._transport.sleep,
            before_sleep=self._log_wait,
            reraise=True,
        )
        return await retrying(one_try)

    def _log_wait(self, state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        log.info(
            "retry prompt=%s key=%s tries=%d status=%s wait_s=%.1f",
            self._request.prompt,
            self._request.key,
            state.attempt_number,
            getattr(error, "status_code", None),
            state.upcoming_sleep,
        )


def _completion(answer: Any, faults: tuple[str, ...]) -> Completion:
    usage = getattr(answer, "usage", None)
    prompt_tokens = completion_tokens = None
    if usage is not None and usage.total_tokens > 0:
        prompt_tokens, completion_tokens = usage.prompt_tokens, usage.completion_tokens
    choice = answer.choices[0] if answer.choices else None
    stop = _stop(choice) if choice else Stop.COMPLETE
    return Completion(
        text=(choice.message.content or "") if choice else "",
        stop=stop,
        faults=faults if stop is Stop.COMPLETE else (),
        prompt_tokens=prompt_tokens,
        completion_tokens=completion_tokens,
    )


def _stop(choice: Any) -> Stop:
    extras = getattr(choice.message, "provider_specific_fields", None) or {}
    if choice.finish_reason == "length":
        return Stop.CUT
    if choice.finish_reason == "content_filter" or extras.get("refusal"):
        return Stop.REFUSED
    return Stop.COMPLETE
