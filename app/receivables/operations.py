"""Opening what a customer owes."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, insert, select

from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.money import Money
from app.kernel.permission import BOOKING, permitted
from app.kernel.refusal import Refusal
from app.parties.tables import party
from app.receivables.tables import open_item


class CreditLimitError(Refusal):
    """The customer would owe more than his limit."""

    message = "{name} may owe at most {limit}; with this sale it would be {exposure}. Take another tender."


class CustomerBlockedError(Refusal):
    """The customer is out of use."""

    message = "The customer is blocked. Take another tender, or choose another customer."


@permitted(*BOOKING)
def open_receivable(
    uow: UnitOfWork, *, party_id: int, amount_minor: int, currency: str, document_type: str,
    document_id: int, document_number: str, on: date,
) -> int:  # fmt: skip
    """Put an amount on a customer's account, within his limit; returns the open item's id.

    No limit means unlimited, a limit of 0 means nothing on account; at the limit passes
    (design/rules.md 3.10).
    """
    row = uow.connection.execute(select(party).where(party.c.id == party_id).with_for_update()).one_or_none()
    if row is None or not row.active:
        raise CustomerBlockedError
    if row.credit_limit_minor is not None:
        owed = uow.connection.execute(
            select(func.coalesce(func.sum(open_item.c.open_minor), 0)).where(open_item.c.party_id == party_id)
        ).scalar_one()
        exposure = int(owed) + amount_minor
        if exposure > row.credit_limit_minor:
            raise CreditLimitError(
                name=row.name,
                limit=Money(row.credit_limit_minor, currency),
                exposure=Money(exposure, currency),
            )
    item_id = next_id()
    uow.connection.execute(
        insert(open_item),
        {
            "id": item_id, "party_id": party_id, "document_type": document_type,
            "document_id": document_id, "document_number": document_number, "date": on,
            "due_date": on + timedelta(days=row.payment_days), "amount_minor": amount_minor,
            "open_minor": amount_minor,
        },
    )  # fmt: skip
    return item_id
