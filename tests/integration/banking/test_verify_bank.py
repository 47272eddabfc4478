"""The bank's books are right, and each kind of tampering with them is named."""

from __future__ import annotations

from typing import Final
from uuid import uuid4

import pytest
from sqlalchemy import text

from app.banking.operations.imports import import_statements
from app.banking.operations.others import AccountShare, book_to_accounts
from app.banking.run import match_open_lines
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.verify import verify_database
from app.reporting.verify.bank import BANK_CHECKS
from tests.factories.wholesale import Wholesale
from tests.integration.banking.conftest import Mt940

TAMPERED: Final = {
    "UPDATE bank_statement SET new_count = 5": {"statements_add_up"},
    "UPDATE bank_line SET amount_minor = 834 WHERE amount_minor = 833": {
        "statements_add_up", "lines_are_matched_once",
    },
    "UPDATE bank_line SET status = 'open' WHERE amount_minor = 833": {"lines_are_matched_once"},
    "UPDATE bank_match SET status = 'undone' WHERE kind = 'payment'": {"lines_are_matched_once"},
    "UPDATE bank_match SET amount_minor = 834 WHERE kind = 'payment'": {
        "lines_are_matched_once", "matched_payments_equal_lines",
    },
    "UPDATE customer_payment SET amount_minor = 834": {"matched_payments_equal_lines"},
    "UPDATE bank_match SET status = 'undone' WHERE kind = 'account'": {"bank_lines_in_ledger"},
}  # fmt: skip


class _Undo(Exception):  # noqa: N818 - takes the tampering back
    pass


def test_tampering_with_the_bank_is_named(
    trade: Wholesale, account_id: int, mt940: Mt940, factory: UnitOfWorkFactory
):
    bill = trade.bill(trade.ship_all(trade.order(("WINE", 1)).order_id))
    brought = trade.run(
        import_statements, content=mt940((833, f"RE {bill.number}"), (-500, "Charges")), name="a"
    )
    assert match_open_lines(trade.shop.runtime, actor=SYSTEM_ACTOR).booked == 1
    shares = [AccountShare("6920", -500)]
    trade.run(book_to_accounts, uuid=str(uuid4()), line_id=brought.line_ids[1], shares=shares)
    assert [r.name for r in trade.ask(verify_database) if not r.holds] == []
    for statement, names in TAMPERED.items():
        with pytest.raises(_Undo), factory.begin(actor=SYSTEM_ACTOR) as uow:
            assert uow.connection.execute(text(statement)).rowcount > 0
            found = {c.name for c in BANK_CHECKS if list(c.find(uow.connection))}
            assert names <= found, statement
            raise _Undo
