"""Do two names name one organisation? A table of rules, tried from the top; the first that decides gives the reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from service.text.names.model import Example, NameMatch
from service.text.names.organisation_parts import OrganisationName, acronyms_of, read_organisation
from service.text.names.organisation_words import CONTINENTS, HEADS, LEFT_OFF, WORLDWIDE_WORDS
from service.text.names.spelling import Spelling, compare_keys, fold

_LONGEST_ACRONYM = 7
# Shorter names are too often plain words to stand without what follows them: "Travel International".
_LETTERS_WITHOUT_ARM = 7
_LETTERS_BY_EAR = 5
_LETTERS_WITH_OTHER_VOWEL = 6
_VOWELS = frozenset("aeiou")
_SOFT_C = re.compile(r"c(?=[eiy])")


class Verdict(NamedTuple):
    same: bool | None
    score: float
    why: str


class OrganisationRule(NamedTuple):
    name: str
    decide: Callable[[OrganisationName, OrganisationName], Verdict | None]
    examples: tuple[Example, ...]


def _other_country(a: OrganisationName, b: OrganisationName) -> Verdict | None:
    if a.countries - b.countries and b.countries - a.countries:
        return Verdict(
            same=False, score=0.1, why=f"{', '.join(sorted(a.countries))} against {', '.join(sorted(b.countries))}"
        )
    if (not a.core) != (not b.core):
        return Verdict(same=False, score=0.1, why="a country is not its bodies")
    return None


def _known_bodies(a: OrganisationName, b: OrganisationName) -> Verdict | None:
    if not (a.known and b.known):
        return None
    if a.known == b.known:
        return Verdict(same=True, score=1.0, why=f"both stand for {a.known}")
    return Verdict(same=False, score=0.05, why=f"{a.known} against {b.known}")


def _other_number(a: OrganisationName, b: OrganisationName) -> Verdict | None:
    if a.numbers and b.numbers and a.numbers != b.numbers:
        return Verdict(same=False, score=0.2, why="numbers differ")
    if a.numbers != b.numbers:
        return Verdict(same=None, score=0.4, why="a number in one alone")
    return None


def _other_company_kind(a: OrganisationName, b: OrganisationName) -> Verdict | None:
    """A German AG is not the GmbH of the same words; an AG may be an Inc. abroad."""
    if Counter(a.core) != Counter(b.core) or a.kinds & b.kinds:
        return None
    if {row.country for row in a.kinds} & {row.country for row in b.kinds}:
        return Verdict(same=None, score=0.4, why="the same words, but companies of two kinds")
    return None


def _may_drop_country(name: OrganisationName) -> bool:
    """The Peruvian Health Ministry may be "the Health Ministry"; Halvorsen Peru is a branch, and "bank" is any bank."""
    if all(word in HEADS for word in name.core) and len(name.core) == 1:
        return False
    if len(name.countries) > 1:
        return False
    return any(word in HEADS for word in name.core) or name.words[-1] in name.core


def _names_branch(longer: OrganisationName, shorter: OrganisationName) -> bool:
    """ "Halvorsen (Peru)" is Halvorsen where the words before the bracket name nothing but it."""
    told_by_words = longer.branches and longer.branches == longer.countries and not shorter.countries
    return bool(told_by_words) and _letters_of_its_own(longer.core) >= _LETTERS_WITHOUT_ARM


def _letters_of_its_own(words: tuple[str, ...]) -> int:
    """How many letters the words have that are not heads or general words."""
    return sum(len(word) for word in words if word not in HEADS | LEFT_OFF | WORLDWIDE_WORDS | CONTINENTS)


def _ends_in_arm(longer: OrganisationName, extra: list[str]) -> bool:
    """ "Halvorsen Europe Ltd" and "Halvorsen International" are Halvorsen; the Voice of Europe is not the Voice."""
    rest = longer.core[: -len(extra)]
    return (
        set(extra) <= (WORLDWIDE_WORDS | CONTINENTS if longer.is_company else WORLDWIDE_WORDS)
        and longer.words[-len(extra) :] == tuple(extra)
        and "of" not in longer.words
        and _letters_of_its_own(rest) >= _LETTERS_WITHOUT_ARM
    )


def _same_core(a: OrganisationName, b: OrganisationName) -> Verdict | None:
    if Counter(a.core) == Counter(b.core):
        if a.countries == b.countries:
            return Verdict(same=True, score=1.0, why="the same words")
        if not (a.known or b.known) and _may_drop_country(a if len(a.countries) > len(b.countries) else b):
            return Verdict(same=True, score=0.8, why="the same words, the country left off in one")
        if _names_branch(a, b) or _names_branch(b, a):
            return Verdict(same=True, score=0.75, why="the same words, a country in brackets in one")
        return Verdict(same=None, score=0.5, why="the same words, but the country may be a branch")
    joined = "".join(a.core)
    if len(joined) >= 3 and (joined == "".join(b.core) or "".join(a.words) == "".join(b.words)):
        return Verdict(same=True, score=0.95, why="the same letters, parted differently")
    return None


def _acronym(a: OrganisationName, b: OrganisationName) -> Verdict | None:
    for short, long in ((a, b), (b, a)):
        if len(short.core) == 1 and 2 <= len(short.core[0]) <= _LONGEST_ACRONYM and short.core[0] in acronyms_of(long):
            return Verdict(same=True, score=0.9, why=f"{short.core[0].upper()} are the initials of the other")
    return None


def _aligned(a: OrganisationName, b: OrganisationName) -> Verdict:
    """Words that agree are taken off both; what is left over decides."""
    left, right = list(a.core), list(b.core)
    for word in a.core:
        partner = next((other for other in right if _same_word(word, other)), None)
        if partner is not None:
            left.remove(word)
            right.remove(partner)
    agreed = len(a.core) - len(left)
    extra_left = [word for word in left if word not in LEFT_OFF]
    extra_right = [word for word in right if word not in LEFT_OFF]
    if not extra_left and not extra_right:
        distinctive = any(word not in LEFT_OFF for word in a.core) and any(word not in LEFT_OFF for word in b.core)
        return Verdict(
            same=True if distinctive else None,
            score=0.85,
            why="the words agree once spelling and general words are folded",
        )
    if not extra_left or not extra_right:
        if a.countries == b.countries and _ends_in_arm(a if extra_left else b, extra_left or extra_right):
            return Verdict(same=True, score=0.75, why="the words agree, an arm is named in one")
        return Verdict(same=None, score=0.5, why="one name says more than the other")
    near = [_compare_words(x, y) for x, y in zip(extra_left, extra_right, strict=False)]
    if len(extra_left) == len(extra_right) and all(spelling is Spelling.NEAR for spelling in near):
        return Verdict(same=None, score=0.4, why="spelled alike, but not alike enough")
    if not agreed:
        return Verdict(same=False, score=0.0, why="no word in common")
    return Verdict(same=False, score=0.2, why=f"{' '.join(extra_left)} against {' '.join(extra_right)}")


def _same_word(a: str, b: str) -> bool:
    if a == b or min(len(a), len(b)) < 4:
        return a == b
    return a == b + "s" or b == a + "s" or _sounds_same(a, b) or _compare_words(a, b) >= Spelling.CLOSE


def _sounds_same(a: str, b: str) -> bool:
    """Written by ear in English: sch is sh, a soft c is s. The first letter stays: Cisco is not Sysco."""
    return a[0] == b[0] and min(len(a), len(b)) >= _LETTERS_BY_EAR and _by_ear(a) == _by_ear(b)


def _by_ear(word: str) -> str:
    return fold(_SOFT_C.sub("s", word.replace("sch", "sh")))


def _compare_words(a: str, b: str) -> Spelling:
    """As written and as folded, for an organisation's words may be English or a name."""
    nearest = max(compare_keys(a, b), compare_keys(fold(a), fold(b)))
    return Spelling.NEAR if nearest is Spelling.CLOSE and _other_vowel(a, b) else nearest


