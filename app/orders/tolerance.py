"""How much more or less than ordered may leave, by product and customer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, func, or_, select

from app.catalog.tables import product
from app.orders.rules import HUNDRED_PER_CENT
from app.orders.tables import delivery_tolerance, sales_order, sales_order_line
from app.parties.tables import party


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Hundredths of a per cent of what was ordered.

    Attributes:
        is_free: what is more than ordered is given away, else it is billed at the line's price.
    """

    over_hundredths: int = 0
    under_hundredths: int = 0
    is_free: bool = False

    def over_milli(self, ordered_milli: int) -> int:
        """So much more may leave; never a part of a thousandth."""
        return ordered_milli * self.over_hundredths // HUNDRED_PER_CENT

    def under_milli(self, ordered_milli: int) -> int:
        """So much may be missing."""
        return ordered_milli * self.under_hundredths // HUNDRED_PER_CENT


@dataclass(frozen=True, slots=True)
class ToleranceRule:
    """A row of the list; None: of any product, to any customer."""

    id: int
    product_id: int | None
    product: str
    party_id: int | None
    customer: str
    tolerance: Tolerance


NONE: Final = Tolerance()


def find_tolerance(connection: Connection, *, party_id: int, product_id: int) -> Tolerance:
    """What holds: of the product to the customer, else of the product, else to the customer, else for all."""
    table = delivery_tolerance.c
    rows = connection.execute(
        select(delivery_tolerance).where(
            or_(table.product_id.is_(None), table.product_id == product_id),
            or_(table.party_id.is_(None), table.party_id == party_id),
        )
    ).all()
    best = max(rows, key=lambda r: (r.product_id is not None, r.party_id is not None), default=None)
    return NONE if best is None else _tolerance(best)


def list_tolerances(connection: Connection) -> list[ToleranceRule]:
    """All rules: that for everything first, then by product and customer."""
    rows = connection.execute(
        select(delivery_tolerance, product.c.sku, product.c.name, party.c.name.label("customer"))
        .outerjoin_from(delivery_tolerance, product, product.c.id == delivery_tolerance.c.product_id)
        .outerjoin(party, party.c.id == delivery_tolerance.c.party_id)
    ).all()
    rules = [
        ToleranceRule(
            r.id, r.product_id, f"{r.sku} {r.name}" if r.product_id else "", r.party_id, r.customer or "",
            _tolerance(r),
        )
        for r in rows
    ]  # fmt: skip
    return sorted(rules, key=lambda x: (x.product, x.customer, x.id))


def _tolerance(row: Row[Any]) -> Tolerance:
    return Tolerance(row.over_hundredths, row.under_hundredths, bool(row.is_free))


def surplus_left(connection: Connection, *, order_line_id: int) -> int:
    """How much more than ordered of a line may still leave, base units; 0 where there is no tolerance."""
    line = connection.execute(
        select(sales_order_line).where(sales_order_line.c.id == order_line_id)
    ).one_or_none()
    if line is None or line.product_id is None or line.kit_id is not None or line.surplus_of is not None:
        return 0
    party_id = connection.execute(
        select(sales_order.c.party_id).where(sales_order.c.id == line.order_id)
    ).scalar_one()
    tolerance = find_tolerance(connection, party_id=party_id, product_id=line.product_id)
    other = sales_order_line.c
    given = connection.execute(
        select(func.coalesce(func.sum(other.ordered_milli - other.cancelled_milli), 0))
        .where(other.order_id == line.order_id, other.surplus_of == line.id)
    ).scalar_one()  # fmt: skip
    taken = (line.over_milli or 0) + int(given)
    return max(tolerance.over_milli(as_ordered(line)) - taken, 0)


def as_ordered(line: Row[Any]) -> int:
    """What the customer ordered of a line, without what was taken along."""
    return int(line.ordered_milli - (line.over_milli or 0))
