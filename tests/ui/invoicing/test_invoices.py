"""Invoices on the screen: chips, posting what is held, credit notes, links."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from app.documents.operations import find_kept_pdf
from app.invoicing.operations.drafts import draft_from_order, draft_pro_forma
from app.invoicing.screen_queries import InvoiceView
from app.invoicing.states import InvoiceStatus
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.invoicing.invoice_page import InvoicePanel
from ui.invoicing.invoices_section import InvoicesSection
from ui.orders.order_page import OrderPanel
from ui.payments.record_panel import RecordPanel


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager of the wholesaler."""
    del trade
    return make_office(local={"sound": "off"})


def invoices(office: OfficeDriver) -> InvoicesSection:
    section = office.go("invoices")
    assert isinstance(section, InvoicesSection)
    return section


def shown(section: InvoicesSection) -> list[str]:
    return [section.table.row(i).cells[0] for i in range(section.table.count())]


def test_the_list_says_what_is_open_and_the_search_finds_by_number_and_customer(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    first = trade.order(("COFFEE", 1))
    trade.bill(trade.ship_all(first.order_id))
    second = trade.order(("WINE", 1), customer="Limited Ltd")
    trade.bill(trade.ship_all(second.order_id))
    section = invoices(desk)
    assert shown(section) == ["INV-2026-000002", "INV-2026-000001"]
    assert section.table.row(1).cells[-2:] == ("€11.90", "€11.90")
    assert section.table.row(1).cells[5] == "Open"
    desk.type("limited")
    assert shown(section) == ["INV-2026-000002"]
    section.search.clear()
    desk.type("inv-2026-000001")
    assert shown(section) == ["INV-2026-000001"]
    section.search.clear()
    section.chips.select(InvoiceView.OVERDUE.value)
    section.reload()
    desk.settle()
    assert section.empty.isVisible()


def test_a_draft_that_does_not_agree_is_held_and_released_with_a_reason(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    order = trade.order(("COFFEE", 2))
    line = trade.lines_of(order.order_id)["COFFEE"]
    draft = trade.run(
        draft_from_order, uuid=str(uuid4()), order_id=order.order_id, quantities={line.id: 2000}
    )
    section = invoices(desk)
    panel = section.open_invoice(draft.invoice_id)
    desk.settle()
    assert panel.primary.text() == "Post"
    desk.key(Qt.Key.Key_F10)
    assert panel.shown is not None
    assert panel.shown.row.status is InvoiceStatus.HELD
    assert panel.message().startswith("The invoice is held: ")
    desk.key(Qt.Key.Key_F10)
    desk.key(Qt.Key.Key_Return)
    assert panel.message() == "Say why the invoice is released. Nothing was posted."
    panel.asking.field.setFocus()
    desk.type("paid in advance")
    desk.key(Qt.Key.Key_Return)
    assert panel.shown.row.status is InvoiceStatus.POSTED
    assert not panel.void_button.isVisible()


def test_a_draft_is_thrown_away_only_after_a_yes(desk: OfficeDriver, trade: Wholesale) -> None:
    order = trade.order(("COFFEE", 2))
    line = trade.lines_of(order.order_id)["COFFEE"]
    draft = trade.run(
        draft_from_order, uuid=str(uuid4()), order_id=order.order_id, quantities={line.id: 1000}
    )
    panel = invoices(desk).open_invoice(draft.invoice_id)
    desk.settle()
    desk.tap(panel.void_button)
    desk.key(Qt.Key.Key_Escape)
    assert panel.shown is not None
    assert panel.shown.row.status is InvoiceStatus.DRAFT
    desk.tap(panel.void_button)
    desk.tap(panel.asking.yes)
    assert panel.shown.row.status is InvoiceStatus.VOIDED


def test_everything_is_credited_and_only_once(desk: OfficeDriver, trade: Wholesale) -> None:
    order = trade.order(("COFFEE", 2), ("WINE", 1))
    bill = trade.bill(trade.ship_all(order.order_id))
    panel = invoices(desk).open_invoice(bill.invoice_id)
    desk.settle()
    desk.tap(panel.credit_button)
    desk.tap(panel.credit.write_button)
    assert panel.message() == "Enter how much of a line is credited, or press Everything."
    desk.tap(panel.credit.all_button)
    desk.key(Qt.Key.Key_Return)
    assert panel.message() == "Say why the credit note is written. Nothing was saved."
    panel.credit.reason.setFocus()
    desk.type("wrong address")
    desk.key(Qt.Key.Key_Return)
    assert desk.banner == "CN-2026-000001 is written."
    assert panel.open_minor() == 0
    desk.tap(panel.credit_button)
    desk.tap(panel.credit.all_button)
    desk.tap(panel.credit.write_button)
    assert panel.credit.drafts() == []
    assert not panel.primary.isVisible()


def test_more_is_billed_of_a_line_by_a_debit_note(desk: OfficeDriver, trade: Wholesale) -> None:
    bill = trade.bill(trade.ship_all(trade.order(("COFFEE", 2)).order_id))
    panel = invoices(desk).open_invoice(bill.invoice_id)
    desk.settle()
    desk.tap(panel.debit_button)
    desk.tap(panel.debit.write_button)
    assert panel.message().startswith("Say why more is billed")
    panel.debit.amount.set_value(500)
    panel.debit.reason.setFocus()
    desk.type("wrong price")
    desk.key(Qt.Key.Key_Return)
    assert panel.shown is not None
    assert panel.shown.row.corrects_id == bill.invoice_id
    assert panel.open_minor() == 595
    assert not panel.debit.isVisible()


def test_an_invoice_leads_to_its_order_and_to_its_payment(desk: OfficeDriver, trade: Wholesale) -> None:
    order = trade.order(("COFFEE", 2))
    bill = trade.bill(trade.ship_all(order.order_id))
    panel = invoices(desk).open_invoice(bill.invoice_id)
    desk.settle()
    panel.documents.select(f"order:{order.order_id}")
    panel.documents.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.panel(OrderPanel).title().startswith("O-2026-000001")
    desk.go("invoices")
    desk.panel(InvoicePanel).primary.setFocus()
    desk.key(Qt.Key.Key_F10)
    assert desk.panel(RecordPanel).customer.text() == "Unlimited Ltd"


def test_a_pro_forma_books_nothing_and_offers_no_credit(desk: OfficeDriver, trade: Wholesale) -> None:
    order = trade.order(("COFFEE", 2))
    made = trade.run(draft_pro_forma, uuid=str(uuid4()), order_id=order.order_id)
    panel = invoices(desk).open_invoice(made.invoice_id)
    desk.settle()
    assert panel.title().startswith("Pro-forma ")
    assert not panel.credit_button.isVisible()


def test_the_paper_is_shown_and_saved_as_it_is_kept(
    desk: OfficeDriver, trade: Wholesale, tmp_path: Path
) -> None:
    order = trade.order(("COFFEE", 2))
    bill = trade.bill(trade.ship_all(order.order_id))
    panel = invoices(desk).open_invoice(bill.invoice_id)
    desk.settle()
    desk.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert panel.paper.isVisible()
    assert panel.paper.where.text() == "Page 1 of 1"
    assert panel.paper.sheet.pixmap().width() > 500
    panel.paper.save_to(tmp_path / "bill.pdf")
    desk.settle()
    kept = trade.ask(find_kept_pdf, invoice_id=bill.invoice_id)
    assert kept is not None
    assert (tmp_path / "bill.pdf").read_bytes() == kept
    panel.paper.save_to(tmp_path / "nowhere" / "bill.pdf")
    desk.settle()
    assert "could not be written" in panel.paper.where.text()
    desk.key(Qt.Key.Key_Escape)
    assert not panel.paper.isVisible()
    assert desk.open_panel is panel
