"""How the views say things. Every function returns plain words; the view that prints them makes them safe."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from schemas.articles import Article
from schemas.claims import AlignmentStatus, Attribution, Claim, Factuality
from schemas.clusters import Corroboration, CorroborationStatus, Origin, OriginKind
from schemas.conflicts import Basis, Contradiction, ContradictionKind, Discrepancy, Update
from schemas.report import Report
from schemas.summary import DroppedSentence, Summary, SummarySentence, Writer
from schemas.values import AnchorBasis, Comparator, Quantity, TimeBasis
from service.views.index import Difference, Passage, SideQuote, SideView, markers
from service.views.phrases import (
    counted,
    day_words,
    joined,
    listed,
    quantity_words,
    quoted,
    sentence,
    time_words,
)

# The scale of 0 to 1 in equal thirds.
HIGH_WEIGHT = 2 / 3
MEDIUM_WEIGHT = 1 / 3

KIND_WORDS = {
    ContradictionKind.TEMPORAL: "times differ",
    ContradictionKind.NUMERIC: "numbers differ",
    ContradictionKind.ENTITY: "names differ",
    ContradictionKind.POLARITY: "one says it is so, another that it is not",
    ContradictionKind.ATTRIBUTION: "credited to different sources",
    ContradictionKind.QUOTATION: "the same words quoted differently",
}
BASIS_WORDS = {
    Basis.VALUES: "the values themselves, compared in code",
    Basis.ANALYST: "the analyst's reading, which the values do not rule out",
}
# Comparators whose words name the ends of a closed interval, ends included.
PLAIN_COMPARATORS = (Comparator.EXACTLY, Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.BETWEEN)
ORIGIN_WORDS = {
    OriginKind.SPEAKER: "",
    OriginKind.INSTITUTION: "",
    OriginKind.UNNAMED: "unnamed",
    OriginKind.WIRE: "wire",
    OriginKind.OUTLET: "own account",
}
MATCH_WORDS = {
    AlignmentStatus.EXACT: "",
    AlignmentStatus.NORMALISED: "found after evening out spaces and quotation marks",
    AlignmentStatus.FUZZY: "found with small differences: check it against the article",
}
WRITER_WORDS = {
    Writer.ANALYST: "",
    Writer.REPAIR: "rewritten once by the analyst",
    Writer.CODE: "composed by code",
}


class StandingHeading(NamedTuple):
    """How a section of points of one standing is headed."""

    title: str
    meaning: str


STANDINGS = {
    CorroborationStatus.CORROBORATED: StandingHeading("Corroborated", "two or more independent origins"),
    CorroborationStatus.ECHOED: StandingHeading("Merely echoed", "several outlets, one origin"),
    CorroborationStatus.DISPUTED: StandingHeading("Disputed", "sources differ; shown above"),
    CorroborationStatus.SINGLE_SOURCE: StandingHeading("Single-source", "one origin, one outlet"),
}

SINGLE_SOURCE_SHOWN = 12

NONE_CORROBORATED = "None: no point rests on two independent origins."

NO_CONTRADICTION = "None found. That is not proof that there is none."
NO_SUMMARY = "No sentence could be written from what was read."
ALL_BY_CODE = "All sentences were composed by code, from the claims."


def published_words(article: Article) -> str:
    """The day of publication, and how it is known unless the article states it."""
    if article.published is None:
        return "publication date unknown"
    basis = {
        AnchorBasis.STATED: "",
        AnchorBasis.INFERRED: " (inferred)",
        AnchorBasis.UNKNOWN: " (unconfirmed)",
    }[article.published_basis]
    return f"published {day_words(article.published)}{basis}"


def reading_words(claim: Claim, kind: ContradictionKind | None) -> str:
    """How the values in question were read, where that says more than the words of the passage; else nothing."""
    if kind is ContradictionKind.TEMPORAL:
        return time_words(claim.when) if claim.when and claim.when.basis is not TimeBasis.EXPLICIT else ""
    if kind not in (ContradictionKind.NUMERIC, None):
        return ""
    readings = [quantity_words(quantity) for quantity in claim.quantities if not _is_plain(quantity)]
    return joined(*readings, by="; ")


def _is_plain(quantity: Quantity) -> bool:
    """Whether the surface itself says, in figures and plain words, what was read."""
    figures = re.findall(r"\d+(?:\.\d+)?", quantity.surface.replace(",", ""))
    bounds = {f"{bound:.12g}" for bound in (quantity.low, quantity.high) if bound is not None}
    return quantity.comparator in PLAIN_COMPARATORS and bool(bounds) and bounds <= set(figures)


def attribution_words(attribution: Attribution) -> str:
    """Whom the outlet cites; nothing where it speaks for itself."""
    speaker, institution = attribution.speaker or "", attribution.institution or ""
    is_repeated = speaker.removeprefix("the ").casefold() == institution.removeprefix("the ").casefold()
    who = speaker if is_repeated else joined(speaker, institution)
    return f"citing {who}" if who else ""


def factuality_words(claim: Claim) -> str:
    return "" if claim.factuality is Factuality.ASSERTED else claim.factuality.value


def weight_words(weight: float) -> str:
    """
    >>> weight_words(0.8), weight_words(0.5), weight_words(0.1)
    ('high (0.80)', 'medium (0.50)', 'low (0.10)')
    """
    level = "high" if weight >= HIGH_WEIGHT else "medium" if weight >= MEDIUM_WEIGHT else "low"
    return f"{level} ({weight:.2f})"


def kind_of(difference: Difference) -> ContradictionKind | None:
    return difference.kind if isinstance(difference, Contradiction | Update) else None


def difference_note(difference: Difference) -> str:
    """What the record says of a difference besides its sides and explanation; nothing for most kinds."""
    if isinstance(difference, Discrepancy):
        return f"Size: {weight_words(difference.size)}."
    if not isinstance(difference, Contradiction):
        return ""
    return (
        f"Weight: {weight_words(difference.weight)}. "
        f"Kind: {difference.kind.value} ({KIND_WORDS[difference.kind]}). "
        f"Rests on {BASIS_WORDS[difference.basis]}."
    )


def origin_words(origin: Origin, outlets: Sequence[str]) -> str:
    """An origin's name, its kind where that matters, and the outlets through which it speaks."""
    names = ", ".join(f"“{name}”" for name in origin.also_known_as)
    through = "" if origin.kind is OriginKind.OUTLET else f"through {listed(outlets)}" if outlets else ""
    note = joined(ORIGIN_WORDS[origin.kind], f"also {names}" if names else "", through, by="; ")
    return f"{origin.name} ({note})" if note else origin.name


