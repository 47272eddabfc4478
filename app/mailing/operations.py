"""Sending: what other rooms and screens call; and the shop's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from app.audit.operations import note
from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.devices.mail import MailPart
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import TextTooLongError, clean_field
from app.mailing.consents import agreed_numbers
from app.mailing.outbox import Letter, QueuedMail, queue_letter
from app.mailing.queries import find_template
from app.mailing.rules import (
    MOST_TEXT,
    EmptyMessageError,
    MailTextError,
    Text,
    check_gaps,
    clean_body,
    fill,
    one_line,
)
from app.mailing.settings import require_set_up
from app.mailing.states import Channel, MailKind
from app.mailing.tables import mail_template
from app.mailing.texts import GAPS, language_of
from app.organisation.queries import get_company
from app.parties.tables import party
from app.terms.queries import find_terms, list_contacts


class TrainingMailError(Refusal):
    """Practice leaves no trace outside."""

    message = "This is training: no e-mail leaves the house."


@permitted(Permission.SEND_MAIL)
def queue_message(
    uow: UnitOfWork, *, uuid: str, kind: MailKind, to: str, subject: str, body: str,
    party_id: int | None = None, document: tuple[str, int, str] | None = None,
    attachments: Sequence[MailPart] = (),
) -> QueuedMail:  # fmt: skip
    """Send a message once this transaction has committed; nothing waits for the mail server.

    Args:
        uow: the transaction of what the message tells of.
        uuid: of the request: asked twice, the message is there once, and `again` says so.
        kind: what it is about.
        to: one or several addresses, separated by commas.
        subject: one line.
        body: plain text.
        party_id: whose it is; None for somebody unknown.
        document: its type, id and number, for the log and its timeline.
        attachments: the files that go with it; their bytes are kept with the message.

    Raises:
        MailNotSetUpError, TrainingMailError, and those of app.mailing.outbox.queue_letter.
    """
    if get_company(uow.connection).is_training:
        raise TrainingMailError
    settings = require_set_up(uow.connection)
    document_type, document_id, number = document or ("", None, "")
    letter = Letter(kind, to, subject, body, attachments, party_id, document_type, document_id, number)
    domain = settings.sender_address.rpartition("@")[2]
    return queue_letter(uow, uuid=uuid, letter=letter, sender_domain=domain)


@permitted(Permission.SEND_MAIL)
def queue_from_template(
    uow: UnitOfWork, *, uuid: str, kind: MailKind, party_id: int, values: Mapping[str, str],
    to: str = "", language: str = "", document: tuple[str, int, str] | None = None,
    attachments: Sequence[MailPart] = (),
) -> QueuedMail:  # fmt: skip
    """Send what the template of a kind says; the customer's address and language unless others are given.

    Args:
        uow: the transaction of what the message tells of.
        uuid: see queue_message.
        kind: which template.
        party_id: whose it is.
        values: what fills the gaps of the kind (app.mailing.texts.GAPS); names, company and sender come by
            themselves.
        to: "" for the customer's address.
        language: "" for the customer's.
        document: see queue_message.
        attachments: see queue_message.

    Raises:
        NoMailAddressError, and those of queue_message.
    """
    recipient = find_recipient(uow.connection, party_id=party_id)
    tongue = language or recipient.language
    text = write_text(uow.connection, kind, tongue, values, recipient, sender=uow.actor.name)
    return queue_message(
        uow, uuid=uuid, kind=kind, to=to or recipient.address, subject=text.subject, body=text.body,
        party_id=party_id, document=document, attachments=attachments,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is written to: the customer's first contact with an address, else the customer."""

    customer: str
    contact: str
    address: str  # "" where none is known; of a short message the number that was agreed to
    language: str


def find_recipient(
    connection: Connection, *, party_id: int | None, channel: Channel = Channel.MAIL
) -> Recipient:
    """Whom a message to a customer goes to; empty for nobody known."""
    language = get_company(connection).language
    if party_id is None:
        return Recipient("", "", "", language)
    row = connection.execute(select(party.c.name, party.c.email).where(party.c.id == party_id)).one()
    terms = find_terms(connection, party_id=party_id)
    person = next((c for c in list_contacts(connection, party_id=party_id) if c.email), None)
    address = person.email if person else row.email
    if channel is Channel.SMS:
        address = next(iter(agreed_numbers(connection, party_id=party_id)), "")
    return Recipient(
        row.name, person.name if person else row.name, address,
        terms.language if terms is not None and terms.language else language,
    )  # fmt: skip


def write_text(
    connection: Connection, kind: MailKind, language: str, values: Mapping[str, str],
    recipient: Recipient, *, sender: str, channel: Channel = Channel.MAIL,
) -> Text:  # fmt: skip
    """The template of a kind on a channel, filled."""
    company = get_company(connection)
    known = {
        "customer": recipient.customer, "contact": recipient.contact, "company": company.name,
        "phone": company.phone, "sender": sender, **values,
    }  # fmt: skip
    return fill(find_template(connection, kind=kind, language=language, channel=channel), known)


@permitted(Permission.SETTINGS)
def save_template(
    uow: UnitOfWork, *, kind: MailKind, language: str, subject: str, body: str,
    channel: Channel = Channel.MAIL,
) -> None:  # fmt: skip
    """Keep the shop's own words for a kind in a language; a short message has no subject.

    Raises:
        UnknownGapError, MailTextError, EmptyMessageError, MailHeaderError, TextTooLongError.
    """
    by_mail = channel is Channel.MAIL
    told = clean_field(one_line(subject, "subject"), field="Subject", limit=NAME) if by_mail else ""
    text = Text(told, clean_body(body))
    if by_mail and not (text.subject and text.body):
        raise MailTextError
    if not text.body:
        raise EmptyMessageError
    if len(text.body) > MOST_TEXT:
        raise TextTooLongError(field="Text", limit=MOST_TEXT, length=len(text.body))
    check_gaps(text, GAPS[kind])
    row = {
        "channel": channel.value, "kind": kind.value, "language": language_of(language),
        "subject": text.subject, "body": text.body, "updated_at": uow.now,
    }  # fmt: skip
    insert_or_replace(uow.connection, mail_template, [row], keys=("channel", "kind", "language"))
    _note_template(uow, channel, kind, language, own=True)


@permitted(Permission.SETTINGS)
def reset_template(
    uow: UnitOfWork, *, kind: MailKind, language: str, channel: Channel = Channel.MAIL
) -> None:
    """Go back to our words."""
    uow.connection.execute(
        delete(mail_template).where(
            mail_template.c.channel == channel.value, mail_template.c.kind == kind.value,
            mail_template.c.language == language_of(language),
        )
    )  # fmt: skip
    _note_template(uow, channel, kind, language, own=False)


def _note_template(uow: UnitOfWork, channel: Channel, kind: MailKind, language: str, *, own: bool) -> None:
    payload = {"channel": channel.value, "kind": kind.value, "language": language, "own": own}
    note(uow, kind="mail.template", payload=payload)
