"""Which approvals were used: each opens one thing once."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from app.db.columns import NAME, SHORT, KeyType, code, metadata, moment

approval_used = Table(
    "approval_used",
    metadata,
    Column("nonce", String(SHORT), primary_key=True),
    Column("approver_id", KeyType, nullable=False),  # access stands above: no foreign key from here
    Column("asked_by", KeyType, nullable=False),
    code("about", length=NAME),
    code("operation", length=NAME),
    moment("used_at"),
)
