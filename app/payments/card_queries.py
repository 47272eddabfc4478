"""What is asked about card payments and the papers of terminals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, select

from app.devices.ports import CardAskKind, SlipKind
from app.payments.states import IntentStatus
from app.payments.tables import card_slip, payment_intent, terminal_day


def slip_lines(connection: Connection, *, slip_id: int) -> tuple[str, ...]:
    """A paper of a terminal, line by line; raises NoResultFound, which is a bug."""
    query = select(card_slip.c.lines).where(card_slip.c.id == slip_id)
    return tuple(connection.execute(query).scalar_one().split("\n"))


def customer_slips(connection: Connection, *, cart_uuid: str) -> list[tuple[str, ...]]:
    """The customer's papers of a cart's card payments, in order."""
    query = (
        select(card_slip.c.lines)
        .where(card_slip.c.cart_uuid == cart_uuid, card_slip.c.kind == SlipKind.CUSTOMER.value)
        .order_by(card_slip.c.id)
    )
    return [tuple(x.split("\n")) for x in connection.execute(query).scalars()]


@dataclass(frozen=True, slots=True)
class CardPaid:
    """A card payment of a cart that stands, as its terminal knows it."""

    uuid: str
    terminal: str
    reference: str
    amount_minor: int
    after_last_close: bool  # its terminal has not closed its day since


def cards_of_cart(connection: Connection, *, cart_uuid: str) -> list[CardPaid]:
    """The card payments of a cart that went through and were not taken back, in order."""
    closed = (
        select(terminal_day.c.id)
        .where(
            terminal_day.c.terminal == payment_intent.c.terminal,
            terminal_day.c.last_intent_id >= payment_intent.c.id,
        )
        .exists()
    )
    query = (
        select(payment_intent, closed.label("is_closed"))
        .where(
            payment_intent.c.cart_uuid == cart_uuid,
            payment_intent.c.kind == CardAskKind.PAYMENT.value,
            payment_intent.c.status.in_([IntentStatus.APPROVED.value, IntentStatus.CAPTURED.value]),
        )
        .order_by(payment_intent.c.id)
    )
    return [
        CardPaid(r.uuid, r.terminal, r.reference or "", r.amount_minor, not r.is_closed)
        for r in connection.execute(query)
    ]


_LATELY: Final = timedelta(minutes=10)
_LOOKED_AT: Final = 20


def find_twin(connection: Connection, *, intent_uuid: str) -> datetime | None:
    """When the same card paid the same amount shortly before on the same terminal: perhaps a double payment.

    The card is known by what its terminal says of it (brand, last four digits); None where that is nothing.
    """
    this = connection.execute(
        select(payment_intent).where(payment_intent.c.uuid == intent_uuid)
    ).one_or_none()
    if this is None or not this.detail or this.kind != CardAskKind.PAYMENT.value:
        return None
    before = connection.execute(
        select(payment_intent)
        .where(payment_intent.c.id < this.id)
        .order_by(payment_intent.c.id.desc())
        .limit(_LOOKED_AT)
    )
    for row in before:
        if (
            (row.terminal, row.amount_minor, row.detail) == (this.terminal, this.amount_minor, this.detail)
            and row.status == IntentStatus.APPROVED.value
            and row.created_at >= this.created_at - _LATELY
        ):
            at: datetime = row.created_at
            return at
    return None
