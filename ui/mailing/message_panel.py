"""One message as it was written, with the very files that went along."""

from __future__ import annotations

from typing import Final
from uuid import uuid4

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.kernel.permission import Permission
from app.mailing.outbox import QueuedMail, resend_message
from app.mailing.queries import MailDetail, get_file, get_message
from app.mailing.states import MailStatus
from ui.mailing.words import channel_word, mail_kind, mail_status, mail_trouble
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.row_list import Row, RowList
from ui.widgets.text import Elided, column, label, line

_FILES_W: Final = 300
_KB: Final = 1024


class MessagePanel(DocumentPanel):
    """The panel of a message."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        tr = self.tr
        self.shown: MailDetail | None = None
        self._uuid = str(uuid4())
        self.set_title(tr("E-mail"))
        self.about = Elided("", tokens.BODY, 500, "text2")
        self.subject = label("", tokens.LABEL, 700, wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(font(tokens.BODY))
        self.text.setAccessibleName(tr("Text"))
        self.files = RowList(tr("Files"))
        self.files.chosen.connect(self._open_file)
        self.again_button = Button(tr("Send again to …"), icon="mail")
        self.again_button.clicked.connect(self._ask_again)
        left, right = QWidget(), QWidget()
        main = column(left, gap=8)
        main.addWidget(self.subject)
        main.addWidget(self.text, 1)
        side = column(right, gap=8)
        side.addWidget(label(tr("Files"), tokens.SUB, 600))
        side.addWidget(self.files, 1)
        right.setFixedWidth(_FILES_W)
        self._right = right
        across = line(left, right, gap=14)
        across.setStretch(0, 1)
        self.page.addWidget(self.about)
        self.page.addLayout(across, 1)
        self.content.addLayout(line(None, self.again_button))
        self.first = self.text

    def load(self, message_id: int) -> None:
        """Read it."""
        self.ask(get_message, self._have, message_id=message_id)

    def _have(self, detail: MailDetail) -> None:
        self.shown = detail
        row, formats = detail.row, self.desk.formats
        words = (channel_word(row.channel), mail_kind(row.kind), row.document_number)
        self.set_title(" ".join(part for part in words if part))
        when = formats.date_time(row.sent_at or row.created_at)
        told = (mail_status(row.status), when, row.party_name, row.to_addresses, mail_trouble(row))
        self.about.set_text(" · ".join(part for part in told if part))
        self.subject.setText(row.subject)
        self.subject.setVisible(bool(row.subject))
        self.text.setPlainText(detail.body)
        self.files.set_rows([
            Row(str(f.position), f.name, f"{formats.number(-(-f.size // _KB))} kB", icon="download")
            for f in detail.files
        ])  # fmt: skip
        self._right.setVisible(bool(detail.files))
        may = self.desk.may(Permission.SEND_MAIL)
        self.again_button.setVisible(may and row.status in (MailStatus.SENT, MailStatus.FAILED))

    def _open_file(self, key: str) -> None:
        if self.shown is not None:
            name = next(f.name for f in self.shown.files if str(f.position) == key)
            message_id = self.shown.row.id
            self.show_paper(get_file, name.removesuffix(".pdf"), message_id=message_id, position=int(key))

    def _ask_again(self) -> None:
        if self.shown is None:
            return
        row = self.shown.row

        def send(to: str) -> None:
            self.run(resend_message, self._sent, uuid=self._uuid, message_id=row.id, to=to)

        self.asking.ask(self.tr("To which address?"), self.tr("Send"), send, text=row.to_addresses)

    def _sent(self, _queued: QueuedMail) -> None:
        self.desk.say(self.tr("The message is on its way."))
        self.closed.emit()
