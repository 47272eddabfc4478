"""The fields of how short messages leave: a gateway over HTTPS, or a modem."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.devices.texting import BodyForm
from app.mailing.gateways import GAPS, SmsKind, SmsSettings
from app.mailing.states import NOTICES
from ui.mailing.words import mail_kind
from ui.widgets.form import Choice, Form, Tick, note_field, text_field
from ui.widgets.text import column

_EXAMPLES: Final = {
    BodyForm.JSON: '{"from": "{sender}", "to": "{to}", "text": "{text}"}',
    BodyForm.FORM: "to={to}\ntext={text}",
    BodyForm.QUERY: "",
}
_BAUDS: Final = (9600, 19_200, 38_400, 57_600, 115_200)


def secret_field() -> QLineEdit:
    """A field whose text nobody sees."""
    made = text_field(limit=2_000)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
    return made


def _kind_word(kind: SmsKind) -> str:
    tr = QCoreApplication.translate
    return {
        SmsKind.OFF: tr("Gateways", "none"),
        SmsKind.HTTP: tr("Gateways", "a gateway over HTTPS"),
        SmsKind.MODEM: tr("Gateways", "a GSM modem"),
    }[kind]


def _form_word(form: BodyForm) -> str:
    tr = QCoreApplication.translate
    return {
        BodyForm.JSON: tr("Gateways", "JSON (POST)"),
        BodyForm.FORM: tr("Gateways", "form fields (POST)"),
        BodyForm.QUERY: tr("Gateways", "all in the address (GET)"),
    }[form]


class SmsForm(QWidget):
    """Kind on top; below the fields that belong to it."""

    def __init__(self) -> None:
        super().__init__()
        self._make_fields()
        self.http, self.modem = self._http_form(), self._modem_form()
        outer = column(self, gap=4)
        outer.addWidget(self._head())
        outer.addWidget(self.http)
        outer.addWidget(self.modem)
        outer.addWidget(self._notices_form())
        self.kind.currentIndexChanged.connect(lambda _place: self._show_kind())
        self.form.currentIndexChanged.connect(lambda _place: self._propose_body())
        self._show_kind()

    def _make_fields(self) -> None:
        tr = self.tr
        self.kind = Choice([(k, _kind_word(k)) for k in SmsKind], SmsKind.OFF)
        self.url = text_field(limit=2_000, placeholder="https://sms.example.com/v1/messages")
        self.form = Choice([(f, _form_word(f)) for f in BodyForm], BodyForm.JSON)
        self.headers, self.body = note_field(lines=2), note_field(_EXAMPLES[BodyForm.JSON], lines=4)
        self.headers.setPlaceholderText("Authorization = Bearer {secret}")
        self.sent_as = text_field(limit=40)
        self.expects = text_field(limit=200, placeholder='"status":"queued"')
        self.certificate = note_field(lines=2)
        self.secret, self.pin = secret_field(), secret_field()
        self.port = text_field(placeholder="/dev/ttyUSB0, COM3")
        self.baud = Choice([(baud, str(baud)) for baud in _BAUDS], 115_200)
        self.till = Choice()
        self.asks_pin = Tick(tr("The SIM card asks for a PIN"))
        self.notices = {kind: Tick(mail_kind(kind)) for kind in NOTICES}

    def _head(self) -> Form:
        form = Form(2)
        form.section(self.tr("Short messages (SMS)"))
        form.add(self.tr("They leave by"), self.kind)
        form.end()
        return form

    def _http_form(self) -> Form:
        tr, form = self.tr, Form(2)
        form.add(tr("Address"), self.url, wide=True, hint=tr("https://; http:// only inside the house"))
        form.add(tr("The gateway wants"), self.form)
        form.add(
            tr("Key"), self.secret,
            hint=tr("What {secret} stands for; kept in the key store of this computer, not in the shop"),
        )  # fmt: skip
        form.add(tr("Headers, one a line: name = value"), self.headers, wide=True)
        gaps = ", ".join(f"{{{gap}}}" for gap in GAPS)
        form.add(tr("Body"), self.body, wide=True, hint=tr("Filled in are: {gaps}").replace("{gaps}", gaps))
        form.add(tr("Sender"), self.sent_as, hint=tr("What {sender} stands for"))
        form.add(tr("Words in the answer of a message that was taken"), self.expects,
                 hint=tr("Empty where the status says it"))  # fmt: skip
        form.add(tr("Certificate of a server of your own (PEM)"), self.certificate, wide=True)
        return form

    def _modem_form(self) -> Form:
        tr, form = self.tr, Form(2)
        form.add(tr("Port"), self.port)
        form.add(tr("Speed"), self.baud)
        form.add(tr("It is plugged in at till"), self.till)
        form.add(
            tr("PIN"), self.pin, hint=tr("Kept in the key store of this computer; given to the card once")
        )
        form.add("", self.asks_pin)
        return form

    def _notices_form(self) -> Form:
        form = Form(3)
        form.section(self.tr("Customers who agreed are told by themselves"))
        for tick in self.notices.values():
            form.add("", tick)
        form.end()
        return form

    def fields(self) -> list[QWidget]:
        """What makes the page dirty."""
        return [
            self.kind, self.url, self.form, self.headers, self.body, self.sent_as, self.expects,
            self.certificate, self.secret, self.pin, self.port, self.baud, self.till, self.asks_pin,
            *self.notices.values(),
        ]  # fmt: skip

    def set_tills(self, codes: list[str]) -> None:
        """Where the modem may be."""
        self.till.set_options([(code, code) for code in codes], self.till.value())

    def show_settings(self, found: SmsSettings) -> None:
        """What is kept; secrets are never shown."""
        self.kind.choose(found.kind)
        self.url.setText(found.url)
        self.form.choose(found.form)
        self.headers.setPlainText("\n".join(f"{name} = {value}" for name, value in found.headers))
        self.body.setPlainText(found.body or _EXAMPLES[found.form])
        self.sent_as.setText(found.sender)
        self.expects.setText(found.expects)
        self.certificate.setPlainText(found.own_certificate)
        self.port.setText(found.port)
        self.baud.choose(found.baud)
        self.till.choose(found.till)
        self.asks_pin.setChecked(found.asks_pin)
        for field in (self.secret, self.pin):
            field.clear()
            field.setPlaceholderText(self.tr("unchanged") if found.secret_name else "")
        for kind, tick in self.notices.items():
            tick.setChecked(kind in found.notices)
        self._show_kind()

    def settings(self) -> SmsSettings:
        """What stands in the fields."""
        return SmsSettings(
            kind=SmsKind(self.kind.value()), url=self.url.text().strip(), form=BodyForm(self.form.value()),
            headers=_headers(self.headers.toPlainText()), body=self.body.toPlainText().strip(),
            sender=self.sent_as.text(), expects=self.expects.text(),
            own_certificate=self.certificate.toPlainText(), port=self.port.text().strip(),
            baud=self.baud.value(), till=self.till.value() or "", asks_pin=self.asks_pin.isChecked(),
            notices=tuple(kind for kind, tick in self.notices.items() if tick.isChecked()),
        )  # fmt: skip

    def typed_secret(self) -> str:
        """The key or the PIN, where one was typed."""
        return self.pin.text() if self.kind.value() == SmsKind.MODEM else self.secret.text()

    def _show_kind(self) -> None:
        self.http.setVisible(self.kind.value() == SmsKind.HTTP)
        self.modem.setVisible(self.kind.value() == SmsKind.MODEM)

    def _propose_body(self) -> None:
        form = BodyForm(self.form.value())
        if self.body.toPlainText().strip() in _EXAMPLES.values():
            self.body.setPlainText(_EXAMPLES[form])
        self.body.setEnabled(form is not BodyForm.QUERY)


def _headers(text: str) -> tuple[tuple[str, str], ...]:
    """Names and values; a line without a value is refused by its sentence."""
    rows = [row.partition("=") for row in text.splitlines() if row.strip()]
    return tuple((name.strip(), value.strip()) for name, _, value in rows)
