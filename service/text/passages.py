"""Passages that stand in two articles, word for word but for small edits: an index of five-word runs (shingles)."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from schemas.articles import Article, SharedPassage, TextSpan
from service.text.alignment.words import Word, words_of

SHINGLE_WORDS = 5
# Two writers report one event in runs of 10 to 15 equal words (titles, names, a phrase quoted); 25 are copied.
SHORTEST_PASSAGE_WORDS = 25
# One changed word breaks the five shingles that hold it; gaps of a few words are edits, not ends.
WIDEST_GAP_WORDS = 12
# Share of a passage's words that must stand in both texts unchanged.
ENOUGH_SAME_WORDS = 0.7
# Beyond so many shingles, pairs of articles are looked for by every eighth shingle: a 60-word lift is still met with
# a chance of .999, and the passages themselves are always measured on all shingles.
SHINGLES_BEFORE_SAMPLING = 500_000
SAMPLING = 8
# A shingle of so many articles is a standing phrase; pairing by it would cost the square of their number.
MOST_ARTICLES_OF_A_SHINGLE = 300
MOST_PLACES_OF_A_SHINGLE = 20  # in one text: more are a refrain or a table
# The shortest passage with the most edits still keeps so many shingles; a standing phrase does not.
FEWEST_SHINGLES_IN_COMMON = 3


class _Shingled(NamedTuple):
    """An article's words, and where each shingle (a checksum of its words) starts."""

    words: tuple[Word, ...]
    positions: dict[int, list[int]]


class _Run(NamedTuple):
    """A run of shingles in step in two texts: words `[a_start, a_end)` and `[b_start, b_end)`, `same` of them equal."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    same: int

    @property
    def words(self) -> int:
        return min(self.a_end - self.a_start, self.b_end - self.b_start)


def shared_passages(articles: Iterable[Article]) -> list[SharedPassage]:
    """The passages that any two of the articles share, in the articles' order."""
    index = PassageIndex()
    for article in articles:
        index.add(article.id, article.text)
    return index.shared()


class PassageIndex:
    """Texts by their shingles. Add all articles, then ask."""

    def __init__(self, shortest_words: int = SHORTEST_PASSAGE_WORDS) -> None:
        """`shortest_words`: the length in words from which a shared passage counts."""
        self._shortest_words = shortest_words
        self._articles: dict[str, _Shingled] = {}

    def add(self, article_id: str, text: str) -> None:
        """Adds a text; a text given again under the same id takes the place of the first."""
        words = tuple(words_of(text))
        positions: dict[int, list[int]] = {}
        for at in range(len(words) - SHINGLE_WORDS + 1):
            positions.setdefault(_checksum(words[at : at + SHINGLE_WORDS]), []).append(at)
        self._articles[article_id] = _Shingled(words, positions)

    def shared(self) -> list[SharedPassage]:
        """Every passage of enough words that stands in two articles, by pair in the order added, then by place."""
        return [
            SharedPassage(
                article_ids=(a_id, b_id),
                spans=(_span(a.words, run.a_start, run.a_end), _span(b.words, run.b_start, run.b_end)),
                words=run.words,
            )
            for a_id, b_id in self._candidate_pairs()
            for a, b in [(self._articles[a_id], self._articles[b_id])]
            for run in self._passages(a, b)
        ]

    def containment(self, a_id: str, b_id: str) -> float:
        """The share of a's shingles that b has too, 0 to 1; 0 for a text shorter than a shingle.

        Raises KeyError for an id that was not added.
        """
        a, b = self._articles[a_id].positions.keys(), self._articles[b_id].positions.keys()
        return len(a & b) / len(a) if a else 0.0

    def _candidate_pairs(self) -> list[tuple[str, str]]:
        total = sum(len(article.positions) for article in self._articles.values())
        sampling = SAMPLING if total > SHINGLES_BEFORE_SAMPLING else 1
        holders: dict[int, list[int]] = {}
        for number, article in enumerate(self._articles.values()):
            for shingle in article.positions:
                if shingle % sampling == 0:
                    holders.setdefault(shingle, []).append(number)
        in_common = Counter(
            pair
            for numbers in holders.values()
            if 1 < len(numbers) <= MOST_ARTICLES_OF_A_SHINGLE
            for pair in combinations(numbers, 2)
        )
        fewest = FEWEST_SHINGLES_IN_COMMON if sampling == 1 else 1
        ids = list(self._articles)
        return [(ids[a], ids[b]) for (a, b), count in sorted(in_common.items()) if count >= fewest]

    def _passages(self, a: _Shingled, b: _Shingled) -> list[_Run]:
        long_enough = [
            run
            for run in _runs(a, b)
            if run.words >= self._shortest_words and run.same >= ENOUGH_SAME_WORDS * run.words
        ]
        return sorted(_without_contained(long_enough))


