"""Goods come in, and the orders that wait for them are served in the order of their places."""

from __future__ import annotations

from collections.abc import Sequence

from app.db.unit_of_work import UnitOfWork
from app.inventory.receipts import Receipt, ReceivedLine, receive_goods
from app.kernel.permission import Permission, permitted
from app.orders.operations.allocate import serve_waiting
from app.orders.operations.buy import put_aside


@permitted(Permission.RECEIVE_GOODS)
def receive_for_orders(
    uow: UnitOfWork, *, uuid: str, location_id: int, lines: Sequence[ReceivedLine], supplier: str = "",
    reference: str = "", landed_minor: int = 0, accept_surplus: bool = False,
) -> tuple[Receipt, list[int]]:  # fmt: skip
    """receive_goods, and the ids of the orders that got something of it: first those it was bought for."""
    receipt = receive_goods(
        uow, uuid=uuid, location_id=location_id, lines=lines, supplier=supplier, reference=reference,
        landed_minor=landed_minor, accept_surplus=accept_surplus,
    )  # fmt: skip
    if receipt.was_there:
        return receipt, []
    first = put_aside(uow, location_id=location_id, lines=lines)
    products = sorted({x.product_id for x in lines})
    served = serve_waiting(uow, location_id=location_id, product_ids=products)
    return receipt, list(dict.fromkeys([*first, *served]))
