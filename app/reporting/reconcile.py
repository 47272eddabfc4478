"""Receivables, cash and bank: what the records say beside the ledger, and the list of what differs.

told + the listed items + the unexplained rest = ledger, for each figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import Connection, Row, exists, func, select

from app.banking.operations.opening import KIND as OPENING_KIND
from app.banking.recorded import list_recorded, taken_back
from app.banking.states import LineStatus
from app.banking.tables import bank_account, bank_line, bank_statement
from app.ledger.queries import account_of, accounts_of, moved_by_party, moved_minor
from app.ledger.tables import ledger_entry, ledger_line
from app.organisation.queries import get_company
from app.parties.tables import party
from app.payments.customers import ROLES
from app.payments.states import PaymentMethod
from app.payments.tables import customer_payment
from app.receivables.tables import open_item
from app.terms.rules import to_home
from app.till.shift_report import expected_by_tender
from app.till.tables import shift

_MATCHED: Final = ("customer_payment", "bank_match")


class FigureKind(StrEnum):
    """One of the three."""

    RECEIVABLES = "receivables"
    CASH = "cash"
    BANK = "bank"


class ItemKind(StrEnum):
    """Why records and ledger differ."""

    CUSTOMER = "customer"  # his open items are not his account
    OPENING = "opening"  # what was on the account before its first statement
    OPEN_LINE = "open_line"  # on a statement, not booked
    LEFT_OUT = "left_out"  # on a statement, left out with a reason
    MISSING = "missing"  # between two statements
    RECORDED = "recorded"  # a payment in the books that no statement shows
    TAKEN_BACK = "taken_back"  # a payment that a statement shows, taken back since
    ENTRY = "entry"  # another entry of the ledger that no statement shows


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that differs; positive: the ledger has more."""

    kind: ItemKind
    amount_minor: int
    text: str = ""
    on: date | None = None
    key: int = 0  # of the line, payment, customer, account


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that must be the same twice; company's currency."""

    kind: FigureKind
    name: str
    told_minor: int
    ledger_minor: int
    items: tuple[Item, ...] = ()
    as_of: date | None = None

    @property
    def difference_minor(self) -> int:
        """How much more the ledger has."""
        return self.ledger_minor - self.told_minor

    @property
    def unexplained_minor(self) -> int:
        """What no item of the list explains."""
        return self.difference_minor - sum(i.amount_minor for i in self.items)

    @property
    def agrees(self) -> bool:
        """Twice the same."""
        return self.difference_minor == 0


def reconcile(connection: Connection) -> list[Figure]:
    """The figures: receivables, cash, and one for each account of the ledger that banks are booked on."""
    return [_receivables(connection), _cash(connection), *_banks(connection)]


def _balance(connection: Connection, codes: tuple[str, ...]) -> int:
    return moved_minor(connection, codes=codes)


def _receivables(connection: Connection) -> Figure:
    codes = accounts_of(connection, role="receivable")
    booked = moved_by_party(connection, codes=codes)
    owed: dict[int, int] = {}
    for party_id, rate, minor in connection.execute(
        select(open_item.c.party_id, open_item.c.rate_micro, open_item.c.open_minor).where(
            open_item.c.open_minor != 0
        )
    ):
        owed[party_id] = owed.get(party_id, 0) + to_home(int(minor), rate)
    names = {int(r.id): str(r.name) for r in connection.execute(select(party.c.id, party.c.name))}
    items = tuple(
        Item(ItemKind.CUSTOMER, booked.get(p, 0) - owed.get(p, 0), names.get(p, ""), key=p)
        for p in sorted(booked.keys() | owed.keys())
        if booked.get(p, 0) != owed.get(p, 0)
    )
    return Figure(FigureKind.RECEIVABLES, "", sum(owed.values()), sum(booked.values()), items)


def _cash(connection: Connection) -> Figure:
    """What should be in the drawers: of an open shift as reckoned, else what the last one left."""
    later = shift.alias()
    left = connection.execute(
        select(func.coalesce(func.sum(shift.c.next_float_minor), 0)).where(
            shift.c.status == "closed", ~exists().where(later.c.carried_from == shift.c.id)
        )
    ).scalar_one()
    open_shifts = connection.execute(select(shift.c.id).where(shift.c.status != "closed")).scalars()
    total = int(left) + sum(expected_by_tender(connection, shift_id=i)["cash"] for i in open_shifts)
    ledger = _balance(connection, accounts_of(connection, role="cash_drawer"))
    return Figure(FigureKind.CASH, "", total, ledger)


def _banks(connection: Connection) -> list[Figure]:
    home = get_company(connection).currency
    by_code: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(
        select(bank_account).where(bank_account.c.currency == home).order_by(bank_account.c.name)
    ).all():
        by_code.setdefault(account_of(connection, role=row.role), []).append(row)
    return [_bank(connection, code, rows) for code, rows in by_code.items()]


