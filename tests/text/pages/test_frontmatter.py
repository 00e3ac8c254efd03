"""Front matter states what the user knows of an article; faults in it name file, place and remedy."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.errors import InputError
from service.text.pages.frontmatter import FENCE, FrontMatter, split_front_matter

FULL = """---
outlet: Marrow Herald
title: "Boats: a count"
published: 2024-05-12
url: https://herald.example/boats
language: en
credit: AFP
---

The council counted its boats."""


def front(block: str) -> FrontMatter:
    return split_front_matter(f"---\n{block}\n---\ntext", "a.md").front


def test_every_known_key_is_read_and_the_text_below_is_left_as_it_is():
    split = split_front_matter(FULL, "a.md")
    assert split.front == FrontMatter(
        outlet="Marrow Herald",
        title="Boats: a count",
        published=date(2024, 5, 12),
        url="https://herald.example/boats",
        language="en",
        credit="AFP",
    )
    assert split.body == "\nThe council counted its boats."


@pytest.mark.parametrize(
    "text", ["", "Text\n---\nmore\n---\nend", "# Title\n\n---\n", "----\nrule of four", "\n---\na: b\n---\n", "--- x\n"]
)
def test_a_rule_elsewhere_or_of_another_form_is_no_front_matter(text):
    assert split_front_matter(text, "a.md") == (FrontMatter(), text)


@pytest.mark.parametrize("block", ["", "# a comment", "title:", "title: ''\noutlet: '  '"])
def test_empty_front_matter_states_nothing(block):
    assert front(block) == FrontMatter()


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-05-12", date(2024, 5, 12)),
        ('"2024-05-12"', date(2024, 5, 12)),
        ("2024-05-12 23:30:00", date(2024, 5, 12)),
        ("2024-05-12T23:30:00-05:00", date(2024, 5, 12)),
        ("2024-05-12T00:30:00+09:00", date(2024, 5, 12)),
        ('"2024-05-12T23:30:00-05:00"', date(2024, 5, 12)),
        ('"2024-05-12T23:30Z"', date(2024, 5, 12)),
    ],
)
def test_published_keeps_the_day_of_its_own_zone(value, day):
    assert front(f"published: {value}").published == day


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("outlet: A\nauthor: B", ("line 3", "author", "outlet, title, published, url, language, credit")),
        ("outlet: A\noutlet: B", ("line 3", "outlet", "twice")),
        ("title: a: b", ("line 2", "YAML", "quotes")),
        ("outlet: A\ntitle: [open", ("line", "YAML")),
        ("title: \tx\n\t- y", ("line", "YAML")),
        ("- a\n- b", ("line 2", "key: value")),
        ("just words", ("line 2", "key: value")),
        ("published: 12 May", ("published", "year-month-day")),
        ("published: 2024-13-45", ("impossible", "correct")),
        ("published: 20240512", ("published", "year-month-day")),
        ("published: [2024-05-12]", ("published", "year-month-day")),
        ("title: 1984", ("title", "int", "quotes")),
        ("language: no", ("language", "bool", "quotes")),
        ("outlet: {name: A}", ("outlet", "dict")),
        ("url: javascript:alert(1)", ("url", "https://")),
        ("1: x", ("line 2", "“1”")),
        ("? [a]\n: b", ("line 2",)),
        ("title: !!python/object:os.system x", ("YAML",)),
        ("title: &a [*a]", ("title",)),
        ("title: " + "[" * 3000, ("YAML",)),
    ],
)
def test_a_fault_names_the_file_the_place_and_the_remedy(block, words):
    with pytest.raises(InputError) as raised:
        front(block)
    assert raised.value.source == "a.md"
    assert raised.value.remedy
    for word in words:
        assert word in str(raised.value)


def test_front_matter_that_never_closes_is_an_error():
    with pytest.raises(InputError, match="never closes"):
        split_front_matter("---\noutlet: A\n\nText.", "a.md")


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=80))
def test_any_block_is_read_or_refused_with_an_input_error(block):
    try:
        body = split_front_matter(f"---\n{block}\n---\nbody", "a.md").body
    except InputError:
        return  # any other error fails the test
    assert body.endswith("body")


@settings(deadline=None)
@given(st.text())
def test_text_without_a_fence_on_its_first_line_is_returned_as_it_is(text):
    if text.split("\n")[0].rstrip() != FENCE:
        assert split_front_matter(text, "a.md") == (FrontMatter(), text)
