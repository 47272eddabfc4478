"""Opening what a customer owes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, func, insert, select

from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import take_ids
from app.kernel.money import Money
from app.kernel.permission import BOOKING, permitted
from app.kernel.refusal import Refusal
from app.parties.tables import party
from app.receivables.tables import open_item
from app.terms.calendar import on_banking_days
from app.terms.queries import find_terms, term_lines
from app.terms.rules import instalments


class CreditLimitError(Refusal):
    """The customer would owe more than his limit."""

    message = "{name} may owe at most {limit}; with this sale it would be {exposure}. Take another tender."


class CustomerBlockedError(Refusal):
    """The customer is out of use."""

    message = "The customer is blocked. Take another tender, or choose another customer."


@permitted(*BOOKING)
def open_receivable(
    uow: UnitOfWork, *, party_id: int, amount_minor: int, currency: str, document_type: str,
    document_id: int, document_number: str, on: date, was_given: bool = False,
) -> int:  # fmt: skip
    """Put an amount on a customer's account, within his limit and by his terms.

    Returns the (first) open item's id. What a till has given already (`was_given`) is booked whatever the
    limit says.

    No limit means unlimited, a limit of 0 means nothing on account; at the limit passes
    (design/rules.md 3.10).
    """
    row = uow.connection.execute(select(party).where(party.c.id == party_id).with_for_update()).one_or_none()
    if row is None or not (row.active or was_given):
        raise CustomerBlockedError
    if not was_given:
        _check_limit(uow, row, amount_minor, currency)
    return _open(
        uow, row.payment_days,
        {
            "party_id": party_id, "document_type": document_type, "document_id": document_id,
            "document_number": document_number, "date": on,
        },
        amount_minor,
    )  # fmt: skip


def check_account(uow: UnitOfWork, *, party_id: int, amount_minor: int, currency: str) -> None:
    """Whether so much may go on a customer's account, whose row is locked from here on.

    Raises:
        CustomerBlockedError, CreditLimitError: see their sentences.
    """
    row = uow.connection.execute(select(party).where(party.c.id == party_id).with_for_update()).one_or_none()
    if row is None or not row.active:
        raise CustomerBlockedError
    _check_limit(uow, row, amount_minor, currency)


def _check_limit(uow: UnitOfWork, row: Row[Any], amount_minor: int, currency: str) -> None:
    if row.credit_limit_minor is None:
        return
    owed = uow.connection.execute(
        select(func.coalesce(func.sum(open_item.c.open_minor), 0)).where(open_item.c.party_id == row.id)
    ).scalar_one()
    exposure = int(owed) + amount_minor
    if exposure > row.credit_limit_minor:
        raise CreditLimitError(
            name=row.name, limit=Money(row.credit_limit_minor, currency), exposure=Money(exposure, currency)
        )


def _open(uow: UnitOfWork, payment_days: int, item: Mapping[str, Any], amount_minor: int) -> int:
    """One item for each instalment of the customer's terms; returns the first one's id."""
    terms = find_terms(uow.connection, party_id=item["party_id"])
    lines = term_lines(
        uow.connection, payment_term_id=terms.payment_term_id if terms is not None else None,
        payment_days=payment_days,
    )  # fmt: skip
    parts = on_banking_days(uow.connection, instalments(lines, amount_minor=amount_minor, on=item["date"]))
    ids = take_ids(len(parts))
    uow.connection.execute(
        insert(open_item),
        [
            {
                **item, "id": item_id, "due_date": part.due_date, "amount_minor": part.amount_minor,
                "open_minor": part.amount_minor, "instalment": part.number,
            }
            for item_id, part in zip(ids, parts, strict=True)
        ],
    )  # fmt: skip
    return ids[0]
