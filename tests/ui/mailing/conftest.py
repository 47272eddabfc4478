"""A wholesaler's back office whose e-mails really go to a server on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from app.devices.mail import MailSecurity
from app.kernel.events import EventBus
from app.mailing.pump import MailPump
from app.mailing.settings import MailSettings, save_mail_settings
from app.runtime.lanes import Lanes
from drivers.mail.smtp_client import SmtpClient
from drivers.texting.messenger import TextMessenger
from tests.factories.wholesale import Wholesale
from tests.integration.mailing.conftest import Secrets
from tests.support.mail import PostBox, mail_server
from tests.ui.office_driver import MakeOffice, OfficeDriver, make_office, office
from tests.ui.trade_driver import trade

__all__ = ["make_office", "office", "trade"]


@dataclass
class MailOffice:
    """The office, its post box and its pump."""

    office: OfficeDriver
    box: PostBox
    pump: MailPump
    lanes: Lanes
    secrets: Secrets

    def deliver(self) -> None:
        """Wait until what is due was sent, and the screen knows."""
        self.lanes.submit("mail", lambda: None).result(20)
        self.office.settle()


@pytest.fixture
def mail_office(trade: Wholesale, make_office: MakeOffice, bus: EventBus) -> Iterator[MailOffice]:
    """The manager of a wholesaler who sends through a real server without encryption on this machine."""
    box, secrets = PostBox(), Secrets()
    with mail_server(box) as port:
        trade.run(
            save_mail_settings,
            settings=MailSettings(
                host="127.0.0.1", port=port, security=MailSecurity.NONE, sender_name="Corner Shop",
                sender_address="shop@example.com",
            ),
        )  # fmt: skip
        driver = make_office(local={"sound": "off"})
        lanes = Lanes({"mail": 20}, on_stop=trade.shop.runtime.factory.close_thread)
        pump = MailPump(
            trade.shop.runtime, lanes, bus, station="T01", client=SmtpClient(), messenger=TextMessenger(),
            secrets=secrets, poll_seconds=3600,
        )  # fmt: skip
        driver.services.mail = pump
        submit = driver.services.submit

        def routed(lane: str, work: object, **more: object) -> object:
            """The lane of the mail stands beside the others of the driver."""
            return submit("reports" if lane == "mail" else lane, work, **more)

        driver.services.submit = routed
        pump.start()
        yield MailOffice(driver, box, pump, lanes, secrets)
        pump.stop()
        lanes.shutdown()
