"""Sends what is in the outbox, on a lane of its own: a server that hangs keeps nobody waiting."""

from __future__ import annotations

import logging
import threading
from typing import Final
from uuid import uuid4

from app.devices.mail import MailClient, MailError, MailFault, OutgoingMail, SecretStore
from app.kernel.events import Event, EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.mailing.drafts import draft_message
from app.mailing.events import MailQueued
from app.mailing.notices import DueNotice, list_due_notices, queue_notice
from app.mailing.outbox import claim_next, settle_failed, settle_interrupted_mail, settle_sent
from app.mailing.queries import attempts_of, outgoing
from app.mailing.rules import after_failure, parse_addresses
from app.mailing.settings import MailSettings, check_mail_settings, get_mail_settings
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
        secrets: SecretStore, poll_seconds: float = POLL_SECONDS,
    ) -> None:  # fmt: skip
        self._runtime = runtime
        self._lanes = lanes
        self._station = station
        self._client = client
        self.secrets = secrets
        self._poll_seconds = poll_seconds
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()
        self._stopped = False
        self.lacks_password = False
        bus.subscribe(self._on_event)

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
            settings = self._runtime.ask(get_mail_settings)
            if not settings.is_set_up:
                return
            self._tell_customers()
            self._send_all(settings)
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
                draft_message, kind=notice.kind, document_id=notice.document_id, sender=""
            )
            if draft.to:
                self._runtime.run(queue_notice, actor=SYSTEM_ACTOR, notice=notice, draft=draft)
        except Refusal as refusal:
            # a customer whose address is no address, a paper that cannot be made: the next is told
            _log.warning("notice %s of %s: %s", notice.kind, notice.document_id, refusal)
        except Exception:  # noqa: BLE001 - one paper that cannot be built holds up no message
            _log.exception("notice %s of %s", notice.kind, notice.document_id)

    def _send_all(self, settings: MailSettings) -> None:
        password = self.secrets.find(settings.secret_name) if settings.secret_name else ""
        # another station may have it: its own round sends the message
        self.lacks_password = bool(settings.secret_name) and not password
        while not self.lacks_password and not self._stopped:
            claimed = self._runtime.run(claim_next, actor=SYSTEM_ACTOR, station=self._station)
            if claimed is None:
                return
            self._send(claimed, settings, password)

    def _send(self, message_id: int, settings: MailSettings, password: str) -> None:
        try:
            mail = self._runtime.ask(outgoing, message_id=message_id, settings=settings)
            self._client.send(settings.server(password), mail)
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
