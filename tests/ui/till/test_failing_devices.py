"""Printer, drawer and display fail as a sale is paid: it stands, the cashier reads why, and sells on."""

from __future__ import annotations

import pytest

from app.devices.paper import Paper
from app.devices.ports import FAULT_DETAILS, DeviceError, DeviceFault, PrintOutcome
from app.devices.weight import Weight
from app.printing.events import PrintSettled
from app.till.operations.sales import CompletedSale
from app.till.tables import sale
from app.till.tender import Tender
from tests.integration.till.helpers import count
from tests.ui.conftest import TillDriver
from tests.ui.devices import FakeDisplay, FakeDrawer, FakePrinter, FakeScale
from ui.till.health_presenter import OPEN_LOOKS
from ui.till.panels_weigh import WeighPanel
from ui.till.print_presenter import DRAWER_FAILED
from ui.widgets.status import OK, WARN

IN_THE_MIDDLE = (DeviceFault.LOST, DeviceFault.PAPER_OUT, DeviceFault.COVER_OPEN, DeviceFault.TIMEOUT)


class BrokenPrinter(FakePrinter):
    """Fails as told, with bytes on the paper already or not."""

    error: Exception | None = None

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


def test_a_bug_of_the_printers_driver_is_told_and_the_paper_comes_out_when_asked(till: TillDriver) -> None:
    printer = BrokenPrinter()
    printer.error = ZeroDivisionError()
    till.devices.printer = printer
    till.scan_sku("COFFEE")
    till.pay_exact()
    assert till.banner.startswith("Receipt not printed: ")
    assert count(till.shop, sale) == 1
    printer.error = None
    till.tap(till.button("Print again", till.page.view.cart))
    assert [p.title for p in printer.papers] == ["Receipt T01-000001"]


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


def test_that_the_drawer_stays_shut_stands_on_the_change_page_whenever_it_is_known(till: TillDriver) -> None:
    said = "The drawer did not open. Open it with the key."
    till.scan_sku("COFFEE")
    show = till.page.parts.pay._done
    before: list[str] = []

    def late(sale: CompletedSale, tenders: tuple[Tender, ...]) -> None:
        # the drawer fails on the printer's lane before the answer of the sale is there
        till.page.parts.printing.settled(PrintSettled(job_id=0, status=DRAWER_FAILED, error=""))
        before.append(till.page.view.change._note.text())
        show(sale, tenders)

    till.page.parts.pay._done = late  # type: ignore[method-assign]
    till.pay_exact()
    assert before == [said]
    assert till.page.view.change._note.text() == said
    assert till.page.view.change._note.isVisible()
    till.page.parts.pay._done = show  # type: ignore[method-assign]
    till.scan_sku("MILK")
    till.pay_exact()
    assert till.page.view.change._note.text() == ""
    assert not till.page.view.change._note.isVisible()


def test_notes_stand_below_each_other_and_none_twice(till: TillDriver) -> None:
    view = till.page.view.change
    view.add_note("a")
    view.add_note("b")
    view.add_note("a")
    assert view._note.text() == "a\nb"
    view.clear_notes()
    assert view._note.text() == ""


def look(till: TillDriver, times: int) -> None:
    """As the timer of the header does every ten seconds."""
    for _ in range(times):
        till.page.parts.health.ask()
        till.settle()


def drawer_dot(till: TillDriver) -> tuple[str, str]:
    """State and explanation of the drawer's dot in the header."""
    dot = till.page.view.header._dots["drawer"]
    return dot.state, dot.toolTip()


def test_a_drawer_that_stays_open_is_said_once_and_its_dot_warns_until_it_is_closed(till: TillDriver) -> None:
    drawer = FakeDrawer()
    till.devices.drawer = drawer
    till.settle()
    till.scan_sku("COFFEE")
    till.pay_exact()
    drawer.open = True
    look(till, OPEN_LOOKS - 1)
    assert "still open" not in till.banner
    look(till, 1)
    assert till.banner == "The drawer is still open. Close it."
    assert drawer_dot(till)[0] == WARN
    assert "still open" in drawer_dot(till)[1]
    till.page.view.cart.banner.dismiss()
    look(till, 1)
    assert till.banner == ""
    till.scan_sku("MILK")
    till.pay_exact()
    assert count(till.shop, sale) == 2
    drawer.open = False
    look(till, 1)
    assert drawer_dot(till)[0] == OK


@pytest.mark.parametrize("said", [None, False], ids=["no switch", "closed"])
def test_of_a_drawer_that_does_not_tell_its_state_nothing_is_said(
    till: TillDriver, *, said: bool | None
) -> None:
    till.devices.drawer = drawer = FakeDrawer()
    drawer.open = said
    look(till, OPEN_LOOKS + 1)
    assert till.banner == ""
    assert drawer_dot(till)[0] == OK
    till.scan_sku("COFFEE")
    till.pay_exact()
    assert drawer.kicks == 1
    assert count(till.shop, sale) == 1


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
