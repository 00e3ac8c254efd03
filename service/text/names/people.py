"""Do two names name one person? A table of rules, tried from the top; the first that decides gives the reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from service.text.names.east_asian import same_given
from service.text.names.given import compare_given
from service.text.names.model import Example, NameMatch
from service.text.names.person_parts import PersonName, read_person
from service.text.names.spelling import Spelling, compare_keys, skeleton

_HALF_VOWELS = str.maketrans("", "", "yw-")


class Verdict(NamedTuple):
    same: bool | None
    score: float
    why: str


class PersonRule(NamedTuple):
    name: str
    decide: Callable[[PersonName, PersonName], Verdict | None]
    examples: tuple[Example, ...]


def _generations(a: PersonName, b: PersonName) -> Verdict | None:
    if a.generation and b.generation and a.generation != b.generation:
        return Verdict(same=False, score=0.1, why=f"generations differ: {a.generation}, {b.generation}")
    stated = (a.generation or b.generation) in {"jr", "sr"} and a.generation != b.generation
    if stated and not (a.bare or b.bare) and a.words == b.words:
        return Verdict(same=None, score=0.5, why="a generation stated in one alone")
    return None


def _same_words(a: PersonName, b: PersonName) -> Verdict | None:
    if a.words == b.words:
        return Verdict(same=True, score=1.0, why="the same name once spelling is folded")
    if len("".join(a.words)) >= 6 and "".join(a.words) == "".join(b.words) and not (a.east_asian and b.east_asian):
        return Verdict(same=True, score=0.97, why="the same letters, parted differently")
    return None


def _characters(a: PersonName, b: PersonName) -> Verdict | None:
    """Both names in Chinese or Korean characters: the characters decide, not their sound."""
    if not (a.characters and b.characters) or a.characters == b.characters:
        return None
    if a.words == b.words:
        return Verdict(same=None, score=0.4, why="other characters of the same sound")
    return Verdict(same=False, score=0.2, why="other characters")


def _consonants(word: str) -> str:
    """Consonants as written: in such a script y and w are vowels as often as not."""
    return skeleton(word.translate(_HALF_VOWELS))


def _unvowelled(a: PersonName, b: PersonName) -> Verdict | None:
    """A name in Arabic or Hebrew script shows consonants only: they must all agree."""
    if not (a.consonants_only or b.consonants_only):
        return None
    first, second = (sorted(_consonants(word) for word in name.plain) for name in (a, b))
    if first == second and len("".join(first)) >= 4:
        return Verdict(same=True, score=0.85, why="the same consonants in a script without vowels")
    return Verdict(same=None, score=0.3, why="a script without vowels, other consonants: cannot tell")


def _east_asian(a: PersonName, b: PersonName) -> Verdict | None:
    if not (a.east_asian and b.east_asian):
        return None
    if a.east_asian.surname != b.east_asian.surname:
        return Verdict(same=False, score=0.1, why="surnames differ")
    if same_given(a.east_asian, b.east_asian):
        return Verdict(same=True, score=0.95, why="surname first: surname and joined given name agree")
    return Verdict(same=False, score=0.2, why="surname first: given names differ")


def _bare_name(a: PersonName, b: PersonName) -> Verdict | None:
    """One side is a single word: it fits as a surname, or it is perhaps a given name alone."""
    if not (a.bare or b.bare):
        return None
    single, full = (a, b) if a.bare else (b, a)
    return _bare_east_asian(single, full) if full.east_asian else _bare_surname(single, full)


def _bare_east_asian(single: PersonName, full: PersonName) -> Verdict:
    name = full.east_asian
    if name and single.plain[-1] in name.surname.spelled:
        return Verdict(same=True, score=0.8, why="a bare surname that fits")
    if single.words[-1] in full.words or (name and single.plain[-1].replace("-", "") == name.given):
        return Verdict(same=None, score=0.5, why="a given name alone")
    return Verdict(same=False, score=0.05, why="the bare surname is another")


def _bare_surname(single: PersonName, full: PersonName) -> Verdict:
    spelling = _compare_surnames(single, full)
    if spelling >= Spelling.CLOSE:
        return Verdict(same=True, score=0.8 if spelling is Spelling.EQUAL else 0.7, why="a bare surname that fits")
    if spelling is Spelling.NEAR:
        return Verdict(same=None, score=0.4, why="surnames are spelled alike, but not alike enough")
    if any(compare_given(single.surname, word) >= Spelling.CLOSE for word in full.given):
        return Verdict(same=None, score=0.5, why="fits a given name or a middle name, not the surname")
    return Verdict(same=False, score=0.05, why="the bare surname is another")


def _turned_round(a: PersonName, b: PersonName) -> Verdict | None:
    """Orban Viktor is Viktor Orban: all words agree, in another order."""
    if len(a.words) != len(b.words) or compare_keys(a.surname, b.surname) >= Spelling.CLOSE:
        return None
    if sorted(a.words) == sorted(b.words):
        return Verdict(same=True, score=0.93, why="the same words in another order")
    rotated = (b.words[-1], *b.words[:-1]), (*b.words[1:], b.words[0])
    if any(all(compare_given(x, y) >= Spelling.CLOSE for x, y in zip(a.words, turn, strict=True)) for turn in rotated):
        return Verdict(same=True, score=0.85, why="surname first in one, last in the other")
    return None


def _shorter_in_longer(a: PersonName, b: PersonName) -> Verdict | None:
    """All words of the shorter name stand in the longer, in order, from the first name on: a surname was left off."""
    short, long = sorted((a, b), key=lambda name: len(name.words))
    if len(short.words) == len(long.words) or len(short.given[0]) == 1 or short.words[0] != long.words[0]:
        return None
    rest = iter(long.words)
    in_order = len(short.words) >= 3 and all(word in rest for word in short.words)
    if in_order and short.surname != long.surname:
        return Verdict(same=True, score=0.75, why="three words or more of the longer name, in order")
    if short.words == long.words[: len(short.words)]:
        return Verdict(same=True, score=0.75, why="the longer name goes on with a further surname")
    return None


def _compare_surnames(a: PersonName, b: PersonName) -> Spelling:
    if a.joined_surnames & b.joined_surnames:
        return Spelling.EQUAL
    return compare_keys(a.surname, b.surname)


def _surnames(a: PersonName, b: PersonName) -> Verdict | None:
    spelling = _compare_surnames(a, b)
    if spelling is Spelling.FAR:
        return Verdict(same=False, score=0.1, why="surnames differ")
    if spelling is Spelling.NEAR:
        return Verdict(same=None, score=0.4, why="surnames are spelled alike, but not alike enough")
    return None


def _first_names(a: PersonName, b: PersonName) -> Verdict | None:
    spelling = compare_given(a.given[0], b.given[0])
    if spelling >= Spelling.CLOSE:
        return None
    short, long = sorted((a.given, b.given), key=len)
    rest = iter(long[1:])
    if len(short) < len(long) and all(
        len(name) > 1 and any(compare_given(name, other) >= Spelling.CLOSE for other in rest) for name in short
    ):
        return Verdict(same=True, score=0.72, why="goes by a middle name")
    if spelling is Spelling.NEAR:
        return Verdict(same=None, score=0.4, why="given names are spelled alike, but not alike enough")
    return Verdict(same=False, score=0.15, why="surnames agree, given names differ")


def _middle_names(a: PersonName, b: PersonName) -> Verdict | None:
    """Middle names of the shorter name must stand in the longer, in order; W. against H. W. is another person."""
    short, long = sorted((a.given[1:], b.given[1:]), key=len)
    if not short:
        return None
    rest = iter(long)
    if not all(any(compare_given(name, other) >= Spelling.CLOSE for other in rest) for name in short):
        return Verdict(same=False, score=0.3, why="middle names or initials differ")
    if len(short) < len(long) and all(len(name) == 1 for name in (*short, *long)):
        return Verdict(same=False, score=0.3, why="middle names or initials differ")
    return None


def _agree(a: PersonName, b: PersonName) -> Verdict | None:
    exact = a.surname == b.surname and a.given[0] == b.given[0]
    return Verdict(same=True, score=0.95 if exact else 0.85, why="surname and given name agree")


PERSON_RULES = (
    PersonRule(
        "generation",
        _generations,
        (Example("Ralph Osei Jr.", "Ralph Osei, Sr.", same=False), Example("Ralph Osei", "Ralph Osei Jr.", same=None)),
    ),
    PersonRule("characters", _characters, (Example("金正日", "金正男", same=False),)),
    PersonRule(
        "same words",
        _same_words,
        (
            Example("Dr. Sofiya Kravchuk", "Sofiia Kravtchuk", same=True),
            Example("MaryAnn Holt", "Mary Ann Holt", same=True),
        ),
    ),
    PersonRule("unvowelled script", _unvowelled, (Example("محمد سالم", "Mohammed Salem", same=True),)),
    PersonRule(
        "East Asian",
        _east_asian,
        (Example("Han Myong Suk", "Han Myeong-sook", same=True), Example("Chen Weiguo", "Chen Weimin", same=False)),
    ),
    PersonRule(
        "bare name",
        _bare_name,
        (
            Example("Mr. Kravchuk", "Sofiya Kravchuk", same=True),
            Example("Sofiya", "Sofiya Kravchuk", same=None),
            Example("Osei", "Sofiya Kravchuk", same=False),
        ),
    ),
    PersonRule("name order", _turned_round, (Example("Szabo Ferenc", "Ferenc Szabo", same=True),)),
    PersonRule("second surname", _shorter_in_longer, (Example("Elena Robles", "Elena Robles Ibarra", same=True),)),
    PersonRule(
        "surname",
        _surnames,
        (Example("Sofiya Kravchuk", "Sofiya Melnyk", same=False), Example("Anna Ivanov", "Anna Ivanova", same=None)),
    ),
    PersonRule(
        "first name",
        _first_names,
        (Example("Ruth Holt", "Gerald Holt", same=False), Example("Marta Holt", "Maria Holt", same=None)),
    ),
    PersonRule("middle names", _middle_names, (Example("Ruth A. Holt", "Ruth B. Holt", same=False),)),
    PersonRule(
        "agreement",
        _agree,
        (Example("Ruth Holt", "Ruth A. Holt", same=True), Example("Bob Holt", "Robert Holt", same=True)),
    ),
)


def same_person(a: str, b: str) -> NameMatch:
    """Compare two names of persons by `PERSON_RULES`; titles, case, spacing and romanisation do not count.

    >>> same_person("Secretary Sofiya Kravchuk", "Sofia Kravtchuk").same
    True
    """
    first, second = sorted((a, b))  # the answer must not depend on the order
    one, other = read_person(first), read_person(second)
    if one is None or other is None:
        return NameMatch(same=None, reason="no name to compare", score=0.0)
    for rule in PERSON_RULES:
        verdict = rule.decide(one, other)
        if verdict:
            return NameMatch(same=verdict.same, reason=f"{rule.name}: {verdict.why}", score=verdict.score)
    raise AssertionError("the last rule always decides")
