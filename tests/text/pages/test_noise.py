"""Site furniture is told from news, and offsets stay those of the text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.articles import Article
from service.text.pages.furniture import TEASER_HEADING, Zone
from service.text.pages.noise import NOISE_RULES, find_noise, is_only_furniture, matching_rule

NEWS = """Ferry runs aground off Lesk

The ferry Marigold ran aground on a sandbank outside the harbour of Lesk on Tuesday with 84 people on board.

Nobody was hurt, the harbour office said, and the passengers were brought ashore in two lifeboats before dark.

“We heard a long scrape and then nothing,” said one of them, a teacher from Marrow.

The office said that it would ask the owner why the ship had left the marked channel.

It was the third grounding in the bay this year."""


def left(text: str) -> str:
    """What find_noise leaves of a text, without blank lines."""
    spans = find_noise(text)
    article = Article(id="a", text=text, outlet="o", source="s", noise=tuple(spans))
    body = "".join(text[span.start : span.end] for span in article.body)
    return re.sub(r"\n\s*\n", "\n\n", body).strip()


@pytest.mark.parametrize("rule", [*NOISE_RULES, TEASER_HEADING], ids=lambda rule: rule.name)
def test_each_rule_takes_its_examples_and_spares_its_news(rule):
    assert rule.examples
    for example in rule.examples:
        assert rule.pattern.search(example), example
    for line in rule.news:
        assert not all((rule.pattern.search(line), rule.strong or len(line.split()) < 12)), line


@pytest.mark.parametrize("zone", list(Zone))
@pytest.mark.parametrize("line", sorted({line for rule in NOISE_RULES for line in rule.news}))
def test_no_rule_takes_a_line_of_news(line, zone):
    assert matching_rule(line, zone) is None


@pytest.mark.parametrize("rule", NOISE_RULES, ids=lambda rule: rule.name)
def test_each_example_is_left_out_in_its_zone_and_nothing_else_is(rule):
    for example in rule.examples:
        text = f"{example}\n\n{NEWS}" if rule.zone is Zone.HEAD else f"{NEWS}\n\n{example}"
        assert left(text) == NEWS, example


@pytest.mark.parametrize(
    "example", [line for rule in NOISE_RULES if rule.zone is Zone.FOOT for line in rule.examples[:1]]
)
def test_a_foot_rule_does_not_reach_into_the_head_of_a_long_text(example):
    long = "\n\n".join([example, *(f"The council of Lesk met for the {n}th time." for n in range(20, 40))])
    assert example in left(long) or matching_rule(example, Zone.ANYWHERE)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices in Lesk fell by 4 percent on Monday, the exchange said.",
        "Advertisement revenue at the two papers has halved since 2019.",
        "Click rates were made up by the firm, a court in Marrow found.",
        "Copyright holders sued the library on Friday.",
        "Related charges against two officers were dropped.",
        "Subscribe or leave, the union told its members.",
        "Comments made by the mayor in private were read out in court.",
        "Watch towers were put up along the border in March.",
        "Newsletters sent to patients held the wrong address, the clinic said.",
        "Follow-up talks are planned for next week.",
        "By Sunday evening the water had reached the market.",
        "Print shops were searched in three towns.",
        "Contact was lost at 3 p.m., the ministry said.",
        "This is the second fire in Marrow this month.",
        "An hour ago the road was open.",
        "Privacy policy experts called the law a failure.",
        "Keep reading lists short, the school told its teachers.",
        "See also what the minister said in 2019, the judge noted.",
        "Photo shops in the town closed one by one.",
        "More from the wreck is expected to come ashore, the coastguard said.",
        "I am Lesk, read the banner over the gate.",
        "The mayor (centre/left) lost the vote by 12 to 9.",
    ],
)
@pytest.mark.parametrize("place", ["head", "foot"])
def test_news_that_begins_like_furniture_is_kept_at_either_end(line, place):
    text = f"{line}\n\n{NEWS}" if place == "head" else f"{NEWS}\n\n{line}"
    assert find_noise(text) == []


@pytest.mark.parametrize(
    ("furniture", "where"),
    [
        ("- The Tidewater Post - Monday, May 13, 2024", "head"),
        ("Published: 13 May 2024, 10:42 GMT", "head"),
        ("(With information from EFE and AFP)", "foot"),
        ("Reporting by Ida Marsh in Lesk; Editing by Tom Reed", "foot"),
        ("2 days ago 114", "head"),
        ("• Tom Reed can be reached at treed@tidewater.example.", "foot"),
        ("Related:\n\nBridge to open in spring\n\nWho owns the quay?\n\nCouncil counts its boats", "foot"),
        (
            "Keep reading:\n\nThe council said it was sorry for the delay.\n\nBridge to open in spring\n\nWho owns it",
            "foot",
        ),
        ("Most read\n1 Bridge to open in spring\n2 Who owns the quay?\n© 2024 Tidewater\nAll rights reserved.", "foot"),
    ],
)
def test_head_and_foot_furniture_is_left_out_whole(furniture, where):
    text = f"{furniture}\n\n{NEWS}" if where == "head" else f"{NEWS}\n\n{furniture}"
    assert left(text) == NEWS


def test_paragraphs_after_a_heading_of_links_are_kept():
    first, *rest = NEWS.split("\n\n")
    text = "\n\n".join([first, *rest[:3], "Read more", *rest[3:]])
    assert left(text) == NEWS


@pytest.mark.parametrize("line", ["Monday, May 13, 2024", "(AFP)"])
def test_datelines_and_credits_are_furniture_at_the_ends_only(line):
    filler = "\n\n".join(f"The council met for the {n}th time." for n in range(20, 34))
    assert find_noise(f"{filler}\n\n{line}\n\n{filler}") == []


def test_a_doubled_caption_is_read_at_most_once():
    caption = "The ferry on the sandbank at noon"
    title, *rest = NEWS.split("\n\n")
    text = "\n\n".join([title, f"{caption}\n{caption} (Tom Reed/Tidewater)", *rest])
    assert left(text).count(caption) <= 1
    text = "\n\n".join([title, f"{caption}.\n{caption} (File)", *rest])
    assert left(text).count(caption) == 1


def test_two_paragraphs_that_differ_in_a_number_are_no_repeat():
    text = f"{NEWS}\n\nThe owner lost 9,000 crowns.\n\nThe owner lost 19,000 crowns."
    assert find_noise(text) == []


def test_where_everything_would_go_nothing_goes():
    text = "Share\n\nNewsletter\n\nAdvertisement"
    assert is_only_furniture(text)
    assert find_noise(text) == []
    assert not is_only_furniture(f"{text}\n\n{NEWS}")


@pytest.mark.parametrize(
    "line", ["(" * 900, "Share " + "- " * 450 + "x", "a" + "(  )" * 240, "A" * 5000 + "(", "- " * 9000]
)
def test_hostile_lines_are_read_without_blowing_up(line):
    assert isinstance(find_noise(f"{line}\n{NEWS}\n{line}"), list)


PIECES = st.sampled_from(
    ["\n", "\n\n", " ", "\r", "Share", "© 2024 Tidewater", "1 year ago", "Advertisement", "Keep reading:", "The boat sank. ", "😀", "مرحبا", "東京で会見", "e\u0301", "(AP)", "May 3, 2024", "***"]
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_noise_spans_are_ordered_disjoint_and_cover_the_text_together_with_the_body(text):
    spans = find_noise(text)
    ends = [0, *(bound for span in spans for bound in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    assert all(span.start < span.end for span in spans)
    article = Article(id="a", text=text, outlet="o", source="s", noise=tuple(spans))
    pieces = sorted([*spans, *article.body], key=lambda span: span.start)
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    if text.strip():
        assert any(text[span.start : span.end].strip() for span in article.body)
