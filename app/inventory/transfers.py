"""Goods between two of our places: they leave, are on their way, and arrive.

On their way they lie at the place TRANSIT: they stay our stock and keep their cost, so the ledger does
not move.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Row, bindparam, insert, select, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.inventory.costing import goods_in, goods_out
from app.inventory.lots import Share, document_lots, keeps_lots, lots_at, move_lots, split_shares
from app.inventory.operations import (
    ADJUSTMENTS,
    ReasonMissingError,
    create_location_row,
    lock_levels,
    save_levels,
    seal_moves,
)
from app.inventory.queries import location_id as location_by_code
from app.inventory.receipts import add_to_days
from app.inventory.refusals import (
    LotElsewhereError,
    NoSuchTransferError,
    TransferPlacesError,
    TransferTooMuchError,
)
from app.inventory.reservations import list_availability
from app.inventory.rules import Level
from app.inventory.serials import Pieces, asks_serials, move_serials, serials_out
from app.inventory.states import TransferStatus
from app.inventory.tables import location, stock_move, transfer, transfer_line
from app.kernel.ids import next_id, take_ids
from app.kernel.money import round_half_up
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import ONE, milli_to_decimal
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.periods import require_open_period
from app.ledger.rules import Posting
from app.numbering.operations import take_number
from app.organisation.queries import get_company

TRANSIT: Final = "TRANSIT"
_ARRIVED: Final = (
    update(transfer_line)
    .where(transfer_line.c.id == bindparam("id_"))
    .values(received_milli=transfer_line.c.received_milli + bindparam("quantity_"))
)


@dataclass(frozen=True, slots=True)
class Transfer:
    """What an operation on a transfer gives back."""

    transfer_id: int
    number: str
    status: TransferStatus
    was_there: bool = False


@dataclass(frozen=True, slots=True)
class _Way:
    """From where to where goods go, for which transfer."""

    from_location_id: int
    to_location_id: int
    transfer_id: int
    named: Mapping[int, list[Share]] = field(default_factory=dict)  # lots by product
    serials: Mapping[int, Sequence[str]] = field(default_factory=dict)  # by product


@dataclass(frozen=True, slots=True)
class SentLot:
    """So much of a lot, base units."""

    product_id: int
    code: str
    quantity_milli: int


@permitted(Permission.TRANSFER_STOCK)
def send_transfer(
    uow: UnitOfWork, *, uuid: str, from_location_id: int, to_location_id: int,
    quantities: Mapping[int, int], lots: Sequence[SentLot] = (),
    serials: Mapping[int, Sequence[str]] = MappingProxyType({}),
) -> Transfer:  # fmt: skip
    """Send goods on their way; only what is free there, not what is promised to orders.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one transfer.
        from_location_id: from where.
        to_location_id: to where.
        quantities: base units by product.
        lots: which lots they are; what is not named leaves first expired, first out.
        serials: which pieces by product, of goods that are kept by serial number throughout.

    Raises:
        TransferPlacesError, TransferTooMuchError, LotElsewhereError, SerialNamedError and its neighbours:
            see their sentences.
    """
    there = uow.connection.execute(select(transfer).where(transfer.c.uuid == uuid)).one_or_none()
    if there is not None:
        return Transfer(there.id, there.number, TransferStatus(there.status), was_there=True)
    _check_places(uow, from_location_id, to_location_id)
    lock_levels(uow, from_location_id, list(quantities))
    _check_free(uow, from_location_id, quantities)
    transfer_id = next_id()
    transit = _transit(uow)
    way = _Way(from_location_id, transit, transfer_id, _named(uow, from_location_id, lots), serials)
    costs = _move(uow, way, list(quantities.items()), None)
    number = take_number(uow, document_type="transfer", scope="TR").text
    uow.connection.execute(
        insert(transfer),
        {
            "id": transfer_id, "uuid": uuid, "number": number, "status": TransferStatus.SENT.value,
            "from_location_id": from_location_id, "to_location_id": to_location_id, "sent_at": uow.now,
            "sent_by": uow.actor.user_id, "received_at": None, "received_by": None,
        },
    )  # fmt: skip
    uow.connection.execute(
        insert(transfer_line),
        [
            {
                "id": row_id, "transfer_id": transfer_id, "product_id": product_id,
                "quantity_milli": quantity, "received_milli": 0, "cost_minor": cost,
            }
            for row_id, (product_id, quantity), cost in zip(
                take_ids(len(costs)), quantities.items(), costs, strict=True
            )
        ],
    )  # fmt: skip
    take_step(
        uow, document_type="transfer", document_id=transfer_id, step="sent", detail=number,
        payload={"number": number, "lines": [[p, q] for p, q in quantities.items()]},
    )  # fmt: skip
    return Transfer(transfer_id, number, TransferStatus.SENT)


def _named(uow: UnitOfWork, location_id: int, lots: Sequence[SentLot]) -> dict[int, list[Share]]:
    """The lots that were scanned of goods kept by lot, each of which must lie there."""
    found: dict[int, list[Share]] = {}
    kept = keeps_lots(uow.connection, product_ids={x.product_id for x in lots}) if lots else set()
    for x in lots:
        if x.product_id not in kept:
            continue
        there = lots_at(uow.connection, product_id=x.product_id, location_id=location_id)
        known = next((s for s in there if s.code == x.code), None)
        if known is None or known.on_hand_milli < x.quantity_milli:
            raise LotElsewhereError(
                lot=x.code, free=milli_to_decimal(known.on_hand_milli if known else 0),
                wanted=milli_to_decimal(x.quantity_milli),
            )  # fmt: skip
        found.setdefault(x.product_id, []).append((known.lot_id, x.quantity_milli))
    return found


def _check_places(uow: UnitOfWork, from_location_id: int, to_location_id: int) -> None:
    rows = uow.connection.execute(
        select(location.c.id, location.c.kind).where(location.c.id.in_((from_location_id, to_location_id)))
    )
    kinds = {r.id: r.kind for r in rows}
    if len(kinds) < 2 or set(kinds.values()) != {"internal"}:  # noqa: PLR2004 - two ends
        raise TransferPlacesError


def _check_free(uow: UnitOfWork, location_id: int, quantities: Mapping[int, int]) -> None:
    found = list_availability(uow.connection, location_id=location_id, product_ids=list(quantities))
    if not quantities:
        raise TransferTooMuchError(free=0, wanted=0)
    for product_id, quantity in quantities.items():
        free = found[product_id].available_milli
        if not 0 < quantity <= free:
            raise TransferTooMuchError(free=milli_to_decimal(free), wanted=milli_to_decimal(quantity))


def _transit(uow: UnitOfWork) -> int:
    found = uow.connection.execute(
        select(location.c.id).where(location.c.code == TRANSIT)
    ).scalar_one_or_none()
    if found is not None:
        return int(found)
    return create_location_row(uow, code=TRANSIT, name="On the way", kind="internal")


def _move(
    uow: UnitOfWork, way: _Way, goods: Sequence[tuple[int, int]], costs: Sequence[int] | None
) -> list[int]:
    """Out of one level into the other at the same cost; without costs, at the average."""
    products = [p for p, _q in goods]
    first, second = sorted((way.from_location_id, way.to_location_id))
    levels = {first: lock_levels(uow, first, products), second: lock_levels(uow, second, products)}
    source, target = levels[way.from_location_id], levels[way.to_location_id]
    on = get_company(uow.connection).day_of(uow.now)
    found: list[int] = []
    moves: list[dict[str, Any]] = []
    for i, (move_id, (product_id, quantity)) in enumerate(zip(take_ids(len(goods)), goods, strict=True)):
        source[product_id], cost = goods_out(
            uow, way.from_location_id, product_id, source[product_id], quantity,
            None if costs is None else costs[i],
        )  # fmt: skip
        target[product_id], _worth = goods_in(
            uow, way.to_location_id, product_id, target[product_id], quantity, cost, passes_through=True
        )  # fmt: skip
        found.append(cost)
        moves.append(
            {
                "id": move_id, "business_date": on, "at": uow.now, "product_id": product_id,
                "from_location_id": way.from_location_id, "to_location_id": way.to_location_id,
                "quantity_milli": quantity, "cost_minor": cost, "document_type": "transfer",
                "document_id": way.transfer_id, "reason": None, "actor_id": uow.actor.user_id,
            }
        )  # fmt: skip
    uow.connection.execute(insert(stock_move), moves)
    seal_moves(uow, moves)
    add_to_days(uow, on, dict.fromkeys(products, 0))  # neither in nor out of the house, but it moved
    save_levels(uow, way.from_location_id, source)
    save_levels(uow, way.to_location_id, target)
    _move_lots(uow, moves, {p for p, level in source.items() if level.by_lot}, way.named)
    _move_numbered(uow, moves, source, way.serials)
    return found


def _move_numbered(
    uow: UnitOfWork, moves: Sequence[dict[str, Any]], levels: Mapping[int, Level],
    given: Mapping[int, Sequence[str]] = MappingProxyType({}),
) -> None:  # fmt: skip
    """The pieces that were named leave; what arrives, or is lost, are the first of those that were sent."""
    asked = [m for m in moves if asks_serials(levels[m["product_id"]])]
    if not asked:
        return
    sent = given or serials_out(
        uow.connection, document_type="transfer", document_id=moves[0]["document_id"]
    )  # fmt: skip
    move_serials(
        uow,
        [
            Pieces(m, levels[m["product_id"]], sent.get(m["product_id"], ())[: m["quantity_milli"] // ONE])
            for m in asked
        ],
    )


def _move_lots(
    uow: UnitOfWork, moves: Sequence[dict[str, Any]], kept: set[int],
    named: Mapping[int, list[Share]] = MappingProxyType({}),
) -> None:  # fmt: skip
    """The lots that were named leave; what arrives, or is lost, are the lots that were sent."""
    if not kept:
        return
    pools = dict(named) or document_lots(
        uow.connection, document_type="transfer", document_id=moves[0]["document_id"],
        location_id=moves[0]["from_location_id"],
    )  # fmt: skip
    given = {m["id"]: split_shares(pools.get(m["product_id"], []), m["quantity_milli"]) for m in moves}
    move_lots(uow, moves, kept, given)


@permitted(Permission.TRANSFER_STOCK)
def receive_transfer(
    uow: UnitOfWork, *, transfer_id: int, quantities: Mapping[int, int] | None = None
) -> Transfer:
    """Goods arrive: everything that is on its way, or so much by transfer line.

    Raises:
        NoSuchTransferError, TransferTooMuchError: see their sentences.
    """
    row = uow.connection.execute(
        select(transfer).where(transfer.c.id == transfer_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchTransferError
    if row.status == TransferStatus.RECEIVED.value:
        return Transfer(row.id, row.number, TransferStatus.RECEIVED, was_there=True)
    lines = uow.connection.execute(
        select(transfer_line).where(transfer_line.c.transfer_id == transfer_id).order_by(transfer_line.c.id)
    ).all()
    arriving = _arriving(lines, quantities)
    _move(
        uow, _Way(_transit(uow), row.to_location_id, transfer_id),
        [(x.product_id, q) for x, q in arriving],
        [_cost(x, q) for x, q in arriving],
    )  # fmt: skip
    uow.connection.execute(_ARRIVED, [{"id_": x.id, "quantity_": q} for x, q in arriving])
    came = {x.id: q for x, q in arriving}
    whole = all(x.received_milli + came.get(x.id, 0) == x.quantity_milli for x in lines)
    status = TransferStatus.RECEIVED if whole else TransferStatus.SENT
    uow.connection.execute(
        update(transfer)
        .where(transfer.c.id == transfer_id)
        .values(status=status.value, received_at=uow.now, received_by=uow.actor.user_id)
    )
    take_step(
        uow, document_type="transfer", document_id=transfer_id, step="received", detail=row.number,
        payload={"lines": [[x.id, q] for x, q in arriving], "whole": whole},
    )  # fmt: skip
    return Transfer(row.id, row.number, status)


def _arriving(lines: Sequence[Row[Any]], quantities: Mapping[int, int] | None) -> list[tuple[Row[Any], int]]:
    left = {x.id: x.quantity_milli - x.received_milli for x in lines}
    wanted = {i: q for i, q in left.items() if q} if quantities is None else quantities
    for line_id, quantity in wanted.items():
        if not 0 < quantity <= left.get(line_id, 0):
            raise TransferTooMuchError(
                free=milli_to_decimal(left.get(line_id, 0)), wanted=milli_to_decimal(quantity)
            )
    return [(x, wanted[x.id]) for x in lines if wanted.get(x.id)]


def _cost(line: Row[Any], quantity: int) -> int:
    upto = round_half_up(line.cost_minor * (line.received_milli + quantity), line.quantity_milli)
    return upto - round_half_up(line.cost_minor * line.received_milli, line.quantity_milli)


@permitted(Permission.TRANSFER_STOCK)
def close_transfer_short(uow: UnitOfWork, *, transfer_id: int, reason: str) -> Transfer:
    """What has not arrived will not: it is booked out at the cost it left, with the reason.

    Raises:
        NoSuchTransferError: nothing of it is on its way.
        ReasonMissingError: no reason was given.
        PeriodClosedError: see its sentence.
    """
    row = uow.connection.execute(
        select(transfer).where(transfer.c.id == transfer_id).with_for_update()
    ).one_or_none()
    if row is None or row.status == TransferStatus.RECEIVED.value:
        raise NoSuchTransferError
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise ReasonMissingError
    on = get_company(uow.connection).day_of(uow.now)
    require_open_period(uow.connection, on=on)
    lines = uow.connection.execute(
        select(transfer_line).where(transfer_line.c.transfer_id == transfer_id).order_by(transfer_line.c.id)
    ).all()
    lost = _arriving(lines, None)
    costs = [_cost(x, q) for x, q in lost]
    cost = _write_off(uow, transfer_id, lost, costs, why, on)
    uow.connection.execute(
        update(transfer)
        .where(transfer.c.id == transfer_id)
        .values(status=TransferStatus.RECEIVED.value, received_at=uow.now, received_by=uow.actor.user_id)
    )
    take_step(
        uow, document_type="transfer", document_id=transfer_id, step="short", detail=why,
        payload={"lines": [[x.id, q] for x, q in lost], "cost_minor": cost, "reason": why},
    )  # fmt: skip
    return Transfer(row.id, row.number, TransferStatus.RECEIVED)


def _write_off(
    uow: UnitOfWork, transfer_id: int, lost: Sequence[tuple[Row[Any], int]], costs: Sequence[int],
    why: str, on: date,
) -> int:  # fmt: skip
    """What is missing leaves the way at its own cost, into the stock differences; returns that cost."""
    transit, away = _transit(uow), location_by_code(uow.connection, code=ADJUSTMENTS)
    levels = lock_levels(uow, transit, [x.product_id for x, _q in lost])
    moves: list[dict[str, Any]] = []
    total = 0
    for move_id, (x, quantity), known in zip(take_ids(len(lost)), lost, costs, strict=True):
        levels[x.product_id], cost = goods_out(
            uow, transit, x.product_id, levels[x.product_id], quantity, known
        )  # fmt: skip
        total += cost
        moves.append(
            {
                "id": move_id, "business_date": on, "at": uow.now, "product_id": x.product_id,
                "from_location_id": transit, "to_location_id": away, "quantity_milli": quantity,
                "cost_minor": cost, "document_type": "transfer", "document_id": transfer_id,
                "reason": why, "actor_id": uow.actor.user_id,
            }
        )  # fmt: skip
    uow.connection.execute(insert(stock_move), moves)
    seal_moves(uow, moves)
    save_levels(uow, transit, levels)
    _move_lots(uow, moves, {p for p, level in levels.items() if level.by_lot})
    _move_numbered(uow, moves, levels)
    out: dict[int, int] = {}
    for x, quantity in lost:
        out[x.product_id] = out.get(x.product_id, 0) + quantity
    add_to_days(uow, on, out)
    post(
        uow, kind="stock_adjustment", business_date=on, document_type="transfer", document_id=transfer_id,
        postings=[Posting("inventory", -total), Posting("stock_adjustment", total)],
    )  # fmt: skip
    return total
