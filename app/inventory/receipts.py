"""Goods receipt: against what is expected or free, at cost, with freight and duty spread over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, insert, select, update

from app.audit.steps import take_step
from app.db.columns import NAME, SHORT
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_add
from app.inventory.costing import goods_in
from app.inventory.lots import ensure_lot, move_lots
from app.inventory.operations import SUPPLIERS, lock_levels, save_levels, seal_moves
from app.inventory.places import put_away
from app.inventory.queries import average_cost
from app.inventory.queries import location_id as location_by_code
from app.inventory.refusals import (
    ExpiredLotError,
    NoSuchIncomingError,
    OverReceiptError,
    ReceiptEmptyError,
    ReceiptQuantityError,
)
from app.inventory.rules import MICRO
from app.inventory.serials import Pieces, asks_serials, move_serials
from app.inventory.tables import (
    goods_receipt,
    goods_receipt_line,
    incoming,
    product_day,
    stock_move,
)
from app.kernel.ids import next_id, take_ids
from app.kernel.money import round_half_up, split_by_weight
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import ONE, milli_to_decimal
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.periods import require_open_period
from app.ledger.rules import Posting
from app.numbering.operations import take_number
from app.organisation.queries import find_setting, get_company

TOLERANCE_SETTING: Final = "stock.over_receipt_hundredths"  # of what was ordered; unset: 0
_WHOLE: Final = 10_000


@dataclass(frozen=True, slots=True)
class ReceivedLine:
    """Goods that came in, base units; cost of the whole quantity.

    Attributes:
        cost_minor: None: by the unit cost of what was expected, else at the average it has there.
        incoming_id: the expected line it fulfils.
        serials: the numbers of the pieces, of goods that are kept by serial number throughout.
    """

    product_id: int
    quantity_milli: int
    cost_minor: int | None = None
    incoming_id: int | None = None
    lot: str = ""
    expires_on: date | None = None
    bin: str = ""
    serials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a goods receipt gives back."""

    receipt_id: int
    number: str
    cost_minor: int
    was_there: bool = False


@permitted(Permission.RECEIVE_GOODS)
def expect_goods(
    uow: UnitOfWork, *, product_id: int, location_id: int, reference: str, due_on: date,
    quantity_milli: int, unit_cost_micro: int = 0, supplier: str = "",
) -> int:  # fmt: skip
    """Note what a supplier will bring; it counts for the days that are promised. Returns its id."""
    if quantity_milli <= 0 or unit_cost_micro < 0:
        raise ReceiptQuantityError
    incoming_id = next_id()
    told = clean_field(reference, field="Reference", limit=NAME)
    uow.connection.execute(
        insert(incoming),
        {
            "id": incoming_id, "product_id": product_id, "location_id": location_id, "reference": told,
            "due_on": due_on, "ordered_milli": quantity_milli, "received_milli": 0,
            "unit_cost_micro": unit_cost_micro, "closed": False,
            "supplier": clean_field(supplier, field="Supplier", limit=NAME),
        },
    )  # fmt: skip
    take_step(
        uow, document_type="incoming", document_id=incoming_id, step="expected", detail=told,
        payload={"product": product_id, "quantity_milli": quantity_milli, "due": due_on},
    )  # fmt: skip
    return incoming_id


@permitted(Permission.RECEIVE_GOODS)
def close_incoming(uow: UnitOfWork, *, incoming_id: int) -> None:
    """The rest will not come."""
    uow.connection.execute(update(incoming).where(incoming.c.id == incoming_id).values(closed=True))
    take_step(uow, document_type="incoming", document_id=incoming_id, step="closed", payload={})


