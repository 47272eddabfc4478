"""That a customer agreed to be written to by short message: who, which number, since when, how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from app.access.tables import user_account
from app.audit.operations import note
from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.mailing.phones import parse_phone
from app.mailing.states import Channel
from app.mailing.tables import message_consent
from app.organisation.queries import get_company
from app.parties.queries import NoSuchCustomerError
from app.parties.tables import party


class NoConsentError(Refusal):
    """Nobody said that he wants to be written to."""

    message = "{name} has not agreed to short messages to this number. Enter it with the customer, Messages."


class NoConsentSourceError(Refusal):
    """A consent nobody could prove."""

    message = "Say how the customer agreed, for example: by word of mouth, order form of 2 March."


@dataclass(frozen=True, slots=True)
class Consent:
    """One yes, and when it was taken back."""

    id: int
    address: str
    source: str
    given_at: datetime
    given_to: str  # name of the user who entered it
    withdrawn_at: datetime | None


def list_consents(connection: Connection, *, party_id: int, channel: Channel = Channel.SMS) -> list[Consent]:
    """What a customer agreed to and took back, the newest first."""
    rows = connection.execute(
        select(
            message_consent.c.id, message_consent.c.address, message_consent.c.source,
            message_consent.c.given_at, user_account.c.name, message_consent.c.withdrawn_at,
        )
        .select_from(
            message_consent.outerjoin(user_account, user_account.c.id == message_consent.c.given_to)
        )
        .where(message_consent.c.party_id == party_id, message_consent.c.channel == channel.value)
        .order_by(message_consent.c.given_at.desc(), message_consent.c.id.desc())
    )  # fmt: skip
    return [Consent(r.id, r.address, r.source, r.given_at, r.name or "", r.withdrawn_at) for r in rows]


def agreed_numbers(connection: Connection, *, party_id: int) -> list[str]:
    """The numbers a customer may be written to at, the newest first; none: he may not."""
    found = list_consents(connection, party_id=party_id)
    return [consent.address for consent in found if consent.withdrawn_at is None]


@permitted(Permission.EDIT_PARTIES)
def give_consent(uow: UnitOfWork, *, party_id: int, number: str, source: str) -> str:
    """A customer agreed to be told of orders, payments and deliveries by short message.

    Asked again for a number that is agreed to, nothing changes.

    Args:
        uow: the transaction.
        party_id: who.
        number: as it was typed; a number without a country is one of the customer's country, else the shop's.
        source: how it was given, so that it can be proved (Regulation (EU) 2016/679, Article 7(1)).

    Returns:
        The number after E.164.

    Raises:
        NoSuchCustomerError, NoPhoneNumberError, PhoneNumberError, NoConsentSourceError, TextTooLongError.
    """
    address = read_number(uow.connection, number, party_id=party_id)
    told = clean_field(source, field="Source", limit=NAME)
    if not told:
        raise NoConsentSourceError
    if address in agreed_numbers(uow.connection, party_id=party_id):
        return address
    consent_id = next_id()
    uow.connection.execute(
        insert(message_consent).values(
            id=consent_id, party_id=party_id, channel=Channel.SMS.value, address=address, source=told,
            given_at=uow.now, given_to=uow.actor.user_id, withdrawn_at=None,
        )
    )  # fmt: skip
    note(
        uow, kind="consent.given", document_type="party", document_id=party_id,
        payload={"channel": Channel.SMS.value, "consent": consent_id},
    )  # fmt: skip
    return address


@permitted(Permission.EDIT_PARTIES)
def withdraw_consent(uow: UnitOfWork, *, party_id: int) -> None:
    """A customer wants no more short messages; taking back is as easy as giving (Article 7(3))."""
    uow.connection.execute(
        update(message_consent)
        .where(message_consent.c.party_id == party_id, message_consent.c.withdrawn_at.is_(None))
        .values(withdrawn_at=uow.now)
    )
    note(
        uow, kind="consent.withdrawn", document_type="party", document_id=party_id,
        payload={"channel": Channel.SMS.value},
    )  # fmt: skip


def check_agreed(connection: Connection, *, party_id: int | None, number: str) -> None:
    """Raise NoConsentError unless the customer agreed to be written to at the number (after E.164)."""
    if party_id is not None and number in agreed_numbers(connection, party_id=party_id):
        return
    name = connection.execute(select(party.c.name).where(party.c.id == party_id)).scalar_one_or_none()
    raise NoConsentError(name=name or number)


def read_number(connection: Connection, number: str, *, party_id: int | None) -> str:
    """A number after E.164, dialled in the customer's country or else the shop's.

    Raises:
        NoPhoneNumberError, PhoneNumberError, NoSuchCustomerError: see their sentences.
    """
    country = ""
    if party_id is not None:
        found = connection.execute(select(party.c.country).where(party.c.id == party_id)).one_or_none()
        if found is None:
            raise NoSuchCustomerError
        country = found.country
    return parse_phone(number, country=country or get_company(connection).country)
