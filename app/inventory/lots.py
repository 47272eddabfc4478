"""Lots: every move of goods that are kept by lot says which lots moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, case, func, insert, select, update

from app.audit.steps import take_step
from app.db.columns import NAME
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_add
from app.inventory.refusals import LotDayError, LotNeededError, LotQuantityError
from app.inventory.rules import LotStock, first_expired, share_lots
from app.inventory.states import LocationKind
from app.inventory.tables import location, lot, lot_level, lot_move, stock_level, stock_policy
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.text import clean_field
from app.organisation.queries import get_company

Share = tuple[int, int]  # lot, quantity in thousandths
_ANY: Final = Prepared(select(stock_policy.c.product_id).where(stock_policy.c.by_lot.is_(True)).limit(1))
_ON_THE_WAY: Final = ("business_date", "at", "from_location_id", "to_location_id", "document_type")


def keeps_lots(connection: Connection, *, product_ids: Iterable[int]) -> set[int]:
    """Those of the products that are kept by lot."""
    if _ANY.one_or_none(connection, {}) is None:
        return set()
    rows = connection.execute(
        select(stock_policy.c.product_id).where(
            stock_policy.c.product_id.in_(list(product_ids)), stock_policy.c.by_lot.is_(True)
        )
    )
    return {int(r[0]) for r in rows}


def lots_at(connection: Connection, *, product_id: int, location_id: int) -> list[LotStock]:
    """What lies at a place of a product, lot by lot, in the order the lots were seen."""
    rows = connection.execute(
        select(lot.c.id, lot.c.code, lot.c.expires_on, lot_level.c.on_hand_milli)
        .join_from(lot, lot_level, lot_level.c.lot_id == lot.c.id)
        .where(
            lot.c.product_id == product_id,
            lot_level.c.location_id == location_id,
            lot_level.c.on_hand_milli > 0,
        )
        .order_by(lot.c.id)
    )
    return [LotStock(*row) for row in rows]


def find_lot(connection: Connection, *, product_id: int, code: str) -> int | None:
    """The id of a product's lot."""
    found = connection.execute(
        select(lot.c.id).where(lot.c.product_id == product_id, lot.c.code == code)
    ).scalar_one_or_none()
    return None if found is None else int(found)


def ensure_lot(uow: UnitOfWork, *, product_id: int, code: str, expires_on: date | None) -> int:
    """The lot of that code, made when it is new; returns its id.

    Raises:
        LotNeededError: no code.
        LotDayError: the lot is known with another last day.
    """
    named = clean_field(code, field="Lot", limit=NAME)
    if not named:
        raise LotNeededError
    row = uow.connection.execute(
        select(lot).where(lot.c.product_id == product_id, lot.c.code == named)
    ).one_or_none()
    if row is None:
        lot_id = next_id()
        uow.connection.execute(
            insert(lot),
            {
                "id": lot_id, "product_id": product_id, "code": named, "expires_on": expires_on,
                "first_seen": uow.now,
            },
        )  # fmt: skip
        return lot_id
    if row.expires_on is None and expires_on is not None:
        uow.connection.execute(update(lot).where(lot.c.id == row.id).values(expires_on=expires_on))
    elif expires_on is not None and row.expires_on != expires_on:
        raise LotDayError(lot=named, on=row.expires_on)
    return int(row.id)


def move_lots(
    uow: UnitOfWork, moves: Sequence[Mapping[str, Any]], by_lot: Iterable[int],
    given: Mapping[int, Sequence[Share]] | None = None,
) -> None:  # fmt: skip
    """Follow stock moves with the lots of the goods.

    Args:
        uow: the transaction; the levels are locked.
        moves: rows of stock_move as they are written.
        by_lot: the products whose lots are kept.
        given: the lots of a move by its id; what they do not cover leaves first expired, first out.
    """
    kept = set(by_lot)
    rows: list[dict[str, Any]] = []
    if not kept:
        return
    inside = _inside(uow.connection)
    for move in moves:
        if move["product_id"] not in kept:
            continue
        known = (given or {}).get(move["id"], ())
        shares = _shares(uow, move, known, inside)
        _add_to_levels(uow, move, shares, inside)
        common = {name: move[name] for name in (*_ON_THE_WAY, "document_id")}
        rows += [
            {**common, "id": next_id(), "lot_id": lot_id, "quantity_milli": milli} for lot_id, milli in shares
        ]
    if rows:
        uow.connection.execute(insert(lot_move), rows)


