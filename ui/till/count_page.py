"""The common part of opening and closing a shift: a count by denomination, a keypad, a side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.formatting import Formats
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.denominations import DenominationTable
from ui.widgets.keypad import COUNT, Keypad
from ui.widgets.side_panel import scrolling
from ui.widgets.text import Card, column, label, line


class CountPage(QWidget):
    """A table to count in at the left, at the right the sum and what a subclass puts there."""

    def __init__(self, formats: Formats, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formats = formats
        self.table = DenominationTable(formats)
        self.keypad = Keypad(COUNT)
        self.table.field_entered.connect(self.keypad.drive)
        self.table.counted.connect(self._counted)
        self.back = Button(self.tr("Back"), icon="undo", hint=self.tr("Esc"))
        trailing = Qt.AlignmentFlag.AlignTrailing
        self._sum = label(formats.money(0), tokens.DUE, 700, align=trailing)
        self._title = label(title, tokens.PAY, 700)
        self._text = label(text, tokens.BODY, tone="text2", wrap=True)
        self.left = Card(pad=20)
        self.right = Card(pad=20)
        self.side: QVBoxLayout = column()
        self._lay_out()
        self.setFocusProxy(self.table)

    def set_counted(self, minor: int) -> None:
        """Show a sum."""
        self._sum.setText(self.formats.money(minor))
        self._sum.setAccessibleName(self.tr("Counted {amount}").format(amount=self.formats.money(minor)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.click()
        else:
            super().keyPressEvent(event)

    def _counted(self, minor: int) -> None:
        self.set_counted(minor)

    def _lay_out(self) -> None:
        self.left.body.setSpacing(tokens.GUTTER)
        head = column(gap=2)
        head.addWidget(self._title)
        head.addWidget(self._text)
        top = line()
        top.addLayout(head, 1)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self.left.body.addLayout(top)
        self.left.body.addWidget(scrolling(self.table), 1)
        self.right.body.setSpacing(tokens.GUTTER)
        self.right.body.addLayout(
            line(label(self.tr("Counted cash"), tokens.LABEL, 600, "text2"), None, self._sum)
        )
        self.right.body.addLayout(self.side, 1)
        self.right.body.addWidget(self.keypad)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*[tokens.GUTTER] * 4)
        layout.setSpacing(tokens.GUTTER)
        layout.addWidget(self.left, 60)
        layout.addWidget(self.right, 40)
