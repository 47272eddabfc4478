"""Sales against their own lines, taxes and payments, and the summaries against the sales."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, case, func, literal, select

from app.payments.tables import payment
from app.reporting.verify.results import Check, differences, stream, sums
from app.till.states import TakingKind
from app.till.tables import (
    cash_movement,
    sale,
    sale_line,
    sale_tax,
    shift_figure,
    shift_sales,
    shift_tax,
    shift_tender,
    till_taking,
)

_MONEY: Final = ("net_minor", "tax_minor", "gross_minor", "cost_minor")


def _total(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(func.sum(column), 0)


def _lines(connection: Connection) -> Iterator[str]:
    added = (
        select(
            sale_line.c.sale_id,
            *(_total(sale_line.c[name]).label(name) for name in _MONEY),
            _total(sale_line.c.line_discount_minor + sale_line.c.sale_discount_minor).label("discount_minor"),
        )
        .group_by(sale_line.c.sale_id)
        .subquery()
    )
    names = (*_MONEY, "discount_minor")
    wrong = [func.coalesce(added.c[name], 0) != sale.c[name] for name in names]
    query = (
        select(sale.c.number)
        .join_from(sale, added, added.c.sale_id == sale.c.id, isouter=True)
        .where(_any(wrong))
    )
    for (number,) in stream(connection, query):
        yield f"sale {number}: its total is not that of its lines"
    odd = select(sale.c.number).where(sale.c.net_minor + sale.c.tax_minor != sale.c.gross_minor)
    for (number,) in stream(connection, odd):
        yield f"sale {number}: net and tax do not come to gross"


def _any(conditions: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    whole = conditions[0]
    for condition in conditions[1:]:
        whole = whole | condition
    return whole


def _taxes(connection: Connection) -> Iterator[str]:
    added = (
        select(sale_tax.c.sale_id, _total(sale_tax.c.tax_minor).label("tax_minor"))
        .group_by(sale_tax.c.sale_id)
        .subquery()
    )
    query = (
        select(sale.c.number)
        .join_from(sale, added, added.c.sale_id == sale.c.id, isouter=True)
        .where(func.coalesce(added.c.tax_minor, 0) != sale.c.tax_minor)
    )
    for (number,) in stream(connection, query):
        yield f"sale {number}: its tax is not that of its rates"


def _payments(connection: Connection) -> Iterator[str]:
    added = (
        select(payment.c.document_id, _total(payment.c.amount_minor).label("paid"))
        .where(payment.c.document_type == "sale")
        .group_by(payment.c.document_id)
        .subquery()
    )
    paid = func.coalesce(added.c.paid, 0)
    query = (
        select(sale.c.number, paid, sale.c.gross_minor + sale.c.rounding_minor)
        .join_from(sale, added, added.c.document_id == sale.c.id, isouter=True)
        .where(paid != sale.c.gross_minor + sale.c.rounding_minor)
    )
    for number, found, due in stream(connection, query):
        yield f"sale {number}: {int(found)} was paid of {int(due)}"


def _compare(
    connection: Connection, what: str, told: Select[Any], right: Select[Any], keys: int,
    names: tuple[str, ...],
) -> Iterator[str]:  # fmt: skip
    for key, why in differences(sums(connection, told, keys), sums(connection, right, keys), names):
        where = ", ".join(str(part) for part in key[1:])
        yield f"{what} of shift {key[0]} ({where}): {why}"


def _category_summaries(connection: Connection) -> Iterator[str]:
    names = (
        "lines",
        "quantity_milli",
        "net_minor",
        "tax_minor",
        "gross_minor",
        "discount_minor",
        "cost_minor",
    )
    told = select(
        shift_sales.c.shift_id, shift_sales.c.category_id, shift_sales.c.kind,
        *(shift_sales.c[name] for name in names),
    )  # fmt: skip
    category = func.coalesce(sale_line.c.category_id, 0)
    right = (
        select(
            sale.c.shift_id, category, sale.c.kind, func.count(), _total(sale_line.c.quantity_milli),
            _total(sale_line.c.net_minor), _total(sale_line.c.tax_minor), _total(sale_line.c.gross_minor),
            _total(sale_line.c.line_discount_minor + sale_line.c.sale_discount_minor),
            _total(sale_line.c.cost_minor),
        )
        .join_from(sale_line, sale, sale.c.id == sale_line.c.sale_id)
        .group_by(sale.c.shift_id, category, sale.c.kind)
    )  # fmt: skip
    yield from _compare(connection, "summary by category", told, right, 3, names)


def _tax_summaries(connection: Connection) -> Iterator[str]:
    names = ("base_minor", "tax_minor")
    told = select(
        shift_tax.c.shift_id, shift_tax.c.tax_code, shift_tax.c.rate, shift_tax.c.kind,
        *(shift_tax.c[name] for name in names),
    )  # fmt: skip
    right = (
        select(
            sale.c.shift_id, sale_tax.c.tax_code, sale_tax.c.rate, sale.c.kind,
            *(_total(sale_tax.c[name]) for name in names),
        )
        .join_from(sale_tax, sale, sale.c.id == sale_tax.c.sale_id)
        .group_by(sale.c.shift_id, sale_tax.c.tax_code, sale_tax.c.rate, sale.c.kind)
    )  # fmt: skip
    yield from _compare(connection, "summary by tax", told, right, 4, names)


def taken_by_tender(connection: Connection) -> Iterator[Any]:
    """What payments did to each tender, by shift, tender and kind of document: sale, return, taking."""
    figures = (
        func.count(), _total(payment.c.amount_minor + payment.c.change_minor), _total(payment.c.change_minor),
    )  # fmt: skip
    of_sales = (
        select(sale.c.shift_id, payment.c.tender_code, sale.c.kind, *figures)
        .join_from(payment, sale, sale.c.id == payment.c.document_id)
        .where(payment.c.document_type == "sale")
        .group_by(sale.c.shift_id, payment.c.tender_code, sale.c.kind)
    )
    of_takings = (
        select(till_taking.c.shift_id, payment.c.tender_code, literal("taking"), *figures)
        .join_from(payment, till_taking, till_taking.c.id == payment.c.document_id)
        .where(payment.c.document_type == "taking")
        .group_by(till_taking.c.shift_id, payment.c.tender_code)
    )
    for query in (of_sales, of_takings):
        yield from connection.execute(query)


def _tender_summaries(connection: Connection) -> Iterator[str]:
    count = shift_tender.c["count"]
    told = sums(
        connection,
        select(
            shift_tender.c.shift_id, shift_tender.c.tender_code, shift_tender.c.kind, count,
            shift_tender.c.amount_minor,
        ),
        3,
    )  # fmt: skip
    right: dict[tuple[Any, ...], tuple[int, ...]] = {}
    for row in taken_by_tender(connection):
        shift_id, code, kind, pieces, amount, change = row
        _add(right, (shift_id, code, kind), int(pieces), int(amount))
        if change:
            _add(right, (shift_id, "cash", kind), 0, -int(change))
    for key, why in differences(told, right, ("count", "amount_minor")):
        yield f"summary by tender of shift {key[0]} ({key[1]}, {key[2]}): {why}"


def _add(into: dict[tuple[Any, ...], tuple[int, ...]], key: tuple[Any, ...], count: int, amount: int) -> None:
    before = into.get(key, (0, 0))
    into[key] = (before[0] + count, before[1] + amount)


_COUNTED: Final = (
    "sales", "returns", "discounts", "rounding", "pay_in", "pay_out", "safe_drop", "bank_drop", "no_sale",
    *(f"taking_{kind.value}" for kind in TakingKind),
)  # fmt: skip


def _figure_summaries(connection: Connection) -> Iterator[str]:
    count = shift_figure.c["count"]
    told = select(shift_figure.c.shift_id, shift_figure.c.name, count, shift_figure.c.amount_minor).where(
        shift_figure.c.name.in_(_COUNTED)
    )
    kinds = case((sale.c.kind == "sale", literal("sales")), else_=literal("returns"))
    right = sums(
        connection,
        select(sale.c.shift_id, kinds, func.count(), _total(sale.c.gross_minor)).group_by(
            sale.c.shift_id, kinds
        ),
        2,
    )
    for name, column in (("discounts", sale.c.discount_minor), ("rounding", sale.c.rounding_minor)):
        query = select(sale.c.shift_id, literal(name), func.count(), _total(column)).where(column != 0)
        right |= sums(connection, query.group_by(sale.c.shift_id), 2)
    _add_takings(connection, right)
    moved = select(
        cash_movement.c.shift_id, cash_movement.c.kind, func.count(), _total(cash_movement.c.amount_minor)
    ).group_by(cash_movement.c.shift_id, cash_movement.c.kind)
    right |= sums(connection, moved, 2)
    for key, why in differences(sums(connection, told, 2), right, ("count", "amount_minor")):
        yield f"counter {key[1]} of shift {key[0]}: {why}"


def _add_takings(connection: Connection, into: dict[tuple[Any, ...], tuple[int, ...]]) -> None:
    """Money that was taken for no goods, by what for; its cash rounding is counted with that of sales."""
    t = till_taking.c
    kinds = select(t.shift_id, t.kind, func.count(), _total(t.amount_minor)).group_by(t.shift_id, t.kind)
    for shift_id, kind, count, amount in connection.execute(kinds):
        _add(into, (shift_id, f"taking_{kind}"), int(count), int(amount))
    rounded = select(t.shift_id, func.count(), _total(t.rounding_minor)).where(t.rounding_minor != 0)
    for shift_id, count, amount in connection.execute(rounded.group_by(t.shift_id)):
        _add(into, (shift_id, "rounding"), int(count), int(amount))


SALE_CHECKS: Final = (
    Check("sales_equal_lines", "Every sale comes to what its lines come to.", _lines),
    Check("sales_equal_taxes", "The tax of every sale is that of its rates.", _taxes),
    Check("sales_are_paid", "Every sale was paid: payments are gross and cash rounding.", _payments),
    Check("summary_by_category", "The summaries by category equal the lines.", _category_summaries),
    Check("summary_by_tax", "The summaries by tax equal the taxes of the sales.", _tax_summaries),
    Check("summary_by_tender", "The summaries by tender equal the payments.", _tender_summaries),
    Check("summary_counters", "The counters of a shift equal what happened in it.", _figure_summaries),
)
