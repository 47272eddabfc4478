"""How far a price may go down by hand: the lowest price of a product, and its largest discount."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.pricing.rules import HUNDRED_PER_CENT, ProductLimit
from app.pricing.tables import product_limit


class LimitRangeError(Refusal):
    """A lowest price below zero, or a discount that is none."""

    message = "The lowest price is 0 or more, the largest discount from 0 to 100 %."


def limits_of(connection: Connection, *, product_ids: Iterable[int]) -> dict[int, ProductLimit]:
    """The limits of those products that have any."""
    rows = connection.execute(
        select(product_limit).where(product_limit.c.product_id.in_(sorted(set(product_ids))))
    )
    return {r.product_id: ProductLimit(r.floor_minor, r.max_discount) for r in rows}


@permitted(Permission.EDIT_CATALOG)
def set_product_limit(uow: UnitOfWork, *, product_id: int, limit: ProductLimit) -> None:
    """Set both limits of a product, or take them away; raises LimitRangeError."""
    floor, most = limit.floor_minor, limit.max_discount
    if (floor is not None and floor < 0) or (most is not None and not 0 <= most <= HUNDRED_PER_CENT):
        raise LimitRangeError
    uow.connection.execute(delete(product_limit).where(product_limit.c.product_id == product_id))
    if floor is not None or most is not None:
        uow.connection.execute(
            insert(product_limit),
            {"product_id": product_id, "floor_minor": floor, "max_discount": most},
        )
    note(
        uow, kind="product.limit", document_type="product", document_id=product_id,
        payload={"floor_minor": floor, "max_discount": most},
    )  # fmt: skip
