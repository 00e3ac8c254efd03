"""YAML front matter: what the user states about an article, between two lines of `---` at the very top."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

import yaml

from schemas.base import Record
from service.errors import InputError

FENCE = "---"
MAX_SHOWN_KEY = 40


class FrontMatter(Record):
    """What front matter may state. A datetime given as `published` keeps the day of its own zone."""

    outlet: str | None = None
    title: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    credit: str | None = None


KNOWN_KEYS = tuple(FrontMatter.model_fields)


class Split(NamedTuple):
    """Front matter and the text below it."""

    front: FrontMatter
    body: str


def split_front_matter(text: str, source: str) -> Split:
    """Take the front matter off a text whose line ends are "\\n"; without one, everything is body.

    Raises InputError, with the line in the file, for front matter that is not closed or cannot be read.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return Split(FrontMatter(), text)
    closing = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if closing is None:
        raise InputError(
            source,
            "line 1: front matter opens with --- but never closes",
            "end it with a line of ---, or begin the text with another line",
        )
    # The opening fence is kept, as a blank line, so that YAML's line numbers are those of the file.
    return Split(read_front_matter("\n".join(["", *lines[1:closing]]), source), "\n".join(lines[closing + 1 :]))


def read_front_matter(block: str, source: str) -> FrontMatter:
    """Read a YAML mapping of the known keys; line numbers in errors count from the block's first line.

    Raises InputError for broken YAML, an unknown or repeated key, and a value of the wrong type.
    """
    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
        if node is not None:
            _check_keys(node, source)
        stated = yaml.safe_load(block) or {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}: " if mark else ""
        raise InputError(source, f"{where}front matter is not valid YAML", "put texts with : or # in quotes") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError(source, "front matter is not valid YAML", "write one `key: value` a line") from error
    except ValueError as error:  # PyYAML lets the constructor's own error through: 2024-13-45 looks like a date
        raise InputError(source, f"front matter holds an impossible value ({error})", "correct the value") from error
    fields = {key: _field(key, value, source) for key, value in stated.items() if value is not None}
    return FrontMatter.model_validate(fields)


def _check_keys(node: yaml.Node, source: str) -> None:
    if not isinstance(node, yaml.MappingNode):
        line = node.start_mark.line + 1
        raise InputError(source, f"line {line}: front matter is no list of keys", "write one `key: value` a line")
    seen: set[str] = set()
    for key, _ in node.value:
        name = str(key.value)
        where = f"line {key.start_mark.line + 1}: "
        if name not in KNOWN_KEYS:
            problem = f"{where}unknown key “{name[:MAX_SHOWN_KEY]}” in front matter"
            raise InputError(source, problem, f"known keys: {', '.join(KNOWN_KEYS)}")
        if name in seen:
            raise InputError(source, f"{where}key “{name}” stands twice in front matter", "keep one of them")
        seen.add(name)


def _field(key: str, value: object, source: str) -> str | date | None:
    if key == "published":
        return _published(value, source)
    if not isinstance(value, str):
        problem = f"field {key} must be text, not {type(value).__name__}"
        raise InputError(source, problem, f'put its value in quotes ({key}: "…")')
    value = value.strip()
    if key == "url" and value and not value.lower().startswith(("http://", "https://")):
        raise InputError(source, "field url must be a web address", "begin it with https:// or http://")
    return value or None


def _published(value: object, source: str) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        if not value.strip():
            return None
        try:
            return datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    problem = "field published must be a date"
    raise InputError(source, problem, "write it as year-month-day (published: 2024-05-12)")
