"""What the business asks of devices; `drivers` answers.

Every call has a limit of time and is made on the lane of its connection, never on the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

from app.devices.label import Label
from app.devices.paper import Paper
from app.kernel.refusal import Refusal


class DeviceFault(StrEnum):
    """What is wrong with a device."""

    NOT_FOUND = "not_found"
    BUSY = "busy"
    TIMEOUT = "timeout"
    LOST = "lost"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    GARBAGE = "garbage"
    REFUSED = "refused"
    UNSUPPORTED = "unsupported"


def tr(_context: str, text: str) -> str:
    """Mark a text for tools/translations.py; it is the screens that translate it."""
    return text


DEVICE_NAMES: Final = (
    tr("Refusal", "printer"),
    tr("Refusal", "label printer"),
    tr("Refusal", "customer display"),
    tr("Refusal", "scanner"),
    tr("Refusal", "card terminal"),
)
"""What stands for {device} in the sentence of a DeviceError."""

FAULT_DETAILS: Final[Mapping[DeviceFault, str]] = MappingProxyType(
    {
        DeviceFault.NOT_FOUND: tr("Refusal", "it is not there. Check that it is switched on and plugged in."),
        DeviceFault.BUSY: tr("Refusal", "another program is using it."),
        DeviceFault.TIMEOUT: tr("Refusal", "it does not answer in time."),
        DeviceFault.LOST: tr("Refusal", "the connection broke off."),
        DeviceFault.PAPER_OUT: tr("Refusal", "it has no paper. Put in a new roll."),
        DeviceFault.COVER_OPEN: tr("Refusal", "its cover is open. Close it."),
        DeviceFault.OFFLINE: tr("Refusal", "it is not ready. Look at its lights."),
        DeviceFault.GARBAGE: tr(
            "Refusal", "it answers what no such device says. Check the address and the speed."
        ),
        DeviceFault.REFUSED: tr("Refusal", "it refuses the connection. Check the address and the rights."),
        DeviceFault.UNSUPPORTED: tr("Refusal", "it cannot do this."),
    }
)
"""What is wrong in words, for each fault; screens translate these."""


class DeviceError(Refusal):
    """The device did not do what was asked; `nothing_sent` tells whether a byte left.

    Without a `detail` the sentence of the fault is used, which screens can translate.
    """

    message = "The {device} does not work: {detail}"

    def __init__(
        self, *, device: str, fault: DeviceFault, detail: str = "", nothing_sent: bool = True
    ) -> None:
        super().__init__(device=device, detail=detail or FAULT_DETAILS[fault])
        self.fault = fault
        self.nothing_sent = nothing_sent


class HealthState(StrEnum):
    """The colour of the dot in the status bar."""

    DISABLED = "disabled"
    CONNECTING = "connecting"
    READY = "ready"
    WARNING = "warning"  # paper low
    BLOCKED = "blocked"  # paper out, cover open
    LOST = "lost"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Health:
    """How a device is, in words."""

    state: HealthState
    detail: str = ""
    since: datetime | None = None


PAPER_LOW: Final = tr("Refusal", "The paper is nearly used up.")
STATE_UNTOLD: Final = tr("Refusal", "It does not tell its state.")
DRIVER_FAILED: Final = tr("Refusal", "The driver failed.")
"""What a Health says beside the FAULT_DETAILS."""


class PrintOutcome(StrEnum):
    """What is known after a job was sent."""

    PRINTED = "printed"  # the printer confirmed it
    SENT = "sent"  # no back channel: the bytes left


class ReceiptPrinter(Protocol):
    """A printer for receipts and reports."""

    def print_paper(self, paper: Paper) -> PrintOutcome:
        """Print and cut; raises DeviceError when it did not (or only in part) come out."""
        ...

    def health(self) -> Health:
        """Ask the printer how it is; never raises."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


class LabelPrinter(Protocol):
    """A printer for labels."""

    def print_labels(self, labels: Sequence[Label]) -> PrintOutcome:
        """Print them in order; raises DeviceError when they did not (or only in part) come out."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


class CashDrawer(Protocol):
    """A drawer, mostly on the printer's plug. A kick is never queued nor repeated."""

    def kick(self) -> None:
        """Open it now; raises DeviceError."""
        ...

    def is_open(self) -> bool | None:
        """True, False, or None when it cannot be known."""
        ...


class CustomerDisplay(Protocol):
    """Two lines of twenty characters; the latest wins, nothing is answered."""

    def show(self, upper: str, lower: str) -> None:
        """Show two lines; raises DeviceError."""
        ...

    def clear(self) -> None:
        """Show nothing."""
        ...

    def health(self) -> Health:
        """How it is."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scanner read."""

    raw: str
    source: str  # "wedge", "serial:/dev/ttyACM0"


class BarcodeScanner(Protocol):
    """A scanner that reads by itself and calls back from its own thread."""

    def start(self, on_scan: Callable[[Scan], None]) -> None:
        """Begin to listen; on_scan is called from the scanner's thread."""
        ...

    def health(self) -> Health:
        """How it is."""
        ...

    def close(self) -> None:
        """Stop listening."""
        ...


class CardOutcome(StrEnum):
    """How a card payment ended. UNKNOWN is not "failed": never send it again."""

    APPROVED = "approved"
    DECLINED = "declined"
    ABORTED = "aborted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CardResult:
    """What the terminal said; never a card number beyond the last four digits."""

    outcome: CardOutcome
    reference: str = ""
    detail: str = ""


class CardTerminal(Protocol):
    """A card terminal."""

    def authorise(self, *, intent_uuid: str, amount_minor: int, currency: str) -> CardResult:
        """Ask for a payment; blocks until there is an answer or the limit is over."""
        ...

    def last_result(self, *, intent_uuid: str) -> CardResult:
        """Ask again how an earlier payment ended."""
        ...
