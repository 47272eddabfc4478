"""Letting through what the credit check held."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert

from app.credit.rules import CreditStanding
from app.credit.tables import credit_release
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted


@permitted(Permission.RELEASE_ORDER)
def record_release(
    uow: UnitOfWork, *, party_id: int, document_type: str, document_id: int, standing: CreditStanding,
    reasons: Sequence[str], remark: str,
) -> None:  # fmt: skip
    """Keep who let a document through, and at which figures."""
    uow.connection.execute(
        insert(credit_release),
        {
            "id": next_id(), "party_id": party_id, "document_type": document_type,
            "document_id": document_id, "limit_minor": standing.limit_minor,
            "exposure_minor": standing.exposure_minor, "reasons": ", ".join(reasons)[:200],
            "note": remark, "at": uow.now, "actor_id": uow.actor.user_id,
        },
    )  # fmt: skip
