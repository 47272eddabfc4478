"""What panels that take a file in have in common: choosing it, a bar, stopping, what was refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from app.kernel.refusal import Refusal
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import label


class FilePanel(SidePanel):
    """A panel over the page in which a file is worked off, on the lane of long work.

    Subclasses lay the parts out and say what happens by `work`; `locked` are the parts that rest meanwhile.

    Signals:
        done(): something was written.
    """

    done = Signal()
    progressed = Signal(int, int)

    def __init__(self, title: str, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.use_full_width()
        self.desk = desk
        self.path: Path | None = None
        self.stop = Event()
        self._running = False
        self.choose = Button(self.tr("Choose a file…"), "primary", icon="upload")
        self.file_name = label("", tone="text2")
        self.summary = label("", tokens.LABEL, 600, wrap=True)
        self.message = label("", tokens.BODY, 600, "danger", wrap=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.start = Button(self.tr("Import"), "primary", icon="check")
        self.cancel = Button(self.tr("Stop"), "danger_soft", icon="close")
        self.locked: tuple[QWidget, ...] = (self.choose,)
        self.message.setVisible(False)
        self.first = self.choose
        self.cancel.clicked.connect(self.stop.set)
        self.progressed.connect(self._show_progress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what runs, else closes."""
        if event.key() == Qt.Key.Key_Escape and self._running:
            self.stop.set()
        else:
            super().keyPressEvent(event)

    @property
    def dirty(self) -> bool:
        """While it runs, the page is not left."""
        return self._running

    def leave(self) -> None:
        """Esc of the page."""
        if self._running:
            self.stop.set()
        else:
            self.closed.emit()

    def ask_path(self, title: str, kinds: str) -> Path | None:
        """The file that somebody chooses."""
        path, _kind = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        return Path(path) if path else None

    def use_file(self, path: Path) -> None:
        """This file is meant."""
        self.path = path
        self.file_name.setText(path.name)

    def work(self, what: str, job: Callable[[], Any], on_done: Callable[[Any], None]) -> None:
        """Do long work and say meanwhile what it is."""
        self.stop.clear()
        self.summary.setText(what)
        self.message.setVisible(False)
        self.bar.setRange(0, 0)
        self.show_running(running=True)
        self.desk.services.submit("reports", job, on_done=on_done, on_error=self._failed)

    def show_running(self, *, running: bool) -> None:
        """What may be pressed."""
        self._running = running
        self.bar.setVisible(running)
        self.cancel.setVisible(running)
        for part in self.locked:
            part.setEnabled(not running)
        self.start.setEnabled(not running and self.path is not None)

    @property
    def running(self) -> bool:
        """Whether work is under way."""
        return self._running

    def show_message(self, text: str) -> None:
        """What went wrong."""
        self.message.setText(text)
        self.message.setVisible(True)

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _failed(self, error: Exception) -> None:
        self.show_running(running=False)
        if not isinstance(error, Refusal):
            raise error
        self.summary.setText("")
        self.show_message(describe(error))
        self.start.setEnabled(False)
