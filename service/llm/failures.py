"""What can go wrong on the way to a model: what is tried again, after how long, and how it is told."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

from service.errors import ProviderError, ProviderRefused, ProviderUnavailable
from service.llm.libraries import load_litellm

if TYPE_CHECKING:
    from tenacity import RetryCallState

FIRST_WAIT_S, LONGEST_WAIT_S = 1.0, 30.0
FIRST_SERVER_ERROR = 500


class Failure(NamedTuple):
    """How an exception of litellm is told to the user."""

    exception: str
    error: type[ProviderError]
    words: str


FAILURES = (
    Failure("ContextWindowExceededError", ProviderRefused, "the prompt is longer than the model's window"),
    Failure("ContentPolicyViolationError", ProviderRefused, "the provider's content filter refused the prompt"),
    Failure("UnsupportedParamsError", ProviderRefused, "the model takes no such temperature, or no JSON schema"),
    Failure("AuthenticationError", ProviderRefused, "the key is missing or wrong"),
    Failure("PermissionDeniedError", ProviderRefused, "the key may not use this model"),
    Failure("NotFoundError", ProviderRefused, "unknown model or wrong address"),
    Failure(
        "BadRequestError",
        ProviderRefused,
        "the request is not accepted; check that the model is written provider/name and that it takes a JSON schema",
    ),
    Failure("Timeout", ProviderUnavailable, "no answer in time"),
    Failure("RateLimitError", ProviderUnavailable, "too many requests, or the account's quota is spent"),
    Failure("ServiceUnavailableError", ProviderUnavailable, "overloaded or out of service"),
    Failure("BadGatewayError", ProviderUnavailable, "out of service behind its gateway"),
    Failure("InternalServerError", ProviderUnavailable, "it fails, or cannot be reached"),
    Failure("APIConnectionError", ProviderUnavailable, "it cannot be reached"),
)
"""The first row that fits wins. What is told as `ProviderUnavailable` is tried again."""


def may_pass(error: BaseException) -> bool:
    """Whether trying again may help."""
    row = _row(error)
    if row is not None:
        return row.error is ProviderUnavailable
    return isinstance(error, TimeoutError) or getattr(error, "status_code", 0) >= FIRST_SERVER_ERROR


def told(error: BaseException | None, model: str) -> ProviderError:
    """A failure in the user's words. The provider's own are left out: they may quote the prompt or the key."""
    row = _row(error)
    # Where no answer came, litellm makes a status up.
    answered = bool(getattr(error, "litellm_response_headers", None))
    status = f" (HTTP {getattr(error, 'status_code', '?')})" if answered else ""
    if row is not None:
        return row.error(f"{model}: {row.words}{status}")
    if isinstance(error, TimeoutError):
        return ProviderUnavailable(f"{model}: no answer in time")
    if isinstance(error, load_litellm().APIError):
        kind = ProviderUnavailable if may_pass(error) else ProviderRefused
        return kind(f"{model}: the request was turned down{status}")
    return ProviderError(f"{model}: the client library failed ({type(error).__name__})")


def _row(error: BaseException | None) -> Failure | None:
    litellm = load_litellm()
    return next((row for row in FAILURES if isinstance(error, getattr(litellm, row.exception))), None)


def wait_s(state: RetryCallState) -> float:
    """As long as the provider asks for; else 1, 2, 4, ... 30 seconds and up to one more at random."""
    from tenacity import wait_exponential_jitter  # noqa: PLC0415 - only where a model is asked

    error = state.outcome.exception() if state.outcome else None
    headers = getattr(error, "litellm_response_headers", None) or {}
    asked = retry_after_s(headers, datetime.now(UTC))
    return wait_exponential_jitter(initial=FIRST_WAIT_S, max=LONGEST_WAIT_S)(state) if asked is None else asked


def retry_after_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that a Retry-After header asks to wait (RFC 9110, 10.2.3: seconds or a date); None without one.

    >>> retry_after_s({"retry-after": "7"}, datetime.now(UTC))
    7.0
    """
    value = next((text for name, text in headers.items() if name.lower() == "retry-after"), "")
    try:
        seconds = float(value)
    except ValueError:
        try:
            when = parsedate_to_datetime(value)
        except ValueError:
            return None
        seconds = (when.replace(tzinfo=when.tzinfo or UTC) - now).total_seconds()
    return max(0.0, seconds) if math.isfinite(seconds) else None
