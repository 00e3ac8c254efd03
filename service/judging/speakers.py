"""What the words for a speaker give away: a name, a general word that could be anybody, an institution spoken for."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from service.text.names import fold_demonym
from service.text.names.common_words import FUNCTION_OPENERS
from service.text.names.kinds import Kind, kind_of
from service.text.names.model import word_set
from service.text.names.organisation_parts import read_organisation
from service.text.names.organisation_words import HEADS
from service.text.names.titles import OFFICES, OPENING_OFFICES, PORTFOLIOS

_CACHED_SPEAKERS = 8192


class Standing(StrEnum):
    """For whom somebody speaks who is called by a general word."""

    SPOKESPERSON = "spokesperson"
    """For whatever is named with it."""
    OFFICE = "office"
    """Perhaps for the institution named with it, perhaps behind its back."""
    ANYBODY = "anybody"
    """For nobody but themselves."""
    BODY = "body"
    """It is itself the institution, once a place or a name says which."""


class GeneralWords(NamedTuple):
    """Nouns, in the singular, that say what a speaker is and not who; `example` is read with that standing."""

    standing: Standing
    words: frozenset[str]
    example: str


GENERAL_WORDS = (
    GeneralWords(
        Standing.SPOKESPERSON,
        word_set("spokesman spokeswoman spokesperson spokespeople statement communique release document report memo"),
        "a spokesman for the harbour",
    ),
    GeneralWords(
        Standing.OFFICE,
        word_set("""
    official authority administrator president minister premier chancellor secretary undersecretary governor mayor
    leader leadership chairman chairwoman chairperson chair chief head director commissioner coordinator ambassador
    envoy commander officer officeholder bureaucrat prosecutor ceo cfo executive negotiator deputy adviser advisor aide
    staffer delegate
    """),
        "two senior officials",
    ),
    GeneralWords(
        Standing.BODY,
        word_set("""
    police army military navy government ministry department agency council court parliament company firm bank
    hospital university embassy administration cabinet party union group organisation organization team office
    coastguard guard operator regulator airline
    """),
        "local police",
    ),
    GeneralWords(
        Standing.ANYBODY,
        OFFICES.words
        | word_set("""
    source insider informant whistleblower person people man men woman women child student worker employee staff
    colleague friend neighbour neighbor relative family parent mother father witness eyewitness bystander passer-by
    onlooker survivor victim passenger driver local villager resident protester soldier troop fighter rebel militant
    veteran doctor doctors medic nurse rescuer firefighter media press outlet newspaper blogger observer professor
    academic pundit critic supporter member figure contact specialist scholar teacher farmer fisherman trader investor
    he she they it we you i someone somebody others many some
    """),
        "three people briefed on the talks",
    ),
)
_STANDING_OF = {word: row.standing for row in reversed(GENERAL_WORDS) for word in row.words}

_DETERMINERS = FUNCTION_OPENERS | word_set("a an")
_RANKING = OPENING_OFFICES.words | word_set("""
    senior junior top high-ranking high-level ranking leading key current retired serving unnamed anonymous unidentified
    independent several various other many some
    """)
# Capitals in these come from a proper name ("National Guard") or say a direction ("Western"), never who it is.
_DESCRIBING = _RANKING | word_set("""
    local regional national international foreign domestic western eastern northern southern central european asian
    african arab latin nordic baltic gulf official public private state federal military civil civilian security
    political diplomatic medical legal technical young old new veteran
    """)
_LINKS = word_set("of for at from with in on to by near inside within outside among about")
_NAMING_LINKS = word_set("for at of from with")
_MODIFYING = word_set("who whom whose that which familiar briefed close speaking involved present quoted cited")


class SpeakerPhrase(NamedTuple):
    """`standing` is that of the general word, None where the words are a name alone; `named` if a name goes with it."""

    standing: Standing | None
    named: bool
    institution: str | None
    """The name that stands where an institution would: "a Treasury spokesman", "an official at the Treasury"."""


def is_unnamed(speaker: str) -> bool:
    """True where nothing says who it is: "a senior US official", "the minister", "local police", "he".

    >>> is_unnamed("two Treasury officials"), is_unnamed("Treasury official Ann Lee"), is_unnamed("Varna police")
    (True, False, False)
    """
    phrase = read_speaker(speaker)
    return phrase.standing is not None and not phrase.named


@lru_cache(maxsize=_CACHED_SPEAKERS)
def read_speaker(speaker: str) -> SpeakerPhrase:
    """Take the words for a speaker apart. Where they fit no pattern they are a name, without an institution."""
    first, *others = [part.strip() for part in speaker.replace("(", ",").replace(")", "").split(",")]
    words = first.split()
    end = _end_of_noun(words)
    at = _general_word(words[:end])
    if at is None:
        held = [read_speaker(other).institution for other in others[:1]]
        return SpeakerPhrase(None, named=True, institution=held[0] if held else None)
    standing = _standing(words[at])
    if standing is Standing.BODY:
        return SpeakerPhrase(standing, named=_names_body(words, at), institution=None)
    named = any(_has_capital(word) for word in words[at + 1 : end]) or _opens_with_person(words[:at])
    if others and end == len(words) and kind_of(others[0]) is Kind.PERSON and others[0][:1].isupper():
        named = True
    if standing is Standing.ANYBODY or any(word.lower() in {"former", "ex"} for word in words[:at]):
        return SpeakerPhrase(standing, named, None)
    if standing is Standing.OFFICE and _portfolio_then_name(words[end:]):
        return SpeakerPhrase(standing, named=True, institution=_name_in(words[:at]))
    after_link = words[end + 1 :] if end < len(words) and words[end].lower() in _NAMING_LINKS else []
    tail = after_link[: _end_of_noun(after_link)]
    return SpeakerPhrase(standing, named, _name_in(words[:at]) or _name_in(tail))


def _standing(word: str) -> Standing | None:
    plain = word.strip(".;:\"“”'’").removesuffix("'s").removesuffix("’s")
    if len(plain) > 1 and plain.isupper():
        return None
    plain = plain.lower().removeprefix("ex-").removeprefix("vice-").removeprefix("co-")
    singular = [plain, plain.removesuffix("s"), plain.removesuffix("es")]
    if plain.endswith("ies"):
        singular.append(f"{plain[:-3]}y")
    if plain.endswith("men"):
        singular.append(f"{plain[:-3]}man")
    return next((_STANDING_OF[form] for form in singular if form in _STANDING_OF), None)


def _has_capital(word: str) -> bool:
    return any(letter.isupper() for letter in word)


def _end_of_noun(words: list[str]) -> int:
    """Where what follows the noun begins ("people | briefed on it"); an "of" in a name does not."""
    for at, word in enumerate(words):
        if at and word.lower() in _MODIFYING:
            return at
        if at and word in _LINKS and not (word in {"of", "for"} and _links_name(words, at)):
            return at
    return len(words)


def _links_name(words: list[str], at: int) -> bool:
    rest = [word for word in words[at + 1 :] if word != "the"]
    before = words[at - 1]
    inside = _has_capital(before) and _standing(before) in (None, Standing.BODY)
    return inside and bool(rest) and _has_capital(rest[0])


def _general_word(words: list[str]) -> int | None:
    """The last general word that is no part of a name: "Bishop" is one in "the Bishop", none in "Julie Bishop"."""
    for at in range(len(words) - 1, -1, -1):
        standing = _standing(words[at])
        if standing and (at == 0 or not _has_capital(words[at]) or _is_common(words[:at], standing)):
            return at
    return None


def _is_common(before: list[str], standing: Standing) -> bool:
    """Whether a capitalised general word stays one after these words: "The Government", "US Official"."""
    if standing is Standing.BODY:
        return all(word.lower() in _DETERMINERS for word in before)
    describing = _DETERMINERS | _DESCRIBING | PORTFOLIOS.words | OFFICES.words
    organisation = read_organisation(" ".join(before))
    if organisation and organisation.known:
        return True
    return all(word.lower() in describing or fold_demonym(word) for word in before)


def _names_body(words: list[str], at: int) -> bool:
    """A place or a name goes with the body: "Varna police", "police in Varna", "Ministry of Defence"."""
    general = _DETERMINERS | _DESCRIBING
    opens_general = words[0].lower() in general
    return any(
        _has_capital(word) for place, word in enumerate(words) if place != at and not (place == 0 and opens_general)
    )


def _opens_with_person(words: list[str]) -> bool:
    """Ann Lee in "Ann Lee and two officials"."""
    return "and" in words and kind_of(" ".join(words[: words.index("and")])) is Kind.PERSON and words[0].istitle()


def _portfolio_then_name(tail: list[str]) -> bool:
    """True for "of State Ann Lee", "for Health Ann Lee": behind the portfolio stands who holds it."""
    if len(tail) < 3 or tail[0].lower() not in {"of", "for"} or tail[1].lower() not in PORTFOLIOS.words:
        return False
    rest = tail[1 : 1 + _end_of_noun(tail[1:])]
    return any(_has_capital(word) and word.lower() not in PORTFOLIOS.words for word in rest)


def _name_in(words: list[str]) -> str | None:
    """The first name in capitals, with a body after it: "Iranian foreign ministry" in "an Iranian foreign ministry"."""
    start = next((at for at, word in enumerate(words) if _opens_name(word)), None)
    if start is None:
        return None
    run = start + 1
    while run < len(words) and (_has_capital(words[run]) or (words[run] in {"of", "for", "the", "and"})):
        run += 1
    while not _has_capital(words[run - 1]):
        run -= 1
    has_body = _standing(words[-1]) is Standing.BODY or words[-1].lower() in HEADS
    found = " ".join(words[start:] if has_body else words[start:run]).removesuffix("'s").removesuffix("’s")
    organisation = read_organisation(found)
    if organisation is None or len(organisation.countries) > 1:  # "Israeli and American officials"
        return None
    if organisation.known:
        return found
    if organisation.countries and all(word in PORTFOLIOS.words for word in organisation.core):
        return words[start].removesuffix("'s").removesuffix("’s")  # "Russian Foreign Minister"
    return None if found.lower() in HEADS | PORTFOLIOS.words | _DESCRIBING else found


def _opens_name(word: str) -> bool:
    """In capitals, and no word that merely opens the phrase; "US" is a name though "us" is none."""
    if not _has_capital(word):
        return False
    if len(word) > 1 and word.isupper():
        return True
    return word.lower() not in _DETERMINERS | _RANKING
