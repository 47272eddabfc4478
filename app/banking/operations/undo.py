"""Taking a match back: everything it booked is booked the other way round, what it taught is forgotten."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, select, update

from app.audit.operations import note
from app.banking.learning import unlearn
from app.banking.match_store import SavedMatch, parts_of_match, posted_match
from app.banking.operations.returns import pay_again
from app.banking.refusals import MatchReasonError
from app.banking.states import LineStatus, MatchKind, MatchStatus, PartKind, RunStatus
from app.banking.store import lock_line, set_line_status
from app.banking.tables import bank_match, debit_run, remittance_advice
from app.collections.operations.reductions import undo_reduction
from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.settle import take_back_payment, undo_payment_application
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.ledger.tables import account_role, ledger_entry, ledger_line
from app.payments.customers import payment_day
from app.payments.states import CustomerPaymentStatus
from app.payments.tables import customer_payment

_OURS = (MatchKind.PAYMENT, MatchKind.COLLECTION)  # the payment was booked by the match


@permitted(Permission.UNDO_PAYMENT)
def undo_match(uow: UnitOfWork, *, line_id: int, reason: str) -> SavedMatch:
    """Undo how a line was booked; the line is open again, the match stays as history.

    Raises:
        MatchReasonError, NoSuchLineError, NotMatchedError and what the payment refuses.
    """
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise MatchReasonError
    line = lock_line(uow, line_id)
    match = posted_match(uow, line_id)
    parts = parts_of_match(uow.connection, match.id)
    kind = MatchKind(match.kind)
    _undo_parts(uow, kind, parts, why)
    if kind is MatchKind.RETURNED:
        pay_again(uow, match, parts)
    _undo_entries(uow, match.id)
    unlearn(uow, match.id)
    _reopen(uow, match.id)
    uow.connection.execute(
        update(bank_match).where(bank_match.c.id == match.id),
        {
            "status": MatchStatus.UNDONE.value, "undone_at": uow.now, "undone_by": uow.actor.user_id,
            "undone_reason": why,
        },
    )  # fmt: skip
    set_line_status(uow, line.id, LineStatus.OPEN)
    note(
        uow, kind="bank.unmatched", document_type="bank_match", document_id=match.id,
        payload={"line": line.id, "reason": why, "kind": kind.value},
    )  # fmt: skip
    return SavedMatch(match.id, line.id, kind, tuple({int(p.payment_id) for p in parts if p.payment_id}))


def _undo_parts(uow: UnitOfWork, kind: MatchKind, parts: list[Row[Any]], why: str) -> None:
    """Deductions first: cents taken from the payment itself would keep it from going back."""
    for part in parts:
        if part.reduction_id is not None:
            undo_reduction(uow, reduction_id=part.reduction_id, reason=why)
    credits_ = [p.allocation_id for p in parts if p.kind == PartKind.CREDIT.value and p.allocation_id]
    if credits_:
        undo_payment_application(uow, allocation_ids=credits_, reason=why)
    if kind in _OURS:
        for payment_id in dict.fromkeys(p.payment_id for p in parts if p.payment_id is not None):
            if _is_posted(uow, payment_id):  # else it was taken back by hand, or came back
                take_back_payment(uow, payment_id=payment_id, reason=why)


def _is_posted(uow: UnitOfWork, payment_id: int) -> bool:
    status = uow.connection.execute(
        select(customer_payment.c.status).where(customer_payment.c.id == payment_id)
    ).scalar_one()
    return bool(status == CustomerPaymentStatus.POSTED.value)


def _undo_entries(uow: UnitOfWork, match_id: int) -> None:
    """Entries of the match itself, the other way round."""
    rows = uow.connection.execute(
        select(ledger_line.c.account_code, ledger_line.c.amount_minor, ledger_line.c.party_id)
        .join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
        .where(ledger_entry.c.document_type == "bank_match", ledger_entry.c.document_id == match_id)
    ).all()
    if not rows:
        return
    roles = {r.account_code: r.role for r in uow.connection.execute(select(account_role))}
    post(
        uow, kind="bank_undone", business_date=payment_day(uow, None), document_type="bank_match",
        document_id=match_id,
        postings=[Posting(roles[r.account_code], -r.amount_minor, r.party_id) for r in rows],
    )  # fmt: skip


def _reopen(uow: UnitOfWork, match_id: int) -> None:
    """An advice waits again, a run of direct debits too."""
    uow.connection.execute(
        update(remittance_advice).where(remittance_advice.c.match_id == match_id), {"match_id": None}
    )
    uow.connection.execute(
        update(debit_run).where(debit_run.c.closing_match_id == match_id),
        {"status": RunStatus.MADE.value, "closed_at": None, "closing_match_id": None},
    )
