"""What one text mentions and another holds: the questions behind grounding and behind the summary's linter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from schemas.values import TimeValue
from service.text.alignment.lexicon import FUNCTION_WORDS
from service.text.alignment.words import fold
from service.text.dates import find_times
from service.text.inflection import tokens_of
from service.text.names import find_names, fold_demonym, same_name
from service.text.names.kinds import Kind, kind_of
from service.text.quantities import find_numbers
from service.text.relations import weekday_of
from service.text.sayings import SAYING_STEMS, stands_at_a_telling
from service.text.sentences import quotations
from service.text.telling import MONTHS, WEEKDAYS

_WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
_APOSTROPHES = str.maketrans("’‘`´", "''''")
NEGATIONS = frozenset(("no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"))
CARRYING_SHARE = 3
"""A quotation has a third of the content words of what it is quoted for, or at least as many words of its own."""
_SMALL_TIME_WORDS = frozenset(
    ("in", "on", "at", "of", "the", "by", "for", "during", "over", "from", "within", "a", "an")
)
_CALENDAR = frozenset(name.casefold() for name in (*WEEKDAYS, *MONTHS))
CACHED_TEXTS = 4096
"""An article is asked about once for each of its claims; what it holds is worked out once."""


@lru_cache(maxsize=CACHED_TEXTS)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded for comparison: case, accents, apostrophes, possessives and abbreviating dots.

    >>> words_of("The U.N’s envoy")
    ('the', 'un', 'envoy')
    """
    folded = (fold(match.group()) for match in _WORD.finditer(text))
    return tuple(word.removesuffix("'s").replace(".", "") for word in folded)


@lru_cache(maxsize=CACHED_TEXTS)
def _places_of_words(text: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words_of(text)):
        places.setdefault(word, []).append(at)
    return places


@lru_cache(maxsize=CACHED_TEXTS)
def _numbers_of(text: str) -> frozenset[float]:
    return frozenset(mention.value for mention in find_numbers(text))


@lru_cache(maxsize=CACHED_TEXTS)
def _names_of(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.surface for mention in find_names(text)))


def contains_words(text: str, phrase: str) -> bool:
    """True if the words of `phrase` stand in `text` in a row."""
    return bool(_places(text, words_of(phrase)))


def names_in(text: str, name: str) -> bool:
    """True if a text names somebody: every word of a title or an office stands in it ("Treasury secretary", in parts).

    The words of a person's own name stand in one mention, or a mention has another form of the name: "John Smith" is
    not in "John Miller met Ann Smith".
    """
    held = _places_of_words(text)
    wanted = words_of(name)
    people = _people_of(name)
    if not wanted or not all(_holds_person(text, person) for person in people):
        return False
    spoken_for = {word for person in people for word in words_of(person)}
    return all(word in held for word in wanted if word not in spoken_for)


def person_of(name: str) -> str | None:
    """The person's own name, of two words or more, in a name with titles.

    >>> person_of("port chief Ann Lee")
    'Ann Lee'
    """
    return next(iter(_people_of(name)), None)


def quoted_words(text: str) -> str:
    """What stands in quotation marks in a text, its pieces joined; the whole text if nothing does.

    >>> quoted_words("“We stay,” she said, “and fight.”")
    'We stay, and fight.'
    """
    return " ".join(text[span.start : span.end] for span in quotations(text)) or text


def negations_of(text: str) -> int:
    """How many words of a text negate."""
    return sum(word in NEGATIONS or word.endswith("n't") for word in words_of(text))


def unsupported_numbers(text: str, sources: Sequence[str]) -> list[str]:
    """The numbers of `text` that none of the sources has, as they are written in `text`. Values count, not spelling."""
    held = {number for source in sources for number in _numbers_of(source)}
    return [text[found.start : found.end] for found in find_numbers(text) if found.value not in held]


def unsupported_names(text: str, sources: Sequence[str]) -> list[str]:
    """The names of `text` that none of the sources has, in this or another spelling.

    A name is held if all its words stand in one source, if a source has another form of the same name, or if a source
    names the country that a demonym of it means.
    """
    missing = [name for name in _names_of(text) if not any(_holds_name(source, name) for source in sources)]
    if not missing:
        return []
    held = [name for source in sources for name in _names_of(source)]
    return [name for name in missing if not _is_another_form(name, held)]


