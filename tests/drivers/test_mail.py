"""The mail client against real servers on loopback, kind ones and rude ones."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail

from app.devices.mail import (
    MailError,
    MailFault,
    MailPart,
    MailSecurity,
    MailServer,
    OutgoingMail,
)
from drivers.mail.message import as_message
from drivers.mail.secrets import KeyringStore
from drivers.mail.smtp_client import SmtpClient
from tests.support.mail import (
    PASSWORD,
    USER,
    Certificate,
    PostBox,
    babble,
    drip,
    drop_after_data,
    drop_at_mail,
    free_port,
    hang,
    mail_server,
    make_certificate,
    rude_server,
)

MAIL = OutgoingMail(
    "<1@shop.example>", "Müllers Laden", "shop@example.com", "office@example.com",
    ("one@example.com", "two@example.com"), "Rechnung über 12,50 €", "Guten Tag,\n.\n\nGrüße\n",
    datetime(2026, 3, 2, 9, 0, tzinfo=UTC), (MailPart("Rechnung 1.pdf", b"%PDF-\x00\xff" * 999),),
)  # fmt: skip


def plain(port: int, **more: object) -> MailServer:
    return MailServer("127.0.0.1", port, MailSecurity.NONE, **{"seconds": 2.0, **more})  # type: ignore[arg-type]


def why(server: MailServer) -> MailError:
    with pytest.raises(MailError) as caught:
        SmtpClient().send(server, MAIL)
    return caught.value


@pytest.fixture
def key_store() -> Iterator[Callable[[KeyringBackend], None]]:
    """Chooses the system's key store for one test."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("certificate"))


def test_a_message_arrives_whole_with_its_files_and_its_own_message_id() -> None:
    box = PostBox()
    with mail_server(box) as port:
        SmtpClient().send(plain(port), MAIL)
    got = box.taken[0]
    assert box.envelopes == [("shop@example.com", ["one@example.com", "two@example.com"])]
    assert got["Message-ID"] == MAIL.message_id
    assert (got["From"], got["Reply-To"]) == ("Müllers Laden <shop@example.com>", "office@example.com")
    assert got["Subject"] == MAIL.subject
    body = got.get_body()
    assert body is not None
    assert body.get_content().splitlines() == MAIL.body.splitlines()
    parts = [(p.get_filename(), p.get_content_type(), p.get_content()) for p in got.iter_attachments()]
    assert parts == [("Rechnung 1.pdf", "application/pdf", MAIL.parts[0].content)]


@pytest.mark.parametrize("way", [MailSecurity.STARTTLS, MailSecurity.TLS])
def test_the_password_goes_over_tls_to_a_server_whose_certificate_is_trusted(
    certificate: Certificate, way: MailSecurity
) -> None:
    box = PostBox()
    options = {"tls_context": certificate.context, "require_starttls": True, "auth_required": True}
    if way is MailSecurity.TLS:
        options = {"ssl_context": certificate.context, "auth_require_tls": False}
    with mail_server(box, authenticator=box.authenticate, **options) as port:
        server = MailServer("localhost", port, way, USER, PASSWORD, certificate.pem, 3.0)
        SmtpClient().check(server)
        SmtpClient().send(server, MAIL)
        wrong = MailServer("localhost", port, way, USER, "wrong", certificate.pem, 3.0)
        assert why(wrong).fault is MailFault.LOGIN
        tried = len(box.logins)
        stranger = MailServer("localhost", port, way, USER, PASSWORD, "", 3.0)
        assert why(stranger).fault is MailFault.CERTIFICATE
        assert len(box.logins) == tried  # the stranger never saw a password
    assert len(box.taken) == 1


def test_a_certificate_of_another_name_is_not_trusted(tmp_path: Path) -> None:
    other = make_certificate(tmp_path, "other.example")
    with mail_server(PostBox(), tls_context=other.context) as port:
        server = MailServer("localhost", port, MailSecurity.STARTTLS, "", "", other.pem, 3.0)
        assert why(server).fault is MailFault.CERTIFICATE


def test_a_server_without_tls_gets_nothing_when_tls_was_asked_for() -> None:
    box = PostBox()
    with mail_server(box) as port:
        server = MailServer("127.0.0.1", port, MailSecurity.STARTTLS, seconds=2.0)
        assert why(server).fault is MailFault.NO_TLS
    assert not box.taken


def test_a_password_is_not_sent_unencrypted_to_another_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    box = PostBox()
    with mail_server(box, authenticator=box.authenticate, auth_require_tls=False) as port:
        monkeypatch.setattr("drivers.mail.smtp_client._is_here", lambda _host: False)
        assert why(plain(port, user=USER, password=PASSWORD)).fault is MailFault.NO_TLS
    assert not box.logins


