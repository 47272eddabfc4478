"""The facts of a period, read by the indexes of its sales and shifts."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from app.access.tables import role, user_account
from app.audit.tables import journal
from app.inventory.tables import product_day
from app.kernel.quantity import ONE
from app.organisation.tables import till
from app.reporting.loss.facts import Closed, Facts, Given, Movement, Refund, Sold, Void
from app.reporting.loss.figures import Figure
from app.till.tables import (
    cash_movement,
    sale,
    sale_line,
    sale_return,
    sale_return_line,
    shift,
    shift_difference,
)

_WHOLE: Final = "cart.voided"
VOIDS: Final = {"cart.line_voided": Figure.VOIDED_LINES, _WHOLE: Figure.VOIDED_SALES}
GIVEN: Final = ("sale.completed", "return.completed")
_IN: Final = "pay_in"


def read_facts(connection: Connection, *, since: date, until: date) -> Facts:
    """All that the figures of a period are made of."""
    facts = Facts(
        voids=list(_voids(connection, since, until)), refunds=list(_refunds(connection, since, until)),
        movements=list(_movements(connection, since, until)), shifts=list(_shifts(connection, since, until)),
        given=list(_given(connection, since, until)),
    )  # fmt: skip
    for row in connection.execute(
        select(sale.c.cashier_id, func.count(), func.sum(sale.c.gross_minor))
        .where(in_period(since, until), sale.c.kind == "sale")
        .group_by(sale.c.cashier_id)
    ):
        facts.sales[row[0]], facts.amounts[row[0]] = int(row[1]), int(row[2])
    users = select(
        user_account.c.id, user_account.c.name, role.c.line_discount_limit, role.c.sale_discount_limit
    ).join_from(user_account, role, role.c.id == user_account.c.role_id)
    for user in connection.execute(users):
        facts.names[user.id] = user.name
        facts.limits[user.id] = (user.line_discount_limit, user.sale_discount_limit)
    return facts


def in_period(since: date, until: date) -> ColumnElement[bool]:
    """Sales and returns of these business days."""
    return (sale.c.business_date >= since) & (sale.c.business_date <= until)


def _shift_in(since: date, until: date) -> ColumnElement[bool]:
    return (shift.c.business_date >= since) & (shift.c.business_date <= until)


def return_reasons(connection: Connection, since: date, until: date) -> dict[int, str]:
    """Why goods came back, by return."""
    query = (
        select(sale_return_line.c.sale_id, sale_return_line.c.reason)
        .join_from(sale_return_line, sale, sale.c.id == sale_return_line.c.sale_id)
        .where(in_period(since, until), sale.c.kind == "return")
    )
    found: dict[int, list[str]] = defaultdict(list)
    for sale_id, reason in connection.execute(query):
        found[sale_id].append(reason)
    return {sale_id: ", ".join(dict.fromkeys(reasons)) for sale_id, reasons in found.items()}


def _refunds(connection: Connection, since: date, until: date) -> Iterator[Refund]:
    why = return_reasons(connection, since, until)
    unsold = _unsold(connection, since, until)
    query = (
        select(sale, sale_return.c.sale_id.label("return_id"), sale_return.c.origin_sale_id,
               journal.c.approver_id)
        .join_from(sale, sale_return, sale_return.c.sale_id == sale.c.id, isouter=True)
        .outerjoin(journal, (journal.c.document_id == sale.c.id) & journal.c.kind.in_(GIVEN))
        .where(in_period(since, until), sale.c.kind == "return")
        .order_by(sale.c.business_date, sale.c.id)  # else all sales there ever were are read in their order
    )  # fmt: skip
    for r in connection.execute(query):
        is_loose = r.return_id is not None and r.origin_sale_id is None
        yield Refund(
            r.cashier_id, r.shift_id, r.id, r.number, r.completed_at, r.gross_minor,
            why.get(r.id, r.note or ""), r.approver_id, is_loose, is_loose and r.id in unsold,
        )  # fmt: skip


def _unsold(connection: Connection, since: date, until: date) -> set[int]:
    """Returns with goods of which nothing was sold on their day, before anything came back."""
    back = (
        select(sale_line.c.sale_id, sale_line.c.product_id, sale.c.business_date,
               sale_line.c.base_quantity_milli, product_day.c.sold_milli)
        .join_from(sale, sale_line, sale_line.c.sale_id == sale.c.id)
        .outerjoin(product_day, and_(
            product_day.c.product_id == sale_line.c.product_id,
            product_day.c.business_date == sale.c.business_date,
        ))
        .where(in_period(since, until), sale.c.kind == "return", sale_line.c.product_id.is_not(None))
    )  # fmt: skip
    left: dict[tuple[int, date], int] = {}
    returns: dict[tuple[int, date], set[int]] = defaultdict(set)
    for r in connection.execute(back):
        key = (r.product_id, r.business_date)
        # the day's figure is less what came back, which a return's line has with its sign
        left[key] = left.get(key, int(r.sold_milli or 0)) + abs(int(r.base_quantity_milli))
        returns[key].add(r.sale_id)
    return {sale_id for key, ids in returns.items() if left[key] <= 0 for sale_id in ids}


def _movements(connection: Connection, since: date, until: date) -> Iterator[Movement]:
    """Drawers opened without a sale, and cash paid in and out."""
    query = (
        select(cash_movement)
        .join_from(cash_movement, shift, shift.c.id == cash_movement.c.shift_id)
        .where(
            cash_movement.c.kind.in_(("no_sale", _IN, "pay_out")), _shift_in(since, until),
        )
        .order_by(cash_movement.c.at, cash_movement.c.id)
    )  # fmt: skip
    for m in connection.execute(query):
        signed = m.amount_minor if m.kind == _IN else -m.amount_minor
        yield Movement(m.actor_id, m.shift_id, m.at, m.kind, signed, m.reason)


def _shifts(connection: Connection, since: date, until: date) -> Iterator[Closed]:
    difference = shift_difference.c.difference_minor
    sums = (
        select(shift.c.id, func.sum(difference).label("sum"), func.sum(func.abs(difference)).label("size"))
        .join_from(shift, shift_difference, shift_difference.c.shift_id == shift.c.id)
        .where(_shift_in(since, until))
        .group_by(shift.c.id)
        .subquery()
    )
    query = (
        select(shift, sums.c.sum, sums.c.size, till.c.difference_limit_minor)
        .join_from(shift, till, till.c.id == shift.c.till_id)
        .outerjoin(sums, sums.c.id == shift.c.id)
        .where(_shift_in(since, until), shift.c.status == "closed")
        .order_by(shift.c.closed_at)
    )
    for s in connection.execute(query):
        yield Closed(
            s.closed_by, s.id, s.closed_at, s.z_number, s.note or "", int(s.sum or 0), int(s.size or 0),
            s.difference_limit_minor,
        )  # fmt: skip


def _voids(connection: Connection, since: date, until: date) -> Iterator[Void]:
    """What the journal tells of lines and sales given up, with the sale that followed."""
    later = (  # asked of whole sales alone: of lines nobody looks at what came next
        select(sale.c.id)
        .where(
            sale.c.shift_id == journal.c.document_id, sale.c.cashier_id == journal.c.actor_id,
            sale.c.kind == "sale", sale.c.completed_at > journal.c.at,
        )
        .order_by(sale.c.completed_at, sale.c.id)
        .limit(1)
        .scalar_subquery()
    )  # fmt: skip
    query = (
        select(journal.c.kind, journal.c.at, journal.c.actor_id, journal.c.approver_id, journal.c.payload,
               journal.c.document_id, case((journal.c.kind == _WHOLE, later)).label("next_id"))
        .join_from(journal, shift, shift.c.id == journal.c.document_id)
        .where(journal.c.kind.in_(VOIDS), journal.c.document_type == "shift", _shift_in(since, until))
        .order_by(journal.c.at)
    )  # fmt: skip
    rows = connection.execute(query).all()
    sold = _sold(connection, {r.next_id for r in rows if r.next_id is not None})
    for r in rows:
        told = json.loads(r.payload)
        amount = int(told.get("value_minor", told.get("total_minor", 0)))
        yield Void(
            r.actor_id, r.document_id, r.at, VOIDS[r.kind], str(told.get("sku", "")), amount,
            str(told.get("reason", "")), r.approver_id, frozenset(str(x[0]) for x in told.get("lines", ())),
            sold.get(r.next_id),
        )  # fmt: skip


def _sold(connection: Connection, ids: set[int]) -> dict[int, Sold]:
    """These sales by id; a few hundred at a time."""
    found: dict[int, Sold] = {}
    wanted = sorted(ids)
    for place in range(0, len(wanted), 500):
        part = wanted[place : place + 500]
        skus: dict[int, set[str]] = defaultdict(set)
        lines = select(sale_line.c.sale_id, sale_line.c.sku).where(sale_line.c.sale_id.in_(part))
        for sale_id, sku in connection.execute(lines):
            skus[sale_id].add(sku)
        for r in connection.execute(select(sale).where(sale.c.id.in_(part))):
            found[r.id] = Sold(r.id, r.number, r.completed_at, r.gross_minor, frozenset(skus[r.id]))
    return found


def _given(connection: Connection, since: date, until: date) -> Iterator[Given]:
    """Sales with a discount or a price by hand; only the lines of the period are looked at."""
    changed = (
        select(sale_line.c.sale_id, func.sum(_lowered()).label("lowered"))
        .join_from(sale, sale_line, sale_line.c.sale_id == sale.c.id)
        .where(in_period(since, until), sale_line.c.unit_price_minor != sale_line.c.list_price_minor)
        .group_by(sale_line.c.sale_id)
        .subquery()
    )
    # each half has an index of its own rows alone: of most sales neither is true
    reduced = select(sale.c.id).where(in_period(since, until), sale.c.discount_minor != 0)
    query = (
        select(
            sale.c.id, sale.c.number, sale.c.completed_at, sale.c.cashier_id, sale.c.discount_minor,
            sale.c.gross_minor, journal.c.payload, journal.c.approver_id, changed.c.lowered,
        )
        .join_from(sale, journal, (journal.c.document_id == sale.c.id) & journal.c.kind.in_(GIVEN))
        .outerjoin(changed, changed.c.sale_id == sale.c.id)
        .where(sale.c.id.in_(reduced.union(select(changed.c.sale_id))), in_period(since, until))
        .order_by(sale.c.id)
    )  # fmt: skip
    for r in connection.execute(query):
        told: dict[str, Any] = json.loads(r.payload)
        if "discounts" in told or "prices" in told:
            yield Given(
                r.cashier_id, r.id, r.number, r.completed_at, r.gross_minor, int(r.discount_minor),
                int(r.lowered or 0) // ONE, r.approver_id, told.get("discounts", ()), told.get("prices", ()),
            )  # fmt: skip


def _lowered() -> ColumnElement[int]:
    """By how much prices were lowered, in thousandths of a minor unit."""
    return (sale_line.c.list_price_minor - sale_line.c.unit_price_minor) * sale_line.c.quantity_milli
