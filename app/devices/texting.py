"""What the business asks of gateways for short messages and of chats; `drivers/texting` answers.

Every call has a limit of time and is made on the lane of the mail, never on the GUI thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.devices.mail import MailError


class BodyForm(StrEnum):
    """How a gateway wants to be told."""

    JSON = "json"
    FORM = "form"  # name=value, as a web page sends it
    QUERY = "query"  # all of it in the address; nothing in the body


class GatewayError(MailError):
    """A gateway, a modem or a chat did not take a message; see MailError."""

    message = "The gateway does not take it: {detail}"


@dataclass(frozen=True, slots=True)
class TextMessage:
    """A message without files.

    Attributes:
        uuid: the same each time it is tried, so that a gateway that looks knows a repetition.
        to: a telephone number after E.164 ("+491711234567"); "" for a chat.
        text: plain, lines end in LF, without other control characters.
    """

    uuid: str
    to: str
    text: str


@dataclass(frozen=True, slots=True)
class HttpGateway:
    """A gateway that is asked over HTTP.

    Address, values of headers and body may have {to}, {digits} (the number without its plus), {text}, {id},
    {sender} and {secret}; each is escaped as its place wants it.

    Attributes:
        url: where it is asked; https, or http in the house.
        form: what the body is.
        headers: name and value.
        body: JSON, or lines name=value.
        sender: what stands for {sender}.
        expects: words that stand in the answer of a message that was taken; "" where the status says it.
        secret: never in a database, a log or a repr.
        own_certificate: PEM of the authority of a server of one's own; "" trusts the system's.
        seconds: limit of each step.
    """

    url: str
    form: BodyForm
    headers: tuple[tuple[str, str], ...] = ()
    body: str = ""
    sender: str = ""
    expects: str = ""
    secret: str = ""
    own_certificate: str = ""
    seconds: float = 20.0

    def __repr__(self) -> str:
        """Without the secret."""
        return f"HttpGateway({self.url!r}, {self.form.value!r})"


@dataclass(frozen=True, slots=True)
class Modem:
    """A GSM modem on a serial port.

    Attributes:
        port: "/dev/ttyUSB0", "COM3".
        baud: its speed.
        pin: of the SIM card; "" where it asks for none. Never in a database, a log or a repr.
        seconds: limit of an answer; the network has three times as much.
    """

    port: str
    baud: int = 115_200
    pin: str = ""
    seconds: float = 10.0

    def __repr__(self) -> str:
        """Without the PIN."""
        return f"Modem({self.port!r}, {self.baud})"


@dataclass(frozen=True, slots=True)
class Hook:
    """An incoming webhook of a chat: it takes {"text": ...} at an address that is a secret itself."""

    url: str
    own_certificate: str = ""
    seconds: float = 20.0

    def __repr__(self) -> str:
        """Without the address."""
        return "Hook()"


@dataclass(frozen=True, slots=True)
class MatrixRoom:
    """A room of a Matrix server, written to by its client-server API."""

    server: str  # "https://matrix.example.com"
    room: str  # "!abc:example.com"
    token: str = ""  # never in a database, a log or a repr
    own_certificate: str = ""
    seconds: float = 20.0

    def __repr__(self) -> str:
        """Without the token."""
        return f"MatrixRoom({self.server!r}, {self.room!r})"


Way = HttpGateway | Modem | Hook | MatrixRoom


class Messenger(Protocol):
    """Hands short messages over."""

    def send(self, way: Way, message: TextMessage) -> None:
        """Hand one message over; raises GatewayError."""
        ...

    def stop(self) -> None:
        """Break off what is under way: the program ends. Never raises, any thread."""
        ...
