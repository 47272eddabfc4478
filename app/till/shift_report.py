"""The figures of a shift: read from its summaries, the same for X and Z."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import BindParameter, Connection, bindparam, func, select

from app.access.tables import user_account
from app.catalog.tables import category
from app.db.prepared import Prepared
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


_OF_SHIFT: BindParameter[int] = bindparam("shift_")
_TAKEN: Final = Prepared(
    select(shift_tender.c.tender_code, func.sum(shift_tender.c.amount_minor).label("amount_minor"))
    .where(shift_tender.c.shift_id == _OF_SHIFT)
    .group_by(shift_tender.c.tender_code)
)
_FLOAT: Final = Prepared(select(shift.c.float_minor).where(shift.c.id == _OF_SHIFT))
_MOVED: Final = Prepared(
    select(cash_movement.c.kind, func.sum(cash_movement.c.amount_minor).label("amount_minor"))
    .where(cash_movement.c.shift_id == _OF_SHIFT)
    .group_by(cash_movement.c.kind)
)
_OPENER, _CLOSER = user_account.alias(), user_account.alias()
_HEAD: Final = Prepared(
    select(shift, till.c.code, till.c.name, _OPENER.c.name.label("opener"), _CLOSER.c.name.label("closer"))
    .join_from(shift, till, till.c.id == shift.c.till_id)
    .outerjoin(_OPENER, _OPENER.c.id == shift.c.opened_by)
    .outerjoin(_CLOSER, _CLOSER.c.id == shift.c.closed_by)
    .where(shift.c.id == _OF_SHIFT)
)
_FIGURES: Final = Prepared(
    select(shift_figure.c.name, shift_figure.c["count"].label("pieces"), shift_figure.c.amount_minor).where(
        shift_figure.c.shift_id == _OF_SHIFT
    )
)
_TAXES: Final = Prepared(
    select(
        shift_tax.c.tax_code, shift_tax.c.rate, shift_tax.c.kind, shift_tax.c.base_minor,
        shift_tax.c.tax_minor,
    )
    .where(shift_tax.c.shift_id == _OF_SHIFT)
    .order_by(shift_tax.c.kind.desc(), shift_tax.c.tax_code, shift_tax.c.rate)
)  # fmt: skip
_TENDERS: Final = Prepared(
    select(
        shift_tender.c.tender_code, shift_tender.c.kind, shift_tender.c["count"].label("pieces"),
        shift_tender.c.amount_minor,
    )
    .where(shift_tender.c.shift_id == _OF_SHIFT)
    .order_by(shift_tender.c.kind.desc(), shift_tender.c.tender_code)
)  # fmt: skip
_CATEGORIES: Final = Prepared(
    select(
        func.coalesce(category.c.name, "").label("name"), shift_sales.c.kind, shift_sales.c.lines,
        shift_sales.c.quantity_milli, shift_sales.c.net_minor, shift_sales.c.gross_minor,
        shift_sales.c.discount_minor,
    )
    .join_from(shift_sales, category, category.c.id == shift_sales.c.category_id, isouter=True)
    .where(shift_sales.c.shift_id == _OF_SHIFT)
    .order_by(shift_sales.c.kind.desc(), category.c.position, shift_sales.c.category_id)
)  # fmt: skip
_DIFFERENCES: Final = Prepared(
    select(
        shift_difference.c.tender_code, shift_difference.c.expected_minor,
        shift_difference.c.counted_minor, shift_difference.c.difference_minor,
    )
    .where(shift_difference.c.shift_id == _OF_SHIFT)
    .order_by(shift_difference.c.tender_code)
)  # fmt: skip
_COUNTS: Final = Prepared(
    select(
        shift_count.c.phase, shift_count.c.tender_code, shift_count.c.denomination_minor,
        shift_count.c.pieces, shift_count.c.amount_minor,
    )
    .where(shift_count.c.shift_id == _OF_SHIFT, shift_count.c.phase == CountPhase.CLOSING.value)
    .order_by(shift_count.c.tender_code, shift_count.c.denomination_minor.desc(), shift_count.c.id)
)  # fmt: skip
_MOVEMENTS: Final = Prepared(
    select(cash_movement.c.kind, cash_movement.c.number, cash_movement.c.amount_minor, cash_movement.c.reason)
    .where(cash_movement.c.shift_id == _OF_SHIFT)
    .order_by(cash_movement.c.at, cash_movement.c.id)
)


def expected_by_tender(connection: Connection, *, shift_id: int) -> dict[str, int]:
    """What should be there per tender: for cash float + takings - change + pay-ins - pay-outs - drops.

    Built from payments taken in the shift, whatever they paid for (design/rules.md 3.11).
    """
    key = {"shift_": shift_id}
    expected: dict[str, int] = {code: int(amount) for code, amount in _TAKEN.all(connection, key)}
    moved = {kind: int(amount) for kind, amount in _MOVED.all(connection, key)}
    expected["cash"] = (
        expected.get("cash", 0)
        + _FLOAT.one_or_none(connection, key).float_minor
        + moved.get(CashMovementKind.PAY_IN.value, 0)
        - moved.get(CashMovementKind.PAY_OUT.value, 0)
        - moved.get(CashMovementKind.SAFE_DROP.value, 0)
        - moved.get(CashMovementKind.BANK_DROP.value, 0)
    )
    return expected


def shift_report(connection: Connection, *, shift_id: int) -> ShiftReport:
    """The figures of a shift so far, or for good."""
    key = {"shift_": shift_id}
    head = _HEAD.one_or_none(connection, key)
    return ShiftReport(
        shift_id=shift_id, till_code=head.code, till_name=head.name, status=head.status,
        business_date=head.business_date, opened_at=head.opened_at, opened_by=head.opener or "",
        closed_at=head.closed_at, closed_by=head.closer, z_number=head.z_number,
        float_minor=head.float_minor, next_float_minor=head.next_float_minor, note=head.note,
        journal_excerpt=head.journal_excerpt, perpetual_minor=head.perpetual_minor,
        expected_cash_minor=expected_by_tender(connection, shift_id=shift_id)["cash"],
        taxes=tuple([TaxFigure(*row) for row in _TAXES.all(connection, key)]),
        tenders=tuple([TenderFigure(*row) for row in _TENDERS.all(connection, key)]),
        categories=tuple([CategoryFigure(*row) for row in _CATEGORIES.all(connection, key)]),
        differences=tuple([DifferenceFigure(*row) for row in _DIFFERENCES.all(connection, key)]),
        counts=tuple([CountFigure(*row) for row in _COUNTS.all(connection, key)]),
        movements=tuple([MovementFigure(*row) for row in _MOVEMENTS.all(connection, key)]),
        figures={name: (pieces, amount) for name, pieces, amount in _FIGURES.all(connection, key)},
    )  # fmt: skip


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
