"""What the operations on one product share: checking its fields, writing its parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, update

from app.catalog.barcodes import canonical_code, shown_code
from app.catalog.drafts import BarcodeDraft, PackagingDraft, PriceEntry, ProductDetails
from app.catalog.refusals import (
    AgeError,
    CodeTakenError,
    CodeTwiceError,
    NoSuchCategoryError,
    NoSuchPackagingError,
    NoSuchTaxClassError,
    PackagingQuantityError,
    PackagingTwiceError,
    ProductFieldError,
    SkuTakenError,
)
from app.catalog.tables import barcode, category, packaging, product, product_attribute
from app.db.columns import NAME, SHORT
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.quantity import MAX_MILLI, ONE
from app.kernel.text import clean_field, fold
from app.pricing.operations import MAX_PRICE_MINOR, PriceDraft, PriceRangeError, write_prices
from app.pricing.tables import price
from app.tax.tables import tax_class

MAX_AGE: Final = 99
MAX_NOTE: Final = 2000
_SAMPLE: Final = 200
_OWN_NUMBER: Final = re.compile(r"P([0-9]{6})")


def product_values(connection: Connection, details: ProductDetails) -> dict[str, Any]:
    """The columns of a product, checked; the SKU may still be empty.

    Raises:
        ProductFieldError, TextTooLongError, AgeError, PriceRangeError, NoSuchCategoryError,
        NoSuchTaxClassError: see their sentences.
    """
    name = clean_field(details.name, field="Name", limit=NAME)
    unit = clean_field(details.unit, field="Unit", limit=SHORT)
    for field, value in (("name", name), ("unit", unit)):
        if not value:
            raise ProductFieldError(field=field)
    if not 0 <= details.min_age <= MAX_AGE:
        raise AgeError
    if details.cost_minor is not None and not 0 <= details.cost_minor <= MAX_PRICE_MINOR:
        raise PriceRangeError
    check_category(connection, details.category_id)
    check_tax_class(connection, details.tax_class_id)
    return {
        "sku": clean_field(details.sku, field="Number", limit=NAME),
        "name": name,
        "search_key": fold(name)[: NAME * 2],
        "category_id": details.category_id,
        "tax_class_id": details.tax_class_id,
        "kind": str(details.kind),
        "unit": unit,
        "min_age": details.min_age,
        "cost_minor": details.cost_minor,
        "discountable": details.discountable,
        "tile_position": details.tile_position,
        "note": clean_field(details.note, field="Note", limit=MAX_NOTE),
    }


def check_category(connection: Connection, category_id: int) -> None:
    """Raise NoSuchCategoryError unless it is there."""
    if connection.execute(select(category.c.id).where(category.c.id == category_id)).first() is None:
        raise NoSuchCategoryError


def check_tax_class(connection: Connection, tax_class_id: int) -> None:
    """Raise NoSuchTaxClassError unless it is there."""
    if connection.execute(select(tax_class.c.id).where(tax_class.c.id == tax_class_id)).first() is None:
        raise NoSuchTaxClassError


def usual_tax_class(connection: Connection, category_id: int) -> int:
    """The tax class that most of a category's products have, else the first; raises NoSuchTaxClassError."""
    some = connection.execute(
        select(product.c.tax_class_id).where(product.c.category_id == category_id).limit(_SAMPLE)
    ).scalars()
    counted = Counter(some).most_common(1)
    if counted:
        return int(counted[0][0])
    first = connection.execute(
        select(tax_class.c.id).order_by(tax_class.c.code).limit(1)
    ).scalar_one_or_none()
    if first is None:
        raise NoSuchTaxClassError
    return int(first)


def check_sku(connection: Connection, sku: str, *, product_id: int | None = None) -> None:
    """Raise SkuTakenError when another product has the number."""
    row = connection.execute(select(product.c.id, product.c.name).where(product.c.sku == sku)).first()
    if row is not None and row.id != product_id:
        raise SkuTakenError(sku=sku, name=row.name)


def new_sku(connection: Connection, codes: Sequence[str]) -> str:
    """A number for a product without one: its barcode, else the next of P000001, P000002 ..."""
    if codes:
        return shown_code(codes[0])
    last = connection.execute(
        select(product.c.sku)
        .where(product.c.sku >= "P000000", product.c.sku <= "P999999")
        .order_by(product.c.sku.desc())
        .limit(50)
    ).scalars()
    numbers = [int(found[1]) for sku in last if (found := _OWN_NUMBER.fullmatch(sku))]
    return f"P{max(numbers, default=0) + 1:06d}"


def check_code(connection: Connection, code: str, *, product_id: int | None = None) -> None:
    """Raise CodeTakenError when another product has the barcode."""
    row = connection.execute(
        select(product.c.id, product.c.name)
        .join_from(barcode, product, product.c.id == barcode.c.product_id)
        .where(barcode.c.code == code)
    ).first()
    if row is not None and row.id != product_id:
        raise CodeTakenError(code=shown_code(code), name=row.name)


