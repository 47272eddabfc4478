"""What is agreed for one order, and lines that are no product: entered by keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.orders.states import LineKind, OrderStatus
from app.terms.operations import AddressDraft, TermsDraft, add_address, save_terms
from app.terms.states import AddressKind
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from tests.ui.orders.test_orders_section import CONTROL, orders, write
from ui.orders.entry_panel import EntryPanel
from ui.orders.entry_terms import PICKUP
from ui.orders.order_page import OrderPanel
from ui.widgets.form import Choice


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager of the wholesaler."""
    del trade
    return make_office(local={"sound": "off"})


def choose(desk: OfficeDriver, field: Choice, words: str) -> None:
    """Choose by typing, as one does in a list."""
    field.setFocus()
    field.setCurrentIndex(field.findText(words, Qt.MatchFlag.MatchStartsWith))
    desk.settle()


def saved_order(desk: OfficeDriver, trade: Wholesale) -> int:
    page = desk.panel(OrderPanel)
    assert page.shown is not None
    del trade
    return page.shown.detail.row.id


def test_days_addresses_delivery_and_down_payment_are_entered(desk: OfficeDriver, trade: Wholesale) -> None:
    there = AddressDraft(AddressKind.DELIVERY, "Dock 4", "20457", "Hamburg", "DE", name="Warehouse")
    party_id = trade.shop.parties["Unlimited Ltd"]
    address_id = trade.run(add_address, party_id=party_id, address=there)
    orders(desk)
    panel = write(desk, "unlim", ("wine", "10"))
    desk.key(Qt.Key.Key_F4)
    terms = panel.terms
    desk.key(Qt.Key.Key_Up)  # a week from today, and a day more
    assert terms.requested_on.value() == date(2026, 3, 10)
    terms.valid_until.setFocus()
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Delete)
    assert terms.valid_until.value() is None
    desk.key(Qt.Key.Key_Down)
    choose(desk, terms.way, "When complete")
    choose(desk, terms.delivery, "Warehouse")
    terms.deposit.setFocus()
    desk.type("5")
    terms.deposit_share.setFocus()
    desk.type("30")
    assert terms.deposit.value() is None
    desk.tap(terms.blocks)
    assert "down payment 30%" in panel.agreed.text()
    panel.reference.setFocus()
    desk.type("PO 77")
    desk.key(Qt.Key.Key_S, CONTROL)
    head = trade.head_of(saved_order(desk, trade))
    assert (head.requested_on, head.ship_policy, head.pickup) == (date(2026, 3, 10), "complete", False)
    assert (head.delivery_address_id, head.billing_address_id) == (address_id, None)
    assert (head.deposit_minor, head.deposit_blocks) == (round(head.gross_minor * 0.3), True)
    assert (head.customer_reference, head.valid_until) == ("PO 77", terms_end())


def terms_end() -> date:
    return date(2026, 4, 1)


def test_the_customers_terms_stand_in_the_form_and_may_be_changed(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    agreed = TermsDraft(price_list_id=trade.price_list_id, deposit_hundredths=2000, deposit_blocks=True)
    trade.run(save_terms, party_id=trade.shop.parties["Unlimited Ltd"], terms=agreed)
    orders(desk)
    panel = write(desk, "unlim", ("wine", "1"))
    assert panel.terms.deposit_share.value() == 2000
    assert panel.terms.blocks.isChecked()
    desk.key(Qt.Key.Key_F4)
    panel.terms.deposit_share.setFocus()
    desk.key(Qt.Key.Key_Delete)
    choose(desk, panel.terms.way, "Fetched")
    assert panel.terms.way.value() == PICKUP
    desk.key(Qt.Key.Key_F10)
    head = trade.head_of(saved_order(desk, trade))
    assert (head.deposit_minor, head.pickup, head.status) == (0, True, OrderStatus.CONFIRMED.value)
    desk.tap_text("Edit")
    entry = desk.panel(EntryPanel)
    desk.settle()
    assert entry.terms.way.value() == PICKUP
    assert entry.terms.deposit_share.value() is None


def test_a_charge_an_allowance_and_words_are_typed(desk: OfficeDriver, trade: Wholesale) -> None:
    orders(desk)
    panel = write(desk, "unlim", ("wine", "2"))
    desk.key(Qt.Key.Key_F6)
    desk.key(Qt.Key.Key_Return)
    desk.type("4.90")
    desk.key(Qt.Key.Key_F6)
    choose(desk, panel.card.free.kind, "Allowance")
    panel.card.free.text.setFocus()
    panel.card.free.text.selectAll()
    desk.type("Loyalty")
    desk.key(Qt.Key.Key_Return)
    desk.type("1")
    desk.key(Qt.Key.Key_F6)
    choose(desk, panel.card.free.kind, "Words")
    panel.card.free.text.setFocus()
    panel.card.free.text.selectAll()
    desk.type("By the side door")
    desk.key(Qt.Key.Key_Return)
    assert [panel.table.row(i).cells[0::5][:2] for i in range(4)] == [
        ("Red wine", "14.00"), ("Delivery", "4.90"), ("Loyalty", "−1.00"), ("By the side door", ""),
    ]  # fmt: skip
    desk.key(Qt.Key.Key_F10)
    lines = trade.lines_of(saved_order(desk, trade))
    assert [(x.kind, x.amount_minor) for x in lines.values()] == [
        ("goods", 1400), ("charge", 490), ("charge", -100), ("text", 0),
    ]  # fmt: skip
    page = desk.panel(OrderPanel)
    assert page.lines.row(3).cells == ("By the side door", "", "", "", "", "", "")


def test_a_service_has_a_person_and_a_day_and_is_done_with_a_note(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    orders(desk)
    panel = write(desk, "unlim", ("wrap", "3"))
    desk.settle()
    panel.table.setFocus()
    panel.table.select("0")
    desk.settle()
    choose(desk, panel.card.service.person, "manager")
    panel.card.service.day.setFocus()
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_F10)
    order_id = saved_order(desk, trade)
    line = trade.lines_of(order_id)["WRAP"]
    assert (line.kind, line.assigned_to) == (LineKind.SERVICE.value, trade.shop.users["manager"])
    assert line.scheduled_on == date(2026, 3, 3)
    page = desk.panel(OrderPanel)
    assert page.why.text().endswith("by manager, planned for Mar 3, 2026")
    assert page.primary.text() == "Service done"
    desk.key(Qt.Key.Key_F10)
    desk.type("with red ribbon")
    desk.key(Qt.Key.Key_Return)
    assert page.primary.text() == "Create invoice"
    assert "done: with red ribbon" in page.why.text()
    desk.key(Qt.Key.Key_F10)
    assert trade.lines_of(order_id)["WRAP"].invoiced_milli == 3000


def test_larger_quantities_and_their_prices_are_told_beside_the_line(desk: OfficeDriver) -> None:
    orders(desk)
    panel = write(desk, "unlim", ("coffee", "4"))
    assert panel.card.why.text() == "List “trade”: 10.00 · from 50 on 9.00"


def test_units_are_named_in_the_users_language(trade: Wholesale, make_office: MakeOffice) -> None:
    del trade
    office = make_office(locale="de", local={"sound": "off"})
    orders(office)
    panel = write(office, "unlim", ("coffee", "4"))
    assert panel.table.row(0).cells[2] == "Stk."
    assert panel.card.unit.currentText() == "Stk."
