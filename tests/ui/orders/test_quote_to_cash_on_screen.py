"""One order from the quote to the money, through the windows of the people who do it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.fulfilment.states import ShortReason
from app.orders.states import OrderStatus
from app.reporting.verify import verify_database
from tests.factories.wholesale import Wholesale
from tests.ui.conftest import code_of
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.fulfilment.pack_panel import PackPanel
from ui.fulfilment.pick_panel import PickPanel
from ui.fulfilment.ship_panel import ShipPanel
from ui.invoicing.invoice_page import InvoicePanel
from ui.orders.checks_card import CheckRow
from ui.orders.entry_panel import EntryPanel
from ui.orders.next_step import Act
from ui.orders.order_page import OrderPanel
from ui.orders.orders_section import OrdersSection
from ui.payments.payment_page import PaymentPanel
from ui.payments.record_panel import RecordPanel

CONTROL = Qt.KeyboardModifier.ControlModifier


def scan(office: OfficeDriver, *skus: str) -> None:
    for sku in skus:
        office.page.scanned(code_of(office.shop, sku))
        office.settle()
        office.settle()


def become(office: OfficeDriver, user: str) -> None:
    """Somebody else signs in at the same window."""
    office.services.gateway.actor = office.shop.actor(user)
    office.page.open()
    office.settle()


def order_page(office: OfficeDriver, order_id: int) -> OrderPanel:
    office.page.go("orders", str(order_id))
    office.settle()
    return office.panel(OrderPanel)


def test_one_order_goes_from_quote_to_cash_through_the_windows(
    trade: Wholesale, make_office: MakeOffice
) -> None:
    office = make_office("office", local={"sound": "off"})
    order_id = _quote_with_a_discount(office)
    _accept_and_be_held(office)
    become(office, "manager")
    _release(office, order_id)
    become(office, "clerk")
    _pick_short_pack_ship_deliver(office, order_id)
    become(office, "office")
    _bill_credit_and_pay(office, order_id)
    # what stays short is cancelled, and the order is done
    page = order_page(office, order_id)
    office.tap_text("Cancel order")
    office.type("the last bottle is not made any more")
    office.key(Qt.Key.Key_Return)
    assert page.shown is not None
    assert page.shown.detail.row.status is OrderStatus.CLOSED
    assert {step.state for step in page.states.steps()} == {"done"}
    kinds = {key.split(":")[0] for key in _documents(page)}
    assert kinds == {"pick_list", "shipment", "invoice", "credit_note", "customer_payment"}
    assert [r for r in trade.ask(verify_database) if not r.holds] == []
    assert office.errors == []


def _documents(page: OrderPanel) -> list[str]:
    rows = page.documents._rows.rows
    return [row.key for row in rows]


def _quote_with_a_discount(office: OfficeDriver) -> int:
    office.go("orders")
    office.key(Qt.Key.Key_N, CONTROL)
    entry = office.panel(EntryPanel)
    office.type("limited")
    office.key(Qt.Key.Key_Return)
    scan(office, "COFFEE", "COFFEE", "COFFEE", "COFFEE")
    office.type("wine")
    office.key(Qt.Key.Key_Return)
    office.type("6")
    entry.card.discount.setFocus()
    office.type("5")
    office.settle()
    assert [entry.table.row(i).cells[1] for i in range(2)] == ["4", "6"]
    assert "less 5%" in entry.card.why.text()
    office.key(Qt.Key.Key_S, CONTROL)
    page = office.panel(OrderPanel)
    assert page.shown is not None
    assert page.act() is Act.ACCEPT
    return page.shown.detail.row.id


def _accept_and_be_held(office: OfficeDriver) -> None:
    page = office.panel(OrderPanel)
    office.key(Qt.Key.Key_F10)
    office.type("PO 4711")
    office.key(Qt.Key.Key_Return)
    told = [row for row in page.checks.rows() if row.tone == "danger"]
    assert told == [CheckRow("danger", "Credit: €95.08 with this order is above the limit of €50.00")]
    office.key(Qt.Key.Key_F10)
    assert page.shown is not None
    assert page.shown.detail.row.status is OrderStatus.ON_HOLD
    assert page.act() is Act.RELEASE
    assert not page.primary.isEnabled()  # the office may not


def _release(office: OfficeDriver, order_id: int) -> None:
    page = order_page(office, order_id)
    office.key(Qt.Key.Key_F10)
    office.key(Qt.Key.Key_Return)
    assert page.message() == "Say why. Nothing was changed."
    page.asking.field.setFocus()
    office.type("paid well for years")
    office.key(Qt.Key.Key_Return)
    assert page.shown is not None
    assert page.shown.detail.row.status is OrderStatus.CONFIRMED
    assert page.act() is Act.PICK_LIST


def _pick_short_pack_ship_deliver(office: OfficeDriver, order_id: int) -> None:
    section = office.go("warehouse")
    office.key(Qt.Key.Key_F10)
    pick = office.panel(PickPanel)
    scan(office, "COFFEE")
    assert pick.view.is_wrong
    scan(office, *["WINE"] * 5)
    office.tap(pick.short_buttons[ShortReason.NOT_FOUND])
    scan(office, *["COFFEE"] * 4)
    office.key(Qt.Key.Key_F10)
    pack = office.panel(PackPanel)
    assert pack.order is not None
    assert pack.order.row.id == order_id
    scan(office, *["WINE"] * 5, *["COFFEE"] * 4)
    pack.weight.setFocus()
    office.type("9.5")
    office.key(Qt.Key.Key_F10)
    ship = office.panel(ShipPanel)
    office.type("Swift")
    office.key(Qt.Key.Key_F10)
    ship.received_by.setFocus()
    office.type("Ann Smith")
    QTest.mousePress(ship.signature, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))
    for x in range(30, 130, 10):
        QTest.mouseMove(ship.signature, QPoint(x, 60))
    QTest.mouseRelease(ship.signature, Qt.MouseButton.LeftButton, pos=QPoint(130, 60))
    office.key(Qt.Key.Key_F10)
    assert ship.shown is not None
    assert ship.shown.signature is not None
    assert section.panel() is ship


def _bill_credit_and_pay(office: OfficeDriver, order_id: int) -> None:
    section = office.go("orders")
    assert isinstance(section, OrdersSection)
    page = order_page(office, order_id)
    assert page.act() is Act.INVOICE
    office.key(Qt.Key.Key_F10)
    assert office.banner == "INV-2026-000001 is written."
    invoice_key = next(key for key in _documents(page) if key.startswith("invoice:"))
    page.documents.chosen.emit(invoice_key)
    office.settle()
    bill = office.panel(InvoicePanel)
    _credit_one_bottle(office, bill)
    office.key(Qt.Key.Key_F10)
    record = office.panel(RecordPanel)
    assert record.table.count() == 1
    owed = record.items[0].open_minor
    record.amount.setFocus()
    office.type(f"{owed / 100:.2f}")
    assert record.table.row(0).cells[4] == record.table.row(0).cells[3]
    office.key(Qt.Key.Key_F10)
    paid = office.panel(PaymentPanel)
    assert paid.shown is not None
    assert paid.shown.unapplied_minor == 0
    assert paid.table.count() == 1


def _credit_one_bottle(office: OfficeDriver, bill: InvoicePanel) -> None:
    assert bill.shown is not None
    wine = next(x for x in bill.shown.lines if x.sku == "WINE")
    bill.lines.select(str(wine.id))
    office.tap(bill.credit_button)
    office.type("9")
    office.key(Qt.Key.Key_Return)
    office.type("broken")
    office.key(Qt.Key.Key_Return)
    assert bill.message() == "Of Red wine, only 5 is left to credit, not 9."
    bill.credit.quantity.setFocus()
    office.type("1")
    office.tap(bill.credit.write_button)
    assert office.banner == "CN-2026-000001 is written."
    assert not bill.credit.isVisible()