def canonical_codes(drafts: Sequence[BarcodeDraft]) -> list[tuple[str, str]]:
    """Code in its one form, and packaging, of each barcode; raises CodeTwiceError and canonical_code's."""
    found: list[tuple[str, str]] = []
    for draft in drafts:
        code = canonical_code(draft.code)
        if any(code == other for other, _ in found):
            raise CodeTwiceError(code=draft.code.strip())
        found.append((code, draft.packaging))
    return found


def write_attributes(uow: UnitOfWork, product_id: int, attributes: Sequence[tuple[str, str]]) -> None:
    """Make these the attributes of the product; those without a value are left out."""
    rows: dict[str, dict[str, object]] = {}
    for raw_name, raw_value in attributes:
        name = clean_field(raw_name, field="Attribute", limit=NAME)
        value = clean_field(raw_value, field=name or "Attribute", limit=NAME)
        if name and value:
            rows[name] = {"product_id": product_id, "name": name, "value": value}
    uow.connection.execute(delete(product_attribute).where(product_attribute.c.product_id == product_id))
    if rows:
        uow.connection.execute(insert(product_attribute), list(rows.values()))


def packagings_of(connection: Connection, product_id: int) -> dict[str, int]:
    """Ids of the product's packagings by name."""
    rows = connection.execute(
        select(packaging.c.name, packaging.c.id).where(packaging.c.product_id == product_id)
    )
    return {row.name: row.id for row in rows}


def write_packagings(uow: UnitOfWork, product_id: int, drafts: Sequence[PackagingDraft]) -> None:
    """Make these the packagings of the product; one that goes takes its barcodes and prices along.

    Raises:
        PackagingQuantityError, PackagingTwiceError, ProductFieldError: see their sentences.
    """
    wanted: dict[str, int] = {}
    for draft in drafts:
        name = clean_field(draft.name, field="Packaging", limit=NAME)
        if not name:
            raise ProductFieldError(field="name of the packaging")
        if name in wanted:
            raise PackagingTwiceError(name=name)
        if not 0 < draft.quantity_milli <= MAX_MILLI:
            raise PackagingQuantityError(limit=MAX_MILLI // ONE)
        wanted[name] = draft.quantity_milli
    there = packagings_of(uow.connection, product_id)
    gone = [there[name] for name in there if name not in wanted]
    if gone:
        uow.connection.execute(delete(barcode).where(barcode.c.packaging_id.in_(gone)))
        uow.connection.execute(delete(price).where(price.c.packaging_id.in_(gone)))
        uow.connection.execute(delete(packaging).where(packaging.c.id.in_(gone)))
    for name, milli in wanted.items():
        if name in there:
            uow.connection.execute(
                update(packaging).where(packaging.c.id == there[name]).values(quantity_milli=milli)
            )
        else:
            row = {"id": next_id(), "product_id": product_id, "name": name, "quantity_milli": milli}
            uow.connection.execute(insert(packaging), row)


def packaging_id_of(connection: Connection, product_id: int, name: str) -> int | None:
    """The id of a packaging by its name, None for ""; raises NoSuchPackagingError."""
    if not name:
        return None
    found = packagings_of(connection, product_id).get(name)
    if found is None:
        raise NoSuchPackagingError(name=name)
    return found


def write_barcodes(uow: UnitOfWork, product_id: int, codes: Sequence[tuple[str, str]]) -> None:
    """Make these the barcodes of the product, the first the one that is printed; raises CodeTakenError."""
    for code, _ in codes:
        check_code(uow.connection, code, product_id=product_id)
    rows = [
        {
            "id": next_id(), "code": code, "product_id": product_id, "is_primary": at == 0,
            "packaging_id": packaging_id_of(uow.connection, product_id, name),
        }
        for at, (code, name) in enumerate(codes)
    ]  # fmt: skip
    uow.connection.execute(delete(barcode).where(barcode.c.product_id == product_id))
    if rows:
        uow.connection.execute(insert(barcode), rows)


def write_price_entries(uow: UnitOfWork, product_id: int, entries: Sequence[PriceEntry]) -> None:
    """Set these prices; others stay. Raises PriceRangeError, NoSuchPriceListError, NoSuchPackagingError."""
    lists = {entry.price_list_id for entry in entries}
    for price_list_id in sorted(lists):
        drafts = [
            PriceDraft(
                product_id, entry.price_minor,
                packaging_id_of(uow.connection, product_id, entry.packaging), entry.min_quantity_milli,
            )
            for entry in entries
            if entry.price_list_id == price_list_id
        ]  # fmt: skip
        write_prices(uow, price_list_id=price_list_id, drafts=drafts)
