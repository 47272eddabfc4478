"""Screens over a real shop: real lanes, a real SQLite file, devices that remember what they were told."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.access.pins import hash_pin
from app.access.tables import user_account
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.flows.printing import PrintPump
from app.kernel.events import Event, EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.runtime.lanes import Lanes
from tests.conftest import SteadyClock
from tests.factories.shop import Shop, make_shop
from tests.support.stretches import Stretches
from tests.ui.devices import FakeDevices
from ui.formatting import Formats
from ui.runtime.event_bridge import EventBridge
from ui.runtime.gateway import QtGateway
from ui.runtime.services import Services, StationDesk
from ui.runtime.task_runner import TaskRunner
from ui.shell import language
from ui.theme import apply_theme
from ui.till.till_page import TillPage
from ui.widgets.button import Button
from ui.widgets.sound import SilentSound

PEPPER = b"pepper of the tests, 32 bytes long"
PINS = {"cashier": "2580", "supervisor": "1357", "clerk": "8642", "manager": "9713"}
LANES = {
    "db": 200, "server": 50, "reports": 20, "printer": 50, "printer2": 20, "display": 20, "terminal": 5,
    "scale": 5,
}  # fmt: skip


_RESTING = ("db", "server", "printer", "display")


class CountingLanes(Lanes):
    """Lanes that know how much was handed to them."""

    def __init__(self) -> None:
        super().__init__(LANES)
        self.submitted = 0

    def submit(self, lane: str, work: Callable[[], Any]) -> Any:
        self.submitted += 1
        return super().submit(lane, work)


@dataclass
class TillDriver:
    """A till as a cashier has it: keys, taps and scans; `settle` waits until all is answered."""

    page: TillPage
    shop: Shop
    devices: FakeDevices
    sound: SilentSound
    lanes: CountingLanes
    runner: TaskRunner
    bot: QtBot
    events: list[Event]
    errors: list[Exception]
    services: Services
    effort: int = field(default=0)  # keys and taps since the last reset

    # --- what a person does ---

    def scan(self, *codes: str) -> None:
        """Scan, as the shell hands a scan over."""
        for code in codes:
            self.page.scanned(code)
        self.settle()

    def scan_sku(self, *skus: str) -> None:
        """Scan the barcodes of these products."""
        self.scan(*(code_of(self.shop, sku) for sku in skus))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        self.effort += 1
        QTest.keyClick(self.focus(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type characters where the keyboard is."""
        for character in text:
            self.effort += 1
            QTest.keyClick(self.focus(), character)
        self.settle()

    def tap(self, target: QWidget, at: QPoint | None = None) -> None:
        """Tap a widget; it must be on the screen and enabled."""
        assert target.isVisible(), f"not on the screen: {target!r}"
        assert target.isEnabled(), f"switched off: {target!r}"
        self.effort += 1
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=at or target.rect().center())
        self.settle()

    def tap_text(self, text: str) -> None:
        """Tap the button of that text, or of that accessible name."""
        self.tap(self.button(text))

    # --- what a person sees ---

    def focus(self) -> QWidget:
        """Where the keyboard is."""
        return QApplication.focusWidget() or self.page

    def button(self, text: str, inside: QWidget | None = None) -> Button:
        """The visible button of that text or name."""
        found = [
            b for b in (inside or self.page).findChildren(Button)
            if b.isVisible() and text in {b.text(), b.accessibleName()}
        ]  # fmt: skip
        assert found, f"no button {text!r}; there are {self.buttons()}"
        return found[-1]

    def buttons(self) -> list[str]:
        """Texts of all visible buttons."""
        return [b.text() or b.accessibleName() for b in self.page.findChildren(Button) if b.isVisible()]

    @property
    def banner(self) -> str:
        """What the banner says."""
        return self.page.view.cart.banner.text

    @property
    def lines(self) -> list[tuple[str, int]]:
        """SKU and quantity of the lines of the cart."""
        return [(x.item.sku, x.quantity_milli) for x in self.page.desk.state.cart.lines]

    @property
    def total(self) -> int:
        """What the cart comes to."""
        return self.page.desk.state.total_minor

    @property
    def panel(self) -> QWidget | None:
        """The open panel."""
        return self.page.view.panel()

    def settle(self) -> None:
        """Wait until every lane is idle and every answer was delivered."""
        for _ in range(100):
            before = self.lanes.submitted
            self._round()
            if self.lanes.submitted == before + len(_RESTING):
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                return
        raise AssertionError("the till does not come to rest")

    def _round(self) -> None:
        """Put one piece of work behind all others on each lane, and wait for its answer."""
        answered: list[None] = []
        for lane in _RESTING:
            self.runner.submit(
                lane, lambda: None, on_done=lambda _none: answered.append(None), on_error=self.errors.append
            )
        self.bot.waitUntil(lambda: len(answered) == len(_RESTING), timeout=10_000)
        QTest.qWait(0)

    # --- longer ways ---

    def sign_in(self, name: str = "cashier") -> None:
        """Choose a user and type his PIN."""
        view = self.page.sign_in_view
        view.select_user(self.shop.users[name])
        self.page.parts.sign_in.user_chosen(self.shop.users[name])
        self.type(PINS[name])
        self.key(Qt.Key.Key_Return)

    def approve_as(self, name: str) -> None:
        """Choose who approves and type his PIN."""
        panel = self.page.view.panel() or self.page._host.panel()
        self.tap(self.button(name, panel))
        self.type(PINS[name])
        self.key(Qt.Key.Key_Return)

    def pay_exact(self) -> None:
        """Pay in cash, exactly, by keyboard."""
        self.key(Qt.Key.Key_F12)
        self.key(Qt.Key.Key_Return)


