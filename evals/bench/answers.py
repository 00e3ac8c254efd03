"""The rule by which the benchmarks' model answers: valid replies of plausible size, made from the prompt's own text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from schemas.replies import DraftClaim, DraftSentence, ExtractReply, Group, RelateReply, SummaryReply
from service.text.mentions import words_of
from service.text.sentences import sentences

MOST_CLAIMS = 14
"""Claims of an article. Models list 10 to 20 of a report of 500 words."""
MOST_SENTENCES = 6
LEAST_WORDS = 6
"""Shorter sentences are headings and captions."""
ALIKE_FROM = 0.45
"""Share of the words in common, of all the words of both, from which two statements are put on one point."""
UNFOUNDED = "The total came to 987,654 in all."
"""A number that no claim holds: the linter must refuse the sentence."""

FENCED = re.compile(r"^(#[0-9a-f]+#)\n(?P<material>.*)\n\1$", re.DOTALL | re.MULTILINE)
CLAIM_LINE = re.compile(r"^(?P<id>c\d+) \| (?P<outlet>[^|]*) \| (?P<statement>[^|]*) \|", re.MULTILINE)
CONFLICT_LINE = re.compile(r"^k\d+ \| .*$", re.MULTILINE)
FAILED_LINE = re.compile(r"^\d+\. .* \(claims: (?P<ids>[^;)]*); conflicts: [^)]*\)$", re.MULTILINE)
SHORT_ID = re.compile(r"\bc\d+\b")
WHEN = re.compile(r"\b(?:on|last|this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
AMOUNT = re.compile(r"\b(?:(?:over|more than|about|nearly) )?\d[\d,]* [a-z]+\b")
SPEAKER = re.compile(r"\b(?P<name>[A-Z][a-z]+) (?P<cue>said|added)\b|\b(?P<last>said) (?P<after>[A-Z][a-z]+)\b")


class ShownClaim(NamedTuple):
    """A claim as a prompt shows it."""

    id: str
    statement: str


def answer(request: Mapping[str, Any], *, is_faulty: bool) -> str:
    """The reply, as JSON text, to a chat request that binds it to the schema of one of the replies.

    Args:
        request: the request's body, as it arrived.
        is_faulty: whether a summary holds one sentence that the linter must refuse.
    """
    reply_name = request["response_format"]["json_schema"]["name"]
    fenced = FENCED.search(request["messages"][-1]["content"])
    material = fenced["material"] if fenced else ""
    if reply_name == ExtractReply.__name__:
        return _extracted(material).model_dump_json()
    if reply_name == RelateReply.__name__:
        return _related(material).model_dump_json()
    if FAILED_LINE.search(material):
        return _repaired(material).model_dump_json()
    return _summary(material, is_faulty=is_faulty).model_dump_json()


def _extracted(article: str) -> ExtractReply:
    told = (article[span.start : span.end] for span in sentences(article))
    long_enough = [sentence for sentence in told if len(words_of(sentence)) >= LEAST_WORDS]
    return ExtractReply(claims=[_draft(sentence) for sentence in long_enough[:MOST_CLAIMS]])


def _draft(sentence: str) -> DraftClaim:
    """A sentence as a claim of its own: quotation and statement in one, with the slots that stand in plain view."""
    when, said = WHEN.search(sentence), SPEAKER.search(sentence)
    words = sentence.split()
    return DraftClaim(
        quote=sentence,
        statement=sentence,
        subject=" ".join(words[:2]),
        predicate=words[2],
        object=" ".join(words[3:8]),
        when=when.group() if when else "",
        where="",
        amounts=AMOUNT.findall(sentence),
        speaker=(said["name"] or said["after"]) if said else "",
        speaks_for="",
        cue=(said["cue"] or said["last"]) if said else "",
        mode="indirect" if said else "none",
        polarity="positive",
        factuality="asserted",
    )


def _related(material: str) -> RelateReply:
    """Groups of statements that are much alike, each put to the first group whose first claim it resembles."""
    groups: list[list[ShownClaim]] = []
    words = {claim.id: frozenset(words_of(claim.statement)) for claim in _shown(material)}

    def alike(one: ShownClaim, other: ShownClaim) -> bool:
        common, either = words[one.id] & words[other.id], words[one.id] | words[other.id]
        return len(common) >= ALIKE_FROM * len(either)

    for claim in _shown(material):
        home = next((group for group in groups if alike(group[0], claim)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return RelateReply(
        groups=[
            Group(point=group[0].statement[:60], claims=[claim.id for claim in group], changes_over_time=False)
            for group in groups
            if len(group) > 1
        ],
        conflicts=[],
        voices=[],
    )


def _summary(material: str, *, is_faulty: bool) -> SummaryReply:
    """Statements of the brief as they are, less those in conflict: the code tells a conflict that no sentence tells."""
    in_conflict = {each for line in CONFLICT_LINE.findall(material) for each in SHORT_ID.findall(line)}
    free = [claim for claim in _shown(material) if claim.id not in in_conflict]
    told = [DraftSentence(text=claim.statement, claims=[claim.id], conflicts=[]) for claim in free[:MOST_SENTENCES]]
    if is_faulty and free:
        told.append(DraftSentence(text=UNFOUNDED, claims=[free[0].id], conflicts=[]))
    return SummaryReply(sentences=told)


def _repaired(material: str) -> SummaryReply:
    statements = {claim.id: claim.statement for claim in _shown(material)}
    cited = [failed["ids"].split(", ") for failed in FAILED_LINE.finditer(material)]
    return SummaryReply(
        sentences=[DraftSentence(text=statements.get(ids[0], ""), claims=ids, conflicts=[]) for ids in cited]
    )


def _shown(material: str) -> Iterator[ShownClaim]:
    return (ShownClaim(line["id"], line["statement"]) for line in CLAIM_LINE.finditer(material))
