"""What a till did, booked at the server by the operations that the till itself used.

A sale is booked from its values as sold; shifts and cash are done again in the till's order and must come to
the same. What differs is remarked on, never worked out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import select, update

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Actor, Approval, Permission
from app.organisation.queries import list_tills
from app.printing.operations import queue_print
from app.printing.states import PrintStatus
from app.printing.tables import print_job
from app.stations.refusals import SameNumberError
from app.stations.states import MessageKind
from app.till.as_sold import as_sold_from
from app.till.cart_json import cart_from_json
from app.till.context import TillContext, load_context
from app.till.operations.carts import add_figure, void_line, void_sale
from app.till.operations.cash import move_cash, open_drawer
from app.till.operations.sales import book_as_sold
from app.till.operations.shifts import (
    Counted,
    Difference,
    close_shift,
    open_shift,
    resume_selling,
    save_count,
)
from app.till.refusals import NoShiftError
from app.till.states import CashMovementKind
from app.till.tables import shift

Values = Mapping[str, Any]
_RIGHTS: Final = frozenset(Permission) - {Permission.SYSTEM}


def act_as_the_till(uow: UnitOfWork, *, till_code: str, till_id: int, values: Values) -> None:
    """From here on the transaction is in the name of who was at the till, at the time it happened.

    Whether he might was looked at there, by the rights as they were.
    """
    user_id, name = values["actor"]
    yes = values["approval"]
    approval = None if yes is None else Approval(yes[0], yes[1], _RIGHTS, 10_000, 10_000, "")
    uow.actor = Actor(user_id, name, "till", _RIGHTS, till_code, till_id, 10_000, 10_000, approval)
    uow.now = datetime.fromisoformat(values["at"])


def replay(uow: UnitOfWork, *, till_id: int, kind: MessageKind, values: Values) -> str:
    """Book what a message tells; returns what differs from what the till knew, "" for nothing.

    Raises:
        Refusal: it cannot be booked; nothing was.
    """
    code = next(t.code for t in list_tills(uow.connection, with_retired=True) if t.id == till_id)
    act_as_the_till(uow, till_code=code, till_id=till_id, values=values)
    context = load_context(uow.connection, till_code=code, now=uow.now)
    context = replace(context, drawer=values["drawer"])
    remark = _REPLAYED[kind](uow, context, values)
    # the paper came out at the till: here its job is over
    uow.connection.execute(
        update(print_job).where(print_job.c.station == code, print_job.c.status == PrintStatus.QUEUED.value),
        {"status": PrintStatus.CANCELLED.value},
    )
    return remark


def _sale(uow: UnitOfWork, context: TillContext, values: Values) -> str:
    sold = as_sold_from(values)
    day: date | None = uow.connection.execute(
        select(shift.c.business_date).where(shift.c.id == sold.shift_id, shift.c.till_id == context.till.id)
    ).scalar_one_or_none()
    if day is None:
        raise NoShiftError
    book_as_sold(uow, context=context, day=day, sold=sold)
    for document in sold.documents.values():
        queue_print(
            uow, station=context.till.code, kind="receipt" if document.kind == "sale" else document.kind,
            document_type=document.kind, document_id=document.sale_id,
        )  # fmt: skip
    return ""


def _opened(uow: UnitOfWork, context: TillContext, values: Values) -> str:
    counts = [Counted(**c) for c in values["counts"]]
    open_shift(uow, context=context, counts=counts, shift_id=values["shift_id"])
    return ""


def _counted(uow: UnitOfWork, context: TillContext, values: Values) -> str:
    told = [Difference(**d) for d in values["differences"]]
    found = save_count(
        uow, context=context, shift_id=values["shift_id"], counts=[Counted(**c) for c in values["counts"]],
        as_told=told,
    )  # fmt: skip
    other = {d.tender_code: d.expected_minor for d in found}
    wrong = [d for d in told if other.get(d.tender_code, 0) != d.expected_minor]
    return ", ".join(
        f"{d.tender_code}: {d.expected_minor} expected at the till, {other.get(d.tender_code, 0)} here"
        for d in wrong
    )


def _resumed(uow: UnitOfWork, context: TillContext, values: Values) -> str:
    resume_selling(uow, context=context, shift_id=values["shift_id"])
    return ""


def _closed(uow: UnitOfWork, context: TillContext, values: Values) -> str:
    closed = close_shift(
        uow, context=context, shift_id=values["shift_id"], explanation=values["explanation"],
        next_float_minor=values["next_float_minor"], was_closed=True,
    )  # fmt: skip
    if closed.z_number != values["z_number"]:
        raise SameNumberError(found=closed.z_number, told=values["z_number"])
    return ""


def _moved(uow: UnitOfWork, context: TillContext, values: Values) -> str:
    number = move_cash(
        uow, context=context, shift_id=values["shift_id"], kind=CashMovementKind(values["kind"]),
        amount_minor=values["amount_minor"], reason=values["reason"], bag=values["bag"],
    )  # fmt: skip
    if number != values["number"]:
        raise SameNumberError(found=number, told=values["number"])
    return ""


def _drawer(uow: UnitOfWork, context: TillContext, values: Values) -> str:
    open_drawer(uow, context=context, shift_id=values["shift_id"], reason=values["reason"])
    return ""


def _line_voided(uow: UnitOfWork, _context: TillContext, values: Values) -> str:
    void_line(
        uow, cart=cart_from_json(values["cart"]), line_id=values["line_id"],
        value_minor=values["value_minor"], reason=values["reason"], shift_id=values["shift_id"],
    )  # fmt: skip
    return ""


def _sale_voided(uow: UnitOfWork, _context: TillContext, values: Values) -> str:
    void_sale(
        uow, cart=cart_from_json(values["cart"]), total_minor=values["total_minor"],
        reason=values["reason"], shift_id=values["shift_id"],
    )  # fmt: skip
    return ""


def _parked(uow: UnitOfWork, _context: TillContext, values: Values) -> str:
    add_figure(uow, values["shift_id"], "parked", 1, values["total_minor"])
    note(uow, kind="cart.parked", payload={"cart": values["cart"], "total_minor": values["total_minor"]})
    return ""


_REPLAYED: Final[Mapping[MessageKind, Callable[[UnitOfWork, TillContext, Values], str]]] = {
    MessageKind.SALE: _sale,
    MessageKind.SHIFT_OPENED: _opened,
    MessageKind.SHIFT_COUNTED: _counted,
    MessageKind.SHIFT_RESUMED: _resumed,
    MessageKind.SHIFT_CLOSED: _closed,
    MessageKind.CASH_MOVED: _moved,
    MessageKind.DRAWER_OPENED: _drawer,
    MessageKind.LINE_VOIDED: _line_voided,
    MessageKind.SALE_VOIDED: _sale_voided,
    MessageKind.SALE_PARKED: _parked,
}
