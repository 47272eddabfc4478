"""The whole story of a transaction is shown as a paper from each of its pages."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt

from app.invoicing.operations.settle import record_payment
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice
from ui.orders.document_panel import DocumentPanel


def test_f7_and_the_button_show_the_story_from_every_page_of_a_document(
    trade: Wholesale, make_office: MakeOffice
) -> None:
    order = trade.order(("WINE", 2))
    sent = trade.ship_all(order.order_id)
    bill = trade.bill(sent)
    draft = PaymentDraft(trade.shop.parties["Unlimited Ltd"], bill.payable_minor, PaymentMethod.BANK)
    paid = trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    desk = make_office(local={"sound": "off"})
    for section, what in (
        ("orders", str(order.order_id)), ("invoices", str(bill.invoice_id)),
        ("warehouse", f"ship:{sent.shipment_id}"), ("payments", f"payment:{paid.payment_id}"),
    ):  # fmt: skip
        desk.page.go(section, what)
        desk.settle()
        panel = desk.panel(DocumentPanel)
        desk.key(Qt.Key.Key_F7)
        assert panel.paper.isVisible()
        assert panel.paper.title.text() == "Story"
        assert panel.paper.pages >= 1
        desk.key(Qt.Key.Key_Escape)
        desk.tap(panel.story_button)
        assert panel.paper.isVisible()
