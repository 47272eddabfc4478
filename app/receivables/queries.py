"""What a customer owes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, case, func, literal_column, or_, select

from app.receivables.tables import allocation, open_item
from app.terms.rules import to_home

# written out, not bound: only so does SQLite take the partial index
IS_OPEN = open_item.c.open_minor != literal_column("0")


def owed_minor(connection: Connection, *, party_id: int) -> int:
    """The sum of a customer's open items, minor units."""
    return int(
        connection.execute(
            select(func.coalesce(func.sum(open_item.c.open_minor), 0)).where(
                open_item.c.party_id == party_id, IS_OPEN
            )
        ).scalar_one()
    )


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One open item; credits are negative."""

    id: int
    party_id: int
    document_type: str
    document_id: int
    document_number: str
    on: date
    due_date: date
    amount_minor: int
    open_minor: int
    instalment: int
    currency: str | None
    rate_micro: int


@dataclass(frozen=True, slots=True)
class Allocated:
    """A credit set against an item; undone ones are history."""

    id: int
    open_item_id: int
    credit_item_id: int
    amount_minor: int
    at: datetime
    actor_id: int
    undone_at: datetime | None
    undone_by: int | None
    undone_reason: str | None
    item_type: str
    item_document_id: int
    item_number: str
    credit_type: str
    credit_document_id: int
    credit_number: str


_COLUMNS = [open_item.c.date if name == "on" else open_item.c[name] for name in OpenItem.__dataclass_fields__]


def list_open_items(connection: Connection, *, party_id: int, with_credits: bool = True) -> list[OpenItem]:
    """What is open of a customer, oldest due date first."""
    query = select(*_COLUMNS).where(open_item.c.party_id == party_id, IS_OPEN)
    if not with_credits:
        query = query.where(open_item.c.open_minor > 0)
    rows = connection.execute(query.order_by(open_item.c.due_date, open_item.c.id))
    return [OpenItem(*row) for row in rows]


def list_unapplied(connection: Connection, *, party_id: int | None = None) -> list[OpenItem]:
    """Credits that pay nothing yet: payments and credit notes, oldest first."""
    query = select(*_COLUMNS).where(IS_OPEN, open_item.c.open_minor < 0)
    if party_id is not None:
        query = query.where(open_item.c.party_id == party_id)
    return [OpenItem(*row) for row in connection.execute(query.order_by(open_item.c.date, open_item.c.id))]


def items_of(connection: Connection, *, document_type: str, document_id: int) -> list[OpenItem]:
    """The items of a document by instalment."""
    rows = connection.execute(
        select(*_COLUMNS)
        .where(open_item.c.document_id == document_id, open_item.c.document_type == document_type)
        .order_by(open_item.c.instalment)
    )
    return [OpenItem(*row) for row in rows]


def open_by_sign(connection: Connection, *, party_id: int) -> tuple[int, int]:
    """What a customer owes, and what of his money is not applied; company's currency, both positive."""
    owed = credit = 0
    positive = func.sum(case((open_item.c.open_minor > 0, open_item.c.open_minor), else_=0))
    negative = func.sum(case((open_item.c.open_minor < 0, -open_item.c.open_minor), else_=0))
    rows = connection.execute(
        select(open_item.c.rate_micro, positive, negative)
        .where(open_item.c.party_id == party_id, IS_OPEN)
        .group_by(open_item.c.rate_micro)
    )
    for rate, debit, paid in rows:
        owed += to_home(int(debit), rate)
        credit += to_home(int(paid), rate)
    return owed, credit


def overdue_minor(connection: Connection, *, party_id: int, on: date) -> int:
    """What a customer owes beyond its due date, company's currency."""
    rows = connection.execute(
        select(open_item.c.rate_micro, func.sum(open_item.c.open_minor))
        .where(
            open_item.c.party_id == party_id, IS_OPEN, open_item.c.open_minor > 0,
            open_item.c.due_date < on,
        )
        .group_by(open_item.c.rate_micro)
    )  # fmt: skip
    return sum(to_home(int(minor), int(rate)) for rate, minor in rows)


def list_allocations(connection: Connection, *, document_ids: Sequence[int]) -> list[Allocated]:
    """What was applied to or from the documents, undone ones too, in the order it happened."""
    owed, credit = open_item.alias("owed"), open_item.alias("credit")
    wanted = sorted(set(document_ids))
    rows = connection.execute(
        select(
            allocation.c.id, allocation.c.open_item_id, allocation.c.credit_item_id,
            allocation.c.amount_minor, allocation.c.at, allocation.c.actor_id, allocation.c.undone_at,
            allocation.c.undone_by, allocation.c.undone_reason, owed.c.document_type.label("item_type"),
            owed.c.document_id.label("item_document_id"), owed.c.document_number.label("item_number"),
            credit.c.document_type.label("credit_type"),
            credit.c.document_id.label("credit_document_id"),
            credit.c.document_number.label("credit_number"),
        )
        .join_from(allocation, owed, owed.c.id == allocation.c.open_item_id)
        .join(credit, credit.c.id == allocation.c.credit_item_id)
        .where(or_(owed.c.document_id.in_(wanted), credit.c.document_id.in_(wanted)))
        .order_by(allocation.c.at, allocation.c.id)
    )  # fmt: skip
    return [Allocated(**r._mapping) for r in rows]  # noqa: SLF001 - SQLAlchemy's public name
