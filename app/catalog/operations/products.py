"""Making and changing one product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert, select, update

from app.audit.operations import note
from app.catalog.drafts import BarcodeDraft, PackagingDraft, PriceEntry, ProductDetails, SavedProduct
from app.catalog.events import ProductsChanged
from app.catalog.operations.parts import (
    canonical_codes,
    check_sku,
    new_sku,
    product_values,
    usual_tax_class,
    write_attributes,
    write_barcodes,
    write_packagings,
    write_price_entries,
)
from app.catalog.queries import load_scan_patterns
from app.catalog.refusals import NoSuchProductError
from app.catalog.scan_patterns import ScanPatterns
from app.catalog.search import index_products
from app.catalog.tables import product
from app.db.errors import ChangedElsewhereError
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted


@permitted(Permission.EDIT_CATALOG)
def create_product(
    uow: UnitOfWork, *, details: ProductDetails, barcodes: Sequence[BarcodeDraft] = (),
    packagings: Sequence[PackagingDraft] = (), prices: Sequence[PriceEntry] = (),
) -> SavedProduct:  # fmt: skip
    """A new product with all that belongs to it.

    Raises:
        SkuTakenError, CodeTakenError, and what app.catalog.operations.parts says: see their sentences.
    """
    values = product_values(uow.connection, details)
    codes = canonical_codes(barcodes)
    values["sku"] = values["sku"] or new_sku(uow.connection, [code for code, _ in codes])
    check_sku(uow.connection, values["sku"])
    product_id = next_id()
    row = {**values, "id": product_id, "search_text": "", "active": True, "updated_at": uow.now, "version": 1}
    uow.connection.execute(insert(product), row)
    write_packagings(uow, product_id, packagings)
    write_barcodes(uow, product_id, codes)
    write_attributes(uow, product_id, details.attributes)
    write_price_entries(uow, product_id, prices)
    index_products(uow.connection, [product_id])
    _told(uow, "product.created", product_id, {**values, "barcodes": [code for code, _ in codes]})
    return SavedProduct(product_id, values["sku"], 1)


@permitted(Permission.EDIT_CATALOG)
def update_product(
    uow: UnitOfWork, *, product_id: int, version: int, details: ProductDetails,
    barcodes: Sequence[BarcodeDraft] | None = None, packagings: Sequence[PackagingDraft] | None = None,
    prices: Sequence[PriceEntry] = (),
) -> SavedProduct:  # fmt: skip
    """Change a product that was read at `version`.

    Barcodes and packagings, where given, are all that the product has from now on; prices are set,
    others stay. An empty SKU keeps the number.

    Raises:
        ChangedElsewhereError: somebody else changed it since.
        NoSuchProductError, and the refusals of create_product.
    """
    values = product_values(uow.connection, details)
    before = take_version(uow, product_id, version)
    values["sku"] = values["sku"] or before["sku"]
    check_sku(uow.connection, values["sku"], product_id=product_id)
    uow.connection.execute(update(product).where(product.c.id == product_id).values(**values))
    if packagings is not None:
        write_packagings(uow, product_id, packagings)
    if barcodes is not None:
        write_barcodes(uow, product_id, canonical_codes(barcodes))
    write_attributes(uow, product_id, details.attributes)
    write_price_entries(uow, product_id, prices)
    index_products(uow.connection, [product_id])
    changed = {name: value for name, value in values.items() if before[name] != value}
    if barcodes is not None:
        changed["barcodes"] = [draft.code for draft in barcodes]
    _told(uow, "product.changed", product_id, changed)
    return SavedProduct(product_id, values["sku"], version + 1)


@permitted(Permission.EDIT_CATALOG)
def set_active(uow: UnitOfWork, *, product_id: int, version: int, active: bool) -> SavedProduct:
    """Take a product out of use, or back; past sales keep it. Raises as update_product."""
    before = take_version(uow, product_id, version)
    uow.connection.execute(update(product).where(product.c.id == product_id).values(active=active))
    _told(uow, "product.active" if active else "product.inactive", product_id, {"active": active})
    return SavedProduct(product_id, str(before["sku"]), version + 1)


@permitted(Permission.EDIT_CATALOG)
def quick_create(
    uow: UnitOfWork, *, code: str, name: str, price_minor: int, category_id: int, price_list_id: int,
    tax_class_id: int | None = None,
) -> SavedProduct:  # fmt: skip
    """A product from an unknown code at the till: name, price and category are enough.

    Args:
        uow: the transaction.
        code: as it was scanned.
        name: of the product.
        price_minor: per piece, in the till's price list.
        category_id: where it stands.
        price_list_id: the till's.
        tax_class_id: how it is taxed; None: as most of the category is.
    """
    chosen = usual_tax_class(uow.connection, category_id) if tax_class_id is None else tax_class_id
    patterns = load_scan_patterns(uow.connection)
    return create_product(
        uow,
        details=ProductDetails(name=name, category_id=category_id, tax_class_id=chosen),
        barcodes=[BarcodeDraft(code_of_scan(code, patterns=patterns))] if code else (),
        prices=[PriceEntry(price_list_id, price_minor)],
    )


def code_of_scan(raw: str, *, weighed: bool = False, patterns: ScanPatterns | None = None) -> str:
    """The code a scan is kept under: the bare GTIN of GS1 data; of a label its item for weighed goods.

    What looks like the number of a receipt is a product's own code here, and kept as it stands.
    """
    from app.catalog.barcodes import ScanKind, canonical_code, parse_scan

    scan = parse_scan(raw, patterns=patterns)
    if scan.kind is ScanKind.RECEIPT:
        return canonical_code(raw)
    return scan.exact if scan.exact and not weighed else scan.lookup


def take_version(uow: UnitOfWork, product_id: int, version: int) -> Mapping[str, Any]:
    """Lock a product, move its version on, and return it as it was.

    Raises:
        ChangedElsewhereError, NoSuchProductError: see their sentences.
    """
    row = uow.connection.execute(select(product).where(product.c.id == product_id).with_for_update()).first()
    if row is None:
        raise NoSuchProductError
    if row.version != version:
        raise ChangedElsewhereError
    uow.connection.execute(
        update(product).where(product.c.id == product_id).values(version=version + 1, updated_at=uow.now)
    )
    return dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name


def _told(uow: UnitOfWork, kind: str, product_id: int, payload: Mapping[str, object]) -> None:
    values = {name: value for name, value in payload.items() if name not in {"search_key", "search_text"}}
    note(uow, kind=kind, document_type="product", document_id=product_id, payload=values)
    uow.record(ProductsChanged(product_ids=(product_id,)))
