"""Invoices, prepayment invoices, credit notes, pro-formas."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, LargeBinary, Table, UniqueConstraint

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
    ref,
    text,
)
from app.invoicing.states import ClaimKind, InvoiceKind, InvoiceStatus, MatchReason

invoice = Table(
    "invoice",
    metadata,
    key(),
    code("uuid", unique=True),
    choice("kind", InvoiceKind),
    choice("status", InvoiceStatus),
    code("number", null=True, unique=True),  # taken at posting
    number("fiscal_year", null=True),
    number("sequence", null=True),  # counts within kind and year, without a gap
    ref("party_id", "party.id"),
    text("bill_to"),  # the address as it stood, canonical JSON
    number("order_id", null=True),  # the one it came from; several: order_document
    number("corrects_id", null=True),  # a credit note: the invoice
    number("sale_id", null=True),  # made later from a till receipt
    code("reason", length=NAME, null=True),
    code("customer_reference", length=NAME),
    code("language"),
    day("date", null=True),
    day("delivered_on", null=True),
    day("period_from", null=True),
    day("period_to", null=True),
    day("due_date", null=True),
    number("payment_term_id", null=True),
    code("currency", length=3),
    number("rate_micro"),
    flag("includes_tax"),
    number("net_minor"),
    number("tax_minor"),
    number("gross_minor"),
    number("deposit_minor"),  # gross of the prepayment invoices deducted here
    number("payable_minor"),
    text("note"),
    moment("created_at"),
    number("created_by"),
    moment("posted_at", null=True),
    number("posted_by", null=True),
    number("version"),
    one_of("kind", InvoiceKind),
    one_of("status", InvoiceStatus),
    UniqueConstraint("kind", "fiscal_year", "sequence"),
    CheckConstraint("status <> 'posted' OR (number IS NOT NULL AND date IS NOT NULL)", name="number_given"),
    CheckConstraint("net_minor + tax_minor = gross_minor", name="adds_up"),
    Index("ix_invoice__party_id_id", "party_id", "id"),
    Index("ix_invoice__status_id", "status", "id"),
    Index("ix_invoice__corrects_id", "corrects_id"),
    Index("ix_invoice__sale_id", "sale_id"),
    # what the list is sorted by
    Index("ix_invoice__date_id", "date", "id"),
    Index("ix_invoice__due_date_id", "due_date", "id"),
    Index("ix_invoice__gross_minor_id", "gross_minor", "id"),
)
invoice_line = Table(
    "invoice_line",
    metadata,
    key(),
    ref("invoice_id", "invoice.id", index=True),
    number("position"),
    number("order_id", null=True),
    number("order_line_id", null=True),
    number("shipment_line_id", null=True),
    number("credits_line_id", null=True),
    number("product_id", null=True),
    code("sku", length=NAME),
    code("name", length=NAME),
    code("unit"),
    number("quantity_milli"),  # in the sold unit
    number("base_milli"),  # in base units
    number("unit_price_minor"),
    number("amount_minor"),  # after discounts, in the terms of the price
    number("net_minor"),
    number("tax_minor"),
    number("gross_minor"),
    number("tax_class_id"),
    code("tax_code"),  # of its first tax; "" where there is none
    number("deferred_minor"),  # net of what was billed before it was delivered
    Index("ix_invoice_line__order_line_id", "order_line_id"),
    Index("ix_invoice_line__credits_line_id", "credits_line_id"),
)
invoice_tax = Table(
    "invoice_tax",
    metadata,
    ref("invoice_id", "invoice.id", primary_key=True),
    Column("code", code("code").type, primary_key=True),
    Column("rate", KeyType, primary_key=True, autoincrement=False),
    number("base_minor"),
    number("tax_minor"),
)
# which prepayment invoice was deducted where
deposit_use = Table(
    "deposit_use",
    metadata,
    ref("invoice_id", "invoice.id", primary_key=True),
    ref("prepayment_id", "invoice.id", primary_key=True),
    number("net_minor"),
    number("tax_minor"),
    number("gross_minor"),
    Index("ix_deposit_use__prepayment_id", "prepayment_id"),
)
invoice_hold = Table(
    "invoice_hold",
    metadata,
    key(),
    ref("invoice_id", "invoice.id", index=True),
    choice("reason", MatchReason),
    code("detail", length=NAME),
    moment("created_at"),
    moment("released_at", null=True),
    number("released_by", null=True),
    code("release_note", length=NAME, null=True),
    one_of("reason", MatchReason),
)
# what the customer found missing or damaged or sent back, and the credit note that made it good
delivery_claim = Table(
    "delivery_claim",
    metadata,
    key(),
    code("uuid"),  # made by the station: sent twice, it is one claim
    ref("shipment_id", "shipment.id", index=True),
    number("shipment_line_id"),
    choice("kind", ClaimKind),
    number("quantity_milli"),  # base units
    code("remark", length=NAME),
    ref("credit_note_id", "invoice.id", null=True),  # NULL: nothing was billed of it
    moment("at"),
    number("actor_id"),
    Index("ix_delivery_claim__uuid", "uuid"),
    one_of("kind", ClaimKind),
    CheckConstraint("quantity_milli > 0", name="quantity_positive"),
)
# the exact bytes that left the house
invoice_file = Table(
    "invoice_file",
    metadata,
    ref("invoice_id", "invoice.id", primary_key=True),
    Column("kind", code("kind").type, primary_key=True),  # "pdf"
    Column("content", LargeBinary, nullable=False),
    code("sha256", length=64),
    moment("made_at"),
)
# customers who write our invoices themselves, as was agreed (directive 2006/112/EC, article 224)
self_billing = Table(
    "self_billing",
    metadata,
    ref("party_id", "party.id", primary_key=True),
    flag("active"),
    day("agreed_on"),
    day("ends_on", null=True),  # the last day; NULL: until it is ended
    code("reference", length=NAME),  # the contract
    code("prefix"),  # how the numbers of our series begin that the customer gives; "": his own
    moment("updated_at"),
    number("updated_by"),
    number("version"),
    CheckConstraint("ends_on IS NULL OR ends_on >= agreed_on", name="ends_after_agreed"),
)
# an invoice or credit note that its customer wrote in our name
self_billed = Table(
    "self_billed",
    metadata,
    ref("invoice_id", "invoice.id", primary_key=True),
    code("number", length=NAME),  # the customer's: the one that counts on paper; "": ours
    day("issued_on"),
    number("received_id", null=True),  # the e-invoice it came as
    number("fiscal_year", null=True),  # of our own number; the series of what customers write
    number("sequence", null=True),
    UniqueConstraint("fiscal_year", "sequence"),
    Index("ix_self_billed__number", "number"),
)
# what is billed again and again: rent, care, subscriptions; its lines are those of the invoice it repeats
recurring_invoice = Table(
    "recurring_invoice",
    metadata,
    key(),
    ref("pattern_id", "invoice.id", index=True),
    number("months"),  # of one period
    number("day_of_month"),  # a period begins on it, or on the last day of a shorter month
    day("next_on"),  # the first day of the period that is billed next
    day("last_on", null=True),  # no period begins after it
    flag("active"),
    moment("created_at"),
    number("created_by"),
    number("version"),
    CheckConstraint("months >= 1 AND months <= 120", name="months_sane"),
    CheckConstraint("day_of_month >= 1 AND day_of_month <= 31", name="day_sane"),
)
# each period once
recurring_period = Table(
    "recurring_period",
    metadata,
    ref("recurring_id", "recurring_invoice.id", primary_key=True),
    Column("period_from", day("period_from").type, primary_key=True),
    ref("invoice_id", "invoice.id", index=True),
)
# e-invoices as they left: every one that was made, the last one counts; a mended address makes another
einvoice_file = Table(
    "einvoice_file",
    metadata,
    key(),
    ref("invoice_id", "invoice.id", index=True),
    code("format"),
    Column("content", LargeBinary, nullable=False),
    code("sha256", length=64),
    number("warnings"),  # rules that are only advice and do not hold
    moment("made_at"),
    number("made_by"),
)
# e-invoices of others, as they came
einvoice_received = Table(
    "einvoice_received",
    metadata,
    key(),
    code("file_name", length=NAME),
    Column("content", LargeBinary, nullable=False),
    code("sha256", length=64, unique=True),
    code("format"),
    code("type"),  # UNTDID 1001: 380 invoice, 381 credit note
    code("number", length=NAME),
    day("issued_on", null=True),
    day("due_on", null=True),
    code("seller", length=NAME),
    code("seller_vat_id"),
    code("currency"),
    number("payable_cents"),
    flag("valid"),  # by the official rules, when it came
    text("findings"),  # JSON: what the rules said
    moment("received_at"),
    number("received_by"),
    Index("ix_einvoice_received__seller_number", "seller", "number"),
)
