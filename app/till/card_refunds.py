"""Which card payments a sale was paid by, and which were taken for a cart that is no sale yet."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.devices.ports import CardAskKind
from app.payments.card_queries import CardPaid, cards_of_cart
from app.payments.states import IntentStatus
from app.payments.tables import payment_intent
from app.till.tables import cart, sale


def cards_of_sale(connection: Connection, *, sale_id: int) -> tuple[str, list[CardPaid]]:
    """The UUID of a sale's cart, and its card payments that stand; ("", []) without such a sale."""
    uuid = connection.execute(select(sale.c.uuid).where(sale.c.id == sale_id)).scalar_one_or_none()
    return (uuid, cards_of_cart(connection, cart_uuid=uuid)) if uuid else ("", [])


@dataclass(frozen=True, slots=True)
class ChargedCart:
    """A card payment that went through for a cart that is not booked."""

    cart_uuid: str
    amount_minor: int
    reference: str


def charged_carts(connection: Connection, *, till_id: int) -> list[ChargedCart]:
    """The card payments that stand of the carts of a till, open, parked or being paid; in order."""
    rows = connection.execute(
        select(payment_intent.c.cart_uuid, payment_intent.c.amount_minor, payment_intent.c.reference)
        .join_from(payment_intent, cart, cart.c.uuid == payment_intent.c.cart_uuid)
        .where(
            cart.c.till_id == till_id,
            payment_intent.c.kind == CardAskKind.PAYMENT.value,
            payment_intent.c.status == IntentStatus.APPROVED.value,
        )
        .order_by(payment_intent.c.id)
    )
    return [ChargedCart(r.cart_uuid, r.amount_minor, r.reference or "") for r in rows]
