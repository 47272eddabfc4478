"""Customers who write our invoices themselves: what was agreed, and what they wrote.

Directive 2006/112/EC, Article 224: it is agreed beforehand, and the supplier accepts each invoice.
Article 226, point (10a): it bears the words "Self-billing".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, select

from app.audit.operations import note
from app.db.columns import NAME, SHORT
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.invoicing.states import InvoiceStatus
from app.invoicing.tables import invoice, self_billed, self_billing
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.parties.queries import NoSuchCustomerError
from app.parties.tables import party


class NotAgreedError(Refusal):
    """The law asks for an agreement beforehand."""

    message = (
        "{name} may not write our invoices on {day}: it was not agreed. Enter it with the customer, "
        "E-invoices."
    )


class AgreementDaysError(Refusal):
    """It ends before it begins."""

    message = "The agreement ends on {ends}, before it begins on {begins}. Correct the days."


class AgreementReferenceError(Refusal):
    """Nobody could find the agreement again."""

    message = "Say where it is agreed, for example: framework contract of 2 March, section 7."


class AgreementVersionError(Refusal):
    """Somebody else was quicker."""

    message = "Somebody else changed this agreement meanwhile. Look at it again."


@dataclass(frozen=True, slots=True)
class Agreement:
    """That a customer writes our invoices.

    Attributes:
        prefix: how the numbers of the series begin that he gives in our name; "" lets him use his own.
    """

    active: bool = False
    agreed_on: date | None = None
    ends_on: date | None = None
    reference: str = ""
    prefix: str = ""
    version: int = 0

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        began = self.agreed_on is not None and self.agreed_on <= day
        return self.active and began and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class SelfBilled:
    """What the customer wrote: its number ("" where it bears ours) and its day."""

    number: str
    issued_on: date
    received_id: int | None


def find_agreement(connection: Connection, *, party_id: int) -> Agreement:
    """What was agreed with a customer; an empty one where nothing was."""
    row = connection.execute(select(self_billing).where(self_billing.c.party_id == party_id)).one_or_none()
    if row is None:
        return Agreement()
    return Agreement(*(getattr(row, name) for name in Agreement.__dataclass_fields__))


@permitted(Permission.CREDIT_TERMS)
def save_agreement(uow: UnitOfWork, *, party_id: int, agreement: Agreement) -> None:
    """Keep what was agreed with a customer about writing our invoices.

    Raises:
        NoSuchCustomerError, AgreementDaysError, AgreementReferenceError, AgreementVersionError,
        TextTooLongError: see their sentences.
    """
    found = uow.connection.execute(
        select(party.c.id).where(party.c.id == party_id).with_for_update()
    ).one_or_none()
    if found is None:
        raise NoSuchCustomerError
    begins, ends = agreement.agreed_on, agreement.ends_on
    if begins is None:
        begins = uow.now.date()
    if ends is not None and ends < begins:
        raise AgreementDaysError(begins=begins, ends=ends)
    reference = clean_field(agreement.reference, field="Number", limit=NAME)
    if agreement.active and not reference:
        raise AgreementReferenceError
    if find_agreement(uow.connection, party_id=party_id).version != agreement.version:
        raise AgreementVersionError
    row = {
        "party_id": party_id, "active": agreement.active, "agreed_on": begins, "ends_on": ends,
        "reference": reference, "prefix": clean_field(agreement.prefix, field="Number", limit=SHORT),
        "updated_at": uow.now, "updated_by": uow.actor.user_id, "version": agreement.version + 1,
    }  # fmt: skip
    insert_or_replace(uow.connection, self_billing, [row], keys=("party_id",))
    note(
        uow, kind="party.self_billing", document_type="party", document_id=party_id,
        payload={
            "active": agreement.active, "agreed_on": begins.isoformat(),
            "ends_on": ends.isoformat() if ends else None, "prefix": row["prefix"],
        },
    )  # fmt: skip


def require_agreement(connection: Connection, *, party_id: int, day: date) -> Agreement:
    """The agreement that holds on a day, its row locked; raises NotAgreedError.

    Locked, so that one number of a customer is booked once.
    """
    connection.execute(
        select(self_billing.c.party_id).where(self_billing.c.party_id == party_id).with_for_update()
    ).one_or_none()
    found = find_agreement(connection, party_id=party_id)
    if not found.holds_on(day):
        name = connection.execute(select(party.c.name).where(party.c.id == party_id)).scalar_one()
        raise NotAgreedError(name=name, day=day)
    return found


def find_self_billed(connection: Connection, *, invoice_id: int) -> SelfBilled | None:
    """What the customer wrote; None for an invoice of our own."""
    row = connection.execute(
        select(self_billed.c.number, self_billed.c.issued_on, self_billed.c.received_id).where(
            self_billed.c.invoice_id == invoice_id
        )
    ).one_or_none()
    return None if row is None else SelfBilled(row.number, row.issued_on, row.received_id)


def mark_self_billed(uow: UnitOfWork, invoice_id: int, theirs: SelfBilled) -> None:
    """Say of a draft that its customer wrote it; its number will be one of that series."""
    uow.connection.execute(
        insert(self_billed).values(
            invoice_id=invoice_id, number=theirs.number, issued_on=theirs.issued_on,
            received_id=theirs.received_id, fiscal_year=None, sequence=None,
        )
    )  # fmt: skip


def find_by_their_number(connection: Connection, *, party_id: int, number: str) -> int | None:
    """The invoice or credit note that a customer gave a number; not one that was thrown away."""
    found = connection.execute(
        select(invoice.c.id)
        .join_from(invoice, self_billed, self_billed.c.invoice_id == invoice.c.id)
        .where(
            invoice.c.party_id == party_id, self_billed.c.number == number,
            invoice.c.status != InvoiceStatus.VOIDED.value,
        )
    ).scalars().first()  # fmt: skip
    return int(found) if found is not None else None
