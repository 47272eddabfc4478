"""Ordering again and again: an order is the pattern, each delivery is ordered once, at that day's prices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, insert, select, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.orders.drafts import OrderHead, SavedOrder
from app.orders.operations.confirm import confirm_order
from app.orders.operations.entry import create_order
from app.orders.recurring import RecurringOrder, delivery_day, list_recurring_orders
from app.orders.reorder import order_again
from app.orders.states import OrderStatus, RepeatUnit
from app.orders.store import link_document, lock_order, order_row
from app.orders.tables import recurring_order, recurring_order_day
from app.organisation.queries import get_company
from app.terms.queries import get_terms
from app.terms.states import InvoicePolicy, ShipPolicy

_PATTERNS = frozenset({OrderStatus.CONFIRMED.value, OrderStatus.ON_HOLD.value, OrderStatus.CLOSED.value})


class NoPatternError(Refusal):
    """A quote, or an order that was cancelled."""

    message = "Only a confirmed order can be repeated. {number} is none; choose another one."


class RepeatOrderError(Refusal):
    """It would never begin, or not in any order."""

    message = "It is repeated every 1 to 120 weeks or months, and ends after it began. Correct the fields."


class NoSuchRepeatError(Refusal):
    """Not there."""

    message = "That recurring order is not there any more. Read the list again."


@dataclass(frozen=True, slots=True)
class MadeOrders:
    """What a run made; `waiting`: customers that may not order, or whose goods are not sold any more."""

    made: tuple[SavedOrder, ...]
    waiting: tuple[str, ...]


@permitted(Permission.ORDERS)
def repeat_order(
    uow: UnitOfWork, *, order_id: int, every: int, unit: RepeatUnit, first: date, last: date | None = None,
    lead_days: int = 0, confirms: bool = False,
) -> int:  # fmt: skip
    """Order the goods of an order again, for every so many weeks or months; returns its id.

    Args:
        uow: the transaction.
        order_id: the pattern: customer, goods, addresses and terms are its own; prices those of the day,
            of an agreement while it lasts.
        every: so many weeks or months lie between two deliveries, 1 to 120.
        unit: weeks or months.
        first: the day of the first delivery that is ordered by it.
        last: nothing is delivered after it; None: until it is stopped.
        lead_days: so many days before a delivery its order is made.
        confirms: the orders are confirmed at once, else they are drafts.

    Raises:
        NoPatternError, RepeatOrderError, NoSuchOrderError: see their sentences.
    """
    row = lock_order(uow, order_id)
    if row.status not in _PATTERNS:
        raise NoPatternError(number=row.number or row.quote_number or "-")
    if not 1 <= every <= 120 or lead_days < 0 or (last is not None and last < first):  # noqa: PLR2004
        raise RepeatOrderError
    repeat_id = next_id()
    uow.connection.execute(
        insert(recurring_order),
        {
            "id": repeat_id, "pattern_id": order_id, "every": every, "unit": unit.value, "first_on": first,
            "last_on": last, "lead_days": lead_days, "made": 0, "confirms": confirms, "active": True,
            "created_at": uow.now, "created_by": uow.actor.user_id, "version": 1,
        },
    )  # fmt: skip
    take_step(
        uow, document_type="order", document_id=order_id, step="repeated", detail=first.isoformat(),
        payload={"recurring": repeat_id, "every": every, "unit": unit.value, "first": first, "last": last},
    )  # fmt: skip
    return repeat_id


@permitted(Permission.ORDERS)
def stop_repeating(uow: UnitOfWork, *, recurring_id: int) -> None:
    """Order no more of it; what was ordered stays. Raises NoSuchRepeatError."""
    row = _lock(uow, recurring_id)
    _save(uow, row, active=False)
    take_step(
        uow, document_type="order", document_id=row.pattern_id, step="repeat_stopped",
        payload={"recurring": recurring_id},
    )  # fmt: skip


@permitted(Permission.ORDERS)
def make_due_orders(uow: UnitOfWork) -> MadeOrders:
    """Make every order whose day has come, each of them once.

    Of a customer who is blocked, or where nothing is sold any more, none is made: it stays due.
    """
    today = get_company(uow.connection).day_of(uow.now)
    made: list[SavedOrder] = []
    waiting: list[str] = []
    for found in list_recurring_orders(uow.connection):
        number = found.made
        while _is_due(found, number, today):
            order = _make(uow, found, number)
            if order is None:
                waiting.append(found.party_name)
                break
            made.append(order)
            number += 1
    return MadeOrders(tuple(made), tuple(dict.fromkeys(waiting)))


def _is_due(x: RecurringOrder, number: int, today: date) -> bool:
    on = delivery_day(x.first_on, x.every, x.unit, number)
    return x.active and (on - today).days <= x.lead_days and (x.last_on is None or on <= x.last_on)


def _make(uow: UnitOfWork, x: RecurringOrder, number: int) -> SavedOrder | None:
    row = _lock(uow, x.id)
    on = delivery_day(x.first_on, x.every, x.unit, number)
    again = order_again(uow.connection, order_id=x.pattern_id)
    if not again.lines or not get_terms(uow.connection, party_id=x.party_id).active:
        return None
    order = create_order(
        uow, uuid=f"recurring:{x.id}:{on}", party_id=x.party_id, lines=[a.draft for a in again.lines],
        head=_head(order_row(uow.connection, x.pattern_id), on),
    )  # fmt: skip
    if x.confirms:
        order = confirm_order(uow, order_id=order.order_id)
    uow.connection.execute(
        insert(recurring_order_day), {"recurring_id": x.id, "due_on": on, "order_id": order.order_id}
    )
    following = delivery_day(x.first_on, x.every, x.unit, number + 1)
    _save(uow, row, made=number + 1, active=x.last_on is None or following <= x.last_on)
    link_document(
        uow, order_ids=[order.order_id], document_type="order", document_id=x.pattern_id,
        number=x.pattern_number,
    )  # fmt: skip
    take_step(
        uow, document_type="order", document_id=order.order_id, step="from_recurring",
        detail=" · ".join((x.pattern_number, *again.left_out)),
        payload={"recurring": x.id, "pattern": x.pattern_id, "due": on},
    )  # fmt: skip
    return order


def _head(pattern: Row[Any], on: date) -> OrderHead:
    return OrderHead(
        customer_reference=pattern.customer_reference, requested_on=on, note=pattern.note,
        billing_address_id=pattern.billing_address_id, delivery_address_id=pattern.delivery_address_id,
        location_id=pattern.location_id, price_list_id=pattern.price_list_id,
        payment_term_id=pattern.payment_term_id, ship_policy=ShipPolicy(pattern.ship_policy),
        invoice_policy=InvoicePolicy(pattern.invoice_policy), pickup=bool(pattern.pickup),
    )  # fmt: skip


def _lock(uow: UnitOfWork, recurring_id: int) -> Row[Any]:
    row = uow.connection.execute(
        select(recurring_order).where(recurring_order.c.id == recurring_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchRepeatError
    return row


def _save(uow: UnitOfWork, row: Row[Any], **values: object) -> None:
    uow.connection.execute(
        update(recurring_order)
        .where(recurring_order.c.id == row.id)
        .values(version=recurring_order.c.version + 1, **values)
    )
