"""Scrolling by dragging with the finger, for widgets that are tapped as well."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea

_THRESHOLD: Final = 14  # pixels: a tap with a thick finger moves less
_TICK_MS: Final = 16
_FRICTION: Final = 0.92
_STILL: Final = 1.0


class DragScroll(QObject):
    """Scrolls an area by dragging; below the threshold a press stays a tap.

    QScroller with the left mouse button takes taps for drags on till panels; this one decides by
    distance only, and lets the movement run out after the finger is lifted.
    """

    tapped = Signal(QPoint)

    def __init__(
        self, area: QAbstractScrollArea, orientation: Qt.Orientation = Qt.Orientation.Vertical
    ) -> None:
        super().__init__(area)
        self._upright = orientation == Qt.Orientation.Vertical
        self._bar = area.verticalScrollBar() if self._upright else area.horizontalScrollBar()
        self._pressed: QPoint | None = None
        self._last = QPoint()
        self._speed = 0.0
        self.dragging = False
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._run_out)
        area.viewport().installEventFilter(self)

    def watch(self, child: QObject) -> None:
        """Take drags that start on a child of the area as well."""
        child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow press, move and release of the left button."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            return self._press(event)
        if kind == QEvent.Type.MouseMove and self._pressed is not None:
            return self._move(event)
        if kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            return self._release(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            self._timer.stop()
            self._pressed = self._last = event.globalPosition().toPoint()
            self._speed = 0.0
            self.dragging = False
        return False

    def _move(self, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or self._pressed is None:
            return False
        here = event.globalPosition().toPoint()
        if not self.dragging and self._along(here - self._pressed) ** 2 < _THRESHOLD**2:
            return False
        self.dragging = True
        step = self._along(here - self._last)
        self._last = here
        self._speed = 0.5 * self._speed + 0.5 * step
        self._bar.setValue(self._bar.value() - step)
        return True

    def _release(self, event: QEvent) -> bool:
        was_drag, self._pressed = self.dragging, None
        if not was_drag:
            if isinstance(event, QMouseEvent):
                self.tapped.emit(event.position().toPoint())
            return False
        self._timer.start()
        QTimer.singleShot(0, self, self._end)
        return False

    def _end(self) -> None:
        self.dragging = False

    def _run_out(self) -> None:
        self._speed *= _FRICTION
        self._bar.setValue(self._bar.value() - round(self._speed))
        if abs(self._speed) < _STILL:
            self._timer.stop()

    def _along(self, distance: QPoint) -> int:
        return distance.y() if self._upright else distance.x()
