"""Importing variants from a file: templates, values and variants that are missing are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select, update

from app.audit.operations import note
from app.catalog.drafts import AxisDraft, ProductDetails, ValueDraft, VariantPrice
from app.catalog.operations.codes import add_barcode
from app.catalog.operations.parts import check_sku
from app.catalog.operations.products import create_product
from app.catalog.operations.templates import make_variants, set_axes, set_variant_prices
from app.catalog.refusals import NoSuchProductError
from app.catalog.search import index_products
from app.catalog.states import ProductKind
from app.catalog.tables import product, variant
from app.catalog.templates import Axis, Cell, list_axes
from app.catalog.variant_files import VariantLineError, VariantRow
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.text import fold
from app.pricing.tables import price


@dataclass(frozen=True, slots=True)
class ImportedVariants:
    """What an import did."""

    templates: int  # made
    variants: int  # made
    prices: int  # set


@permitted(Permission.IMPORT)
def import_variants(
    uow: UnitOfWork, *, rows: Sequence[VariantRow], price_list_id: int, like_id: int
) -> ImportedVariants:
    """Make and price the variants of a file, or none of them; what is there stays, so a file may come twice.

    Args:
        uow: the transaction.
        rows: as read_variants gives them.
        price_list_id: whose prices they are.
        like_id: the template whose category, tax class and unit new templates get.

    Raises:
        VariantLineError, and what create_product, set_axes and make_variants raise.
    """
    like = uow.connection.execute(select(product).where(product.c.id == like_id)).one_or_none()
    if like is None:
        raise NoSuchProductError
    groups: dict[str, list[VariantRow]] = {}
    for row in rows:
        groups.setdefault(row.template, []).append(row)
    made = [_import(uow, sku, found, price_list_id, like) for sku, found in groups.items()]
    done = ImportedVariants(*(sum(x) for x in zip(*made, strict=True))) if made else ImportedVariants(0, 0, 0)
    note(
        uow, kind="template.imported", document_type="product",
        payload={"lines": len(rows), "templates": done.templates, "variants": done.variants},
    )  # fmt: skip
    return done


def _import(
    uow: UnitOfWork, sku: str, rows: Sequence[VariantRow], price_list_id: int, like: Row[Any]
) -> tuple[int, int, int]:
    head = _head(uow, sku)
    new = head is None
    if head is None:
        create_product(
            uow,
            details=ProductDetails(
                name=rows[0].template_name or sku, category_id=like.category_id,
                tax_class_id=like.tax_class_id, sku=sku, kind=ProductKind.TEMPLATE, unit=like.unit,
            ),
        )  # fmt: skip
        head = _head(uow, sku)
    if head is None or head.kind != ProductKind.TEMPLATE:
        raise VariantLineError(line=rows[0].line, reason=f"“{sku}” is a product and no template")
    _widen(uow, head, rows)
    axes = list_axes(uow.connection, template_id=head.id)
    wanted = {_cell(axes, row): row for row in rows}
    version = uow.connection.execute(select(product.c.version).where(product.c.id == head.id)).scalar_one()
    made = make_variants(uow, product_id=head.id, version=version, cells=list(wanted))
    there = _variants(uow, head.id)
    for cell, row in wanted.items():
        _name(uow, there[cell], row, is_new=there[cell] in made)
    return int(new), len(made), _set_prices(uow, head.id, price_list_id, wanted, there)


def _head(uow: UnitOfWork, sku: str) -> Row[Any] | None:
    found: Row[Any] | None = uow.connection.execute(select(product).where(product.c.sku == sku)).one_or_none()
    return found


def _widen(uow: UnitOfWork, head: Row[Any], rows: Sequence[VariantRow]) -> None:
    """Add the attributes and values of the file that the template does not have."""
    axes: dict[str, AxisDraft] = {
        fold(a.name): AxisDraft(a.name, tuple(ValueDraft(v.name, v.suffix, v.id) for v in a.values))
        for a in list_axes(uow.connection, template_id=head.id)
    }
    before = dict(axes)
    for row in rows:
        for name, value in row.values:
            axis = axes.setdefault(fold(name), AxisDraft(name, ()))
            if fold(value) not in {fold(v.name) for v in axis.values}:
                axes[fold(name)] = AxisDraft(axis.name, (*axis.values, ValueDraft(value)))
    if axes != before:
        set_axes(uow, product_id=head.id, version=head.version, axes=list(axes.values()))


def _cell(axes: Sequence[Axis], row: VariantRow) -> Cell:
    given = {fold(name): fold(value) for name, value in row.values}
    ids = [0, 0, 0]
    for at, axis in enumerate(axes):
        found = next((v.id for v in axis.values if fold(v.name) == given.get(fold(axis.name))), None)
        if found is None:
            raise VariantLineError(line=row.line, reason=f"there is no value for “{axis.name}”")
        ids[at] = found
    return ids[0], ids[1], ids[2]


def _variants(uow: UnitOfWork, template_id: int) -> dict[Cell, int]:
    rows = uow.connection.execute(
        select(variant)
        .join_from(variant, product, product.c.id == variant.c.product_id)
        .where(product.c.template_id == template_id)
    )
    return {(r.value1_id, r.value2_id, r.value3_id): r.product_id for r in rows}


def _name(uow: UnitOfWork, product_id: int, row: VariantRow, *, is_new: bool) -> None:
    """The number and the barcode that the file says; the number of what was there stays."""
    if row.sku and is_new:
        check_sku(uow.connection, row.sku, product_id=product_id)
        uow.connection.execute(update(product).where(product.c.id == product_id).values(sku=row.sku))
        index_products(uow.connection, [product_id])
    if row.barcode:
        add_barcode(uow, product_id=product_id, code=row.barcode)


def _set_prices(
    uow: UnitOfWork, template_id: int, price_list_id: int, wanted: dict[Cell, VariantRow],
    there: dict[Cell, int],
) -> int:  # fmt: skip
    base = uow.connection.execute(
        select(price.c.price_minor).where(
            price.c.product_id == template_id, price.c.price_list_id == price_list_id,
            price.c.packaging_id.is_(None), price.c.min_quantity_milli == 0, price.c.valid_from.is_(None),
        )
    ).scalar_one_or_none()  # fmt: skip
    prices = [
        VariantPrice(there[cell], row.price_minor, follows=False)
        if base is None
        else VariantPrice(there[cell], row.price_minor - base)
        for cell, row in wanted.items()
        if row.price_minor is not None
    ]
    if prices:
        set_variant_prices(
            uow, product_id=template_id, price_list_id=price_list_id, base_minor=None, prices=prices
        )
    return len(prices)
