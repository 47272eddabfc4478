"""Taking over what stood on a bank account before its first statement."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func, select

from app.audit.operations import note
from app.banking.operations.booking import booking_day
from app.banking.refusals import NothingChosenError
from app.banking.store import get_account_row, rate_of
from app.banking.tables import bank_statement
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.ledger.tables import ledger_entry, ledger_line
from app.terms.rules import to_home

KIND: Final = "bank_opening"


@permitted(Permission.SETTINGS)
def take_over_opening(uow: UnitOfWork, *, account_id: int) -> int:
    """Book the opening balance of the first statement against the opening balances; once.

    Returns:
        what was booked, minor units.

    Raises:
        NothingChosenError: there is no statement, or it was taken over already.
    """
    row = get_account_row(uow.connection, account_id)
    first = uow.connection.execute(
        select(bank_statement)
        .where(bank_statement.c.account_id == account_id, bank_statement.c.opening_minor.is_not(None))
        .order_by(bank_statement.c.to_day, bank_statement.c.id)
        .limit(1)
    ).one_or_none()
    done = uow.connection.execute(
        select(func.coalesce(func.sum(ledger_line.c.amount_minor), 0))
        .join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
        .where(
            ledger_entry.c.kind == KIND, ledger_entry.c.document_id == account_id, ledger_line.c.position == 1
        )
    ).scalar_one()
    if first is None:
        raise NothingChosenError
    day = booking_day(uow, first.from_day)
    minor = to_home(int(first.opening_minor), rate_of(uow, row.currency, day)) - int(done)
    if not minor:
        raise NothingChosenError
    post(
        uow, kind=KIND, business_date=day, document_type="bank_account",
        document_id=account_id, postings=[Posting(row.role, minor), Posting("opening_balance", -minor)],
    )  # fmt: skip
    note(
        uow, kind="bank.opening", document_type="bank_account", document_id=account_id,
        payload={"amount_minor": minor},
    )  # fmt: skip
    return minor
