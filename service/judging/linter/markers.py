"""Words by which a sentence keeps a statement with somebody, and an allegation, a plan or a denial what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from schemas.claims import Factuality
from service.text.names.model import word_set

REGULAR_REPORTING = (
    "accuse acknowledge add admit affirm allege announce argue assert attribute believe blame boast call caution "
    "claim comment complain conclude concede condemn confirm contend criticise criticize declare demand "
    "denounce describe deny disclose dismiss emphasise emphasize estimate explain express forecast hint "
    "imply indicate inform insist maintain mention note pledge point praise predict promise recall "
    "reiterate reject relate remark repeat reply report respond reveal stress suggest suspect testify "
    "threaten underline urge vow warn welcome"
)
"""Verbs of saying that inflect by rule."""

IRREGULAR_REPORTING = (
    "say says said saying",
    "tell tells told telling",
    "state states stated stating",
    "write writes wrote written writing",
    "quote quotes quoted quoting",
    "cite cites cited citing",
    "speak speaks spoke spoken speaking",
    "think thinks thought",
    "expect expects expected expecting",
)

REPORTING_PHRASES = ("according to", "in a statement", "in the words of", "by the account of", "in the view of")
_PUTS_AT = re.compile(r"\b(?:puts?|putting|places?|placed|placing) [^.;]*\bat\b")
"""Speakers "put the toll at 14": one word of it says nothing of who speaks."""

FACTIVE_VERBS = "acknowledge admit confirm disclose reveal"
"""Who "confirms" tells a fact: these verbs keep the speaker and lose the allegation."""

HEARSAY_PARTICIPLES = word_set(
    "said reported alleged believed thought understood accused suspected claimed estimated rumoured rumored"
)
"""With a form of "to be" they keep a statement with somebody who is not named."""

HEARSAY_ADVERBS = word_set("reportedly allegedly purportedly supposedly")
"""They stand for a passive of saying: "reportedly" is "is reported to"."""

UNCERTAIN = "accuse allege believe charge claim suspect suggest estimate appear seem deny"
UNCERTAIN_WORDS = (
    "may might could possibly perhaps probably likely apparently allegation allegations accusation accusations "
    "suspicion suspicions charges whether if said says say saying possible unconfirmed thought"
)
PLANNED = (
    "plan intend hope want aim seek try propose offer consider prepare pledge promise vow agree expect schedule ask "
    "invite order threaten envisage design discuss request"
)
PLANNED_WORDS = "will would shall should due ready future upcoming possible prospective may might could sought"
DENIED = "deny reject dismiss refute dispute contradict rebut disavow refuse"
DENIED_WORDS = "not no never none nobody nothing neither nor without cannot denial denials false untrue baseless"

_WORD = re.compile(r"\w+(?:[’']\w+)?")
_DOUBLING = {"admit": "admitt", "plan": "plann"}
_NAMES_TOO = word_set("May Will")
_PASSIVE_FORMS = word_set("is are was were be been being")
_NO_VERBS = word_set("""
    a an the his her its their our my your this that these those it them him us me you which whom what each both all any
    one two three at by in on of for from with
""")


def inflected(verbs: str) -> frozenset[str]:
    """The forms of regular verbs.

    >>> sorted(inflected("deny"))
    ['denied', 'denies', 'deny', 'denying']
    """
    forms: set[str] = set()
    for verb in verbs.split():
        stem = _DOUBLING.get(verb, verb)
        if verb.endswith("e"):
            forms |= {verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"}
        elif verb.endswith("y") and verb[-2] not in "aeou":
            forms |= {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
        elif verb.endswith(("s", "sh", "ch")):
            forms |= {verb, f"{verb}es", f"{verb}ed", f"{verb}ing"}
        else:
            forms |= {verb, f"{verb}s", f"{stem}ed", f"{stem}ing"}
    return frozenset(forms)


REPORTING = inflected(REGULAR_REPORTING) | word_set(" ".join(IRREGULAR_REPORTING))
FACTIVE = inflected(FACTIVE_VERBS)
UNCERTAIN_FORMS = inflected(UNCERTAIN) | HEARSAY_ADVERBS | word_set(UNCERTAIN_WORDS)
PLANNED_FORMS = inflected(PLANNED) | word_set(PLANNED_WORDS)
DENIED_FORMS = inflected(DENIED) | word_set(DENIED_WORDS)


def reports(text: str, *, apart_from: frozenset[str] = frozenset()) -> bool:
    """True if a word of reporting stands in the text. Capitalised words are names ("United States")."""
    phrased = any(phrase in text.casefold() for phrase in REPORTING_PHRASES) or _PUTS_AT.search(text)
    return bool(phrased or (REPORTING - apart_from) & set(_lower_words(text)))


def reports_without_subject(text: str) -> bool:
    """True for "were said to" and "is widely believed to", and for "reportedly": somebody is known to have said it."""
    words = _words(text)
    passive = any(
        word in HEARSAY_PARTICIPLES and _PASSIVE_FORMS & set(words[max(at - 2, 0) : at])
        for at, word in enumerate(words)
    )
    return passive or bool(HEARSAY_ADVERBS & set(words))


def marks(text: str, factuality: Factuality) -> bool:
    """True if the text has a word for the sense in which a claim of this kind is made."""
    words = set(_words(text))
    match factuality:
        case Factuality.ALLEGED | Factuality.POSSIBLE:
            return bool(words & UNCERTAIN_FORMS) or "according to" in text.casefold()
        case Factuality.PLANNED:
            return bool(words & PLANNED_FORMS) or has_infinitive(text)
        case Factuality.DENIED:
            return bool(words & DENIED_FORMS) or any(word.endswith("n't") for word in words)
        case Factuality.ASSERTED:
            return True


def marks_as_said(text: str) -> bool:
    """True if a word of reporting leaves open whether what is said is so."""
    return reports(text, apart_from=FACTIVE)


def has_infinitive(text: str) -> bool:
    """True for "to" before a verb. Verbs in this form are in lower case and have no "s" of a plural.

    >>> has_infinitive("The grain is to go to Lindow."), has_infinitive("They sold the grain to rebels in Lindow.")
    (True, False)
    """
    words = _WORD.findall(text)
    return any(
        first == "to" and word.islower() and word not in _NO_VERBS and (word.endswith("ss") or not word.endswith("s"))
        for first, word in pairwise(words)
    )


def _words(text: str) -> list[str]:
    """The words in lower case. "May" and "Will" are a month and a man, not signs of doubt or of a plan."""
    words = [word.replace("’", "'") for word in _WORD.findall(text)]
    return [word if word in _NAMES_TOO else word.casefold() for word in words]


def _lower_words(text: str) -> Iterable[str]:
    return (word for word in _WORD.findall(text) if word.islower())
