"""Vouchers and what moved their balances."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table

from app.db.columns import NAME, choice, code, day, key, metadata, moment, number, one_of, ref
from app.vouchers.states import VoucherKind, VoucherMoveKind, VoucherStatus

voucher = Table(
    "voucher",
    metadata,
    key(),
    code("code", unique=True),  # what is scanned
    choice("kind", VoucherKind),
    choice("status", VoucherStatus),
    code("currency", length=3),
    number("balance_minor"),
    day("expires_on", null=True),  # the last day it is taken; NULL: never expires
    number("party_id", null=True),
    moment("issued_at"),
    code("note", length=NAME, null=True),  # why it is blocked
    one_of("kind", VoucherKind),
    one_of("status", VoucherStatus),
    CheckConstraint("balance_minor >= 0", name="balance_not_negative"),
    Index("ix_voucher__party_id", "party_id"),
)
voucher_move = Table(
    "voucher_move",
    metadata,
    key(),
    ref("voucher_id", "voucher.id", index=True),
    choice("kind", VoucherMoveKind),
    number("amount_minor"),  # positive: more on the card
    code("document_type"),
    number("document_id"),
    day("business_date", index=True),
    moment("at"),
    number("actor_id"),
    one_of("kind", VoucherMoveKind),
    CheckConstraint("amount_minor <> 0", name="amount_not_zero"),
)
