"""An agreement is made, filled and drawn down, in the window."""

from __future__ import annotations

from datetime import timedelta

from app.agreements.queries import get_agreement, list_agreements
from tests.factories.shop import TODAY
from tests.factories.wholesale import make_wholesale
from tests.ui.office_driver import OfficeDriver
from tests.ui.pricing.test_prices import page
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
