"""The steps of a document: who did what and when, found by the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from app.audit.operations import note
from app.audit.tables import document_step
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id

_INSERT = Prepared(insert(document_step))
_DETAIL_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a document."""

    id: int
    document_type: str
    document_id: int
    step: str
    at: datetime
    actor_id: int
    actor_name: str
    detail: str | None


def take_step(
    uow: UnitOfWork, *, document_type: str, document_id: int, step: str,
    payload: Mapping[str, object] | None = None, detail: str | None = None,
) -> None:  # fmt: skip
    """Write a step of a document: into the journal with its values, and by document for screens.

    Args:
        uow: the transaction of what happened.
        document_type: "order", "pick_list", "shipment", "invoice", "customer_payment" ...
        document_id: its id.
        step: what happened: "confirmed", "dispatched" ...
        payload: the values for the journal; no personal data.
        detail: what the timeline says beside it, e.g. the reason.
    """
    row = {
        "id": next_id(), "document_type": document_type, "document_id": document_id, "step": step,
        "at": uow.now, "actor_id": uow.actor.user_id, "actor_name": uow.actor.name,
        "detail": detail[:_DETAIL_LIMIT] if detail else None,
    }  # fmt: skip
    note(
        uow, kind=f"{document_type}.{step}", document_type=document_type, document_id=document_id,
        payload=payload or {}, beside=[(_INSERT, row)],
    )  # fmt: skip


def list_steps(connection: Connection, *, documents: Sequence[tuple[str, int]]) -> list[Step]:
    """The steps of several documents, in the order they happened."""
    wanted = set(documents)
    rows = connection.execute(
        select(document_step)
        .where(document_step.c.document_id.in_(sorted({d for _t, d in wanted})))
        .order_by(document_step.c.at, document_step.c.id)
    )
    return [
        Step(*(getattr(r, name) for name in Step.__dataclass_fields__))
        for r in rows
        if (r.document_type, r.document_id) in wanted
    ]
