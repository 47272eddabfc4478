"""What labels say, and which of them are out of date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, func, select

from app.catalog.queries import first_codes
from app.catalog.states import ProductKind
from app.catalog.tables import product, product_attribute
from app.inventory.tables import goods_receipt_line
from app.kernel.quantity import ONE
from app.labels.rules import CONTENT_NAMES, Content, base_price, read_content
from app.labels.tables import shelf_label
from app.pricing.choosing import Goods, ListTerms, choose
from app.pricing.queries import prices_in

_CHUNK: Final = 500


@dataclass(frozen=True, slots=True)
class LabelGoods:
    """What the label of a product says on a day.

    Attributes:
        price_minor: of one base unit.
        base_minor: of one `base_unit` ("kg", "l" ...); None: the price says it itself.
        printed_minor: what the last label says; None: none was printed.
    """

    product_id: int
    sku: str
    name: str
    unit: str
    code: str
    price_minor: int
    currency: str
    base_minor: int | None
    base_unit: str
    printed_minor: int | None


def label_goods(
    connection: Connection, *, product_ids: Sequence[int], lists: Sequence[ListTerms], store_id: int, on: date
) -> list[LabelGoods]:
    """The labels of products in use, in the order of the ids; goods without a price are left out."""
    found: dict[int, LabelGoods] = {}
    wanted = list(dict.fromkeys(product_ids))
    for at in range(0, len(wanted), _CHUNK):
        for goods in _chunk(connection, wanted[at : at + _CHUNK], lists, store_id, on):
            found[goods.product_id] = goods
    return [found[i] for i in wanted if i in found]


def _chunk(
    connection: Connection, ids: Sequence[int], lists: Sequence[ListTerms], store_id: int, on: date
) -> list[LabelGoods]:
    rows = connection.execute(
        select(
            product.c.id, product.c.sku, product.c.name, product.c.unit, product.c.kind,
            product.c.category_id, shelf_label.c.price_minor.label("printed_minor"),
        )
        .outerjoin(
            shelf_label,
            (shelf_label.c.product_id == product.c.id) & (shelf_label.c.store_id == store_id),
        )
        .where(product.c.id.in_(ids), product.c.active)
    ).all()  # fmt: skip
    prices = prices_in(connection, product_ids=list(ids), lists=lists)
    codes, contents = first_codes(connection, list(ids)), _contents(connection, ids)
    currency = lists[0].currency
    found: list[LabelGoods] = []
    for r in rows:
        goods = Goods(r.id, r.category_id)
        step = choose(lists, prices.get(r.id, {}), goods, quantity_milli=ONE, on=on)
        if step is None:
            continue
        content = None if r.kind == ProductKind.WEIGHED.value else contents.get(r.id)
        found.append(
            LabelGoods(
                r.id, r.sku, r.name, r.unit, codes.get(r.id, ""), step.price_minor, currency,
                base_price(step.price_minor, content), content.unit if content else "", r.printed_minor,
            )
        )  # fmt: skip
    return found


def _contents(connection: Connection, ids: Sequence[int]) -> dict[int, Content]:
    """What the products say of their content, as an attribute."""
    rows = connection.execute(
        select(product_attribute.c.product_id, product_attribute.c.value).where(
            product_attribute.c.product_id.in_(ids),
            func.lower(product_attribute.c.name).in_(CONTENT_NAMES),
        )
    )
    read = {int(r.product_id): read_content(r.value) for r in rows}
    return {key: content for key, content in read.items() if content is not None}


def changed_goods(
    connection: Connection, *, lists: Sequence[ListTerms], store_id: int, on: date
) -> list[LabelGoods]:
    """The goods whose price on a day is another than on the label that was printed last."""
    ids = connection.execute(
        select(shelf_label.c.product_id)
        .join(product, product.c.id == shelf_label.c.product_id)
        .where(shelf_label.c.store_id == store_id, product.c.active)
        .order_by(product.c.search_key, product.c.id)
    ).scalars()
    found = label_goods(connection, product_ids=list(ids), lists=lists, store_id=store_id, on=on)
    return [x for x in found if x.printed_minor != x.price_minor]


def received_ids(connection: Connection, *, receipt_id: int) -> dict[int, int]:
    """The products of a goods receipt, and how many whole pieces of each came (at least one)."""
    rows = connection.execute(
        select(goods_receipt_line.c.product_id, func.sum(goods_receipt_line.c.quantity_milli))
        .where(goods_receipt_line.c.receipt_id == receipt_id)
        .group_by(goods_receipt_line.c.product_id)
        .order_by(goods_receipt_line.c.product_id)
    )
    return {int(key): max(int(milli) // ONE, 1) for key, milli in rows}


def category_ids(connection: Connection, *, category_id: int | None) -> list[int]:
    """The products in use of a category, or all, by name."""
    query = select(product.c.id).where(product.c.active)
    if category_id is not None:
        query = query.where(product.c.category_id == category_id)
    ordered: Iterable[int] = connection.execute(query.order_by(product.c.search_key, product.c.id)).scalars()
    return list(ordered)
