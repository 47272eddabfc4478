"""The day of a store: all its shifts, what each took, was over or short, and what went to the bank."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from app.access.tables import user_account
from app.ledger.queries import account_of, moved_minor
from app.organisation.tables import store, till
from app.till.states import CashMovementKind, ShiftStatus
from app.till.tables import cash_movement, shift, shift_difference, shift_sales, shift_tender, store_day


@dataclass(frozen=True, slots=True)
class DayShift:
    """A shift of the day; differences are over (positive) or short."""

    id: int
    till_code: str
    status: str
    z_number: int | None
    opened_by: str
    closed_by: str
    gross_minor: int
    over_short_minor: int
    note: str


@dataclass(frozen=True, slots=True)
class Bag:
    """Money that went into a bag."""

    bag: str
    kind: str
    amount_minor: int
    till_code: str


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """That the day was closed, by whom, and what went to the bank."""

    at: datetime
    by: str
    banked_minor: int
    bag: str | None
    note: str | None
    journal_excerpt: str


@dataclass(frozen=True, slots=True)
class StoreDay:
    """Everything of a store's day; amounts in minor units."""

    store_id: int
    store_name: str
    business_date: date
    shifts: tuple[DayShift, ...]
    tenders: tuple[tuple[str, int], ...]  # code and what was taken by it, change taken off
    bags: tuple[Bag, ...]
    safe_minor: int  # what should lie in the safe now
    closed: ClosedDay | None

    @property
    def gross_minor(self) -> int:
        """Sales less returns of all shifts."""
        return sum(s.gross_minor for s in self.shifts)

    @property
    def over_short_minor(self) -> int:
        """All differences together."""
        return sum(s.over_short_minor for s in self.shifts)

    @property
    def open_tills(self) -> tuple[str, ...]:
        """Tills whose shift is not closed."""
        return tuple(s.till_code for s in self.shifts if s.status != ShiftStatus.CLOSED.value)


def list_stores_with_days(connection: Connection, *, limit: int = 60) -> list[tuple[int, str, date]]:
    """(store_id, name, day) of the days on which shifts were opened, newest first."""
    rows = connection.execute(
        select(store.c.id, store.c.name, shift.c.business_date)
        .join_from(shift, till, till.c.id == shift.c.till_id)
        .join(store, store.c.id == till.c.store_id)
        .distinct()
        .order_by(shift.c.business_date.desc(), store.c.name)
        .limit(limit)
    )
    return [(row.id, row.name, row.business_date) for row in rows]


def get_store_day(connection: Connection, *, store_id: int, business_date: date) -> StoreDay:
    """The figures of a store's day so far, or for good."""
    name = connection.execute(select(store.c.name).where(store.c.id == store_id)).scalar_one()
    shifts = _shifts(connection, store_id, business_date)
    ids = [s.id for s in shifts]
    tenders = connection.execute(
        select(shift_tender.c.tender_code, func.sum(shift_tender.c.amount_minor).label("amount"))
        .where(shift_tender.c.shift_id.in_(ids))
        .group_by(shift_tender.c.tender_code)
        .order_by(shift_tender.c.tender_code)
    )
    return StoreDay(
        store_id, name, business_date, shifts,
        tuple((row.tender_code, int(row.amount)) for row in tenders if row.amount), _bags(connection, ids),
        safe_minor(connection), _closed(connection, store_id, business_date),
    )  # fmt: skip


def _shifts(connection: Connection, store_id: int, business_date: date) -> tuple[DayShift, ...]:
    opener, closer = user_account.alias(), user_account.alias()
    gross = (
        select(shift_sales.c.shift_id, func.sum(shift_sales.c.gross_minor).label("gross"))
        .group_by(shift_sales.c.shift_id)
        .subquery()
    )
    differences = (
        select(shift_difference.c.shift_id, func.sum(shift_difference.c.difference_minor).label("off"))
        .group_by(shift_difference.c.shift_id)
        .subquery()
    )
    rows = connection.execute(
        select(
            shift.c.id, till.c.code, shift.c.status, shift.c.z_number, shift.c.note, gross.c.gross,
            differences.c.off, opener.c.name.label("opener"), closer.c.name.label("closer"),
        )
        .join_from(shift, till, till.c.id == shift.c.till_id)
        .outerjoin(gross, gross.c.shift_id == shift.c.id)
        .outerjoin(differences, differences.c.shift_id == shift.c.id)
        .outerjoin(opener, opener.c.id == shift.c.opened_by)
        .outerjoin(closer, closer.c.id == shift.c.closed_by)
        .where(till.c.store_id == store_id, shift.c.business_date == business_date)
        .order_by(till.c.code, shift.c.opened_at)
    )  # fmt: skip
    return tuple(
        DayShift(
            r.id, r.code, r.status, r.z_number, r.opener or "", r.closer or "", int(r.gross or 0),
            int(r.off or 0), r.note or "",
        )
        for r in rows
    )  # fmt: skip


def _bags(connection: Connection, shift_ids: list[int]) -> tuple[Bag, ...]:
    rows = connection.execute(
        select(cash_movement.c.bag, cash_movement.c.kind, cash_movement.c.amount_minor, till.c.code)
        .join_from(cash_movement, shift, shift.c.id == cash_movement.c.shift_id)
        .join(till, till.c.id == shift.c.till_id)
        .where(
            cash_movement.c.shift_id.in_(shift_ids),
            cash_movement.c.kind.in_((CashMovementKind.SAFE_DROP.value, CashMovementKind.BANK_DROP.value)),
        )
        .order_by(cash_movement.c.at)
    )
    return tuple(Bag(r.bag or "", r.kind, r.amount_minor, r.code) for r in rows)


def safe_minor(connection: Connection) -> int:
    """What should lie in the safe: its account in the ledger."""
    code = account_of(connection, role="safe")
    return moved_minor(connection, codes=(code,))


def _closed(connection: Connection, store_id: int, business_date: date) -> ClosedDay | None:
    row = connection.execute(
        select(store_day, user_account.c.name)
        .join_from(store_day, user_account, user_account.c.id == store_day.c.actor_id, isouter=True)
        .where(store_day.c.store_id == store_id, store_day.c.business_date == business_date)
    ).one_or_none()
    if row is None:
        return None
    return ClosedDay(row.at, row.name or "", row.banked_minor, row.bag, row.note, row.journal_excerpt)
