"""Loss prevention: what each cashier refunds, voids and changes, beside what the others do.

A figure is flagged when it happens at least twice as often, sale for sale, as with all the others together,
and often enough not to be chance. Cash differences count by their size, over and short added. It is a place
to look, not a proof.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, select

from app.access.tables import user_account
from app.audit.tables import journal
from app.kernel.quantity import ONE
from app.till.tables import (
    cash_movement,
    sale,
    sale_line,
    sale_return,
    sale_return_line,
    shift,
    shift_difference,
)

TIMES: Final = 2  # as often as the others: flagged
LEAST: Final = 3  # so many at least


class Figure(StrEnum):
    """What is counted of a cashier."""

    SALES = "sales"
    REFUNDS = "refunds"
    NO_RECEIPT = "no_receipt"  # goods taken back without a receipt
    VOIDED_LINES = "voided_lines"
    VOIDED_SALES = "voided_sales"
    NO_SALES = "no_sales"
    OVERRIDES = "overrides"
    DISCOUNTS = "discounts"  # given by hand
    DIFFERENCES = "differences"  # cash over and short of the shifts he closed


WATCHED: Final = tuple(f for f in Figure if f is not Figure.SALES)
_VOIDS: Final = {"cart.line_voided": Figure.VOIDED_LINES, "cart.voided": Figure.VOIDED_SALES}
_GIVEN: Final = ("sale.completed", "return.completed")


@dataclass(frozen=True, slots=True)
class CashierFigure:
    """How often, and how much in minor units."""

    count: int = 0
    amount_minor: int = 0


@dataclass(frozen=True, slots=True)
class CashierRow:
    """One cashier; `unusual` are the figures that stand out against the others."""

    user_id: int
    name: str
    figures: dict[Figure, CashierFigure]
    unusual: frozenset[Figure]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is behind a figure: a receipt, a void, a shift. `sale_id` where there is a receipt."""

    at: datetime
    what: str  # number of the receipt or Z, SKU, or kind of the void
    amount_minor: int
    reason: str
    approver: str
    sale_id: int | None = None


@dataclass(slots=True)
class _Sums:
    """Counts, amounts and sizes while they are added up: thirty over and thirty short are sixty in size."""

    found: dict[int, dict[Figure, list[int]]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, user_id: int, figure: Figure, count: int, amount: int) -> None:
        row = self.found[user_id].setdefault(figure, [0, 0, 0])
        row[0] += count
        row[1] += amount
        row[2] += abs(amount)


def _in_period(since: date, until: date) -> ColumnElement[bool]:
    return (sale.c.business_date >= since) & (sale.c.business_date <= until)


def list_cashiers(connection: Connection, *, since: date, until: date) -> list[CashierRow]:
    """Every cashier of the period with his figures, the most unusual first."""
    sums = _Sums()
    for name in (_sales, _moved, _counted):
        name(connection, sums, since, until)
    for user_id, figure, item in _told(connection, since, until):
        sums.add(user_id, figure, 1, item.amount_minor)
    names = {u.id: u.name for u in connection.execute(select(user_account.c.id, user_account.c.name))}
    rows = [
        CashierRow(
            user_id, names.get(user_id, str(user_id)),
            {f: CashierFigure(*found.get(f, [0, 0, 0])[:2]) for f in Figure}, _unusual(sums, user_id),
        )
        for user_id, found in sums.found.items()
    ]  # fmt: skip
    return sorted(rows, key=lambda r: (-len(r.unusual), r.name))


def _unusual(sums: _Sums, user_id: int) -> frozenset[Figure]:
    return frozenset(f for f in WATCHED if stands_out(_rates(sums, user_id, f), LEAST, TIMES))


def _rates(sums: _Sums, user_id: int, figure: Figure) -> tuple[int, int, int, int]:
    """(his figure, his sales, the others' figure, the others' sales)."""
    place = 2 if figure is Figure.DIFFERENCES else 0
    mine = others = my_sales = other_sales = 0
    for user, found in sums.found.items():
        often, sales = found.get(figure, [0, 0, 0])[place], found.get(Figure.SALES, [0])[0]
        if user == user_id:
            mine, my_sales = often, sales
        else:
            others, other_sales = others + often, other_sales + sales
    return mine, my_sales, others, other_sales


def stands_out(rates: tuple[int, int, int, int], least: int, times: int) -> bool:
    """Whether his figure per sale is at least `times` that of the others, and at least `least`.

    With nobody else to compare with nothing stands out.
    """
    mine, my_sales, others, other_sales = rates
    if mine < least or not other_sales:
        return False
    return mine * other_sales >= times * others * max(my_sales, 1)


