"""The log of messages: what waits, what was sent, what went wrong, and sending again."""

from __future__ import annotations

from typing import Final
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from app.mailing.events import MailQueued, MailSettled
from app.mailing.outbox import QueuedMail, cancel_message, retry_message
from app.mailing.outbox import resend_message as resend
from app.mailing.queries import MailRow, count_messages, list_messages
from app.mailing.states import MailStatus
from ui.mailing.message_panel import MessagePanel
from ui.mailing.words import channel_word, mail_kind, mail_status, mail_trouble
from ui.office.paging import show_page
from ui.office.section import OfficeDesk, Section
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_PAGE: Final = 100
_S: Final = MailStatus
_CHIPS: Final = {
    "waiting": (_S.WAITING, _S.SENDING), "trouble": (_S.NEEDS_ATTENTION, _S.FAILED), "sent": (_S.SENT,),
    "all": (),
}  # fmt: skip
_TONES: Final = {
    _S.SENT: "ok", _S.FAILED: "danger", _S.NEEDS_ATTENTION: "danger", _S.WAITING: "warn", _S.SENDING: "warn",
}  # fmt: skip
_UNSENT: Final = (_S.FAILED, _S.NEEDS_ATTENTION)


class MailSection(Section):
    """Messages, the newest first; one opens with its text and files."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: dict[str, MailRow] = {}
        tr = self.tr
        self.filter = ChipBar(tr("Which"))
        self.table = DataTable(tr("Messages"), [
            Column("when", tr("When"), 196), Column("by", tr("By"), 76), Column("what", tr("What"), 240),
            Column("to", tr("To")), Column("status", tr("State"), 150), Column("why", tr("Why"), least=1060),
        ])  # fmt: skip
        self.retry = Button(tr("Try again"), "primary", icon="mail")
        self.again = Button(tr("Send again"), icon="mail")
        self.cancel = Button(tr("Do not send"), "danger_soft", icon="close")
        self.hint = label("", tokens.SUB, 400, "text2", wrap=True)
        self.empty = EmptyState(
            "mail", tr("No messages here"), tr("Send a quote, an order or an invoice from its page.")
        )
        self.body.addLayout(line(label(tr("Messages"), tokens.KEY, 700), 12, self.filter))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        foot = line(self.hint, self.cancel, self.again, self.retry)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)
        self.empty.setVisible(False)
        self.filter.chosen.connect(lambda _key: self._ask(None))
        self.table.current_changed.connect(self._chosen)
        self.table.opened.connect(self.show_item)
        self.table.more_wanted.connect(lambda _have: self._ask(self._last()))
        self.retry.clicked.connect(self._retry)
        self.cancel.clicked.connect(self._cancel)
        self.again.clicked.connect(self._again)
        desk.services.bridge.happened.connect(self._happened)

    def entered(self) -> None:
        """Read counts and messages."""
        self.desk.ask(count_messages, self._have_counts)

    def show_item(self, what: str) -> None:
        """A message by its id."""
        panel = MessagePanel(self.desk)
        self.open_panel(panel)
        panel.load(int(what))

    def _have_counts(self, counts: dict[MailStatus, int]) -> None:
        tr = self.tr
        words = {"waiting": tr("Waiting"), "trouble": tr("Not sent"), "sent": tr("Sent"), "all": tr("All")}
        chips = []
        for key, statuses in _CHIPS.items():
            count = sum(counts.get(s, 0) for s in statuses)
            counted = f"{words[key]} {self.desk.formats.number(count)}" if count else words[key]
            chips.append((key, counted))
        self.filter.set_chips(chips, self.filter.selected() or "all")
        self._ask(None)

    def _last(self) -> int | None:
        keys = self.table.keys()
        return int(keys[-1]) if keys else None

    def _ask(self, after_id: int | None) -> None:
        self.desk.ask(
            list_messages, lambda found: self._have(found, after_id),
            statuses=_CHIPS[self.filter.selected() or "all"], after_id=after_id, limit=_PAGE,
        )  # fmt: skip

    def _have(self, found: list[MailRow], after_id: int | None) -> None:
        self._rows.update({str(row.id): row for row in found})
        rows = [self._row(row) for row in found]
        further = after_id is not None
        show_page(self, self.table, self.empty, rows, further=further, more=len(found) == _PAGE)
        if not further:
            self._chosen(self.table.current())

    def _row(self, row: MailRow) -> TableRow:
        what = " ".join(part for part in (mail_kind(row.kind), row.document_number) if part)
        to = f"{row.party_name}, {row.to_addresses}" if row.party_name else row.to_addresses
        cells = (
            self.desk.formats.date_time(row.sent_at or row.created_at), channel_word(row.channel), what, to,
            mail_status(row.status),
            mail_trouble(row),
        )  # fmt: skip
        tone = _TONES.get(row.status)
        return TableRow(str(row.id), cells, {"status": tone} if tone else {})

    def _current(self) -> MailRow | None:
        return self._rows.get(self.table.current())

    def _chosen(self, _key: str) -> None:
        row = self._current() if self.table.count() else None
        may = self.desk.may(Permission.SEND_MAIL)
        self.retry.setVisible(may and row is not None and row.status in _UNSENT)
        self.cancel.setVisible(may and row is not None and row.status in (*_UNSENT, _S.WAITING))
        self.again.setVisible(may and row is not None and row.status is _S.SENT)
        self.hint.setText(self._hint(row))

    def _hint(self, row: MailRow | None) -> str:
        mail = self.desk.services.mail
        if mail is not None and mail.lacks_password:
            return self.tr("This station has no password of the mail server. Enter it in Settings, E-mail.")
        if mail is not None and mail.lacking:
            return self.tr("This station has no key of the gateway. Enter it in Settings, SMS and chat.")
        if row is None or not row.last_error:
            return ""
        if row.status is _S.WAITING:
            when = self.desk.formats.date_time(row.next_try_at)
            return self.tr("{why} It is tried again at {when}.").format(why=mail_trouble(row), when=when)
        return mail_trouble(row)

    def _retry(self) -> None:
        row = self._current()
        if row is not None:
            self.desk.run(retry_message, lambda _none: self.entered(), message_id=row.id)

    def _cancel(self) -> None:
        row = self._current()
        if row is not None:
            self.desk.run(cancel_message, lambda _none: self.entered(), message_id=row.id)

    def _again(self) -> None:
        row = self._current()
        if row is None:
            return

        def done(_queued: QueuedMail) -> None:
            self.desk.say(self.tr("The message to {address} is on its way.").format(address=row.to_addresses))
            self.entered()

        self.desk.run(resend, done, uuid=str(uuid4()), message_id=row.id)

    def panel_closed(self) -> None:
        """Back to the list."""
        self.table.setFocus()
        self.entered()

    def _happened(self, event: object) -> None:
        if isinstance(event, (MailQueued, MailSettled)) and self.isVisible():
            self.entered()
