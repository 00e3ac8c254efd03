"""An organisation's name taken apart: legal forms off, countries set aside, known organisations recognised."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from service.text.names.countries import split_countries
from service.text.names.known_organisations import KNOWN_ORGANISATIONS
from service.text.names.organisation_words import (
    COMPANY_KINDS,
    FUNCTION_WORDS,
    GLUED_FORMS,
    LEGAL_FORMS,
    NUMBER_WORDS,
    ORDINAL_ENDINGS,
    REWORDINGS,
    ROMAN_NUMERALS,
    TENS,
    CompanyKind,
)
from service.text.names.spelling import ascii_words

_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}[a-z]?\b|\b(?:[a-z]\.){2,}")
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s|$)")
_WORD = re.compile(r"[a-z0-9]+")
_OWN_ACRONYM = re.compile(r"(.{8,}?)\s*[(\[]([A-Z][A-Z.&]{1,7})[)\]]\s*")
_CLOSING_BRACKET = re.compile(r"([^()\[\]]+)[(\[]([^()\[\]]+)[)\]]\s*")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_GLUED_FORM = re.compile(rf"(?<=[a-z]{{3}})(?=(?:{'|'.join(GLUED_FORMS)})\b)")
_OWNER = re.compile(r".*['’]s?\s+(?=\w)")
_CACHED_NAMES = 8192

# A form this long (letters and spaces) is still read with one letter wrong, left out or cut off.
_MENDED_FORM_LENGTH = 11
_MENDED_FORMS = tuple(form for form in LEGAL_FORMS if len(form) >= _MENDED_FORM_LENGTH)
_KIND_OF_FORM = {form: row for row in COMPANY_KINDS for form in row.forms}


class OrganisationName(NamedTuple):
    """`words` as read, without legal forms; `core` is what is left of them without countries and function words.

    `branches` are those of the countries that stand in brackets; `kinds` are what the legal forms say of the
    company; `is_company` tells that there are legal forms.
    """

    words: tuple[str, ...]
    core: tuple[str, ...]
    countries: frozenset[str]
    numbers: tuple[str, ...]
    known: str | None
    branches: frozenset[str] = frozenset()
    kinds: frozenset[CompanyKind] = frozenset()
    is_company: bool = False


class _WithoutForms(NamedTuple):
    text: str
    forms: frozenset[str]


def _reworded(text: str) -> str:
    padded = f" {text} "
    for row in REWORDINGS:
        padded = padded.replace(f" {row.said} ", f" {row.as_in} ")
    return padded.strip()


def _mended_form(text: str) -> str:
    """ "... joint stock compan" ends in a joint stock company."""
    words = text.split()
    for form in _MENDED_FORMS:
        length = form.count(" ") + 1
        tail = " ".join(words[-length:])
        if len(words) > length and OSA.distance(tail, form, score_cutoff=1) == 1:
            return " ".join((*words[:-length], form))
    return text


def _without_legal_forms(text: str) -> _WithoutForms:
    """Legal forms are cut at both ends, again and again, while something else is left."""
    text = _mended_form(text)
    forms: set[str] = set()
    cut = True
    while cut:
        cut = False
        for form in LEGAL_FORMS:
            shorter = text.removeprefix(f"{form} ").removesuffix(f" {form}")
            if shorter != text and shorter not in LEGAL_FORMS:
                text, cut = shorter, True
                forms.add(form)
    return _WithoutForms(text, frozenset(forms))


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


def _plain(text: str) -> str:
    plain = ascii_words(_GLUED_FORM.sub(" ", text)).lower().replace("&", " and ")
    plain = _DOTTED.sub(lambda dotted: dotted.group().replace(".", ""), plain)
    return " ".join(_WORD.findall(_POSSESSIVE.sub("", plain))).removeprefix("the ")


def _read_words(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words, and the legal forms that were cut off them."""
    full = _OWN_ACRONYM.fullmatch(text)  # "Rural Water Board (RWB)"
    named = full.group(1) if full else text
    closing = _CLOSING_BRACKET.fullmatch(named)  # "Halvorsen Ltd (Peru)": the form stands before the bracket
    inner = _without_legal_forms(_plain(closing.group(1))) if closing else _WithoutForms("", frozenset())
    plain = f"{inner.text} {_plain(closing.group(2))}".strip() if closing else _plain(named)
    outer = _without_legal_forms(plain)
    return tuple(_in_digits(_reworded(outer.text).split())), inner.forms | outer.forms


def _words(text: str) -> tuple[str, ...]:
    return _read_words(text)[0]


def _branches(text: str) -> frozenset[str]:
    """Countries that fill a bracket: "Halvorsen (Peru) Ltd"."""
    inside = (split_countries(tuple(_reworded(_plain(part)).split())) for part in _BRACKETED.findall(text))
    return frozenset(country for split in inside if not split.rest for country in split.countries)


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
    words, forms = _read_words(text)
    if not words:
        return None
    core, countries = _parts(words)
    numbers = tuple(sorted(word for word in core if word.isdigit() or (len(core) > 1 and word in ROMAN_NUMERALS)))
    return OrganisationName(
        words,
        core,
        countries,
        numbers,
        known=_find_known(text, core, countries) if core else None,
        branches=_branches(text) & countries,
        kinds=frozenset(_KIND_OF_FORM[form] for form in forms if form in _KIND_OF_FORM),
        is_company=bool(forms),
    )


def acronyms_of(name: OrganisationName) -> set[str]:
    """Initials with and without function words, with and without the country: "US Rural Board" is USRB or RB."""
    if len(name.core) < 2 and len(name.words) < 3:
        return set()
    content = [word for word in name.words if word not in FUNCTION_WORDS]
    return {"".join(word[0] for word in words) for words in (name.words, content, name.core) if len(words) >= 2}
