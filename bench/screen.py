"""The till's own screen on a bench database, without devices."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from app.devices.paper import Paper
from app.devices.ports import Health, HealthState, PrintOutcome
from app.flows.printing import PrintPump
from app.runtime.lanes import Lanes
from app.till.cart import Sellable
from app.till.queries import find_open_shift
from bench.sales import TillAtWork
from ui.formatting import Formats
from ui.runtime.event_bridge import EventBridge
from ui.runtime.gateway import QtGateway
from ui.runtime.services import Services
from ui.runtime.task_runner import TaskRunner
from ui.theme import apply_theme
from ui.till.rows import tiles
from ui.till.till_page import TillPage
from ui.widgets.sound import SilentSound
from ui.widgets.tile_grid import Tile, TileGrid

LANES: Final = {"db": 500, "reports": 50, "printer": 200, "display": 50, "terminal": 5}
SIZE: Final = (1366, 768)


def application() -> QApplication:
    """The one QApplication, in the light theme."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["bench"])
    apply_theme(app, "light")
    return app


def shop_formats() -> Formats:
    """As the small shop has them."""
    return Formats("en", "EUR", ZoneInfo("Europe/Berlin"))


def grid_and_formats() -> tuple[TileGrid, Callable[[Sequence[Sellable]], list[Tile]]]:
    """A grid of products on the screen, and what makes tiles of products."""
    application()
    formats = shop_formats()
    grid = TileGrid()
    grid.resize(800, 500)
    grid.show()
    return grid, lambda found: tiles(found, formats)


class PaperBin:
    """A printer that prints into the bin."""

    def print_paper(self, paper: Paper) -> PrintOutcome:
        """Gone."""
        del paper
        return PrintOutcome.PRINTED

    def health(self) -> Health:
        """Always well."""
        return Health(HealthState.READY)

    def close(self) -> None:
        """Nothing to close."""


class NoDevices:
    """A station with the paper bin for a printer and nothing else."""

    def __init__(self) -> None:
        self.printer = PaperBin()
        self.drawer = self.display = self.scanner = self.terminal = None

    def urls(self) -> dict[str, str]:
        """None."""
        return {}

    def reopen(self, role: str, url: str) -> None:
        """Nothing to open."""

    def health(self) -> dict[str, Health]:
        """The printer's."""
        off = Health(HealthState.DISABLED)
        return {"drawer": off, "display": off, "scanner": off, "terminal": off} | {
            "printer": Health(HealthState.READY)
        }


class Screen:
    """The till page, signed in, the shift open, nothing in the cart."""

    def __init__(self, till: TillAtWork, folder: Path) -> None:
        self.app = application()
        self.till = till
        self.lanes = Lanes(LANES, on_stop=till.factory.close_thread)
        self.runner = TaskRunner(self.lanes)
        self.errors: list[Exception] = []
        devices: Any = NoDevices()
        bus = till.bus
        gateway = QtGateway(till.runtime, self.runner, on_error=self.errors.append)
        services = Services(
            gateway=gateway, bridge=EventBridge(bus), context=till.context, devices=devices,
            pepper=b"pepper of the benches, 32 bytes.", data_dir=folder, language="en", training=False,
            submit=self.runner.submit,
        )  # fmt: skip
        self.page = TillPage(services, shop_formats(), SilentSound())
        self.page.resize(*SIZE)
        self.page.show()
        pump = PrintPump(
            till.runtime, self.lanes, bus, station="T01", printer=lambda: devices.printer,
            drawer=lambda: None,
        )  # fmt: skip
        pump.start()
        self.page.start()
        self.rest()
        self.page.parts.sign_in.on_signed_in(till.actor)
        self.rest()
        assert self.page.page() == "till", (self.page.page(), self.errors)
        assert till.runtime.ask(find_open_shift, till_id=till.context.till.id) is not None

    def turn(self) -> None:
        """Let the event loop deliver what waits, or wait for something."""
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()

    def rest(self) -> None:
        """Until every lane is idle and every answer delivered and painted."""
        quiet = 0
        while quiet < 3:
            self.turn()
            busy = any(self.lanes.waiting(name) for name in LANES)
            quiet = 0 if busy else quiet + 1
            time.sleep(0.0005)  # a lane that has finished may not have told yet
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not self.errors, self.errors

    def until(self, condition: Callable[[], bool], what: str, seconds: float = 20) -> None:
        """Until something is so, and all has come to rest."""
        late = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < late, f"{what}: {self.page.view.page()}, {self.errors}"
            self.rest()
        self.rest()

    def close(self) -> None:
        """Let go."""
        self.page.close()
        self.lanes.shutdown()
        self.page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class PaintWatch:
    """Calls `then` after each paint event of the widgets of a class; make it before they are made."""

    def __init__(self, kind: Any) -> None:
        self.then: Callable[[], None] = lambda: None
        original = kind.paintEvent

        def painted(widget: Any, event: QPaintEvent) -> None:
            original(widget, event)
            self.then()

        kind.paintEvent = painted


class Waiter:
    """Runs the event loop, without spinning, until something has happened."""

    def __init__(self) -> None:
        self._happened = False
        self._loop = QEventLoop()

    def happened(self) -> None:
        """It has."""
        self._happened = True
        self._loop.quit()

    def wait(self, seconds: float = 10) -> None:
        """Until then; an error after so many seconds."""
        if not self._happened:
            late = QTimer(singleShot=True, interval=int(seconds * 1000))
            late.timeout.connect(self._loop.quit)
            late.start()
            self._loop.exec()
            late.stop()
        assert self._happened, "nothing was painted"
        self._happened = False
