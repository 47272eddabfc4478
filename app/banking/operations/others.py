"""Lines that are no customer's payment to be booked: recorded before, booked to an account, left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, insert, select

from app.audit.operations import note
from app.banking.match_store import MatchPart, SavedMatch, find_saved, write_match
from app.banking.operations.booking import booking_day
from app.banking.refusals import (
    MatchReasonError,
    NothingChosenError,
    PartsDifferError,
    UnknownAccountCodeError,
)
from app.banking.states import LineStatus, MatchedBy, MatchKind, MatchStatus, PartKind
from app.banking.store import get_account_row, lock_line, lock_open_line, rate_of, set_line_status
from app.banking.tables import bank_match, bank_match_part
from app.db.unit_of_work import UnitOfWork
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.ledger.tables import account, account_role
from app.payments.customers import ROLES, NoSuchPaymentError, PaymentReversedError
from app.payments.states import CustomerPaymentKind, CustomerPaymentStatus, PaymentMethod
from app.payments.tables import customer_payment
from app.terms.rules import to_home

NOT_BY_HAND: Final = ("receivable", "inventory")  # their parts are kept elsewhere and must add up


@dataclass(frozen=True, slots=True)
class AccountShare:
    """So much of a line goes to that account; the line's sign."""

    code: str
    amount_minor: int


@permitted(Permission.RECEIVE_PAYMENT)
def match_recorded(
    uow: UnitOfWork, *, uuid: str, line_id: int, payment_ids: Sequence[int],
    matched_by: MatchedBy = MatchedBy.PERSON,
) -> SavedMatch:  # fmt: skip
    """Say that a line is money that was recorded before: payments in, or refunds out. Books nothing twice.

    Raises:
        NoSuchPaymentError, PaymentReversedError, PartsDifferError, NothingChosenError and those of lines.
    """
    there = find_saved(uow.connection, uuid)
    if there is not None:
        return there
    line = lock_open_line(uow, line_id)
    if not payment_ids:
        raise NothingChosenError
    rows = [_recorded(uow, payment_id) for payment_id in payment_ids]
    total = sum(_signed(r) for r in rows)
    _refuse_difference(line, total)
    day = booking_day(uow, line.booked_on)
    parts = [MatchPart(PartKind.PAYMENT, _signed(r), payment_id=r.id) for r in rows]
    parties = {r.party_id for r in rows}
    match = write_match(
        uow, uuid=uuid, line=line, kind=MatchKind.KNOWN, matched_by=matched_by, on=day, parts=parts,
        party_id=parties.pop() if len(parties) == 1 else None,
    )  # fmt: skip
    _move_between(uow, line, rows, match.match_id, day)
    return match


def _recorded(uow: UnitOfWork, payment_id: int) -> Row[Any]:
    row = uow.connection.execute(
        select(customer_payment).where(customer_payment.c.id == payment_id).with_for_update()
    ).one_or_none()
    if row is None or is_matched(uow, payment_id):
        raise NoSuchPaymentError
    if row.status == CustomerPaymentStatus.REVERSED.value:
        raise PaymentReversedError(number=row.number)
    return row


def is_matched(uow: UnitOfWork, payment_id: int) -> bool:
    """Whether a payment stands on a statement already."""
    found = uow.connection.execute(
        select(bank_match_part.c.match_id)
        .join_from(bank_match_part, bank_match, bank_match.c.id == bank_match_part.c.match_id)
        .where(
            bank_match_part.c.payment_id == payment_id, bank_match.c.status == MatchStatus.POSTED.value,
            bank_match.c.kind != MatchKind.RETURNED.value,
        )
    ).first()  # fmt: skip
    return found is not None


def _signed(row: Row[Any]) -> int:
    sign = 1 if row.kind == CustomerPaymentKind.RECEIPT.value else -1
    return sign * int(row.amount_minor)


def _refuse_difference(line: Row[Any], total: int) -> None:
    if total != line.amount_minor:
        raise PartsDifferError(
            sum=Money(total, line.currency), amount=Money(line.amount_minor, line.currency),
            left=Money(line.amount_minor - total, line.currency),
        )  # fmt: skip


