"""What this station can send by right now: settings with their secrets, looked up once a round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from app.devices.mail import MailClient, SecretStore
from app.devices.texting import Messenger, Way
from app.mailing.gateways import ChatSettings, SmsKind, SmsSettings, get_chat_settings, get_sms_settings
from app.mailing.queries import outgoing, outgoing_text
from app.mailing.settings import MailSettings, get_mail_settings
from app.mailing.states import Channel
from app.runtime.run import Runtime


@dataclass(frozen=True, slots=True)
class Settings:
    """How each channel leaves, as the shop keeps it."""

    mail: MailSettings
    sms: SmsSettings
    chat: ChatSettings

    @property
    def is_set_up(self) -> bool:
        """Whether any channel is."""
        return self.mail.is_set_up or self.sms.is_set_up or self.chat.is_set_up


def get_all_settings(connection: Connection) -> Settings:
    """As they are kept."""
    return Settings(
        get_mail_settings(connection), get_sms_settings(connection), get_chat_settings(connection)
    )


class Ways:
    """The channels of this station; each hands one message over and raises MailError or GatewayError."""

    def __init__(
        self, runtime: Runtime, *, station: str, client: MailClient, messenger: Messenger,
        secrets: SecretStore,
    ) -> None:  # fmt: skip
        self._runtime = runtime
        self._station = station
        self._client = client
        self._messenger = messenger
        self._secrets = secrets
        self.lacking: frozenset[Channel] = frozenset()  # set up, but this station was not told the secret

    def open(self, settings: Settings) -> dict[Channel, Callable[[int], None]]:
        """How a message leaves by its id, of each channel that this station can send by."""
        lacking: set[Channel] = set()
        found: dict[Channel, Callable[[int], None]] = {}
        for channel, name, is_mine in (
            (Channel.MAIL, settings.mail.secret_name, settings.mail.is_set_up),
            (Channel.SMS, settings.sms.secret_name, self._is_mine(settings.sms)),
            (Channel.CHAT, settings.chat.secret_name, settings.chat.is_set_up),
        ):
            secret = self._secrets.find(name) if name and is_mine else ""
            if is_mine and name and not secret:
                lacking.add(channel)  # another station may have it: its own round sends the message
            elif is_mine:
                found[channel] = self._sender(channel, settings, secret)
        self.lacking = frozenset(lacking)
        return found

    def _is_mine(self, sms: SmsSettings) -> bool:
        """A gateway is asked by any station, a modem by the one it is plugged into."""
        return sms.is_set_up and (sms.kind is not SmsKind.MODEM or sms.till in ("", self._station))

    def _sender(self, channel: Channel, settings: Settings, secret: str) -> Callable[[int], None]:
        if channel is Channel.MAIL:

            def send_mail(message_id: int) -> None:
                mail = self._runtime.ask(outgoing, message_id=message_id, settings=settings.mail)
                self._client.send(settings.mail.server(secret), mail)

            return send_mail
        way: Way = (settings.sms if channel is Channel.SMS else settings.chat).way(secret)

        def send_text(message_id: int) -> None:
            self._messenger.send(way, self._runtime.ask(outgoing_text, message_id=message_id))

        return send_text
