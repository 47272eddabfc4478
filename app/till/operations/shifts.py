"""Opening a shift, counting the drawer, closing with a Z."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, delete, insert, select, update

from app.audit.operations import note
from app.audit.seals import SealedKind, SealedTable, seal_stored
from app.db.errors import ChangedElsewhereError
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id, take_ids
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted, require_up_to
from app.kernel.state import check_transition
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.numbering.operations import take_number
from app.organisation.tables import till as till_table
from app.printing.operations import queue_print
from app.till.context import TillContext
from app.till.drawers import tills_at
from app.till.events import DrawerRequested, ShiftClosed, ShiftOpened
from app.till.queries import find_carried, find_open_shift
from app.till.refusals import (
    CountWrongError,
    DayClosedError,
    DifferenceTooLargeError,
    ExplanationMissingError,
    NoShiftError,
    NotCountedError,
    OpenCartError,
    ShiftAlreadyOpenError,
)
from app.till.shift_report import expected_by_tender
from app.till.states import SHIFT_TRANSITIONS, CartStatus, CountPhase, ShiftStatus
from app.till.tables import cart, shift, shift_count, shift_difference, store_day

SEALED_SHIFT: Final = SealedKind(
    "shift",
    (
        SealedTable(shift, "id", only=("status", ShiftStatus.CLOSED.value)),
        SealedTable(shift_count, "shift_id", ("id",)),
        SealedTable(shift_difference, "shift_id", ("tender_code",)),
    ),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """One line of a count: so many pieces of a denomination, or a sum (denomination 0)."""

    tender_code: str
    amount_minor: int
    denomination_minor: int = 0
    pieces: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """Counted against expected for one tender; negative: short."""

    tender_code: str
    expected_minor: int
    counted_minor: int

    @property
    def difference_minor(self) -> int:
        """Over (positive) or short (negative)."""
        return self.counted_minor - self.expected_minor


@dataclass(frozen=True, slots=True)
class ClosedShift:
    """What a close gives back."""

    shift_id: int
    z_number: int
    z_text: str
    journal_excerpt: str


def _write_counts(uow: UnitOfWork, shift_id: int, phase: CountPhase, counts: Sequence[Counted]) -> None:
    uow.connection.execute(
        delete(shift_count).where(shift_count.c.shift_id == shift_id, shift_count.c.phase == phase.value)
    )
    if counts:
        uow.connection.execute(
            insert(shift_count),
            [
                {
                    "id": row_id, "shift_id": shift_id, "phase": phase.value, "tender_code": c.tender_code,
                    "denomination_minor": c.denomination_minor, "pieces": c.pieces,
                    "amount_minor": c.amount_minor,
                }
                for row_id, c in zip(take_ids(len(counts)), counts, strict=True)
            ],
        )  # fmt: skip


def _check_counts(counts: Sequence[Counted]) -> None:
    for c in counts:
        adds_up = not c.denomination_minor or c.denomination_minor * c.pieces == c.amount_minor
        if c.amount_minor < 0 or not adds_up:
            raise CountWrongError


@permitted(Permission.OPEN_SHIFT)
def open_shift(
    uow: UnitOfWork, *, context: TillContext, counts: Sequence[Counted], shift_id: int | None = None
) -> int:
    """Open a shift with a counted float; returns its id: the one that a till gave it already, else a new one.

    What is in the drawer beyond the last close's remainder came from the safe, and is booked so.

    Raises:
        ShiftAlreadyOpenError: one is open on this till.
        CountWrongError: the count does not add up.
        DayClosedError: the store's day is over.
    """
    till, till_id = context.till, context.drawer_till_id
    refuse_second_shift(uow, context)
    _check_counts(counts)
    float_minor = sum(c.amount_minor for c in counts)
    shift_id = next_id() if shift_id is None else shift_id
    business_date = context.company.day_of(uow.now)
    refuse_closed_day(uow, till_id, business_date)
    carried = find_carried(uow.connection, till_id=till_id, drawer=context.drawer)
    uow.connection.execute(
        insert(shift),
        {
            "id": shift_id, "till_id": till_id, "drawer": context.drawer,
            "carried_from": carried.shift_id if carried else None, "status": ShiftStatus.OPEN.value,
            "business_date": business_date, "opened_at": uow.now, "opened_by": uow.actor.user_id,
            "float_minor": float_minor, "version": 1,
        },
    )  # fmt: skip
    _write_counts(uow, shift_id, CountPhase.OPENING, counts)
    brought = float_minor - (carried.minor if carried else 0)
    post(
        uow, kind="shift_open", business_date=business_date, document_type="shift", document_id=shift_id,
        postings=[Posting("cash_drawer", brought), Posting("safe", -brought)], till_id=till_id,
        shift_id=shift_id,
    )  # fmt: skip
    note(
        uow,
        kind="shift.opened",
        document_type="shift",
        document_id=shift_id,
        payload={"till": till.code, "float_minor": float_minor, "from_safe_minor": brought},
    )
    uow.record(ShiftOpened(shift_id=shift_id, station=till.code))
    uow.record(DrawerRequested(station=till.code, reason="float"))
    return shift_id


def refuse_second_shift(uow: UnitOfWork, context: TillContext) -> None:
    """Raise ShiftAlreadyOpenError while a shift works with this drawer."""
    there = find_open_shift(uow.connection, till_id=context.drawer_till_id, drawer=context.drawer)
    if there is not None:
        raise ShiftAlreadyOpenError


def refuse_closed_day(uow: UnitOfWork, till_id: int, business_date: date) -> None:
    """Raise DayClosedError when the store's day is over."""
    closed = uow.connection.execute(
        select(store_day.c.id)
        .join_from(store_day, till_table, till_table.c.store_id == store_day.c.store_id)
        .where(till_table.c.id == till_id, store_day.c.business_date == business_date)
    ).first()
    if closed is not None:
        raise DayClosedError(on=business_date)


