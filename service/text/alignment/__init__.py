"""Locating quotations in a text: `prepare` a text once, then `align` each quotation to its place in it."""

from service.text.alignment.prepared import PreparedText, prepare
from service.text.alignment.search import Alignment, align

__all__ = ["Alignment", "PreparedText", "align", "prepare"]
