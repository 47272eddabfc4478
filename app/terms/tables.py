"""Addresses, contacts, payment terms and what was agreed with a customer; rates of the day."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Table, UniqueConstraint

from app.db.columns import (
    NAME,
    KeyType,
    choice,
    code,
    day,
    flag,
    key,
    metadata,
    number,
    one_of,
    ref,
    text,
)
from app.terms.states import AddressKind, InvoicePolicy, LatePolicy, ShipPolicy, TaxTreatment

payment_term = Table(
    "payment_term",
    metadata,
    key(),
    code("code", unique=True),  # "net30", "thirds"
    code("name", length=NAME),
    flag("active"),
    number("discount_hundredths", default=0),  # off for paying within discount_days; 0: none
    number("discount_days", default=0),
    CheckConstraint("discount_hundredths >= 0 AND discount_hundredths <= 10000", name="discount_sane"),
)
# instalments of a term; the last one takes what rounding leaves
payment_term_line = Table(
    "payment_term_line",
    metadata,
    ref("payment_term_id", "payment_term.id", primary_key=True),
    Column("position", KeyType, primary_key=True, autoincrement=False),
    number("share_hundredths"),  # of the amount; 10000 is all of it
    number("months"),  # added first
    number("days"),  # added then
    number("day_of_month", null=True),  # carried to this day of the month: 31 is its end
    flag("from_month_end", default=False),  # counted from the end of the document's month
    CheckConstraint("share_hundredths > 0 AND share_hundredths <= 10000", name="share_sane"),
    CheckConstraint("months >= 0 AND days >= 0", name="not_negative"),
    CheckConstraint("day_of_month IS NULL OR (day_of_month >= 1 AND day_of_month <= 31)", name="day_sane"),
)
party_terms = Table(
    "party_terms",
    metadata,
    ref("party_id", "party.id", primary_key=True),
    ref("payment_term_id", "payment_term.id", null=True),  # NULL: the party's payment_days
    number("price_list_id", null=True),  # NULL: the shop's own list
    choice("late_policy", LatePolicy),
    choice("ship_policy", ShipPolicy),
    choice("invoice_policy", InvoicePolicy),
    number("deposit_hundredths"),  # asked for with each order; 0: none
    flag("deposit_blocks"),  # nothing leaves before it is paid
    code("delivery_terms", length=NAME),  # "DAP Berlin"
    code("currency", length=3, null=True),  # NULL: the company's
    code("language"),
    one_of("late_policy", LatePolicy),
    one_of("ship_policy", ShipPolicy),
    one_of("invoice_policy", InvoicePolicy),
    CheckConstraint("deposit_hundredths >= 0 AND deposit_hundredths <= 10000", name="deposit_sane"),
)
party_address = Table(
    "party_address",
    metadata,
    key(),
    ref("party_id", "party.id", index=True),
    choice("kind", AddressKind),
    code("name", length=NAME),
    code("street", length=NAME),
    code("postcode"),
    code("city", length=NAME),
    code("country", length=2),
    text("note"),
    flag("is_default"),  # of its kind
    flag("active"),
    one_of("kind", AddressKind),
    CheckConstraint("length(country) = 2", name="country_given"),
)
party_contact = Table(
    "party_contact",
    metadata,
    key(),
    ref("party_id", "party.id", index=True),
    code("name", length=NAME),
    code("role", length=NAME),
    code("phone"),
    code("email", length=NAME),
    flag("is_default"),
    flag("active"),
)
# who pays other taxes than the goods bear (app.terms.tax_rules)
party_tax_rule = Table(
    "party_tax_rule",
    metadata,
    ref("party_id", "party.id", primary_key=True),
    choice("treatment", TaxTreatment),
    code("certificate", length=NAME),
    day("valid_from", null=True),
    day("valid_until", null=True),  # the last day
    one_of("treatment", TaxTreatment),
)
# what one unit of a foreign currency costs: millionths of the company's minor unit per minor unit
currency_rate = Table(
    "currency_rate",
    metadata,
    key(),
    code("currency", length=3),
    day("on"),
    number("rate_micro"),
    UniqueConstraint("currency", "on"),
    CheckConstraint("rate_micro > 0", name="rate_positive"),
)
