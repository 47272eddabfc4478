"""Documents of the stock by the beginning of their number, for the search over everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, Connection, Select, select

from app.catalog.tables import product
from app.inventory.tables import goods_receipt, location, lot, serial, stock_count, transfer

_TO: Final = location.alias("to_place")
_SOURCES: Final[tuple[tuple[str, Select[Any], Column[Any]], ...]] = (
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


@dataclass(frozen=True, slots=True)
class StockDocument:
    """A goods receipt, a transfer, a count, a lot or a piece."""

    kind: str  # "receipt", "transfer", "count", "lot", "serial"
    id: int
    number: str
    detail: str


def search_stock_documents(connection: Connection, *, text: str, limit: int = 6) -> list[StockDocument]:
    """What begins so, the newest first; numbers in any letters, lots and serial numbers as they are written."""
    wanted = text.strip()
    found: list[StockDocument] = []
    if not wanted:
        return found
    for kind, query, column in _SOURCES:
        begins = wanted if kind in {"lot", "serial"} else wanted.upper()
        rows = connection.execute(
            query.where(column.startswith(begins, autoescape=True))
            .order_by(query.selected_columns[0].desc())
            .limit(limit)
        )
        found += [StockDocument(kind, int(r[0]), str(r[1]), str(r[2] or "")) for r in rows]
    return found[:limit]
