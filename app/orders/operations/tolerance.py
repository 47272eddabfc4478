"""Setting how much more or less than ordered may leave."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, delete, insert, select

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.orders.refusals import ToleranceRangeError
from app.orders.rules import HUNDRED_PER_CENT
from app.orders.tables import delivery_tolerance
from app.orders.tolerance import Tolerance


@permitted(Permission.SETTINGS)
def set_tolerance(
    uow: UnitOfWork, *, tolerance: Tolerance, product_id: int | None = None, party_id: int | None = None
) -> int:
    """Of a product, to a customer, both, or of anything to anybody; the one before is replaced.

    Raises:
        ToleranceRangeError: below nothing or above all of it.
    """
    for share in (tolerance.over_hundredths, tolerance.under_hundredths):
        if not 0 <= share <= HUNDRED_PER_CENT:
            raise ToleranceRangeError
    uow.connection.execute(
        delete(delivery_tolerance).where(
            _is(delivery_tolerance.c.product_id, product_id), _is(delivery_tolerance.c.party_id, party_id)
        )
    )
    rule_id = next_id()
    values = {
        "id": rule_id, "product_id": product_id, "party_id": party_id,
        "over_hundredths": tolerance.over_hundredths, "under_hundredths": tolerance.under_hundredths,
        "is_free": tolerance.is_free,
    }  # fmt: skip
    uow.connection.execute(insert(delivery_tolerance), values)
    note(
        uow,
        kind="orders.tolerance_set",
        document_type="delivery_tolerance",
        document_id=rule_id,
        payload=values,
    )
    return rule_id


@permitted(Permission.SETTINGS)
def drop_tolerance(uow: UnitOfWork, *, rule_id: int) -> None:
    """Take a rule away; twice is once."""
    row = uow.connection.execute(
        select(delivery_tolerance).where(delivery_tolerance.c.id == rule_id)
    ).one_or_none()
    if row is None:
        return
    uow.connection.execute(delete(delivery_tolerance).where(delivery_tolerance.c.id == rule_id))
    note(
        uow, kind="orders.tolerance_dropped", document_type="delivery_tolerance", document_id=rule_id,
        payload={"product_id": row.product_id, "party_id": row.party_id},
    )  # fmt: skip


def _is(column: Any, value: int | None) -> ColumnElement[bool]:
    found: ColumnElement[bool] = column.is_(None) if value is None else column == value
    return found
