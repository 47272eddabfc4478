"""Money that bounced: a direct debit given back, a cheque not honoured, a transfer recalled."""

from __future__ import annotations

import json
from typing import Any, Final
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import Connection, Row, select

from app.banking.match_store import MatchPart, SavedMatch, find_saved, write_match
from app.banking.operations.booking import booking_day
from app.banking.refusals import LineSignError, PartsDifferError
from app.banking.states import MatchedBy, MatchKind, MatchStatus, PartKind
from app.banking.store import get_account_row, lock_open_line, rate_of
from app.banking.tables import bank_match, bank_match_part
from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.settle import record_payment, take_back_payment
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.payments.customers import NoSuchPaymentError, PaymentDraft, PaymentReversedError, payment_day
from app.payments.states import CustomerPaymentStatus, PaymentMethod
from app.payments.tables import customer_payment
from app.receivables.queries import list_allocations
from app.receivables.rules import Part
from app.terms.rules import to_home

FEE_ROLE: Final = "bank_fees"
TAKEN_BEFORE: Final = "taken_before"


@permitted(Permission.UNDO_PAYMENT)
def book_return(uow: UnitOfWork, *, uuid: str, line_id: int, payment_id: int) -> SavedMatch:
    """A line of money out is a payment that came back, with what the bank took for it.

    What it had paid is open again, unless the payment was taken back by hand before the line came; the
    bank's fee is an expense.

    Raises:
        LineSignError: money in.
        PartsDifferError: less than the payment came back.
        PaymentReversedError: another line is its return.
        NoSuchPaymentError and those of lines.
    """
    there = find_saved(uow.connection, uuid)
    if there is not None:
        return there
    line = lock_open_line(uow, line_id)
    row = _returnable(uow, payment_id)
    if line.amount_minor >= 0:
        raise LineSignError(amount=Money(line.amount_minor, line.currency))
    fee = -line.amount_minor - row.amount_minor
    if fee < 0 or row.currency != line.currency:
        raise PartsDifferError(
            sum=Money(row.amount_minor, row.currency), amount=Money(-line.amount_minor, line.currency),
            left=Money(fee, line.currency),
        )  # fmt: skip
    posted = row.status == CustomerPaymentStatus.POSTED.value
    parts = [MatchPart(PartKind.PAYMENT, -row.amount_minor, payment_id=payment_id)]
    if posted:
        parts += _was_paid(uow, row)
    if fee:
        parts.append(MatchPart(PartKind.FEE, -fee))
    reason = " ".join(x for x in (line.return_reason, line.text) if x)[:200] or "returned"
    if posted:
        take_back_payment(uow, payment_id=payment_id, reason=reason)
    day = booking_day(uow, line.booked_on)
    match = write_match(
        uow, uuid=uuid, line=line, kind=MatchKind.RETURNED, matched_by=MatchedBy.PERSON, on=day, parts=parts,
        party_id=row.party_id, evidence=() if posted else [(TAKEN_BEFORE, row.number)],
    )  # fmt: skip
    if fee:
        role = get_account_row(uow.connection, line.account_id).role
        home = to_home(fee, rate_of(uow, line.currency, day))
        post(
            uow, kind="return_fee", business_date=day, document_type="bank_match",
            document_id=match.match_id, postings=[Posting(FEE_ROLE, home), Posting(role, -home)],
        )  # fmt: skip
    return match


def _returnable(uow: UnitOfWork, payment_id: int) -> Row[Any]:
    """The payment, posted, or taken back by hand with no line for it yet."""
    row = uow.connection.execute(
        select(customer_payment).where(customer_payment.c.id == payment_id).with_for_update()
    ).one_or_none()
    if row is None or row.open_item_id is None:
        raise NoSuchPaymentError
    if row.status != CustomerPaymentStatus.POSTED.value and is_returned(uow.connection, payment_id):
        raise PaymentReversedError(number=row.number)
    return row


def is_returned(connection: Connection, payment_id: int) -> bool:
    """Whether a line is booked as its return."""
    found = connection.execute(
        select(bank_match_part.c.match_id)
        .join_from(bank_match_part, bank_match, bank_match.c.id == bank_match_part.c.match_id)
        .where(
            bank_match_part.c.payment_id == payment_id, bank_match.c.kind == MatchKind.RETURNED.value,
            bank_match.c.status == MatchStatus.POSTED.value,
        )
    ).first()  # fmt: skip
    return found is not None


def _was_paid(uow: UnitOfWork, row: Row[Any]) -> list[MatchPart]:
    """What the payment had paid, so that an undo can pay it again."""
    return [
        MatchPart(PartKind.ITEM, a.amount_minor, open_item_id=a.open_item_id)
        for a in list_allocations(uow.connection, document_ids=[row.id])
        if a.undone_at is None and a.credit_item_id == row.open_item_id
    ]


def pay_again(uow: UnitOfWork, match: Row[Any], parts: list[Row[Any]]) -> None:
    """The return was none: the payment is recorded anew, and pays what it had paid.

    Not where it had been taken back by hand before: that stands.
    """
    if any(e[0] == TAKEN_BEFORE for e in json.loads(match.evidence)):
        return
    taken = next(p for p in parts if p.kind == PartKind.PAYMENT.value)
    row = uow.connection.execute(
        select(customer_payment).where(customer_payment.c.id == taken.payment_id)
    ).one()
    draft = PaymentDraft(
        row.party_id, row.amount_minor, PaymentMethod(row.method), payment_day(uow, None), row.currency,
        row.reference, account_role=row.account_role,
    )  # fmt: skip
    items = [Part(p.open_item_id, p.amount_minor) for p in parts if p.kind == PartKind.ITEM.value]
    record_payment(uow, uuid=str(uuid5(NAMESPACE_OID, f"{match.uuid}:again")), draft=draft, parts=items)
