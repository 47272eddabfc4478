"""What quotes and invoices show besides the address: the bank account and the logo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel

from app.documents.letter_settings import (
    BadLogoError,
    LetterSettings,
    get_letter_settings,
    save_letter_settings,
)
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.widgets.button import Button
from ui.widgets.form import Form, on_change, text_field
from ui.widgets.text import line

_SHOWN = (320, 120)
_DRAWN = 1000  # pixels at most


def svg_as_png(content: bytes) -> bytes:
    """A drawing as a picture, sharp enough for a letter; raises BadLogoError where it is none.

    Qt draws without scripts and without what lies outside the file.
    """
    from PySide6.QtSvg import QSvgRenderer

    drawing = QSvgRenderer(QByteArray(content))
    size = drawing.defaultSize()
    if not drawing.isValid() or size.isEmpty():
        raise BadLogoError
    image = QImage(
        size.scaled(_DRAWN, _DRAWN, Qt.AspectRatioMode.KeepAspectRatio), QImage.Format.Format_ARGB32
    )
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a str
    return bytes(buffer.data().data())


class LettersPage(SettingsPage):
    """IBAN, BIC and logo; wrong ones are refused here, so that no letter leaves without them unseen."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self._logo: bytes | None = None  # None: not changed
        self.iban, self.bic = text_field(limit=42), text_field(limit=11)
        self.picture = QLabel()
        self.picture.setFixedSize(*_SHOWN)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.picture.setAccessibleName(tr("Logo"))
        self.choose_button = Button(tr("Choose a picture"), icon="upload")
        self.remove_button = Button(tr("No logo"), icon="delete")
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(lambda: self.use_logo(b""))
        form = Form(2)
        form.section(tr("On quotes and invoices"))
        form.add(tr("IBAN"), self.iban, hint=tr("Invoices then bear a QR code that banks read"))
        form.add(tr("BIC"), self.bic, hint=tr("May stay empty"))
        form.end()
        self.body.addWidget(form)
        self.body.addLayout(line(self.picture, self.choose_button, self.remove_button, None))
        self.body.addStretch(1)
        self.make_foot()
        on_change([self.iban, self.bic], self.touch)

    def entered(self) -> None:
        """Read what is kept."""
        self.desk.ask(get_letter_settings, self._have)

    def _have(self, found: LetterSettings) -> None:
        self._logo = None
        self.iban.setText(found.iban)
        self.bic.setText(found.bic)
        self._show(found.logo)
        self.set_dirty(dirty=False)

    def _choose(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg *.svg)")
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Logo"), str(Path.home()), kinds)
        if path:
            self.use_file(Path(path))

    def use_file(self, path: Path) -> None:
        """Take a file for the logo; it is kept with Save."""
        try:
            content = path.read_bytes()
            self.use_logo(svg_as_png(content) if path.suffix.lower() == ".svg" else content)
        except BadLogoError as refusal:
            self.refused(refusal)
        except OSError:
            self.refused(BadLogoError())

    def use_logo(self, content: bytes) -> None:
        """Another logo; b"" for none."""
        self._logo = content
        self._show(content)
        self.touch()

    def _show(self, content: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(content)
        if picture.isNull():
            self.picture.setText(self.tr("No logo"))
        else:
            self.picture.setPixmap(
                picture.scaled(
                    *_SHOWN, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            )
        self.remove_button.setEnabled(bool(content))

    def save(self) -> None:
        """Keep it; the next letter shows it."""
        self.desk.run(
            save_letter_settings, lambda _none: self._saved(), self.refused, iban=self.iban.text(),
            bic=self.bic.text(), logo=self._logo,
        )  # fmt: skip

    def _saved(self) -> None:
        self.desk.say(self.tr("Saved. The next letter looks like this."))
        self.entered()
