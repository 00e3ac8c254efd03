"""Korean, Chinese and Vietnamese names: surname first, given names of one or two syllables compared strictly."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from service.text.names.model import word_set

_INITIAL = "(?:zh|ch|sh|kk|tt|pp|ss|ng|[bpmfdtnlgkhjqxrzcsyw])"
_NUCLEUS = (
    "(?:iao|iang|iong|yeo|yae|wae|uai|uang|eui|ia|ie|iu|ua|ui|uo|ue|ai|ei|ao|ou|ae|eo|eu|oe|ya|ye|yo|yu|wa|we|wi|wo|oo|ee|oh|ah|"
    "a|e|i|o|u)"
)
_SYLLABLE = f"{_INITIAL}?{_NUCLEUS}(?:ng|[nklmpt])?"
_ONE_OR_TWO_SYLLABLES = re.compile(f"(?:{_SYLLABLE}){{1,2}}")


class Surname(NamedTuple):
    """A surname, its romanisations, and whether Koreans bear it."""

    name: str
    spelled: frozenset[str]
    korean: bool = False


def _row(name: str, spelled: str = "", *, korean: bool = False) -> Surname:
    return Surname(name, frozenset({name, *spelled.split()}), korean)


SURNAMES = (
    _row("kim", "gim ghim", korean=True),
    _row("lee", "li yi rhee ri rhie i", korean=True),
    _row("park", "pak bak bahk", korean=True),
    _row("choi", "choe chwe choy", korean=True),
    _row("jung", "jeong chung jong chong cheong", korean=True),
    _row("kang", "gang", korean=True),
    _row("jo", "cho joe", korean=True),
    _row("yoon", "yun", korean=True),
    _row("jang", "chang zhang", korean=True),
    _row("lim", "im rim yim lin", korean=True),
    _row("han", korean=True),
    _row("oh", "o", korean=True),
    _row("seo", "suh so", korean=True),
    _row("shin", "sin shen", korean=True),
    _row("kwon", "gwon", korean=True),
    _row("hwang", "whang huang", korean=True),
    _row("ahn", "an", korean=True),
    _row("song", korean=True),
    _row("ryu", "yoo yu liu ryoo", korean=True),
    _row("hong", korean=True),
    _row("jeon", "chun jun chon jon", korean=True),
    _row("ko", "koh go gao", korean=True),
    _row("moon", "mun", korean=True),
    _row("yang", korean=True),
    _row("son", "sohn", korean=True),
    _row("bae", "pae", korean=True),
    _row("baek", "paek paik", korean=True),
    _row("heo", "huh hur ho", korean=True),
    _row("nam", korean=True),
    _row("shim", "sim", korean=True),
    _row("noh", "roh ro no", korean=True),
    _row("ha", korean=True),
    _row("kwak", "gwak", korean=True),
    _row("sung", "seong", korean=True),
    _row("cha", korean=True),
    _row("joo", "ju chu zhu", korean=True),
    _row("woo", "u wu", korean=True),
    _row("koo", "ku gu", korean=True),
    _row("min", korean=True),
    _row("jin", "chin", korean=True),
    _row("hyon", "hyun", korean=True),
    _row("pyon", "byun", korean=True),
    _row("thae", "tae", korean=True),
    _row("wang", "wong", korean=True),
    *(
        _row(name)
        for name in sorted(
            word_set("""
    xi hu mao deng zhou zhao chen sun ma guo he luo liang zheng xie tang xu feng deng cao peng zeng xiao tian
    """)
        )
    ),
    *(
        _row(name)
        for name in sorted(
            word_set("""
    dong pan yuan cai jiang ye du su wei cheng ding ren yao lu jiao hua qin wen qian tsai hsieh tan
    """)
        )
    ),
    *(
        _row(name)
        for name in sorted(
            word_set("""
    meng xiong shao shi hou kong bai wan duan lei mo qiao nie zou bo pang tao
    """)
        )
    ),
    *(
        _row(name)
        for name in sorted(
            word_set("""
    nguyen tran le pham hoang phan vu vo dang bui ngo duong
    """)
        )
    ),
)
_BY_SPELLING = {spelling: row for row in reversed(SURNAMES) for spelling in row.spelled}


def surnames_spelled(word: str) -> set[str]:
    """The surname that lower-case `word` can be, by the name of its row."""
    row = _BY_SPELLING.get(word)
    return {row.name} if row else set()


class Romanisation(NamedTuple):
    """Spellings of one Korean sound in a syllable of a given name."""

    name: str
    spelled: str
    becomes: str
    same: tuple[str, str]


KOREAN_SOUNDS = (
    Romanisation(
        "eo, eu, ou, u and oo before a closing consonant", "(?:eo|eu|oo|ou|o|u)(?=[nklmp])", "o", ("myeong", "myung")
    ),
    Romanisation("open eo, oo and oh", "eo|oh", "o", ("seo", "so")),
    Romanisation("open oo and ou", "oo|ou|eu", "u", ("woo", "wu")),
    Romanisation("ee is i", "ee", "i", ("hee", "hi")),
    Romanisation("sh before i", "sh", "s", ("shik", "sik")),
)
KOREAN_VOICING = str.maketrans({"g": "k", "d": "t", "b": "p", "j": "c"})
WADE_GILES = (
    Romanisation("Wade-Giles hs is pinyin x", "hs|x", "s", ("hsiao", "xiao")),
    Romanisation("Wade-Giles ts and ch are pinyin z, zh, j and q", "ts|zh|ch|[zjq]", "c", ("tse", "ze")),
)
_WADE_GILES = tuple((re.compile(row.spelled), row.becomes) for row in WADE_GILES)
_COMPILED = tuple((re.compile(row.spelled), row.becomes) for row in KOREAN_SOUNDS)


class EastAsianName(NamedTuple):
    surname: Surname
    given: str
    in_syllables: bool


def _is_given(words: tuple[str, ...]) -> bool:
    syllables = [part for word in words for part in word.split("-")]
    return 1 <= len(syllables) <= 2 and all(_ONE_OR_TWO_SYLLABLES.fullmatch(part) for part in syllables)


@lru_cache(maxsize=4096)
def read_east_asian(words: tuple[str, ...]) -> EastAsianName | None:
    """Read lower-case `words` as surname and given name, in either order; None where they do not look the part."""
    if not 2 <= len(words) <= 3:
        return None
    orders = ((words[0], words[1:]), (words[-1], words[:-1]))
    for surname, given in orders:
        row = _BY_SPELLING.get(surname)
        if row and _is_given(given):
            return EastAsianName(row, "".join(given).replace("-", ""), len(given) == 2 or "-" in given[0])
    return None


def fold_korean(given: str) -> str:
    for spelled, becomes in _COMPILED:
        given = spelled.sub(becomes, given)
    return given


def same_given(a: EastAsianName, b: EastAsianName) -> bool:
    """Given names agree letter for letter, or in two romanisations of Korean when both surnames are borne in Korea."""
    if a.given == b.given:
        return True
    if a.surname.korean and b.surname.korean and (a.in_syllables or b.in_syllables):
        first, second = (fold_korean(name.given).translate(KOREAN_VOICING).replace("ch", "c") for name in (a, b))
        return first == second
    if a.in_syllables != b.in_syllables:  # Lai Ching-te, Lai Qingde
        return fold_wade_giles(a.given) == fold_wade_giles(b.given)
    return False


def fold_wade_giles(given: str) -> str:
    for spelled, becomes in _WADE_GILES:
        given = spelled.sub(becomes, given)
    return re.sub("u(?=ng)", "o", given).translate(KOREAN_VOICING)
