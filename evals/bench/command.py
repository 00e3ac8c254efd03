"""The installed command from outside: how soon it answers, and how much memory it takes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from evals.bench import peak
from evals.bench.runs import BUNDLED_STORY
from evals.bench.table import Row, at_most
from service.settings import PREFIX

HELP_RUNS = 7
MOST_HELP_S = 0.3
RECORDING = BUNDLED_STORY / "replies.jsonl"


def installed() -> Path | None:
    """The command beside this interpreter, else on the path; None if it is not installed."""
    beside = Path(sys.executable).with_name("twosource")
    found = beside if beside.exists() else shutil.which("twosource")
    return Path(found) if found else None


def help_time() -> Iterator[Row]:
    """Wall time of `twosource --help`, a process each."""
    what = f"twosource --help, median of {HELP_RUNS}"
    command = installed()
    if command is None:
        yield Row(what, "the command is not installed")
        return
    seconds = []
    for _ in range(HELP_RUNS):
        started = time.perf_counter()
        subprocess.run([command, "--help"], check=True, capture_output=True)  # noqa: S603 - our own command
        seconds.append(time.perf_counter() - started)
    yield at_most(what, median(seconds), MOST_HELP_S, "s", digits=2)


def demo_memory() -> Iterator[Row]:
    """Peak memory of the demo, read from its recording; measured by a small process of its own."""
    what, command = "peak memory of the demo", installed()
    if command is None:
        yield Row(what, "the command is not installed")
        return
    if not RECORDING.exists():
        yield Row(what, "no recording yet")
        return
    demo = [str(command), "summarise", str(BUNDLED_STORY), "--replies", str(RECORDING)]
    with TemporaryDirectory() as empty:  # a .env or twosource.toml of this folder is none of the demo's
        told = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, peak.__file__, *demo], cwd=empty, env=_bare(), check=True, capture_output=True, text=True
        )
    outcome = json.loads(told.stdout)
    failed = f", exit status {outcome['status']}" if outcome["status"] else ""
    yield Row(what, f"{outcome['bytes'] / 1e6:,.0f} MB in {outcome['seconds']:.2f} s{failed}")


def _bare() -> dict[str, str]:
    """The environment without the product's settings."""
    return {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
