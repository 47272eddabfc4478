"""Lists of the back office that look across rooms: sales, shifts, a customer's history, the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from heapq import merge
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from app.access.tables import user_account
from app.audit.queries import JournalRow
from app.audit.tables import journal, journal_head
from app.organisation.tables import till
from app.parties.tables import party
from app.printing.states import PrintStatus
from app.printing.tables import print_job
from app.receivables.tables import open_item
from app.till.states import ShiftStatus
from app.till.tables import sale, shift, shift_difference, shift_sales


@dataclass(frozen=True, slots=True)
class SaleRow:
    """A sale in the list of the back office."""

    id: int
    number: str
    kind: str
    till_code: str
    business_date: date
    completed_at: datetime
    cashier: str
    customer: str
    gross_minor: int
    discount_minor: int


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A shift in the list of the back office."""

    id: int
    till_code: str
    status: str
    business_date: date
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None
    z_number: int | None
    gross_minor: int
    difference_minor: int


@dataclass(frozen=True, slots=True)
class OpenItemRow:
    """Something that a customer owes (or is owed)."""

    document_number: str
    on: date
    due_date: date
    amount_minor: int
    open_minor: int


@dataclass(frozen=True, slots=True)
class CustomerHistory:
    """What a customer bought and owes."""

    sales: tuple[SaleRow, ...]
    open_items: tuple[OpenItemRow, ...]
    owed_minor: int


@dataclass(frozen=True, slots=True)
class JournalView:
    """An entry of the journal with the names of who did it."""

    entry: JournalRow
    actor: str
    approver: str


@dataclass(frozen=True, slots=True)
class JobRow:
    """A print job with the number of its document."""

    id: int
    station: str
    kind: str
    document_type: str
    document_id: int
    number: str
    is_copy: bool
    status: str
    attempts: int
    last_error: str
    created_at: datetime
    printer: str = ""
    went_to: str = ""


_NAMES = (
    sale.c.id, sale.c.number, sale.c.kind, till.c.code, sale.c.business_date, sale.c.completed_at,
    user_account.c.name, party.c.name, sale.c.gross_minor, sale.c.discount_minor,
)  # fmt: skip


def list_sales(
    connection: Connection, *, since: date | None = None, until: date | None = None,
    till_id: int | None = None, number: str = "", party_id: int | None = None, limit: int = 100,
    offset: int = 0,
) -> list[SaleRow]:  # fmt: skip
    """Sales, the newest first; a number is found by its end, whatever the days."""
    wanted: list[ColumnElement[bool]] = []
    typed = number.strip()
    if typed:
        wanted.append(sale.c.id.in_(_ending_with(connection, typed)))
    else:
        wanted += [sale.c.business_date >= since] if since else []
        wanted += [sale.c.business_date <= until] if until else []
    if till_id is not None:
        wanted.append(sale.c.till_id == till_id)
    if party_id is not None:
        # with what was sold to an entry that was merged into him: receipts stay as they were sealed
        whose = select(party.c.id).where(or_(party.c.id == party_id, party.c.merged_into == party_id))
        wanted += [sale.c.party_id.in_(whose), sale.c.party_id.is_not(None)]
    rows = connection.execute(
        select(*_NAMES)
        .select_from(
            sale.join(till, till.c.id == sale.c.till_id)
            .outerjoin(user_account, user_account.c.id == sale.c.cashier_id)
            .outerjoin(party, party.c.id == sale.c.party_id)
        )
        .where(*wanted)
        .order_by(sale.c.business_date.desc(), sale.c.completed_at.desc(), sale.c.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return [_sale(row) for row in rows]


def _ending_with(connection: Connection, typed: str) -> Select[tuple[int]]:
    """The sale of that very number; where there is none, those whose number ends so.

    A query of its own: the index of the numbers is read for it, and the rows of what it finds only.
    """
    very = select(sale.c.id).where(sale.c.number == typed)
    if connection.execute(very).first() is not None:
        return very
    return select(sale.c.id).where(sale.c.number.endswith(typed, autoescape=True))


def _sale(row: Any) -> SaleRow:
    return SaleRow(
        id=row[0], number=row[1], kind=row[2], till_code=row[3], business_date=row[4], completed_at=row[5],
        cashier=row[6] or "", customer=row[7] or "", gross_minor=row[8], discount_minor=row[9],
    )  # fmt: skip


def list_shifts(
    connection: Connection, *, till_id: int | None = None, limit: int = 100, offset: int = 0
) -> list[ShiftRow]:
    """Shifts, the newest first, with what was sold and what the count differed by."""
    sold = (
        select(func.coalesce(func.sum(shift_sales.c.gross_minor), 0))
        .where(shift_sales.c.shift_id == shift.c.id)
        .scalar_subquery()
    )
    differs = (
        select(func.coalesce(func.sum(shift_difference.c.difference_minor), 0))
        .where(shift_difference.c.shift_id == shift.c.id)
        .scalar_subquery()
    )
    query = (
        select(
            shift.c.id, till.c.code, shift.c.status, shift.c.business_date, shift.c.opened_at,
            user_account.c.name, shift.c.closed_at, shift.c.z_number, sold, differs,
        )
        .select_from(
            shift.join(till, till.c.id == shift.c.till_id).outerjoin(
                user_account, user_account.c.id == shift.c.opened_by
            )
        )
        .order_by((shift.c.status == ShiftStatus.CLOSED.value), shift.c.opened_at.desc(), shift.c.id.desc())
        .limit(limit)
        .offset(offset)
    )  # fmt: skip
    if till_id is not None:
        query = query.where(shift.c.till_id == till_id)
    return [
        ShiftRow(*row[:5], row[5] or "", *row[6:8], int(row[8]), int(row[9]))
        for row in connection.execute(query)
    ]


def customer_history(connection: Connection, *, party_id: int, limit: int = 100) -> CustomerHistory:
    """The latest purchases of a customer and everything that is open."""
    rows = connection.execute(
        select(
            open_item.c.document_number, open_item.c.date, open_item.c.due_date, open_item.c.amount_minor,
            open_item.c.open_minor,
        )
        .where(open_item.c.party_id == party_id, open_item.c.open_minor != 0)
        .order_by(open_item.c.due_date, open_item.c.id)
    )  # fmt: skip
    items = tuple(OpenItemRow(*row) for row in rows)
    return CustomerHistory(
        sales=tuple(list_sales(connection, party_id=party_id, limit=limit)),
        open_items=items,
        owed_minor=sum(item.open_minor for item in items),
    )


def list_journal(
    connection: Connection, *, kind_prefix: str = "", chain: str = "", actor_id: int | None = None,
    since: datetime | None = None, limit: int = 100, offset: int = 0,
) -> list[JournalView]:  # fmt: skip
    """Entries of the journal, the newest first, with names."""
    wanted: list[ColumnElement[bool]] = []
    if kind_prefix:
        wanted.append(journal.c.kind.startswith(kind_prefix, autoescape=True))
    if actor_id is not None:
        wanted.append(journal.c.actor_id == actor_id)
    if since is not None:
        wanted.append(journal.c.at >= since)
    actor, approver = user_account.alias(), user_account.alias()
    newest = (
        select(journal, actor.c.name.label("actor"), approver.c.name.label("approver"))
        .outerjoin(actor, actor.c.id == journal.c.actor_id)
        .outerjoin(approver, approver.c.id == journal.c.approver_id)
        .where(*wanted)
        .order_by(journal.c.seq.desc())
        .limit(limit + offset)
    )
    # the end of each chain by its key, put together by time: no chain is read from its beginning
    chains = [chain] if chain else list_chains(connection)
    ends = [connection.execute(newest.where(journal.c.chain == name)).all() for name in chains]
    rows = list(islice(merge(*ends, key=lambda r: r.at, reverse=True), offset, offset + limit))
    names = JournalRow.__dataclass_fields__
    return [
        JournalView(JournalRow(**{name: getattr(r, name) for name in names}), r.actor or "", r.approver or "")
        for r in rows
    ]


def list_chains(connection: Connection) -> list[str]:
    """Names of the journal's chains."""
    return list(connection.execute(select(journal_head.c.chain).order_by(journal_head.c.chain)).scalars())


def list_print_jobs(
    connection: Connection, *, statuses: Sequence[PrintStatus] | None = None, limit: int = 100,
    offset: int = 0,
) -> list[JobRow]:  # fmt: skip
    """Print jobs of every station, what needs a person first, then the newest.

    Two queries, each in the order of an index: jobs are many.
    """
    number = select(sale.c.number).where(sale.c.id == print_job.c.document_id).scalar_subquery()
    query = select(print_job, number.label("number")).order_by(print_job.c.id.desc())
    status = print_job.c.status
    urgent = PrintStatus.NEEDS_ATTENTION.value
    wanted = set(PrintStatus if statuses is None else statuses)
    first: list[Any] = []
    if PrintStatus.NEEDS_ATTENTION in wanted:
        first = list(connection.execute(query.where(status == urgent).limit(limit + offset)).all())
    before = _count(connection, urgent) if first else 0
    found = first[offset : offset + limit]
    query = query.where(status != urgent) if statuses is None else query.where(
        status.in_(sorted(s.value for s in wanted - {PrintStatus.NEEDS_ATTENTION}))
    )  # fmt: skip
    found += connection.execute(query.limit(limit - len(found)).offset(max(offset - before, 0))).all()
    return [_job(row) for row in found]


def _count(connection: Connection, status: str) -> int:
    query = select(func.count()).select_from(print_job).where(print_job.c.status == status)
    return int(connection.execute(query).scalar_one())


def _job(row: Any) -> JobRow:
    values = {name: getattr(row, name) for name in JobRow.__dataclass_fields__}
    values["number"] = values["number"] or ""
    values["last_error"] = values["last_error"] or ""
    return JobRow(**values)
