"""Fields for amounts, quantities and per cents, exact and in the user's own writing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.kernel.refusal import Refusal
from ui.formatting import Formats
from ui.shell.errors import describe
from ui.theme import font, tokens
from ui.widgets.tips import plain_tip


class NumberEdit(QLineEdit):
    """A field whose value is an integer, or None while it is empty or no number.

    Signals:
        value_changed(object): the int, or None.
        refused(str): the sentence, when a text was left that is no number.
        entered(): the keyboard is in it now.
    """

    value_changed = Signal(object)
    refused = Signal(str)
    entered = Signal()

    def __init__(
        self,
        name: str,
        parse: Callable[[str], int],
        write: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse = parse
        self._write = write
        self._value: int | None = None
        self._error = ""
        self.setAccessibleName(name)
        self.setFont(font(tokens.CASH, 600))
        self.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self.setMaxLength(24)
        self.textChanged.connect(self._read)
        self.editingFinished.connect(self._leave)

    def value(self) -> int | None:
        """The number, None when the field is empty or holds no number."""
        return self._value

    def error(self) -> str:
        """What is wrong with the text, or ""."""
        return self._error

    def set_value(self, value: int | None) -> None:
        """Show a number, or nothing."""
        self.setText("" if value is None else self._write(value))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces."""
        super().focusInEvent(event)
        self.selectAll()
        self.entered.emit()

    def _read(self, text: str) -> None:
        before, self._error = self._value, ""
        try:
            self._value = self._parse(text) if text.strip() else None
        except Refusal as refusal:
            self._value, self._error = None, describe(refusal)
        if not self._error:
            self._mark(bad=False)
        if self._value != before:
            self.value_changed.emit(self._value)

    def _leave(self) -> None:
        if self._error:
            self._mark(bad=True)
            self.refused.emit(self._error)
        elif self._value is not None:
            self.setText(self._write(self._value))

    def _mark(self, *, bad: bool) -> None:
        if bool(self.property("bad")) != bad:
            self.setProperty("bad", bad)
            self.setAccessibleDescription(self._error)
            self.setToolTip(plain_tip(self._error))
            self.style().unpolish(self)
            self.style().polish(self)


class MoneyEdit(NumberEdit):
    """An amount in minor units of the shop's currency."""

    def __init__(
        self, name: str, formats: Formats, parent: QWidget | None = None, *, allow_negative: bool = False
    ) -> None:
        def parse(text: str) -> int:
            return formats.parse_amount(text, allow_negative=allow_negative)

        super().__init__(name, parse, formats.amount, parent)
        self.setPlaceholderText(formats.amount(0))


class QuantityEdit(NumberEdit):
    """A quantity in thousandths."""

    def __init__(self, name: str, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(name, formats.parse_quantity, formats.quantity, parent)


class PercentEdit(NumberEdit):
    """A per cent in hundredths."""

    def __init__(self, name: str, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(name, formats.parse_percent, formats.percent, parent)


class PiecesEdit(NumberEdit):
    """A count of coins or notes, 0 to 9999."""

    def __init__(self, name: str, formats: Formats, parent: QWidget | None = None) -> None:
        def parse(text: str) -> int:
            return formats.parse_quantity(text) // 1000

        super().__init__(name, parse, str, parent)
        self.setMaxLength(4)
        self.setFont(font(tokens.PRICE, 600))
