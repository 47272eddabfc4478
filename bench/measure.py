"""What all benches share: rounds, percentiles, the shape of a result, where files lie."""

from __future__ import annotations

import gc
import json
import os
import random
import shutil
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

CACHE = Path(os.environ.get("TAKINGS_BENCH_CACHE") or Path.home() / ".cache" / "takings-bench")


@dataclass(frozen=True, slots=True)
class Options:
    """How a bench is run."""

    folder: Path  # for what it writes; on the disk that is measured
    quick: bool = False  # small data, few rounds: whether it runs, not how fast
    long: bool = False  # the longer form of a bench that has one


@dataclass(frozen=True, slots=True)
class Result:
    """One line of output.

    `ratio` is ours over the limit of the same run (None: it could not be taken); `aims` holds name -> the
    most it may be, of `ratio`, `value` or a key of `more`; the least with `at_least`.
    """

    bench: str
    ratio: float | None
    value: float | None
    unit: str
    aims: dict[str, float] = field(default_factory=dict)
    more: dict[str, object] = field(default_factory=dict)
    at_least: bool = False

    def figures(self) -> dict[str, object]:
        """Everything by name."""
        taken = {name: rounded(v) if v is not None else None for name, v in self._taken()}
        return {**taken, "unit": self.unit, **self.more}

    def _taken(self) -> tuple[tuple[str, float | None], ...]:
        return (("ratio", self.ratio), ("value", self.value))

    def missed(self) -> list[str]:
        """The aims that were not met; a figure that could not be taken counts as missed."""
        figures = self.figures()
        return [name for name, aim in self.aims.items() if not self._met(figures.get(name), aim)]

    def _met(self, found: object, aim: float) -> bool:
        if not isinstance(found, int | float):
            return False
        return found >= aim if self.at_least else found <= aim

    def line(self) -> str:
        """The JSON line."""
        return json.dumps({"bench": self.bench, **self.figures(), "aims": self.aims, "missed": self.missed()})


def rounded(value: float) -> float:
    """Four digits that count."""
    return float(f"{value:.4g}")


def percentile(values: Sequence[float], per_cent: float) -> float:
    """The value that so many per cent stay at or below."""
    ordered = sorted(values)
    place = min(len(ordered) - 1, max(0, -(-len(ordered) * per_cent // 100) - 1))
    return ordered[int(place)]


def milliseconds(seconds: float) -> float:
    """For the output."""
    return rounded(seconds * 1000)


def ratio_of_rounds(ours: Sequence[Sequence[float]], limits: Sequence[Sequence[float]]) -> float:
    """Median over the rounds of median over median: what loads the machine hits both of a round."""
    pairs = zip(ours, limits, strict=True)
    return statistics.median(statistics.median(a) / statistics.median(b) for a, b in pairs)


def shuffled(names: Sequence[str], round_number: int) -> list[str]:
    """The order of one round: another each time, the same in each run."""
    order = list(names)
    random.Random(round_number).shuffle(order)  # noqa: S311 - no secret
    return order


@contextmanager
def steady() -> Iterator[None]:
    """Without a garbage collection in the middle of a measurement of either side."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def work_folder() -> Iterator[Path]:
    """A folder on the disk of the cache (a temporary one may be in memory), removed afterwards."""
    CACHE.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=CACHE))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
