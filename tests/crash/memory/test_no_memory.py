"""Each allocation of finishing a sale fails: it is booked once or not at all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from tests.conftest import ROOT
from tests.crash.torture import HOURS
from tests.factories.shop import make_shop


def _raise(_event: object, error: Exception) -> None:
    raise error


@pytest.fixture
def shop_folder(sqlite_template: Path, tmp_path: Path) -> Path:
    """A shop with an open shift."""
    path = tmp_path / "takings.db"
    shutil.copyfile(sqlite_template, path)
    factory = UnitOfWorkFactory(create_app_engine(f"sqlite:///{path}"), EventBus(_raise))
    make_shop(factory).open_shift()
    factory.dispose()
    return tmp_path


@pytest.fixture
def failing_memory() -> None:
    """A Python whose memory can be made to fail; Debian has that apart, CI must have it."""
    if find_spec("_testcapi") is None:
        if os.environ.get("TAKINGS_REQUIRE_DATA"):
            pytest.fail("This Python has no _testcapi.")
        pytest.skip("This Python has no _testcapi; on Debian it is in libpython3-testsuite.")


@pytest.mark.usefixtures("failing_memory")
def test_an_allocation_that_fails_leaves_the_sale_booked_once_or_not_at_all(
    shop_folder: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.memory.loop", str(shop_folder), "T01",
         "1" if HOURS else "59", "1"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    heard: dict[str, Any] = json.loads(done.stdout)
    assert heard["wrong"] == []
    outcomes = heard["outcomes"]
    assert sum(outcomes.values()) > 10
    assert outcomes.get("refused", 0) > 0, "no allocation failed within the operation: the test shows nothing"
