"""Conflicts in a sentence: it tells all sides and who is on them, or it keeps off what they leave open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from schemas.claims import Claim
from schemas.conflicts import Contradiction, ContradictionKind, Side
from schemas.summary import Fault
from schemas.values import Comparator, Quantity
from service.judging.linter.sentence import (
    CheckedSentence,
    has_name,
    is_dated_by,
    names_outlet,
    names_voice,
    read_dates,
    surname_of,
    voices_of,
    without_outlets,
)
from service.story import Story
from service.text.mentions import contains_words, negations_of, words_of
from service.text.names import find_names
from service.text.quantities import find_numbers, find_quantities, same_counted

ANYBODY = frozenset(["people", "person", "individual", "man", "woman", "victim", "casualty", "life", "case"])
"""Nouns that count whatever is counted of human beings: twelve people may be the twelve dead."""
CLAUSE = re.compile(r"[,;:]|\b(?:and|but|while|whereas)\b")
_GLOSS = re.compile(r" \(taken as [^)]*\)")


def half_told(sentence: CheckedSentence, story: Story) -> Iterator[Fault]:
    """A sentence that claims to tell a conflict cites every side, gives its value, and names who says one of them."""
    cited = {claim.id for claim in sentence.claims}
    for conflict in sentence.contradictions:
        if not all(cited & set(side.claim_ids) for side in conflict.sides):
            yield Fault(rule="conflict told by one side", detail=conflict.explanation)
            continue
        missing = [side for side in conflict.sides if not _tells(sentence, side, conflict, story)]
        if missing:
            values = "; ".join(side.value for side in missing)
            yield Fault(rule="conflict told without both values", detail=f"not told: {values}")
        elif not any(_names_who(sentence.text, side, conflict, story) for side in conflict.sides):
            yield Fault(rule="conflict told without who says what", detail=conflict.explanation)
        elif any(
            _is_crossed(sentence._replace(text=clause), conflict, story) for clause in CLAUSE.split(sentence.text)
        ):
            yield Fault(rule="conflict told with a value on the wrong side", detail=conflict.explanation)


def _is_crossed(clause: CheckedSentence, conflict: Contradiction, story: Story) -> bool:
    """True if a clause names who is on one side alone, and gives the value of another side alone."""
    named = [side for side in conflict.sides if _names_who(clause.text, side, conflict, story)]
    given = [side for side in conflict.sides if _gives(clause, side, conflict, story)]
    return len(named) == len(given) == 1 and named[0] is not given[0]


def settled(sentence: CheckedSentence, open_conflicts: Iterable[Contradiction], story: Story) -> Iterator[Fault]:
    """A sentence on the point of an open conflict may not give a side's value without telling the conflict."""
    for conflict in open_conflicts:
        on_it = {claim_id for side in conflict.sides for claim_id in side.claim_ids}
        touched = any(claim.id in on_it or sentence.point(claim) == conflict.cluster_id for claim in sentence.claims)
        if not touched or conflict in sentence.contradictions:
            continue
        if any(_gives(sentence, side, conflict, story) for side in conflict.sides):
            yield Fault(rule="takes a side in an open conflict", detail=conflict.explanation)


def _tells(sentence: CheckedSentence, side: Side, conflict: Contradiction, story: Story) -> bool:
    if conflict.kind in (ContradictionKind.POLARITY, ContradictionKind.QUOTATION):
        return _names_who(sentence.text, side, conflict, story)
    return _gives(sentence, side, conflict, story)


def _names_who(text: str, side: Side, conflict: Contradiction, story: Story) -> bool:
    """True if an outlet or a speaker of the side is named, other than as the very value in conflict."""
    if any(names_outlet(text, outlet) for outlet in side.outlets):
        return True
    values = [other.value for other in conflict.sides]
    voices = [voice for claim in _claims(side, story) for voice in voices_of(claim, story)]
    return any(names_voice(text, voice) for voice in voices if not any(names_voice(value, voice) for value in values))


