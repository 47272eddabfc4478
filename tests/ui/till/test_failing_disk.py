"""The disk fails as a sale is paid: the cashier reads why on the payment page, and pays once it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.till.tables import sale
from tests.crash.faults.storage import ENOUGH, FULL, READ_ONLY, Disk, held
from tests.integration.till.helpers import count
from tests.ui.conftest import TillDriver
from tests.ui.devices import FakeDrawer

Failing = Callable[[TillDriver, Disk], AbstractContextManager[None]]


@contextmanager
def full(till: TillDriver, disk: Disk) -> Iterator[None]:
    disk.fail(FULL)
    yield
    disk.mend()


@contextmanager
def read_only(till: TillDriver, disk: Disk) -> Iterator[None]:
    disk.fail(READ_ONLY)
    yield
    disk.mend()


def locked(till: TillDriver, disk: Disk) -> AbstractContextManager[None]:
    return held(Path(till.shop.runtime.factory._write_engine.url.database or ""))


def pay_until_refused(till: TillDriver) -> tuple[int, int]:
    """Sales and kicks of the drawer before the one that was refused; the payment page is open."""
    for _ in range(ENOUGH):
        found = count(till.shop, sale), till.devices.drawer.kicks  # type: ignore[union-attr]
        till.key(Qt.Key.Key_Return)
        if till.page.view.page() == "pay":
            return found
        till.scan_sku("COFFEE")
        till.key(Qt.Key.Key_F12)
    raise AssertionError("nothing was refused: the test shows nothing")


@pytest.mark.parametrize(
    ("failing", "words"),
    [(full, "disk is full"), (read_only, "cannot be written to"), (locked, "in use by another program")],
    ids=["full", "read-only", "locked"],
)
def test_why_nothing_was_booked_stands_on_the_payment_page_and_the_same_sale_is_paid_afterwards(
    till: TillDriver, failing: Failing, words: str
) -> None:
    disk = Disk(till.shop.runtime.factory._write_engine)
    till.scan_sku("MILK")
    till.pay_exact()
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    drawer = till.devices.drawer
    assert isinstance(drawer, FakeDrawer)
    with failing(till, disk):
        before, kicks = pay_until_refused(till)
        assert words in till.page.view.pay._message.text()
        assert (count(till.shop, sale), drawer.kicks) == (before, kicks)
    till.key(Qt.Key.Key_Return)
    assert till.page.view.page() == "change"
    assert (count(till.shop, sale), drawer.kicks) == (before + 1, kicks + 1)
    assert till.errors == []
