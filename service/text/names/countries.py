"""Countries, their other names and the words for their people: "Slovak", "Slovakian", "Slovakia" are one."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from anyascii import anyascii

_PLURAL_OR_POSSESSIVE = re.compile(r"(?:'s|'|s)$")
_LONGEST_NAME_WORDS = 6
_PRONOUNS = frozenset({"us", "Us"})


class Country(NamedTuple):
    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """The rows of `countries.tsv`: the states of the world, with a few territories that news names beside them."""
    table = files("service.text.names").joinpath("countries.tsv").read_text(encoding="utf-8")
    rows = [line.split("|") for line in table.splitlines() if line and not line.startswith("#")]
    return tuple(Country(name.strip(), _listed(others), _listed(demonyms)) for name, others, demonyms in rows)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(",") if word.strip())


def country_key(word: str) -> str:
    """Lower-case ASCII without dots and an opening "the", as the table is looked up."""
    plain = anyascii(word).lower().replace(".", "").replace("-", " ")
    return " ".join(plain.split()).removeprefix("the ")


@cache
def _country_by_word() -> dict[str, str]:
    """Country names win over other countries' demonyms; a demonym of two countries is left out."""
    names: dict[str, str] = {}
    owners: dict[str, set[str]] = defaultdict(set)
    for country in countries():
        for name in (country.name, *country.other_names):
            names[country_key(name)] = country.name
        for demonym in country.demonyms:
            owners[country_key(demonym)].add(country.name)
    unambiguous = {word: next(iter(owner)) for word, owner in owners.items() if len(owner) == 1}
    return unambiguous | names


def fold_demonym(word: str) -> str | None:
    """The English name of the country that a country name, demonym or nationality stands for; None if not just one.

    >>> fold_demonym("Slovakian"), fold_demonym("U.S."), fold_demonym("Congolese")
    ('Slovakia', 'United States', None)
    """
    if word.strip() in _PRONOUNS:
        return None
    key = country_key(word)
    known = _country_by_word()
    return known.get(key) or known.get(_PLURAL_OR_POSSESSIVE.sub("", key))


class CountrySplit(NamedTuple):
    """Words of a name parted into the countries that they name and the rest."""

    countries: frozenset[str]
    rest: tuple[str, ...]


def split_countries(words: tuple[str, ...]) -> CountrySplit:
    """Take country names and demonyms out of lower-case `words`, the longest first."""
    known = _country_by_word()
    found: set[str] = set()
    rest: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_NAME_WORDS, len(words) - at), 0, -1):
            country = known.get(" ".join(words[at : at + length]))
            if country:
                found.add(country)
                at += length
                break
        else:
            rest.append(words[at])
            at += 1
    return CountrySplit(frozenset(found), tuple(rest))
