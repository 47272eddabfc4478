"""A count that is done already: begun, entered, reviewed and posted in one step."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

from app.db.unit_of_work import UnitOfWork
from app.inventory.counts import (
    Count,
    Variance,
    enter_count,
    list_variances,
    post_count,
    set_count_status,
    start_count,
)
from app.inventory.states import CountStatus
from app.kernel.permission import Permission, permitted


@permitted(Permission.ADJUST_STOCK)
def book_count(
    uow: UnitOfWork, *, uuid: str, location_id: int, quantities: Mapping[int, int]
) -> tuple[Count, list[Variance]]:
    """Book what was counted of some products; returns the count and its differences.

    Args:
        uow: the transaction.
        uuid: of the request: sent twice it is one count.
        location_id: where it was counted.
        quantities: base units in thousandths by product.

    Raises:
        CountQuantityError, NoSuchCountError, PeriodClosedError: see their sentences.
    """
    begun = start_count(uow, uuid=uuid, location_id=location_id, product_ids=list(quantities))
    if not begun.was_there:
        for product_id, milli in quantities.items():
            enter_count(
                uow, uuid=str(uuid4()), count_id=begun.count_id, product_id=product_id, quantity_milli=milli
            )
        set_count_status(uow, count_id=begun.count_id, status=CountStatus.REVIEW)
    variances = list_variances(uow.connection, count_id=begun.count_id)
    return post_count(uow, count_id=begun.count_id), variances
