"""The variants of a template as the till shows them: a grid of what can be sold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from app.catalog.tables import product, variant
from app.catalog.templates import Axis, Cell, list_axes
from app.pricing.choosing import ListTerms
from app.till.cart import Sellable
from app.till.lookup import load_sellables


@dataclass(frozen=True, slots=True)
class Matrix:
    """A template's attributes, and what is sold in each cell; a cell without a variant is not there."""

    template_id: int
    name: str
    axes: tuple[Axis, ...]
    items: Mapping[Cell, Sellable]


def template_matrix(
    connection: Connection, *, template_id: int, price_list_id: int, location_id: int, on: date,
    lists: Sequence[ListTerms] = (),
) -> Matrix:  # fmt: skip
    """The variants of a template that are in use, with price and stock; see find_sellable for the rest."""
    name = connection.execute(select(product.c.name).where(product.c.id == template_id)).scalar_one()
    rows = connection.execute(
        select(variant)
        .join_from(variant, product, product.c.id == variant.c.product_id)
        .where(product.c.template_id == template_id, product.c.active)
    ).all()
    found = load_sellables(
        connection, product_ids=[r.product_id for r in rows], price_list_id=price_list_id,
        location_id=location_id, on=on, lists=lists,
    )  # fmt: skip
    items = {x.product_id: x for x in found}
    cells = {(r.value1_id, r.value2_id, r.value3_id): r.product_id for r in rows}
    return Matrix(
        template_id, str(name), list_axes(connection, template_id=template_id),
        {cell: items[i] for cell, i in cells.items() if i in items},
    )  # fmt: skip
