"""Whether a number is told round, so that its neighbours are near."""

from __future__ import annotations

from service.text.quantities.numerals import Numeral, Shape

MOST_SIGNIFICANT = 3  # "147,000" and "1.25 million" are round figures, "147,312" is not


def is_round(numeral: Numeral) -> bool:
    """True for round words ("a dozen", "two thirds") and figures of at most three digits followed by zeros."""
    if numeral.shape is not Shape.CARDINAL or numeral.scale == 12:
        return True
    value = numeral.low
    if value == 0 or value % 10 != 0:
        return False
    return len(f"{value:.0f}".rstrip("0")) <= MOST_SIGNIFICANT
