"""Measures and currencies: how they are written, and which convert into which."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from service.text.quantities.currencies import CURRENCIES
from service.text.quantities.tokens import Kind, Token, lower_at, matches, past_hyphen


class Measure(NamedTuple):
    """A unit. `factor` and `offset` turn a value into the base unit of its family: base = value * factor + offset.

    `names` are lower-case phrases; `signs` are case-sensitive short forms that need a figure before them.
    """

    unit: str
    family: str
    factor: float
    names: tuple[str, ...]
    signs: tuple[str, ...] = ()
    offset: float = 0.0


def _named(*singulars: str) -> tuple[str, ...]:
    return (*singulars, *(f"{name}s" for name in singulars))


MEASURES = (
    Measure("%", "share", 1, ("percent", "per cent", "percents", "percentage", "pct"), ("%",)),
    Measure("percentage point", "share difference", 1, _named("percentage point", "percent point", "per cent point"),
            ("pp",)),
    Measure("basis point", "share difference", 0.01, _named("basis point"), ("bps",)),
    Measure("mm", "length", 1e-3, _named("millimetre", "millimeter"), ("mm",)),
    Measure("cm", "length", 1e-2, _named("centimetre", "centimeter"), ("cm",)),
    Measure("m", "length", 1, _named("metre", "meter")),  # the sign m is read by `_metres`
    Measure("km", "length", 1e3, _named("kilometre", "kilometer"), ("km", "kms")),
    Measure("inch", "length", 0.0254, ("inch", "inches")),
    Measure("foot", "length", 0.3048, ("foot", "feet"), ("ft",)),
    Measure("yard", "length", 0.9144, _named("yard"), ("yd", "yds")),
    Measure("mile", "length", 1609.344, _named("mile"), ("mi",)),
    Measure("nautical mile", "length", 1852, _named("nautical mile"), ("nm",)),
    Measure("m²", "area", 1, (*_named("square metre", "square meter"), "sq m"), ("m²", "m2", "sqm")),
    Measure("sq ft", "area", 0.09290304, ("square foot", "square feet", "sq ft")),
    Measure("km²", "area", 1e6, (*_named("square kilometre", "square kilometer"), "sq km"), ("km²", "km2")),
    Measure("sq mile", "area", 2589988.110336, _named("square mile", "sq mile")),
    Measure("hectare", "area", 1e4, _named("hectare"), ("ha",)),
    Measure("acre", "area", 4046.8564224, _named("acre")),
    Measure("µg", "mass", 1e-9, _named("microgram", "microgramme"), ("µg", "μg", "mcg")),
    Measure("mg", "mass", 1e-6, _named("milligram", "milligramme"), ("mg",)),
    Measure("g", "mass", 1e-3, _named("gram", "gramme"), ("g",)),
    Measure("kg", "mass", 1, _named("kilogram", "kilogramme", "kilo"), ("kg", "kgs")),
    Measure("tonne", "mass", 1e3, _named("tonne", "metric ton", "metric tonne"), ("t",)),
    Measure("lb", "mass", 0.45359237, ("lb", "lbs"), ("lb", "lbs")),
    Measure("ounce", "mass", 0.028349523125, _named("ounce"), ("oz",)),
    Measure("ton", "ton", 1, _named("ton")),  # short, long or metric: the text does not say, so it does not convert
    Measure("ml", "volume", 1e-3, _named("millilitre", "milliliter"), ("ml",)),
    Measure("litre", "volume", 1, _named("litre", "liter"), ("l", "L")),
    Measure("m³", "volume", 1e3, _named("cubic metre", "cubic meter"), ("m³", "m3")),
    Measure("cubic foot", "volume", 28.316846592, ("cubic foot", "cubic feet")),
    Measure("gallon", "gallon", 1, _named("gallon")),  # American or British
    Measure("km/h", "speed", 1, ("km/h", "kph", "kmh", "kmph"), ("kph", "kmh", "kmph")),
    Measure("mph", "speed", 1.609344, ("mph",), ("mph",)),
    Measure("knot", "speed", 1.852, _named("knot"), ("kt", "kts")),
    Measure("°C", "temperature", 1, ("degrees celsius", "degree celsius", "degrees centigrade", "celsius", "centigrade",
            "degrees c", "deg c", "° c", "° celsius"), ("C",)),
    Measure("°F", "temperature", 5 / 9, ("degrees fahrenheit", "degree fahrenheit", "fahrenheit", "degrees f", "deg f",
            "° f", "° fahrenheit"), ("F",), offset=-160 / 9),
    Measure("degree", "angle", 1, ("degree", "degrees", "deg"), ("°",)),
    Measure("kW", "power", 1e3, _named("kilowatt"), ("kW",)),
    Measure("MW", "power", 1e6, _named("megawatt"), ("MW",)),
    Measure("GW", "power", 1e9, _named("gigawatt"), ("GW",)),
    Measure("kWh", "energy", 1e3, _named("kilowatt hour"), ("kWh",)),
    Measure("MWh", "energy", 1e6, _named("megawatt hour"), ("MWh",)),
    Measure("kiloton", "yield", 1, _named("kiloton", "kilotonne"), ("kt",)),
    Measure("megaton", "yield", 1e3, _named("megaton", "megatonne"), ("Mt",)),
    Measure("MB", "storage", 1e6, _named("megabyte"), ("MB",)),
    Measure("GB", "storage", 1e9, _named("gigabyte"), ("GB",)),
    Measure("TB", "storage", 1e12, _named("terabyte"), ("TB",)),
    Measure("second", "time", 1, ("second", "seconds", "secs")),
    Measure("minute", "time", 60, _named("minute", "min")),
    Measure("hour", "time", 3600, _named("hour", "hr")),
    Measure("day", "time", 86_400, _named("day")),
    Measure("week", "time", 604_800, _named("week", "wk")),
    Measure("month", "calendar", 1, _named("month")),  # months have no fixed number of days
    Measure("year", "calendar", 12, _named("year", "yr")),
    Measure("decade", "calendar", 120, _named("decade")),
    Measure("magnitude", "magnitude", 1, ("magnitude", "on the richter scale")),
)  # fmt: skip

UNITS = {row.unit: row for row in MEASURES}


class UnitMatch(NamedTuple):
    """A unit and the token index after it."""

    unit: str
    stop: int


def _table() -> dict[tuple[str, ...], str]:
    names = {tuple(name.replace("/", " / ").split()): row.unit for row in MEASURES for name in row.names}
    return names | {tuple(name.split()): row.unit for row in CURRENCIES for name in row.names}


_NAMES = _table()
_SIGNS = {sign: row.unit for row in MEASURES for sign in row.signs}
_MONEY_BEFORE = {tuple(sign.split()): row.unit for row in CURRENCIES for sign in row.before}
MONEY_OPENERS = frozenset(phrase[0] for phrase in _MONEY_BEFORE)
_MONEY_AFTER = {sign: row.unit for row in CURRENCIES for sign in (*row.signs, *row.codes)}
_LONGEST = max(len(name) for name in _NAMES)

_DIMENSIONS = frozenset({"tall", "high", "long", "wide", "deep", "away", "above", "below", "thick", "underwater"})


def money_before(tokens: list[Token], index: int) -> UnitMatch | None:
    """A currency that stands before its figure: "$", "US$", "EUR", "Rs"."""
    if index >= len(tokens) or (tokens[index].kind is not Kind.MARK and tokens[index].text not in MONEY_OPENERS):
        return None
    for length in (3, 2, 1):
        phrase = tuple(t.text for t in tokens[index : index + length])
        unit = _MONEY_BEFORE.get(phrase) if len(phrase) == length else None
        if unit and all(t.glued for t in tokens[index + 1 : index + length] if phrase[0] == "A"):
            return UnitMatch(unit, index + length)
    return UnitMatch(tokens[index].text, index + 1) if _is_other_money(tokens, index) else None


def _is_other_money(tokens: list[Token], index: int) -> bool:
    """True for a currency sign that the table lacks; it is then its own unit."""
    return index < len(tokens) and unicodedata.category(tokens[index].text[0]) == "Sc"


def is_money_sign(tokens: list[Token], index: int) -> bool:
    """True when the token at `index` is a currency's sign or code."""
    return 0 <= index < len(tokens) and (tokens[index].text in _MONEY_AFTER or (tokens[index].text,) in _MONEY_BEFORE)


