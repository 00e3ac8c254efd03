"""Values that claims carry: times and quantities as intervals, each with the words it was read from."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from schemas.base import Record


class Grain(StrEnum):
    """How fine a time is told. `SPAN` is a range that the text itself gives ("from 3 to 5 March")."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    SPAN = "span"


class TimeBasis(StrEnum):
    """What a time was read from: a full date, a weekday name, or another phrase that leans on the anchor."""

    EXPLICIT = "explicit"
    WEEKDAY = "weekday"
    RELATIVE = "relative"


class AnchorBasis(StrEnum):
    """How the anchor (the day an article was published) is known."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class TimeValue(Record):
    """An interval of days, both ends included. An end of None is open.

    Without an anchor a weekday name still says something: then both ends are None and `weekday` is set.
    """

    surface: str = Field(description="The words of the text.")
    earliest: date | None = Field(description="First possible day; null when open.")
    latest: date | None = Field(description="Last possible day; null when open.")
    grain: Grain
    approximate: bool = Field(default=False, description='The text itself hedges ("about", "around", "nearly").')
    basis: TimeBasis
    weekday: int | None = Field(default=None, ge=0, le=6, description="Monday is 0; set when the text names a weekday.")
    anchor: date | None = Field(default=None, description="The publication day that the phrase was read against.")
    anchor_basis: AnchorBasis = AnchorBasis.UNKNOWN

    @model_validator(mode="after")
    def _ends_in_order(self) -> Self:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"earliest {self.earliest} lies after latest {self.latest}")
        return self

    @property
    def is_bare_weekday(self) -> bool:
        """True for a weekday name that could not be put on the calendar."""
        return self.weekday is not None and self.earliest is None and self.latest is None


class Comparator(StrEnum):
    """How the text bounds a number."""

    EXACTLY = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"
    BETWEEN = "between"
    VAGUE = "vague"


class Quantity(Record):
    """A closed interval of numbers and what they count. A bound of None is open."""

    surface: str = Field(description="The words of the text, from the comparator to what is counted.")
    low: float | None = Field(description="Lower bound; null when open.")
    high: float | None = Field(description="Upper bound; null when open.")
    comparator: Comparator
    counted: str | None = Field(
        default=None, description='Head noun of what is counted, singular ("kind" in "two dozen kinds of weapons").'
    )
    counted_of: str | None = Field(
        default=None, description='What the head noun is of, singular ("weapon" in "two dozen kinds of weapons").'
    )
    unit: str | None = Field(default=None, description='A measure or currency ("$", "%", "km"); null for counts.')
    round_number: bool = Field(
        default=False, description='Told in round words or figures ("two dozen", "9,000"), so its neighbours are near.'
    )

    @model_validator(mode="after")
    def _bounds_in_order(self) -> Self:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} lies above high {self.high}")
        return self


class Relation(StrEnum):
    """How two values of one point stand to each other."""

    SAME = "same"
    REFINES = "refines"
    COMPATIBLE = "compatible"
    CONTRADICTS = "contradicts"
    INCOMPARABLE = "incomparable"


class ValueRelation(Record):
    """A relation with its reason in words.

    `gap` is 0 where both can hold, else how far apart they are, from 0 to 1.
    `discrepancy` is the softer signal for intervals that overlap only because one side is open, from 0 to 1.
    """

    relation: Relation
    reason: str
    gap: float = Field(default=0.0, ge=0, le=1)
    discrepancy: float = Field(default=0.0, ge=0, le=1)
