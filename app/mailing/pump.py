"""Sends what is in the outbox, on a lane of its own: a server that hangs keeps nobody waiting."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Final
from uuid import uuid4

from app.devices.mail import MailClient, MailError, MailFault, OutgoingMail, SecretStore
from app.devices.texting import Messenger, TextMessage
from app.kernel.events import Event, EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.mailing.alerts import list_due_alerts
from app.mailing.drafts import draft_message
from app.mailing.events import MailQueued
from app.mailing.gateways import (
    ChatSettings,
    NoChatError,
    NoSmsGatewayError,
    SmsSettings,
    check_chat_settings,
    check_sms_settings,
)
from app.mailing.notices import DueNotice, list_due_notices, queue_notice
from app.mailing.outbox import claim_next, settle_failed, settle_interrupted_mail, settle_sent
from app.mailing.phones import parse_phone
from app.mailing.queries import attempts_of
from app.mailing.report_round import ReportRound
from app.mailing.rules import after_failure, parse_addresses
from app.mailing.settings import MailSettings, check_mail_settings
from app.mailing.states import Channel
from app.mailing.texting import queue_alert
from app.mailing.ways import Ways, get_all_settings
from app.organisation.queries import get_company
from app.runtime.lanes import Lanes
from app.runtime.run import Runtime

MAIL_LANE: Final = "mail"
POLL_SECONDS: Final = 30.0  # how late another station's message, a notice or a further try may be
_log = logging.getLogger(__name__)


class MailPump:
    """Works the outbox; every station that has the password helps, each message leaves once.

    A message is SENDING in the database before the server is asked, so that a crash never sends it twice in
    silence. No transaction is open while the server is waited for.
    """

    def __init__(
        self, runtime: Runtime, lanes: Lanes, bus: EventBus, *, station: str, client: MailClient,
        messenger: Messenger, secrets: SecretStore, poll_seconds: float = POLL_SECONDS,
    ) -> None:  # fmt: skip
        self._runtime = runtime
        self._lanes = lanes
        self._station = station
        self._client = client
        self._messenger = messenger
        self.secrets = secrets
        self._ways = Ways(
            runtime, station=station, client=client, messenger=messenger, secrets=secrets
        )  # fmt: skip
        self._reports = ReportRound(runtime)
        self._nothing_to_tell: set[str] = set()
        self._poll_seconds = poll_seconds
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()
        self._stopped = False
        bus.subscribe(self._on_event)

    @property
    def lacks_password(self) -> bool:
        """Whether this station cannot send e-mail because it was not told the server's password."""
        return Channel.MAIL in self._ways.lacking

    @property
    def lacking(self) -> frozenset[Channel]:
        """The channels that are set up, but whose secret this station was not told."""
        return self._ways.lacking

    def start(self) -> list[int]:
        """Settle what a crash left behind, then work; returns the messages that need a person's word."""
        interrupted = self._runtime.run(settle_interrupted_mail, actor=SYSTEM_ACTOR, station=self._station)
        self._tick()
        return interrupted

    def stop(self) -> None:
        """Let go of the server at once; before the lanes are shut down."""
        with self._lock:
            self._stopped = True
            if self._timer is not None:
                self._timer.cancel()
        self._client.stop()
        self._messenger.stop()

    def test(self, settings: MailSettings, password: str, to: str) -> None:
        """Send a test message by settings that are not kept yet; on the lane of the mail.

        Raises:
            MailError, and those of app.mailing.settings.save_mail_settings.
        """
        checked = check_mail_settings(settings)
        company = self._runtime.ask(get_company)
        mail = OutgoingMail(
            f"<{uuid4()}@{checked.sender_address.rpartition('@')[2]}>", checked.sender_name,
            checked.sender_address, checked.reply_to, parse_addresses(to), f"Takings: {company.name}",
            f"{company.name}\n\nTakings OK", self._runtime.factory.clock(),
        )  # fmt: skip
        self._client.send(checked.server(password or self.secrets.find(checked.secret_name)), mail)

    def test_text(self, settings: SmsSettings, secret: str, to: str) -> None:
        """Send a test to a number, by settings that are not kept yet; on the lane of the mail.

        Raises:
            GatewayError, PhoneNumberError, NoPhoneNumberError, NoSmsGatewayError, and those of
            app.mailing.gateways.save_sms_settings.
        """
        checked = check_sms_settings(settings)
        if not checked.is_set_up:
            raise NoSmsGatewayError
        company = self._runtime.ask(get_company)
        message = TextMessage(
            str(uuid4()), parse_phone(to, country=company.country), f"{company.name}: Takings OK"
        )
        self._messenger.send(checked.way(self._secret(checked.secret_name, secret)), message)

    def test_chat(self, settings: ChatSettings, secret: str) -> None:
        """Say a word in the chat, by settings that are not kept yet; on the lane of the mail.

        Raises:
            GatewayError, NoChatError, and those of app.mailing.gateways.save_chat_settings.
        """
        checked = check_chat_settings(settings)
        if not checked.is_set_up:
            raise NoChatError
        message = TextMessage(str(uuid4()), "", f"{self._runtime.ask(get_company).name}: Takings OK")
        self._messenger.send(checked.way(self._secret(checked.secret_name, secret)), message)

    def _secret(self, name: str, typed: str) -> str:
        return typed or (self.secrets.find(name) if name else "")

    def keep_password(self, name: str, password: str) -> bool:
        """Keep the server's password and go on; False when it lies in a file. On the lane of the mail."""
        safe = self.secrets.keep(name, password)
        self._submit()
        return safe

    # --- the rounds ---

    def _on_event(self, event: Event) -> None:
        if isinstance(event, MailQueued):
            self._submit()

    def _tick(self) -> None:
        self._submit()
        with self._lock:
            if not self._stopped:
                self._timer = threading.Timer(self._poll_seconds, self._tick)
                self._timer.daemon = True
                self._timer.start()

    def _submit(self) -> None:
        if self._lanes.waiting(MAIL_LANE) > 1:  # a round that has not begun finds this message too
            return
        try:
            self._lanes.submit(MAIL_LANE, self._round)
        except Refusal as refusal:
            _log.warning("mail lane: %s", refusal)

    def _round(self) -> None:
        try:
            self._reports.queue_due()  # that there is no way to send them is told at the schedule
            settings = self._runtime.ask(get_all_settings)
            if not settings.is_set_up:
                return
            self._tell_customers()
            self._tell_shop()
            for channel, send in self._ways.open(settings).items():
                self._send_all(channel, send)
        except Refusal as refusal:
            # the database is busy or gone: the messages are still there for the next round
            _log.warning("mail: %s", refusal)

    def _tell_customers(self) -> None:
        now = self._runtime.factory.clock()
        for notice in self._runtime.ask(list_due_notices, now=now):
            self._tell(notice)

    def _tell(self, notice: DueNotice) -> None:
        try:
            draft = self._runtime.ask(
                draft_message, kind=notice.kind, document_id=notice.document_id, sender="",
                channel=notice.channel,
            )  # fmt: skip
            if draft.to:
                self._runtime.run(queue_notice, actor=SYSTEM_ACTOR, notice=notice, draft=draft)
        except Refusal as refusal:
            # a customer whose address is no address, a paper that cannot be made: the next is told
            _log.warning("notice %s of %s: %s", notice.kind, notice.document_id, refusal)
        except Exception:  # noqa: BLE001 - one paper that cannot be built holds up no message
            _log.exception("notice %s of %s", notice.kind, notice.document_id)

    def _tell_shop(self) -> None:
        """What the shop's people want to know, in their chat."""
        now = self._runtime.factory.clock()
        try:
            due = self._runtime.ask(list_due_alerts, now=now, known=frozenset(self._nothing_to_tell))
            for alert in due:
                if alert.text:
                    self._runtime.run(queue_alert, actor=SYSTEM_ACTOR, uuid=alert.uuid, text=alert.text)
                else:
                    self._nothing_to_tell.add(alert.uuid)
        except Refusal as refusal:
            _log.warning("alert: %s", refusal)

    def _send_all(self, channel: Channel, send: Callable[[int], None]) -> None:
        while not self._stopped:
            claimed = self._runtime.run(
                claim_next, actor=SYSTEM_ACTOR, station=self._station, channel=channel
            )
            if claimed is None:
                return
            self._send(claimed, send)

    def _send(self, message_id: int, send: Callable[[int], None]) -> None:
        try:
            send(message_id)
        except MailError as error:
            self._failed(message_id, error)
        except Exception:  # noqa: BLE001 - a driver's bug must not kill the lane, nor stop the others
            _log.exception("mail %s", message_id)
            self._failed(message_id, MailError(MailFault.GARBAGE, maybe_sent=True))
        else:
            self._runtime.run(settle_sent, actor=SYSTEM_ACTOR, message_id=message_id)

    def _failed(self, message_id: int, error: MailError) -> None:
        attempts = self._runtime.ask(attempts_of, message_id=message_id)
        then = after_failure(error.fault, maybe_sent=error.maybe_sent, attempts=attempts)
        _log.warning("mail %s: %s", message_id, error.fault)  # the server's words may name a person
        self._runtime.run(
            settle_failed, actor=SYSTEM_ACTOR, message_id=message_id, then=then, fault=error.fault,
            server_says=error.server_says,
        )  # fmt: skip
