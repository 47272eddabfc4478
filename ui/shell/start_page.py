"""What the window shows before the shop is open, and when it could not be opened."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.apply import theme
from ui.theme.tokens import CASH, CONTROL_H, DUE, LABEL


class StartPage(QWidget):
    """Painted at once, with nothing that has to be loaded."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The name of the program, and what it does now."""
        del event
        now, painter = theme(), QPainter(self)
        painter.fillRect(self.rect(), QColor(now.bg))
        centre = Qt.AlignmentFlag.AlignCenter
        letters = painter.font()
        letters.setPixelSize(DUE)
        letters.setBold(True)
        painter.setFont(letters)
        painter.setPen(QColor(now.text))
        middle = self.rect().center().y()
        painter.drawText(QRect(0, middle - 70, self.width(), 60), centre, "Takings")
        letters.setPixelSize(LABEL)
        letters.setBold(False)
        painter.setFont(letters)
        painter.setPen(QColor(now.text2))
        painter.drawText(QRect(0, middle, self.width(), 40), centre, self._text)


class RefusalPage(QWidget):
    """Why the shop could not be opened, and what can be done.

    Signals:
        retry_requested(): try again.
        quit_requested(): end the program.
    """

    retry_requested = Signal()
    quit_requested = Signal()

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from ui.theme.icons import pixmap
        from ui.widgets.button import Button
        from ui.widgets.text import Card, label, line

        card = Card(pad=28)
        card.setMaximumWidth(680)
        card.setMinimumWidth(420)
        sign = label("")
        sign.setPixmap(pixmap("error", theme().danger, CONTROL_H, self.devicePixelRatioF()))
        sign.setAccessibleName(self.tr("Error"))
        self.sentence = label(sentence, LABEL, wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.retry = Button(self.tr("Try again"), "primary", icon="refresh")
        self.stop = Button(self.tr("Quit"), icon="logout")
        self.retry.clicked.connect(self.retry_requested)
        self.stop.clicked.connect(self.quit_requested)
        card.body.setSpacing(16)
        card.body.addWidget(sign)
        card.body.addWidget(label(self.tr("The shop cannot be opened"), CASH, 700))
        card.body.addWidget(self.sentence)
        card.body.addLayout(line(self.retry, self.stop, None))
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(line(None, card, None))
        layout.addStretch(1)
        self.setAccessibleName(sentence)
        self.setFocusProxy(self.retry)
