"""The fields of the line the keyboard is on: quantity, unit, price, discount, and why this price."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.orders.screen_queries import PreviewLine, Unit
from ui.formatting import Formats
from ui.orders.entry_lines import EntryLine
from ui.orders.free_fields import FreeFields, ServiceFields
from ui.orders.words import why_this_price
from ui.shell.errors import describe
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.edits import MoneyEdit, NumberEdit, PercentEdit, QuantityEdit
from ui.widgets.form import Choice
from ui.widgets.text import Card, Elided, column, label, line, set_tone

_PLACES: Final = 3  # of those that have it


class LineCard(Card):
    """Fields of one line; words, charges and services have some more in a second row.

    Signals:
        changed(): the line was changed.
        finished(): Enter in a field: on to the next item.
        removed(): the line is not wanted.
    """

    changed = Signal()
    finished = Signal()
    removed = Signal()

    def __init__(self, formats: Formats, on: date, parent: QWidget | None = None) -> None:
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
        self.free = FreeFields()
        self.service = ServiceFields(on)
        self._lay_out()
        for field in (self.quantity, self.price, self.discount):
            field.value_changed.connect(lambda _value: self._read())
            field.returnPressed.connect(self.finished)
        self.unit.currentIndexChanged.connect(lambda _place: self._read())
        self.remove.clicked.connect(self.removed)
        self.free.changed.connect(self._read_free)
        self.free.finished.connect(self._after_text)
        self.service.changed.connect(self._read)
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
        self.body.addWidget(self.free)
        self.body.addWidget(self.service)

    def offer(self, tax_classes: Sequence[tuple[int, str]], people: Sequence[tuple[int, str]]) -> None:
        """What charges and services choose from."""
        self.free.set_classes(tax_classes)
        self.service.set_people(people)
        self.show_line(self._line)

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
        price = entry.unit_price_minor if entry else None
        self.price.set_value(abs(price) if price is not None else None)
        self.price.setPlaceholderText("")
        self.discount.set_value(entry.discount_hundredths or None if entry else None)
        self._show_more(entry)
        self._filling = False

    def _show_more(self, entry: EntryLine | None) -> None:
        free = entry is not None and entry.is_free
        self.free.setVisible(free)
        self.service.setVisible(entry is not None and entry.is_service)
        if entry is None:
            return
        if free:
            self.free.show_line(entry)
            self.unit.setEnabled(False)
            for field in (self.quantity, self.price, self.discount):
                field.setEnabled(not entry.is_words)
        self.service.show_line(entry)

    def show_preview(self, shown: PreviewLine) -> None:
        """What the line comes to: units, price of the list, the reason or the refusal."""
        entry = self._line
        if entry is None:
            return
        if shown.units != self._units:
            self._units = shown.units
            self.unit.set_options(
                [(u.packaging_id, self._formats.unit(u.name)) for u in shown.units], entry.packaging_id
            )
        if not entry.is_free:
            self.price.setPlaceholderText(self._formats.amount(shown.list_price_minor))
            if shown.kind is not None and entry.kind is None:
                entry.kind = shown.kind
                self.service.setVisible(entry.is_service)
        if shown.refusal is not None:
            set_tone(self.why, "danger")
            self.why.setText(describe(shown.refusal))
        else:
            set_tone(self.why, "text2")
            told = "" if entry.is_free else why_this_price(shown.reason, self._formats)
            parts = (told, self._breaks(shown), self._elsewhere(shown))
            self.why.setText(" · ".join(part for part in parts if part))

    def _elsewhere(self, shown: PreviewLine) -> str:
        """Who has free what is short here."""
        quantity = self._formats.quantity
        places = [f"{x.name} {quantity(x.available_milli)}" for x in shown.elsewhere if x.available_milli > 0]
        return self.tr("free at {places}").format(places=", ".join(places[:_PLACES])) if places else ""

    def _breaks(self, shown: PreviewLine) -> str:
        """The prices for more than is ordered now."""
        at = self._line.quantity_milli if self._line is not None else 0
        told = [
            self.tr("from {quantity} on {price}").format(
                quantity=self._formats.quantity(start), price=self._formats.amount(price)
            )
            for start, price in shown.breaks
            if start > at
        ]
        return ", ".join(told)

    def _after_text(self) -> None:
        """Enter in the words: on to the price, or to the next item."""
        if self._line is not None and self._line.is_words:
            self.finished.emit()
        else:
            self.price.setFocus()

    def _read_free(self) -> None:
        entry = self._line
        if self._filling or entry is None:
            return
        self.free.read_into(entry)
        self.name.set_text(entry.name)
        self._filling = True
        self._show_more(entry)
        self._filling = False
        self._read()

    def _read(self) -> None:
        entry = self._line
        if self._filling or entry is None:
            return
        entry.quantity_milli = self.quantity.value() or 0
        price = self.price.value()
        entry.unit_price_minor = -price if price is not None and self.free.is_allowance(entry) else price
        entry.discount_hundredths = self.discount.value() or 0
        if self._units:
            entry.packaging_id = self.unit.value()
        self.service.read_into(entry)
        self.changed.emit()
