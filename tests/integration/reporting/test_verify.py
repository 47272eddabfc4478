"""The books are right after a day of everything, and each kind of tampering is named."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.days import list_day_figures
from app.reporting.verify import CHECKS, CheckResult, verify_database
from app.reporting.verify.assemblies import ASSEMBLY_CHECKS
from app.reporting.verify.bank import BANK_CHECKS
from app.reporting.verify.cases import CASE_CHECKS
from app.reporting.verify.collections import COLLECTION_CHECKS
from app.reporting.verify.commission import COMMISSION_CHECKS
from app.reporting.verify.einvoices import EINVOICE_CHECKS
from app.reporting.verify.expenses import EXPENSE_CHECKS
from app.reporting.verify.kits import KIT_CHECKS
from app.reporting.verify.lots import LOT_CHECKS
from app.reporting.verify.numbers import NUMBER_CHECKS
from app.reporting.verify.orders import ORDER_CHECKS
from app.reporting.verify.papers import PAPER_CHECKS
from app.reporting.verify.recurring import RECURRING_CHECKS
from app.reporting.verify.returns import RETURN_CHECKS
from app.reporting.verify.seals import SEAL_CHECKS
from app.reporting.verify.serials import SERIAL_CHECKS
from app.reporting.verify.shifts import SHIFT_CHECKS
from app.reporting.verify.stations import STATION_CHECKS
from app.reporting.verify.takings import TAKING_CHECKS
from app.till.cart import CartCustomer
from app.till.operations.carts import void_line
from app.till.operations.cash import move_cash, open_drawer
from app.till.operations.shifts import Counted, close_shift, save_count
from app.till.shift_report import expected_by_tender
from app.till.states import CashMovementKind, SaleKind
from tests.factories.shop import TODAY, Shop


def _close(shop: Shop, shift: int, short_minor: int = 0) -> None:
    expected = shop.runtime.ask(expected_by_tender, shift_id=shift)
    counts = [
        Counted("cash", expected["cash"] - short_minor),
        Counted("card", expected.get("card", 0)),
    ]
    context, actor = shop.context(), shop.actor("manager")
    shop.runtime.run(save_count, actor=actor, context=context, shift_id=shift, counts=counts)
    shop.runtime.run(
        close_shift, actor=actor, context=context, shift_id=shift,
        explanation="miscounted" if short_minor else "", next_float_minor=15000,
    )  # fmt: skip


def _customer(shop: Shop, name: str) -> CartCustomer:
    return CartCustomer(shop.parties[name], name)


@pytest.fixture
def traded(shop: Shop) -> Shop:
    """A shop after a shift of everything, and a second shift that is still open."""
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE", ("MILK", 2000)), shift, ("cash", 2000))
    shop.sell(shop.cart(("APPLE", 1236), "WRAP"), shift, ("card", 570))
    shop.sell(shop.cart("WINE", "STAMP"), shift, ("card", 500), ("cash", 1000))
    account = shop.cart("COFFEE").set_customer(_customer(shop, "Limited Ltd"))
    shop.sell(account, shift, ("account", 1290), by="supervisor")
    shop.sell(shop.cart("WINE"), shift, by="supervisor", kind=SaleKind.RETURN)
    actor, context = shop.actor("supervisor"), shop.context()
    for kind in (CashMovementKind.PAY_IN, CashMovementKind.PAY_OUT, CashMovementKind.SAFE_DROP):
        shop.runtime.run(
            move_cash, actor=actor, context=context, shift_id=shift, kind=kind, amount_minor=1000,
            reason="why not",
        )  # fmt: skip
    shop.runtime.run(open_drawer, actor=actor, context=context, shift_id=shift, reason="change")
    cart = shop.cart("MILK")
    shop.runtime.run(
        void_line, actor=actor, cart=cart, line_id=cart.lines[0].line_id, value_minor=119,
        reason="dropped", shift_id=shift,
    )  # fmt: skip
    _close(shop, shift, short_minor=20)
    later = shop.open_shift(float_minor=15000)
    shop.sell(shop.cart("MILK"), later)
    return shop


def _broken(shop: Shop) -> dict[str, CheckResult]:
    return {r.name: r for r in shop.runtime.ask(verify_database) if not r.holds}


def test_every_invariant_holds_after_a_day_of_everything(traded: Shop) -> None:
    seen: list[tuple[int, int, str]] = []
    results = traded.runtime.ask(verify_database, on_progress=lambda *step: seen.append(step))
    assert [r for r in results if not r.holds] == []
    assert seen[0][0] == 0
    assert seen[-1][:2] == (len(results), len(results))


def test_an_empty_shop_holds_every_invariant(shop: Shop) -> None:
    assert _broken(shop) == {}


# what is done to the database -> the checks that have to name it, among whatever else they upset
TAMPERED = {
    "a sale line's price": (
        "UPDATE sale_line SET gross_minor = gross_minor - 100 WHERE sku = 'COFFEE'",
        {"documents_as_written", "sales_equal_lines", "summary_by_category"},
    ),
    "a line's name": ("UPDATE sale_line SET name = 'Tea' WHERE sku = 'COFFEE'", {"documents_as_written"}),
    "a line taken away": (
        "DELETE FROM sale_line WHERE sku = 'STAMP'",
        {"documents_as_written", "sales_equal_lines"},
    ),
    "a sale taken away": (
        "DELETE FROM sale WHERE number = 'T01-000002'",
        {
            "documents_as_written",
            "no_orphans",
            "receipts_without_gaps",
            "perpetual_total",
            "print_jobs_known",
        },
    ),
    "a sale's gross": (
        "UPDATE sale SET gross_minor = gross_minor + 1 WHERE number = 'T01-000001'",
        {"documents_as_written", "sales_equal_lines", "sales_are_paid"},
    ),
    "a sale's time": ("UPDATE sale SET cashier_id = 1 WHERE number = 'T01-000001'", {"documents_as_written"}),
    "a tax amount": (
        "UPDATE sale_tax SET tax_minor = tax_minor + 1 WHERE tax_code = 'A'",
        {"documents_as_written", "sales_equal_taxes", "summary_by_tax"},
    ),
    "a payment": (
        "UPDATE payment SET amount_minor = amount_minor - 50 WHERE tender_code = 'card'",
        {"documents_as_written", "sales_are_paid", "summary_by_tender", "ledger_equals_sales"},
    ),
    "a payment taken away": (
        "DELETE FROM payment WHERE tender_code = 'account'",
        {"documents_as_written", "sales_are_paid"},
    ),
    "a summary by category": (
        "UPDATE shift_sales SET net_minor = net_minor + 1 WHERE kind = 'sale'",
        {"summary_by_category", "z_equals_ledger"},
    ),
    "a summary by tax": (
        "UPDATE shift_tax SET tax_minor = tax_minor - 1",
        {"summary_by_tax", "z_equals_ledger"},
    ),
    "a summary by tender": ("DELETE FROM shift_tender WHERE tender_code = 'card'", {"summary_by_tender"}),
    "a counter": ("UPDATE shift_figure SET count = count + 1 WHERE name = 'no_sale'", {"summary_counters"}),
    "a ledger line": (
        "UPDATE ledger_line SET amount_minor = amount_minor + 1 WHERE position = 1",
        {"ledger_balances", "ledger_days_equal_lines", "documents_as_written"},
    ),
    "a day of an account": (
        "UPDATE ledger_day SET debit_minor = debit_minor + 1",
        {"ledger_days_equal_lines"},
    ),
    "a balanced change in the ledger": (
        (
            "UPDATE ledger_line SET amount_minor = amount_minor * 2 WHERE entry_id IN "
            "(SELECT id FROM ledger_entry WHERE kind = 'sale')"
        ),
        {
            "ledger_equals_sales",
            "ledger_days_equal_lines",
            "z_equals_ledger",
            "drawer_equals_ledger",
            "documents_as_written",
        },
    ),
    "ledger lines without an entry": (
        "DELETE FROM ledger_entry WHERE kind = 'pay_in'",
        {"ledger_balances", "ledger_days_equal_lines", "drawer_equals_ledger"},
    ),
    "an open item": ("UPDATE open_item SET open_minor = 1", {"receivables_equal_items"}),
    "a stock level": ("UPDATE stock_level SET on_hand_milli = on_hand_milli + 1000", {"stock_equals_moves"}),
    "a stock value": (
        "UPDATE stock_level SET value_minor = 0",
        {"stock_equals_moves", "stock_value_in_ledger"},
    ),
    "a level taken away": ("DELETE FROM stock_level WHERE on_hand_milli <> 100000", {"stock_equals_moves"}),
    "a stock move": (
        "UPDATE stock_move SET quantity_milli = quantity_milli + 1 WHERE document_type = 'sale'",
        {"stock_equals_moves", "documents_as_written"},
    ),
    "a stock move taken away": (
        "DELETE FROM stock_move WHERE document_type = 'adjustment'",
        {"stock_equals_moves", "all_in_journal"},
    ),
    "a product's day": ("UPDATE product_day SET sold_milli = sold_milli + 1", {"product_days_equal_sales"}),
    "a journal entry": (
        "UPDATE journal SET payload = '{}' WHERE kind = 'sale.completed' AND seq < 6",
        {"journal_is_whole", "documents_as_written"},
    ),
    "a journal entry taken away": (
        "DELETE FROM journal WHERE kind = 'drawer.no_sale'",
        {"journal_is_whole", "all_in_journal"},
    ),
    "the journal's tail": (
        (
            "DELETE FROM journal WHERE chain = 'T01' AND seq = "
            "(SELECT max(seq) FROM journal WHERE chain = 'T01')"
        ),
        {"journal_is_whole", "documents_as_written"},
    ),
    "the journal's head": (
        "UPDATE journal_head SET last_seq = last_seq - 1 WHERE chain = 'T01'",
        {"journal_is_whole"},
    ),
    "the perpetual total": ("UPDATE journal_head SET perpetual_minor = 0", {"perpetual_total"}),
    "a receipt's number": (
        "UPDATE sale SET number = 'T01-000099' WHERE number = 'T01-000002'",
        {"receipts_without_gaps", "documents_as_written"},
    ),
    "a series": (
        "UPDATE number_series SET last_number = last_number + 2 WHERE document_type = 'receipt'",
        {"receipts_without_gaps"},
    ),
    "a slip's number": (
        "UPDATE cash_movement SET number = 'X' WHERE kind = 'pay_in'",
        {"slips_without_gaps"},
    ),
    "a Z number": ("UPDATE shift SET z_number = 7 WHERE z_number = 1", {"z_without_gaps"}),
    "the characters on a Z": (
        "UPDATE shift SET journal_excerpt = 'AAAAAAAA' WHERE z_number = 1",
        {"z_bears_its_entry"},
    ),
    "what was left in the drawer": (
        "UPDATE shift SET next_float_minor = 1 WHERE z_number = 1",
        {"drawer_equals_ledger"},
    ),
    "what was expected": (
        "UPDATE shift_difference SET expected_minor = 1 WHERE tender_code = 'cash'",
        {"drawer_equals_ledger"},
    ),
    "a print job": ("DELETE FROM print_job WHERE kind = 'receipt'", {"print_jobs_known"}),
    "a print job of nothing": (
        "UPDATE print_job SET document_id = 5 WHERE kind = 'z_report'",
        {"print_jobs_known"},
    ),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_tampering_is_named(traded: Shop, factory: UnitOfWorkFactory, what: str) -> None:
    statement, expected = TAMPERED[what]
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        changed = uow.connection.execute(text(statement)).rowcount
    assert changed > 0, "the tampering itself did nothing"
    broken = _broken(traded)
    assert expected <= set(broken)
    assert all(r.faults and r.fault_count for r in broken.values())


def test_a_row_that_points_at_nothing_is_named_on_sqlite(
    traded: Shop, factory: UnitOfWorkFactory, database_url: str
) -> None:
    if not database_url.startswith("sqlite"):
        # the server itself refuses such a row: that is the invariant there
        from app.kernel.refusal import Refusal

        with pytest.raises(Refusal), factory.begin(actor=SYSTEM_ACTOR) as uow:
            uow.connection.execute(text("UPDATE shift SET till_id = 1"))
        return
    from pysqlite3 import dbapi2

    with dbapi2.connect(database_url.removeprefix("sqlite:///")) as outside:
        outside.execute("UPDATE shift SET till_id = 1")
        outside.commit()
    assert "references_hold" in _broken(traded)


def test_only_the_first_faults_are_kept_in_words_and_all_are_counted(
    traded: Shop, factory: UnitOfWorkFactory
) -> None:
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            text("UPDATE number_series SET last_number = 100 WHERE document_type = 'receipt'")
        )
        uow.connection.execute(text("UPDATE print_job SET kind = 'poem'"))
    broken = _broken(traded)
    assert "missing" in broken["receipts_without_gaps"].faults[0]
    assert "poem" in broken["print_jobs_known"].faults[0]


def test_every_check_has_a_name_and_a_sentence_of_its_own() -> None:
    assert len({c.name for c in CHECKS}) == len(CHECKS)
    assert all(c.sentence.endswith(".") for c in CHECKS)


# tampered with in test_verify_till.py and tests/integration/till/test_store_day.py
_OF_TILLS = {"takings_without_gaps", "days_equal_shifts"}
_NUMBERED = tuple(c for c in (*NUMBER_CHECKS, *SHIFT_CHECKS) if c.name in _OF_TILLS)
TILL_CHECKS = (*RETURN_CHECKS, *TAKING_CHECKS, *_NUMBERED)
STOCK_CHECKS = LOT_CHECKS  # in inventory/test_lots_and_costing.py
# SERIAL_CHECKS in till/test_serials.py, COMMISSION_CHECKS in commission/test_commission.py


def test_every_check_is_tampered_with_by_a_test() -> None:
    tampered = set().union(*(names for _statement, names in TAMPERED.values()))
    others = (
        *BANK_CHECKS,
        *ORDER_CHECKS,
        *PAPER_CHECKS,
        *COLLECTION_CHECKS,
        *EXPENSE_CHECKS,
        *TILL_CHECKS,
        *STOCK_CHECKS,
        *EINVOICE_CHECKS,
        *RECURRING_CHECKS,
        *SEAL_CHECKS,
        *KIT_CHECKS,
        *ASSEMBLY_CHECKS,
        *SERIAL_CHECKS,
        *CASE_CHECKS,  # in cases/test_cases.py
        *COMMISSION_CHECKS,
        *STATION_CHECKS,  # in stations/test_quarantine.py
    )
    elsewhere = {c.name for c in others}  # other files
    of_the_file = {"file_is_sound", "references_hold", "values_as_written"}  # the last in tests/attack/chain
    assert {c.name for c in CHECKS} - tampered - elsewhere == of_the_file


def test_the_day_figures_take_returns_off(traded: Shop) -> None:
    (day,) = traded.runtime.ask(list_day_figures, since=date(2026, 1, 1), until=TODAY)
    assert (day.sales, day.returns) == (5, 1)
    assert day.gross_minor == 1528 + 570 + 894 + 1290 - 799 + 119
    assert day.net_minor + day.tax_minor == day.gross_minor
    assert traded.runtime.ask(list_day_figures, since=TODAY, until=TODAY, till_id=traded.tills["T02"]) == []
