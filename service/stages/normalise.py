"""normalise: the words of claims become values, and the names of a story become people and institutions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from schemas.articles import Article
from schemas.claims import Claim
from schemas.values import Quantity, TimeValue
from service.text.dates import read_time
from service.text.names import group_names
from service.text.quantities import read_quantity


class UnreadClaim(NamedTuple):
    """A grounded claim with the words for its values, and the sentences that they stand in."""

    claim: Claim
    amounts: tuple[str, ...]
    context: str


class Normalised(NamedTuple):
    claims: tuple[Claim, ...]
    names: Mapping[str, str]
    """Every speaker and institution as written, and the fullest form of the same name in the story."""


def normalise(unread: Iterable[UnreadClaim], articles: Mapping[str, Article]) -> Normalised:
    """Read each claim's time and amounts; where the text does not say, there is no value.

    Args:
        unread: claims in the order of the story.
        articles: by id; their publication dates anchor the times.
    """
    claims = tuple(_with_values(each, articles[each.claim.article_id]) for each in unread)
    return Normalised(claims, _names_of(claims))


def _with_values(unread: UnreadClaim, article: Article) -> Claim:
    quantities = [quantity for words in unread.amounts if (quantity := read_quantity(words))]
    return unread.claim.model_copy(update={"when": _when(unread, article), "quantities": _distinct(quantities)})


def _when(unread: UnreadClaim, article: Article) -> TimeValue | None:
    words = unread.claim.when_surface
    return read_time(words, unread.context, article.published, article.published_basis) if words else None


def _distinct(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    return tuple(dict.fromkeys(quantities))


def _names_of(claims: Iterable[Claim]) -> dict[str, str]:
    written: list[str] = []
    for claim in claims:
        written += [name for name in (claim.attribution.speaker, claim.attribution.institution) if name]
    return {member: group.canonical for group in group_names(written) for member in group.members}
