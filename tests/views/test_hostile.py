"""Article text is hostile: whatever it holds, the views show it as words and nothing else."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from schemas.report import Report
from service.views.markdown import render_markdown
from service.views.safety import safe, safe_markdown
from service.views.text import render_text
from tests.views.sample import told_in

TERMINAL_ATTACKS = (
    "\x1b[2J\x1b[H wiped",
    "\x1b]0;title\x07",
    "\x1b]8;;http://example.test\x1b\\link\x1b]8;;\x1b\\",
    "\x9b31mred",
    "over\rwritten",
    "back\b\b\bspace",
    "bell\x07",
    "null\x00byte",
    "right \u202egnp.exe\u202c left",
    "isolate \u2066x\u2069",
    "zero\u200bwidth \ufeff \U000e0041",
    "lone \ud800 surrogate",
    "line\u2028break\x85break\n\nSUMMARY\n  - a forged section",
)
RICH_MARKUP = (
    "[bold red]alarm[/bold red]",
    "[/]",
    "[link=http://example.test]x[/link]",
    ":warning: \\[x]",
    "[@click=f]x[/]",
)
MARKDOWN_ATTACKS = (
    "[click](http://example.test)",
    "![pixel](http://example.test/p.png)",
    "[ref]: http://example.test",
    "[1]: http://example.test",
    "<script>alert(1)</script>",
    "<http://example.test>",
    "<!-- hidden",
    "&lt;b&gt; &#60;b&#62;",
    "# heading",
    "point #",
    "a | b | c",
    "a \\| b \\",
    "`code` ``more``",
    "**bold** __bold__ *em* _em_",
    "*",
    "- list",
    "+ list",
    "1. list",
    "42) list",
    "> quote",
    "---",
    "===",
    "~~~",
    "```\nfence",
    "    indented",
    "\ttabbed",
    "text\n===\ntext",
    "text  \nhard break\\\nx",
    "| --- |",
)
ATTACKS = TERMINAL_ATTACKS + RICH_MARKUP + MARKDOWN_ATTACKS

fragments = st.sampled_from(ATTACKS) | st.text(max_size=20) | st.text(alphabet="\\`*_[]<>()#+-.!|~&:=1 \n", max_size=12)
hostile = st.lists(fragments, min_size=1, max_size=4).map("".join).filter(lambda words: safe(words) != "")
few = settings(deadline=None, max_examples=30)

INLINE_TOKENS = {"text", "strong_open", "strong_close", "em_open", "em_close"}


def squeezed(words: str) -> str:
    return "".join(words.split())


def acts_on_a_terminal(char: str) -> bool:
    return (
        unicodedata.category(char) in ("Cc", "Cs")
        or char in "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def shape(report: Report) -> list[str]:
    """The block structure of the Markdown, as a parser sees it."""
    return [token.type for token in MarkdownIt("commonmark").enable("table").parse(render_markdown(report))]


def check_terminal(words: str) -> None:
    report = told_in(words)
    output = render_text(report, width=60, color=False)
    assert not [char for char in output if char != "\n" and acts_on_a_terminal(char)]
    assert all(cell_len(line) <= 60 and line == line.rstrip() for line in output.split("\n"))
    passages = output.split("\nPASSAGES\n")[1].split("\nHOW THIS REPORT WAS MADE")[0]
    listed = len(re.findall(r"^  \[\d+\] ", passages, re.MULTILINE))
    assert squeezed(passages).count(squeezed(safe(words))) >= listed


def check_markdown(words: str) -> None:
    report = told_in(words)
    tokens = MarkdownIt("commonmark").enable("table").parse(render_markdown(report))
    assert [token.type for token in tokens] == shape(told_in("word"))
    children = [child for token in tokens for child in token.children or []]
    assert {child.type for child in children} <= INLINE_TOKENS
    quoted = [
        "".join(child.content for child in tokens[place + 2].children or [])
        for place, token in enumerate(tokens)
        if token.type == "blockquote_open" and tokens[place + 1].type == "paragraph_open"
    ]
    assert set(quoted[1:]) == {safe(words)}


@pytest.mark.parametrize("words", ATTACKS)
def test_a_known_attack_shows_as_words_on_a_terminal(words):
    check_terminal(words)


@given(hostile)
@few
def test_no_text_gets_past_the_terminal_view(words):
    check_terminal(words)


@given(hostile)
@few
def test_in_colour_the_only_codes_are_our_own(words):
    output = render_text(told_in(words), width=60, color=True)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", output)
    assert not [char for char in bare if char != "\n" and acts_on_a_terminal(char)]


@pytest.mark.parametrize("words", ATTACKS)
def test_a_known_attack_shows_as_words_in_markdown(words):
    check_markdown(words)


@given(hostile)
@few
def test_no_text_changes_the_structure_of_the_markdown(words):
    check_markdown(words)


@given(hostile)
@settings(deadline=None)
def test_markdown_escapes_come_off_and_leave_the_words(words):
    document = f"> {safe_markdown(words)}\n\n| x | y |\n| --- | --- |\n| {safe_markdown(words)} | y |\n\n### {safe_markdown(words)}\n"
    inlines = [token for token in MarkdownIt("commonmark").enable("table").parse(document) if token.type == "inline"]
    texts = ["".join(child.content for child in token.children or []) for token in inlines]
    assert texts == [safe(words), "x", "y", safe(words), "y", safe(words)]


@given(st.text())
def test_safe_changes_nothing_but_spaces_and_hidden_codes(words):
    kept = "".join(char for char in squeezed(words) if unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
    shown = re.sub(r"<U\+[0-9A-F]{4,6}>", "", squeezed(safe(words)))
    assert [char for char in shown if unicodedata.category(char) != "Cf"] == [*re.sub(r"<U\+[0-9A-F]{4,6}>", "", kept)]
    assert safe(safe(words)) == safe(words)


@given(st.text())
def test_safe_text_can_be_written_in_any_unicode_encoding(words):
    safe(words).encode("utf-8")


def test_hidden_codes_are_shown_by_number():
    assert safe("a\x1b[1mb \u202ec\x9b \ud800") == "a<U+001B>[1mb <U+202E>c<U+009B> <U+D800>"


def test_joiners_and_soft_hyphens_that_spelling_needs_are_kept():
    assert safe("می\u200cخواهم re\u00adport") == "می\u200cخواهم re\u00adport"


@pytest.mark.parametrize(
    "address", ["http://example.test", "HTTPS://example.test", "www.example.test", "WWW.example.test"]
)
def test_a_bare_address_is_broken_for_dialects_that_link_it(address):
    assert address not in safe_markdown(f"see {address} now")
