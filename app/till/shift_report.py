"""The figures of a shift: read from its summaries, the same for X and Z."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from app.access.tables import user_account
from app.catalog.tables import category
from app.kernel.refusal import Refusal
from app.organisation.tables import till
from app.till.states import CashMovementKind, CountPhase, ShiftStatus
from app.till.tables import (
    cash_movement,
    shift,
    shift_count,
    shift_difference,
    shift_figure,
    shift_sales,
    shift_tax,
    shift_tender,
)


class NoSuchZError(Refusal):
    """A Z report that does not exist."""

    message = "Till {till} has no Z report {number}."


@dataclass(frozen=True, slots=True)
class TaxFigure:
    """Base and tax of one rate; rate in thousandths of a per cent."""

    code: str
    rate: int
    kind: str
    base_minor: int
    tax_minor: int


@dataclass(frozen=True, slots=True)
class TenderFigure:
    """What was taken by one tender."""

    code: str
    kind: str
    count: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class CategoryFigure:
    """What was sold of one category."""

    name: str
    kind: str
    lines: int
    quantity_milli: int
    net_minor: int
    gross_minor: int
    discount_minor: int


@dataclass(frozen=True, slots=True)
class DifferenceFigure:
    """Counted against expected."""

    code: str
    expected_minor: int
    counted_minor: int
    difference_minor: int


@dataclass(frozen=True, slots=True)
class CountFigure:
    """So many pieces of a denomination."""

    phase: str
    tender_code: str
    denomination_minor: int
    pieces: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class MovementFigure:
    """Cash that moved without a sale."""

    kind: str
    number: str | None
    amount_minor: int
    reason: str


@dataclass(frozen=True, slots=True)
class ShiftReport:
    """Everything that stands on an X or a Z; sales and returns apart."""

    shift_id: int
    till_code: str
    till_name: str
    status: str
    business_date: date
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None
    closed_by: str | None
    z_number: int | None
    float_minor: int
    next_float_minor: int | None
    note: str | None
    journal_excerpt: str | None
    perpetual_minor: int | None
    expected_cash_minor: int
    taxes: tuple[TaxFigure, ...]
    tenders: tuple[TenderFigure, ...]
    categories: tuple[CategoryFigure, ...]
    differences: tuple[DifferenceFigure, ...]
    counts: tuple[CountFigure, ...]
    movements: tuple[MovementFigure, ...]
    figures: dict[str, tuple[int, int]]  # name -> (count, minor units)

    def _sum(self, name: str, kind: str) -> int:
        return sum(getattr(c, name) for c in self.categories if c.kind == kind)

    @property
    def sales_gross_minor(self) -> int:
        """Sales including tax."""
        return self._sum("gross_minor", "sale")

    @property
    def returns_gross_minor(self) -> int:
        """Returns including tax; negative or zero."""
        return self._sum("gross_minor", "return")

    @property
    def total_gross_minor(self) -> int:
        """Sales less returns, including tax: the Z total."""
        return self.sales_gross_minor + self.returns_gross_minor

    @property
    def total_net_minor(self) -> int:
        """Sales less returns, without tax."""
        return self._sum("net_minor", "sale") + self._sum("net_minor", "return")

    @property
    def total_tax_minor(self) -> int:
        """Tax on sales less tax on returns."""
        return sum(t.tax_minor for t in self.taxes)


def expected_by_tender(connection: Connection, *, shift_id: int) -> dict[str, int]:
    """What should be there per tender: for cash float + takings - change + pay-ins - pay-outs - drops.

    Built from payments taken in the shift, whatever they paid for (design/rules.md 3.11).
    """
    expected: dict[str, int] = {
        code: int(amount)
        for code, amount in connection.execute(
            select(shift_tender.c.tender_code, func.sum(shift_tender.c.amount_minor))
            .where(shift_tender.c.shift_id == shift_id)
            .group_by(shift_tender.c.tender_code)
        )
    }
    float_minor = connection.execute(select(shift.c.float_minor).where(shift.c.id == shift_id)).scalar_one()
    moved = {
        kind: int(amount)
        for kind, amount in connection.execute(
            select(cash_movement.c.kind, func.sum(cash_movement.c.amount_minor))
            .where(cash_movement.c.shift_id == shift_id)
            .group_by(cash_movement.c.kind)
        )
    }
    expected["cash"] = (
        expected.get("cash", 0)
        + float_minor
        + moved.get(CashMovementKind.PAY_IN.value, 0)
        - moved.get(CashMovementKind.PAY_OUT.value, 0)
        - moved.get(CashMovementKind.SAFE_DROP.value, 0)
    )
    return expected


def shift_report(connection: Connection, *, shift_id: int) -> ShiftReport:
    """The figures of a shift so far, or for good."""
    opener, closer = user_account.alias(), user_account.alias()
    head = connection.execute(
        select(shift, till.c.code, till.c.name, opener.c.name.label("opener"), closer.c.name.label("closer"))
        .join_from(shift, till, till.c.id == shift.c.till_id)
        .outerjoin(opener, opener.c.id == shift.c.opened_by)
        .outerjoin(closer, closer.c.id == shift.c.closed_by)
        .where(shift.c.id == shift_id)
    ).one()
    return ShiftReport(
        shift_id=shift_id, till_code=head.code, till_name=head.name, status=head.status,
        business_date=head.business_date, opened_at=head.opened_at, opened_by=head.opener or "",
        closed_at=head.closed_at, closed_by=head.closer, z_number=head.z_number,
        float_minor=head.float_minor, next_float_minor=head.next_float_minor, note=head.note,
        journal_excerpt=head.journal_excerpt, perpetual_minor=head.perpetual_minor,
        expected_cash_minor=expected_by_tender(connection, shift_id=shift_id)["cash"],
        taxes=_taxes(connection, shift_id), tenders=_tenders(connection, shift_id),
        categories=_categories(connection, shift_id), differences=_differences(connection, shift_id),
        counts=_counts(connection, shift_id), movements=_movements(connection, shift_id),
        figures=_figures(connection, shift_id),
    )  # fmt: skip


def _figures(connection: Connection, shift_id: int) -> dict[str, tuple[int, int]]:
    rows = connection.execute(select(shift_figure).where(shift_figure.c.shift_id == shift_id))
    return {r.name: (r._mapping["count"], r.amount_minor) for r in rows}  # noqa: SLF001 - public name


def _taxes(connection: Connection, shift_id: int) -> tuple[TaxFigure, ...]:
    rows = connection.execute(
        select(shift_tax)
        .where(shift_tax.c.shift_id == shift_id)
        .order_by(shift_tax.c.kind.desc(), shift_tax.c.tax_code, shift_tax.c.rate)
    )
    return tuple(TaxFigure(r.tax_code, r.rate, r.kind, r.base_minor, r.tax_minor) for r in rows)


def _tenders(connection: Connection, shift_id: int) -> tuple[TenderFigure, ...]:
    rows = connection.execute(
        select(
            shift_tender.c.tender_code, shift_tender.c.kind, shift_tender.c["count"].label("pieces"),
            shift_tender.c.amount_minor,
        )
        .where(shift_tender.c.shift_id == shift_id)
        .order_by(shift_tender.c.kind.desc(), shift_tender.c.tender_code)
    )  # fmt: skip
    return tuple(TenderFigure(r.tender_code, r.kind, r.pieces, r.amount_minor) for r in rows)


def _categories(connection: Connection, shift_id: int) -> tuple[CategoryFigure, ...]:
    rows = connection.execute(
        select(shift_sales, category.c.name)
        .outerjoin(category, category.c.id == shift_sales.c.category_id)
        .where(shift_sales.c.shift_id == shift_id)
        .order_by(shift_sales.c.kind.desc(), category.c.position, shift_sales.c.category_id)
    )
    return tuple(
        CategoryFigure(
            r.name or "", r.kind, r.lines, r.quantity_milli, r.net_minor, r.gross_minor, r.discount_minor
        )
        for r in rows
    )


def _differences(connection: Connection, shift_id: int) -> tuple[DifferenceFigure, ...]:
    rows = connection.execute(
        select(shift_difference)
        .where(shift_difference.c.shift_id == shift_id)
        .order_by(shift_difference.c.tender_code)
    )
    return tuple(
        DifferenceFigure(r.tender_code, r.expected_minor, r.counted_minor, r.difference_minor) for r in rows
    )


def _counts(connection: Connection, shift_id: int) -> tuple[CountFigure, ...]:
    rows = connection.execute(
        select(shift_count)
        .where(shift_count.c.shift_id == shift_id, shift_count.c.phase == CountPhase.CLOSING.value)
        .order_by(shift_count.c.tender_code, shift_count.c.denomination_minor.desc(), shift_count.c.id)
    )
    return tuple(
        CountFigure(r.phase, r.tender_code, r.denomination_minor, r.pieces, r.amount_minor) for r in rows
    )


def _movements(connection: Connection, shift_id: int) -> tuple[MovementFigure, ...]:
    rows = connection.execute(
        select(cash_movement)
        .where(cash_movement.c.shift_id == shift_id)
        .order_by(cash_movement.c.at, cash_movement.c.id)
    )
    return tuple(MovementFigure(r.kind, r.number, r.amount_minor, r.reason) for r in rows)


def find_shift_of_z(connection: Connection, *, till_code: str, z_number: int | None = None) -> int:
    """The shift that a Z number closed; the last closed one when no number is given.

    Raises:
        NoSuchZError: there is none.
    """
    query = (
        select(shift.c.id)
        .join_from(shift, till, till.c.id == shift.c.till_id)
        .where(till.c.code == till_code, shift.c.status == ShiftStatus.CLOSED.value)
        .order_by(shift.c.z_number.desc())
        .limit(1)
    )
    if z_number is not None:
        query = query.where(shift.c.z_number == z_number)
    found = connection.execute(query).scalar_one_or_none()
    if found is None:
        raise NoSuchZError(till=till_code, number=z_number or "")
    return int(found)
