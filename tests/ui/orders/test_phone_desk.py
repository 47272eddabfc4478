"""The desk for orders by telephone: who rings, what is open, the last order again in two keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.orders.states import OrderStatus
from app.organisation.queries import find_setting
from app.parties.operations import update_customer
from app.parties.queries import get_customer
from app.story.telephone import SCRIPT_SETTING
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.orders.entry_panel import EntryPanel
from ui.orders.order_page import OrderPanel
from ui.orders.phone_desk import PhoneDesk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager of the wholesaler, whose customer has a telephone and an order."""
    party_id = trade.shop.parties["Unlimited Ltd"]
    view = trade.ask(get_customer, party_id=party_id)
    details = replace(view.details, phone="(030) 5550 12-34", note="Rings on Mondays")
    trade.run(update_customer, party_id=party_id, version=view.version, details=details)
    return make_office(local={"sound": "off"})


def test_a_number_shows_the_file_and_two_keys_order_again(office: OfficeDriver, trade: Wholesale) -> None:
    bill = trade.bill(trade.ship_all(trade.order(("COFFEE", 2), ("WINE", 1)).order_id))
    office.go("orders")
    office.key(Qt.Key.Key_F8)
    panel = office.panel(PhoneDesk)
    office.type("+49 30 55501234")
    office.key(Qt.Key.Key_Return)
    page = panel.caller
    assert page.name.text().startswith("Unlimited Ltd")
    assert page.money.text() == f"Owes {office.page.desk.formats.money(bill.gross_minor)}"
    assert page.orders.count() == page.items.count() == 1
    assert page.note.toPlainText() == "Rings on Mondays"
    office.key(Qt.Key.Key_F9)
    entry = office.panel(EntryPanel)
    assert [(x.name, x.quantity_milli) for x in entry.entries] == [
        ("Coffee beans 1 kg", 2000),
        ("Red wine", 1000),
    ]
    office.key(Qt.Key.Key_F10)
    shown = office.panel(OrderPanel).shown
    assert shown is not None
    assert shown.detail.row.status is OrderStatus.CONFIRMED
    assert shown.detail.row.party_name == "Unlimited Ltd"


def test_a_new_caller_is_made_in_place_and_orders(office: OfficeDriver) -> None:
    section = office.go("orders")
    office.key(Qt.Key.Key_F8)
    section.scanned("0171 4711 4711")
    office.settle()
    panel = office.panel(PhoneDesk)
    assert panel.newcomer.phone.text() == "0171 4711 4711"
    office.type("Unlimited Ltd")
    office.key(Qt.Key.Key_Return)
    assert "may be the same customer" in panel.message()
    office.key(Qt.Key.Key_Return)
    assert panel.message() == ""
    assert panel.caller.about.text().startswith("0171 4711 4711")
    assert not panel.again_button.isVisible()
    office.key(Qt.Key.Key_N, CONTROL)
    entry = office.panel(EntryPanel)
    assert entry.party_id == panel.file.customer.id  # type: ignore[union-attr]


def test_several_callers_of_one_number_are_listed(office: OfficeDriver, trade: Wholesale) -> None:
    party_id = trade.shop.parties["Limited Ltd"]
    view = trade.ask(get_customer, party_id=party_id)
    trade.run(
        update_customer, party_id=party_id, version=view.version,
        details=replace(view.details, phone="030 55501234"),
    )  # fmt: skip
    office.go("orders")
    office.tap_text("Order by telephone")
    panel = office.panel(PhoneDesk)
    office.type("030-5550-1234")
    office.key(Qt.Key.Key_Return)
    assert panel.stack.currentWidget() is panel.results
    assert panel.results.hasFocus()
    office.key(Qt.Key.Key_Return)
    assert panel.file is not None
    assert panel.file.customer.details.name == "Limited Ltd"


def test_script_and_note_are_kept(office: OfficeDriver, trade: Wholesale) -> None:
    office.page.open_palette()
    office.type("telephone")
    office.key(Qt.Key.Key_Return)
    panel = office.panel(PhoneDesk)
    office.type("unlim")
    office.key(Qt.Key.Key_Return)
    panel.caller.note.setPlainText("Wants a call back")
    office.tap(panel.caller.note_button)
    panel.caller.script.setPlainText("Ask for the order number")
    office.tap(panel.caller.script_button)
    assert panel.message() == ""
    party_id = trade.shop.parties["Unlimited Ltd"]
    assert trade.ask(get_customer, party_id=party_id).details.note == "Wants a call back"
    assert trade.ask(find_setting, name=SCRIPT_SETTING) == "Ask for the order number"
    assert panel.caller.script.toPlainText() == "Ask for the order number"
