"""Another server answers at the address: the station tells it nothing, not even who asks."""

from __future__ import annotations

import socket
import ssl
import threading
from pathlib import Path

import pytest

from app.db.engine import create_app_engine
from app.db.errors import DatabaseStrangerError
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from tests.support.mail import Certificate, make_certificate, rude_server
from ui.shell.errors import describe

SSL_REQUEST = bytes.fromhex("0000000804d2162f")


class Stranger:
    """Speaks as a PostgreSQL with TLS does, as far as the greeting, and keeps what it is told."""

    def __init__(self, certificate: Certificate) -> None:
        self._certificate = certificate
        self.asked = b""
        self.told = b""
        self.refused = 0

    def talk(self, wire: socket.socket, over: threading.Event) -> None:
        """One station."""
        del over
        self.asked = wire.recv(8)
        wire.sendall(b"S")
        try:
            with self._certificate.context.wrap_socket(wire, server_side=True) as secret:
                self.told += secret.recv(1000)
        except (ssl.SSLError, OSError):
            self.refused += 1


def come(port: int, trusted: Path, host: str, *, writes: bool) -> None:
    """A station that trusts one certificate reads or writes."""
    url = (
        f"postgresql+psycopg://till@{host}:{port}/shop?hostaddr=127.0.0.1"
        f"&sslmode=verify-full&sslrootcert={trusted}&gssencmode=disable"
    )
    factory = UnitOfWorkFactory(create_app_engine(url), EventBus(lambda _event, _error: None))
    try:
        with factory.begin(actor=SYSTEM_ACTOR) if writes else factory.read():
            pass
    finally:
        factory.dispose()


@pytest.mark.parametrize("writes", [True, False], ids=["it writes", "it reads"])
@pytest.mark.parametrize("host", ["localhost", "books.shop"], ids=["another key", "another name"])
def test_another_servers_certificate_is_told_in_words_and_nothing_is_sent_to_it(
    tmp_path: Path, host: str, *, writes: bool
) -> None:
    shown = make_certificate(tmp_path)
    own = tmp_path / "trusted.pem"
    # of another name: the very certificate is trusted, but it is not one of the host that was asked for
    own.write_text(make_certificate(tmp_path, "books").pem if host == "localhost" else shown.pem)
    stranger = Stranger(shown)
    with rude_server(stranger.talk) as port, pytest.raises(DatabaseStrangerError) as refused:
        come(port, own, host, writes=writes)
    assert "does not trust" in describe(refused.value)  # as a window says it
    assert stranger.asked == SSL_REQUEST
    assert stranger.told == b""


def test_the_stranger_hears_a_station_that_trusts_it(tmp_path: Path) -> None:
    """The losing variant: with the certificate that is trusted the user's name arrives."""
    shown = make_certificate(tmp_path)
    own = tmp_path / "trusted.pem"
    own.write_text(shown.pem)
    stranger = Stranger(shown)
    with rude_server(stranger.talk) as port, pytest.raises(Exception, match="cannot be reached"):
        come(port, own, "localhost", writes=False)
    assert b"till" in stranger.told
