"""What may differ between a quotation and the passage it was found at, and what may not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import edlib

from service.text.alignment.lexicon import (
    FUNCTION_WORDS,
    GUARDED_WORDS,
    NEGATIVE_PREFIXES,
    OPPOSITE_ENDINGS,
    OPPOSITES,
)
from service.text.alignment.numerals import is_number
from service.text.alignment.words import Word

# Words of a quotation below which none, one or two of its content words may differ ("one or two in a long quotation").
ONE_CHANGE_FROM = 8
TWO_CHANGES_FROM = 16
# Below this a quotation must keep every word.
ANY_CHANGE_FROM = 5
# Words changed, added or left out, function words included: one, from eight words on two, one more for each twenty.
WORDS_AN_EDIT = 20
MOST_EDITS = 5

# Spellings of one word: "material" and "materiel", "defence" and "defense".
SHORTEST_RESPELT = 4
LONG_WORD = 8

LAST_READABLE_LETTER = "\u024f"  # end of Latin Extended-B: the lexicon reads no other script

_GUARDED = frozenset(word for row in GUARDED_WORDS for word in row.words)
_OPENS_SENTENCE = frozenset('.!?…:;“”"«‘([\n\r')


class Change(NamedTuple):
    """Words of the quotation that stand where the text has other words; one side may be empty."""

    quoted: tuple[Word, ...]
    found: tuple[Word, ...]


class Casing(NamedTuple):
    """The keys that a text writes in lower case somewhere, and those that it always writes with a capital."""

    common: frozenset[str]
    proper: frozenset[str]


class Wording(NamedTuple):
    """What tells a name from a common word in `source`: how the text writes it, and `source` if its case tells."""

    source: str
    casing: Casing
    case_tells: bool = True

    def is_name(self, word: Word) -> bool:
        """A name of the text in any case; else capitalised in mid-sentence, or anywhere if not known as common."""
        if word.key in FUNCTION_WORDS or word.key in _GUARDED:
            return False
        if word.key in self.casing.proper:
            return True
        if not self.case_tells:
            return word.key not in self.casing.common
        if not word.capital:
            return False
        return word.key not in self.casing.common or not self._opens_sentence(word)

    def _opens_sentence(self, word: Word) -> bool:
        before = self.source[max(0, word.start - 8) : word.start].rstrip(" \t")
        return not before or before[-1] in _OPENS_SENTENCE


def most_edits(quote_words: int) -> int:
    """How many words may be changed, added or left out in a quotation of so many words."""
    if quote_words < ONE_CHANGE_FROM:
        return 1 if quote_words >= ANY_CHANGE_FROM else 0
    return min(2 + quote_words // WORDS_AN_EDIT, MOST_EDITS)


def keeps_meaning(changes: Sequence[Change], quote_words: int, quote: Wording, text: Wording) -> bool:
    """Whether every number, negation, name and other guarded word stands, and few other words differ.

    `quote_words` is the length of the quotation in words. "Wrong is worse than silent": in doubt, False.
    """
    changes = [change for change in changes if not _is_respaced(change)]
    if any(_guarded(change.quoted, quote) != _guarded(change.found, text) for change in changes):
        return False
    quoted = _content(word for change in changes for word in change.quoted)
    found = _content(word for change in changes for word in change.found)
    if any(are_opposite(one, other) for one in quoted for other in found):
        return False
    allowed = (quote_words >= ONE_CHANGE_FROM) + (quote_words >= TWO_CHANGES_FROM)
    return sum(_content_changes(change) for change in changes) <= allowed


def are_opposite(one: str, other: str) -> bool:
    """Whether one word says the opposite of the other, by the table or by their form.

    >>> are_opposite("bought", "sold"), are_opposite("legal", "illegal"), are_opposite("harmful", "harmless")
    (True, True, True)
    """
    if any((one in row.one and other in row.other) or (one in row.other and other in row.one) for row in OPPOSITES):
        return True
    if any(one == prefix + other or other == prefix + one for prefix in NEGATIVE_PREFIXES):
        return True
    return any(
        _swaps_ending(one, other, ending, opposite) or _swaps_ending(other, one, ending, opposite)
        for ending, opposite in OPPOSITE_ENDINGS
    )


def _swaps_ending(one: str, other: str, ending: str, opposite: str) -> bool:
    return one.endswith(ending) and one.removesuffix(ending) + opposite == other


def are_spellings(one: str, other: str) -> bool:
    """Whether two words look like one word spelt in two ways or inflected.

    >>> are_spellings("material", "materiel"), are_spellings("tank", "bank")
    (True, False)
    """
    if min(len(one), len(other)) < SHORTEST_RESPELT or one[0] != other[0]:
        return False
    distance: int = edlib.align(one, other)["editDistance"]
    return distance <= (2 if min(len(one), len(other)) >= LONG_WORD else 1)


def _is_respaced(change: Change) -> bool:
    """ "health care" for "healthcare", or a name glued to the next word: the same letters."""
    return "".join(word.key for word in change.quoted) == "".join(word.key for word in change.found)


def _guarded(words: Iterable[Word], wording: Wording) -> Counter[str]:
    return Counter(word.key for word in words if _is_guarded(word, wording))


def _is_guarded(word: Word, wording: Wording) -> bool:
    is_unreadable = any(char > LAST_READABLE_LETTER for char in word.key)
    return is_number(word.key) or word.key in _GUARDED or is_unreadable or wording.is_name(word)


def _content(words: Iterable[Word]) -> list[str]:
    return [word.key for word in words if word.key not in FUNCTION_WORDS]


def _content_changes(change: Change) -> int:
    quoted, found = _content(change.quoted), _content(change.found)
    if len(quoted) == len(found) == 1 and are_spellings(quoted[0], found[0]):
        return 0
    return max(len(quoted), len(found))
