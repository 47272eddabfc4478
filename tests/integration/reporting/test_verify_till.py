"""The books of returns, gift cards and money taken at tills agree, and tampering is named."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import SYSTEM_ACTOR
from app.loyalty.operations import save_program
from app.loyalty.rules import Program
from app.reporting.verify import verify_database
from app.till.cart import CartCustomer
from app.till.states import ReturnCondition
from tests.factories.shop import Shop
from tests.integration.till.checkout import card, check_out
from tests.integration.till.helpers import close
from tests.integration.till.returning import back_cart, take_back


@pytest.fixture
def traded(shop: Shop) -> Shop:
    """A closed shift with returns in all conditions, an exchange, cards, and an account."""
    shop.runtime.run(save_program, actor=SYSTEM_ACTOR, program=Program(1, 1))
    shift = shop.open_shift()
    sold = shop.sell(shop.cart(("COFFEE", 3000), ("MILK", 2000)), shift)
    take_back(shop, shift, back_cart(shop, sold.sale_id, (1, 1000)))
    take_back(shop, shift, back_cart(shop, sold.sale_id, (1, 1000), condition=ReturnCondition.QUARANTINE))
    take_back(shop, shift, back_cart(shop, sold.sale_id, (1, 1000), condition=ReturnCondition.SCRAP))
    take_back(shop, shift, back_cart(shop, sold.sale_id, (2, 1000), into=shop.cart("COFFEE")))
    check_out(shop, shift, card(5000, "GC11112222", shop.cart("MILK")), ("cash", 10_000, ""))
    check_out(shop, shift, card(2000, "GC33334444"), ("card", 2000, ""))
    check_out(shop, shift, shop.cart("COFFEE"), ("gift_card", 1290, "GC11112222"))
    customer = CartCustomer(shop.parties["Unlimited Ltd"], "Unlimited Ltd")
    on_account = shop.sell(
        shop.cart(("COFFEE", 2000)).set_customer(customer), shift, ("account", 2580), by="supervisor"
    )
    back = back_cart(shop, on_account.sale_id, (1, 1000)).set_customer(customer)
    take_back(shop, shift, back, ("account", 1290))
    close(shop, shift)
    return shop


def test_every_invariant_holds_after_returns_cards_and_accounts(traded: Shop) -> None:
    results = traded.runtime.ask(verify_database)
    assert [(r.name, r.faults) for r in results if not r.holds] == []


TAMPERED = {
    "more came back": (
        "UPDATE sale_return_line SET quantity_milli = 9000 WHERE condition = 'scrap'",
        {"returns_within_sales", "returns_are_marked"},
    ),
    "a mark taken away": ("DELETE FROM sale_return WHERE exchange_sale_id IS NULL", {"returns_are_marked"}),
    "a line's mark taken away": (
        "DELETE FROM sale_return_line WHERE condition = 'quarantine'",
        {"returns_are_marked"},
    ),
    "money taken": (
        "UPDATE till_taking SET amount_minor = amount_minor + 1 WHERE kind = 'voucher'",
        {"takings_are_paid", "summary_counters"},
    ),
    "a taking taken away": (
        "DELETE FROM till_taking WHERE amount_minor = 2000",
        {"no_orphans", "takings_without_gaps", "summary_by_tender", "all_in_journal"},
    ),
    "a balance": ("UPDATE voucher SET balance_minor = balance_minor + 100", {
        "vouchers_equal_moves", "vouchers_equal_ledger",
    }),
    "a move of a card": (
        "UPDATE voucher_move SET amount_minor = amount_minor - 1 WHERE kind = 'loaded'",
        {"vouchers_equal_moves"},
    ),
    "points": ("UPDATE loyalty_account SET points = points + 1", {"points_equal_moves"}),
    "the clearing": (
        "UPDATE ledger_line SET amount_minor = amount_minor + 1 WHERE account_code = '1120'",
        {"till_clearing_is_settled", "ledger_balances"},
    ),
}  # fmt: skip


class _UndoneError(Exception):
    """Ends a transaction without a trace."""


def _found(factory: UnitOfWorkFactory, statement: str) -> set[str]:
    """What is named after a change, which is taken back again."""
    found: set[str] = set()
    with pytest.raises(_UndoneError), factory.begin(actor=SYSTEM_ACTOR) as uow:
        changed = uow.connection.execute(text(statement)).rowcount
        assert changed > 0, f"the tampering itself did nothing: {statement}"
        found |= {r.name for r in verify_database(uow.connection) if not r.holds}
        raise _UndoneError
    return found


def test_tampering_is_named(traded: Shop, factory: UnitOfWorkFactory) -> None:
    for what, (statement, expected) in TAMPERED.items():
        assert expected <= _found(factory, statement), what
    assert not [r.name for r in traded.runtime.ask(verify_database) if not r.holds]
