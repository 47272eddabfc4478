"""The end of a terminal's day: what it counted beside what we booked on it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, insert, select

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.devices.ports import CardAskKind, CardTotals
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.payments.operations import keep_slips
from app.payments.states import IntentStatus
from app.payments.tables import payment_intent, terminal_day


@dataclass(frozen=True, slots=True)
class TerminalDay:
    """A terminal's day: its total (None: it did not say), ours, and what nobody knows the end of."""

    terminal: str
    total_minor: int | None
    own_minor: int
    open_minor: int

    @property
    def difference_minor(self) -> int:
        """What the terminal has more than we; 0 when it did not say."""
        return 0 if self.total_minor is None else self.total_minor - self.own_minor


@permitted(Permission.CLOSE_SHIFT)
def record_terminal_day(
    uow: UnitOfWork, *, terminal: str, till_id: int, station: str, totals: CardTotals
) -> TerminalDay:
    """Write down what a terminal said at the end of its day, compare it, and print its paper.

    What was taken back by its reference counts on neither side.
    """
    before = uow.connection.execute(
        select(func.max(terminal_day.c.last_intent_id)).where(terminal_day.c.terminal == terminal)
    ).scalar_one()
    sums: dict[str, int] = {}
    last = before or 0
    rows = uow.connection.execute(
        select(
            payment_intent.c.status, func.sum(payment_intent.c.amount_minor).label("minor"),
            func.max(payment_intent.c.id).label("last"),
        )
        .where(
            payment_intent.c.terminal == terminal, payment_intent.c.id > last,
            payment_intent.c.kind != CardAskKind.REVERSAL.value,
        )
        .group_by(payment_intent.c.status)
    )  # fmt: skip
    for row in rows:
        sums[row.status] = int(row.minor)
        last = max(last, row.last)
    own = sums.get(IntentStatus.APPROVED.value, 0) + sums.get(IntentStatus.CAPTURED.value, 0)
    day = TerminalDay(terminal, totals.total_minor, own, sums.get(IntentStatus.UNKNOWN.value, 0))
    uow.connection.execute(
        insert(terminal_day),
        {
            "id": next_id(), "terminal": terminal, "till_id": till_id, "at": uow.now,
            "actor_id": uow.actor.user_id, "total_minor": day.total_minor, "own_minor": day.own_minor,
            "open_minor": day.open_minor, "last_intent_id": last,
        },
    )  # fmt: skip
    note(
        uow, kind="card.day_closed",
        payload={"terminal": terminal, "total_minor": day.total_minor, "own_minor": day.own_minor},
    )  # fmt: skip
    keep_slips(uow, totals.slips, station=station)
    return day
