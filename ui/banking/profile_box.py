"""How a table of a bank is meant: its columns, signs and order of the day; kept by a name."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.banking.reading.numbers import ORDERS
from app.banking.reading.table import ROLES, CsvProfile
from ui.widgets.form import Choice, Form, on_change, text_field
from ui.widgets.text import column

_SHOWN: Final = tuple(r for r in ROLES if r not in ("code", "mandate", "end_to_end"))


class ProfileBox(QWidget):
    """The box.

    Signals:
        changed(): a column or sign is meant otherwise.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._profile: CsvProfile | None = None
        tr = self.tr
        form = Form(6)
        self.columns: dict[str, Choice] = {}
        names = self._role_names()
        for role in _SHOWN:
            self.columns[role] = Choice([("", tr("none"))])
            form.add(names[role], self.columns[role])
        self.decimal = Choice([(",", "1.234,56"), (".", "1,234.56")])
        self.order = Choice(
            [(o, x) for o, x in zip(ORDERS, ("2026-03-31", "31.03.2026", "03/31/2026"), strict=True)]
        )
        self.currency = text_field(limit=3, placeholder=tr("of the account"))
        form.add(tr("Numbers"), self.decimal)
        form.add(tr("Days"), self.order)
        form.add(tr("Currency"), self.currency)
        column(self, gap=0).addWidget(form)
        self.setMinimumHeight(form.sizeHint().height())
        on_change([*self.columns.values(), self.decimal, self.order, self.currency], self._changed)

    def _role_names(self) -> dict[str, str]:
        tr = self.tr
        return {
            "booked": tr("Booking day"), "value": tr("Value day"), "amount": tr("Amount"),
            "debit": tr("Money out"), "credit": tr("Money in"), "flag": tr("In or out"),
            "currency": tr("Currency"), "balance": tr("Balance"), "name": tr("Name"),
            "iban": tr("IBAN of the other"), "text": tr("Words"), "reference": tr("Bank's reference"),
            "account": tr("Own account"),
        }  # fmt: skip

    def show_profile(self, profile: CsvProfile, heads: list[str]) -> None:
        """Show how it is meant now."""
        self._profile = None
        options = [("", self.tr("none")), *((h, h) for h in heads)]
        for role, choice in self.columns.items():
            choice.set_options(options, profile.columns.get(role, ""))
        self.decimal.choose(profile.decimal)
        self.order.choose(profile.order)
        self.currency.setText(profile.currency)
        self._profile = profile

    def profile(self, name: str = "") -> CsvProfile | None:
        """How it is meant, under a name."""
        if self._profile is None:
            return None
        chosen = {role: str(c.value()) for role, c in self.columns.items() if c.value()}
        kept = {role: head for role, head in self._profile.columns.items() if role not in self.columns}
        return replace(
            self._profile, name=name, columns={**kept, **chosen}, decimal=str(self.decimal.value()),
            order=str(self.order.value()), currency=self.currency.text().strip().upper(),
        )  # fmt: skip

    def _changed(self) -> None:
        if self._profile is not None:
            self.changed.emit()
