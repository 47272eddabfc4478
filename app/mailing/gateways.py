"""How short messages and words for the chat leave: checked before they are kept; secrets lie elsewhere."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection

from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.devices.texting import BodyForm, Hook, HttpGateway, MatrixRoom, Modem, Way
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.mailing.addresses import checked_address, checked_room, host_of
from app.mailing.outbox import wake_after_settings
from app.mailing.rules import UnknownGapError, one_line
from app.mailing.settings import checked_certificate
from app.mailing.states import NOTICES, Alert, Channel, MailKind
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting

SMS_SETTING: Final = "sms.gateway"
CHAT_SETTING: Final = "chat.gateway"
GAPS: Final = ("to", "digits", "text", "id", "sender", "secret")
_HEADER: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,60}")
_MOST_HEADERS: Final = 10
_GAP: Final = re.compile(r"\{([a-z]+)\}")


class SmsKind(StrEnum):
    """How short messages leave."""

    OFF = "off"
    HTTP = "http"  # a gateway that is asked over HTTPS
    MODEM = "modem"  # a GSM modem at one of the tills


class ChatKind(StrEnum):
    """Which chat the shop's people read."""

    OFF = "off"
    HOOK = "hook"  # an incoming webhook
    MATRIX = "matrix"


class NoSmsGatewayError(Refusal):
    """Short messages have no way out."""

    message = "Short messages are not set up. Enter a gateway or a modem in Settings, SMS and chat."


class NoChatError(Refusal):
    """The shop has no chat."""

    message = "No chat is set up. Enter it in Settings, SMS and chat."


class GatewayBodyError(Refusal):
    """A body that cannot be sent."""

    message = "The body is no JSON. Correct it, for example: {example}"


class MissingGapError(Refusal):
    """A message without number or text."""

    message = "The gateway is told neither in the address nor in the body {gap}. Write it where it belongs."


class GatewayHeaderError(Refusal):
    """No header."""

    message = "“{line}” is no header. One a line: name = value; at most ten."


class GatewayPortError(Refusal):
    """No port of a modem."""

    message = "Enter the port of the modem, for example /dev/ttyUSB0 or COM3."