def _checksum(words: Sequence[Word]) -> int:
    # crc32 gives the same number in every run, which hash() does not.
    return zlib.crc32("\x1f".join([word.key for word in words]).encode("utf-8", "surrogatepass"))


def _span(words: Sequence[Word], start: int, end: int) -> TextSpan:
    return TextSpan(start=words[start].start, end=words[end - 1].end)


def _runs(a: _Shingled, b: _Shingled) -> list[_Run]:
    """Shingles that both texts have, chained where they follow each other in both with small gaps."""
    closed: list[_Run] = []
    current: list[_Run] = []
    for a_at, b_at in _seeds(a, b):
        still_open = [run for run in current if a_at - run.a_end <= WIDEST_GAP_WORDS]
        closed += [run for run in current if a_at - run.a_end > WIDEST_GAP_WORDS]
        current = _extended(still_open, a_at, b_at)
    return closed + current


def _seeds(a: _Shingled, b: _Shingled) -> Iterator[tuple[int, int]]:
    common = a.positions.keys() & b.positions.keys()
    # A checksum is no proof: the words themselves are compared.
    return iter(
        sorted(
            (a_at, b_at)
            for shingle in common
            for a_at in a.positions[shingle][:MOST_PLACES_OF_A_SHINGLE]
            for b_at in b.positions[shingle][:MOST_PLACES_OF_A_SHINGLE]
            if all(a.words[a_at + k].key == b.words[b_at + k].key for k in range(SHINGLE_WORDS))
        )
    )


def _extended(runs: list[_Run], a_at: int, b_at: int) -> list[_Run]:
    """The runs with the shingle at (a_at, b_at) joined to the one that it follows most closely, else begun anew."""
    a_end, b_end = a_at + SHINGLE_WORDS, b_at + SHINGLE_WORDS
    following = [
        run
        for run in runs
        if a_end > run.a_end and b_end > run.b_end and b_at - run.b_end <= WIDEST_GAP_WORDS and b_at >= run.b_start
    ]
    if not following:
        return [*runs, _Run(a_at, a_end, b_at, b_end, SHINGLE_WORDS)]
    run = min(following, key=lambda run: abs((a_at - run.a_end) - (b_at - run.b_end)) + abs(a_at - run.a_end))
    same = run.same + min(a_end - run.a_end, b_end - run.b_end, SHINGLE_WORDS)
    return [other for other in runs if other is not run] + [_Run(run.a_start, a_end, run.b_start, b_end, same)]


def _without_contained(runs: Sequence[_Run]) -> list[_Run]:
    """The runs less those that lie within a longer one in both texts, as repeated phrases do."""
    kept: list[_Run] = []
    for run in sorted(runs, key=lambda run: (-run.words, run)):
        if not any(_contains(other, run) for other in kept):
            kept.append(run)
    return kept


def _contains(outer: _Run, inner: _Run) -> bool:
    return (
        outer.a_start <= inner.a_start
        and inner.a_end <= outer.a_end
        and outer.b_start <= inner.b_start
        and inner.b_end <= outer.b_end
    )
