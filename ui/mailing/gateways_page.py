"""How short messages and words for the chat leave; tried before it is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.mailing.gateways import (
    ChatSettings,
    SmsSettings,
    check_chat_settings,
    check_sms_settings,
    get_chat_settings,
    get_sms_settings,
    save_chat_settings,
    save_sms_settings,
)
from app.organisation.queries import Till, list_tills
from ui.mailing.chat_form import ChatForm
from ui.mailing.sms_form import SmsForm
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import on_change, text_field
from ui.widgets.side_panel import scrolling
from ui.widgets.text import column, label, line, set_tone


class GatewaysPage(SettingsPage):
    """SMS above, the chat below; keys go to the key store and are never shown again."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self.sms, self.chat = SmsForm(), ChatForm()
        holder = QWidget()
        inner = column(holder, gap=14)
        inner.addWidget(self.sms)
        inner.addWidget(self.chat)
        inner.addStretch(1)
        self.body.addWidget(scrolling(holder), 1)
        self.test_to = text_field(placeholder=tr("your own number"))
        self.test_to.setAccessibleName(tr("Where the test goes"))
        self.test_to.setFixedWidth(190)
        self.sms_button = Button(tr("Send a test SMS"), icon="call")
        self.chat_button = Button(tr("Say a word in the chat"), icon="group")
        self.result = label("", tokens.BODY, 600, wrap=True)
        row = line(self.test_to, self.sms_button, self.chat_button, self.result, gap=8)
        row.setStretch(3, 1)
        self.body.addLayout(row)
        self.make_foot()
        self.sms_button.clicked.connect(self.test_sms)
        self.chat_button.clicked.connect(self.test_chat)
        on_change([*self.sms.fields(), *self.chat.fields()], self.touch)

    def entered(self) -> None:
        """Read what is kept."""
        for button in (self.sms_button, self.chat_button):
            button.setEnabled(self.desk.services.mail is not None)
        self.desk.ask(list_tills, self._have_tills)

    def _have_tills(self, tills: list[Till]) -> None:
        self.sms.set_tills([till.code for till in tills])
        self.desk.ask(get_sms_settings, self._have_sms)

    def _have_sms(self, found: SmsSettings) -> None:
        self.sms.show_settings(found)
        self.desk.ask(get_chat_settings, self._have_chat)

    def _have_chat(self, found: ChatSettings) -> None:
        self.chat.show_settings(found)
        self.set_dirty(dirty=False)

    def save(self) -> None:
        """Keep both; what waited for better settings is tried again."""
        sms, chat = self.sms.settings(), self.chat.settings()
        try:
            keep = [
                (check_sms_settings(sms).secret_name, self.sms.typed_secret()),
                (check_chat_settings(chat).secret_name, self.chat.typed_secret()),
            ]
        except Exception as error:  # noqa: BLE001 - `refused` raises what is no refusal
            self.refused(error)
            return
        self.desk.run(
            save_sms_settings, lambda _none: self._save_chat(chat, keep), self.refused, settings=sms
        )

    def _save_chat(self, chat: ChatSettings, keep: list[tuple[str, str]]) -> None:
        self.desk.run(
            save_chat_settings, lambda _none: self._keep(keep, in_key_store=True), self.refused, settings=chat
        )

    def _keep(self, keep: list[tuple[str, str]], *, in_key_store: bool) -> None:
        """The secrets that were typed, one after the other: the key store may ask its owner."""
        mail = self.desk.services.mail
        wanted = [(name, secret) for name, secret in keep if name and secret]
        if mail is None or not wanted:
            self._told(in_key_store=in_key_store)
            return
        (name, secret), rest = wanted[0], wanted[1:]
        self.desk.services.submit(
            "mail", lambda: mail.keep_password(name, secret),
            on_done=lambda safe: self._keep(rest, in_key_store=in_key_store and safe),
            on_error=self.desk.failed,
        )  # fmt: skip

    def _told(self, *, in_key_store: bool) -> None:
        if in_key_store:
            self.desk.say(self.tr("Saved. Messages leave this way from now on."))
        else:
            self.desk.say(
                self.tr("Saved. This computer has no key store: the keys lie in a file only you can read."),
                "warn",
            )
        if isValid(self):
            self.entered()

    # --- try it ---

    def test_sms(self) -> None:
        """Send a short message by what stands in the fields, saved or not."""
        mail = self.desk.services.mail
        settings, secret, to = self.sms.settings(), self.sms.typed_secret(), self.test_to.text()
        if mail is not None:
            self._try(
                lambda: mail.test_text(settings, secret, to), self.tr("It was taken. Look at the telephone.")
            )

    def test_chat(self) -> None:
        """Say a word in the chat by what stands in the fields, saved or not."""
        mail = self.desk.services.mail
        settings, secret = self.chat.settings(), self.chat.typed_secret()
        if mail is not None:
            self._try(lambda: mail.test_chat(settings, secret), self.tr("It was taken. Look into the chat."))

    def _try(self, work: Callable[[], None], good: str) -> None:
        self._say(self.tr("Asking …"), "text2")
        for button in (self.sms_button, self.chat_button):
            button.setEnabled(False)
        self.desk.services.submit(
            "mail", work, on_done=lambda _none: self._tried(good, "ok"),
            on_error=lambda error: self._tried(describe(error), "danger"),
        )  # fmt: skip

    def _tried(self, text: str, tone: str) -> None:
        if isValid(self):
            self._say(text, tone)
            for button in (self.sms_button, self.chat_button):
                button.setEnabled(True)

    def _say(self, text: str, tone: str) -> None:
        self.result.setText(text)
        set_tone(self.result, tone)
