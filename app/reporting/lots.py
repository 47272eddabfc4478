"""Lots for the screens: what lies where, whence a lot came and who got it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, func, literal, or_, select

from app.catalog.tables import product
from app.fulfilment.tables import shipment
from app.inventory.refusals import NoSuchLotError
from app.inventory.states import LocationKind
from app.inventory.tables import goods_receipt, location, lot, lot_level, lot_move, transfer
from app.kernel.text import fold
from app.orders.tables import sales_order
from app.parties.tables import party
from app.till.tables import sale

PAGE: Final = 200
_ON_HAND: Final = func.coalesce(func.sum(lot_level.c.on_hand_milli), 0)


@dataclass(frozen=True, slots=True)
class LotRow:
    """A lot in the list; on hand at all places of ours together, base units."""

    id: int
    code: str
    product_id: int
    sku: str
    name: str
    unit: str
    expires_on: date | None
    on_hand_milli: int


@dataclass(frozen=True, slots=True)
class LotPlace:
    """What of a lot lies at a place."""

    place: str
    on_hand_milli: int


@dataclass(frozen=True, slots=True)
class LotTrace:
    """A move of a lot: with whom, by which document.

    Attributes:
        kind: of the place at the other end: supplier, customer, adjustment, internal; "" where
            goods that lay there were named.
        who: the supplier, the customer; the place for moves inside the house.
        reference: the supplier's delivery note, the number of the order.
    """

    at: datetime
    kind: str
    came: bool
    quantity_milli: int
    document_type: str
    document_id: int
    number: str
    who: str
    reference: str


def list_lots(
    connection: Connection, *, text: str = "", expires_by: date | None = None, there: bool = True,
    limit: int = PAGE,
) -> list[LotRow]:  # fmt: skip
    """Lots, what expires first at the top.

    Args:
        connection: a read transaction.
        text: the beginning of a lot, of a product's number, or a part of its name.
        expires_by: only lots whose last day is no later.
        there: only lots of which something lies at a place of ours.
        limit: so many at most.
    """
    query = _lots().order_by(lot.c.expires_on.is_(None), lot.c.expires_on, lot.c.id).limit(limit)
    if text.strip():
        wanted = text.strip()
        query = query.where(
            or_(
                lot.c.code.startswith(wanted, autoescape=True),
                product.c.sku.startswith(wanted.upper(), autoescape=True),
                product.c.search_key.contains(fold(wanted), autoescape=True),
            )
        )
    if expires_by is not None:
        query = query.where(lot.c.expires_on <= expires_by)
    if there:
        query = query.having(_ON_HAND > 0)
    return [LotRow(*row) for row in connection.execute(query)]


def _lots() -> Select[Any]:
    return (
        select(
            lot.c.id, lot.c.code, lot.c.product_id, product.c.sku, product.c.name, product.c.unit,
            lot.c.expires_on, _ON_HAND,
        )
        .join_from(lot, product, product.c.id == lot.c.product_id)
        .outerjoin(lot_level, lot_level.c.lot_id == lot.c.id)
        .group_by(
            lot.c.id, lot.c.code, lot.c.product_id, product.c.sku, product.c.name, product.c.unit,
            lot.c.expires_on,
        )
    )  # fmt: skip


def find_lots(connection: Connection, *, code: str, product_id: int | None = None) -> list[LotRow]:
    """The lots of a code, of one product where it is known."""
    query = _lots().where(lot.c.code == code.strip()).order_by(lot.c.id)
    if product_id is not None:
        query = query.where(lot.c.product_id == product_id)
    return [LotRow(*row) for row in connection.execute(query)]


def trace_lot(
    connection: Connection, *, lot_id: int
) -> tuple[LotRow, list[LotPlace], list[LotTrace]]:  # fmt: skip
    """A lot, where it lies, and every move of it, the first at the top; raises NoSuchLotError."""
    head = connection.execute(_lots().where(lot.c.id == lot_id)).one_or_none()
    if head is None:
        raise NoSuchLotError
    places = connection.execute(
        select(location.c.name, lot_level.c.on_hand_milli)
        .join_from(lot_level, location, location.c.id == lot_level.c.location_id)
        .where(lot_level.c.lot_id == lot_id, lot_level.c.on_hand_milli != 0)
        .order_by(location.c.name)
    )
    moves = connection.execute(
        select(lot_move).where(lot_move.c.lot_id == lot_id).order_by(lot_move.c.at, lot_move.c.id)
    ).all()
    names = DocumentNames(connection, moves)
    return LotRow(*head), [LotPlace(*row) for row in places], [names.trace(m) for m in moves]


class DocumentNames:
    """Numbers, partners and references of the documents of some moves: once for all."""

    def __init__(self, connection: Connection, moves: Sequence[Row[Any]]) -> None:
        self._ends = {
            r.id: (r.kind, r.name)
            for r in connection.execute(select(location.c.id, location.c.kind, location.c.name))
        }
        self._known: dict[tuple[str, int], tuple[str, str, str]] = {}
        for kind, query, key in _QUERIES:
            ids = {m.document_id for m in moves if m.document_type == kind}
            if ids:
                rows = connection.execute(query.where(key.in_(ids)))
                self._known |= {(kind, r[0]): (r[1] or "", r[2] or "", r[3] or "") for r in rows}

    def trace(self, move: Row[Any]) -> LotTrace:
        """A move in words."""
        source = self._ends.get(move.from_location_id, ("", ""))
        target = self._ends.get(move.to_location_id, ("", ""))
        inside = LocationKind.INTERNAL.value
        came = target[0] == inside and source[0] != inside
        other = source if came else target
        number, who, reference = self._known.get((move.document_type, move.document_id), ("", "", ""))
        if other[0] == inside:
            who = f"{source[1]} - {target[1]}"
        return LotTrace(
            move.at, other[0], came, move.quantity_milli, move.document_type, move.document_id, number, who,
            reference,
        )  # fmt: skip


_QUERIES: Final[tuple[tuple[str, Select[Any], Any], ...]] = (
    (
        "goods_receipt",
        select(
            goods_receipt.c.id, goods_receipt.c.number, goods_receipt.c.supplier, goods_receipt.c.reference
        ),
        goods_receipt.c.id,
    ),
    (
        "shipment",
        select(shipment.c.id, shipment.c.number, party.c.name, sales_order.c.number)
        .join_from(shipment, party, party.c.id == shipment.c.party_id)
        .join(sales_order, sales_order.c.id == shipment.c.order_id),
        shipment.c.id,
    ),
    (
        "sale",
        select(sale.c.id, sale.c.number, party.c.name, party.c.number)
        .select_from(sale.outerjoin(party, party.c.id == sale.c.party_id)),
        sale.c.id,
    ),
    (
        "transfer",
        select(transfer.c.id, transfer.c.number, literal(""), literal("")),
        transfer.c.id,
    ),
)  # fmt: skip
