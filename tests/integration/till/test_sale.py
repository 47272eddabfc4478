"""A sale: everything in one transaction, once."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from app.inventory.queries import list_stock_faults, on_hand
from app.inventory.tables import stock_level, stock_move
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.kernel.refusal import Refusal
from app.ledger.tables import ledger_entry
from app.numbering.tables import number_series
from app.organisation.operations import save_company
from app.payments.tables import payment
from app.printing.states import PrintStatus
from app.printing.tables import print_job
from app.receivables.operations import CreditLimitError, CustomerBlockedError
from app.receivables.queries import owed_minor
from app.till.cart import Cart, CartCustomer, Discount, DiscountKind, Sellable
from app.till.events import SaleCompleted
from app.till.operations.sales import complete_sale
from app.till.queries import find_sale_by_uuid, get_sale
from app.till.refusals import (
    ApprovalNeededError,
    CustomerNeededError,
    EmptyCartError,
    NoShiftError,
    NotPaidError,
    OverpaidError,
    SaleConflictError,
)
from app.till.states import SaleKind
from app.till.tables import sale
from app.till.tender import Tender
from tests.factories.shop import BACK, COMPANY, Shop
from tests.integration.till.helpers import (
    approval_of,
    balance,
    books_are_whole,
    count,
    entry,
    kinds,
    report_of,
    rows,
)


def test_a_cash_sale_gets_the_first_number_of_its_till(shop: Shop) -> None:
    shift = shop.open_shift()
    done = shop.sell(shop.cart("COFFEE", ("MILK", 2000)), shift, ("cash", 2000))
    assert done.gross_minor == 1290 + 2 * 119
    assert done.change_minor == 2000 - done.gross_minor
    assert done.number == "T01-000001"
    assert shop.sell(shop.cart("MILK"), shift).number == "T01-000002"
    second = shop.open_shift("T02")
    assert shop.sell(shop.cart("MILK"), second, till="T02").number == "T02-000001"
    books_are_whole(shop)


def test_a_sale_books_its_money_tax_cost_and_stock_together(shop: Shop) -> None:
    shift = shop.open_shift()
    done = shop.sell(shop.cart("COFFEE", ("MILK", 2000)), shift, ("cash", 2000))
    net = 1084 + 222  # 12.90 at 19 %, 2.38 at 7 %
    assert balance(shop, "cash_drawer") == 20000 + 1528
    assert balance(shop, "sales") == -net
    assert balance(shop, "tax_output") == -(1528 - net)
    cost = round(1290 * 0.6) + 2 * round(119 * 0.6)
    assert balance(shop, "cost_of_goods") == pytest.approx(cost, abs=2)
    assert (
        shop.runtime.ask(on_hand, product_id=shop.products["MILK"], location_id=shop.locations["SHOP"])
        == 98_000
    )
    assert shop.runtime.ask(list_stock_faults) == []
    view = shop.runtime.ask(get_sale, sale_id=done.sale_id)
    assert [(t.tax_code, t.base_minor, t.tax_minor) for t in view.taxes] == [("A", 1084, 206), ("B", 222, 16)]
    assert [(p.tender_code, p.amount_minor, p.tendered_minor, p.change_minor) for p in view.payments] == [
        ("cash", 1528, 2000, 472)
    ]
    assert view.journal_excerpt == done.journal_excerpt
    assert [j.status for j in rows(shop, print_job)] == [PrintStatus.QUEUED]
    levels = {r.product_id: r.value_minor for r in rows(shop, stock_level)}
    assert sum(levels.values()) == balance(shop, "inventory")
    books_are_whole(shop)


def test_a_sale_tells_after_the_commit_that_the_drawer_opens_for_cash_only(
    shop: Shop, published: list[object]
) -> None:
    shift = shop.open_shift()
    shop.sell(shop.cart("MILK"), shift)
    shop.sell(shop.cart("MILK"), shift, ("card", 119))
    assert [e.opens_drawer for e in published if isinstance(e, SaleCompleted)] == [True, False]


def test_a_split_over_card_and_cash_is_kept_by_tender(shop: Shop) -> None:
    shift = shop.open_shift()
    done = shop.sell(shop.cart("COFFEE"), shift, ("card", 1000), ("cash", 500))
    assert done.change_minor == 210
    tenders = {t.code: (t.count, t.amount_minor) for t in report_of(shop, shift).tenders}
    assert tenders == {"card": (1, 1000), "cash": (1, 290)}
    assert balance(shop, "card_clearing") == 1000


def test_a_sale_sent_again_does_nothing_twice(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart("COFFEE", "MILK")
    first = shop.sell(cart, shift)
    tables = (sale, payment, stock_move, ledger_entry, print_job)
    before = [count(shop, t) for t in tables]
    again = shop.sell(cart, shift)
    assert again.was_there
    assert replace(again, was_there=False) == first
    assert [count(shop, t) for t in tables] == before
    assert report_of(shop, shift).figures["sales"] == (1, 1409)
    assert shop.runtime.ask(find_sale_by_uuid, uuid=cart.uuid) == first.sale_id


def test_a_sale_sent_again_after_the_shift_was_closed_is_still_the_same(shop: Shop) -> None:
    from tests.integration.till.helpers import close

    shift = shop.open_shift()
    cart = shop.cart("MILK")
    first = shop.sell(cart, shift)
    close(shop, shift)
    assert shop.sell(cart, shift).number == first.number


def test_the_same_uuid_with_other_content_is_refused(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart("MILK")
    shop.sell(cart, shift)
    more = cart.add(shop.items["COFFEE"], cashier_id=1)
    with pytest.raises(SaleConflictError, match="T01-000001 with other content"):
        shop.sell(more, shift)
    with pytest.raises(SaleConflictError):
        shop.sell(cart, shift, ("card", 119))
    assert count(shop, sale) == 1


@pytest.mark.parametrize(
    ("tenders", "refusal"),
    [
        ([("cash", 100)], NotPaidError),
        ([("cash", 119), ("card", 1)], OverpaidError),
        ([], NotPaidError),
    ],
)
def test_tenders_that_do_not_come_to_the_total_are_refused(
    shop: Shop, tenders: list[tuple[str, int]], refusal: type[Refusal]
) -> None:
    shift = shop.open_shift()
    with pytest.raises(refusal):
        shop.complete(shop.cart("MILK"), shift, [Tender(c, c, a, a) for c, a in tenders])
    assert count(shop, sale) == 0
    assert rows(shop, number_series, number_series.c.document_type == "receipt") == []


def test_nothing_is_sold_from_an_empty_cart_or_without_an_open_shift(shop: Shop) -> None:
    shift = shop.open_shift()
    with pytest.raises(EmptyCartError):
        shop.complete(Cart(), shift, [])
    for nowhere in (0, 12345):
        with pytest.raises(NoShiftError, match="Count the float"):
            shop.sell(shop.cart("MILK"), nowhere)


def test_a_till_does_not_sell_on_another_tills_shift(shop: Shop) -> None:
    shift = shop.open_shift("T01")
    with pytest.raises(NoShiftError):
        shop.sell(shop.cart("MILK"), shift, till="T02")


def test_cash_is_rounded_to_coins_and_a_card_is_not(shop: Shop) -> None:
    shop.runtime.run(
        save_company, actor=SYSTEM_ACTOR,
        details=replace(COMPANY, currency="CHF", country="CH", cash_rounding_minor=5),
    )  # fmt: skip
    shift = shop.open_shift()
    cash = shop.sell(shop.cart("MILK"), shift, ("cash", 200))  # 1.19 is 1.20 in cash
    card = shop.sell(shop.cart("MILK"), shift, ("card", 119))
    assert (cash.gross_minor, cash.change_minor) == (119, 80)
    assert (card.gross_minor, card.change_minor) == (119, 0)
    report = report_of(shop, shift)
    assert report.figures["rounding"] == (1, 1)
    assert balance(shop, "cash_rounding") == -1
    assert report.expected_cash_minor == 20000 + 120
    books_are_whole(shop)


def test_rounding_without_cash_or_by_more_than_half_a_coin_is_refused(shop: Shop) -> None:
    shop.runtime.run(save_company, actor=SYSTEM_ACTOR, details=replace(COMPANY, cash_rounding_minor=5))
    shift = shop.open_shift()
    with pytest.raises(NotPaidError):
        shop.complete(shop.cart("MILK"), shift, [Tender("card", "card", 120, 120)], 1)
    with pytest.raises(NotPaidError):
        shop.complete(shop.cart("MILK"), shift, [Tender("cash", "cash", 122, 122)], 3)


def test_prices_without_tax_get_it_on_top(shop: Shop) -> None:
    shop.items["COFFEE"] = replace(shop.items["COFFEE"], includes_tax=False, unit_price_minor=1000)
    shift = shop.open_shift()
    done = shop.sell(shop.cart(("COFFEE", 3000)), shift, ("card", 3570))
    view = shop.runtime.ask(get_sale, sale_id=done.sale_id)
    assert (view.net_minor, view.tax_minor, view.gross_minor) == (3000, 570, 3570)
    books_are_whole(shop)


def on_account(shop: Shop, name: str, *wanted: str) -> Cart:
    return shop.cart(*wanted).set_customer(CartCustomer(shop.parties[name], name))


def test_on_account_within_the_limit_opens_an_item_and_at_the_limit_passes(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = on_account(shop, "Limited Ltd")
    cart = cart.add(replace(shop.items["COFFEE"], unit_price_minor=5000), cashier_id=1)
    done = shop.sell(cart, shift, ("account", 5000), by="supervisor")
    assert shop.runtime.ask(owed_minor, party_id=shop.parties["Limited Ltd"]) == done.gross_minor == 5000
    assert balance(shop, "receivable") == 5000
    with pytest.raises(CreditLimitError, match=r"at most 50.00 EUR; with this sale it would be 51.19"):
        shop.sell(on_account(shop, "Limited Ltd", "MILK"), shift, ("account", 119), by="supervisor")
    books_are_whole(shop)


def test_no_limit_is_unlimited_and_a_limit_of_zero_lets_nothing_pass(shop: Shop) -> None:
    shift = shop.open_shift()
    shop.sell(on_account(shop, "Unlimited Ltd", "COFFEE"), shift, ("account", 1290), by="supervisor")
    for name, refusal in (("No Credit", CreditLimitError), ("Gone", CustomerBlockedError)):
        with pytest.raises(refusal):
            shop.sell(on_account(shop, name, "MILK"), shift, ("account", 119), by="supervisor")
    assert count(shop, sale) == 1


def test_on_account_needs_a_customer_and_the_right(shop: Shop) -> None:
    shift = shop.open_shift()
    with pytest.raises(CustomerNeededError, match="Choose one"):
        shop.complete(shop.cart("MILK"), shift, [Tender("account", "account", 119, 119)], by="supervisor")
    with pytest.raises(PermissionNeededError):
        shop.sell(on_account(shop, "Unlimited Ltd", "MILK"), shift, ("account", 119), by="cashier")


def discounted(shop: Shop, per_cent: int, approver: str | None = None) -> Cart:
    who = None if approver is None else shop.users[approver]
    cart = shop.cart("COFFEE")
    line = cart.lines[0].line_id
    return cart.set_line_discount(line, Discount(DiscountKind.PERCENT, per_cent * 100, "dented", who))


def test_a_discount_within_the_role_needs_nobody(shop: Shop) -> None:
    shift = shop.open_shift()
    done = shop.sell(discounted(shop, 10), shift)
    assert done.gross_minor == 1161
    assert report_of(shop, shift).figures["discounts"] == (1, 129)


def test_a_discount_beyond_the_role_needs_approval_and_both_names_are_in_the_journal(shop: Shop) -> None:
    shift = shop.open_shift()
    with pytest.raises(ApprovalNeededError, match=r"beyond your limit of 10 %"):
        shop.sell(discounted(shop, 11), shift)
    shop.sell(discounted(shop, 25, "supervisor"), shift)
    found = entry(shop, "sale.completed")
    assert found.actor_id == shop.users["cashier"]
    assert json.loads(found.payload)["discounts"] == [
        [1, "percent", 2500, "dented", shop.users["supervisor"]]
    ]


def test_an_approver_approves_only_what_he_may_himself(shop: Shop) -> None:
    shift = shop.open_shift()
    with pytest.raises(ApprovalNeededError, match=r"limit of 30 %"):
        shop.sell(discounted(shop, 31, "supervisor"), shift)
    with pytest.raises(ApprovalNeededError):
        shop.sell(discounted(shop, 11, "cashier"), shift)
    with pytest.raises(PermissionNeededError):
        shop.sell(discounted(shop, 11, "clerk"), shift)
    nobody = shop.cart("COFFEE").set_discount(Discount(DiscountKind.PERCENT, 9000, "", approver_id=42))
    with pytest.raises(PermissionNeededError):
        shop.sell(nobody, shift)
    assert shop.sell(discounted(shop, 90, "manager"), shift).gross_minor == 129


def test_a_discount_on_the_sale_has_its_own_limit(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart("COFFEE", "MILK")
    with pytest.raises(ApprovalNeededError, match=r"limit of 5 %"):
        shop.sell(cart.set_discount(Discount(DiscountKind.AMOUNT, 100)), shift)
    shop.sell(cart.set_discount(Discount(DiscountKind.AMOUNT, 100, "", shop.users["supervisor"])), shift)
    assert report_of(shop, shift).total_gross_minor == 1309


def test_another_price_needs_the_right_or_somebody_who_has_it(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart("COFFEE")
    line = cart.lines[0].line_id
    with pytest.raises(PermissionNeededError, match="price_override"):
        shop.sell(cart.set_price(line, 999, approver_id=None, reason="label"), shift)
    with pytest.raises(PermissionNeededError):
        shop.sell(cart.set_price(line, 999, approver_id=shop.users["cashier"], reason="label"), shift)
    done = shop.sell(cart.set_price(line, 999, approver_id=shop.users["supervisor"], reason="label"), shift)
    assert done.gross_minor == 999
    assert json.loads(entry(shop, "sale.completed").payload)["prices"] == [
        [1, 1290, 999, shop.users["supervisor"], "label"]
    ]


def open_item(shop: Shop, minor: int) -> Sellable:
    return Sellable(
        product_id=None, sku="", name="Odd thing", unit="pc", pack_milli=1000, unit_price_minor=minor,
        includes_tax=True, tax_class_id=shop.classes["A"], category_id=None,
    )  # fmt: skip


def test_an_open_item_sells_without_stock(shop: Shop) -> None:
    shift = shop.open_shift()
    before = count(shop, stock_move)
    shop.sell(Cart().add(open_item(shop, 500), cashier_id=1), shift)
    assert count(shop, stock_move) == before
    assert [(c.name, c.gross_minor) for c in report_of(shop, shift).categories] == [("", 500)]


def test_a_discount_of_everything_is_a_sale_of_nothing_to_pay(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart("COFFEE").set_discount(
        Discount(DiscountKind.PERCENT, 10_000, "gift", shop.users["manager"])
    )
    done = shop.complete(cart, shift, [])
    assert done.gross_minor == 0
    books_are_whole(shop)


def test_goods_sold_below_zero_are_sold_and_stand_below_zero(shop: Shop) -> None:
    shift = shop.open_shift()
    shop.sell(shop.cart(("MILK", 150_000)), shift, ("cash", 150 * 119))
    level = shop.runtime.ask(on_hand, product_id=shop.products["MILK"], location_id=shop.locations["SHOP"])
    assert level == -50_000
    assert shop.runtime.ask(list_stock_faults) == []


def test_a_return_is_the_mirror_of_the_sale(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart("COFFEE", ("APPLE", 1250))
    sold = shop.sell(cart, shift)
    back = shop.sell(replace(cart, uuid="return-1"), shift, by="supervisor", kind=SaleKind.RETURN)
    assert back.gross_minor == -sold.gross_minor
    for role in ("sales", "tax_output", "cost_of_goods", "cash_drawer"):
        total = balance(shop, role) + (balance(shop, "sales_returns") if role == "sales" else 0)
        assert total == (20000 if role == "cash_drawer" else 0), role
    report = report_of(shop, shift)
    assert (report.sales_gross_minor, report.returns_gross_minor) == (sold.gross_minor, -sold.gross_minor)
    assert {t.kind for t in report.taxes} == {"sale", "return"}
    assert report.figures["returns"] == (1, -sold.gross_minor)
    books_are_whole(shop)


def test_a_return_needs_the_right_or_an_approval(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart("MILK")
    with pytest.raises(PermissionNeededError, match=r"till\.return"):
        shop.sell(cart, shift, kind=SaleKind.RETURN)
    cart = cart.coming_back(BACK)
    paying = shop.pay(cart)
    done = shop.runtime.run(
        complete_sale, actor=shop.actor(), approval=approval_of(shop, "supervisor"), context=shop.context(),
        shift_id=shift, cart=cart, tenders=paying.tenders,
    )  # fmt: skip
    assert done.gross_minor == -119
    found = entry(shop, "return.completed")
    assert (found.actor_id, found.approver_id) == (shop.users["cashier"], shop.users["supervisor"])


def test_numbers_have_no_gap_when_a_sale_is_rolled_back(shop: Shop) -> None:
    shift = shop.open_shift()
    numbers = []
    for attempt in range(6):
        if attempt % 2:
            with pytest.raises(CreditLimitError):
                shop.sell(on_account(shop, "No Credit", "MILK"), shift, ("account", 119), by="supervisor")
        else:
            numbers.append(shop.sell(shop.cart("MILK"), shift).number)
    assert numbers == ["T01-000001", "T01-000002", "T01-000003"]
    with shop.runtime.factory.read() as connection:
        assert connection.execute(select(func.count()).select_from(sale)).scalar_one() == 3
    assert kinds(shop).count("sale.completed") == 3
    books_are_whole(shop)