def test_a_server_that_takes_no_sign_in_says_so() -> None:
    with mail_server(PostBox()) as port:
        assert why(plain(port, user=USER, password=PASSWORD)).fault is MailFault.NO_LOGIN


@pytest.mark.parametrize("rude", [hang, drip])
def test_a_server_that_hangs_or_drips_is_given_up_in_time(rude: object) -> None:
    with rude_server(rude) as port:  # type: ignore[arg-type]
        error = why(plain(port, seconds=0.3))
    assert error.fault is MailFault.TIMEOUT
    assert not error.maybe_sent


def test_stopping_the_program_breaks_off_at_once() -> None:
    client = SmtpClient()
    with rude_server(hang) as port:
        threading.Timer(0.1, client.stop).start()
        with pytest.raises(MailError) as caught:
            client.send(plain(port, seconds=9.0), MAIL)
        assert caught.value.fault is MailFault.STOPPED
        with pytest.raises(MailError) as again:
            client.send(plain(port), MAIL)
        assert again.value.fault is MailFault.STOPPED


def test_what_breaks_before_the_message_was_not_sent_and_what_breaks_after_it_may_have_been() -> None:
    with rude_server(drop_at_mail) as port:
        before = why(plain(port))
    with rude_server(drop_after_data) as port:
        after = why(plain(port))
    assert (before.fault, before.maybe_sent) == (MailFault.LOST, False)
    assert (after.fault, after.maybe_sent) == (MailFault.LOST, True)


def test_nobody_there_and_nobody_of_that_name_and_no_mail_server() -> None:
    assert why(plain(free_port())).fault is MailFault.REFUSED
    nowhere = MailServer("no-such-host.invalid", 25, MailSecurity.NONE, seconds=2.0)
    assert why(nowhere).fault is MailFault.NOT_FOUND
    with rude_server(babble) as port:
        assert why(plain(port)).fault is MailFault.GARBAGE


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ({"refuse_rcpt": "550 no such user"}, MailFault.RECIPIENT),
        ({"refuse_rcpt": "451 try later"}, MailFault.BUSY),
        ({"refuse_data": "554 spam"}, MailFault.CONTENT),
        ({"refuse_data": "452 full"}, MailFault.BUSY),
    ],
)
def test_a_no_is_kept_with_the_servers_own_words(answers: dict[str, str], fault: MailFault) -> None:
    with mail_server(PostBox(**answers)) as port:  # type: ignore[arg-type]
        error = why(plain(port))
    assert error.fault is fault
    assert next(iter(answers.values())) in error.server_says
    assert not error.maybe_sent


def test_a_line_break_in_a_header_never_becomes_a_header() -> None:
    for bad in (
        replace(MAIL, subject="Hello\r\nBcc: all@example.com"),
        replace(MAIL, sender_name="Shop\nX: y"),
        replace(MAIL, sender_name="=?utf-8?q?Shop=0D=0AX:=20y?="),
    ):
        assert as_message(bad).keys() == as_message(MAIL).keys()
        lines = bytes(as_message(bad)).partition(b"\r\n\r\n")[0].lower().split(b"\r\n")
        assert not [line for line in lines if line.startswith((b"bcc:", b"x:"))]
    with pytest.raises(ValueError, match=r"(?i)line|char|header|newline|invalid|parse|domain"):
        bytes(as_message(replace(MAIL, to=("a@example.com\nBcc: b@example.com",))))


def test_a_password_never_shows_in_a_repr() -> None:
    assert PASSWORD not in repr(plain(1, user=USER, password=PASSWORD))


def test_without_a_key_store_a_password_lies_in_a_file_of_its_owner_and_is_forgotten(
    tmp_path: Path, key_store: Callable[[KeyringBackend], None]
) -> None:
    key_store(fail.Keyring())
    store = KeyringStore(tmp_path)
    assert store.keep("mail", "geheim") is False
    assert KeyringStore(tmp_path).find("mail") == "geheim"
    assert (tmp_path / "secrets.json").stat().st_mode & 0o077 == 0
    store.keep("mail", "")
    assert store.find("mail") == ""
    assert "geheim" not in (tmp_path / "secrets.json").read_text()


class KeptKeys(KeyringBackend):
    """A key store in memory."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.words.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.words[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.words[service, username]


def test_the_systems_key_store_is_used_where_there_is_one(
    tmp_path: Path, key_store: Callable[[KeyringBackend], None]
) -> None:
    key_store(KeptKeys())
    store = KeyringStore(tmp_path)
    assert store.keep("mail", "geheim") is True
    assert store.find("mail") == "geheim"
    assert not (tmp_path / "secrets.json").exists()
    store.keep("mail", "")
    assert store.find("mail") == ""
