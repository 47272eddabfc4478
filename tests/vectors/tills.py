"""Runs the vectors of gift cards, down payments and points, by real sales in a shop."""

from __future__ import annotations

import threading
from uuid import uuid4

from app.invoicing.operations.prepay import invoice_deposit
from app.invoicing.queries import get_invoice
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.loyalty.operations import save_program
from app.loyalty.queries import points_of
from app.loyalty.rules import Program
from app.orders.drafts import LineDraft
from app.till.cart import Cart, CartCustomer, Discount, DiscountKind, Sellable
from app.till.operations.trade import list_order_items
from app.till.rules import price_cart
from app.till.states import TakingKind
from app.till.taking import Taking
from app.till.tender import Tendering
from app.vouchers.queries import find_voucher
from tests.factories.shop import Shop
from tests.factories.wholesale import make_wholesale
from tests.integration.till.checkout import card, check_out, money
from tests.vectors.known import Vector
from tests.vectors.reckoning import CENT, compare, units

_CARD = "GC77770000"
_OTHER = "GC77770001"


def _goods(shop: Shop, price_minor: int, pieces: int = 1) -> Cart:
    item = Sellable(
        product_id=None, sku="", name="Item", unit="pc", pack_milli=1000, unit_price_minor=price_minor,
        includes_tax=True, tax_class_id=shop.classes["A"], category_id=None,
    )  # fmt: skip
    return Cart().add(item, cashier_id=shop.users["cashier"], quantity_milli=pieces * 1000)


def _on(shop: Shop, number: str = _CARD) -> int:
    found = shop.runtime.ask(find_voucher, code=number)
    assert found is not None
    return found.balance_minor


def gift_card(vector: Vector, shop: Shop) -> None:
    """A gift card is a tender: it changes no base, and it is redeemed once."""
    given = vector.given
    if "two_processes_redeem" in given:
        _race(vector, shop)
    elif "top_up" in given:
        _top_up(vector, shop)
    else:
        _due(vector, shop)


def _due(vector: Vector, shop: Shop) -> None:
    """What is left to pay after the card."""
    given = vector.given
    if "sale" in given:
        pieces, price = given["sale"].split(" x ")
        cart = _goods(shop, units(price), int(pieces))
    else:
        cart = _goods(shop, units(given["price"]))
        off = int(given["global_discount_pct"]) * 100
        cart = cart.set_discount(Discount(DiscountKind.PERCENT, off, "r", shop.users["manager"]))
    shift = shop.open_shift()
    check_out(shop, shift, card(units(given["gift_card"]), _CARD))
    gross = price_cart(cart, shop.context().price_settings).gross_minor
    paying = Tendering(gross, "EUR").add("gift_card", "gift_card", _on(shop), reference=_CARD)
    compare(vector.expected, {"due": paying.still_to_pay_minor * CENT})
    rest = paying.still_to_pay_minor
    check_out(shop, shift, cart, ("gift_card", _on(shop), _CARD), ("cash", rest, ""))
    assert _on(shop) == 0


