"""Seasons and holidays. Seasons are those of the northern hemisphere, by whole months.

Holidays that differ from country to country (Independence Day, Mother's Day) or follow the moon (Ramadan) are not in
the table: the text does not say which day they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from schemas.values import Grain
from service.text.dates.rule import Example, Reading, Rule, Scene, choose, explicit, select
from service.text.dates.spans import Span, easter, month_span, months_span, nth_weekday, orthodox_easter, recurring
from service.text.dates.tense import Tense
from service.text.dates.vocabulary import (
    APOSTROPHE,
    DASH,
    SEASON,
    SEASONS,
    WEEKDAYS,
    YEAR,
    YEAR_END,
    YEAR_FIGURES,
    YEAR_STEP,
    verbose,
)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int, plus: int = 0) -> Callable[[int], date]:
    return lambda year: nth_weekday(month_span(year, month), weekday, nth) + timedelta(days=plus)


def _easter(plus: int = 0) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=plus)


_S = "['’]?s"
#: Pattern of the name → the day in a year. American holidays by their American date.
HOLIDAYS: dict[str, Callable[[int], date]] = {
    r"christmas\s+eve": _fixed(12, 24),
    r"christmas\s+day": _fixed(12, 25),
    r"boxing\s+day": _fixed(12, 26),
    rf"new\s+year{_S}\s+eve": _fixed(12, 31),
    rf"new\s+year{_S}\s+day": _fixed(1, 1),
    r"epiphany": _fixed(1, 6),
    r"orthodox\s+christmas(?:\s+day)?": _fixed(1, 7),
    r"martin\s+luther\s+king(?:,?\s+jr\.?)?\s+day|mlk\s+day": _nth(1, 0, 3),
    r"australia\s+day": _fixed(1, 26),
    r"holocaust\s+(?:memorial|remembrance)\s+day": _fixed(1, 27),
    r"groundhog\s+day": _fixed(2, 2),
    rf"valentine{_S}\s+day": _fixed(2, 14),
    rf"president{_S}?{APOSTROPHE}?\s+day": _nth(2, 0, 3),
    rf"(?:international\s+)?women{_S}\s+day": _fixed(3, 8),
    r"(?:st\.?|saint)\s+patrick['’]?s\s+day": _fixed(3, 17),
    rf"april\s+fool{_S}?{APOSTROPHE}?\s+day": _fixed(4, 1),
    r"earth\s+day": _fixed(4, 22),
    r"anzac\s+day": _fixed(4, 25),
    r"may\s+day": _fixed(5, 1),
    r"cinco\s+de\s+mayo": _fixed(5, 5),
    r"memorial\s+day": _nth(5, 0, -1),
    rf"father{_S}\s+day": _nth(6, 6, 3),
    r"juneteenth": _fixed(6, 19),
    r"canada\s+day": _fixed(7, 1),
    r"(?:the\s+)?fourth\s+of\s+july": _fixed(7, 4),
    r"bastille\s+day": _fixed(7, 14),
    r"(?:labor|labour)\s+day": _nth(9, 0, 1),
    r"columbus\s+day|indigenous\s+peoples['’]?\s+day": _nth(10, 0, 2),
    r"halloween": _fixed(10, 31),
    rf"all\s+saint{_S}?{APOSTROPHE}?\s+day": _fixed(11, 1),
    r"guy\s+fawkes\s+(?:night|day)|bonfire\s+night": _fixed(11, 5),
    r"veterans['’]?\s+day|armistice\s+day": _fixed(11, 11),
    r"remembrance\s+sunday": _nth(11, 6, 2),
    r"thanksgiving(?:\s+day)?": _nth(11, 3, 4),
    r"black\s+friday": _nth(11, 3, 4, plus=1),
    r"cyber\s+monday": _nth(11, 3, 4, plus=4),
    r"giving\s+tuesday": _nth(11, 3, 4, plus=5),
    r"shrove\s+tuesday|mardi\s+gras|fat\s+tuesday|pancake\s+day": _easter(-47),
    r"ash\s+wednesday": _easter(-46),
    r"palm\s+sunday": _easter(-7),
    r"maundy\s+thursday|holy\s+thursday": _easter(-3),
    r"good\s+friday": _easter(-2),
    r"holy\s+saturday": _easter(-1),
    r"orthodox\s+easter(?:\s+sunday)?": orthodox_easter,
    r"easter(?:\s+(?:sunday|day))": _easter(),
    r"easter\s+monday": _easter(1),
    r"ascension(?:\s+day|\s+thursday)": _easter(39),
    r"pentecost|whit\s+sunday": _easter(49),
    r"whit\s+monday": _easter(50),
    r"christmas": _fixed(12, 25),
    r"easter": _easter(),
}
#: Names that as often stand beside a noun ("Christmas market", "Easter Island"): they need a word of time before them.
LOOSE_WORDS = frozenset({"christmas", "easter", "thanksgiving", "halloween", "epiphany", "pentecost"})
LOOSE = rf"(?:{'|'.join(sorted(LOOSE_WORDS))})"
STRICT_NAME = "|".join(name for name in HOLIDAYS if not re.fullmatch(LOOSE, name))
LOOSE_LICENCE = r"(?:at|on|over|before|by|since|until|till|after|for|around|last|this|next|past|of|and|to|from)"
NO_NOUN = rf"""(?![\w-]|{APOSTROPHE}s\s+island|\s+(?:tree|market|island|eggs?|cards?|gifts?|party|parties|carol|message
    |lights|rising|parade|bonus|shopping|show|special|weekend|holidays?|season|concert|service|mass|speech|address
    |truce|break|dinner|lunch|week))"""
YEAR_OF = rf"(?:,?\s+(?:of\s+|in\s+)?(?P<year>{YEAR}){YEAR_END})?"
HOLIDAY_WORDS = frozenset({
    *WEEKDAYS, "christmas", "easter", "day", "eve", "epiphany", "thanksgiving", "halloween", "pentecost", "juneteenth",
    "july", "night", "mayo", "gras",
})  # fmt: skip
#: Words of the names themselves: "day" and the weekdays are in every text.
_NAME_WORDS = {word for name in HOLIDAYS for word in re.findall("[a-z]{2,}", name.replace(r"\s", " "))}
_TELLING_WORDS = frozenset({form for word in _NAME_WORDS for form in (word, f"{word}s")}) - {
    "day", "days", "night", "year", "years", "the", "of", *WEEKDAYS,
}  # fmt: skip
_COMPILED = [(verbose(rf"(?:{name})"), day_in) for name, day_in in HOLIDAYS.items()]


def _day_in(name: str) -> Callable[[int], date]:
    return next(day_in for pattern, day_in in _COMPILED if pattern.fullmatch(name))


def read_holiday(match: re.Match[str], scene: Scene) -> Reading | None:
    day_in = _day_in(match["holiday"])
    if match["year"]:
        return explicit(Span(day_in(int(match["year"])), day_in(int(match["year"]))), Grain.DAY)
    if scene.anchor is None:
        return None
    spans = recurring(scene.anchor.year, lambda year: Span(day_in(year), day_in(year)))
    tense = scene.tense(*match.span("holiday"))
    span = select(match["which"] or "", spans, scene.anchor, tense)
    return Reading(*span, Grain.DAY, recurs=YEAR_STEP) if span else None


def season_span(name: str, year: int) -> Span:
    """Three months; a winter is that which begins in December of `year`."""
    first = SEASONS[name.lower()]
    return months_span(year, first, first + 2)


def read_season_of_year(match: re.Match[str], _scene: Scene) -> Reading | None:
    """'winter of 2022' has two ends in two years and is left alone; 'winter of 2022-23' is not."""
    year = int(match["year"])
    if match["to"]:
        return explicit(season_span("winter", year), Grain.SEASON) if match["season"].lower() == "winter" else None
    return None if match["season"].lower() == "winter" else explicit(season_span(match["season"], year), Grain.SEASON)


def read_season(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    spans = list(recurring(scene.anchor.year, lambda year: season_span(match["season"], year)))
    which, tense = (match["which"] or "").lower(), scene.tense(*match.span("season"))
    if which == "this" and tense is Tense.NONE:
        tense = Tense.FUTURE
    span = select(which, spans, scene.anchor, tense)
    return Reading(*span, Grain.SEASON, recurs=YEAR_STEP) if span else None


def read_season_of_relative_year(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None or match["season"].lower() == "winter":
        return None
    years = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return Reading(*season_span(match["season"], scene.anchor.year + years), Grain.SEASON)


def read_loose_season(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.anchor is None:
        return None
    spans = recurring(scene.anchor.year, lambda year: season_span(match["season"], year))
    span = choose(spans, scene.anchor, scene.tense(*match.span("season")))
    return Reading(*span, Grain.SEASON, recurs=YEAR_STEP) if span else None


RULES = (
    Rule(
        "holiday",
        HOLIDAY_WORDS,
        verbose(rf"\b(?:(?P<which>last|this|next|past)\s+)?(?P<holiday>{STRICT_NAME})\b{YEAR_OF}(?!\s+weekend)"),
        read_holiday,
        (
            Example("on Ash Wednesday", "Crowds prayed on Ash Wednesday.", "2024-02-14"),
            Example("Black Friday", "Shops will open early on Black Friday.", "2024-11-29"),
            Example("Good Friday", "The deal was signed on Good Friday 1998.", "1998-04-10"),
            Example("Easter Monday", "Crowds prayed on Easter Monday.", "2024-04-01"),
            Example("New Year’s Eve", "It burned on New Year’s Eve.", "2023-12-31"),
            Example("Labor Day", "Pools close on Labor Day.", "2024-09-02"),
            Example("Orthodox Easter", "Guns fell silent on Orthodox Easter.", "2024-05-05"),
        ),
        beside=_TELLING_WORDS,
    ),
    Rule(
        "holiday after a word of time",
        LOOSE_WORDS,
        verbose(
            rf"\b(?:(?P<which>last|this|next|past)|{LOOSE_LICENCE})\s+(?P<time>(?P<holiday>{LOOSE}){YEAR_OF}){NO_NOUN}"
        ),
        read_holiday,
        (
            Example("before Christmas", "The siege will end before Christmas.", "2024-07-10/2024-12-24"),
            Example("last Christmas", "He was pardoned last Christmas.", "2023-12-25"),
        ),
    ),
    Rule(
        "season of a year",
        frozenset(SEASONS),
        verbose(
            rf"\b(?:the\s+|(?!fall\s+in\b))(?P<season>{SEASON}),?\s+(?:of\s+|in\s+)?(?P<year>{YEAR})(?:(?P<to>(?:{DASH}|/)(?:\d\d){{1,2}}))?{YEAR_END}"
        ),
        read_season_of_year,
        (
            Example("the spring of 2019", "They met in the spring of 2019.", "2019-03-01/2019-05-31"),
            Example("the winter of 2021-22", "Gas was short in the winter of 2021-22.", "2021-12-01/2022-02-28"),
            Example("the winter of 2021", "Gas was short in the winter of 2021.", None),
            Example("in 2025", "Rents will fall in 2025.", "2025-01-01/2025-12-31"),
        ),
        beside=YEAR_FIGURES,
    ),
    Rule(
        "season of last, this or next year",
        frozenset(SEASONS),
        verbose(rf"\b(?:the\s+)?(?P<season>{SEASON})\s+(?:of\s+)?(?P<which>last|this|next)\s+year\b"),
        read_season_of_relative_year,
        (Example("in the spring of last year", "They met in the spring of last year.", "2023-03-01/2023-05-31"),),
        beside=frozenset({"last", "this", "next"}),
    ),
    Rule(
        "last, this or next season",
        frozenset(SEASONS),
        verbose(rf"\b(?:this\s+)?(?P<which>last|this|past|next|coming)\s+(?P<season>{SEASON})(?!\w|-|\s+of\b)"),
        read_season,
        (
            Example("last winter", "Gas was short last winter.", "2023-12-01/2024-02-29"),
            Example("this spring", "They met this spring.", "2024-03-01/2024-05-31"),
            Example("next fall", "She will run next fall.", "2024-09-01/2024-11-30"),
        ),
        beside=frozenset({"last", "this", "past", "next", "coming"}),
    ),
    Rule(
        "the season",
        frozenset(SEASONS),
        verbose(
            r"""\b(?:over|during|in|by|since|until|till|through|throughout|before)\s+(?:the\s+)?
            (?P<time>(?P<season>spring|summer|autumn|winter|(?<=the\s)fall))(?!\w|-|\s+(?:of|in|olympics|games|line)\b)"""
        ),
        read_loose_season,
        (
            Example("over the winter", "Gas was short over the winter.", "2023-12-01/2024-02-29"),
            Example("in the fall", "She will run in the fall.", "2024-09-01/2024-11-30"),
        ),
    ),
    Rule(
        "season, within a part",
        frozenset(SEASONS),
        verbose(r"\b(?P<season>spring|summer|autumn|winter)\b(?!-)"),
        read_loose_season,
        (Example("late spring", "They met in late spring.", "2024-05-01/2024-05-31"),),
        alone=False,
    ),
)
