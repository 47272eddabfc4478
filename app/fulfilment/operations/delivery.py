"""What became of a shipment: delivered with proof, failed, or back again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.fulfilment.operations.packing import Shipment, lock_shipment, shipment_rows
from app.fulfilment.refusals import (
    DeliveryTimeError,
    ReasonMissingError,
    ReceiverMissingError,
    ReturnTooMuchError,
    SignatureTooBigError,
)
from app.fulfilment.states import SHIPMENT_TRANSITIONS, ShipmentStatus
from app.fulfilment.tables import shipment, shipment_line
from app.inventory.lots import document_lots, split_shares
from app.inventory.operations import CUSTOMERS, Issue, issue_goods
from app.inventory.queries import location_id as location_by_code
from app.inventory.serials import serials_out
from app.kernel.canonical import sha256
from app.kernel.money import round_half_up
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import ONE, milli_to_decimal
from app.kernel.state import InvalidTransitionError, check_transition
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.periods import require_open_period
from app.ledger.rules import Posting
from app.orders.direct import find_direct_place
from app.orders.operations.allocate import serve_waiting
from app.orders.operations.progress import record_progress
from app.orders.store import lock_order
from app.organisation.queries import get_company

SIGNATURE_LIMIT: Final = 200_000  # bytes
_SAVE: Final = update(shipment).where(shipment.c.id == bindparam("id_"))
_BACK: Final = (
    update(shipment_line)
    .where(shipment_line.c.id == bindparam("id_"))
    .values(returned_milli=shipment_line.c.returned_milli + bindparam("quantity_"))
)


@permitted(Permission.SHIP)
def deliver_shipment(
    uow: UnitOfWork, *, shipment_id: int, received_by: str, delivered_at: datetime | None = None,
    signature: bytes | None = None, remarks: str = "",
) -> Shipment:  # fmt: skip
    """The customer has it: who took it and when, his signature, what he remarked.

    Raises:
        ReceiverMissingError, DeliveryTimeError, SignatureTooBigError, InvalidTransitionError.
    """
    row = lock_shipment(uow, shipment_id)
    if row.status == ShipmentStatus.DELIVERED.value:
        return Shipment(row.id, ShipmentStatus.DELIVERED, row.number, row.order_id, was_there=True)
    check_transition(SHIPMENT_TRANSITIONS, ShipmentStatus(row.status), ShipmentStatus.DELIVERED)
    who = clean_field(received_by, field="Name", limit=200)
    if not who:
        raise ReceiverMissingError
    if signature is not None and len(signature) > SIGNATURE_LIMIT:
        raise SignatureTooBigError
    when = delivered_at or uow.now
    if when < row.dispatched_at or when > uow.now:
        raise DeliveryTimeError
    told = clean_field(remarks, field="Remarks", limit=2000)
    uow.connection.execute(
        _SAVE.values(
            status=ShipmentStatus.DELIVERED.value, delivered_at=when, delivered_by=uow.actor.user_id,
            received_by=who, signature=signature, remarks=told or None, version=row.version + 1,
        ),
        {"id_": shipment_id},
    )  # fmt: skip
    take_step(
        uow, document_type="shipment", document_id=shipment_id, step="delivered",
        detail=f"{who}: {told}" if told else who,
        payload={
            "number": row.number, "at": when, "remarks": bool(told),
            "signature": sha256(signature.hex()) if signature else None,
        },
    )  # fmt: skip
    return Shipment(shipment_id, ShipmentStatus.DELIVERED, row.number, row.order_id)


@permitted(Permission.SHIP)
def fail_delivery(uow: UnitOfWork, *, shipment_id: int, reason: str) -> Shipment:
    """Nobody there, wrong address, refused: it is on its way back or goes out once more."""
    row = lock_shipment(uow, shipment_id)
    check_transition(SHIPMENT_TRANSITIONS, ShipmentStatus(row.status), ShipmentStatus.FAILED)
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise ReasonMissingError
    uow.connection.execute(
        _SAVE.values(status=ShipmentStatus.FAILED.value, remarks=why, version=row.version + 1),
        {"id_": shipment_id},
    )
    take_step(
        uow, document_type="shipment", document_id=shipment_id, step="failed", detail=why,
        payload={"number": row.number, "reason": why},
    )  # fmt: skip
    return Shipment(shipment_id, ShipmentStatus.FAILED, row.number, row.order_id)


@permitted(Permission.SHIP)
def return_shipment(
    uow: UnitOfWork, *, shipment_id: int, reason: str, quantities: Mapping[int, int] | None = None,
    ship_again: bool = False, to_location_id: int | None = None,
) -> Shipment:  # fmt: skip
    """Goods come back, at the cost they went out.

    Args:
        uow: the transaction.
        shipment_id: what they left with.
        reason: why; kept.
        quantities: base units by shipment line; everything when left out.
        ship_again: the customer still wants them: the order waits for goods at its old place.
        to_location_id: where they are put, e.g. a place for damaged goods; where they came from.

    Raises:
        ReasonMissingError, ReturnTooMuchError, PeriodClosedError, InvalidTransitionError.
    """
    row = lock_shipment(uow, shipment_id)
    if row.number is None or row.status in (ShipmentStatus.CANCELLED.value, ShipmentStatus.RETURNED.value):
        raise InvalidTransitionError(current=row.status, target="returned")
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise ReasonMissingError
    on = get_company(uow.connection).day_of(uow.now)
    require_open_period(uow.connection, on=on)
    lines = shipment_rows(uow, shipment_id)
    back = _back(lines, quantities)
    order = lock_order(uow, row.order_id)
    _book_back(uow, row, back, on, to_location_id or _home(uow, row, order))
    uow.connection.execute(_BACK, [{"id_": x.id, "quantity_": q} for x, q in back])
    coming = {x.id: q for x, q in back}
    whole = all(x.returned_milli + coming.get(x.id, 0) >= x.quantity_milli for x in lines)
    never_there = row.status in (ShipmentStatus.DISPATCHED.value, ShipmentStatus.FAILED.value)
    status = ShipmentStatus.RETURNED if whole and never_there else ShipmentStatus(row.status)
    uow.connection.execute(
        _SAVE.values(status=status.value, remarks=why, version=row.version + 1), {"id_": shipment_id}
    )
    _tell_order(uow, order, row.location_id, back, ship_again=ship_again)
    take_step(
        uow, document_type="shipment", document_id=shipment_id, step="returned", detail=why,
        payload={
            "number": row.number, "reason": why, "ship_again": ship_again,
            "lines": [[x.id, q] for x, q in back],
        },
    )  # fmt: skip
    return Shipment(shipment_id, status, row.number, row.order_id)


def _home(uow: UnitOfWork, row: Row[Any], order: Row[Any]) -> int:
    """Where they came from; what a supplier brought never lay there and comes to the order's place."""
    passed = row.location_id == find_direct_place(uow.connection)
    return int(order.location_id if passed else row.location_id)


