"""Devices that remember what they were told."""

from __future__ import annotations

import threading

from app.devices.paper import Paper
from app.devices.ports import (
    CardOutcome,
    CardResult,
    DeviceError,
    DeviceFault,
    Health,
    HealthState,
    PrintOutcome,
)


class FakePrinter:
    """Keeps the papers; `fault` makes it fail."""

    def __init__(self) -> None:
        self.papers: list[Paper] = []
        self.fault: DeviceFault | None = None

    def print_paper(self, paper: Paper) -> PrintOutcome:
        if self.fault is not None:
            raise DeviceError(device="receipt printer", fault=self.fault)
        self.papers.append(paper)
        return PrintOutcome.PRINTED

    def health(self) -> Health:
        return Health(HealthState.READY, "paper left")

    def close(self) -> None:
        return


class FakeDrawer:
    """Counts how often it was opened."""

    def __init__(self) -> None:
        self.kicks = 0

    def kick(self) -> None:
        self.kicks += 1

    def is_open(self) -> bool | None:
        return None


class FakeDisplay:
    """Remembers its lines."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []

    def show(self, upper: str, lower: str) -> None:
        self.shown.append((upper, lower))

    def clear(self) -> None:
        self.shown.append(("", ""))

    def health(self) -> Health:
        return Health(HealthState.READY)

    def close(self) -> None:
        return


class FakeTerminal:
    """Answers as told; `answers` are given in order, then approved."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.answers: list[CardResult] = []
        self.hold = threading.Event()
        self.hold.set()

    def authorise(self, *, intent_uuid: str, amount_minor: int, currency: str) -> CardResult:
        del intent_uuid, currency
        self.asked.append(amount_minor)
        self.hold.wait(10)
        return self.answers.pop(0) if self.answers else CardResult(CardOutcome.APPROVED, "4711")

    def last_result(self, *, intent_uuid: str) -> CardResult:
        del intent_uuid
        return CardResult(CardOutcome.UNKNOWN)


class FakeDevices:
    """The devices of the station."""

    def __init__(self) -> None:
        self.printer: FakePrinter | None = FakePrinter()
        self.drawer: FakeDrawer | None = FakeDrawer()
        self.display: FakeDisplay | None = FakeDisplay()
        self.scanner = None
        self.terminal: FakeTerminal | None = None
        self.labels = None
        self.asked_on: list[str] = []

    def urls(self) -> dict[str, str]:
        return {}

    def reopen(self, role: str, url: str) -> None:
        raise NotImplementedError

    def health(self) -> dict[str, Health]:
        self.asked_on.append(threading.current_thread().name)
        off = Health(HealthState.DISABLED)
        return {
            "printer": Health(HealthState.READY, "paper left") if self.printer else off,
            "drawer": Health(HealthState.READY),
            "display": Health(HealthState.READY) if self.display else off,
            "scanner": off,
            "terminal": off,
        }
