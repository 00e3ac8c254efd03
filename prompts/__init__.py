"""Prompts: versioned files with front matter, and their loader.

A prompt file declares its name, version, variables and the reply model it asks for. A released version never changes:
its hash stands in the manifest of every report that used it, and in the key of every reply that is kept.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib import resources

import yaml
from pydantic import BaseModel, ConfigDict

from schemas.report import PromptRef

_FILE = re.compile(r"\A---\n(?P<head>.*?)\n---\n## system\n(?P<system>.*?)\n## user\n(?P<user>.*)\Z", re.DOTALL)
_VARIABLE = re.compile(r"\{\{(\w+)\}\}")
FENCE_HEX_DIGITS = 16


class PromptError(ValueError):
    """A prompt file or a rendering that does not keep its own declaration."""


class RenderedPrompt(BaseModel):
    """A prompt ready to be sent."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    system: str
    user: str


class PromptFile(BaseModel):
    """A prompt as it stands in its file. `reply` names a model of `schemas.replies`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    version: int
    variables: tuple[str, ...]
    reply: str
    system: str
    user: str
    sha256: str

    @property
    def ref(self) -> PromptRef:
        return PromptRef(name=self.name, version=self.version, sha256=self.sha256)

    def render(self, **values: str) -> RenderedPrompt:
        """Fill the variables in, each exactly once declared.

        Raises:
            PromptError: a declared variable has no value, or a value was not declared.
        """
        missing, unknown = set(self.variables) - set(values), set(values) - set(self.variables)
        if missing or unknown:
            raise PromptError(f"prompt {self.name}: missing {sorted(missing)}, not declared {sorted(unknown)}")

        def fill(template: str) -> str:
            return _VARIABLE.sub(lambda match: values[match.group(1)], template)

        return RenderedPrompt(name=self.name, system=fill(self.system), user=fill(self.user))


def parse_prompt(text: str) -> PromptFile:
    """Read a prompt file's text.

    Raises:
        PromptError: front matter or sections are missing, or the body uses other variables than the head declares.
    """
    match = _FILE.match(text)
    if not match:
        raise PromptError("a prompt file has front matter, then the sections “## system” and “## user”")
    head = yaml.safe_load(match["head"])
    used = set(_VARIABLE.findall(match["system"] + match["user"]))
    if used != set(head.get("variables", [])):
        raise PromptError(f"prompt {head.get('name')}: declares {head.get('variables')}, uses {sorted(used)}")
    return PromptFile(
        **head,
        system=match["system"].strip(),
        user=match["user"].strip(),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


@cache
def load_prompt(name: str) -> PromptFile:
    """The installed prompt of this name."""
    return parse_prompt((resources.files(__name__) / f"{name}.md").read_text(encoding="utf-8"))


def fence_for(content: str, salt: str) -> str:
    """A delimiter that `content` does not hold and cannot have foreseen: a hash of content and salt.

    Derived, not drawn at random, so that the same input makes the same prompt and its reply can be found again.
    """
    for attempt in range(2**16):
        digest = hashlib.sha256(f"{salt}\0{attempt}\0{content}".encode()).hexdigest()[:FENCE_HEX_DIGITS]
        if digest not in content:
            return f"#{digest}#"
    raise PromptError("no delimiter is free of the content")
