"""The mail of a station: made on its lane when the window stands, so that no start waits for it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.mailing.gateways import ChatSettings, SmsSettings
    from app.mailing.pump import MailPump
    from app.mailing.settings import MailSettings
    from app.mailing.states import Channel
    from app.runtime.lanes import Lanes
    from cli.opening import OpenShop

_AFTER_SECONDS: Final = 3.0  # what mail needs to be imported would hold up a cashier who signs in


class StationMail:
    """What the screens know of the mail (ui.runtime.services.MailDesk); works the outbox once started."""

    def __init__(self, shop: OpenShop, lanes: Lanes, station: str) -> None:
        self._shop = shop
        self._lanes = lanes
        self._station = station
        self._lock = threading.Lock()
        self._made: MailPump | None = None
        self._stopped = threading.Event()

    @property
    def lacks_password(self) -> bool:
        """Whether this station cannot send because it was not told the server's password."""
        return self._made is not None and self._made.lacks_password

    @property
    def lacking(self) -> frozenset[Channel]:
        """The channels that are set up, but whose secret this station was not told."""
        return self._made.lacking if self._made is not None else frozenset()

    def start(self) -> None:
        """Settle what a crash left behind and begin, on the lane of the mail; when the till is at rest."""
        if self._stopped.wait(_AFTER_SECONDS):
            return
        pump = self._pump()
        if not self._stopped.is_set():
            pump.start()

    def keep_password(self, name: str, password: str) -> bool:
        """Keep the server's password; False when it lies in a file."""
        return self._pump().keep_password(name, password)

    def test(self, settings: MailSettings, password: str, to: str) -> None:
        """Send a test message; raises as app.mailing.pump.MailPump.test."""
        self._pump().test(settings, password, to)

    def test_text(self, settings: SmsSettings, secret: str, to: str) -> None:
        """Send a short message to try; raises as app.mailing.pump.MailPump.test_text."""
        self._pump().test_text(settings, secret, to)

    def test_chat(self, settings: ChatSettings, secret: str) -> None:
        """Say a word in the chat to try; raises as app.mailing.pump.MailPump.test_chat."""
        self._pump().test_chat(settings, secret)

    def stop(self) -> None:
        """Break off what is under way, before the lanes end."""
        with self._lock:
            self._stopped.set()
            pump = self._made
        if pump is not None:
            pump.stop()

    def _pump(self) -> MailPump:
        from app.mailing.pump import MailPump
        from drivers.mail.secrets import KeyringStore
        from drivers.mail.smtp_client import SmtpClient
        from drivers.texting.messenger import TextMessenger

        with self._lock:
            if self._made is None:
                self._made = MailPump(
                    self._shop.runtime, self._lanes, self._shop.bus, station=self._station,
                    client=SmtpClient(), messenger=TextMessenger(),
                    secrets=KeyringStore(self._shop.place.folders.data),
                )  # fmt: skip
            return self._made
