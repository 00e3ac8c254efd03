"""Settings: a small value object, read once and passed in. Flag > environment > .env > twosource.toml > default."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from service.errors import SettingsError

PREFIX = "TWOSOURCE_"
TOML_FILE = "twosource.toml"
OTHERS = ("relay",)
"""Variables with our prefix that are no settings: where tests find the endpoint that they record."""
DEFAULT_FENCE_SALT = "twosource"


def default_store() -> Path:
    """Where replies are kept: the user's cache folder."""
    cache = os.environ.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "twosource" / "replies.sqlite"


class Settings(BaseSettings):
    """Everything a user can set. An unknown key in twosource.toml is an error."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        toml_file=TOML_FILE,
        extra="forbid",
        dotenv_filtering="match_prefix",
        frozen=True,
        env_ignore_empty=True,
    )

    model: str | None = Field(default=None, description="litellm's name of a model, such as openai/… or ollama_chat/…")
    api_base: str | None = Field(default=None, description="address of an OpenAI-compatible endpoint")
    api_key: SecretStr | None = Field(default=None, description="key for it; hosted providers' own variables serve too")
    replies: Path | None = Field(default=None, description="recorded replies to answer from, without any model")
    cache: bool = Field(default=True, description="keep replies and reuse them")
    store: Path = Field(default_factory=default_store, description="file in which replies are kept")
    max_calls: int | None = Field(default=None, ge=0, description="most replies that one run may ask for")
    max_run_tokens: int | None = Field(default=None, ge=0, description="most tokens that one run may use, both ways")
    max_cost: float | None = Field(default=None, ge=0, description="most that one run may cost, in US dollars")
    timeout_s: float = Field(default=120.0, gt=0, description="longest wait for one answer, in seconds")
    deadline_s: float = Field(default=600.0, gt=0, description="longest wait for one reply, all tries together")
    attempts: int = Field(default=3, ge=1, description="most tries of one request")
    concurrency: int = Field(default=32, ge=1, description="most requests at once")
    max_tokens: int = Field(default=12_000, gt=0, description="longest reply, in tokens")
    temperature: float = Field(default=0.0, ge=0, le=2, description="how freely the model words its replies")
    window_chars: int = Field(default=12_000, ge=1_000, description="longest passage read in one call, in characters")
    relate_chars: int = Field(default=40_000, ge=1_000, description="most characters of claims related in one call")
    brief_chars: int = Field(default=20_000, ge=1_000, description="most characters that a summary is written from")
    max_bytes_per_file: int = Field(default=5_000_000, gt=0, description="largest file that is read")
    max_articles: int = Field(default=300, gt=0, description="most articles in one run")
    fence_salt: str = Field(default=DEFAULT_FENCE_SALT, description="part of the delimiter around article text")

    @field_validator("store", "replies")
    @classmethod
    def _at_home(cls, path: Path | None) -> Path | None:
        return path.expanduser() if path else None

    @field_validator("api_base")
    @classmethod
    def _with_its_scheme(cls, address: str | None) -> str | None:
        if address and not address.startswith(("http://", "https://")):
            raise ValueError("an address begins with http:// or https://")
        return address

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        del file_secret_settings
        return init_settings, env_settings, dotenv_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(flags: dict[str, Any]) -> Settings:
    """The settings of this run; `flags` that are None were not given.

    Raises:
        SettingsError: a value is missing or wrong; names the setting and what it may be.
    """
    unknown = sorted(
        name
        for name in os.environ
        if name.startswith(PREFIX) and name.removeprefix(PREFIX).lower() not in {*Settings.model_fields, *OTHERS}
    )
    if unknown:
        raise SettingsError(f"{', '.join(unknown)}: no such setting; mend or unset it in the environment")
    try:
        return Settings(**{name: value for name, value in flags.items() if value is not None})
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors(include_url=False)
        )
        remedy = f"mend it where it was set: a flag, {PREFIX}… in the environment or .env, or {TOML_FILE}"
        raise SettingsError(f"setting {faults}; {remedy}") from None
    except ValueError as error:  # a .env or TOML file that cannot be parsed at all
        raise SettingsError(f"{TOML_FILE} or .env cannot be read: {error}") from None
