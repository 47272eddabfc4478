"""What belongs to one checkout: the documents beside a sale or return, and money that was taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from app.access.tables import user_account
from app.parties.tables import party
from app.payments.tables import payment
from app.till.queries import PaymentView, SaleView, get_sale
from app.till.tables import sale_return, till_taking


@dataclass(frozen=True, slots=True)
class TakingView:
    """Money taken for no goods, for its receipt; a negative amount was paid out."""

    id: int
    number: str
    kind: str
    till_id: int
    at: datetime
    cashier: str
    customer_name: str | None
    currency: str
    amount_minor: int
    rounding_minor: int
    change_minor: int
    reference: str
    journal_excerpt: str
    payments: tuple[PaymentView, ...]


def find_beside(
    connection: Connection, *, sale_id: int
) -> tuple[tuple[SaleView, ...], tuple[TakingView, ...]]:
    """The other documents of the same checkout: (sales and returns, money taken)."""
    others = connection.execute(
        select(sale_return.c.sale_id, sale_return.c.exchange_sale_id).where(
            (sale_return.c.exchange_sale_id == sale_id)
            | ((sale_return.c.sale_id == sale_id) & sale_return.c.exchange_sale_id.is_not(None))
        )
    )
    ids = [row.sale_id if row.exchange_sale_id == sale_id else row.exchange_sale_id for row in others]
    bought = {sale_id, *ids}
    rows = connection.execute(_TAKINGS.where(till_taking.c.sale_id.in_(bought)).order_by(till_taking.c.id))
    return (
        tuple(get_sale(connection, sale_id=other) for other in sorted(ids)),
        tuple(_view(connection, row) for row in rows),
    )


def get_taking(connection: Connection, *, taking_id: int) -> TakingView:
    """Money that was taken; raises NoResultFound for an id that is not there: a bug."""
    return _view(connection, connection.execute(_TAKINGS.where(till_taking.c.id == taking_id)).one())


_TAKINGS = (
    select(till_taking, user_account.c.name.label("cashier"), party.c.name.label("customer_name"))
    .join_from(till_taking, user_account, user_account.c.id == till_taking.c.cashier_id, isouter=True)
    .outerjoin(party, party.c.id == till_taking.c.party_id)
)


def _view(connection: Connection, row: Row[Any]) -> TakingView:
    names = [n for n in TakingView.__dataclass_fields__ if n not in {"payments", "cashier"}]
    paid = connection.execute(
        select(payment)
        .where(payment.c.document_type == "taking", payment.c.document_id == row.id)
        .order_by(payment.c.id)
    )
    return TakingView(
        **{n: getattr(row, n) for n in names},
        cashier=row.cashier or "",
        payments=tuple(
            PaymentView(p.tender_code, p.amount_minor, p.tendered_minor, p.change_minor, p.reference)
            for p in paid
        ),
    )
