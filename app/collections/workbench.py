"""Whom to call today, why, and what is at stake."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from app.collections.letter_queries import LetterRow
from app.collections.queries import (
    DisputeRow,
    PlanRow,
    PromiseRow,
    list_disputes,
    list_pauses,
    list_plans,
    list_promises,
)
from app.collections.states import LetterStatus, PlanStatus, PromiseStatus, WorkReason
from app.collections.tables import collection_contact, dunning_letter
from app.parties.tables import party
from app.receivables.queries import IS_OPEN
from app.receivables.tables import open_item
from app.terms.rules import to_home


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A customer who is late; amounts in the company's currency.

    Attributes:
        stake_minor: what is late and neither in dispute nor promised: what a call can bring.
        reasons: why today, the strongest first; empty: nothing to do today.
        kept, broken: how many promises he kept and broke.
    """

    party_id: int
    number: str
    name: str
    phone: str
    email: str
    overdue_minor: int
    stake_minor: int
    disputed_minor: int
    promised_minor: int
    days_late: int
    level: int
    reasons: tuple[WorkReason, ...]
    kept: int
    broken: int
    last_contact: datetime | None
    next_action: str
    next_on: date | None
    paused: bool


@dataclass(slots=True)
class _Late:
    overdue: int = 0
    oldest: date | None = None


def list_work(connection: Connection, *, on: date, party_id: int | None = None) -> list[WorkRow]:
    """Everybody who is late, the largest stake first; who has a reason is to be called today."""
    late = _late(connection, on, party_id)
    ids = sorted(late)
    promises = _by_party(list_promises(connection, on=on, party_id=party_id))
    disputes = _by_party(list_disputes(connection, party_id=party_id))
    plans = _by_party(list_plans(connection, party_id=party_id))
    paused = {
        p.party_id for p in list_pauses(connection, on=on, party_id=party_id) if p.open_item_id is None
    }  # fmt: skip
    letters = _last_letters(connection)
    contacts = _last_contacts(connection)
    people = {
        r.id: r
        for r in connection.execute(
            select(party.c.id, party.c.number, party.c.name, party.c.phone, party.c.email).where(
                party.c.id.in_(ids)
            )
        )
    }
    rows = [
        _row(
            people[i], late[i], promises.get(i, []), disputes.get(i, []), plans.get(i, []), letters.get(i),
            contacts.get(i), on, paused=i in paused,
        )
        for i in ids
    ]  # fmt: skip
    return sorted(rows, key=lambda w: (-w.stake_minor, -w.overdue_minor, w.name))


def _late(connection: Connection, on: date, party_id: int | None) -> dict[int, _Late]:
    query = select(
        open_item.c.party_id, open_item.c.due_date, open_item.c.open_minor, open_item.c.rate_micro
    ).where(IS_OPEN, open_item.c.open_minor > 0, open_item.c.due_date < on)
    if party_id is not None:
        query = query.where(open_item.c.party_id == party_id)
    found: dict[int, _Late] = {}
    for who, due, minor, rate in connection.execute(query):
        mine = found.setdefault(int(who), _Late())
        mine.overdue += to_home(int(minor), int(rate))
        mine.oldest = due if mine.oldest is None else min(mine.oldest, due)
    return found


def _by_party(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for r in rows:
        found.setdefault(r.party_id, []).append(r)
    return found


def _last_letters(connection: Connection) -> dict[int, Any]:
    rows = connection.execute(
        select(dunning_letter)
        .where(dunning_letter.c.status == LetterStatus.SENT.value)
        .order_by(dunning_letter.c.id)
    )
    return {int(r.party_id): r for r in rows}


def _last_contacts(connection: Connection) -> dict[int, Any]:
    newest = (
        select(func.max(collection_contact.c.id)).group_by(collection_contact.c.party_id).scalar_subquery()
    )
    rows = connection.execute(select(collection_contact).where(collection_contact.c.id.in_(newest)))
    return {int(r.party_id): r for r in rows}


def _row(
    who: Any, late: _Late, promises: list[PromiseRow], disputes: list[DisputeRow], plans: list[PlanRow],
    letter: LetterRow | Any, contact: Any, on: date, *, paused: bool,
) -> WorkRow:  # fmt: skip
    promised = sum(p.amount_minor for p in promises if p.status is PromiseStatus.OPEN)
    disputed = sum(d.amount_minor for d in disputes)
    stake = max(late.overdue - disputed - promised, 0)
    spoken = contact.at.date() if contact is not None else date.min
    planned = contact.next_on if contact is not None and contact.done_at is None else None
    told = {
        WorkReason.BROKEN_PROMISE: any(
            p.status is PromiseStatus.BROKEN and spoken <= p.due_on for p in promises
        ),
        WorkReason.BROKEN_PLAN: any(
            p.status is PlanStatus.BROKEN and p.open_minor and spoken < (p.broken_on or on) for p in plans
        ),
        WorkReason.NEXT_ACTION: planned is not None and planned <= on,
        WorkReason.DISPUTE_DUE: any(d.follow_up_on <= on for d in disputes),
        WorkReason.REMINDED: letter is not None and letter.pay_until < on and spoken < letter.pay_until,
        WorkReason.OVERDUE: letter is None and late.oldest is not None and spoken <= late.oldest,
    }
    waits = not stake or (planned is not None and planned > on)
    if waits:
        told[WorkReason.REMINDED] = told[WorkReason.OVERDUE] = False
    if paused:
        told = {WorkReason.NEXT_ACTION: told[WorkReason.NEXT_ACTION]}
    return WorkRow(
        who.id, who.number, who.name, who.phone, who.email, late.overdue, stake, disputed, promised,
        (on - late.oldest).days if late.oldest is not None else 0, letter.level if letter is not None else 0,
        tuple(reason for reason in WorkReason if told.get(reason)),
        sum(p.status is PromiseStatus.KEPT for p in promises),
        sum(p.status is PromiseStatus.BROKEN for p in promises), contact.at if contact is not None else None,
        contact.next_action if contact is not None and contact.done_at is None else "", planned, paused,
    )  # fmt: skip
