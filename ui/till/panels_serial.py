"""The side panel that asks for the serial numbers of a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import tokens
from ui.till.panels_ask import AskPanel, text_edit
from ui.widgets.row_list import Row, RowList
from ui.widgets.text import label


class SerialPanel(AskPanel):
    """One number for each piece; what is scanned or typed is taken, a tap on a number takes it off.

    Signals:
        entered(str): a number.
        dropped(str): a number that was wrong.
    Setters: show_line, set_message.
    """

    entered = Signal(str)
    dropped = Signal(str)
    stays = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "check", parent)
        self.go.setText(self.tr("Take it"))
        self._goods = label("", tokens.KEY, 700, wrap=True)
        self._count = label("", tokens.LABEL, 500, "text2", wrap=True)
        self.code = text_edit(self.tr("Serial number"), self.tr("Scan or type the serial number"))
        self.list = RowList(self.tr("Serial numbers"))
        self.list.setMinimumHeight(140)
        self.first = self.code
        self.add(self._goods, self._count, self.code, self.list)
        self.enter_submits(self.code)
        self.list.chosen.connect(self.dropped)

    def show_line(self, name: str, codes: Sequence[str], pieces: int, *, receipt: str) -> None:
        """The goods, what is named of them, and of which receipt they are when they come back."""
        self.set_title(self.tr("Serial number"))
        self._goods.setText(name)
        named = self.tr("{some} of %n piece(s) named", "", pieces).format(some=len(codes))
        told = self.tr("The number must be one of receipt {number}.").format(number=receipt)
        self._count.setText(f"{named}. {told}" if receipt else named)
        hint = self.tr("tap to take it off")
        self.list.set_rows([Row(code, code, hint, icon="barcode_scanner") for code in codes])
        self.code.clear()
        self.code.setFocus()

    def _submit(self) -> None:
        code = self.code.text().strip()
        if not code:
            self.set_message(self.tr("Scan or type the serial number on the goods."))
            return
        self.code.clear()
        self.set_message("")
        self.entered.emit(code)
