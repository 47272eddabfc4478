"""From the command to the first picture, and to a till that can sell, against a bare PySide6 window."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from bench import data, measure
from bench.measure import Options, Result, milliseconds, rounded

NAME: Final = "start"
_ROOT: Final = Path(__file__).resolve().parent.parent


def run(options: Options) -> Result:
    """Bare window and program by turns; the medians, and the median of the ratios of each pair."""
    rounds = 2 if options.quick else 11
    shop = _demo_shop(options)
    compiled = options.folder / "compiled"
    bare: list[dict[str, float]] = []
    ours: list[dict[str, float]] = []
    for number in range(rounds + 1):
        one = _started(["bare"], compiled)
        other = _started(["program", "--data-dir", str(shop)], compiled)
        if number:  # the first pair reads the files from the disk
            bare.append(one)
            ours.append(other)

    def ratio(name: str) -> float:
        return statistics.median(o[name] / b["painted"] for o, b in zip(ours, bare, strict=True))

    def median(found: list[dict[str, float]], name: str) -> float:
        return milliseconds(statistics.median(x[name] for x in found))

    return Result(
        NAME, ratio=ratio("painted"), value=median(ours, "painted"), unit="ms to the first picture",
        aims={"ratio": 1.25, "ratio_ready": 2.0},
        more={
            "ratio_ready": rounded(ratio("ready")), "ready_ms": median(ours, "ready"),
            "bare_ms": median(bare, "painted"), "cpu_ready_ms": median(ours, "cpu"),
            "cpu_bare_ms": median(bare, "cpu"), "rounds": rounds,
        },
    )  # fmt: skip


def _demo_shop(options: Options) -> Path:
    """The demo shop, made once; a copy of it, so that every run finds the same."""
    kept = measure.CACHE / f"demo-{data.schema_key()}"
    if not kept.exists():
        for old in measure.CACHE.glob("demo-*"):
            shutil.rmtree(old)
        part = options.folder / "demo-part"
        data.say("Making the demo shop ...")
        command = [sys.executable, "main.py", "--data-dir", str(part), "demo", "--quiet", "--days", "5"]
        subprocess.run(command, cwd=_ROOT, check=True, stdout=subprocess.DEVNULL)
        part.replace(kept)
    shop = options.folder / "demo"
    shutil.copytree(kept, shop)
    return shop


def _started(arguments: list[str], compiled: Path) -> dict[str, float]:
    """Start a process; seconds until its first picture, until it is ready, and its CPU until then."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPYCACHEPREFIX=str(compiled))
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled already
    environment["TAKINGS_BENCH_T0"] = str(time.monotonic())
    done = subprocess.run(
        [sys.executable, "-m", "bench.start_child", *arguments], cwd=_ROOT, env=environment, check=True,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found
