"""Gift cards, store credit, points, accounts and other tills' receipts at tills that are on line."""

from __future__ import annotations

from dataclasses import replace
from threading import Barrier, Thread

import pytest
from sqlalchemy import Update, update

from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.loyalty.operations import save_program
from app.loyalty.queries import points_of
from app.loyalty.rules import Program
from app.receivables.items import AlreadyPaidError
from app.receivables.operations import CreditLimitError
from app.receivables.queries import list_open_items, owed_minor
from app.reporting.verify.run import verify_database
from app.stations.refusals import (
    ForeignReceiptError,
    NeedsServerError,
    OfflineTakingError,
    OfflineTenderError,
)
from app.till.cart import Cart, CartCustomer
from app.till.credit import OWN_CREDIT, CreditGoneError, credit_minor
from app.till.refusals import ReturnChangedError
from app.till.returnable import get_returnable, line_back
from app.till.states import TakingKind
from app.till.tables import sale, till_hold, till_hold_part, till_taking
from app.till.taking import Taking
from app.till.tender import Tendering
from app.vouchers.queries import find_voucher, voucher_liability
from tests.factories.shop import BACK, Shop
from tests.integration.stations.conftest import TillMachine
from tests.integration.stations.counter import CARD, all_well, both, on_card, sell_card
from tests.integration.stations.test_sending import told
from tests.integration.till.checkout import card, check_out, money
from tests.integration.till.helpers import rows

pytestmark = pytest.mark.postgres


class _UndoneError(Exception):
    """Ends a transaction without a trace."""


def _after(shop: Shop, statement: Update) -> set[str]:
    """The invariants that a change breaks, which is taken back again."""
    found: set[str] = set()
    with pytest.raises(_UndoneError), shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(statement)
        found |= {r.name for r in verify_database(uow.connection) if not r.holds}
        raise _UndoneError
    return found


def test_a_gift_card_is_sold_loaded_used_and_paid_out_and_both_books_say_the_same(
    till: TillMachine, server_shop: Shop
) -> None:
    shift = till.shop.open_shift(by="supervisor")
    sell_card(till, shift)
    check_out(till.shop, shift, card(1000, CARD, till.shop.cart("MILK")))
    check_out(till.shop, shift, till.shop.cart("WINE"), ("gift_card", 799, CARD))
    check_out(till.shop, shift, card(-5201, CARD), by="manager")
    assert on_card(till.shop) == 0
    assert till.drainer.round().unsent == 0
    assert told(till.shop, shift) == told(server_shop, shift)
    here, there = (
        {(r.uuid, r.id, r.number, r.amount_minor) for r in rows(s, till_taking)}
        for s in (till.shop, server_shop)
    )
    assert here == there
    assert [h.status for h in rows(server_shop, till_hold)] == ["settled", "settled"]
    all_well(till.shop, server_shop)


