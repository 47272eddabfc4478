"""Rates of commission, and settling a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select, update

from app.audit.operations import note
from app.commission.queries import Earned, commission_report
from app.commission.refusals import (
    NoSuchRateError,
    NoSuchRunError,
    NothingToSettleError,
    RateTwiceError,
    RateWrongError,
    RunDaysError,
    RunOverlapsError,
)
from app.commission.rules import WHOLE
from app.commission.tables import commission_rate, commission_run, commission_run_line
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.numbering.operations import take_number
from app.organisation.queries import get_company


@dataclass(frozen=True, slots=True)
class RateDraft:
    """A rate: for whom and what (None: everybody, everything), thousandths of a per cent."""

    rate: int
    user_id: int | None = None
    category_id: int | None = None
    product_id: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What a settlement gives back."""

    run_id: int
    number: str
    commission_minor: int
    was_there: bool = False


@permitted(Permission.COMMISSION)
def save_rate(uow: UnitOfWork, *, draft: RateDraft, rate_id: int | None = None) -> int:
    """Write a rate, or change one; what is settled stands. Returns its id.

    Raises:
        RateWrongError, RateTwiceError, NoSuchRateError: see their sentences.
    """
    if not 0 <= draft.rate <= WHOLE or (draft.product_id is not None and draft.category_id is not None):
        raise RateWrongError
    values = {
        "user_id": draft.user_id, "category_id": draft.category_id, "product_id": draft.product_id,
        "rate": draft.rate,
    }  # fmt: skip
    _check_once(uow, draft, rate_id)
    if rate_id is None:
        rate_id = next_id()
        uow.connection.execute(insert(commission_rate), {"id": rate_id, **values})
    elif not uow.connection.execute(
        update(commission_rate).where(commission_rate.c.id == rate_id).values(values)
    ).rowcount:
        raise NoSuchRateError
    note(uow, kind="commission.rate", document_type="commission_rate", document_id=rate_id, payload=values)
    return rate_id


def _check_once(uow: UnitOfWork, draft: RateDraft, rate_id: int | None) -> None:
    table = commission_rate.c
    same = uow.connection.execute(
        select(table.id).where(
            table.user_id.is_not_distinct_from(draft.user_id),
            table.category_id.is_not_distinct_from(draft.category_id),
            table.product_id.is_not_distinct_from(draft.product_id),
        )
    ).scalars()
    if any(found != rate_id for found in same):
        raise RateTwiceError


@permitted(Permission.COMMISSION)
def drop_rate(uow: UnitOfWork, *, rate_id: int) -> None:
    """Take a rate away; raises NoSuchRateError."""
    if not uow.connection.execute(delete(commission_rate).where(commission_rate.c.id == rate_id)).rowcount:
        raise NoSuchRateError
    note(
        uow, kind="commission.rate_dropped", document_type="commission_rate", document_id=rate_id, payload={}
    )


@permitted(Permission.COMMISSION)
def post_run(uow: UnitOfWork, *, uuid: str, first: date, last: date) -> Run:
    """Settle a period: what everybody earned stands from now on, whatever rates become.

    Raises:
        RunDaysError, RunOverlapsError, NothingToSettleError: see their sentences.
    """
    there = uow.connection.execute(select(commission_run).where(commission_run.c.uuid == uuid)).one_or_none()
    if there is not None:
        return Run(there.id, there.number, there.commission_minor, was_there=True)
    if first > last or last >= get_company(uow.connection).day_of(uow.now):
        raise RunDaysError
    # the row of the series is held until the commit: one settles at a time
    number = take_number(uow, document_type="commission_run", scope="CM").text
    other = uow.connection.execute(
        select(commission_run.c.number).where(
            commission_run.c.first_day <= last, commission_run.c.last_day >= first
        )
    ).first()
    if other is not None:
        raise RunOverlapsError(number=other.number)
    earned = [e for e in commission_report(uow.connection, first=first, last=last) if e.commission_minor]
    if not earned:
        raise NothingToSettleError
    return _write(uow, uuid, number, (first, last), earned)


def _write(uow: UnitOfWork, uuid: str, number: str, days: tuple[date, date], earned: list[Earned]) -> Run:
    run_id, total = next_id(), sum(e.commission_minor for e in earned)
    uow.connection.execute(
        insert(commission_run),
        {
            "id": run_id, "uuid": uuid, "number": number, "first_day": days[0], "last_day": days[1],
            "posted_at": uow.now, "posted_by": uow.actor.user_id, "paid_at": None,
            "base_minor": sum(e.base_minor for e in earned), "commission_minor": total,
        },
    )  # fmt: skip
    uow.connection.execute(
        insert(commission_run_line),
        [
            {
                "run_id": run_id, "seller_id": e.seller_id, "lines": e.lines, "base_minor": e.base_minor,
                "commission_minor": e.commission_minor,
            }
            for e in earned
        ],
    )  # fmt: skip
    note(
        uow, kind="commission.settled", document_type="commission_run", document_id=run_id,
        payload={
            "number": number, "first": days[0], "last": days[1],
            "earned": [[e.seller_id, e.commission_minor] for e in earned],
        },
    )  # fmt: skip
    return Run(run_id, number, total)


@permitted(Permission.COMMISSION)
def pay_run(uow: UnitOfWork, *, run_id: int) -> None:
    """Note that a settlement was paid with the wages; raises NoSuchRunError."""
    changed = uow.connection.execute(
        update(commission_run)
        .where(commission_run.c.id == run_id, commission_run.c.paid_at.is_(None))
        .values(paid_at=uow.now)
    ).rowcount
    if not changed:
        raise NoSuchRunError
    note(uow, kind="commission.paid", document_type="commission_run", document_id=run_id, payload={})
