"""Print what a run costs: calls, tokens, times, memory, each beside its aim.

A model of fixed latency stands on loopback; everything between it and the report is the product. A benchmark judges
nothing: the exit status is 0 whatever the figures are.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

import click

from evals.bench.command import demo_memory, help_time
from evals.bench.runs import (
    calls_and_depth,
    interrupted_run,
    one_more_article,
    prompt_tokens,
    repeated_run,
    wall_over_chain,
)
from evals.bench.scale import tens_of_thousands, thousands
from evals.bench.table import Row, table


class Measurement(NamedTuple):
    name: str
    measure: Callable[[], Iterator[Row]]
    is_long: bool = False


MEASUREMENTS = (
    Measurement("calls", calls_and_depth),
    Measurement("tokens", prompt_tokens),
    Measurement("again", repeated_run),
    Measurement("one-more", one_more_article),
    Measurement("interrupted", interrupted_run),
    Measurement("wall", wall_over_chain, is_long=True),
    Measurement("claims", thousands, is_long=True),
    Measurement("many-claims", tens_of_thousands, is_long=True),
    Measurement("help", help_time),
    Measurement("memory", demo_memory),
)


NOTES = """
Calls, depth and prompt bytes are counted at the model, from when each request came and was answered.
Wall: from Pipeline.run to its report, store empty, client libraries imported and used once before.
Tokens: UTF-8 bytes / 4. The machine's other work is in every time."""


def chosen(only: str | None, *, quick: bool) -> list[Measurement]:
    """One by name, or all of them, the long ones left out on request."""
    if only:
        return [each for each in MEASUREMENTS if each.name == only]
    return [each for each in MEASUREMENTS if not (quick and each.is_long)]


@click.command(help=__doc__)
@click.option("--only", type=click.Choice([each.name for each in MEASUREMENTS]), help="Run one measurement.")
@click.option("--quick", is_flag=True, help="Leave out the long ones.")
def main(only: str | None, *, quick: bool) -> None:
    os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1"  # the model is here, whatever proxy is set
    rows: list[Row] = []
    for measurement in chosen(only, quick=quick):
        click.echo(f"{measurement.name} …", err=True)
        rows += measurement.measure()
    cells = [(row.what, row.measured, row.aim, row.verdict) for row in rows]
    click.echo(table(("what", "measured", "aim", "verdict"), cells))
    click.echo(NOTES)


if __name__ == "__main__":
    main()