def unsupported_times(text: str, sources: Sequence[str], anchor: date | None) -> list[str]:
    """The dates of `text` that none of the sources has: neither their words, nor a time that lies within them.

    Times are read against `anchor`. What cannot be put on the calendar ("that day") is passed unless it names a
    weekday or a month that the sources lack.
    """
    missing = []
    for found in find_times(text, anchor):
        surface = text[found.start : found.end]
        words = [word for word in words_of(surface) if word not in _SMALL_TIME_WORDS]
        if any(all(word in _places_of_words(source) for word in words) for source in sources):
            continue
        if found.value is None and not _CALENDAR.intersection(words):
            continue
        if not any(_says_time(other.value, found.value) for source in sources for other in find_times(source, anchor)):
            missing.append(surface)
    return missing


def without_times(text: str, anchor: date | None) -> str:
    """The text with its calendar dates blanked, so that "16 May" is held against dates and not against numbers."""
    for found in find_times(text, anchor):
        if found.value is not None:
            text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def _says_time(told: TimeValue | None, asked: TimeValue | None) -> bool:
    """True if the time told is the one asked for, or lies within it."""
    if told is None or asked is None:
        return False
    if asked.is_bare_weekday or told.is_bare_weekday:
        return weekday_of(told) is not None and weekday_of(told) == weekday_of(asked)
    earlier = asked.earliest is None or (told.earliest is not None and asked.earliest <= told.earliest)
    later = asked.latest is None or (told.latest is not None and told.latest <= asked.latest)
    return earlier and later


def carries(quote: str, statement: str, also: Sequence[str] = ()) -> bool:
    """False if a quotation shares under a third of the statement's content words and has no words of its own for them.

    Names do not count, for a statement writes out pronouns; nor do verbs of saying, nor the words of `also` (a
    speaker, a cue).
    """
    aside = {token.stem for words in (*also, *_names_of(statement)) for token in tokens_of(words)}
    said, held = ({stem for stem in _content_stems(text) if stem not in aside} for text in (statement, quote))
    if not said:
        return bool(words_of(quote))
    return len(said & held) * CARRYING_SHARE >= len(said) or len(held) * CARRYING_SHARE > len(said)


def _content_stems(text: str) -> Iterator[str]:
    for token in tokens_of(text):
        if token.word not in FUNCTION_WORDS and token.stem not in SAYING_STEMS and len(token.word) > 2:
            yield token.stem


def dates_the_telling(when: str, predicate: str, context: str) -> bool:
    """True if a date stands at a verb of saying, not at the event: "told reporters on Monday that the bridge fell".

    Never where the event is itself the saying ("announced sanctions on Monday", predicate "announced"), and never where
    the context has the date twice, for then one of them may be the event's.
    """
    return stands_at_a_telling(when, context, event_verb=predicate)


def _places(text: str, wanted: tuple[str, ...]) -> list[int]:
    """Where the words stand in a row in a text, counted in words."""
    if not wanted:
        return []
    held = words_of(text)
    return [at for at in _places_of_words(text).get(wanted[0], ()) if held[at : at + len(wanted)] == wanted]


def _holds_name(source: str, name: str) -> bool:
    if contains_words(source, name):
        return True
    if person_of(name):
        return False
    held = _places_of_words(source)
    countries = {country for word in held if (country := fold_demonym(word))}
    return all(word in held or fold_demonym(word) in countries for word in words_of(name))


@lru_cache(maxsize=CACHED_TEXTS)
def _people_of(name: str) -> tuple[str, ...]:
    return tuple(found for found in _names_of(name) if kind_of(found) is Kind.PERSON and len(words_of(found)) > 1)


def _holds_person(text: str, person: str) -> bool:
    if contains_words(text, person):
        return True
    return any(len(words_of(other)) > 1 and same_name(person, other).same for other in _names_of(text))


def _is_another_form(name: str, held: Sequence[str]) -> bool:
    """True if one of the names is another form of `name`; a bare surname is not where it is short for somebody else."""
    same = [other for other in held if same_name(name, other).same]
    if not person_of(name) or any(len(words_of(other)) > 1 for other in same):
        return bool(same)
    bearers = {word for other in held if len(words_of(other)) > 1 for word in words_of(other)}
    return any(not bearers.intersection(words_of(other)) for other in same)
