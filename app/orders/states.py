"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum

from app.kernel.state import Transitions


class OrderStatus(StrEnum):
    """Where a quote or an order stands; what was shipped, billed and paid is derived, not set."""

    DRAFT = "draft"
    QUOTED = "quoted"
    ACCEPTED = "accepted"  # the customer said yes; to be confirmed by us
    ON_HOLD = "on_hold"
    CONFIRMED = "confirmed"
    CLOSED = "closed"
    LOST = "lost"
    CANCELLED = "cancelled"


ORDER_TRANSITIONS: Transitions[OrderStatus] = {
    OrderStatus.DRAFT: frozenset(
        {OrderStatus.QUOTED, OrderStatus.CONFIRMED, OrderStatus.ON_HOLD, OrderStatus.CANCELLED}
    ),
    OrderStatus.QUOTED: frozenset(
        {OrderStatus.QUOTED, OrderStatus.ACCEPTED, OrderStatus.LOST, OrderStatus.CANCELLED}
    ),
    OrderStatus.ACCEPTED: frozenset(
        {OrderStatus.QUOTED, OrderStatus.CONFIRMED, OrderStatus.ON_HOLD, OrderStatus.CANCELLED}
    ),
    OrderStatus.ON_HOLD: frozenset({OrderStatus.CONFIRMED, OrderStatus.CANCELLED}),
    OrderStatus.CONFIRMED: frozenset({OrderStatus.CLOSED, OrderStatus.CANCELLED}),
    OrderStatus.CLOSED: frozenset({OrderStatus.CONFIRMED}),  # an undone payment opens it again
    OrderStatus.LOST: frozenset({OrderStatus.QUOTED}),
    OrderStatus.CANCELLED: frozenset(),
}


class Progress(StrEnum):
    """How much of something has happened."""

    NONE = "none"
    PART = "part"
    FULL = "full"


class Stage(StrEnum):
    """A chip over the order list; an order can be in several: some lines ship, others wait."""

    DRAFT = "draft"
    QUOTED = "quoted"
    TO_CONFIRM = "to_confirm"
    ON_HOLD = "on_hold"
    TO_ALLOCATE = "to_allocate"
    TO_PICK = "to_pick"
    TO_PACK = "to_pack"
    TO_SHIP = "to_ship"
    TO_INVOICE = "to_invoice"
    TO_COLLECT = "to_collect"
    DONE = "done"
    DROPPED = "dropped"  # lost or cancelled


class HoldReason(StrEnum):
    """Why an order waits for somebody's yes."""

    CREDIT_LIMIT = "credit_limit"
    NO_CREDIT = "no_credit"
    OVERDUE = "overdue"
    AMOUNT = "amount"
    DISCOUNT = "discount"
    MANUAL = "manual"


class LineKind(StrEnum):
    """What a line stands for."""

    GOODS = "goods"
    SERVICE = "service"
    CHARGE = "charge"  # delivery, packing; below zero it is an allowance
    TEXT = "text"  # words between the lines; comes to nothing

    @property
    def is_delivered(self) -> bool:
        """Whether it leaves the house or is done; a charge and words are only billed."""
        return self in (LineKind.GOODS, LineKind.SERVICE)


class RepeatUnit(StrEnum):
    """In what a recurring order counts."""

    WEEK = "week"
    MONTH = "month"