def _move_between(
    uow: UnitOfWork, line: Row[Any], rows: Sequence[Row[Any]], match_id: int, day: date
) -> None:
    """Money that was recorded on one account and came on another."""
    role = get_account_row(uow.connection, line.account_id).role
    postings = [
        Posting(recorded, -to_home(_signed(r), r.rate_micro))
        for r in rows
        if (recorded := r.account_role or ROLES[PaymentMethod(r.method)]) != role
    ]
    total = -sum(p.amount_minor for p in postings)
    if postings:
        post(
            uow, kind="bank_moved", business_date=day, document_type="bank_match", document_id=match_id,
            postings=[Posting(role, total), *postings],
        )  # fmt: skip


@permitted(Permission.RECEIVE_PAYMENT)
def book_to_accounts(
    uow: UnitOfWork, *, uuid: str, line_id: int, shares: Sequence[AccountShare], words: str = ""
) -> SavedMatch:
    """Book a line to accounts of the ledger: charges, interest, rent, money between own accounts.

    Raises:
        UnknownAccountCodeError, PartsDifferError, NothingChosenError, NoRateError and those of lines.
    """
    there = find_saved(uow.connection, uuid)
    if there is not None:
        return there
    line = lock_open_line(uow, line_id)
    if not shares:
        raise NothingChosenError
    _refuse_difference(line, sum(s.amount_minor for s in shares))
    why = clean_field(words, field="Text", limit=200)
    day = booking_day(uow, line.booked_on)
    roles = [role_for(uow, s.code) for s in shares]
    match = write_match(
        uow, uuid=uuid, line=line, kind=MatchKind.ACCOUNT, matched_by=MatchedBy.PERSON, on=day,
        parts=[MatchPart(PartKind.ACCOUNT, s.amount_minor, account_code=s.code) for s in shares],
        evidence=[("words", why)] if why else (),
    )  # fmt: skip
    own, rate = get_account_row(uow.connection, line.account_id).role, rate_of(uow, line.currency, day)
    home = [to_home(s.amount_minor, rate) for s in shares]
    post(
        uow, kind="bank_line", business_date=day, document_type="bank_match", document_id=match.match_id,
        postings=[
            Posting(own, sum(home)),
            *(Posting(role, -minor) for role, minor in zip(roles, home, strict=True)),
        ],
    )  # fmt: skip
    return match


def role_for(uow: UnitOfWork, code: str) -> str:
    """A role that is booked on an account of the chart.

    Raises:
        UnknownAccountCodeError: not in the chart, or one whose parts are kept elsewhere.
    """
    rows = uow.connection.execute(
        select(account_role.c.role).where(account_role.c.account_code == code).order_by(account_role.c.role)
    ).scalars().all()  # fmt: skip
    there = uow.connection.execute(select(account.c.code).where(account.c.code == code)).first()
    if there is None or any(r.split(":", maxsplit=1)[0] in NOT_BY_HAND for r in rows):
        raise UnknownAccountCodeError(code=code)
    if rows:
        return str(rows[0])
    role = f"ledger:{code}"
    uow.connection.execute(insert(account_role), {"role": role, "account_code": code})
    return role


@permitted(Permission.RECEIVE_PAYMENT)
def leave_out(uow: UnitOfWork, *, line_id: int, reason: str) -> None:
    """Leave a line out of the books: it was booked another way. It stays on the list of what differs.

    Raises:
        MatchReasonError, NoSuchLineError, LineDoneError.
    """
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise MatchReasonError
    line = lock_open_line(uow, line_id)
    set_line_status(uow, line.id, LineStatus.LEFT_OUT, why)
    note(
        uow, kind="bank.left_out", document_type="bank_line", document_id=line.id,
        payload={"reason": why, "amount_minor": line.amount_minor},
    )  # fmt: skip


@permitted(Permission.RECEIVE_PAYMENT)
def take_in_again(uow: UnitOfWork, *, line_id: int) -> None:
    """A line that was left out is to be matched after all."""
    line = lock_line(uow, line_id)
    if line.status == LineStatus.LEFT_OUT.value:
        set_line_status(uow, line.id, LineStatus.OPEN)
    note(uow, kind="bank.taken_in", document_type="bank_line", document_id=line.id, payload={})
