"""The paper of a document, page by page, laid over its panel; saved as the very bytes that are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QScrollArea, QWidget
from shiboken6 import isValid

from app.kernel.text import file_name
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.scrolling import DragScroll
from ui.widgets.text import Card, Elided, label, line

_POINTS: Final = 595  # an A4 page is that wide
_WIDEST: Final = 1000


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels, and how many pages there are."""

    data: bytes
    width: int
    height: int
    stride: int
    pages: int


def render_page(content: bytes, page: int, width: int) -> PageImage:
    """Draw one page of a PDF so many pixels wide; runs on a lane, not on the screen's thread."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        shown = document[page]
        bitmap = shown.render(scale=width / shown.get_width(), rev_byteorder=True)
        return PageImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, len(document))
    finally:
        document.close()


class PdfOver(Card):
    """A paper over its document.

    Signals:
        closed(): back to the document.
    """

    closed = Signal()

    def __init__(self, submit: Callable[..., object], parent: QWidget) -> None:
        super().__init__(parent, pad=16)
        self._submit = submit
        self._under = parent
        self._content = b""
        self._name = ""
        self._page = 0
        self.pages = 0
        self.title = Elided("", tokens.KEY, 600)
        self.where = label("", tokens.BODY, 500, "text2")
        self.before = Button("", icon="chevron_left", name=self.tr("Page before"))
        self.after = Button("", icon="chevron_right", name=self.tr("Next page"))
        self.save_button = Button(self.tr("Save as"), icon="download")
        self.back = Button(self.tr("Back"), icon="undo", hint=self.tr("Esc"))
        top = line(self.title, self.before, self.where, self.after, self.save_button, self.back, gap=8)
        top.setStretch(0, 1)
        self.body.addLayout(top)
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.sheet)
        self.area.setAccessibleName(self.tr("Paper"))
        self._drag = DragScroll(self.area)
        self.body.addWidget(self.area, 1)
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.back.clicked.connect(self.leave)
        self.save_button.clicked.connect(self._save)
        self.setVisible(False)

    def show_pdf(self, content: bytes, name: str) -> None:
        """Show a paper from its first page on."""
        self._content, self._name, self._page, self.pages = content, name, 0, 0
        self.title.set_text(name)
        self.sheet.clear()
        self.setGeometry(self._under.rect())
        self.setVisible(True)
        self.raise_()
        self.area.setFocus()
        self._draw()

    def turn(self, pages: int) -> None:
        """Some pages on or back."""
        wanted = max(0, min(self.pages - 1, self._page + pages))
        if wanted != self._page:
            self._page = wanted
            self._draw()

    def leave(self) -> None:
        """Back to the document."""
        self.setVisible(False)
        self._content = b""
        self.closed.emit()

    def _draw(self) -> None:
        content, page = self._content, self._page
        ratio = self.devicePixelRatioF()
        width = round(min(max(self.width() - 90, _POINTS), _WIDEST) * ratio)

        def drawn(image: PageImage) -> None:
            if isValid(self) and page == self._page and content is self._content:
                self._show(image, ratio)

        self._submit("reports", lambda: render_page(content, page, width), on_done=drawn, on_error=_raise)

    def _show(self, image: PageImage, ratio: float) -> None:
        held = QImage(image.data, image.width, image.height, image.stride, QImage.Format.Format_RGB888)
        pixmap = QPixmap.fromImage(held.copy())
        pixmap.setDevicePixelRatio(ratio)
        self.sheet.setPixmap(pixmap)
        self.pages = image.pages
        where = self.tr("Page {page} of {pages}").format(page=self._page + 1, pages=image.pages)
        self.where.setText(where)
        self.sheet.setAccessibleName(f"{self._name}, {where}")
        self.before.setEnabled(self._page > 0)
        self.after.setEnabled(self._page + 1 < image.pages)
        self.area.verticalScrollBar().setValue(0)

    def _save(self) -> None:
        name = str(Path.home() / file_name(f"{self._name}.pdf"))
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("Save as"), name, self.tr("PDF (*.pdf)"))
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Write the very bytes; on a lane, so that nothing waits for it."""
        content = self._content

        def written(_size: Any) -> None:
            if isValid(self):
                self.where.setText(self.tr("Saved as {path}.").format(path=path))

        def failed(error: Exception) -> None:
            if not isinstance(error, OSError):
                raise error
            if isValid(self):
                text = self.tr("{path} could not be written. Choose another folder.")
                self.where.setText(text.format(path=path))

        self._submit("reports", lambda: path.write_bytes(content), on_done=written, on_error=failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc back, PageUp and PageDown turn."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_Right):
            self.turn(1)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_Left):
            self.turn(-1)
        else:
            event.accept()  # the keys of the document below mean nothing here


def _raise(error: Exception) -> None:
    raise error
