"""Payment plans: instalments take the place of due dates on the same invoices; no new revenue.

What was open is closed by an item the other way round, and opened again in parts: everything that looks
at due dates - ageing, reminders, credit, the bank - follows by itself, and the past stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, func, insert, select, update

from app.audit.steps import take_step
from app.collections.refusals import PlanEndedError, PlanError, PlanItemsError
from app.collections.settings import load_settings
from app.collections.states import PlanStatus
from app.collections.tables import payment_plan, payment_plan_item
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.numbering.operations import take_number
from app.organisation.queries import get_company
from app.payments.customers import payment_day
from app.receivables.items import ItemDraft, apply_credit, open_items
from app.receivables.rules import Part
from app.receivables.tables import open_item
from app.terms.rules import Instalment, to_home

SERIES: Final = "PP"
TYPE: Final = "payment_plan"


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """A plan with the items it opened."""

    plan_id: int
    number: str
    item_ids: tuple[int, ...]
    was_there: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of an instalment that belongs to one document."""

    position: int
    due_date: date
    row: Row[Any]
    amount_minor: int


def _pieces(rows: Sequence[Row[Any]], parts: Sequence[Instalment]) -> list[_Piece]:
    """The instalments over the items, the oldest item first."""
    found: list[_Piece] = []
    left = [int(r.open_minor) for r in rows]
    for part in parts:
        missing = part.amount_minor
        for place, row in enumerate(rows):
            taken = min(missing, left[place])
            if taken:
                found.append(_Piece(part.number, part.due_date, row, taken))
                left[place] -= taken
                missing -= taken
    return found


@permitted(Permission.COLLECT)
def make_plan(
    uow: UnitOfWork, *, uuid: str, item_ids: Sequence[int], instalments: Sequence[tuple[date, int]],
    grace_days: int | None = None,
) -> SavedPlan:  # fmt: skip
    """Spread open items over instalments.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one plan.
        item_ids: open invoices of one customer and currency.
        instalments: due date and amount of each; together what is open.
        grace_days: an instalment may be so late before the whole rest is due; the setting when left out.

    Raises:
        PlanItemsError, PlanError, PeriodClosedError: see their sentences.
    """
    there = uow.connection.execute(select(payment_plan).where(payment_plan.c.uuid == uuid)).one_or_none()
    if there is not None:
        return SavedPlan(there.id, there.number, _item_ids(uow, there.id), was_there=True)
    rows = _lock(uow, item_ids)
    on = payment_day(uow, None)
    company = get_company(uow.connection)
    owed, found = sum(r.open_minor for r in rows), sum(minor for _day, minor in instalments)
    if owed != found or any(minor <= 0 or day < on for day, minor in instalments):
        currency = rows[0].currency or company.currency
        raise PlanError(found=Money(found, currency), wanted=Money(owed, currency))
    parts = [Instalment(i, day, minor) for i, (day, minor) in enumerate(sorted(instalments), start=1)]
    plan_id = next_id()
    number = take_number(uow, document_type=TYPE, scope=SERIES, fiscal_year=on.year).text
    grace = load_settings(uow.connection).plan_grace_days if grace_days is None else grace_days
    uow.connection.execute(
        insert(payment_plan),
        {
            "id": plan_id, "uuid": uuid, "number": number, "party_id": rows[0].party_id,
            "status": PlanStatus.ACTIVE.value, "amount_minor": owed, "grace_days": grace, "made_on": on,
            "at": uow.now, "actor_id": uow.actor.user_id, "broken_on": None,
        },
    )  # fmt: skip
    ids = _reopen(uow, plan_id, rows, _pieces(rows, parts), on)
    for r in rows:
        take_step(
            uow, document_type=r.document_type, document_id=r.document_id, step="plan_made", detail=number,
            payload={"plan": number, "instalments": [[d, m] for d, m in instalments]},
        )  # fmt: skip
    return SavedPlan(plan_id, number, ids)


def _lock(uow: UnitOfWork, item_ids: Iterable[int]) -> list[Row[Any]]:
    rows = uow.connection.execute(
        select(open_item).where(open_item.c.id.in_(list(item_ids))).order_by(open_item.c.id).with_for_update()
    ).all()
    if (
        not rows
        or any(r.open_minor <= 0 for r in rows)
        or len({(r.party_id, r.currency, r.rate_micro) for r in rows}) > 1
    ):
        raise PlanItemsError
    return sorted(rows, key=lambda r: (r.due_date, r.id))


