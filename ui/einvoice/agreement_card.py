"""That a customer writes our invoices: agreed when, where, until when, with which numbers."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.invoicing.self_billing import Agreement, find_agreement, save_agreement
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import Form, Tick, on_change, text_field
from ui.widgets.optional_day import OptionalDay
from ui.widgets.text import Card, label, line, set_tone


class AgreementCard(Card):
    """A card of a customer's page with a Save of its own."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent, well=True)
        self._desk = desk
        self._party_id = 0
        self._version = 0
        tr = self.tr
        self.active = Tick(tr("The customer writes our invoices (self-billing)"))
        self.agreed_on, self.ends_on = OptionalDay(date(2026, 1, 1)), OptionalDay(date(2026, 12, 31))
        self.reference = text_field(placeholder=tr("framework contract, section …"))
        self.prefix = text_field(limit=40, placeholder=tr("his own numbers"))
        self.message = label("", tokens.BODY, 600, "danger", wrap=True)
        self.save_button = Button(tr("Save"), "primary", icon="check")
        form = Form(2)
        form.add("", self.active, wide=True)
        form.add(tr("Agreed on"), self.agreed_on)
        form.add(tr("Ends on"), self.ends_on)
        form.add(tr("Where it is agreed"), self.reference)
        form.add(tr("Numbers begin with"), self.prefix, hint=tr("Of a series that we gave him"))
        self.body.addWidget(form)
        self.body.addLayout(line(self.message, None, self.save_button))
        self.save_button.setVisible(desk.may(Permission.CREDIT_TERMS))
        on_change([self.active, self.reference, self.prefix], self._touch)
        for day in (self.agreed_on, self.ends_on):
            day.value_changed.connect(lambda _day: self._touch())
        self.save_button.clicked.connect(self.save)
        self.save_button.setEnabled(False)

    def load(self, party_id: int) -> None:
        """Read what was agreed with a customer."""
        self._party_id = party_id
        self._desk.ask(find_agreement, self._have, party_id=party_id)

    def _have(self, kept: Agreement) -> None:
        if not isValid(self):
            return
        self._version = kept.version
        self.active.setChecked(kept.active)
        self.agreed_on.set_value(kept.agreed_on)
        self.ends_on.set_value(kept.ends_on)
        self.reference.setText(kept.reference)
        self.prefix.setText(kept.prefix)
        self.save_button.setEnabled(False)

    def _touch(self) -> None:
        self.message.setText("")
        self.save_button.setEnabled(bool(self._party_id))

    def save(self) -> None:
        """Keep it."""
        agreement = Agreement(
            self.active.isChecked(), self.agreed_on.value(), self.ends_on.value(), self.reference.text(),
            self.prefix.text().strip(), self._version,
        )  # fmt: skip
        self._desk.run(
            save_agreement, lambda _none: self._saved(), self._refused, party_id=self._party_id,
            agreement=agreement,
        )  # fmt: skip

    def _saved(self) -> None:
        if isValid(self):
            self._told(self.tr("Saved."), "ok")
            self.load(self._party_id)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self._told(describe(error), "danger")

    def _told(self, text: str, tone: str) -> None:
        if isValid(self):
            self.message.setText(text)
            set_tone(self.message, tone)
