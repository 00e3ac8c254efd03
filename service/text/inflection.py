"""Words less their inflection, and the clauses that they stand in: what wordings are compared by."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from service.text.alignment.words import fold

IRREGULAR = {
    form: base
    for base, forms in {
        "become": "became",
        "begin": "began begun",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "burn": "burnt",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen",
        "come": "came",
        "die": "died dies dying",
        "draw": "drew drawn",
        "drive": "drove driven",
        "fall": "fell fallen",
        "fight": "fought",
        "find": "found",
        "flee": "fled",
        "fly": "flew flown",
        "give": "gave given",
        "go": "went gone goes going",
        "grow": "grew grown",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lead": "led",
        "leave": "left",
        "lose": "lost",
        "make": "made",
        "mean": "meant",
        "meet": "met",
        "pay": "paid",
        "rise": "rose risen",
        "say": "said",
        "sell": "sold",
        "send": "sent",
        "shoot": "shot",
        "sink": "sank sunk",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "steal": "stole stolen",
        "strike": "struck",
        "take": "took taken",
        "tell": "told",
        "think": "thought",
        "win": "won",
        "withdraw": "withdrew withdrawn",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}
_SHORTEST_STEM = 3
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ied|ies)$|(?<=[a-z]{2})(?:ing|ed)$|(?<=[a-z]{2})(?<![sui])s$")
_TOKEN = re.compile(r"(?P<word>\w+(?:[’'.\-]\w+)*)|(?P<mark>[,;:.!?—–()“”\"…\n]|\s-\s)")
_SENTENCE_MARKS = frozenset(".!?…\n")


class Token(NamedTuple):
    """A word of a text. `mark` is the punctuation before it, the strongest where there are several; "" for none."""

    word: str
    stem: str
    capital: bool
    mark: str

    @property
    def opens_sentence(self) -> bool:
        return self.mark in _SENTENCE_MARKS and self.mark != ""


@lru_cache(maxsize=65_536)
def stem_of(word: str) -> str:
    """A word less its inflection. Forms of one word share it; it need not be a word itself.

    >>> stem_of("stopped") == stem_of("stops") == stem_of("stop"), stem_of("denied") == stem_of("deny")
    (True, True)
    """
    if word in IRREGULAR:
        return stem_of(IRREGULAR[word])
    found = _ENDING.search(word)
    stem = word
    if found and re.search("[aeiouy]", word[: found.start()]):
        stem = word[: found.start()] + ("y" if found.group() in ("ied", "ies") else "")
    if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return stem[:-1] if len(stem) > _SHORTEST_STEM and stem.endswith("e") else stem


@lru_cache(maxsize=4096)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text with their stems and with the punctuation that parts them."""
    tokens: list[Token] = []
    mark = ""
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "mark":
            mark = match.group().strip(" ") if mark not in _SENTENCE_MARKS or not mark else mark
            continue
        surface = match.group()
        word = fold(surface).removesuffix("'s").replace(".", "")
        tokens.append(Token(word, stem_of(word), surface[0].isupper(), mark))
        mark = ""
    return tuple(tokens)
