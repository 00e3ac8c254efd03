"""How single things are said, in both views alike."""

from __future__ import annotations

import doctest
from datetime import date

import pytest

from schemas.clusters import OriginKind
from schemas.conflicts import ContradictionKind
from schemas.report import Failure, Usage
from schemas.values import AnchorBasis, Comparator, Grain, Quantity, TimeBasis, TimeValue
from service.views import framing, index, phrases, safety, wording
from tests.views.sample import CLAIM, LEDGER, RADIO, TIDE, ferry_report, origin


@pytest.mark.parametrize("module", [framing, index, phrases, safety, wording], ids=lambda module: module.__name__)
def test_the_examples_in_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


def time(earliest: date | None, latest: date | None, **fields) -> TimeValue:
    return TimeValue(
        **{
            "surface": "then",
            "earliest": earliest,
            "latest": latest,
            "grain": Grain.DAY,
            "basis": TimeBasis.EXPLICIT,
            **fields,
        }
    )


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (time(date(2024, 3, 5), date(2024, 3, 5)), "5 March 2024"),
        (time(date(2024, 3, 5), date(2024, 3, 5), approximate=True), "about 5 March 2024"),
        (time(date(2024, 3, 1), date(2024, 3, 31), grain=Grain.MONTH), "March 2024"),
        (time(date(2024, 1, 1), date(2024, 12, 31), grain=Grain.YEAR), "2024"),
        (time(date(2024, 3, 3), date(2024, 3, 5), grain=Grain.SPAN), "3 March 2024 to 5 March 2024"),
        (time(date(2024, 3, 3), None), "3 March 2024 or later"),
        (time(None, date(2024, 3, 3)), "3 March 2024 or earlier"),
        (time(None, None), "a day not known"),
        (time(None, None, weekday=3, basis=TimeBasis.WEEKDAY), "a Thursday, date not known"),
        (
            time(date(2024, 3, 5), date(2024, 3, 5), basis=TimeBasis.RELATIVE, anchor=date(2024, 3, 6), anchor_basis=AnchorBasis.INFERRED),
            "5 March 2024, counting from publication on 6 March 2024 (inferred)",
        ),
    ],
)  # fmt: skip
def test_a_time_is_said_as_fine_as_it_is_known(when, words):
    assert phrases.time_words(when) == words


def quantity(low: float | None, high: float | None, **fields) -> Quantity:
    return Quantity(**{"surface": "some", "low": low, "high": high, "comparator": Comparator.ABOUT, **fields})


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (quantity(14, 14), "14"),
        (quantity(20, 30, counted="person"), "20 to 30 (person)"),
        (quantity(1500000, None, unit="$"), "$1,500,000 or more"),
        (quantity(None, 3.5, unit="%"), "3.5% or less"),
        (quantity(2.5, 2.5, unit="km"), "2.5 km"),
        (quantity(None, None), "an unstated number"),
    ],
)
def test_an_amount_is_said_with_its_bounds_and_unit(amount, words):
    assert phrases.quantity_words(amount) == words


def test_a_reading_that_adds_nothing_to_the_words_is_left_out():
    assert wording.reading_words(CLAIM["dead1"], ContradictionKind.NUMERIC) == ""
    assert wording.reading_words(CLAIM["dead3"], ContradictionKind.NUMERIC) == "14 (person)"
    assert wording.reading_words(CLAIM["dead3"], ContradictionKind.ENTITY) == ""


def test_a_day_of_publication_says_how_it_is_known():
    assert wording.published_words(LEDGER) == "published 8 March 2024"
    assert wording.published_words(TIDE) == "published 7 March 2024 (inferred)"
    assert wording.published_words(RADIO) == "publication date unknown"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (OriginKind.SPEAKER, "Name (through Radio Kest)"),
        (OriginKind.UNNAMED, "Name (unnamed; through Radio Kest)"),
        (OriginKind.WIRE, "Name (wire; through Radio Kest)"),
        (OriginKind.OUTLET, "Name (own account)"),
    ],
)
def test_an_origin_tells_through_whom_it_speaks_unless_it_is_the_outlet(kind, words):
    assert wording.origin_words(origin("Name", RADIO, kind=kind), ["Radio Kest"]) == words


def test_a_single_source_names_the_origin_behind_the_outlet():
    (point,) = [found for found in ferry_report().corroborations if found.cluster_id == "k_captain"]
    assert wording.single_source_words(point) == "Salden Courier"
    cited = point.model_copy(update={"origins": (origin("harbour master", RADIO),)})
    assert wording.single_source_words(cited) == "Salden Courier, citing harbour master"


def test_a_failure_without_a_remedy_ends_after_the_reason():
    assert (
        framing.failure_words(Failure(stage="ingest", subject="a.txt", reason="is empty"))
        == "a.txt (ingest): is empty."
    )


def test_a_run_of_the_rules_says_that_no_model_was_asked():
    assert framing.usage_words(Usage(), replayed=False) == "No model was asked."
