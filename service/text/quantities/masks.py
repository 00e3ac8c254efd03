"""Numbers that are no quantities: dates, names, labels, scores. Each row is one habit of writing, with examples."""

from __future__ import annotations

import re
from typing import NamedTuple


class Mask(NamedTuple):
    """A pattern whose match, or whose group `n`, holds no quantity. `examples` are read as none at all.

    `counts` are look-alikes that the row must leave alone. A row is tried only on a text that has one of its `needs`
    (in lower case) and, unless the row reads number words too, a figure: most sentences have neither.
    """

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counts: tuple[str, ...] = ()
    needs: tuple[str, ...] = ("",)
    figures: bool = True


class Span(NamedTuple):
    """Code-point offsets, end exclusive."""

    start: int
    end: int


_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?\b"
_DAYS = rf"{_DAY}(?:\s?(?:-|–|to|and|or)\s?{_DAY})?"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"
_YEAR = r"(?:1[0-9]|20)[0-9]{2}\b"
_YEAR_LEADER = (
    r"(?i:in|since|until|till|before|after|from|during|circa|early|late|mid|year|spring|summer|autumn|fall|winter|"
    r"through|by|of|and|to|the)"
)
# A four-figure number is no year before a decimal point, a unit or a scale word,
_NO_UNIT = r"(?![.,]?[0-9]|\s*(?:%|percent|per\s|million|billion|thousand|kilo|km|metres|meters|miles|dollars|euros))"
# and a round one is none before a plural ("of 2000 soldiers").
_NO_COUNT = r"(?!(?<=00)\s+[a-z-]+s\b)(?!\s+(?:people|troops))"


_MONTH_STARTS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ZONES = ("gmt", "utc", "cet", "est", "edt", "local time")
_HYPHENS = ("-", "‐", "‑", "–")


def _mask(
    name: str,
    pattern: str,
    examples: tuple[str, ...],
    counts: tuple[str, ...] = (),
    *,
    needs: tuple[str, ...] = ("",),
    figures: bool = True,
) -> Mask:
    return Mask(name, re.compile(pattern), examples, counts, needs, figures)


