"""Devices that remember what they were told."""

from __future__ import annotations

import threading

from app.devices.paper import Paper
from app.devices.ports import (
    CardAsk,
    CardOutcome,
    CardResult,
    CardTotals,
    DeviceError,
    DeviceFault,
    Health,
    HealthState,
    PrintOutcome,
)
from app.devices.weight import NoWeight, Tare, Weight


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
        self.open: bool | None = None  # what its switch says

    def kick(self) -> None:
        self.kicks += 1

    def is_open(self) -> bool | None:
        return self.open


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

    name = "10.0.0.9:20007"
    closes_with = "shift"

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.answers: list[CardResult] = []
        self.recalled: list[CardAsk] = []
        self.reversed: list[str] = []
        self.fault: DeviceFault | None = None
        self.day = CardTotals(None)
        self.days = 0
        self.aborted = threading.Event()
        self.hold = threading.Event()
        self.hold.set()

    def mark(self) -> str:
        if self.fault is not None:
            raise DeviceError(device="card terminal", fault=self.fault)
        return "t-1-1"

    def authorise(self, *, intent_uuid: str, amount_minor: int, currency: str) -> CardResult:
        del intent_uuid, currency
        self.asked.append(amount_minor)
        self.hold.wait(10)
        return self._answer()

    def refund(self, *, intent_uuid: str, amount_minor: int, currency: str) -> CardResult:
        del intent_uuid, currency
        self.asked.append(-amount_minor)
        return self._answer()

    def reverse(self, *, intent_uuid: str, reference: str, amount_minor: int, currency: str) -> CardResult:
        del intent_uuid, amount_minor, currency
        self.reversed.append(reference)
        return self._answer()

    def last_result(self, *, asked: CardAsk) -> CardResult:
        self.recalled.append(asked)
        return self.answers.pop(0) if self.answers else CardResult(CardOutcome.UNKNOWN)

    def abort(self) -> None:
        self.aborted.set()
        self.hold.set()

    def end_of_day(self) -> CardTotals:
        if self.fault is not None:
            raise DeviceError(device="card terminal", fault=self.fault)
        self.days += 1
        return self.day

    def check(self) -> Health:
        return Health(HealthState.READY)

    def health(self) -> Health:
        return Health(HealthState.READY)

    def close(self) -> None:
        return

    def _answer(self) -> CardResult:
        return self.answers.pop(0) if self.answers else CardResult(CardOutcome.APPROVED, "4711")


class FakeScale:
    """Weighs what it is told, one after the other; the last stays on it."""

    def __init__(self, *weights: Weight | NoWeight | DeviceError) -> None:
        self.weights = list(weights)
        self.tares: tuple[Tare, ...] = ()
        self.reads = 0

    def read(self) -> Weight | NoWeight:
        self.reads += 1
        weight = self.weights.pop(0) if len(self.weights) > 1 else self.weights[0]
        if isinstance(weight, DeviceError):
            raise weight
        return weight

    def health(self) -> Health:
        return Health(HealthState.READY)

    def close(self) -> None:
        return


class FakeDevices:
    """The devices of the station."""

    def __init__(self) -> None:
        self.printer: FakePrinter | None = FakePrinter()
        self.drawer: FakeDrawer | None = FakeDrawer()
        self.display: FakeDisplay | None = FakeDisplay()
        self.scanner = None
        self.terminal: FakeTerminal | None = None
        self.labels = None
        self.scale: FakeScale | None = None
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