def _back(lines: Sequence[Row[Any]], quantities: Mapping[int, int] | None) -> list[tuple[Row[Any], int]]:
    wanted = {x.id: x.quantity_milli - x.returned_milli for x in lines} if quantities is None else quantities
    known = {x.id: x for x in lines}
    found: list[tuple[Row[Any], int]] = []
    for line_id, quantity in wanted.items():
        line = known.get(line_id)
        left = line.quantity_milli - line.returned_milli if line else 0
        if line is None or not 0 < quantity <= left:
            raise ReturnTooMuchError(
                name=line.name if line else "that line",
                left=milli_to_decimal(left),
                wanted=milli_to_decimal(quantity),
            )
        found.append((line, quantity))
    return found


def _book_back(
    uow: UnitOfWork, row: Row[Any], back: Sequence[tuple[Row[Any], int]], on: date, location_id: int
) -> None:
    customers = location_by_code(uow.connection, code=CUSTOMERS)
    pools = document_lots(uow.connection, document_type="shipment", document_id=row.id, location_id=customers)
    sent = serials_out(uow.connection, document_type="shipment", document_id=row.id)
    issues = [
        Issue(
            x.product_id, -q, 0, cost_minor=round_half_up(x.cost_minor * q, x.quantity_milli),
            lots=tuple(split_shares(pools.get(x.product_id, []), q)),
            serials=_whole(sent.get(x.product_id, []), q),
        )
        for x, q in back
    ]  # fmt: skip
    costs, _moves = issue_goods(
        uow, business_date=on, from_location_id=location_id, to_location_id=customers, issues=issues,
        document_type="shipment", document_id=row.id,
    )  # fmt: skip
    post(
        uow, kind="shipment_return", business_date=on, document_type="shipment", document_id=row.id,
        postings=[Posting("cost_of_goods", sum(costs)), Posting("inventory", -sum(costs))],
    )  # fmt: skip


def _whole(sent: Sequence[str], quantity_milli: int) -> tuple[str, ...]:
    """The numbers of pieces that all come back; of some of them nobody says which they are."""
    return tuple(sent) if len(sent) * ONE == quantity_milli else ()


def _tell_order(
    uow: UnitOfWork, order: Row[Any], location_id: int, back: Sequence[tuple[Row[Any], int]], *,
    ship_again: bool,
) -> None:  # fmt: skip
    changes: dict[int, dict[str, int]] = {}
    for x, quantity in back:
        counters = changes.setdefault(x.order_line_id, {})
        name, size = ("shipped_milli", -quantity) if ship_again else ("returned_milli", quantity)
        counters[name] = counters.get(name, 0) + size
    record_progress(uow, order_id=order.id, changes=changes)
    if ship_again:
        products = sorted({x.product_id for x, _q in back})
        serve_waiting(uow, location_id=location_id, product_ids=products)
