"""Keys of the office that a field would take for itself: Ctrl+K cuts a line off in a field under X11."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_STEPS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class OfficeKeys(QObject):
    """Looks at what is typed into the fields of a page before they see it.

    Signals:
        palette_wanted(): Ctrl+K.
        focus_moved(object, object): the keyboard went from one widget (or None) to another.
        step_wanted(int): Ctrl with Page Up or Page Down: the page before, or the next.
    """

    palette_wanted = Signal()
    step_wanted = Signal(int)
    focus_moved = Signal(object, object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._page.isAncestorOf(now):
            now.removeEventFilter(self)
            now.installEventFilter(self)
            self.focus_moved.emit(before, now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """They belong to the office, wherever the keyboard is."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers() != _CONTROL:
            return False
        if event.key() == Qt.Key.Key_K:
            self.palette_wanted.emit()
            return True
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.step_wanted.emit(step)
        return step is not None
