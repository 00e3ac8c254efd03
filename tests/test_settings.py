"""Settings come from flags, the environment, .env and twosource.toml, in that order."""

from __future__ import annotations

import pytest

from service.errors import SettingsError
from service.settings import load_settings


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("MODEL", "API_KEY", "MAX_CALLS", "TIMEOUT_S", "DEADLINE_S", "API_BASE"):
        monkeypatch.delenv(f"TWOSOURCE_{name}", raising=False)


def test_the_nearer_source_wins(tmp_path, monkeypatch):
    (tmp_path / "twosource.toml").write_text('model = "toml"\nmax_calls = 1\nconcurrency = 1\ntimeout_s = 1.0\n')
    (tmp_path / ".env").write_text("TWOSOURCE_MODEL=dotenv\nTWOSOURCE_MAX_CALLS=2\nTWOSOURCE_CONCURRENCY=2\n")
    monkeypatch.setenv("TWOSOURCE_MODEL", "environment")
    monkeypatch.setenv("TWOSOURCE_MAX_CALLS", "3")
    settings = load_settings({"model": "flag"})
    assert (settings.model, settings.max_calls, settings.concurrency, settings.timeout_s) == ("flag", 3, 2, 1.0)


def test_a_flag_that_was_not_given_counts_for_nothing(monkeypatch):
    monkeypatch.setenv("TWOSOURCE_MODEL", "environment")
    assert load_settings({"model": None}).model == "environment"


def test_a_wrong_value_is_named_with_the_remedy(monkeypatch):
    monkeypatch.setenv("TWOSOURCE_MAX_CALLS", "many")
    with pytest.raises(SettingsError, match=r"max_calls.*integer.*mend it"):
        load_settings({})


def test_an_unknown_key_of_the_toml_file_is_named(tmp_path):
    (tmp_path / "twosource.toml").write_text('modell = "x"\n')
    with pytest.raises(SettingsError, match="modell"):
        load_settings({})


def test_a_toml_file_that_cannot_be_parsed_is_told(tmp_path):
    (tmp_path / "twosource.toml").write_text("model = \n")
    with pytest.raises(SettingsError, match=r"twosource\.toml"):
        load_settings({})


def test_other_lines_of_a_dotenv_file_are_not_ours(tmp_path):
    (tmp_path / ".env").write_text("OPENAI_API_KEY=secret\nTWOSOURCE_MODEL=m\n")
    assert load_settings({}).model == "m"


def test_a_key_is_never_shown(monkeypatch):
    monkeypatch.setenv("TWOSOURCE_API_KEY", "canary-key")
    assert "canary" not in repr(load_settings({}))
