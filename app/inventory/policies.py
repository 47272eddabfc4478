"""How products are kept: by lot or not, at the average or first in first out, below zero or not."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.inventory.costing import add_layer, drop_layers
from app.inventory.refusals import NoSuchPlaceError
from app.inventory.states import Costing, LocationKind, NegativeStock
from app.inventory.tables import location, stock_level, stock_policy
from app.kernel.permission import Permission, permitted


@dataclass(frozen=True, slots=True)
class Policy:
    """How a product is kept; `negative` None: as the place says."""

    costing: Costing = Costing.AVERAGE
    by_lot: bool = False
    negative: NegativeStock | None = None


def get_policy(connection: Connection, *, product_id: int) -> Policy:
    """How a product is kept."""
    row = connection.execute(
        select(stock_policy).where(stock_policy.c.product_id == product_id)
    ).one_or_none()
    if row is None:
        return Policy()
    negative = NegativeStock(row.negative) if row.negative else None
    return Policy(Costing(row.costing), row.by_lot, negative)


def get_place_policy(connection: Connection, *, location_id: int) -> NegativeStock | None:
    """Whether the books of a place may go below zero; None: as the way of selling says."""
    found = connection.execute(
        select(location.c.negative).where(location.c.id == location_id)
    ).scalar_one_or_none()
    return NegativeStock(found) if found else None


@permitted(Permission.SETTINGS)
def set_policy(uow: UnitOfWork, *, product_id: int, policy: Policy) -> None:
    """Keep a product in another way from now on.

    A change to first in, first out makes one layer of what is there; back to the average forgets the
    layers and starts from the value of what is there.
    """
    before = get_policy(uow.connection, product_id=product_id)
    insert_or_replace(
        uow.connection, stock_policy,
        [
            {
                "product_id": product_id, "costing": policy.costing.value, "by_lot": policy.by_lot,
                "negative": policy.negative.value if policy.negative else None,
            }
        ],
        keys=("product_id",),
    )  # fmt: skip
    if before.costing is not policy.costing:
        _change_costing(uow, product_id, policy.costing)
    take_step(
        uow, document_type="product", document_id=product_id, step="stock_policy",
        payload={
            "costing": policy.costing.value, "by_lot": policy.by_lot,
            "negative": policy.negative.value if policy.negative else "",
        },
    )  # fmt: skip


def _change_costing(uow: UnitOfWork, product_id: int, costing: Costing) -> None:
    levels = uow.connection.execute(
        select(stock_level)
        .where(stock_level.c.product_id == product_id)
        .order_by(stock_level.c.location_id)
        .with_for_update()
    ).all()
    for row in levels:
        drop_layers(uow, row.location_id, product_id)
        if costing is Costing.FIFO and row.on_hand_milli > 0:
            there = (row.on_hand_milli, row.value_minor)
            add_layer(uow, row.location_id, product_id, came=there, left=there)


@permitted(Permission.SETTINGS)
def set_place_policy(uow: UnitOfWork, *, location_id: int, negative: NegativeStock | None) -> None:
    """Whether the books of a place may go below zero; None: as the way of selling says.

    Raises:
        NoSuchPlaceError: it is no place of ours.
    """
    changed = uow.connection.execute(
        update(location)
        .where(location.c.id == location_id, location.c.kind == LocationKind.INTERNAL.value)
        .values(negative=negative.value if negative else None)
    ).rowcount
    if not changed:
        raise NoSuchPlaceError
    take_step(
        uow, document_type="location", document_id=location_id, step="stock_policy",
        payload={"negative": negative.value if negative else ""},
    )  # fmt: skip
