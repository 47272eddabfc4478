"""Documents leave by e-mail from their own pages; the log knows, and sends again."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import Qt
from sqlalchemy import update

from app.documents.operations import find_kept_pdf
from app.fulfilment.operations.delivery import deliver_shipment
from app.orders.operations.quotes import send_quote
from app.parties.tables import party
from app.terms.operations import add_contact
from tests.factories.wholesale import Wholesale
from tests.ui.mailing.conftest import MailOffice
from ui.fulfilment.ship_panel import ShipPanel
from ui.fulfilment.warehouse_section import WarehouseSection
from ui.invoicing.invoice_page import InvoicePanel
from ui.invoicing.invoices_section import InvoicesSection
from ui.mailing.mail_section import MailSection
from ui.mailing.message_panel import MessagePanel
from ui.orders.order_page import OrderPanel
from ui.orders.orders_section import OrdersSection
from ui.reporting.sales_section import SalesSection


def give_address(trade: Wholesale, name: str, email: str) -> int:
    party_id = trade.shop.parties[name]
    with trade.shop.runtime.factory.begin(actor=trade.shop.actor("manager")) as uow:
        uow.connection.execute(update(party).where(party.c.id == party_id).values(email=email))
    return party_id


def log(post: MailOffice) -> MailSection:
    section = post.office.go("mail")
    assert isinstance(section, MailSection)
    return section


def test_a_posted_invoice_leaves_with_the_very_bytes_that_are_kept(
    mail_office: MailOffice, trade: Wholesale, tmp_path: Path
) -> None:
    post, office = mail_office, mail_office.office
    party_id = give_address(trade, "Unlimited Ltd", "shop@unlimited.example")
    trade.run(add_contact, party_id=party_id, name="Ms Miller", email="miller@unlimited.example")
    saved = trade.bill(trade.ship_all(trade.order(("COFFEE", 2)).order_id))
    section = office.go("invoices")
    assert isinstance(section, InvoicesSection)
    section.open_invoice(saved.invoice_id)
    office.settle()
    panel = office.panel(InvoicePanel)
    office.tap(panel.mail_button)
    over = panel.mail_over
    assert over is not None
    assert over.to.text() == "miller@unlimited.example"
    assert "Ms Miller" in over.text.toPlainText()
    assert over.files.text() == "Attached: Invoice INV-2026-000001.pdf"
    over.subject.setText("Your invoice")
    office.tap(over.send_button)
    post.deliver()
    assert office.banner == "The e-mail to miller@unlimited.example is on its way."
    message = post.box.taken[0]
    assert message["Subject"] == "Your invoice"
    attached = next(message.iter_attachments()).get_content()
    kept = trade.ask(find_kept_pdf, invoice_id=saved.invoice_id)
    assert sha256(attached).digest() == sha256(kept).digest()
    # the log knows it, shows the file, and sends it again to somebody else
    mails = log(post)
    assert mails.table.row(0).cells[2:5] == (
        "Invoice INV-2026-000001", "Unlimited Ltd, miller@unlimited.example", "Sent",
    )  # fmt: skip
    office.key(Qt.Key.Key_Return) if mails.table.hasFocus() else mails.show_item(mails.table.keys()[0])
    office.settle()
    opened = office.panel(MessagePanel)
    office.tap(opened.again_button)
    opened.asking.field.setText("other@unlimited.example")
    office.tap(opened.asking.yes)
    post.deliver()
    assert [e[1] for e in post.box.envelopes] == [
        ["miller@unlimited.example"], ["other@unlimited.example"],
    ]  # fmt: skip
    assert post.box.taken[1]["Message-ID"] != message["Message-ID"]
    assert next(post.box.taken[1].iter_attachments()).get_content() == kept


def test_a_quote_leaves_in_the_language_that_was_chosen(mail_office: MailOffice, trade: Wholesale) -> None:
    post, office = mail_office, mail_office.office
    give_address(trade, "Unlimited Ltd", "buyer@unlimited.example")
    draft = trade.draft(("COFFEE", 3))
    orders = office.go("orders")
    assert isinstance(orders, OrdersSection)
    orders.open_order(draft.order_id)
    office.settle()
    panel = office.panel(OrderPanel)
    assert not panel.mail_button.isVisible()  # a draft has no number
    trade.run(send_quote, order_id=draft.order_id)
    panel.reload()
    office.settle()
    office.tap(panel.mail_button)
    over = panel.mail_over
    assert over is not None
    over.language.choose("de")
    office.settle()
    assert over.subject.text().startswith("Angebot ")
    office.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    post.deliver()
    assert post.box.taken[0]["Subject"].startswith("Angebot ")
    assert [p.get_content_type() for p in post.box.taken[0].iter_attachments()] == ["application/pdf"]


def test_a_shipment_tells_how_to_follow_it_and_who_took_it(mail_office: MailOffice, trade: Wholesale) -> None:
    post, office = mail_office, mail_office.office
    give_address(trade, "Unlimited Ltd", "buyer@unlimited.example")
    order = trade.order(("COFFEE", 1))
    shipped = trade.ship_all(order.order_id)
    warehouse = office.go("warehouse")
    assert isinstance(warehouse, WarehouseSection)
    warehouse.show_item(f"ship:{shipped.shipment_id}")
    office.settle()
    ship = office.panel(ShipPanel)
    office.tap(ship.mail_button)
    assert ship.mail_over is not None
    assert f"Tracking number: SW{shipped.shipment_id}" in ship.mail_over.text.toPlainText()
    office.tap(ship.mail_over.send_button)
    trade.run(deliver_shipment, shipment_id=shipped.shipment_id, received_by="M. Miller")
    ship.load(shipped.shipment_id)
    office.settle()
    office.tap(ship.mail_button)
    assert "Received by: M. Miller" in ship.mail_over.text.toPlainText()
    office.key(Qt.Key.Key_Escape)
    assert not ship.mail_over.isVisible()
    post.deliver()
    assert "is on its way" in post.box.taken[0]["Subject"]


def test_a_receipt_goes_to_an_address_that_was_typed_and_a_wrong_one_is_told(
    mail_office: MailOffice, trade: Wholesale
) -> None:
    post, office = mail_office, mail_office.office
    shift = trade.shop.open_shift()
    sold = trade.shop.sell(trade.shop.cart("COFFEE"), shift)
    section = office.go("sales")
    assert isinstance(section, SalesSection)
    office.tap(section.mail_button)
    over = section.mail_over
    for wrong, told in (
        ("nobody", "“nobody” is no e-mail address."),
        ("", "There is no e-mail address."),
    ):
        over.to.setText(wrong)
        office.tap(over.send_button)
        assert over.message.text().startswith(told)
    over.to.setText("guest@example.com")
    office.tap(over.send_button)
    post.deliver()
    assert post.box.taken[0]["Subject"] == f"Receipt {sold.number} from Corner Shop"
    assert office.banner == "The e-mail to guest@example.com is on its way."


def test_what_the_server_refuses_is_told_in_the_log_and_tried_again(
    mail_office: MailOffice, trade: Wholesale
) -> None:
    post, office = mail_office, mail_office.office
    post.box.refuse_rcpt = "550 no such user"
    give_address(trade, "Unlimited Ltd", "gone@unlimited.example")
    order = trade.order(("COFFEE", 1))
    orders = office.go("orders")
    assert isinstance(orders, OrdersSection)
    orders.open_order(order.order_id)
    office.settle()
    panel = office.panel(OrderPanel)
    office.tap(panel.mail_button)
    assert panel.mail_over is not None
    office.tap(panel.mail_over.send_button)
    post.deliver()
    mails = log(post)
    assert mails.table.row(0).cells[4] == "Failed"
    mails.table.select(mails.table.keys()[0])
    office.settle()
    assert "It does not take the recipient's address" in mails.hint.text()
    assert "550 no such user" in mails.hint.text()
    post.box.refuse_rcpt = ""
    office.tap(mails.retry)
    post.deliver()
    assert mails.table.row(0).cells[4] == "Sent"
    assert len(post.box.taken) == 1
