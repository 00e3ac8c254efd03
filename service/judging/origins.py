"""Who ultimately vouches for a claim, and how many of them there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from schemas.articles import Article, SharedPassage
from schemas.claims import Claim, Factuality
from schemas.clusters import Origin, OriginKind
from service.judging.speakers import is_unnamed
from service.judging.voices import Voices
from service.story import Story
from service.text.pages.credits import agencies_of, find_agency

__all__ = ["Voices", "Vouching", "copies_of", "is_unnamed", "origins_of"]

UNNAMED_SOURCES = "unnamed sources"


class Vouching(NamedTuple):
    """The independent origins of some claims, and what else is said of their point."""

    origins: tuple[Origin, ...]
    outlets: tuple[str, ...]
    """Those that tell the point; an outlet that only reports its denial is none."""
    unattributed: tuple[str, ...]
    """Outlets that repeat it without saying whom."""
    denied_by: tuple[str, ...] = ()
    """Who denies it, by name, where others affirm it."""


def origins_of(claims: Sequence[Claim], story: Story, voices: Voices, copies: Mapping[str, str]) -> Vouching:
    """Count who vouches for claims on one point.

    A named speaker or document is the origin, however many outlets quote it. Where some outlet names the speaker, an
    outlet that states the same in its own voice is taken to repeat it: it could be independent, but nothing shows it.
    Only where nobody names a speaker do the outlets vouch themselves, and those with one wire credit, or with a
    passage in common, count once. Who denies the point does not vouch for it; where all deny it, the denial is the
    point, and they are its origins.

    Args:
        claims: on one point.
        story: the claims' story.
        voices: the joined speakers.
        copies: article id to the id of the article that it shares text, a wire or an outlet with (see `copies_of`).
    """
    denials = [claim for claim in claims if claim.factuality is Factuality.DENIED]
    affirming = [claim for claim in claims if claim.factuality is not Factuality.DENIED]
    if not affirming:
        affirming, denials = denials, []
    attributed: dict[str, list[Claim]] = defaultdict(list)
    own: list[Claim] = []
    for claim in affirming:
        voice = voices.of(claim)
        if voice is None:
            own.append(claim)
        else:
            attributed[voice].append(claim)
    outlets, denied_by = story.outlets(affirming), _deniers(denials, story, voices)
    if not attributed:
        return Vouching(tuple(_outlet_origins(own, story, copies)), outlets, (), denied_by)
    quoting = {claim.article_id for said in attributed.values() for claim in said}
    silent_on_source = [claim for claim in own if claim.article_id not in quoting]
    origins = tuple(_speaking_origins(attributed, story, voices))
    return Vouching(origins, outlets, story.outlets(silent_on_source), denied_by)


def copies_of(articles: Iterable[Article], shared: Iterable[SharedPassage]) -> dict[str, str]:
    """For each article the first one that it is not independent of: of one outlet, by one wire, with shared text.

    Returns:
        Article id to article id; articles with one key count as one origin when they speak in their own voice.
    """
    key_of: dict[str, str] = {}
    first_of: dict[str, str] = {}
    pairs = [passage.article_ids for passage in shared]
    for article in articles:
        key_of[article.id] = article.id
        pairs.extend((first_of.setdefault(house, article.id), article.id) for house in _houses(article))
    for first, second in pairs:
        joined, freed = key_of[first], key_of[second]
        key_of.update({article_id: joined for article_id, key in key_of.items() if key == freed})
    return key_of


def _houses(article: Article) -> list[str]:
    """The outlet and the wires behind an article; an outlet that is itself a wire is that wire."""
    outlet = find_agency(article.outlet)
    return [
        f"wire {outlet}" if outlet else f"outlet {' '.join(article.outlet.casefold().split())}",
        *(f"wire {agency}" for agency in agencies_of(article.credit or "")),
    ]


def _deniers(denials: Iterable[Claim], story: Story, voices: Voices) -> tuple[str, ...]:
    return tuple(dict.fromkeys(voices.of(claim) or story.outlet(claim) for claim in denials))


def _speaking_origins(attributed: Mapping[str, Sequence[Claim]], story: Story, voices: Voices) -> list[Origin]:
    """The named voices; only where there is none, all that have no name together, for they may be one."""
    named = [_origin(voice, said, story, voices) for voice, said in attributed.items() if not is_unnamed(voice)]
    if named:
        return named
    said = [claim for each in attributed.values() for claim in each]
    return [Origin(name=UNNAMED_SOURCES, kind=OriginKind.UNNAMED, article_ids=_article_ids(said))]


def _origin(voice: str, said: Sequence[Claim], story: Story, voices: Voices) -> Origin:
    """One voice, by the name that these claims give it most: what it is called elsewhere is not said here."""
    called = Counter(voices.institution(claim) or story.speaker(claim) or voice for claim in said)
    name = max(called, key=lambda each: (not is_unnamed(each), called[each]))
    others = {other for claim in said if (other := story.speaker(claim))} | set(called)
    return Origin(
        name=name,
        kind=OriginKind.INSTITUTION if any(voices.institution(each) == name for each in said) else OriginKind.SPEAKER,
        article_ids=_article_ids(said),
        also_known_as=tuple(sorted(others - {name})),
    )


def _outlet_origins(claims: Sequence[Claim], story: Story, copies: Mapping[str, str]) -> list[Origin]:
    by_key: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_key[copies[claim.article_id]].append(claim)
    return [_outlet_origin(said, story) for said in by_key.values()]


def _outlet_origin(said: Sequence[Claim], story: Story) -> Origin:
    """Named after the wire that some of the articles credit, else after the first one's outlet."""
    wires = [", ".join(agencies_of(article.credit)) for claim in said if (article := story.article(claim)).credit]
    agencies = [agency for outlet in story.outlets(said) if (agency := find_agency(outlet))]
    first = story.outlet(said[0])
    wire = next(iter([*agencies, *wires]), None)
    return Origin(
        name=wire or first,
        kind=OriginKind.WIRE if wire else OriginKind.OUTLET,
        article_ids=_article_ids(said),
        also_known_as=tuple(outlet for outlet in story.outlets(said) if outlet not in (first, wire)),
    )


def _article_ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.article_id for claim in claims))