@dataclass(frozen=True, slots=True)
class SmsSettings:
    """How short messages leave; no secret.

    Attributes:
        url, form, headers, body, sender, expects, own_certificate: see app.devices.texting.HttpGateway.
        port, baud: of a modem, at the till `till`; other tills leave the messages to it.
        asks_pin: the SIM card wants a PIN, which lies in that till's key store.
        notices: what customers who agreed are told by themselves.
    """

    kind: SmsKind = SmsKind.OFF
    url: str = ""
    form: BodyForm = BodyForm.JSON
    headers: tuple[tuple[str, str], ...] = ()
    body: str = ""
    sender: str = ""
    expects: str = ""
    own_certificate: str = ""
    port: str = ""
    baud: int = 115_200
    till: str = ""
    asks_pin: bool = False
    notices: tuple[MailKind, ...] = ()
    notices_since: datetime | None = None

    @property
    def is_set_up(self) -> bool:
        """Whether a short message can leave."""
        return self.kind is not SmsKind.OFF

    @property
    def secret_name(self) -> str:
        """Under which name the key or PIN lies in the key store; "" where none is needed."""
        if self.kind is SmsKind.MODEM:
            return f"sms {self.port}" if self.asks_pin else ""
        asked = "\n".join([self.url, self.body, *(value for _name, value in self.headers)])
        return f"sms {host_of(self.url)}" if self.kind is SmsKind.HTTP and "{secret}" in asked else ""

    def way(self, secret: str) -> Way:
        """The gateway to be asked."""
        if self.kind is SmsKind.MODEM:
            return Modem(self.port, self.baud, secret)
        return HttpGateway(
            self.url, self.form, self.headers, self.body, self.sender, self.expects, secret,
            self.own_certificate,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """The chat of the shop's people; no secret.

    Attributes:
        server: of Matrix; of a webhook what may be seen of its address, which is a secret itself.
        room: of Matrix.
        alerts: what is told there.
    """

    kind: ChatKind = ChatKind.OFF
    server: str = ""
    room: str = ""
    own_certificate: str = ""
    alerts: tuple[Alert, ...] = ()
    alerts_since: datetime | None = None

    @property
    def is_set_up(self) -> bool:
        """Whether anything can be told."""
        return self.kind is not ChatKind.OFF

    @property
    def secret_name(self) -> str:
        """Under which name the address or token lies in the key store."""
        return f"chat {self.kind.value} {self.server} {self.room}".strip() if self.is_set_up else ""

    @property
    def place(self) -> str:
        """What the list of messages calls it."""
        return self.room or host_of(self.server)

    def way(self, secret: str) -> Way:
        """The chat to be told."""
        if self.kind is ChatKind.HOOK:
            return Hook(secret, self.own_certificate)
        return MatrixRoom(self.server, self.room, secret, self.own_certificate)


def get_sms_settings(connection: Connection) -> SmsSettings:
    """As they are kept."""
    kept: Any = find_setting(connection, name=SMS_SETTING)
    if not kept:
        return SmsSettings()
    return SmsSettings(**{
        **kept, "kind": SmsKind(kept["kind"]), "form": BodyForm(kept["form"]),
        "headers": tuple((name, value) for name, value in kept["headers"]),
        "notices": tuple(MailKind(x) for x in kept["notices"]),
        "notices_since": _moment(kept["notices_since"]),
    })  # fmt: skip


def get_chat_settings(connection: Connection) -> ChatSettings:
    """As they are kept."""
    kept: Any = find_setting(connection, name=CHAT_SETTING)
    if not kept:
        return ChatSettings()
    return ChatSettings(**{
        **kept, "kind": ChatKind(kept["kind"]), "alerts": tuple(Alert(x) for x in kept["alerts"]),
        "alerts_since": _moment(kept["alerts_since"]),
    })  # fmt: skip


def _moment(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept else None


@permitted(Permission.SETTINGS)
def save_sms_settings(uow: UnitOfWork, *, settings: SmsSettings) -> None:
    """Keep how short messages leave; what had been stopped by the settings is tried again.

    Raises:
        as check_sms_settings.
    """
    checked, before = check_sms_settings(settings), get_sms_settings(uow.connection)
    since = _since(before.notices, checked.notices, before.notices_since, uow.now)
    save_setting(uow, name=SMS_SETTING, value=_kept(replace(checked, notices_since=since)))
    wake_after_settings(uow, channel=Channel.SMS)


@permitted(Permission.SETTINGS)
def save_chat_settings(uow: UnitOfWork, *, settings: ChatSettings) -> None:
    """Keep the chat; what had been stopped by the settings is tried again.

    Raises:
        as check_chat_settings.
    """
    checked, before = check_chat_settings(settings), get_chat_settings(uow.connection)
    since = _since(before.alerts, checked.alerts, before.alerts_since, uow.now)
    save_setting(uow, name=CHAT_SETTING, value=_kept(replace(checked, alerts_since=since)))
    wake_after_settings(uow, channel=Channel.CHAT)


def _since(
    before: tuple[StrEnum, ...], after: tuple[StrEnum, ...], since: datetime | None, now: datetime
) -> datetime | None:
    """What is switched on tells of what happens from now on."""
    return now if set(after) - set(before) or since is None else since


def _kept(settings: SmsSettings | ChatSettings) -> dict[str, object]:
    """As JSON takes it."""
    found: dict[str, object] = {f.name: getattr(settings, f.name) for f in fields(settings)}
    return {
        name: value.isoformat() if isinstance(value, datetime) else value for name, value in found.items()
    }


def check_sms_settings(settings: SmsSettings) -> SmsSettings:
    """The settings with clean texts.

    Raises:
        GatewayAddressError, GatewayHeaderError, GatewayBodyError, MissingGapError, UnknownGapError,
        GatewayPortError, BadCertificateError, MailHeaderError, TextTooLongError: see their sentences.
    """
    kept = replace(settings, notices=tuple(x for x in NOTICES if x in settings.notices))
    if kept.kind is SmsKind.OFF:
        return kept
    if kept.kind is SmsKind.MODEM:
        port = one_line(kept.port, "port")
        if not port or " " in port:
            raise GatewayPortError
        return replace(kept, port=clean_field(port, field="Number", limit=NAME))
    return _checked_http(kept)


def _checked_http(settings: SmsSettings) -> SmsSettings:
    checked = replace(
        settings,
        url=checked_address(settings.url),
        headers=tuple(_header(name, value) for name, value in settings.headers),
        sender=clean_field(one_line(settings.sender, "sender"), field="Sender", limit=NAME),
        expects=clean_field(one_line(settings.expects, "answer"), field="Answer", limit=NAME),
        own_certificate=checked_certificate(settings.own_certificate),
    )
    if len(checked.headers) > _MOST_HEADERS:
        raise GatewayHeaderError(line="…")
    if checked.form is BodyForm.JSON:
        _check_json(checked.body)
    _check_gaps(checked)
    return checked


def _header(name: str, value: str) -> tuple[str, str]:
    if _HEADER.fullmatch(name) is None or not value.strip() or not value.isascii():
        raise GatewayHeaderError(line=f"{name} = {value}"[:80])
    return name, one_line(value, "header")


_JSON_EXAMPLE: Final = '{"to": "{to}", "text": "{text}"}'  # no text: the same in every language


def _check_json(body: str) -> None:
    try:
        found = json.loads(body)
    except ValueError:
        found = None
    if not isinstance(found, (dict, list)):
        raise GatewayBodyError(example=_JSON_EXAMPLE)


def _written(gap: str) -> str:
    return f"{{{gap}}}"


def _check_gaps(settings: SmsSettings) -> None:
    told = "\n".join([
        settings.url, "" if settings.form is BodyForm.QUERY else settings.body,
        *(value for _name, value in settings.headers),
    ])  # fmt: skip
    for gap in dict.fromkeys(_GAP.findall(told)):
        if gap not in GAPS:
            raise UnknownGapError(gap=_written(gap), known=", ".join(map(_written, GAPS)))
    if "{to}" not in told and "{digits}" not in told:
        raise MissingGapError(gap=_written("to"))
    if "{text}" not in told:
        raise MissingGapError(gap=_written("text"))


def check_chat_settings(settings: ChatSettings) -> ChatSettings:
    """The settings with clean texts; of a webhook's address only the server is left.

    Raises:
        GatewayAddressError, ChatRoomError, BadCertificateError, MailHeaderError, TextTooLongError.
    """
    kept = replace(settings, alerts=tuple(x for x in Alert if x in settings.alerts))
    if kept.kind is ChatKind.OFF:
        return kept
    server = checked_address(kept.server)
    if kept.kind is ChatKind.HOOK:
        scheme = server.partition("://")[0]
        server = f"{scheme}://{host_of(server)}"
    return replace(
        kept, server=server, room=checked_room(kept.room) if kept.kind is ChatKind.MATRIX else "",
        own_certificate=checked_certificate(kept.own_certificate),
    )  # fmt: skip


def require_sms(connection: Connection) -> SmsSettings:
    """The settings; raises NoSmsGatewayError where no short message can leave."""
    found = get_sms_settings(connection)
    if not found.is_set_up:
        raise NoSmsGatewayError
    return found


def require_chat(connection: Connection) -> ChatSettings:
    """The settings; raises NoChatError where nothing can be told."""
    found = get_chat_settings(connection)
    if not found.is_set_up:
        raise NoChatError
    return found
