"""Bytes become one canonical text, whatever wrote them."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.errors import InputError
from service.text.pages.decoding import decode, strip_blank_lines

SAMPLES = ["Zürich – “quai”", "مرحبا بالعالم", "東京で会見", "שלום", "boat 🚢👩‍✈️ e\u0301", "नमस्ते"]


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_LE, "utf-32-le")],
)  # fmt: skip
def test_every_script_is_read_in_every_unicode_encoding(sample, mark, encoding):
    assert decode(mark + f"{sample}\r\nend".encode(encoding), "a.txt") == (f"{sample}\nend", "")


def test_windows_1252_is_read_with_a_notice():
    assert decode("caf\xe9 \u201cx\u201d".encode("cp1252"), "a.txt").text == "café “x”"
    assert "Windows-1252" in decode(b"caf\xe9", "a.txt").notice


def test_bytes_that_no_encoding_knows_are_replaced_with_a_notice_that_counts_them():
    text, notice = decode(b"caf\xe9 and \x81", "a.txt")
    assert text == "café and \ufffd"
    assert "replaced: 1" in notice


def test_characters_lost_before_are_pointed_out():
    assert "could not read" in decode("lost \ufffd".encode(), "a.txt").notice


@pytest.mark.parametrize(
    "raw",
    [b"text\0with nul", b"\x89PNG\r\n\x1a\n\0\0", bytes(range(1, 32)) * 4, "no mark".encode("utf-16-le"), codecs.BOM_UTF16_LE + b"\x00\xd8\x20"],
)  # fmt: skip
def test_what_is_no_text_is_refused(raw):
    with pytest.raises(InputError) as raised:
        decode(raw, "a.txt")
    assert "UTF-8" in raised.value.remedy


def test_only_blank_lines_at_the_ends_are_stripped():
    assert strip_blank_lines("\n \t\n  a \n\n b  \n\n \n") == "  a \n\n b  "
    assert strip_blank_lines(" \n\n") == ""


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_unicode_text_comes_back_as_it_went_in(text):
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), "a.txt").text == text
