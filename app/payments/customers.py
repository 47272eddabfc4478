"""Money from customers: received, applied, taken apart again, refunded.

The rooms above follow what was paid: screens call the operations of app/invoicing/operations/settle.py,
which call these and then let the orders know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, bindparam, insert, select, update

from app.audit.seals import SealedKind, SealedTable, seal_rows, seal_stored
from app.audit.steps import take_step
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.periods import require_open_period
from app.ledger.rules import Posting
from app.numbering.operations import take_number
from app.organisation.queries import get_company
from app.payments.states import CustomerPaymentKind, CustomerPaymentStatus, PaymentMethod
from app.payments.tables import customer_payment
from app.receivables.items import (
    AmountNotPositiveError,
    ItemDraft,
    NoSuchItemError,
    apply_credit,
    credit_instalment,
    open_items,
    undo_allocations,
)
from app.receivables.queries import list_allocations, list_open_items
from app.receivables.rules import Owed, Part, oldest_first
from app.receivables.tables import open_item
from app.terms.queries import get_terms, rate_on
from app.terms.rules import Instalment, to_home

ROLES: Final = {
    PaymentMethod.BANK: "bank",
    PaymentMethod.DIRECT_DEBIT: "bank",
    PaymentMethod.CHEQUE: "bank",
    PaymentMethod.CARD: "card_clearing",
    PaymentMethod.CASH: "safe",
    PaymentMethod.TILL: "till_clearing",
}
_INSERT: Final = Prepared(insert(customer_payment))
SEALED: Final = SealedKind("customer_payment", (SealedTable(customer_payment, "id"),))
_PAYMENT: Final = Prepared(
    select(customer_payment).where(customer_payment.c.id == bindparam("id_")).with_for_update()
)


class NoSuchPaymentError(Refusal):
    """The payment is not there."""

    message = "That payment is not there any more. Reload the list."


class PaymentReversedError(Refusal):
    """A payment that was taken back."""

    message = "Payment {number} was taken back and cannot be used."


class RefundTooMuchError(Refusal):
    """More back than the customer has to get."""

    message = "Only {left} of {number} can be paid back, not {wanted}."


class PaymentTillError(Refusal):
    """Undoing in the office what lies in a drawer."""

    message = "Payment {number} was taken at a till. Pay it back to the customer instead."


class PaymentReasonError(Refusal):
    """A step that has to be explained."""

    message = "Say why. Nothing was changed."


class PaymentFutureError(Refusal):
    """Money that has not come."""

    message = "A payment cannot be dated {on}; today is {today}."


@dataclass(frozen=True, slots=True)
class PaymentDraft:
    """A payment as it comes in.

    Attributes:
        on: value date; today when left out.
        currency: the company's when left out.
        reference: the bank's or the payer's words.
        shift_id: cash taken at a till: into the drawer, in its Z.
        account_role: what it is booked on where the method does not say, e.g. a second bank account.
    """

    party_id: int
    amount_minor: int
    method: PaymentMethod
    on: date | None = None
    currency: str | None = None
    reference: str = ""
    shift_id: int | None = None
    account_role: str | None = None


@dataclass(frozen=True, slots=True)
class SavedPayment:
    """What an operation on a payment gives back; `document_ids` are the ones it touched."""

    payment_id: int
    number: str
    amount_minor: int
    unapplied_minor: int
    document_ids: tuple[int, ...] = ()
    was_there: bool = False


@permitted(Permission.RECEIVE_PAYMENT)
def receive_payment(
    uow: UnitOfWork, *, uuid: str, draft: PaymentDraft, parts: Sequence[Part] | None = None
) -> SavedPayment:
    """Book money from a customer and apply it: oldest first, or as told; the rest stays unapplied.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one payment.
        draft: who paid how much, and how.
        parts: which open items it pays; None: the oldest first; empty: none yet.

    Raises:
        AmountNotPositiveError, AlreadyPaidError, TooMuchAppliedError, CreditTooSmallError,
        OtherCurrencyError, NoSuchItemError, PeriodClosedError, PaymentFutureError.
    """
    there = uow.connection.execute(
        select(customer_payment).where(customer_payment.c.uuid == uuid)
    ).one_or_none()
    if there is not None:
        return _saved(uow, there, was_there=True)
    if draft.amount_minor <= 0:
        raise AmountNotPositiveError
    company = get_company(uow.connection)
    currency = draft.currency or company.currency
    terms = get_terms(uow.connection, party_id=draft.party_id, lock=True)
    on = payment_day(uow, draft.on)
    rate = rate_on(uow.connection, currency=currency, company_currency=company.currency, on=on)
    if parts is None:
        parts = _oldest(uow, draft, currency, company.currency)
    payment_id = next_id()
    number = take_number(uow, document_type="customer_payment", scope="R", fiscal_year=on.year).text
    foreign = None if currency == company.currency else currency
    (item_id,) = open_items(
        uow,
        draft=ItemDraft(
            draft.party_id, "customer_payment", payment_id, number, on,
            credit_instalment(draft.amount_minor, on), foreign, rate,
        ),
    )  # fmt: skip
    row = payment_row(uow, payment_id, uuid, number, CustomerPaymentKind.RECEIPT, draft, on, currency, rate)
    row["open_item_id"] = item_id
    _INSERT.run(uow.connection, row)
    seal_rows(uow, SEALED.name, [row])
    home = to_home(draft.amount_minor, rate)
    role = _role(draft.method, draft.shift_id, draft.account_role)
    post(
        uow, kind="customer_payment", business_date=on, document_type="customer_payment",
        document_id=payment_id, shift_id=draft.shift_id,
        postings=[Posting(role, home), Posting("receivable", -home, draft.party_id)],
    )  # fmt: skip
    apply_credit(
        uow, credit_item_id=item_id, parts=parts, business_date=on, currency=company.currency,
        party_id=draft.party_id,
    )  # fmt: skip
    applied = sum(p.amount_minor for p in parts)
    take_step(
        uow, document_type="customer_payment", document_id=payment_id, step="received", detail=terms.name,
        payload={
            "number": number, "party": draft.party_id, "amount_minor": draft.amount_minor,
            "currency": currency, "method": draft.method.value,
            "applied": [[p.item_id, p.amount_minor] for p in parts],
        },
    )  # fmt: skip
    return SavedPayment(
        payment_id, number, draft.amount_minor, draft.amount_minor - applied,
        _documents(uow, [p.item_id for p in parts]),
    )  # fmt: skip


def _role(method: PaymentMethod, shift_id: int | None, account_role: str | None) -> str:
    return "cash_drawer" if shift_id is not None else account_role or ROLES[method]


def payment_day(uow: UnitOfWork, wanted: date | None) -> date:
    """The day a payment is booked; raises PaymentFutureError, PeriodClosedError."""
    today = get_company(uow.connection).day_of(uow.now)
    on = wanted or today
    if on > today:
        raise PaymentFutureError(on=on, today=today)
    require_open_period(uow.connection, on=on)
    return on


def _oldest(uow: UnitOfWork, draft: PaymentDraft, currency: str, company_currency: str) -> list[Part]:
    owed = list_open_items(uow.connection, party_id=draft.party_id, with_credits=False)
    fitting = [x for x in owed if (x.currency or company_currency) == currency]
    return oldest_first(draft.amount_minor, [Owed(x.id, x.due_date, x.open_minor) for x in fitting])


def payment_row(
    uow: UnitOfWork, payment_id: int, uuid: str, number: str, kind: CustomerPaymentKind,
    draft: PaymentDraft, on: date, currency: str, rate: int,
) -> dict[str, object]:  # fmt: skip
    """The columns of a payment; its open item is added by the caller."""
    return {
        "id": payment_id, "uuid": uuid, "number": number, "kind": kind.value,
        "status": CustomerPaymentStatus.POSTED.value, "party_id": draft.party_id,
        "method": draft.method.value, "business_date": on, "at": uow.now,
        "amount_minor": draft.amount_minor, "currency": currency, "rate_micro": rate,
        "reference": clean_field(draft.reference, field="Reference", limit=200), "open_item_id": None,
        "refunds_item_id": None, "shift_id": draft.shift_id,
        "account_role": draft.account_role, "actor_id": uow.actor.user_id,
        "reversed_at": None, "reversed_by": None, "reversed_reason": None,
    }  # fmt: skip


def _documents(uow: UnitOfWork, item_ids: Sequence[int]) -> tuple[int, ...]:
    if not item_ids:
        return ()
    rows = uow.connection.execute(
        select(open_item.c.document_id).where(open_item.c.id.in_(list(item_ids))).distinct()
    ).scalars()
    return tuple(sorted(int(i) for i in rows))


def _saved(uow: UnitOfWork, row: Row[Any], *, was_there: bool = False) -> SavedPayment:
    left = uow.connection.execute(
        select(open_item.c.open_minor).where(open_item.c.id == row.open_item_id)
    ).scalar_one_or_none()
    return SavedPayment(row.id, row.number, row.amount_minor, -int(left or 0), was_there=was_there)


def lock_payment(uow: UnitOfWork, payment_id: int) -> Row[Any]:
    """The payment's row, locked.

    Raises:
        NoSuchPaymentError, PaymentReversedError: it cannot be used.
    """
    row: Row[Any] | None = _PAYMENT.one_or_none(uow.connection, {"id_": payment_id})
    if row is None or row.open_item_id is None:
        raise NoSuchPaymentError
    if row.status == CustomerPaymentStatus.REVERSED.value:
        raise PaymentReversedError(number=row.number)
    return row


@permitted(Permission.RECEIVE_PAYMENT)
def apply_credit_item(
    uow: UnitOfWork, *, credit_item_id: int, parts: Sequence[Part] | None = None
) -> tuple[int, ...]:
    """Apply what is left of a payment or credit note: oldest first, or as told; document ids touched."""
    row = uow.connection.execute(select(open_item).where(open_item.c.id == credit_item_id)).one_or_none()
    if row is None or row.amount_minor >= 0:
        raise NoSuchItemError
    company = get_company(uow.connection)
    if parts is None:
        owed = list_open_items(uow.connection, party_id=row.party_id, with_credits=False)
        fitting = [Owed(x.id, x.due_date, x.open_minor) for x in owed if x.currency == row.currency]
        parts = oldest_first(-row.open_minor, fitting)
    apply_credit(
        uow, credit_item_id=credit_item_id, parts=parts, business_date=payment_day(uow, None),
        currency=company.currency, party_id=row.party_id,
    )  # fmt: skip
    take_step(
        uow, document_type=row.document_type, document_id=row.document_id, step="applied",
        detail=row.document_number,
        payload={"parts": [[p.item_id, p.amount_minor] for p in parts]},
    )  # fmt: skip
    return _documents(uow, [p.item_id for p in parts])


@permitted(Permission.UNDO_PAYMENT)
def undo_application(uow: UnitOfWork, *, allocation_ids: Sequence[int], reason: str) -> tuple[int, ...]:
    """Take applications apart; they stay in the history. Returns the documents that are open again.

    Raises:
        PaymentReasonError, NotAppliedError: see their sentences.
    """
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise PaymentReasonError
    items = undo_allocations(
        uow, allocation_ids=allocation_ids, reason=why, business_date=payment_day(uow, None)
    )
    touched = _documents(uow, items)
    for document_id in touched:
        take_step(
            uow, document_type="invoice", document_id=document_id, step="payment_undone", detail=why,
            payload={"allocations": list(allocation_ids), "reason": why},
        )  # fmt: skip
    return touched


@permitted(Permission.UNDO_PAYMENT)
def reverse_payment(uow: UnitOfWork, *, payment_id: int, reason: str) -> SavedPayment:
    """Take a payment back as a whole (bounced, recorded wrongly): what it paid is open again.

    Raises:
        NoSuchPaymentError, PaymentReversedError, PaymentReasonError, RefundTooMuchError.
    """
    row = lock_payment(uow, payment_id)
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise PaymentReasonError
    if row.method == PaymentMethod.TILL.value:
        raise PaymentTillError(number=row.number)
    on = payment_day(uow, None)
    used = [
        a
        for a in list_allocations(uow.connection, document_ids=[payment_id])
        if a.undone_at is None and a.credit_item_id == row.open_item_id
    ]
    _refuse_refunded(uow, row)
    items = (
        undo_allocations(uow, allocation_ids=[a.id for a in used], reason=why, business_date=on)
        if used
        else []
    )
    _cancel_item(uow, row, on)
    uow.connection.execute(
        update(customer_payment).where(customer_payment.c.id == payment_id),
        {
            "status": CustomerPaymentStatus.REVERSED.value, "reversed_at": uow.now,
            "reversed_by": uow.actor.user_id, "reversed_reason": why,
        },
    )  # fmt: skip
    seal_stored(uow, SEALED, [payment_id])
    home = to_home(row.amount_minor, row.rate_micro)
    role = _role(PaymentMethod(row.method), row.shift_id, row.account_role)
    post(
        uow, kind="payment_reversed", business_date=on, document_type="customer_payment",
        document_id=payment_id, postings=[Posting("receivable", home, row.party_id), Posting(role, -home)],
    )  # fmt: skip
    take_step(
        uow, document_type="customer_payment", document_id=payment_id, step="reversed", detail=why,
        payload={"number": row.number, "reason": why},
    )  # fmt: skip
    return SavedPayment(row.id, row.number, row.amount_minor, 0, _documents(uow, items))


def _cancel_item(uow: UnitOfWork, row: Row[Any], on: date) -> None:
    """An item the other way round meets the payment's own: both stay, for any day in the past."""
    company = get_company(uow.connection)
    foreign = None if row.currency == company.currency else row.currency
    (item_id,) = open_items(
        uow,
        draft=ItemDraft(
            row.party_id, "payment_reversal", row.id, row.number, on,
            [Instalment(1, on, row.amount_minor)], foreign, row.rate_micro,
        ),
    )  # fmt: skip
    apply_credit(
        uow, credit_item_id=row.open_item_id, parts=[Part(item_id, row.amount_minor)], business_date=on,
        currency=company.currency,
    )  # fmt: skip


def _refuse_refunded(uow: UnitOfWork, row: Row[Any]) -> None:
    refunded = uow.connection.execute(
        select(customer_payment.c.id).where(customer_payment.c.refunds_item_id == row.open_item_id)
    ).first()
    if refunded is not None:
        money = Money(row.amount_minor, row.currency)
        raise RefundTooMuchError(number=row.number, left=Money(0, row.currency), wanted=money)
