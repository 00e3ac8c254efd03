"""Where names stand in a text. It errs towards silence: a false name would make a checker reject a good sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.text.names.alone import may_stand_alone
from service.text.names.common_words import CALENDAR, FUNCTION_OPENERS, NOT_ACRONYMS, ROLES
from service.text.names.countries import fold_demonym
from service.text.names.east_asian import SURNAMES
from service.text.names.given import GIVEN_NAMES
from service.text.names.model import NameMention, word_set
from service.text.names.organisation_words import HEADS, PLACE_HEADS
from service.text.names.titles import COURTESIES, OFFICES, PORTFOLIOS
from service.text.names.words import GAP_WITHIN_NAME, Word, read_words

_GAP_AFTER_POSSESSIVE = re.compile(r"['’][sS][ \u00a0]+")
_LINK_PARTICLES = word_set("""
    bin ibn bint ben von van der den de del della di da dos das do du la al el ul ter zu abu y
    """)
_LINK_OF = frozenset({"of", "for"})
_EAST_ASIAN_SURNAMES = frozenset(spelling for row in SURNAMES for spelling in row.spelled)
# "People's Republic", "Children's Fund": these possessives stand inside a name.
_INNER_POSSESSIVES = word_set("""
    people children women men workers teachers veterans world lloyd
    """)
_EVENT_HEADS = word_set("war wars battle siege treaty massacre feast")
_GIVEN = frozenset(form for row in GIVEN_NAMES for form in row.forms)
_QUARTER = re.compile(r"Q[1-4]|[1-4]Q|[HF][12]|[12]H|FY\d*")
_RANKS = frozenset({"prime", "vice", "deputy", "first", "former", "acting", "senior", "chief"})
_HEADLINE_WORDS = 5


def _headline_spans(text: str) -> list[range]:
    """Lines in capitals or in title case say nothing by their capitals."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        words = re.findall(r"[^\W\d_]{2,}", line)
        capitals = sum(word[0].isupper() for word in words)
        long_words = sum(len(word) > 3 for word in words)
        shouting = sum(word.isupper() for word in words) > 0.6 * len(words)
        title_case = capitals >= 0.75 * len(words) and sum(w[0].isupper() for w in words if len(w) > 3) == long_words
        if len(words) >= _HEADLINE_WORDS and (
            shouting or (title_case and not line.rstrip().endswith((".", "!", "?", "”", '"')))
        ):
            spans.append(range(at, at + len(line)))
        at += len(line)
    return spans


def _is_name_word(word: Word) -> bool:
    if (
        not word.capital
        or word.lower in CALENDAR
        or _QUARTER.fullmatch(word.text)
        or word.text in {"I", "I’m", "I'm", "I’ve", "I've", "I'd", "I’d", "I'll", "I’ll"}
    ):
        return False
    return not (word.lower in NOT_ACRONYMS and word.text.isupper())


def _runs(text: str, words: list[Word]) -> Iterator[list[Word]]:
    """Neighbouring name words, with particles and the "of" of institutions between them."""
    run: list[Word] = []
    at = 0
    while at < len(words):
        word = words[at]
        if run and not _continues(text, run[-1], word):
            yield run
            run = []
        if not _is_name_word(word) and not (run and word.text == "Sun"):  # "The Vancouver Sun"
            linked = _linked(text, run, words, at)
            if linked:
                run.extend(words[at:linked])
                at = linked
                continue
            if run:
                yield run
            run, at = [], at + 1
            continue
        run.append(word)
        at += 1
    if run:
        yield run


def _continues(text: str, before: Word, word: Word) -> bool:
    gap = GAP_WITHIN_NAME
    if before.possessive:
        if before.lower not in _INNER_POSSESSIVES:
            return False
        gap = _GAP_AFTER_POSSESSIVE
    return not word.opens and gap.fullmatch(text[before.end : word.start]) is not None


def _linked(text: str, run: list[Word], words: list[Word], at: int) -> int:
    """Where the run goes on after link words from `at` ("of the", "von der", "bin"); 0 if it does not."""
    if not run:
        return 0
    ahead = at
    head = run[-1].lower
    portfolio = head in OFFICES.words and at + 1 < len(words) and words[at + 1].lower in PORTFOLIOS.words
    institution = head in HEADS | PLACE_HEADS | _EVENT_HEADS or portfolio
    while ahead < len(words) and ahead - at < 3:
        word = words[ahead]
        before = words[ahead - 1]
        if not GAP_WITHIN_NAME.fullmatch(text[before.end : word.start]) or before.possessive:
            return 0
        if _is_name_word(word):
            return ahead if ahead > at else 0
        first = ahead == at
        is_of = word.lower in _LINK_OF and first and institution
        is_the = word.lower == "the" and not first and words[at].lower in _LINK_OF
        is_particle = word.lower in _LINK_PARTICLES or (word.lower.startswith(("al-", "el-")) and len(word.text) > 3)
        if is_particle and "-" in word.text:
            return ahead + 1
        if not (is_of or is_the or (is_particle and words[at].lower not in _LINK_OF)):
            return 0
        ahead += 1
    return 0


