"""Whether a single word in capitals is a name: at the head of a sentence most are not."""

from __future__ import annotations

import re

from service.text.names.common_words import (
    COMMON_ACRONYMS,
    COMMON_OWNERS,
    FUNCTION_OPENERS,
    LABELS,
    MONTH_OR_NAME,
    NOT_ALONE,
)
from service.text.names.countries import fold_demonym
from service.text.names.known_organisations import KNOWN_ORGANISATIONS
from service.text.names.words import LOOK_BACK, Word

# "DeGeneres", "O'Brien": no word of the language is written so.
_INNER_CAPITAL = re.compile(r"[^\W\d_a-z][a-z]+[A-Z][a-z]|[A-Z]['’][A-Z][a-z]")
_AGE_AFTER = re.compile(r", \d{1,3},")
_NUMBER_AFTER = re.compile(r" \d")
_SHOUTED_LETTERS = 7
_KNOWN_SINGLE = frozenset(form for row in KNOWN_ORGANISATIONS for form in row.forms if " " not in form)


def may_stand_alone(word: Word, text: str, confirmed: frozenset[str], common: frozenset[str]) -> bool:
    """A single word at the head of a sentence is a name only if something else says so."""
    before = text[max(0, word.start - LOOK_BACK) : word.start]
    if len(word.text.strip(".")) < 2 or (word.lower in FUNCTION_OPENERS and not word.acronym):
        return False
    if _is_common_short_form(word, text) or (word.acronym and _is_shouted(word, before)):
        return False
    if word.lower in MONTH_OR_NAME and re.search(
        r"\b(?:in|of|on|by|since|until|last|next|late|early|mid|\d{1,2})[ -]$", before
    ):
        return False
    if word.acronym or fold_demonym(word.text) or word.text in _KNOWN_SINGLE or not word.opens:
        return True
    return word.lower not in common and (word.lower in confirmed or _tells_itself(word, text))


def _is_common_short_form(word: Word, text: str) -> bool:
    """ "GDP", "Tier 1": capitals that stand for a common noun."""
    labelled = word.lower in LABELS and _NUMBER_AFTER.match(text, word.end) is not None
    return labelled or word.lower in NOT_ALONE or (word.acronym and word.lower in COMMON_ACRONYMS)


def _is_shouted(word: Word, before: str) -> bool:
    """The second of the first words of a report, set in capitals: "A PROVISIONAL date"."""
    article = re.search(r"(?:^|\n|[.!?] )(?:A|AN|THE|TWO|THREE)\s$", before)
    return article is not None and len(word.text) >= _SHOUTED_LETTERS


def _tells_itself(word: Word, text: str) -> bool:
    """True for "DeGeneres", for an owner ("Winslet's") and for a name before an age ("Foley, 34,")."""
    owner = word.possessive and word.lower not in COMMON_OWNERS
    return owner or _INNER_CAPITAL.match(word.text) is not None or _AGE_AFTER.match(text, word.end) is not None
