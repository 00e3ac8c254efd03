"""Quantities of news text: how many, how much, of what."""

from __future__ import annotations

from service.text.quantities.counting import in_common_unit, same_counted
from service.text.quantities.grammar import QuantityMention, find_quantities, read_quantity
from service.text.quantities.numbers import NumberMention, find_numbers

__all__ = [
    "NumberMention",
    "QuantityMention",
    "find_numbers",
    "find_quantities",
    "in_common_unit",
    "read_quantity",
    "same_counted",
]
