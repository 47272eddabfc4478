"""A receipt in the list of sales becomes a full invoice by a button and some keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.invoicing.queries import list_invoices
from tests.ui.office_driver import OfficeDriver
from ui.invoicing.invoice_page import InvoicePanel
from ui.invoicing.receipt_panel import ReceiptPanel


def test_a_receipt_becomes_an_invoice_once(office: OfficeDriver) -> None:
    shop = office.shop
    shop.sell(shop.cart("COFFEE", "MILK"), shop.open_shift())
    for _press in range(2):
        office.go("sales")
        office.tap_text("Invoice")
        panel = office.panel(ReceiptPanel)
        if not shop.runtime.ask(list_invoices):
            office.key(Qt.Key.Key_F10)
            assert panel.message() == "Choose the customer whose name stands on the invoice."
        panel.search.setFocus()
        office.type("unlim")
        office.key(Qt.Key.Key_Return)
        office.key(Qt.Key.Key_F10)
        page = office.panel(InvoicePanel)
        assert page.title() == "Invoice INV-2026-000001 · Unlimited Ltd"
        assert page.primary.isHidden()
        office.key(Qt.Key.Key_Escape)
    assert len(shop.runtime.ask(list_invoices)) == 1
