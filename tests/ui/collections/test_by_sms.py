"""A run of reminders by short message."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.mailing.consents import give_consent
from app.mailing.gateways import save_sms_settings
from app.mailing.queries import get_message, list_messages
from app.mailing.states import MailKind
from tests.factories.wholesale import Wholesale
from tests.integration.mailing.test_texting import SMS
from tests.ui.collections.test_collections import CONTROL, section
from tests.ui.office_driver import OfficeDriver
from ui.collections.run_panel import RunPanel


def test_who_agreed_is_reminded_by_sms_once(desk: OfficeDriver, trade: Wholesale) -> None:
    party = trade.shop.parties["Unlimited Ltd"]
    trade.run(save_sms_settings, settings=SMS)
    trade.run(give_consent, party_id=party, number="+49 171 1234567", source="form")
    section(desk)
    desk.key(Qt.Key.Key_N, CONTROL)
    panel = desk.panel(RunPanel)
    desk.key(Qt.Key.Key_F10)
    desk.key(Qt.Key.Key_F10)
    desk.tap(panel.asking.yes)
    for _time in range(2):
        desk.tap(panel.text_button)
        told = "1 letter(s) put into the outbox, 1 customer(s) who did not agree to it"
        assert desk.banner == told
    (message,) = trade.ask(list_messages)
    assert (message.to_addresses, message.kind) == ("+491711234567", MailKind.REMINDER)
    assert message.document_number in trade.ask(get_message, message_id=message.id).body
