"""Each system call of an operation fails once, for ever, or is the last: never a wrong state or a crash."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from app.db.backup import back_up_sqlite
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from tests.conftest import ROOT
from tests.crash.syscalls.flows import FAR, FLOWS, NOW
from tests.crash.torture import HOURS
from tests.factories.shop import make_shop

# every so manieth system call in each run of the tests: about ten of each operation
STRIDES = {
    "sale": 151, "refund": 199, "z": 151, "backup": 1499, "restore": 499, "migration": 499, "new shop": 3999,
}  # fmt: skip


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory, where there is one."""
    shared = Path("/dev/shm")  # noqa: S108 - a test's own folder below it
    with TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
def shop_folder(sqlite_template: Path, tmp_path: Path) -> Path:
    """A shop with an open shift, three sales, and a backup made after two of them."""
    folder = tmp_path / "shop"
    folder.mkdir()
    path = folder / "takings.db"
    shutil.copyfile(sqlite_template, path)
    factory = UnitOfWorkFactory(create_app_engine(f"sqlite:///{path}"), EventBus(_raise))
    shop = make_shop(factory)
    shift = shop.open_shift()
    for wanted in ("COFFEE", "MILK"):
        shop.sell(shop.cart(wanted), shift)
    back_up_sqlite(path, folder / FAR, now=NOW)
    shop.sell(shop.cart("WINE"), shift)
    factory.dispose()
    return folder


def _raise(_event: object, error: Exception) -> None:
    raise error


def interrupted(flow: str, shop: Path, work: Path, stride: int) -> dict[str, Any]:
    """What came of it."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.syscalls.loop", flow, str(shop), str(work), str(stride)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("flow", list(FLOWS))
def test_no_failing_system_call_leaves_a_wrong_state_or_a_crash(
    flow: str, shop_folder: Path, memory: Path
) -> None:
    if flow == "new shop":
        shutil.rmtree(shop_folder)
        shop_folder.mkdir()
    came = interrupted(flow, shop_folder, memory / "work", 1 if HOURS else STRIDES[flow])
    assert came["faults"] == {}, came["said"]
    assert came["runs"] > 1
    assert came["killed"] > 0, "no kill hit: the test shows nothing"
    assert came["unsaid"] > 0, "no fault was noticed: the test shows nothing"
