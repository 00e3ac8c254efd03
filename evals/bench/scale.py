"""How the code's part of relate and compare grows with the claims of a story."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from evals.bench.synthetic import SyntheticStory, synthetic_story
from evals.bench.table import Row, at_most
from service.judging.voices import Voices
from service.settings import Settings
from service.stages.compare import compare
from service.stages.relate import PairInDoubt, candidate_pairs, windows_of

FEW, MANY, MOST = 1_000, 10_000, 40_000
MOST_SECONDS_FOR_MANY = 5.0
MOST_GROWTH = 1.5
"""Time a claim at the larger size over time a claim at the smaller: 1 is linear; n log n comes to 1.15 here."""


class Took(NamedTuple):
    """Seconds for one size, and what came out."""

    claims: int
    pairs_s: float
    windows_s: float
    compare_s: float
    pairs: int
    found: float
    """Share of the pairs of claims on one point that are among the pairs; what is not looked at is soon done."""

    @property
    def seconds(self) -> float:
        return self.pairs_s + self.windows_s + self.compare_s

    @property
    def told(self) -> str:
        return (
            f"candidate_pairs {self.pairs_s:.2f}, windows_of {self.windows_s:.2f}, compare {self.compare_s:.2f}; "
            f"{self.pairs:,} pairs, {self.found:.1%} of those on one point"
        )


def growth(smaller: Took, larger: Took) -> float:
    """How much more a claim costs at the larger size: 1.0 where time grows just as the claims do."""
    return (larger.seconds / larger.claims) / (smaller.seconds / smaller.claims)


def timed(made: SyntheticStory) -> Took:
    """Pair, pack into windows, and compare the clusters that the claims were made in."""
    relate_chars: int = Settings.model_fields["relate_chars"].default
    started = time.perf_counter()
    pairs = candidate_pairs(made.claims)
    paired = time.perf_counter()
    windows = list(windows_of(made.claims, pairs, relate_chars))
    packed = time.perf_counter()
    compare(made.clusters, [], made.story, Voices(made.story, ()))
    compared = time.perf_counter()
    del windows
    found = _share_found(pairs, made)
    return Took(len(made.claims), paired - started, packed - paired, compared - packed, len(pairs), found)


def _share_found(pairs: Sequence[PairInDoubt], made: SyntheticStory) -> float:
    position = {claim.id: at for at, claim in enumerate(made.claims)}
    true = {
        pair
        for cluster in made.clusters
        for pair in combinations(sorted(position[claim_id] for claim_id in cluster.claim_ids), 2)
    }
    return len(true & {(pair.first, pair.second) for pair in pairs}) / max(len(true), 1)


def thousands() -> Iterator[Row]:
    """1,000 and 10,000 claims, the median of three each."""
    small, large = (_median(size) for size in (FEW, MANY))
    yield Row(f"relate + compare, {FEW:,} claims", f"{small.seconds:.2f} s ({small.told})")
    yield at_most(
        f"relate + compare, {MANY:,} claims", large.seconds, MOST_SECONDS_FOR_MANY, "s", digits=2, note=large.told
    )


def tens_of_thousands() -> Iterator[Row]:
    """40,000 claims beside 10,000: does the time of a claim stay what it was?"""
    large, largest = _median(MANY), timed(synthetic_story(MOST))
    yield Row(f"relate + compare, {MOST:,} claims", f"{largest.seconds:.2f} s ({largest.told})")
    yield at_most(f"growth of the time per claim, {MANY:,} to {MOST:,}", growth(large, largest), MOST_GROWTH, digits=2)


def _median(size: int) -> Took:
    made = synthetic_story(size)
    return sorted((timed(made) for _ in range(3)), key=lambda took: took.seconds)[1]
