"""Whether a customer agreed to short messages, to which number, since when and how."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.mailing.consents import Consent, give_consent, list_consents, withdraw_consent
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Form, text_field
from ui.widgets.text import column, label, line


class ConsentPage(QWidget):
    """What was agreed to, and the two buttons."""

    def __init__(self, desk: OfficeDesk) -> None:
        super().__init__()
        self.desk = desk
        self.party_id = 0
        tr = self.tr
        self.state = label("", tokens.LABEL, 600, wrap=True)
        self.number = text_field(limit=40, placeholder="+49 171 1234567")
        self.source = text_field(placeholder=tr("by word of mouth, order form …"))
        form = Form(2)
        form.add(tr("Mobile number"), self.number)
        form.add(tr("How it was given"), self.source)
        self.give_button = Button(tr("The customer agrees"), "primary", icon="check")
        self.withdraw_button = Button(tr("The customer takes it back"), "danger_soft", icon="block")
        self.message = label("", tokens.BODY, 600, "danger", wrap=True)
        self.table = DataTable(tr("What was agreed to"), [
            Column("number", tr("Number"), 170), Column("how", tr("How")), Column("since", tr("Since"), 196),
            Column("by", tr("Entered by"), 130, least=960), Column("until", tr("Taken back"), 196),
        ])  # fmt: skip
        outer = column(self, gap=8, margin=4)
        outer.addWidget(self.state)
        outer.addWidget(form)
        outer.addLayout(line(self.give_button, self.withdraw_button, self.message, gap=8))
        outer.addWidget(self.table, 1)
        may = desk.may(Permission.EDIT_PARTIES)
        for part in (form, self.give_button):
            part.setVisible(may)
        self.withdraw_button.setVisible(False)
        self.give_button.clicked.connect(self.give)
        self.withdraw_button.clicked.connect(self.withdraw)

    def load(self, party_id: int, phone: str) -> None:
        """Read what a customer agreed to; his telephone number is proposed."""
        self.party_id = party_id
        self.message.setText("")
        self.number.setText(phone)
        self._ask()

    def _ask(self) -> None:
        self.desk.ask(list_consents, self._have, party_id=self.party_id)

    def _have(self, found: list[Consent]) -> None:
        if not isValid(self):
            return
        moment = self.desk.formats.date_time
        self.table.set_rows([
            TableRow(str(c.id), (
                c.address, c.source, moment(c.given_at), c.given_to,
                moment(c.withdrawn_at) if c.withdrawn_at else "",
            ))
            for c in found
        ])  # fmt: skip
        agreed = [c.address for c in found if c.withdrawn_at is None]
        self.withdraw_button.setVisible(bool(agreed) and self.desk.may(Permission.EDIT_PARTIES))
        self.state.setText(
            self.tr("Short messages go to {numbers}.").format(numbers=", ".join(agreed))
            if agreed
            else self.tr("The customer gets no short messages: he has not agreed to any.")
        )

    def give(self) -> None:
        """The customer said yes."""
        self.desk.run(
            give_consent, lambda _number: self._done(), self._refused, party_id=self.party_id,
            number=self.number.text(), source=self.source.text(),
        )  # fmt: skip

    def withdraw(self) -> None:
        """The customer said no."""
        self.desk.run(withdraw_consent, lambda _none: self._done(), self._refused, party_id=self.party_id)

    def _done(self) -> None:
        if isValid(self):
            self.message.setText("")
            self.source.clear()
            self._ask()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        if isValid(self):
            self.message.setText(describe(error))
