"""Putting products together and taking them apart: stock and value move, not a cent is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, Select, insert, select

from app.assembly.refusals import (
    AssemblyLotError,
    AssemblyQuantityError,
    AssemblySerialError,
    AssemblyUndoneError,
    NoRecipeError,
    NoSuchAssemblyError,
    PartMissingError,
)
from app.assembly.rules import needed, share_cost
from app.assembly.states import AssemblyKind
from app.assembly.tables import assembly, assembly_line
from app.audit.steps import take_step
from app.catalog.events import ProductsChanged
from app.catalog.kits import list_parts
from app.catalog.refusals import NoSuchProductError
from app.catalog.states import UNSTOCKED
from app.catalog.tables import product
from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_add
from app.inventory.costing import goods_in, goods_out
from app.inventory.lots import Share, ensure_lot, move_lots
from app.inventory.operations import create_location_row, lock_levels, save_levels, seal_moves
from app.inventory.rules import Level, value_of
from app.inventory.serials import asks_serials
from app.inventory.states import LocationKind, NegativeStock
from app.inventory.tables import location, product_day, stock_move
from app.kernel.ids import next_id, take_ids
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import MAX_MILLI, ONE, milli_to_decimal
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.periods import require_open_period
from app.ledger.rules import Posting
from app.numbering.operations import take_number
from app.organisation.queries import get_company

WORKBENCH: Final = "ASSEMBLY"


@dataclass(frozen=True, slots=True)
class Goods:
    """Goods that go in or come out, base units; `worth` is what they weigh where a cost is shared out."""

    product_id: int
    name: str
    quantity_milli: int
    worth: int = 0


@dataclass(frozen=True, slots=True)
class Incoming:
    """The lot of what comes in, for goods that are kept by lot."""

    lot: str = ""
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Assembled:
    """What was booked: `cost_minor` went out and came in, less what a set cost makes of it."""

    assembly_id: int
    number: str
    cost_minor: int
    was_there: bool = False


@dataclass(frozen=True, slots=True)
class _Work:
    """One piece of work: what goes out, what comes in, at one place."""

    kind: AssemblyKind
    product: Goods
    parts: tuple[Goods, ...]
    location_id: int
    incoming: Incoming = Incoming()
    note: str = ""
    undoes_id: int | None = None

    @property
    def out(self) -> tuple[Goods, ...]:
        return self.parts if self.kind is AssemblyKind.BUILD else (self.product,)

    @property
    def into(self) -> tuple[Goods, ...]:
        return (self.product,) if self.kind is AssemblyKind.BUILD else self.parts


@permitted(Permission.ASSEMBLE)
def assemble(
    uow: UnitOfWork, *, uuid: str, product_id: int, location_id: int, quantity_milli: int,
    incoming: Incoming = Incoming(), remark: str = "",
) -> Assembled:  # fmt: skip
    """Put so many of a product together: its parts leave the stock, it comes in at what they cost.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is done once.
        product_id: what is made.
        location_id: where the parts lie and the product is put.
        quantity_milli: how many, base units.
        incoming: the lot it is made as, where it is kept by lot.
        remark: whatever should be said of it.

    Raises:
        AssemblyQuantityError, NoRecipeError, PartMissingError, AssemblySerialError, AssemblyLotError,
        PeriodClosedError: see their sentences.
    """
    return _do(uow, uuid, AssemblyKind.BUILD, product_id, location_id, quantity_milli, incoming, remark)


@permitted(Permission.ASSEMBLE)
def take_apart(
    uow: UnitOfWork, *, uuid: str, product_id: int, location_id: int, quantity_milli: int, remark: str = ""
) -> Assembled:
    """Take so many of a product apart: it leaves the stock, its parts come in.

    What it cost is shared out in proportion to what the parts cost now. Raises as assemble.
    """
    return _do(
        uow, uuid, AssemblyKind.TAKE_APART, product_id, location_id, quantity_milli, Incoming(), remark
    )


@permitted(Permission.ASSEMBLE)
def undo_assembly(uow: UnitOfWork, *, uuid: str, assembly_id: int) -> Assembled:
    """Take a piece of work back: the same goods the other way, shared out as they were.

    Raises:
        NoSuchAssemblyError, AssemblyUndoneError, and as assemble.
    """
    there = _done(uow, uuid)
    if there is not None:
        return there
    row = uow.connection.execute(
        select(assembly).where(assembly.c.id == assembly_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchAssemblyError
    undone = select(assembly.c.id).where(assembly.c.undoes_id == assembly_id)
    if row.undoes_id is not None or uow.connection.execute(undone).first() is not None:
        raise AssemblyUndoneError(number=row.number)
    other = AssemblyKind.TAKE_APART if row.kind == AssemblyKind.BUILD.value else AssemblyKind.BUILD
    names = _names(uow, row.product_id)
    lines: Select[Any] = (
        select(assembly_line, product.c.name)
        .join_from(assembly_line, product, product.c.id == assembly_line.c.product_id)
        .where(assembly_line.c.assembly_id == assembly_id)
        .order_by(assembly_line.c.position)
    )
    parts = tuple(
        Goods(x.product_id, x.name, x.quantity_milli, x.cost_minor) for x in uow.connection.execute(lines)
    )
    work = _Work(
        other, Goods(row.product_id, names.name, row.quantity_milli), parts, row.location_id,
        note=str(row.number), undoes_id=assembly_id,
    )  # fmt: skip
    return _book(uow, uuid, work)


def _do(
    uow: UnitOfWork, uuid: str, kind: AssemblyKind, product_id: int, location_id: int, quantity_milli: int,
    incoming: Incoming, remark: str,
) -> Assembled:  # fmt: skip
    there = _done(uow, uuid)
    if there is not None:
        return there
    if not 0 < quantity_milli <= MAX_MILLI:
        raise AssemblyQuantityError(limit=MAX_MILLI // ONE)
    row = _names(uow, product_id)
    parts = tuple(
        Goods(p.product_id, p.name, milli, value_of(milli, p.unit_cost_micro))
        for p in list_parts(uow.connection, product_id=product_id, location_id=location_id)
        if p.on_hand_milli is not None and (milli := needed(quantity_milli, p.quantity_milli))
    )
    if row.kind in UNSTOCKED or not parts:
        raise NoRecipeError(name=row.name)
    told = clean_field(remark, field="Note", limit=NAME)
    whole = Goods(product_id, row.name, quantity_milli)
    return _book(uow, uuid, _Work(kind, whole, parts, location_id, incoming, told))


def _done(uow: UnitOfWork, uuid: str) -> Assembled | None:
    row = uow.connection.execute(select(assembly).where(assembly.c.uuid == uuid)).one_or_none()
    if row is None:
        return None
    return Assembled(row.id, row.number, max(row.parts_minor, row.product_minor), was_there=True)


def _names(uow: UnitOfWork, product_id: int) -> Row[Any]:
    query: Select[Any] = select(product.c.name, product.c.kind).where(product.c.id == product_id)
    row = uow.connection.execute(query).one_or_none()
    if row is None:
        raise NoSuchProductError
    return row


def _book(uow: UnitOfWork, uuid: str, work: _Work) -> Assembled:
    on = get_company(uow.connection).day_of(uow.now)
    require_open_period(uow.connection, on=on)
    goods = (*work.out, *work.into)
    levels = lock_levels(uow, work.location_id, [g.product_id for g in goods])
    _check(work, levels)
    assembly_id = next_id()
    costs = [_out(uow, work, g, levels) for g in work.out]
    cost = sum(costs)
    into = share_cost(cost, [g.worth for g in work.into], [g.quantity_milli for g in work.into])
    worths = [_in(uow, work, g, share, levels) for g, share in zip(work.into, into, strict=True)]
    save_levels(uow, work.location_id, levels)
    _move(uow, assembly_id, work, [*costs, *worths], levels, on)
    post(
        uow, kind="assembly", business_date=on, document_type="assembly", document_id=assembly_id,
        postings=[
            Posting("inventory", sum(worths) - cost), Posting("stock_adjustment", cost - sum(worths)),
        ],
    )  # fmt: skip
    number = take_number(uow, document_type="assembly", scope="A", fiscal_year=on.year).text
    _write(uow, assembly_id, uuid, number, work, costs, worths, on)
    return Assembled(assembly_id, number, cost)


def _check(work: _Work, levels: Mapping[int, Level]) -> None:
    """Parts that are not there cannot be put together, unless the goods may go below zero."""
    for g in (*work.out, *work.into):
        if asks_serials(levels[g.product_id]):
            raise AssemblySerialError(name=g.name)
    for g in work.out:
        level = levels[g.product_id]
        if g.quantity_milli > level.on_hand_milli and level.negative != NegativeStock.ALLOW.value:
            raise PartMissingError(
                wanted=milli_to_decimal(g.quantity_milli), name=g.name,
                found=milli_to_decimal(max(level.on_hand_milli, 0)),
            )  # fmt: skip
    for g in work.into:
        if levels[g.product_id].by_lot and not work.incoming.lot.strip():
            raise AssemblyLotError(name=g.name)


def _out(uow: UnitOfWork, work: _Work, g: Goods, levels: dict[int, Level]) -> int:
    levels[g.product_id], cost = goods_out(
        uow, work.location_id, g.product_id, levels[g.product_id], g.quantity_milli
    )
    return cost


def _in(uow: UnitOfWork, work: _Work, g: Goods, cost_minor: int, levels: dict[int, Level]) -> int:
    levels[g.product_id], worth = goods_in(
        uow, work.location_id, g.product_id, levels[g.product_id], g.quantity_milli, cost_minor
    )
    return worth


def _move(
    uow: UnitOfWork, assembly_id: int, work: _Work, costs: Sequence[int], levels: Mapping[int, Level],
    on: date,
) -> None:  # fmt: skip
    goods = (*work.out, *work.into)
    bench = _workbench(uow)
    moves: list[dict[str, object]] = []
    for i, (move_id, g, cost) in enumerate(zip(take_ids(len(goods)), goods, costs, strict=True)):
        ends = (work.location_id, bench) if i < len(work.out) else (bench, work.location_id)
        moves.append(
            {
                "id": move_id, "business_date": on, "at": uow.now, "product_id": g.product_id,
                "from_location_id": ends[0], "to_location_id": ends[1],
                "quantity_milli": g.quantity_milli, "cost_minor": cost, "document_type": "assembly",
                "document_id": assembly_id, "reason": None, "actor_id": uow.actor.user_id,
            }
        )  # fmt: skip
    uow.connection.execute(insert(stock_move), moves)
    seal_moves(uow, moves)
    kept = [product_id for product_id, level in levels.items() if level.by_lot]
    move_lots(uow, moves, kept, _lots(uow, work, moves, kept))
    insert_or_add(
        uow.connection,
        product_day,
        [
            {
                "product_id": g.product_id, "business_date": on, "sold_milli": 0, "revenue_minor": 0,
                "in_milli": 0 if g in work.out else g.quantity_milli,
                "out_milli": g.quantity_milli if g in work.out else 0,
            }
            for g in sorted(goods, key=lambda g: g.product_id)
        ],
        add=("in_milli", "out_milli"),
    )  # fmt: skip


def _lots(
    uow: UnitOfWork, work: _Work, moves: Sequence[Mapping[str, Any]], kept: Sequence[int]
) -> dict[int, list[Share]]:
    """The lot that comes in, by move."""
    return {
        int(m["id"]): [
            (
                ensure_lot(
                    uow, product_id=m["product_id"], code=work.incoming.lot,
                    expires_on=work.incoming.expires_on,
                ),
                m["quantity_milli"],
            )
        ]
        for m in moves[len(work.out) :]
        if m["product_id"] in kept
    }  # fmt: skip


def _workbench(uow: UnitOfWork) -> int:
    """Where goods are between one and the other; made when it is first needed."""
    found = uow.connection.execute(
        select(location.c.id).where(location.c.code == WORKBENCH)
    ).scalar_one_or_none()
    if found is not None:
        return int(found)
    return create_location_row(uow, code=WORKBENCH, name="Assembly", kind=LocationKind.ADJUSTMENT.value)


def _write(
    uow: UnitOfWork, assembly_id: int, uuid: str, number: str, work: _Work, costs: Sequence[int],
    worths: Sequence[int], on: date,
) -> None:  # fmt: skip
    build = work.kind is AssemblyKind.BUILD
    of_parts, of_product = (costs, worths) if build else (worths, costs)
    uow.connection.execute(
        insert(assembly),
        {
            "id": assembly_id, "uuid": uuid, "number": number, "kind": work.kind.value,
            "product_id": work.product.product_id, "location_id": work.location_id,
            "quantity_milli": work.product.quantity_milli, "parts_minor": sum(of_parts),
            "product_minor": sum(of_product), "note": work.note, "business_date": on, "at": uow.now,
            "actor_id": uow.actor.user_id, "undoes_id": work.undoes_id,
        },
    )  # fmt: skip
    uow.connection.execute(
        insert(assembly_line),
        [
            {
                "assembly_id": assembly_id, "position": i, "product_id": g.product_id,
                "quantity_milli": g.quantity_milli, "cost_minor": cost,
            }
            for i, (g, cost) in enumerate(zip(work.parts, of_parts, strict=True), start=1)
        ],
    )  # fmt: skip
    take_step(
        uow, document_type="assembly", document_id=assembly_id, step=work.kind.value, detail=number,
        payload={
            "number": number, "product": work.product.product_id,
            "quantity_milli": work.product.quantity_milli, "parts_minor": sum(of_parts),
            "product_minor": sum(of_product), "undoes": work.undoes_id,
            "lines": [[g.product_id, g.quantity_milli, c] for g, c in zip(work.parts, of_parts, strict=True)],
        },
    )  # fmt: skip
    uow.record(ProductsChanged(product_ids=tuple(g.product_id for g in (work.product, *work.parts))))
