"""The receipt by e-mail at the till: a wrong address is told, a right one goes into the outbox once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from sqlalchemy import update

from app.kernel.permission import SYSTEM_ACTOR
from app.mailing.gateways import save_sms_settings
from app.mailing.queries import get_message, list_messages
from app.mailing.settings import save_mail_settings
from app.mailing.states import Channel
from app.parties.tables import party
from app.till.cart import CartCustomer
from tests.integration.mailing.conftest import SETTINGS
from tests.integration.mailing.test_texting import SMS
from tests.ui.conftest import TillDriver
from ui.till.mail_presenter import MailReceiptPanel


def open_panel(till: TillDriver) -> MailReceiptPanel:
    till.tap_text("E-mail")
    panel = till.panel
    assert isinstance(panel, MailReceiptPanel)
    till.bot.waitUntil(panel.go.isEnabled, timeout=10_000)
    return panel


def test_a_receipt_goes_out_with_an_address_and_enter(till: TillDriver) -> None:
    runtime = till.shop.runtime
    runtime.run(save_mail_settings, actor=SYSTEM_ACTOR, settings=SETTINGS)
    till.scan_sku("COFFEE")
    till.pay_exact()
    panel = open_panel(till)
    till.type("guest@example")
    till.key(Qt.Key.Key_Return)
    assert panel.message.text().startswith("“guest@example” is no e-mail address.")
    till.type(".com")
    till.key(Qt.Key.Key_Return)
    assert till.panel is None
    row = runtime.ask(list_messages)[0]
    assert (row.to_addresses, row.document_type) == ("guest@example.com", "sale")
    assert row.document_number == row.subject.split()[1]


def test_a_known_customers_address_stands_there_and_without_settings_it_is_said(till: TillDriver) -> None:
    party_id = till.shop.parties["Limited Ltd"]
    with till.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(party).where(party.c.id == party_id).values(email="a@limited.example"))
    till.scan_sku("COFFEE")
    desk = till.page.desk
    desk.set_cart(desk.state.cart.set_customer(CartCustomer(party_id, "Limited Ltd", "C0002")))
    till.settle()
    till.pay_exact()
    panel = open_panel(till)
    assert panel.to.text() == "a@limited.example"
    till.key(Qt.Key.Key_Return)
    assert panel.message.text() == "E-mail is not set up. Enter the mail server in Settings, E-mail."
    till.key(Qt.Key.Key_Escape)
    assert till.panel is None


def test_a_receipt_goes_by_sms_with_one_key_a_number_and_enter(till: TillDriver) -> None:
    runtime = till.shop.runtime
    till.scan_sku("COFFEE")
    till.pay_exact()
    till.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    panel = till.panel
    assert isinstance(panel, MailReceiptPanel)
    till.bot.waitUntil(panel.go.isEnabled, timeout=10_000)
    till.type("+49 171 1234567")
    till.key(Qt.Key.Key_Return)
    assert panel.message.text().startswith("Short messages are not set up.")
    runtime.run(save_sms_settings, actor=SYSTEM_ACTOR, settings=SMS)
    till.key(Qt.Key.Key_Return)
    assert till.panel is None
    row = runtime.ask(list_messages)[0]
    assert (row.channel, row.to_addresses) == (Channel.SMS, "+491711234567")
    body = runtime.ask(get_message, message_id=row.id).body
    assert row.document_number in body
    assert "12.90" in body
