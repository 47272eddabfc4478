"""After a write-off: its tax taken back, and money that came after all."""

from __future__ import annotations

from sqlalchemy import select, update

from app.audit.seals import seal_stored
from app.audit.steps import take_step
from app.collections.reduction_store import (
    SEALED,
    TYPE,
    Deduction,
    SavedReduction,
    lock_item,
    lock_reduction,
    recovered_minor,
    reduction_taxes,
    role_of,
    saved_reduction,
    write_reduction,
)
from app.collections.refusals import (
    RecoveredTooMuchError,
    ReductionKindError,
    ReductionTooMuchError,
    ReliefError,
)
from app.collections.rules import share_of_tax
from app.collections.states import ReductionKind, VatRelief
from app.collections.tables import reduction
from app.db.unit_of_work import UnitOfWork
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.organisation.queries import get_company
from app.payments.customers import payment_day
from app.receivables.items import AmountNotPositiveError, NoSuchItemError
from app.terms.rules import to_home


@permitted(Permission.WRITE_OFF)
def claim_vat_relief(uow: UnitOfWork, *, reduction_id: int) -> SavedReduction:
    """Take the tax of a debt back that was written off "later": now the national condition is met.

    Raises:
        NoSuchReductionError, ReliefError, PeriodClosedError: see their sentences.
    """
    row = lock_reduction(uow, reduction_id)
    if row.vat_relief != VatRelief.LATER.value or row.vat_claimed_on is not None or not row.tax_minor:
        raise ReliefError(number=row.number)
    on = payment_day(uow, None)
    taxes = [
        Posting(role_of("tax_output", g.code), to_home(g.tax_minor, row.rate_micro))
        for g in reduction_taxes(uow, row.id)
    ]
    back = -sum(p.amount_minor for p in taxes)
    post(
        uow, kind="vat_relief", business_date=on, document_type=TYPE, document_id=row.id,
        postings=[*taxes, Posting("bad_debt", back)],
    )  # fmt: skip
    uow.connection.execute(
        update(reduction).where(reduction.c.id == row.id).values(vat_claimed_on=on)
    )  # fmt: skip
    seal_stored(uow, SEALED, [row.id])
    take_step(
        uow, document_type=TYPE, document_id=row.id, step="vat_relief",
        payload={"number": row.number, "tax_minor": row.tax_minor},
    )  # fmt: skip
    return saved_reduction(row)


@permitted(Permission.RECEIVE_PAYMENT)
def recover_debt(
    uow: UnitOfWork, *, uuid: str, write_off_id: int, credit_item_id: int, amount_minor: int
) -> SavedReduction:
    """Money came for what was written off: income again, and the tax with it where it was taken back.

    Args:
        uow: the transaction.
        uuid: made by the station.
        write_off_id: the deduction.
        credit_item_id: the payment's open item, recorded as any other, not applied.
        amount_minor: how much of it.

    Raises:
        NoSuchReductionError, RecoveredTooMuchError, ReductionTooMuchError, ReductionKindError,
        AmountNotPositiveError, PeriodClosedError.
    """
    there = uow.connection.execute(select(reduction).where(reduction.c.uuid == uuid)).one_or_none()
    if there is not None:
        return saved_reduction(there, was_there=True)
    row = lock_reduction(uow, write_off_id)
    credit = lock_item(uow, credit_item_id)
    if row.kind != ReductionKind.WRITE_OFF.value or credit.amount_minor >= 0:
        raise ReductionKindError(number=credit.document_number)
    if credit.party_id != row.party_id:
        raise NoSuchItemError
    if amount_minor <= 0:
        raise AmountNotPositiveError
    currency = credit.currency or get_company(uow.connection).currency
    left = row.gross_minor - recovered_minor(uow, row)
    if amount_minor > left:
        raise RecoveredTooMuchError(
            number=row.number, left=Money(left, currency), wanted=Money(amount_minor, currency)
        )
    if amount_minor > -credit.open_minor:
        raise ReductionTooMuchError(
            number=credit.document_number, left=Money(-credit.open_minor, currency),
            wanted=Money(amount_minor, currency),
        )  # fmt: skip
    groups = reduction_taxes(uow, row.id) if row.vat_claimed_on is not None else []
    wanted = Deduction(
        uuid, ReductionKind.RECOVERY, amount_minor, payment_day(uow, None), row.number, write_off_id=row.id
    )
    return write_reduction(uow, credit, wanted, share_of_tax(amount_minor, groups))
