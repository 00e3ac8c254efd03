"""An organisation's name taken apart: legal forms off, countries set aside, known organisations recognised."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from service.text.names.countries import split_countries
from service.text.names.known_organisations import KNOWN_ORGANISATIONS
from service.text.names.organisation_words import (
    FUNCTION_WORDS,
    LEGAL_FORMS,
    NUMBER_WORDS,
    ORDINAL_ENDINGS,
    REWORDINGS,
    ROMAN_NUMERALS,
    TENS,
)
from service.text.names.spelling import ascii_words

_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}[a-z]?\b|\b(?:[a-z]\.){2,}")
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s|$)")
_WORD = re.compile(r"[a-z0-9]+")
_OWN_ACRONYM = re.compile(r"(.{8,}?)\s*[(\[]([A-Z][A-Z.&]{1,7})[)\]]\s*")
_OWNER = re.compile(r".*['’]s?\s+(?=\w)")
_CACHED_NAMES = 8192


class OrganisationName(NamedTuple):
    """`words` as read, without legal forms; `core` is what is left of them without countries and function words."""

    words: tuple[str, ...]
    core: tuple[str, ...]
    countries: frozenset[str]
    numbers: tuple[str, ...]
    known: str | None


def _reworded(text: str) -> str:
    padded = f" {text} "
    for row in REWORDINGS:
        padded = padded.replace(f" {row.said} ", f" {row.as_in} ")
    return padded.strip()


def _without_legal_forms(text: str) -> str:
    """Legal forms are cut at both ends, again and again, while something else is left."""
    cut = True
    while cut:
        cut = False
        for form in LEGAL_FORMS:
            shorter = text.removeprefix(f"{form} ").removesuffix(f" {form}")
            if shorter != text and shorter not in LEGAL_FORMS:
                text, cut = shorter, True
    return text


def _in_digits(words: list[str]) -> list[str]:
    """ "forty four" is 44, "third" is 3, "15th" is 15."""
    digits: list[str] = []
    for word in words:
        number = NUMBER_WORDS.get(word)
        if number and digits and digits[-1].endswith("0") and digits[-1] in map(str, TENS.values()):
            digits[-1] = str(int(digits[-1]) + int(number))
        elif word[:-2].isdigit() and word.endswith(ORDINAL_ENDINGS):
            digits.append(word[:-2])
        else:
            digits.append(number or str(TENS.get(word, word)))
    return digits


def _words(text: str) -> tuple[str, ...]:
    full = _OWN_ACRONYM.fullmatch(text)  # "Rural Water Board (RWB)"
    plain = ascii_words(full.group(1) if full else text).lower().replace("&", " and ")
    plain = _DOTTED.sub(lambda dotted: dotted.group().replace(".", ""), plain)
    plain = " ".join(_WORD.findall(_POSSESSIVE.sub("", plain))).removeprefix("the ")
    return tuple(_in_digits(_reworded(_without_legal_forms(plain)).split()))


class _Known(NamedTuple):
    name: str
    country: str | None


class _Key(NamedTuple):
    core: frozenset[str]
    countries: frozenset[str]


@cache
def _known_organisations() -> dict[_Key, _Known]:
    known: dict[_Key, _Known] = {}
    for row in KNOWN_ORGANISATIONS:
        for form in row.forms:
            parts = _parts(_words(form))
            known.setdefault(_Key(frozenset(parts.core), parts.countries), _Known(row.name, row.country))
    return known


def _find_known(text: str, core: tuple[str, ...], countries: frozenset[str]) -> str | None:
    """The row of the table that the words stand for, unless they name another country; else what follows an owner."""
    table = _known_organisations()
    exact = table.get(_Key(frozenset(core), countries))
    if exact and countries:
        return exact.name
    known = table.get(_Key(frozenset(core), frozenset()))
    if known:
        return None if known.country and countries and known.country not in countries else known.name
    owned = _OWNER.sub("", text)
    if owned == text:
        return None
    owned_parts = _parts(_words(owned))
    return _find_known(owned, owned_parts.core, owned_parts.countries | countries) if owned_parts.core else None


class _Parts(NamedTuple):
    core: tuple[str, ...]
    countries: frozenset[str]


def _parts(words: tuple[str, ...]) -> _Parts:
    split = split_countries(words)
    core = tuple(word for word in split.rest if word not in FUNCTION_WORDS)
    return _Parts(core, split.countries) if core or split.countries else _Parts(words, split.countries)


@lru_cache(maxsize=_CACHED_NAMES)
def read_organisation(text: str) -> OrganisationName | None:
    """The parts of an organisation's name; None where `text` holds no letters or digits."""
    words = _words(text)
    if not words:
        return None
    core, countries = _parts(words)
    numbers = tuple(sorted(word for word in core if word.isdigit() or (len(core) > 1 and word in ROMAN_NUMERALS)))
    return OrganisationName(words, core, countries, numbers, _find_known(text, core, countries) if core else None)


def acronyms_of(name: OrganisationName) -> set[str]:
    """Initials with and without function words, with and without the country: "US Rural Board" is USRB or RB."""
    if len(name.core) < 2 and len(name.words) < 3:
        return set()
    content = [word for word in name.words if word not in FUNCTION_WORDS]
    return {"".join(word[0] for word in words) for words in (name.words, content, name.core) if len(words) >= 2}