def _reopen(
    uow: UnitOfWork, plan_id: int, rows: Sequence[Row[Any]], pieces: Sequence[_Piece], on: date
) -> tuple[int, ...]:
    """Close what is open, and open it again in pieces."""
    company, first = get_company(uow.connection), rows[0]
    owed = sum(r.open_minor for r in rows)
    ids: list[int] = []
    for r in rows:
        (closing,) = open_items(uow, draft=_draft(r, on, [Instalment(0, on, -r.open_minor)]))
        apply_credit(
            uow, credit_item_id=closing, parts=[Part(r.id, r.open_minor)], business_date=on,
            currency=company.currency,
        )  # fmt: skip
        mine = [p for p in pieces if p.row.id == r.id]
        last = _last_instalment(uow, r)
        parts = [Instalment(last + i, p.due_date, p.amount_minor) for i, p in enumerate(mine, start=1)]
        made = open_items(uow, draft=_draft(r, on, parts))
        ids += made
        uow.connection.execute(
            insert(payment_plan_item),
            [
                {"plan_id": plan_id, "open_item_id": i, "position": p.position}
                for i, p in zip(made, mine, strict=True)
            ],
        )
    _post_rounding(uow, plan_id, first, owed, [p.amount_minor for p in pieces], on)
    return tuple(ids)


def _draft(row: Row[Any], on: date, parts: Sequence[Instalment]) -> ItemDraft:
    """Further items of the same document, so that its items still come to what was booked."""
    return ItemDraft(
        row.party_id, row.document_type, row.document_id, row.document_number, on, parts, row.currency,
        row.rate_micro,
    )  # fmt: skip


def _post_rounding(
    uow: UnitOfWork, plan_id: int, row: Row[Any], owed: int, parts: Sequence[int], on: date
) -> None:
    """Parts of a foreign amount, each converted, need not come to the whole."""
    gained = sum(to_home(p, row.rate_micro) for p in parts) - to_home(owed, row.rate_micro)
    if gained:
        post(
            uow, kind="exchange_difference", business_date=on, document_type=TYPE, document_id=plan_id,
            postings=[
                Posting("receivable", gained, row.party_id), Posting("exchange_difference", -gained),
            ],
        )  # fmt: skip


def _last_instalment(uow: UnitOfWork, row: Row[Any]) -> int:
    return int(
        uow.connection.execute(
            select(func.max(open_item.c.instalment)).where(
                open_item.c.document_id == row.document_id, open_item.c.document_type == row.document_type
            )
        ).scalar_one()
    )


def _item_ids(uow: UnitOfWork, plan_id: int) -> tuple[int, ...]:
    rows = uow.connection.execute(
        select(payment_plan_item.c.open_item_id)
        .where(payment_plan_item.c.plan_id == plan_id)
        .order_by(payment_plan_item.c.position, payment_plan_item.c.open_item_id)
    ).scalars()
    return tuple(int(i) for i in rows)


@permitted(Permission.COLLECT, Permission.REMIND)
def break_plan(uow: UnitOfWork, *, plan_id: int) -> SavedPlan:
    """An instalment was not paid: the whole rest is due today. Raises PlanEndedError."""
    plan = uow.connection.execute(
        select(payment_plan).where(payment_plan.c.id == plan_id).with_for_update()
    ).one_or_none()
    if plan is None or plan.status != PlanStatus.ACTIVE.value:
        raise PlanEndedError
    on = payment_day(uow, None)
    rows = uow.connection.execute(
        select(open_item)
        .where(open_item.c.id.in_(_item_ids(uow, plan_id)), open_item.c.open_minor > 0)
        .order_by(open_item.c.due_date, open_item.c.id)
    ).all()
    later = [r for r in rows if r.due_date > on]
    ids: tuple[int, ...] = ()
    if later:
        ids = _reopen(uow, plan_id, later, [_Piece(0, on, r, r.open_minor) for r in later], on)
    uow.connection.execute(
        update(payment_plan)
        .where(payment_plan.c.id == plan_id)
        .values(status=PlanStatus.BROKEN.value if rows else PlanStatus.DONE.value, broken_on=on)
    )
    take_step(
        uow, document_type=TYPE, document_id=plan_id, step="broken", detail=plan.number,
        payload={"plan": plan.number, "left_minor": sum(r.open_minor for r in rows)},
    )  # fmt: skip
    return SavedPlan(plan_id, plan.number, ids)
