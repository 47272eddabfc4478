"""A customer's statement is seen, printed and sent from his page."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader
from PySide6.QtCore import QDate

from tests.factories.wholesale import Wholesale
from tests.ui.mailing.conftest import MailOffice
from tests.ui.mailing.test_sending import give_address
from ui.parties.customers_section import CustomersSection


def test_a_statement_is_seen_and_leaves_as_pdf_by_e_mail(mail_office: MailOffice, trade: Wholesale) -> None:
    post, office = mail_office, mail_office.office
    party_id = give_address(trade, "Unlimited Ltd", "accounts@unlimited.example")
    saved = trade.bill(trade.ship_all(trade.order(("COFFEE", 1)).order_id))
    section = office.go("customers")
    assert isinstance(section, CustomersSection)
    editor = section.open_customer(party_id)
    office.settle()
    page = editor.statement
    editor.tabs.setCurrentWidget(page)
    office.settle()
    rows = [page.table.row(n).cells for n in range(page.table.count())]
    assert rows[0][1:] == ("Opening balance", "", "", "€0.00")
    assert rows[1][1:] == (f"Invoice {saved.number}", "Mar 16, 2026", "€11.90", "€11.90")
    assert page.closing.text() == "Closing balance €11.90"
    office.tap(page.pdf_button)
    assert page.paper.pages == 1
    page.paper.leave()
    office.tap(page.mail_button)
    assert "The balance on 2026-03-02 is € 11.90" in page.mail_over.text.toPlainText()
    office.tap(page.mail_over.send_button)
    post.deliver()
    assert post.box.taken[0]["To"] == "accounts@unlimited.example"
    assert next(post.box.taken[0].iter_attachments()).get_content().startswith(b"%PDF")
    page.which.choose("open")
    office.settle()
    office.tap(page.mail_button)
    assert "for open items on 2026-03-02 is attached" in page.mail_over.text.toPlainText()
    office.tap(page.mail_over.send_button)
    post.deliver()
    (part,) = post.box.taken[1].iter_attachments()
    assert "Open items" in PdfReader(BytesIO(part.get_content())).pages[0].extract_text()
    page.which.choose("all")
    office.settle()
    page.until.setDate(QDate(2025, 1, 1))
    office.settle()
    assert page.message.text().startswith("The statement ends")
    assert not page.pdf_button.isEnabled()
