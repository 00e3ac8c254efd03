"""A day is lent only between reports of one event, and only where the undated report's own words fit it."""

from datetime import date

import pytest

from service.text.pages.siblings import DAY_CUES, Sibling, lend_day, phrases, sibling, tells_the_same

TUESDAY = date(2024, 5, 14)
DATED = """The ferry Marigold ran aground on a sandbank outside the harbour of Lesk on Tuesday with 84 people on board.
Nobody was hurt, the harbour office said, and the passengers were brought ashore in two lifeboats before dark.
The office said it would ask the owner why the ship had left the marked channel, where the water is nine metres deep."""
ALIKE = """A ferry with 84 people on board ran aground on a sandbank outside the harbour of Lesk {when}, officials said.
The passengers were brought ashore in two lifeboats and nobody was hurt, the harbour office said in a short statement.
It was not clear why the ship had left the marked channel. {more}"""
BARE = DATED.replace(" on Tuesday", "")
OTHER = """A ferry with 40 people on board caught fire off Lesk on Tuesday, five months after another ship was lost there.
Crews from three towns fought the flames through the night while a tug held the burning vessel against the tide.
Its owner blamed a fuel pump that inspectors had found faulty during their visit in the autumn of last year."""


def dated(text: str = DATED, day: date = TUESDAY, source: str = "dated.txt") -> Sibling:
    return sibling(source, day, text)


@pytest.mark.parametrize("cue", DAY_CUES, ids=lambda cue: cue.name)
def test_each_cue_finds_its_examples(cue):
    for example in cue.examples:
        assert cue.pattern.search(example), example


@pytest.mark.parametrize(
    "when",
    ["on Tuesday", "this Tuesday", "late Tuesday", "on the 14th", "on May 14", "on 14 May", "on the 13th"],
)
def test_a_report_of_the_same_event_that_names_the_day_or_the_one_before_takes_it(when):
    lender = lend_day(ALIKE.format(when=when, more=""), [dated()])
    assert lender is not None
    assert lender.published == TUESDAY


@pytest.mark.parametrize(
    ("when", "more"),
    [
        ("on Friday", ""),
        ("on the 30th", ""),
        ("on June 14", ""),
        ("on 14 March", ""),
        ("on Tuesday", "A like accident happened on the 2nd, it said."),
        ("in bad weather", ""),
        ("last Tuesday", ""),
        ("on Tuesday", "The inquiry closed on 3 July 2024."),
        ("on Tuesday", "It was the worst grounding since the one of May 2024."),
        ("on Monday", "The lead of the dated report names another day."),
        ("in bad weather", "The council will meet on Tuesday."),
    ],
)
def test_a_report_whose_words_name_another_day_or_none_takes_no_day(when, more):
    assert lend_day(ALIKE.format(when=when, more=more), [dated()]) is None


def test_the_day_before_fits_too_where_the_dated_report_names_none():
    text = ALIKE.format(when="on Monday", more="")
    assert lend_day(text, [dated(BARE)]) is not None
    assert lend_day(text, [dated()]) is None


def test_a_report_of_another_event_in_the_same_affair_takes_no_day():
    assert not tells_the_same(phrases(OTHER), phrases(DATED))
    assert lend_day(OTHER, [dated()]) is None


def test_a_short_text_is_too_little_to_be_likened():
    short = DATED.split("\n", maxsplit=1)[0]
    assert lend_day(short, [dated()]) is None


def test_dated_reports_that_are_alike_must_agree_within_a_day():
    text = ALIKE.format(when="on Tuesday", more="")
    near, far = date(2024, 5, 15), date(2024, 5, 21)
    assert lend_day(text, [dated(), dated(day=near, source="next.txt")]) is not None
    assert lend_day(text, [dated(), dated(day=far, source="week.txt")]) is None


def test_a_dated_report_of_another_event_has_no_say():
    lender = lend_day(ALIKE.format(when="on Tuesday", more=""), [dated(OTHER, date(2024, 10, 8), "fire.txt"), dated()])
    assert lender is not None
    assert lender.source == "dated.txt"


def test_without_dated_reports_nothing_is_lent():
    assert lend_day(DATED, []) is None


def test_the_first_day_of_the_calendar_has_no_day_before_it():
    assert lend_day(ALIKE.format(when="on Monday", more=""), [dated(BARE, day=date.min)]) is not None