def _sales(connection: Connection, sums: _Sums, since: date, until: date) -> None:
    heads = (
        select(sale.c.cashier_id, sale.c.kind, func.count(), func.sum(sale.c.gross_minor))
        .where(_in_period(since, until))
        .group_by(sale.c.cashier_id, sale.c.kind)
    )
    for user_id, kind, count, gross in connection.execute(heads):
        figure = Figure.SALES if kind == "sale" else Figure.REFUNDS
        sums.add(user_id, figure, int(count), int(gross))
    loose = (
        select(sale.c.cashier_id, func.count(), func.sum(sale.c.gross_minor))
        .join_from(sale, sale_return, sale_return.c.sale_id == sale.c.id)
        .where(_in_period(since, until), sale_return.c.origin_sale_id.is_(None))
        .group_by(sale.c.cashier_id)
    )
    for user_id, count, gross in connection.execute(loose):
        sums.add(user_id, Figure.NO_RECEIPT, int(count), int(gross))


def _moved(connection: Connection, sums: _Sums, since: date, until: date) -> None:
    """Drawers opened without a sale."""
    query = (
        select(cash_movement.c.actor_id, func.count())
        .join_from(cash_movement, shift, shift.c.id == cash_movement.c.shift_id)
        .where(
            cash_movement.c.kind == "no_sale", shift.c.business_date >= since,
            shift.c.business_date <= until,
        )
        .group_by(cash_movement.c.actor_id)
    )  # fmt: skip
    for user_id, count in connection.execute(query):
        sums.add(user_id, Figure.NO_SALES, int(count), 0)


def _counted(connection: Connection, sums: _Sums, since: date, until: date) -> None:
    for row in connection.execute(_difference_rows(since, until)):
        sums.add(row.closed_by, Figure.DIFFERENCES, 1, int(row.difference_minor))


def _difference_rows(since: date, until: date) -> Any:
    return (
        select(shift.c.closed_by, shift.c.closed_at, shift.c.z_number, shift.c.note,
               shift_difference.c.difference_minor)
        .join_from(shift, shift_difference, shift_difference.c.shift_id == shift.c.id)
        .where(
            shift.c.business_date >= since, shift.c.business_date <= until, shift.c.status == "closed",
            shift_difference.c.difference_minor != 0,
        )
        .order_by(shift.c.closed_at)
    )  # fmt: skip


def _told(connection: Connection, since: date, until: date) -> Iterator[tuple[int, Figure, Evidence]]:
    """What the journal tells: voids with their shift, discounts and prices given by hand with their sale."""
    names = {u.id: u.name for u in connection.execute(select(user_account.c.id, user_account.c.name))}
    voids = (
        select(journal.c.kind, journal.c.at, journal.c.actor_id, journal.c.approver_id, journal.c.payload)
        .join_from(journal, shift, shift.c.id == journal.c.document_id)
        .where(
            journal.c.kind.in_(_VOIDS), journal.c.document_type == "shift",
            shift.c.business_date >= since, shift.c.business_date <= until,
        )
        .order_by(journal.c.at)
    )  # fmt: skip
    for row in connection.execute(voids):
        told = json.loads(row.payload)
        amount = int(told.get("value_minor", told.get("total_minor", 0)))
        yield row.actor_id, _VOIDS[row.kind], Evidence(
            row.at, str(told.get("sku", "")), amount, str(told.get("reason", "")),
            names.get(row.approver_id, ""),
        )  # fmt: skip
    yield from _given(connection, since, until, names)


