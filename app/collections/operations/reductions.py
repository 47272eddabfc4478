"""Letting go of money: discounts, differences, fees, write-offs; and taking it back.

Each is a document with a number, an entry with its tax, and an item that meets the one it reduces, so
that open items and receivable account stay equal on every day.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Row, select, update

from app.audit.seals import seal_stored
from app.audit.steps import take_step
from app.collections.reduction_store import (
    SEALED,
    TAX_FOLLOWS,
    Deduction,
    SavedReduction,
    book_reduction,
    lock_item,
    lock_reduction,
    recovered_minor,
    reduction_taxes,
    saved_reduction,
    write_reduction,
)
from app.collections.refusals import (
    DifferenceTooLargeError,
    DiscountNotDueError,
    RecoveredTooMuchError,
    ReductionKindError,
    ReductionTooMuchError,
    SayWhyError,
)
from app.collections.rules import TaxGroup, share_of_tax
from app.collections.settings import load_settings
from app.collections.shares import early_discount, tax_groups
from app.collections.states import ReductionKind, VatRelief
from app.collections.tables import reduction
from app.db.unit_of_work import UnitOfWork
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted, require
from app.kernel.text import clean_field
from app.orders.operations.progress import refresh_orders_of
from app.organisation.queries import get_company
from app.payments.customers import payment_day
from app.receivables.items import AmountNotPositiveError, ItemDraft, apply_credit, open_items
from app.receivables.items import undo_allocations as take_apart
from app.receivables.rules import Part
from app.receivables.tables import allocation
from app.terms.rules import Instalment, to_home


@permitted(Permission.RECEIVE_PAYMENT, Permission.WRITE_OFF, Permission.COLLECT)
def reduce_item(
    uow: UnitOfWork, *, uuid: str, item_id: int, kind: ReductionKind, amount_minor: int, reason: str = "",
    on: date | None = None, vat_relief: VatRelief = VatRelief.NONE,
) -> SavedReduction:  # fmt: skip
    """Let go of a part of an open item, or of all that is open of it.

    A discount for paying early within its days, a bank's fee and a difference within the tolerance need
    no more than the right to book payments; everything else needs the right to write off. A small
    difference may also be a credit: what somebody paid a few cents too much.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one deduction.
        item_id: what is reduced.
        kind: why; not a recovery (see `recover_debt`).
        amount_minor: gross, in the item's currency.
        reason: in words; needed for allowances and write-offs.
        on: its day; today when left out.
        vat_relief: of a write-off: whether its tax is taken back, now or later.

    Raises:
        NoSuchItemError, AmountNotPositiveError, ReductionTooMuchError, ReductionKindError,
        DiscountNotDueError, DifferenceTooLargeError, SayWhyError, PeriodClosedError.
    """
    there = uow.connection.execute(select(reduction).where(reduction.c.uuid == uuid)).one_or_none()
    if there is not None:
        return saved_reduction(there, was_there=True)
    item = lock_item(uow, item_id)
    day = payment_day(uow, on)
    why = clean_field(reason, field="Reason", limit=200)
    _check(uow, item, kind, amount_minor, day, why)
    groups = _groups(uow, item, kind, amount_minor, vat_relief)
    relief = vat_relief if kind is ReductionKind.WRITE_OFF else None
    wanted = Deduction(uuid, kind, amount_minor, day, why, relief)
    saved = write_reduction(uow, item, wanted, groups)
    refresh_orders_of(uow, document_ids=[item.document_id])
    return saved


def _check(
    uow: UnitOfWork, item: Row[Any], kind: ReductionKind, amount_minor: int, on: date, why: str
) -> None:
    currency = item.currency or get_company(uow.connection).currency
    if amount_minor <= 0:
        raise AmountNotPositiveError
    if kind is ReductionKind.RECOVERY or (
        item.amount_minor < 0 and kind is not ReductionKind.SMALL_DIFFERENCE
    ):
        raise ReductionKindError(number=item.document_number)
    if amount_minor > abs(item.open_minor):
        raise ReductionTooMuchError(
            number=item.document_number, left=Money(abs(item.open_minor), currency),
            wanted=Money(amount_minor, currency),
        )  # fmt: skip
    if kind in (ReductionKind.ALLOWANCE, ReductionKind.WRITE_OFF):
        require(uow, Permission.WRITE_OFF)
        if not why:
            raise SayWhyError
    elif not uow.actor.may(Permission.WRITE_OFF):
        _check_limits(uow, item, kind, amount_minor, on, currency)


def _check_limits(
    uow: UnitOfWork, item: Row[Any], kind: ReductionKind, amount_minor: int, on: date, currency: str
) -> None:
    settings = load_settings(uow.connection)
    if kind is ReductionKind.EARLY_DISCOUNT:
        agreed = early_discount(uow.connection, item_id=item.id)
        late = agreed is not None and (on - agreed.until).days > settings.discount_grace_days
        most = agreed.amount_minor if agreed is not None and not late else 0
        if amount_minor > most:
            raise DiscountNotDueError(
                number=item.document_number, most=Money(most, currency),
                until=agreed.until if agreed is not None else item.date,
            )  # fmt: skip
    elif to_home(amount_minor, item.rate_micro) > settings.tolerance_minor:
        raise DifferenceTooLargeError(
            wanted=Money(amount_minor, currency), most=Money(settings.tolerance_minor, currency)
        )


def _groups(
    uow: UnitOfWork, item: Row[Any], kind: ReductionKind, amount_minor: int, relief: VatRelief
) -> list[TaxGroup]:
    """By rate: base and tax; a write-off without relief keeps its shares for a later one."""
    wanted = kind in TAX_FOLLOWS or (kind is ReductionKind.WRITE_OFF and relief is not VatRelief.NONE)
    groups = tax_groups(uow.connection, item) if wanted else []
    return share_of_tax(amount_minor, groups)


@permitted(Permission.UNDO_PAYMENT)
def undo_reduction(uow: UnitOfWork, *, reduction_id: int, reason: str) -> SavedReduction:
    """Take a deduction back: what it reduced is open again, and a reversing entry is booked.

    Raises:
        NoSuchReductionError, SayWhyError, RecoveredTooMuchError, PeriodClosedError.
    """
    row = lock_reduction(uow, reduction_id)
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise SayWhyError
    if recovered_minor(uow, row):
        raise RecoveredTooMuchError(number=row.number, left="nothing", wanted="the whole")
    on = payment_day(uow, None)
    made = lock_item(uow, row.made_item_id)
    used = uow.connection.execute(
        select(allocation.c.id).where(
            (allocation.c.credit_item_id == made.id) | (allocation.c.open_item_id == made.id),
            allocation.c.undone_at.is_(None),
        )
    )
    applied = list(used.scalars())
    if applied:  # none is left where the payment it was taken from is gone
        take_apart(uow, allocation_ids=applied, reason=why, business_date=on)
    sign = 1 if made.amount_minor > 0 else -1
    (against,) = open_items(
        uow,
        draft=ItemDraft(
            row.party_id, "reduction_reversal", row.id, row.number, on,
            [Instalment(1, on, -sign * row.gross_minor)], made.currency, row.rate_micro,
        ),
    )  # fmt: skip
    credit, owed = (made.id, against) if sign < 0 else (against, made.id)
    apply_credit(
        uow, credit_item_id=credit, parts=[Part(owed, row.gross_minor)], business_date=on,
        currency=get_company(uow.connection).currency,
    )  # fmt: skip
    claimed = row.kind != ReductionKind.WRITE_OFF.value or row.vat_claimed_on is not None
    # as it was booked, the other way round
    book_reduction(uow, dict(row._mapping), reduction_taxes(uow, row.id), -sign, on, tax_follows=claimed)  # noqa: SLF001
    uow.connection.execute(
        update(reduction).where(reduction.c.id == row.id),
        {"undone_at": uow.now, "undone_by": uow.actor.user_id, "undone_reason": why},
    )
    seal_stored(uow, SEALED, [row.id])
    item = lock_item(uow, row.open_item_id)
    take_step(
        uow, document_type=item.document_type, document_id=item.document_id, step="reduction_undone",
        detail=f"{row.number}: {why}", payload={"number": row.number, "reason": why},
    )  # fmt: skip
    refresh_orders_of(uow, document_ids=[item.document_id])
    return saved_reduction(row)