def _split_at_titles(run: list[Word]) -> Iterator[list[Word]]:
    """Titles are no part of a name: "US | Treasury Secretary | Janet ..." and "Secretary of State" part a run."""
    part: list[Word] = []
    titled = False
    for at, word in enumerate(run):
        title = _is_title(word, run[at + 1 :])
        if title or (titled and not part and word.lower in PORTFOLIOS.words):
            if title and (before := _without_portfolio(part)):
                yield before
            part, titled = [], True
            continue
        if not part and word.lower in _LINK_PARTICLES | _LINK_OF and not word.capital:
            continue
        part.append(word)
    if part:
        yield part


def _is_title(word: Word, rest: list[Word]) -> bool:
    """An office, unless an institution follows: "General Assembly", "National Security Council".

    In "Chair of the Federation" the institution is another name.
    """
    if word.lower in COURTESIES.words:
        return True
    has_own_office = bool(rest) and rest[0].lower in _LINK_OF
    return word.lower in OFFICES.words and (has_own_office or not any(later.lower in HEADS for later in rest))


def _without_portfolio(part: list[Word]) -> list[Word]:
    """What stands before an office: nothing of "Defence Minister", "Peruvian" of "Peruvian Vice President".

    "U.S. Treasury Secretary" keeps "U.S."; "Rivers Trust Director" keeps all.
    """
    while part and part[-1].lower in PORTFOLIOS.words | _RANKS:
        part = part[:-1]
    return part


def _trim(part: list[Word], common: frozenset[str]) -> list[Word]:
    """Drop a capitalised word of the language at the head of a sentence, and "The" anywhere in front."""
    while part and (
        part[0].lower in {"the", "a", "an", "former", "then"}
        or (part[0].opens and part[0].lower in FUNCTION_OPENERS and not part[0].acronym)
        or (part[0].opens and part[0].lower in common and not part[0].acronym)
        or (part[0].opens and part[0].lower in ROLES and len(part) > 1)
        or (not part[0].capital and not part[0].lower.startswith(("al-", "el-")))
    ):
        part = part[1:]
    return part


def _cut_demonym(part: list[Word]) -> list[list[Word]]:
    """ "Ukrainian Denys Panko" is an adjective and a name; "American Airlines" is one name."""
    if len(part) < 3 or part[1].lower not in _GIVEN or any(word.lower in HEADS for word in part):
        return [part]
    return [part[:1], part[1:]] if fold_demonym(part[0].text) not in {None, part[0].text} else [part]


def _cut_compound(part: list[Word]) -> list[list[Word]]:
    """ "Russian-controlled" names Russia only; "Korea-Russia" is two names; "Jong-un" and "Smith-Jones" stay whole."""
    pieces: list[list[Word]] = [[]]
    for word in part:
        head, hyphen, tail = word.text.partition("-")
        east_asian = any(before.lower in _EAST_ASIAN_SURNAMES for before in pieces[-1])
        if not hyphen or head.lower() in _LINK_PARTICLES or (east_asian and tail.islower()):
            pieces[-1].append(word)
        elif not tail[:1].isupper() and not tail.isdigit():
            if head[:1].isupper() and len(head) > 1:
                pieces[-1].append(word._replace(text=head, end=word.start + len(head)))
            pieces.append([])
        elif fold_demonym(tail) and (
            fold_demonym(head) or fold_demonym(" ".join(w.text for w in (*pieces[-1][-1:], word._replace(text=head))))
        ):
            pieces[-1].append(word._replace(text=head, end=word.start + len(head)))
            pieces.append([word._replace(text=tail, start=word.start + len(head) + 1, opens=False)])
        else:
            pieces[-1].append(word)
    return [piece for piece in pieces if piece]


def find_names(text: str) -> list[NameMention]:
    """Names in `text`, in order and without overlap: capitalised runs with particles, acronyms, hyphenated names.

    Titles, possessive endings, months, weekdays and words capitalised by their place in the sentence are left out;
    lines in title case or in capitals are skipped.

    >>> [name.surface for name in find_names("On Friday the U.S. Treasury named Ana von der Weide.")]
    ['U.S. Treasury', 'Ana von der Weide']
    """
    skipped = _headline_spans(text)
    words = [word for word in read_words(text) if not any(word.start in span for span in skipped)]
    common = frozenset(word.text for word in words if word.text.islower())
    confirmed = frozenset(word.lower for word in words if word.capital and not word.opens)
    mentions = []
    for run in _runs(text, words):
        for part in _split_at_titles(run):
            for piece in (cut for whole in _cut_compound(_trim(part, common)) for cut in _cut_demonym(whole)):
                if len(piece) == 1 and not may_stand_alone(piece[0], text, confirmed, common):
                    continue
                start, end = piece[0].start, piece[-1].end
                mentions.append(NameMention(start, end, text[start:end]))
    return mentions
