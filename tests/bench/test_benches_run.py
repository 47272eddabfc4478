"""Each bench runs on small data and says what it measured; how fast is for `make bench`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.__main__ import NAMES, PEERS
from bench.measure import Result, percentile, ratio_of_rounds
from bench.syncs import counted

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize("name", NAMES)
def test_a_bench_prints_one_json_line(name: str, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--quick", name], cwd=ROOT, check=True, text=True,
        stdout=subprocess.PIPE,
        env={**os.environ, "TAKINGS_BENCH_CACHE": str(cache), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    assert found["bench"] == name
    assert found["ratio"] > 0
    assert found["unit"]
    assert isinstance(found["value"], float | int)
    assert set(found["missed"]) <= set(found["aims"])
    assert found["aims"]
    assert not list(cache.glob("run-*"))  # cleaned up
    assert not list(cache.glob("*.part*"))


def test_an_unknown_bench_is_refused_with_the_list() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "speed"], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert all(name in done.stderr for name in (*NAMES, *PEERS))


def test_a_figure_that_could_not_be_taken_misses_its_aim() -> None:
    result = Result(
        "x", 1.0, 2.0, "ms", aims={"ratio": 1.5, "value": 1.0, "fsyncs": 1}, more={"fsyncs": None}
    )
    assert result.missed() == ["value", "fsyncs"]


def test_an_aim_may_be_the_least_that_is_wanted() -> None:
    assert Result("x", 60.0, 60.0, "times", aims={"ratio": 50.0}, at_least=True).missed() == []
    assert Result("x", 40.0, 40.0, "times", aims={"ratio": 50.0}, at_least=True).missed() == ["ratio"]


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_that_pip_cannot_fetch_is_told_of_in_words(name: str, tmp_path: Path) -> None:
    nowhere = {
        "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path), "PIP_EXTRA_INDEX_URL": "",
        "PIP_CONFIG_FILE": os.devnull, "TAKINGS_BENCH_CACHE": str(tmp_path / "cache"),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--quick", name], cwd=ROOT, check=True, text=True,
        stdout=subprocess.PIPE, env={**os.environ, **nowhere},
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert (found["ratio"], found["missed"]) == (None, ["ratio"])
    assert "pip could not install it" in found["said"]
    # nothing half made is taken for an environment the next time
    assert not list((tmp_path / "cache").glob("tryton*"))


def test_the_percentile_is_a_value_that_was_measured() -> None:
    assert percentile(list(range(1, 101)), 99) == 99
    assert percentile([3.0, 1.0], 50) == 1.0
    assert percentile([5.0], 99) == 5.0


def test_a_noisy_round_hits_both_sides_of_the_ratio() -> None:
    assert ratio_of_rounds([[2, 2], [20, 20], [2, 2]], [[1, 1], [10, 10], [1, 1]]) == 2


def test_fsyncs_are_counted_sale_by_sale() -> None:
    trace = "1 fsync(3) = 0\n1 getppid() = 7\n1 fdatasync(4) = 0\n1 getppid() = 7\n1 fsync(3) = 0\n"
    trace += "1 getppid() = 7\n2 fdatasync(4) = 0\n2 fsync(3) = 0\n1 getppid() = 7\n"
    found = counted(trace, 2)
    assert (found.per_sale, found.mean, found.most) == (1.5, 1.5, 2)
