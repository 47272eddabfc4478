"""The strip that says what went wrong or well; never a dialog, never takes the focus or a scan."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QWidget

from ui.theme import font, pixmap, theme, theme_changed, tokens
from ui.widgets.button import Button
from ui.widgets.tips import plain_tip

_ICONS: Final = {"error": "error", "warn": "warning", "info": "info", "ok": "check_circle"}
_TONES: Final = {"error": "danger", "warn": "warn", "info": "primary", "ok": "ok"}
_HEIGHT: Final = 60
_TEXT_LEFT: Final = 50


class Banner(QWidget):
    """A message of one or two lines, in a place of its own so that nothing below it moves.

    Signals:
        action_triggered(): the button in it was pressed ("Undo").
        dismissed(): tapped away, or its time was over.
    Setters: show_message, dismiss.
    """

    action_triggered = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = "info"
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._action = Button("", "plain")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.addStretch(1)
        layout.addWidget(self._action)
        self._action.clicked.connect(self.action_triggered)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        theme_changed().changed.connect(self.update)
        self.setVisible(False)

    @property
    def kind(self) -> str:
        """Kind of the message shown: "error", "warn", "info" or "ok"."""
        return self._kind

    @property
    def text(self) -> str:
        """The message shown, or ""."""
        return self._text

    def show_message(self, kind: str, text: str, *, action: str = "", milliseconds: int = 0) -> None:
        """Show a message and have screen readers say it.

        Args:
            kind: "error", "warn", "info" or "ok".
            text: one sentence; what did not happen, and what to do.
            action: text of a button, "" for none.
            milliseconds: it goes away after that time; 0: it stays until dismiss or the next one.
        """
        self._kind, self._text = kind, text
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setVisible(True)
        self.raise_()
        self.update()
        self._timer.stop()
        if milliseconds:
            self._timer.start(milliseconds)
        self._announce()

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        if self._text:
            self._text = ""
            self.setVisible(False)
            self.dismissed.emit()

    def sizeHint(self) -> QSize:
        """Two lines of text."""
        return QSize(300, _HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tap takes it away."""
        event.accept()
        self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon and text."""
        del event
        now, painter = theme(), QPainter(self)
        tone = getattr(now, _TONES[self._kind])
        soft = {"error": now.danger_soft, "warn": now.warn_soft, "info": now.primary_soft, "ok": now.ok_soft}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(soft[self._kind]))
        painter.setPen(QPen(QColor(tone), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS)
        image = pixmap(_ICONS[self._kind], tone, 26, self.devicePixelRatioF())
        where = QRect(14, (self.height() - 26) // 2, 26, 26)
        painter.drawPixmap(self._seen(where).topLeft(), image)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(QColor(tone))
        self._paint_text(painter)

    def _paint_text(self, painter: QPainter) -> None:
        end = self._action.width() + 18 if self._action.isVisible() else 12
        room = QRect(_TEXT_LEFT, 4, self.width() - _TEXT_LEFT - end, self.height() - 8)
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        for size in (tokens.BODY, tokens.SUB, tokens.CAPTION, tokens.META):
            painter.setFont(font(size, 600))
            needed = painter.fontMetrics().boundingRect(QRect(0, 0, room.width(), 999), flags, self._text)
            if needed.height() <= room.height():
                break
        painter.drawText(self._seen(room), flags, self._text)

    def _seen(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _announce(self) -> None:
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, self._text)
            if self._kind in ("error", "warn"):
                event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)
