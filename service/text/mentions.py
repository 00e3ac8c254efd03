"""What one text mentions and another holds: the questions behind grounding and behind the summary's linter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from service.text.names import find_names, fold_demonym, same_name
from service.text.quantities import find_numbers

_WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
_APOSTROPHES = str.maketrans("’‘`´", "''''")
NEGATIONS = frozenset(("no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"))
TELLING_REACH_WORDS = 3
"""Between a date and its verb of saying there may stand a short subject ("On Monday Mr Foss said")."""


CACHED_TEXTS = 4096
"""An article is asked about once for each of its claims; what it holds is worked out once."""


@lru_cache(maxsize=CACHED_TEXTS)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded for comparison: case, apostrophes, possessives and abbreviating dots.

    >>> words_of("The U.N.’s envoy")
    ('the', 'un', 'envoy')
    """
    folded = (match.group().translate(_APOSTROPHES).casefold() for match in _WORD.finditer(text))
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
    """True if every word of a name or title stands somewhere in `text`: "Treasury secretary Ann Lee", told in parts."""
    held = _places_of_words(text)
    wanted = words_of(name)
    return bool(wanted) and all(word in held for word in wanted)


def quoted_words(text: str) -> str:
    """What stands in quotation marks in a text, its pieces joined; the whole text if nothing does.

    >>> quoted_words("“We stay,” she said, “and fight.”")
    'We stay, and fight.'
    """
    pieces = [double or straight for double, straight in _QUOTED.findall(text)]
    return " ".join(pieces) or text


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
    return [name for name in missing if not any(same_name(name, other).same for other in held)]


def dates_the_telling(when: str, cue: str, predicate: str, context: str) -> bool:
    """True if a date stands at the verb of saying, not at the event: "said on Monday that the bridge fell".

    Never where the event is itself the saying ("announced sanctions on Monday", predicate "announced"), and never where
    the context has the date twice, for then one of them may be the event's.
    """
    said, dated, held = words_of(cue), words_of(when), words_of(context)
    if not said or not dated or (predicate and words_of(predicate)[:1] == said[:1]):
        return False
    dates = _places(context, dated)
    if len(dates) != 1:
        return False
    start, end = dates[0], dates[0] + len(dated)
    for at in _places(context, said[-1:]):
        directly_after = at + 1 == start or (at + 2 == start and held[at + 1] in ("on", "in"))
        shortly_before = end <= at <= end + TELLING_REACH_WORDS and start == 0
        if directly_after or at == end or (shortly_before and not _is_inserted(context, cue)):
            return True
    return False


def _is_inserted(context: str, cue: str) -> bool:
    """True if the saying is put between commas ("In May, the office says, 14 boats sank"): the date is the event's."""
    return re.search(rf"\b{re.escape(cue)},", context) is not None


def _places(text: str, wanted: tuple[str, ...]) -> list[int]:
    """Where the words stand in a row in a text, counted in words."""
    if not wanted:
        return []
    held = words_of(text)
    return [at for at in _places_of_words(text).get(wanted[0], ()) if held[at : at + len(wanted)] == wanted]


def _holds_name(source: str, name: str) -> bool:
    if contains_words(source, name):
        return True
    held = _places_of_words(source)
    countries = {country for word in held if (country := fold_demonym(word))}
    return all(word in held or fold_demonym(word) in countries for word in words_of(name))
