"""Whether two quantities count the same kind of thing, and one unit for both."""

from __future__ import annotations

from typing import NamedTuple

from schemas.values import Quantity
from service.text.quantities.currencies import CURRENCY_UNITS
from service.text.quantities.units import UNITS


class SameCount(NamedTuple):
    """Nouns that news uses for one kind of thing when it counts. `reason` says why a swap is safe."""

    nouns: frozenset[str]
    reason: str
    example: tuple[str, str]


def _row(nouns: str, reason: str, example: tuple[str, str]) -> SameCount:
    return SameCount(frozenset(nouns.split()), reason, example)


# Rows are for counting only: two words in one row give the same count of one event.
SAME_COUNTS = (
    _row("kind type sort variety", "all name classes of things, not the things", ("two dozen kinds", "24 types")),
    _row("people person individual strong", "a head count, whatever the word", ("40 people", "40 individuals")),
    _row("soldier troop serviceman servicemember", "members of armed forces; troops are counted by the head",
         ("300 soldiers", "300 troops")),
    _row("dead death fatality killed", "each is one life lost", ("12 dead", "12 deaths")),
    _row("injured wounded injury hurt", "each is one person hurt and alive", ("9 injured", "9 wounded")),
    _row("house home", "a dwelling, when buildings are counted", ("80 houses", "80 homes")),
    _row("nation country", "states, in the language of news", ("50 nations", "50 countries")),
    _row("firm company business", "a commercial enterprise", ("six firms", "six companies")),
    _row("worker employee staff", "people whom an employer employs", ("700 workers", "700 employees")),
    _row("child kid", "the same people, in plainer words", ("five children", "five kids")),
    _row("protester demonstrator marcher", "people who take part in a protest", ("20 protesters", "20 demonstrators")),
    _row("migrant immigrant", "people who move to a country; refugees are fewer", ("30 migrants", "30 immigrants")),
    _row("jet warplane", "combat aircraft, when forces count them", ("two jets", "two warplanes")),
    _row("ship vessel", "a craft at sea", ("12 ships", "12 vessels")),
    _row("car automobile", "the same vehicle", ("40 cars", "40 automobiles")),
    _row("physician doctor", "medical doctors", ("five physicians", "five doctors")),
    _row("lawmaker legislator", "members of a law-making body", ("90 lawmakers", "90 legislators")),
    _row("drone uav", "unmanned aircraft", ("20 drones", "20 UAVs")),
    _row("occasion time", "how often a thing happened", ("three times", "three occasions")),
)  # fmt: skip

_ROW_OF = {noun: at for at, row in enumerate(SAME_COUNTS) for noun in row.nouns}


class _Apart(NamedTuple):
    """Two rows of counts that cannot be the same count, by one noun of each."""

    one: str
    other: str
    reason: str


# Besides these, only a thing against its kinds is told apart; all other pairs of nouns are left open.
APART = (
    _Apart("dead", "injured", "the dead are not among the wounded"),
)  # fmt: skip

_KINDS = SAME_COUNTS[0].nouns


def same_counted(a: Quantity, b: Quantity) -> bool | None:
    """Whether two quantities count the same kind of thing; None where the words do not tell.

    "two dozen weapons" and "two dozen kinds of weapons" do not; different nouns outside the tables stay open.
    """
    if a.unit or b.unit:
        return _same_unit(a, b)
    if a.counted is None or b.counted is None:
        return None
    if (a.counted in _KINDS) != (b.counted in _KINDS):
        return False
    if a.counted == b.counted or _ROW_OF.get(a.counted, -1) == _ROW_OF.get(b.counted, -2):
        return _same_noun(a.counted_of, b.counted_of)
    for row in APART:
        if {_ROW_OF[row.one], _ROW_OF[row.other]} == {_ROW_OF.get(a.counted), _ROW_OF.get(b.counted)}:
            return False
    return None


def in_common_unit(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both quantities in the unit of `a`, or None where the units do not convert (km and kg, $ and €).

    Factors are the units' definitions (SI brochure; international yard and pound of 1959). Surfaces stay as told.
    """
    if not a.unit or not b.unit:
        return None
    if a.unit == b.unit:
        return a, b
    base_a, rate_a = _split_rate(a.unit)
    base_b, rate_b = _split_rate(b.unit)
    one, other = _scale(base_a), _scale(base_b)
    if one is None or other is None or one.family != other.family or rate_a != rate_b:
        return None

    def converted(value: float | None) -> float | None:
        return (
            None if value is None else float(f"{(value * other.factor + other.offset - one.offset) / one.factor:.12g}")
        )

    return a, b.model_copy(update={"low": converted(b.low), "high": converted(b.high), "unit": a.unit})


class _Scale(NamedTuple):
    family: str
    factor: float
    offset: float


def _scale(unit: str) -> _Scale | None:
    if unit in UNITS:
        return _Scale(UNITS[unit].family, UNITS[unit].factor, UNITS[unit].offset)
    currency = CURRENCY_UNITS.get(unit)
    return _Scale(f"money {currency.family}", currency.factor, 0.0) if currency and currency.family else None


def _split_rate(unit: str) -> tuple[str, str]:
    base, _, rate = unit.partition("per ")
    return base.strip(), rate


def _same_unit(a: Quantity, b: Quantity) -> bool | None:
    if a.unit is None or b.unit is None:
        return False if (a.counted or b.counted) and not _is_rate(a) and not _is_rate(b) else None
    if a.unit != b.unit and in_common_unit(a, b) is None:
        known = _family(a.unit), _family(b.unit)
        return False if None not in known and known[0] != known[1] else None
    if a.counted != b.counted:
        return None
    return _same_noun(a.counted_of, b.counted_of)


def _is_rate(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.startswith("per ")


# Families whose units may measure one thing although no factor joins them (months and days, tons and tonnes).
_JOINED_FAMILIES = {"calendar": "time", "ton": "mass", "yield": "mass", "gallon": "volume", "share difference": "share"}


def _family(unit: str) -> str | None:
    base, _ = _split_rate(unit)
    if base in CURRENCY_UNITS:
        return "money"
    return _JOINED_FAMILIES.get(UNITS[base].family, UNITS[base].family) if base in UNITS else None


def _same_noun(one: str | None, other: str | None) -> bool | None:
    """What the heads are of. Named on one side only ("24 types", "24 types of weapons") it does not tell against."""
    if one is None or other is None or one == other or _ROW_OF.get(one, -1) == _ROW_OF.get(other, -2):
        return True
    return None
