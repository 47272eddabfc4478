"""Which place is walked: shown where goods wait at several of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.orders.queries import list_pick_places
from ui.office.section import OfficeDesk
from ui.widgets.form import Choice
from ui.widgets.text import column


class PlaceChoice(QWidget):
    """All places, or one of them.

    Signals:
        chosen(): another place.
    """

    chosen = Signal()

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.field = Choice([(None, "")])
        self.field.setAccessibleName(self.tr("Place"))
        column(self).addWidget(self.field)
        self.setVisible(False)
        self.field.currentIndexChanged.connect(lambda _row: self.chosen.emit())

    def value(self) -> int | None:
        """The place that is walked; None: wherever goods wait."""
        found: int | None = None if self.isHidden() else self.field.value()
        return found

    def read(self, *, wanted: bool) -> None:
        """Read where goods wait; hidden where that is one place, and on another page of work."""
        if wanted:
            self._desk.ask(list_pick_places, self._have)
        else:
            self.setVisible(False)

    def _have(self, found: list[tuple[int, str]]) -> None:
        before = self.field.value()
        self.field.set_options([(None, self.tr("All places")), *found], before)
        self.setVisible(len(found) > 1)
        if self.field.value() != before:
            self.chosen.emit()
