"""Did a wording drop or add a negation, or tell as fact what its source only holds possible, planned or alleged?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from service.text.alignment.lexicon import FUNCTION_WORDS
from service.text.inflection import IRREGULAR, Token, stem_of, tokens_of
from service.text.names.model import word_set

_NEXT_WORD_REACH = 5
_AFTER_REACH = 8
"""In words: how far after a noun its negation may stand ("no deal was reached", "the deal was not reached")."""


class Cues(NamedTuple):
    """Words that open the same kind of doubt. `then_to` are those that do so only before "to"."""

    words: frozenset[str]
    then_to: frozenset[str]
    shields: frozenset[str]
    """Stems of whatever else says so: near one of them a word is not plainly told."""


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in words.split())


_NEGATING = "not no never cannot nor neither none nobody nothing nowhere without"
NEGATION = Cues(
    words=word_set("not no never cannot"),
    then_to=word_set("yet fail fails failed failing refuse refuses refused refusing decline declines declined"),
    shields=_stems(
        _NEGATING + " yet hardly barely scarcely few little deny denial fail failure refuse decline reject dismiss "
        "rule rebuff prevent stop block ban bar avoid unable lack absence absent false untrue doubt dispute halt "
        "instead rather far forbid prohibit outlaw contradict refute disprove avert thwart oppose "
        "forgo unlikely impossible zero"
    ),
)
POSSIBILITY = Cues(
    words=word_set("may might could would allegedly reportedly possibly perhaps probably presumably apparently"),
    then_to=word_set("""
    plan plans planned planning expect expects expected likely hope hopes hoped hoping want wants wanted intend intends
    intended aim aims aimed aiming seek seeks sought seeking threaten threatens threatened threatening prepare prepares
    preparing agree agreed vow vows vowed pledge pledged promise promised propose proposed try tries tried trying
    attempt attempts attempted attempting set due poised ready considering believed thought suspected alleged said
    """),
    shields=_stems("""
    may might could would can should must will shall to if whether unless any allegedly reportedly possibly perhaps
    probably presumably apparently plan intend intention aim seek bid want hope expect expectation consider weigh mull
    propose proposal prepare likely unlikely possible possibility probable chance risk threat threaten fear warn
    potential potentially
    allege allegation accuse accusation suspect suspicion charge rumour rumor
    claim believe think feel suggest assume estimate
    try attempt effort vow pledge promise agree appear seem about for
    """),
)
_DENIALS = _stems("deny denial reject dismiss refute rebuff dispute false untrue unfounded baseless")
_REPORTED = word_set("allegedly reportedly believed thought suspected alleged said")
_TOLD_BY = _stems("say tell according report state accuse allege charge reveal")
_BETWEEN = word_set("""
have has had having be been being is are was were am do does did get got even ever also still yet to any a an the its
his her their our my your such immediately
""")
_PRONOUNS = word_set("i you he she it we they one who that this")
_NO_NEGATION = word_set("""
only just merely simply least all every everyone everything always necessarily entirely fully completely wholly both
longer later fewer less more doubt matter sooner because enough much many
""")
_TURNS = word_set("until till unless before without but than except")
"""After these a negation holds in part: "will not open before June" says that it may open."""
_SAYS_LITTLE = _stems("""
have make do go come get take give see say tell know think believe want need seem appear let put keep call use be like
""")
_BEFORE_NOUNS = word_set("""
a an the its his her their our my your this that these those of for in on at by with from into over under against
about between during some no any more
""")
_LIGHT = FUNCTION_WORDS | _BEFORE_NOUNS


class _Cued(NamedTuple):
    """A cue and the content word that it bears on."""

    told: str
    stem: str
    about_noun: bool
    reported: bool


def changed_modality(text: str, sources: Sequence[str]) -> list[str]:
    """The cues (as "not confirm") by which `text` differs from what the sources say in so many words.

    Told are a content word that one side negates and the other plainly affirms, and one that a source only holds
    possible, planned or alleged and that `text` tells as fact. Another wording of the denial is no difference.

    >>> changed_modality("The ministry confirmed it.", ["The ministry did not confirm it."])
    ['not confirm']
    """
    return list(dict.fromkeys((*changed_negation(text, sources), *changed_certainty(text, sources))))


def changed_negation(text: str, sources: Sequence[str]) -> list[str]:
    """As `changed_modality`: the negations only that `text` dropped or added."""
    dropped = [cued.told for source in sources for cued in _negated(source) if _turned(cued, [text], sources)]
    added = [cued.told for cued in _negated(text) if _turned(cued, sources, [text])]
    return list(dict.fromkeys((*dropped, *added)))


def changed_certainty(text: str, sources: Sequence[str]) -> list[str]:
    """As `changed_modality`: only what the sources hold possible, planned or alleged and `text` tells as fact."""
    words = {token.stem for token in tokens_of(text)}
    changed = []
    for source in sources:
        for cued in _cued(tokens_of(source), POSSIBILITY):
            if cued.reported and words & _TOLD_BY:
                continue
            here = list(_plainly(cued, text, inflected=True))
            elsewhere = [plain for other in sources for plain in _plainly(cued, other)]
            if here and all(here) and not any(elsewhere):
                changed.append(cued.told)
    return list(dict.fromkeys(changed))


def _turned(cued: _Cued, affirming: Sequence[str], negating: Sequence[str]) -> bool:
    """True if one side only affirms the word, and the other never does."""
    affirmed = [plain for text in affirming for plain in _plainly(cued, text)]
    return bool(affirmed) and all(affirmed) and not any(plain for text in negating for plain in _plainly(cued, text))


def _negated(text: str) -> Iterator[_Cued]:
    tokens = tokens_of(text)
    yield from _cued(tokens, NEGATION)
    for at, token in enumerate(tokens):
        if token.stem == "deny" and (verb := _denied_verb(tokens, at)):
            yield _Cued(f"{token.word} {verb.word}", verb.stem, about_noun=False, reported=False)


def _cued(tokens: Sequence[Token], cues: Cues) -> Iterator[_Cued]:
    for at, token in enumerate(tokens):
        following = tokens[at + 1].word if at + 1 < len(tokens) else ""
        negates = cues is NEGATION and token.word.endswith("n't")
        if not (negates or token.word in cues.words or (token.word in cues.then_to and following == "to")):
            continue
        if cues is NEGATION and _is_half_negation(tokens, at):
            continue
        bears_on = _next_content(tokens, at)
        if bears_on:
            about_noun = token.word == "no"
            yield _Cued(f"{token.word} {bears_on.word}", bears_on.stem, about_noun, token.word in _REPORTED)


def _is_half_negation(tokens: Sequence[Token], at: int) -> bool:
    """ "not only", "no longer", "or not", "not ... until": the word after it is not plainly denied."""
    before = tokens[at - 1].word if at else ""
    if before in ("or", "if", "whether", "why") or (tokens[at + 1 : at + 2] and tokens[at + 1].word in _NO_NEGATION):
        return True
    return any(token.word in _TURNS for token in _clause_after(tokens, at))


def _clause_after(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    for token in tokens[at + 1 : at + 1 + 2 * _AFTER_REACH]:
        if token.mark:
            return
        yield token


def _next_content(tokens: Sequence[Token], at: int) -> Token | None:
    """The content word that follows a cue, past auxiliaries and adverbs; None where it is a name or says little."""
    for token in tokens[at + 1 : at + 1 + _NEXT_WORD_REACH]:
        if token.mark or token.word in _PRONOUNS or token.capital or token.word in _NO_NEGATION:
            return None
        if token.word in _BETWEEN or token.word.endswith("ly"):
            continue
        is_light = (
            token.word in FUNCTION_WORDS | _BEFORE_NOUNS or token.stem in _SAYS_LITTLE or not token.word.isalpha()
        )
        return None if is_light else token
    return None


def _denied_verb(tokens: Sequence[Token], at: int) -> Token | None:
    """The verb of "denied selling", "denied that it had sold"; None for "denied the charges"."""
    after = list(_clause_after(tokens, at))[:_NEXT_WORD_REACH]
    for place, token in enumerate(after):
        if token.word in ("having", "being") or token.word in _PRONOUNS:
            return _next_content(tokens, at + 1 + place) if token.word != "that" else _denied_verb(tokens, at + 1)
        return token if token.word.endswith("ing") and token.stem not in _SAYS_LITTLE else None
    return None


def _plainly(cued: _Cued, text: str, *, inflected: bool = False) -> Iterator[bool]:
    """For every place of the word in a text, whether it is told there without negation, doubt or plan.

    With `inflected`, a bare form ("support") is not plainly told, for it may be a noun.
    """
    tokens = tokens_of(text)
    for at, token in enumerate(tokens):
        if token.stem != cued.stem:
            continue
        is_noun = not cued.about_noun and at > 0 and tokens[at - 1].word in _BEFORE_NOUNS
        is_bare = inflected and not (token.word in IRREGULAR or token.word.endswith(("ed", "ing", "s")))
        negated_after = cued.about_noun and _negated_after(tokens, at)
        yield not (is_noun or is_bare or negated_after or _is_shielded(tokens, at) or _is_denied_after(tokens, at))


def _is_shielded(tokens: Sequence[Token], at: int) -> bool:
    for place in range(at - 1, -1, -1):
        if tokens[place + 1].opens_sentence or tokens[place].word == "but":
            return False
        before = tokens[place]
        if before.stem in NEGATION.shields | POSSIBILITY.shields or before.word.endswith("n't"):
            return True
    return False


def _negated_after(tokens: Sequence[Token], at: int) -> bool:
    after = list(_clause_after(tokens, at))[:_AFTER_REACH]
    return any(token.stem in NEGATION.shields or token.word.endswith("n't") for token in after)


def _is_denied_after(tokens: Sequence[Token], at: int) -> bool:
    """ "Charges that it armed rebels were denied": the denial follows what it denies."""
    for token in tokens[at + 1 :]:
        if token.opens_sentence:
            return False
        if token.stem in _DENIALS:
            return True
    return False
