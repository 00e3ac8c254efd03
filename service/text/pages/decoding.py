"""From bytes to canonical text: one reading of a file, after which offsets never move."""

from __future__ import annotations

import codecs
import unicodedata
from typing import NamedTuple

from service.errors import InputError

# The marks of UTF-32 begin like those of UTF-16, so they are tried first.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Prose holds no control characters but tabs and line ends; a stray one is tolerated, a share above this is no prose.
MAX_CONTROL_SHARE = 0.1
SAVE_AS_UTF8 = "save it as UTF-8 text"


class Decoded(NamedTuple):
    """Text with its line ends made "\\n", and what the reader should know of the decoding ("" for nothing)."""

    text: str
    notice: str


def decode(raw: bytes, source: str) -> Decoded:
    """Read bytes as UTF-8, as UTF-16 or UTF-32 where a byte order mark says so, else as Windows-1252.

    Raises InputError for bytes that are not text.
    """
    text, notice = _decode_marked(raw, source) or _decode_unmarked(raw)
    if "\0" in text or _control_share(text) > MAX_CONTROL_SHARE:
        raise InputError(source, "is a binary file, not text", SAVE_AS_UTF8)
    if "\N{REPLACEMENT CHARACTER}" in text and not notice:
        notice = "holds characters that an earlier program could not read (shown as \N{REPLACEMENT CHARACTER})"
    return Decoded(text.replace("\r\n", "\n"), notice)


def strip_blank_lines(text: str) -> str:
    """The text without the blank lines before its first and after its last line that says something."""
    lines = text.split("\n")
    first, last = 0, len(lines)
    while first < last and not lines[first].strip():
        first += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    return "\n".join(lines[first:last])


def _decode_marked(raw: bytes, source: str) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            try:
                return Decoded(raw[len(mark) :].decode(encoding), "")
            except UnicodeDecodeError as error:
                problem = f"announces {encoding} but breaks it at byte {error.start + len(mark)}"
                raise InputError(source, problem, SAVE_AS_UTF8) from error
    return None


def _decode_unmarked(raw: bytes) -> Decoded:
    try:
        return Decoded(raw.decode("utf-8"), "")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    notice = "is not UTF-8 and was read as Windows-1252"
    if replaced := text.count("\N{REPLACEMENT CHARACTER}"):
        notice += f"; characters replaced: {replaced}"
    return Decoded(text, notice)


def _control_share(text: str) -> float:
    controls = sum(1 for char in text if unicodedata.category(char) == "Cc" and char not in "\t\n\r\f")
    return controls / max(len(text), 1)
