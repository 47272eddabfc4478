"""Disputes, promises, plans, contacts, pauses and reminders, as screens and papers read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.collections.rules import Promised, Received, judge_promises
from app.collections.settings import load_settings
from app.collections.states import (
    DisputeOutcome,
    DisputeReason,
    DisputeStatus,
    PlanStatus,
    PromiseStatus,
    ReductionKind,
)
from app.collections.tables import (
    collection_contact,
    dispute,
    dunning_pause,
    payment_plan,
    payment_plan_item,
    promise,
    reduction,
)
from app.parties.tables import party
from app.payments.states import CustomerPaymentKind, CustomerPaymentStatus
from app.payments.tables import customer_payment
from app.receivables.tables import open_item
from app.terms.rules import to_home


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute with the document it is about."""

    id: int
    party_id: int
    party_name: str
    open_item_id: int
    document_type: str
    document_id: int
    document_number: str
    amount_minor: int
    currency: str | None
    reason: DisputeReason
    note: str
    owner_id: int
    follow_up_on: date
    status: DisputeStatus
    outcome: DisputeOutcome | None
    outcome_note: str | None
    outcome_document_id: int | None
    opened_on: date
    resolved_on: date | None


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise and whether it was kept, as of the day that was asked for."""

    id: int
    party_id: int
    party_name: str
    amount_minor: int
    due_on: date
    note: str
    made_on: date
    status: PromiseStatus


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A payment plan with how it stands."""

    id: int
    number: str
    party_id: int
    party_name: str
    status: PlanStatus
    amount_minor: int
    open_minor: int
    next_due: date | None  # the first instalment that is not paid
    grace_days: int
    made_on: date
    broken_on: date | None


@dataclass(frozen=True, slots=True)
class ContactRow:
    """What was said, and what comes next."""

    id: int
    party_id: int
    kind: str
    note: str
    next_action: str
    next_on: date | None
    at: datetime
    actor_name: str
    done: bool


@dataclass(frozen=True, slots=True)
class PauseRow:
    """A pause that holds."""

    id: int
    party_id: int
    party_name: str
    open_item_id: int | None
    document_number: str | None
    reason: str
    until: date | None


@dataclass(frozen=True, slots=True)
class ReductionRow:
    """A deduction."""

    id: int
    number: str
    kind: ReductionKind
    party_id: int
    party_name: str
    document_number: str
    on: date
    net_minor: int
    tax_minor: int
    gross_minor: int
    reason: str
    vat_relief: str | None
    vat_claimed_on: date | None
    undone: bool


def list_disputes(
    connection: Connection, *, party_id: int | None = None, open_only: bool = True
) -> list[DisputeRow]:
    """Disputes, the one to be looked after first at the head."""
    query = (
        select(dispute, party.c.name.label("party_name"), open_item)
        .join_from(dispute, party, party.c.id == dispute.c.party_id)
        .join(open_item, open_item.c.id == dispute.c.open_item_id)
        .order_by(dispute.c.status, dispute.c.follow_up_on, dispute.c.id)
    )
    if party_id is not None:
        query = query.where(dispute.c.party_id == party_id)
    if open_only:
        query = query.where(dispute.c.status == DisputeStatus.OPEN.value)
    return [_dispute(r) for r in connection.execute(query)]


def _dispute(r: Row[Any]) -> DisputeRow:
    x = r._mapping  # noqa: SLF001 - SQLAlchemy's public name: two tables, so columns are asked for by table
    outcome = x[dispute.c.outcome]
    return DisputeRow(
        x[dispute.c.id], x[dispute.c.party_id], x["party_name"], x[dispute.c.open_item_id],
        x[open_item.c.document_type], x[open_item.c.document_id], x[open_item.c.document_number],
        x[dispute.c.amount_minor], x[open_item.c.currency], DisputeReason(x[dispute.c.reason]),
        x[dispute.c.note], x[dispute.c.owner_id], x[dispute.c.follow_up_on],
        DisputeStatus(x[dispute.c.status]), DisputeOutcome(outcome) if outcome else None,
        x[dispute.c.outcome_note], x[dispute.c.outcome_document_id], x[dispute.c.opened_on],
        x[dispute.c.resolved_on],
    )  # fmt: skip


def list_promises(connection: Connection, *, on: date, party_id: int | None = None) -> list[PromiseRow]:
    """Promises with whether each was kept by a day, the earliest due first."""
    query = (
        select(promise, party.c.name.label("party_name"))
        .join_from(promise, party)
        .order_by(promise.c.due_on, promise.c.id)
    )
    if party_id is not None:
        query = query.where(promise.c.party_id == party_id)
    rows = connection.execute(query).all()
    grace = load_settings(connection).promise_grace_days
    judged: dict[int, PromiseStatus] = {}
    money = _received(connection, sorted({r.party_id for r in rows}), on)
    for who in {r.party_id for r in rows}:
        mine = [
            Promised(r.id, r.amount_minor, r.made_on, r.due_on, r.withdrawn_at is not None)
            for r in rows
            if r.party_id == who
        ]
        judged |= judge_promises(mine, money.get(who, ()), on=on, grace_days=grace)
    return [
        PromiseRow(r.id, r.party_id, r.party_name, r.amount_minor, r.due_on, r.note, r.made_on, judged[r.id])
        for r in rows
    ]


