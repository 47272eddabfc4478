"""A panel that shows a document: refusals in place, questions in place, one primary button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.flows.story_paper import build_story
from app.kernel.refusal import Refusal
from app.mailing.drafts import kinds_of
from app.mailing.states import MailKind
from ui.mailing.mail_over import MailOver
from ui.office.section import OfficeDesk
from ui.orders.pdf_over import PdfOver
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import text_field
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import Card, label, line

if TYPE_CHECKING:
    from app.runtime.changes import Elsewhere


class AskBar(Card):
    """A question in place: a line of text, yes and no. Enter says yes, Esc no."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, well=True)
        self._then: Callable[[str], None] | None = None
        self._question = label("", tokens.BODY, 600, wrap=True)
        self.field: QLineEdit = text_field()
        self.yes = Button("", "primary")
        self.no = Button(self.tr("Not now"), hint=self.tr("Esc"))
        self.body.addWidget(self._question)
        row = line(self.field, self.yes, self.no, gap=8)
        row.setStretch(0, 1)
        self.body.addLayout(row)
        self.yes.clicked.connect(self._say_yes)
        self.no.clicked.connect(self.close_question)
        self.field.returnPressed.connect(self._say_yes)
        self.setVisible(False)

    def ask(self, question: str, yes: str, then: Callable[[str], None], *, text: str | None = "") -> None:
        """Ask; `text` None asks for a yes only."""
        self._then = then
        self._question.setText(question)
        self.field.setAccessibleName(question)
        self.yes.setText(yes)
        self.field.setVisible(text is not None)
        self.field.setText(text or "")
        self.setVisible(True)
        (self.yes if text is None else self.field).setFocus()

    def close_question(self) -> None:
        """Take it away."""
        self._then = None
        self.setVisible(False)

    def _say_yes(self) -> None:
        then = self._then
        if then is not None:
            then(self.field.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the question away and nothing else; Enter on the yes is a yes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.yes.hasFocus():
            self._say_yes()
        else:
            super().keyPressEvent(event)


class DocumentPanel(SidePanel):
    """Base of the pages of documents.

    Subclasses fill `page` (a layout), may place `story_button`, and call `run`, which shows a refusal
    where the eye is and keeps a second press of the same button from doing anything.
    """

    def __init__(self, desk: OfficeDesk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.desk = desk
        self.busy = False
        self.use_full_width()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a tap beside the fields keeps the keys here
        self.page = QVBoxLayout()
        self.page.setContentsMargins(0, 0, 0, 0)
        self.page.setSpacing(tokens.GUTTER)
        self.content.addLayout(self.page, 1)
        self._message = label("", tokens.BODY, 600, "danger", wrap=True)
        self._message.setVisible(False)
        self.asking = AskBar()
        self.content.addWidget(self.asking)
        self.content.addWidget(self._message)
        self.story_button = Button(self.tr("Story"), icon="history", hint="F7")
        self.story_button.setToolTip(self.tr("Everything that belongs to this transaction, as a paper"))
        self.story_button.clicked.connect(self.show_story)
        self.paper = PdfOver(desk.services.submit, self)
        self.paper.closed.connect(self.take_focus)
        self.mail_over: MailOver | None = None

    def message(self) -> str:
        """The sentence that is shown, or ""."""
        return self._message.text() if self._message.isVisibleTo(self) else ""

    def refuse(self, sentence: str) -> None:
        """Say why not; "" takes the sentence away."""
        self._message.setText(sentence)
        self._message.setAccessibleName(sentence)
        self._message.setVisible(bool(sentence))

    def failed(self, error: Exception) -> None:
        """A refusal is told here; a bug goes the gateway's way."""
        self.busy = False
        if not isinstance(error, Refusal):
            raise error
        if isValid(self):
            self.refuse(describe(error))
            self.after_refusal()

    def after_refusal(self) -> None:
        """Subclasses let buttons be pressed again."""

    def run(self, operation: Callable[..., Any], on_done: Callable[[Any], None], **arguments: Any) -> None:
        """An operation; while it runs no other is started."""
        if self.busy:
            return
        self.busy = True
        self.refuse("")

        def done(answer: Any) -> None:
            self.busy = False
            if isValid(self):
                self.asking.close_question()
                on_done(answer)

        self.desk.services.gateway.run(operation, on_done=done, on_error=self.failed, **arguments)

    def ask(self, query: Callable[..., Any], on_done: Callable[[Any], None], **arguments: Any) -> None:
        """A query; its answer is dropped when the panel is gone."""

        def done(answer: Any) -> None:
            if isValid(self):
                on_done(answer)

        self.desk.services.gateway.ask(query, on_done=done, on_error=self.failed, **arguments)

    def show_paper(self, build: Callable[..., bytes], name: str, **arguments: Any) -> None:
        """Build a paper on the lane of the reports and lay it over the panel."""
        self.refuse("")
        self.ask(build, lambda content: self.paper.show_pdf(content, name), lane="reports", **arguments)

    def write_mail(self, document_type: str, status: str, document_id: int) -> None:
        """Lay the message about the document over the panel, to be looked at and sent."""
        self.write_mails(kinds_of(document_type, status), document_id)

    def write_mails(self, kinds: Sequence[MailKind], document_id: int) -> None:
        """Propose a message of the first of these kinds."""
        if self.mail_over is None:
            self.mail_over = MailOver(self.desk.services, self)
            self.mail_over.closed.connect(self.take_focus)
            self.mail_over.queued.connect(self.desk.say)
        self.refuse("")
        self.mail_over.write(kinds, document_id)

    def story_of(self) -> tuple[str, int] | None:
        """Kind and id of the document whose story F7 prints; subclasses say which."""
        return None

    def reload(self) -> None:
        """Read the document again; subclasses that show one say how."""

    def changed_elsewhere(self, found: Elsewhere) -> None:
        """Another station changed this document: it is read again, or what was typed is kept and said so."""
        about = self.story_of()
        if about is None or not found.may_touch(about):
            return
        typed = bool(getattr(self, "dirty", False)) or type(self).reload is DocumentPanel.reload
        if not typed:
            self.reload()
        if found.by:
            if typed:
                sentence = self.tr(
                    "{name} ({station}) has just changed this. Nothing of it is overwritten: "
                    "close this page and open it again to see it."
                )
                self.refuse(sentence.format(name=found.by, station=found.station))
            else:
                sentence = self.tr("{name} ({station}) has just changed this. It was read again.")
                self.desk.say(sentence.format(name=found.by, station=found.station), "warn")

    def show_story(self) -> None:
        """The whole story of the transaction as a paper."""
        asked = self.story_of()
        if asked is not None:
            self.show_paper(
                build_story, self.tr("Story"), document_type=asked[0], document_id=asked[1],
                on=self.desk.services.context.on, language=self.desk.formats.locale,
            )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A paper covers all of it."""
        super().resizeEvent(event)
        self.paper.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes a question first; F7 shows the story."""
        if event.key() == Qt.Key.Key_Escape and self.asking.isVisible():
            self.asking.close_question()
        elif event.key() == Qt.Key.Key_F7:
            self.show_story()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Esc from the section: the paper, a question, then the panel."""
        if self.mail_over is not None and self.mail_over.isVisible():
            self.mail_over.leave()
        elif self.paper.isVisible():
            self.paper.leave()
        elif self.asking.isVisible():
            self.asking.close_question()
        else:
            self.closed.emit()
