"""How e-mails leave: server, sender, what customers are told by themselves; tried before it is kept."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from app.devices.mail import MailSecurity
from app.fulfilment.tracking import TRACKING_LINKS
from app.mailing.settings import MailSettings, get_mail_settings, save_mail_settings
from app.mailing.states import NOTICES
from ui.mailing.words import mail_kind, security_words
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import Choice, Form, NumberBox, Tick, note_field, on_change, text_field
from ui.widgets.side_panel import scrolling
from ui.widgets.text import label, line, set_tone

_PORTS: Final = {MailSecurity.STARTTLS: 587, MailSecurity.TLS: 465, MailSecurity.NONE: 25}


class MailPage(SettingsPage):
    """Server and sender; the password goes to the key store and is never shown again."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        self._found = MailSettings()
        self._make_fields()
        self.body.addWidget(scrolling(self._lay_out()), 1)
        self.result = label("", tokens.BODY, 600, wrap=True)
        self.test_button = Button(self.tr("Send a test"), icon="mail")
        self.test_button.clicked.connect(self.test)
        row = line(self.test_to, self.test_button, self.result, gap=8)
        row.setStretch(2, 1)
        self.body.addLayout(row)
        self.make_foot()
        on_change(self._fields(), self.touch)
        self.security.currentIndexChanged.connect(lambda _place: self._propose_port())

    def _make_fields(self) -> None:
        tr = self.tr
        self.host, self.user = text_field(placeholder="mail.example.com"), text_field()
        self.port = NumberBox(1, 65_535, 587)
        self.security = Choice([(s, security_words(s)) for s in MailSecurity], MailSecurity.STARTTLS)
        self.password = text_field()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.sender_name, self.sender_address = text_field(), text_field(placeholder="shop@example.com")
        self.reply_to = text_field(placeholder=tr("the sender"))
        self.notices = {kind: Tick(mail_kind(kind)) for kind in NOTICES}
        self.links = note_field(lines=5)
        self.certificate = note_field(lines=2)
        self.test_to = text_field(placeholder=tr("your own address"))
        self.test_to.setAccessibleName(tr("Where the test goes"))
        self.test_to.setMinimumWidth(240)

    def _lay_out(self) -> Form:
        tr, form = self.tr, Form(2)
        form.section(tr("Mail server"))
        form.add(tr("Server"), self.host, hint=tr("Empty switches e-mail off"))
        form.add(tr("Encryption"), self.security, hint=tr("The server's certificate is always checked"))
        form.add(tr("Port"), self.port)
        form.add(tr("User"), self.user, hint=tr("Empty where the server asks for none"))
        form.add(
            tr("Password"), self.password, hint=tr("Kept in the key store of this computer, not in the shop")
        )
        form.section(tr("Sender"))
        form.add(tr("Name"), self.sender_name)
        form.add(tr("Address"), self.sender_address)
        form.add(tr("Answers go to"), self.reply_to)
        form.section(tr("Customers are told by themselves"))
        for tick in self.notices.values():
            form.add("", tick)
        form.section(tr("Following a parcel"))
        form.add(
            tr("One carrier a line"), self.links, wide=True,
            hint=tr("Name of the carrier = link, with {tracking} where the number goes"),
        )  # fmt: skip
        form.add(tr("Certificate of a server of your own (PEM)"), self.certificate, wide=True)
        form.end()
        return form

    def _fields(self) -> list[QWidget]:
        return [
            self.host, self.user, self.port, self.security, self.password, self.sender_name,
            self.sender_address, self.reply_to, self.links, self.certificate, *self.notices.values(),
        ]  # fmt: skip

    def entered(self) -> None:
        """Read what is kept."""
        self.test_button.setEnabled(self.desk.services.mail is not None)
        self.desk.ask(get_mail_settings, self._have)

    def _have(self, found: MailSettings) -> None:
        self._found = found
        self.host.setText(found.host)
        self.security.choose(found.security)
        self.port.setValue(found.port)
        self.user.setText(found.user)
        self.password.clear()
        self.password.setPlaceholderText(self.tr("unchanged") if found.user else "")
        self.sender_name.setText(found.sender_name)
        self.sender_address.setText(found.sender_address)
        self.reply_to.setText(found.reply_to)
        self.certificate.setPlainText(found.own_certificate)
        self.links.setPlainText("\n".join(f"{name} = {link}" for name, link in found.tracking_links.items()))
        for kind, tick in self.notices.items():
            tick.setChecked(kind in found.notices)
        self.set_dirty(dirty=False)

    def _propose_port(self) -> None:
        if self.port.value() in _PORTS.values():
            self.port.setValue(_PORTS[MailSecurity(self.security.value())])

    def settings(self) -> MailSettings:
        """What stands in the fields."""
        return MailSettings(
            host=self.host.text(), port=self.port.value(), security=MailSecurity(self.security.value()),
            user=self.user.text(), sender_name=self.sender_name.text(),
            sender_address=self.sender_address.text(), reply_to=self.reply_to.text(),
            own_certificate=self.certificate.toPlainText(),
            notices=tuple(kind for kind, tick in self.notices.items() if tick.isChecked()),
            tracking_links=_links(self.links.toPlainText()),
        )  # fmt: skip

    def save(self) -> None:
        """Keep it; what waited for better settings is tried again."""
        settings = self.settings()
        self.desk.run(
            save_mail_settings, lambda _none: self._saved(settings), self.refused, settings=settings
        )

    def _saved(self, settings: MailSettings) -> None:
        mail, password = self.desk.services.mail, self.password.text()
        if mail is None or not password or not settings.secret_name:
            self._told(in_key_store=True)
            return
        name = settings.secret_name
        # the key store may ask its owner: not on the screen's thread
        self.desk.services.submit(
            "mail", lambda: mail.keep_password(name, password),
            on_done=lambda safe: self._told(in_key_store=safe),
            on_error=self.desk.failed,
        )  # fmt: skip

    def _told(self, *, in_key_store: bool) -> None:
        if in_key_store:
            self.desk.say(self.tr("Saved. Messages leave this way from now on."))
        else:
            self.desk.say(
                self.tr(
                    "Saved. This computer has no key store: the password lies in a file only you can read."
                ),
                "warn",
            )
        if isValid(self):
            self.entered()

    def test(self) -> None:
        """Send a message by what stands in the fields, saved or not."""
        mail = self.desk.services.mail
        if mail is None:
            return
        settings, password, to = self.settings(), self.password.text(), self.test_to.text()
        self._say(self.tr("Asking the server …"), "text2")
        self.test_button.setEnabled(False)
        self.desk.services.submit(
            "mail", lambda: mail.test(settings, password, to or settings.sender_address),
            on_done=lambda _none: self._say(self.tr("The server took it. Look into the mailbox."), "ok"),
            on_error=self._test_failed,
        )  # fmt: skip

    def _test_failed(self, error: Exception) -> None:
        self._say(describe(error), "danger")

    def _say(self, text: str, tone: str) -> None:
        if isValid(self):
            self.result.setText(text)
            set_tone(self.result, tone)
            self.test_button.setEnabled(True)


def _links(text: str) -> dict[str, str]:
    """Carriers and their links; a line without a link is one that is refused by its sentence."""
    found: dict[str, str] = {}
    for row in text.splitlines():
        name, _, link = row.partition("=")
        if row.strip():
            found[name.strip()] = link.strip()
    return found or (dict(TRACKING_LINKS) if not text.strip() else {})
