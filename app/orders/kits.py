"""Kits in orders: their parts are lines of their own, each with its share of the kit's price and its own tax.

So everything that follows is that of any goods: parts are promised, picked, packed, shipped, billed and taken
back by themselves. A part's line counts kits: "3" of it is the milk of three breakfasts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, Select, select

from app.catalog.states import ProductKind
from app.catalog.tables import product, product_part
from app.db.columns import NAME
from app.kernel.money import round_half_up, split_by_weight
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.orders.rules import base_quantity
from app.orders.states import LineKind
from app.pricing.choosing import Goods, choose
from app.pricing.queries import prices_in

if TYPE_CHECKING:
    from app.orders.pricing import Line, Prices


class KitWithoutPartsError(Refusal):
    """A kit of nothing cannot be sent."""

    message = "{name} is a kit without parts. Say in the catalogue what it is made of."


def spread_kits(connection: Connection, *, lines: Sequence[Line], prices: Prices, on: date) -> list[Line]:
    """The lines with each kit as one line for each of its parts; they come to the kit's price to the cent.

    The price is shared out in proportion to what the parts cost by themselves; nothing is read where there is
    no kit.

    Raises:
        KitWithoutPartsError: a kit of nothing.
    """
    kits = sorted({int(x.draft.product_id or 0) for x in lines if x.is_kit})
    if not kits:
        return list(lines)
    parts = _parts(connection, kits)
    costs = _single_prices(connection, [r for found in parts.values() for r in found], prices, on)
    return [
        part
        for x in lines
        for part in (_spread(x, parts.get(int(x.draft.product_id or 0), []), costs) if x.is_kit else [x])
    ]  # fmt: skip


def _parts(connection: Connection, kits: Sequence[int]) -> dict[int, list[Row[Any]]]:
    query: Select[Any] = (
        select(
            product_part.c.owner_id, product_part.c.quantity_milli, product.c.id, product.c.sku,
            product.c.name, product.c.kind, product.c.tax_class_id, product.c.category_id,
        )
        .join_from(product_part, product, product.c.id == product_part.c.product_id)
        .where(product_part.c.owner_id.in_(kits))
        .order_by(product_part.c.owner_id, product_part.c.position)
    )  # fmt: skip
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(query):
        found.setdefault(row.owner_id, []).append(row)
    return found


def _single_prices(
    connection: Connection, rows: Sequence[Row[Any]], prices: Prices, on: date
) -> dict[int, int]:
    """What one of each part costs by itself, 0 where no list says."""
    listed = prices_in(connection, product_ids=sorted({r.id for r in rows}), lists=prices.lists)
    found: dict[int, int] = {}
    for r in rows:
        step = choose(
            prices.lists,
            listed.get(r.id, {}),
            Goods(r.id, r.category_id, None, ONE),
            quantity_milli=ONE,
            on=on,
        )
        found[r.id] = step.price_minor if step is not None else 0
    return found


def _spread(line: Line, parts: Sequence[Row[Any]], costs: Mapping[int, int]) -> list[Line]:
    if not parts:
        raise KitWithoutPartsError(name=line.name)
    weights = [round_half_up(costs[r.id] * r.quantity_milli, ONE) for r in parts]
    if not any(weights):
        weights = [1] * len(parts)
    shares = split_by_weight(line.unit_price_minor, weights)
    listed = split_by_weight(line.list_price_minor, weights)
    return [
        _part_line(line, r, share, of_list) for r, share, of_list in zip(parts, shares, listed, strict=True)
    ]


def _part_line(line: Line, r: Row[Any], share: int, of_list: int) -> Line:
    pack = round_half_up(r.quantity_milli * line.pack_milli, ONE)
    draft = replace(
        line.draft, product_id=r.id, packaging_id=None, kit_id=line.draft.product_id, pack_milli=pack,
        line_id=None,
    )  # fmt: skip
    return replace(
        line, draft=draft, kind=LineKind.SERVICE if r.kind == ProductKind.SERVICE.value else LineKind.GOODS,
        sku=r.sku, name=f"{line.name}: {r.name}"[:NAME], pack_milli=pack,
        base_milli=base_quantity(line.draft.quantity_milli, pack), unit_price_minor=share,
        list_price_minor=of_list, tax_class_id=r.tax_class_id, is_kit=False,
        goods=Goods(r.id, r.category_id, None, pack),
    )  # fmt: skip