def locked_shift(uow: UnitOfWork, till_id: int, shift_id: int) -> Row[Any]:
    """The row of a shift that is not closed, locked; raises NoShiftError."""
    row = uow.connection.execute(
        select(shift).where(shift.c.id == shift_id, shift.c.till_id == till_id).with_for_update()
    ).one_or_none()
    if row is None or row.status == ShiftStatus.CLOSED.value:
        raise NoShiftError
    return row


@permitted(Permission.CLOSE_SHIFT)
def save_count(
    uow: UnitOfWork, *, context: TillContext, shift_id: int, counts: Sequence[Counted],
    as_told: Sequence[Difference] | None = None,
) -> list[Difference]:  # fmt: skip
    """Save the blind count; only now the expected figures are told.

    Counting again overwrites; each count stands in the journal. What a till expected by its own books
    (`as_told`) stands as it was; returned is what is expected by these.

    Raises:
        NoShiftError: the shift is closed.
        OpenCartError: a sale is on the counter.
        CountWrongError: the count does not add up.
    """
    _check_counts(counts)
    row = locked_shift(uow, context.drawer_till_id, shift_id)
    check_transition(SHIFT_TRANSITIONS, ShiftStatus(row.status), ShiftStatus.COUNTING)
    refuse_open_cart(uow, context)
    expected = expected_by_tender(uow.connection, shift_id=shift_id)
    counted: dict[str, int] = {}
    for line in counts:
        counted[line.tender_code] = counted.get(line.tender_code, 0) + line.amount_minor
    codes = [t.code for t in context.tenders if t.counted]
    worked_out = [Difference(code, expected.get(code, 0), counted.get(code, 0)) for code in codes]
    differences = worked_out if as_told is None else as_told
    _write_counts(uow, shift_id, CountPhase.CLOSING, counts)
    uow.connection.execute(delete(shift_difference).where(shift_difference.c.shift_id == shift_id))
    uow.connection.execute(
        insert(shift_difference),
        [
            {
                "shift_id": shift_id, "tender_code": d.tender_code, "expected_minor": d.expected_minor,
                "counted_minor": d.counted_minor, "difference_minor": d.difference_minor,
            }
            for d in differences
        ],
    )  # fmt: skip
    uow.connection.execute(
        update(shift).where(shift.c.id == shift_id),
        {"status": ShiftStatus.COUNTING.value, "version": row.version + 1},
    )
    note(
        uow,
        kind="shift.counted",
        document_type="shift",
        document_id=shift_id,
        payload={d.tender_code: [d.expected_minor, d.counted_minor] for d in differences},
    )
    return worked_out


@permitted(Permission.X_REPORT)
def resume_selling(uow: UnitOfWork, *, context: TillContext, shift_id: int) -> None:
    """A counted shift sells again: the count is dropped and stays in the journal.

    Who counts blind may not do it alone, because he knows by then what is expected.

    Raises:
        NoShiftError: the shift is closed.
    """
    row = locked_shift(uow, context.drawer_till_id, shift_id)
    if row.status == ShiftStatus.OPEN.value:
        return
    check_transition(SHIFT_TRANSITIONS, ShiftStatus(row.status), ShiftStatus.OPEN)
    _write_counts(uow, shift_id, CountPhase.CLOSING, [])
    uow.connection.execute(delete(shift_difference).where(shift_difference.c.shift_id == shift_id))
    uow.connection.execute(
        update(shift).where(shift.c.id == shift_id),
        {"status": ShiftStatus.OPEN.value, "version": row.version + 1},
    )
    note(uow, kind="shift.resumed", document_type="shift", document_id=shift_id, payload={})


