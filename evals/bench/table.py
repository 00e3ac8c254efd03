"""The closing table of a benchmark: what was measured, the figure, the aim, and whether it is reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

WITHIN, OVER = "within", "over"
NO_VERDICT = ""
GAP = "  "


class Row(NamedTuple):
    """One figure. `reached` is None where the row has no aim, or nothing could be measured."""

    what: str
    measured: str
    aim: str = ""
    reached: bool | None = None

    @property
    def verdict(self) -> str:
        if self.reached is None:
            return NO_VERDICT
        return WITHIN if self.reached else OVER


def at_most(what: str, figure: float, aim: float, unit: str = "", digits: int = 0, note: str = "") -> Row:
    """A row whose figure may not pass its aim; both in `unit`, shown with so many digits after the point.

    >>> at_most("calls", 8, 7).verdict
    'over'
    """
    unit = f" {unit}" if unit else ""
    measured = f"{figure:,.{digits}f}{unit}" + (f" ({note})" if note else "")
    return Row(what, measured, f"<= {aim:,g}{unit}", figure <= aim)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns side by side, each as wide as its widest cell, a rule below the head.

    >>> print(table(("what", "n"), [("calls", "7")]))
    what   n
    -----  -
    calls  7
    """
    cells = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    cells.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )
