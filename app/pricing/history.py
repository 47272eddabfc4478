"""What prices were: a row for each that was changed, planned or taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import Connection, delete, func, insert, select

from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.pricing.rules import PriceLine
from app.pricing.tables import price, price_change, price_history, price_list


class Draft(Protocol):
    """A price as it is written (app.pricing.operations.PriceDraft)."""

    @property
    def product_id(self) -> int: ...  # noqa: D102
    @property
    def packaging_id(self) -> int | None: ...  # noqa: D102
    @property
    def min_quantity_milli(self) -> int: ...  # noqa: D102
    @property
    def valid_from(self) -> date | None: ...  # noqa: D102
    @property
    def valid_to(self) -> date | None: ...  # noqa: D102
    @property
    def price_minor(self) -> int: ...  # noqa: D102
    @property
    def change_id(self) -> int | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class PriceRow:
    """A price that is kept."""

    id: int
    product_id: int
    line: PriceLine
    change_id: int | None

    @property
    def price_minor(self) -> int:
        """Per sold unit."""
        return self.line.price_minor

    @property
    def valid_to(self) -> date | None:
        """Its last day."""
        return self.line.valid_to

    @property
    def key(self) -> tuple[int, int | None, int, date | None]:
        """What makes it the one it is: product, packaging, break, first day."""
        x = self.line
        return self.product_id, x.packaging_id, x.min_quantity_milli, x.valid_from


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A price that is written, and what held before; None: there was none."""

    draft: Draft
    old_minor: int | None


@dataclass(frozen=True, slots=True)
class PastPrice:
    """A line of a product's price history."""

    at: datetime
    user_id: int
    list_name: str
    currency: str
    packaging_id: int | None
    min_quantity_milli: int
    valid_from: date | None
    valid_to: date | None
    old_minor: int | None
    new_minor: int | None  # None: taken away
    change_name: str = ""  # of the planned change it belongs to


def rows_of(connection: Connection, price_list_id: int, product_ids: Sequence[int]) -> list[PriceRow]:
    """All prices of some products in a list."""
    columns = [price.c[name] for name in PriceLine.__dataclass_fields__]
    found = connection.execute(
        select(price.c.id, price.c.product_id, price.c.change_id, *columns).where(
            price.c.price_list_id == price_list_id, price.c.product_id.in_(product_ids)
        )
    )
    return [PriceRow(r[0], r[1], PriceLine(*r[3:]), r[2]) for r in found]


def remember(uow: UnitOfWork, price_list_id: int, entries: Sequence[HistoryEntry]) -> None:
    """Keep what prices were; nothing is written for a first price."""
    if entries:
        uow.connection.execute(
            insert(price_history),
            [
                {
                    **_common(uow, price_list_id, e.draft), "old_minor": e.old_minor,
                    "new_minor": e.draft.price_minor, "change_id": e.draft.change_id,
                }
                for e in entries
            ],
        )  # fmt: skip


def take_away(uow: UnitOfWork, price_list_id: int, rows: Sequence[PriceRow]) -> None:
    """Take prices out of a list and remember them."""
    uow.connection.execute(delete(price).where(price.c.id.in_([row.id for row in rows])))
    uow.connection.execute(
        insert(price_history),
        [
            {
                "id": next_id(), "at": uow.now, "user_id": uow.actor.user_id, "price_list_id": price_list_id,
                "product_id": row.product_id, "packaging_id": row.line.packaging_id,
                "min_quantity_milli": row.line.min_quantity_milli, "valid_from": row.line.valid_from,
                "valid_to": row.line.valid_to, "old_minor": row.price_minor, "new_minor": None,
                "change_id": row.change_id,
            }
            for row in rows
        ],
    )  # fmt: skip


def _common(uow: UnitOfWork, price_list_id: int, draft: Draft) -> dict[str, object]:
    return {
        "id": next_id(), "at": uow.now, "user_id": uow.actor.user_id, "price_list_id": price_list_id,
        "product_id": draft.product_id, "packaging_id": draft.packaging_id,
        "min_quantity_milli": draft.min_quantity_milli, "valid_from": draft.valid_from,
        "valid_to": draft.valid_to,
    }  # fmt: skip


def list_history(connection: Connection, *, product_id: int, limit: int = 500) -> list[PastPrice]:
    """What was done to a product's prices, the latest first."""
    h = price_history.c
    rows = connection.execute(
        select(
            h.at, h.user_id, price_list.c.name, price_list.c.currency, h.packaging_id, h.min_quantity_milli,
            h.valid_from, h.valid_to, h.old_minor, h.new_minor, func.coalesce(price_change.c.name, ""),
        )
        .join_from(price_history, price_list, price_list.c.id == h.price_list_id)
        .outerjoin(price_change, price_change.c.id == h.change_id)
        .where(h.product_id == product_id)
        .order_by(h.at.desc(), h.id.desc())
        .limit(limit)
    )  # fmt: skip
    return [PastPrice(*row) for row in rows]
