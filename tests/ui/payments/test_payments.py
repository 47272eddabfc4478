"""Payments on the screen: oldest first, by hand, too much, undone, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.receivables.queries import list_open_items, owed_minor
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.payments.payment_page import PaymentPanel
from ui.payments.payments_section import PaymentsSection
from ui.payments.record_panel import RecordPanel

CONTROL = Qt.KeyboardModifier.ControlModifier
CUSTOMER = "Unlimited Ltd"


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager of a wholesaler with two open invoices of 11.90 and 8.33."""
    for sku in ("COFFEE", "WINE"):
        trade.bill(trade.ship_all(trade.order((sku, 1)).order_id))
    return make_office(local={"sound": "off"})


def record(office: OfficeDriver) -> RecordPanel:
    office.go("payments")
    office.key(Qt.Key.Key_N, CONTROL)
    office.type("unlim")
    office.key(Qt.Key.Key_Return)
    return office.panel(RecordPanel)


def pays(panel: RecordPanel) -> list[str]:
    return [panel.table.row(i).cells[4] for i in range(panel.table.count())]


def test_a_payment_goes_to_the_oldest_first_and_the_rest_stays_as_credit(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    panel = record(desk)
    desk.type("15")
    assert pays(panel) == ["€11.90", "€3.10"]
    panel.amount.selectAll()
    desk.type("25")
    assert pays(panel) == ["€11.90", "€8.33"]
    assert panel.total.text() == "open in all €20.23 · €4.77 stays as credit"
    panel.reference.setFocus()
    desk.type("transfer 7")
    desk.key(Qt.Key.Key_Return)
    paid = desk.panel(PaymentPanel)
    assert paid.shown is not None
    assert (paid.shown.amount_minor, paid.shown.unapplied_minor) == (2500, 477)
    assert paid.shown.reference == "transfer 7"
    assert trade.ask(owed_minor, party_id=trade.shop.parties[CUSTOMER]) == -477


def test_what_it_pays_is_chosen_by_hand(desk: OfficeDriver, trade: Wholesale) -> None:
    panel = record(desk)
    desk.type("8.33")
    desk.tap(panel.hand)
    panel.table.selectRow(0)
    panel.share.setFocus()
    panel.share.selectAll()
    desk.type("0")
    panel.table.selectRow(1)
    panel.share.setFocus()
    panel.share.selectAll()
    desk.type("8.33")
    assert pays(panel) == ["", "€8.33"]
    desk.key(Qt.Key.Key_F10)
    left = trade.ask(list_open_items, party_id=trade.shop.parties[CUSTOMER])
    assert [i.open_minor for i in left] == [1190]


def test_too_much_by_hand_and_no_amount_are_refused_in_place(desk: OfficeDriver) -> None:
    panel = record(desk)
    desk.key(Qt.Key.Key_F10)
    assert panel.message() == "The amount must be more than 0."
    panel.amount.setFocus()
    desk.type("20")
    desk.tap(panel.hand)
    panel.table.selectRow(1)
    panel.share.setFocus()
    panel.share.selectAll()
    desk.type("9")
    assert "too much applied" in panel.total.text()
    desk.key(Qt.Key.Key_F10)
    assert panel.message() != ""
    assert desk.open_panel is panel


def test_no_customer_no_payment(desk: OfficeDriver) -> None:
    desk.go("payments")
    desk.key(Qt.Key.Key_N, CONTROL)
    panel = desk.panel(RecordPanel)
    desk.key(Qt.Key.Key_F10)
    assert panel.message() == "Choose the customer first."
    desk.type("nobody of that name")
    assert panel.message() == "No such customer."


def test_an_application_is_undone_with_a_reason_and_applied_again(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    record(desk)
    desk.type("11.90")
    desk.key(Qt.Key.Key_F10)
    panel = desk.panel(PaymentPanel)
    assert panel.table.row(0).cells[0] == "Invoice INV-2026-000001"
    desk.tap(panel.undo_button)
    desk.key(Qt.Key.Key_Return)
    assert panel.message() == "Say why. Nothing was changed."
    panel.asking.field.setFocus()
    desk.type("wrong invoice")
    desk.key(Qt.Key.Key_Return)
    assert panel.table.row(0).cells[3] == "undone: wrong invoice"
    assert not panel.undo_button.isEnabled()
    desk.tap(panel.apply_button)
    assert [panel.table.row(i).cells[3] for i in range(2)] == ["undone: wrong invoice", "applied"]
    assert trade.ask(owed_minor, party_id=trade.shop.parties[CUSTOMER]) == 833


def test_a_payment_is_taken_back_as_a_whole(desk: OfficeDriver, trade: Wholesale) -> None:
    record(desk)
    desk.type("11.90")
    desk.key(Qt.Key.Key_F10)
    panel = desk.panel(PaymentPanel)
    desk.tap(panel.back_button)
    desk.type("the cheque bounced")
    desk.key(Qt.Key.Key_Return)
    assert panel.shown is not None
    assert panel.shown.status == "reversed"
    assert trade.ask(owed_minor, party_id=trade.shop.parties[CUSTOMER]) == 2023
    desk.key(Qt.Key.Key_Escape)
    section = desk.page.section()
    assert isinstance(section, PaymentsSection)
    assert section.table.row(0).cells[-1] == "taken back"


def test_a_credit_is_set_against_the_oldest_or_paid_back(desk: OfficeDriver, trade: Wholesale) -> None:
    record(desk)
    desk.type("30")
    desk.key(Qt.Key.Key_F10)
    panel = record(desk)
    assert panel.table.row(0).cells[3] == "\u2212€9.77"
    desk.tap(panel.refund_button)
    desk.type("back to the bank")
    desk.key(Qt.Key.Key_Return)
    paid = desk.panel(PaymentPanel)
    assert paid.title().startswith("Refund ")
    assert trade.ask(list_open_items, party_id=trade.shop.parties[CUSTOMER]) == []