def origins_words(corroboration: Corroboration, origins: Sequence[str]) -> str:
    """`origins` are the words for each, in the order of the record."""
    independent = "independent " if corroboration.status is CorroborationStatus.CORROBORATED else ""
    return f"{counted(len(origins), independent + 'origin')}: {'; '.join(origins)}" if origins else "No origin named"


def silent_words(corroboration: Corroboration) -> str:
    return f"Silent: {listed(corroboration.silent)}" if corroboration.silent else ""


def unattributed_words(corroboration: Corroboration) -> str:
    """Who tells the point as its own; nothing where nobody does."""
    return f"Without naming a source: {listed(corroboration.unattributed)}" if corroboration.unattributed else ""


def dropped_words(dropped: DroppedSentence) -> str:
    """What was left out of the summary, and why."""
    faults = [f"{fault.rule} ({fault.detail})" if fault.detail else fault.rule for fault in dropped.faults]
    return f"Left out: {quoted(dropped.text)} Because: {sentence('; '.join(faults) or 'it did not hold up')}"


def all_by_code(summary: Summary) -> bool:
    return bool(summary.sentences) and all(line.writer is Writer.CODE for line in summary.sentences)


def sentence_note(summary: Summary, line: SummarySentence, references: Sequence[str]) -> str:
    """What the reader should know of a sentence: the contradictions it tells, and an unusual writer."""
    tells = f"see {listed(references)}" if references else ""
    return joined(tells, "" if all_by_code(summary) else WRITER_WORDS[line.writer], by="; ")


def quote_heading(quote: SideQuote) -> str:
    """Whose words a quoted passage is: the outlet, whom it cites, and in what sense it is meant."""
    return joined(quote.label, attribution_words(quote.claim.attribution), factuality_words(quote.claim))


class Siblings(NamedTuple):
    """A section of differences that are no contradictions."""

    title: str
    meaning: str
    differences: Sequence[Difference]


def siblings(report: Report) -> list[Siblings]:
    """The sections on differences other than contradictions that have something to show."""
    sections = [
        Siblings("Disputes", "parties say opposite things, faithfully reported", report.disputes),
        Siblings("Updates", "the later word on a thing that changed; earliest first", report.updates),
        Siblings("Discrepancies", "both can hold, strictly taken, but lie far apart", report.discrepancies),
    ]
    return [section for section in sections if section.differences]


def passage_words(passage: Passage) -> str:
    """Everything about a passage but its words: outlet, publication, place, and how loosely it was found."""
    place = f"characters {passage.evidence.start}–{passage.evidence.end}"
    return joined(passage.label, published_words(passage.article), place, MATCH_WORDS[passage.evidence.status])


def statement_words(claim: Claim) -> str:
    """The claim, with a word on its sense where it is not told as fact."""
    sense = factuality_words(claim)
    return f"{claim.statement} ({sense})" if sense else claim.statement


def single_source_words(point: Corroboration) -> str:
    """The one outlet, and the origin where that is another."""
    outlets = listed(point.outlets)
    return joined(
        outlets, *(f"citing {origin.name}" for origin in point.origins if origin.kind is not OriginKind.OUTLET)
    )


def disputed_words(point: Corroboration, references: Sequence[str]) -> str:
    return f"see {listed(references)}" if references else sentence(point.reason)


def more_words(number: int) -> str:
    return f"and {number:,} more; see the JSON report"


def further_words(side: SideView) -> str:
    """The passages of a side that are cited by number alone."""
    return f"also {markers(side.further)}" if side.further else ""
