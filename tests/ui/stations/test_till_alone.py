"""The till's window while the server is away and when it is back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import Connection

from app.kernel.events import EventBus
from app.runtime.lanes import Lanes
from app.runtime.run import Runtime
from app.stations.drain import Link
from app.till.tables import sale, shift
from tests.conftest import SteadyClock
from tests.factories.shop import BACK, Shop
from tests.integration.stations.conftest import TillMachine
from tests.integration.stations.conftest import make_till as register
from tests.integration.stations.counter import CARD, on_card
from tests.integration.till.helpers import rows
from tests.ui.conftest import MakeTill, TillDriver
from ui.runtime.gateway import ServerGateway
from ui.runtime.task_runner import TaskRunner
from ui.till.panels_station import StationPanel

pytestmark = pytest.mark.postgres


@dataclass
class Desk:
    """As cli.stations.Station, without a lane of its own."""

    machine: TillMachine

    @property
    def link(self) -> Link:
        return self.machine.drainer.link

    @property
    def server(self) -> Runtime:
        return self.machine.line()

    def wake(self) -> None:
        self.machine.drainer.round()


@pytest.fixture
def machine(
    tmp_path: Path, sqlite_template: Path, shop_with_pins: Shop, clock: SteadyClock, bus: EventBus
) -> Iterator[TillMachine]:
    """Till T01 with books of its own; its events are those of the window."""
    made = register(tmp_path / "t01.db", sqlite_template, shop_with_pins, clock, bus=bus)
    yield made
    made.runtime.factory.dispose()


@pytest.fixture
def ui_shop(machine: TillMachine) -> Shop:
    """What the window sells."""
    return machine.shop


@pytest.fixture
def till(make_till: MakeTill, machine: TillMachine) -> TillDriver:
    """The cashier at the till, the shift open, the server away."""
    driver = make_till(station=Desk(machine))
    machine.shop.open_shift()
    machine.drainer.round()
    machine.line.is_cut = True
    driver.sign_in()
    return driver


def test_selling_goes_on_and_what_is_unsent_is_counted_and_listed(
    till: TillDriver, machine: TillMachine, shop_with_pins: Shop
) -> None:
    till.scan_sku("COFFEE")
    till.pay_exact()
    machine.drainer.round()
    till.settle()
    assert "Unsent 1" in till.buttons()
    till.tap_text("Unsent 1")
    panel = till.panel
    assert isinstance(panel, StationPanel)
    assert panel.list.count() == 1
    assert "away" in panel._state.text()
    machine.line.is_cut = False
    till.tap(panel._send)
    assert panel.list.count() == 0
    assert "everything is sent" in panel._state.text()
    assert [r.number for r in rows(shop_with_pins, sale)] == ["T01-000001"]
    assert "Server" in till.buttons()


def test_the_close_is_refused_with_what_is_unsent_until_a_manager_allows_it(
    till: TillDriver, machine: TillMachine
) -> None:
    till.scan_sku("COFFEE")
    till.pay_exact()
    till.key(Qt.Key.Key_Escape)
    till.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    view = till.page.close_view
    till.page.parts.close_shift.counted({5000: 4, 1000: 1, 200: 1, 50: 1, 20: 2}, {"card": 0, "voucher": 0})
    till.settle()
    assert "have not reached the server" in view._count_message.text()
    till.key(Qt.Key.Key_Escape)
    machine.drainer.round()
    till.settle()
    till.tap_text("Unsent 1")
    panel = till.panel
    assert isinstance(panel, StationPanel)
    till.tap(panel._close)
    till.approve_as("supervisor")
    assert any(job.kind == "unsent" for job in _jobs(till))
    till.key(Qt.Key.Key_Escape)
    till.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    till.page.parts.close_shift.counted({5000: 4, 1000: 1, 200: 1, 50: 1, 20: 2}, {"card": 0, "voucher": 0})
    till.settle()
    till.page.parts.close_shift.confirmed("", 20000)
    till.settle()
    assert [r.status for r in rows(till.shop, shift)] == ["closed"]


def _jobs(till: TillDriver) -> list[Any]:
    from app.printing.tables import print_job

    return rows(till.shop, print_job)


def test_goods_that_come_back_meanwhile_are_warned_of_once(till: TillDriver, machine: TillMachine) -> None:
    machine.drainer.round()
    till.page.desk.set_cart(till.shop.cart("WINE").coming_back(BACK))
    assert "limits may be out of date" in till.banner
    till.page.view.hide_banner()
    till.page.desk.set_cart(till.page.desk.state.cart)
    assert till.banner == ""


def test_the_office_of_a_till_works_on_the_servers_books_as_who_is_at_the_till(
    till: TillDriver, machine: TillMachine, shop_with_pins: Shop
) -> None:
    machine.line.is_cut = False
    books: list[str] = []
    lanes = Lanes({"server": 5})
    gateway = ServerGateway(
        machine.line(), till.services.gateway, TaskRunner(lanes), on_error=till.errors.append
    )
    assert gateway.actor is till.services.gateway.actor is not None
    gateway.ask(_dialect, on_done=books.append)
    till.bot.waitUntil(lambda: books == ["postgresql"], timeout=10_000)
    lanes.shutdown()


def _dialect(connection: Connection) -> str:
    return connection.dialect.name


def test_a_gift_card_is_sold_and_paid_with_on_line_and_refused_in_a_sentence_while_away(
    till: TillDriver, machine: TillMachine, shop_with_pins: Shop
) -> None:
    till.key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    till.scan(CARD)
    assert "cannot be reached" in till.banner
    till.key(Qt.Key.Key_Escape)
    machine.line.is_cut = False
    machine.drainer.round()
    till.key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    till.scan(CARD)
    till.type("50")
    till.key(Qt.Key.Key_Return)
    till.pay_exact()
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.scan(CARD)
    till.settle()
    assert on_card(shop_with_pins) == 3710
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    machine.line.is_cut = True
    till.scan(CARD)
    till.settle()
    assert "cannot be reached" in till.banner
    machine.line.is_cut = False
    assert machine.drainer.round().unsent == 0
    assert on_card(shop_with_pins) == 3710
