"""Expenses, and the years that were closed."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Table

from app.accounting.states import PaidFrom
from app.db.columns import NAME, KeyType, choice, code, day, key, metadata, moment, number, one_of

expense = Table(
    "expense",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", unique=True),
    day("date", index=True),
    code("account_code"),
    code("supplier", length=NAME),
    code("note", length=NAME),
    code("reference", length=NAME),  # the supplier's number
    choice("paid_from", PaidFrom),
    code("tax_code"),  # "" where there is none
    number("rate"),  # thousandths of a per cent
    number("net_minor"),
    number("tax_minor"),
    number("gross_minor"),
    moment("at"),
    number("actor_id"),
    moment("reversed_at", null=True),
    number("reversed_by", null=True),
    code("reversed_reason", length=NAME, null=True),
    one_of("paid_from", PaidFrom),
    CheckConstraint("net_minor + tax_minor = gross_minor AND gross_minor > 0", name="adds_up"),
)
closed_year = Table(
    "closed_year",
    metadata,
    Column("last_day", day("last_day").type, primary_key=True),
    day("first_day"),
    number("result_minor"),  # profit positive
    Column("entry_id", KeyType, nullable=True),  # NULL: there was nothing to close
    moment("at"),
    number("actor_id"),
)
