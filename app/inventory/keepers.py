"""Who is told when goods that were promised are gone: sold at a till, broken, counted less.

What a cashier holds in hand is sold whatever was promised to whom; the promise is then taken back
in the same transaction, so that no screen shows as committed what does not lie there. The goods know
only that they were promised; whose promise it was knows the room that gave it, which stands above this one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sqlalchemy import func, select

from app.db.unit_of_work import UnitOfWork
from app.inventory.rules import Level
from app.inventory.tables import reservation, stock_level

ORDER: Final = "order"
Keeper = Callable[[UnitOfWork, int, Mapping[int, int]], None]  # location, uncovered quantity by product
_keepers: Final[list[Keeper]] = []

# what is promised to orders of the goods in a row of stock_level
PROMISED: Final = (
    select(func.coalesce(func.sum(reservation.c.quantity_milli), 0))
    .where(
        reservation.c.product_id == stock_level.c.product_id,
        reservation.c.location_id == stock_level.c.location_id,
        reservation.c.document_type == ORDER,
    )
    .correlate(stock_level)
    .scalar_subquery()
)


def register_keeper(keeper: Keeper) -> None:
    """Have promises taken back by `keeper(uow, location_id, uncovered)` when their goods are gone.

    It is called within the transaction that took the goods, with the levels locked and written.
    """
    if keeper not in _keepers:
        _keepers.append(keeper)


def keep_promises(uow: UnitOfWork, location_id: int, levels: Mapping[int, Level]) -> None:
    """Tell the keepers of goods of which more is promised than lies there now, base units by product."""
    uncovered = {
        product_id: level.promised_milli - max(level.on_hand_milli, 0)
        for product_id, level in levels.items()
        if level.promised_milli > max(level.on_hand_milli, 0)
    }
    if uncovered:
        for keeper in _keepers:
            keeper(uow, location_id, uncovered)
