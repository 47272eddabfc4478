"""The fields of the line the keyboard is on: quantity, unit, price, discount, and why this price."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.orders.screen_queries import PreviewLine, Unit
from ui.formatting import Formats
from ui.orders.entry_lines import EntryLine
from ui.orders.words import why_this_price
from ui.shell.errors import describe
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.edits import MoneyEdit, NumberEdit, PercentEdit, QuantityEdit
from ui.widgets.form import Choice
from ui.widgets.text import Card, Elided, column, label, line, set_tone


class LineCard(Card):
    """Fields of one line.

    Signals:
        changed(): the line was changed.
        finished(): Enter in a field: on to the next item.
        removed(): the line is not wanted.
    """

    changed = Signal()
    finished = Signal()
    removed = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent, well=True)
        self._formats = formats
        self._line: EntryLine | None = None
        self._filling = False
        self._units: tuple[Unit, ...] = ()
        self.name = Elided("", tokens.LABEL, 600)
        self.why = label("", tokens.SUB, 400, "text2", wrap=True)
        self.quantity = QuantityEdit(self.tr("Quantity"), formats)
        self.unit = Choice([(None, "")])
        self.unit.setAccessibleName(self.tr("Unit"))
        self.price = MoneyEdit(self.tr("Price"), formats)
        self.discount = PercentEdit(self.tr("Discount in per cent"), formats)
        self.remove = Button("", icon="delete", name=self.tr("Remove the line"))
        self._lay_out()
        for field in (self.quantity, self.price, self.discount):
            field.value_changed.connect(lambda _value: self._read())
            field.returnPressed.connect(self.finished)
        self.unit.currentIndexChanged.connect(lambda _place: self._read())
        self.remove.clicked.connect(self.removed)
        self.show_line(None)

    def _lay_out(self) -> None:
        words = QWidget()
        told = column(words, gap=2)
        told.addWidget(self.name)
        told.addWidget(self.why)
        row = line(words, gap=10)
        for title, field, width in (
            (self.tr("Quantity"), self.quantity, 96), (self.tr("Unit"), self.unit, 100),
            (self.tr("Price"), self.price, 110), (self.tr("Discount %"), self.discount, 90),
        ):  # fmt: skip
            holder = QWidget()
            inner = column(holder, gap=2)
            head = label(title, tokens.CAPTION, 500, "text2")
            head.setBuddy(field)
            inner.addWidget(head)
            inner.addWidget(field)
            if isinstance(field, NumberEdit):
                field.setFont(font(tokens.BODY, 600))
            field.setFixedWidth(width)
            row.addWidget(holder)
        row.addWidget(self.remove)
        row.setStretch(0, 1)
        self.body.addLayout(row)

    def show_line(self, entry: EntryLine | None) -> None:
        """Fill the fields; None: there is no line."""
        self._filling = True
        self._line, self._units = entry, ()
        for field in (self.quantity, self.unit, self.price, self.discount, self.remove):
            field.setEnabled(entry is not None)
        self.name.set_text(entry.name if entry is not None else self.tr("No item yet"))
        self.why.setText("")
        self.unit.set_options([(None, "")])
        self.quantity.set_value(entry.quantity_milli if entry else None)
        self.price.set_value(entry.unit_price_minor if entry else None)
        self.price.setPlaceholderText("")
        self.discount.set_value(entry.discount_hundredths or None if entry else None)
        self._filling = False

    def show_preview(self, shown: PreviewLine) -> None:
        """What the line comes to: units, price of the list, the reason or the refusal."""
        if self._line is None:
            return
        if shown.units != self._units:
            self._units = shown.units
            options = [(u.packaging_id, u.name) for u in shown.units]
            self.unit.set_options(options, self._line.packaging_id)
        self.price.setPlaceholderText(self._formats.amount(shown.list_price_minor))
        if shown.refusal is not None:
            set_tone(self.why, "danger")
            self.why.setText(describe(shown.refusal))
        else:
            set_tone(self.why, "text2")
            self.why.setText(why_this_price(shown.reason, self._formats))

    def _read(self) -> None:
        entry = self._line
        if self._filling or entry is None:
            return
        entry.quantity_milli = self.quantity.value() or 0
        entry.unit_price_minor = self.price.value()
        entry.discount_hundredths = self.discount.value() or 0
        if self._units:
            entry.packaging_id = self.unit.value()
        self.changed.emit()
