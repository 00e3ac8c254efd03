"""normalise: words become values where the text says enough, and one person's names become one."""

from __future__ import annotations

from datetime import date

from schemas.values import AnchorBasis
from service.stages.normalise import UnreadClaim, normalise
from tests.making import article, claim

TEXT = "The ministry closed the bridge on Friday. Mr. Dann said over two dozen boats sank."


def read(published: date | None, **fields):
    said_in = article("Herald", TEXT, published)
    unread = claim(said_in, "The ministry closed the bridge on Friday.", when_surface="on Friday", **fields)
    found = normalise([UnreadClaim(unread, ("over two dozen boats", "some boats"), TEXT)], {said_in.id: said_in})
    return found.claims[0]


def test_a_weekday_is_read_against_the_articles_date_and_keeps_its_words():
    when = read(date(2024, 5, 16)).when
    assert (when.earliest, when.latest, when.surface) == (date(2024, 5, 10), date(2024, 5, 10), "Friday")
    assert when.anchor_basis is AnchorBasis.STATED


def test_without_a_date_a_weekday_stays_a_name():
    assert read(None).when.is_bare_weekday


def test_amounts_become_intervals_and_what_cannot_be_read_is_left_out():
    [quantity] = read(None).quantities
    assert (quantity.low, quantity.high, quantity.counted) == (24, None, "boat")


def test_every_form_of_a_name_leads_to_the_fullest_one():
    said_in = article("Herald", f"{TEXT} Mira Dann left.")
    unread = [
        UnreadClaim(claim(said_in, "Mr. Dann said over two dozen boats sank.", speaker=name), (), TEXT)
        for name in ("Mr. Dann", "Mira Dann", "Dann")
    ]
    assert set(normalise(unread, {said_in.id: said_in}).names.values()) == {"Mira Dann"}
