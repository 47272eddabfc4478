"""An agreement is made, filled and drawn down, in the window."""

from __future__ import annotations

from datetime import timedelta

from app.agreements.operations import agree_price, make_agreement
from app.agreements.queries import get_agreement, list_agreements
from tests.factories.shop import TODAY
from tests.factories.wholesale import make_wholesale
from tests.ui.office_driver import OfficeDriver
from tests.ui.pricing.test_prices import page
from ui.orders.order_page import OrderPanel
from ui.pricing.agreement_panel import AgreementPanel
from ui.pricing.agreements_page import AgreementsPage, NewAgreement


def test_prices_are_agreed_and_orders_draw_them_down(office: OfficeDriver) -> None:
    trade = make_wholesale(office.shop)
    shown = page(office, AgreementsPage, "agreements")
    assert shown.empty.isVisible()
    office.tap(shown.new_button)
    editor = office.open_panel
    assert isinstance(editor, NewAgreement)
    editor.customer.setText("Unlimited Ltd")
    editor.customer.returnPressed.emit()
    office.settle()
    assert editor.name.text().startswith("Unlimited Ltd")
    editor.last_day.set_value(TODAY + timedelta(days=300))
    editor.remark.setText("frame")
    editor.saved.emit()
    office.settle()
    panel = office.open_panel
    assert isinstance(panel, AgreementPanel)
    office.tap(panel.add)
    assert panel.message.text()
    panel.goods.look("COFFEE")
    office.settle()
    panel.price.set_value(800)
    panel.quantity.set_value(100_000)
    office.tap(panel.add)
    assert panel.table.count() == 1
    trade.order(("COFFEE", 60), customer="Unlimited Ltd")
    panel._read()
    office.settle()
    assert panel.table.row(0).cells[2:] == ("8.00", "100", "60", "40")
    assert panel.orders.count() == 1
    (made,) = office.shop.runtime.ask(list_agreements)
    assert office.shop.runtime.ask(get_agreement, agreement_id=made.id).lines[0].unit_price_minor == 800


def test_an_agreement_is_ended_and_a_product_taken_away(office: OfficeDriver) -> None:
    make_wholesale(office.shop)
    shown = page(office, AgreementsPage, "agreements")
    editor = shown.new_agreement()
    editor.customer.setText("nobody at all")
    editor.customer.returnPressed.emit()
    office.settle()
    editor.saved.emit()
    office.settle()
    assert office.shop.runtime.ask(list_agreements) == []
    editor.customer.setText("Limited Ltd")
    editor.customer.returnPressed.emit()
    office.settle()
    editor.saved.emit()
    office.settle()
    panel = office.open_panel
    assert isinstance(panel, AgreementPanel)
    panel.goods.look("MILK")
    office.settle()
    panel.price.set_value(50)
    office.tap(panel.add)
    assert panel.table.row(0).cells[3] == "any"
    panel.table.setFocus()
    office.tap(panel.take_away)
    assert panel.table.count() == 0
    shown.section.close_panel()
    office.settle()
    office.tap(shown.end_button)
    (made,) = office.shop.runtime.ask(list_agreements)
    assert made.valid_to == TODAY


def test_goods_are_called_off_from_an_agreement(office: OfficeDriver) -> None:
    trade = make_wholesale(office.shop)
    coffee = trade.shop.products["COFFEE"]
    made = trade.run(make_agreement, party_id=trade.shop.parties["Unlimited Ltd"], valid_from=TODAY)
    trade.run(agree_price, agreement_id=made, product_id=coffee, unit_price_minor=800, quantity_milli=10_000)
    page(office, AgreementsPage, "agreements").show_agreement(str(made))
    panel = office.panel(AgreementPanel)
    office.settle()
    office.tap(panel.call_button)
    assert panel.message.text() == "Choose a product and enter how much is called off."
    panel.table.select(str(coffee))
    panel.called.set_value(11_000)
    office.tap(panel.call_button)
    assert "10 is left of AG-" in panel.message.text()
    panel.called.set_value(4_000)
    office.tap(panel.call_button)
    order = office.panel(OrderPanel)
    office.settle()
    assert order.shown is not None
    (line,) = order.shown.detail.lines
    assert (line.unit_price_minor, line.ordered_milli) == (800, 4_000)
