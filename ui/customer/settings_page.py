"""The customer's screen on this machine: whether there is one, what it shows while nobody is served."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.customer.customer_canvas import CustomerCanvas, Shown, ShownLine
from ui.customer.customer_presenter import LOCAL_KEY, ScreenSettings, pictures_of
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import Form, NumberBox, Tick, on_change, text_field
from ui.widgets.text import Card, column, label, line


class CustomerScreenPage(SettingsPage):
    """Kept on this machine, since the screen is its own; used at once."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self.on = Tick(tr("Show a window for the customer"))
        self.code = Tick(tr("Show the receipt as a QR code after each sale"))
        self.words = text_field(limit=120, placeholder=tr("Welcome"))
        self.folder = text_field(limit=400)
        self.folder.setAccessibleName(tr("Folder of pictures"))
        self.choose_button = Button(tr("Choose…"), icon="upload")
        self.seconds = NumberBox(2, 600, 8, tr(" s"))
        self.found = label("", tokens.SUB, 400, "text2", wrap=True)
        self.sample = CustomerCanvas()
        self.sample.setMinimumHeight(220)
        form = Form(1)
        form.add_wide(self.on)
        form.add_wide(self.code)
        form.section(tr("While nobody is served"))
        form.add(tr("Words"), self.words)
        folder = QWidget()
        column(folder).addLayout(line(self.folder, self.choose_button))
        form.add(tr("Folder of pictures"), folder, hint=tr("PNG, JPEG or WebP; empty: the words alone"))
        form.add(tr("How long each picture"), self.seconds)
        form.add_wide(self.found)
        form.end()
        shown = Card()
        shown.body.addWidget(self.sample, 1)
        whole = line(form, shown)
        whole.setStretch(0, 1)
        whole.setStretch(1, 1)
        self.body.addLayout(whole, 1)
        self.make_foot()
        self.choose_button.clicked.connect(self._choose)
        on_change([self.on, self.code, self.words, self.folder, self.seconds], self._edited)

    def entered(self) -> None:
        """Show what is set."""
        found = ScreenSettings.of(self.desk.services.local)
        self.on.setChecked(found.on)
        self.code.setChecked(found.code)
        self.words.setText(found.words)
        self.folder.setText(found.folder)
        self.seconds.setValue(found.seconds)
        self._show_sample()
        self.set_dirty(dirty=False)

    def _edited(self) -> None:
        self.touch()
        self._show_sample()

    def _show_sample(self) -> None:
        formats = self.desk.formats
        self.sample.show_state(Shown(
            "cart", self.desk.services.context.company.name,
            lines=(
                ShownLine(self.tr("Espresso beans 1 kg"), formats.times(2000, 1290, ""), formats.money(2580)),
                ShownLine(self.tr("Cup, blue"), "", formats.money(850)),
            ),
            total=formats.money(3430), total_words=self.tr("Total"),
        ))  # fmt: skip
        screens = len(QGuiApplication.screens())
        there = (
            self.tr("There is a second screen: it is filled.") if screens > 1
            else self.tr("There is one screen: it is a window of its own.")
        )  # fmt: skip
        folder = self.folder.text().strip()
        pictures = self.tr("%n picture(s) in the folder.", "", len(pictures_of(folder))) if folder else ""
        self.found.setText(f"{there} {pictures}".strip())

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self.tr("Folder of pictures"), str(Path.home()))
        if found:
            self.folder.setText(found)

    def save(self) -> None:
        """Use it and keep it on this machine."""
        self.desk.services.local[LOCAL_KEY] = {
            "on": self.on.isChecked(), "code": self.code.isChecked(), "words": self.words.text().strip(),
            "folder": self.folder.text().strip(), "seconds": self.seconds.value(),
        }  # fmt: skip
        self.desk.local_changed.emit()
        self.set_dirty(dirty=False)
        self.desk.say(self.tr("Saved. The customer's screen shows it now."))
