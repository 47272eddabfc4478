"""Moving stock: out by a sale, back by a return, in by a receipt, up and down by adjustment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Row, bindparam, func, insert, select, update

from app.audit.operations import note
from app.audit.seals import SealedKind, SealedTable, seal
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_if_absent, insert_or_add
from app.inventory.costing import goods_in, goods_out
from app.inventory.keepers import PROMISED, keep_promises
from app.inventory.lots import move_lots
from app.inventory.refusals import BelowZeroError
from app.inventory.rules import Level, value_of
from app.inventory.serials import Pieces, asks_serials, move_serials
from app.inventory.states import Costing, NegativeStock
from app.inventory.tables import location, product_day, stock_level, stock_move, stock_policy
from app.kernel.ids import next_id, take_ids
from app.kernel.permission import BOOKING, Permission, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.rules import Posting

SALES_FLOOR: Final = "SHOP"
CUSTOMERS: Final = "CUSTOMERS"
SUPPLIERS: Final = "SUPPLIERS"
ADJUSTMENTS: Final = "ADJUST"
SALE: Final = "sale"
SEALED: Final = SealedKind("stock_move", (SealedTable(stock_move, "id", leaves_out=("document_type", SALE)),))
_FIFO: Final = Costing.FIFO.value
_BLOCK: Final = NegativeStock.BLOCK.value


class ReasonMissingError(Refusal):
    """An adjustment without a reason."""

    message = "Say why the stock is changed. Nothing was booked."


class NothingToAdjustError(Refusal):
    """A quantity of zero."""

    message = "The quantity is 0; there is nothing to book."


@dataclass(frozen=True, slots=True)
class Issue:
    """Goods that leave (positive) or come back (negative), in base units."""

    product_id: int
    quantity_milli: int
    revenue_minor: int = 0  # net, for the figures of the day
    cost_minor: int | None = None  # a return comes back at the cost it went out
    lots: tuple[tuple[int, int], ...] = ()  # which lots: (lot, quantity); else what expires first
    serials: tuple[str, ...] = ()  # the numbers of the pieces, of goods that have some


# asked once for all rows, not joined to each
_PLACE_NEGATIVE: Final = (
    select(location.c.negative).where(location.c.id == bindparam("location_")).scalar_subquery()
)


@lru_cache(maxsize=200)
def _levels_of(count: int) -> Prepared:
    """The levels of so many products at a location."""
    return Prepared(
        select(
            stock_level,
            stock_policy.c.costing,
            stock_policy.c.standard_micro,
            stock_policy.c.by_lot,
            stock_policy.c.serials,
            func.coalesce(stock_policy.c.negative, _PLACE_NEGATIVE).label("negative"),
            PROMISED.label("promised_milli"),
        )
        .select_from(
            stock_level.outerjoin(stock_policy, stock_policy.c.product_id == stock_level.c.product_id)
        )
        .where(
            stock_level.c.location_id == bindparam("location_"),
            stock_level.c.product_id.in_([bindparam(f"product_{i}") for i in range(count)]),
        )
        .order_by(stock_level.c.product_id)  # one order for all: no deadlock between tills
        .with_for_update(of=stock_level)
    )


_SAVE: Final = Prepared(
    update(stock_level)
    .where(stock_level.c.product_id == bindparam("product_"), stock_level.c.location_id == bindparam("at_"))
    .values(
        on_hand_milli=bindparam("on_hand_"),
        value_minor=bindparam("value_"),
        unit_cost_micro=bindparam("cost_"),
    )
)
_INSERT_MOVES: Final = Prepared(insert(stock_move))


def lock_levels(uow: UnitOfWork, location_id: int, product_ids: Sequence[int]) -> dict[int, Level]:
    """The levels of the products, locked in the order of their ids, made where there is none."""
    wanted = sorted(set(product_ids))
    key = {"location_": location_id} | {f"product_{i}": wanted[i] for i in range(len(wanted))}
    levels = _levels_of(len(wanted))
    rows = levels.all(uow.connection, key)
    if len(rows) < len(wanted):
        there = {r.product_id for r in rows}
        for product_id in wanted:
            if product_id not in there:
                insert_if_absent(
                    uow.connection,
                    stock_level,
                    {
                        "product_id": product_id, "location_id": location_id, "on_hand_milli": 0,
                        "value_minor": 0, "unit_cost_micro": 0,
                    },
                )  # fmt: skip
        rows = levels.all(uow.connection, key)
    return {r.product_id: _level(r) for r in rows}


def _level(r: Row[Any]) -> Level:
    unit = r.unit_cost_micro if r.standard_micro is None else r.standard_micro
    return Level(
        r.on_hand_milli, r.value_minor, unit, r.costing == _FIFO, bool(r.by_lot), r.negative,
        r.standard_micro, r.serials, int(r.promised_milli),
    )  # fmt: skip


def save_levels(uow: UnitOfWork, location_id: int, levels: dict[int, Level]) -> None:
    """Write locked levels back; promises whose goods are gone are taken back with them."""
    _SAVE.run(
        uow.connection,
        [
            {
                "product_": product_id, "at_": location_id, "on_hand_": level.on_hand_milli,
                "value_": level.value_minor, "cost_": level.unit_cost_micro,
            }
            for product_id, level in levels.items()
        ],
    )  # fmt: skip
    keep_promises(uow, location_id, levels)


@permitted(*BOOKING)
def issue_goods(
    uow: UnitOfWork, *, business_date: date, from_location_id: int, to_location_id: int,
    issues: Sequence[Issue], document_type: str, document_id: int, was_sold: bool = False,
) -> tuple[list[int], list[dict[str, object]]]:  # fmt: skip
    """Move goods out of a location, or back into it for negative quantities.

    Levels are locked in the order of product ids. Stock may go below zero unless product or place
    forbid it: what the cashier holds in hand exists, whatever the books say; the shortfall shows in
    the stock list. What a till has sold already (`was_sold`) is gone whatever they forbid. Goods kept
    by lot leave by the lots named, else what expires first; those kept by serial number piece by piece.

    Returns:
        The cost of each issue in order (negative for what came back), and the move rows.

    Raises:
        BelowZeroError: the product or the place may not go below zero.
        SerialNeededError and its neighbours: see app.inventory.serials.move_serials.
    """
    if not issues:
        return [], []
    levels = lock_levels(uow, from_location_id, [i.product_id for i in issues])
    costs: list[int] = []
    moves: list[dict[str, object]] = []
    for move_id, issue in zip(take_ids(len(issues)), issues, strict=True):
        level = levels[issue.product_id]
        size = abs(issue.quantity_milli)
        if issue.quantity_milli >= 0:
            if not was_sold:
                check_negative(level, size)
            levels[issue.product_id], cost = goods_out(uow, from_location_id, issue.product_id, level, size)
            ends = (from_location_id, to_location_id)
        else:
            cost = value_of(size, level.unit_cost_micro) if issue.cost_minor is None else issue.cost_minor
            levels[issue.product_id], cost = goods_in(
                uow, from_location_id, issue.product_id, level, size, cost
            )  # fmt: skip
            ends = (to_location_id, from_location_id)
        costs.append(cost if issue.quantity_milli >= 0 else -cost)
        moves.append(
            {
                "id": move_id, "business_date": business_date, "at": uow.now,
                "product_id": issue.product_id, "from_location_id": ends[0], "to_location_id": ends[1],
                "quantity_milli": size, "cost_minor": cost, "document_type": document_type,
                "document_id": document_id, "reason": None, "actor_id": uow.actor.user_id,
            }
        )  # fmt: skip
    _INSERT_MOVES.run(uow.connection, moves)
    if document_type != SALE:  # which tells the journal of its moves itself
        seal_moves(uow, moves)
    save_levels(uow, from_location_id, levels)
    _add_to_days(uow, business_date, issues)
    kept = [product_id for product_id, level in levels.items() if level.by_lot]
    if kept:
        given = {int(str(m["id"])): issue.lots for m, issue in zip(moves, issues, strict=True)}
        move_lots(uow, moves, kept, given)
    if any(map(asks_serials, levels.values())):
        _move_numbered(uow, moves, levels, issues, was_sold=was_sold)
    return costs, moves


def _move_numbered(
    uow: UnitOfWork, moves: Sequence[Mapping[str, Any]], levels: Mapping[int, Level],
    issues: Sequence[Issue], *, was_sold: bool,
) -> None:  # fmt: skip
    """The pieces of goods that are kept by serial number."""
    move_serials(
        uow,
        [
            Pieces(m, levels[issue.product_id], issue.serials)
            for m, issue in zip(moves, issues, strict=True)
            if asks_serials(levels[issue.product_id])
        ],
        was_sold=was_sold,
    )


def seal_moves(uow: UnitOfWork, moves: Sequence[dict[str, object]]) -> None:
    """Tell the journal of moves that no sale tells it of."""
    seal(uow, SEALED.name, [(int(str(m["id"])), [m]) for m in moves])


def check_negative(level: Level, quantity_milli: int) -> None:
    """Raise BelowZeroError where the books must not go below zero."""
    if level.negative == _BLOCK and quantity_milli > level.on_hand_milli:
        raise BelowZeroError(
            found=milli_to_decimal(max(level.on_hand_milli, 0)), wanted=milli_to_decimal(quantity_milli)
        )


def _add_to_days(uow: UnitOfWork, business_date: date, issues: Sequence[Issue]) -> None:
    sums: dict[int, list[int]] = {}
    for issue in issues:
        found = sums.setdefault(issue.product_id, [0, 0])
        found[0] += issue.quantity_milli
        found[1] += issue.revenue_minor
    insert_or_add(
        uow.connection,
        product_day,
        [
            {
                "product_id": product_id, "business_date": business_date, "sold_milli": sold,
                "in_milli": 0, "out_milli": 0, "revenue_minor": revenue,
            }
            for product_id, (sold, revenue) in sorted(sums.items())
        ],
        add=("sold_milli", "revenue_minor"),
    )  # fmt: skip


@permitted(Permission.ADJUST_STOCK)
def adjust_stock(
    uow: UnitOfWork, *, product_id: int, location_id: int, quantity_milli: int, reason: str,
    business_date: date, cost_minor: int | None = None, source: str = ADJUSTMENTS,
    serials: Sequence[str] = (),
) -> int:  # fmt: skip
    """Book goods in (positive) or out (negative) with a reason.

    Args:
        uow: the transaction.
        product_id: what.
        location_id: where.
        quantity_milli: how much, base units.
        reason: why; kept with the move.
        business_date: of which day.
        cost_minor: of the whole quantity, for goods in; the average when left out.
        source: code of the location at the other end (SUPPLIERS for a first receipt).
        serials: which pieces, of goods that are kept by serial number throughout.

    Returns:
        The id of the stock move.

    Raises:
        NothingToAdjustError: the quantity is 0.
        ReasonMissingError: no reason was given.
        SerialNamedError and its neighbours: see app.inventory.serials.move_serials.
    """
    return book_adjustment(
        uow, product_id=product_id, location_id=location_id, quantity_milli=quantity_milli, reason=reason,
        business_date=business_date, cost_minor=cost_minor, source=source, serials=serials,
    )  # fmt: skip


@permitted(*BOOKING)
def book_adjustment(
    uow: UnitOfWork, *, product_id: int, location_id: int, quantity_milli: int, reason: str,
    business_date: date, cost_minor: int | None = None, source: str = ADJUSTMENTS,
    serials: Sequence[str] = (),
) -> int:  # fmt: skip
    """adjust_stock as part of another document, e.g. goods that come back broken."""
    if quantity_milli == 0:
        raise NothingToAdjustError
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise ReasonMissingError
    other = _location_id(uow, source)
    level = lock_levels(uow, location_id, [product_id])[product_id]
    size = abs(quantity_milli)
    if quantity_milli > 0:
        cost = value_of(size, level.unit_cost_micro) if cost_minor is None else cost_minor
        after, cost = goods_in(uow, location_id, product_id, level, size, cost)
        ends = (other, location_id)
    else:
        check_negative(level, size)
        after, cost = goods_out(uow, location_id, product_id, level, size)
        ends = (location_id, other)
    move_id = next_id()
    move: dict[str, object] = {
        "id": move_id, "business_date": business_date, "at": uow.now, "product_id": product_id,
        "from_location_id": ends[0], "to_location_id": ends[1], "quantity_milli": size,
        "cost_minor": cost, "document_type": "adjustment", "document_id": move_id, "reason": why,
        "actor_id": uow.actor.user_id,
    }  # fmt: skip
    _INSERT_MOVES.run(uow.connection, move)
    seal_moves(uow, [move])
    save_levels(uow, location_id, {product_id: after})
    if level.by_lot:
        move_lots(uow, [move], [product_id])
    if asks_serials(after):
        move_serials(uow, [Pieces(move, after, serials)])
    insert_or_add(
        uow.connection,
        product_day,
        [
            {
                "product_id": product_id, "business_date": business_date, "sold_milli": 0,
                "in_milli": size if quantity_milli > 0 else 0,
                "out_milli": size if quantity_milli < 0 else 0, "revenue_minor": 0,
            }
        ],
        add=("in_milli", "out_milli"),
    )  # fmt: skip
    signed = cost if quantity_milli > 0 else -cost
    role = "payable" if source == SUPPLIERS else "stock_adjustment"
    rows = post(
        uow, kind="stock_adjustment", business_date=business_date, document_type="adjustment",
        document_id=move_id, postings=[Posting("inventory", signed), Posting(role, -signed)],
    )  # fmt: skip
    note(
        uow, kind="stock.adjusted", document_type="adjustment", document_id=move_id,
        payload={
            "product": product_id, "location": location_id, "quantity_milli": quantity_milli,
            "cost_minor": cost, "reason": why, "ledger_rows": len(rows),
        },
    )  # fmt: skip
    return move_id


def _location_id(uow: UnitOfWork, code: str) -> int:
    """The id of a location by its code; KeyError is a bug."""
    found = uow.connection.execute(select(location.c.id).where(location.c.code == code)).scalar_one_or_none()
    if found is None:
        raise KeyError(code)
    return int(found)


@permitted(Permission.SETTINGS)
def create_location(uow: UnitOfWork, *, code: str, name: str, kind: str) -> int:
    """A location; returns its id."""
    return create_location_row(uow, code=code, name=name, kind=kind)


def create_location_row(uow: UnitOfWork, *, code: str, name: str, kind: str) -> int:
    """A location that another operation needs; returns its id."""
    location_id = next_id()
    uow.connection.execute(
        insert(location), {"id": location_id, "code": code, "name": name, "kind": kind, "negative": None}
    )
    note(
        uow,
        kind="settings.location",
        document_type="location",
        document_id=location_id,
        payload={"code": code},
    )
    return location_id
