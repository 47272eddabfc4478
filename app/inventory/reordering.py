"""How much of a product should at least be there, and up to how much is ordered."""

from __future__ import annotations

from sqlalchemy import delete

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.inventory.tables import reorder_point
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal


class ReorderPointError(Refusal):
    """Less than nothing, or less than the least."""

    message = "Enter the least that should be there, and as much or more to order up to."


@permitted(Permission.RECEIVE_GOODS)
def set_reorder_point(
    uow: UnitOfWork, *, product_id: int, least_milli: int | None, up_to_milli: int | None = None
) -> None:
    """Say how much should be there.

    Args:
        uow: the transaction.
        product_id: of what.
        least_milli: below this it is ordered, base units; None: reckoned from what was sold.
        up_to_milli: so much should be there then; the least where it is left out.

    Raises:
        ReorderPointError: see its sentence.
    """
    if least_milli is None:
        uow.connection.execute(delete(reorder_point).where(reorder_point.c.product_id == product_id))
    else:
        up_to = least_milli if up_to_milli is None else up_to_milli
        if least_milli < 0 or up_to < least_milli:
            raise ReorderPointError
        row = {"product_id": product_id, "least_milli": least_milli, "up_to_milli": up_to}
        insert_or_replace(uow.connection, reorder_point, [row], keys=("product_id",))
    take_step(
        uow, document_type="product", document_id=product_id, step="reorder_point",
        payload={"least_milli": least_milli, "up_to_milli": up_to_milli},
    )  # fmt: skip
