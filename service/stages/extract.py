"""extract: articles in, drafts out. One call per article of ordinary length, all at once."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import NamedTuple

from schemas.articles import Article, TextSpan
from schemas.replies import DraftClaim
from schemas.report import Failure
from service.analyst import Analyst, Passage
from service.errors import ProviderError
from service.text.sentences import paragraphs


class Extraction(NamedTuple):
    """The drafts of one passage."""

    passage: Passage
    drafts: tuple[DraftClaim, ...]


class Extractions(NamedTuple):
    done: tuple[Extraction, ...]
    failures: tuple[Failure, ...]


async def extract(articles: Sequence[Article], analyst: Analyst, window_chars: int) -> Extractions:
    """Ask for the claims of every article. A passage that fails is told as missing; the others go on.

    Raises:
        ProviderError: no passage at all could be read; the first error stands for all.
        BudgetExceeded: the next call would pass a limit.
    """
    passages = [passage for article in articles for passage in passages_of(article, window_chars)]
    outcomes = await asyncio.gather(*(_read(passage, analyst) for passage in passages))
    done = tuple(outcome for outcome in outcomes if isinstance(outcome, Extraction))
    errors = [outcome for outcome in outcomes if isinstance(outcome, ProviderError)]
    if errors and not done:
        raise errors[0]
    failures = tuple(
        _failure(passage, outcome)
        for passage, outcome in zip(passages, outcomes, strict=True)
        if isinstance(outcome, ProviderError)
    )
    return Extractions(done, failures)


def passages_of(article: Article, window_chars: int) -> list[Passage]:
    """The article as one passage, or in overlapping windows that end at paragraph ends.

    Each window but the first starts a paragraph early, so that a claim may lean on what went before; a position
    belongs to the window that reached it first.
    """
    body = [
        TextSpan(start=span.start + part.start, end=span.start + part.end)
        for span in article.body
        for part in paragraphs(article.text[span.start : span.end])
    ]
    if not body:
        return []
    windows: list[list[TextSpan]] = [[]]
    for part in _cut(body, window_chars):
        if windows[-1] and part.end - windows[-1][0].start > window_chars:
            last = windows[-1][-1]
            overlaps = part.end - last.start <= window_chars
            windows.append([last] if overlaps else [])
        windows[-1].append(part)
    passages, owned_from = [], body[0].start
    for parts in windows:
        text = "\n\n".join(article.text[part.start : part.end] for part in parts)
        span = TextSpan(start=parts[0].start, end=parts[-1].end)
        passages.append(Passage(article=article, span=span, owned_from=owned_from, text=text))
        owned_from = span.end
    return passages


def _cut(parts: Sequence[TextSpan], most: int) -> list[TextSpan]:
    """Paragraphs longer than a window, cut to its length: rare, and better than a prompt that does not fit."""
    return [
        TextSpan(start=start, end=min(start + most, part.end))
        for part in parts
        for start in range(part.start, part.end, most)
    ]


async def _read(passage: Passage, analyst: Analyst) -> Extraction | ProviderError:
    try:
        reply = await analyst.extract(passage)
    except ProviderError as error:
        return error
    return Extraction(passage, tuple(reply.claims))


def _failure(passage: Passage, error: ProviderError) -> Failure:
    article = passage.article
    whole = passage.span.start <= article.body[0].start and passage.span.end >= article.body[-1].end - 1
    part = "" if whole else f", characters {passage.span.start} to {passage.span.end}"
    return Failure(
        stage="extract",
        subject=f"{article.outlet} ({article.source}{part})",
        reason=str(error),
        remedy="run again: what was read is kept, only this is asked anew",
    )
