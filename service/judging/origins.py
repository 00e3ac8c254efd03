"""Who ultimately vouches for a claim, and how many of them there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from schemas.articles import Article, SharedPassage
from schemas.claims import Claim
from schemas.clusters import Origin, OriginKind
from schemas.replies import Voice
from service.story import Story
from service.text.names import same_organisation

UNNAMED_WORDS = frozenset(
    (
        "official",
        "officials",
        "source",
        "sources",
        "expert",
        "experts",
        "analyst",
        "analysts",
        "witness",
        "witnesses",
        "aide",
        "aides",
        "diplomat",
        "diplomats",
        "insider",
        "insiders",
        "person",
        "people",
    )
)
"""A speaker called by one of these, without a name or an institution, could be anybody: all such are one origin."""


class Voices:
    """The speakers of a story, with those that speak for one institution joined.

    Joining can only lower the count of origins, so an analyst's word is enough for it; nothing takes speakers apart.
    """

    def __init__(self, story: Story, voices: Iterable[Voice]) -> None:
        self._story = story
        self._parent: dict[str, str] = {}
        claims = list(story.claims.values())
        for claim in claims:
            speaker, institution = story.speaker(claim), story.institution(claim)
            if speaker:
                self._join(institution or speaker, speaker)
        told = {story.told_speaker(claim): speaker for claim in claims if (speaker := story.speaker(claim))}
        for voice in voices:
            known = [told[each] for each in voice.speakers if each in told]
            for name in known[1:]:
                self._join(known[0], name)
        institutions = sorted({institution for claim in claims if (institution := story.institution(claim))})
        for first, second in combinations(institutions, 2):
            if same_organisation(first, second).same:
                self._join(first, second)
        self._names = self._named_after_most(claims)

    def of(self, claim: Claim) -> str | None:
        """The name of the voice that a claim's speaker is part of; None if the outlet itself speaks."""
        speaker = self._story.speaker(claim)
        return self._names[self._root(speaker)] if speaker else None

    def _named_after_most(self, claims: Iterable[Claim]) -> dict[str, str]:
        """Each voice by its root, and what most claims call it: the institution, else the speaker."""
        called: dict[str, Counter[str]] = defaultdict(Counter)
        for claim in claims:
            speaker = self._story.speaker(claim)
            if speaker:
                called[self._root(speaker)][self._story.institution(claim) or speaker] += 1
        return {root: names.most_common(1)[0][0] for root, names in called.items()}

    def _root(self, name: str) -> str:
        while (parent := self._parent.get(name, name)) != name:
            name = parent
        return name

    def _join(self, into: str, name: str) -> None:
        self._parent[self._root(name)] = self._root(into)


class Vouching(NamedTuple):
    """The independent origins of some claims, and the articles that repeat them without saying whom."""

    origins: tuple[Origin, ...]
    unattributed: tuple[str, ...]


def origins_of(claims: Sequence[Claim], story: Story, voices: Voices, copies: Mapping[str, str]) -> Vouching:
    """Count who vouches for claims on one point.

    A named speaker or document is the origin, however many outlets quote it. Where some outlet names the speaker, an
    outlet that states the same in its own voice is taken to repeat it: it could be independent, but nothing shows it.
    Only where nobody names a speaker do the outlets vouch themselves, and those with one wire credit, or with a
    passage in common, count once.

    Args:
        claims: on one point.
        story: the claims' story.
        voices: the joined speakers.
        copies: article id to the id of the article that it shares text with, or to its wire's name.
    """
    attributed: dict[str, list[Claim]] = defaultdict(list)
    own: list[Claim] = []
    for claim in claims:
        voice = voices.of(claim)
        if voice is None:
            own.append(claim)
        else:
            attributed[voice].append(claim)
    named = {voice: said for voice, said in attributed.items() if not is_unnamed(voice)}
    unnamed = [claim for voice, said in attributed.items() if is_unnamed(voice) for claim in said]
    origins = [_origin(voice, said, story) for voice, said in named.items()]
    if unnamed and not named:
        origins.append(Origin(name="unnamed sources", kind=OriginKind.UNNAMED, article_ids=_article_ids(unnamed)))
    quoting = {claim.article_id for claim in claims if claim not in own}
    silent_on_source = [claim for claim in own if claim.article_id not in quoting]
    if origins:
        return Vouching(tuple(origins), story.outlets(silent_on_source))
    return Vouching(tuple(_outlet_origins(own, story, copies)), ())


def is_unnamed(voice: str) -> bool:
    """True for "officials", "two sources familiar with the talks": words without a name in capitals."""
    words = voice.split()
    return not any(word[:1].isupper() for word in words[1:]) and any(
        word.casefold().strip(",.") in UNNAMED_WORDS for word in words
    )


def copies_of(articles: Iterable[Article], shared: Iterable[SharedPassage]) -> dict[str, str]:
    """For each article the first article whose text it may only repeat: by a wire in common, or a passage.

    Returns:
        Article id to article id; articles with one key count as one origin when they speak in their own voice.
    """
    key_of: dict[str, str] = {}
    wires: dict[str, str] = {}
    pairs = [passage.article_ids for passage in shared]
    for article in articles:
        key_of[article.id] = article.id
        credited = [wire for wire in (article.credit or "").split(", ") if wire]
        pairs.extend((wires.setdefault(wire, article.id), article.id) for wire in credited)
    for first, second in pairs:
        joined, freed = key_of[first], key_of[second]
        key_of.update({article_id: joined for article_id, key in key_of.items() if key == freed})
    return key_of


def _origin(voice: str, said: Sequence[Claim], story: Story) -> Origin:
    is_institution = any(story.institution(claim) == voice for claim in said)
    speakers = {name for claim in said if (name := story.speaker(claim)) and name != voice}
    return Origin(
        name=voice,
        kind=OriginKind.INSTITUTION if is_institution else OriginKind.SPEAKER,
        article_ids=_article_ids(said),
        also_known_as=tuple(sorted(speakers)),
    )


def _outlet_origins(claims: Sequence[Claim], story: Story, copies: Mapping[str, str]) -> list[Origin]:
    by_key: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_key[copies[claim.article_id]].append(claim)
    origins = []
    for said in by_key.values():
        article = story.article(said[0])
        others = tuple(outlet for outlet in story.outlets(said) if outlet != article.outlet)
        kind = OriginKind.WIRE if article.credit else OriginKind.OUTLET
        origins.append(
            Origin(
                name=article.credit or article.outlet, kind=kind, article_ids=_article_ids(said), also_known_as=others
            )
        )
    return origins


def _article_ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.article_id for claim in claims))
