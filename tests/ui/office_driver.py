"""The back office over a real shop: a person who types, taps and scans, and waits for every answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.flows.printing import PrintPump
from app.kernel.events import EventBus
from app.runtime.lanes import Lanes
from cli.station_printers import StationPrinters
from drivers.registry import StationDevices
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.ui.conftest import LANES, PEPPER
from ui.formatting import Formats
from ui.office.office_page import OfficePage
from ui.office.section import Section
from ui.runtime.event_bridge import EventBridge
from ui.runtime.gateway import QtGateway
from ui.runtime.services import Services
from ui.runtime.task_runner import TaskRunner
from ui.theme import apply_theme
from ui.widgets.button import Button
from ui.widgets.side_panel import SidePanel

S = TypeVar("S", bound=QWidget)
_LANES = ("db", "reports", "printer", "printer2")


@dataclass
class OfficeDriver:
    """The office, as somebody has it before him."""

    page: OfficePage
    shop: Shop
    lanes: Lanes
    runner: TaskRunner
    devices: StationDevices
    services: Services
    bot: QtBot
    errors: list[Exception]
    clock: SteadyClock

    def go(self, section_id: str) -> Section:
        """Show a page and wait until it shows what it reads."""
        self.page.go(section_id)
        self.settle()
        section = self.page.section()
        assert section is not None
        assert section.section_id == section_id
        return section

    def panel(self, kind: type[S]) -> S:
        """The panel that is open."""
        section = self.page.section()
        assert section is not None
        found = section.panel()
        assert isinstance(found, kind)
        return found

    @property
    def open_panel(self) -> SidePanel | None:
        """The panel of the page, or None."""
        section = self.page.section()
        return section.panel() if section is not None else None

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        for sign in text:
            QTest.keyClick(QApplication.focusWidget() or self.page, sign)
        QTest.qWait(120)  # a search waits until the fingers rest
        self.settle()

    def tap(self, target: QWidget) -> None:
        """Tap something that is on the screen and enabled."""
        assert target.isVisible(), f"not on the screen: {target!r}"
        assert target.isEnabled(), f"switched off: {target!r}"
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        self.settle()

    def tap_text(self, text: str) -> None:
        """Tap the visible button of that text or name."""
        found = [
            b
            for b in self.page.findChildren(Button)
            if b.isVisible() and text in {b.text(), b.accessibleName()}
        ]
        assert found, f"no button {text!r}"
        self.tap(found[-1])

    @property
    def banner(self) -> str:
        """What the banner says."""
        return self.page.banner.text

    def settle(self) -> None:
        """Wait until every lane is idle and every answer has led to no further question."""
        for _ in range(60):
            self._round()
            QTest.qWait(0)
            if not any(self.lanes.waiting(lane) for lane in _LANES):
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                self._round()
                if not any(self.lanes.waiting(lane) for lane in _LANES):
                    return
        raise AssertionError("the office does not come to rest")

    def _round(self) -> None:
        answered: list[None] = []
        for lane in _LANES:
            self.runner.submit(
                lane, lambda: None, on_done=lambda _none: answered.append(None), on_error=self.errors.append
            )
        self.bot.waitUntil(lambda: len(answered) == len(_LANES), timeout=20_000)


MakeOffice = Callable[..., OfficeDriver]


@pytest.fixture
def make_office(
    qtbot: QtBot, qapp: QApplication, ui_shop: Shop, bus: EventBus, clock: SteadyClock, tmp_path: Path
) -> Iterator[MakeOffice]:
    """Makes offices with lanes and devices of their own."""
    made: list[tuple[OfficePage, Lanes, StationDevices]] = []

    def make(
        user: str = "manager", *, size: tuple[int, int] = (1366, 768), theme: str = "light",
        local: dict[str, Any] | None = None, locale: str = "en",
    ) -> OfficeDriver:  # fmt: skip
        apply_theme(qapp, theme)
        errors: list[Exception] = []
        lanes = Lanes(LANES)
        runner = TaskRunner(lanes)
        devices = StationDevices()
        printers = StationPrinters(devices, ui_shop.context().settings)
        PrintPump(
            ui_shop.runtime, lanes, bus, station="T01", printer=lambda: devices.printer,
            drawer=lambda: devices.drawer, more=printers,
        )  # fmt: skip
        gateway = QtGateway(ui_shop.runtime, runner, on_error=errors.append)
        gateway.actor = ui_shop.actor(user)
        services = Services(
            gateway=gateway, bridge=EventBridge(bus), context=ui_shop.context(), devices=devices,
            pepper=PEPPER, data_dir=tmp_path, language="en", training=False, submit=runner.submit,
            local={} if local is None else local, printers=printers,
        )  # fmt: skip
        page = OfficePage(services, Formats(locale, "EUR", ZoneInfo("Europe/Berlin")))
        page.resize(*size)
        qtbot.addWidget(page)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        made.append((page, lanes, devices))
        driver = OfficeDriver(page, ui_shop, lanes, runner, devices, services, qtbot, errors, clock)
        page.open()
        driver.settle()
        return driver

    yield make
    for _page, lanes, devices in made:
        lanes.shutdown()
        devices.close()
    QTest.qWait(0)


@pytest.fixture
def office(make_office: MakeOffice) -> OfficeDriver:
    """The manager in the back office."""
    return make_office()
