"""The side panel while goods are weighed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.formatting import Formats
from ui.theme import tokens
from ui.till.panels_ask import AskPanel, row_label
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.edits import QuantityEdit
from ui.widgets.keypad import PAY, Keypad
from ui.widgets.text import Card, label, line


class WeighPanel(AskPanel):
    """What the scale says, the tare, and a field for who has to type the weight.

    Signals:
        taken(object): typed weight in thousandths of the unit, None: what the scale shows.
        again(): ask the scale once more.
        tare_changed(int): thousandths of the unit.
    Setters: set_weight, set_tares, set_message.
    """

    taken = Signal(object)
    again = Signal()
    tare_changed = Signal(object)
    once = True

    def __init__(self, name: str, unit: str, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__("", "", "add", parent)
        self.set_title(self.tr("Weigh"))
        self.go.setText(self.tr("Take this weight"))
        self._weight = label("…", tokens.PAY, 700)
        card = Card(well=True, pad=12)
        shown = line(label(name, tokens.LABEL, 600, wrap=True), self._weight)
        shown.setStretch(0, 1)
        card.body.addLayout(shown)
        self._chips = ChipBar(self.tr("Packaging"))
        self._chips.chosen.connect(lambda key: self._set_tare(int(key)))
        self._tare = QuantityEdit(self.tr("Tare in {unit}").format(unit=unit), formats)
        self._typed = QuantityEdit(self.tr("Weight in {unit}, typed").format(unit=unit), formats)
        self._tare.value_changed.connect(lambda value: self.tare_changed.emit(value or 0))
        keypad = Keypad(PAY, formats.mark)
        keypad.drive(self._typed)
        for edit in (self._tare, self._typed):
            edit.entered.connect(lambda edit=edit: keypad.drive(edit))
        self._again = Button(self.tr("Weigh again"), icon="refresh", hint="F5")
        self._again.clicked.connect(self.again)
        fields = QWidget()
        row = QHBoxLayout(fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(row_label(self.tr("Tare in {unit}").format(unit=unit)))
        row.addWidget(self._tare, 1)
        row.addWidget(row_label(self.tr("Typed in {unit}").format(unit=unit)))
        row.addWidget(self._typed, 1)
        self.add(card, self._chips, fields, keypad)
        self.content.insertWidget(self.content.count() - 1, self._again)
        self._chips.setVisible(False)
        self.first = self._typed
        self.enter_submits(self._tare, self._typed)

    def set_weight(self, text: str) -> None:
        """What the scale shows, "" for nothing."""
        self._weight.setText(text or "…")

    def set_tares(self, tares: Sequence[tuple[int, str]]) -> None:
        """The packagings: (thousandths of the unit, name)."""
        self._chips.set_chips([("0", self.tr("None")), *((str(milli), name) for milli, name in tares)], "0")
        self._chips.setVisible(bool(tares))

    def _set_tare(self, milli: int) -> None:
        self._tare.set_value(milli or None)
        self.tare_changed.emit(milli)

    def _submit(self) -> None:
        self.taken.emit(self._typed.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F5 weighs again."""
        if event.key() == Qt.Key.Key_F5:
            self.again.emit()
        else:
            super().keyPressEvent(event)
