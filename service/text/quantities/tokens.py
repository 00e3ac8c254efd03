"""Text cut into numbers, words and marks, each with its offsets."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a token is. A BREAK ends a paragraph (a blank line, or a line before a capital): nothing is read across."""

    NUMBER = "number"
    WORD = "word"
    MARK = "mark"
    BREAK = "break"


class Token(NamedTuple):
    """`start` and `end` are code points of the text; `glued` means that no space stands before it."""

    text: str
    lower: str
    start: int
    end: int
    kind: Kind
    glued: bool


HYPHENS = frozenset("-‐‑–—−")

_TOKEN = re.compile(
    r"""
    (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
  | (?P<number>
        [0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?![0-9])(?:\.[0-9]+)?       # 1,500,000 and 12,34,567.89
      | [0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3})+(?![0-9])(?:\.[0-9]+)? # groups apart by a thin or hard space
      | [0-9]{1,3}(?:\ [0-9]{3}){2,}(?![0-9])(?:\.[0-9]+)?              # by plain spaces: only two groups or more
      | [0-9]+(?:\.[0-9]+)?
      | (?<![\w.])\.[0-9]+
    )
  | (?P<break>\n[^\S\n]*\n|\n(?=[^\S\n]*[A-Z]))
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_KINDS = {kind.value: kind for kind in Kind}


def tokenise(text: str) -> list[Token]:
    """The tokens of a text, left to right; `text[t.start:t.end] == t.text`."""
    tokens: list[Token] = []
    previous_end = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        surface = match.group()
        kind = _KINDS[match.lastgroup or ""]
        tokens.append(Token(surface, surface.lower().replace("’", "'"), start, end, kind, previous_end == start))
        previous_end = end
    return tokens


def lower_at(tokens: list[Token], index: int) -> str:
    """The lower-case text of a token, or the empty string where there is none."""
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def past_hyphen(tokens: list[Token], index: int) -> int:
    """The index after a hyphen that stands at `index`, else `index`."""
    return index + 1 if lower_at(tokens, index) in HYPHENS else index


def matches(tokens: list[Token], index: int, phrase: tuple[str, ...]) -> bool:
    """True when the lower-case tokens from `index` on are the phrase."""
    return index >= 0 and tuple(t.lower for t in tokens[index : index + len(phrase)]) == phrase
