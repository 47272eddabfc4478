"""The fields of the chat that the shop's people read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.mailing.gateways import ChatKind, ChatSettings
from app.mailing.states import Alert
from ui.mailing.sms_form import secret_field
from ui.mailing.words import alert_word
from ui.widgets.form import Choice, Form, Tick, note_field, text_field
from ui.widgets.text import column


def _kind_word(kind: ChatKind) -> str:
    tr = QCoreApplication.translate
    return {
        ChatKind.OFF: tr("Gateways", "none"),
        ChatKind.HOOK: tr("Gateways", "an incoming webhook (Mattermost, Slack, Teams …)"),
        ChatKind.MATRIX: tr("Gateways", "a room of Matrix"),
    }[kind]


class ChatForm(QWidget):
    """Kind on top; below the fields that belong to it."""

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self._server = ""
        self.kind = Choice([(k, _kind_word(k)) for k in ChatKind], ChatKind.OFF)
        self.hook, self.token = secret_field(), secret_field()
        self.server = text_field(placeholder="https://matrix.example.com")
        self.room = text_field(placeholder="!abcdef:example.com")
        self.certificate = note_field(lines=2)
        self.alerts = {alert: Tick(alert_word(alert)) for alert in Alert}
        head, self.hook_form, self.matrix_form, self.more = Form(2), Form(2), Form(2), Form(2)
        head.section(tr("Chat of the shop's people"))
        head.add(tr("Told is"), self.kind)
        head.end()
        self.hook_form.add(
            tr("Address of the webhook"), self.hook, wide=True,
            hint=tr("A secret as a whole: kept in the key store of this computer, not in the shop"),
        )  # fmt: skip
        self.matrix_form.add(tr("Server"), self.server)
        self.matrix_form.add(tr("Room"), self.room)
        self.matrix_form.add(
            tr("Access token"), self.token,
            hint=tr("Kept in the key store of this computer, not in the shop"),
        )  # fmt: skip
        self.more.add(tr("Certificate of a server of your own (PEM)"), self.certificate, wide=True)
        outer = column(self, gap=4)
        for part in (head, self.hook_form, self.matrix_form, self.more, self._alerts_form()):
            outer.addWidget(part)
        self.kind.currentIndexChanged.connect(lambda _place: self._show_kind())
        self._show_kind()

    def _alerts_form(self) -> Form:
        form = Form(2)
        form.section(self.tr("Told is"))
        for tick in self.alerts.values():
            form.add("", tick)
        form.end()
        return form

    def fields(self) -> list[QWidget]:
        """What makes the page dirty."""
        return [
            self.kind, self.hook, self.token, self.server, self.room, self.certificate, *self.alerts.values(),
        ]  # fmt: skip

    def show_settings(self, found: ChatSettings) -> None:
        """What is kept; secrets are never shown."""
        self._server = found.server
        self.kind.choose(found.kind)
        self.server.setText(found.server if found.kind is ChatKind.MATRIX else "")
        self.room.setText(found.room)
        self.certificate.setPlainText(found.own_certificate)
        is_hook = found.kind is ChatKind.HOOK
        for field in (self.hook, self.token):
            field.clear()
        self.hook.setPlaceholderText(
            self.tr("unchanged: {server}").format(server=found.server) if is_hook else "https://…"
        )
        self.token.setPlaceholderText(self.tr("unchanged") if found.kind is ChatKind.MATRIX else "")
        for alert, tick in self.alerts.items():
            tick.setChecked(alert in found.alerts)
        self._show_kind()

    def settings(self) -> ChatSettings:
        """What stands in the fields; a webhook that was not typed again is the one that is kept."""
        kind = ChatKind(self.kind.value())
        server = self.server.text() if kind is ChatKind.MATRIX else self.hook.text() or self._server
        return ChatSettings(
            kind=kind, server=server.strip(), room=self.room.text(),
            own_certificate=self.certificate.toPlainText(),
            alerts=tuple(alert for alert, tick in self.alerts.items() if tick.isChecked()),
        )  # fmt: skip

    def typed_secret(self) -> str:
        """The address or the token, where one was typed."""
        field = self.token if self.kind.value() == ChatKind.MATRIX else self.hook
        return field.text().strip()

    def _show_kind(self) -> None:
        kind = self.kind.value()
        self.hook_form.setVisible(kind == ChatKind.HOOK)
        self.matrix_form.setVisible(kind == ChatKind.MATRIX)
        self.more.setVisible(kind != ChatKind.OFF)
