"""Slips for those who prepare what was sold: written with the sale, so that none is lost."""

from __future__ import annotations

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.printing.operations import queue_print
from app.printing.rules import plan_of
from app.till.cart import Cart
from app.till.context import TillContext


def queue_slips(uow: UnitOfWork, context: TillContext, cart: Cart, *, sale_id: int) -> None:
    """A slip for each printer of the plan that prepares something of this cart; none without a plan."""
    plan = plan_of(context.settings)
    if not plan.slips:
        return
    sold = {line.item.category_id for line in cart.lines if line.is_plain}
    for rule in plan.slips:
        if sold.intersection(rule.categories):
            queue_print(
                uow, station=context.till.code, kind="counter_slip", document_type="sale",
                document_id=sale_id, parts=rule.categories, printer=rule.printer,
            )  # fmt: skip


@permitted(Permission.SELL)
def print_gift_receipt(
    uow: UnitOfWork, *, station: str, sale_id: int, positions: tuple[int, ...] = ()
) -> int:
    """A receipt without prices, of all lines or of those at these positions; returns the print job.

    It is no copy of the receipt: whoever sells may print it, and for each gift one.
    """
    note(
        uow, kind="print.gift_receipt", document_type="sale", document_id=sale_id,
        payload={"positions": sorted(positions)},
    )  # fmt: skip
    return queue_print(
        uow, station=station, kind="gift_receipt", document_type="sale", document_id=sale_id,
        parts=sorted(positions),
    )  # fmt: skip
