"""Changing what was agreed: payment terms, addresses, contacts."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, update

from app.audit.operations import note
from app.db.columns import NAME, SHORT
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.parties.rules import CustomerEmailError, is_email
from app.terms.operations import (
    AddressDraft,
    ContactNameError,
    address_row,
    check_payment_term,
    write_term_lines,
)
from app.terms.rules import TermLine
from app.terms.tables import party_address, party_contact, payment_term


class NoSuchTermError(Refusal):
    """The payment term is not there."""

    message = "That payment term is not there any more. Reload the settings."


class TermCodeTakenError(Refusal):
    """Two terms of one code."""

    message = "There is a payment term “{code}” already. Choose another code."


class NoSuchAddressError(Refusal):
    """The address or contact is not there, or is somebody else's."""

    message = "That entry is not there any more. Open the customer again."


@permitted(Permission.SETTINGS)
def change_payment_term(
    uow: UnitOfWork, *, term_id: int, code: str, name: str, lines: Sequence[TermLine],
    discount_hundredths: int = 0, discount_days: int = 0, active: bool = True,
) -> None:  # fmt: skip
    """Change a payment term; what is posted keeps its due dates.

    Args:
        uow: the transaction.
        term_id: which.
        code: see create_payment_term, as are the next four.
        name: as it is printed.
        lines: the instalments.
        discount_hundredths: off for paying early.
        discount_days: until so many days after the invoice.
        active: whether it is offered for customers and orders.

    Raises:
        NoSuchTermError, TermCodeTakenError, TermNameError, InstalmentsError, EarlyDiscountError,
        TextTooLongError: see their sentences.
    """
    values = check_payment_term(
        code, name, lines, discount_hundredths=discount_hundredths, discount_days=discount_days
    )
    taken = uow.connection.execute(
        select(payment_term.c.id).where(payment_term.c.code == values["code"], payment_term.c.id != term_id)
    ).first()
    if taken is not None:
        raise TermCodeTakenError(code=values["code"])
    changed = uow.connection.execute(
        update(payment_term).where(payment_term.c.id == term_id).values(**values, active=active)
    )
    if not changed.rowcount:
        raise NoSuchTermError
    write_term_lines(uow, term_id, lines)
    note(
        uow, kind="terms.changed", document_type="payment_term", document_id=term_id,
        payload={**values, "active": active},
    )  # fmt: skip


@permitted(Permission.EDIT_PARTIES)
def change_address(uow: UnitOfWork, *, party_id: int, address_id: int, address: AddressDraft) -> None:
    """Change an address; documents keep what was printed on them.

    Raises:
        NoSuchAddressError, CountryMissingError, AddressEmptyError, TextTooLongError: see their sentences.
    """
    row = address_row(address)
    if address.is_default:
        uow.connection.execute(
            update(party_address)
            .where(party_address.c.party_id == party_id, party_address.c.kind == address.kind.value)
            .values(is_default=False)
        )
    changed = uow.connection.execute(
        update(party_address)
        .where(party_address.c.id == address_id, party_address.c.party_id == party_id)
        .values(**row)
    )
    if not changed.rowcount:
        raise NoSuchAddressError
    note(
        uow, kind="address.changed", document_type="party", document_id=party_id,
        payload={"address": address_id, "kind": address.kind.value},
    )  # fmt: skip


@permitted(Permission.EDIT_PARTIES)
def change_contact(
    uow: UnitOfWork, *, party_id: int, contact_id: int, name: str, role: str = "", phone: str = "",
    email: str = "", is_default: bool = False,
) -> None:  # fmt: skip
    """Change a person at a customer's.

    Raises:
        NoSuchAddressError, ContactNameError, CustomerEmailError, TextTooLongError: see their sentences.
    """
    values: dict[str, object] = {
        "name": clean_field(name, field="Name", limit=NAME),
        "role": clean_field(role, field="Role", limit=NAME),
        "phone": clean_field(phone, field="Phone", limit=SHORT),
        "email": clean_field(email, field="E-mail", limit=NAME),
        "is_default": is_default,
    }
    if not values["name"]:
        raise ContactNameError
    if values["email"] and not is_email(str(values["email"])):
        raise CustomerEmailError(email=values["email"])
    if is_default:
        uow.connection.execute(
            update(party_contact).where(party_contact.c.party_id == party_id).values(is_default=False)
        )
    changed = uow.connection.execute(
        update(party_contact)
        .where(party_contact.c.id == contact_id, party_contact.c.party_id == party_id)
        .values(**values)
    )
    if not changed.rowcount:
        raise NoSuchAddressError
    note(
        uow, kind="contact.changed", document_type="party", document_id=party_id,
        payload={"contact": contact_id},
    )  # fmt: skip


@permitted(Permission.EDIT_PARTIES)
def remove_contact(uow: UnitOfWork, *, party_id: int, contact_id: int) -> None:
    """Take a contact out of use."""
    uow.connection.execute(
        update(party_contact)
        .where(party_contact.c.id == contact_id, party_contact.c.party_id == party_id)
        .values(active=False, is_default=False)
    )
    note(
        uow, kind="contact.removed", document_type="party", document_id=party_id,
        payload={"contact": contact_id},
    )  # fmt: skip
