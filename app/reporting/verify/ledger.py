"""The ledger balances, and says what the sales, taxes and payments say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, case, exists, func, select

from app.ledger.queries import list_unbalanced_entries
from app.ledger.tables import account_role, ledger_day, ledger_entry, ledger_line
from app.payments.tables import payment, tender_type
from app.receivables.tables import open_item
from app.reporting.verify.results import Check, differences, stream, sums
from app.terms.rules import to_home
from app.till.sale_rows import TENDER_ROLES
from app.till.tables import sale

_SALE_KINDS: Final = ("sale", "return")
_SALES: Final = ("sales", "sales_returns")
Sums = dict[tuple[Any, ...], tuple[int, ...]]


def role_of_account(connection: Connection) -> dict[str, str]:
    """Which role an account serves, without what stands behind the colon."""
    found: dict[str, str] = {}
    for row in connection.execute(select(account_role).order_by(account_role.c.role)):
        role = row.role.split(":", maxsplit=1)[0]
        found.setdefault(row.account_code, "sales" if role in _SALES else role)
    return found


def _balances(connection: Connection) -> Iterator[str]:
    for entry_id in list_unbalanced_entries(connection):
        yield f"ledger entry {entry_id}: debits and credits differ"
    lost = (
        select(ledger_line.c.entry_id)
        .distinct()
        .where(~exists().where(ledger_entry.c.id == ledger_line.c.entry_id))
    )
    for (entry_id,) in stream(connection, lost):
        yield f"ledger lines of entry {entry_id} are without their entry"
    empty = select(ledger_entry.c.id).where(~exists().where(ledger_line.c.entry_id == ledger_entry.c.id))
    for (entry_id,) in stream(connection, empty):
        yield f"ledger entry {entry_id} is without lines"


def _booked(connection: Connection) -> Sums:
    """By shift, day and role: what sales and returns moved in the ledger."""
    roles = role_of_account(connection)
    query = (
        select(
            ledger_entry.c.shift_id, ledger_entry.c.business_date, ledger_line.c.account_code,
            func.sum(ledger_line.c.amount_minor),
        )
        .join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
        .where(ledger_entry.c.kind.in_(_SALE_KINDS))
        .group_by(ledger_entry.c.shift_id, ledger_entry.c.business_date, ledger_line.c.account_code)
    )  # fmt: skip
    found: Sums = {}
    for shift_id, day, code, amount in connection.execute(query):
        _add(found, (shift_id, day, roles.get(code, code)), int(amount))
    return found


def _add(into: Sums, key: tuple[Any, ...], amount: int) -> None:
    into[key] = (into.get(key, (0,))[0] + amount,)


def _sold(connection: Connection) -> Sums:
    """The same from the sales and their payments."""
    found: Sums = {}
    names = ("net_minor", "tax_minor", "rounding_minor", "cost_minor")
    query = select(
        sale.c.shift_id, sale.c.business_date, *(func.sum(sale.c[name]) for name in names)
    ).group_by(sale.c.shift_id, sale.c.business_date)
    for shift_id, day, net, tax, rounding, cost in connection.execute(query):
        for role, amount in (
            ("sales", -net), ("tax_output", -tax), ("cash_rounding", -rounding),
            ("cost_of_goods", cost), ("inventory", -cost),
        ):  # fmt: skip
            _add(found, (shift_id, day, role), int(amount))
    paid = (
        select(
            sale.c.shift_id, sale.c.business_date, tender_type.c.kind,
            func.sum(payment.c.amount_minor + payment.c.change_minor), func.sum(payment.c.change_minor),
        )
        .join_from(payment, sale, sale.c.id == payment.c.document_id)
        .join(tender_type, tender_type.c.code == payment.c.tender_code)
        .where(payment.c.document_type == "sale")
        .group_by(sale.c.shift_id, sale.c.business_date, tender_type.c.kind)
    )  # fmt: skip
    for shift_id, day, kind, amount, change in connection.execute(paid):
        _add(found, (shift_id, day, TENDER_ROLES[kind]), int(amount))
        _add(found, (shift_id, day, "cash_drawer"), -int(change))
    return found


def _equals_sales(connection: Connection) -> Iterator[str]:
    booked, sold = _booked(connection), _sold(connection)
    # a key that comes to nothing on one side need not be there on the other
    for (shift_id, day, role), why in differences(booked, sold, ("it",)):
        yield f"ledger of {day}, shift {shift_id}, {role}: {why}"


def _receivables(connection: Connection) -> Iterator[str]:
    codes = [c for c, role in role_of_account(connection).items() if role == "receivable"]
    booked = sums(
        connection,
        select(ledger_line.c.party_id, func.sum(ledger_line.c.amount_minor))
        .where(ledger_line.c.account_code.in_(codes))
        .group_by(ledger_line.c.party_id),
        1,
    )
    owed: Sums = {}
    query = select(open_item.c.party_id, open_item.c.rate_micro, open_item.c.open_minor)
    for party_id, rate, minor in stream(connection, query.where(open_item.c.open_minor != 0)):
        _add(owed, (party_id,), to_home(int(minor), rate))  # an invoice in dollars is booked at its rate
    for (party_id,), why in differences(booked, owed, ("the ledger",)):
        yield f"customer {party_id}: {why}"


def _days(connection: Connection) -> Iterator[str]:
    day, amount = ledger_day.c, ledger_line.c.amount_minor
    told = sums(
        connection,
        select(
            day.business_date, day.shift_id, day.account_code, day.kind, day.debit_minor, day.credit_minor
        ),
        4,
    )
    keys = (
        ledger_entry.c.business_date, func.coalesce(ledger_entry.c.shift_id, 0), ledger_line.c.account_code,
        ledger_entry.c.kind,
    )  # fmt: skip
    debit, credit = (func.sum(case((sign * amount > 0, sign * amount), else_=0)) for sign in (1, -1))
    lines = ledger_line.join(ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
    right = sums(connection, select(*keys, debit, credit).select_from(lines).group_by(*keys), 4)
    for (on, shift_id, code, kind), why in differences(told, right, ("debit", "credit")):
        yield f"account {code} on {on}, shift {shift_id}, {kind}: {why}"


LEDGER_CHECKS: Final = (
    Check("ledger_balances", "Every ledger entry balances.", _balances),
    Check(
        "ledger_days_equal_lines",
        "What the days of the accounts say equals the lines of their entries.",
        _days,
    ),
    Check(
        "ledger_equals_sales",
        "By shift and day the ledger equals sales, taxes, payments, rounding and cost.",
        _equals_sales,
    ),
    Check(
        "receivables_equal_items", "What customers owe in the ledger equals their open items.", _receivables
    ),
)
