"""The command as its users meet it: what it prints where, what it says of bad input, how it exits."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from service.cli import main

STORY = Path(__file__).parents[1] / "seeds" / "korea-arms"
RECORDING = STORY / "replies.jsonl"


@pytest.fixture(autouse=True)
def without_the_users_settings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("MODEL", "API_BASE", "API_KEY", "REPLIES", "TIMEOUT_S", "DEADLINE_S"):
        monkeypatch.delenv(f"TWOSOURCE_{name}", raising=False)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def replayed(*arguments: str | Path) -> Result:
    return run("summarise", STORY, "--replies", RECORDING, *arguments)


def test_help_names_the_commands_and_gives_examples():
    result = run("--help")
    assert result.exit_code == 0
    assert "Examples:" in result.stdout
    assert "summarise" in result.stdout


def test_help_loads_neither_the_model_client_nor_the_schemas():
    """What `--help` imports is what makes it slow."""
    code = (
        "import sys; from service.cli import main; main(['--help'], standalone_mode=False); "
        "print([name for name in ('litellm', 'pydantic', 'instructor', 'rich') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", ["article", "report"])
def test_schema_prints_a_valid_json_schema(name):
    jsonschema.Draft202012Validator.check_schema(json.loads(run("schema", name).stdout))


def test_a_report_follows_the_schema_that_is_published():
    schema = json.loads(run("schema", "report").stdout)
    jsonschema.validate(json.loads(replayed("--format", "json").stdout), schema)


def test_data_goes_to_stdout_and_progress_to_stderr():
    result = replayed("--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["status"] == "complete"
    assert "extract" in result.stderr


def test_a_report_can_be_written_to_a_file(tmp_path):
    result = replayed("--format", "md", "--output", tmp_path / "report.md")
    assert result.stdout == ""
    assert (tmp_path / "report.md").read_text().startswith("#")


def test_an_output_that_cannot_be_written_is_told(tmp_path):
    result = replayed("--output", tmp_path / "missing" / "report.md")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_text_that_is_piped_holds_no_escape_codes():
    assert "\x1b" not in replayed().stdout


def test_the_same_articles_give_the_same_report_to_the_byte():
    assert replayed("--format", "json").stdout == replayed("--format", "json").stdout


def test_an_article_that_was_not_recorded_is_told_as_missing_and_the_rest_is_reported(tmp_path):
    """No model is asked behind the user's back: the report is partial and says how to go on."""
    other = tmp_path / "other.md"
    other.write_text("The bridge of Lindow fell on Friday. Mira Dann said that nobody was hurt.\n")
    result = run("summarise", STORY, other, "--replies", RECORDING, "--format", "json")
    assert result.exit_code == 3
    failures = json.loads(result.stdout)["manifest"]["failures"]
    assert any("other" in failure["subject"] and failure["remedy"] for failure in failures)


def test_without_a_model_the_user_is_told_how_to_name_one():
    result = run("summarise", STORY)
    assert result.exit_code == 2
    assert "--model" in result.stderr
    assert "TWOSOURCE_MODEL" in result.stderr


def test_replies_that_are_asked_for_by_flag_beat_a_model_of_the_environment(monkeypatch):
    """Who asks for a recording sends no article anywhere."""
    monkeypatch.setenv("TWOSOURCE_MODEL", "openai/none")
    monkeypatch.setenv("TWOSOURCE_API_BASE", "http://127.0.0.1:9/v1")
    assert replayed().exit_code == 0


def test_a_model_and_a_recording_together_are_refused():
    result = replayed("--model", "openai/none")
    assert result.exit_code == 2
    assert "give one of the two" in result.stderr


def test_a_recording_of_other_articles_is_a_mistake_of_the_users_and_no_outage(tmp_path):
    result = run("summarise", write(tmp_path, "a.md", "The bridge fell on Friday."), "--replies", RECORDING)
    assert result.exit_code == 2
    assert "does not hold these articles" in result.stderr


def test_an_output_that_cannot_be_written_is_told_before_anything_is_asked(tmp_path):
    result = replayed("--output", tmp_path / "missing" / "report.md")
    assert "extract" not in result.stderr


@pytest.mark.parametrize(("name", "value"), [("TWOSOURCE_MAX_CALL", "1"), ("TWOSOURCE_API_BASE", "localhost:8000")])
def test_a_mistyped_setting_is_never_passed_over(name, value, monkeypatch):
    monkeypatch.setenv(name, value)
    result = replayed()
    assert result.exit_code == 2
    assert name.removeprefix("TWOSOURCE_").lower() in result.stderr.lower()


def test_a_limit_on_calls_is_kept_before_anything_is_asked():
    result = run(
        "summarise", STORY, "--model", "openai/none", "--api-base", "http://127.0.0.1:9/v1", "--max-calls", "0"
    )
    assert result.exit_code == 5
    assert "Traceback" not in result.stderr


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


BAD_INPUTS = {
    "empty file": lambda folder: write(folder, "bad.md", ""),
    "only white space": lambda folder: write(folder, "bad.md", " \n\n "),
    "binary": lambda folder: write(folder, "bad.txt", b"\x00\x01\x02\xff" * 50),
    "no such file": lambda folder: folder / "bad.md",
    "a folder without articles": lambda folder: folder,
    "unreadable front matter": lambda folder: write(folder, "bad.md", "---\noutlet: [\n---\nThe bridge fell.\n"),
    "unknown front matter": lambda folder: write(folder, "bad.md", "---\npaper: X\n---\nThe bridge fell.\n"),
    "no text behind the front matter": lambda folder: write(folder, "bad.md", "---\noutlet: X\n---\n\n"),
    "a date in the future": lambda folder: write(folder, "bad.md", "---\npublished: 2999-01-01\n---\nIt fell.\n"),
    "a date that is none": lambda folder: write(folder, "bad.md", "---\npublished: soon\n---\nIt fell.\n"),
    "too much text": lambda folder: write(folder, "bad.txt", "word " * 1_100_000),
    "not an article": lambda folder: write(folder, "bad.pdf", "%PDF-1.7"),
}


@pytest.mark.parametrize("case", BAD_INPUTS)
def test_bad_input_is_refused_with_the_files_name_and_a_remedy(case, tmp_path):
    path = BAD_INPUTS[case](tmp_path)
    result = run("summarise", path, "--replies", RECORDING)
    assert result.exit_code == 2
    assert path.name in result.stderr
    assert ";" in result.stderr, "a remedy follows the problem"
    assert "Traceback" not in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_the_same_file_twice_counts_once():
    once = json.loads(replayed("--format", "json").stdout)
    twice = json.loads(run("summarise", STORY, STORY, "--replies", RECORDING, "--format", "json").stdout)
    assert len(twice["articles"]) == len(once["articles"]) == 5
    assert any("twice" in notice or "same" in notice for notice in twice["manifest"]["notices"])


def test_a_recording_that_is_none_is_told(tmp_path):
    result = run("summarise", STORY, "--replies", write(tmp_path, "replies.jsonl", "not json"))
    assert result.exit_code == 2
    assert "replies.jsonl" in result.stderr
