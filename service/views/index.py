"""One look through a report for all views: records by id, numbered passages, and references between sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from schemas.articles import Article
from schemas.claims import Claim, EvidenceSpan
from schemas.clusters import ClaimCluster
from schemas.conflicts import Contradiction, Discrepancy, Dispute, Side, Update
from schemas.report import Report
from schemas.summary import SummarySentence

Difference = Contradiction | Update | Dispute | Discrepancy

QUOTES_SHOWN = 4
MARKERS_IN_A_RUN = 4


class Passage(NamedTuple):
    """A passage that the report cites by number; numbers count from 1 in the order of the report."""

    number: int
    evidence: EvidenceSpan
    article: Article
    label: str


class SideQuote(NamedTuple):
    """One claim of a side, with the number of its passage and the label of its article."""

    number: int
    label: str
    claim: Claim


class SideView(NamedTuple):
    """A side as the views show it: the first passages in full, one for each article, the rest by number."""

    value: str
    outlets: tuple[str, ...]
    quotes: tuple[SideQuote, ...]
    further: tuple[int, ...]


class _Place(NamedTuple):
    article_id: str
    start: int
    end: int


class ReportIndex:
    """Look-ups over one report. Raises KeyError when the report cites a record that it does not hold."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.articles = {article.id: article for article in report.articles}
        self.claims = {claim.id: claim for claim in report.claims}
        self.clusters = {cluster.id: cluster for cluster in report.clusters}
        self.contradictions = tuple(sorted(report.contradictions, key=lambda found: -found.weight))
        self._outlet_sizes = Counter(article.outlet for article in report.articles)
        self._references = self._refer()
        self._numbers: dict[_Place, int] = {}
        self.passages: tuple[Passage, ...] = tuple(self._number(self._cited()))

    def _refer(self) -> dict[str, str]:
        groups: tuple[tuple[str, tuple[Difference, ...]], ...] = (
            ("contradiction", self.contradictions),
            ("dispute", self.report.disputes),
            ("update", self.report.updates),
            ("discrepancy", self.report.discrepancies),
        )
        return {found.id: f"{name} {number}" for name, group in groups for number, found in enumerate(group, start=1)}

    def _cited(self) -> Iterator[EvidenceSpan]:
        for sentence in self.report.summary.sentences:
            yield from (citation.evidence for citation in sentence.citations)
        differences: Iterable[Difference] = (
            *self.contradictions,
            *self.report.disputes,
            *self.report.updates,
            *self.report.discrepancies,
        )
        for found in differences:
            for side in found.sides:
                yield from (self.claims[claim_id].evidence for claim_id in side.claim_ids)

    def _number(self, cited: Iterable[EvidenceSpan]) -> Iterator[Passage]:
        for evidence in cited:
            place = _place(evidence)
            if place in self._numbers:
                continue
            number = self._numbers[place] = len(self._numbers) + 1
            article = self.articles[evidence.article_id]
            yield Passage(number, evidence, article, self.label(article))

    def label(self, article: Article) -> str:
        """The outlet, with the title (or else the source) where the outlet has several articles here."""
        outlet = article.outlet.strip() or article.source
        return f"{outlet} ({article.title or article.source})" if self._outlet_sizes[article.outlet] > 1 else outlet

    def outlets(self, article_ids: Iterable[str]) -> list[str]:
        """The outlets of some articles, each once, in order."""
        return list(dict.fromkeys(self.articles[article_id].outlet for article_id in article_ids))

    def reference(self, difference_id: str) -> str:
        """The short name by which other sections refer to a difference: "contradiction 1"."""
        return self._references[difference_id]

    def references_on(self, cluster_id: str) -> list[str]:
        """The contradictions and disputes on one point."""
        differences: tuple[Difference, ...] = (*self.contradictions, *self.report.disputes)
        return [self._references[found.id] for found in differences if found.cluster_id == cluster_id]

    def numbers(self, evidence: Iterable[EvidenceSpan]) -> list[int]:
        """The numbers of those passages that the report cites, rising, each once."""
        places = {_place(span) for span in evidence}
        return sorted(self._numbers[place] for place in places if place in self._numbers)

    def sentence_numbers(self, sentence: SummarySentence) -> list[int]:
        return self.numbers(citation.evidence for citation in sentence.citations)

    def headline(self, cluster: ClaimCluster) -> Claim:
        """The claim that stands for a point: one that says who says so, where there is one."""
        claims = [self.claims[claim_id] for claim_id in cluster.claim_ids]
        return next((claim for claim in claims if claim.attribution.speaker), claims[0])

    def claim_numbers(self, claim_ids: Iterable[str]) -> list[int]:
        return self.numbers(self.claims[claim_id].evidence for claim_id in claim_ids)

    def side(self, side: Side) -> SideView:
        """At most `QUOTES_SHOWN` passages, each of another article; the other claims of the side by number."""
        quotes: dict[str, SideQuote] = {}
        for claim_id in side.claim_ids:
            claim = self.claims[claim_id]
            if claim.article_id not in quotes and len(quotes) < QUOTES_SHOWN:
                number = self._numbers[_place(claim.evidence)]
                quotes[claim.article_id] = SideQuote(number, self.label(self.articles[claim.article_id]), claim)
        shown = {quote.number for quote in quotes.values()}
        further = [number for number in self.claim_numbers(side.claim_ids) if number not in shown]
        return SideView(side.value, side.outlets, tuple(quotes.values()), tuple(further))


def _place(evidence: EvidenceSpan) -> _Place:
    return _Place(evidence.article_id, evidence.start, evidence.end)


def markers(numbers: Iterable[int]) -> str:
    """The numbers as citation markers, with a space now and then so that no line break parts a marker.

    >>> markers([1, 3]), markers([1, 2, 3, 4, 5])
    ('[1][3]', '[1][2][3][4] [5]')
    """
    shown = [f"[{number}]" for number in numbers]
    runs = (shown[start : start + MARKERS_IN_A_RUN] for start in range(0, len(shown), MARKERS_IN_A_RUN))
    return " ".join("".join(run) for run in runs)
