"""Barcodes by themselves: linking an unknown code to a product, taking one off."""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from app.audit.operations import note
from app.catalog.barcodes import canonical_code
from app.catalog.events import ProductsChanged
from app.catalog.operations.parts import check_code, packaging_id_of
from app.catalog.operations.products import code_of_scan
from app.catalog.queries import load_scan_patterns
from app.catalog.refusals import NoSuchProductError
from app.catalog.search import index_products
from app.catalog.states import ProductKind
from app.catalog.tables import barcode, product
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted


@permitted(Permission.EDIT_CATALOG)
def add_barcode(uow: UnitOfWork, *, product_id: int, code: str, packaging: str = "") -> str:
    """Give a product one more code, for one base unit or a packaging by name; returns it as it is kept.

    Raises:
        CodeTakenError: another product has it.
        NoSuchProductError, NoSuchPackagingError, and those of canonical_code: see their sentences.
    """
    kept = canonical_code(code)
    _kind(uow, product_id)
    check_code(uow.connection, kept, product_id=product_id)
    there = select(barcode.c.id, barcode.c.code).where(barcode.c.product_id == product_id)
    codes = {row.code for row in uow.connection.execute(there)}
    if kept in codes:
        return kept
    row = {
        "id": next_id(), "code": kept, "product_id": product_id, "is_primary": not codes,
        "packaging_id": packaging_id_of(uow.connection, product_id, packaging),
    }  # fmt: skip
    uow.connection.execute(insert(barcode), row)
    _told(uow, "barcode.added", product_id, kept)
    return kept


@permitted(Permission.EDIT_CATALOG)
def link_code(uow: UnitOfWork, *, product_id: int, raw: str, packaging: str = "") -> str:
    """Link a code as it was scanned to a product; returns it as it is kept.

    Of a label with a weight or price, weighed goods get the item's part, so that every label of them is
    known from now on; counted goods get the whole code.

    Raises:
        The refusals of parse_scan and add_barcode.
    """
    weighed = _kind(uow, product_id) == ProductKind.WEIGHED
    code = code_of_scan(raw, weighed=weighed, patterns=load_scan_patterns(uow.connection))
    return add_barcode(uow, product_id=product_id, code=code, packaging=packaging)


@permitted(Permission.EDIT_CATALOG)
def remove_barcode(uow: UnitOfWork, *, product_id: int, code: str) -> None:
    """Take a code off a product; nothing happens when it has not got it."""
    kept = canonical_code(code)
    gone = uow.connection.execute(
        delete(barcode).where(barcode.c.product_id == product_id, barcode.c.code == kept)
    )
    if gone.rowcount:
        _told(uow, "barcode.removed", product_id, kept)


def _kind(uow: UnitOfWork, product_id: int) -> str:
    found = uow.connection.execute(
        select(product.c.kind).where(product.c.id == product_id).with_for_update()
    ).scalar_one_or_none()
    if found is None:
        raise NoSuchProductError
    return str(found)


def _told(uow: UnitOfWork, kind: str, product_id: int, code: str) -> None:
    index_products(uow.connection, [product_id])
    note(uow, kind=kind, document_type="product", document_id=product_id, payload={"code": code})
    uow.record(ProductsChanged(product_ids=(product_id,)))
