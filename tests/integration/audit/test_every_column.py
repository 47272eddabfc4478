"""A change of one character, anywhere in a posted row or in the chain, is found; on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Column, Connection, LargeBinary, Table, select, text, true, update
from sqlalchemy.exc import IntegrityError

from app.audit.seals import SealedTable
from app.audit.tables import journal, journal_head
from app.db.columns import UtcDateTime, metadata
from app.inventory.tables import stock_move
from app.ledger.tables import ledger_entry, ledger_line
from app.payments.tables import payment
from app.reporting.verify.documents import DOCUMENT_CHECKS
from app.reporting.verify.journal import JOURNAL_CHECKS
from app.reporting.verify.results import Check
from app.reporting.verify.seals import KINDS, SEAL_CHECKS
from app.till.tables import sale, sale_line, sale_tax
from tests.integration.audit.everything import post_everything
from tests.integration.collections.conftest import Late, late
from tests.integration.till.helpers import rows

__all__ = ["late"]  # the fixture

# told in the digest of a sale, whose entry stands in the chain
_ENTRIES = select(ledger_entry.c.id).where(ledger_entry.c.document_type == "sale")
_OF_SALES = (
    (sale, true()), (sale_line, true()), (sale_tax, true()), (payment, payment.c.document_type == "sale"),
    (ledger_entry, ledger_entry.c.document_type == "sale"),
    (ledger_line, ledger_line.c.entry_id.in_(_ENTRIES)),
    (stock_move, stock_move.c.document_type == "sale"),
)  # fmt: skip


@pytest.fixture
def busy(late: Late) -> Late:
    """Something of every kind was posted, and the chain is signed."""
    post_everything(late)
    return late


def _other(column: Column[Any], value: Any) -> Any:
    """The value with one bit, digit or letter changed; something where there was nothing."""
    moment = isinstance(column.type, UtcDateTime)
    kind: type = datetime if moment else column.type.python_type
    if kind is bool:
        return not value
    if value is None:
        empty = {int: 1, str: "x", datetime: datetime(2026, 3, 2, 9, tzinfo=UTC), date: date(2026, 3, 2)}
        return empty[kind]
    if kind is int:
        return int(value) ^ 1 or 2
    if kind is str:
        return value[:-1] + chr(ord(value[-1]) ^ 1) if value else "x"
    return value + (timedelta(microseconds=1) if moment else timedelta(days=1))


def _found(connection: Connection, checks: Sequence[Check]) -> bool:
    return any(next(iter(check.find(connection)), None) for check in checks)


def _as_who_owns_the_file(connection: Connection, url: str) -> None:
    """Without what the database itself looks after."""
    if url.startswith("postgres"):
        connection.execute(text("SET session_replication_role = replica"))
        return
    driver: Any = connection.connection.dbapi_connection
    driver.execute("PRAGMA foreign_keys=OFF")  # does nothing within a transaction
    driver.execute("PRAGMA ignore_check_constraints=ON")


def _missed(connection: Connection, table: Table, condition: Any, checks: Sequence[Check]) -> list[str]:
    """The columns of a row in which a change is not found; the database itself may refuse it."""
    row = connection.execute(select(table).where(condition)).first()
    assert row is not None, f"no row of {table.name} to try it on"
    key = [c == getattr(row, c.name) for c in table.primary_key.columns]
    missed = []
    for column in table.columns:
        if isinstance(column.type, LargeBinary):
            continue
        nested = connection.begin_nested()
        try:
            connection.execute(
                update(table).where(*key).values({column: _other(column, getattr(row, column.name))})
            )
            if not _found(connection, checks):
                missed.append(f"{table.name}.{column.name}")
        except (IntegrityError, ValueError):
            pass  # a CHECK of the database, or a value no reader understands
        finally:
            nested.rollback()
    return missed


def _posted(table: Table, sealed: SealedTable) -> Any:
    condition = table.c[sealed.key].is_not(None)
    if sealed.only is None:
        return condition
    return condition & (table.c[sealed.only[0]] == sealed.only[1])


def test_a_changed_character_in_any_column_is_found(busy: Late, database_url: str) -> None:
    factory = busy.trade.shop.runtime.factory
    missed = []
    engine = factory._write_engine
    with engine.connect() as connection:
        _as_who_owns_the_file(connection, database_url)
        assert not _found(connection, (*SEAL_CHECKS, *DOCUMENT_CHECKS, *JOURNAL_CHECKS))
        for kind, check in zip(KINDS, SEAL_CHECKS, strict=True):
            for sealed in kind.tables:
                table = metadata.tables[str(sealed.table.name)]
                if table.name != "deposit_use":  # figures of down payments: tried where they are
                    missed += _missed(connection, table, _posted(table, sealed), [check])
        for table, of_a_sale in _OF_SALES:
            missed += _missed(connection, table, of_a_sale, DOCUMENT_CHECKS[:1])
        for table in (journal, journal_head):
            missed += _missed(connection, table, true(), JOURNAL_CHECKS[:2])
        connection.rollback()
    assert missed == []


def test_a_row_that_is_taken_away_or_put_in_is_named(busy: Late) -> None:
    bill = rows(busy.trade.shop, journal, journal.c.kind == "invoice.posted")[0].document_id
    with busy.trade.shop.runtime.factory._write_engine.connect() as connection:
        connection.execute(text("DELETE FROM expense"))
        connection.execute(text(f"DELETE FROM invoice_tax WHERE invoice_id = {bill}"))
        found = [f for check in SEAL_CHECKS for f in check.find(connection)]
        connection.rollback()
    assert any(f.startswith("the journal tells of expense") for f in found)
    assert f"invoice {bill}: its rows are not as they were written" in found
