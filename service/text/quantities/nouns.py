"""What a quantity counts: the head noun after a number, without a tagger, and singular forms."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from service.text.quantities.number_words import SCALE_WORDS, SMALL_NUMBERS, TENS, VAGUE_ROWS
from service.text.quantities.tokens import HYPHENS, Kind, Token, lower_at

MOST_WORDS = 7  # of a noun phrase between the number and its head; longer runs are clauses

IRREGULAR_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse",
    "geese": "goose", "oxen": "ox", "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf",
    "thieves": "thief", "halves": "half", "wolves": "wolf", "shelves": "shelf", "loaves": "loaf", "crises": "crisis",
    "criteria": "criterion", "phenomena": "phenomenon", "analyses": "analysis", "hypotheses": "hypothesis",
    "bases": "base", "buses": "bus", "gases": "gas", "viruses": "virus", "campuses": "campus", "bonuses": "bonus",
    "calories": "calorie", "selfies": "selfie", "sorties": "sortie", "goalies": "goalie", "hoodies": "hoodie",
    "prairies": "prairie", "magpies": "magpie", "birdies": "birdie", "junkies": "junkie", "genies": "genie",
    "movies": "movie", "cookies": "cookie", "rookies": "rookie", "zombies": "zombie", "caches": "cache",
}  # fmt: skip

# Plurals without an s that keep their form; "people" too, since no one counts peoples by "person" in our convention.
INVARIABLE = frozenset(
    {
        "people", "personnel", "police", "staff", "crew", "aircraft", "spacecraft", "hovercraft", "sheep", "fish",
        "cattle", "deer", "series", "species", "offspring", "livestock", "headquarters", "means", "corps", "gallows",
    }
)  # fmt: skip

# Adjectives and participles that count people when they follow the number ("12 injured").
NOMINAL_ADJECTIVES = frozenset(
    {"dead", "injured", "wounded", "missing", "killed", "hurt", "homeless", "displaced", "detained", "arrested"}
)

# The last parts of nouns made of verbs: "break-ins", "sit-ins", "take-offs".
_PARTICLES = frozenset({"in", "up", "out", "off", "over", "down", "on", "away", "back"})

_PERSON_COMPOUNDS = ("men", "women", "children", "people")

# Words in -s that are no plurals.
_NO_PLURALS = frozenset(
    {
        "this", "his", "its", "hers", "ours", "theirs", "yours", "is", "was", "has", "does", "as", "us", "yes", "thus",
        "plus", "minus", "versus", "less", "perhaps", "always", "besides", "overseas", "towards", "afterwards",
        "whereas",
        "says", "goes", "gas", "bus", "news", "politics", "economics", "remains", "includes", "means", "sometimes",
        "nowadays", "downstairs", "upstairs", "indoors", "outdoors", "across", "unless", "regardless", "days'", "lens",
    }
)  # fmt: skip

# Closed-class words that end a noun phrase.
BOUNDARIES = frozenset(
    """
    a an the this that these those each every either neither both my your his her its our their whose
    of in on at by to from with for into onto over under after before since until till during between among amid
    against across through throughout around near outside inside within without about above below behind beyond
    toward towards via per as than like despite along off out up down away upon alongside including
    and or but nor so yet because while when where who whom which what if though although whether
    i you he she it we they them him us me there here not also then now ago later earlier yesterday today tomorrow
    tonight already still only just even ever never again once together apart each alone else
    is are was were be been being am has have had do does did will would can could shall should may might must
    said says say told tell came come went go got get made make took take gave give saw see left leave fell fall rose
    rise met meet held hold lost lose won win shot sent send struck fought fled began ran run sold bought brought hit
    cut put set spent kept found became remain remains die dies live include includes need needs want wants
    face faces show shows threw drew grew flew knew broke spoke stood sat rode drove wore chose ate felt slept heard
    paid built caught taught thought sank swam sang drank swore tore woke wrote blew rang shook stole froze bore
    """.split()  # noqa: SIM905 - a list of words reads better as text
)

_NUMBER_WORDS = SCALE_WORDS.keys() | SMALL_NUMBERS.keys() | TENS.keys() | VAGUE_ROWS.keys()

_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "my", "your", "these", "those", "all", "a", "an"})


class NounForm(StrEnum):
    """Which form a number asks of its noun: five envoys, one envoy, a third of the envoys (or of the army)."""

    PLURAL = "plural"
    SINGULAR = "singular"
    EITHER = "either"


class CountedNoun(NamedTuple):
    """`head` is singular, or None where the words do not tell. `stop` is the token index after what was read."""

    head: str | None
    stop: int


def singular(word: str) -> str:
    """The singular of an English noun in lower case; a word that is no plural comes back as it is.

    >>> singular("territories"), singular("people"), singular("ships"), singular("crisis")
    ('territory', 'people', 'ship', 'crisis')
    """
    word = word.lower()
    if not is_plural(word) or word in INVARIABLE:
        return word
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    for ending, replacement in (("men", "man"), ("women", "woman"), ("children", "child")):
        if word.endswith(ending):
            return word.removesuffix(ending) + replacement
    if word.endswith("ies") and len(word) > 4:
        return word.removesuffix("ies") + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")) and word not in {"shoes", "toes", "foes", "axes"}:
        return word.removesuffix("es")
    return word.removesuffix("s")


def is_plural(word: str) -> bool:
    """True for a word that has the form of a plural noun."""
    if word in INVARIABLE or word in IRREGULAR_PLURALS or word.endswith(_PERSON_COMPOUNDS):
        return True
    if word in _NO_PLURALS or len(word) < 3 or "'" in word:
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


def is_boundary(tokens: list[Token], index: int) -> bool:
    """True where a noun phrase cannot go on."""
    if index >= len(tokens):
        return True
    token = tokens[index]
    if token.lower == "—":
        return True
    if token.lower in HYPHENS:
        tied = token.glued and index + 1 < len(tokens) and tokens[index + 1].glued
        return not tied
    if token.glued and token.kind is not Kind.MARK and lower_at(tokens, index - 1) in HYPHENS:
        return False  # "Russian-made", "S-300"
    if token.kind is Kind.NUMBER:  # "M1 tanks", "Boeing 737 jets"
        named = index > 0 and tokens[index - 1].text[0].isupper() and index + 1 < len(tokens)
        return not (named and tokens[index + 1].kind is Kind.WORD)
    stem = token.lower.partition("'")[0]  # of "we've"
    return token.kind is not Kind.WORD or stem in BOUNDARIES or stem in _NUMBER_WORDS


def head_noun(tokens: list[Token], index: int, form: NounForm) -> CountedNoun:
    """The head of the noun phrase that starts at `index`, adjectives and participles passed over.

    A plural head is the last of the first run of plurals, and a phrase without one has no head. A singular head is
    the last word of the phrase that does not look like a verb ("one person remains" counts a person).
    """
    if lower_at(tokens, index) in NOMINAL_ADJECTIVES and not _plural_ahead(tokens, index + 1):
        return CountedNoun(tokens[index].lower, index + 1)
    run = _run(tokens, index)
    plurals = [at for at in run if _is_plural_noun(tokens, at)]
    if plurals and (form is not NounForm.SINGULAR or (plurals[0] == run[0] and len(_without_verbs(tokens, run)) == 1)):
        head = plurals[0]
        while head + 1 in plurals:
            head += 1
        return CountedNoun(_compounded(tokens, head, singular(tokens[head].lower.removesuffix("'"))), head + 1)
    nouns = _without_verbs(tokens, run)
    if form is NounForm.PLURAL or not nouns or _is_no_noun(tokens, nouns[-1]):
        return CountedNoun(None, index)
    return CountedNoun(tokens[nouns[-1]].lower.split("'")[0], nouns[-1] + 1)


def _compounded(tokens: list[Token], index: int, noun: str) -> str:
    """ "break-in" for the "in" of "break-ins"; all other nouns as they are."""
    if noun not in _PARTICLES or lower_at(tokens, index - 1) not in HYPHENS:
        return noun
    return f"{tokens[index - 2].lower}-{noun}"


def _is_no_noun(tokens: list[Token], index: int) -> bool:
    """True for adverbs and past forms ("one reported"), and for the "surfing" of "half of those surfing"."""
    word = lower_at(tokens, index)
    past = word.endswith("ed") and not word.endswith("eed") and len(word) > 4
    return (
        past
        or word in {"more", "less", "fewer", "other"}
        or word.endswith("ly")
        or (word.endswith("ing") and lower_at(tokens, index - 1) in {"those", "these"})
    )


def after_determiners(tokens: list[Token], index: int) -> int:
    """The index after "the", "its", "all the" and the like."""
    while lower_at(tokens, index) in _DETERMINERS:
        index += 1
    return index


def _run(tokens: list[Token], index: int) -> list[int]:
    run: list[int] = []
    at = index
    while at < index + 2 * MOST_WORDS and len(run) < MOST_WORDS and not is_boundary(tokens, at):
        if tokens[at].kind is Kind.WORD:
            run.append(at)
        possessive = tokens[at].lower.endswith("s'")
        at += 1
        if possessive:
            break
    return run


def _plural_ahead(tokens: list[Token], index: int) -> bool:
    return any(_is_plural_noun(tokens, at) for at in _run(tokens, index)[:2])


def _is_plural_noun(tokens: list[Token], index: int) -> bool:
    word = lower_at(tokens, index).removesuffix("'")
    modifier = lower_at(tokens, index + 1) in HYPHENS and not is_boundary(tokens, index + 1)
    return is_plural(word) and not modifier


def _without_verbs(tokens: list[Token], run: list[int]) -> list[int]:
    nouns = list(run)
    while len(nouns) > 1 and (
        tokens[nouns[-1]].lower.endswith(("ed", "ing", "ly")) or _is_plural_noun(tokens, nouns[-1])
    ):
        nouns.pop()
    return nouns
