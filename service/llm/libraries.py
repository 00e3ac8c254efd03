"""litellm, imported when first needed, with its hidden network calls, its banner and its logging off."""

from __future__ import annotations

import logging
import os
from functools import cache
from typing import Any

from service.llm.transport import Price

ENVIRONMENT = {
    "LITELLM_LOCAL_MODEL_COST_MAP": "true",  # else importing it fetches a price list
    "LITELLM_LOCAL_ANTHROPIC_BETA_HEADERS": "true",  # else asking fetches a list of headers
    "LITELLM_MODE": "PRODUCTION",  # else it loads ./.env into the environment
    "PYDANTIC_ERRORS_INCLUDE_URL": "0",
    "HF_HUB_OFFLINE": "1",  # else it looks for tokenizers on a hub
}
"""Read by the libraries as they are imported; only these exact words work."""

MUTED_LOGGERS = ("LiteLLM", "LiteLLM Router", "LiteLLM Proxy", "instructor", "openai", "httpx", "httpcore")
"""They log prompts, replies or addresses; what is worth knowing, the gateway logs."""


@cache
def load_litellm() -> Any:
    """The module. The first call takes seconds; call it off the event loop."""
    os.environ.update(ENVIRONMENT)
    import instructor  # noqa: F401, PLC0415 - imported along here, so that the event loop need not wait for it
    import litellm  # noqa: PLC0415 - takes seconds and 190 MB, so only when a model is asked
    import openai.resources.chat  # noqa: F401, PLC0415 - likewise: its types are loaded with the first request otherwise

    litellm.telemetry = False
    litellm.suppress_debug_info = True
    for name in MUTED_LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return litellm


@cache
def price_of(model: str) -> Price | None:
    """From the price list that ships with litellm; None for a model that it does not know."""
    litellm = load_litellm()
    try:
        price = Price(*litellm.cost_per_token(model=model, prompt_tokens=1, completion_tokens=1))
    except (litellm.ModelNotMappedError, litellm.BadRequestError):
        return None
    return price if any(price) else None  # for some providers the list answers 0 to every name


async def close_connections() -> None:
    """Close the connections that litellm pools for the whole process. Call it once, as the event loop ends."""
    if not load_litellm.cache_info().currsize:
        return
    litellm = load_litellm()
    await litellm.close_litellm_async_clients()
    litellm.in_memory_llm_clients_cache.flush_cache()  # else the next event loop is handed closed clients
