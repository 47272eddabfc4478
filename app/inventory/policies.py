"""How products are kept: by lot or not, at the average or first in first out, below zero or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.inventory.costing import add_layer, drop_layers
from app.inventory.operations import ADJUSTMENTS, save_levels, seal_moves
from app.inventory.queries import location_id as location_by_code
from app.inventory.receipts import add_to_days
from app.inventory.refusals import NoSuchPlaceError, StandardCostError
from app.inventory.rules import Level, value_of
from app.inventory.states import Costing, LocationKind, NegativeStock, SerialUse
from app.inventory.tables import location, stock_level, stock_move, stock_policy
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.ledger.operations import post
from app.ledger.periods import require_open_period
from app.ledger.rules import Posting
from app.organisation.queries import get_company


@dataclass(frozen=True, slots=True)
class Policy:
    """How a product is kept.

    Attributes:
        costing: what goods that leave cost.
        by_lot: lots are asked for.
        negative: whether the books may go below zero; None: as the place says.
        standard_micro: the set cost of one base unit, millionths of a minor unit; with STANDARD only.
        serials: where the serial number of each piece is asked for.
    """

    costing: Costing = Costing.AVERAGE
    by_lot: bool = False
    negative: NegativeStock | None = None
    standard_micro: int | None = None
    serials: SerialUse = SerialUse.NONE


def get_policy(connection: Connection, *, product_id: int) -> Policy:
    """How a product is kept."""
    row = connection.execute(
        select(stock_policy).where(stock_policy.c.product_id == product_id)
    ).one_or_none()
    if row is None:
        return Policy()
    negative = NegativeStock(row.negative) if row.negative else None
    return Policy(Costing(row.costing), row.by_lot, negative, row.standard_micro, SerialUse(row.serials))


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
    layers and starts from the value of what is there. A set cost revalues what is there; the
    difference goes to the stock differences.

    Raises:
        StandardCostError: a set cost is missing, below zero, or does not belong there.
        PeriodClosedError: see its sentence.
    """
    if (policy.costing is Costing.STANDARD) != (policy.standard_micro is not None):
        raise StandardCostError
    if (policy.standard_micro or 0) < 0:
        raise StandardCostError
    before = get_policy(uow.connection, product_id=product_id)
    insert_or_replace(
        uow.connection, stock_policy,
        [
            {
                "product_id": product_id, "costing": policy.costing.value,
                "standard_micro": policy.standard_micro, "by_lot": policy.by_lot,
                "serials": policy.serials.value,
                "negative": policy.negative.value if policy.negative else None,
            }
        ],
        keys=("product_id",),
    )  # fmt: skip
    if (before.costing, before.standard_micro) != (policy.costing, policy.standard_micro):
        _change_costing(uow, product_id, policy)
    take_step(
        uow, document_type="product", document_id=product_id, step="stock_policy",
        payload={
            "costing": policy.costing.value, "by_lot": policy.by_lot,
            "negative": policy.negative.value if policy.negative else "",
            "standard_micro": policy.standard_micro or 0, "serials": policy.serials.value,
        },
    )  # fmt: skip


def _change_costing(uow: UnitOfWork, product_id: int, policy: Policy) -> None:
    levels = uow.connection.execute(
        select(stock_level)
        .where(stock_level.c.product_id == product_id)
        .order_by(stock_level.c.location_id)
        .with_for_update()
    ).all()
    for row in levels:
        drop_layers(uow, row.location_id, product_id)
        if policy.costing is Costing.FIFO and row.on_hand_milli > 0:
            there = (row.on_hand_milli, row.value_minor)
            add_layer(uow, row.location_id, product_id, came=there, left=there)
        if policy.standard_micro is not None:
            _revalue(uow, row, policy.standard_micro)


def _revalue(uow: UnitOfWork, row: Row[Any], standard_micro: int) -> None:
    """What is there is worth the set cost: a move of no quantity, and the difference in the ledger."""
    difference = value_of(row.on_hand_milli, standard_micro) - row.value_minor
    level = Level(row.on_hand_milli, row.value_minor + difference, standard_micro)
    save_levels(uow, row.location_id, {row.product_id: level})
    if not difference:
        return
    on = get_company(uow.connection).day_of(uow.now)
    require_open_period(uow.connection, on=on)
    other = location_by_code(uow.connection, code=ADJUSTMENTS)
    ends = (other, row.location_id) if difference > 0 else (row.location_id, other)
    move_id = next_id()
    move: dict[str, object] = {
        "id": move_id, "business_date": on, "at": uow.now, "product_id": row.product_id,
        "from_location_id": ends[0], "to_location_id": ends[1], "quantity_milli": 0,
        "cost_minor": abs(difference), "document_type": "revaluation", "document_id": move_id,
        "reason": None, "actor_id": uow.actor.user_id,
    }  # fmt: skip
    uow.connection.execute(insert(stock_move), move)
    seal_moves(uow, [move])
    add_to_days(uow, on, {row.product_id: 0})
    post(
        uow, kind="stock_adjustment", business_date=on, document_type="revaluation", document_id=move_id,
        postings=[Posting("inventory", difference), Posting("stock_adjustment", -difference)],
    )  # fmt: skip


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
