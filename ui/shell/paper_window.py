"""The paper of the printer without hardware, as it comes out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.paper_view import PaperView
from ui.widgets.status import EmptyState
from ui.widgets.text import column, label, line

_KEPT = 50


class PaperWindow(QWidget):
    """Beside the main window; comes up by itself only where `paper_window` is set.

    Signals:
        arrived(object): a paper; sent from the printer's thread.
    """

    arrived = Signal(object)

    def __init__(self, devices: object, local: dict[str, Any]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Paper of the virtual printer"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.resize(460, 720)
        self._local = local
        self._papers: list[Any] = []
        self._place = -1
        self._title = label("", tokens.LABEL, 600)
        self._view = PaperView(self.tr("Paper"))
        self._empty = EmptyState("receipt_long", self.tr("Nothing printed yet"))
        self._older = Button("", "plain", icon="chevron_left", name=self.tr("Older paper"))
        self._newer = Button("", "plain", icon="chevron_right", name=self.tr("Newer paper"))
        self._older.clicked.connect(lambda: self._go(-1))
        self._newer.clicked.connect(lambda: self._go(1))
        body = column(self, margin=tokens.PAD)
        body.addLayout(line(self._older, self._title, None, self._newer))
        body.addWidget(self._view, 1)
        body.addWidget(self._empty, 1)
        self.arrived.connect(self._have)
        _subscribe(devices, self.arrived.emit)
        self._show()

    def present(self) -> None:
        """Show the window."""
        kept = self._local.get("paper_geometry")
        if isinstance(kept, str):
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode("ascii", "ignore"))))
        self.show()
        self.raise_()

    def count(self) -> int:
        """How many papers there are to look at."""
        return len(self._papers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right turn, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where it was."""
        self._local["paper_geometry"] = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        super().closeEvent(event)

    def _have(self, paper: Any) -> None:
        self._papers = [*self._papers, paper][-_KEPT:]
        self._place = len(self._papers) - 1
        if self._local.get("paper_window") and not self.isVisible():
            self.present()
        self._show()

    def _go(self, step: int) -> None:
        self._place = max(0, min(len(self._papers) - 1, self._place + step))
        self._show()

    def _show(self) -> None:
        there = bool(self._papers)
        self._view.setVisible(there)
        self._empty.setVisible(not there)
        self._older.setEnabled(self._place > 0)
        self._newer.setEnabled(self._place < len(self._papers) - 1)
        if there and self.isVisible():
            paper = self._papers[self._place]
            self._title.setText(str(paper.paper.title))
            self._view.show_text(paper.text)
            self._view.show_image(paper.png)

    def showEvent(self, event: Any) -> None:
        """Pictures are made only when somebody looks."""
        super().showEvent(event)
        self._show()


def _subscribe(devices: object, on_paper: Callable[[object], None]) -> None:
    """Hear of papers, where the devices can tell."""
    windows = getattr(devices, "windows", None)
    if windows is not None:
        windows.on_paper = on_paper
        return
    subscribe = getattr(devices, "on_paper", None)
    if callable(subscribe):
        subscribe(on_paper)
