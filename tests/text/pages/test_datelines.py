"""A publication day is taken from header lines that state it in full, and from nothing else."""

from datetime import date

import pytest

from service.text.pages.datelines import DATE_FORMS, full_dates, is_dateline, stated_date

DAY = date(2024, 5, 13)  # a Monday
BODY = "The ferry ran aground on Sunday.\n\nNobody was hurt, the harbour office said.\n\nIt will be towed."


@pytest.mark.parametrize("form", DATE_FORMS, ids=lambda form: form.name)
def test_each_form_reads_its_examples(form):
    for example in form.examples:
        assert form.pattern.fullmatch(example), example
        assert len(full_dates(f"({example})")) == 1, example


@pytest.mark.parametrize(
    "line",
    [
        "Monday, May 13, 2024",
        "May 13, 2024",
        "13 May 2024",
        "Mon., 13 May 2024 | 5:03pm",
        "12:52 p.m. EDT May 13, 2024",
        "Published: 13 May 2024",
        "First published on Monday 13 May 2024 08.15 BST",
        "Published May 13, 2024 at 9:44 PM",
        "Posted on May 13th, 2024, 3:37 PM EDT",
        "Last updated at 11:24, Monday, 13 May 2024",
        "13 May 2024, 15:39 (GMT+05:00)",
        "Date: 2024-05-13",
        "2024-05-13T08:00:00Z",
        "PUBLISHED: MONDAY, MAY 13, 2024, 10:34 PM",
        "FOR IMMEDIATE RELEASE May 13, 2024",
        "13/05/2024 18:00",
        "- The Tidewater Post - Monday, May 13, 2024",
        "By Ida Marsh | May 13, 2024",
        "Marrow Herald • 13 May 2024",
        "Published: 13 May 2024 | Updated: 15 May 2024",
        "Published 13 May 2024, updated 15 May 2024",
    ],
)
@pytest.mark.parametrize("place", ["head", "foot"])
def test_a_header_line_with_a_full_date_states_the_day(line, place):
    text = f"Ferry runs aground\n\n{line}\n\n{BODY}" if place == "head" else f"Ferry runs aground\n\n{BODY}\n\n{line}"
    assert stated_date(text) == DAY
    assert is_dateline(line)


@pytest.mark.parametrize(
    "opening",
    [
        "May 13, 2024 — ",
        "LESK, May 13, 2024 (AFP) — ",
        "Lesk, Marrow, May 13, 2024 – ",
        "LESK, 13 May 2024 -- ",
        "LESK — (May 13, 2024) — ",
    ],
)
def test_a_dateline_that_opens_the_first_paragraph_states_the_day_and_is_no_furniture(opening):
    line = opening + BODY.split("\n", maxsplit=1)[0]
    assert stated_date(f"Ferry runs aground\n\n{line}\n\nNobody was hurt.") == DAY
    assert not is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 Tidewater Media",
        "Copyright May 13, 2024 Tidewater Media",
        "© Tidewater Media | May 13, 2024",
        "1 year ago",
        "Published 3 hours ago",
        "May 13",
        "May 2024",
        "Monday",
        "Friday, May 13, 2024",  # it was a Monday: one of the two is wrong
        "May 32, 2024",
        "05/06/2024",  # May or June
        "The ferry was built on May 13, 2024.",
        "Ferry of May 13, 2024, still missing",
        "This article was amended on 15 May 2024 to correct a name.",
        "On May 13, 2024 the council met.",
        "Photo taken May 13, 2024",
        "Archived from the original on May 13, 2024",
        "Marked on May 13, 2024 — a day of mourning — the fall drew crowds",
        "Part no. 2024-05-13-77",
    ],
)
def test_a_line_that_states_no_full_publication_day_gives_none(line):
    assert stated_date(f"Ferry runs aground\n\n{line}\n\n{BODY}") is None
    assert not is_dateline(line)


@pytest.mark.parametrize(
    ("head", "foot", "day"),
    [
        ("Published: 13 May 2024\nUpdated: 15 May 2024", "", DAY),
        ("Updated: 15 May 2024\n13 May 2024", "", DAY),
        ("13 May 2024", "Published: 20 May 2024", DAY),
        ("13 May 2024\n14 May 2024", "", None),
        ("", "Published: 13 May 2024\n\nPublished: 14 May 2024", None),
        ("Updated: 13 May 2024", "", DAY),
    ],
)
def test_published_goes_before_updated_the_head_before_the_foot_and_two_days_give_none(head, foot, day):
    assert stated_date(f"Ferry runs aground\n{head}\n\n{BODY}\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\n{foot}") == day


def test_a_date_line_in_the_middle_of_a_text_states_nothing():
    filler = "\n\n".join(f"The council met for the {n}th time." for n in range(20, 32))
    assert stated_date(f"{filler}\n\n13 May 2024\n\n{filler}") is None
