"""Goods that come back: never more than was sold, never more than was paid, at what they cost."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.inventory.queries import list_stock_faults, on_hand
from app.inventory.tables import location, stock_move
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.kernel.refusal import Refusal
from app.organisation.operations import save_setting
from app.receivables.queries import owed_minor
from app.till.back import Back
from app.till.cart import Cart, CartCustomer, Discount, DiscountKind
from app.till.operations.returns import QUARANTINE
from app.till.queries import get_sale
from app.till.refusals import (
    NotASaleError,
    OneReceiptError,
    ReasonNeededError,
    RefundCreditOnlyError,
    RefundTenderError,
    ReturnChangedError,
    ReturnTooLateError,
)
from app.till.states import ReturnCondition
from app.till.tables import sale, sale_line, sale_return, sale_return_line
from app.vouchers.queries import find_voucher
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.till.helpers import approval_of, balance, books_are_whole, report_of, rows
from tests.integration.till.returning import back_cart, receipt, take_back
from tests.support.examples import examples


def _discounted(shop: Shop) -> Cart:
    """Three coffees and two milks, 10.00 off the whole."""
    cart = shop.cart(("COFFEE", 3000), ("MILK", 2000))
    return cart.set_discount(Discount(DiscountKind.AMOUNT, 1000, "loyal", approver_id=shop.users["manager"]))


def _stock(shop: Shop, sku: str, place: str = "SHOP") -> int:
    return shop.runtime.ask(on_hand, product_id=shop.products[sku], location_id=shop.locations[place])


def test_what_came_back_in_earlier_sales_is_deducted(shop: Shop) -> None:
    shift = shop.open_shift()
    sold = shop.sell(shop.cart(("COFFEE", 3000)), shift)
    take_back(shop, shift, back_cart(shop, sold.sale_id, (1, 1000)))
    assert receipt(shop, sold.sale_id).lines[0].receipt.left_milli == 2000
    take_back(shop, shift, back_cart(shop, sold.sale_id))
    assert receipt(shop, sold.sale_id).lines[0].receipt.left_milli == 0
    assert balance(shop, "cash_drawer") == 20_000
    assert _stock(shop, "COFFEE") == 100_000
    assert shop.runtime.ask(list_stock_faults) == []
    books_are_whole(shop)


def test_partial_returns_of_a_discounted_sale_add_up_to_what_was_paid(shop: Shop) -> None:
    shift = shop.open_shift()
    sold = shop.sell(_discounted(shop), shift)
    for part in ((1, 1000), (2, 1000), (1, 1000), (1, 1000), (2, 1000)):
        take_back(shop, shift, back_cart(shop, sold.sale_id, part))
    report = report_of(shop, shift)
    assert report.returns_gross_minor == -sold.gross_minor
    assert report.total_tax_minor == 0
    assert sum(r.discount_minor for r in rows(shop, sale)) == 0
    assert balance(shop, "cash_drawer") == 20_000
    assert balance(shop, "cost_of_goods") == 0
    books_are_whole(shop)


@settings(
    max_examples=examples(4), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(50, 700), min_size=1, max_size=5), st.integers(0, 14))
def test_any_sequence_of_partial_refunds_adds_up_in_the_books(
    shop: Shop, parts: list[int], discount: int
) -> None:
    shift = _open(shop)
    cart = shop.cart(("APPLE", sum(parts)))
    if discount:
        cart = cart.set_discount(
            Discount(DiscountKind.AMOUNT, discount, "r", approver_id=shop.users["manager"])
        )
    before = balance(shop, "cash_drawer")
    sold = shop.sell(cart, shift)
    backs = [take_back(shop, shift, back_cart(shop, sold.sale_id, (1, part))) for part in parts]
    assert sum(b.gross_minor for b in backs) == -sold.gross_minor
    assert balance(shop, "cash_drawer") == before
    ids = [sold.sale_id, *(b.sale_id for b in backs)]
    lines = rows(shop, sale_line, sale_line.c.sale_id.in_(ids))
    for name in ("net_minor", "tax_minor", "gross_minor", "cost_minor", "sale_discount_minor"):
        assert sum(getattr(r, name) for r in lines) == 0, name


def _open(shop: Shop) -> int:
    from app.till.queries import find_open_shift

    there = shop.runtime.ask(find_open_shift, till_id=shop.tills["T01"])
    return there.id if there else shop.open_shift()


def test_two_tills_that_take_the_same_piece_back_at_once_one_wins(shop: Shop) -> None:
    shifts = {till: shop.open_shift(till) for till in ("T01", "T02")}
    sold = shop.sell(shop.cart("COFFEE"), shifts["T01"])
    carts = {till: back_cart(shop, sold.sale_id) for till in shifts}
    together = threading.Barrier(2)
    ended: dict[str, object] = {}

    def work(till: str) -> None:
        try:
            together.wait(10)
            ended[till] = take_back(shop, shifts[till], carts[till], till=till)
        except Refusal as refusal:
            ended[till] = refusal
        finally:
            shop.runtime.factory.close_thread()

    threads = [threading.Thread(target=work, args=(till,)) for till in shifts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(x).__name__ for x in ended.values()) == ["CompletedSale", "ReturnChangedError"]
    assert len(rows(shop, sale_return)) == 1
    assert balance(shop, "cash_drawer") == 40_000
    books_are_whole(shop)


def test_a_return_that_was_prepared_before_another_one_is_refused(shop: Shop) -> None:
    shift = shop.open_shift()
    sold = shop.sell(shop.cart(("COFFEE", 2000)), shift)
    waiting = back_cart(shop, sold.sale_id, (1, 1000))
    take_back(shop, shift, back_cart(shop, sold.sale_id, (1, 1000)))
    with pytest.raises(ReturnChangedError, match=r"T01-000001 came back elsewhere"):
        take_back(shop, shift, waiting)


def test_a_return_sent_again_is_one(shop: Shop) -> None:
    shift = shop.open_shift()
    sold = shop.sell(shop.cart("COFFEE"), shift)
    cart = back_cart(shop, sold.sale_id)
    first = take_back(shop, shift, cart)
    again = take_back(shop, shift, cart)
    assert again.was_there
    assert again.number == first.number
    assert len(rows(shop, sale_return)) == 1


@pytest.mark.parametrize(
    ("condition", "shelf", "quarantine", "scrapped"),
    [
        (ReturnCondition.SHELF, 100_000, 0, 0),
        (ReturnCondition.QUARANTINE, 99_000, 1000, 0),
        (ReturnCondition.SCRAP, 99_000, 0, 774),
    ],
)
def test_goods_go_where_their_condition_says_at_what_they_cost(
    shop: Shop, condition: ReturnCondition, shelf: int, quarantine: int, scrapped: int
) -> None:
    shift = shop.open_shift()
    sold = shop.sell(shop.cart("COFFEE"), shift)
    take_back(shop, shift, back_cart(shop, sold.sale_id, condition=condition))
    assert _stock(shop, "COFFEE") == shelf
    with shop.runtime.factory.read() as connection:
        place = connection.execute(
            select(location.c.id).where(location.c.code == QUARANTINE)
        ).scalar_one_or_none()
    if place is not None:
        shop.locations[QUARANTINE] = place
        assert _stock(shop, "COFFEE", QUARANTINE) == quarantine
    assert balance(shop, "cost_of_goods") == 0
    assert balance(shop, "stock_adjustment") == scrapped
    assert shop.runtime.ask(list_stock_faults) == []
    assert [r.reason for r in rows(shop, sale_return_line)] == ["Faulty"]
    books_are_whole(shop)


def test_goods_come_back_at_the_cost_they_went_out(shop: Shop) -> None:
    from app.inventory.operations import adjust_stock
    from tests.factories.shop import TODAY

    shift = shop.open_shift()
    sold = shop.sell(shop.cart("COFFEE"), shift)
    shop.runtime.run(
        adjust_stock, actor=SYSTEM_ACTOR, product_id=shop.products["COFFEE"],
        location_id=shop.locations["SHOP"], quantity_milli=100_000, reason="dearer now",
        business_date=TODAY, cost_minor=500_000, source="SUPPLIERS",
    )  # fmt: skip
    take_back(shop, shift, back_cart(shop, sold.sale_id))
    moves = rows(shop, stock_move, stock_move.c.document_type == "sale")
    assert [m.cost_minor for m in moves] == [774, 774]
    assert balance(shop, "cost_of_goods") == 0


def test_a_reason_has_to_be_given(shop: Shop) -> None:
    shift = shop.open_shift()
    sold = shop.sell(shop.cart("COFFEE"), shift)
    with pytest.raises(ReasonNeededError):
        take_back(shop, shift, back_cart(shop, sold.sale_id, reason=" "))


def test_after_the_last_day_a_manager_has_to_allow_it(shop: Shop, clock: SteadyClock) -> None:
    shift = shop.open_shift("T01")
    sold = shop.sell(shop.cart("COFFEE"), shift)
    clock.advance(days=31)
    later = shop.open_shift("T02")
    with pytest.raises(ReturnTooLateError, match="older than 30 days"):
        take_back(shop, later, back_cart(shop, sold.sale_id), till="T02")
    done = take_back(
        shop, later, back_cart(shop, sold.sale_id), till="T02", by="cashier",
        approval=approval_of(shop, "manager"),
    )  # fmt: skip
    assert done.gross_minor == -1290


def test_the_window_is_the_shops(shop: Shop, clock: SteadyClock) -> None:
    shift = shop.open_shift("T01")
    sold = shop.sell(shop.cart("COFFEE"), shift)
    shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name="returns.window_days", value=0)
    clock.advance(days=400)
    assert take_back(shop, shop.open_shift("T02"), back_cart(shop, sold.sale_id), till="T02").number


def test_card_is_paid_back_on_the_card_or_as_store_credit_only(shop: Shop) -> None:
    shift = shop.open_shift()
    sold = shop.sell(shop.cart(("COFFEE", 2000)), shift, ("card", 2580))
    with pytest.raises(RefundTenderError, match=r"at most EUR 0\.00|at most 0"):
        take_back(shop, shift, back_cart(shop, sold.sale_id, (1, 1000)), ("cash", 1290))
    take_back(shop, shift, back_cart(shop, sold.sale_id, (1, 1000)), ("card", 1290))
    take_back(
        shop,
        shift,
        back_cart(shop, sold.sale_id, (1, 1000)),
        ("store_credit", 1290),
        reference="SC111122223333",
    )
    made = shop.runtime.ask(find_voucher, code="SC111122223333")
    assert made is not None
    assert (made.kind, made.balance_minor) == ("store_credit", 1290)
    assert balance(shop, "store_credit") == -1290
    assert balance(shop, "card_clearing") == 1290
    books_are_whole(shop)


def test_never_more_is_paid_back_in_cash_than_was_paid_in_cash_over_all_returns(shop: Shop) -> None:
    shift = shop.open_shift()
    sold = shop.sell(shop.cart(("COFFEE", 2000)), shift, ("card", 1580), ("cash", 1000))
    with pytest.raises(RefundTenderError, match=r"10\.00"):
        take_back(shop, shift, back_cart(shop, sold.sale_id, (1, 1000)), ("cash", 1290))
    take_back(shop, shift, back_cart(shop, sold.sale_id, (1, 1000)), ("cash", 1000), ("card", 290))
    with pytest.raises(RefundTenderError):
        take_back(shop, shift, back_cart(shop, sold.sale_id, (1, 1000)), ("cash", 1290))
    take_back(shop, shift, back_cart(shop, sold.sale_id, (1, 1000)), ("card", 1290))
    assert balance(shop, "cash_drawer") == 20_000
    assert balance(shop, "card_clearing") == 0


def test_the_policy_is_the_shops(shop: Shop) -> None:
    shift = shop.open_shift()
    sold = shop.sell(shop.cart("COFFEE"), shift, ("card", 1290))
    shop.runtime.run(
        save_setting, actor=SYSTEM_ACTOR, name="returns.policy", value={"card": ["card", "cash"]}
    )
    assert take_back(shop, shift, back_cart(shop, sold.sale_id), ("cash", 1290)).gross_minor == -1290


def test_goods_sold_on_account_lower_what_is_owed_and_pay_out_no_cash(shop: Shop) -> None:
    shift = shop.open_shift()
    customer = CartCustomer(shop.parties["Unlimited Ltd"], "Unlimited Ltd")
    cart = shop.cart(("COFFEE", 2000)).set_customer(customer)
    sold = shop.sell(cart, shift, ("account", 2580), by="supervisor")
    back = back_cart(shop, sold.sale_id, (1, 1000)).set_customer(customer)
    with pytest.raises(RefundTenderError):
        take_back(shop, shift, back, ("cash", 1290))
    take_back(shop, shift, back, ("account", 1290))
    assert shop.runtime.ask(owed_minor, party_id=customer.party_id) == 1290
    from app.receivables.queries import list_open_items

    items = shop.runtime.ask(list_open_items, party_id=customer.party_id)
    assert [x.open_minor for x in items] == [1290]  # what came back is set against its sale
    books_are_whole(shop)


def test_without_a_receipt_there_is_store_credit_only_and_a_right_of_its_own(shop: Shop) -> None:
    shift = shop.open_shift()
    shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name="returns.without_receipt", value=["store_credit"])
    cart = shop.cart("COFFEE").coming_back(Back("Faulty"))
    with pytest.raises(RefundCreditOnlyError):
        take_back(shop, shift, cart)
    with pytest.raises(PermissionNeededError, match=r"till\.return"):
        take_back(shop, shift, cart, ("store_credit", 1290), by="cashier", reference="SC99998888777766")
    take_back(shop, shift, cart, ("store_credit", 1290), reference="SC99998888777766")
    assert balance(shop, "store_credit") == -1290
    assert balance(shop, "cash_drawer") == 20_000
    assert [r.origin_sale_id for r in rows(shop, sale_return)] == [None]
    books_are_whole(shop)


def test_an_exchange_is_paid_with_one_net_amount_and_both_stand_in_the_books(shop: Shop) -> None:
    shift = shop.open_shift()
    sold = shop.sell(shop.cart("WINE"), shift)
    cart = back_cart(shop, sold.sale_id, into=shop.cart("COFFEE"))
    assert shop.total(cart) == 1290 - 799
    done = take_back(shop, shift, cart, ("cash", 491))
    assert done.gross_minor == 491
    made = {r.kind: r for r in rows(shop, sale) if r.id != sold.sale_id}
    assert (made["sale"].gross_minor, made["return"].gross_minor) == (1290, -799)
    assert rows(shop, sale_return)[0].exchange_sale_id == made["sale"].id
    report = report_of(shop, shift)
    assert {(t.code, t.kind): t.amount_minor for t in report.tenders if t.code == "exchange"} == {
        ("exchange", "sale"): 799, ("exchange", "return"): -799,
    }  # fmt: skip
    assert {t.kind for t in report.taxes} == {"sale", "return"}
    assert balance(shop, "till_clearing") == 0
    assert balance(shop, "cash_drawer") == 20_000 + 799 + 491
    again = take_back(shop, shift, cart, ("cash", 491))
    assert again.was_there
    books_are_whole(shop)


def test_an_exchange_for_less_pays_out_the_rest_by_the_policy(shop: Shop) -> None:
    shift = shop.open_shift()
    sold = shop.sell(shop.cart("COFFEE"), shift, ("card", 1290))
    cart = back_cart(shop, sold.sale_id, into=shop.cart("WINE"))
    with pytest.raises(RefundTenderError):
        take_back(shop, shift, cart, ("cash", 491))
    done = take_back(shop, shift, cart, ("card", 491))
    assert done.gross_minor == -491
    paid = shop.runtime.ask(get_sale, sale_id=done.sale_id).payments
    assert {p.tender_code: p.amount_minor for p in paid} == {"exchange": -799, "card": -491}
    assert balance(shop, "card_clearing") == 799
    assert balance(shop, "till_clearing") == 0
    books_are_whole(shop)


def test_one_receipt_at_a_time_and_no_return_of_a_return(shop: Shop) -> None:
    shift = shop.open_shift()
    first, second = (shop.sell(shop.cart("COFFEE"), shift) for _ in range(2))
    with pytest.raises(OneReceiptError):
        take_back(shop, shift, back_cart(shop, second.sale_id, into=back_cart(shop, first.sale_id)))
    loose = back_cart(shop, first.sale_id).add(
        shop.items["MILK"], cashier_id=shop.users["cashier"], back=Back("Faulty")
    )
    with pytest.raises(OneReceiptError):
        take_back(shop, shift, loose)
    done = take_back(shop, shift, back_cart(shop, first.sale_id))
    backwards = back_cart(shop, second.sale_id)
    line = backwards.lines[0]
    assert line.back is not None
    assert line.back.receipt is not None
    forged = replace(line, back=replace(line.back, receipt=replace(line.back.receipt, sale_id=done.sale_id)))
    with pytest.raises(NotASaleError):
        take_back(shop, shift, Cart(lines=(forged,)))


def test_a_price_that_was_changed_on_the_way_is_refused(shop: Shop) -> None:
    shift = shop.open_shift()
    sold = shop.sell(shop.cart("COFFEE"), shift)
    cart = back_cart(shop, sold.sale_id)
    line = cart.lines[0]
    assert line.back is not None
    assert line.back.receipt is not None
    dearer = replace(line.back.receipt, gross_minor=9000, net_minor=9000 - line.back.receipt.tax_minor)
    forged = Cart(lines=(replace(line, back=replace(line.back, receipt=dearer)),))
    with pytest.raises(ReturnChangedError):
        take_back(shop, shift, forged, ("cash", 9000))


def test_cash_rounding_of_a_sale_comes_back_with_its_goods(shop: Shop) -> None:
    from app.organisation.operations import save_company
    from tests.factories.shop import COMPANY

    shop.runtime.run(save_company, actor=SYSTEM_ACTOR, details=replace(COMPANY, cash_rounding_minor=5))
    shift = shop.open_shift()
    sold = shop.sell(shop.cart(("MILK", 2000)), shift)  # 2.38 is paid with 2.40
    take_back(shop, shift, back_cart(shop, sold.sale_id))
    assert balance(shop, "cash_drawer") == 20_000
    assert balance(shop, "cash_rounding") == 0
    books_are_whole(shop)
