"""The power fails at any moment: no acknowledged sale lost, none doubled or half there, no file damaged."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from tests.crash.power.disk import Disk
from tests.crash.power.replay import Seen, acked_by, put, replay
from tests.crash.power.trace import Kind, Operation, operations, record
from tests.crash.torture import HOURS, times
from tests.factories.shop import make_shop

SALES = 60 if HOURS else 25
STATES = times(700, 40_000)
SECOND_CUTS = times(2, 60)


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory, where there is one: thousands of files are written and thrown away."""
    shared = Path("/dev/shm")  # noqa: S108 - a test's own folder below it
    with TemporaryDirectory(dir=shared if os.access(shared, os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.fixture
def shop_file(sqlite_template: Path, tmp_path: Path) -> Path:
    """A shop with an open shift, closed cleanly."""
    folder = tmp_path / "shop"
    folder.mkdir()
    path = folder / "shop.db"
    shutil.copyfile(sqlite_template, path)
    factory = UnitOfWorkFactory(create_app_engine(f"sqlite:///{path}"), EventBus(_raise))
    make_shop(factory).open_shift()
    factory.dispose()
    return path


def _raise(_event: object, error: Exception) -> None:
    raise error


def recorded(path: Path, said: Path, *more: str) -> tuple[dict[str, bytes], list[Operation]]:
    """The files before, and what a till that sells does to them."""
    before = {str(path): path.read_bytes()}
    log = said.with_suffix(".strace")
    record("tests.crash.power.day", [str(path), str(said), str(SALES), *more], path.parent, log)
    for left in path.parent.iterdir():
        if left != path:
            left.unlink()
    return before, list(operations(log, path.parent, said, before))


def test_after_a_power_cut_every_acknowledged_sale_is_there_once(
    shop_file: Path, tmp_path: Path, memory: Path
) -> None:
    before, done = recorded(shop_file, tmp_path / "said")
    seen = replay(before, done, memory, states=STATES)
    assert seen.acked == SALES
    assert seen.states >= STATES
    assert dict(seen.faults) == {}, seen.first


def test_the_test_catches_a_till_that_does_not_sync(shop_file: Path, tmp_path: Path, memory: Path) -> None:
    """The losing variant: synchronous=NORMAL does not sync the log at each commit."""
    before, done = recorded(shop_file, tmp_path / "said", "1")
    seen = replay(before, done, memory, states=200)
    assert any("acknowledged" in fault for fault in seen.faults)


def test_a_second_cut_while_the_first_is_mended_loses_nothing(
    shop_file: Path, tmp_path: Path, memory: Path
) -> None:
    before, done = recorded(shop_file, tmp_path / "said")
    choice = random.Random(3)  # noqa: S311 - a test's choice
    moments = sorted(choice.sample(range(len(done) // 4, len(done)), SECOND_CUTS))
    disk, acked, seen = Disk(before), dict[str, tuple[str, int]](), Seen()
    for at, one in enumerate(done):
        if one.kind is Kind.SAID:
            acked_by(one, acked)
        else:
            disk.apply(one)
        if at in moments:
            found = second_cut(disk.cut(0.5, choice), acked, tmp_path / f"again{at}", memory)
            seen.states += found.states
            seen.faults += found.faults
    assert seen.states > 20 * SECOND_CUTS
    assert dict(seen.faults) == {}


def second_cut(
    files: dict[str, bytes], acked: dict[str, tuple[str, int]], folder: Path, memory: Path
) -> Seen:
    """What a till does that opens these files is recorded, and cut again at any moment."""
    folder.mkdir()
    path = put(files, folder)
    assert path is not None
    before = {str(p): p.read_bytes() for p in folder.iterdir()}
    log = folder.with_suffix(".strace")
    record("tests.crash.power.recover", [str(path)], folder, log)
    done = list(operations(log, folder, folder / "said", before))
    return replay(before, done, memory, states=120, acked=acked)