def refuse_open_cart(uow: UnitOfWork, context: TillContext) -> None:
    """Raise OpenCartError while goods lie on the counter of a till that uses this drawer."""
    tills = tills_at(uow.connection, till_id=context.drawer_till_id, code=context.drawer_till_code)
    busy = uow.connection.execute(
        select(cart.c.id).where(
            cart.c.till_id.in_([*tills, context.till.id]),
            cart.c.status.in_((CartStatus.OPEN.value, CartStatus.TENDERING.value)),
            cart.c.line_count > 0,
        )
    ).first()
    if busy is not None:
        raise OpenCartError


def _differences(uow: UnitOfWork, shift_id: int) -> list[Difference]:
    rows = uow.connection.execute(
        select(shift_difference)
        .where(shift_difference.c.shift_id == shift_id)
        .order_by(shift_difference.c.tender_code)
    )
    return [Difference(r.tender_code, r.expected_minor, r.counted_minor) for r in rows]


def _check_differences(uow: UnitOfWork, context: TillContext, found: list[Difference], why: str) -> None:
    total = sum(abs(d.difference_minor) for d in found)
    money = Money(total, context.company.currency)
    if total and not why:
        raise ExplanationMissingError(difference=money)
    limit = context.till.difference_limit_minor
    if total <= limit:
        return
    if not uow.actor.may(Permission.ACCEPT_DIFFERENCE):
        raise DifferenceTooLargeError(difference=money, limit=Money(limit, context.company.currency))
    require_up_to(uow, Permission.ACCEPT_DIFFERENCE, total)


@permitted(Permission.CLOSE_SHIFT)
def close_shift(
    uow: UnitOfWork, *, context: TillContext, shift_id: int, explanation: str, next_float_minor: int,
    was_closed: bool = False,
) -> ClosedShift:  # fmt: skip
    """Close a counted shift: book over and short, move the takings to the safe, number the Z.

    Args:
        uow: the transaction.
        context: the till's.
        shift_id: which shift.
        explanation: why the count differs; needed when it does.
        next_float_minor: what stays in the drawer for the next shift.
        was_closed: by a till with books of its own, by what these expected.

    Raises:
        NotCountedError: no count was saved since the last sale.
        ExplanationMissingError, DifferenceTooLargeError, CountWrongError: see their sentences.
    """
    if next_float_minor < 0:
        raise CountWrongError
    row = locked_shift(uow, context.drawer_till_id, shift_id)
    found = _differences(uow, shift_id)
    if row.status != ShiftStatus.COUNTING.value or not found:
        raise NotCountedError
    expected = expected_by_tender(uow.connection, shift_id=shift_id)
    if not was_closed and any(expected.get(d.tender_code, 0) != d.expected_minor for d in found):
        raise NotCountedError
    why = clean_field(explanation, field="Explanation", limit=200)
    _check_differences(uow, context, found, why)
    _book_close(uow, context, row, found, next_float_minor)
    number = take_number(uow, document_type="z_report", scope=context.drawer_till_code)
    entry = note(
        uow, kind="shift.closed", document_type="shift", document_id=shift_id,
        payload={
            "z_number": number.value, "explanation": why, "next_float_minor": next_float_minor,
            "differences": {d.tender_code: d.difference_minor for d in found},
        },
    )  # fmt: skip
    changed = uow.connection.execute(
        update(shift).where(shift.c.id == shift_id, shift.c.version == row.version),
        {
            "status": ShiftStatus.CLOSED.value, "closed_at": uow.now, "closed_by": uow.actor.user_id,
            "z_number": number.value, "next_float_minor": next_float_minor, "note": why,
            "journal_excerpt": entry.excerpt, "perpetual_minor": entry.perpetual_minor,
            "version": row.version + 1,
        },
    )  # fmt: skip
    if changed.rowcount != 1:
        raise ChangedElsewhereError
    seal_stored(uow, SEALED_SHIFT, [shift_id])
    queue_print(uow, station=context.till.code, kind="z_report", document_type="shift", document_id=shift_id)
    uow.record(ShiftClosed(shift_id=shift_id, station=context.till.code))
    return ClosedShift(shift_id, number.value, number.text, entry.excerpt)


def _book_close(
    uow: UnitOfWork,
    context: TillContext,
    row: Row[Any],
    found: list[Difference],
    next_float_minor: int,
) -> None:
    roles = {"cash": "cash_drawer", "card": "card_clearing", "voucher": "voucher_clearing"}
    postings: list[Posting] = []
    for difference in found:
        role = roles.get(context.tender(difference.tender_code).kind)
        if role is None:
            continue
        postings.append(Posting(role, difference.difference_minor))
        postings.append(Posting("over_short", -difference.difference_minor))
    counted_cash = sum(d.counted_minor for d in found if context.tender(d.tender_code).kind == "cash")
    to_safe = counted_cash - next_float_minor
    postings += [Posting("safe", to_safe), Posting("cash_drawer", -to_safe)]
    post(
        uow, kind="shift_close", business_date=row.business_date, document_type="shift",
        document_id=row.id, postings=postings, till_id=context.drawer_till_id, shift_id=row.id,
    )  # fmt: skip
