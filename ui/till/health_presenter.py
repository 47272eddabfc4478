"""The dots in the header: how the devices are, asked on the devices' own lane."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.devices.ports import Health, HealthState
from app.kernel.refusal import Refusal
from ui.runtime.services import DeviceSet
from ui.till.card_settling import TERMINAL_LANE
from ui.till.desk import Desk
from ui.widgets.status import BAD, OFF, OK, WARN

EVERY_MS: Final = 10_000
_LANE: Final = "printer"  # drawer and printer share a connection, and its lane
OPEN_LOOKS: Final = 3  # in a row: a drawer is open for as long as somebody counts out change
_STATES: Final = {
    HealthState.READY: OK, HealthState.WARNING: WARN, HealthState.BLOCKED: BAD, HealthState.LOST: BAD,
    HealthState.ERROR: BAD, HealthState.CONNECTING: OFF, HealthState.DISABLED: OFF,
}  # fmt: skip


def device_names() -> dict[str, str]:
    """Names of the roles, in the order of the dots."""
    tr = QCoreApplication.translate
    return {
        "printer": tr("Devices", "Printer"), "drawer": tr("Devices", "Drawer"),
        "display": tr("Devices", "Display"), "scanner": tr("Devices", "Scanner"),
        "terminal": tr("Devices", "Card terminal"), "scale": tr("Devices", "Scale"),
    }  # fmt: skip


def look_at(devices: DeviceSet) -> tuple[dict[str, Health], bool | None]:
    """How the devices are, and whether the drawer is open: None where no switch says it."""
    found = devices.health()
    return found, devices.drawer.is_open() if devices.drawer is not None else None


class HealthPresenter:
    """Asks every ten seconds, one question at a time."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._asking = False
        self._checking = False
        self._open = 0  # looks in a row that found the drawer open

    def check_terminal(self) -> None:
        """At the start, and while it is lost: a card terminal that is off is seen before somebody pays."""
        terminal = self.desk.services.devices.terminal
        if terminal is None or not terminal.name or self._checking:
            return
        self._checking = True

        def told(health: Health) -> None:
            self._checking = False
            self._show_one("terminal", health)

        def failed(error: Exception) -> None:
            self._checking = False
            self.desk.refuse(error)

        try:
            self.desk.services.submit(TERMINAL_LANE, terminal.check, on_done=told, on_error=failed)
        except Refusal as refusal:  # the lane is full
            failed(refusal)

    def ask(self) -> None:
        """Ask once; an answer that is still awaited is not asked for again."""
        if self._asking:
            return
        self._asking = True
        services = self.desk.services
        try:
            services.submit(
                _LANE, lambda: look_at(services.devices), on_done=self._looked, on_error=self._failed
            )
        except Refusal as refusal:  # the lane is full: the printer hangs
            self._failed(refusal)

    def _looked(self, seen: tuple[dict[str, Health], bool | None]) -> None:
        found, is_open = seen
        self._show(found)
        self._open = self._open + 1 if is_open else 0
        if self._open >= OPEN_LOOKS:
            text = QCoreApplication.translate("Devices", "The drawer is still open. Close it.")
            self.desk.view.header.set_device("drawer", device_names()["drawer"], WARN, text)
            if self._open == OPEN_LOOKS:
                self.desk.say(text, "warn")

    def _show(self, found: dict[str, Health]) -> None:
        self._asking = False
        for role in device_names():
            health = found.get(role)
            if health is not None:
                self._show_one(role, health)
        terminal = found.get("terminal")
        if terminal is not None and terminal.state is HealthState.LOST:
            self.check_terminal()

    def _show_one(self, role: str, health: Health) -> None:
        if health.state is not HealthState.DISABLED:
            detail = QCoreApplication.translate("Refusal", health.detail) if health.detail else ""
            self.desk.view.header.set_device(role, device_names()[role], _STATES[health.state], detail)

    def _failed(self, error: Exception) -> None:
        from ui.shell.errors import describe

        self._asking = False
        self.desk.view.header.set_device("printer", device_names()["printer"], BAD, describe(error))
