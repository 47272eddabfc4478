"""A template with its attributes, and the grid of its variants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import product as combinations
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, and_, select

from app.catalog.barcodes import shown_code
from app.catalog.refusals import NoSuchProductError
from app.catalog.tables import (
    barcode,
    product,
    template_axis,
    template_value,
    variant,
)
from app.inventory.tables import stock_level
from app.kernel.quantity import ONE
from app.pricing.rules import PriceLine, unit_price
from app.pricing.tables import price, variant_extra

Cell = tuple[int, int, int]  # ids of the values; 0 where there is no such attribute


@dataclass(frozen=True, slots=True)
class Value:
    """A value of an attribute."""

    id: int
    name: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Axis:
    """An attribute, with its values in their order."""

    axis: int
    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A variant in its cell; price and stock are those of the list and the place asked for.

    Attributes:
        extra_minor: on the template's price; None where its price is its own.
    """

    product_id: int
    cell: Cell
    version: int
    sku: str
    name: str
    unit: str
    barcode: str
    price_minor: int | None
    extra_minor: int | None
    on_hand_milli: int
    active: bool


@dataclass(frozen=True, slots=True)
class Template:
    """A template; `variants` in the order of the grid."""

    product_id: int
    version: int
    sku: str
    name: str
    unit: str
    price_minor: int | None
    axes: tuple[Axis, ...]
    variants: tuple[Variant, ...]

    @property
    def cells(self) -> list[Cell]:
        """Every combination, in the order of the values; [] without attributes."""
        return all_cells(self.axes)

    def at(self, cell: Cell) -> Variant | None:
        """The variant of a cell."""
        return next((v for v in self.variants if v.cell == cell), None)


def all_cells(axes: tuple[Axis, ...]) -> list[Cell]:
    """Every combination of values, in their order."""
    if not axes:
        return []
    ids = [[v.id for v in axis.values] for axis in axes] + [[0]] * (3 - len(axes))
    return [(a, b, c) for a, b, c in combinations(*ids)]


def list_axes(connection: Connection, *, template_id: int) -> tuple[Axis, ...]:
    """The attributes of a template with their values."""
    values: dict[int, list[Value]] = {}
    for r in connection.execute(
        select(template_value)
        .where(template_value.c.template_id == template_id)
        .order_by(template_value.c.axis, template_value.c.position)
    ):
        values.setdefault(r.axis, []).append(Value(r.id, r.name, r.suffix))
    axes = connection.execute(
        select(template_axis).where(template_axis.c.template_id == template_id).order_by(template_axis.c.axis)
    )
    return tuple(Axis(r.axis, r.name, tuple(values.get(r.axis, ()))) for r in axes)


def template_of(connection: Connection, *, product_id: int) -> int | None:
    """The template of a variant; None for any other product."""
    found = connection.execute(
        select(product.c.template_id).where(product.c.id == product_id)
    ).scalar_one_or_none()
    return None if found is None else int(found)


_BARCODE: Final = (
    select(barcode.c.code)
    .where(barcode.c.product_id == product.c.id, barcode.c.is_primary)
    .limit(1)
    .scalar_subquery()
)


def get_template(
    connection: Connection, *, template_id: int, price_list_id: int, location_id: int, on: date
) -> Template:
    """A template and its variants; raises NoSuchProductError."""
    head = connection.execute(select(product).where(product.c.id == template_id)).one_or_none()
    if head is None:
        raise NoSuchProductError
    axes = list_axes(connection, template_id=template_id)
    there = and_(stock_level.c.product_id == product.c.id, stock_level.c.location_id == location_id)
    extra = and_(variant_extra.c.product_id == product.c.id, variant_extra.c.price_list_id == price_list_id)
    query: Select[Any] = (
        select(
            product.c.id, product.c.version, product.c.sku, product.c.name, product.c.unit, product.c.active,
            variant.c.value1_id, variant.c.value2_id, variant.c.value3_id, _BARCODE.label("code"),
            variant_extra.c.extra_minor, stock_level.c.on_hand_milli,
        )
        .join_from(product, variant, variant.c.product_id == product.c.id)
        .outerjoin(variant_extra, extra)
        .outerjoin(stock_level, there)
        .where(product.c.template_id == template_id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    prices = _prices(connection, [template_id, *(r.id for r in rows)], price_list_id, on)
    place = {cell: i for i, cell in enumerate(all_cells(axes))}
    found = sorted((_variant(r, prices) for r in rows), key=lambda v: (place.get(v.cell, -1), v.product_id))
    return Template(
        template_id, head.version, head.sku, head.name, head.unit, prices.get(template_id), axes,
        tuple(found),
    )  # fmt: skip


def _variant(r: Row[Any], prices: dict[int, int | None]) -> Variant:
    return Variant(
        r.id, (r.value1_id, r.value2_id, r.value3_id), r.version, r.sku, r.name, r.unit,
        shown_code(r.code) if r.code else "", prices.get(r.id), r.extra_minor, r.on_hand_milli or 0,
        bool(r.active),
    )  # fmt: skip


def _prices(connection: Connection, ids: list[int], price_list_id: int, on: date) -> dict[int, int | None]:
    lines: dict[int, list[PriceLine]] = {}
    columns = [price.c[name] for name in PriceLine.__dataclass_fields__]
    for row in connection.execute(
        select(price.c.product_id, *columns).where(
            price.c.price_list_id == price_list_id, price.c.product_id.in_(ids)
        )
    ):
        lines.setdefault(row[0], []).append(PriceLine(*row[1:]))
    return {
        i: unit_price(found, packaging_id=None, pack_milli=ONE, quantity_milli=ONE, on=on)
        for i, found in lines.items()
    }
