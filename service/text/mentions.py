"""What one text mentions and another holds: the questions behind grounding and behind the summary's linter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from schemas.values import TimeValue
from service.text.dates import find_times
from service.text.names import find_names, fold_demonym, same_name
from service.text.quantities import find_numbers

_WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
_APOSTROPHES = str.maketrans("’‘`´", "''''")
NEGATIONS = frozenset(("no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"))
TELLING_REACH_WORDS = 3
"""Between a date and its verb of saying there may stand a short subject ("On Monday Mr Foss said")."""


class DatedMention(NamedTuple):
    """A date that a text tells: its words, and its value where they alone give one."""

    surface: str
    value: TimeValue | None


def words_of(text: str) -> list[str]:
    """The words of a text, folded for comparison: case, apostrophes, possessives and abbreviating dots.

    >>> words_of("The U.N.’s envoy")
    ['the', 'un', 'envoy']
    """
    folded = (match.group().translate(_APOSTROPHES).casefold() for match in _WORD.finditer(text))
    return [word.removesuffix("'s").replace(".", "") for word in folded]


def contains_words(text: str, phrase: str) -> bool:
    """True if the words of `phrase` stand in `text` in a row."""
    wanted, held = words_of(phrase), words_of(text)
    if not wanted:
        return False
    return any(held[at : at + len(wanted)] == wanted for at in range(len(held) - len(wanted) + 1))


def names_in(text: str, name: str) -> bool:
    """True if every word of a name or title stands somewhere in `text`: "Treasury secretary Ann Lee", told in parts."""
    wanted = set(words_of(name))
    return bool(wanted) and wanted <= set(words_of(text))


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
    held = {mention.value for source in sources for mention in find_numbers(source)}
    return [text[found.start : found.end] for found in find_numbers(text) if found.value not in held]


def unsupported_names(text: str, sources: Sequence[str]) -> list[str]:
    """The names of `text` that none of the sources has, in this or another spelling.

    A name is held if all its words stand in one source, if a source has another form of the same name, or if a source
    names the country that a demonym of it means.
    """
    wanted = [mention.surface for mention in find_names(text)]
    missing = [name for name in wanted if not any(_holds_name(source, name) for source in sources)]
    if not missing:
        return []
    held = [mention.surface for source in sources for mention in find_names(source)]
    return [name for name in missing if not any(same_name(name, other).same for other in held)]


def dated_mentions(text: str, anchor: date | None) -> list[DatedMention]:
    """The dates that a text tells, read against `anchor` (None: only full dates and weekday names get a value)."""
    return [DatedMention(text[found.start : found.end], found.value) for found in find_times(text, anchor)]


def dates_the_telling(when: str, cue: str, predicate: str, context: str) -> bool:
    """True if a date stands at the verb of saying, not at the event: "said on Monday that the bridge fell".

    Never where the event is itself the saying ("announced sanctions on Monday", predicate "announced"), and never where
    the context has the date twice, for then one of them may be the event's.
    """
    said, dated, held = words_of(cue), words_of(when), words_of(context)
    if not said or not dated or (predicate and words_of(predicate)[:1] == said[:1]):
        return False
    dates = _places(held, dated)
    if len(dates) != 1:
        return False
    start, end = dates[0], dates[0] + len(dated)
    for at in _places(held, said[-1:]):
        directly_after = at + 1 == start or (at + 2 == start and held[at + 1] in ("on", "in"))
        shortly_before = end <= at <= end + TELLING_REACH_WORDS and start == 0
        if directly_after or at == end or (shortly_before and not _is_inserted(context, cue)):
            return True
    return False


def _is_inserted(context: str, cue: str) -> bool:
    """True if the saying is put between commas ("In May, the office says, 14 boats sank"): the date is the event's."""
    return re.search(rf"\b{re.escape(cue)},", context) is not None


def _places(words: Sequence[str], wanted: Sequence[str]) -> list[int]:
    return [at for at in range(len(words) - len(wanted) + 1) if list(words[at : at + len(wanted)]) == list(wanted)]


def _holds_name(source: str, name: str) -> bool:
    if contains_words(source, name):
        return True
    held = set(words_of(source))
    countries = {country for word in held if (country := fold_demonym(word))}
    return all(word in held or fold_demonym(word) in countries for word in words_of(name))
