"""Cash that moves without a sale: pay-in, pay-out, safe drop, no sale; and the X report."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import insert, select

from app.audit.operations import note
from app.audit.seals import SealedKind, SealedTable, seal_rows
from app.db.columns import SHORT
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_add
from app.kernel.ids import next_id
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.numbering.operations import take_number
from app.printing.operations import queue_print
from app.till.context import TillContext
from app.till.events import DrawerRequested
from app.till.refusals import (
    AmountNeededError,
    BagNeededError,
    DrawerTooEmptyError,
    NoShiftError,
    ReasonNeededError,
)
from app.till.shift_report import expected_by_tender
from app.till.states import CashMovementKind, ShiftStatus
from app.till.tables import cash_movement, shift, shift_figure

SEALED_MOVEMENT: Final = SealedKind("cash_movement", (SealedTable(cash_movement, "id"),))
# kind -> (sign for the drawer, role at the other end)
_BOOKED: Final[dict[CashMovementKind, tuple[int, str]]] = {
    CashMovementKind.PAY_IN: (1, "owner"),
    CashMovementKind.PAY_OUT: (-1, "expense"),
    CashMovementKind.SAFE_DROP: (-1, "safe"),
    CashMovementKind.BANK_DROP: (-1, "cash_in_transit"),
}


def _open_shift(uow: UnitOfWork, till_id: int, shift_id: int) -> date:
    row = uow.connection.execute(
        select(shift.c.status, shift.c.business_date)
        .where(shift.c.id == shift_id, shift.c.till_id == till_id)
        .with_for_update()
    ).one_or_none()
    if row is None or row.status != ShiftStatus.OPEN.value:
        raise NoShiftError
    found: date = row.business_date
    return found


@permitted(Permission.CASH_MOVEMENT)
def move_cash(
    uow: UnitOfWork, *, context: TillContext, shift_id: int, kind: CashMovementKind, amount_minor: int,
    reason: str, bag: str = "",
) -> str:  # fmt: skip
    """Pay in, pay out, drop to the safe or into a bag for the bank; returns the number of the slip.

    Raises:
        AmountNeededError, BagNeededError, ReasonNeededError, DrawerTooEmptyError, NoShiftError.
    """
    business_date = _open_shift(uow, context.drawer_till_id, shift_id)
    why = clean_field(reason, field="Reason", limit=200)
    if amount_minor <= 0:
        raise AmountNeededError
    if not why:
        raise ReasonNeededError
    bag_number = clean_field(bag, field="Bag", limit=SHORT)
    if kind is CashMovementKind.BANK_DROP and not bag_number:
        raise BagNeededError
    sign, role = _BOOKED[kind]
    expected = expected_by_tender(uow.connection, shift_id=shift_id).get("cash", 0)
    if sign < 0 and amount_minor > expected:
        raise DrawerTooEmptyError(expected=Money(expected, context.company.currency))
    movement_id = next_id()
    post(
        uow, kind=kind.value, business_date=business_date, document_type="cash_movement",
        document_id=movement_id, till_id=context.drawer_till_id, shift_id=shift_id,
        postings=[Posting("cash_drawer", sign * amount_minor), Posting(role, -sign * amount_minor)],
    )  # fmt: skip
    number = take_number(uow, document_type="cash_movement", scope=f"{context.till.code}-C")
    _write(uow, context, movement_id, shift_id, kind, amount_minor, why, number.text, bag_number)
    queue_print(
        uow, station=context.till.code, kind="cash_movement", document_type="cash_movement",
        document_id=movement_id,
    )  # fmt: skip
    uow.record(DrawerRequested(station=context.till.code, reason=kind.value))
    return number.text


@permitted(Permission.NO_SALE)
def open_drawer(uow: UnitOfWork, *, context: TillContext, shift_id: int, reason: str) -> None:
    """Open the drawer without a sale, for a reason that is kept.

    Raises:
        ReasonNeededError, NoShiftError.
    """
    _open_shift(uow, context.drawer_till_id, shift_id)
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise ReasonNeededError
    _write(uow, context, next_id(), shift_id, CashMovementKind.NO_SALE, 0, why, None)
    uow.record(DrawerRequested(station=context.till.code, reason="no_sale"))


@permitted(Permission.SELL)
def open_after_sale(uow: UnitOfWork, *, context: TillContext, sale_id: int) -> None:
    """Open the drawer for a sale whose commit was not certain: its event was lost with the answer.

    It is no opening without a sale: it stands in the journal with the sale.
    """
    note(uow, kind="drawer.after_sale", document_type="sale", document_id=sale_id, payload={})
    uow.record(DrawerRequested(station=context.till.code, reason="sale"))


def _write(
    uow: UnitOfWork, context: TillContext, movement_id: int, shift_id: int, kind: CashMovementKind,
    amount_minor: int, why: str, number: str | None, bag: str = "",
) -> None:  # fmt: skip
    row: dict[str, object] = {
        "id": movement_id, "shift_id": shift_id, "till_id": context.till.id, "number": number,
        "kind": kind.value,
        "amount_minor": amount_minor, "reason": why, "bag": bag or None, "at": uow.now,
        "actor_id": uow.actor.user_id,
    }  # fmt: skip
    uow.connection.execute(insert(cash_movement), row)
    seal_rows(uow, SEALED_MOVEMENT.name, [row])
    insert_or_add(
        uow.connection,
        shift_figure,
        [{"shift_id": shift_id, "name": kind.value, "count": 1, "amount_minor": amount_minor}],
        add=("count", "amount_minor"),
    )
    note(
        uow,
        kind=f"drawer.{kind.value}",
        document_type="cash_movement",
        document_id=movement_id,
        payload={
            "number": number,
            "amount_minor": amount_minor,
            "reason": why,
            "shift": shift_id,
            "bag": bag,
        },
    )


@permitted(Permission.X_REPORT)
def print_x_report(uow: UnitOfWork, *, context: TillContext, shift_id: int) -> None:
    """Print the figures so far; nothing is closed. The X stands in the journal."""
    note(uow, kind="report.x", document_type="shift", document_id=shift_id, payload={})
    queue_print(uow, station=context.till.code, kind="x_report", document_type="shift", document_id=shift_id)
