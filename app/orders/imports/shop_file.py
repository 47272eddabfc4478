"""The way back: a file of stock and prices that the shop outside can take in."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from app.catalog.queries import ProductFilter, ProductRow, list_products
from app.inventory.operations import SALES_FLOOR
from app.inventory.queries import location_id
from app.inventory.reservations import list_availability
from app.kernel.money import minor_digits
from app.kernel.quantity import ONE, milli_to_decimal
from app.kernel.refusal import Refusal
from app.kernel.text import as_cell
from app.orders.imports.operations import get_import_list
from app.orders.imports.profiles import CSV, SHOPIFY, WOOCOMMERCE
from app.organisation.queries import get_company
from app.runtime.run import Runtime

_PAGE: Final = 500
_WHOLE: Final = "pc"
# header -> what stands below it
_HEADERS: Final[Mapping[str, Mapping[str, str]]] = {
    SHOPIFY: {
        "Variant SKU": "sku", "Variant Barcode": "barcode", "Variant Inventory Qty": "stock",
        "Variant Price": "price",
    },
    WOOCOMMERCE: {"SKU": "sku", "In stock?": "is_there", "Stock": "stock", "Regular price": "price"},
    CSV: {"sku": "sku", "barcode": "barcode", "stock": "stock", "price": "price", "currency": "currency"},
}  # fmt: skip
SHOP_PROFILES: Final = tuple(_HEADERS)


class ShopFileNotWrittenError(Refusal):
    """The file cannot be written."""

    message = "{path} cannot be written ({detail}). Choose another folder."


@dataclass(frozen=True, slots=True)
class ShopGoods:
    """Goods as the shop outside is to show them; what is promised is not for sale there."""

    sku: str
    barcode: str
    available_milli: int | None  # None: a service, no stock is kept
    unit: str
    price_minor: int
    currency: str

    @property
    def fields(self) -> dict[str, str]:
        """As they are written: whole pieces, prices with a point."""
        milli = max(self.available_milli or 0, 0)
        stock = str(milli // ONE) if self.unit == _WHOLE else f"{milli_to_decimal(milli):f}"
        is_there = self.available_milli is None or milli > 0
        price = Decimal(self.price_minor).scaleb(-minor_digits(self.currency))
        return {
            "sku": self.sku, "barcode": self.barcode, "price": f"{price:f}", "currency": self.currency,
            "stock": "" if self.available_milli is None else stock, "is_there": "1" if is_there else "0",
        }  # fmt: skip


def list_shop_goods(
    connection: Connection, *, price_list: str | None, on: date, offset: int
) -> list[ShopGoods] | None:
    """A page of the goods in use that have a price; None after the last page."""
    list_id, currency = get_import_list(connection, code=price_list)
    place = location_id(connection, code=SALES_FLOOR)
    rows = list_products(
        connection, wanted=ProductFilter(), price_list_id=list_id, location_id=place, on=on, limit=_PAGE,
        offset=offset,
    )  # fmt: skip
    if not rows:
        return None
    stock = list_availability(connection, location_id=place, product_ids=[row.id for row in rows])

    def free(row: ProductRow) -> int | None:
        return None if row.on_hand_milli is None else stock[row.id].available_milli

    return [
        ShopGoods(row.sku, row.barcode, free(row), row.unit, row.price_minor, currency)
        for row in rows
        if row.price_minor is not None
    ]


def write_shop_file(
    runtime: Runtime, *, path: Path, profile: str = CSV, price_list: str | None = None
) -> int:
    """Write stock and prices of all goods for a shop outside; returns how many.

    Nothing is left of a file that could not be finished.

    Raises:
        ShopFileNotWrittenError, NoSuchImportListError: see their sentences.
    """
    on = runtime.ask(get_company).day_of(runtime.factory.clock())
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(_HEADERS[profile])
            count = 0
            for goods in _all(runtime, price_list, on):
                writer.writerow(as_cell(goods.fields[name]) for name in _HEADERS[profile].values())
                count += 1
        part.replace(path)
    except OSError as error:
        raise ShopFileNotWrittenError(path=path, detail=error.strerror) from error
    finally:
        part.unlink(missing_ok=True)
    return count


def _all(runtime: Runtime, price_list: str | None, on: date) -> Iterator[ShopGoods]:
    offset = 0
    while True:
        page = runtime.ask(list_shop_goods, price_list=price_list, on=on, offset=offset)
        if page is None:
            return
        yield from page
        offset += _PAGE
