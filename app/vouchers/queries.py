"""What is asked about vouchers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from app.access.tables import user_account
from app.vouchers.rules import VoucherCodeError, normal_code
from app.vouchers.states import VoucherMoveKind
from app.vouchers.tables import voucher, voucher_move

PAGE = 200
_KEPT = (VoucherMoveKind.HELD.value, VoucherMoveKind.FREED.value)


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """A voucher; balance in minor units."""

    id: int
    code: str
    kind: str
    status: str
    currency: str
    balance_minor: int
    expires_on: date | None
    party_id: int | None
    issued_at: datetime
    note: str | None


@dataclass(frozen=True, slots=True)
class VoucherMoveRow:
    """One change of a balance."""

    kind: str
    amount_minor: int
    document_type: str
    document_id: int
    business_date: date
    at: datetime
    actor: str


@dataclass(frozen=True, slots=True)
class Liability:
    """What is owed on vouchers of a kind."""

    kind: str
    count: int
    balance_minor: int


def find_voucher(connection: Connection, *, code: str) -> VoucherRow | None:
    """The voucher of that number, however it was typed; None when there is none."""
    try:
        wanted = normal_code(code)
    except VoucherCodeError:
        return None
    row = connection.execute(select(voucher).where(voucher.c.code == wanted)).one_or_none()
    return None if row is None else VoucherRow(*row)


def list_vouchers(
    connection: Connection, *, text: str = "", after_id: int | None = None, limit: int = PAGE
) -> list[VoucherRow]:
    """Vouchers, newest first; `text` narrows by a part of the number."""
    query = select(voucher).order_by(voucher.c.id.desc()).limit(limit)
    if text.strip():
        query = query.where(voucher.c.code.contains(text.strip().upper(), autoescape=True))
    if after_id is not None:
        query = query.where(voucher.c.id < after_id)
    return [VoucherRow(*row) for row in connection.execute(query)]


def list_voucher_moves(connection: Connection, *, voucher_id: int) -> list[VoucherMoveRow]:
    """The history of a voucher, oldest first."""
    m = voucher_move.c
    rows = connection.execute(
        select(
            m.kind, m.amount_minor, m.document_type, m.document_id, m.business_date, m.at, user_account.c.name
        )
        .join_from(voucher_move, user_account, user_account.c.id == m.actor_id, isouter=True)
        .where(m.voucher_id == voucher_id)
        .order_by(m.at, m.id)
    )
    return [VoucherMoveRow(*row[:6], row.name or "") for row in rows]


def voucher_liability(connection: Connection, *, on: date | None = None) -> list[Liability]:
    """What is owed by kind: today, or at the end of a day in the past."""
    query = (
        select(voucher.c.kind, func.count(voucher.c.id.distinct()), func.sum(voucher_move.c.amount_minor))
        .join_from(voucher_move, voucher, voucher.c.id == voucher_move.c.voucher_id)
        .where(voucher_move.c.kind.not_in(_KEPT))  # what is held for a checkout is owed as before
        .group_by(voucher.c.kind)
        .order_by(voucher.c.kind)
    )
    if on is not None:
        query = query.where(voucher_move.c.business_date <= on)
    return [Liability(kind, int(count), int(amount)) for kind, count, amount in connection.execute(query)]
