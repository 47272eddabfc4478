"""A shop that sends e-mail through a client that does as it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import pytest

from app.devices.mail import MailError, MailSecurity, MailServer, OutgoingMail
from app.devices.texting import GatewayError, TextMessage, Way
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.mailing.operations import queue_message
from app.mailing.outbox import QueuedMail
from app.mailing.pump import MailPump
from app.mailing.settings import MailSettings, save_mail_settings
from app.mailing.states import Channel, MailKind
from app.runtime.lanes import Lanes
from tests.factories.shop import Shop

SETTINGS = MailSettings(
    host="mail.example.com", port=587, security=MailSecurity.STARTTLS, user="shop", sender_name="Corner Shop",
    sender_address="shop@example.com",
)  # fmt: skip


PASSWORD = "s3cret words"


@dataclass
class TestClient:
    """Takes every message, or answers with an error."""

    __test__ = False
    sent: list[OutgoingMail] = field(default_factory=list)
    servers: list[MailServer] = field(default_factory=list)
    answer: Callable[[OutgoingMail], MailError | None] = lambda _mail: None
    stopped: bool = False

    def send(self, server: MailServer, mail: OutgoingMail) -> None:
        self.servers.append(server)
        error = self.answer(mail)
        if error is not None:
            raise error
        self.sent.append(mail)

    def check(self, server: MailServer) -> None:
        self.servers.append(server)

    def stop(self) -> None:
        self.stopped = True


@dataclass
class TestMessenger:
    """Takes every short message, or answers with an error."""

    __test__ = False
    sent: list[TextMessage] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    answer: Callable[[TextMessage], GatewayError | None] = lambda _message: None

    def send(self, way: Way, message: TextMessage) -> None:
        self.ways.append(way)
        error = self.answer(message)
        if error is not None:
            raise error
        self.sent.append(message)

    def stop(self) -> None:
        """Nothing is under way."""


@dataclass
class Secrets:
    """Passwords in memory."""

    words: dict[str, str] = field(default_factory=dict)

    def find(self, name: str) -> str:
        return self.words.get(name, "")

    def keep(self, name: str, secret: str) -> bool:
        self.words[name] = secret
        return True


@dataclass
class Post:
    """The post room of a shop."""

    shop: Shop
    bus: EventBus
    client: TestClient = field(default_factory=TestClient)
    secrets: Secrets = field(default_factory=Secrets)
    messenger: TestMessenger = field(default_factory=TestMessenger)
    lacking: frozenset[Channel] = frozenset()

    def set_up(self, settings: MailSettings = SETTINGS, password: str = PASSWORD) -> None:
        """Settings and password."""
        self.shop.runtime.run(save_mail_settings, actor=SYSTEM_ACTOR, settings=settings)
        self.secrets.words[settings.secret_name] = password

    def queue(self, subject: str = "Hello", uuid: str = "", **more: object) -> QueuedMail:
        """One message in the outbox."""
        values = {"to": "one@example.com", "body": "Text", "kind": MailKind.INVOICE, **more}
        return self.shop.runtime.run(
            queue_message, actor=SYSTEM_ACTOR, uuid=uuid or str(uuid4()), subject=subject, **values
        )

    def deliver(self, station: str = "T01") -> list[int]:
        """A station works the outbox until nothing is due, and ends; what needs a person."""
        lanes = Lanes({"mail": 20}, on_stop=self.shop.runtime.factory.close_thread)
        pump = MailPump(
            self.shop.runtime, lanes, EventBus(_fail), station=station, client=self.client,
            messenger=self.messenger, secrets=self.secrets, poll_seconds=3600,
        )  # fmt: skip
        interrupted = pump.start()
        lanes.submit("mail", lambda: None).result(20)
        self.lacks_password, self.lacking = pump.lacks_password, pump.lacking
        pump.stop()
        lanes.shutdown()
        return interrupted


def _fail(_event: object, error: Exception) -> None:
    raise error


@pytest.fixture
def post(shop: Shop, bus: EventBus, tmp_path: Path) -> Post:
    """E-mail is set up."""
    made = Post(shop, bus)
    made.set_up()
    return made
