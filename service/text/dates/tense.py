"""Which way a clause looks: back ("met on Friday") or ahead ("will meet on Friday").

No parser: verb groups are found by their auxiliaries, endings and a list of irregular forms. The group nearest
before the time within its clause decides, else the nearest after it, else the neighbouring clauses.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Tense(StrEnum):
    """Direction of a clause; `MIXED` is a text that looks both ways, so nothing follows from it."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"
    MIXED = "mixed"


class Cue(NamedTuple):
    """A verb group: where it stands and which way it looks."""

    start: int
    end: int
    tense: Tense


ADVERBS = r"(?:\s+(?:not|also|still|then|now|soon|never|only|both|all|[a-z]+ly))*"
MODAL = r"(?:(?:will|would|shall|should|could|can|may|might|must)|(?:wo|would|should|could|ca)n['’]t|cannot)"
#: Plans: what follows them lies ahead, whatever their own tense ("was due to arrive on Friday").
PLAN = r"(?:due|set|scheduled|expected|planned|slated|likely|supposed|poised|going|about|ready|bound|to)"
INTENT = r"""(?:plan|expect|want|agree|vow|pledge|promise|threaten|hope|intend|prepar|decid|ask|call|urg|order|tell|told
    |invit|propos|aim|seek|sought|offer|need|consider|demand)"""
#: Verbs whose infinitive is as past as they are: who was forced to resign on Friday, resigned.
IMPLICATIVE = (
    r"(?:had|forced|managed|failed|refused|began|continued|helped|declined|chose|able|compelled|made|allowed|came)"
)
#: Present forms that announce a date; forms that are mostly nouns (votes, talks, visits) stay out.
TIMETABLE = r"""(?:go|goes|meet|meets|begin|begins|starts|opens|takes|take\s+place|expires?|ends|holds|arrives?|heads
    |resumes?|convenes?|gathers?|kicks?\s+off|comes|falls|celebrates|travels?|closes|leaves|runs|concludes?|departs?
    |retires?|becomes?|enters|premieres)"""
REPORTING = r"(?:says|tells|warns|shows|reports|announces|kills|claims|confirms|denies)"
IRREGULAR = r"""(?:said|told|met|went|came|took|gave|made|held|left|began|ran|won|lost|fell|rose|hit|shot|sent|sold
    |bought|brought|caught|fought|thought|found|felt|kept|led|fled|spoke|spent|stood|struck|saw|wrote|broke|chose
    |drew|drove|flew|got|grew|heard|knew|laid|paid|shook|sought|swore|taught|threw|understood|withdrew|wore|became
    |blew|built|dealt|sank|sat|stole|swept|tore|woke|hung|born|begun|taken|gone|done|seen|shown|spoken|written|given
    |known|broken|driven|fallen|thrown|flown|drawn|chosen|beaten|stolen|sworn|slid|slipped|quit|hurt|burst|overthrew|overtook)"""
NOT_PAST = r"""(?:need|indeed|hundred|speed|feed|seed|breed|exceed|proceed|succeed|united|shed|aged|armed|sacred|naked
    |so-called|bleed|greed|creed|freed|weed|wed|led|red|bed|fed|embed)"""
DETERMINED = r"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)"

