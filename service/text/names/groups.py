"""The names of one story, parted by bearer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from service.text.names.countries import fold_demonym
from service.text.names.east_asian import surnames_spelled
from service.text.names.kinds import Kind, kind_of, same_name
from service.text.names.model import NameGroup, NameMatch
from service.text.names.organisation_parts import acronyms_of, read_organisation
from service.text.names.person_parts import read_person
from service.text.names.spelling import j_readings, skeleton

_BARE_SCORE = 0.8


class _Agreement(NamedTuple):
    score: float
    first: str
    second: str


def _keys(name: str) -> set[str]:
    """Names that could agree share a key: of the first or last word, an acronym, a known organisation, a country."""
    kind = kind_of(name)
    if kind is Kind.COUNTRY:
        return {f"country {fold_demonym(name)}"}
    keys: set[str] = set()
    if kind is not Kind.PERSON:
        keys |= _organisation_keys(name)
    if kind is not Kind.ORGANISATION:
        keys |= _person_keys(name)
    return keys


def _person_keys(name: str) -> set[str]:
    person = read_person(name)
    if person is None:
        return set()
    ends = {person.words[0], person.words[-1], *person.joined_surnames}
    keys = {key for word in ends for reading in j_readings(word) for key in _consonant_keys(reading)}
    if person.east_asian:
        keys.add(f"surname {person.east_asian.surname.name}")
    if person.bare:
        keys |= {f"surname {surname}" for word in person.plain for surname in surnames_spelled(word)}
    return keys | {"".join(person.words)}


def _consonant_keys(word: str) -> set[str]:
    """The first three consonants, and the first with the last two: one edit spares one of them."""
    consonants = skeleton(word)
    if len(consonants) < 3:
        return {consonants or word[:2]}
    return {f"{consonants[:3]}-", f"{consonants[0]}-{consonants[-2:]}"}


def _organisation_keys(name: str) -> set[str]:
    organisation = read_organisation(name)
    if organisation is None:
        return set()
    keys = {f"word {word[:4]}" for word in organisation.core} | {"".join(organisation.core)}
    keys |= {f"acronym {letters}" for letters in acronyms_of(organisation) | set(organisation.core[:1])}
    return keys | {f"organisation {organisation.known}"} if organisation.known else keys


class _Story:
    """The distinct names of a story with the agreements among them, found within blocks of a shared key."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = sorted(set(names))
        self._compared: dict[tuple[str, str], NameMatch] = {}
        blocks: dict[str, list[str]] = defaultdict(list)
        for name in self.names:
            for key in _keys(name):
                blocks[key].append(name)
        pairs = {pair for block in blocks.values() for pair in combinations(block, 2)}
        self.agreeing = sorted(
            (_Agreement(match.score, *pair) for pair in pairs if (match := self.match(*pair)).same),
            key=lambda agreement: (-agreement.score, agreement.first, agreement.second),
        )
        self.neighbours: dict[str, set[str]] = defaultdict(set)
        for agreement in self.agreeing:
            self.neighbours[agreement.first].add(agreement.second)
            self.neighbours[agreement.second].add(agreement.first)

    def match(self, a: str, b: str) -> NameMatch:
        pair = (a, b) if a <= b else (b, a)
        if pair not in self._compared:
            self._compared[pair] = same_name(*pair)
        return self._compared[pair]

    def compatible(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """No name of `some` is judged different from one of `others`."""
        others = tuple(others)
        return all(self.match(a, b).same is not False for a in some for b in others)

    def ambiguous(self, name: str) -> bool:
        """It agrees with two names that are judged different from each other."""
        return any(self.match(a, b).same is False for a, b in combinations(sorted(self.neighbours[name]), 2))


def _is_short(name: str) -> bool:
    """A bare surname, or a body without its country: what may fit several full names."""
    person = read_person(name)
    return person is None or person.bare


class _Clusters:
    """Disjoint sets of names that refuse to join names judged different."""

    def __init__(self, story: _Story) -> None:
        self._story = story
        self.of: dict[str, set[str]] = {name: {name} for name in story.names}

    def join(self, a: str, b: str) -> None:
        one, other = self.of[a], self.of[b]
        if one is other or not self._story.compatible(one, other):
            return
        one |= other
        for name in other:
            self.of[name] = one


def _attach_short_names(story: _Story, clusters: _Clusters, short: Sequence[str], full: frozenset[str]) -> None:
    """A short name joins the one cluster of full names that it fits; with none or several it keeps to its like."""
    fits = {
        name: frozenset(min(clusters.of[other] & full) for other in story.neighbours[name] if other in full)
        for name in short
    }
    short_set = set(short)
    for agreement in story.agreeing:
        a, b = agreement.first, agreement.second
        if a in short_set and b in short_set and fits[a] == fits[b] and agreement.score >= _BARE_SCORE:
            clusters.join(a, b)
    for name in short:
        if len(fits[name]) == 1:
            clusters.join(next(iter(fits[name])), name)


def _canonical(members: Iterable[str], frequency: Counter[str]) -> str:
    """A country's plain name; else the fullest, the most frequent, the shortest, the first by alphabet."""

    def rank(name: str) -> tuple[bool, int, int, int, int, str]:
        person = read_person(name)
        parts = len(person.words) if person else 0
        return (fold_demonym(name) != name, -parts, -frequency[name], len(name.split()), len(name), name)

    return min(members, key=rank)


def group_names(names: Sequence[str]) -> list[NameGroup]:
    """Part the names seen in one story by bearer; repeated names count as frequency.

    Every distinct name is in exactly one group, no group holds two names that `same_name` judges different, and the
    result does not depend on the order of `names`. A short name that fits two bearers stays apart.
    Groups are sorted by canonical name.
    """
    frequency = Counter(names)
    story = _Story(frequency)
    clusters = _Clusters(story)
    short = [name for name in story.names if _is_short(name) or story.ambiguous(name)]
    full = frozenset(story.names) - set(short)
    for agreement in story.agreeing:
        if agreement.first in full and agreement.second in full:
            clusters.join(agreement.first, agreement.second)
    _attach_short_names(story, clusters, short, full)
    distinct = {id(cluster): cluster for cluster in clusters.of.values()}
    groups = [NameGroup(_canonical(cluster, frequency), tuple(sorted(cluster))) for cluster in distinct.values()]
    return sorted(groups, key=lambda group: (group.canonical, group.members))
