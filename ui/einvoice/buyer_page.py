"""What e-invoices to a customer need: his format, his electronic address, his reference."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.einvoice.details import BuyerDetails, get_buyer_details, save_buyer_details
from app.einvoice.formats import Format
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from ui.einvoice.agreement_card import AgreementCard
from ui.einvoice.words import format_word
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import Choice, Form, on_change, text_field
from ui.widgets.side_panel import scrolling
from ui.widgets.text import column, label, line, set_tone


class BuyerPage(QWidget):
    """A page of a customer's panel with a Save of its own."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._party_id = 0
        tr = self.tr
        options: list[tuple[Format | None, str]] = [(None, tr("the one sent last"))]
        self.form = Choice([*options, *((f, format_word(f)) for f in Format)])
        self.scheme, self.endpoint = text_field(limit=4), text_field()
        self.reference, self.register = text_field(), text_field()
        self.message = label("", tokens.BODY, 600, "danger", wrap=True)
        self.save_button = Button(tr("Save"), "primary", icon="check", hint="Ctrl+S")
        fields = Form(2)
        fields.section(tr("E-invoices"))
        fields.add(tr("Format"), self.form, wide=True)
        fields.add(
            tr("Kind of electronic address"), self.scheme,
            hint=tr("Four digits: 0088 for a GLN, 9930 for a German VAT number; EM for e-mail"),
        )  # fmt: skip
        fields.add(tr("Electronic address"), self.endpoint)
        fields.add(
            tr("Buyer reference"), self.reference,
            hint=tr("A German office gives its Leitweg-ID. Empty: the reference of the order"),
        )  # fmt: skip
        fields.add(tr("Register number"), self.register)
        fields.end()
        self.agreement = AgreementCard(desk)
        holder = QWidget()
        inner = column(holder, gap=12)
        inner.addWidget(fields)
        inner.addLayout(line(self.message, None, self.save_button))
        inner.addWidget(self.agreement)
        inner.addStretch(1)
        body = column(self, margin=4)
        body.addWidget(scrolling(holder), 1)
        # now that it lies on the page: shown before, it is a window of its own that takes the keyboard
        self.save_button.setVisible(desk.may(Permission.EDIT_PARTIES))
        on_change([self.form, self.scheme, self.endpoint, self.reference, self.register], self._touch)
        self.save_button.clicked.connect(self.save)
        self.save_button.setEnabled(False)

    def load(self, party_id: int) -> None:
        """Read a customer's."""
        self._party_id = party_id
        self._desk.ask(get_buyer_details, self._have, party_id=party_id)
        self.agreement.load(party_id)

    def _have(self, kept: BuyerDetails) -> None:
        if not isValid(self):
            return
        self.form.choose(kept.format)
        for field, text in (
            (self.scheme, kept.endpoint_scheme), (self.endpoint, kept.endpoint),
            (self.reference, kept.buyer_reference), (self.register, kept.register_number),
        ):  # fmt: skip
            field.setText(text)
        self.save_button.setEnabled(False)

    def _touch(self) -> None:
        self.message.setText("")
        self.save_button.setEnabled(bool(self._party_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves this page, not the others."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_S and control and self.save_button.isEnabled():
            self.save()
        else:
            super().keyPressEvent(event)

    def save(self) -> None:
        """Keep it."""
        chosen = self.form.value()  # Qt hands back a plain text
        details = BuyerDetails(
            Format(chosen) if chosen else None, self.scheme.text(), self.endpoint.text(),
            self.reference.text(), self.register.text(),
        )  # fmt: skip
        said = self.tr("Saved. The next e-invoice says it.")
        self._desk.run(
            save_buyer_details, lambda _none: self._told(said, "ok"), self._refused,
            party_id=self._party_id, details=details,
        )  # fmt: skip

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self._told(describe(error), "danger")

    def _told(self, text: str, tone: str) -> None:
        if isValid(self):
            self.message.setText(text)
            set_tone(self.message, tone)
            self.save_button.setEnabled(tone == "danger")
