"""Cases, what was written into them, and the documents that are attached."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, LargeBinary, Table, UniqueConstraint

from app.cases.states import CaseKind, CaseState
from app.db.columns import NAME, choice, code, day, key, metadata, moment, number, one_of, ref, text

service_case = Table(
    "service_case",
    metadata,
    key(),
    code("uuid", unique=True),
    code("number", unique=True),
    choice("kind", CaseKind),
    choice("state", CaseState),
    ref("sale_id", "sale.id", null=True, index=True),
    number("sale_line", null=True),  # the line's place on the receipt
    ref("product_id", "product.id", null=True),
    ref("lot_id", "lot.id", null=True, index=True),
    ref("party_id", "party.id", null=True, index=True),
    number("quantity_milli"),
    text("words"),
    day("warranty_until", null=True),
    day("business_date"),
    moment("opened_at"),
    number("opened_by"),
    moment("closed_at", null=True),
    text("outcome", null=True),
    one_of("kind", CaseKind),
    one_of("state", CaseState),
    CheckConstraint("(kind = 'recall') = (lot_id IS NOT NULL)", name="recall_of_a_lot"),
    CheckConstraint("(kind = 'recall') = (sale_id IS NULL)", name="claim_of_a_sale"),
    CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed_at"),
)
case_step = Table(
    "case_step",
    metadata,
    key(),
    ref("case_id", "service_case.id", index=True),
    moment("at"),
    number("actor_id"),
    text("words"),
)
case_file = Table(
    "case_file",
    metadata,
    key(),
    ref("case_id", "service_case.id", index=True),
    code("name", length=NAME),
    Column("content", LargeBinary, nullable=False),
    code("sha256", length=64),
    number("size"),
    moment("at"),
    number("actor_id"),
    CheckConstraint("size > 0", name="not_empty"),
)
# whom of the buyers of a lot somebody has told
case_told = Table(
    "case_told",
    metadata,
    key(),
    ref("case_id", "service_case.id"),
    code("document_type"),
    number("document_id"),
    moment("at"),
    number("actor_id"),
    UniqueConstraint("case_id", "document_type", "document_id"),
)
