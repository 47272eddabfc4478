"""At the till, who pays no tax pays the prices without it; the receipt, the Z and a return say so alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.invoicing.queries import get_invoice
from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.verify import verify_database
from app.terms.states import TaxTreatment
from app.terms.tax_rules import TaxRule, save_tax_rule
from app.till.cart import Cart, CartCustomer
from app.till.cart_json import cart_from_json, cart_to_json
from app.till.operations.receipt_invoices import invoice_receipt
from app.till.queries import get_sale
from app.till.returnable import get_returnable
from app.till.shift_report import shift_report
from app.till.untaxed import TaxRuleChangedError, untaxed
from tests.factories.shop import Shop

NAME = "Unlimited Ltd"


def exempt(shop: Shop, *, on: bool = True) -> None:
    rule = TaxRule(TaxTreatment.EXEMPT, "NATO 1") if on else TaxRule()
    shop.runtime.run(save_tax_rule, actor=SYSTEM_ACTOR, party_id=shop.parties[NAME], rule=rule)


def cart_of(shop: Shop, *wanted: str | tuple[str, int]) -> Cart:
    customer = CartCustomer(shop.parties[NAME], NAME, "C0001", "E")
    return untaxed(shop.cart(*wanted).set_customer(customer), shop.context().taxes)


def test_a_sale_without_tax_is_the_same_on_receipt_z_invoice_and_return(shop: Shop) -> None:
    exempt(shop)
    shift = shop.open_shift()
    cart = cart_of(shop, ("COFFEE", 2000), "MILK")
    # 12.90 and 1.19 contain 19 and 7 %
    assert [(x.unit_price_minor, x.item.includes_tax) for x in cart.lines] == [(1084, False), (111, False)]
    assert untaxed(cart, shop.context().taxes) == cart
    assert cart_from_json(cart_to_json(cart)) == cart
    sold = shop.sell(cart, shift)
    assert sold.gross_minor == 2 * 1084 + 111
    sale = shop.runtime.ask(get_sale, sale_id=sold.sale_id)
    assert [(t.tax_code, t.rate, t.base_minor, t.tax_minor) for t in sale.taxes] == [("E", 0, 2279, 0)]
    back = shop.runtime.ask(get_returnable, sale_id=sold.sale_id)
    assert {t.code for line in back.lines for t in line.receipt.taxes} == {"E"}
    report = shop.runtime.ask(shift_report, shift_id=shift)
    assert [(t.code, t.tax_minor) for t in report.taxes] == [("E", 0)]
    made = shop.runtime.run(invoice_receipt, actor=SYSTEM_ACTOR, sale_id=sold.sale_id)
    detail = shop.runtime.ask(get_invoice, invoice_id=made.invoice_id)
    assert [(t.code, t.tax_minor) for t in detail.taxes] == [("E", 0)]
    assert {x.tax_code for x in detail.lines} == {"E"}
    assert [r for r in shop.runtime.ask(verify_database) if not r.holds] == []


def test_a_cart_reckoned_by_another_rule_than_holds_is_refused(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = cart_of(shop, "COFFEE")
    with pytest.raises(TaxRuleChangedError):
        shop.sell(cart, shift)
    exempt(shop)
    plain = shop.cart("COFFEE").set_customer(replace(cart.customer, tax_code=""))  # type: ignore[type-var]
    with pytest.raises(TaxRuleChangedError):
        shop.sell(plain, shift)
    assert shop.sell(cart, shift).gross_minor == 1084
