"""The second row of a line's fields: of what is no product, and of services."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.orders.states import LineKind
from ui.orders.entry_lines import EntryLine
from ui.widgets.field_line import field_line
from ui.widgets.form import Choice, text_field
from ui.widgets.optional_day import OptionalDay

ALLOWANCE: Final = "allowance"


class FreeFields(QWidget):
    """What a line that is no product is: its kind, its words, its tax class.

    Signals:
        changed(): something was changed.
        finished(): Enter in the words.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        self._filling = False
        self.kind = Choice([
            (LineKind.CHARGE, tr("Charge")), (ALLOWANCE, tr("Allowance")), (LineKind.SERVICE, tr("Service")),
            (LineKind.TEXT, tr("Words only")),
        ])  # fmt: skip
        self.text = text_field()
        self.tax_class = Choice()
        self.setLayout(field_line(
            ((tr("Kind"), self.kind, 150), (tr("Text"), self.text, 0), (tr("Tax"), self.tax_class, 210))
        ))  # fmt: skip
        self.kind.currentIndexChanged.connect(lambda _place: self._tell())
        self.tax_class.currentIndexChanged.connect(lambda _place: self._tell())
        self.text.textEdited.connect(lambda _text: self._tell())
        self.text.returnPressed.connect(self.finished)

    def set_classes(self, classes: Sequence[tuple[int, str]]) -> None:
        """Offer these tax classes."""
        self.tax_class.set_options(classes, self.tax_class.value())

    def show_line(self, entry: EntryLine) -> None:
        """Fill the fields."""
        self._filling = True
        allowance = entry.kind is LineKind.CHARGE and (entry.allowance or (entry.unit_price_minor or 0) < 0)
        self.kind.choose(ALLOWANCE if allowance else entry.kind)
        if self.text.text() != entry.name:
            self.text.setText(entry.name)
        if entry.tax_class_id is None:
            entry.tax_class_id = self.tax_class.value()
        self.tax_class.choose(entry.tax_class_id)
        self.tax_class.setEnabled(not entry.is_words)
        self._filling = False

    def is_allowance(self, entry: EntryLine) -> bool:
        """Whether the price is given, not asked for."""
        return entry.is_free and self.kind.value() == ALLOWANCE

    def read_into(self, entry: EntryLine) -> None:
        """Write what stands here into the line."""
        kind = self.kind.value()
        entry.allowance = kind == ALLOWANCE
        entry.kind = LineKind.CHARGE if kind == ALLOWANCE else LineKind(kind)
        entry.name = self.text.text()
        entry.tax_class_id = self.tax_class.value()

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()


class ServiceFields(QWidget):
    """Who does a service, and when.

    Signals:
        changed(): something was changed.
    """

    changed = Signal()

    def __init__(self, on: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self.person = Choice([(None, self.tr("nobody yet"))])
        self.day = OptionalDay(on)
        self.setLayout(
            field_line(((self.tr("Done by"), self.person, 220), (self.tr("Planned for"), self.day, 170)))
        )
        self.person.currentIndexChanged.connect(lambda _place: self._tell())
        self.day.value_changed.connect(lambda _day: self._tell())

    def set_people(self, people: Sequence[tuple[int, str]]) -> None:
        """Offer these."""
        self.person.set_options([(None, self.tr("nobody yet")), *people], self.person.value())

    def show_line(self, entry: EntryLine) -> None:
        """Fill the fields."""
        self._filling = True
        self.person.choose(entry.assigned_to)
        self.day.set_value(entry.scheduled_on)
        self._filling = False

    def read_into(self, entry: EntryLine) -> None:
        """Write what stands here into the line, where it is a service."""
        if entry.is_service:
            entry.assigned_to, entry.scheduled_on = self.person.value(), self.day.value()

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()