CUES = re.compile(
    rf"""\b(?:
        (?P<doubtful> had{ADVERBS}\s+been{ADVERBS}\s+{PLAN}\b)
      | (?P<regret>   (?:would|could|should|may|might|must|couldn['’]t|can['’]t){ADVERBS}\s+have\b
                      (?:\s+been)?(?:\s+[a-z]+)?)
      | (?P<modal>    (?=[wscm]){DETERMINED}{MODAL}{ADVERBS}(?:\s+(?:be|have))?{ADVERBS}(?:\s+[a-z]+)?)
      | (?P<duty>     (?:has|have|needs?)\s+to\s+[a-z]+)
      | (?P<plan>     (?:is|are|was|were|be|been|['’]s|['’]re){ADVERBS}\s+{PLAN}\s+
                      (?:to\s+(?:be\s+)?[a-z]+|for|on|in|at)\b
                      |(?:is|are|be){ADVERBS}\s+(?:due|scheduled|expected|planned|slated)\b
                      |(?:scheduled|planned|slated|due|set|expected)\s+(?:for|to|on|in|at)\b)
      | (?P<outlook>  ahead\s+of|(?:chances?|odds|prospects?|possibility|likelihood|hopes?)\s+of
                      |run-?up\s+to|upcoming|forthcoming
                      |(?:prepar(?:e|es|ing)|plans?|planning|ready|brac(?:e|es|ing))\s+for)
      | (?P<forced>   {IMPLICATIVE}\s+to\s+(?:be\s+)?[a-z]+)
      | (?P<intent>   {INTENT}[a-z]*\s+(?:[\w’'.]+\s+){{0,3}}?to\s+(?:be\s+)?(?!the\b|an?\b)[a-z]+)
      | (?P<destined> to\s+be\s+[a-z]+)
      | (?P<infinitive> to\s+(?!(?:the|an?|his|her|its|their|our|this|that|these|those)\b)(?:be\s+)?[a-z]+)
      | (?P<did>      did(?:n['’]t)?{ADVERBS}\s+[a-z]+)
      | (?P<been>     (?:was|were|wasn['’]t|weren['’]t|has|have|had|hasn['’]t|haven['’]t|hadn['’]t){ADVERBS}
                      (?:\s+(?:been|being))?(?:\s+[a-z]+(?:ed|ing|en)\b)?)
      | (?P<ongoing>  (?:is|are){ADVERBS}\s+(?!being\b)[a-z]+ing\b)
      | (?P<is>       (?:is|are)\b)
      | (?P<deed>     (?:of|after|for|over)\s+[a-z]+ing\b)
      | (?P<past>     {DETERMINED}(?:(?!{NOT_PAST}\b)[a-z]{{2,}}ed|{IRREGULAR})\b)
      | (?P<timetable>{DETERMINED}{TIMETABLE}\b)
      | (?P<reporting>{REPORTING}\b)
    )""",
    re.VERBOSE,
)
_LOOKS: dict[str, Tense] = {
    "doubtful": Tense.MIXED,
    "regret": Tense.PAST,
    "modal": Tense.FUTURE,
    "duty": Tense.FUTURE,
    "plan": Tense.FUTURE,
    "outlook": Tense.FUTURE,
    "intent": Tense.FUTURE,
    "forced": Tense.PAST,
    "destined": Tense.FUTURE,
    "did": Tense.PAST,
    "been": Tense.PAST,
    "ongoing": Tense.FUTURE,
    "deed": Tense.PAST,
    "past": Tense.PAST,
    "timetable": Tense.FUTURE,
    "reporting": Tense.PAST,
}
#: "The vote is on Sunday": a bare "is" looks ahead only right beside the time.
BESIDE = re.compile(r"\s*(?:(?:midnight|noon)\s+)?(?:(?:on|in|for|at|only)\s+)?(?:the\s+)?\Z")
CLAUSE_EDGE = re.compile(
    r"""[,;:()\[\]“”"—]|\s[-–]\s
    |\b(?:that|which|who|whom|when|where|while|after|before|because|although|though|as|if|and|but|or|than|whether)\b""",
    re.VERBOSE | re.IGNORECASE,
)
SENTENCE_EDGE = re.compile(
    r"[.!?](?<!\b[A-Z].)(?<!\bMr.)(?<!\bMs.)(?<!\bDr.)(?<!\bMrs.)(?<!\bGen.)(?<!\bSen.)(?<!\bRep.)(?<!\bGov.)(?<!\bSt.)"
    r"(?<!\b[ap]\.m.)[”\"’)]*\s+(?=[“\"A-Z])|\n"
)
_SINCE = re.compile(r"\bsince\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(?:by|until|till|before|through)\s+(?:(?:the|late|early|mid)[\s-]+)*\Z", re.IGNORECASE)
_EARLIER = re.compile(r"\bearlier\s+(?:on\s+)?\Z", re.IGNORECASE)


@lru_cache(maxsize=256)
def cues(text: str) -> tuple[Cue, ...]:
    """All verb groups that look somewhere, left to right. An infinitive looks where its governor looks."""
    found: list[Cue] = []
    for match in CUES.finditer(text):
        kind = match.lastgroup or ""
        if kind == "is" and not text[match.end() : match.end() + 1].isspace():
            continue
        governor = found[-1].tense if found else Tense.FUTURE
        tense = governor if kind == "infinitive" else _LOOKS.get(kind, Tense.NONE)
        found.append(Cue(match.start(), match.end(), tense))
    return tuple(found)


def tense_of(text: str) -> Tense:
    """The direction of a whole sentence: `MIXED` where its verbs disagree."""
    looks = {cue.tense for cue in cues(text)} - {Tense.NONE}
    if len(looks) > 1:
        return Tense.MIXED
    return looks.pop() if looks else Tense.NONE


class Edge(NamedTuple):
    """What parts two sentences."""

    start: int
    end: int


@lru_cache(maxsize=256)
def _edges(text: str) -> tuple[Edge, ...]:
    return tuple(Edge(*edge.span()) for edge in SENTENCE_EDGE.finditer(text))


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = 0, len(text)
    for edge in _edges(text):
        if edge.end <= start:
            first = edge.end
        elif edge.start >= end:
            last = edge.start
            break
    return first, last


def _clause_around(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    left, right = first, last
    for edge in CLAUSE_EDGE.finditer(text, first, last):
        if edge.end() <= start:
            left = edge.end()
        elif edge.start() >= end:
            right = edge.start()
            break
    return left, right


def tense_at(text: str, start: int, end: int) -> Tense:
    """Which way the clause around text[start:end] looks."""
    if _SINCE.search(text, max(0, start - 20), start) or _EARLIER.search(text, max(0, start - 20), start):
        return Tense.PAST
    first, last = _sentence_around(text, start, end)
    left, right = _clause_around(text, start, end, first, last)
    looking = [
        cue if cue.tense is not Tense.NONE else cue._replace(tense=Tense.FUTURE)
        for cue in cues(text[first:last])
        if cue.tense is not Tense.NONE or BESIDE.match(text[first + cue.end : start])
    ]
    before = [cue.tense for cue in looking if first + cue.start < start]
    after = [cue.tense for cue in looking if first + cue.start >= end]
    before_here = [cue.tense for cue in looking if left <= first + cue.start < start]
    after_here = [cue.tense for cue in looking if end <= first + cue.start < right]
    if _DEADLINE.search(text, max(0, start - 30), start):
        opening = after[:1] if left == first else []
        return [*before_here[-1:], *opening, Tense.FUTURE][0]
    if before_here or after_here:
        return before_here[-1] if before_here else after_here[0]
    opens = text[max(first, left - 4) : left].strip().lower() in {"", "and", "but"}
    nearest = [*after[:1], *before[-1:]] if left == first or opens else [*before[-1:], *after[:1]]
    return nearest[0] if nearest else Tense.NONE
