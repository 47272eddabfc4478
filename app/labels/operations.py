"""Labels were printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.kernel.permission import Permission, permitted
from app.labels.tables import shelf_label


@permitted(Permission.VIEW_STOCK)
def note_printed(
    uow: UnitOfWork, *, store_id: int, prices: Mapping[int, int], currency: str, for_day: date
) -> None:
    """Keep what the labels on the shelves of a store say now: price in minor units by product."""
    if not prices:
        return
    insert_or_replace(
        uow.connection,
        shelf_label,
        [
            {
                "store_id": store_id, "product_id": product_id, "price_minor": minor, "currency": currency,
                "for_day": for_day, "printed_at": uow.now, "printed_by": uow.actor.user_id,
            }
            for product_id, minor in sorted(prices.items())
        ],
        keys=("store_id", "product_id"),
    )  # fmt: skip
    note(
        uow, kind="labels.printed", document_type="store", document_id=store_id,
        payload={"labels": len(prices), "for": for_day},
    )  # fmt: skip
