"""Amounts that changed owners: a text gives one thing's number to another thing of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from schemas.values import Quantity
from service.text.alignment.lexicon import FUNCTION_WORDS
from service.text.inflection import stem_of, tokens_of
from service.text.names.model import word_set
from service.text.quantities import QuantityMention, find_quantities
from service.text.sentences import sentences

SAME_FATE = (
    ("dead", word_set("dead die died death deaths kill killed killing perish perished slain fatality fatalities")),
    ("hurt", word_set("hurt injure injured injuring injury injuries wound wounded wounding")),
    ("missing", word_set("missing unaccounted disappeared vanished")),
    ("freed", word_set("free freed release released releasing")),
    ("held", word_set("arrest arrested arresting detain detained detaining jailed")),
)
"""Words for what happens to the counted that news uses in place of one another."""

HEADS = (None, "people", "person", "individual")
"""Counts of heads, which say nothing of what befell them."""
FATE_NOUNS = {"dead": "dead", "hurt": "injured", "missing": "missing", "freed": "freed", "held": "held"}

_FATES = {stem_of(word): name for name, words in SAME_FATE for word in words}
_CLAUSE_END = re.compile(r"[,;:()—–“”\"…]|\b(?:and|but|while|whereas|or|as|which|who|with|after|before|plus)\b")
_PARTITIVE = re.compile(r"\b(?:of|out of|from|to|than|versus|respectively)\b", re.IGNORECASE)
_LIGHT = FUNCTION_WORDS | word_set("""
    at by for from to with about around over under least most more less than nearly almost some only just another other
    others further up as many much another additional later still all both who were people persons
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday
""")


class _Owned(NamedTuple):
    """An amount and the content words next to it in its clause: "killed 12 people", "12 people were killed"."""

    value: Quantity
    owners: frozenset[str]


def swapped_amounts(text: str, sources: Sequence[str]) -> list[str]:
    """The amounts of `text` that a source ties to another word than `text` does, as written in `text`.

    Told only where one sentence of a source ties two amounts of the same counted noun to two different words, and
    `text` ties one amount to the word of the other alone.

    >>> swapped_amounts("40 people were killed.", ["It killed 12 people and injured 40 people."])
    ['40 people']
    """
    given = [owned for sentence in _sentences_of(text) for owned in _owned_in(sentence)]
    if not given:
        return []
    told = [group for source in sources for sentence in _sentences_of(source) if (group := _owned_in(sentence))]
    everywhere = [owned for group in told for owned in group]
    swapped = []
    for owned in given:
        if any(_same_value(owned.value, other.value) and owned.owners & other.owners for other in everywhere):
            continue
        if any(_is_swapped(owned, group) for group in told):
            swapped.append(owned.value.surface)
    return list(dict.fromkeys(swapped))


def counted_by_fate(value: Quantity, text: str) -> Quantity:
    """The quantity, counting what befell people where the words of `text` beside it say so.

    "12 people" in "the crash killed 12 people" counts the dead, and so can be held against "15 dead", and not against
    "injured 40 people". Where no fate or more than one stands beside it, the quantity stays as it is.
    """
    if value.unit or value.counted not in HEADS:
        return value
    owned = [each for sentence in _sentences_of(text) for each in _owned_in(sentence) if _same_value(each.value, value)]
    fates = {fate for each in owned for fate in each.owners if fate in FATE_NOUNS}
    return value.model_copy(update={"counted": FATE_NOUNS[fates.pop()]}) if len(fates) == 1 else value


def _is_swapped(owned: _Owned, group: Sequence[_Owned]) -> bool:
    """True if a sentence ties the amount to one word and the word that it now has to another amount."""
    own = [other for other in group if _same_value(owned.value, other.value)]
    rivals = [
        other for other in group if not _same_value(owned.value, other.value) and _may_count_the_same(other, owned)
    ]
    if len(own) != 1 or not rivals:
        return False
    own_words = own[0].owners - frozenset().union(*(rival.owners for rival in rivals))
    return bool(own_words) and any(owned.owners & (rival.owners - own[0].owners) for rival in rivals)


@lru_cache(maxsize=4096)
def _owned_in(sentence: str) -> tuple[_Owned, ...]:
    found = find_quantities(sentence)
    if any(_PARTITIVE.search(gap) for gap in _gaps(sentence, found)) or "respectively" in sentence:
        return ()
    return tuple(_Owned(mention.value, _owners(sentence, found, at)) for at, mention in enumerate(found))


def _gaps(sentence: str, found: Sequence[QuantityMention]) -> Iterator[str]:
    """What joins two amounts directly: "12 of the 40", "from 12 to 40"."""
    for first, second in pairwise(found):
        gap = sentence[first.end : second.start]
        if len(gap.split()) <= 2:
            yield gap


def _owners(sentence: str, found: Sequence[QuantityMention], at: int) -> frozenset[str]:
    """The nearest content word on each side of an amount, within its clause and short of the next amount."""
    mention = found[at]
    floor = found[at - 1].end if at else 0
    ceiling = found[at + 1].start if at + 1 < len(found) else len(sentence)
    before = _CLAUSE_END.split(sentence[floor : mention.start])[-1]
    after = _CLAUSE_END.split(sentence[mention.end : ceiling])[0]
    counted = {stem_of(noun.casefold()) for noun in (mention.value.counted, mention.value.counted_of) if noun}
    fates = {_FATES[stem] for stem in counted if stem in _FATES}
    nearest = (*_content(before, counted)[-1:], *_content(after, counted)[:1])
    return frozenset(nearest) | fates


def _content(piece: str, counted: set[str]) -> list[str]:
    stems = [
        token.stem
        for token in tokens_of(piece)
        if token.word not in _LIGHT and token.stem not in counted and token.word.isalpha()
    ]
    return [_FATES.get(stem, stem) for stem in stems]


def _same_value(a: Quantity, b: Quantity) -> bool:
    return (a.low, a.high, a.unit) == (b.low, b.high, b.unit)


def _may_count_the_same(a: _Owned, b: _Owned) -> bool:
    """Of the same noun, or one of them without: "killed 12 people and injured 40"."""
    if a.value.unit != b.value.unit:
        return False
    nouns = {owned.value.counted for owned in (a, b) if owned.value.counted}
    return len({noun for noun in nouns if stem_of(noun) not in _FATES}) <= 1


@lru_cache(maxsize=4096)
def _sentences_of(text: str) -> tuple[str, ...]:
    return tuple(text[span.start : span.end] for span in sentences(text))