def test_two_tills_at_once_with_one_card_one_wins_and_what_is_owed_never_changed_by_keeping(
    till: TillMachine, second: TillMachine, server_shop: Shop
) -> None:
    shifts = {code: machine.shop.open_shift(code) for machine, code in both(till, second)}
    sell_card(till, shifts["T01"])
    start, ends = Barrier(2), []

    def redeem(machine: TillMachine, code: str) -> None:
        cart = machine.shop.cart("COFFEE", "COFFEE", "COFFEE")
        start.wait()
        try:
            check_out(machine.shop, shifts[code], cart, ("gift_card", 3870, CARD), till=code)
            ends.append("sold")
        except Refusal as refusal:
            ends.append(type(refusal).__name__)
        finally:
            machine.runtime.factory.close_thread()
            server_shop.runtime.factory.close_thread()

    threads = [Thread(target=redeem, args=x) for x in both(till, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ends) == ["VoucherTooSmallError", "sold"]
    assert on_card(server_shop) == 1130
    assert [x.balance_minor for x in server_shop.runtime.ask(voucher_liability)] == [5000]
    all_well(till.shop, second.shop, server_shop)  # kept, not yet told
    for tampering in (
        update(till_hold).values(status="released"), update(till_hold_part).values(amount=1),
    ):  # fmt: skip
        assert "holds_are_kept" in _after(server_shop, tampering)
    for machine in (till, second):
        assert machine.drainer.round().unsent == 0
    assert on_card(server_shop) == 1130
    all_well(till.shop, second.shop, server_shop)


def test_while_the_server_is_away_it_is_said_in_a_sentence_and_cash_is_taken(
    till: TillMachine, server_shop: Shop
) -> None:
    shift = till.shop.open_shift()
    sell_card(till, shift)
    till.line.is_cut = True
    cart = till.shop.cart("WINE")
    for wanted, refusal in ((card(100, CARD), OfflineTakingError), (cart, OfflineTenderError)):
        with pytest.raises(refusal, match="cannot be reached"):
            check_out(till.shop, shift, wanted, ("gift_card", till.shop.total(wanted), CARD))
    with pytest.raises(NeedsServerError):
        till.runtime.ask(find_voucher, code=CARD)
    tip = money(cart, 200, Taking(TakingKind.TIP))
    check_out(till.shop, shift, tip)
    till.line.is_cut = False
    assert till.drainer.round().unsent == 0
    assert [(r.kind, r.amount_minor) for r in rows(server_shop, till_taking)][-1] == ("tip", 200)
    all_well(till.shop, server_shop)


def test_another_tills_receipt_comes_back_once(
    till: TillMachine, second: TillMachine, server_shop: Shop
) -> None:
    shifts = {code: m.shop.open_shift(code, by="supervisor") for m, code in both(till, second)}
    sold = till.shop.sell(till.shop.cart(("WINE", 2000)), shifts["T01"])
    with pytest.raises(Refusal):
        second.runtime.ask(get_returnable, sale_id=sold.sale_id)  # not told yet
    assert till.drainer.round().unsent == 0

    def back(machine: TillMachine, milli: int) -> Cart:
        found = machine.runtime.ask(get_returnable, sale_id=sold.sale_id)
        return Cart().put(line_back(found.lines[0], milli, cashier_id=1, back=BACK))

    stale = back(till, 2000)
    cart = back(second, 1000)
    second.line.is_cut = True
    with pytest.raises(ForeignReceiptError):
        second.shop.sell(cart, shifts["T02"], by="supervisor", till="T02")
    second.line.is_cut = False
    second.drainer.round()
    second.shop.sell(cart, shifts["T02"], by="supervisor", till="T02")
    with pytest.raises(ReturnChangedError):  # kept for the other, though not told yet
        till.shop.sell(stale, shifts["T01"], by="supervisor")
    till.shop.sell(back(till, 1000), shifts["T01"], by="supervisor")
    for machine, _code in reversed(both(till, second)):
        assert machine.drainer.round().unsent == 0
    assert sorted(r.gross_minor for r in rows(server_shop, sale)) == [-799, -799, 1598]
    all_well(till.shop, second.shop, server_shop)


def test_points_are_earned_and_spent_over_all_tills(
    till: TillMachine, second: TillMachine, server_shop: Shop
) -> None:
    server_shop.runtime.run(save_program, actor=SYSTEM_ACTOR, program=Program(10, 1))
    for machine, _code in both(till, second):
        machine.drainer.round()
    shifts = {code: m.shop.open_shift(code) for m, code in both(till, second)}
    party_id = next(iter(server_shop.parties.values()))

    def sell(machine: TillMachine, code: str, *tenders: tuple[str, int, str]) -> None:
        cart = replace(machine.shop.cart("COFFEE"), customer=CartCustomer(party_id, "Customer"))
        check_out(machine.shop, shifts[code], cart, *tenders, till=code)

    sell(till, "T01")
    assert till.drainer.round().unsent == 0
    assert second.runtime.ask(points_of, party_id=party_id).points == 120
    sell(second, "T02", ("points", 100, ""), ("cash", 1190, ""))
    with pytest.raises(Refusal, match="20 points"):
        sell(till, "T01", ("points", 100, ""), ("cash", 1190, ""))
    for machine, _code in both(till, second):
        assert machine.drainer.round().unsent == 0
    assert server_shop.runtime.ask(points_of, party_id=party_id).points == 20 + 110
    all_well(till.shop, second.shop, server_shop)


def test_accounts_go_by_the_shops_own_limit_and_what_is_paid_twice_is_credit(
    till: TillMachine, second: TillMachine, server_shop: Shop
) -> None:
    shifts = {code: m.shop.open_shift(code, by="manager") for m, code in both(till, second)}
    party_id = server_shop.parties["Limited Ltd"]
    customer = CartCustomer(party_id, "Limited Ltd")

    def on_account(machine: TillMachine, code: str, pounds: int) -> None:
        cart = replace(machine.shop.cart(("COFFEE", pounds * 1000)), customer=customer)
        check_out(machine.shop, shifts[code], cart, ("account", 1290 * pounds, ""), by="manager", till=code)

    on_account(till, "T01", 2)
    with pytest.raises(CreditLimitError, match="64"):
        on_account(second, "T02", 3)  # the first is kept, though it was not told
    assert till.drainer.round().unsent == 0
    (item,) = second.runtime.ask(list_open_items, party_id=party_id)
    taking = Taking(TakingKind.ACCOUNT, item.document_number, party_id, ((item.id, 2580),))
    second.line.is_cut = till.line.is_cut = False
    for machine, code in both(till, second):
        check_out(machine.shop, shifts[code], money(Cart(), 2580, taking), by="manager", till=code)
    for machine, _code in both(till, second):
        assert machine.drainer.round().unsent == 0
    with pytest.raises(AlreadyPaidError):
        check_out(till.shop, shifts["T01"], money(Cart(), 2580, taking), by="manager")
    assert till.runtime.ask(owed_minor, party_id=party_id) == -2580
    assert till.runtime.ask(credit_minor, party_id=party_id, currency="EUR") == 2580

    def by_credit(machine: TillMachine, code: str) -> None:
        cart = replace(machine.shop.cart(("COFFEE", 2000)), customer=customer)
        paying = Tendering(2580, "EUR").add(
            "account", "account", 2580, reference=OWN_CREDIT, party_id=party_id
        )
        machine.shop.complete(cart, shifts[code], paying.tenders, by="manager", till=code)

    by_credit(till, "T01")
    with pytest.raises(CreditGoneError):
        by_credit(second, "T02")
    for machine, _code in both(till, second):
        assert machine.drainer.round().unsent == 0
    assert till.runtime.ask(owed_minor, party_id=party_id) == 0
    all_well(till.shop, second.shop, server_shop)
