"""What the stock was worth by place and product at the end of any day, tied to the inventory account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, literal, select, union_all

from app.catalog.tables import product
from app.inventory.tables import location, stock_level, stock_move
from app.ledger.queries import accounts_of, moved_minor


@dataclass(frozen=True, slots=True)
class StockRow:
    """A product at a place; quantity in thousandths of its base unit, value at the cost it came in."""

    location_id: int
    location: str
    product_id: int
    sku: str
    name: str
    unit: str
    quantity_milli: int
    value_minor: int


@dataclass(frozen=True, slots=True)
class StockValue:
    """The whole stock on a day."""

    on: date
    rows: tuple[StockRow, ...]
    ledger_minor: int

    @property
    def value_minor(self) -> int:
        """All of it."""
        return sum(r.value_minor for r in self.rows)

    @property
    def difference_minor(self) -> int:
        """Stock less inventory account: 0 where the books are right."""
        return self.value_minor - self.ledger_minor

    def by_location(self) -> dict[str, int]:
        """What each place holds."""
        found: dict[str, int] = {}
        for r in self.rows:
            found[r.location] = found.get(r.location, 0) + r.value_minor
        return found


def stock_value(connection: Connection, *, on: date) -> StockValue:
    """Every product at every place of the house, the most valuable first.

    What is there now, less what moved since: moves have no index on the product (docs/adr/0005).
    """
    moves = union_all(
        select(
            stock_level.c.product_id, stock_level.c.location_id,
            stock_level.c.on_hand_milli.label("quantity_milli"),
            stock_level.c.value_minor,
        ),
        *(
            select(
                stock_move.c.product_id, place.label("location_id"),
                (stock_move.c.quantity_milli * literal(sign)).label("quantity_milli"),
                (stock_move.c.cost_minor * literal(sign)).label("value_minor"),
            ).where(stock_move.c.business_date > on)
            for place, sign in ((stock_move.c.to_location_id, -1), (stock_move.c.from_location_id, 1))
        ),
    ).subquery()  # fmt: skip
    quantity, value = func.sum(moves.c.quantity_milli), func.sum(moves.c.value_minor)
    rows = connection.execute(
        select(
            location.c.id, location.c.name, product.c.id, product.c.sku, product.c.name, product.c.unit,
            quantity, value,
        )
        .select_from(
            moves.join(location, location.c.id == moves.c.location_id).join(
                product, product.c.id == moves.c.product_id
            )
        )
        .where(location.c.kind == "internal")
        .group_by(
            location.c.id, location.c.name, product.c.id, product.c.sku, product.c.name, product.c.unit
        )
        .having((quantity != 0) | (value != 0))
        .order_by(value.desc(), product.c.sku, location.c.id)
    )  # fmt: skip
    found = tuple(
        StockRow(int(r[0]), r[1], int(r[2]), r[3], r[4], r[5], int(r[6]), int(r[7])) for r in rows
    )  # fmt: skip
    booked = moved_minor(connection, codes=accounts_of(connection, role="inventory"), until=on)
    return StockValue(on, found, booked)
