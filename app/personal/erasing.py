"""A person is forgotten, as far as the law allows."""

from __future__ import annotations

from typing import Final

from sqlalchemy import delete, func, or_, select, update

from app.audit.operations import note
from app.banking.tables import payer_alias, sepa_mandate
from app.cases.states import CaseState
from app.cases.tables import case_file, case_step, service_case
from app.collections.tables import collection_contact, dispute, promise
from app.db.erasure import overwrite_what_is_erased
from app.db.unit_of_work import UnitOfWork
from app.devices.ports import tr
from app.einvoice.tables import einvoice_party
from app.invoicing.states import InvoiceStatus
from app.invoicing.tables import invoice, recurring_invoice
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.mailing.tables import mail_attachment, mail_message, message_consent
from app.orders.states import OrderStatus
from app.orders.tables import sales_order
from app.parties.events import CustomerChanged
from app.parties.queries import NoSuchCustomerError
from app.parties.tables import party, party_group_member
from app.receivables.tables import open_item
from app.terms.tables import party_address, party_contact
from app.vouchers.tables import voucher

_OVER: Final = (OrderStatus.CLOSED.value, OrderStatus.LOST.value, OrderStatus.CANCELLED.value)
_BLANK: Final = dict.fromkeys(("phone", "phone_digits", "email", "street", "postcode", "city", "note"), "")


class SomethingOpenError(Refusal):
    """Business is not done."""

    message = "{name} cannot be erased yet: there are {what}. Settle them first."


@permitted(Permission.PERSONAL_DATA)
def erase_customer(uow: UnitOfWork, *, party_id: int) -> None:
    """Forget a person: name, addresses, contacts, messages, notes, bank details that were learnt, cases.

    Of a case the words and what was attached go; that there was one about a product stays. Posted invoices,
    receipts and delivery notes stay with what was printed on them, for as long as the law asks; lists name
    him by his number. There is no way back.

    Raises:
        SomethingOpenError, NoSuchCustomerError: see their sentences.
    """
    row = uow.connection.execute(select(party).where(party.c.id == party_id).with_for_update()).one_or_none()
    if row is None:
        raise NoSuchCustomerError
    _check_done(uow, party_id, row.name)
    overwrite_what_is_erased(uow)
    name = f"({row.number})"
    uow.connection.execute(
        update(party)
        .where(party.c.id == party_id)
        .values(
            **_BLANK, name=name, search_key=row.number.lower(), tax_number="", active=False,
            credit_limit_minor=0, born_on=None, referred_by=None, version=party.c.version + 1,
            erased_at=uow.now,
        )
    )  # fmt: skip
    _forget_people(uow, party_id)
    _forget_messages(uow, party_id)
    _forget_cases(uow, party_id)
    note(uow, kind="party.erased", document_type="party", document_id=party_id, payload={})
    uow.record(CustomerChanged(party_id=party_id))


def _check_done(uow: UnitOfWork, party_id: int, name: str) -> None:
    c = uow.connection
    asked = (
        (tr("Refusal", "recurring invoices"), select(func.count())
            .select_from(recurring_invoice)
            .join(invoice, invoice.c.id == recurring_invoice.c.pattern_id)
            .where(invoice.c.party_id == party_id, recurring_invoice.c.active)),
        (tr("Refusal", "open items"), select(func.count()).select_from(open_item).where(
            open_item.c.party_id == party_id, open_item.c.open_minor != 0)),
        (tr("Refusal", "orders that are not closed"), select(func.count()).select_from(sales_order).where(
            sales_order.c.party_id == party_id, sales_order.c.status.not_in(_OVER))),
        (tr("Refusal", "invoices that are not posted"), select(func.count()).select_from(invoice).where(
            invoice.c.party_id == party_id,
            invoice.c.status.in_((InvoiceStatus.DRAFT.value, InvoiceStatus.HELD.value)))),
        (tr("Refusal", "direct debit mandates in use"), select(func.count()).select_from(sepa_mandate).where(
            sepa_mandate.c.party_id == party_id, sepa_mandate.c.revoked_at.is_(None))),
        (tr("Refusal", "cases that are not closed"), select(func.count()).select_from(service_case).where(
            service_case.c.party_id == party_id, service_case.c.state == CaseState.OPEN.value)),
    )  # fmt: skip
    for what, query in asked:
        if c.execute(query).scalar_one():
            raise SomethingOpenError(name=name, what=what)


def _forget_people(uow: UnitOfWork, party_id: int) -> None:
    blank = dict.fromkeys(("name", "street", "postcode", "city", "note"), "")
    uow.connection.execute(
        update(party_address)
        .where(party_address.c.party_id == party_id)
        .values(**blank, active=False, is_default=False)
    )
    for table in (party_contact, einvoice_party, payer_alias, party_group_member, message_consent):
        uow.connection.execute(delete(table).where(table.c.party_id == party_id))
    for table in (collection_contact, promise, dispute):
        uow.connection.execute(update(table).where(table.c.party_id == party_id).values(note=""))
    # a gift card belongs to who holds it
    uow.connection.execute(update(voucher).where(voucher.c.party_id == party_id).values(party_id=None))


def _forget_messages(uow: UnitOfWork, party_id: int) -> None:
    mine = select(mail_message.c.id).where(mail_message.c.party_id == party_id)
    uow.connection.execute(delete(mail_attachment).where(mail_attachment.c.message_id.in_(mine)))
    uow.connection.execute(
        update(mail_message)
        .where(
            mail_message.c.party_id == party_id,
            or_(mail_message.c.to_addresses != "", mail_message.c.body != ""),
        )
        .values(to_addresses="", subject="", body="", last_error="")
    )


def _forget_cases(uow: UnitOfWork, party_id: int) -> None:
    """That there was a case about a product stays; what was said, and letters and pictures, do not."""
    mine = select(service_case.c.id).where(service_case.c.party_id == party_id)
    uow.connection.execute(delete(case_file).where(case_file.c.case_id.in_(mine)))
    uow.connection.execute(update(case_step).where(case_step.c.case_id.in_(mine)).values(words=""))
    uow.connection.execute(
        update(service_case).where(service_case.c.party_id == party_id).values(words="", outcome="")
    )
