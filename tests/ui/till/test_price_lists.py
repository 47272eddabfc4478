"""At the till the price follows the customer and the quantity, and says why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from sqlalchemy import insert

from app.kernel.ids import next_id
from app.kernel.permission import SYSTEM_ACTOR
from app.parties.groups import save_group, set_members
from app.parties.queries import search_customers
from app.pricing.keeping import add_rule
from app.pricing.operations import create_price_list, set_price
from app.pricing.tables import price, price_list, price_rule
from tests.factories.shop import TODAY, Shop
from tests.ui.conftest import TillDriver

NAME = "Unlimited Ltd"


def _trade(shop: Shop) -> None:
    """A list for a group: wine for 6.00, from six on for 5.00."""
    run = shop.runtime.run
    trade = run(
        create_price_list, actor=SYSTEM_ACTOR, code="TRADE", name="Trade", currency="EUR", includes_tax=True
    )
    for least, minor in ((0, 600), (6000, 500)):
        run(
            set_price, actor=SYSTEM_ACTOR, price_list_id=trade, product_id=shop.products["WRAP"],
            price_minor=minor, min_quantity_milli=least,
        )  # fmt: skip
    group = run(save_group, actor=SYSTEM_ACTOR, code="A", name="A")
    run(set_members, actor=SYSTEM_ACTOR, group_id=group, party_ids=[shop.parties[NAME]])
    run(add_rule, actor=SYSTEM_ACTOR, price_list_id=trade, party_group_id=group)


def _choose(till: TillDriver, name: str) -> None:
    (row,) = till.shop.runtime.ask(search_customers, text=name, limit=1)
    till.page.parts.customer.take(row)
    till.settle()


def test_goods_cost_what_the_list_of_the_customers_group_says_and_less_from_six_on(till: TillDriver) -> None:
    _trade(till.shop)
    till.settle()  # the rules reach a till that stands open
    product = till.shop.products["WRAP"]
    till.page.parts.sell.product_chosen(product)
    till.settle()
    assert till.total == 200
    _choose(till, NAME)
    assert till.total == 600  # what lay in the cart already is priced again
    assert _note(till) == "Trade"
    till.type("6")
    till.key(Qt.Key.Key_Return)
    assert (till.total, _note(till)) == (3000, "Trade, from 6")
    till.key(Qt.Key.Key_Minus)
    assert (till.total, _note(till)) == (3000, "Trade")  # five at 6.00
    till.page.parts.customer._set(None)
    till.settle()
    assert (till.total, _note(till)) == (1000, "")


def _note(till: TillDriver) -> str:
    return till.page.view.cart.list.rows[0].note


def test_a_rule_made_at_another_station_is_followed_before_the_next_sale(till: TillDriver) -> None:
    shop = till.shop
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:  # nothing is told on this station's bus
        trade = next_id()
        row = {
            "id": trade, "code": "NOW", "name": "Now", "currency": "EUR", "includes_tax": True,
            "base_id": None,
        }  # fmt: skip
        uow.connection.execute(insert(price_list), row)
        prices = {
            "id": next_id(), "price_list_id": trade, "product_id": shop.products["WRAP"], "price_minor": 150,
            "packaging_id": None, "min_quantity_milli": 0, "valid_from": None, "valid_to": None,
            "change_id": None,
        }  # fmt: skip
        uow.connection.execute(insert(price), prices)
        rule = {
            "id": next_id(), "price_list_id": trade, "party_group_id": None, "store_id": None, "priority": 0,
            "valid_from": TODAY, "valid_to": None,
        }  # fmt: skip
        uow.connection.execute(insert(price_rule), rule)
    till.page._tick()
    till.settle()
    till.page.parts.sell.product_chosen(shop.products["WRAP"])
    till.settle()
    assert (till.total, _note(till)) == (150, "Now")
