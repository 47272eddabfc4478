"""The prices of a list as a table and as a file: shown, written out, read in."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from app.audit.operations import note
from app.catalog.barcodes import canonical_code
from app.catalog.importing.amounts import NotANumberError, guess_decimal, parse_minor
from app.catalog.importing.reading import Line, open_source
from app.catalog.search import find_product_ids
from app.catalog.tables import barcode, packaging, product
from app.db.unit_of_work import UnitOfWork
from app.kernel.money import minor_digits
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import as_cell, from_cell
from app.pricing.events import PricesChanged
from app.pricing.operations import PriceDraft, write_prices
from app.pricing.tables import price, price_change, price_list

HEADS: Final = ("number", "name", "packaging", "from_quantity", "valid_from", "valid_to", "price")
_WORDS: Final = {
    "number": ("number", "sku", "nummer", "artikelnummer", "barcode", "ean", "gtin"),
    "packaging": ("packaging", "unit", "gebinde", "einheit"),
    "from_quantity": ("from_quantity", "quantity", "ab_menge", "menge"),
    "valid_from": ("valid_from", "from", "von", "gueltig_ab", "gültig_ab"),
    "valid_to": ("valid_to", "until", "to", "bis", "gueltig_bis", "gültig_bis"),
    "price": ("price", "preis"),
}
_MILLI: Final = 3
_MOST_ERRORS: Final = 200
_FOUND: Final = 2000


class PriceFileColumnsError(Refusal):
    """Neither a number nor a price."""

    message = "The file has no columns “number” and “price”. Name them in its first line."


@dataclass(frozen=True, slots=True)
class ListedPrice:
    """One price of a list, with what it is for."""

    id: int
    product_id: int
    sku: str
    name: str
    unit: str
    packaging_id: int | None
    packaging: str
    min_quantity_milli: int
    valid_from: date | None
    valid_to: date | None
    price_minor: int
    change_name: str  # of the planned change that it belongs to


@dataclass
class PriceFile:
    """What a file says: the prices, and the lines that say nothing that can be used."""

    drafts: list[PriceDraft] = field(default_factory=list)
    errors: list[tuple[int, str]] = field(default_factory=list)  # line, what is wrong


def _listed(price_list_id: int) -> Select[Any]:
    return (
        select(
            price.c.id, price.c.product_id, product.c.sku, product.c.name, product.c.unit,
            price.c.packaging_id, func.coalesce(packaging.c.name, ""), price.c.min_quantity_milli,
            price.c.valid_from, price.c.valid_to, price.c.price_minor,
            func.coalesce(price_change.c.name, ""),
        )
        .join_from(price, product, product.c.id == price.c.product_id)
        .outerjoin(packaging, packaging.c.id == price.c.packaging_id)
        .outerjoin(price_change, price_change.c.id == price.c.change_id)
        .where(price.c.price_list_id == price_list_id)
        .order_by(
            product.c.search_key, product.c.id, packaging.c.name, price.c.min_quantity_milli, price.c.id
        )
    )  # fmt: skip


def list_listed_prices(
    connection: Connection, *, price_list_id: int, text: str = "", change_id: int | None = None,
    limit: int = 200, offset: int = 0,
) -> list[ListedPrice]:  # fmt: skip
    """A page of the prices of a list by product: of the products a text finds, of a planned change."""
    query = _listed(price_list_id)
    if change_id is not None:
        query = query.where(price.c.change_id == change_id)
    if text.strip():
        ids = find_product_ids(connection, text=text, limit=_FOUND)
        query = query.where(price.c.product_id.in_(ids))
    return [ListedPrice(*row) for row in connection.execute(query.limit(limit).offset(offset))]


def price_file(connection: Connection, *, price_list_id: int) -> bytes:
    """All prices of a list as CSV: UTF-8 with a mark, semicolons, decimal points."""
    currency = connection.execute(
        select(price_list.c.currency).where(price_list.c.id == price_list_id)
    ).scalar_one()
    digits = minor_digits(currency)
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADS)
    for row in connection.execute(_listed(price_list_id)):
        x = ListedPrice(*row)
        writer.writerow([
            *map(as_cell, (x.sku, x.name, x.packaging)), Decimal(x.min_quantity_milli).scaleb(-_MILLI),
            x.valid_from or "", x.valid_to or "", Decimal(x.price_minor).scaleb(-digits),
        ])  # fmt: skip
    return out.getvalue().encode("utf-8-sig")


def read_price_file(connection: Connection, *, path: Path, price_list_id: int) -> PriceFile:
    """The prices of a CSV or XLSX file; products by number or barcode.

    Raises:
        PriceFileColumnsError, and those of app.catalog.importing.reading: see their sentences.
    """
    lines = list(open_source(path).lines())
    columns = _columns(lines[0].cells if lines else [])
    currency = connection.execute(
        select(price_list.c.currency).where(price_list.c.id == price_list_id)
    ).scalar_one()
    reader = _Reader(connection, columns, lines[1:], minor_digits(currency))
    found = PriceFile()
    for line in lines[1:]:
        try:
            found.drafts.append(reader.draft(line))
        except ValueError as error:
            if len(found.errors) < _MOST_ERRORS:
                found.errors.append((line.number, str(error)))
    return found


def _columns(heads: Sequence[str]) -> dict[str, int]:
    names = ["_".join(h.strip().casefold().split()) for h in heads]
    found = {
        field_: next((names.index(w) for w in words if w in names), -1) for field_, words in _WORDS.items()
    }
    if found["number"] < 0 or found["price"] < 0:
        raise PriceFileColumnsError
    return found


class _Reader:
    """Lines into drafts; products and packagings are looked up at once for all lines."""

    def __init__(
        self, connection: Connection, columns: dict[str, int], lines: Sequence[Line], digits: int
    ) -> None:
        self._columns, self._digits = columns, digits
        self._decimal = guess_decimal(self._cell(x, "price") for x in lines[:500])
        numbers = sorted({self._cell(x, "number") for x in lines})
        self._products = products_by_number(connection, numbers)
        ids = sorted(set(self._products.values()))
        self._packs = {
            (r.product_id, r.name.casefold()): r.id
            for at in range(0, len(ids), 500)
            for r in connection.execute(
                select(packaging).where(packaging.c.product_id.in_(ids[at : at + 500]))
            )
        }

    def _cell(self, line: Line, name: str) -> str:
        place = self._columns[name]
        return from_cell(line.cells[place].strip()) if 0 <= place < len(line.cells) else ""

    def draft(self, line: Line) -> PriceDraft:
        """One price; raises ValueError with what is wrong."""
        number = self._cell(line, "number")
        product_id = self._products.get(number)
        if product_id is None:
            raise ValueError(f"no product has the number “{number[:40]}”")
        pack = self._cell(line, "packaging")
        packaging_id = self._packs.get((product_id, pack.casefold())) if pack else None
        if pack and packaging_id is None:
            raise ValueError(f"{number[:40]} has no packaging “{pack[:40]}”")
        least = self._cell(line, "from_quantity")
        return PriceDraft(
            product_id, parse_minor(self._cell(line, "price"), self._decimal, self._digits), packaging_id,
            parse_minor(least, self._decimal, _MILLI) if least else 0, self._day(line, "valid_from"),
            self._day(line, "valid_to"),
        )  # fmt: skip

    def _day(self, line: Line, name: str) -> date | None:
        text = self._cell(line, name)
        if not text:
            return None
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            raise NotANumberError(f"“{text[:20]}” is no day as 2026-05-01") from None


def products_by_number(connection: Connection, numbers: Sequence[str]) -> dict[str, int]:
    """Ids of products by their number, else by a barcode."""
    found: dict[str, int] = {}
    codes: dict[str, str] = {}
    for number in numbers:
        try:
            codes[canonical_code(number)] = number
        except Refusal:
            continue
    wanted = list(codes)
    for at in range(0, len(wanted), 500):
        rows = connection.execute(
            select(barcode.c.code, barcode.c.product_id).where(
                barcode.c.code.in_(wanted[at : at + 500]), barcode.c.packaging_id.is_(None)
            )
        )
        found |= {codes[r.code]: r.product_id for r in rows}
    for at in range(0, len(numbers), 500):
        rows = connection.execute(
            select(product.c.sku, product.c.id).where(product.c.sku.in_(numbers[at : at + 500]))
        )
        found |= {r.sku: r.id for r in rows}
    return found


@permitted(Permission.EDIT_CATALOG)
def import_prices(
    uow: UnitOfWork, *, price_list_id: int, drafts: Sequence[PriceDraft], file_name: str = ""
) -> int:
    """Set the prices of a file in a list, all or none; returns how many differ from before.

    Raises:
        PriceRangeError, PriceDatesError, NoSuchPriceListError: see their sentences.
    """
    changed = write_prices(uow, price_list_id=price_list_id, drafts=drafts)
    note(
        uow, kind="prices.imported", document_type="price_list", document_id=price_list_id,
        payload={"file": file_name[:200], "prices": len(drafts), "changed": changed},
    )  # fmt: skip
    uow.record(PricesChanged(price_list_id=price_list_id, product_ids=()))
    return changed
