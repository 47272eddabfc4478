"""Dispatch: the goods leave the stock and the books, the delivery note gets its number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, bindparam, update

from app.audit.steps import take_step
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.fulfilment.events import ShipmentLeft
from app.fulfilment.lots import ship_lots
from app.fulfilment.operations.packing import Shipment, lock_shipment, shipment_rows
from app.fulfilment.refusals import (
    BelowZeroWarnedError,
    DepositUnpaidError,
    NotInStockError,
    TrackingNumberError,
)
from app.fulfilment.serials import ship_serials
from app.fulfilment.states import SHIPMENT_TRANSITIONS, ShipmentStatus
from app.fulfilment.tables import shipment, shipment_line
from app.inventory.lots import Share
from app.inventory.operations import CUSTOMERS, Issue, issue_goods, lock_levels
from app.inventory.queries import location_id as location_by_code
from app.inventory.reservations import free_goods
from app.inventory.rules import Level
from app.inventory.serials import asks_serials
from app.inventory.states import NegativeStock
from app.kernel.money import round_half_up
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.state import check_transition
from app.kernel.text import clean, clean_field
from app.ledger.operations import post
from app.ledger.periods import require_open_period
from app.ledger.rules import Posting
from app.numbering.operations import take_number
from app.orders.operations.progress import record_progress
from app.orders.operations.surplus import close_within
from app.orders.store import facts_of, line_rows, lock_order, name_document
from app.organisation.queries import get_company
from app.terms.rules import to_home

_COST: Final = Prepared(
    update(shipment_line).where(shipment_line.c.id == bindparam("id_")).values(cost_minor=bindparam("cost_"))
)
_SAVE: Final = update(shipment).where(shipment.c.id == bindparam("id_"))


@dataclass(frozen=True, slots=True)
class Transport:
    """How it travels."""

    carrier: str = ""
    service: str = ""
    tracking_number: str = ""
    expected_on: date | None = None


@dataclass(frozen=True, slots=True)
class _Goods:
    """Which lots and which pieces leave, by order line."""

    lots: Mapping[int, tuple[Share, ...]]
    serials: Mapping[int, tuple[str, ...]]


def clean_tracking(text: str) -> str:
    """A tracking number as a carrier writes it; raises TrackingNumberError."""
    if clean(text) != text.strip():
        raise TrackingNumberError
    return clean_field(text, field="Tracking number", limit=200)


@permitted(Permission.SHIP)
def dispatch_shipment(
    uow: UnitOfWork, *, shipment_id: int, transport: Transport = Transport(), below_zero: bool = False
) -> Shipment:
    """The goods leave: stock and cost are booked, the order knows; sent twice it happens once.

    Args:
        uow: the transaction.
        shipment_id: which.
        transport: how it travels.
        below_zero: yes to books below zero, where product or place only warn of it.

    Raises:
        TrackingNumberError, DepositUnpaidError, NotInStockError, BelowZeroWarnedError,
        PeriodClosedError, InvalidTransitionError: see their sentences.
    """
    row = lock_shipment(uow, shipment_id)
    if row.status == ShipmentStatus.DISPATCHED.value:
        return Shipment(row.id, ShipmentStatus.DISPATCHED, row.number, row.order_id, was_there=True)
    check_transition(SHIPMENT_TRANSITIONS, ShipmentStatus(row.status), ShipmentStatus.DISPATCHED)
    if row.number is not None:
        return _send_again(uow, row, transport)
    tracking = clean_tracking(transport.tracking_number)
    on = get_company(uow.connection).day_of(uow.now)
    require_open_period(uow.connection, on=on)
    order = lock_order(uow, row.order_id)
    lines = line_rows(uow.connection, order.id)
    if facts_of(uow.connection, order, lines).blocked_by_deposit:
        raise DepositUnpaidError(number=order.number)
    shipped = shipment_rows(uow, shipment_id)
    levels = lock_levels(uow, row.location_id, [x.product_id for x in shipped])
    _check_stock(levels, shipped, below_zero=below_zero)
    free_goods(
        uow, location_id=row.location_id, document_id=order.id,
        quantities={x.order_line_id: x.quantity_milli for x in shipped},
    )  # fmt: skip
    by_id = {x.id: x for x in lines}
    lots = ship_lots(
        uow,
        quantities={x.order_line_id: x.quantity_milli for x in shipped if levels[x.product_id].by_lot},
    )
    numbered = {x.order_line_id: x.quantity_milli for x in shipped if asks_serials(levels[x.product_id])}
    goods = _Goods(lots, ship_serials(uow, quantities=numbered))
    cost = _issue(uow, row, shipped, by_id, goods, on)
    recognised = _post(uow, order, shipment_id, shipped, by_id, cost, on)
    number = take_number(uow, document_type="delivery_note", scope="D", fiscal_year=on.year).text
    uow.connection.execute(
        _SAVE,
        {
            "id_": shipment_id, "status": ShipmentStatus.DISPATCHED.value, "number": number,
            "business_date": on, "carrier": clean_field(transport.carrier, field="Carrier", limit=200),
            "service": clean_field(transport.service, field="Service", limit=200),
            "tracking_number": tracking, "expected_on": transport.expected_on, "cost_minor": cost,
            "dispatched_at": uow.now, "dispatched_by": uow.actor.user_id, "version": row.version + 1,
        },
    )  # fmt: skip
    name_document(uow, document_type="shipment", document_id=shipment_id, number=number)
    closed = close_within(uow, order=order, left=_left(shipped, by_id))
    record_progress(
        uow, order_id=order.id,
        changes={
            x.order_line_id: {
                "packed_milli": -x.quantity_milli, "shipped_milli": x.quantity_milli,
                "deferred_milli": -recognised[x.order_line_id][0],
                "deferred_minor": -recognised[x.order_line_id][1],
                **({"cancelled_milli": closed[x.order_line_id]} if x.order_line_id in closed else {}),
            }
            for x in shipped
        },
    )  # fmt: skip
    take_step(
        uow, document_type="shipment", document_id=shipment_id, step="dispatched",
        detail=" ".join(filter(None, (number, clean(transport.carrier), tracking))),
        payload={"number": number, "cost_minor": cost, "order": order.id},
    )  # fmt: skip
    uow.record(ShipmentLeft(shipment_id=shipment_id))
    return Shipment(shipment_id, ShipmentStatus.DISPATCHED, number, order.id)


def _left(shipped: Sequence[Row[Any]], by_id: Mapping[int, Row[Any]]) -> dict[int, int]:
    """What has not left of the lines of a shipment; 0 while more of one is picked or packed."""
    found: dict[int, int] = {}
    for x in shipped:
        line = by_id[x.order_line_id]
        busy = line.picking_milli + line.picked_milli + line.packed_milli - x.quantity_milli
        rest = line.ordered_milli - line.cancelled_milli - line.shipped_milli - x.quantity_milli
        found[line.id] = 0 if busy else rest
    return found


def _send_again(uow: UnitOfWork, row: Row[Any], transport: Transport) -> Shipment:
    """A failed delivery goes out once more: nothing is booked, it never came back to the shelf."""
    values: dict[str, object] = {"status": ShipmentStatus.DISPATCHED.value, "version": row.version + 1}
    if transport.tracking_number:
        values["tracking_number"] = clean_tracking(transport.tracking_number)
    if transport.expected_on:
        values["expected_on"] = transport.expected_on
    uow.connection.execute(_SAVE.values(values), {"id_": row.id})
    take_step(
        uow, document_type="shipment", document_id=row.id, step="dispatched_again", detail=row.number,
        payload={"number": row.number},
    )  # fmt: skip
    return Shipment(row.id, ShipmentStatus.DISPATCHED, row.number, row.order_id)


def _check_stock(levels: Mapping[int, Level], shipped: Sequence[Row[Any]], *, below_zero: bool) -> None:
    """The clerk holds it in his hand, but a wholesale stock below zero is a wrong book unless it may be."""
    wanted: dict[int, int] = {}
    for x in shipped:
        wanted[x.product_id] = wanted.get(x.product_id, 0) + x.quantity_milli
        level = levels[x.product_id]
        if wanted[x.product_id] <= level.on_hand_milli or level.negative == NegativeStock.ALLOW.value:
            continue
        warned = level.negative == NegativeStock.WARN.value
        if not (warned and below_zero):
            refusal = BelowZeroWarnedError if warned else NotInStockError
            raise refusal(
                found=milli_to_decimal(level.on_hand_milli), name=x.name,
                wanted=milli_to_decimal(wanted[x.product_id]),
            )  # fmt: skip


def _issue(
    uow: UnitOfWork, row: Row[Any], shipped: Sequence[Row[Any]], by_id: dict[int, Row[Any]],
    goods: _Goods, on: date,
) -> int:  # fmt: skip
    costs, _moves = issue_goods(
        uow, business_date=on, from_location_id=row.location_id,
        to_location_id=location_by_code(uow.connection, code=CUSTOMERS),
        issues=[
            Issue(
                x.product_id, x.quantity_milli, _revenue(by_id[x.order_line_id], x.quantity_milli),
                lots=goods.lots.get(x.order_line_id, ()), serials=goods.serials.get(x.order_line_id, ()),
            )
            for x in shipped
        ],
        document_type="shipment", document_id=row.id,
    )  # fmt: skip
    _COST.run(uow.connection, [{"id_": x.id, "cost_": cost} for x, cost in zip(shipped, costs, strict=True)])
    return sum(costs)


def _revenue(line: Row[Any], quantity_milli: int) -> int:
    return round_half_up(line.net_minor * quantity_milli, line.ordered_milli)


def _post(
    uow: UnitOfWork, order: Row[Any], shipment_id: int, shipped: Sequence[Row[Any]],
    by_id: dict[int, Row[Any]], cost: int, on: date,
) -> dict[int, tuple[int, int]]:  # fmt: skip
    """Cost against stock, and the revenue of what was billed before it left; what was recognised."""
    postings = [Posting("cost_of_goods", cost), Posting("inventory", -cost)]
    recognised: dict[int, tuple[int, int]] = {}
    for x in shipped:
        line = by_id[x.order_line_id]
        quantity = min(x.quantity_milli, line.deferred_milli)
        amount = round_half_up(line.deferred_minor * quantity, line.deferred_milli) if quantity else 0
        recognised[line.id] = (quantity, amount)
        role = f"sales:{line.tax_code}" if line.tax_code else "sales"
        home = to_home(amount, order.rate_micro)
        postings += [Posting("deferred_revenue", home), Posting(role, -home)]
    post(
        uow, kind="shipment", business_date=on, document_type="shipment", document_id=shipment_id,
        postings=postings,
    )  # fmt: skip
    return recognised
