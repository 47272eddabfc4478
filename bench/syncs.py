"""Counts the fsyncs of each sale, by strace, in a process of its own.

`python -m bench.syncs FILE COUNT` rings up sales with a call of getppid before and after each, so that
they stand apart in the trace.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench import data
from bench.measure import Options, rounded

_ROOT: Final = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted."""

    per_sale: float  # median: a checkpoint of the log falls into one of some thirty sales
    mean: float
    most: int


def count(options: Options, base: Path, *, sales: int) -> Counted | None:
    """The fsyncs of so many sales on a copy of a shop; None without strace (apt-get install strace)."""
    strace = shutil.which("strace")
    if strace is None:
        data.say("strace is not here: the fsyncs are not counted.")
        return None
    path = data.copied(base, options.folder / "syncs.db")
    trace = options.folder / "syncs.trace"
    command = [strace, "-f", "-e", "trace=fsync,fdatasync,getppid", "-o", str(trace)]
    command += [sys.executable, "-m", "bench.syncs", str(path), str(sales)]
    subprocess.run(command, cwd=_ROOT, check=True)
    return counted(trace.read_text(), sales)


def counted(trace: str, sales: int) -> Counted:
    """From the lines of strace: what stands between each odd getppid and the next."""
    counts: list[int] = []
    inside = False
    for call in re.findall(r"\b(getppid|fsync|fdatasync)\(", trace):
        if call == "getppid":
            inside = not inside
            if inside:
                counts.append(0)
        elif inside:
            counts[-1] += 1
    assert len(counts) == sales, (len(counts), sales)
    return Counted(statistics.median(counts), rounded(statistics.mean(counts)), max(counts))


def main(path: str, sales: str) -> None:
    """The process that is watched."""
    from bench.sales import TillAtWork

    till = TillAtWork(Path(path))
    items = till.items(200, 500)
    for ready in till.ready(items, int(sales)):
        till.begin(ready)
        os.getppid()
        till.complete(ready)
        os.getppid()
    till.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