def _inside(connection: Connection) -> set[int]:
    rows = connection.execute(select(location.c.id).where(location.c.kind == LocationKind.INTERNAL.value))
    return {int(r[0]) for r in rows}


def _shares(
    uow: UnitOfWork, move: Mapping[str, Any], known: Sequence[Share], inside: set[int]
) -> list[Share]:
    """Which lots move: those that are named, as far as they are there, then the first that expire."""
    wanted = int(move["quantity_milli"])
    if move["from_location_id"] not in inside:
        return list(known)
    there = lots_at(
        uow.connection, product_id=move["product_id"], location_id=move["from_location_id"]
    )  # fmt: skip
    by_id = {x.lot_id: x for x in there}
    taken: dict[int, int] = {}
    for lot_id, milli in known:
        stock = by_id.get(lot_id)
        if stock is not None and wanted > 0:
            taken[lot_id] = min(milli, stock.on_hand_milli, wanted)
            wanted -= taken[lot_id]
    left = [LotStock(x.lot_id, x.code, x.expires_on, x.on_hand_milli - taken.get(x.lot_id, 0)) for x in there]
    for lot_id, milli in share_lots(first_expired(left, move["business_date"]), wanted):
        taken[lot_id] = taken.get(lot_id, 0) + milli
    return [(lot_id, milli) for lot_id, milli in taken.items() if milli > 0]


def _add_to_levels(
    uow: UnitOfWork, move: Mapping[str, Any], shares: Sequence[Share], inside: set[int]
) -> None:
    rows = [
        {"lot_id": lot_id, "location_id": move[end], "on_hand_milli": sign * milli}
        for lot_id, milli in shares
        for end, sign in (("from_location_id", -1), ("to_location_id", 1))
        if move[end] in inside
    ]
    insert_or_add(uow.connection, lot_level, rows, add=("on_hand_milli",))


def document_lots(
    connection: Connection, *, document_type: str, document_id: int, location_id: int
) -> dict[int, list[Share]]:
    """What a document brought to a place and did not take from there again, by product."""
    signed = case(
        (lot_move.c.to_location_id == location_id, lot_move.c.quantity_milli),
        else_=-lot_move.c.quantity_milli,
    )
    rows = connection.execute(
        select(lot.c.product_id, lot.c.id, func.sum(signed))
        .join_from(lot_move, lot, lot.c.id == lot_move.c.lot_id)
        .where(
            lot_move.c.document_id == document_id,
            lot_move.c.document_type == document_type,
            (lot_move.c.to_location_id == location_id) | (lot_move.c.from_location_id == location_id),
        )
        .group_by(lot.c.product_id, lot.c.id)
        .order_by(lot.c.id)
    )
    found: dict[int, list[Share]] = {}
    for product_id, lot_id, milli in rows:
        if milli > 0:
            found.setdefault(int(product_id), []).append((int(lot_id), int(milli)))
    return found


def split_shares(pool: list[Share], quantity_milli: int) -> list[Share]:
    """Take so much out of the pool, which shrinks; less where it holds less."""
    taken: list[Share] = []
    while pool and quantity_milli > 0:
        lot_id, milli = pool.pop(0)
        part = min(milli, quantity_milli)
        taken.append((lot_id, part))
        quantity_milli -= part
        if milli > part:
            pool.insert(0, (lot_id, milli - part))
    return taken


