"""What a customer writes in our name, on the screen: agreed with him, opened, looked at, accepted or held."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from app.einvoice.formats import Format
from app.einvoice.making import WRITER
from app.einvoice.model import Cents, EInvoice
from app.invoicing.queries import find_invoice
from app.invoicing.self_billing import find_agreement
from app.invoicing.states import InvoiceStatus
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale
from tests.integration.einvoice.test_self_billing import _refigured, agree, ship, written
from tests.ui.office_driver import OfficeDriver
from ui.einvoice.received_panel import ReceivedPanel
from ui.einvoice.received_section import ReceivedSection
from ui.invoicing.invoices_section import InvoicesSection
from ui.parties.customer_editor import CustomerEditor


def opened(desk: OfficeDriver, said: EInvoice, folder: Path) -> ReceivedPanel:
    """A file that came, as its page."""
    path = folder / "it.xml"
    path.write_bytes(WRITER.write(said, Format.EN16931_UBL))
    section = desk.go("einvoices")
    assert isinstance(section, ReceivedSection)
    section.use_file(path)
    desk.settle()
    panel = section.panel()
    assert isinstance(panel, ReceivedPanel)
    desk.settle()
    return panel


def test_it_is_agreed_with_the_customer(desk: OfficeDriver, trade: Wholesale) -> None:
    party_id = trade.shop.parties["Unlimited Ltd"]
    section = desk.go("customers")
    section.show_item(str(party_id))
    desk.settle()
    editor = desk.panel(CustomerEditor)
    editor.tabs.setCurrentWidget(editor.einvoice)
    card = editor.einvoice.agreement
    assert not card.save_button.isEnabled()
    card.active.setChecked(True)
    card.agreed_on.set_value(TODAY)
    desk.tap(card.save_button)
    assert card.message.text().startswith("Say where it is agreed")
    card.reference.setText("contract 7")
    desk.tap(card.save_button)
    assert card.message.text() == "Saved."
    kept = trade.ask(find_agreement, party_id=party_id)
    assert (kept.active, kept.agreed_on, kept.ends_on, kept.reference) == (True, TODAY, None, "contract 7")


def test_what_agrees_is_accepted_with_one_press(desk: OfficeDriver, trade: Wholesale, tmp_path: Path) -> None:
    agree(trade)
    said = written(trade)
    ship(trade)
    panel = opened(desk, said, tmp_path)
    card = panel.sale
    assert card.about.text().endswith("wrote it in our name. It agrees with what left.")
    cells = card.table.row(0).cells
    assert (cells[0], cells[2], cells[3]) == ("Coffee beans 1 kg", "3", "3")
    assert not card.differences.isVisible()
    desk.tap(card.take_button)
    assert desk.banner == "Booked as SB-2026-000001."
    assert card.about.text().endswith("It is booked as SB-2026-000001.")
    assert not card.take_button.isVisible()
    row = trade.ask(find_invoice, number="SB-2026-000001")
    assert row is not None
    section = desk.go("invoices")
    assert isinstance(section, InvoicesSection)
    page = section.open_invoice(row.id)
    desk.settle()
    assert "written by the customer: GS-4711" in page.about.text()


def test_what_differs_is_shown_held_or_accepted_with_a_reason(
    desk: OfficeDriver, trade: Wholesale, tmp_path: Path
) -> None:
    agree(trade)
    said = written(trade)
    ship(trade, ("COFFEE", 2), ("MILK", 4), ("WINE", 1))
    coffee, milk = said.lines
    net = Cents(milk.net_amount - 40)
    cheaper = replace(milk, net_amount=net, price=Decimal(net) / 100 / milk.quantity)
    card = opened(desk, _refigured(replace(said, lines=(coffee, cheaper))), tmp_path).sale
    assert "More billed than delivered: Coffee beans 1 kg: 3 > 2" in card.differences.text()
    assert "Another price than ordered: Milk 1 l" in card.differences.text()
    assert [card.table.row(i).cells[0] for i in range(3)] == ["Coffee beans 1 kg", "Milk 1 l", "Red wine"]
    assert card.table.row(2).cells[5] == "still to bill"
    card.reason.setText("so agreed by telephone")
    desk.tap(card.take_button)
    row = trade.ask(find_invoice, number="SB-2026-000001")
    assert row is not None
    assert row.status is InvoiceStatus.POSTED


def test_without_an_agreement_it_is_said_and_an_invoice_of_a_supplier_is_none(
    desk: OfficeDriver, trade: Wholesale, tmp_path: Path
) -> None:
    said = written(trade)
    card = opened(desk, said, tmp_path).sale
    assert "no customer with an agreement answers it" in card.about.text()
    assert not card.take_button.isVisible()
    assert not opened(desk, replace(said, type="380", number="S-1"), tmp_path).sale.isVisible()
