"""Accounts, journal entries and their lines."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, String, Table

from app.db.columns import (
    NAME,
    SHORT,
    KeyType,
    choice,
    code,
    day,
    key,
    metadata,
    moment,
    number,
    one_of,
    partial_index,
)
from app.ledger.states import AccountKind

account = Table(
    "account",
    metadata,
    Column("code", String(SHORT), primary_key=True),
    code("name", length=NAME),
    choice("kind", AccountKind),
    one_of("kind", AccountKind),
)
# what the program books on: role ("cash_drawer", "sales:A") -> account
account_role = Table(
    "account_role",
    metadata,
    Column("role", String(SHORT), primary_key=True),
    Column("account_code", String(SHORT), nullable=False),
)
ledger_entry = Table(
    "ledger_entry",
    metadata,
    key(),
    day("business_date", index=True),
    moment("at"),
    code("kind"),  # "sale", "shift_close", "pay_in" ...
    code("document_type"),
    number("document_id"),
    number("till_id", null=True),
    number("shift_id", null=True),
)
ledger_line = Table(
    "ledger_line",
    metadata,
    Column("entry_id", KeyType, primary_key=True, autoincrement=False),
    Column("position", KeyType, primary_key=True, autoincrement=False),
    code("account_code"),
    number("amount_minor"),  # debit positive, credit negative
    number("party_id", null=True),
    CheckConstraint("amount_minor <> 0", name="amount_not_zero"),
    # what a customer owes by the ledger; the lines of the till's ordinary sales are not in it
    partial_index("ix_ledger_line__party_id", "party_id", where="party_id IS NOT NULL"),
)
# what each account moved by day, shift and kind of entry: reports add these up, not the lines
ledger_day = Table(
    "ledger_day",
    metadata,
    Column("business_date", day("business_date").type, primary_key=True),
    Column("shift_id", KeyType, primary_key=True, autoincrement=False),  # 0: of no shift
    Column("account_code", String(SHORT), primary_key=True),
    Column("kind", String(SHORT), primary_key=True),
    number("debit_minor"),
    number("credit_minor"),  # as a positive figure
)
