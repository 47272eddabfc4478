"""Invoices and accounts paid at the till, and orders made and settled there."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from app.inventory.reservations import list_availability
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.orders.queries import get_order
from app.orders.states import OrderStatus
from app.organisation.operations import save_setting
from app.payments.customers import PaymentTillError, reverse_payment
from app.payments.tables import customer_payment
from app.receivables.queries import list_open_items, owed_minor
from app.reporting.verify import verify_database
from app.till.cart import Cart, CartCustomer, Discount, DiscountKind
from app.till.credit import credit_minor
from app.till.operations.layaways import NoLayawayError, forfeit_layaway, list_layaways
from app.till.operations.trade import bill_order_here, list_order_items, order_from_cart
from app.till.refusals import CustomerNeededError, OrderGoodsError, TakingTenderError
from app.till.states import OrderWish, TakingKind
from app.till.tables import cart as cart_table
from app.till.tables import till_taking
from app.till.taking import Taking
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.factories.wholesale import make_wholesale
from tests.integration.till.checkout import check_out, money
from tests.integration.till.helpers import balance, books_are_whole, close, report_of, rows

NAME = "Unlimited Ltd"


def _customer(shop: Shop) -> CartCustomer:
    return CartCustomer(shop.parties[NAME], NAME)


def _owes(shop: Shop, shift: int, pieces: int = 2) -> int:
    """Goods on account; the id of the open item."""
    cart = shop.cart(("COFFEE", pieces * 1000)).set_customer(_customer(shop))
    shop.sell(cart, shift, ("account", pieces * 1290), by="supervisor")
    return shop.runtime.ask(list_open_items, party_id=shop.parties[NAME])[-1].id


def _payment(shop: Shop, minor: int, *parts: tuple[int, int], cart: Cart | None = None) -> Cart:
    made = money(cart or Cart(), minor, Taking(TakingKind.ACCOUNT, "", shop.parties[NAME], parts))
    return made.set_customer(_customer(shop))


def _holds(shop: Shop) -> None:
    assert [(r.name, r.faults) for r in shop.runtime.ask(verify_database) if not r.holds] == []


def test_an_open_invoice_is_paid_in_cash_and_stands_in_drawer_z_and_ledger(shop: Shop) -> None:
    shift = shop.open_shift()
    item = _owes(shop, shift)
    done = check_out(shop, shift, _payment(shop, 2580, (item, 2580)), ("cash", 3000, ""), by="supervisor")
    assert (done.gross_minor, done.change_minor) == (2580, 420)
    assert shop.runtime.ask(owed_minor, party_id=shop.parties[NAME]) == 0
    report = report_of(shop, shift)
    assert report.expected_cash_minor == 22_580
    assert report.figures["taking_account"] == (1, 2580)
    assert report.total_gross_minor == 2580  # the sale itself; the payment is no turnover
    assert balance(shop, "receivable") == 0
    assert balance(shop, "till_clearing") == 0
    assert balance(shop, "cash_drawer") == 22_580
    close(shop, shift)
    books_are_whole(shop)
    _holds(shop)


def test_goods_and_an_old_invoice_are_paid_together_by_card(shop: Shop) -> None:
    shift = shop.open_shift()
    item = _owes(shop, shift)
    cart = _payment(shop, 2580, (item, 2580), cart=shop.cart("MILK"))
    done = check_out(shop, shift, cart, ("card", 2699, ""), by="supervisor")
    assert done.document_type == "sale"
    assert balance(shop, "card_clearing") == 2699
    assert shop.runtime.ask(owed_minor, party_id=shop.parties[NAME]) == 0
    _holds(shop)


def test_an_amount_pays_the_oldest_first_and_what_is_over_is_credit(shop: Shop) -> None:
    shift = shop.open_shift()
    _owes(shop, shift, 1)
    _owes(shop, shift, 1)
    check_out(shop, shift, _payment(shop, 2000), by="supervisor")
    assert [x.open_minor for x in shop.runtime.ask(list_open_items, party_id=shop.parties[NAME])] == [580]
    check_out(shop, shift, _payment(shop, 1000), by="supervisor")
    assert shop.runtime.ask(owed_minor, party_id=shop.parties[NAME]) == -420
    _holds(shop)


def test_it_needs_a_right_and_is_not_paid_by_owing_it(shop: Shop) -> None:
    shift = shop.open_shift()
    item = _owes(shop, shift)
    cart = _payment(shop, 2580, (item, 2580))
    with pytest.raises(PermissionNeededError, match=r"payments\.receive"):
        check_out(shop, shift, cart)
    with pytest.raises(TakingTenderError):
        check_out(shop, shift, cart, ("account", 2580, ""), by="supervisor")
    assert rows(shop, till_taking) == []


def test_sent_again_it_is_paid_once(shop: Shop) -> None:
    shift = shop.open_shift()
    item = _owes(shop, shift)
    cart = _payment(shop, 2580, (item, 2580))
    first = check_out(shop, shift, cart, by="supervisor")
    assert check_out(shop, shift, cart, by="supervisor").number == first.number
    assert len(rows(shop, customer_payment)) == 1


def test_a_payment_taken_at_a_till_is_not_undone_in_the_office(shop: Shop) -> None:
    shift = shop.open_shift()
    item = _owes(shop, shift)
    check_out(shop, shift, _payment(shop, 2580, (item, 2580)), by="supervisor")
    (paid,) = rows(shop, customer_payment)
    with pytest.raises(PaymentTillError):
        shop.runtime.run(
            reverse_payment, actor=shop.actor("manager"), payment_id=paid.id, reason="wrong customer"
        )


def test_the_cart_becomes_a_confirmed_order_at_the_price_of_the_counter(shop: Shop) -> None:
    cart = shop.cart(("COFFEE", 2000), "MILK").set_customer(_customer(shop))
    cart = cart.set_line_discount(cart.lines[0].line_id, Discount(DiscountKind.PERCENT, 1000))
    context = shop.context()
    saved = shop.runtime.run(
        order_from_cart, actor=shop.actor("manager"), context=context, cart=cart, wish=OrderWish.ORDER
    )
    assert saved.number is not None
    assert saved.gross_minor == shop.total(cart)
    again = shop.runtime.run(
        order_from_cart, actor=shop.actor("manager"), context=context, cart=cart, wish=OrderWish.ORDER
    )
    assert again.was_there
    assert rows(shop, cart_table) == []


def test_the_cart_becomes_a_quote_with_the_discount_on_the_sale(shop: Shop) -> None:
    cart = shop.cart(("COFFEE", 2000)).set_customer(_customer(shop))
    cart = cart.set_discount(Discount(DiscountKind.AMOUNT, 80))
    saved = shop.runtime.run(
        order_from_cart, actor=shop.actor("manager"), context=shop.context(), cart=cart, wish=OrderWish.QUOTE
    )
    assert saved.status is OrderStatus.QUOTED
    assert saved.quote_number is not None
    assert saved.gross_minor == 2500


def test_an_order_needs_a_customer_and_goods_of_the_catalogue(shop: Shop) -> None:
    run: dict[str, Any] = {"actor": shop.actor("manager"), "context": shop.context(), "wish": OrderWish.ORDER}
    with pytest.raises(CustomerNeededError):
        shop.runtime.run(order_from_cart, cart=shop.cart("COFFEE"), **run)
    with pytest.raises(OrderGoodsError):
        shop.runtime.run(order_from_cart, cart=_payment(shop, 100, cart=shop.cart("COFFEE")), **run)


def test_an_order_of_the_back_office_is_billed_and_paid_at_the_till(shop: Shop) -> None:
    trade = make_wholesale(shop)
    order = trade.order(("COFFEE", 2))
    trade.ship_all(order.order_id)
    assert shop.runtime.ask(list_order_items, order_id=order.order_id) == []
    shift = shop.open_shift()
    uuid = str(uuid4())
    run: dict[str, Any] = {"actor": shop.actor("supervisor"), "uuid": uuid, "order_id": order.order_id}
    (item,) = shop.runtime.run(bill_order_here, **run)
    assert [x.id for x in shop.runtime.run(bill_order_here, **run)] == [item.id]
    check_out(shop, shift, _payment(shop, item.open_minor, (item.id, item.open_minor)), by="supervisor")
    assert shop.runtime.ask(get_order, order_id=order.order_id).row.status is OrderStatus.CLOSED
    _holds(shop)


def test_a_layaway_reserves_its_goods_until_it_is_paid_in_parts(shop: Shop) -> None:
    trade = make_wholesale(shop)
    shift = shop.open_shift()
    cart = shop.cart(("COFFEE", 2000)).set_customer(_customer(shop))
    run: dict[str, Any] = {
        "actor": shop.actor("manager"),
        "context": shop.context(),
        "wish": OrderWish.LAYAWAY,
    }
    saved = shop.runtime.run(order_from_cart, cart=cart, **run)
    assert shop.runtime.run(order_from_cart, cart=cart, **run).was_there
    (reserved,) = shop.runtime.ask(
        list_availability, location_id=shop.locations["SHOP"], product_ids=[shop.products["COFFEE"]]
    ).values()
    assert reserved.committed_milli == 2000
    assert not trade.head_of(saved.order_id).to_pick
    (item,) = shop.runtime.ask(list_order_items, order_id=saved.order_id)
    assert item.open_minor == saved.gross_minor
    half = saved.gross_minor // 2
    check_out(shop, shift, _payment(shop, half, (item.id, half)), by="supervisor")
    assert not trade.head_of(saved.order_id).to_pick
    rest = saved.gross_minor - half
    check_out(shop, shift, _payment(shop, rest, (item.id, rest)), by="supervisor")
    assert trade.head_of(saved.order_id).to_pick
    bill = trade.bill(trade.ship_all(saved.order_id))
    assert bill.payable_minor == 0
    assert balance(shop, "customer_deposits") == 0
    _holds(shop)


def test_a_layaway_nobody_pays_is_listed_and_forfeited_for_a_fee(shop: Shop, clock: SteadyClock) -> None:
    trade = make_wholesale(shop)
    shift = shop.open_shift()
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        save_setting(uow, name="layaway.fee_hundredths", value=1000)
        save_setting(uow, name="layaway.days", value=10)
    cart = shop.cart(("COFFEE", 2000)).set_customer(_customer(shop))
    run: dict[str, Any] = {"actor": shop.actor("manager")}
    saved = shop.runtime.run(
        order_from_cart, context=shop.context(), cart=cart, wish=OrderWish.LAYAWAY, **run
    )  # fmt: skip
    (item,) = shop.runtime.ask(list_order_items, order_id=saved.order_id)
    check_out(shop, shift, _payment(shop, 1000, (item.id, 1000)), by="supervisor")
    (row,) = shop.runtime.ask(list_layaways)
    assert (row.paid_minor, row.open_minor) == (1000, saved.gross_minor - 1000)
    assert not row.is_late(date(2026, 3, 12))
    assert row.is_late(date(2026, 3, 13))
    clock.advance(days=11)
    done = shop.runtime.run(
        forfeit_layaway, uuid=str(uuid4()), order_id=saved.order_id, reason="Not paid in time", **run
    )  # fmt: skip
    fee = round(saved.gross_minor * 0.1)
    assert (done.fee_minor, done.credit_minor) == (fee, 1000 - fee)
    party = shop.parties[NAME]
    assert shop.runtime.ask(owed_minor, party_id=party) == fee - 1000
    assert shop.runtime.ask(credit_minor, party_id=party, currency="EUR") == 1000 - fee
    assert trade.head_of(saved.order_id).status == "cancelled"
    (goods,) = shop.runtime.ask(
        list_availability, location_id=shop.locations["SHOP"], product_ids=[shop.products["COFFEE"]]
    ).values()
    assert goods.committed_milli == 0
    assert balance(shop, "customer_deposits") == 0
    assert shop.runtime.ask(list_layaways) == []
    with pytest.raises(NoLayawayError):
        shop.runtime.run(forfeit_layaway, uuid=str(uuid4()), order_id=saved.order_id, reason="x", **run)
    _holds(shop)