def _gives(sentence: CheckedSentence, side: Side, conflict: Contradiction, story: Story) -> bool:
    """True if the sentence gives the side's value on what is in conflict, and not one that all sides share."""
    others = [other for other in conflict.sides if other is not side]
    match conflict.kind:
        case ContradictionKind.TEMPORAL:
            return _gives_date(sentence, side, others, story)
        case ContradictionKind.NUMERIC:
            return _gives_number(sentence, side, others, story)
        case ContradictionKind.ENTITY | ContradictionKind.ATTRIBUTION:
            return _gives_name(sentence.text, side, others)
        case ContradictionKind.POLARITY | ContradictionKind.QUOTATION:
            return _gives_words(sentence.text, side.value)


def _gives_date(sentence: CheckedSentence, side: Side, others: Sequence[Side], story: Story) -> bool:
    own = [claim.when for claim in _claims(side, story) if claim.when]
    theirs = [claim.when for other in others for claim in _claims(other, story) if claim.when]
    dates = read_dates(sentence.text, [*sentence.claims, *_claims(side, story)], story).dates
    for told in dates:
        worded = any(contains_words(when.surface, told.surface) for when in own)
        worded_there = any(contains_words(when.surface, told.surface) for when in theirs)
        if (worded or is_dated_by(told, own)) and not worded_there and not is_dated_by(told, theirs):
            return True
    return contains_words(sentence.text, side.value)


def _gives_number(sentence: CheckedSentence, side: Side, others: Sequence[Side], story: Story) -> bool:
    theirs = {figure for other in others for value in _quantities(other.value) for figure in _figures(value)}
    text = without_outlets(read_dates(sentence.text, sentence.claims, story).rest, story)
    for given in _quantities(text):
        for value in _quantities(_GLOSS.sub("", side.value)):
            figures = (_figures(value) - theirs) or _figures(value)
            same = bool(figures & _figures(given)) and same_counted(given, value) is not False
            if same and not any(_is_another_count(given, value, claim) for claim in sentence.claims):
                return True
    return False


def _quantities(text: str) -> list[Quantity]:
    """The quantities of a text, and the numbers that stand alone as counts of they do not say what."""
    found = find_quantities(text)
    alone = [
        Quantity(
            surface=text[number.start : number.end], low=number.value, high=number.value, comparator=Comparator.EXACTLY
        )
        for number in find_numbers(text)
        if not any(mention.start <= number.start < mention.end for mention in found)
    ]
    return [*(mention.value for mention in found), *alone]


def _figures(value: Quantity) -> set[float]:
    """The numbers by which a quantity is told; its bounds where it is told in words for no exact number."""
    told = {number.value for number in find_numbers(value.surface)}
    return told or {bound for bound in (value.low, value.high) if bound is not None}


def _is_another_count(given: Quantity, value: Quantity, claim: Claim) -> bool:
    """True if a claim counts in these words something beside the value in conflict ("two ministers", of two boats).

    Its passage then has both counts, or the claim was read and found to count another thing.
    """
    if given.counted is None or given.counted in ANYBODY or same_counted(given, value) is True:
        return False

    def is_given(other: Quantity) -> bool:
        return same_counted(other, given) is True and bool(_figures(other) & _figures(given))

    passage = [mention.value for mention in find_quantities(claim.evidence.quote)]
    has_both = any(map(is_given, passage)) and any(same_counted(other, value) is True for other in passage)
    return has_both or any(map(is_given, claim.quantities))


def _gives_name(text: str, side: Side, others: Sequence[Side]) -> bool:
    """True if a name of the side stands in the text in some form; a value without names must stand there in words."""
    theirs = " ".join(other.value for other in others)
    names = [mention.surface for mention in find_names(side.value)]
    own = [name for name in names if not contains_words(theirs, name)]
    if not own:
        return _gives_words(text, side.value)
    return any(
        contains_words(text, name) if contains_words(theirs, surname_of(name) or "") else has_name(text, name)
        for name in own
    )


def _gives_words(text: str, value: str) -> bool:
    """True if the value stands in the text, or all its longer words do, negated in both or in neither."""
    if contains_words(text, value):
        return True
    wanted = {word for word in words_of(value) if len(word) > 3}
    return bool(wanted) and wanted <= set(words_of(text)) and bool(negations_of(text)) == bool(negations_of(value))


def _claims(side: Side, story: Story) -> list[Claim]:
    return [story.claims[claim_id] for claim_id in side.claim_ids if claim_id in story.claims]
