"""Changing many products at once: first shown, then done in one transaction or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, select, update

from app.audit.operations import note
from app.catalog.events import ProductsChanged
from app.catalog.operations.parts import check_category, check_tax_class
from app.catalog.refusals import BulkPriceError, NothingToChangeError
from app.catalog.tables import category, product
from app.db.unit_of_work import UnitOfWork
from app.kernel.money import round_half_up
from app.kernel.permission import Permission, permitted
from app.pricing.operations import MAX_PRICE_MINOR, PriceDraft, write_prices
from app.pricing.tables import price
from app.tax.tables import tax_class

_CHUNK: Final = 400
_HUNDRED_PER_CENT: Final = 10_000
_MANY: Final = 1000


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What shall change; None stays.

    Attributes:
        category_id: new category.
        tax_class_id: new tax class.
        discountable: whether discounts may touch it.
        active: in use or not.
        price_list_id: whose prices change.
        price_percent: hundredths of a per cent up (positive) or down.
        price_amount_minor: minor units up or down, after the per cent.
        round_to_minor: new prices are multiples of this: 5 for 0.05.
    """

    category_id: int | None = None
    tax_class_id: int | None = None
    discountable: bool | None = None
    active: bool | None = None
    price_list_id: int | None = None
    price_percent: int = 0
    price_amount_minor: int = 0
    round_to_minor: int = 1

    @property
    def columns(self) -> dict[str, int | bool]:
        """The product's own columns that are set."""
        names = ("category_id", "tax_class_id", "discountable", "active")
        return {name: value for name in names if (value := getattr(self, name)) is not None}

    @property
    def touches_prices(self) -> bool:
        """Whether prices change."""
        return self.price_list_id is not None and bool(self.price_percent or self.price_amount_minor)

    def new_price(self, minor: int) -> int:
        """What a price becomes."""
        raised = round_half_up(minor * (_HUNDRED_PER_CENT + self.price_percent), _HUNDRED_PER_CENT)
        step = max(self.round_to_minor, 1)
        return round_half_up(raised + self.price_amount_minor, step) * step


@dataclass(frozen=True, slots=True)
class BulkRow:
    """One product in the preview: field, before, after. Prices are minor units."""

    product_id: int
    sku: str
    name: str
    changes: tuple[tuple[str, object, object], ...]


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """What a bulk edit would do."""

    total: int  # products looked at
    changed: int  # of them would change
    rows: tuple[BulkRow, ...]  # the first of those
    refusal: str  # why it would be refused as a whole; "" when it would not


def preview_bulk(
    connection: Connection, *, product_ids: Sequence[int], change: BulkChange, on: date, limit: int = 50
) -> BulkPreview:
    """What a bulk edit would change, without changing anything."""
    rows: list[BulkRow] = []
    changed = 0
    refusal = ""
    names = _names(connection)
    for chunk in _chunks(product_ids):
        prices = _prices(connection, chunk, change, on)
        for goods in connection.execute(
            select(product).where(product.c.id.in_(chunk)).order_by(product.c.id)
        ):
            changes = _changes(goods, change, prices.get(goods.id, ()), names)
            wrong = next((c for c in changes if c[0] == "price" and not _in_range(c[2])), None)
            if wrong is not None and not refusal:
                refusal = str(BulkPriceError(name=goods.name, price=wrong[2]))
            changed += bool(changes)
            if changes and len(rows) < limit:
                rows.append(BulkRow(goods.id, goods.sku, goods.name, tuple(changes)))
    return BulkPreview(len(product_ids), changed, tuple(rows), refusal)


@permitted(Permission.EDIT_CATALOG)
def bulk_edit(uow: UnitOfWork, *, product_ids: Sequence[int], change: BulkChange, on: date) -> int:
    """Change all these products, or none; returns how many changed.

    Prices that are in force on `on` or later change: of the piece, of packagings, at quantity breaks.

    Raises:
        BulkPriceError: a price would become negative or absurd.
        NothingToChangeError, NoSuchCategoryError, NoSuchTaxClassError: see their sentences.
    """
    if not product_ids or not (change.columns or change.touches_prices):
        raise NothingToChangeError
    if change.category_id is not None:
        check_category(uow.connection, change.category_id)
    if change.tax_class_id is not None:
        check_tax_class(uow.connection, change.tax_class_id)
    changed = sum(_edit_chunk(uow, chunk, change, on) for chunk in _chunks(sorted(set(product_ids))))
    few = tuple(product_ids) if len(product_ids) <= _MANY else ()
    note(
        uow, kind="products.bulk", document_type="product",
        payload={"count": changed, "product_ids": list(few), **asdict(change)},
    )  # fmt: skip
    uow.record(ProductsChanged(product_ids=few))
    return changed


def _edit_chunk(uow: UnitOfWork, ids: Sequence[int], change: BulkChange, on: date) -> int:
    rows = uow.connection.execute(
        select(product).where(product.c.id.in_(ids)).order_by(product.c.id).with_for_update()
    ).all()
    prices = _prices(uow.connection, ids, change, on)
    touched: list[int] = []
    drafts: list[PriceDraft] = []
    for goods in rows:
        changes = _changes(goods, change, prices.get(goods.id, ()), {})
        if not changes:
            continue
        touched.append(goods.id)
        for old in prices.get(goods.id, ()):
            minor = change.new_price(old.price_minor)
            if not _in_range(minor):
                raise BulkPriceError(name=goods.name, price=minor)
            drafts.append(
                PriceDraft(
                    goods.id, minor, old.packaging_id, old.min_quantity_milli, old.valid_from, old.valid_to
                )
            )
    if touched:
        values = {**change.columns, "version": product.c.version + 1, "updated_at": uow.now}
        uow.connection.execute(update(product).where(product.c.id.in_(touched)).values(**values))
    if drafts and change.price_list_id is not None:
        write_prices(uow, price_list_id=change.price_list_id, drafts=drafts)
    return len(touched)


def _in_range(minor: object) -> bool:
    return isinstance(minor, int) and 0 <= minor <= MAX_PRICE_MINOR


def _changes(
    goods: Any, change: BulkChange, prices: Sequence[Any], names: Mapping[int, str]
) -> list[tuple[str, object, object]]:
    found: list[tuple[str, object, object]] = []
    for column, after in change.columns.items():
        before = getattr(goods, column)
        if before != after:
            found.append((column, names.get(before, before), names.get(after, after)))
    for old in prices:
        new = change.new_price(old.price_minor)
        if new != old.price_minor:
            found.append(("price", old.price_minor, new))
    return found


def _prices(connection: Connection, ids: Sequence[int], change: BulkChange, on: date) -> dict[int, list[Any]]:
    if not change.touches_prices:
        return {}
    found: dict[int, list[Any]] = {}
    rows = connection.execute(
        select(price)
        .where(price.c.price_list_id == change.price_list_id, price.c.product_id.in_(ids))
        .order_by(price.c.id)
    )
    for row in rows:
        if row.valid_to is None or row.valid_to >= on:
            found.setdefault(row.product_id, []).append(row)
    return found


def _names(connection: Connection) -> dict[int, str]:
    """Names of categories and tax classes by id: what the preview shows."""
    found: dict[int, str] = {}
    for table in (category, tax_class):
        found.update({row.id: row.name for row in connection.execute(select(table.c.id, table.c.name))})
    return found


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(ids), _CHUNK):
        yield ids[at : at + _CHUNK]
