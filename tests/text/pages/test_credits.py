"""Agencies are read from credit lines of the head and foot, not from what the news says of them."""

import pytest

from service.text.pages.credits import AGENCIES, CREDIT_FORMS, NAME_OF_FORM, find_credit, is_credit_line

BODY = "The ferry ran aground on Sunday.\n\nNobody was hurt, the harbour office said.\n\nIt will be towed."


@pytest.mark.parametrize("form", CREDIT_FORMS, ids=lambda form: form.name)
def test_each_form_finds_an_agency_in_its_examples(form):
    for example in form.examples:
        assert form.pattern.search(example), example
        assert find_credit(f"{BODY}\n\n{example}"), example
        assert is_credit_line(example) == form.is_furniture, example


def test_no_form_of_a_name_belongs_to_two_agencies():
    assert len(NAME_OF_FORM) == sum(len(agency.forms) for agency in AGENCIES)


@pytest.mark.parametrize("agency", AGENCIES, ids=lambda agency: agency.name)
def test_each_agency_is_found_by_each_of_its_forms(agency):
    for form in agency.forms:
        assert find_credit(f"{BODY}\n\n(With information from {form})") == agency.name


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("(With information from EFE and AFP)", "EFE, AFP"),
        ("With reporting by the Associated Press and Reuters.", "AP, Reuters"),
        ("Source: Interfax-Ukraine", "Interfax-Ukraine"),
        ("(Reuters/AFP/dpa)", "Reuters, AFP, DPA"),
        ("— Reuters", "Reuters"),
        ("LESK (AP) — The ferry was towed.", "AP"),
        ("LESK, May 13 (Xinhua) -- The ferry was towed.", "Xinhua"),
        ("The tug left at noon. (Kyodo)", "Kyodo"),
        ("By Ida Marsh, Associated Press", "AP"),
    ],
)
def test_credits_are_told_by_short_names_in_order(line, credit):
    assert find_credit(f"{line}\n\n{BODY}" if "(AP)" in line or "Xin" in line else f"{BODY}\n\n{line}") == credit


@pytest.mark.parametrize(
    "line",
    [
        "Reuters reported on Sunday that the ferry was old.",
        "The owner told AP that he was sorry.",
        "Boats in the harbour (REUTERS/Ida Marsh)",
        "The harbour at dawn (Harbour Office via REUTERS)",
        "With information from the harbour office",
        "Minister sues Reuters",
        "Reporters of TASS and AFP were turned away.",
        "He was paid in full (AA) by the club and left.",
        "Reporting by Ida Marsh",
        "TT racing returns to the island",
    ],
)
def test_what_is_no_credit_gives_none(line):
    assert find_credit(f"{BODY}\n\n{line}") is None
    assert find_credit(f"{line}\n\n{BODY}") is None
    assert not is_credit_line(line)


def test_a_credit_in_the_middle_of_a_long_text_is_not_read():
    filler = "\n\n".join(f"The council met for the {n}th time." for n in range(20, 40))
    assert find_credit(f"{filler}\n\n(AFP)\n\n{filler}") is None