def _race(vector: Vector, shop: Shop) -> None:
    """Both tills at once; real processes race in tests/integration/till/test_vouchers.py."""
    given = vector.given
    shifts = {till: shop.open_shift(till) for till in ("T01", "T02")}
    check_out(shop, shifts["T01"], card(units(given["balance"]), _CARD))
    together = threading.Barrier(2)
    won: list[bool] = []

    def redeem(till: str, minor: int) -> None:
        together.wait(10)
        try:
            check_out(shop, shifts[till], _goods(shop, minor), ("gift_card", minor, _CARD), till=till)
            won.append(True)
        except Refusal:
            won.append(False)
        finally:
            shop.runtime.factory.close_thread()

    amounts = [units(x) for x in given["two_processes_redeem"]]
    threads = [threading.Thread(target=redeem, args=pair) for pair in zip(shifts, amounts, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    compare(vector.expected, {"exactly_one_succeeds": won.count(True) == 1, "balance": _on(shop) * CENT})


def _top_up(vector: Vector, shop: Shop) -> None:
    """Loaded, redeemed once however often it is sent, and put back on a card when goods come back."""
    from tests.integration.till.returning import back_cart, take_back

    given = vector.given
    shift = shop.open_shift()
    check_out(shop, shift, card(units(given["balance"]), _CARD))
    check_out(shop, shift, card(units(given["top_up"]), _CARD))
    known: dict[str, object] = {"after_top_up": _on(shop) * CENT}
    check_out(shop, shift, card(units(given["second_card"]), _OTHER))
    cart, redeemed = _goods(shop, units(given["redeem"])), units(given["redeem"])
    first = check_out(shop, shift, cart, ("gift_card", redeemed, _OTHER))
    again = check_out(shop, shift, cart, ("gift_card", redeemed, _OTHER))
    known["re_saving_a_draft_must_not_redeem_twice"] = again.was_there and again.number == first.number
    known["after_redeem"] = _on(shop, _OTHER) * CENT
    back = back_cart(shop, first.sale_id)
    take_back(shop, shift, back, ("gift_card", redeemed), reference=_OTHER)
    known["after_cancel"] = _on(shop, _OTHER) * CENT
    compare(vector.expected, known)


def down_payment(vector: Vector, shop: Shop) -> None:
    """Asked for, paid at the till, deducted as a line of its own; goods wait until it is paid."""
    given = vector.given
    quantity, price = given["order"].split(" = ")[0].split(" x ")
    percent = int(given["advance"].split("%")[0])
    trade = make_wholesale(shop)
    line = LineDraft(shop.products["STAMP"], int(quantity) * 1000, unit_price_minor=units(price))
    order = trade.order(line, deposit_hundredths=percent * 100, deposit_blocks=True)
    assert order.gross_minor == units(given["order"].split(" = ")[1])
    asked = trade.run(invoice_deposit, uuid=str(uuid4()), order_id=order.order_id)
    head = trade.head_of(order.order_id)
    assert not head.to_pick
    shift = shop.open_shift()
    owed = shop.runtime.ask(list_order_items, order_id=order.order_id)
    parts = tuple((x.id, x.open_minor) for x in owed)
    customer = shop.parties["Unlimited Ltd"]
    cart = money(Cart(), asked.gross_minor, Taking(TakingKind.ACCOUNT, "", customer, parts))
    check_out(shop, shift, cart, by="supervisor")
    assert trade.head_of(order.order_id).to_pick
    bill = trade.bill(trade.ship_all(order.order_id))
    found = trade.ask(get_invoice, invoice_id=bill.invoice_id)
    lines = [["product", x.quantity_milli // 1000, x.unit_price_minor * CENT] for x in found.lines]
    lines += [["advance", -1, x.gross_minor * CENT] for x in found.deposits]
    compare(
        vector.expected,
        {
            "advance_invoice": asked.gross_minor * CENT, "shipments_before_paid": int(bool(head.to_pick)),
            "final_invoice": bill.payable_minor * CENT, "final_lines": lines,
        },
    )  # fmt: skip


def loyalty(vector: Vector, shop: Shop) -> None:
    """Points are reckoned on what is paid after discounts."""
    given = vector.given
    program = Program(int(given["points_per_currency_unit"]))
    shop.runtime.run(save_program, actor=SYSTEM_ACTOR, program=program)
    off = Discount(DiscountKind.PERCENT, int(given["discount_pct"]) * 100, "r", shop.users["manager"])
    party_id = shop.parties["Unlimited Ltd"]
    cart = _goods(shop, units(given["price"])).set_discount(off)
    shop.sell(cart.set_customer(CartCustomer(party_id, "Unlimited Ltd")), shop.open_shift())
    compare(vector.expected, {"points": shop.runtime.ask(points_of, party_id=party_id).points})
