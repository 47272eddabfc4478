"""The mail of a station as the program puts it together: sent on its lane, broken off at the end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from uuid import uuid4

import keyring
import pytest
from keyring.backends import fail

from app.devices.mail import MailSecurity
from app.kernel.permission import SYSTEM_ACTOR
from app.mailing.operations import queue_message
from app.mailing.queries import get_message
from app.mailing.settings import MailSettings, save_mail_settings
from app.mailing.states import MailKind, MailStatus
from cli.compose import prepare
from cli.opening import Place
from tests.cli.test_compose import folders, place, started
from tests.support.mail import PASSWORD, USER, PostBox, hang, mail_server, rude_server
from ui.shell.startup import Startup

__all__ = ["folders", "place", "started"]


@pytest.fixture(autouse=True)
def _no_key_store() -> Iterator[None]:
    """The developer's own key store is left alone."""
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


def set_up(startup: Startup, port: int, user: str = "") -> MailSettings:
    settings = MailSettings(
        host="127.0.0.1", port=port, security=MailSecurity.NONE, user=user, sender_name="Shop",
        sender_address="shop@example.com",
    )  # fmt: skip
    startup.runtime.run(save_mail_settings, actor=SYSTEM_ACTOR, settings=settings)
    return settings


def queue(startup: Startup) -> int:
    made = startup.runtime.run(
        queue_message, actor=SYSTEM_ACTOR, uuid=str(uuid4()), kind=MailKind.INVOICE, to="a@example.com",
        subject="Hello", body="Text",
    )  # fmt: skip
    return int(made.message_id)


def rest(startup: Startup) -> None:
    startup.lanes.submit("mail", lambda: None).result(20)


def test_a_message_leaves_once_the_password_is_known_and_lies_in_no_backup(
    started: Startup, place: Place
) -> None:
    box = PostBox()
    assert started.mail is not None
    with mail_server(box, authenticator=box.authenticate, auth_require_tls=False) as port:
        settings = set_up(started, port, USER)
        queue(started)
        started.lanes.submit("mail", started.mail.start).result(20)
        rest(started)
        assert started.mail.lacks_password
        safe = started.lanes.submit(
            "mail",
            lambda: started.mail.keep_password(settings.secret_name, PASSWORD),  # type: ignore[union-attr]
        ).result(20)
        rest(started)
        assert not safe  # no key store here: it lies in a file
        queue(started)
        rest(started)
    assert [m["Subject"] for m in box.taken] == ["Hello", "Hello"]
    data = place.folders.data
    assert (data / "secrets.json").stat().st_mode & 0o077 == 0
    assert started.back_up is not None
    copy = started.back_up(data)
    assert PASSWORD.encode() not in copy.read_bytes()


def test_a_server_that_hangs_delays_neither_a_sale_nor_the_end_of_the_program(place: Place) -> None:
    startup = prepare(place, till=None, local={})
    assert startup.mail is not None
    with rude_server(hang) as port:
        set_up(startup, port)
        message = queue(startup)
        startup.lanes.submit("mail", startup.mail.start)
        for _ in range(3000):  # the lane begins some seconds after the window stands
            if startup.runtime.ask(get_message, message_id=message).row.status is not MailStatus.WAITING:
                break
            time.sleep(0.01)
        # the server is being waited for: the database and the other lanes are free
        assert startup.lanes.submit("db", lambda: queue(startup)).result(5)
        startup.close()
    again = prepare(place, till=None, local={})
    try:
        row = again.runtime.ask(get_message, message_id=message).row
        assert (row.status, row.attempts) == (MailStatus.WAITING, 1)
        assert "the program was closed" in row.last_error
    finally:
        again.close()