@permitted(Permission.RECEIVE_GOODS)
def receive_goods(
    uow: UnitOfWork, *, uuid: str, location_id: int, lines: Sequence[ReceivedLine], supplier: str = "",
    reference: str = "", landed_minor: int = 0, accept_surplus: bool = False,
) -> Receipt:  # fmt: skip
    """Book goods in at their cost, plus their share of what it cost to bring them here.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one receipt.
        location_id: where they are put.
        lines: what came.
        supplier: who brought it.
        reference: the number of his delivery note.
        landed_minor: freight and duty, spread by value (by quantity where nothing has a cost).
        accept_surplus: keep more than was ordered, beyond the tolerance.

    Raises:
        ReceiptEmptyError, ReceiptQuantityError, OverReceiptError, NoSuchIncomingError,
        ExpiredLotError, LotNeededError, LotDayError, NoSuchBinError, PeriodClosedError, SerialNeededError,
            SerialThereError, SerialSoldError: see their sentences.
    """
    there = uow.connection.execute(select(goods_receipt).where(goods_receipt.c.uuid == uuid)).one_or_none()
    if there is not None:
        return Receipt(there.id, there.number, there.cost_minor, was_there=True)
    if not lines:
        raise ReceiptEmptyError
    on = get_company(uow.connection).day_of(uow.now)
    require_open_period(uow.connection, on=on)
    costs = _costs(uow, location_id, lines, on, accept_surplus=accept_surplus)
    landed = _landed(lines, costs, landed_minor)
    receipt_id = next_id()
    number = take_number(uow, document_type="goods_receipt", scope="GR", fiscal_year=on.year).text
    uow.connection.execute(
        insert(goods_receipt),
        {
            "id": receipt_id, "uuid": uuid, "number": number, "location_id": location_id,
            "supplier": clean_field(supplier, field="Supplier", limit=NAME),
            "reference": clean_field(reference, field="Reference", limit=NAME), "business_date": on,
            "at": uow.now, "actor_id": uow.actor.user_id, "cost_minor": sum(costs),
            "landed_minor": landed_minor,
        },
    )  # fmt: skip
    _write_lines(uow, receipt_id, lines, costs, landed)
    put_away(uow, location_id=location_id, bins=[(x.product_id, x.bin) for x in lines if x.bin.strip()])
    whole = [cost + share for cost, share in zip(costs, landed, strict=True)]
    worth = _put_in(uow, receipt_id, location_id, lines, whole, on)
    post(
        uow, kind="goods_receipt", business_date=on, document_type="goods_receipt",
        document_id=receipt_id,
        postings=[
            Posting("inventory", worth), Posting("payable", -sum(costs)),
            Posting("landed_cost", -landed_minor), Posting("stock_adjustment", sum(whole) - worth),
        ],
    )  # fmt: skip
    take_step(
        uow, document_type="goods_receipt", document_id=receipt_id, step="received", detail=number,
        payload={
            "number": number, "cost_minor": sum(costs), "landed_minor": landed_minor,
            "lines": [[x.product_id, x.quantity_milli, c] for x, c in zip(lines, whole, strict=True)],
        },
    )  # fmt: skip
    return Receipt(receipt_id, number, sum(whole))


def _costs(
    uow: UnitOfWork, location_id: int, lines: Sequence[ReceivedLine], on: date, *, accept_surplus: bool
) -> list[int]:
    costs = []
    for line in lines:
        if line.quantity_milli <= 0 or (line.cost_minor or 0) < 0:
            raise ReceiptQuantityError
        if line.expires_on is not None and line.expires_on < on:
            raise ExpiredLotError(lot=line.lot or "-", on=line.expires_on)
        expected = _fulfil(uow, line, accept_surplus=accept_surplus) if line.incoming_id else None
        if line.cost_minor is None:
            unit = expected.unit_cost_micro if expected is not None else 0
            unit = unit or average_cost(uow.connection, product_id=line.product_id, location_id=location_id)
            costs.append(round_half_up(line.quantity_milli * unit, ONE * MICRO))
        else:
            costs.append(line.cost_minor)
    return costs


def _fulfil(uow: UnitOfWork, line: ReceivedLine, *, accept_surplus: bool) -> Row[Any]:
    row = uow.connection.execute(
        select(incoming).where(incoming.c.id == line.incoming_id).with_for_update()
    ).one_or_none()
    if row is None or row.closed or row.product_id != line.product_id:
        raise NoSuchIncomingError
    found = find_setting(uow.connection, name=TOLERANCE_SETTING)
    tolerance = row.ordered_milli * (found if isinstance(found, int) else 0) // _WHOLE
    left = row.ordered_milli - row.received_milli
    if line.quantity_milli > left + tolerance and not accept_surplus:
        raise OverReceiptError(
            reference=row.reference, left=milli_to_decimal(left), wanted=milli_to_decimal(line.quantity_milli)
        )
    received = row.received_milli + line.quantity_milli
    uow.connection.execute(
        update(incoming)
        .where(incoming.c.id == row.id)
        .values(received_milli=received, closed=received >= row.ordered_milli)
    )
    return row


