"""What every screen is handed: the door to the business, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.devices.paper import Paper
from app.devices.ports import (
    BarcodeScanner,
    CardTerminal,
    CashDrawer,
    CustomerDisplay,
    Health,
    LabelPrinter,
    ReceiptPrinter,
)
from app.devices.weight import Scale
from app.printing.rules import PrintPlan
from app.till.context import TillContext
from ui.runtime.event_bridge import EventBridge
from ui.runtime.gateway import Gateway

if TYPE_CHECKING:
    from app.archive.writing import Archive
    from app.kernel.permission import Actor
    from app.mailing.gateways import ChatSettings, SmsSettings
    from app.mailing.settings import MailSettings
    from app.mailing.states import Channel
    from app.runtime.run import Runtime
    from app.stations.drain import Link


class DeviceSet(Protocol):
    """The devices of this station, as the settings name them; None where there is none."""

    printer: ReceiptPrinter | None
    drawer: CashDrawer | None
    display: CustomerDisplay | None
    scanner: BarcodeScanner | None
    terminal: CardTerminal | None
    labels: LabelPrinter | None
    scale: Scale | None

    def urls(self) -> dict[str, str]:
        """The URL of each role: printer, drawer, display, scanner, terminal, labels, scale."""
        ...

    def reopen(self, role: str, url: str) -> None:
        """Use another device for a role; raises DeviceError or a Refusal for a bad URL."""
        ...

    def health(self) -> dict[str, Health]:
        """How each is; asked on the device's lane."""
        ...


class MailDesk(Protocol):
    """The mail of this station; its methods are called on the lane `mail` (app.mailing.pump.MailPump)."""

    @property
    def lacks_password(self) -> bool:
        """Whether this station was not told the server's password and so sends nothing."""
        ...

    @property
    def lacking(self) -> frozenset[Channel]:
        """The channels that are set up, but whose secret this station was not told."""
        ...

    def start(self) -> None:
        """Begin to send."""
        ...

    def keep_password(self, name: str, password: str) -> bool:
        """Keep the server's password; False when there is no key store and it lies in a file."""
        ...

    def test(self, settings: MailSettings, password: str, to: str) -> None:
        """Send a test message; raises MailError and other refusals."""
        ...

    def test_text(self, settings: SmsSettings, secret: str, to: str) -> None:
        """Send a short message to try; raises GatewayError and other refusals."""
        ...

    def test_chat(self, settings: ChatSettings, secret: str) -> None:
        """Say a word in the chat to try; raises GatewayError and other refusals."""
        ...


class JournalDesk(Protocol):
    """The key that signs the journal of this station; every call takes a while and is made on a lane."""

    def roll(self, actor: Actor) -> str:
        """Take a new key; returns its fingerprint. Raises as app.audit.keys.roll_key."""
        ...

    def archive(self, actor: Actor, since: date, until: date, path: Path) -> Archive:
        """Write the archive of a period; raises as app.archive.writing.write_archive."""
        ...


class PrinterDesk(Protocol):
    """The printers of this station by name, and the plan that says which paper goes where."""

    plan: PrintPlan

    def use(self, plan: PrintPlan) -> None:
        """Print by another plan from now on; raises a Refusal for a bad address, and changes nothing then."""
        ...

    def printer(self, name: str) -> ReceiptPrinter | None:
        """The printer of that name, "" for the till's own; None where there is none."""
        ...

    def lane(self, name: str) -> str:
        """The lane that it is used on."""
        ...

    def picture(self, paper: Paper, columns: int) -> bytes:
        """A paper as a printer of so many columns burns it, as PNG; takes some hundredths of a second."""
        ...


class StationDesk(Protocol):
    """A till with books of its own, and its server (cli.stations.Station)."""

    @property
    def link(self) -> Link:
        """How the till stands to the server."""
        ...

    @property
    def server(self) -> Runtime:
        """The door to the server's books."""
        ...

    def wake(self) -> None:
        """Try to reach the server now."""
        ...


@dataclass
class Services:
    """Handed to every presenter. `context` is replaced when the settings change."""

    gateway: Gateway
    bridge: EventBridge
    context: TillContext
    devices: DeviceSet
    pepper: bytes
    data_dir: Path
    language: str
    training: bool
    submit: Callable[..., object]  # TaskRunner.submit: other work on a lane ("printer", "reports")
    local: dict[str, Any] = field(default_factory=dict)  # this machine's own settings (theme, zoom, keys)
    save_local: Callable[[], None] = lambda: None
    printers: PrinterDesk | None = None  # None: this station has no printers at all
    mail: MailDesk | None = None  # None: this station sends nothing (training)
    journal: JournalDesk | None = None  # None: nothing is signed (training)
    station: StationDesk | None = None  # None: the shop's books are this database

    @property
    def currency(self) -> str:
        """The shop's currency."""
        return self.context.company.currency
