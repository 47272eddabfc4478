"""Recurring invoices on the screen: repeated, billed when due, stopped."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import QDate, Qt

from app.invoicing.operations.drafts import draft_from_order
from app.invoicing.operations.post import post_invoice
from app.invoicing.store import SavedInvoice
from app.terms.states import InvoicePolicy
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.invoicing.invoice_page import InvoicePanel
from ui.invoicing.invoices_section import InvoicesSection
from ui.invoicing.recurring_panel import RecurringPanel

Opened = tuple[OfficeDriver, RecurringPanel]


@pytest.fixture
def rent(trade: Wholesale) -> SavedInvoice:
    """A posted invoice of a service."""
    order = trade.order(("WRAP", 4), invoice_policy=InvoicePolicy.ORDERED)
    line = trade.lines_of(order.order_id)["WRAP"]
    draft = trade.run(
        draft_from_order, uuid=str(uuid4()), order_id=order.order_id, quantities={line.id: 4000}
    )
    return trade.run(post_invoice, invoice_id=draft.invoice_id)


@pytest.fixture
def opened(trade: Wholesale, rent: SavedInvoice, make_office: MakeOffice) -> Opened:
    """The panel, opened from the list on that invoice."""
    del trade, rent
    desk = make_office(local={"sound": "off"})
    section = desk.go("invoices")
    assert isinstance(section, InvoicesSection)
    desk.tap(section.recurring_button)
    return desk, desk.panel(RecurringPanel)


def test_the_chosen_invoice_is_repeated_and_billed_when_it_is_due(opened: Opened) -> None:
    desk, panel = opened
    assert panel.empty.isVisible()
    assert panel.number.text() == "INV-2026-000001"
    assert panel.first_day.date() == QDate(2026, 4, 1)
    panel.first_day.setDate(QDate(2026, 2, 1))
    panel.every.choose(1)
    desk.tap(panel.repeat_button)
    assert desk.banner == "It is written again from Feb 1, 2026 on."
    assert panel.table.row(0).cells[:4] == ("Unlimited Ltd", "INV-2026-000001", "month", "Feb 1, 2026")
    assert panel.due_button.text() == "Bill what is due (1)"
    panel.table.setFocus()
    desk.key(Qt.Key.Key_F10)
    assert desk.banner == "2 invoice(s) posted."
    assert panel.table.row(0).cells[3:6] == ("Apr 1, 2026", "-", "2")
    assert not panel.due_button.isEnabled()
    panel.table.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.panel(InvoicePanel).title().startswith("Invoice INV-2026-000001")


def test_it_is_stopped_after_a_yes(opened: Opened) -> None:
    desk, panel = opened
    desk.tap(panel.repeat_button)
    desk.tap(panel.stop_button)
    desk.tap(panel.asking.yes)
    assert panel.table.row(0).cells[3] == "ended"
    assert not panel.stop_button.isEnabled()


def test_what_cannot_be_repeated_is_said_where_the_eye_is(opened: Opened) -> None:
    desk, panel = opened
    panel.number.setText("INV-1")
    desk.tap(panel.repeat_button)
    assert panel.message().startswith("There is no invoice of that number.")
    panel.number.setText("INV-2026-000001")
    panel.last_day.set_value(date(2026, 3, 1))
    desk.tap(panel.repeat_button)
    assert "is before the first" in panel.message()
