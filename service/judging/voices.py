"""Which speakers of a story are one voice: people of one institution, one institution under several names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from schemas.claims import Claim
from schemas.replies import Voice
from service.judging.speakers import Standing, is_unnamed, read_speaker
from service.story import Story
from service.text.names import fold_demonym, same_organisation
from service.text.names.kinds import Kind, kind_of
from service.text.names.organisation_parts import OrganisationName, acronyms_of, read_organisation
from service.text.names.organisation_words import LEFT_OFF
from service.text.names.spelling import fold


class Voices:
    """The speakers of a story, with those that speak for one institution joined.

    Joining can only lower the count of origins, so an analyst's word is enough for it; nothing takes speakers apart.

    Attributes:
        unknown: names that an analyst's voices list and the story lacks, or has for several speakers; not joined.
    """

    def __init__(self, story: Story, voices: Iterable[Voice]) -> None:
        self._story = story
        self._parent: dict[str, str] = {}
        claims = [claim for claim in story.claims.values() if claim.attribution.speaker]
        held = self._join_organisations(claims)
        self._institutions = {claim.id: self._institution_of(claim, held) for claim in claims}
        self._node = {claim.id: self._node_of(claim) for claim in claims}
        for claim in claims:
            institution = self.institution(claim)
            if institution:
                self._join(institution, self._node[claim.id])
        self.unknown = self._join_told(voices, self._told(claims))
        self._names = self._named_after_most(claims)

    def of(self, claim: Claim) -> str | None:
        """The name of the voice that a claim's speaker is part of; None if the outlet itself speaks."""
        node = self._node.get(claim.id)
        return None if node is None else self._names[self._root(node)]

    def same(self, a: Claim, b: Claim) -> bool:
        """True if both claims have a speaker and it is one voice, or one person by the story's names.

        Bodies of two countries are never the same, though a body without a country ("the ministry") may join them.
        """
        first, second = self._story.speaker(a), self._story.speaker(b)
        if not first or not second:
            return False
        if first == second and not is_unnamed(first):
            return True
        together = self._root(self._node[a.id]) == self._root(self._node[b.id])
        return together and not _of_two_countries(self.institution(a) or first, self.institution(b) or second)

    def institution(self, claim: Claim) -> str | None:
        """What the speaker speaks for: by the claim, else by the words for the speaker; None if neither says."""
        return self._institutions.get(claim.id)

    def _institution_of(self, claim: Claim, held: frozenset[str]) -> str | None:
        given = self._story.institution(claim)
        if given:
            return given
        read, phrase = self._read_institution(claim), read_speaker(self._story.speaker(claim) or "")
        if read and phrase.standing is Standing.OFFICE:
            # An official may well speak against the institution: a name in the story must vouch for the reading.
            is_citizen = phrase.named and fold_demonym(read) is not None
            return None if is_citizen or self._root(read) not in held else read
        return read

    def _read_institution(self, claim: Claim) -> str | None:
        speaker = self._story.speaker(claim)
        read = read_speaker(speaker).institution if speaker else None
        return self._story.names.get(read, read) if read else None

    def _node_of(self, claim: Claim) -> str:
        """The name under which a speaker is joined: two who are just "officials" are one only by their institution."""
        speaker = self._story.speaker(claim) or ""
        institution = self.institution(claim)
        return institution if institution and is_unnamed(speaker) else speaker

    def _join_organisations(self, claims: Sequence[Claim]) -> frozenset[str]:
        """Join the names of one organisation; returns the roots of those that the story itself names."""
        held: dict[str, None] = {}
        read: dict[str, None] = {}
        for claim in claims:
            speaker, institution = self._story.speaker(claim), self._story.institution(claim)
            if institution:
                held[institution] = None
            if speaker and _is_organisation(speaker):
                held[speaker] = None
            if found := self._read_institution(claim):
                phrase = read_speaker(speaker or "")
                (read if phrase.standing is Standing.OFFICE else held)[found] = None
        for first, second in _same_organisations(sorted({**held, **read})):
            self._join(first, second)
        return frozenset(self._root(name) for name in held)

    def _told(self, claims: Sequence[Claim]) -> Mapping[str, str | None]:
        """Every form in which an analyst may name a speaker, casefolded, and its node; None where it has several."""
        told: dict[str, str | None] = {}
        for claim in claims:
            node = self._node[claim.id]
            for form in (self._story.told_speaker(claim), self._story.speaker(claim)):
                key = _folded(form or "")
                told[key] = node if told.get(key, node) == node else None
        for claim in claims:
            if institution := self.institution(claim):
                told.setdefault(_folded(institution), institution)
        return told

    def _join_told(self, voices: Iterable[Voice], told: Mapping[str, str | None]) -> tuple[str, ...]:
        unknown: dict[str, None] = {}
        for voice in voices:
            known = [node for name in voice.speakers if (node := told.get(_folded(name)))]
            unknown.update(dict.fromkeys(name for name in voice.speakers if not told.get(_folded(name))))
            for name in known[1:]:
                self._join(known[0], name)
        return tuple(unknown)

    def _named_after_most(self, claims: Iterable[Claim]) -> dict[str, str]:
        """Each voice by its root, and what most claims call it: the institution, else the speaker; a name if any."""
        called: dict[str, Counter[str]] = defaultdict(Counter)
        for claim in claims:
            node = self._node[claim.id]
            called[self._root(node)][self.institution(claim) or node] += 1
        return {root: _best_name(names) for root, names in called.items()}

    def _root(self, name: str) -> str:
        while (parent := self._parent.get(name, name)) != name:
            name = parent
        return name

    def _join(self, into: str, name: str) -> None:
        self._parent[self._root(name)] = self._root(into)


def _best_name(names: Counter[str]) -> str:
    named = [name for name, _ in names.most_common() if not is_unnamed(name)]
    return named[0] if named else names.most_common(1)[0][0]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _is_organisation(speaker: str) -> bool:
    return not is_unnamed(speaker) and kind_of(speaker) in (Kind.ORGANISATION, Kind.COUNTRY)


def _of_two_countries(a: str, b: str) -> bool:
    """Both name a country, or a country's body, and neither names the other's."""
    if Kind.PERSON in (kind_of(a), kind_of(b)):
        return False
    one, other = read_organisation(a), read_organisation(b)
    return bool(one and other and one.countries - other.countries and other.countries - one.countries)


def _same_organisations(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs that name one organisation. Only names with a key in common are compared, for a story has many."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in names:
        organisation = read_organisation(name)
        for key in sorted(_keys(organisation)) if organisation else ():
            blocks[key].append(name)
    pairs = dict.fromkeys(pair for block in blocks.values() for pair in combinations(block, 2))
    return (pair for pair in pairs if same_organisation(*pair).same)


def _keys(name: OrganisationName) -> set[str]:
    """Two names of one organisation share a key: initials of the words that tell it apart, letters, an acronym."""
    telling = [word for word in name.core if word not in LEFT_OFF] or list(name.core)
    initials = sorted((fold(word) or word)[:1] for word in telling)
    keys = {f"initials {''.join(initials)}", f"letters {''.join(name.core)}", f"letters {''.join(name.words)}"}
    keys |= {f"acronym {letters}" for letters in acronyms_of(name) | set(name.core if len(name.core) == 1 else ())}
    keys |= {f"country {country}" for country in name.countries if not name.core}
    return keys | {f"known {name.known}"} if name.known else keys
