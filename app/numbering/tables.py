"""Number series: one row per document type, scope and year."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Table, UniqueConstraint

from app.db.columns import code, key, metadata, number

number_series = Table(
    "number_series",
    metadata,
    key(),
    code("document_type"),
    code("scope"),  # the till's code for receipts, "company" for invoices
    number("fiscal_year"),  # 0: the series never starts again
    code("prefix"),
    number("digits"),
    number("last_number"),
    UniqueConstraint("document_type", "scope", "fiscal_year"),
    CheckConstraint("last_number >= 0", name="last_number_not_negative"),
)