def _landed(lines: Sequence[ReceivedLine], costs: Sequence[int], landed_minor: int) -> list[int]:
    if landed_minor < 0:
        raise ReceiptQuantityError
    if not landed_minor:
        return [0] * len(costs)
    return split_by_weight(landed_minor, costs if sum(costs) else [x.quantity_milli for x in lines])


def _write_lines(
    uow: UnitOfWork, receipt_id: int, lines: Sequence[ReceivedLine], costs: Sequence[int],
    landed: Sequence[int],
) -> None:  # fmt: skip
    uow.connection.execute(
        insert(goods_receipt_line),
        [
            {
                "id": row_id, "receipt_id": receipt_id, "product_id": x.product_id,
                "incoming_id": x.incoming_id, "quantity_milli": x.quantity_milli, "cost_minor": cost,
                "landed_minor": share, "lot": clean_field(x.lot, field="Lot", limit=NAME),
                "expires_on": x.expires_on, "bin": clean_field(x.bin, field="Bin", limit=SHORT).upper(),
            }
            for row_id, x, cost, share in zip(take_ids(len(lines)), lines, costs, landed, strict=True)
        ],
    )  # fmt: skip


def _put_in(
    uow: UnitOfWork, receipt_id: int, location_id: int, lines: Sequence[ReceivedLine],
    costs: Sequence[int], on: date,
) -> int:  # fmt: skip
    """Returns what the goods are worth in the books: their cost, unless that is set."""
    levels = lock_levels(uow, location_id, [x.product_id for x in lines])
    suppliers = location_by_code(uow.connection, code=SUPPLIERS)
    moves: list[dict[str, object]] = []
    booked = 0
    for move_id, x, cost in zip(take_ids(len(lines)), lines, costs, strict=True):
        levels[x.product_id], worth = goods_in(
            uow, location_id, x.product_id, levels[x.product_id], x.quantity_milli, cost
        )  # fmt: skip
        booked += worth
        moves.append(
            {
                "id": move_id, "business_date": on, "at": uow.now, "product_id": x.product_id,
                "from_location_id": suppliers, "to_location_id": location_id,
                "quantity_milli": x.quantity_milli, "cost_minor": worth,
                "document_type": "goods_receipt", "document_id": receipt_id, "reason": x.lot or None,
                "actor_id": uow.actor.user_id,
            }
        )  # fmt: skip
    uow.connection.execute(insert(stock_move), moves)
    seal_moves(uow, moves)
    save_levels(uow, location_id, levels)
    kept = [product_id for product_id, level in levels.items() if level.by_lot]
    move_lots(
        uow, moves, kept,
        {
            int(str(m["id"])): [(_lot(uow, x), x.quantity_milli)]
            for m, x in zip(moves, lines, strict=True)
            if x.product_id in kept
        },
    )  # fmt: skip
    pieces = [Pieces(m, levels[x.product_id], x.serials) for m, x in zip(moves, lines, strict=True)]
    move_serials(uow, [p for p in pieces if asks_serials(p.level)])
    add_to_days(uow, on, {x.product_id: 0 for x in lines}, lines)
    return booked


def _lot(uow: UnitOfWork, line: ReceivedLine) -> int:
    return ensure_lot(uow, product_id=line.product_id, code=line.lot, expires_on=line.expires_on)


def add_to_days(
    uow: UnitOfWork, on: date, out_milli: dict[int, int], lines: Sequence[ReceivedLine] = ()
) -> None:
    """What came in and went out of the house otherwise than by sale, for the figures of the day."""
    sums = {product_id: [0, out] for product_id, out in out_milli.items()}
    for x in lines:
        sums.setdefault(x.product_id, [0, 0])[0] += x.quantity_milli
    insert_or_add(
        uow.connection,
        product_day,
        [
            {
                "product_id": product_id, "business_date": on, "sold_milli": 0, "in_milli": came,
                "out_milli": went, "revenue_minor": 0,
            }
            for product_id, (came, went) in sorted(sums.items())
        ],
        add=("in_milli", "out_milli"),
    )  # fmt: skip
