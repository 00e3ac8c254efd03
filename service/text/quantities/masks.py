"""Numbers that are no quantities: dates, names, labels, scores. Each row is one habit of writing, with examples."""

from __future__ import annotations

import re
from typing import NamedTuple


class Mask(NamedTuple):
    """A pattern whose match, or whose group `n`, holds no quantity. `examples` are read as none at all.

    `counts` are look-alikes that the row must leave alone.
    """

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counts: tuple[str, ...] = ()


class Span(NamedTuple):
    """Code-point offsets, end exclusive."""

    start: int
    end: int


_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?\b"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"
_YEAR = r"(?:1[0-9]|20)[0-9]{2}\b"
# A four-figure year is no year before a unit, a scale word or a decimal point.
_NO_UNIT = r"(?![.,]?[0-9]|\s*(?:%|percent|per\s|million|billion|thousand|kilo|km|metres|meters|miles|dollars|euros))"

DATES = (
    Mask("day and month", re.compile(rf"\b{_DAY}(?:\s?(?:-|–|to|and|or)\s?{_DAY})?(?:\s+of)?\s+{_MONTH}(?:,?\s{_YEAR})?"),
         ("on 12 March", "the 3rd of April 2021", "from 3 to 5 May")),
    Mask("month and day", re.compile(
            rf"(?<![Ii]n )\b{_MONTH}(?:\s+|(?<=\.)){_DAY}(?:\s?(?:-|–|to|and|or)\s?{_DAY})?(?![:,.]?[0-9])(?:,?\s{_YEAR})?"),
         ("March 30, 2023", "Sept. 11", "on June 3-5"), ("in March 12 ships sank",)),
    Mask("month and year", re.compile(rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}"), ("in August 2010",)),
    Mask("weekday and day", re.compile(rf"\b{_WEEKDAY},?\s+(?:the\s+)?(?P<n>{_DAY})(?![:,.]?[0-9]|\s+[a-z])"),
         ("Friday 31.",), ("on Friday 31 boats sank",)),
    Mask("figures of a date", re.compile(r"\b(?:[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\1(?:[0-9]{2}){1,2})\b"),
         ("2023-03-30", "30/03/2023", "3.5.2023")),
    Mask("span of years", re.compile(rf"(?<![$€£¥₹,.])\b{_YEAR}\s?[-–/]\s?(?:{_YEAR}|[0-9]{{2}}\b){_NO_UNIT}"),
         ("the 2022-23 season", "1939–45", "from 2015/16")),
    Mask("decade", re.compile(r"(?:\b(?:1[0-9]|20)|['’]|\b)[0-9]0s\b"), ("the 1990s", "in his 50s", "the ’80s")),
    Mask("decade in words", re.compile(r"\b(?i:(?:eighteen|nineteen|twenty)[- ][a-z]+ties|(?:in|of) (?:his|her|their|the) [a-z]+ties)\b"),
         ("the nineteen sixties", "in her thirties")),
    Mask("year after its preposition", re.compile(
            rf"\b(?i:in|since|until|till|before|after|from|during|circa|early|late|mid|year|spring|summer|autumn|fall|winter|"
            rf"through|by|of|and|to|the|late-|mid-|early-)[\s-]?\s?(?P<n>{_YEAR}){_NO_UNIT}(?!(?<=00)\s+[a-z-]+s\b)(?!\s+(?:people|troops))"),
         ("in 2022", "since 1812", "by mid-2019", "the 2016 vote"), ("of 2000 soldiers",)),
    Mask("time of day", re.compile(
            r"\b[0-2]?[0-9](?:[:.h][0-5][0-9]){1,2}(?:\s?(?i:[ap]\.?m\b\.?|gmt|utc|local))|\b[0-2]?[0-9]:[0-5][0-9]\b"
            r"|\b1?[0-9](?:\.[0-5][0-9])?\s?(?:[ap]\. ?m\.|[ap]m\b)|\b(?i:[0-9]{1,2}|[a-z]+)\s+o[’']clock"),
         ("18:30", "at 7 a.m.", "11pm", "7.30pm", "six o’clock")),
)  # fmt: skip

_LABELS = (
    "Resolution|Order|No|Nos|Number|Highway|Route|Interstate|Article|Articles|Section|Chapter|Paragraph|Clause|Title|Rule|"
    "Amendment|Proposition|Prop|Law|Act|Bill|Decree|Directive|Protocol|Annex|Page|Pages|Line|Figure|Table|Volume|Vol|Part|"
    "Room|Gate|Platform|Terminal|Pier|Block|Unit|Camp|Zone|Area|Sector|District|Ward|Precinct|Channel|Radio|Flight|"
    "Boeing|Airbus|Level|Category|Phase|Stage|Grade|Class|Tier|Type|Model|Mark|Version|Apollo|Formula|Windows|"
    "Week|Day|Game|Round|Match|Group|Pool|Lane|Line|Exit|Junction|Reactor|Brigade|Division|Regiment|Battalion|Squadron|"
    "Exhibit|Count|Case|Docket|Episode|Season|Super Bowl|Euro|Agenda|Vision|Studio|Pershing|Covid"
)

NAMES = (
    Mask("figure glued to letters", re.compile(
            r"\b(?!(?i:usd|eur|gbp|jpy|cny|rmb|inr|aud|cad|nzd|chf|rs|us|btc)\s?[0-9])[A-Za-z]+[0-9][A-Za-z0-9.]*(?:-[0-9A-Za-z]+)*"),
         ("the G7", "Flight MH17", "the A320"), ("USD115",)),
    Mask("letters and figure joined by a hyphen", re.compile(
            r"\b(?!(?i:magnitude|mid|pre|post|over|under)\b)(?:[A-Z][A-Za-z]{0,11}|[a-z]{1,2})[-‐‑][0-9]+(?:\.[0-9]+)?[A-Za-z]*\b(?![%,])"),
         ("a MiG-29", "two-letter code F-16", "Covid-19", "the S-400"), ("a magnitude-6 quake",)),
    Mask("label before its figure", re.compile(
            rf"\b(?:(?i:no\.|nos\.|number|page|pages|pp?\.|article|section|chapter|resolution|phone|tel|room|flight|paragraph)"
            rf"|(?:{_LABELS})\.?)\s+(?:No\.\s*)?(?P<n>[A-Z]{{0,3}}[0-9][0-9.]*(?:\([0-9a-z]+\))*"
            rf"(?:\s?(?:-|–|to|and|or)\s?[0-9]+\b)?|(?i:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
            rf"(?!,?[0-9]|\s*(?:%|percent|per cent|million|billion|thousand|dead\b))"),
         ("Resolution 1718", "No. 10", "Highway 61", "Article 5", "Boeing 737", "page 12", "Level Three", "pages 12-14")),
    Mask("name with a number word", re.compile(
            r"\b(?:Big|Group of|Gang of|Club of|Committee of) (?:Three|Four|Five|Six|Seven|Eight|Ten|Twenty|[0-9]+)\b"
            r"|\b(?:Five Eyes|Six Nations|Three Gorges|Seven Sisters|Four Seasons|Six[- ]Day War|Thirty Years[’'] War"
            r"|Hundred Years[’'] War|Two Sessions|One Nation|One Direction|Twenty20|Ten Commandments)\b"),
         ("the Group of Seven", "the Big Four", "the Five Eyes"), ("Five boats sank",)),
    Mask("figures that stand for an event", re.compile(r"(?<![0-9/])(?:9/11|7/7|24/7|50/50|10/7)(?![0-9/])|\b50-50\b"),
         ("after 9/11", "open 24/7", "a 50-50 chance")),
    Mask("figures crossed", re.compile(r"\b[0-9]+x[0-9]+\b"), ("a 4x4 truck",)),
    Mask("telephone", re.compile(
            r"(?<!\w)\+[0-9][0-9 ()-]{6,}[0-9]|\(?\b[0-9]{3}\)?[-. ][0-9]{3}[-.][0-9]{4}\b|\b[0-9]{2,5}(?:-[0-9]{2,5}){2,}\b"),
         ("call +44 20 7946 0018", "on 555-010-4477", "(202) 555-0147")),
    Mask("address on the net", re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\S+|%[0-9A-F]{2}\S*(?<=[0-9A-F])"),
         ("see www.example.org/2023/45-people",)),
)  # fmt: skip

_RESULT = r"(?:win|wins|victory|defeat|loss|draw|tie|lead|ruling|decision|vote|votes|majority|margin|score|split|verdict|triumph|thrashing|rout)"
_FEW = r"(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|nil)"

RESULTS = (
    Mask("score before its noun", re.compile(
            rf"\b[0-9]{{1,3}}\s?(?:-|–|to)\s?[0-9]{{1,3}}\s+(?:[a-z]+\s+){{0,2}}{_RESULT}\b"),
         ("a 6-3 ruling", "a 1-0 win", "a 3–4 home defeat", "a 52 to 48 vote")),
    Mask("score after its verb", re.compile(
            rf"\b(?:voted|vote|won|lost|beat|defeated|drew|trailed|led|leading|ruled|split|score of|odds of)"
            rf"(?:\s+(?:[A-Z]\w+|by|it|them|a|the|vote|of|was|is|stood|at)){{0,4}}\s+{_FEW}\s?(?:-|–|to)\s?{_FEW}\b(?!\s*(?:%|percent|per cent|million))"),
         ("voted 52-48", "beat Chelsea 2-1", "won 3 to 1")),
)  # fmt: skip

MASKS = (*DATES, *NAMES, *RESULTS)


def masked_spans(text: str) -> list[Span]:
    """The spans of `text` in which no number is a quantity, in order of rows."""
    spans: list[Span] = []
    for row in MASKS:
        for match in row.pattern.finditer(text):
            group = "n" if "n" in row.pattern.groupindex else 0
            spans.append(Span(*match.span(group)))
    return spans
