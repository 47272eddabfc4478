"""What is asked about customers' payments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from app.parties.tables import party
from app.payments.tables import customer_payment
from app.receivables.tables import open_item

PAGE = 200


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment with what is left of it to apply."""

    id: int
    number: str
    kind: str
    status: str
    party_id: int
    party_name: str
    method: str
    business_date: date
    at: datetime
    amount_minor: int
    currency: str
    reference: str
    open_item_id: int | None
    unapplied_minor: int


def list_payments(
    connection: Connection, *, party_id: int | None = None, after_id: int | None = None, limit: int = PAGE
) -> list[PaymentRow]:
    """Payments and refunds, newest first; the next page begins after the last row's id."""
    query = (
        select(customer_payment, party.c.name.label("party_name"), open_item.c.open_minor)
        .select_from(
            customer_payment.join(party, party.c.id == customer_payment.c.party_id).outerjoin(
                open_item, open_item.c.id == customer_payment.c.open_item_id
            )
        )
        .order_by(customer_payment.c.id.desc())
        .limit(limit)
    )
    if party_id is not None:
        query = query.where(customer_payment.c.party_id == party_id)
    if after_id is not None:
        query = query.where(customer_payment.c.id < after_id)
    names = [n for n in PaymentRow.__dataclass_fields__ if n != "unapplied_minor"]
    return [
        PaymentRow(**{n: getattr(r, n) for n in names}, unapplied_minor=max(-int(r.open_minor or 0), 0))
        for r in connection.execute(query)
    ]


def is_recorded(connection: Connection, *, uuid: str) -> bool:
    """Whether the payment of a request is there already."""
    query = select(customer_payment.c.id).where(customer_payment.c.uuid == uuid)
    return connection.execute(query).first() is not None
