"""Which card payments a sale was paid by, for taking them back where they were made."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.payments.card_queries import CardPaid, cards_of_cart
from app.till.tables import sale


def cards_of_sale(connection: Connection, *, sale_id: int) -> tuple[str, list[CardPaid]]:
    """The UUID of a sale's cart, and its card payments that stand; ("", []) without such a sale."""
    uuid = connection.execute(select(sale.c.uuid).where(sale.c.id == sale_id)).scalar_one_or_none()
    return (uuid, cards_of_cart(connection, cart_uuid=uuid)) if uuid else ("", [])
