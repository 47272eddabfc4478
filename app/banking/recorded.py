"""Payments in the books beside the statements: those no statement shows, those taken back since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Select, select

from app.banking.queries import PAGE
from app.banking.states import MatchKind, MatchStatus
from app.banking.tables import bank_match, bank_match_part
from app.parties.tables import party
from app.payments.states import CustomerPaymentKind, CustomerPaymentStatus, PaymentMethod
from app.payments.tables import customer_payment


@dataclass(frozen=True, slots=True)
class RecordedPayment:
    """A payment or refund in the books that no statement shows yet; refunds are negative."""

    id: int
    number: str
    party_id: int
    party_name: str
    method: str
    business_date: date
    amount_minor: int
    currency: str
    reference: str


_ON_STATEMENT: Final = (
    select(bank_match_part.c.payment_id)
    .join_from(bank_match_part, bank_match, bank_match.c.id == bank_match_part.c.match_id)
    .where(
        bank_match.c.status == MatchStatus.POSTED.value, bank_match.c.kind != MatchKind.RETURNED.value,
        bank_match_part.c.payment_id.is_not(None),
    )
)  # fmt: skip
_RETURNED: Final = (
    select(bank_match_part.c.payment_id)
    .join_from(bank_match_part, bank_match, bank_match.c.id == bank_match_part.c.match_id)
    .where(
        bank_match.c.status == MatchStatus.POSTED.value, bank_match.c.kind == MatchKind.RETURNED.value,
        bank_match_part.c.payment_id.is_not(None),
    )
)  # fmt: skip


def taken_back() -> Select[Any]:
    """Ids of payments that a statement shows and that were taken back by hand; no line shows that yet."""
    return select(customer_payment.c.id).where(
        customer_payment.c.status == CustomerPaymentStatus.REVERSED.value,
        customer_payment.c.id.in_(_ON_STATEMENT), customer_payment.c.id.not_in(_RETURNED),
    )  # fmt: skip


_BY_BANK: Final = (PaymentMethod.BANK.value, PaymentMethod.CHEQUE.value, PaymentMethod.DIRECT_DEBIT.value)


def list_recorded(
    connection: Connection, *, amount_minor: int | None = None, currency: str | None = None,
    limit: int = PAGE,
) -> list[RecordedPayment]:  # fmt: skip
    """Payments by bank, cheque or direct debit that stand on no statement, oldest first.

    Args:
        connection: where to read.
        amount_minor: only of this amount; negative: refunds.
        currency: only in this one.
        limit: the most that are given.
    """
    query = (
        select(customer_payment, party.c.name.label("party_name"))
        .join_from(customer_payment, party, party.c.id == customer_payment.c.party_id)
        .where(
            customer_payment.c.status == CustomerPaymentStatus.POSTED.value,
            customer_payment.c.method.in_(_BY_BANK), customer_payment.c.id.not_in(_ON_STATEMENT),
        )
        .order_by(customer_payment.c.business_date, customer_payment.c.id)
        .limit(limit)
    )  # fmt: skip
    if amount_minor is not None:
        kind = CustomerPaymentKind.RECEIPT if amount_minor > 0 else CustomerPaymentKind.REFUND
        query = query.where(
            customer_payment.c.amount_minor == abs(amount_minor), customer_payment.c.kind == kind.value
        )
    if currency is not None:
        query = query.where(customer_payment.c.currency == currency)
    return [
        RecordedPayment(
            r.id, r.number, r.party_id, r.party_name, r.method, r.business_date,
            r.amount_minor if r.kind == CustomerPaymentKind.RECEIPT.value else -r.amount_minor, r.currency,
            r.reference,
        )
        for r in connection.execute(query)
    ]  # fmt: skip
