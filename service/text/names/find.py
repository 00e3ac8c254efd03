"""Where names stand in a text. It errs towards silence: a false name would make a checker reject a good sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from service.text.names.common_words import CALENDAR, FUNCTION_OPENERS, MONTH_OR_NAME, NOT_ACRONYMS
from service.text.names.countries import fold_demonym
from service.text.names.east_asian import SURNAMES
from service.text.names.known_organisations import KNOWN_ORGANISATIONS
from service.text.names.model import NameMention, word_set
from service.text.names.organisation_words import HEADS, PLACE_HEADS
from service.text.names.titles import COURTESIES, OFFICES, PORTFOLIOS

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’-][^\W_]+)*\.?", re.UNICODE)
_POSSESSIVE = re.compile(r"(?:['’][sS])$")
_ENDS_SENTENCE = re.compile(r"[.!?:;]['\"”’)\]]*\s+['\"“‘(\[]*$|^[\s\W]*$|[\n\r][\s\W]*$|[“\"‘(\[—–]\s*$|\s-\s*$|…\s*$")
_GAP_WITHIN_NAME = re.compile(r"[ \u00a0]+")
_GAP_AFTER_POSSESSIVE = re.compile(r"['’][sS][ \u00a0]+")
_LINK_PARTICLES = word_set("""
    bin ibn bint ben von van der den de del della di da dos das do du la al el ul ter zu abu y
    """)
_LINK_OF = frozenset({"of", "for"})
_ABBREVIATED = word_set("""
    mr mrs ms dr prof gen col lt maj sgt capt adm cmdr sen rep gov st jr sr rev hon no vs
    """)
_EAST_ASIAN_SURNAMES = frozenset(spelling for row in SURNAMES for spelling in row.spelled)
_KNOWN_SINGLE = frozenset(form for row in KNOWN_ORGANISATIONS for form in row.forms if " " not in form)
# "People's Republic", "Children's Fund": these possessives stand inside a name.
_INNER_POSSESSIVES = word_set("""
    people children women men workers teachers veterans world lloyd
    """)
_RANKS = frozenset({"prime", "vice", "deputy", "first", "former", "acting", "senior", "chief"})
_HEADLINE_WORDS = 5
_LOOK_BACK = 12


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    opens: bool
    """It stands where any word would be capitalised."""
    possessive: bool

    @property
    def lower(self) -> str:
        return self.text.lower().strip(".")

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or (self.text[0].isdigit() and self.text[-1:].isupper())

    @property
    def acronym(self) -> bool:
        letters = [char for char in self.text if char.isalpha()]
        return len(letters) >= 2 and all(char.isupper() for char in letters) and self.lower not in NOT_ACRONYMS


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    for token in _TOKEN.finditer(text):
        start, surface = token.start(), token.group()
        if surface.endswith(".") and not _keeps_stop(surface):
            surface = surface[:-1]
        bare = _POSSESSIVE.sub("", surface)
        opens = _ENDS_SENTENCE.search(text[max(0, start - _LOOK_BACK) : start]) is not None
        if opens and words and _GAP_WITHIN_NAME.fullmatch(text[words[-1].end : start]) and words[-1].text.endswith("."):
            opens = False  # the stop belongs to "Mr." or "J."
        words.append(_Word(start, start + len(bare), bare, opens, bare != surface))
    return words


def _keeps_stop(surface: str) -> bool:
    """The stop is the word's own: "Mr.", "J.", "U.S."; any other ends a sentence."""
    stem = surface[:-1]
    return "." in stem or (len(stem) == 1 and stem.isupper()) or stem.lower() in _ABBREVIATED


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


def _is_name_word(word: _Word) -> bool:
    if (
        not word.capital
        or word.lower in CALENDAR
        or word.text in {"I", "I’m", "I'm", "I’ve", "I've", "I'd", "I’d", "I'll", "I’ll"}
    ):
        return False
    return not (word.lower in NOT_ACRONYMS and word.text.isupper())


def _runs(text: str, words: list[_Word]) -> Iterator[list[_Word]]:
    """Neighbouring name words, with particles and the "of" of institutions between them."""
    run: list[_Word] = []
    at = 0
    while at < len(words):
        word = words[at]
        if run and not _continues(text, run[-1], word):
            yield run
            run = []
        if not _is_name_word(word):
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