def _received(connection: Connection, party_ids: list[int], on: date) -> dict[int, list[Received]]:
    found: dict[int, list[Received]] = {}
    rows = connection.execute(
        select(
            customer_payment.c.party_id, customer_payment.c.business_date, customer_payment.c.amount_minor,
            customer_payment.c.rate_micro,
        ).where(
            customer_payment.c.party_id.in_(party_ids), customer_payment.c.business_date <= on,
            customer_payment.c.kind == CustomerPaymentKind.RECEIPT.value,
            customer_payment.c.status == CustomerPaymentStatus.POSTED.value,
        )
    )  # fmt: skip
    for who, day, minor, rate in rows:
        found.setdefault(int(who), []).append(Received(day, to_home(int(minor), int(rate))))
    return found


def list_plans(connection: Connection, *, party_id: int | None = None) -> list[PlanRow]:
    """Payment plans, the newest first; one whose instalments are paid is done."""
    owed = (
        select(
            payment_plan_item.c.plan_id, func.sum(open_item.c.open_minor).label("open_minor"),
            func.min(open_item.c.due_date).filter(open_item.c.open_minor > 0).label("next_due"),
        )
        .join_from(payment_plan_item, open_item, open_item.c.id == payment_plan_item.c.open_item_id)
        .group_by(payment_plan_item.c.plan_id)
        .subquery()
    )  # fmt: skip
    query = (
        select(payment_plan, party.c.name.label("party_name"), owed.c.open_minor, owed.c.next_due)
        .join_from(payment_plan, party)
        .join(owed, owed.c.plan_id == payment_plan.c.id)
        .order_by(payment_plan.c.id.desc())
    )
    if party_id is not None:
        query = query.where(payment_plan.c.party_id == party_id)
    return [
        PlanRow(
            r.id, r.number, r.party_id, r.party_name,
            PlanStatus(r.status) if r.open_minor or r.status != "active" else PlanStatus.DONE,
            r.amount_minor, int(r.open_minor), r.next_due, r.grace_days, r.made_on, r.broken_on,
        )
        for r in connection.execute(query)
    ]  # fmt: skip


def list_contacts(connection: Connection, *, party_id: int, limit: int = 100) -> list[ContactRow]:
    """What was said with a customer, the last first."""
    rows = connection.execute(
        select(collection_contact)
        .where(collection_contact.c.party_id == party_id)
        .order_by(collection_contact.c.at.desc(), collection_contact.c.id.desc())
        .limit(limit)
    )
    return [
        ContactRow(
            r.id, r.party_id, r.kind, r.note, r.next_action, r.next_on, r.at, r.actor_name,
            r.done_at is not None,
        )
        for r in rows
    ]  # fmt: skip


def list_pauses(connection: Connection, *, on: date, party_id: int | None = None) -> list[PauseRow]:
    """The pauses that hold on a day."""
    query = (
        select(dunning_pause, party.c.name.label("party_name"), open_item.c.document_number)
        .join_from(dunning_pause, party, party.c.id == dunning_pause.c.party_id)
        .outerjoin(open_item, open_item.c.id == dunning_pause.c.open_item_id)
        .where(
            dunning_pause.c.ended_at.is_(None),
            dunning_pause.c.until.is_(None) | (dunning_pause.c.until >= on),
        )
        .order_by(dunning_pause.c.id)
    )
    if party_id is not None:
        query = query.where(dunning_pause.c.party_id == party_id)
    return [
        PauseRow(r.id, r.party_id, r.party_name, r.open_item_id, r.document_number, r.reason, r.until)
        for r in connection.execute(query)
    ]


def list_reductions(connection: Connection, *, party_id: int, limit: int = 100) -> list[ReductionRow]:
    """What was let go of with a customer, the last first."""
    rows = connection.execute(
        select(reduction, party.c.name.label("party_name"), open_item.c.document_number)
        .join_from(reduction, party)
        .join(open_item, open_item.c.id == reduction.c.open_item_id)
        .where(reduction.c.party_id == party_id)
        .order_by(reduction.c.id.desc())
        .limit(limit)
    )
    return [
        ReductionRow(
            r.id, r.number, ReductionKind(r.kind), r.party_id, r.party_name, r.document_number, r.date,
            r.net_minor, r.tax_minor, r.gross_minor, r.reason, r.vat_relief, r.vat_claimed_on,
            r.undone_at is not None,
        )
        for r in rows
    ]  # fmt: skip
