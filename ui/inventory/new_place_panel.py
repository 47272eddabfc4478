"""New bins at a place, or a new place."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.inventory.places import create_bins, create_place
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.widgets.button import Button
from ui.widgets.form import Form, note_field, text_field
from ui.widgets.text import line


class NewPanel(DocumentPanel):
    """A form with one button.

    Signals:
        made(object): ids of what was made, or the id.
    """

    made = Signal(object)

    def __init__(self, desk: OfficeDesk, title: str, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(title)
        self.save_button = Button(self.tr("Save"), "primary", icon="check", hint="F10")
        form.end()
        self.page.addWidget(form)
        self.page.addStretch(1)
        self.content.addLayout(line(None, self.save_button))
        self.save_button.clicked.connect(self.save)

    def save(self) -> None:
        """Make it."""
        raise NotImplementedError

    def done(self, answer: Any) -> None:
        """It is made."""
        self.made.emit(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 saves."""
        if event.key() == Qt.Key.Key_F10:
            self.save()
        else:
            super().keyPressEvent(event)


class NewBinsPanel(NewPanel):
    """Bins, each on a line."""

    def __init__(self, desk: OfficeDesk, location_id: int, parent: QWidget | None = None) -> None:
        self._location_id = location_id
        self.codes = note_field(lines=8)
        form = Form(1)
        form.add(self.tr("Names of the bins, one on a line"), self.codes)
        super().__init__(desk, self.tr("New bins"), form, parent)
        self.first = self.codes

    def save(self) -> None:
        """All of them, or none."""
        codes = [code for code in re.split(r"[\n,;]+", self.codes.toPlainText()) if code.strip()]
        self.run(create_bins, self.done, location_id=self._location_id, codes=codes)


class NewPlacePanel(NewPanel):
    """A place: a warehouse, a shop, a van."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        self.short, self.name = text_field(limit=40), text_field()
        form = Form(2)
        form.add(self.tr("Short code"), self.short)
        form.add(self.tr("Name"), self.name)
        super().__init__(desk, self.tr("New place"), form, parent)
        self.first = self.short

    def save(self) -> None:
        """Make it."""
        self.run(create_place, self.done, code=self.short.text(), name=self.name.text())
