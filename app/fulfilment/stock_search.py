"""Documents of the stock by the beginning of their number, for the search over everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from sqlalchemy import Column, Connection, Select, select

from app.catalog.tables import product
from app.fulfilment.tables import pick_list, shipment
from app.inventory.tables import goods_receipt, location, lot, serial, stock_count, transfer
from app.parties.tables import party

_TO: Final = location.alias("to_place")
_Source: TypeAlias = tuple[str, Select[Any], Column[Any]]
_SOURCES: Final[tuple[_Source, ...]] = (
    (
        "receipt",
        select(goods_receipt.c.id, goods_receipt.c.number, goods_receipt.c.supplier),
        goods_receipt.c.number,
    ),
    (
        "transfer",
        select(transfer.c.id, transfer.c.number, _TO.c.name)
        .join_from(transfer, _TO, _TO.c.id == transfer.c.to_location_id),
        transfer.c.number,
    ),
    (
        "count",
        select(stock_count.c.id, stock_count.c.number, location.c.name)
        .join_from(stock_count, location, location.c.id == stock_count.c.location_id),
        stock_count.c.number,
    ),
    (
        "lot",
        select(lot.c.id, lot.c.code, product.c.name)
        .join_from(lot, product, product.c.id == lot.c.product_id),
        lot.c.code,
    ),
    (
        "serial",
        select(serial.c.id, serial.c.code, product.c.name)
        .join_from(serial, product, product.c.id == serial.c.product_id),
        serial.c.code,
    ),
)  # fmt: skip
_WAREHOUSE: Final[tuple[_Source, ...]] = (
    ("pick", select(pick_list.c.id, pick_list.c.number, pick_list.c.status), pick_list.c.number),
    (
        "ship",
        select(shipment.c.id, shipment.c.number, party.c.name)
        .join_from(shipment, party, party.c.id == shipment.c.party_id),
        shipment.c.number,
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StockDocument:
    """A goods receipt, a transfer, a count, a lot, a piece; a pick list with its state, a shipment."""

    kind: str  # "receipt", "transfer", "count", "lot", "serial"; "pick", "ship"
    id: int
    number: str
    detail: str


def search_stock_documents(connection: Connection, *, text: str, limit: int = 6) -> list[StockDocument]:
    """What begins so, the newest first; numbers in any letters, lots and pieces as they are written."""
    return _search(connection, _SOURCES, text.strip(), limit)


def search_warehouse(connection: Connection, *, text: str, limit: int = 6) -> list[StockDocument]:
    """Pick lists ("pick") and shipments ("ship") whose number begins so, the newest first."""
    return _search(connection, _WAREHOUSE, text.strip(), limit)


def _search(
    connection: Connection, sources: Sequence[_Source], wanted: str, limit: int
) -> list[StockDocument]:
    found: list[StockDocument] = []
    if not wanted:
        return found
    for kind, query, column in sources:
        begins = wanted if kind in {"lot", "serial"} else wanted.upper()
        rows = connection.execute(
            query.where(column.startswith(begins, autoescape=True))
            .order_by(query.selected_columns[0].desc())
            .limit(limit)
        )
        for row in rows:
            key, number, detail = list(row)
            found.append(StockDocument(kind, int(key), str(number), str(detail or "")))
    return found[:limit]