def _continues(text: str, before: _Word, word: _Word) -> bool:
    gap = _GAP_WITHIN_NAME
    if before.possessive:
        if before.lower not in _INNER_POSSESSIVES:
            return False
        gap = _GAP_AFTER_POSSESSIVE
    return not word.opens and gap.fullmatch(text[before.end : word.start]) is not None


def _linked(text: str, run: list[_Word], words: list[_Word], at: int) -> int:
    """Where the run goes on after link words from `at` ("of the", "von der", "bin"); 0 if it does not."""
    if not run:
        return 0
    ahead = at
    head = run[-1].lower
    portfolio = head in OFFICES.words and at + 1 < len(words) and words[at + 1].lower in PORTFOLIOS.words
    institution = head in HEADS | PLACE_HEADS or portfolio
    while ahead < len(words) and ahead - at < 3:
        word = words[ahead]
        before = words[ahead - 1]
        if not _GAP_WITHIN_NAME.fullmatch(text[before.end : word.start]) or before.possessive:
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


def _split_at_titles(run: list[_Word]) -> Iterator[list[_Word]]:
    """Titles are no part of a name: "US | Treasury Secretary | Janet ..." and "Secretary of State" part a run."""
    part: list[_Word] = []
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


def _is_title(word: _Word, rest: list[_Word]) -> bool:
    """An office, unless an institution follows: "General Assembly", "National Security Council"."""
    if word.lower in COURTESIES.words:
        return True
    return word.lower in OFFICES.words and not any(later.lower in HEADS for later in rest)


def _without_portfolio(part: list[_Word]) -> list[_Word]:
    """What stands before an office: nothing of "Defence Minister", "Peruvian" of "Peruvian Vice President".

    "U.S. Treasury Secretary" keeps "U.S."; "Rivers Trust Director" keeps all.
    """
    while part and part[-1].lower in PORTFOLIOS.words | _RANKS:
        part = part[:-1]
    return part


def _trim(part: list[_Word], common: frozenset[str]) -> list[_Word]:
    """Drop a capitalised word of the language at the head of a sentence, and "The" anywhere in front."""
    while part and (
        part[0].lower in {"the", "a", "an", "former", "then"}
        or (part[0].opens and part[0].lower in FUNCTION_OPENERS and not part[0].acronym)
        or (part[0].opens and part[0].lower in common and not part[0].acronym)
        or (not part[0].capital and not part[0].lower.startswith(("al-", "el-")))
    ):
        part = part[1:]
    return part


def _may_stand_alone(word: _Word, before: str, confirmed: frozenset[str], common: frozenset[str]) -> bool:
    """A single word at the head of a sentence is a name only if something else says so."""
    if len(word.text.strip(".")) < 2 or (word.lower in FUNCTION_OPENERS and not word.acronym):
        return False
    if word.lower in MONTH_OR_NAME and re.search(
        r"\b(?:in|of|on|by|since|until|last|next|late|early|mid|\d{1,2})[ -]$", before
    ):
        return False
    if word.acronym or fold_demonym(word.text) or word.text in _KNOWN_SINGLE or not word.opens:
        return True
    return word.lower in confirmed and word.lower not in common


def _cut_compound(part: list[_Word]) -> list[list[_Word]]:
    """ "Russian-controlled" names Russia only; "Korea-Russia" is two names; "Jong-un" and "Smith-Jones" stay whole."""
    pieces: list[list[_Word]] = [[]]
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
    words = [word for word in _words(text) if not any(word.start in span for span in skipped)]
    common = frozenset(word.text for word in words if word.text.islower())
    confirmed = frozenset(word.lower for word in words if word.capital and not word.opens)
    mentions = []
    for run in _runs(text, words):
        for part in _split_at_titles(run):
            for piece in _cut_compound(_trim(part, common)):
                if len(piece) == 1 and not _may_stand_alone(
                    piece[0], text[max(0, piece[0].start - _LOOK_BACK) : piece[0].start], confirmed, common
                ):
                    continue
                start, end = piece[0].start, piece[-1].end
                mentions.append(NameMention(start, end, text[start:end]))
    return mentions
