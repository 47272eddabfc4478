"""Disputes: a part of an invoice is not accepted; reminders leave it out until it is resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import Row, func, insert, select, update

from app.audit.steps import take_step
from app.collections.operations.reductions import reduce_item
from app.collections.reduction_store import lock_item
from app.collections.refusals import DisputeAmountError, NoSuchDisputeError, OutcomeError, SayWhyError
from app.collections.states import DisputeOutcome, DisputeReason, DisputeStatus, ReductionKind
from app.collections.tables import dispute
from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.credit import CreditWish, credit_invoice
from app.kernel.ids import next_id
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.organisation.queries import get_company
from app.receivables.items import NoSuchItemError
from app.receivables.tables import open_item


@dataclass(frozen=True, slots=True)
class DisputeDraft:
    """What a customer does not accept, in the item's currency; `owner_id` is who looks after it."""

    item_id: int
    amount_minor: int
    reason: DisputeReason
    note: str
    owner_id: int
    follow_up_on: date


def disputed_minor(uow: UnitOfWork, item_id: int) -> int:
    """What is in dispute of an item now."""
    found = uow.connection.execute(
        select(func.coalesce(func.sum(dispute.c.amount_minor), 0)).where(
            dispute.c.open_item_id == item_id, dispute.c.status == DisputeStatus.OPEN.value
        )
    ).scalar_one()
    return int(found)


@permitted(Permission.COLLECT)
def open_dispute(uow: UnitOfWork, *, uuid: str, draft: DisputeDraft) -> int:
    """Note what a customer does not accept; returns the dispute's id.

    Raises:
        NoSuchItemError, DisputeAmountError, SayWhyError: see their sentences.
    """
    there = uow.connection.execute(select(dispute.c.id).where(dispute.c.uuid == uuid)).scalar_one_or_none()
    if there is not None:
        return int(there)
    item = lock_item(uow, draft.item_id)
    if item.amount_minor <= 0:
        raise NoSuchItemError
    company = get_company(uow.connection)
    most = item.open_minor - disputed_minor(uow, item.id)
    if not 0 < draft.amount_minor <= most:
        raise DisputeAmountError(most=Money(max(most, 0), item.currency or company.currency))
    note = clean_field(draft.note, field="Note", limit=200)
    if not note:
        raise SayWhyError
    dispute_id = next_id()
    uow.connection.execute(
        insert(dispute),
        {
            "id": dispute_id, "uuid": uuid, "party_id": item.party_id, "open_item_id": item.id,
            "amount_minor": draft.amount_minor, "reason": draft.reason.value, "note": note,
            "owner_id": draft.owner_id, "follow_up_on": draft.follow_up_on,
            "status": DisputeStatus.OPEN.value, "outcome": None, "outcome_note": None,
            "outcome_document_id": None, "opened_on": company.day_of(uow.now), "opened_at": uow.now,
            "opened_by": uow.actor.user_id, "resolved_on": None, "resolved_at": None, "resolved_by": None,
        },
    )  # fmt: skip
    take_step(
        uow, document_type=item.document_type, document_id=item.document_id, step="disputed", detail=note,
        payload={"dispute": dispute_id, "amount_minor": draft.amount_minor, "reason": draft.reason.value},
    )  # fmt: skip
    return dispute_id


def _lock(uow: UnitOfWork, dispute_id: int) -> Row[Any]:
    row = uow.connection.execute(
        select(dispute).where(dispute.c.id == dispute_id).with_for_update()
    ).one_or_none()
    if row is None or row.status != DisputeStatus.OPEN.value:
        raise NoSuchDisputeError
    return row


@permitted(Permission.COLLECT)
def change_dispute(uow: UnitOfWork, *, dispute_id: int, owner_id: int, follow_up_on: date) -> None:
    """Somebody else looks after it, or on another day; raises NoSuchDisputeError."""
    row = _lock(uow, dispute_id)
    uow.connection.execute(
        update(dispute)
        .where(dispute.c.id == row.id)
        .values(owner_id=owner_id, follow_up_on=follow_up_on)
    )  # fmt: skip
    take_step(
        uow, document_type="dispute", document_id=row.id, step="changed",
        payload={"owner": owner_id, "follow_up_on": follow_up_on},
    )  # fmt: skip


@permitted(Permission.COLLECT)
def resolve_dispute(
    uow: UnitOfWork, *, dispute_id: int, outcome: DisputeOutcome, note: str,
    wishes: Sequence[CreditWish] | None = None,
) -> int | None:  # fmt: skip
    """End a dispute; returns the id of the credit note or deduction it led to.

    A credit note takes back lines of the invoice (`wishes`); a discount lowers the price by the amount in
    dispute, with its tax; a rejection leaves everything as it was, and reminders go on.

    Raises:
        NoSuchDisputeError, SayWhyError, OutcomeError; what credit_invoice and reduce_item raise.
    """
    row = _lock(uow, dispute_id)
    why = clean_field(note, field="Note", limit=200)
    if not why:
        raise SayWhyError
    item = uow.connection.execute(select(open_item).where(open_item.c.id == row.open_item_id)).one()
    document_id = None
    if outcome is DisputeOutcome.CREDIT_NOTE:
        if not wishes:
            raise OutcomeError
        done = credit_invoice(
            uow, uuid=str(uuid4()), invoice_id=item.document_id, reason=why, wishes=wishes
        )  # fmt: skip
        document_id = done.invoice_id
    elif outcome is DisputeOutcome.DISCOUNT:
        saved = reduce_item(
            uow, uuid=str(uuid4()), item_id=item.id, kind=ReductionKind.ALLOWANCE,
            amount_minor=min(row.amount_minor, item.open_minor), reason=why,
        )  # fmt: skip
        document_id = saved.reduction_id
    uow.connection.execute(
        update(dispute).where(dispute.c.id == row.id),
        {
            "status": DisputeStatus.RESOLVED.value, "outcome": outcome.value, "outcome_note": why,
            "outcome_document_id": document_id, "resolved_at": uow.now, "resolved_by": uow.actor.user_id,
            "resolved_on": get_company(uow.connection).day_of(uow.now),
        },
    )  # fmt: skip
    take_step(
        uow, document_type=item.document_type, document_id=item.document_id, step="dispute_resolved",
        detail=why, payload={"dispute": row.id, "outcome": outcome.value, "document": document_id},
    )  # fmt: skip
    return document_id
