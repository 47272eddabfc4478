"""The one button of the program: icon, text and key hint, painted from the tokens.

Painted by us because Qt's sheet has no gap between icon and text, no place for a key hint, and
costs twenty times as much when the theme changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from ui.theme import font, pixmap, theme, tokens
from ui.widgets.tips import plain_tip

_FLASH_MS: Final = 120
_ICON_GAP: Final = 10
_HINT_GAP: Final = 10


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of button looks; colours are names of tokens, "" is none."""

    fill: str
    text: str
    border: str = "border"
    pressed: str = "pressed"
    checked_fill: str = "primary_soft"
    checked_text: str = "primary"
    checked_border: str = "primary"
    hint: str = "text2"
    size: int = tokens.BODY
    weight: int = 500
    height: int = tokens.CONTROL_H
    icon: int = tokens.ICON
    pad: int = 12
    radius: int = tokens.RADIUS
    centred: bool = True


LOOKS: Final = {
    "plain": Look("surface", "text"),
    "function": Look("surface2", "text", height=tokens.KEY_H, centred=False),
    "group": Look("", "text2", "", weight=600, centred=False),
    "key": Look("surface", "text", size=tokens.KEY, height=tokens.KEY_H, pad=6),
    "mode": Look("surface2", "text", height=tokens.KEY_H, pad=6),
    "choice": Look("surface", "text", size=tokens.LABEL, weight=600, height=tokens.TENDER_H, pad=16,
                   centred=False, checked_fill="primary", checked_text="on_primary"),
    "quick": Look("ok_soft", "ok", "ok", size=tokens.CASH, weight=600, height=tokens.TENDER_H, pad=8),
    "quick_low": Look("ok_soft", "ok", "ok", size=tokens.CASH, weight=600, height=tokens.KEY_H, pad=8),
    "chip": Look("surface", "text", height=tokens.CHIP_H, pad=18, radius=24, checked_fill="primary",
                 checked_text="on_primary"),
    "pay": Look("ok", "on_ok", "ok", pressed="ok", hint="on_ok", size=tokens.PAY, weight=700,
                height=tokens.PAY_H, icon=tokens.ICON_PAY, radius=tokens.RADIUS_CARD),
    "primary": Look("primary", "on_primary", "primary", pressed="primary", hint="on_primary",
                    size=tokens.LABEL, weight=600, height=tokens.KEY_H, pad=20),
    "danger": Look("danger", "on_danger", "danger", pressed="danger", hint="on_danger",
                   size=tokens.LABEL, weight=600, height=tokens.KEY_H, pad=20),
    "danger_soft": Look("danger_soft", "danger", "danger", weight=600, pad=16),
    "header": Look("header", "on_header", "", pressed="header_pressed", hint="header2",
                   size=tokens.SUB, pad=12),
    "ghost": Look("", "text", "", pad=8),
    "field": Look("surface", "text", pad=14, centred=False),
    "user": Look("surface", "text", size=tokens.LABEL, weight=600, height=tokens.PAY_H, pad=16,
                 centred=False),
}  # fmt: skip


