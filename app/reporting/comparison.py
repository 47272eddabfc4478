"""Today beside yesterday and the same day of last week, up to this time of day and as a whole. Read only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, case, func, select

from app.kernel.money import round_half_up
from app.organisation.queries import get_company
from app.till.states import SaleKind
from app.till.tables import sale

_BACK: Final = {"yesterday": 1, "last_week": 7}
_WHOLE: Final = 10_000  # hundredths of a per cent


@dataclass(frozen=True, slots=True)
class DayPart:
    """What was sold, returns taken off, amounts in minor units including tax."""

    receipts: int = 0
    gross_minor: int = 0
    margin_minor: int = 0

    @property
    def average_minor(self) -> int:
        """Of a receipt."""
        return round_half_up(self.gross_minor, self.receipts) if self.receipts else 0


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier day: up to the same time of day, and as a whole."""

    on: date
    so_far: DayPart
    whole: DayPart


@dataclass(frozen=True, slots=True)
class Comparison:
    """A day beside two before it."""

    on: date
    today: DayPart
    yesterday: Before
    last_week: Before


def compare_day(connection: Connection, *, on: date, now: datetime) -> Comparison:
    """A business day up to now, beside the day before and the same day of the week before.

    The earlier days are cut where the shop's clock showed the same time, so that a morning is compared with
    mornings; a business day that runs past midnight is cut behind midnight, too.

    Args:
        connection: where to read.
        on: the business day.
        now: the time.
    """
    clock = now.astimezone(ZoneInfo(get_company(connection).time_zone))
    before = {
        name: Before(
            on - timedelta(days=days),
            _part(connection, on - timedelta(days=days), _same_time(clock, days)),
            _part(connection, on - timedelta(days=days), None),
        )
        for name, days in _BACK.items()
    }
    return Comparison(on, _part(connection, on, None), before["yesterday"], before["last_week"])


def _same_time(clock: datetime, days: int) -> datetime:
    """So many days ago at the same time by the shop's clock, whatever summer time did meanwhile."""
    return clock - timedelta(days=days)  # aware arithmetic within one zone moves the clock's hands


def _part(connection: Connection, on: date, until: datetime | None) -> DayPart:
    is_sale = case((sale.c.kind == SaleKind.SALE.value, 1), else_=0)
    query = select(
        func.coalesce(func.sum(is_sale), 0), func.coalesce(func.sum(sale.c.gross_minor), 0),
        func.coalesce(func.sum(sale.c.net_minor - sale.c.cost_minor), 0),
    ).where(sale.c.business_date == on)  # fmt: skip
    if until is not None:
        query = query.where(sale.c.completed_at <= until)
    receipts, gross, margin = connection.execute(query).one()
    return DayPart(int(receipts), int(gross), int(margin))


def change(now: int, before: int) -> int | None:
    """By how much it is more or less than before, in hundredths of a per cent; None beside nothing."""
    return round_half_up((now - before) * _WHOLE, before) if before > 0 else None