def code_of(shop: Shop, sku: str) -> str:
    """The barcode of a product."""
    barcode = shop.items[sku].barcode
    assert barcode is not None
    return barcode


_HASHES: dict[str, str] = {}


def _set_pins(shop: Shop) -> None:
    for name, pin in PINS.items():
        if name not in _HASHES:
            _HASHES[name] = hash_pin(pin, PEPPER)
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        for name in PINS:
            uow.connection.execute(
                update(user_account).where(user_account.c.id == shop.users[name]),
                {"pin_hash": _HASHES[name]},
            )


@pytest.fixture(autouse=True)
def _garbage_on_this_thread() -> Iterator[None]:
    """As in the program (ui.shell.garbage): no lane may collect, and so destroy, a widget."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _speaks_plain_english(qapp: QApplication) -> Iterator[None]:
    """A window that was opened whole has put its language on; the next test reads the texts as they stand."""
    yield
    if language._installed:
        language.install_language(qapp, "C")


# processor time of one round of the event loop, in ms: the aim is 50 (`python -m bench reports` has the
# figures); what is ten times that is a mistake on any machine
MOST_BLOCKED_MS = 500


@pytest.fixture(autouse=True)
def _never_blocked_for_long(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No click, key, answer or painting keeps the window from the next one for long."""
    watch = Stretches()
    for name in ("keyClick", "mouseClick"):
        monkeypatch.setattr(QTest, name, staticmethod(watch.counted(getattr(QTest, name))))
    yield
    watch.stop()
    assert watch.longest_ms <= MOST_BLOCKED_MS, f"the window was blocked for {watch.longest_ms:.0f} ms"


@pytest.fixture
def ui_shop(sqlite_url: str, bus: EventBus, clock: SteadyClock) -> Iterator[Shop]:
    """The small shop in a SQLite file, with PINs."""
    engine = create_app_engine(sqlite_url)
    factory = UnitOfWorkFactory(
        engine, bus, read_engine=create_app_engine(sqlite_url, readonly=True), clock=clock
    )
    shop = make_shop(factory)
    _set_pins(shop)
    yield shop
    factory.dispose()


MakeTill = Callable[..., TillDriver]


@pytest.fixture
def make_till(
    qtbot: QtBot, qapp: QApplication, ui_shop: Shop, bus: EventBus, clock: SteadyClock, tmp_path: Path,
    published: list[Event],
) -> Iterator[MakeTill]:  # fmt: skip
    """Makes tills on the shop: each with lanes and devices of its own, started, at the sign-in."""
    made: list[tuple[TillPage, Lanes]] = []

    def make(
        code: str = "T01", *, size: tuple[int, int] = (1366, 768), theme: str = "light",
        local: dict[str, object] | None = None, training: bool = False, locale: str = "en",
        devices: FakeDevices | None = None, station: StationDesk | None = None,
    ) -> TillDriver:  # fmt: skip
        apply_theme(qapp, theme)
        errors: list[Exception] = []
        lanes = CountingLanes()
        runner = TaskRunner(lanes)
        known = devices or FakeDevices()
        gateway = QtGateway(ui_shop.runtime, runner, on_error=errors.append)
        pump = PrintPump(
            ui_shop.runtime, lanes, bus, station=code, printer=lambda: known.printer,
            drawer=lambda: known.drawer,
        )  # fmt: skip
        services = Services(
            gateway=gateway, bridge=EventBridge(bus), context=ui_shop.context(code), devices=known,
            pepper=PEPPER, data_dir=tmp_path, language="en", training=training, submit=runner.submit,
            local=local or {}, station=station,
        )  # fmt: skip
        sound = SilentSound()
        page = TillPage(services, Formats(locale, "EUR", ZoneInfo("Europe/Berlin")), sound)
        page.desk.state.clock = clock
        page.resize(*size)
        qtbot.addWidget(page)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        pump.start()
        driver = TillDriver(page, ui_shop, known, sound, lanes, runner, qtbot, published, errors, services)
        made.append((page, lanes))
        page.start()
        driver.settle()
        return driver

    yield make
    for page, lanes in made:
        page._health.stop()
        lanes.shutdown()
    QTest.qWait(0)


@pytest.fixture
def till(make_till: MakeTill) -> TillDriver:
    """The cashier at till T01, the shift open with a float of 200.00, an empty cart."""
    driver = make_till()
    driver.shop.open_shift()
    driver.sign_in()
    assert driver.page.page() == "till"
    assert driver.page.view.page() == "sell"
    driver.effort = 0
    return driver