def _other_vowel(a: str, b: str) -> bool:
    """In a short word another vowel makes another name (Hunan, Henan); two letters in each other's place do not."""
    if len(a) != len(b) or len(a) >= _LETTERS_WITH_OTHER_VOWEL or sorted(a) == sorted(b):
        return False
    return all(x == y or {x, y} <= _VOWELS for x, y in zip(a, b, strict=True))


ORGANISATION_RULES = (
    OrganisationRule(
        "country",
        _other_country,
        (
            Example("Peruvian Health Ministry", "Ministry of Health of Chile", same=False),
            Example("Peru", "Peruvian Senate", same=False),
        ),
    ),
    OrganisationRule(
        "known organisation",
        _known_bodies,
        (
            Example("U.S. Treasury", "Treasury Department", same=True),
            Example("State Department", "Treasury Department", same=False),
            Example("Pentagon", "US Department of Defense", same=True),
        ),
    ),
    OrganisationRule(
        "number",
        _other_number,
        (Example("5th Fleet", "Seventh Fleet", same=False), Example("Harvest Fund II", "Harvest Fund", same=None)),
    ),
    OrganisationRule(
        "company kind",
        _other_company_kind,
        (
            Example("Nordwerk AG", "Nordwerk GmbH", same=None),
            Example("OOO Nordwerk", "PAO Nordwerk", same=None),
        ),
    ),
    OrganisationRule(
        "same words",
        _same_core,
        (
            Example("Peru's Defence Ministry", "Ministry of Defense of Peru", same=True),
            Example("Good Roads Ltd", "Goodroads GmbH", same=True),
            Example("Halvorsen (Peru) Ltd", "Halvorsen", same=True),
            Example("Halvorsen Peru Ltd", "Halvorsen", same=None),
        ),
    ),
    OrganisationRule(
        "acronym",
        _acronym,
        (
            Example("RWB", "Rural Water Board", same=True),
            Example("R.W.B.", "Rural Water Board", same=True),
            Example("RWB", "Rural Power Board", same=False),
        ),
    ),
    OrganisationRule(
        "words",
        _aligned,
        (
            Example("Halvorsen", "Halvorsen Group", same=True),
            Example("Halvorsen International", "Halvorsen", same=True),
            Example("Halvorsen Europe Ltd", "Halvorsen", same=True),
            Example("Halvorsen Europe Ltd", "Halvorsen Asia Ltd", same=False),
            Example("Peasant State Africa", "Peasant State", same=None),
            Example("Voice of Europe", "Voice", same=None),
            Example("Schuster Prince Ltd", "Shuster Prinse Ltd", same=True),
            Example("Hunan Steel", "Henan Steel", same=None),
            Example("Rural Water Board", "Rural Power Board", same=False),
            Example("Rivers Trust", "Rivers Trust Council", same=None),
        ),
    ),
)


def same_organisation(a: str, b: str) -> NameMatch:
    """Compare two names of organisations by `ORGANISATION_RULES`; legal forms, case and British spelling do not count.

    >>> same_organisation("Ministry of Defence", "Defense Ministry").same
    True
    """
    first, second = sorted((a, b))  # the answer must not depend on the order
    one, other = read_organisation(first), read_organisation(second)
    if one is None or other is None:
        return NameMatch(same=None, reason="no name to compare", score=0.0)
    for rule in ORGANISATION_RULES:
        verdict = rule.decide(one, other)
        if verdict:
            return NameMatch(same=verdict.same, reason=f"{rule.name}: {verdict.why}", score=verdict.score)
    raise AssertionError("the last rule always decides")
