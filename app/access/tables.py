"""Users, roles and their rights."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from app.db.columns import NAME, SHORT, code, day, flag, key, metadata, moment, number, ref, text

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
# wrong PINs, passwords and codes of a day, whatever right ones came between
user_guess = Table(
    "user_guess",
    metadata,
    ref("user_id", "user_account.id", primary_key=True),
    day("day"),  # UTC
    number("wrong"),
)
# what enters the back office; never brought down to a till with books of its own
user_secret = Table(
    "user_secret",
    metadata,
    ref("user_id", "user_account.id", primary_key=True),
    code("password_hash", length=NAME, null=True),  # as the PIN's; NULL: none was chosen yet
    moment("password_at", null=True),
    flag("one_time"),  # handed over by a manager: to be changed at the next sign-in
    text("sealed_key", null=True),  # of the authenticator app, under a key made of the pepper
    moment("key_at", null=True),  # since when codes are asked for; NULL: being set up
    number("last_step"),  # time step of the code that was taken last
)
old_password = Table(
    "old_password",
    metadata,
    key(),
    ref("user_id", "user_account.id", index=True),
    code("password_hash", length=NAME),
    moment("replaced_at"),
)
recovery_code = Table(
    "recovery_code",
    metadata,
    key(),
    ref("user_id", "user_account.id", index=True),
    code("code_hash", length=NAME),  # HMAC(pepper, code): 49 bits of chance need no slow hash
    moment("used_at", null=True),
)
