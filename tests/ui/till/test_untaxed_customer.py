"""A customer who pays no tax, chosen at the till: prices change in sight, and he is not changed unseen."""

from __future__ import annotations

from app.kernel.permission import SYSTEM_ACTOR
from app.parties.queries import find_customer
from app.terms.states import TaxTreatment
from app.terms.tax_rules import TaxRule, save_tax_rule
from app.till.queries import get_sale
from tests.ui.conftest import TillDriver


def choose(till: TillDriver, number: str) -> None:
    row = till.shop.runtime.ask(find_customer, number=number)
    assert row is not None
    till.page.parts.customer.take(row)
    till.settle()


def test_prices_are_without_tax_before_and_after_he_is_chosen(till: TillDriver) -> None:
    till.shop.runtime.run(
        save_tax_rule, actor=SYSTEM_ACTOR, party_id=till.shop.parties["Unlimited Ltd"],
        rule=TaxRule(TaxTreatment.EXEMPT, "F 1"),
    )  # fmt: skip
    till.scan_sku("COFFEE")
    assert till.total == 1290
    choose(till, "C0001")
    assert till.total == 1084
    till.scan_sku("MILK")
    assert till.total == 1084 + 111
    choose(till, "C0002")
    assert "without tax for Unlimited Ltd" in till.banner
    customer = till.page.desk.state.cart.customer
    assert customer is not None
    assert customer.name == "Unlimited Ltd"
    till.pay_exact()
    sale_id = till.page.desk.state.last_sale_id
    sale = till.shop.runtime.ask(get_sale, sale_id=sale_id)
    assert [(t.tax_code, t.tax_minor) for t in sale.taxes] == [("E", 0)]
