"""Labels and plain frames in the typeface and colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import font, theme, tokens
from ui.widgets.tips import plain_tip


def label(
    text: str = "",
    size: int = tokens.BODY,
    weight: int = 400,
    tone: str = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
    *,
    wrap: bool = False,
) -> QLabel:
    """A label; tone is the name of a colour of the tokens ("text2", "ok", "danger", ...)."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(size, weight))
    made.setProperty("tone", tone)
    made.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
    made.setWordWrap(wrap)
    return made


def set_tone(target: QLabel, tone: str) -> None:
    """Give a label another colour."""
    if target.property("tone") != tone:
        target.setProperty("tone", tone)
        target.style().unpolish(target)
        target.style().polish(target)


class Elided(QWidget):
    """One line of text that ends in "…" where the room ends; the whole is its tooltip and name."""

    def __init__(
        self, text: str = "", size: int = tokens.BODY, weight: int = 400, tone: str = "text"
    ) -> None:
        super().__init__()
        self._text = text
        self._tone = tone
        self.setFont(font(size, weight))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room of the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 2, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Some letters and the dots."""
        return QSize(min(60, self.sizeHint().width()), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        del event
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(getattr(theme(), self._tone)))
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(plain_tip(self._text) if shown != self._text else "")
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), flags, shown)


class Card(QFrame):
    """A rounded surface with a border; `body` is its layout."""

    def __init__(self, parent: QWidget | None = None, *, pad: int = tokens.PAD, well: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("well" if well else "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(tokens.GAP)


def rule() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line


def column(parent: QWidget | None = None, *, gap: int = tokens.GUTTER, margin: int = 0) -> QVBoxLayout:
    """A vertical layout with even margins."""
    layout = QVBoxLayout(parent) if parent else QVBoxLayout()
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    return layout


def line(*parts: QWidget | int | None, gap: int = tokens.GUTTER) -> QHBoxLayout:
    """A horizontal layout of widgets; an int is a gap, None takes the room that is left."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        else:
            layout.addWidget(part)
    return layout
