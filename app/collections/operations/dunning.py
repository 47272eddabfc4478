"""Reminders: a run is proposed and looked at, approved, and done once.

The amounts of a letter are frozen when the run is done: what was paid in between is not asked for, and
what is left of a letter is worked out anew. Only one run waits at a time, and what was sent today is not
due again today, so nobody is reminded twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Row, func, insert, select, update

from app.audit.operations import note
from app.audit.steps import take_step
from app.collections.claims import Draft, draft_letters
from app.collections.operations.plans import break_plan
from app.collections.queries import list_plans
from app.collections.refusals import NothingToRemindError, RunOpenError, RunStateError
from app.collections.settings import load_settings
from app.collections.states import LetterStatus, PlanStatus, RunStatus
from app.collections.tables import dunning_letter, dunning_letter_line, dunning_run
from app.credit.operations import stop_credit
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id, take_ids
from app.kernel.permission import Permission, permitted
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.numbering.operations import take_number
from app.organisation.queries import get_company
from app.payments.customers import payment_day
from app.receivables.items import ItemDraft, open_items
from app.terms.queries import get_terms
from app.terms.rules import Instalment

SERIES: Final = "DL"
TYPE: Final = "dunning_letter"


@dataclass(frozen=True, slots=True)
class SavedRun:
    """A run with how many letters it has or sent."""

    run_id: int
    status: RunStatus
    letters: int
    was_there: bool = False


@permitted(Permission.COLLECT, Permission.REMIND)
def propose_run(uow: UnitOfWork, *, uuid: str) -> SavedRun:
    """Work out who is to be reminded today; nothing is sent. Broken payment plans end first.

    Raises:
        RunOpenError: another run waits.
        NothingToRemindError: see its sentence.
    """
    there = uow.connection.execute(select(dunning_run).where(dunning_run.c.uuid == uuid)).one_or_none()
    if there is not None:
        return SavedRun(there.id, RunStatus(there.status), _count(uow, there.id), was_there=True)
    waiting = uow.connection.execute(select(dunning_run.c.id).where(dunning_run.c.open_key == 1)).first()
    if waiting is not None:
        raise RunOpenError
    on = payment_day(uow, None)
    _end_plans(uow, on)
    company = get_company(uow.connection)
    drafts = draft_letters(uow.connection, on=on, company_currency=company.currency)
    if not drafts:
        raise NothingToRemindError
    run_id = next_id()
    uow.connection.execute(
        insert(dunning_run),
        {
            "id": run_id, "uuid": uuid, "status": RunStatus.PROPOSED.value, "open_key": 1, "date": on,
            "at": uow.now, "actor_id": uow.actor.user_id, "approved_at": None, "approved_by": None,
            "done_at": None, "done_by": None,
        },
    )  # fmt: skip
    pay_until = on + timedelta(days=load_settings(uow.connection).pay_within_days)
    uow.connection.execute(
        insert(dunning_letter),
        [
            {
                "id": letter_id, "run_id": run_id, "party_id": d.party_id,
                "status": LetterStatus.PROPOSED.value, "number": None,
                "language": get_terms(uow.connection, party_id=d.party_id).language or company.language,
                "open_item_id": None, "currency": d.currency, "date": on, "pay_until": pay_until,
                **_figures(d),
            }
            for letter_id, d in zip(take_ids(len(drafts)), drafts, strict=True)
        ],
    )  # fmt: skip
    note(
        uow, kind="collections.run_proposed", document_type="dunning_run", document_id=run_id,
        payload={"letters": len(drafts), "overdue_minor": sum(d.overdue_minor for d in drafts)},
    )  # fmt: skip
    return SavedRun(run_id, RunStatus.PROPOSED, len(drafts))


def _figures(d: Draft) -> dict[str, object]:
    return {
        "level": d.level.position, "overdue_minor": d.overdue_minor, "fee_minor": d.fee_minor,
        "interest_minor": d.interest_minor, "compensation_minor": d.compensation_minor,
    }  # fmt: skip


def _count(uow: UnitOfWork, run_id: int) -> int:
    kept = (LetterStatus.PROPOSED.value, LetterStatus.SENT.value)
    query = select(func.count(dunning_letter.c.id)).where(
        dunning_letter.c.run_id == run_id, dunning_letter.c.status.in_(kept)
    )
    return int(uow.connection.execute(query).scalar_one())


def _end_plans(uow: UnitOfWork, on: date) -> None:
    """A plan of which an instalment is too late is broken: the whole rest is due."""
    for plan in list_plans(uow.connection):
        if (
            plan.status is PlanStatus.ACTIVE
            and plan.next_due is not None
            and (on - plan.next_due).days > plan.grace_days
        ):
            break_plan(uow, plan_id=plan.id)


def _lock(uow: UnitOfWork, run_id: int, *wanted: RunStatus) -> Row[Any]:
    row = uow.connection.execute(
        select(dunning_run).where(dunning_run.c.id == run_id).with_for_update()
    ).one_or_none()
    if row is None or RunStatus(row.status) not in wanted:
        raise RunStateError
    return row


@permitted(Permission.COLLECT, Permission.REMIND)
def choose_letter(uow: UnitOfWork, *, letter_id: int, send: bool) -> None:
    """Leave a letter out of a run that waits, or take it in again. Raises RunStateError."""
    row = uow.connection.execute(select(dunning_letter).where(dunning_letter.c.id == letter_id)).one_or_none()
    if row is None:
        raise RunStateError
    _lock(uow, row.run_id, RunStatus.PROPOSED)
    status = LetterStatus.PROPOSED if send else LetterStatus.LEFT_OUT
    uow.connection.execute(
        update(dunning_letter).where(dunning_letter.c.id == letter_id).values(status=status.value)
    )
    note(
        uow, kind="collections.letter_chosen", document_type=TYPE, document_id=letter_id,
        payload={"status": status.value},
    )  # fmt: skip


@permitted(Permission.REMIND)
def approve_run(uow: UnitOfWork, *, run_id: int) -> SavedRun:
    """Say yes to a run as it was proposed; raises RunStateError."""
    _lock(uow, run_id, RunStatus.PROPOSED)
    uow.connection.execute(
        update(dunning_run).where(dunning_run.c.id == run_id),
        {
            "status": RunStatus.APPROVED.value, "approved_at": uow.now, "approved_by": uow.actor.user_id,
        },
    )  # fmt: skip
    note(
        uow, kind="collections.run_approved", document_type="dunning_run", document_id=run_id,
        payload={"letters": _count(uow, run_id)},
    )  # fmt: skip
    return SavedRun(run_id, RunStatus.APPROVED, _count(uow, run_id))


@permitted(Permission.COLLECT, Permission.REMIND)
def drop_run(uow: UnitOfWork, *, run_id: int) -> None:
    """Throw a run away that was not done; raises RunStateError."""
    _lock(uow, run_id, RunStatus.PROPOSED, RunStatus.APPROVED)
    uow.connection.execute(
        update(dunning_run)
        .where(dunning_run.c.id == run_id)
        .values(status=RunStatus.DROPPED.value, open_key=None)
    )
    note(uow, kind="collections.run_dropped", document_type="dunning_run", document_id=run_id, payload={})


@permitted(Permission.COLLECT, Permission.REMIND)
def do_run(uow: UnitOfWork, *, run_id: int) -> SavedRun:
    """Number the letters, freeze their amounts, book what they charge, stop credit where the level does.

    Doing it again does nothing.

    Raises:
        RunStateError: it was not approved.
        PeriodClosedError: see its sentence.
    """
    row = _lock(uow, run_id, RunStatus.APPROVED, RunStatus.DONE)
    if row.status == RunStatus.DONE.value:
        return SavedRun(run_id, RunStatus.DONE, _count(uow, run_id), was_there=True)
    on = payment_day(uow, None)
    company = get_company(uow.connection)
    drafts = {
        (d.party_id, d.currency): d
        for d in draft_letters(uow.connection, on=on, company_currency=company.currency)
    }
    letters = uow.connection.execute(
        select(dunning_letter)
        .where(dunning_letter.c.run_id == run_id, dunning_letter.c.status == LetterStatus.PROPOSED.value)
        .order_by(dunning_letter.c.id)
    ).all()
    for letter in letters:
        _send(uow, letter, drafts, on)
    uow.connection.execute(
        update(dunning_run).where(dunning_run.c.id == run_id),
        {
            "status": RunStatus.DONE.value, "open_key": None, "done_at": uow.now,
            "done_by": uow.actor.user_id,
        },
    )  # fmt: skip
    sent = _count(uow, run_id)
    note(
        uow, kind="collections.run_done", document_type="dunning_run", document_id=run_id,
        payload={"letters": sent},
    )  # fmt: skip
    return SavedRun(run_id, RunStatus.DONE, sent)


def _send(uow: UnitOfWork, letter: Row[Any], drafts: Mapping[tuple[int, str], Draft], on: date) -> None:
    draft = drafts.get((letter.party_id, letter.currency))
    if draft is None:
        uow.connection.execute(
            update(dunning_letter)
            .where(dunning_letter.c.id == letter.id)
            .values(status=LetterStatus.PAID.value)
        )
        return
    number = take_number(uow, document_type=TYPE, scope=SERIES, fiscal_year=on.year).text
    item_id = _charge(uow, letter.id, number, draft, on)
    pay_until = on + timedelta(days=load_settings(uow.connection).pay_within_days)
    uow.connection.execute(
        update(dunning_letter).where(dunning_letter.c.id == letter.id),
        {
            "status": LetterStatus.SENT.value, "number": number, "date": on, "pay_until": pay_until,
            "open_item_id": item_id, **_figures(draft),
        },
    )  # fmt: skip
    names = [c.name for c in dunning_letter_line.columns if c.name != "letter_id"]
    uow.connection.execute(
        insert(dunning_letter_line),
        [{"letter_id": letter.id, **{n: getattr(x, n) for n in names}} for x in draft.lines],
    )
    for x in draft.lines:
        take_step(
            uow, document_type=x.document_type, document_id=x.document_id, step="reminded",
            detail=f"{number} ({draft.level.position})",
            payload={"letter": number, "level": x.level, "open_minor": x.open_minor},
        )  # fmt: skip
    if draft.level.stops_credit:
        stop_credit(uow, party_id=draft.party_id, reason=number)


def _charge(uow: UnitOfWork, letter_id: int, number: str, draft: Draft, on: date) -> int | None:
    """Fee, interest and lump sum are owed at once; no tax (they are no consideration)."""
    if not draft.charged_minor:
        return None
    (item_id,) = open_items(
        uow,
        draft=ItemDraft(
            draft.party_id, TYPE, letter_id, number, on, [Instalment(1, on, draft.charged_minor)]
        ),
    )
    post(
        uow, kind="dunning", business_date=on, document_type=TYPE, document_id=letter_id,
        postings=[
            Posting("receivable", draft.charged_minor, draft.party_id),
            Posting("dunning_fees", -draft.fee_minor), Posting("interest_income", -draft.interest_minor),
            Posting("late_compensation", -draft.compensation_minor),
        ],
    )  # fmt: skip
    return item_id
