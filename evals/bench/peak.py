"""Run a command and print its exit status, peak memory in bytes and seconds, as JSON.

A program of its own, and without imports of ours: on Linux a process's peak counts its parent's memory at the time it
was started, so the parent must be small.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time


def main(command: list[str]) -> int:
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - as asked
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    unit = 1 if sys.platform == "darwin" else 1024
    outcome = {"status": os.waitstatus_to_exitcode(status), "bytes": used.ru_maxrss * unit, "seconds": seconds}
    print(json.dumps(outcome))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
