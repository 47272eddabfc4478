"""What only screens ask about payments: one of them, and search over all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, and_, select, union

from app.kernel.text import fold
from app.parties.tables import party
from app.payments.customers import NoSuchPaymentError
from app.payments.queries import PAGE, PaymentRow
from app.payments.tables import customer_payment
from app.receivables.tables import open_item

_NAMES: Final = [n for n in PaymentRow.__dataclass_fields__ if n != "unapplied_minor"]
_LIST: Final = select(customer_payment, party.c.name.label("party_name"), open_item.c.open_minor).select_from(
    customer_payment.join(party, party.c.id == customer_payment.c.party_id).outerjoin(
        open_item, open_item.c.id == customer_payment.c.open_item_id
    )
)


def _row(r: Row[Any]) -> PaymentRow:
    return PaymentRow(
        **{n: getattr(r, n) for n in _NAMES}, unapplied_minor=max(-int(r.open_minor or 0), 0)
    )  # fmt: skip


def get_payment(connection: Connection, *, payment_id: int) -> PaymentRow:
    """One payment; raises NoSuchPaymentError."""
    row = connection.execute(_LIST.where(customer_payment.c.id == payment_id)).one_or_none()
    if row is None:
        raise NoSuchPaymentError
    return _row(row)


def search_payments(
    connection: Connection, *, text: str = "", unapplied: bool = False, after_id: int | None = None,
    limit: int = PAGE,
) -> list[PaymentRow]:  # fmt: skip
    """Payments, newest first; the next page begins after the last row's id.

    Args:
        connection: where to read.
        text: begins the number or the customer's name.
        unapplied: only those of which something is left to apply.
        after_id: the last id of the page before.
        limit: rows of a page.
    """
    wanted: list[ColumnElement[bool]] = []
    if unapplied:
        wanted.append(open_item.c.open_minor < 0)
    if after_id is not None:
        wanted.append(customer_payment.c.id < after_id)
    if text.strip():
        wanted = [_among(text.strip(), wanted, limit)]
    rows = connection.execute(_LIST.where(*wanted).order_by(customer_payment.c.id.desc()).limit(limit))
    return [_row(r) for r in rows]


def _among(text: str, wanted: Sequence[ColumnElement[bool]], limit: int) -> ColumnElement[bool]:
    """The newest of what each index finds: an OR would read and sort all that match."""
    upper, key = text.upper(), fold(text)
    names = select(party.c.id).where(party.c.search_key >= key, party.c.search_key < key + "\uffff")
    number = customer_payment.c.number
    finds = (and_(number >= upper, number < upper + "~"), customer_payment.c.party_id.in_(names))
    around = customer_payment.outerjoin(open_item, open_item.c.id == customer_payment.c.open_item_id)
    newest = [
        select(customer_payment.c.id)
        .select_from(around)
        .where(*wanted, found)
        .order_by(customer_payment.c.id.desc())
        .limit(limit)
        .subquery()
        for found in finds
    ]
    return customer_payment.c.id.in_(union(*(select(part.c.id) for part in newest)))
