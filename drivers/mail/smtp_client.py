"""Hands messages to an SMTP server, with a limit on every step and on the whole."""

from __future__ import annotations

import contextlib
import ipaddress
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from app.devices.mail import MailError, MailFault, MailSecurity, MailServer, OutgoingMail
from app.kernel.text import clean
from drivers.mail.message import as_message
from drivers.mail.tls import tls_context
from drivers.mail.wire import Wire

_WORDS: Final = 160  # of the server, in the log
_PERMANENT: Final = 500


class SmtpClient:
    """One connection for each message; one message at a time, on the caller's thread."""

    def __init__(self) -> None:
        self._wire = Wire(MailError)

    def send(self, server: MailServer, mail: OutgoingMail) -> None:
        """See MailClient."""
        message = as_message(mail)
        with self._session(server) as session, self._translated(MailFault.LOST):
            _step(session.mail(mail.sender_address), MailFault.SENDER)
            for address in mail.to:
                _step(session.rcpt(address), MailFault.RECIPIENT)
            self._hand_over(session, bytes(message))

    def check(self, server: MailServer) -> None:
        """See MailClient."""
        with self._session(server) as session, self._translated(MailFault.LOST):
            _step(session.noop(), MailFault.GARBAGE)

    def stop(self) -> None:
        """See MailClient."""
        self._wire.stop()

    # --- one session ---

    @contextmanager
    def _session(self, server: MailServer) -> Iterator[smtplib.SMTP]:
        session: smtplib.SMTP | None = None
        with self._wire.limited(server.seconds):
            try:
                with self._translated(MailFault.GARBAGE):
                    session = self._open(server)
                yield session
                # the answer is known: how the server says good-bye does not matter
                with contextlib.suppress(smtplib.SMTPException, OSError):
                    session.quit()
            finally:
                if session is not None:
                    session.close()

    def _open(self, server: MailServer) -> smtplib.SMTP:
        wire = socket.create_connection((server.host, server.port), timeout=server.seconds)
        session = _Session(timeout=server.seconds)
        try:
            self._hold(wire)
            if server.security is MailSecurity.TLS:
                wire = tls_context(server.own_certificate).wrap_socket(wire, server_hostname=server.host)
                self._hold(wire)
            session.take(wire, server.host)
            session.ehlo_or_helo_if_needed()
            if server.security is MailSecurity.STARTTLS:
                _start_tls(session, server)
                self._hold(session.sock)
            _sign_in(session, server)
        except BaseException:
            session.close()
            wire.close()
            raise
        return session

    def _hand_over(self, session: smtplib.SMTP, content: bytes) -> None:
        """DATA: once all of it has left, an answer that does not come means that nobody knows."""
        code, words = session.docmd("DATA")
        if code != 354:  # noqa: PLR2004 - "go on"
            raise _answered(code, words, MailFault.CONTENT)
        session.send(_dotted(content))  # what breaks here had no end yet, so that the server throws it away
        try:
            answer = session.getreply()
        except (smtplib.SMTPException, OSError) as error:
            raise MailError(self._why(error, MailFault.LOST), maybe_sent=True) from error
        _step(answer, MailFault.CONTENT)

    # --- being broken off ---

    def _hold(self, wire: socket.socket | None) -> None:
        self._wire.hold(lambda: wire)

    @contextmanager
    def _translated(self, otherwise: MailFault) -> Iterator[None]:
        try:
            yield
        except MailError as error:
            if self._wire.cut_for() is None:
                raise
            # half an answer, because we hung up
            raise MailError(self._why(error, error.fault), maybe_sent=error.maybe_sent) from error
        except (smtplib.SMTPException, OSError, ValueError) as error:
            raise MailError(self._why(error, otherwise), server_says=_said(str(error))) from error

    def _why(self, error: Exception, otherwise: MailFault) -> MailFault:
        return self._wire.cut_for() or _fault_of(error, otherwise)


