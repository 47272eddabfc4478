"""The receipt by e-mail or SMS: an address, Enter, done; the till never waits for a server."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from ui.shell.errors import describe
from ui.theme import tokens
from ui.till.desk import Desk
from ui.till.panels_ask import AskPanel, text_edit
from ui.widgets.text import label

if TYPE_CHECKING:
    from app.mailing.drafts import MailDraft
    from app.mailing.outbox import QueuedMail


def _tr(text: str) -> str:
    return QCoreApplication.translate("TillMail", text)


class MailReceiptPanel(AskPanel):
    """An address, or a telephone number.

    Signals:
        submitted(str): where the receipt goes.
    """

    submitted = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, by_text: bool = False) -> None:
        super().__init__("", "", "call" if by_text else "mail", parent)
        self.set_title(self.tr("Receipt by SMS") if by_text else self.tr("Receipt by e-mail"))
        self.go.setText(self.tr("Send"))
        name = self.tr("Mobile number") if by_text else self.tr("E-mail address")
        self.to = text_edit(name, "+49 171 1234567" if by_text else "name@example.com", 200)
        self.first = self.to
        self.add(label(name, tokens.LABEL, tone="text2"), self.to)
        self.enter_submits(self.to)

    def _submit(self) -> None:
        self.submitted.emit(self.to.text().strip())


class MailPresenter:
    """Sends the receipt of the sale that was just made, by e-mail or by short message."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._draft: MailDraft | None = None
        self._uuid = ""
        self._busy = False
        self._by_text = False
        desk.view.change.mail_requested.connect(self.mail_last)
        desk.view.change.text_requested.connect(self.text_last)

    @cached_property
    def mail_panel(self) -> MailReceiptPanel:
        """Made when it is first needed."""
        return self._made(by_text=False)

    @cached_property
    def text_panel(self) -> MailReceiptPanel:
        """Made when it is first needed."""
        return self._made(by_text=True)

    def _made(self, *, by_text: bool) -> MailReceiptPanel:
        made = MailReceiptPanel(by_text=by_text)
        made.submitted.connect(self.send)
        made.closed.connect(self.desk.view.close_panel)
        return made

    @property
    def panel(self) -> MailReceiptPanel:
        """The one that is asked in."""
        return self.text_panel if self._by_text else self.mail_panel

    def mail_last(self) -> None:
        """The receipt of the sale that was just made, by e-mail."""
        self._last(by_text=False)

    def text_last(self) -> None:
        """The number and total of the sale that was just made, by short message."""
        self._last(by_text=True)

    def _last(self, *, by_text: bool) -> None:
        state = self.desk.state
        if state.last_sale_id is not None and state.last_type == "sale":
            self._by_text = by_text
            self.show(state.last_sale_id)

    def show(self, sale_id: int) -> None:
        """Ask for the address; a known customer's stands there already."""
        from app.mailing.drafts import draft_message
        from app.mailing.states import Channel, MailKind

        actor = self.desk.services.gateway.actor
        self._draft, self._uuid, self._busy = None, str(uuid4()), False
        self.panel.to.clear()
        self.panel.set_message("")
        self.panel.set_busy(busy=True)
        self.desk.view.show_panel(self.panel)
        self.desk.services.gateway.ask(
            draft_message, on_done=self._have, on_error=self._failed, lane="reports",
            kind=MailKind.RECEIPT, document_id=sale_id, sender=actor.name if actor is not None else "",
            channel=Channel.SMS if self._by_text else Channel.MAIL,
        )  # fmt: skip

    def _have(self, draft: MailDraft) -> None:
        self._draft = draft
        if not self.panel.to.text():
            self.panel.to.setText(draft.to)
        self.panel.set_busy(busy=False)

    def send(self, to: str) -> None:
        """Into the outbox; pressed twice, it is there once."""
        from app.mailing.sending import send_draft

        draft = self._draft
        if draft is None or self._busy:
            return

        def done(_queued: QueuedMail) -> None:
            self._busy = False
            self.desk.view.close_panel()
            self.desk.say(_tr("The receipt to {address} is on its way.").format(address=to), "info")

        self.desk.run(
            send_draft, uuid=self._uuid, draft=draft, to=to, subject=draft.text.subject,
            body=draft.text.body, permission=Permission.SEND_MAIL,
            what=_tr("Send a receipt by SMS") if self._by_text else _tr("Send a receipt by e-mail"),
            on_start=self._start, on_done=done, on_error=self._failed,
        )  # fmt: skip

    def _start(self) -> None:
        self._busy = True

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.desk.sound.play("error")
        self.panel.set_message(describe(error))
