"""What is in the outbox, and what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from app.devices.mail import MailPart, OutgoingMail
from app.devices.texting import TextMessage
from app.mailing.outbox import NoSuchMessageError
from app.mailing.rules import Text
from app.mailing.settings import MailSettings
from app.mailing.short_texts import built_in_short
from app.mailing.states import Channel, MailKind, MailStatus
from app.mailing.tables import mail_attachment, mail_message, mail_template
from app.mailing.texts import built_in, language_of
from app.parties.tables import party


@dataclass(frozen=True, slots=True)
class MailRow:
    """A message in a list."""

    id: int
    channel: Channel
    kind: MailKind
    party_id: int | None
    party_name: str
    to_addresses: str
    subject: str
    document_type: str
    document_id: int | None
    document_number: str
    resend_of: int | None
    status: MailStatus
    attempts: int
    next_try_at: datetime
    fault: str
    last_error: str
    created_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file of a message, without its bytes."""

    position: int
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class MailDetail:
    """A whole message, without the bytes of its files."""

    row: MailRow
    body: str
    message_id: str
    files: tuple[MailFile, ...]


_ROW = [
    (party.c.name if name == "party_name" else mail_message.c[name]).label(name)
    for name in MailRow.__dataclass_fields__
]


def list_messages(
    connection: Connection, *, statuses: Sequence[MailStatus] = (), party_id: int | None = None,
    after_id: int | None = None, limit: int = 100,
) -> list[MailRow]:  # fmt: skip
    """A page of messages, the newest first; `after_id` is the last one's of the page before."""
    query = select(*_ROW).select_from(mail_message.outerjoin(party))
    if statuses:
        query = query.where(mail_message.c.status.in_([s.value for s in statuses]))
    if party_id is not None:
        query = query.where(mail_message.c.party_id == party_id)
    if after_id is not None:
        query = query.where(mail_message.c.id < after_id)
    return [_row(r) for r in connection.execute(query.order_by(mail_message.c.id.desc()).limit(limit))]


def _row(found: object) -> MailRow:
    values = {name: getattr(found, name) for name in MailRow.__dataclass_fields__}
    values |= {
        "channel": Channel(values["channel"]), "kind": MailKind(values["kind"]),
        "status": MailStatus(values["status"]),
    }  # fmt: skip
    return MailRow(**{**values, "party_name": values["party_name"] or ""})


def count_messages(connection: Connection) -> dict[MailStatus, int]:
    """How many messages are in each state that has any."""
    rows = connection.execute(select(mail_message.c.status, func.count()).group_by(mail_message.c.status))
    return {MailStatus(status): int(count) for status, count in rows}


def get_message(connection: Connection, *, message_id: int) -> MailDetail:
    """A whole message; raises NoSuchMessageError."""
    found = connection.execute(
        select(*_ROW, mail_message.c.body, mail_message.c.message_id)
        .select_from(mail_message.outerjoin(party))
        .where(mail_message.c.id == message_id)
    ).one_or_none()
    if found is None:
        raise NoSuchMessageError
    files = connection.execute(
        select(mail_attachment.c.position, mail_attachment.c.name, func.length(mail_attachment.c.content))
        .where(mail_attachment.c.message_id == message_id)
        .order_by(mail_attachment.c.position)
    )
    return MailDetail(_row(found), found.body, found.message_id, tuple(MailFile(*f) for f in files))


def get_file(connection: Connection, *, message_id: int, position: int) -> bytes:
    """The bytes of a file that went with a message; raises NoSuchMessageError."""
    found = connection.execute(
        select(mail_attachment.c.content).where(
            mail_attachment.c.message_id == message_id, mail_attachment.c.position == position
        )
    ).scalar_one_or_none()
    if found is None:
        raise NoSuchMessageError
    return bytes(found)


def outgoing(connection: Connection, *, message_id: int, settings: MailSettings) -> OutgoingMail:
    """A message as it leaves; raises NoSuchMessageError."""
    row = connection.execute(select(mail_message).where(mail_message.c.id == message_id)).one_or_none()
    if row is None:
        raise NoSuchMessageError
    parts = connection.execute(
        select(mail_attachment.c.name, mail_attachment.c.content, mail_attachment.c.media_type)
        .where(mail_attachment.c.message_id == message_id)
        .order_by(mail_attachment.c.position)
    )
    return OutgoingMail(
        row.message_id, settings.sender_name, settings.sender_address, settings.reply_to,
        tuple(row.to_addresses.split(", ")), row.subject, row.body, row.created_at,
        tuple(MailPart(p.name, bytes(p.content), p.media_type) for p in parts),
    )  # fmt: skip


def outgoing_text(connection: Connection, *, message_id: int) -> TextMessage:
    """A short message or a word for the chat as it leaves; raises NoSuchMessageError."""
    row = connection.execute(
        select(
            mail_message.c.uuid, mail_message.c.channel, mail_message.c.to_addresses, mail_message.c.body
        ).where(mail_message.c.id == message_id)
    ).one_or_none()
    if row is None:
        raise NoSuchMessageError
    return TextMessage(row.uuid, row.to_addresses if row.channel == Channel.SMS.value else "", row.body)


def attempts_of(connection: Connection, *, message_id: int) -> int:
    """How often a message was tried."""
    return int(
        connection.execute(
            select(mail_message.c.attempts).where(mail_message.c.id == message_id)
        ).scalar_one()
    )


def find_template(
    connection: Connection, *, kind: MailKind, language: str, channel: Channel = Channel.MAIL
) -> Text:
    """The shop's words for a kind on a channel, or ours."""
    found = connection.execute(
        select(mail_template.c.subject, mail_template.c.body).where(
            mail_template.c.channel == channel.value,
            mail_template.c.kind == kind.value,
            mail_template.c.language == language_of(language),
        )
    ).one_or_none()
    if found is None:
        return built_in(kind, language) if channel is Channel.MAIL else built_in_short(kind, language)
    return Text(found.subject, found.body)


def own_templates(connection: Connection) -> set[tuple[Channel, MailKind, str]]:
    """Which kinds, on which channel and in which language, have words of the shop's own."""
    rows = connection.execute(select(mail_template.c.channel, mail_template.c.kind, mail_template.c.language))
    return {(Channel(channel), MailKind(kind), language) for channel, kind, language in rows}
