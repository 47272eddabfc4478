"""Short messages to customers, and words for the shop's chat: into the same outbox as e-mails."""

from __future__ import annotations

from collections.abc import Mapping

from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.mailing.consents import check_agreed, read_number
from app.mailing.gateways import require_chat, require_sms
from app.mailing.operations import TrainingMailError, find_recipient, write_text
from app.mailing.outbox import Letter, QueuedMail, queue_letter
from app.mailing.phones import NoPhoneNumberError
from app.mailing.rules import clean_body
from app.mailing.states import Channel, MailKind
from app.organisation.queries import get_company


@permitted(Permission.SEND_MAIL)
def queue_text(
    uow: UnitOfWork, *, uuid: str, kind: MailKind, to: str, body: str, party_id: int | None = None,
    document: tuple[str, int, str] | None = None,
) -> QueuedMail:  # fmt: skip
    """Send a short message once this transaction has committed; nothing waits for the gateway.

    A receipt goes to the number that is told at the till: who tells it wants it. Everything else goes only to
    a number that the customer agreed to (app.mailing.consents).

    Args:
        uow: the transaction of what the message tells of.
        uuid: of the request: asked twice, the message is there once, and `again` says so.
        kind: what it is about.
        to: the number as it was typed.
        body: plain text.
        party_id: whose it is; None for somebody unknown.
        document: its type, id and number, for the list and its timeline.

    Raises:
        NoSmsGatewayError, TrainingMailError, NoPhoneNumberError, PhoneNumberError, NoConsentError, and those
        of app.mailing.outbox.queue_letter.
    """
    if get_company(uow.connection).is_training:
        raise TrainingMailError
    require_sms(uow.connection)
    number = read_number(uow.connection, to, party_id=party_id)
    if kind is not MailKind.RECEIPT:
        check_agreed(uow.connection, party_id=party_id, number=number)
    document_type, document_id, document_number = document or ("", None, "")
    letter = Letter(
        kind, number, "", body, (), party_id, document_type, document_id, document_number, Channel.SMS
    )
    return queue_letter(uow, uuid=uuid, letter=letter, sender_domain="")


@permitted(Permission.SEND_MAIL)
def text_from_template(
    uow: UnitOfWork, *, uuid: str, kind: MailKind, party_id: int, values: Mapping[str, str],
    language: str = "", document: tuple[str, int, str] | None = None,
) -> QueuedMail:  # fmt: skip
    """Send what the short template of a kind says, to the number the customer agreed to.

    Args:
        uow: the transaction of what the message tells of.
        uuid: see queue_text.
        kind: which template, one of app.mailing.states.TEXTED.
        party_id: whose it is.
        values: what fills the gaps (app.mailing.texts.GAPS).
        language: "" for the customer's.
        document: see queue_text.

    Raises:
        NoPhoneNumberError: the customer agreed to no number; and those of queue_text.
    """
    require_sms(uow.connection)
    recipient = find_recipient(uow.connection, party_id=party_id, channel=Channel.SMS)
    if not recipient.address:
        raise NoPhoneNumberError
    text = write_text(
        uow.connection, kind, language or recipient.language, values, recipient, sender=uow.actor.name,
        channel=Channel.SMS,
    )  # fmt: skip
    return queue_text(
        uow, uuid=uuid, kind=kind, to=recipient.address, body=text.body, party_id=party_id, document=document
    )


@permitted(Permission.SYSTEM)
def queue_alert(uow: UnitOfWork, *, uuid: str, text: str) -> QueuedMail:
    """Tell the shop's people something in their chat; told once for a UUID, whoever finds it.

    Raises:
        NoChatError, TrainingMailError, and those of app.mailing.outbox.queue_letter.
    """
    if get_company(uow.connection).is_training:
        raise TrainingMailError
    chat = require_chat(uow.connection)
    letter = Letter(MailKind.ALERT, chat.place, "", clean_body(text), channel=Channel.CHAT)
    return queue_letter(uow, uuid=uuid, letter=letter, sender_domain="")
