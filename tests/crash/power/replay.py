"""Cuts the power after any operation of a recorded day, in many ways, and looks at what is found."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.crash.power.disk import Disk
from tests.crash.power.faults import faults_of
from tests.crash.power.trace import Kind, Operation

SHARES: Final = (0.0, 1.0)  # nothing of what waits, all of it; the rest by chance
_WHOLE_EVERY: Final = 40  # every so manieth state is looked at page by page


@dataclass
class Seen:
    """What all the cuts together came to."""

    states: int = 0
    acked: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)  # fault -> after which operation

    def add(self, faults: Sequence[str], at: int) -> None:
        """One state."""
        self.states += 1
        for fault in faults:
            self.faults[fault] += 1
            self.first.setdefault(fault, at)


def acked_by(done: Operation, acked: dict[str, tuple[str, int]]) -> None:
    """Take in what the cashier was told."""
    for line in done.data.decode().splitlines():
        word, _, rest = line.partition(" ")
        if word == "ACK":
            uuid, number, gross = rest.split()
            acked[uuid] = (number, int(gross))
        assert word != "FAULT", line


def shares(choice: random.Random, count: int) -> Iterator[float]:
    """Nothing, all, and so many in between."""
    yield from SHARES
    for _ in range(count):
        yield choice.choice((0.1, 0.5, 0.9, 0.99))


def replay(
    before: dict[str, bytes], done: Sequence[Operation], work: Path, *, states: int, chances: int = 2,
    seed: int = 7, acked: dict[str, tuple[str, int]] | None = None,
) -> Seen:  # fmt: skip
    """Apply the operations one by one; after some of them, evenly, cut the power in several ways."""
    disk, choice, seen = Disk(before), random.Random(seed), Seen()  # noqa: S311 - a test's choice
    told = {} if acked is None else dict(acked)
    each = max(len(done) * (len(SHARES) + chances) // states, 1)
    chances = max(chances, -(-states // max(len(done), 1)))
    for at, one in enumerate(done):
        if one.kind is Kind.SAID:
            acked_by(one, told)
            continue
        disk.apply(one)
        if at % each:
            continue
        for share in shares(choice, chances):
            path = put(disk.cut(share, choice), work)
            whole = seen.states % _WHOLE_EVERY == 0
            seen.add(faults_of(path, told, whole=whole) if path else ["the file is gone"], at)
    seen.acked = len(told)
    return seen


def put(files: dict[str, bytes], work: Path) -> Path | None:
    """Lay the files out where a till may open them; the map of the log is made anew from the log."""
    for old in work.iterdir():
        old.unlink()
    found = None
    for name, content in files.items():
        path = work / Path(name).name
        if path.name.endswith("-shm"):
            continue
        path.write_bytes(content)
        if path.suffix == ".db":
            found = path
    return found
