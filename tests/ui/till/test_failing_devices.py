"""Printer, drawer and display fail as a sale is paid: it stands, the cashier reads why, and sells on."""

from __future__ import annotations

import pytest

from app.devices.paper import Paper
from app.devices.ports import FAULT_DETAILS, DeviceError, DeviceFault, PrintOutcome
from app.devices.weight import Weight
from app.till.tables import sale
from tests.integration.till.helpers import count
from tests.ui.conftest import TillDriver
from tests.ui.devices import FakeDisplay, FakeDrawer, FakePrinter, FakeScale
from ui.till.panels_weigh import WeighPanel

IN_THE_MIDDLE = (DeviceFault.LOST, DeviceFault.PAPER_OUT, DeviceFault.COVER_OPEN, DeviceFault.TIMEOUT)


class BrokenPrinter(FakePrinter):
    """Fails as told, with bytes on the paper already or not."""

    error: DeviceError | None = None

    def print_paper(self, paper: Paper) -> PrintOutcome:
        if self.error is not None:
            raise self.error
        return super().print_paper(paper)


class StuckDrawer(FakeDrawer):
    """Its plug is out."""

    def kick(self) -> None:
        raise DeviceError(device="printer", fault=DeviceFault.NOT_FOUND)


class DeadDisplay(FakeDisplay):
    """Takes no text until it is there again."""

    is_there = False

    def show(self, upper: str, lower: str) -> None:
        if not self.is_there:
            raise DeviceError(device="customer display", fault=DeviceFault.NOT_FOUND)
        super().show(upper, lower)


@pytest.mark.parametrize(
    ("fault", "nothing_sent"),
    [*((fault, True) for fault in DeviceFault), *((fault, False) for fault in IN_THE_MIDDLE)],
    ids=[
        *(fault.value for fault in DeviceFault),
        *(f"{fault.value} in the middle" for fault in IN_THE_MIDDLE),
    ],
)
def test_whatever_a_printer_fails_by_the_banner_says_it_and_the_paper_comes_out_once(
    till: TillDriver, fault: DeviceFault, *, nothing_sent: bool
) -> None:
    printer = BrokenPrinter()
    printer.error = DeviceError(device="printer", fault=fault, nothing_sent=nothing_sent)
    till.devices.printer = printer
    till.scan_sku("COFFEE")
    till.pay_exact()
    assert FAULT_DETAILS[fault] in till.banner
    assert till.page.view.change._receipt.text() == "The receipt was not printed."
    assert count(till.shop, sale) == 1
    printer.error = None
    till.tap(till.button("Print again", till.page.view.cart))
    (paper,) = printer.papers
    assert ("COPY" in str(paper.blocks)) is not nothing_sent
    till.scan_sku("MILK")
    till.pay_exact()
    assert [p.title for p in printer.papers] == ["Receipt T01-000001", "Receipt T01-000002"]


def test_a_drawer_that_stays_shut_is_said_and_is_not_opened_later(till: TillDriver) -> None:
    till.devices.drawer = StuckDrawer()
    till.scan_sku("COFFEE")
    till.pay_exact()
    assert till.banner == "The drawer did not open. Open it with the key."
    assert till.page.view.cart.banner.isVisible()
    assert count(till.shop, sale) == 1
    mended = FakeDrawer()
    till.devices.drawer = mended
    till.settle()
    assert mended.kicks == 0
    till.scan_sku("MILK")
    till.pay_exact()
    assert mended.kicks == 1
    assert count(till.shop, sale) == 2


def test_a_display_that_is_gone_disturbs_nobody_and_shows_the_next_text_when_it_is_back(
    till: TillDriver,
) -> None:
    display = DeadDisplay()
    till.devices.display = display
    till.scan_sku("COFFEE")
    assert till.banner == ""
    assert till.lines == [("COFFEE", 1000)]
    display.is_there = True
    till.scan_sku("MILK")
    assert display.shown[-1][1].endswith("14.09")
    till.pay_exact()
    assert count(till.shop, sale) == 1
    assert till.errors == []


@pytest.mark.parametrize(
    "fault", [DeviceFault.GARBAGE, DeviceFault.LOST, DeviceFault.NOT_FOUND], ids=lambda fault: fault.value
)
def test_a_scale_that_fails_weighs_nothing_says_why_and_weighs_once_it_is_mended(
    till: TillDriver, fault: DeviceFault
) -> None:
    scale = FakeScale(DeviceError(device="scale", fault=fault))
    till.devices.scale = scale
    till.scan_sku("APPLE")
    panel = till.panel
    assert isinstance(panel, WeighPanel)
    till.bot.waitUntil(lambda: FAULT_DETAILS[fault] in panel.message.text(), timeout=10_000)
    assert till.lines == []
    scale.weights = [Weight(320_000)]
    till.tap_text("Weigh again")
    till.bot.waitUntil(lambda: till.lines == [("APPLE", 320)], timeout=10_000)
    till.pay_exact()
    assert count(till.shop, sale) == 1
