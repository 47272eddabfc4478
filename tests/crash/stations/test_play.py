"""Eight tills and three office stations on two servers, and everything that breaks: no promise is broken."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.crash.torture import HOURS, times

pytestmark = pytest.mark.postgres
SECONDS = times(9, 3000)
THINK = 0.3 if HOURS else 1.0  # seconds between two things that a station does
SEED = 20 + HOURS


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory, where there is room: what is tried here is killed programs, not power cuts."""
    shared = Path("/dev/shm")  # noqa: S108 - a test's own folder below it
    with TemporaryDirectory(dir=shared if os.access(shared, os.W_OK) else None) as name:
        found = Path(name)
        found.chmod(0o755)  # the servers run as another user
        yield found


def play(folder: Path, template: Path, seconds: float) -> dict[str, Any]:
    """In a process of its own, which forks the stations."""
    done = subprocess.run(
        [
            sys.executable, "-m", "tests.crash.stations.play", str(folder), str(template), str(seconds),
            str(SEED), str(THINK),
        ],
        cwd=ROOT, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_whatever_breaks_each_promise_is_kept_and_all_stations_agree(
    folder: Path, sqlite_template: Path
) -> None:
    came = play(folder, sqlite_template, SECONDS)
    if HOURS:
        sys.stdout.write(json.dumps(came, indent=1) + "\n")
    assert came["faults"] == [], came
    nemesis, done = came["nemesis"], came["done"]
    for what in ("stations killed", "server crashed", "server failed over", "links: cut", "clocks moved"):
        assert nemesis[what], "a play in which nothing breaks shows nothing"
    assert done["sale ACK"] > 2 * SECONDS
