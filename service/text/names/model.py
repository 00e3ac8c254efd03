"""What the comparison of names returns."""

from __future__ import annotations

from typing import NamedTuple


class NameMatch(NamedTuple):
    """Whether two names name one bearer. `same` is None where the names alone cannot tell.

    `score` lies in [0, 1]; it orders matches by how much they rest on and is no probability.
    """

    same: bool | None
    reason: str
    score: float


class NameGroup(NamedTuple):
    """Names of one bearer in one story. `canonical` is the fullest, then the most frequent, of `members`."""

    canonical: str
    members: tuple[str, ...]


class NameMention(NamedTuple):
    """A name in a text: `text[start:end] == surface`, in Unicode code points."""

    start: int
    end: int
    surface: str


class Example(NamedTuple):
    """Two names and what the rule beside it makes of them; the tests run every example."""

    first: str
    second: str
    same: bool | None


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(words.split())
