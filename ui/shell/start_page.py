"""What the window shows before the shop is open, and when it could not be opened.

The first picture is the ground alone: whatever names a colour to a painter makes PySide load the
namespace Qt, which costs thirty milliseconds, and the first letter ten more. They come with the
second picture, while the shop is being opened.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.tokens import CASH, CONTROL_H, DARK, DUE, LABEL, LIGHT

_BARS = ((-34, 44, 0), (-10, 64, 1), (14, 30, 2))  # left, height, stripe: the mark of the program


class StartPage(QWidget):
    """Painted at once: ground and mark first, words as soon as they can be.

    Signals:
        painted(): it was painted for the first time.
    """

    painted = Signal()

    def __init__(self, text: str, *, dark: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._colours = DARK if dark else LIGHT
        self._seen = False
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    @property
    def ground(self) -> str:
        """The sheet of the window for the first picture."""
        return f"QMainWindow {{ background: {self._colours.bg}; }}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark, the name of the program, and what it does now."""
        if self._seen:
            self._paint_mark()
            return
        super().paintEvent(event)
        self._seen = True
        self.painted.emit()
        self.update()

    def _paint_mark(self) -> None:
        now, painter = self._colours, QPainter(self)
        painter.fillRect(self.rect(), QColor(now.bg))
        middle = self.rect().center()
        for left, height, stripe in _BARS:
            bar = QRect(middle.x() + left, middle.y() - 90 - height, 18, height)
            painter.fillRect(bar, QColor(now.stripes[stripe]))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        from PySide6.QtCore import Qt

        now, middle = self._colours, self.rect().center().y()
        centre = Qt.AlignmentFlag.AlignCenter
        letters = painter.font()
        letters.setPixelSize(DUE)
        letters.setBold(True)
        painter.setFont(letters)
        painter.setPen(QColor(now.text))
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
        from PySide6.QtCore import Qt

        from ui.theme.apply import theme
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