def unit_after(tokens: list[Token], index: int) -> UnitMatch | None:
    """The measure or currency after a figure, its hyphen included ("a 20-km march", "5 million euros")."""
    at = past_hyphen(tokens, index)
    if at > index and not (at < len(tokens) and tokens[index].glued == tokens[at].glued):
        return None  # "three-year" and, in tokenised text, "three - year"; not a dash behind the figure
    name: list[str] = []
    stops: list[int] = []
    stop = at
    while len(name) < _LONGEST and stop < len(tokens):
        name.append(tokens[stop].lower)
        stops.append(stop + 1)
        stop = past_hyphen(tokens, stop + 1)  # "a 25-basis-point cut"
    for length in range(len(name), 0, -1):
        unit = _NAMES.get(tuple(name[:length]))
        if unit:
            return _per_hour(tokens, UnitMatch(unit, stops[length - 1]))
    return _sign_after(tokens, at) if at < len(tokens) else None


def _sign_after(tokens: list[Token], at: int) -> UnitMatch | None:
    text = tokens[at].text
    superscript = lower_at(tokens, at + 1) if at + 1 < len(tokens) and tokens[at + 1].glued else ""
    if superscript in {"2", "3", "²", "³"} and text + superscript in _SIGNS:
        return UnitMatch(_SIGNS[text + superscript], at + 2)
    behind_figure = tokens[at - 1].kind is Kind.NUMBER
    if text == "m" and behind_figure:
        return _metres(tokens, at)
    single_letter = len(text) == 1 and text.isalpha()
    if text in _SIGNS and (behind_figure or not text.isalpha()) and (tokens[at].glued or not single_letter):
        return _per_hour(tokens, UnitMatch(_SIGNS[text], at + 1))
    if _is_other_money(tokens, at) and text not in _MONEY_AFTER:
        return UnitMatch(text, at + 1)
    if text in _MONEY_AFTER and not (text == "p" and not tokens[at].glued):
        return UnitMatch(_MONEY_AFTER[text], at + 1)
    return None


def _metres(tokens: list[Token], at: int) -> UnitMatch | None:
    """The sign m stands for million too: it is a length only before a word of dimension or a noun that it measures."""
    after = lower_at(tokens, at + 1)
    if after in _DIMENSIONS or (tokens[at].glued and at + 1 < len(tokens) and _names_a_thing(tokens[at + 1])):
        return UnitMatch("m", at + 1)
    return None


def _names_a_thing(token: Token) -> bool:
    return token.lower in {"final", "race", "sprint", "pool", "tower", "wave", "freestyle", "butterfly", "hurdles"}


def _per_hour(tokens: list[Token], match: UnitMatch) -> UnitMatch:
    for unit, speed in (("km", "km/h"), ("mile", "mph")):
        for phrase in (("per", "hour"), ("an", "hour"), ("/", "h"), ("/", "hr"), ("/", "hour")):
            if match.unit == unit and matches(tokens, match.stop, phrase):
                return UnitMatch(speed, match.stop + 2)
    return match
