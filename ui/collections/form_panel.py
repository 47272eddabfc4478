"""The forms over a customer who is late: one question, one operation, back to him."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.kernel.refusal import Refusal
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.form import Form


class FormPanel(EditorPanel):
    """Base of the forms; subclasses fill `form`, watch fields and write in `write`.

    Signals:
        done(): it is booked.
    """

    done = Signal()

    def __init__(self, desk: OfficeDesk, title: str, save: str, parent: QWidget | None = None) -> None:
        self.desk = desk
        self.form = Form(2)
        super().__init__(title, self.form, save=save, parent=parent)
        self.saved.connect(self.write)

    def write(self) -> None:
        """Read the fields and run the operation."""
        raise NotImplementedError

    def run(self, operation: Callable[..., Any], **arguments: Any) -> None:
        """Run it; a refusal is told in place."""
        self.desk.run(operation, lambda _answer: self._finished(), self._failed, **arguments)

    def _finished(self) -> None:
        self.clean()
        self.done.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
