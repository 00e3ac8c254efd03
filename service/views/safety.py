"""What stands between words of unknown origin and the reader's screen. Article text is hostile: all words pass here."""

from __future__ import annotations

import re
import unicodedata

_LINE_BREAKS = "\t\n\v\f\r\x85\u2028\u2029"

# Unicode categories whose characters are hidden or act on the screen: control (C0, C1), format (controls of writing
# direction, zero-width and tag characters) and lone surrogates, which no encoding can print.
_HIDDEN_CATEGORIES = ("Cc", "Cf", "Cs")
_SOFT_HYPHEN_AND_JOINERS = "\u00ad\u200c\u200d"  # spelling needs them
_VISIBLE_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"  # Arabic and Syriac signs


def safe(words: str) -> str:
    """One line fit for any terminal: breaks and runs of space become one space, hidden codes are shown as <U+001B>.

    >>> safe("a\\x1b[31mb\\n  c")
    'a<U+001B>[31mb c'
    """
    return " ".join("".join(_shown(char) for char in words).split())


def _shown(char: str) -> str:
    if char in _LINE_BREAKS:
        return " "
    hidden = unicodedata.category(char) in _HIDDEN_CATEGORIES
    hidden = hidden and char not in _SOFT_HYPHEN_AND_JOINERS + _VISIBLE_FORMATS
    return f"<U+{ord(char):04X}>" if hidden else char


_MARKDOWN = str.maketrans(
    {char: f"\\{char}" for char in "\\`*_[]~$#"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
)
_BLOCK_START = re.compile(r"^(\d+(?=[.)])|(?=[+=-]))")  # the number or mark of a list, the line under a heading
_BARE_ADDRESS = re.compile(r"(?i)(?=://)|(?<=www)(?=\.)")


def safe_markdown(words: str) -> str:
    r"""The words as literal text anywhere in Markdown: in a paragraph, list, blockquote, heading or table cell.

    Whatever could open a link, image, emphasis, code, HTML, heading, list, rule or table cell is escaped, as are bare
    addresses, which GitHub's dialect would link.

    >>> print(safe_markdown("# *a* <b> | [c](d) 1_2"))
    \# \*a\* &lt;b&gt; &#124; \[c\](d) 1\_2
    """
    escaped = _BARE_ADDRESS.sub(r"\\", safe(words).translate(_MARKDOWN))
    return _BLOCK_START.sub(r"\1\\", escaped)
