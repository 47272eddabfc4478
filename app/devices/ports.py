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
    tr("Refusal", "scale"),
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


class CardAskKind(StrEnum):
    """What a card terminal is asked for."""

    PAYMENT = "payment"
    REFUND = "refund"  # money to the card, which is held to the terminal once more
    REVERSAL = "reversal"  # a payment of the same day is taken back by its reference


class SlipKind(StrEnum):
    """Whom a paper of the terminal is for."""

    CUSTOMER = "customer"
    MERCHANT = "merchant"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class CardSlip:
    """A paper that the terminal has us print; no card number beyond its last four digits."""

    kind: SlipKind
    lines: tuple[str, ...]
    wants_signature: bool = False


@dataclass(frozen=True, slots=True)
class CardResult:
    """What the terminal said; never a card number beyond the last four digits."""

    outcome: CardOutcome
    reference: str = ""
    detail: str = ""
    slips: tuple[CardSlip, ...] = ()


@dataclass(frozen=True, slots=True)
class CardAsk:
    """What was asked of a terminal, for asking it later how that ended.

    `mark` is what CardTerminal.mark() said before; `amount_minor` is positive whatever the kind.
    """

    intent_uuid: str
    kind: CardAskKind
    amount_minor: int
    currency: str
    mark: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CardTotals:
    """The end of a terminal's day: what it counted, None when it did not say; and its paper."""

    total_minor: int | None
    slips: tuple[CardSlip, ...] = ()


class CardTerminal(Protocol):
    """A card terminal. All but abort() and health() block and are called on its lane."""

    @property
    def name(self) -> str:
        """Where it is, "10.0.0.9:20007"; "" for one that the cashier works by hand."""
        ...

    @property
    def closes_with(self) -> str:
        """When its day is closed by us: with a "shift", with the store's "day", or by "hand"."""
        ...

    def mark(self) -> str:
        """The last thing it did, kept with what it is asked next; "" when it cannot say.

        Raises:
            DeviceError: it cannot be asked for anything now; nothing was asked.
        """
        ...

    def authorise(self, *, intent_uuid: str, amount_minor: int, currency: str) -> CardResult:
        """Ask for a payment; blocks until there is an answer or the limit is over.

        Raises:
            DeviceError: with `nothing_sent`: it was not asked.
        """
        ...

    def refund(self, *, intent_uuid: str, amount_minor: int, currency: str) -> CardResult:
        """Pay an amount out to a card; as authorise."""
        ...

    def reverse(self, *, intent_uuid: str, reference: str, amount_minor: int, currency: str) -> CardResult:
        """Take the payment of a reference back, whole, without the card; as authorise."""
        ...

    def last_result(self, *, asked: CardAsk) -> CardResult:
        """Ask again how the last thing ended that it was asked for; UNKNOWN when it cannot tell."""
        ...

    def abort(self) -> None:
        """Have it break off what it does; its word is waited for. Returns at once, from any thread."""
        ...

    def end_of_day(self) -> CardTotals:
        """Close its day; raises DeviceError."""
        ...

    def check(self) -> Health:
        """Ask it how it is; never raises."""
        ...

    def health(self) -> Health:
        """How it was when it was asked last; asks nothing."""
        ...