class Button(QAbstractButton):
    """A button of one of the LOOKS.

    Args:
        text: what it says; for a button with an icon only, pass `name` instead.
        look: a key of LOOKS.
        icon: name of a bundled icon.
        hint: the key that does the same, "F8".
        name: accessible name and tooltip of a button without text.
        checkable: whether it stays down.
    """

    def __init__(
        self,
        text: str = "",
        look: str = "plain",
        *,
        icon: str = "",
        hint: str = "",
        name: str = "",
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = LOOKS[look]
        self._icon = icon
        self._hint = hint
        self._flash = False
        self.setText(text)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if name:
            self.setAccessibleName(name)
            self.setToolTip(plain_tip(name))
        self._describe()
        self.released.connect(self._start_flash)

    def setText(self, text: str) -> None:
        """Show another text; a "&" in it is a sign like others, not the mark of a key."""
        super().setText(text)
        self.setShortcut(QKeySequence())

    @property
    def hint(self) -> str:
        """The key shown on it."""
        return self._hint

    def set_hint(self, hint: str) -> None:
        """Show another key."""
        self._hint = hint
        self._describe()
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, text, key hint and the padding."""
        return QSize(self._content_width() + 2 * self._look.pad, self._look.height)

    def minimumSizeHint(self) -> QSize:
        """The content without the hint, with little padding; never less than a finger can hit."""
        return QSize(max(tokens.CONTROL_H, self._content_width(hint=False) + 12), self._look.height)

    def changeEvent(self, event: QEvent) -> None:
        """Paint again when enabled, disabled or renamed."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, border, focus ring, then icon, text and hint."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border, text = self._colours()
        focused = self.hasFocus()
        if focused:
            border = theme().focus
        self._paint_ground(painter, fill, border, 2 if focused else 1)
        self._paint_content(painter, text)

    def _describe(self) -> None:
        self.setAccessibleDescription(self._hint)

    def _start_flash(self) -> None:
        self._flash = True
        QTimer.singleShot(_FLASH_MS, self, self._end_flash)

    def _end_flash(self) -> None:
        self._flash = False
        self.update()

    def _colours(self) -> tuple[str, str, str]:
        now, look = theme(), self._look
        if not self.isEnabled():
            ground = "header" if look.fill == "header" else "surface2"
            return getattr(now, ground), now.border, now.border_strong

        def colour(name: str) -> str:
            return getattr(now, name) if name else ""

        if self.isChecked():
            return colour(look.checked_fill), colour(look.checked_border), colour(look.checked_text)
        fill = colour(look.fill)
        if self.isDown() or self._flash:
            fill = _shade(fill) if look.pressed == look.fill else colour(look.pressed)
        elif self.underMouse() and look.fill in ("surface", "surface2", ""):
            fill = now.surface2 if look.fill == "surface" else fill
        return fill, colour(look.border), colour(look.text)

    def _paint_ground(self, painter: QPainter, fill: str, border: str, width: int) -> None:
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(border), width) if border else Qt.PenStyle.NoPen)
        half = width / 2
        radius = min(self._look.radius, self.height() / 2 - half)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def _content_width(self, *, hint: bool = True) -> int:
        look = self._look
        width = look.icon if self._icon else 0
        if self.text():
            width += QFontMetrics(font(look.size, look.weight)).horizontalAdvance(self.text()) + 1
            width += _ICON_GAP if self._icon else 0
        if self._hint and hint:
            width += _HINT_GAP + QFontMetrics(self._hint_font()).horizontalAdvance(self._hint) + 1
        return width

    def _hint_font(self) -> QFont:
        big = self._look.size >= tokens.CASH
        return font(tokens.PRICE if big else tokens.CAPTION, 600 if big else 500)

    def _paint_content(self, painter: QPainter, colour: str) -> None:
        look = self._look
        pad = 4 if look.centred else look.pad
        hinted = bool(self._hint) and self._content_width() <= self.width() - 2 * pad
        content = min(self._content_width(hint=hinted), self.width() - 2 * pad)
        start = (self.width() - content) // 2 if look.centred else pad
        end = start + content if look.centred else self.width() - pad
        if hinted:
            end = self._paint_hint(painter, colour, end)
        if self._icon:
            self._paint_icon(painter, colour, start)
            start += look.icon + (_ICON_GAP if self.text() else 0)
        if self.text():
            self._paint_text(painter, colour, QRect(start, 0, end - start, self.height()))

    def _paint_hint(self, painter: QPainter, colour: str, end: int) -> int:
        hint_font = self._hint_font()
        width = QFontMetrics(hint_font).horizontalAdvance(self._hint) + 1
        painter.setFont(hint_font)
        plain = self.isEnabled() and not self.isChecked()
        painter.setPen(QColor(getattr(theme(), self._look.hint) if plain else colour))
        where = self._mirrored(QRect(end - width, 0, width, self.height()))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, self._hint)
        return end - width - _HINT_GAP

    def _paint_icon(self, painter: QPainter, colour: str, start: int) -> None:
        size = self._look.icon
        where = self._mirrored(QRect(start, (self.height() - size) // 2, size, size))
        painter.drawPixmap(where.topLeft(), pixmap(self._icon, colour, size, self.devicePixelRatioF()))

    def _paint_text(self, painter: QPainter, colour: str, where: QRect) -> None:
        painter.setFont(font(self._look.size, self._look.weight))
        painter.setPen(QColor(colour))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, where.width())
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(self._mirrored(where), flags, text)

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


def _shade(colour: str) -> str:
    made = QColor(colour)
    return made.darker(118).name() if made.lightnessF() < 0.6 else made.lighter(108).name()  # noqa: PLR2004
