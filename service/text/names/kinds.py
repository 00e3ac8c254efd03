"""Comparing names whose kind is unknown: is it a country, an organisation or a person, by the shape of the name?"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from service.text.names.countries import fold_demonym
from service.text.names.model import Example, NameMatch
from service.text.names.organisation_parts import read_organisation
from service.text.names.organisation_words import HEADS, LEGAL_FORMS, PLACE_HEADS
from service.text.names.organisations import same_organisation
from service.text.names.people import same_person
from service.text.names.person_parts import read_person
from service.text.names.titles import COURTESIES

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")
_WORD = re.compile(r"[\w'’.-]+")
_CORPORATE = HEADS | PLACE_HEADS | frozenset(form for form in LEGAL_FORMS if len(form) > 2 and " " not in form)


class Kind(StrEnum):
    COUNTRY = "country"
    ORGANISATION = "organisation"
    PERSON = "person"
    UNKNOWN = "unknown"


KIND_EXAMPLES = (
    ("Slovakian", Kind.COUNTRY),
    ("the U.S.", Kind.COUNTRY),
    ("Rural Water Board", Kind.ORGANISATION),
    ("RWB", Kind.ORGANISATION),
    ("Halvorsen GmbH", Kind.ORGANISATION),
    ("Bank of Peru", Kind.ORGANISATION),
    ("Mr. Halvorsen", Kind.PERSON),
    ("Sofiya Kravchuk", Kind.PERSON),
    ("Halvorsen", Kind.UNKNOWN),
)
SAME_NAME_EXAMPLES = (
    Example("Slovak", "Slovakia", same=True),
    Example("Slovakian", "Armenian", same=False),
    Example("Halvorsen", "Halvorsen Group", same=True),
    Example("Sofiya Kravchuk", "Rural Water Board", same=None),
    Example("Kravchuk", "Sofiya Kravchuk", same=True),
)


@lru_cache(maxsize=8192)
def kind_of(name: str) -> Kind:
    """What the shape of `name` says it is. A single word, unless an acronym or a country, says nothing."""
    if fold_demonym(name):
        return Kind.COUNTRY
    words = _WORD.findall(name)
    if len(words) > 1 and words[0].lower().strip(".") in COURTESIES.words:
        return Kind.PERSON
    if _names_an_organisation(name) or (len(words) == 1 and _ACRONYM.fullmatch(words[0])):
        return Kind.ORGANISATION
    person = read_person(name)
    return Kind.PERSON if person and len(person.plain) >= 2 else Kind.UNKNOWN


def _names_an_organisation(name: str) -> bool:
    """A known one, or by a word that only organisations bear, once titles ("Bank Chairman ...") are off."""
    organisation = read_organisation(name)
    if organisation and organisation.known:
        return True
    person = read_person(name)
    words = person.plain if person else ()
    return any(word in _CORPORATE for word in words) or (len(words) > 2 and "of" in words[1:-1])


def same_name(a: str, b: str) -> NameMatch:
    """Compare two names of unknown kind; where the kinds do not fit, or the readings disagree, `same` is None.

    >>> same_name("Slovakian", "Slovakia").same
    True
    """
    kinds = {kind_of(a), kind_of(b)}
    if kinds == {Kind.COUNTRY}:
        same = fold_demonym(a) == fold_demonym(b)
        return NameMatch(same=same, reason=f"country: {fold_demonym(a)} and {fold_demonym(b)}", score=float(same))
    if kinds <= {Kind.ORGANISATION, Kind.COUNTRY}:
        return same_organisation(a, b)
    if kinds <= {Kind.PERSON, Kind.UNKNOWN}:
        return same_person(a, b)
    if Kind.PERSON in kinds:
        return NameMatch(same=None, reason="kind: one looks like a person, the other does not", score=0.0)
    match = same_organisation(a, b)
    if match.same:
        return match
    return NameMatch(same=None, reason="kind: cannot tell what one of them names", score=match.score)
