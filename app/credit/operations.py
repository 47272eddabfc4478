"""Letting through what the credit check held."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert, select, update

from app.audit.operations import note
from app.credit.queries import HOLD_SETTING
from app.credit.rules import CreditStanding
from app.credit.tables import credit_release, credit_stop
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.organisation.operations import save_setting
from app.organisation.queries import get_company


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


@permitted(Permission.REMIND, Permission.COLLECT, Permission.CREDIT_TERMS)
def stop_credit(uow: UnitOfWork, *, party_id: int, reason: str) -> None:
    """Sell him nothing more while something is overdue, whatever his terms say; twice is once."""
    there = select(credit_stop.c.id).where(
        credit_stop.c.party_id == party_id, credit_stop.c.lifted_at.is_(None)
    )
    if uow.connection.execute(there).first() is not None:
        return
    uow.connection.execute(
        insert(credit_stop),
        {
            "id": next_id(), "party_id": party_id, "reason": reason,
            "since": get_company(uow.connection).day_of(uow.now), "at": uow.now,
            "actor_id": uow.actor.user_id, "lifted_at": None, "lifted_by": None,
        },
    )  # fmt: skip
    note(uow, kind="credit.stopped", document_type="party", document_id=party_id, payload={"reason": reason})


@permitted(Permission.CREDIT_TERMS)
def lift_stop(uow: UnitOfWork, *, party_id: int) -> None:
    """What was agreed holds again."""
    uow.connection.execute(
        update(credit_stop)
        .where(credit_stop.c.party_id == party_id, credit_stop.c.lifted_at.is_(None))
        .values(lifted_at=uow.now, lifted_by=uow.actor.user_id)
    )
    note(uow, kind="credit.stop_lifted", document_type="party", document_id=party_id, payload={})


@permitted(Permission.SETTINGS)
def hold_after(uow: UnitOfWork, *, days: int) -> None:
    """Hold the orders of everybody who is more than so many days late; 0: only as each one's terms say."""
    save_setting(uow, name=HOLD_SETTING, value=max(days, 0))
