"""The one place where parts are wired together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from service.analyst import Analyst
from service.analysts.model import ModelAnalyst
from service.errors import SettingsError
from service.llm import (
    Budget,
    Gateway,
    LiteLLMTransport,
    ModelSettings,
    NoTransport,
    ReplySource,
    Transport,
    close_connections,
)
from service.pipeline import Pipeline, Progress
from service.settings import Settings
from service.store.replies import RecordedReplies, SqliteReplies


@asynccontextmanager
async def pipeline(settings: Settings, *, today: date, progress: Progress) -> AsyncIterator[Pipeline]:
    """The pipeline as the settings ask for it; connections are closed and the store is whole when it is left.

    Raises:
        SettingsError: neither a model nor recorded replies are named, or a file of them cannot be read.
    """
    if settings.model and settings.replies:
        raise SettingsError("both a model and recorded replies are set; unset TWOSOURCE_MODEL or TWOSOURCE_REPLIES")
    if settings.model:
        store = SqliteReplies(settings.store) if settings.cache else None
        model = _model_settings(settings, settings.model)
        transport = LiteLLMTransport(model, api_key=settings.api_key)
        try:
            yield Pipeline(_analyst(settings, model, transport, store), settings, today, progress)
        finally:
            await close_connections()
            if store:
                store.close()
    elif settings.replies:
        recorded = RecordedReplies(settings.replies)
        model = _model_settings(settings, recorded.header.model)
        yield Pipeline(_analyst(settings, model, NoTransport(), recorded), settings, today, progress)
    else:
        raise SettingsError(
            "no model is named, and none is built in; name one with --model or TWOSOURCE_MODEL "
            "(see “Your own model” in the README), or replay a recording with --replies FILE"
        )


def _analyst(settings: Settings, model: ModelSettings, transport: Transport, replies: ReplySource | None) -> Analyst:
    budget = Budget(max_calls=settings.max_calls, max_tokens=settings.max_run_tokens, max_cost_usd=settings.max_cost)
    gateway = Gateway(model, transport, replies=replies, budget=budget)
    return ModelAnalyst(gateway, fence_salt=settings.fence_salt)


def _model_settings(settings: Settings, model: str) -> ModelSettings:
    return ModelSettings(
        model=model,
        api_base=settings.api_base,
        timeout_s=settings.timeout_s,
        deadline_s=settings.deadline_s,
        attempts=settings.attempts,
        max_tokens=settings.max_tokens,
        temperature=settings.temperature,
        concurrency=settings.concurrency,
    )