class _Session(smtplib.SMTP):
    """smtplib's session on a socket that is open already."""

    def take(self, wire: socket.socket, host: str) -> None:
        """Use the socket and read the greeting."""
        self.sock = wire
        self._host = host  # smtplib checks the certificate's name against it
        code, words = self.getreply()
        if code != 220:  # noqa: PLR2004 - "service ready"
            raise _answered(code, words, MailFault.GARBAGE)


def _start_tls(session: smtplib.SMTP, server: MailServer) -> None:
    if not session.has_extn("starttls"):
        raise MailError(MailFault.NO_TLS)
    try:
        code, words = session.starttls(context=tls_context(server.own_certificate))
    except smtplib.SMTPResponseException as error:
        raise MailError(MailFault.NO_TLS, server_says=_said(error.smtp_error)) from error
    if code != 220:  # noqa: PLR2004 - "go ahead"
        raise MailError(MailFault.NO_TLS, server_says=_said(words))
    session.ehlo_or_helo_if_needed()


def _sign_in(session: smtplib.SMTP, server: MailServer) -> None:
    if not server.user:
        return
    if server.security is MailSecurity.NONE and not _is_here(server.host):
        raise MailError(MailFault.NO_TLS)  # a password is not sent where others can read it
    try:
        session.login(server.user, server.password)
    except smtplib.SMTPResponseException as error:
        raise _answered(error.smtp_code, error.smtp_error, MailFault.LOGIN) from error
    except smtplib.SMTPServerDisconnected:
        raise
    except smtplib.SMTPException as error:  # it offers no sign-in, or none that is known here
        raise MailError(MailFault.NO_LOGIN) from error


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _step(answer: tuple[int, bytes], refused: MailFault) -> None:
    code, words = answer
    if not 200 <= code < 300:  # noqa: PLR2004 - SMTP's "done"
        raise _answered(code, words, refused)


def _answered(code: int, words: bytes | str, refused: MailFault) -> MailError:
    """The error of an answer that is no yes: 4xx means later, 5xx means no, 530 means sign in."""
    fault = refused if code >= _PERMANENT else MailFault.BUSY
    if code == 530:  # noqa: PLR2004 - authentication required
        fault = MailFault.LOGIN
    if code < 400:  # noqa: PLR2004 - neither yes nor no
        fault = MailFault.GARBAGE
    return MailError(fault, server_says=f"{code} {_said(words)}")


def _said(words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return clean(text)[:_WORDS]


def _dotted(content: bytes) -> bytes:
    """The message as DATA wants it: CRLF, a dot at the start of a line doubled, a dot at the end."""
    lines = content.replace(b"\r\n", b"\n").split(b"\n")
    body = b"\r\n".join(b"." + line if line.startswith(b".") else line for line in lines)
    return body.rstrip(b"\r\n") + b"\r\n.\r\n"


_BY_ERROR: Final[tuple[tuple[type[Exception], MailFault], ...]] = (
    (ssl.SSLCertVerificationError, MailFault.CERTIFICATE),
    (ssl.SSLError, MailFault.NO_TLS),
    (TimeoutError, MailFault.TIMEOUT),
    (socket.gaierror, MailFault.NOT_FOUND),
    (ConnectionRefusedError, MailFault.REFUSED),
    (smtplib.SMTPServerDisconnected, MailFault.LOST),
    (ConnectionError, MailFault.LOST),
    (OSError, MailFault.NOT_FOUND),
)


def _fault_of(error: Exception, otherwise: MailFault) -> MailFault:
    if isinstance(error.__context__, TimeoutError):  # smtplib calls it a broken connection
        return MailFault.TIMEOUT
    if isinstance(error, smtplib.SMTPException) and not isinstance(error, smtplib.SMTPServerDisconnected):
        return otherwise  # smtplib's own errors are OSErrors too
    return next((fault for kind, fault in _BY_ERROR if isinstance(error, kind)), otherwise)
