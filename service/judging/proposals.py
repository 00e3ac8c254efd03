"""What becomes of a conflict that an analyst proposes: kept only if it is grounded and values do not veto it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from schemas.claims import Claim
from schemas.conflicts import ContradictionKind
from schemas.replies import ProposedConflict
from schemas.values import Relation
from service.judging.clashes import denies
from service.judging.voices import Voices
from service.text.mentions import contains_words, negations_of, unsupported_numbers, words_of
from service.text.names import find_names, fold_demonym, same_name
from service.text.quantities import in_common_unit, read_quantity, same_counted
from service.text.relations import relate_amounts, relate_times


class Standing(Enum):
    CONTRADICTION = "contradiction"
    DISPUTE = "dispute"
    REFUSED = "refused"


class Verdict(NamedTuple):
    """`reason` says why a proposal was refused; it is empty for one that is kept."""

    standing: Standing
    reason: str = ""


KEPT = Verdict(Standing.CONTRADICTION)


def judge_proposal(proposed: ProposedConflict, first: Claim, second: Claim, voices: Voices) -> Verdict:
    """Whether a proposed conflict between two claims on one point may stand.

    It is refused where both claims are one article's, where a value is not in its claim's words, or where the values
    can both hold. A denial that is somebody's, and a conflict between two voices, is a dispute of the parties.
    """
    refusal = _ungrounded(proposed, first, second) or _veto(proposed, first, second)
    if refusal:
        return Verdict(Standing.REFUSED, refusal)
    return Verdict(Standing.DISPUTE) if are_two_parties(first, second, voices) else KEPT


def are_two_parties(first: Claim, second: Claim, voices: Voices) -> bool:
    """True if two voices speak; or if one denies, and is somebody's word, what an outlet says in its own voice."""
    speakers = [voices.of(claim) for claim in (first, second)]
    if all(speakers):
        return not voices.same(first, second)
    return any(voices.of(claim) and denies(claim) for claim in (first, second))


def _ungrounded(proposed: ProposedConflict, first: Claim, second: Claim) -> str:
    if first.article_id == second.article_id:
        return "both claims are one article's"
    for claim, value in ((first, proposed.first_value), (second, proposed.second_value)):
        if not contains_words(f"{claim.statement}\n{claim.evidence.quote}", value):
            return "proposed value not in its claim"
    return ""


def _veto(proposed: ProposedConflict, first: Claim, second: Claim) -> str:
    """Why the values can both hold, or nothing."""
    match ContradictionKind(proposed.kind):
        case ContradictionKind.TEMPORAL:
            return _veto_times(first, second)
        case ContradictionKind.NUMERIC:
            return _veto_amounts(proposed)
        case ContradictionKind.ENTITY | ContradictionKind.ATTRIBUTION:
            return _veto_names((proposed.first_value, first), (proposed.second_value, second))
        case ContradictionKind.POLARITY:
            return "" if denies(first) != denies(second) else "neither claim denies what the other says"
        case ContradictionKind.QUOTATION:
            return _veto_wordings(proposed.first_value, proposed.second_value)


def _veto_times(first: Claim, second: Claim) -> str:
    if not first.when or not second.when:
        return "a time could not be read, so nothing can be held against it"
    related = relate_times(first.when, second.when)
    return "" if related.relation is Relation.CONTRADICTS else f"the times can both hold: {related.reason}"


def _veto_amounts(proposed: ProposedConflict) -> str:
    first, second = read_quantity(proposed.first_value), read_quantity(proposed.second_value)
    if not first or not second:
        return "an amount could not be read, so nothing can be held against it"
    if same_counted(first, second) is False:
        return "the amounts count different things"
    if first.unit != second.unit and in_common_unit(first, second) is None:
        return "the amounts are in units that cannot be held against each other"
    related = relate_amounts(*(in_common_unit(first, second) or (first, second)))
    return "" if related.relation is Relation.CONTRADICTS else f"the amounts can both hold: {related.reason}"


def _veto_names(first: tuple[str, Claim], second: tuple[str, Claim]) -> str:
    """Names, places and nationalities can be held against each other; other descriptions of a thing cannot.

    A country is held against countries only: what stands against it may be its capital, its government or its firm.
    """
    named = [_names_in(value, claim) for value, claim in (first, second)]
    nations = [frozenset(name for name in names if fold_demonym(name)) for names in named]
    if not all(named):
        return "no names are set against each other"
    if bool(nations[0]) != bool(nations[1]):
        return "one may describe the other"
    if named[0] == named[1] or any(same_name(one, other).same for one in named[0] for other in named[1]):
        return "one name on both sides"
    if named[0] <= named[1] or named[1] <= named[0]:
        return "one says more than the other"
    return ""


def _names_in(value: str, claim: Claim) -> frozenset[str]:
    """The names of a claim that its value holds, a nationality as its country."""
    names = {mention.surface for mention in find_names(claim.statement) if contains_words(value, mention.surface)}
    nations = {nation for word in words_of(value) if (nation := fold_demonym(word))}
    return frozenset({name for name in names if not fold_demonym(name)} | nations)


def _veto_wordings(first: str, second: str) -> str:
    """Two wordings of one remark differ by translation and editing; numbers and negations do not."""
    other_numbers = unsupported_numbers(first, [second]) or unsupported_numbers(second, [first])
    if other_numbers or negations_of(first) != negations_of(second):
        return ""
    return "other words for the same remark"
