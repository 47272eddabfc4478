"""The outbox: messages written in the transaction of what they tell of, sent later, each once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Row, insert, select, update

from app.audit.operations import note
from app.audit.steps import take_step
from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.devices.mail import MAIL_DETAILS, MailFault, MailPart
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.state import check_transition
from app.kernel.text import TextTooLongError, clean_field
from app.mailing.consents import check_agreed, read_number
from app.mailing.events import MailQueued, MailSettled
from app.mailing.rules import (
    MOST_BYTES,
    MOST_CHATTED,
    MOST_TEXT,
    MOST_TEXTED,
    SETTING_FAULTS,
    EmptyMessageError,
    MailTextError,
    MailTooLargeError,
    Next,
    NoFilesError,
    clean_body,
    one_line,
    parse_addresses,
)
from app.mailing.states import MAIL_TRANSITIONS, Channel, MailKind, MailStatus
from app.mailing.tables import mail_attachment, mail_message

_MB: Final = 1_000_000
_MOST: Final = {Channel.MAIL: MOST_TEXT, Channel.SMS: MOST_TEXTED, Channel.CHAT: MOST_CHATTED}


class NoSuchMessageError(Refusal):
    """The message is not in the outbox."""

    message = "That message is not there any more. Reload the list."


class OtherMessageError(Refusal):
    """The same request with another content."""

    message = "This request was used for another message already. Close the message and write it again."


@dataclass(frozen=True, slots=True)
class QueuedMail:
    """A message in the outbox; `again` when the same request had made it before."""

    message_id: int
    status: MailStatus
    again: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be sent.

    Attributes:
        kind: what it is about.
        to: one or several addresses, separated by commas; a telephone number after E.164; a chat.
        subject: one line; a line break is refused. "" where the channel has none.
        body: plain text.
        parts: the files that go with it, as bytes; they are kept with the message. Only of an e-mail.
        party_id: whose it is; None for somebody unknown.
        document_type: "order", "shipment", "invoice", "sale" ...; "" for none.
        document_id: its id.
        document_number: its number, for the log.
    """

    kind: MailKind
    to: str
    subject: str
    body: str
    parts: Sequence[MailPart] = ()
    party_id: int | None = None
    document_type: str = ""
    document_id: int | None = None
    document_number: str = ""
    channel: Channel = Channel.MAIL


@permitted(Permission.SEND_MAIL)
def queue_letter(uow: UnitOfWork, *, uuid: str, letter: Letter, sender_domain: str) -> QueuedMail:
    """Write a message into the outbox; it leaves after this transaction has committed, or not at all.

    Use app.mailing.operations.queue_message, which looks at the settings first.

    Args:
        uow: the transaction of what the message tells of.
        uuid: of the request: asked twice, the message is there once.
        letter: what is to be sent.
        sender_domain: the right side of the Message-ID; only e-mails have one.

    Raises:
        MailHeaderError, MailAddressError, NoMailAddressError, TooManyRecipientsError, MailTextError,
        EmptyMessageError, NoFilesError, MailTooLargeError, TextTooLongError, OtherMessageError: see their
        sentences.
    """
    found = uow.connection.execute(select(mail_message).where(mail_message.c.uuid == uuid)).one_or_none()
    if found is not None:
        return _same(found, letter)
    row = _row(uow, letter, uuid, f"<{uuid}@{sender_domain}>" if letter.channel is Channel.MAIL else uuid)
    uow.connection.execute(insert(mail_message), row)
    _attach(uow, row["id"], letter.parts)
    _queued(uow, row["id"], letter, "mail.queued")
    return QueuedMail(row["id"], MailStatus.WAITING)


def _same(found: Row[Any], letter: Letter) -> QueuedMail:
    told = (letter.channel.value, letter.kind.value, letter.document_id)
    if (found.channel, found.kind, found.document_id) != told:
        raise OtherMessageError
    return QueuedMail(found.id, MailStatus(found.status), again=True)


def _row(uow: UnitOfWork, letter: Letter, uuid: str, message_id: str) -> dict[str, Any]:
    subject, body, to = _words(letter)
    return {
        "id": next_id(), "uuid": uuid, "channel": letter.channel.value, "kind": letter.kind.value,
        "party_id": letter.party_id,
        "to_addresses": to, "subject": subject, "body": body, "message_id": message_id,
        "document_type": letter.document_type, "document_id": letter.document_id,
        "document_number": letter.document_number, "resend_of": None,
        "status": MailStatus.WAITING.value, "attempts": 0, "next_try_at": uow.now, "station": "",
        "fault": "", "last_error": "", "created_at": uow.now, "created_by": uow.actor.user_id,
        "updated_at": uow.now, "sent_at": None,
    }  # fmt: skip