def _bank(connection: Connection, code: str, accounts: list[Row[Any]]) -> Figure:
    told = 0
    days: list[date] = []
    items: list[Item] = []
    for row in accounts:
        statements = _statements(connection, row.id)
        if statements:
            told += int(statements[-1].closing_minor)
            days += [s.to_day for s in statements[-1:] if s.to_day is not None]
            items += _gaps(statements)
        items += _lines(connection, row.id)
    opening = _opening(connection, code, accounts)
    roles = {r.role for r in accounts}
    return Figure(
        FigureKind.BANK, ", ".join(r.name for r in accounts), told, _balance(connection, (code,)),
        (*([opening] if opening is not None else []), *items, *_recorded(connection, roles),
         *_taken_back(connection, roles),
         *_entries(connection, code)),
        max(days) if days else None,
    )  # fmt: skip


def _statements(connection: Connection, account_id: int) -> list[Row[Any]]:
    return list(
        connection.execute(
            select(bank_statement)
            .where(
                bank_statement.c.account_id == account_id, bank_statement.c.opening_minor.is_not(None),
                bank_statement.c.closing_minor.is_not(None),
            )
            .order_by(bank_statement.c.to_day, bank_statement.c.id)
        )
    )  # fmt: skip


def _gaps(statements: list[Row[Any]]) -> list[Item]:
    """What moved between two statements without being on one."""
    found: list[Item] = []
    for before, after in pairwise(statements):
        moved = after.opening_minor - before.closing_minor
        if moved:
            text = f"{before.number} - {after.number}".strip(" -")
            found.append(Item(ItemKind.MISSING, -moved, text, after.from_day, after.id))
    return found


def _lines(connection: Connection, account_id: int) -> list[Item]:
    kinds = {LineStatus.OPEN.value: ItemKind.OPEN_LINE, LineStatus.LEFT_OUT.value: ItemKind.LEFT_OUT}
    rows = connection.execute(
        select(bank_line)
        .where(
            bank_line.c.account_id == account_id, bank_line.c.status.in_(list(kinds)),
            bank_line.c.amount_minor != 0,
        )
        .order_by(bank_line.c.booked_on, bank_line.c.id)
    )  # fmt: skip
    return [
        Item(kinds[r.status], -r.amount_minor, f"{r.name} {r.text}".strip(), r.booked_on, r.id) for r in rows
    ]


def _opening(connection: Connection, code: str, accounts: list[Row[Any]]) -> Item | None:
    """What stood on the accounts before their first statement, less what was taken over of it."""
    total = 0
    for row in accounts:
        statements = _statements(connection, row.id)
        total += int(statements[0].opening_minor) if statements else 0
    booked = moved_minor(connection, codes=(code,), kinds=(OPENING_KIND,))
    if total == booked:
        return None
    return Item(ItemKind.OPENING, booked - total, accounts[0].name, key=accounts[0].id)


def _recorded(connection: Connection, roles: set[str]) -> list[Item]:
    """Payments booked on the account that no statement shows."""
    found = list_recorded(connection, limit=10_000)
    booked = {
        r.id: r.account_role or ROLES[PaymentMethod(r.method)]
        for r in connection.execute(
            select(customer_payment.c.id, customer_payment.c.account_role, customer_payment.c.method).where(
                customer_payment.c.id.in_([x.id for x in found])
            )
        )
    }
    return [
        Item(ItemKind.RECORDED, x.amount_minor, f"{x.number} {x.party_name}", x.business_date, x.id)
        for x in found
        if booked[x.id] in roles
    ]


def _taken_back(connection: Connection, roles: set[str]) -> list[Item]:
    """Payments of statements that were taken back by hand, and the bank does not know."""
    rows = connection.execute(
        select(customer_payment, party.c.name.label("party_name"))
        .join_from(customer_payment, party, party.c.id == customer_payment.c.party_id)
        .where(customer_payment.c.id.in_(taken_back()))
        .order_by(customer_payment.c.id)
    ).all()
    return [
        Item(ItemKind.TAKEN_BACK, -r.amount_minor, f"{r.number} {r.party_name}", r.business_date, r.id)
        for r in rows
        if (r.account_role or ROLES[PaymentMethod(r.method)]) in roles
    ]


def _entries(connection: Connection, code: str) -> list[Item]:
    """Other entries on the account, by document; those that came to nothing again are left out."""
    rows = connection.execute(
        select(
            ledger_entry.c.document_type, ledger_entry.c.document_id,
            func.min(ledger_entry.c.kind).label("kind"), func.min(ledger_entry.c.business_date).label("on"),
            func.sum(ledger_line.c.amount_minor).label("minor"),
        )
        .join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
        .where(
            ledger_line.c.account_code == code, ledger_entry.c.document_type.not_in(_MATCHED),
            ledger_entry.c.kind != OPENING_KIND,
        )
        .group_by(ledger_entry.c.document_type, ledger_entry.c.document_id)
        .order_by(func.min(ledger_entry.c.business_date))
    )  # fmt: skip
    return [Item(ItemKind.ENTRY, int(r.minor), r.kind, r.on, r.document_id) for r in rows if r.minor]
