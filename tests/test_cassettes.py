"""Every cassette belongs to a test, and none holds a secret."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

TESTS = Path(__file__).parent


def cassettes(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.yaml") if "cassettes" in path.parts)


def orphans(files: Iterable[Path], owned: Iterable[Path]) -> list[Path]:
    return sorted(set(files) - set(owned))


def cassette_of(test: pytest.Function) -> Path:
    """Where pytest-recording keeps the cassette of a test (its own rule for names)."""
    name = f"{test.cls.__name__}.{test.name}" if test.cls else test.name
    return test.path.parent / "cassettes" / test.path.stem / (re.sub(r"""[<>?%*:|"'/\\]""", "-", name) + ".yaml")


def test_every_cassette_belongs_to_a_test(request: pytest.FixtureRequest) -> None:
    """Looks at the modules that this run collected; a run of all tests looks at all."""
    chosen = request.config.option.keyword or request.config.option.markexpr
    if chosen or any("::" in argument for argument in request.config.args):
        pytest.skip("only parts of modules were collected")
    collected = [test for test in request.session.items if isinstance(test, pytest.Function)]
    folders = {test.path.parent / "cassettes" / test.path.stem for test in collected}
    files = [file for file in cassettes(TESTS) if file.parent in folders or not module_of(file).exists()]

    owned = [cassette_of(test) for test in collected if test.get_closest_marker("vcr")]
    assert orphans(files, owned) == []


def module_of(cassette: Path) -> Path:
    return cassette.parents[2] / f"{cassette.parent.name}.py"


def test_the_hunt_for_orphans_finds_a_planted_one(tmp_path: Path) -> None:
    folder = tmp_path / "llm" / "cassettes" / "test_x"
    folder.mkdir(parents=True)
    for name in ("test_kept", "test_gone"):
        (folder / f"{name}.yaml").write_text("{}")

    assert orphans(cassettes(tmp_path), [folder / "test_kept.yaml"]) == [folder / "test_gone.yaml"]
    assert module_of(folder / "test_gone.yaml") == tmp_path / "llm" / "test_x.py"


class SecretShape(NamedTuple):
    """A shape in which a secret may stand in a cassette, and an example that it must find."""

    name: str
    pattern: re.Pattern[str]
    example: str


SECRET_SHAPES = (
    SecretShape(
        "authorization header",
        re.compile(r"^\s*['\"]?authorization['\"]?\s*:", re.IGNORECASE | re.MULTILINE),
        "  Authorization:\n",
    ),
    SecretShape(
        "key header",
        re.compile(r"^\s*['\"]?(x-)?(goog-)?api[-_]key['\"]?\s*:", re.IGNORECASE | re.MULTILINE),
        "  x-api-key:\n",
    ),
    SecretShape("key field", re.compile(r"api_?key['\"]?\s*[:=]", re.IGNORECASE), '{"api_key": "abc"}'),
    SecretShape("bearer token", re.compile(r"\bBearer\s+[\w.~+/-]{3,}", re.IGNORECASE), "- Bearer abcdef"),
    SecretShape("OpenAI or Anthropic key", re.compile(r"\bsk-[\w-]{6,}"), "sk-proj-abc123"),
    SecretShape("AWS key", re.compile(r"\bAKIA[0-9A-Z]{12,}"), "AKIAABCDEFGHIJKLMNOP"),
    SecretShape("Google key", re.compile(r"\bAIza[\w-]{10,}"), "AIzaSyABCDEFGHIJKL"),
    SecretShape(
        "cookie", re.compile(r"^\s*['\"]?(set-)?cookie['\"]?\s*:", re.IGNORECASE | re.MULTILINE), "  Set-Cookie:\n"
    ),
    SecretShape("local address", re.compile(r"\b(127\.0\.0\.1|localhost)\b"), "http://127.0.0.1:8765/v1"),
)


def secrets_in(text: str) -> list[str]:
    return [shape.name for shape in SECRET_SHAPES if shape.pattern.search(text)]


@pytest.mark.parametrize("path", cassettes(TESTS), ids=lambda path: path.stem)
def test_no_cassette_holds_a_secret(path: Path) -> None:
    assert secrets_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("shape", SECRET_SHAPES, ids=lambda shape: shape.name)
def test_the_search_for_secrets_finds_a_planted_one(shape: SecretShape) -> None:
    assert shape.name in secrets_in(f"interactions:\n{shape.example}\n")


def test_the_search_for_secrets_leaves_plain_text_alone() -> None:
    assert (
        secrets_in(
            "Authorization came late.\nCookie makers struck.\nThe task-force's risk-assessment bears the author's name; the key findings: none."
        )
        == []
    )
