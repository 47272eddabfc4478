"""A message about a document, laid over it: looked at, changed, sent by e-mail or SMS."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from shiboken6 import isValid

from app.kernel.refusal import Refusal
from app.mailing.drafts import MailDraft, draft_message
from app.mailing.outbox import QueuedMail
from app.mailing.sending import send_draft
from app.mailing.states import TEXTED, Channel, MailKind
from app.mailing.texts import LANGUAGES
from ui.mailing.words import channel_word, language_word, mail_kind
from ui.runtime.services import Services
from ui.shell.errors import describe
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.form import Choice, Form, text_field
from ui.widgets.text import Card, Elided, label, line

_OWN: Final = ""  # the customer's own language


class MailOver(Card):
    """The message over its document.

    Signals:
        closed(): back to the document.
        queued(str): it is in the outbox; the sentence to be said.
    """

    closed = Signal()
    queued = Signal(str)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent, pad=16)
        self._services = services
        self._under = parent
        self._draft: MailDraft | None = None
        self._document_id = 0
        self._uuid = ""
        self._busy = False
        self._period: tuple[date | None, date] | None = None
        tr = self.tr
        self.title = Elided("", tokens.KEY, 600)
        self.back = Button(tr("Back"), icon="undo", hint=tr("Esc"))
        top = line(self.title, self.back, gap=8)
        top.setStretch(0, 1)
        self.body.addLayout(top)
        self._make_fields()
        self.files = Elided("", tokens.BODY, 500, "text2")
        self.body.addWidget(self.files)
        self.message = label("", tokens.BODY, 600, "danger", wrap=True)
        self.message.setVisible(False)
        self.body.addWidget(self.message)
        self.send_button = Button(tr("Send"), "primary", icon="mail", hint="Ctrl+Enter")
        self.body.addLayout(line(None, self.send_button))
        self.kind.currentIndexChanged.connect(lambda _place: self._ask())
        self.language.currentIndexChanged.connect(lambda _place: self._ask())
        self.channel.currentIndexChanged.connect(lambda _place: self._ask())
        self.back.clicked.connect(self.leave)
        self.send_button.clicked.connect(self.send)
        parent.installEventFilter(self)
        self.setVisible(False)

    def _make_fields(self) -> None:
        tr = self.tr
        self.kind, self.language = Choice(), Choice()
        self.language.set_options(
            [(_OWN, tr("the customer's language")), *((x, language_word(x)) for x in LANGUAGES)]
        )
        self.channel = Choice([(x, channel_word(x)) for x in (Channel.MAIL, Channel.SMS)], Channel.MAIL)
        self.to = text_field(limit=400, placeholder="name@example.com")
        self.subject = text_field()
        head, form = Form(3), Form(1)
        head.add(tr("Message"), self.kind)
        head.add(tr("By"), self.channel)
        head.add(tr("Language"), self.language)
        form.add(tr("To (several with a comma)"), self.to, wide=True)
        form.add(tr("Subject"), self.subject, wide=True)
        self.body.addWidget(head)
        self.body.addWidget(form)
        self.text = QPlainTextEdit()
        self.text.setFont(font(tokens.BODY))
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Text"))
        self.body.addWidget(self.text, 1)

    def write(
        self, kinds: Sequence[MailKind], document_id: int, period: tuple[date | None, date] | None = None
    ) -> None:
        """Propose a message about a document, of the first of these kinds; a statement has a period."""
        if not kinds:
            return
        self._period = period
        self._document_id, self._uuid = document_id, str(uuid4())
        self.kind.set_options([(kind, mail_kind(kind)) for kind in kinds], kinds[0])
        self.kind.setEnabled(len(kinds) > 1)
        for choice, value in ((self.language, _OWN), (self.channel, Channel.MAIL)):
            choice.blockSignals(True)
            choice.choose(value)
            choice.blockSignals(False)
        self.setGeometry(self._under.rect())
        self.setVisible(True)
        self.raise_()
        self._ask()

    def _ask(self) -> None:
        kind, actor = MailKind(self.kind.value()), self._services.gateway.actor
        if kind not in TEXTED and self._by_text():
            self.channel.choose(Channel.MAIL)  # asks again
            return
        self.channel.setEnabled(kind in TEXTED)
        self._draft = None
        self._refuse("")
        self.title.set_text(f"{channel_word(Channel(self.channel.value()))}: {mail_kind(kind)}")
        self.send_button.setEnabled(False)
        self.files.set_text(self.tr("The message is being written …"))
        self._services.gateway.ask(
            draft_message, on_done=self._have, on_error=self._failed, lane="reports", kind=kind,
            document_id=self._document_id, sender=actor.name if actor is not None else "",
            language=self.language.value(),
            period=self._period, channel=Channel(self.channel.value()),
        )  # fmt: skip

    def _have(self, draft: MailDraft) -> None:
        asked = (self.kind.value(), self.channel.value())
        if not isValid(self) or (draft.kind, draft.channel) != asked:
            return
        self._draft = draft
        self.to.setText(draft.to)
        self.subject.setText(draft.text.subject)
        self.subject.setEnabled(not self._by_text())
        self.to.setPlaceholderText("+49 171 1234567" if self._by_text() else "name@example.com")
        self.text.setPlainText(draft.text.body)
        self.files.set_text(self._told_of_files(draft))
        self.send_button.setEnabled(True)
        (self.text if draft.to else self.to).setFocus()

    def _by_text(self) -> bool:
        return bool(self.channel.value() == Channel.SMS)

    def _told_of_files(self, draft: MailDraft) -> str:
        if self._by_text():
            return self.tr("A short message goes to the number the customer agreed to.")
        names = ", ".join(part.name for part in draft.parts)
        if not names:
            return self.tr("Nothing is attached.")
        return self.tr("Attached: {names}").format(names=names)

    def send(self) -> None:
        """Put it into the outbox; pressed twice, it is there once."""
        if self._draft is None or self._busy:
            return
        self._busy = True
        self._refuse("")
        self._services.gateway.run(
            send_draft, on_done=self._sent, on_error=self._failed, uuid=self._uuid, draft=self._draft,
            to=self.to.text(), subject=self.subject.text(), body=self.text.toPlainText(),
        )  # fmt: skip

    def _sent(self, _queued: QueuedMail) -> None:
        self._busy = False
        if isValid(self):
            to, by_text = self.to.text().strip(), self._by_text()
            self.leave()
            told = (
                self.tr("The message to {address} is on its way.")
                if by_text
                else self.tr("The e-mail to {address} is on its way.")
            )
            self.queued.emit(told.format(address=to))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if not isinstance(error, Refusal):
            raise error
        if isValid(self):
            self._refuse(describe(error))
            self.files.set_text("" if self._draft is None else self.files.text())

    def _refuse(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def leave(self) -> None:
        """Back to the document."""
        self.setVisible(False)
        self._draft = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover all of what lies under it."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._under.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc back, Ctrl+Enter sends; the keys of the document below mean nothing here."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.send()
        else:
            event.accept()
