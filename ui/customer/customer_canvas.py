"""Paints what the customer sees, in letters that are as large as the screen allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import font, theme

_HIGH: Final = 600  # the height that sizes are given for


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the cart: texts in the shop's words."""

    name: str
    detail: str
    amount: str


@dataclass(frozen=True, slots=True)
class Shown:
    """All that is on the customer's screen.

    Attributes:
        kind: "idle", "cart" or "done".
        title: the shop's name, or what is shown.
        words: below it: a greeting, thanks.
        lines: of the cart, the newest last.
        total: what is to be paid, or was.
        total_words: what that is called.
        saved: what promotions and discounts take off; "".
        change: what is given back; "".
        code: the modules of a QR code; empty for none.
        code_words: what it is for.
    """

    kind: str = "idle"
    title: str = ""
    words: str = ""
    lines: tuple[ShownLine, ...] = ()
    total: str = ""
    total_words: str = ""
    saved: str = ""
    change: str = ""
    change_words: str = ""
    code: Sequence[Sequence[bool]] = ()
    code_words: str = ""


class CustomerCanvas(QWidget):
    """Shows a Shown; a picture fills it while nobody is served."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Shown()
        self._picture = QImage()

    def show_state(self, shown: Shown) -> None:
        """Show this; painted when the till has nothing better to do."""
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleName(" ".join(x for x in (shown.title, shown.total, shown.change) if x))
            self.update()

    def shown(self) -> Shown:
        """What is on the screen."""
        return self._shown

    def show_picture(self, picture: QImage) -> None:
        """Another picture while nobody is served; an empty one for none."""
        self._picture = picture
        if self._shown.kind == "idle":
            self.update()

    def has_picture(self) -> bool:
        """Whether a picture is shown, or would be."""
        return not self._picture.isNull()

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(theme().bg))
        match self._shown.kind:
            case "cart":
                self._cart(painter)
            case "done":
                self._done(painter)
            case _:
                self._idle(painter)

    # --- parts ---

    def _px(self, size: float) -> int:
        return max(1, round(size * min(self.height() / _HIGH, self.width() / 1024)))

    def _text(
        self, painter: QPainter, area: QRect, words: str, size: float, weight: int, tone: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:  # fmt: skip
        pixels = self._px(size)
        painter.setFont(font(pixels, weight))
        while pixels > self._px(12) and painter.fontMetrics().horizontalAdvance(words) > area.width():
            pixels -= max(1, pixels // 12)
            painter.setFont(font(pixels, weight))
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(QColor(getattr(theme(), tone)))
        painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter, words)

    def _idle(self, painter: QPainter) -> None:
        if self.has_picture():
            whole = self.rect()
            size = self._picture.size().scaled(whole.size(), Qt.AspectRatioMode.KeepAspectRatio)
            corner = QPoint((whole.width() - size.width()) // 2, (whole.height() - size.height()) // 2)
            painter.drawImage(QRect(corner, size), self._picture)
            return
        middle, third = Qt.AlignmentFlag.AlignHCenter, self.height() // 3
        area = self.rect().adjusted(self._px(40), 0, -self._px(40), 0)
        name = QRect(area.x(), third, area.width(), third // 2)
        self._text(painter, name, self._shown.title, 64, 700, "text", middle)
        words = QRect(area.x(), third + third // 2, area.width(), third // 3)
        self._text(painter, words, self._shown.words, 30, 500, "text2", middle)

    def _cart(self, painter: QPainter) -> None:
        edge, foot = self._px(32), self._px(132)
        head = QRect(edge, self._px(12), self.width() - 2 * edge, self._px(48))
        self._text(painter, head, self._shown.title, 22, 600, "text2")
        top, bottom = head.bottom() + self._px(8), self.height() - foot
        row = self._px(60)
        for i, line in enumerate(self._shown.lines[-max(1, (bottom - top) // row) :]):
            last = i == min(len(self._shown.lines), max(1, (bottom - top) // row)) - 1
            self._line(painter, QRect(edge, top + i * row, self.width() - 2 * edge, row), line, last=last)
        area = QRect(0, bottom, self.width(), foot)
        painter.fillRect(area, QColor(theme().surface))
        painter.fillRect(QRect(0, bottom, self.width(), self._px(2)), QColor(theme().border))
        inner = area.adjusted(edge, 0, -edge, 0)
        words = QRect(inner.x(), inner.y() + self._px(18), inner.width() // 2, self._px(56))
        self._text(painter, words, self._shown.total_words, 34, 600, "text")
        if self._shown.saved:
            saved = QRect(inner.x(), words.bottom() + self._px(2), inner.width() // 2, self._px(40))
            self._text(painter, saved, self._shown.saved, 22, 500, "ok")
        amount = QRect(inner.center().x(), inner.y(), inner.width() // 2, inner.height())
        self._text(painter, amount, self._shown.total, 72, 700, "text", Qt.AlignmentFlag.AlignRight)

    def _line(self, painter: QPainter, area: QRect, line: ShownLine, *, last: bool) -> None:
        right = QRect(area.right() - self._px(190), area.y(), self._px(190), area.height())
        room = area.width() - right.width() - self._px(16)
        half = area.height() // 2 if line.detail else area.height()
        name = QRect(area.x(), area.y(), room, half)
        self._text(painter, name, line.name, 24, 600 if last else 500, "text")
        if line.detail:
            detail = QRect(area.x(), area.y() + half, room, area.height() - half - self._px(6))
            self._text(painter, detail, line.detail, 16, 400, "text2")
        self._text(painter, right, line.amount, 26, 700 if last else 500, "text", Qt.AlignmentFlag.AlignRight)

    def _done(self, painter: QPainter) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        code = self._shown.code
        side = min(self.height() * 6 // 10, self.width() * 4 // 10) if code else 0
        width = self.width() - (side + self._px(90) if code else 0)
        area = QRect(self._px(30), 0, width - self._px(60), self.height())
        high = self.height() // 6
        self._text(painter, QRect(area.x(), high, area.width(), high // 2), self._shown.total_words, 28, 500,
                   "text2", middle)  # fmt: skip
        total = QRect(area.x(), high + high // 2, area.width(), high)
        self._text(painter, total, self._shown.total, 56, 700, "text", middle)
        if self._shown.change:
            self._text(painter, QRect(area.x(), high * 3, area.width(), high // 2), self._shown.change_words,
                       28, 500, "text2", middle)  # fmt: skip
            change = QRect(area.x(), high * 3 + high // 2, area.width(), high)
            self._text(painter, change, self._shown.change, 72, 700, "ok", middle)
        thanks = QRect(area.x(), high * 5 - high // 4, area.width(), high)
        self._text(painter, thanks, self._shown.words, 34, 600, "text", middle)
        if code:
            self._code(painter, QRect(width, (self.height() - side) // 2 - self._px(20), side, side))

    def _code(self, painter: QPainter, area: QRect) -> None:
        """Black on white in both themes, with the white edge that cameras need."""
        code = self._shown.code
        step = max(1, area.width() // (len(code) + 8))
        side = step * (len(code) + 8)
        corner = QPoint(area.x() + (area.width() - side) // 2, area.y() + (area.height() - side) // 2)
        painter.fillRect(QRect(corner.x(), corner.y(), side, side), QColor("#ffffff"))
        for y, row in enumerate(code, start=4):
            for x, dark in enumerate(row, start=4):
                if dark:
                    painter.fillRect(
                        corner.x() + x * step, corner.y() + y * step, step, step, QColor("#000000")
                    )
        words = QRect(area.x(), corner.y() + side + self._px(6), area.width(), self._px(40))
        self._text(painter, words, self._shown.code_words, 20, 500, "text2", Qt.AlignmentFlag.AlignHCenter)
