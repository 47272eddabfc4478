"""The one window: pages in a stack, its place on the screen remembered."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

_SMALLEST = (900, 560)
_USUAL = (1366, 768)


class MainWindow(QMainWindow):
    """Holds the page in front.

    Signals:
        closing(): the user closed it; the owner ends the program.
        key_left(object): a QKeyEvent that no page has taken.
    """

    closing = Signal()
    key_left = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setMinimumSize(*_SMALLEST)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front; it is added the first time."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()

    def drop_page(self, page: QWidget) -> None:
        """Throw a page away."""
        self._stack.removeWidget(page)
        page.deleteLater()

    def page(self) -> QWidget | None:
        """The page in front."""
        current: QWidget | None = self._stack.currentWidget()
        return current

    def restore(self, local: dict[str, Any], *, fullscreen: bool) -> None:
        """Show it where it was, or large enough for a till."""
        kept = local.get("window")
        known = isinstance(kept, str) and self.restoreGeometry(
            QByteArray.fromBase64(QByteArray(kept.encode("ascii", "ignore")))
        )
        if not known:
            self.resize(*_USUAL)
        if fullscreen or local.get("fullscreen"):
            # a till without a window manager heeds no wish to fill the screen: say the size as well
            self.setGeometry(self.screen().geometry())
            self.showFullScreen()
        elif local.get("maximized"):
            self.showMaximized()
        elif known:
            self.show()
        else:
            self._show_first()

    def _show_first(self) -> None:
        room = self.screen().availableSize()
        small = room.width() <= _USUAL[0] or room.height() <= _USUAL[1]
        if small:
            self.setGeometry(self.screen().availableGeometry())
            self.showMaximized()
        else:
            self.show()

    def remember(self, local: dict[str, Any]) -> None:
        """Write down where it is."""
        local["window"] = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        local["fullscreen"] = self.isFullScreen()
        local["maximized"] = self.isMaximized()

    def toggle_full_screen(self) -> None:
        """With or without frame."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def come_forward(self) -> None:
        """Above all others, with the keyboard."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no page wanted."""
        self.key_left.emit(event)
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell the owner, who lets go of everything first."""
        event.accept()
        self.closing.emit()
