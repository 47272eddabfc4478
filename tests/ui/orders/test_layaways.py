"""Layaways in the back office: listed by their last day, forfeited with what the policy keeps."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.organisation.queries import list_settings
from app.till.cart import CartCustomer
from app.till.operations.layaways import LayawayPolicy, layaway_policy
from app.till.operations.trade import order_from_cart
from app.till.states import OrderWish
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice
from ui.orders.layaways import LayawaysButton, LayawaysPanel
from ui.settings.settings_section import SettingsSection
from ui.settings.trading_page import TradingPage


def test_the_policy_is_set_and_a_layaway_is_forfeited_by_it(
    trade: Wholesale, make_office: MakeOffice
) -> None:
    shop = trade.shop
    cart = shop.cart(("COFFEE", 2000)).set_customer(
        CartCustomer(shop.parties["Unlimited Ltd"], "Unlimited Ltd")
    )
    shop.runtime.run(
        order_from_cart,
        actor=shop.actor("manager"),
        context=shop.context(),
        cart=cart,
        wish=OrderWish.LAYAWAY,
    )
    office = make_office(local={"sound": "off"})
    settings = office.go("settings")
    assert isinstance(settings, SettingsSection)
    settings.choose("trading")
    office.settle()
    page = settings.page()
    assert isinstance(page, TradingPage)
    page.layaway_days.setValue(30)
    page.layaway_fee.setText("5")
    office.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert layaway_policy(shop.runtime.ask(list_settings)) == LayawayPolicy(30, 500)
    orders = office.go("orders")
    office.tap(orders.findChild(LayawaysButton))
    panel = office.panel(LayawaysPanel)
    row = panel.table.row(0).cells
    assert (row[1], row[2], row[3]) == ("Unlimited Ltd", "May 31, 2026", "0.00")
    office.tap(panel.forfeit_button)
    assert panel.asking.field.text() == "Not paid in time"
    office.key(Qt.Key.Key_Return)
    assert panel.message() == ""
    assert "Forfeited: €0.00 is kept" in office.banner
    assert panel.empty.isVisible()
