"""E-invoices on the screen: sent from a posted invoice, received from a file, and what they need to know."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import Qt

from app.documents.letter_settings import save_letter_settings
from app.einvoice.details import (
    BuyerDetails,
    get_buyer_details,
    get_seller_details,
    list_tax_meanings,
    save_buyer_details,
)
from app.einvoice.formats import Category, Format
from app.einvoice.queries import find_einvoice, get_received, list_received
from app.invoicing.store import SavedInvoice
from tests.factories.wholesale import Wholesale
from tests.integration.einvoice.documents import documents
from tests.ui.office_driver import OfficeDriver
from ui.einvoice.received_panel import ReceivedPanel
from ui.einvoice.received_section import ReceivedSection
from ui.einvoice.send_over import SendOver
from ui.einvoice.settings_page import EInvoicePage
from ui.invoicing.invoices_section import InvoicesSection
from ui.mailing.mail_over import MailOver
from ui.parties.customer_editor import CustomerEditor
from ui.settings.settings_section import SettingsSection

OWN = Path(__file__).resolve().parents[2] / "vectors" / "einvoices"
MIXED = OWN / "S_two_rates_allow_charge_prepaid_round.peppol.xml"


def opened(desk: OfficeDriver, bill: SavedInvoice) -> SendOver:
    """The e-invoice of an invoice, by a tap on its page."""
    section = desk.go("invoices")
    assert isinstance(section, InvoicesSection)
    panel = section.open_invoice(bill.invoice_id)
    desk.settle()
    desk.tap(panel.einvoice_button)
    assert panel.einvoice is not None
    return panel.einvoice


def test_a_posted_invoice_is_checked_shown_and_saved(
    desk: OfficeDriver, trade: Wholesale, tmp_path: Path, passes: Callable[[bytes], None]
) -> None:
    bill = documents(trade)[1]
    over = opened(desk, bill)
    assert over.findings.verdict.text() == "Valid as Peppol BIS 3 (UBL) by the official rules."
    assert [over.view.lines.row(i).cells[0] for i in range(3)] == ["Coffee beans 1 kg", "Milk 1 l", "Apples"]
    assert "paid in advance €11.90" in over.view.totals.text()
    assert over.view.extras.text() == "Delivery: €5.00"
    file = tmp_path / "it.xml"
    over.save_to(file)
    desk.settle()
    assert over.saved.text() == f"Kept, and saved as {file}."
    kept = trade.ask(find_einvoice, invoice_id=bill.invoice_id, form=Format.PEPPOL)
    assert kept is not None
    assert kept.content == file.read_bytes()
    passes(file.read_bytes())
    desk.key(Qt.Key.Key_Escape)
    assert not over.isVisible()


def test_another_format_is_checked_at_once_and_offered_next_time(
    desk: OfficeDriver, trade: Wholesale, tmp_path: Path
) -> None:
    bill = documents(trade)[1]
    over = opened(desk, bill)
    over.form.setFocus()
    over.form.choose(Format.FACTURX)
    desk.settle()
    assert over.findings.verdict.text() == "Valid as Factur-X / ZUGFeRD (PDF) by the official rules."
    desk.tap(over.paper_button)
    paper = desk.page.findChildren(type(over._panel.paper))[-1]
    assert (paper.isVisible(), paper.pages) == (True, 1)
    desk.key(Qt.Key.Key_Escape)
    assert over.isVisible()
    over.save_to(tmp_path / "it.pdf")
    desk.settle()
    party_id = trade.shop.parties["Unlimited Ltd"]
    assert trade.ask(get_buyer_details, party_id=party_id).format is Format.FACTURX
    desk.tap(over.back)
    assert opened(desk, bill).form.value() == Format.FACTURX


def test_it_goes_by_e_mail_with_the_letter(desk: OfficeDriver, trade: Wholesale) -> None:
    bill = documents(trade)[1]
    over = opened(desk, bill)
    desk.tap(over.mail_button)
    assert not over.isVisible()
    (mail,) = (m for m in desk.page.findChildren(MailOver) if m.isVisible())
    assert mail.files.text() == "Attached: Invoice INV-2026-000001.pdf, INV-2026-000001.xml"


def test_what_is_not_valid_names_rule_and_field_and_cannot_be_saved(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    bill = documents(trade)[1]
    party_id = trade.shop.parties["Unlimited Ltd"]
    trade.run(save_buyer_details, party_id=party_id, details=BuyerDetails())
    over = opened(desk, bill)
    assert over.findings.verdict.text() == "Not valid as Peppol BIS 3 (UBL): 1 rule(s) broken."
    cells = over.findings.table.row(0).cells
    assert (cells[0], cells[2]) == ("PEPPOL-EN16931-R010", "Customer, E-invoices: electronic address")
    assert "electronic address" in over.findings.why.text()
    assert not over.save_button.isEnabled()
    trade.run(save_buyer_details, party_id=party_id, details=BuyerDetails(None, "0088", "4000001123452"))
    desk.tap(over.again)
    assert over.save_button.isEnabled()


def test_enter_on_a_rule_leads_to_the_page_that_mends_it(desk: OfficeDriver, trade: Wholesale) -> None:
    bill = documents(trade)[1]
    party_id = trade.shop.parties["Unlimited Ltd"]
    trade.run(save_buyer_details, party_id=party_id, details=BuyerDetails())
    trade.run(save_letter_settings, iban="", bic="")
    over = opened(desk, bill)
    over.findings.table.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.panel(CustomerEditor).title().startswith("C0001")
    over = opened(desk, bill)
    over.form.choose(Format.XRECHNUNG_UBL)
    desk.settle()
    cells = [over.findings.table.row(i).cells[0] for i in range(over.findings.table.count())]
    over.findings.table.select(str(cells.index("BR-DE-1")))
    over.findings.table.setFocus()
    desk.key(Qt.Key.Key_Return)
    section = desk.page.section()
    assert isinstance(section, SettingsSection)
    assert type(section.page()).__name__ == "LettersPage"


def received(desk: OfficeDriver) -> ReceivedSection:
    section = desk.go("einvoices")
    assert isinstance(section, ReceivedSection)
    return section


def test_a_received_file_is_checked_shown_and_kept_once(
    desk: OfficeDriver, trade: Wholesale, tmp_path: Path
) -> None:
    section = received(desk)
    assert section.empty.isVisible()
    section.use_file(MIXED)
    desk.settle()
    panel = desk.panel(ReceivedPanel)
    assert desk.banner == "INV-2026-0001 is kept."
    assert panel.title() == "Invoice INV-2026-0001 · Corner Shop GmbH"
    assert panel.findings.verdict.text() == "Valid as Peppol BIS 3 (UBL) by the official rules."
    assert panel.view.lines.row(1).cells == ("Book", "7 pc", "10.335", "−€7.24", "S 7 %", "€65.11")
    assert panel.view.totals.text() == (
        "net €135.53 · VAT €17.20 · total €152.73 · paid in advance €20.00 · rounding €0.02 · to pay €132.75"
    )
    (row,) = trade.ask(list_received)
    kept = trade.ask(get_received, received_id=row.id)
    assert kept.content == MIXED.read_bytes()
    assert kept.sha256 == sha256(MIXED.read_bytes()).hexdigest()
    panel.save_to(tmp_path / "again.xml")
    desk.settle()
    assert (tmp_path / "again.xml").read_bytes() == MIXED.read_bytes()
    desk.key(Qt.Key.Key_Escape)
    assert section.table.row(0).cells[-2:] == ("valid", "€132.75")
    section.use_file(MIXED)
    desk.settle()
    assert desk.banner == "INV-2026-0001 came before; here it is."
    assert len(trade.ask(list_received)) == 1


def test_a_wrong_one_is_kept_too_and_says_what_is_wrong(desk: OfficeDriver, tmp_path: Path) -> None:
    section = received(desk)
    wrong = tmp_path / "wrong.xml"
    wrong.write_bytes(MIXED.read_bytes().replace(b">132.75<", b">132.76<"))
    section.use_file(wrong)
    desk.settle()
    panel = desk.panel(ReceivedPanel)
    assert panel.findings.verdict.text() == "Not valid as Peppol BIS 3 (UBL): 1 rule(s) broken."
    told = [panel.findings.table.row(i).cells[:2] for i in range(panel.findings.table.count())]
    assert told[0] == ("BT-115", "To pay: €132.76 is stated, its parts come to €132.75")
    assert told[1][0] == "BR-CO-16"
    desk.key(Qt.Key.Key_Escape)
    assert section.table.row(0).cells[-2] == "not valid"


def test_what_is_no_e_invoice_is_refused_in_the_banner(desk: OfficeDriver, tmp_path: Path) -> None:
    section = received(desk)
    evil = tmp_path / "evil.xml"
    evil.write_bytes(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')
    section.use_file(evil)
    desk.settle()
    assert desk.banner.startswith("evil.xml contains a DOCTYPE")
    section.use_file(tmp_path / "gone.xml")
    desk.settle()
    assert "gone.xml could not be read" in desk.banner
    assert section.open_button.isEnabled()


def test_the_search_finds_by_number_and_sender(desk: OfficeDriver, tmp_path: Path) -> None:
    section = received(desk)
    other = tmp_path / "other.xml"
    other.write_bytes(
        MIXED.read_bytes().replace(b"Corner Shop GmbH", b"Paper Mill").replace(b"INV-2026", b"PM-7")
    )
    for file in (MIXED, other):
        section.use_file(file)
        desk.settle()
        desk.key(Qt.Key.Key_Escape)
    assert section.table.count() == 2
    section.search.setFocus()
    desk.type("mill")
    assert [section.table.row(i).cells[0] for i in range(section.table.count())] == ["PM-7-0001"]


def test_the_settings_keep_address_contact_and_the_categories_of_taxes(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    section = desk.go("settings")
    assert isinstance(section, SettingsSection)
    section.choose("einvoice")
    desk.settle()
    page = section.page()
    assert isinstance(page, EInvoicePage)
    assert page.texts["contact_name"].text() == "AR desk"
    page.texts["endpoint_scheme"].setText("GLN")
    desk.tap(page.save_button)
    assert "is no kind of electronic address" in page.message.text()
    page.texts["endpoint_scheme"].setText("0088")
    untaxed = page.rows[-1]
    assert untaxed.code == ""
    untaxed.category.choose("E")
    desk.tap(page.save_button)
    assert "needs a reason" in page.message.text()
    untaxed.reason.setText("VATEX-EU-132")
    desk.tap(page.save_button)
    assert desk.banner == "Saved. The next e-invoice says it."
    assert trade.ask(get_seller_details).endpoint_scheme == "0088"
    (kept,) = trade.ask(list_tax_meanings)
    assert (kept.tax_code, kept.category, kept.exemption_code) == ("", Category.EXEMPT, "VATEX-EU-132")


def test_a_customer_has_a_page_for_e_invoices(desk: OfficeDriver, trade: Wholesale) -> None:
    desk.go("customers").show_item(str(trade.shop.parties["Unlimited Ltd"]))
    desk.settle()
    editor = desk.panel(CustomerEditor)
    editor.tabs.setCurrentWidget(editor.einvoice)
    page = editor.einvoice
    assert page.endpoint.text() == "4000001123452"
    page.form.choose(Format.XRECHNUNG_UBL)
    page.scheme.setText("")
    desk.tap(page.save_button)
    assert "needs both its kind and the address" in page.message.text()
    page.scheme.setText("0088")
    page.reference.setText("991-12345-67")
    desk.tap(page.save_button)
    kept = trade.ask(get_buyer_details, party_id=trade.shop.parties["Unlimited Ltd"])
    assert (kept.format, kept.buyer_reference) == (Format.XRECHNUNG_UBL, "991-12345-67")
    assert not page.save_button.isEnabled()
