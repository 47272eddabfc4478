"""Users, roles and their rights."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from app.db.columns import NAME, SHORT, code, flag, key, metadata, moment, number, ref

role = Table(
    "role",
    metadata,
    key(),
    code("code", unique=True),
    code("name", length=NAME),
    number("line_discount_limit"),  # hundredths of a per cent: 1000 is 10 %
    number("sale_discount_limit"),
)
role_permission = Table(
    "role_permission",
    metadata,
    ref("role_id", "role.id", primary_key=True),
    Column("permission", String(SHORT), primary_key=True),
)
user_account = Table(
    "user_account",
    metadata,
    key(),
    code("name", length=NAME, unique=True),
    ref("role_id", "role.id"),
    code("pin_hash", length=NAME),  # argon2id of HMAC(pepper, PIN)
    code("language", null=True),
    flag("active"),
    number("failed_attempts"),
    moment("locked_until", null=True),
)
