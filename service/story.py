"""What the stages after grounding look up: the claims, articles and names of one story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from schemas.articles import Article
from schemas.claims import Claim


class Story(NamedTuple):
    """The claims and articles of one story by id, and the fullest form of every name in it."""

    claims: Mapping[str, Claim]
    articles: Mapping[str, Article]
    names: Mapping[str, str]

    def article(self, claim: Claim) -> Article:
        return self.articles[claim.article_id]

    def outlet(self, claim: Claim) -> str:
        return self.article(claim).outlet

    def outlets(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The outlets that make these claims, each once, in the claims' order."""
        return tuple(dict.fromkeys(self.outlet(claim) for claim in claims))

    def speaker(self, claim: Claim) -> str | None:
        """The speaker in the fullest form that the story has."""
        speaker = claim.attribution.speaker
        return self.names.get(speaker, speaker) if speaker else None

    def told_speaker(self, claim: Claim) -> str:
        """The speaker as an analyst is told it: the name, and what it speaks for where that is another name."""
        speaker, institution = self.speaker(claim), self.institution(claim)
        if not speaker or not institution or institution == speaker:
            return speaker or ""
        return f"{speaker} ({institution})"

    def institution(self, claim: Claim) -> str | None:
        institution = claim.attribution.institution
        return self.names.get(institution, institution) if institution else None