DATES = (
    _mask(
        "day and month", rf"\b{_DAYS}(?:\s+of)?\s+{_MONTH}(?:,?\s{_YEAR})?",
        ("on 12 March", "the 3rd of April 2021", "from 3 to 5 May"), needs=_MONTH_STARTS,
    ),
    _mask(
        "month and day", rf"(?<![Ii]n )\b{_MONTH}(?:\s+|(?<=\.)){_DAYS}(?![:,.]?[0-9])(?:,?\s{_YEAR})?",
        ("March 30, 2023", "Sept. 11", "on June 3-5"), ("in March 12 ships sank",),
        needs=_MONTH_STARTS,
    ),
    _mask("month and year", rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}", ("in August 2010",), needs=_MONTH_STARTS),
    _mask(
        "weekday and day", rf"\b{_WEEKDAY},?\s+(?:the\s+)?(?P<n>{_DAY})(?![:,.]?[0-9]|\s+[a-z])",
        ("Friday 31.",), ("on Friday 31 boats sank",), needs=("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    ),
    _mask("figures of a date, year first", r"\b[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}\b", ("2023-03-30",)),
    _mask(
        "figures of a date, year last", r"\b[0-9]{1,2}([-/.])[0-9]{1,2}\1(?:[0-9]{2}){1,2}\b",
        ("30/03/2023", "3.5.2023"),
    ),
    _mask(
        "span of years", rf"(?<![$€£¥₹,.])\b{_YEAR}\s?[-–/]\s?(?:{_YEAR}|[0-9]{{2}}\b){_NO_UNIT}",
        ("the 2022-23 season", "1939–45", "from 2015/16"), needs=("-", "–", "/"),
    ),
    _mask("decade", r"(?:\b(?:1[0-9]|20)|['’]|\b)[0-9]0s\b", ("the 1990s", "in his 50s", "the ’80s"), needs=("0s",)),
    _mask(
        "decade in words", r"\b(?i:eighteen|nineteen|twenty)[- ][a-z]+ties\b", ("the nineteen sixties",),
        needs=("ties",), figures=False,
    ),
    _mask(
        "decade of a life", r"\b(?:in|of) (?:his|her|their|the) [a-z]+ties\b", ("in her thirties",), needs=("ties",),
        figures=False,
    ),
    _mask(
        "year after its preposition", rf"\b{_YEAR_LEADER}[\s-]\s?(?P<n>{_YEAR}){_NO_UNIT}{_NO_COUNT}",
        ("in 2022", "since 1812", "by mid-2019", "the 2016 vote"), ("of 2000 soldiers",),
    ),
    _mask("time of day", r"\b[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?\b", ("18:30",), needs=(":",)),
    _mask(
        "time with its zone",
        r"\b[0-2]?[0-9](?:[.h]?[0-5][0-9]|:\s?[0-5][0-9])?\s?(?:GMT|UTC|CET|EST|EDT|[Ll]ocal time)\b",
        ("at 1830 GMT", "as of 07: 35GMT"), needs=_ZONES,
    ),
    _mask("offset of a zone", r"\b(?:GMT|UTC)\s?[+−-]\s?(?P<n>[0-9]{1,2})\b", ("6:40 p.m. (GMT +8)",), needs=_ZONES),
    _mask("time in hours", r"\b[0-2][0-9][0-5][0-9]\s(?:hours|hrs)\b", ("at 1100 hours",), needs=("hours", "hrs")),
    _mask(
        "time of half a day", r"\b1?[0-9](?:[.:][0-5][0-9])?\s?(?:[AaPp]\. ?[Mm]\.|[AaPp][Mm]\b)",
        ("at 7 a.m.", "11pm", "7.30pm"), needs=("am", "pm", "a.", "p."),
    ),
    _mask("o’clock", r"\b(?:[0-9]{1,2}|[A-Za-z]+)\s+o[’']clock", ("six o’clock",), needs=("clock",),
          figures=False),
)  # fmt: skip

# Words that number what stands after them; in capitals, as most are words of other uses too.
_LABELS = (
    "Resolution|Order|No|Nos|Number|Highway|Route|Interstate|Article|Articles|Section|Chapter|Paragraph|Clause|Title|Rule|"
    "Amendment|Proposition|Prop|Law|Act|Bill|Decree|Directive|Protocol|Annex|Page|Pages|Line|Figure|Table|Volume|Vol|Part|"
    "Room|Gate|Platform|Terminal|Pier|Block|Unit|Camp|Zone|Area|Sector|District|Ward|Precinct|Channel|Radio|Flight|"
    "Boeing|Airbus|Level|Category|Phase|Stage|Grade|Class|Tier|Type|Model|Mark|Version|Apollo|Formula|Windows|"
    "Week|Day|Game|Round|Match|Group|Pool|Lane|Exit|Junction|Reactor|Brigade|Division|Regiment|Battalion|Squadron|"
    "Exhibit|Count|Case|Docket|Episode|Season|Super Bowl|Agenda|Vision|Studio|Covid|Psalm|Top"
)
_SMALL_LABELS = (
    r"(?i:no\.|nos\.|number|page|pages|pp?\.|article|section|chapter|resolution|phone|tel|room|flight|paragraph|version"
    r"|versions|phase|category|episode|volume|apartment|suite|highway|route)"
)
_LABELLED = r"[A-Z]{0,3}[0-9][0-9.]*(?:\([0-9a-z]+\))*(?:\s?(?:-|–|to|and|or)\s?[0-9]+\b)?"
_NUMBER_WORD = r"(?i:one|two|three|four|five|six|seven|eight|nine|ten)\b"
_MONEY_CODE = r"(?i:usd|eur|gbp|jpy|cny|rmb|inr|aud|cad|nzd|chf|rs|us|btc)\s?[0-9]"

NAMES = (
    _mask(
        "figure glued to letters", rf"\b(?!{_MONEY_CODE})[A-Za-z]+[0-9][A-Za-z0-9.]*(?:-[0-9A-Za-z]+)*",
        ("the G7", "Flight MH17", "the A320"), ("USD115",),
    ),
    _mask(
        "letters and figure joined by a hyphen",
        r"\b(?!(?i:magnitude|mid|pre|post|over|under)\b)(?:[A-Z][A-Za-z]{0,11}|[a-z]{1,2})"
        r"[-‐‑][0-9]+(?:\.[0-9]+)?[A-Za-z]*\b(?![%,])",
        ("a MiG-29", "an F-16", "Covid-19", "the S-400"), ("a magnitude-6 quake",), needs=("-", "‐", "‑"),
    ),
    _mask(
        "label before its figure",
        rf"\b(?:{_SMALL_LABELS}|(?:{_LABELS})\.?)\s+(?:No\.\s*)?(?P<n>{_LABELLED}|{_NUMBER_WORD})"
        r"(?!,?[0-9]|\s*(?:%|percent|per cent|million|billion|thousand|dead\b))",
        ("Resolution 1718", "No. 10", "Highway 61", "Article 5", "Boeing 737", "page 12", "Level Three", "pages 12-14",
         "version 5 and up"),
        figures=False,
    ),
    _mask(
        "day of a count", r"\bday (?P<n>[0-9]+)\b(?! [a-z]+s\b)",
        ("on day 100 of the siege",), ("that day 12 boats sank",), needs=("day ",),
    ),
    _mask("place in a list", r"\btop (?P<n>[0-9]+)\b(?! [a-z]+s\b)", ("in the top 10 again",), ("the top 10 banks",),
          needs=("top ",)),
    _mask(
        "street address",
        r"\b[0-9]+[A-Za-z]?\s+(?:[A-Z][\w’'.]+\s+){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Square|Place)\b",
        ("at 10 Downing Street",), ("10 Downing officials",),
        needs=("st", "ave", "road", "rd", "lane", "drive", "boulevard", "square", "place"),
    ),
    _mask(
        "group named by its size",
        r"\b(?:Big|Group of|Gang of|Club of|Committee of) (?:Three|Four|Five|Six|Seven|Eight|Ten|Twenty|[0-9]+)\b",
        ("the Group of Seven", "the Big Four"), needs=("big ", " of "), figures=False,
    ),
    _mask(
        "name with a number word",
        r"\b(?:Five Eyes|Six Nations|Three Gorges|Seven Sisters|Four Seasons|Six[- ]Day War|Thirty Years[’'] War"
        r"|Hundred Years[’'] War|Two Sessions|One Nation|One Direction|Twenty20|Ten Commandments)\b",
        ("the Five Eyes",), ("Five boats sank",), figures=False,
    ),
    _mask(
        "figures that stand for an event", r"(?<![0-9/])(?:9/11|7/7|24/7|50/50|10/7)(?![0-9/])|\b50-50\b",
        ("after 9/11", "open 24/7", "a 50-50 chance"), needs=("/", "50-50"),
    ),
    _mask("figures crossed", r"\b[0-9]+x[0-9]+\b", ("a 4x4 truck",), needs=("x",)),
    _mask("telephone, international", r"(?<!\w)\+[0-9][0-9 ()-]{6,}[0-9]", ("call +44 20 7946 0018",), needs=("+",)),
    _mask(
        "telephone", r"\(?\b[0-9]{3}\)?[-. ][0-9]{3}[-.][0-9]{4}\b|\b[0-9]{2,5}(?:-[0-9]{2,5}){2,}\b",
        ("on 555-010-4477", "(202) 555-0147"), needs=("-", "."),
    ),
    _mask(
        "telephone with its area code", r"(?<![0-9.,])0[0-9]{2,5}(?:[ -][0-9]{3,8}){1,3}\b",
        ("call police on 0163 496 0018", "call 0800 555111"), ("0.5 litres",), needs=("0",),
    ),
    _mask("address on the net", r"\b(?:https?://|www\.)\S+", ("see www.example.org/2023/45-people",),
          needs=("http", "www."), figures=False),
    _mask("address of mail", r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.\S+", ("write to desk.24@example.org",),
          needs=("@",), figures=False),
)  # fmt: skip

_RESULT = (
    r"(?:wins?|victory|defeat|loss|draw|tie|lead|ruling|decision|votes?|majority|margin|score|split|verdict|triumph"
    r"|thrashing|rout)"
)
_GOALS = r"(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|nil)"

RESULTS = (
    _mask("so many of so many tries", r"\b[0-9]+-for-[0-9]+\b", ("finished 7-for-14 there",), needs=("-for-",)),
    _mask(
        "score before its noun", rf"\b[0-9]{{1,3}}\s?(?:-|–|to)\s?[0-9]{{1,3}}\s+(?:[a-z]+\s+){{0,2}}{_RESULT}\b",
        ("a 6-3 ruling", "a 1-0 win", "a 3–4 home defeat", "a 52 to 48 vote"),
        needs=(*_HYPHENS, " to "),
    ),
    _mask(
        "score after its verb",
        r"\b(?:voted|vote|won|lost|beat|defeated|drew|trailed|led|leading|ruled|split|score of|odds of)"
        r"(?:\s+(?:[A-Z]\w+|by|it|them|a|the|vote|of|was|is|stood|at)){0,4}"
        rf"\s+{_GOALS}\s?(?:-|–|to)\s?{_GOALS}\b(?!\s*(?:%|percent|per cent|million))",
        ("voted 52-48", "beat Chelsea 2-1", "won 3 to 1"), needs=(*_HYPHENS, " to "), figures=False,
    ),
)  # fmt: skip

MASKS = (*DATES, *NAMES, *RESULTS)
_FIGURE = re.compile(r"[0-9]")


def masked_spans(text: str) -> list[Span]:
    """The spans of `text` in which no number is a quantity, in order of rows."""
    spans: list[Span] = []
    lower, has_figure = text.lower(), _FIGURE.search(text) is not None
    for row in MASKS:
        if (row.figures and not has_figure) or not any(need in lower for need in row.needs):
            continue
        for match in row.pattern.finditer(text):
            group = "n" if "n" in row.pattern.groupindex else 0
            spans.append(Span(*match.span(group)))
    return spans