def _words(letter: Letter) -> tuple[str, str, str]:
    """Subject, text and recipients, checked as the channel wants them."""
    by_mail = letter.channel is Channel.MAIL
    subject = clean_field(one_line(letter.subject, "subject"), field="Subject", limit=NAME)
    body = clean_body(letter.body)
    if by_mail and not (subject and body):
        raise MailTextError
    if not body:
        raise EmptyMessageError
    if len(body) > _MOST[letter.channel]:
        raise TextTooLongError(field="Text", limit=_MOST[letter.channel], length=len(body))
    _check_files(letter)
    # a telephone number was checked by app.mailing.phones and may look like the number of a card
    to = (
        clean_field(", ".join(parse_addresses(letter.to)), field="Address", limit=NAME * 2)
        if by_mail
        else (letter.to)
    )
    return subject if by_mail else "", body, to


def _check_files(letter: Letter) -> None:
    if letter.parts and letter.channel is not Channel.MAIL:
        raise NoFilesError
    size = sum(len(part.content) for part in letter.parts)
    if size > MOST_BYTES:
        raise MailTooLargeError(size=-(-size // _MB), most=MOST_BYTES // _MB)


def _attach(uow: UnitOfWork, message_id: int, parts: Sequence[MailPart]) -> None:
    rows = [
        {
            "message_id": message_id, "position": position,
            "name": clean_field(one_line(part.name, "name of a file"), field="File", limit=NAME),
            "media_type": part.media_type, "content": part.content,
            "sha256": sha256(part.content).hexdigest(),
        }
        for position, part in enumerate(parts, start=1)
    ]  # fmt: skip
    if rows:
        uow.connection.execute(insert(mail_attachment), rows)


def _queued(uow: UnitOfWork, message_id: int, letter: Letter, kind: str) -> None:
    """In the journal without an address: it names no person."""
    note(
        uow, kind=kind, document_type="mail", document_id=message_id,
        payload={
            "channel": letter.channel.value, "kind": letter.kind.value,
            "document_type": letter.document_type,
            "document_id": letter.document_id, "party_id": letter.party_id,
            "files": [sha256(part.content).hexdigest() for part in letter.parts],
        },
    )  # fmt: skip
    uow.record(MailQueued(message_id=message_id))


# --- what a person does ---


@permitted(Permission.SEND_MAIL)
def retry_message(uow: UnitOfWork, *, message_id: int) -> None:
    """Try again what failed or needs attention: the same message, with the same Message-ID.

    Raises:
        NoSuchMessageError, InvalidTransitionError: see their sentences.
    """
    _move(uow, message_id, MailStatus.WAITING, attempts=0, next_try_at=uow.now, fault="", last_error="")
    note(uow, kind="mail.retried", document_type="mail", document_id=message_id, payload={})
    uow.record(MailQueued(message_id=message_id))


@permitted(Permission.SEND_MAIL)
def cancel_message(uow: UnitOfWork, *, message_id: int) -> None:
    """Let a message that was not sent stay unsent; raises as retry_message."""
    _move(uow, message_id, MailStatus.CANCELLED)
    note(uow, kind="mail.cancelled", document_type="mail", document_id=message_id, payload={})
    uow.record(MailSettled(message_id=message_id, status=MailStatus.CANCELLED.value))


@permitted(Permission.SEND_MAIL)
def resend_message(uow: UnitOfWork, *, uuid: str, message_id: int, to: str = "") -> QueuedMail:
    """Send a message again as a new one, with the same files; perhaps to another address.

    Args:
        uow: the transaction.
        uuid: of the request: asked twice, it is sent again once.
        message_id: the one to be repeated; it stays as it was.
        to: another address or number; "" for the same.

    Raises:
        NoSuchMessageError, PhoneNumberError, NoConsentError, and those of queue_letter: see their sentences.
    """
    old = _get(uow, message_id)
    parts = tuple(
        MailPart(r.name, bytes(r.content), r.media_type)
        for r in uow.connection.execute(
            select(mail_attachment)
            .where(mail_attachment.c.message_id == message_id)
            .order_by(mail_attachment.c.position)
        )
    )
    letter = Letter(
        MailKind(old.kind), _to_again(uow, old, to), old.subject, old.body, parts, old.party_id,
        old.document_type, old.document_id, old.document_number, Channel(old.channel),
    )  # fmt: skip
    made = queue_letter(
        uow, uuid=uuid, letter=letter, sender_domain=old.message_id.rpartition("@")[2].rstrip(">")
    )
    uow.connection.execute(
        update(mail_message).where(mail_message.c.id == made.message_id).values(resend_of=message_id)
    )
    return made


def _to_again(uow: UnitOfWork, old: Row[Any], to: str) -> str:
    """Where a message goes a second time."""
    channel = Channel(old.channel)
    if channel is Channel.CHAT or not to:
        return str(old.to_addresses)
    if channel is Channel.MAIL:
        return to
    number = read_number(uow.connection, to, party_id=old.party_id)
    if old.kind != MailKind.RECEIPT.value:
        check_agreed(uow.connection, party_id=old.party_id, number=number)
    return number


# --- what the lane of the mail does ---


@permitted(Permission.SYSTEM)
def claim_next(uow: UnitOfWork, *, station: str, channel: Channel = Channel.MAIL) -> int | None:
    """The id of the channel's next message that is due, now being sent by this station; None if none is."""
    found = uow.connection.execute(
        select(mail_message.c.id, mail_message.c.attempts)
        .where(
            mail_message.c.status == MailStatus.WAITING.value,
            mail_message.c.channel == channel.value,
            mail_message.c.next_try_at <= uow.now,
        )
        .order_by(mail_message.c.next_try_at, mail_message.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).one_or_none()
    if found is None:
        return None
    _move(uow, found.id, MailStatus.SENDING, station=station, attempts=found.attempts + 1)
    return int(found.id)


@permitted(Permission.SYSTEM)
def settle_sent(uow: UnitOfWork, *, message_id: int) -> None:
    """The server took it; its document says so in its timeline."""
    row = _move(uow, message_id, MailStatus.SENT, sent_at=uow.now, fault="", last_error="")
    if row.document_type and row.document_id is not None:
        take_step(
            uow, document_type=row.document_type, document_id=row.document_id, step="mailed",
            detail=row.document_number, payload={"message": message_id, "kind": row.kind},
        )  # fmt: skip
    uow.record(MailSettled(message_id=message_id, status=MailStatus.SENT.value))


@permitted(Permission.SYSTEM)
def settle_failed(
    uow: UnitOfWork, *, message_id: int, then: Next, fault: MailFault, server_says: str = ""
) -> None:
    """It was not taken, or nobody knows: what becomes of it is app.mailing.rules.after_failure's word."""
    words = MAIL_DETAILS[fault]
    _move(
        uow, message_id, then.status, next_try_at=uow.now + then.wait, fault=fault.value,
        last_error=f"{words} ({server_says})"[:NAME] if server_says else words,
    )  # fmt: skip
    uow.record(MailSettled(message_id=message_id, status=then.status.value))


@permitted(Permission.SYSTEM)
def settle_interrupted_mail(uow: UnitOfWork, *, station: str) -> list[int]:
    """At start: what this station was sending when it died needs a person's word; returns the ids."""
    rows = uow.connection.execute(
        select(mail_message.c.id).where(
            mail_message.c.station == station, mail_message.c.status == MailStatus.SENDING.value
        )
    )
    ids = [int(i) for i in rows.scalars()]
    for message_id in ids:
        then = Next(MailStatus.NEEDS_ATTENTION, timedelta(0))
        settle_failed(uow, message_id=message_id, then=then, fault=MailFault.STOPPED)
    return ids


@permitted(Permission.SETTINGS)
def wake_after_settings(uow: UnitOfWork, *, channel: Channel) -> None:
    """The settings of a channel changed: what they had stopped is tried again, what waits at once."""
    faults = [fault.value for fault in SETTING_FAULTS]
    stopped = uow.connection.execute(
        select(mail_message.c.id).where(
            mail_message.c.status == MailStatus.NEEDS_ATTENTION.value,
            mail_message.c.fault.in_(faults),
            mail_message.c.channel == channel.value,
        )
    ).scalars()
    again: Mapping[str, Any] = {"attempts": 0, "next_try_at": uow.now}
    for message_id in list(stopped):
        _move(uow, message_id, MailStatus.WAITING, **again)
    uow.connection.execute(
        update(mail_message)
        .where(mail_message.c.status == MailStatus.WAITING.value, mail_message.c.channel == channel.value)
        .values(**again)
    )
    uow.record(MailQueued(message_id=0))


def _get(uow: UnitOfWork, message_id: int) -> Row[Any]:
    row = uow.connection.execute(
        select(mail_message).where(mail_message.c.id == message_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchMessageError
    return row


def _move(uow: UnitOfWork, message_id: int, status: MailStatus, **values: Any) -> Row[Any]:
    row = _get(uow, message_id)
    check_transition(MAIL_TRANSITIONS, MailStatus(row.status), status)
    uow.connection.execute(
        update(mail_message)
        .where(mail_message.c.id == message_id)
        .values(status=status.value, updated_at=uow.now, **values)
    )
    return row
