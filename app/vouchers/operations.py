"""Loading, redeeming, paying out, blocking and lapsing vouchers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, bindparam, insert, or_, select, update

from app.audit.operations import note
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_if_absent
from app.kernel.ids import next_id
from app.kernel.money import Money
from app.kernel.permission import BOOKING, Permission, permitted
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.vouchers.refusals import (
    NoSuchVoucherError,
    VoucherAmountError,
    VoucherBlockedError,
    VoucherCurrencyError,
    VoucherExpiredError,
    VoucherOtherKindError,
    VoucherReasonError,
    VoucherTooSmallError,
)
from app.vouchers.rules import normal_code
from app.vouchers.states import VoucherKind, VoucherMoveKind, VoucherStatus
from app.vouchers.tables import voucher, voucher_move

ROLES: Final = {VoucherKind.GIFT_CARD: "gift_cards", VoucherKind.STORE_CREDIT: "store_credit"}
_ADD: Final = Prepared(
    update(voucher)
    .where(voucher.c.id == bindparam("id_"))
    .values(balance_minor=voucher.c.balance_minor + bindparam("amount_"))
)
_INSERT_MOVE: Final = Prepared(insert(voucher_move))


@dataclass(frozen=True, slots=True)
class Movement:
    """A change of a balance and the document that makes it."""

    code: str
    kind: VoucherKind
    amount_minor: int  # always positive
    currency: str
    business_date: date
    document_type: str
    document_id: int
    party_id: int | None = None


def _get(uow: UnitOfWork, code: str) -> Row[Any]:
    row = uow.connection.execute(
        select(voucher).where(voucher.c.code == code).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchVoucherError(code=code)
    return row


def _check(row: Row[Any], wanted: Movement, *, was_given: bool = False) -> None:
    if row.kind != wanted.kind.value:
        raise VoucherOtherKindError(code=row.code)
    if was_given:
        return
    if row.status != VoucherStatus.ACTIVE.value:
        raise VoucherBlockedError(code=row.code)
    if row.currency != wanted.currency:
        raise VoucherCurrencyError(code=row.code, currency=row.currency)
    if row.expires_on is not None and row.expires_on < wanted.business_date:
        raise VoucherExpiredError(code=row.code, on=row.expires_on)


def _write(uow: UnitOfWork, voucher_id: int, kind: VoucherMoveKind, wanted: Movement, amount: int) -> None:
    """One change of a balance, in the books and in the journal."""
    note(
        uow, kind=f"voucher.{kind.value}", document_type="voucher", document_id=voucher_id,
        payload={
            "code": wanted.code, "amount_minor": amount,
            "document": [wanted.document_type, wanted.document_id],
        },
    )  # fmt: skip
    _INSERT_MOVE.run(
        uow.connection,
        {
            "id": next_id(), "voucher_id": voucher_id, "kind": kind.value, "amount_minor": amount,
            "document_type": wanted.document_type, "document_id": wanted.document_id,
            "business_date": wanted.business_date, "at": uow.now, "actor_id": uow.actor.user_id,
        },
    )  # fmt: skip


@permitted(*BOOKING)
def load_voucher(
    uow: UnitOfWork, *, wanted: Movement, expires_on: date | None = None, was_given: bool = False
) -> int:
    """Put money on a voucher, making it when the number is new; returns its id.

    The ledger is the business of the document that loads it.

    Args:
        uow: the transaction.
        wanted: which voucher, how much, by which document.
        expires_on: the last day of a new one.
        was_given: a till has booked it already: whether it is blocked or over counts no more.

    Raises:
        VoucherCodeError, VoucherAmountError, VoucherOtherKindError, VoucherBlockedError,
        VoucherExpiredError, VoucherCurrencyError: see their sentences.
    """
    code = normal_code(wanted.code)
    if wanted.amount_minor <= 0:
        raise VoucherAmountError
    insert_if_absent(
        uow.connection,
        voucher,
        {
            "id": next_id(), "code": code, "kind": wanted.kind.value, "status": VoucherStatus.ACTIVE.value,
            "currency": wanted.currency, "balance_minor": 0, "expires_on": expires_on,
            "party_id": wanted.party_id, "issued_at": uow.now, "note": None,
        },
    )  # fmt: skip
    row = _get(uow, code)
    _check(row, wanted, was_given=was_given)
    _ADD.run(uow.connection, {"id_": row.id, "amount_": wanted.amount_minor})
    _write(uow, row.id, VoucherMoveKind.LOADED, wanted, wanted.amount_minor)
    return int(row.id)


@permitted(*BOOKING)
def redeem_voucher(
    uow: UnitOfWork, *, wanted: Movement, kind: VoucherMoveKind = VoucherMoveKind.REDEEMED,
    was_given: bool = False,
) -> int:  # fmt: skip
    """Take money off a voucher by one conditional UPDATE; returns its id.

    Two tills that take the last of it at once: the second finds too little and is refused. What a till has
    booked already (`was_given`) is taken though the voucher was blocked or ended since.

    Raises:
        NoSuchVoucherError, VoucherAmountError, VoucherOtherKindError, VoucherBlockedError,
        VoucherExpiredError, VoucherCurrencyError, VoucherTooSmallError: see their sentences.
    """
    code = normal_code(wanted.code)
    if wanted.amount_minor <= 0:
        raise VoucherAmountError
    good = () if was_given else (
        voucher.c.status == VoucherStatus.ACTIVE.value,
        or_(voucher.c.expires_on.is_(None), voucher.c.expires_on >= wanted.business_date),
    )  # fmt: skip
    taken = uow.connection.execute(
        update(voucher)
        .where(
            voucher.c.code == code, voucher.c.kind == wanted.kind.value,
            voucher.c.currency == wanted.currency, voucher.c.balance_minor >= wanted.amount_minor, *good,
        )
        .values(balance_minor=voucher.c.balance_minor - wanted.amount_minor)
    )  # fmt: skip
    row = _get(uow, code)
    if taken.rowcount != 1:
        _check(row, wanted, was_given=was_given)
        raise VoucherTooSmallError(code=code, balance=Money(row.balance_minor, row.currency))
    _write(uow, row.id, kind, wanted, -wanted.amount_minor)
    return int(row.id)


def check_load(uow: UnitOfWork, *, wanted: Movement) -> None:
    """Whether money may be put on this number: a new one, or a voucher that is taken.

    Raises:
        VoucherCodeError, VoucherOtherKindError, VoucherBlockedError, VoucherExpiredError,
        VoucherCurrencyError: see their sentences.
    """
    row = uow.connection.execute(
        select(voucher).where(voucher.c.code == normal_code(wanted.code))
    ).one_or_none()
    if row is not None:
        _check(row, wanted)


@permitted(*BOOKING)
def give_back(uow: UnitOfWork, *, wanted: Movement) -> None:
    """What was held of a voucher is on it again; raises NoSuchVoucherError."""
    row = _get(uow, normal_code(wanted.code))
    _ADD.run(uow.connection, {"id_": row.id, "amount_": wanted.amount_minor})
    _write(uow, row.id, VoucherMoveKind.FREED, wanted, wanted.amount_minor)


@permitted(Permission.MANAGE_VOUCHERS)
def block_voucher(uow: UnitOfWork, *, code: str, reason: str) -> None:
    """Take a voucher no more: it was lost or stolen. What is on it stays.

    Raises:
        NoSuchVoucherError, VoucherReasonError.
    """
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise VoucherReasonError
    _set_status(uow, code, VoucherStatus.BLOCKED, why)


@permitted(Permission.MANAGE_VOUCHERS)
def free_voucher(uow: UnitOfWork, *, code: str) -> None:
    """Take a blocked voucher again; raises NoSuchVoucherError."""
    _set_status(uow, code, VoucherStatus.ACTIVE, None)


def _set_status(uow: UnitOfWork, code: str, status: VoucherStatus, why: str | None) -> None:
    row = _get(uow, normal_code(code))
    uow.connection.execute(
        update(voucher).where(voucher.c.id == row.id), {"status": status.value, "note": why}
    )
    note(
        uow, kind=f"voucher.{status.value}", document_type="voucher", document_id=row.id,
        payload={"code": row.code, "reason": why, "balance_minor": row.balance_minor},
    )  # fmt: skip


@permitted(Permission.MANAGE_VOUCHERS)
def lapse_vouchers(uow: UnitOfWork, *, on: date) -> int:
    """What stands on vouchers whose last day is over becomes income; returns the sum in minor units."""
    rows = uow.connection.execute(
        select(voucher)
        .where(voucher.c.expires_on < on, voucher.c.balance_minor > 0)
        .order_by(voucher.c.id)
        .with_for_update()
    ).all()
    for row in rows:
        kind = VoucherKind(row.kind)
        wanted = Movement(row.code, kind, row.balance_minor, row.currency, on, "voucher", row.id)
        _ADD.run(uow.connection, {"id_": row.id, "amount_": -row.balance_minor})
        _write(uow, row.id, VoucherMoveKind.LAPSED, wanted, -row.balance_minor)
        post(
            uow, kind="voucher_lapsed", business_date=on, document_type="voucher", document_id=row.id,
            postings=[Posting(ROLES[kind], row.balance_minor), Posting("breakage", -row.balance_minor)],
        )  # fmt: skip
    return sum(int(row.balance_minor) for row in rows)
