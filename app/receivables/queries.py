"""What a customer owes."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from app.receivables.tables import open_item


def owed_minor(connection: Connection, *, party_id: int) -> int:
    """The sum of a customer's open items, minor units."""
    return int(
        connection.execute(
            select(func.coalesce(func.sum(open_item.c.open_minor), 0)).where(open_item.c.party_id == party_id)
        ).scalar_one()
    )
