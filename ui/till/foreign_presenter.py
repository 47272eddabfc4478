"""Foreign notes: what they are worth today, taken with change in home currency."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.kernel.money import Money
from app.kernel.refusal import Refusal
from app.terms.queries import rate_on
from app.till.context import TenderType
from app.till.foreign import ForeignNotes, currency_of
from ui.formatting import Formats
from ui.theme import tokens
from ui.till.desk import Desk
from ui.till.panels_ask import AskPanel, text_edit
from ui.widgets.keypad import PAY, Keypad
from ui.widgets.text import label


class ForeignPanel(AskPanel):
    """How much of a foreign currency is handed over.

    Signals:
        typed(str): at each change; answer with show_worth.
        submitted(str): what was typed.
    Setters: ask, show_worth, set_message.
    """

    typed = Signal(str)
    submitted = Signal(str)
    stays = True

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__("", "", "payments", parent)
        self.go.setText(self.tr("Take it"))
        self._rate = label("", tokens.LABEL, tone="text2", wrap=True)
        self._amount = text_edit(self.tr("Amount handed over"), limit=15)
        self._worth = label("", tokens.PAY, 700)
        keypad = Keypad(PAY, formats.mark)
        keypad.drive(self._amount)
        self.first = self._amount
        self.add(self._rate, self._amount, self._worth, keypad)
        self.enter_submits(self._amount)
        self._amount.textChanged.connect(self.typed)

    def ask(self, currency: str, rate: str) -> None:
        """Begin anew."""
        self.set_title(currency)
        self._rate.setText(rate)
        self._amount.clear()
        self._worth.clear()
        self.set_message("")

    def show_worth(self, text: str) -> None:
        """What it pays."""
        self._worth.setText(text)

    def _submit(self) -> None:
        self.submitted.emit(self._amount.text().strip())


class ForeignPresenter:
    """Asks how much, and hands the home amount to the payment by `take(code, minor, reference)`."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.take: Callable[[str, int, str], None] = lambda _code, _minor, _reference: None
        self._code = ""
        self._rate = 0

    @cached_property
    def _panel(self) -> ForeignPanel:
        panel = ForeignPanel(self.desk.formats)
        panel.typed.connect(self._show)
        panel.submitted.connect(self._submitted)
        return panel

    def choose(self, tender: TenderType, rest_minor: int) -> None:
        """Ask for the rate of the day, then for the amount."""
        desk, shift = self.desk, self.desk.state.shift
        if shift is None or rest_minor <= 0:
            return
        currency = currency_of(tender.code)

        def have(rate: int) -> None:
            self._code, self._rate = tender.code, rate
            one = ForeignNotes(currency, self._minor("1", currency), rate)
            text = QCoreApplication.translate("Foreign", "1 {currency} is {one}; {rest} is still to be paid.")
            self._panel.ask(
                currency,
                text.format(
                    currency=currency, one=desk.formats.money(one.home_minor),
                    rest=desk.formats.money(rest_minor),
                ),
            )  # fmt: skip
            desk.view.show_panel(self._panel)

        desk.services.gateway.ask(
            rate_on, currency=currency, company_currency=desk.services.currency, on=shift.business_date,
            on_done=have, on_error=desk.refuse,
        )  # fmt: skip

    def _minor(self, text: str, currency: str) -> int:
        """What was typed, in minor units of that currency; ValueError for what is no amount."""
        return Money.exact(text.replace(self.desk.formats.mark, "."), currency).minor

    def _notes(self, text: str) -> ForeignNotes | None:
        currency = currency_of(self._code)
        try:
            minor = self._minor(text, currency)
        except (ValueError, Refusal):
            return None
        return ForeignNotes(currency, minor, self._rate) if minor > 0 else None

    def _show(self, text: str) -> None:
        notes = self._notes(text)
        self._panel.show_worth(self.desk.formats.money(notes.home_minor) if notes else "")

    def _submitted(self, text: str) -> None:
        notes = self._notes(text)
        if notes is None:
            self._panel.set_message(QCoreApplication.translate("Foreign", "Type the amount."))
        else:
            self.take(self._code, notes.home_minor, notes.reference)
