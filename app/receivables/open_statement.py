"""A customer's account as a list of what is still open on a day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from app.receivables.ageing import list_aged_items
from app.receivables.statement import Account, Statement, StatementLine


def read_open_items(connection: Connection, *, party_id: int, on: date, home: str) -> Statement:
    """What was open at the end of a day, each item with what is left of it; nothing is carried over.

    It ends with the same balance as the statement of all movements up to that day.

    Args:
        connection: where to read.
        party_id: whose account.
        on: the day.
        home: the company's currency.
    """
    lines: dict[str, list[StatementLine]] = {home: []}
    found = sorted(
        list_aged_items(connection, on=on, party_id=party_id), key=lambda x: (x.item.on, x.item.id)
    )
    for x in found:
        item = x.item
        mine = lines.setdefault(item.currency or home, [])
        before = mine[-1].balance_minor if mine else 0
        mine.append(
            StatementLine(
                item.on, item.due_date, item.document_type, item.document_number, item.open_minor,
                before + item.open_minor,
            )
        )  # fmt: skip
    accounts = [
        Account(currency, 0, tuple(lines[currency])) for currency in (home, *sorted({*lines} - {home}))
    ]
    return Statement(party_id, on, on, tuple(accounts))