def lots_back(
    connection: Connection, *, document_type: str, document_id: int, product_id: int, location_id: int,
    before_milli: int, quantity_milli: int,
) -> tuple[Share, ...]:  # fmt: skip
    """The lots with which goods come back that a document brought to a place.

    Args:
        connection: the transaction.
        document_type: of the document they left with.
        document_id: its id.
        product_id: what.
        location_id: where it was brought.
        before_milli: how much of it came back by other documents already: those lots are passed over.
        quantity_milli: how much comes back now.
    """
    if not keeps_lots(connection, product_ids=[product_id]):
        return ()
    pool = document_lots(
        connection, document_type=document_type, document_id=document_id, location_id=location_id
    ).get(product_id, [])
    split_shares(pool, before_milli)
    return tuple(split_shares(pool, quantity_milli))


@permitted(Permission.ADJUST_STOCK, Permission.RECEIVE_GOODS)
def name_lot(
    uow: UnitOfWork, *, product_id: int, location_id: int, code: str, expires_on: date | None,
    quantity_milli: int,
) -> int:  # fmt: skip
    """Say of goods that lie there without a lot which lot they are; returns the lot's id.

    Raises:
        LotQuantityError: so much without a lot does not lie there.
        LotNeededError, LotDayError: see their sentences.
    """
    free = _without_lot(uow, product_id, location_id)
    if not 0 < quantity_milli <= free:
        raise LotQuantityError(free=milli_to_decimal(free), wanted=milli_to_decimal(quantity_milli))
    lot_id = ensure_lot(uow, product_id=product_id, code=code, expires_on=expires_on)
    _give_lot(uow, lot_id, location_id, quantity_milli)
    take_step(
        uow, document_type="lot", document_id=lot_id, step="named", detail=code,
        payload={"product": product_id, "location": location_id, "quantity_milli": quantity_milli},
    )  # fmt: skip
    return lot_id


def _without_lot(uow: UnitOfWork, product_id: int, location_id: int) -> int:
    """How much lies there of which nobody said which lot it is; the level is locked."""
    level = uow.connection.execute(
        select(stock_level.c.on_hand_milli)
        .where(stock_level.c.product_id == product_id, stock_level.c.location_id == location_id)
        .with_for_update()
    ).scalar_one_or_none()
    named = sum(
        x.on_hand_milli for x in lots_at(uow.connection, product_id=product_id, location_id=location_id)
    )
    return max(int(level or 0) - named, 0)


def _give_lot(uow: UnitOfWork, lot_id: int, location_id: int, quantity_milli: int) -> None:
    row = {"lot_id": lot_id, "location_id": location_id, "on_hand_milli": quantity_milli}
    insert_or_add(uow.connection, lot_level, [row], add=("on_hand_milli",))
    uow.connection.execute(
        insert(lot_move),
        {
            "id": next_id(), "lot_id": lot_id,
            "business_date": get_company(uow.connection).day_of(uow.now), "at": uow.now,
            "from_location_id": 0, "to_location_id": location_id, "quantity_milli": quantity_milli,
            "document_type": "lot", "document_id": lot_id,
        },
    )  # fmt: skip


def claim_lot(
    uow: UnitOfWork, *, product_id: int, location_id: int, code: str, expires_on: date | None,
    quantity_milli: int,
) -> int:  # fmt: skip
    """The lot that stands on goods in hand: of what lies there without a lot, so much is of it.

    What the books say of other lots, and of this one's last day, is not touched. Returns the lot's id.
    """
    known = find_lot(uow.connection, product_id=product_id, code=code)
    lot_id = known or ensure_lot(uow, product_id=product_id, code=code, expires_on=expires_on)
    there = lots_at(uow.connection, product_id=product_id, location_id=location_id)
    missing = quantity_milli - sum(x.on_hand_milli for x in there if x.lot_id == lot_id)
    given = min(missing, _without_lot(uow, product_id, location_id)) if missing > 0 else 0
    if given > 0:
        _give_lot(uow, lot_id, location_id, given)
    return lot_id
