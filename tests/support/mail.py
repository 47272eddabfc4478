"""Real mail servers on loopback: one that takes messages, and some that do not."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from app.kernel.clock import system_clock

USER, PASSWORD = "shop", "s3cret words"


@dataclass
class PostBox:
    """A handler of aiosmtpd: keeps what it took; answers can be changed."""

    taken: list[EmailMessage] = field(default_factory=list)
    envelopes: list[tuple[str, list[str]]] = field(default_factory=list)
    refuse_rcpt: str = ""
    refuse_data: str = ""
    logins: list[str] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if self.refuse_rcpt:
            return self.refuse_rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - as above
        if self.refuse_data:
            return self.refuse_data
        message = message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        self.taken.append(message)
        self.envelopes.append((envelope.mail_from, list(envelope.rcpt_tos)))
        return "250 OK"

    def authenticate(
        self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append(data.login.decode())
        right = (data.login.decode(), data.password.decode()) == (USER, PASSWORD)
        return AuthResult(success=right, handled=right)


@contextmanager
def mail_server(box: PostBox, **options: Any) -> Iterator[int]:
    """A server on loopback; gives its port. `tls_context` is for STARTTLS, `ssl_context` for TLS at once."""
    controller = Controller(box, hostname="127.0.0.1", port=0, server_hostname="localhost", **options)
    # the controller greets its own server to know that it runs; port 0 is known only after it is bound
    controller.port = free_port()
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def rude_server(talk: Callable[[socket.socket, threading.Event], None]) -> Iterator[int]:
    """A server that does with each connection what `talk` says; the event is set when it is to end."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)

        def serve() -> None:
            while not over.is_set():
                with suppress(OSError):
                    wire, _where = listening.accept()
                    with wire, suppress(OSError):
                        wire.settimeout(5)
                        talk(wire, over)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield int(listening.getsockname()[1])
        finally:
            over.set()
            thread.join(6)


def hang(wire: socket.socket, over: threading.Event) -> None:
    """Accept, and say nothing."""
    over.wait(10)


def drip(wire: socket.socket, over: threading.Event) -> None:
    """A byte of an endless greeting now and then: no single step takes long."""
    while not over.wait(0.05):
        wire.sendall(b"2")


def drop_after_data(wire: socket.socket, over: threading.Event) -> None:
    """Take all of a message, and hang up without an answer."""
    wire.sendall(b"220 ready\r\n")
    stream = wire.makefile("rb")
    for line in stream:
        if line.upper().startswith(b"DATA"):
            wire.sendall(b"354 go on\r\n")
            for content in stream:
                if content == b".\r\n":
                    return
        wire.sendall(b"250 fine\r\n")


def drop_at_mail(wire: socket.socket, over: threading.Event) -> None:
    """Hang up before the message."""
    wire.sendall(b"220 ready\r\n")
    for line in wire.makefile("rb"):
        if line.upper().startswith(b"MAIL"):
            return
        wire.sendall(b"250 fine\r\n")


def babble(wire: socket.socket, over: threading.Event) -> None:
    """Not a mail server."""
    wire.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


@dataclass(frozen=True)
class Certificate:
    """A server's key and certificate, and a context that shows it."""

    pem: str
    context: ssl.SSLContext


def make_certificate(folder: Path, name: str = "localhost") -> Certificate:
    """A self-signed certificate for a name and 127.0.0.1 if it is localhost."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    names: list[Any] = [x509.DNSName(name)]
    if name == "localhost":
        names.append(x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
    now = system_clock()
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / f"{name}.pem"
    path.write_bytes(secret + pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return Certificate(pem.decode(), context)