def _given(
    connection: Connection, since: date, until: date, names: dict[int, str]
) -> Iterator[tuple[int, Figure, Evidence]]:
    """Sales with a discount or a price by hand, once for each kind."""
    changed = (
        select(sale_line.c.sale_id, func.sum(_lowered()).label("lowered"))
        .where(sale_line.c.unit_price_minor != sale_line.c.list_price_minor)
        .group_by(sale_line.c.sale_id)
        .subquery()
    )
    # each half has an index of its own rows alone: of most sales neither is true
    reduced = select(sale.c.id).where(_in_period(since, until), sale.c.discount_minor != 0)
    query = (
        select(
            sale.c.id, sale.c.number, sale.c.completed_at, sale.c.cashier_id, sale.c.discount_minor,
            journal.c.payload, journal.c.approver_id, changed.c.lowered,
        )
        .join_from(sale, journal, (journal.c.document_id == sale.c.id) & journal.c.kind.in_(_GIVEN))
        .outerjoin(changed, changed.c.sale_id == sale.c.id)
        .where(sale.c.id.in_(reduced.union(select(changed.c.sale_id))), _in_period(since, until))
        .order_by(sale.c.id)
    )  # fmt: skip
    for row in connection.execute(query):
        told = json.loads(row.payload)
        for key, figure, amount in (
            ("discounts", Figure.DISCOUNTS, row.discount_minor),
            ("prices", Figure.OVERRIDES, int(row.lowered or 0) // ONE),
        ):
            if key in told:
                yield row.cashier_id, figure, Evidence(
                    row.completed_at, row.number, int(amount or 0), _reason(told[key]),
                    names.get(row.approver_id, ""), row.id,
                )  # fmt: skip


def _lowered() -> ColumnElement[int]:
    """By how much prices were lowered, in thousandths of a minor unit."""
    return (sale_line.c.list_price_minor - sale_line.c.unit_price_minor) * sale_line.c.quantity_milli


def _reason(given: list[list[Any]]) -> str:
    """The reasons of what was given, each once; they are the texts of a journal entry."""
    return ", ".join(dict.fromkeys(str(x) for one in given for x in one[3:] if isinstance(x, str) and x))


def list_evidence(
    connection: Connection, *, user_id: int, figure: Figure, since: date, until: date
) -> list[Evidence]:
    """What is behind a figure of a cashier, oldest first."""
    if figure in {Figure.SALES, Figure.REFUNDS, Figure.NO_RECEIPT}:
        return _receipts(connection, user_id, figure, since, until)
    if figure is Figure.NO_SALES:
        return _openings(connection, user_id, since, until)
    if figure is Figure.DIFFERENCES:
        return [
            Evidence(r.closed_at, f"Z {r.z_number}", int(r.difference_minor), r.note or "", "")
            for r in connection.execute(_difference_rows(since, until))
            if r.closed_by == user_id
        ]
    return [item for who, what, item in _told(connection, since, until) if (who, what) == (user_id, figure)]


def _receipts(
    connection: Connection, user_id: int, figure: Figure, since: date, until: date
) -> list[Evidence]:
    approver = user_account.alias()
    query = (
        select(sale, approver.c.name.label("approver"))
        .join_from(
            sale,
            journal,
            (journal.c.document_id == sale.c.id) & journal.c.kind.in_(_GIVEN),
            isouter=True,
        )
        .outerjoin(approver, approver.c.id == journal.c.approver_id)
        .where(_in_period(since, until), sale.c.cashier_id == user_id)
        .order_by(sale.c.business_date, sale.c.id)  # else all sales there ever were are read in their order
    )
    query = query.where(sale.c.kind == ("sale" if figure is Figure.SALES else "return"))
    if figure is Figure.NO_RECEIPT:
        loose = select(sale_return.c.sale_id).where(sale_return.c.origin_sale_id.is_(None))
        query = query.where(sale.c.id.in_(loose))
    why = _return_reasons(connection, since, until)
    return [
        Evidence(r.completed_at, r.number, r.gross_minor, why.get(r.id, r.note or ""), r.approver or "", r.id)
        for r in connection.execute(query)
    ]


def _return_reasons(connection: Connection, since: date, until: date) -> dict[int, str]:
    """Why goods came back, by return."""
    query = (
        select(sale_return_line.c.sale_id, sale_return_line.c.reason)
        .join_from(sale_return_line, sale, sale.c.id == sale_return_line.c.sale_id)
        .where(_in_period(since, until), sale.c.kind == "return")
    )
    found: dict[int, list[str]] = defaultdict(list)
    for sale_id, reason in connection.execute(query):
        found[sale_id].append(reason)
    return {sale_id: ", ".join(dict.fromkeys(reasons)) for sale_id, reasons in found.items()}


def _openings(connection: Connection, user_id: int, since: date, until: date) -> list[Evidence]:
    query = (
        select(cash_movement.c.at, cash_movement.c.reason)
        .join_from(cash_movement, shift, shift.c.id == cash_movement.c.shift_id)
        .where(
            cash_movement.c.kind == "no_sale", cash_movement.c.actor_id == user_id,
            shift.c.business_date >= since, shift.c.business_date <= until,
        )
        .order_by(cash_movement.c.at)
    )  # fmt: skip
    return [Evidence(r.at, "", 0, r.reason, "") for r in connection.execute(query)]


@dataclass(frozen=True, slots=True)
class LooseReturn:
    """Goods taken back without a receipt."""

    sale_id: int
    number: str
    at: datetime
    cashier: str
    approver: str
    gross_minor: int
    reasons: str


def list_loose_returns(connection: Connection, *, since: date, until: date) -> list[LooseReturn]:
    """The daily list of returns without a receipt: who, whose yes, how much, why."""
    why = _return_reasons(connection, since, until)
    cashier, approver = user_account.alias(), user_account.alias()
    rows = connection.execute(
        select(sale, cashier.c.name.label("cashier"), approver.c.name.label("approver"))
        .join_from(sale, sale_return, sale_return.c.sale_id == sale.c.id)
        .outerjoin(cashier, cashier.c.id == sale.c.cashier_id)
        .outerjoin(journal, (journal.c.document_id == sale.c.id) & (journal.c.kind == "return.completed"))
        .outerjoin(approver, approver.c.id == journal.c.approver_id)
        .where(_in_period(since, until), sale_return.c.origin_sale_id.is_(None))
        .order_by(sale.c.id)
    )
    return [
        LooseReturn(
            r.id, r.number, r.completed_at, r.cashier or "", r.approver or "", r.gross_minor,
            why.get(r.id, ""),
        )
        for r in rows
    ]  # fmt: skip
