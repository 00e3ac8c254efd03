"""Verbs of saying and what stands at them: the day on which something was told, and who told it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from service.text.inflection import Token, stem_of, tokens_of
from service.text.names import find_names, same_person
from service.text.names.kinds import Kind, kind_of
from service.text.names.model import word_set
from service.text.names.titles import COURTESIES, OFFICES

SAYING_VERBS = word_set("""
say tell state add announce claim report warn confirm explain write note declare insist argue stress reveal disclose
acknowledge admit allege assert reiterate repeat remark respond reply comment testify tweet post estimate predict
conclude maintain recall suggest emphasise emphasize accord
""")
"""Base forms; every inflection counts. "accord" stands for "according to"."""
SAYING_STEMS = frozenset(stem_of(verb) for verb in SAYING_VERBS)
_MAY_LIE_BETWEEN = word_set("""
a an the his her its their this that's our us them him
reporters reporter journalists journalist lawmakers legislators senators parliament congress newspaper newspapers
television radio broadcaster broadcasters agency station channel viewers supporters investors analysts deputies
audience crowd hearing
news press media joint daily weekly regular separate short brief written live public official televised
conference statement briefing interview speech address post tweet letter report release message call note memo
late early earlier later again also separately there here afterwards only first
on in at to during by with from via of morning afternoon evening night
""")
"""What may part a verb of saying from its date: hearers, the occasion, the time of day."""
_BEFORE_DATE = word_set("late early earlier later on in at by only just")
_LENGTHS = word_set("between from since during until till throughout for over before after through")
"""A time that opens with one of these has a length, and nobody speaks for that long."""
_DAYS = word_set("""
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun today yesterday tonight
""")
_SUBJECT_REACH = 4
"""Words that a short subject may have between a date and its verb ("On Monday the port's chief said")."""
_PRONOUNS = word_set("i he she it we they you who")


class _Place(NamedTuple):
    start: int
    end: int


def stands_at_a_telling(when: str, context: str, event_verb: str = "") -> bool:
    """True if the words of a date stand once in the context, and there at a verb of saying other than `event_verb`."""
    tokens = tokens_of(context)
    dated = [token.word for token in tokens_of(when)]
    places = [
        _Place(at, at + len(dated))
        for at in range(len(tokens) - len(dated) + 1)
        if [token.word for token in tokens[at : at + len(dated)]] == dated
    ]
    if not dated or len(places) != 1 or dated[0] in _LENGTHS or f"{when}’s" in context or f"{when}'s" in context:
        return False
    event = {token.stem for token in tokens_of(event_verb)}
    verb = _verb_before(tokens, places[0]) or _verb_after(tokens, places[0])
    return verb is not None and verb.stem not in event


def _verb_before(tokens: Sequence[Token], date: _Place) -> Token | None:
    """The verb of saying that a date follows within its clause: "told the BBC in Lima late on Monday"."""
    if tokens[date.start].mark:
        return None
    between: list[Token] = []
    for at in range(date.start - 1, -1, -1):
        token = tokens[at]
        if token.stem in SAYING_STEMS and not _is_noun(tokens, at):
            tells = token.stem == stem_of("tell")
            turned_round = bool(token.mark) or at == 0
            fits = all(_may_lie_between(each, between, names=tells or turned_round) for each in between)
            return token if fits and not any(each.word == "that" for each in between) else None
        between.insert(0, token)
        if token.mark:
            return None
    return None


def _may_lie_between(token: Token, between: Sequence[Token], *, names: bool) -> bool:
    """A word of the list; a name after "told", after a turned-round "said", or of the place ("said in Lima")."""
    if token.word in _MAY_LIE_BETWEEN:
        return True
    at = between.index(token)
    in_place = at > 0 and (between[at - 1].word in ("in", "at", "from") or between[at - 1].capital)
    return (token.capital and (names or in_place)) or (names and token.word in OFFICES.words | COURTESIES.words)


def _verb_after(tokens: Sequence[Token], date: _Place) -> Token | None:
    """The verb of saying that a date stands before: "On Monday the mayor said", "the mayor on Monday said"."""
    after = tokens[date.end : date.end + _SUBJECT_REACH + 1]
    if after and not after[0].mark and after[0].stem in SAYING_STEMS:
        return after[0]
    first = date.start
    while first and not tokens[first].mark and tokens[first - 1].word in _BEFORE_DATE:
        first -= 1
    if first and not tokens[first].mark:
        return None
    for place, token in enumerate(after):
        if token.mark and (place or token.mark != ","):
            return None
        if token.stem in SAYING_STEMS and place:
            following = tokens[date.end + place + 1 : date.end + place + 2]
            inserted = bool(following) and following[0].mark == ","
            on_a_day = any(each.word in _DAYS or each.word.isdigit() for each in tokens[date.start : date.end])
            return None if inserted or (after[0].mark and not on_a_day) else token
    return None


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """ "in a report on Monday", "a written note": what was told, not the telling."""
    return at > 0 and not tokens[at].mark and tokens[at - 1].word in _MAY_LIE_BETWEEN - {"also", "later", "earlier"}


def names_another_speaker(speaker: str, context: str) -> str | None:
    """The person whom the context names at a verb of saying, if all such are people other than `speaker`.

    None where `speaker` may be meant after all: a word of the name stands in the context, a pronoun or an office
    stands at a verb of saying, or it cannot be told whether two names are one person's.
    """
    if kind_of(speaker) is not Kind.PERSON or {token.word for token in tokens_of(speaker)} & {
        token.word for token in tokens_of(context)
    }:
        return None
    tokens = tokens_of(context)
    verbs = [at for at, token in enumerate(tokens) if token.stem in SAYING_STEMS and not _is_noun(tokens, at)]
    people = [found.surface for found in find_names(context) if kind_of(found.surface) is Kind.PERSON]
    named: list[str] = []
    for at in verbs:
        beside = [person for person in people if _adjoins([token.word for token in tokens_of(person)], tokens, at)]
        if not beside:
            return None
        named += beside
    return named[0] if named and all(same_person(speaker, other).same is False for other in named) else None


def _adjoins(name: Sequence[str], tokens: Sequence[Token], at: int) -> bool:
    return any([token.word for token in piece] == list(name) for piece in _beside(tokens, at, len(name)))


def _beside(tokens: Sequence[Token], at: int, length: int) -> Iterator[Sequence[Token]]:
    """The words directly before and directly after a verb, with no punctuation between."""
    if at >= length and not tokens[at].mark:
        yield tokens[at - length : at]
    after = tokens[at + 1 : at + 1 + length]
    if after and not any(token.mark for token in after):
        yield after
