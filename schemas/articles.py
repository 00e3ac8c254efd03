"""Articles as the product holds them. Every offset anywhere counts code points of `Article.text`."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from schemas.base import Record
from schemas.values import AnchorBasis


class TextSpan(Record):
    """A stretch of an article's text: start included, end excluded, in Unicode code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Article(Record):
    """One article. `text` is canonical: fixed at ingest, never changed after."""

    id: str
    text: str
    outlet: str = Field(description="Who published it; the file's name where the input does not say.")
    title: str | None = None
    published: date | None = None
    published_basis: AnchorBasis = AnchorBasis.UNKNOWN
    url: str | None = None
    language: str | None = None
    credit: str | None = Field(
        default=None, description='Wire service or agency that the article credits ("EFE, AFP").'
    )
    source: str = Field(description="Where it was read from, as the user named it.")
    noise: tuple[TextSpan, ...] = Field(
        default=(), description="Site furniture that is left out of what is extracted, in order, without overlaps."
    )

    @property
    def body(self) -> tuple[TextSpan, ...]:
        """The text less the noise: the stretches that are read for claims, in order."""
        spans, at = [], 0
        for noise in self.noise:
            if noise.start > at:
                spans.append(TextSpan(start=at, end=noise.start))
            at = noise.end
        if at < len(self.text):
            spans.append(TextSpan(start=at, end=len(self.text)))
        return tuple(spans)


class SharedPassage(Record):
    """A passage that stands, word for word but for small edits, in two articles: a sign of one origin."""

    article_ids: tuple[str, str]
    spans: tuple[TextSpan, TextSpan]
    words: int = Field(description="Length of the shared passage in words.")
