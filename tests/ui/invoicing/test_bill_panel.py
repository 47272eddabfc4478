"""Several deliveries billed at once, and the down payment taken off the last invoice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import update

from app.flows.billing import bills_by_itself
from app.fulfilment.queries import list_shipments
from app.invoicing.queries import list_invoices
from app.invoicing.states import InvoiceKind
from app.kernel.permission import SYSTEM_ACTOR
from app.parties.tables import party
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.invoicing.bill_panel import BillPanel
from ui.invoicing.invoice_page import InvoicePanel
from ui.orders.order_page import OrderPanel
from ui.orders.orders_section import OrdersSection
from ui.payments.record_panel import RecordPanel

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager of the wholesaler."""
    del trade
    return make_office(local={"sound": "off"})


def test_what_left_in_a_period_becomes_one_invoice_for_each_customer(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    for customer, sku in (("Unlimited Ltd", "WINE"), ("Unlimited Ltd", "MILK"), ("Limited Ltd", "WINE")):
        trade.ship_all(trade.order((sku, 1), customer=customer).order_id)
    desk.go("invoices")
    desk.key(Qt.Key.Key_N, CONTROL)
    panel = desk.panel(BillPanel)
    assert panel.table.count() == 3
    panel.first_day.setFocus()
    desk.key(Qt.Key.Key_Down)
    desk.bot.waitUntil(lambda: not panel._rest.isActive())
    desk.settle()
    assert panel.total.text() == "3 chosen · €15.00"
    desk.key(Qt.Key.Key_F10)
    assert desk.banner == "2 invoice(s) are written."
    assert panel.empty.isVisible()
    assert len(trade.ask(list_invoices)) == 2


def test_one_customer_without_a_country_does_not_keep_the_other_from_his_invoice(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    for customer in ("Unlimited Ltd", "Limited Ltd"):
        trade.ship_all(trade.order(("WINE", 1), customer=customer).order_id)
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            update(party).where(party.c.id == trade.shop.parties["Limited Ltd"]).values(country="")
        )
    desk.go("invoices")
    desk.tap_text("Invoice deliveries")
    panel = desk.panel(BillPanel)
    desk.tap(panel.primary)
    assert panel.message() == (
        "The billing address of Limited Ltd has no country. Complete it before you post the invoice."
    )
    assert [x.party_name for x in trade.ask(list_invoices)] == ["Unlimited Ltd"]
    assert panel.table.count() == 1


def test_the_manager_lets_invoices_follow_deliveries_by_themselves(
    desk: OfficeDriver, trade: Wholesale, make_office: MakeOffice
) -> None:
    desk.go("invoices")
    desk.key(Qt.Key.Key_N, CONTROL)
    desk.tap(desk.panel(BillPanel).by_itself)
    assert trade.ask(bills_by_itself)
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_N, CONTROL)
    assert desk.panel(BillPanel).by_itself.isChecked()
    office = make_office("office", local={"sound": "off"})
    office.go("invoices")
    office.key(Qt.Key.Key_N, CONTROL)
    assert not office.panel(BillPanel).by_itself.isVisible()


def test_one_draft_is_shown_before_it_is_posted(desk: OfficeDriver, trade: Wholesale) -> None:
    trade.ship_all(trade.order(("WINE", 1)).order_id)
    desk.go("invoices")
    desk.key(Qt.Key.Key_N, CONTROL)
    desk.tap_text("Drafts only")
    page = desk.panel(InvoicePanel)
    assert page.primary.text() == "Post"
    desk.key(Qt.Key.Key_F10)
    assert page.title() == "Invoice INV-2026-000001 · Unlimited Ltd"


def test_a_down_payment_is_invoiced_paid_and_taken_off_the_last_invoice(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    order = trade.order(("WINE", 10), deposit_hundredths=3000, deposit_blocks=True)
    section = desk.go("orders")
    assert isinstance(section, OrdersSection)
    page = section.open_order(order.order_id)
    desk.settle()
    assert "down payment €24.99 before it leaves" in page.about.text()
    desk.key(Qt.Key.Key_F10)
    assert page.primary.text() == "Record payment"
    desk.key(Qt.Key.Key_F10)
    pay = desk.panel(RecordPanel)
    pay.amount.setFocus()
    desk.type("24.99")
    desk.key(Qt.Key.Key_F10)
    trade.ship_all(order.order_id)
    assert len(trade.ask(list_shipments, order_id=order.order_id)) == 1
    desk.go("invoices")
    desk.key(Qt.Key.Key_N, CONTROL)
    desk.key(Qt.Key.Key_F10)
    bill = desk.panel(InvoicePanel)
    assert "paid in advance €24.99" in bill.totals.text()
    assert "open €58.31" in bill.totals.text()
    kinds = {x.kind for x in trade.ask(list_invoices)}
    assert kinds == {InvoiceKind.INVOICE, InvoiceKind.PREPAYMENT}
    desk.go("orders")
    assert desk.panel(OrderPanel) is page
