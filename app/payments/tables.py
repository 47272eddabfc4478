"""Tender types and the payments taken by them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Table

from app.db.columns import (
    NAME,
    KeyType,
    choice,
    code,
    day,
    flag,
    key,
    metadata,
    moment,
    number,
    one_of,
    partial_index,
)
from app.payments.states import (
    CustomerPaymentKind,
    CustomerPaymentStatus,
    IntentStatus,
    PaymentMethod,
    TenderKind,
)

tender_type = Table(
    "tender_type",
    metadata,
    key(),
    code("code", unique=True),  # "cash", "card", "account"
    code("name", length=NAME),
    choice("kind", TenderKind),
    number("position"),
    flag("opens_drawer"),
    flag("gives_change"),  # over-tender gives cash back
    flag("counted"),  # counted when the shift is closed
    flag("active"),
    one_of("kind", TenderKind),
)
payment = Table(
    "payment",
    metadata,
    key(),
    code("document_type"),  # "sale"
    number("document_id"),
    Column("shift_id", KeyType, nullable=True),
    day("business_date"),
    moment("at"),
    code("tender_code"),
    number("amount_minor"),  # what it pays of the document; a refund is negative
    number("tendered_minor"),  # what was handed over
    number("change_minor"),  # given back in cash out of this tender
    code("reference", length=NAME, null=True),  # the terminal's, never a card number
    number("party_id", null=True),
    Index("ix_payment__document_id", "document_id"),
    Index("ix_payment__shift_id", "shift_id"),
)
payment_intent = Table(
    "payment_intent",
    metadata,
    key(),
    code("uuid", unique=True),
    code("cart_uuid"),
    number("till_id"),
    code("terminal"),
    number("amount_minor"),
    code("currency", length=3),
    choice("status", IntentStatus),
    code("reference", length=NAME, null=True),
    code("detail", length=NAME, null=True),
    moment("created_at"),
    moment("updated_at"),
    one_of("status", IntentStatus),
    # one unsettled card payment per terminal at a time
    partial_index("uq_payment_intent__one_open", "terminal", where="status = 'requested'", unique=True),
    CheckConstraint("amount_minor <> 0", name="amount_not_zero"),
)
# money from a customer, or back to him: what it paid is in receivables.allocation
customer_payment = Table(
    "customer_payment",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", unique=True),
    choice("kind", CustomerPaymentKind),
    choice("status", CustomerPaymentStatus),
    number("party_id"),
    choice("method", PaymentMethod),
    day("business_date", index=True),
    moment("at"),
    number("amount_minor"),  # always positive
    code("currency", length=3),
    number("rate_micro"),
    code("reference", length=NAME),
    number("open_item_id", null=True),
    number("refunds_item_id", null=True),  # a refund: which credit was paid back
    Column("shift_id", KeyType, nullable=True),
    code("account_role", null=True),  # what it was booked on, where the method does not say: "bank:2"
    number("actor_id"),
    moment("reversed_at", null=True),
    number("reversed_by", null=True),
    code("reversed_reason", length=NAME, null=True),
    one_of("kind", CustomerPaymentKind),
    one_of("status", CustomerPaymentStatus),
    one_of("method", PaymentMethod),
    CheckConstraint("amount_minor > 0", name="amount_positive"),
    Index("ix_customer_payment__party_id_id", "party_id", "id"),
)
