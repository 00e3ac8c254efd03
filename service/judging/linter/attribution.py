"""Who says so, and in what sense: no speaker's word, allegation, plan or denial may be told as fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from schemas.claims import Claim, Factuality
from schemas.summary import Fault
from service.judging.linter.markers import marks, marks_as_said, reports, reports_without_subject
from service.judging.linter.sentence import CheckedSentence, names_voice, voices_of
from service.story import Story

WEAKENED = (
    (Factuality.DENIED, "denial told as fact"),
    (Factuality.ALLEGED, "allegation told as fact"),
    (Factuality.POSSIBLE, "possibility told as fact"),
    (Factuality.PLANNED, "plan told as fact"),
)
"""Senses in which a claim falls short of a fact, the strongest first, each with the rule of its fault."""


def lost_attribution(sentence: CheckedSentence, story: Story) -> Iterator[Fault]:
    """Each point that no outlet vouches for itself must be told with its speaker and in the sense it is made."""
    for claims in _unvouched(sentence):
        voices = dict.fromkeys(voice for claim in claims for voice in voices_of(claim, story))
        named = any(names_voice(sentence.text, voice) for voice in voices)
        told = (named and reports(sentence.text)) or reports_without_subject(sentence.text)
        if all(claim.attribution.speaker for claim in claims) and not told:
            speakers = ", ".join(dict.fromkeys(claim.attribution.speaker or "" for claim in claims))
            yield Fault(rule="attribution lost", detail=f"only {speakers} vouches for it")
        kept_by_speaker = named and marks_as_said(sentence.text)
        for factuality, rule in WEAKENED:
            weakened = [claim for claim in claims if claim.factuality is factuality]
            if not weakened:
                continue
            said = kept_by_speaker and factuality in (Factuality.ALLEGED, Factuality.POSSIBLE)
            if not said and not marks(sentence.text, factuality):
                yield Fault(rule=rule, detail=weakened[0].statement)
            break


def _unvouched(sentence: CheckedSentence) -> Iterator[Sequence[Claim]]:
    """The cited claims by point, without the points that a cited claim asserts in its outlet's own voice."""
    for _, grouped in groupby(sorted(sentence.claims, key=sentence.point), key=sentence.point):
        claims = list(grouped)
        if not any(claim.attribution.speaker is None and claim.factuality is Factuality.ASSERTED for claim in claims):
            yield claims
