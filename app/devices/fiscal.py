"""What the business asks of a fiscal device: that it keeps what the journal says, outside of the database.

A device that a law asks for (a TSE, a control unit) is a driver of this port as well: it is handed every
entry of the journal in order, once, and a device that signs keeps its own signature with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from app.devices.ports import tr
from app.kernel.refusal import Refusal

FISCAL: Final = "device.fiscal"  # setting of a till: the address of its device


class FiscalError(Refusal):
    """The device does not take it; the till goes on, and it is handed over later."""

    message = tr("Refusal", "The copy of the journal cannot be written ({detail}). Check the drive.")


@dataclass(frozen=True, slots=True)
class FiscalEntry:
    """An entry of the journal as a device keeps it.

    Attributes:
        chain: which chain, e.g. "T01".
        seq: its number, 1, 2, 3 ...
        kind: "sale.completed", "shift.closed" ...
        text: the whole entry, canonical JSON with hash and signature, one line.
    """

    chain: str
    seq: int
    kind: str
    text: str


class FiscalAddressError(Refusal):
    """No driver understands it."""

    message = tr(
        "Refusal",
        "“{url}” is no address of a fiscal device. Take none:, or file:/media/usb/journal.jsonl for a file.",
    )


def check_address(url: str) -> str:
    """The address without blanks around it; raises FiscalAddressError for one that no driver knows."""
    found = url.strip()
    if found in {"", "none:"} or found.startswith("file:/"):
        return found
    raise FiscalAddressError(url=url)


class FiscalDevice(Protocol):
    """Keeps entries of the journal, each once, in order."""

    def last(self, chain: str) -> int:
        """The number of the last entry it has of a chain; 0 for none. Raises FiscalError."""
        ...

    def record(self, entries: Sequence[FiscalEntry]) -> None:
        """Keep these entries, which follow its last one; on return they are durable. Raises FiscalError."""
        ...
