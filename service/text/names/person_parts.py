"""A person's name taken apart: titles off, particles set aside, given names, surname, generation."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from service.text.names.countries import split_countries
from service.text.names.east_asian import EastAsianName, read_east_asian
from service.text.names.spelling import ascii_words, fold, lacks_vowels, native_characters
from service.text.names.titles import (
    COURTESIES,
    GENERATIONS,
    GLUED_WORDS,
    OFFICES,
    OPENING_OFFICES,
    PARTICLES,
    PORTFOLIOS,
    POSTNOMINALS,
)

_POSSESSIVE = re.compile(r"['’]s?$")
_INITIALS_RUN = re.compile(r"(?:[A-Za-z]\.){2,}")
_CAPITAL_PAIR = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2}")
_WORD = re.compile(r"[^\s,;()\"“”]+")
_APOSTROPHES = re.compile(r"['’‘`ʼʿʾ\"]")
_CACHED_NAMES = 8192


class PersonName(NamedTuple):
    """Folded words of a name. `words` are all of them in the order given-first, particles left out."""

    plain: tuple[str, ...]
    words: tuple[str, ...]
    particles: frozenset[str]
    generation: str | None
    east_asian: EastAsianName | None
    consonants_only: bool
    characters: str

    @property
    def given(self) -> tuple[str, ...]:
        return self.words[:-1]

    @property
    def surname(self) -> str:
        return self.words[-1]

    @property
    def joined_surnames(self) -> frozenset[str]:
        """The surname written in one with the word before it: "De Santis" is DeSantis, "Mc Dowell" McDowell."""
        if len(self.plain) < 2:
            return frozenset({self.surname})
        return frozenset({self.surname, fold(self.plain[-2] + self.plain[-1])})

    @property
    def bare(self) -> bool:
        return len(self.words) == 1


def _unglue(word: str) -> str:
    """Cut a function word that a lost space left on a capitalised name of some length."""
    for glued in GLUED_WORDS:
        stem = word.removesuffix(glued)
        if glued in {"who", "said", "told", "says", "which", "that"} and stem != word and len(stem) >= 5:
            return stem
    return word


def _split_initials(word: str, *, mixed_case: bool) -> list[str]:
    if _INITIALS_RUN.fullmatch(word):
        return word.replace(".", " ").split()
    if mixed_case and _CAPITAL_PAIR.fullmatch(word):  # "George HW"
        return list(word)
    return [word]


def _plain_words(text: str) -> list[str]:
    """Words in reading order, initials parted, "Surname, Given" turned round."""
    latin = _APOSTROPHES.sub("", ascii_words(_POSSESSIVE.sub("", text.strip())))
    mixed_case = not latin.isupper()
    head, *tails = [part.strip() for part in latin.split(",") if part.strip()] or [""]
    after = [tail for tail in tails if tail.lower().replace(".", "") not in POSTNOMINALS.words]
    if after and after[0].lower().replace(".", "") not in GENERATIONS:
        head, after = f"{after[0]} {head}", after[1:]
    words = [
        part
        for word in _WORD.findall(" ".join((head, *after)))
        for part in _split_initials(word, mixed_case=mixed_case)
    ]
    return [cleaned for word in words if (cleaned := _unglue(word.lower().replace(".", "").strip("-_/|!?:")))]


def strip_titles(words: list[str]) -> list[str]:
    """Drop everything up to the last title that leaves a name, "of State" behind it, and countries before it."""
    last = -1
    for at, word in enumerate(words[:-1]):
        parts = set(word.split("-"))
        if parts & COURTESIES.words or parts & OFFICES.words or (at == last + 1 and word in OPENING_OFFICES.words):
            last = at
    rest = words[last + 1 :]
    if last >= 0:
        kept = list(rest)
        if kept[0] in {"of", "for", "to"}:
            while len(kept) > 1 and kept[0] in PORTFOLIOS.words | {"to"}:
                kept.pop(0)
            kept = list(split_countries(tuple(kept)).rest) or kept
        rest = kept
    return rest


@lru_cache(maxsize=_CACHED_NAMES)
def read_person(text: str) -> PersonName | None:
    """The parts of a person's name; None where `text` holds no letters."""
    words = _plain_words(text)
    generation = None
    while len(words) > 1 and (words[-1] in GENERATIONS or words[-1] in POSTNOMINALS.words):
        generation = GENERATIONS.get(words.pop(), generation)
    words = strip_titles(words)
    east_asian = read_east_asian(tuple(words))
    parts: list[str] = []
    particles: set[str] = set()
    for word in words:
        for part in word.split("-"):
            if part in PARTICLES and len(words) > 1:
                particles.add(part)
            elif folded := fold(part.removeprefix("bin") if part.startswith("binal") else part):
                parts.append(folded)
    if not parts:
        parts = [folded for word in words if (folded := fold(word))]
    if not parts:
        return None
    return PersonName(
        tuple(words),
        tuple(parts),
        frozenset(particles),
        generation,
        east_asian,
        lacks_vowels(text),
        native_characters(text),
    )
