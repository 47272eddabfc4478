"""What the business asks of a mail server, and of the place where passwords lie; `drivers` answers.

Every call has a limit of time and is made on the lane of the mail, never on the GUI thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

from app.devices.ports import tr
from app.kernel.refusal import Refusal


class MailSecurity(StrEnum):
    """How the way to the server is kept from others."""

    STARTTLS = "starttls"  # plain at first, then TLS, or nothing is sent (port 587)
    TLS = "tls"  # TLS from the first byte (port 465)
    NONE = "none"  # readable on the way: for a server on this machine or in the house


class MailFault(StrEnum):
    """Why a message was not taken."""

    NOT_FOUND = "not_found"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    LOST = "lost"
    NO_TLS = "no_tls"
    CERTIFICATE = "certificate"
    LOGIN = "login"
    NO_LOGIN = "no_login"
    SENDER = "sender"
    RECIPIENT = "recipient"
    CONTENT = "content"
    BUSY = "busy"
    GARBAGE = "garbage"
    STOPPED = "stopped"
    ADDRESS = "address"  # from here on of gateways for short messages and chats (app.devices.texting)
    NO_GATEWAY = "no_gateway"
    NUMBER = "number"
    MODEM = "modem"
    SIM = "sim"
    NETWORK = "network"


MAIL_DETAILS: Final[Mapping[MailFault, str]] = MappingProxyType(
    {
        MailFault.NOT_FOUND: tr("Refusal", "there is no server of that name. Check name and network."),
        MailFault.REFUSED: tr("Refusal", "nothing answers at that port. Check the port."),
        MailFault.TIMEOUT: tr("Refusal", "it does not answer in time."),
        MailFault.LOST: tr("Refusal", "the connection broke off."),
        MailFault.NO_TLS: tr("Refusal", "it offers no encryption of this kind. Choose another."),
        MailFault.CERTIFICATE: tr(
            "Refusal", "its certificate is not trusted. Check the name, or enter its own certificate."
        ),
        MailFault.LOGIN: tr("Refusal", "it does not take this user and password."),
        MailFault.NO_LOGIN: tr("Refusal", "it takes no sign-in. Leave the user empty."),
        MailFault.SENDER: tr("Refusal", "it does not take this sender's address."),
        MailFault.RECIPIENT: tr("Refusal", "it does not take the recipient's address."),
        MailFault.CONTENT: tr("Refusal", "it does not take this message."),
        MailFault.BUSY: tr("Refusal", "it asks to try again later."),
        MailFault.GARBAGE: tr("Refusal", "it answers what no mail server says. Check the port."),
        MailFault.STOPPED: tr("Refusal", "the program was closed."),
        MailFault.ADDRESS: tr("Refusal", "the address leads to nothing there. Check it."),
        MailFault.NO_GATEWAY: tr("Refusal", "it answers what no gateway says. Check the address."),
        MailFault.NUMBER: tr("Refusal", "it does not take this telephone number."),
        MailFault.MODEM: tr("Refusal", "no modem answers there. Check the cable and the port."),
        MailFault.SIM: tr("Refusal", "the SIM card is missing, or its PIN is wrong."),
        MailFault.NETWORK: tr("Refusal", "the modem has no network."),
    }
)  # fmt: skip
"""What is wrong in words, for each fault; screens translate these."""


class MailError(Refusal):
    """The server did not take a message.

    Attributes:
        fault: what is wrong.
        maybe_sent: the whole message had left when the connection broke: it may have been taken.
        server_says: the server's own words, one line, for the log.
    """

    message = "The mail server does not take it: {detail}"

    def __init__(self, fault: MailFault, *, maybe_sent: bool = False, server_says: str = "") -> None:
        super().__init__(detail=MAIL_DETAILS[fault])
        self.fault = fault
        self.maybe_sent = maybe_sent
        self.server_says = server_says


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where messages are handed in.

    Attributes:
        host: name or address.
        port: 1 to 65535.
        security: how the way there is kept from others; a certificate is always checked.
        user: "" where the server asks for none.
        password: never in a database, a log or a repr.
        own_certificate: PEM of the authority of a server of one's own; "" trusts the system's.
        seconds: limit of each step, and a third of the limit of a whole message.
    """

    host: str
    port: int
    security: MailSecurity
    user: str = ""
    password: str = ""
    own_certificate: str = ""
    seconds: float = 20.0

    def __repr__(self) -> str:
        """Without the password."""
        return f"MailServer({self.host!r}, {self.port}, {self.security.value!r}, {self.user!r})"


@dataclass(frozen=True, slots=True)
class MailPart:
    """A file that goes with a message."""

    name: str
    content: bytes
    media_type: str = "application/pdf"


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """A message as it leaves; addresses are bare, checked and ASCII, texts hold no control character."""

    message_id: str  # with its angle brackets; the same each time the message is tried
    sender_name: str
    sender_address: str
    reply_to: str  # "" for none
    to: tuple[str, ...]
    subject: str
    body: str  # plain text, lines end in \n
    written_at: datetime
    parts: tuple[MailPart, ...] = ()


class MailClient(Protocol):
    """Hands messages to a server."""

    def send(self, server: MailServer, mail: OutgoingMail) -> None:
        """Hand one message over; raises MailError."""
        ...

    def check(self, server: MailServer) -> None:
        """Connect, encrypt and sign in as for a message, and send none; raises MailError."""
        ...

    def stop(self) -> None:
        """Break off what is under way: the program ends. Never raises, any thread."""
        ...


class SecretStore(Protocol):
    """Where passwords lie: the system's key store, or a file that only its owner can read."""

    def find(self, name: str) -> str:
        """The secret of that name, or ""."""
        ...

    def keep(self, name: str, secret: str) -> bool:
        """Keep a secret ("" forgets it); False when it lies in a file, not in the system's key store."""
        ...
