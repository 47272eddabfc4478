"""Expenses say what the ledger says.

The room of expenses stands beside this one, so its table is named, not imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, case, column, func, select, table

from app.ledger.tables import ledger_entry, ledger_line
from app.reporting.verify.results import Check, differences, sums

_expense: Final = table(
    "expense", column("id"), column("account_code"), column("gross_minor"), column("net_minor"),
    column("reversed_at"),
)  # fmt: skip


def _expenses(connection: Connection) -> Iterator[str]:
    """Whatever was spent and not taken back went out as it stands there: in all, and net on its account."""
    kept = _expense.c.reversed_at.is_(None)
    told = sums(
        connection,
        select(
            _expense.c.id, case((kept, _expense.c.gross_minor), else_=0),
            case((kept, _expense.c.net_minor), else_=0),
        ),
        1,
    )  # fmt: skip
    credit = func.sum(case((ledger_line.c.amount_minor < 0, -ledger_line.c.amount_minor), else_=0))
    back = case((ledger_entry.c.kind == "expense", 1), else_=-1)
    on_account = case(
        (ledger_line.c.account_code == _expense.c.account_code, ledger_line.c.amount_minor), else_=0
    )
    rows = connection.execute(
        select(_expense.c.id, ledger_entry.c.kind, back, credit, func.sum(on_account))
        .select_from(
            ledger_entry.join(ledger_line, ledger_line.c.entry_id == ledger_entry.c.id).join(
                _expense, _expense.c.id == ledger_entry.c.document_id
            )
        )
        .where(ledger_entry.c.document_type == "expense")
        .group_by(_expense.c.id, ledger_entry.c.kind)
    )
    right: dict[tuple[int, ...], tuple[int, ...]] = {}
    for expense_id, _kind, turn, gross, net in rows:
        before = right.get((int(expense_id),), (0, 0))
        right[int(expense_id),] = (before[0] + int(turn) * int(gross), before[1] + int(net))
    for (expense_id,), why in differences(told, right, ("amount", "net")):
        yield f"expense {expense_id}: {why}"


EXPENSE_CHECKS: Final = (
    Check("expenses_are_booked", "Each expense stands in the ledger as it was entered.", _expenses),
)
