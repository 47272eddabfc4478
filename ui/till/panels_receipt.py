"""One receipt: its lines, to take goods back or to print it again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.till.panels_lists import ListPanel
from ui.widgets.button import Button
from ui.widgets.text import line


class ReceiptPanel(ListPanel):
    """The lines of a receipt; chosen carries the position of the one that comes back.

    Signals (besides those of ListPanel):
        all_requested(): everything comes back.
        print_requested(): a copy.
    Setters: set_title, set_rows, set_returnable, set_message.
    """

    all_requested = Signal()
    print_requested = Signal()
    stays = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", "receipt_long", parent)
        self.list.setAccessibleName(self.tr("Lines of the receipt"))
        self._all = Button(self.tr("Everything comes back"), icon="undo")
        self._print = Button(self.tr("Print copy"), icon="print")
        self._all.clicked.connect(self.all_requested)
        self._print.clicked.connect(self.print_requested)
        self.content.addLayout(line(self._all, self._print))

    def set_returnable(self, *, on: bool) -> None:
        """Whether goods may come back now."""
        self._all.setEnabled(on)
