"""The full history of a product at a place, page by page, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Column, Connection, Row, or_, select

from app.access.tables import user_account
from app.assembly.tables import assembly
from app.fulfilment.tables import shipment
from app.inventory.queries import on_hand
from app.inventory.tables import goods_receipt, location, product_day, stock_move, transfer
from app.till.tables import sale


@dataclass(frozen=True, slots=True)
class MoveMark:
    """Where a page of the history ended."""

    business_date: date
    at: datetime
    move_id: int
    balance_milli: int  # before that move: after the next older one


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One move as the place saw it.

    Attributes:
        id: of the move.
        at: when it was booked.
        quantity_milli: in (positive) or out (negative), base units.
        balance_milli: on hand after it.
        document_type: "sale", "adjustment", "goods_receipt", "transfer", "shipment", "revaluation".
        document_id: its id.
        number: of the document, "" where it has none.
        other_kind: kind of the place at the other end (a LocationKind).
        reason: why, or the lot; "" where none was given.
        who: who booked it.
    """

    id: int
    at: datetime
    quantity_milli: int
    balance_milli: int
    document_type: str
    document_id: int
    number: str
    other_kind: str
    reason: str
    who: str


@dataclass(frozen=True, slots=True)
class MovePage:
    """Some moves, the newest first; `mark` leads to the next page, None: there is none."""

    rows: tuple[MoveRow, ...]
    mark: MoveMark | None


_NUMBERS: Final[Mapping[str, tuple[Column[Any], Column[Any]]]] = MappingProxyType(
    {
        "sale": (sale.c.id, sale.c.number),
        "goods_receipt": (goods_receipt.c.id, goods_receipt.c.number),
        "transfer": (transfer.c.id, transfer.c.number),
        "shipment": (shipment.c.id, shipment.c.number),
        "assembly": (assembly.c.id, assembly.c.number),
    }
)


def page_of_moves(
    connection: Connection, *, product_id: int, location_id: int, mark: MoveMark | None = None,
    limit: int = 60,
) -> MovePage:  # fmt: skip
    """A page of the history with the stock after each move.

    Read day by day through `product_day`, as the moves have no index on the product (docs/adr/0005);
    the balance goes back from what is on hand now.
    """
    balance = (
        on_hand(connection, product_id=product_id, location_id=location_id)
        if mark is None
        else mark.balance_milli
    )
    found: list[Row[Any]] = []
    for row in _moves(connection, product_id, location_id, mark):
        found.append(row)
        if len(found) > limit:
            break
    shown = found[:limit]
    signed = [r.quantity_milli if r.to_location_id == location_id else -r.quantity_milli for r in shown]
    names = _Names(connection, shown, location_id)
    rows = []
    for row, quantity in zip(shown, signed, strict=True):
        rows.append(names.row(row, quantity, balance))
        balance -= quantity
    last = shown[-1] if len(found) > limit else None
    return MovePage(
        tuple(rows), None if last is None else MoveMark(last.business_date, last.at, last.id, balance)
    )


def _moves(
    connection: Connection, product_id: int, location_id: int, mark: MoveMark | None
) -> Iterator[Row[Any]]:
    days = (
        select(product_day.c.business_date)
        .where(product_day.c.product_id == product_id)
        .order_by(product_day.c.business_date.desc())
    )
    if mark is not None:
        days = days.where(product_day.c.business_date <= mark.business_date)
    for on in connection.execute(days).scalars().all():
        rows = connection.execute(
            select(stock_move)
            .where(
                stock_move.c.business_date == on,
                stock_move.c.product_id == product_id,
                or_(stock_move.c.from_location_id == location_id, stock_move.c.to_location_id == location_id),
            )
            .order_by(stock_move.c.at.desc(), stock_move.c.id.desc())
        ).all()
        for row in rows:
            if mark is None or (on, row.at, row.id) < (mark.business_date, mark.at, mark.move_id):
                yield row


class _Names:
    """Numbers of the documents, names of the people, kinds of the places: once for a page."""

    def __init__(self, connection: Connection, rows: Sequence[Row[Any]], location_id: int) -> None:
        self._here = location_id
        self._numbers: dict[tuple[str, int], str] = {}
        for kind, (key, number) in _NUMBERS.items():
            ids = {r.document_id for r in rows if r.document_type == kind}
            self._numbers |= {(kind, i): n for i, n in _pairs(connection, key, number, ids)}
        people = {r.actor_id for r in rows}
        self._people = dict(_pairs(connection, user_account.c.id, user_account.c.name, people))
        ends = {self._other(r) for r in rows}
        self._kinds = dict(_pairs(connection, location.c.id, location.c.kind, ends))

    def row(self, row: Row[Any], quantity: int, balance: int) -> MoveRow:
        """A move with its names."""
        return MoveRow(
            row.id, row.at, quantity, balance, row.document_type, row.document_id,
            self._numbers.get((row.document_type, row.document_id)) or "",
            self._kinds.get(self._other(row), ""), row.reason or "", self._people.get(row.actor_id, ""),
        )  # fmt: skip

    def _other(self, row: Row[Any]) -> int:
        return int(row.from_location_id if row.to_location_id == self._here else row.to_location_id)


def _pairs(
    connection: Connection, key: Column[Any], value: Column[Any], ids: Iterable[int]
) -> list[tuple[int, str]]:
    wanted = list(ids)
    if not wanted:
        return []
    return [(int(i), v or "") for i, v in connection.execute(select(key, value).where(key.in_(wanted)))]
