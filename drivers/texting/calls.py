"""One HTTP request, with a limit on each step and on the whole; nothing is followed, nothing is trusted."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from app.devices.mail import MailFault
from app.devices.texting import GatewayError
from drivers.mail.tls import tls_context
from drivers.mail.wire import Wire

_MOST: Final = 65_536  # bytes of an answer that are read


@dataclass(frozen=True, slots=True)
class Call:
    """What is asked, of whom."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    own_certificate: str = ""
    seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whatever it says."""

    status: int
    text: str


class Caller:
    """One call at a time, on the caller's thread."""

    def __init__(self) -> None:
        self._wire = Wire(GatewayError)

    def call(self, call: Call) -> Answer:
        """Ask once.

        Raises:
            GatewayError: no answer came; `maybe_sent` when all of the request had left.
        """
        with self._wire.limited(call.seconds):
            return self._talk(call)

    def stop(self) -> None:
        """Break off what is under way; any thread."""
        self._wire.stop()

    def _talk(self, call: Call) -> Answer:
        connection, path = _connection(call)
        sent = False
        try:
            self._wire.hold(lambda: connection.sock)
            connection.connect()
            self._wire.hold(lambda: connection.sock)
            connection.request(call.method, path, call.body or None, dict(call.headers))
            sent = True
            answer = connection.getresponse()
            return Answer(answer.status, answer.read(_MOST).decode("utf-8", "replace"))
        except (http.client.HTTPException, OSError, ValueError) as error:
            raise GatewayError(self._why(error), maybe_sent=sent) from error
        finally:
            connection.close()

    def _why(self, error: Exception) -> MailFault:
        cut = self._wire.cut_for()
        if cut is not None:
            return cut
        return next((fault for kind, fault in _BY_ERROR if isinstance(error, kind)), MailFault.NO_GATEWAY)


_BY_ERROR: Final[tuple[tuple[type[Exception], MailFault], ...]] = (
    (ssl.SSLCertVerificationError, MailFault.CERTIFICATE),
    (ssl.SSLError, MailFault.NO_TLS),
    (TimeoutError, MailFault.TIMEOUT),
    (socket.gaierror, MailFault.NOT_FOUND),
    (ConnectionRefusedError, MailFault.REFUSED),
    (ConnectionError, MailFault.LOST),  # http.client.RemoteDisconnected is one of them
    (http.client.IncompleteRead, MailFault.LOST),
    (http.client.HTTPException, MailFault.NO_GATEWAY),
    (OSError, MailFault.NOT_FOUND),
)


def _connection(call: Call) -> tuple[http.client.HTTPConnection, str]:
    """The connection and what is asked on it; raises GatewayError for an address that is none."""
    try:
        parts = urlsplit(call.url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise GatewayError(MailFault.ADDRESS) from error
    if parts.scheme not in ("https", "http") or not host:
        raise GatewayError(MailFault.ADDRESS)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    if parts.scheme == "http":
        return http.client.HTTPConnection(host, port, timeout=call.seconds), path
    context = tls_context(call.own_certificate)
    return http.client.HTTPSConnection(host, port, timeout=call.seconds, context=context), path
