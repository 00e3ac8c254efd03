"""The small program that measures another's peak memory."""

from __future__ import annotations

import json
import subprocess
import sys

from evals.bench import peak


def measured(program):
    done = subprocess.run(
        [sys.executable, peak.__file__, sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)


def test_the_peak_grows_by_what_the_command_takes_and_its_exit_status_is_told():
    taken = 100_000_000
    small, large = measured("raise SystemExit(3)"), measured(f"bytearray({taken})")
    assert small["status"] == 3
    assert large["status"] == 0
    assert abs(large["bytes"] - small["bytes"] - taken) < taken / 10
