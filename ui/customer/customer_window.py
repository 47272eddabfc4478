"""The customer's window: on the second screen where there is one, never with the keyboard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.customer.customer_canvas import CustomerCanvas
from ui.theme import theme_changed

_USUAL: Final = (1024, 600)


class CustomerWindow(QWidget):
    """Holds the canvas."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setWindowTitle(self.tr("For the customer"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.canvas = CustomerCanvas(self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.canvas)
        self.resize(*_USUAL)
        theme_changed().changed.connect(self._repaint)

    def _repaint(self) -> None:
        self.canvas.update()

    def present(self, till_screen: QScreen | None) -> None:
        """Fill another screen than the till's; a window of its own where there is only one."""
        other = next((s for s in QGuiApplication.screens() if s is not till_screen), None)
        if other is None:
            self.show()
            return
        self.setGeometry(other.geometry())
        self.showFullScreen()
