"""A change of one character, anywhere in a posted row or in the chain, is found; on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Column, Connection, LargeBinary, Table, select, text, true, update
from sqlalchemy.exc import IntegrityError

from app.accounting.expenses import ExpenseDraft, book_expense
from app.accounting.states import PaidFrom
from app.audit.keys import make_secret, register_key
from app.audit.seals import SealedTable
from app.audit.tables import journal, journal_head
from app.collections.operations.reductions import reduce_item
from app.collections.states import ReductionKind
from app.db.columns import UtcDateTime, metadata
from app.inventory.tables import stock_move
from app.invoicing.operations.settle import take_back_payment, undo_payment_application
from app.ledger.tables import ledger_entry, ledger_line
from app.organisation.tables import store
from app.payments.tables import payment
from app.receivables.queries import list_allocations
from app.reporting.verify.documents import DOCUMENT_CHECKS
from app.reporting.verify.journal import JOURNAL_CHECKS
from app.reporting.verify.results import Check
from app.reporting.verify.seals import KINDS, SEAL_CHECKS
from app.till.cart import Cart
from app.till.operations.cash import move_cash
from app.till.operations.days import close_store_day
from app.till.operations.shifts import Counted, close_shift, save_count
from app.till.shift_report import expected_by_tender
from app.till.states import CashMovementKind, SaleKind, TakingKind
from app.till.tables import sale, sale_line, sale_tax
from app.till.taking import Taking
from tests.factories.shop import TODAY
from tests.integration.collections.conftest import Late, late
from tests.integration.einvoice.self_billed import agree, ship, take, written
from tests.integration.till.checkout import check_out, money
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


def _at_the_till(late: Late) -> None:
    shop = late.trade.shop
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE", ("MILK", 2000)), shift, ("cash", 2000))
    shop.sell(shop.cart("WINE"), shift, by="supervisor", kind=SaleKind.RETURN)
    check_out(shop, shift, money(Cart(), 500, Taking(TakingKind.TIP)))
    actor, context = shop.actor("manager"), shop.context()
    shop.runtime.run(
        move_cash, actor=actor, context=context, shift_id=shift, kind=CashMovementKind.PAY_IN,
        amount_minor=1000, reason="change",
    )  # fmt: skip
    expected = shop.runtime.ask(expected_by_tender, shift_id=shift)
    counts = [Counted("cash", expected["cash"]), Counted("card", expected.get("card", 0))]
    shop.runtime.run(save_count, actor=actor, context=context, shift_id=shift, counts=counts)
    shop.runtime.run(
        close_shift, actor=actor, context=context, shift_id=shift, explanation="", next_float_minor=0
    )
    shop.runtime.run(
        close_store_day, actor=actor, store_id=rows(shop, store)[0].id, business_date=TODAY,
        banked_minor=1000, bag="B1",
    )  # fmt: skip


def _in_the_office(late: Late) -> None:
    bill = late.bill(("COFFEE", 10), ("MILK", 4))
    paid = late.pay(1000)
    late.run(
        reduce_item, uuid=str(uuid4()), item_id=late.item(bill).id, kind=ReductionKind.WRITE_OFF,
        amount_minor=500, reason="gone",
    )  # fmt: skip
    (made,) = [a.id for a in late.ask(list_allocations, document_ids=[paid.payment_id])]
    late.run(undo_payment_application, allocation_ids=[made], reason="wrong invoice")
    late.pay(700)
    late.run(take_back_payment, payment_id=paid.payment_id, reason="bounced")
    draft = ExpenseDraft("6000", 1190, PaidFrom.BANK, "lamp", "", "", 190, "A", 19_000)
    late.run(book_expense, uuid="e", draft=draft)
    said, party_id = written(late.trade), agree(late.trade)
    ship(late.trade)
    take(late.trade, said, party_id)


@pytest.fixture
def busy(late: Late) -> Late:
    """Something of every kind was posted, and the chain is signed."""
    signer = make_secret(lambda _name, _secret: True)
    late.run(register_key, signer=signer)
    late.trade.shop.runtime.factory.signer = signer
    _in_the_office(late)
    _at_the_till(late)
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
