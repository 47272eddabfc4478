"""Saying what a product is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select

from app.audit.operations import note
from app.catalog.drafts import PartDraft, SavedProduct
from app.catalog.events import ProductsChanged
from app.catalog.operations.products import take_version
from app.catalog.refusals import (
    KitPartsError,
    NoSuchProductError,
    PartItselfError,
    PartKindError,
    PartQuantityError,
    PartTwiceError,
    TemplatePartsError,
)
from app.catalog.states import ProductKind
from app.catalog.tables import product, product_part
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import MAX_MILLI, ONE


@permitted(Permission.EDIT_CATALOG)
def set_parts(uow: UnitOfWork, *, product_id: int, version: int, parts: Sequence[PartDraft]) -> SavedProduct:
    """Make these all that a product is made of, in this order.

    Of a kit they are what leaves the stock when it is sold; of any other product they are its recipe
    (app/assembly). What was sold or built before keeps the parts it had.

    Raises:
        KitPartsError, TemplatePartsError, PartItselfError, PartKindError, PartTwiceError,
        PartQuantityError, NoSuchProductError, ChangedElsewhereError: see their sentences.
    """
    owner = take_version(uow, product_id, version)
    name = str(owner["name"])
    if owner["kind"] == ProductKind.TEMPLATE:
        raise TemplatePartsError(name=name)
    if owner["kind"] == ProductKind.KIT and not parts:
        raise KitPartsError(name=name)
    _check(parts, _goods(uow, parts))
    if parts:
        _check_loop(uow, product_id, name, {p.product_id for p in parts})
    uow.connection.execute(delete(product_part).where(product_part.c.owner_id == product_id))
    if parts:
        uow.connection.execute(
            insert(product_part),
            [
                {
                    "owner_id": product_id, "position": i, "product_id": p.product_id,
                    "quantity_milli": p.quantity_milli,
                }
                for i, p in enumerate(parts, start=1)
            ],
        )  # fmt: skip
    note(
        uow, kind="product.parts", document_type="product", document_id=product_id,
        payload={"parts": [[p.product_id, p.quantity_milli] for p in parts]},
    )  # fmt: skip
    uow.record(ProductsChanged(product_ids=(product_id,)))
    return SavedProduct(product_id, str(owner["sku"]), version + 1)


def _goods(uow: UnitOfWork, parts: Sequence[PartDraft]) -> dict[int, Row[Any]]:
    ids = sorted({p.product_id for p in parts})
    query: Select[Any] = select(product.c.id, product.c.name, product.c.kind).where(product.c.id.in_(ids))
    return {int(r.id): r for r in uow.connection.execute(query)}


def _check(parts: Sequence[PartDraft], goods: Mapping[int, Row[Any]]) -> None:
    seen: set[int] = set()
    for part in parts:
        row = goods.get(part.product_id)
        if row is None:
            raise NoSuchProductError
        if row.kind in {ProductKind.KIT, ProductKind.TEMPLATE}:
            raise PartKindError(name=row.name)
        if part.product_id in seen:
            raise PartTwiceError(name=row.name)
        if not 0 < part.quantity_milli <= MAX_MILLI:
            raise PartQuantityError(name=row.name, limit=MAX_MILLI // ONE)
        seen.add(part.product_id)


def _check_loop(uow: UnitOfWork, owner_id: int, name: str, wanted: set[int]) -> None:
    """Raise PartItselfError where the owner is among its parts, or what those are made of."""
    seen: set[int] = set()
    while wanted:
        if owner_id in wanted:
            raise PartItselfError(name=name)
        seen |= wanted
        below = uow.connection.execute(
            select(product_part.c.product_id).where(product_part.c.owner_id.in_(sorted(wanted)))
        ).scalars()
        wanted = set(below) - seen
