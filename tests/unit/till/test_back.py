"""Goods that come back: whatever the parts, they come to what was paid."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tax.rules import Tax, TaxRounding, TaxTotal
from app.till.back import Back, NotThatManyError, ReceiptLine, ReceiptPriceError, amounts_back
from app.till.cart import Cart, CartLine, Discount, DiscountKind, Sellable
from app.till.cart_json import cart_from_json, cart_to_json
from app.till.refunds import DEFAULT_POLICY, proposed, too_much
from app.till.rules import PriceSettings, price_cart
from app.till.settling import Share, settle
from app.till.states import ReturnCondition, TakingKind
from app.till.taking import Taking, TakingFixedError
from app.till.tender import Tender, Tendering

SETTINGS = PriceSettings("EUR", TaxRounding.DOCUMENT, {1: (Tax("A", 19000),), 2: (Tax("B", 7000),)})


def _item(price: int, tax_class: int = 1) -> Sellable:
    return Sellable(
        product_id=7, sku="X", name="Thing", unit="pc", pack_milli=1000, unit_price_minor=price,
        includes_tax=True, tax_class_id=tax_class, category_id=None,
    )  # fmt: skip


def _receipt(gross: int, tax: int, discount: int, sold: int, *, before: int = 0) -> ReceiptLine:
    return ReceiptLine(
        sale_id=1, position=1, number="T01-000001", name="Thing", sold_milli=sold, before_milli=before,
        includes_tax=True, line_discount_minor=discount, sale_discount_minor=discount // 2,
        net_minor=gross - tax, tax_minor=tax, gross_minor=gross,
        taxes=(TaxTotal("A", 19000, gross - tax, tax),),
    )  # fmt: skip


@st.composite
def _parts(draw: st.DrawFn) -> tuple[ReceiptLine, list[int]]:
    """A line as it was sold, and quantities that it comes back in until nothing is left."""
    parts = draw(st.lists(st.integers(1, 5000), min_size=1, max_size=8))
    gross = draw(st.integers(0, 1_000_000))
    tax = draw(st.integers(0, gross))
    line = _receipt(gross, tax, draw(st.integers(0, 10_000)), sum(parts))
    two = draw(st.booleans())
    if two:
        first = draw(st.integers(0, tax))
        line = replace(
            line,
            taxes=(TaxTotal("A", 1, gross - tax, first), TaxTotal("B", 2, gross - tax, tax - first)),
        )
    return line, parts


@given(_parts())
def test_any_sequence_of_parts_adds_up_to_what_was_paid(case: tuple[ReceiptLine, list[int]]) -> None:
    line, parts = case
    before, found = 0, []
    for quantity in parts:
        found.append(amounts_back(replace(line, before_milli=before), quantity))
        before += quantity
    for name in ("net_minor", "tax_minor", "gross_minor", "line_discount_minor", "sale_discount_minor"):
        assert sum(getattr(x, name) for x in found) == getattr(line, name), name
    for i, tax in enumerate(line.taxes):
        assert sum(x.taxes[i].base_minor for x in found) == tax.base_minor
        assert sum(x.taxes[i].tax_minor for x in found) == tax.tax_minor
    for x in found:
        assert (
            x.net_minor + x.tax_minor
            == x.gross_minor
            == x.list_minor - (x.line_discount_minor + x.sale_discount_minor)
        )
        assert sum(t.tax_minor for t in x.taxes) == x.tax_minor


def test_no_more_comes_back_than_was_sold_and_is_not_back_yet() -> None:
    line = _receipt(1000, 160, 0, 3000, before=2000)
    with pytest.raises(NotThatManyError, match=r"Of Thing only 1 can come back on receipt T01-000001\."):
        amounts_back(line, 2000)
    with pytest.raises(NotThatManyError, match=r"only 0 "):
        amounts_back(replace(line, before_milli=3000), 1)


def _back_line(receipt: ReceiptLine, quantity: int, line_id: str = "b") -> CartLine:
    return CartLine(line_id, _item(1000), quantity, 1000, 5, back=Back("Faulty", receipt=receipt))


def test_an_exchange_has_one_net_amount_and_both_sides_apart() -> None:
    receipt = _receipt(605, 105, 0, 1000)
    cart = Cart().add(_item(1210), cashier_id=1).put(_back_line(receipt, 1000))
    priced = price_cart(cart, SETTINGS)
    assert priced.gross_minor == 605
    assert priced.parts is not None
    sold, back = priced.parts.sold, priced.parts.back
    assert sold is not None
    assert back is not None
    assert (sold.gross_minor, back.gross_minor) == (1210, 605)
    assert [(t.code, t.tax_minor) for t in back.totals] == [("A", 105)]


def test_the_discount_on_the_sale_touches_only_what_is_sold() -> None:
    cart = Cart().add(_item(1000), cashier_id=1).put(_back_line(_receipt(500, 80, 0, 1000), 1000))
    priced = price_cart(cart.set_discount(Discount(DiscountKind.PERCENT, 1000)), SETTINGS)
    assert priced.gross_minor == 900 - 500


def test_the_price_of_a_receipt_is_not_changed_by_hand() -> None:
    cart = Cart().put(_back_line(_receipt(500, 80, 0, 2000), 1000))
    with pytest.raises(ReceiptPriceError, match="T01-000001"):
        cart.set_price("b", 900, approver_id=None)
    with pytest.raises(ReceiptPriceError):
        cart.set_line_discount("b", Discount(DiscountKind.PERCENT, 1))
    assert cart.set_quantity("b", 2000).lines[0].quantity_milli == 2000
    with pytest.raises(NotThatManyError):
        cart.set_quantity("b", 3000)


def test_money_that_is_taken_has_no_tax_and_no_quantity() -> None:
    line = CartLine("t", _item(2500), 1000, 2500, 1, taking=Taking(TakingKind.VOUCHER, "GC1234"))
    cart = Cart().add(_item(1000), cashier_id=1).put(line)
    priced = price_cart(cart.set_discount(Discount(DiscountKind.PERCENT, 1000)), SETTINGS)
    assert (priced.gross_minor, priced.tax_minor) == (900 + 2500, 144)
    with pytest.raises(TakingFixedError):
        cart.set_quantity("t", 2000)


def test_a_cart_with_goods_back_and_money_taken_is_kept_whole() -> None:
    taking = Taking(TakingKind.ACCOUNT, "", 12, ((5, 100), (6, 200)))
    cart = (
        Cart()
        .add(_item(1000), cashier_id=1, back=Back("Expired", ReturnCondition.SCRAP))
        .put(_back_line(_receipt(500, 80, 3, 1000), 1000))
        .put(CartLine("t", _item(300), 1000, 300, 1, taking=taking))
    )
    assert cart_from_json(cart_to_json(cart)) == cart


def test_the_documents_of_a_checkout_are_settled_without_money() -> None:
    receipt = _receipt(3000, 479, 0, 1000)
    cart = Cart().add(_item(5000), cashier_id=1).put(_back_line(receipt, 1000))
    cart = cart.put(CartLine("t", _item(1000), 1000, 1000, 1, taking=Taking(TakingKind.VOUCHER, "GC12")))
    priced = price_cart(cart, SETTINGS)
    assert priced.parts is not None
    shares = settle(priced.gross_minor, priced.parts, Share("u", (Tender("cash", "cash", 3000, 3000),)))
    assert shares.sold is not None
    assert shares.back is not None
    assert [(t.code, t.amount_minor) for t in shares.sold.tenders] == [("cash", 3000), ("exchange", 2000)]
    assert [(t.code, t.amount_minor) for t in shares.back.tenders] == [("exchange", -3000)]
    assert [(t.code, t.amount_minor) for t in shares.takings[0].tenders] == [("exchange", 1000)]
    assert len({shares.sold.uuid, shares.back.uuid, shares.takings[0].uuid}) == 3


@pytest.mark.parametrize(
    ("paid", "refunded", "fits"),
    [
        ({"cash": 1000}, {"cash": 1000}, True),
        ({"cash": 1000}, {"cash": 1001}, False),
        ({"card": 1000}, {"cash": 1}, False),
        ({"card": 1000}, {"store_credit": 1000}, True),
        ({"card": 600, "cash": 400}, {"cash": 400, "card": 600}, True),
        ({"card": 600, "cash": 400}, {"store_credit": 700, "cash": 400}, False),
        ({"card": 600, "cash": 400}, {"store_credit": 600, "cash": 400}, True),
        ({"account": 1000}, {"cash": 1}, False),
        ({"account": 1000}, {"account": 1000}, True),
        ({"card": 1000}, {"exchange": 600, "card": 400}, True),
        ({"card": 1000}, {"exchange": 601, "card": 400}, False),
        ({"gift_card": 500}, {"gift_card": 500}, True),
        ({"gift_card": 500}, {"cash": 1}, False),
    ],
)
def test_never_more_by_a_tender_than_the_policy_allows(
    paid: dict[str, int],
    refunded: dict[str, int],
    fits: bool,  # noqa: FBT001
) -> None:
    assert (too_much(paid, refunded, DEFAULT_POLICY) is None) is fits


def test_what_could_still_be_paid_back_is_told() -> None:
    assert too_much({"cash": 1000}, {"cash": 1300}, DEFAULT_POLICY) == ("cash", 1000)


def test_a_refund_is_proposed_as_it_was_paid() -> None:
    assert proposed({"card": 1000}, {}, DEFAULT_POLICY, 500) == "card"
    assert proposed({"card": 600, "cash": 400}, {"cash": 300}, DEFAULT_POLICY, 500) == "card"
    assert proposed({"account": 1000}, {}, DEFAULT_POLICY, 500) == "account"
    assert proposed({"exchange": 1000}, {}, DEFAULT_POLICY, 500) == "store_credit"


def test_change_may_be_store_credit_also_where_coins_are_rounded() -> None:
    paying = Tendering(492, "CHF", 5).add("cash", "cash", 1000).change_to_credit("store_credit", "SC1")
    assert [(t.code, t.amount_minor) for t in paying.tenders] == [("cash", 1000), ("store_credit", -510)]
    assert paying.is_complete
    assert (paying.change_minor, paying.rounding_minor) == (0, -2)
