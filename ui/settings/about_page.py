"""Which program this is, what it is made of, and under which licences."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, distributions, version

from PySide6.QtCore import qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPlainTextEdit

from resources import resource
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.theme import app_icon, tokens
from ui.widgets.button import Button
from ui.widgets.text import Card, label, line

_ICON = 64


class AboutPage(SettingsPage):
    """Versions, licences, and where the data is."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        card = Card(pad=16)
        picture = label("")
        picture.setPixmap(app_icon().pixmap(_ICON, _ICON))
        picture.setAccessibleName("Takings")
        name = label(f"Takings {own_version()}", tokens.PAY, 700)
        what = label(self.tr("Point of sale and back office"), tone="text2")
        card.body.addLayout(line(picture, name, what, None))
        self.versions = label(self._versions(), tokens.SUB, tone="text2", wrap=True)
        card.body.addWidget(self.versions)
        self.folder_button = Button(self.tr("Open the folder of the data"), icon="inbox")
        self.folder_button.clicked.connect(self._open_folder)
        card.body.addLayout(line(self.folder_button, None))
        self.body.addWidget(card)
        self.body.addWidget(label(self.tr("Licences"), tokens.LABEL, 600))
        self.licences = QPlainTextEdit()
        self.licences.setReadOnly(True)
        self.licences.setAccessibleName(self.tr("Licences"))
        self.body.addWidget(self.licences, 1)

    def entered(self) -> None:
        """Read the licences the first time."""
        if not self.licences.toPlainText():
            self.licences.setPlainText(licence_text())

    def _versions(self) -> str:
        return self.tr("Python {python}, Qt {qt}, {system}. Data: {folder}").format(
            python=platform.python_version(), qt=qVersion(), system=platform.system(),
            folder=self.desk.services.data_dir,
        )  # fmt: skip

    def _open_folder(self) -> None:
        from PySide6.QtCore import QUrl

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.services.data_dir)))


def own_version() -> str:
    """The program's version, as far as it is installed."""
    try:
        return version("takings")
    except PackageNotFoundError:
        return ""


def licence_text() -> str:
    """What is bundled, and what each library says of itself."""
    found = {}
    for each in distributions():
        data = each.metadata
        name = data["Name"]
        if name:
            words = next((data[key] for key in ("License-Expression", "License") if key in data), "")
            classifiers = [
                c.rsplit("::", 1)[-1].strip() for c in data.get_all("Classifier") or [] if "License ::" in c
            ]
            first = words.strip().splitlines()[0] if words.strip() else ", ".join(classifiers)
            found[name.lower()] = f"{name} {each.version}: {first[:80] or '-'}"
    lines = [found[key] for key in sorted(found)]
    bundled = resource("THIRD_PARTY.md").read_text(encoding="utf-8")
    return f"Python {sys.version.split()[0]}: PSF\n" + "\n".join(lines) + "\n\n" + bundled
