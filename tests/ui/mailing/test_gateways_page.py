"""SMS and chat in the settings: tried, saved, their keys in the key store; consent with the customer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit
from sqlalchemy import select

from app.mailing.consents import give_consent
from app.mailing.gateways import ChatKind, SmsKind, get_chat_settings, get_sms_settings, save_sms_settings
from app.mailing.queries import find_template, list_messages
from app.mailing.states import Alert, Channel, MailKind, MailStatus
from app.mailing.texting import queue_text
from app.orders.drafts import SavedOrder
from app.orders.operations.pickup import mark_ready
from app.organisation.tables import setting
from tests.factories.wholesale import Wholesale
from tests.integration.mailing.test_texting import SMS
from tests.support.gateway import GatewayBook, gateway_server
from tests.support.modem import GsmPhone
from tests.ui.mailing.conftest import MailOffice
from tests.ui.mailing.test_mail_settings import settings_page
from ui.mailing.consent_page import ConsentPage
from ui.mailing.gateways_page import GatewaysPage
from ui.mailing.mail_section import MailSection
from ui.mailing.message_panel import MessagePanel
from ui.orders.order_page import OrderPanel
from ui.orders.orders_section import OrdersSection
from ui.parties.customer_editor import CustomerEditor
from ui.parties.customers_section import CustomersSection
from ui.settings.mail_texts_page import MailTextsPage


@pytest.fixture
def book() -> GatewayBook:
    return GatewayBook()


@pytest.fixture
def port(book: GatewayBook) -> Iterator[int]:
    with gateway_server(book) as found:
        yield found


def gateways(post: MailOffice) -> GatewaysPage:
    page = settings_page(post, "texting")
    assert isinstance(page, GatewaysPage)
    return page


def test_a_gateway_is_tried_and_saved_and_its_key_lies_in_the_key_store(
    mail_office: MailOffice, book: GatewayBook, port: int
) -> None:
    post, office = mail_office, mail_office.office
    page = gateways(post)
    sms = page.sms
    assert not sms.http.isVisible()
    sms.kind.choose(SmsKind.HTTP)
    assert sms.http.isVisible()
    assert sms.secret.echoMode() is QLineEdit.EchoMode.Password
    sms.url.setText("http://sms.example.com/send")
    page.test_to.setText("+49 171 1234567")
    office.tap(page.sms_button)
    assert page.result.text().startswith("“http://sms.example.com” is no address for this.")
    sms.url.setText(f"http://127.0.0.1:{port}/send")
    sms.headers.setPlainText("Authorization = Bearer {secret}")
    sms.secret.setText("k3y")
    book.status = 401
    office.tap(page.sms_button)
    assert page.result.text() == "The gateway does not take it: it does not take this user and password."
    book.status = 200
    office.tap(page.sms_button)
    assert page.result.text() == "It was taken. Look at the telephone."
    told = json.loads(book.asked[-1].body)
    assert (told["to"], told["text"]) == ("+491711234567", "Corner Shop: Takings OK")
    assert book.asked[-1].headers["Authorization"] == "Bearer k3y"
    sms.notices[MailKind.READY].setChecked(True)
    office.tap(page.save_button)
    assert post.secrets.words == {f"sms 127.0.0.1:{port}": "k3y"}
    assert sms.secret.text() == ""
    kept = office.shop.runtime.ask(get_sms_settings)
    assert (kept.kind, kept.notices) == (SmsKind.HTTP, (MailKind.READY,))
    with office.shop.runtime.factory.read() as connection:
        assert "k3y" not in str(connection.execute(select(setting)).all())
    office.tap(page.sms_button)  # the key need not be typed again
    assert page.result.text() == "It was taken. Look at the telephone."


def test_a_chat_is_tried_and_saved_and_its_address_is_a_secret(
    mail_office: MailOffice, book: GatewayBook, port: int
) -> None:
    post, office = mail_office, mail_office.office
    page = gateways(post)
    chat = page.chat
    chat.kind.choose(ChatKind.HOOK)
    chat.hook.setText(f"http://127.0.0.1:{port}/hooks/s3cret")
    office.tap(page.chat_button)
    assert page.result.text() == "It was taken. Look into the chat."
    assert json.loads(book.asked[-1].body) == {"text": "Corner Shop: Takings OK"}
    chat.alerts[Alert.BACKUP_FAILED].setChecked(True)
    office.tap(page.save_button)
    kept = office.shop.runtime.ask(get_chat_settings)
    assert (kept.server, kept.alerts) == (f"http://127.0.0.1:{port}", (Alert.BACKUP_FAILED,))
    assert list(post.secrets.words.values()) == [f"http://127.0.0.1:{port}/hooks/s3cret"]
    chat.kind.choose(ChatKind.MATRIX)
    assert chat.matrix_form.isVisible()
    chat.server.setText(f"http://127.0.0.1:{port}")
    office.tap(page.save_button)
    assert page.message.text().startswith("Enter the room's internal ID")
    chat.room.setText("!shop:example.com")
    chat.token.setText("tok3n")
    office.tap(page.chat_button)
    assert page.result.text() == "It was taken. Look into the chat."
    assert book.asked[-1].method == "PUT"


def test_a_modem_is_tried_at_its_port(mail_office: MailOffice) -> None:
    page = gateways(mail_office)
    page.sms.kind.choose(SmsKind.MODEM)
    assert page.sms.modem.isVisible()
    page.test_to.setText("1711234567")
    page.sms.port.setText("/dev/ttyNONE")
    mail_office.office.tap(page.sms_button)
    assert "with the country" in page.result.text()
    page.test_to.setText("+49 171 1234567")
    mail_office.office.tap(page.sms_button)
    assert "no modem answers there" in page.result.text()
    with GsmPhone(pin="4711") as phone:
        page.sms.port.setText(phone.path)
        page.sms.pin.setText("4711")
        mail_office.office.tap(page.sms_button)
        assert page.result.text() == "It was taken. Look at the telephone."
    assert phone.taken == [("+491711234567", "Corner Shop: Takings OK")]


def consent_page(post: MailOffice, trade: Wholesale) -> ConsentPage:
    """The page of a customer, in front."""
    customers = post.office.go("customers")
    assert isinstance(customers, CustomersSection)
    customers.show_item(str(trade.shop.parties["Unlimited Ltd"]))
    post.office.settle()
    editor = post.office.panel(CustomerEditor)
    editor.tabs.setCurrentWidget(editor.consent)
    return editor.consent


def test_a_customer_agrees_and_takes_it_back(mail_office: MailOffice, trade: Wholesale) -> None:
    office = mail_office.office
    page = consent_page(mail_office, trade)
    assert page.state.text().startswith("The customer gets no short messages")
    page.number.setText("1711234567")
    office.tap(page.give_button)
    assert "with the country" in page.message.text()
    page.number.setText("+49 171 1234567")
    office.tap(page.give_button)
    assert page.message.text().startswith("Say how the customer agreed")
    page.source.setText("order form")
    office.tap(page.give_button)
    assert page.state.text() == "Short messages go to +491711234567."
    assert page.table.row(0).cells[:2] == ("+491711234567", "order form")
    office.tap(page.withdraw_button)
    assert page.state.text().startswith("The customer gets no short messages")
    assert page.table.row(0).cells[-1] != ""


@pytest.fixture
def ready(mail_office: MailOffice, trade: Wholesale, port: int) -> SavedOrder:
    """An order that can be fetched, of a customer who agreed; a gateway that takes messages."""
    trade.run(save_sms_settings, settings=replace(SMS, url=f"http://127.0.0.1:{port}/", notices=()))
    mail_office.secrets.words[f"sms 127.0.0.1:{port}"] = "k3y"
    order = trade.order(("COFFEE", 2), pickup=True)
    trade.pick_all(order.order_id)
    trade.pack_all(order.order_id)
    trade.run(mark_ready, order_id=order.order_id)
    trade.run(
        give_consent, party_id=trade.shop.parties["Unlimited Ltd"], number="+49 171 1234567", source="form"
    )
    return order


def test_that_an_order_is_ready_goes_by_sms_and_stands_in_the_list(
    mail_office: MailOffice, ready: SavedOrder, book: GatewayBook
) -> None:
    post, office = mail_office, mail_office.office
    orders = office.go("orders")
    assert isinstance(orders, OrdersSection)
    orders.show_item(str(ready.order_id))
    office.settle()
    panel = office.panel(OrderPanel)
    panel.tell(MailKind.READY)
    office.settle()
    over = panel.mail_over
    assert over is not None
    over.channel.choose(Channel.SMS)
    office.settle()
    assert over.to.text() == "+491711234567"
    assert not over.subject.isEnabled()
    assert str(ready.number) in over.text.toPlainText()
    office.tap(over.send_button)
    post.deliver()
    assert office.banner == "The message to +491711234567 is on its way."
    assert json.loads(book.asked[-1].body)["to"] == "+491711234567"
    log = office.go("mail")
    assert isinstance(log, MailSection)
    cells = log.table.row(0).cells
    assert (cells[1], cells[4]) == ("SMS", "Sent")
    log.show_item(log.table.keys()[0])
    office.settle()
    message = office.panel(MessagePanel)
    assert message.title().startswith("SMS Ready")
    assert not message.subject.isVisible()


def test_a_poisoned_message_is_told_in_the_list_and_tried_again(
    mail_office: MailOffice, trade: Wholesale, book: GatewayBook, port: int
) -> None:
    post, office = mail_office, mail_office.office
    page = gateways(post)
    page.sms.kind.choose(SmsKind.HTTP)
    page.sms.url.setText(f"http://127.0.0.1:{port}/send")
    office.tap(page.save_button)
    book.status, book.answer = 400, "no such number"
    trade.run(queue_text, uuid="1", kind=MailKind.RECEIPT, to="+4917112345", body="x")
    post.deliver()
    log = office.go("mail")
    assert isinstance(log, MailSection)
    log.table.select(log.table.keys()[0])
    office.settle()
    assert log.hint.text() == "It does not take this message. (400 no such number)"
    book.status = 200
    office.tap(log.retry)
    post.deliver()
    assert trade.ask(list_messages)[0].status is MailStatus.SENT


def test_the_words_of_a_short_message_are_the_shops(mail_office: MailOffice) -> None:
    office = mail_office.office
    page = settings_page(mail_office, "mail_texts")
    assert isinstance(page, MailTextsPage)
    page.channel.choose(Channel.SMS)
    office.settle()
    assert page.kind.findData(MailKind.INVOICE) == -1
    page.kind.choose(MailKind.RECEIPT)
    office.settle()
    assert not page.subject.isEnabled()
    page.text.setPlainText("{company}: {amount}. Come back!")
    assert page.shown.toPlainText() == "Corner Shop: € 1,234.50. Come back!"
    office.tap(page.save_button)
    told = office.shop.runtime.ask(find_template, kind=MailKind.RECEIPT, language="en", channel=Channel.SMS)
    assert told.body == "{company}: {amount}. Come back!"
    office.tap(page.reset_button)
    assert page.text.toPlainText().startswith("{company}: receipt {number}")
