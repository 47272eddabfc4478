"""The same once more: what an order said, to be written again at today's prices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from app.catalog.tables import product
from app.orders.drafts import LineDraft
from app.orders.rules import sold_quantity
from app.orders.states import LineKind
from app.orders.store import line_rows, order_row
from app.orders.tolerance import as_ordered


@dataclass(frozen=True, slots=True)
class AgainLine:
    """A line to be written, and what it is called."""

    draft: LineDraft
    name: str


@dataclass(frozen=True, slots=True)
class Again:
    """An order to be written once more.

    Attributes:
        party_id: whose.
        lines: goods and services without price or discount (the lists and agreements of today say it);
            a kit as itself again; charges and words as they were.
        left_out: names of what is not sold any more.
    """

    party_id: int
    lines: tuple[AgainLine, ...]
    left_out: tuple[str, ...]


def order_again(connection: Connection, *, order_id: int) -> Again:
    """What an order asked for, cancelled lines too; raises NoSuchOrderError."""
    head = order_row(connection, order_id)
    rows = line_rows(connection, order_id)
    goods = _goods(connection, rows)
    lines: list[AgainLine] = []
    left_out: dict[str, None] = {}
    first_parts: dict[int, int] = {}
    for row in rows:
        wanted = row.kit_id or row.product_id
        if row.surplus_of is not None:
            continue  # nobody ordered what was given away
        if wanted is None:
            lines.append(_free_line(row))
            continue
        found = goods.get(wanted)
        if found is None or not found.active:
            left_out[row.name if found is None else found.name] = None
        elif row.kit_id is None:
            lines.append(AgainLine(LineDraft(wanted, _asked(row), row.packaging_id), row.name))
        elif _stands_for_kit(first_parts, row):
            lines.append(AgainLine(LineDraft(wanted, row.quantity_milli), found.name))
    return Again(int(head.party_id), tuple(lines), tuple(left_out))


def _goods(connection: Connection, rows: Sequence[Row[Any]]) -> Mapping[int, Row[Any]]:
    wanted = sorted({x for r in rows if (x := r.kit_id or r.product_id) is not None})
    query: Select[Any] = select(product.c.id, product.c.name, product.c.active).where(
        product.c.id.in_(wanted)
    )
    return {r.id: r for r in connection.execute(query)}


def _asked(row: Row[Any]) -> int:
    """In the sold unit, without what was taken along beyond it."""
    return sold_quantity(as_ordered(row), row.pack_milli) if row.over_milli else int(row.quantity_milli)


def _stands_for_kit(first_parts: dict[int, int], row: Row[Any]) -> bool:
    """Whether the row is of the kit's first part: once for each time the kit was ordered."""
    return bool(first_parts.setdefault(row.kit_id, row.product_id) == row.product_id)


def _free_line(row: Row[Any]) -> AgainLine:
    kind = LineKind(row.kind)
    draft = LineDraft(
        None, row.quantity_milli, None, row.unit_price_minor, row.discount_hundredths, kind, row.name,
        None if kind is LineKind.TEXT else row.tax_class_id,
    )  # fmt: skip
    return AgainLine(draft, row.name)
