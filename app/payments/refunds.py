"""Paying a customer's credit back."""

from __future__ import annotations

from sqlalchemy import insert, select

from app.audit.seals import seal_rows
from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.numbering.operations import take_number
from app.organisation.queries import get_company
from app.payments.customers import (
    ROLES,
    SEALED,
    PaymentDraft,
    RefundTooMuchError,
    SavedPayment,
    payment_day,
    payment_row,
)
from app.payments.states import CustomerPaymentKind, PaymentMethod
from app.payments.tables import customer_payment
from app.receivables.items import (
    AmountNotPositiveError,
    ItemDraft,
    NoSuchItemError,
    apply_credit,
    open_items,
)
from app.receivables.rules import Part
from app.receivables.tables import open_item
from app.terms.queries import rate_on
from app.terms.rules import Instalment, to_home


@permitted(Permission.REFUND)
def refund_credit(
    uow: UnitOfWork, *, uuid: str, credit_item_id: int, method: PaymentMethod,
    amount_minor: int | None = None, reference: str = "",
) -> SavedPayment:  # fmt: skip
    """Pay a customer's credit back: what nobody applied of a payment or credit note.

    Raises:
        RefundTooMuchError, AmountNotPositiveError, NoSuchItemError, PeriodClosedError.
    """
    there = uow.connection.execute(
        select(customer_payment).where(customer_payment.c.uuid == uuid)
    ).one_or_none()
    if there is not None:
        return SavedPayment(there.id, there.number, there.amount_minor, 0, was_there=True)
    credit = uow.connection.execute(
        select(open_item).where(open_item.c.id == credit_item_id).with_for_update()
    ).one_or_none()
    if credit is None or credit.amount_minor >= 0:
        raise NoSuchItemError
    company = get_company(uow.connection)
    currency = credit.currency or company.currency
    left = -credit.open_minor
    amount = left if amount_minor is None else amount_minor
    if amount > left:
        raise RefundTooMuchError(
            number=credit.document_number, left=Money(left, currency), wanted=Money(amount, currency)
        )
    if amount <= 0:
        raise AmountNotPositiveError
    on = payment_day(uow, None)
    rate = rate_on(uow.connection, currency=currency, company_currency=company.currency, on=on)
    payment_id = next_id()
    number = take_number(uow, document_type="refund", scope="RF", fiscal_year=on.year).text
    (item_id,) = open_items(
        uow,
        draft=ItemDraft(
            credit.party_id, "refund", payment_id, number, on, [Instalment(1, on, amount)],
            credit.currency, rate,
        ),
    )  # fmt: skip
    draft = PaymentDraft(credit.party_id, amount, method, reference=reference)
    row = payment_row(uow, payment_id, uuid, number, CustomerPaymentKind.REFUND, draft, on, currency, rate)
    row |= {"open_item_id": item_id, "refunds_item_id": credit_item_id}
    uow.connection.execute(insert(customer_payment), row)
    seal_rows(uow, SEALED.name, [row])
    home = to_home(amount, rate)
    post(
        uow, kind="refund", business_date=on, document_type="customer_payment", document_id=payment_id,
        postings=[Posting("receivable", home, credit.party_id), Posting(ROLES[method], -home)],
    )  # fmt: skip
    apply_credit(
        uow, credit_item_id=credit_item_id, parts=[Part(item_id, amount)], business_date=on,
        currency=company.currency,
    )  # fmt: skip
    take_step(
        uow, document_type="customer_payment", document_id=payment_id, step="refunded",
        detail=credit.document_number,
        payload={"number": number, "amount_minor": amount, "credit": credit.document_number},
    )  # fmt: skip
    return SavedPayment(payment_id, number, amount, 0)
