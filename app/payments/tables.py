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
    text,
)
from app.devices.ports import CardAskKind, SlipKind
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
    code("terminal"),  # its address, or the till's code for one that is worked by hand
    choice("kind", CardAskKind),
    number("amount_minor"),  # what is paid out or taken back is negative
    code("currency", length=3),
    code("mark", length=NAME),  # what the terminal had done last before it was asked; "": not known
    choice("status", IntentStatus),
    code("reference", length=NAME, null=True),
    code("detail", length=NAME, null=True),
    moment("created_at"),
    moment("updated_at"),
    one_of("status", IntentStatus),
    one_of("kind", CardAskKind),
    Index("ix_payment_intent__cart_uuid", "cart_uuid"),
    partial_index("ix_payment_intent__unknown", "till_id", where="status = 'unknown'"),
    # one unsettled card payment per terminal at a time
    partial_index("uq_payment_intent__one_open", "terminal", where="status = 'requested'", unique=True),
    CheckConstraint("amount_minor <> 0", name="amount_not_zero"),
)
# the papers that terminals have us print: no card number beyond its last four digits
card_slip = Table(
    "card_slip",
    metadata,
    key(),
    number("intent_id", null=True),  # null: the end of a terminal's day
    code("cart_uuid", null=True),
    choice("kind", SlipKind),
    flag("wants_signature"),
    text("lines"),  # one below the other
    moment("at"),
    one_of("kind", SlipKind),
    partial_index("ix_card_slip__cart_uuid", "cart_uuid", where="cart_uuid IS NOT NULL"),
)
# a terminal closed its day: what it counted, and what we had booked on it since the time before
terminal_day = Table(
    "terminal_day",
    metadata,
    key(),
    code("terminal"),
    number("till_id"),
    moment("at"),
    number("actor_id"),
    number("total_minor", null=True),  # null: it did not say
    number("own_minor"),
    number("open_minor"),  # of payments whose end is not known
    number("last_intent_id"),
    Index("ix_terminal_day__terminal_id", "terminal", "id"),
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
