"""The one card of a walk: where, what, how many; red after a wrong scan."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.fulfilment.queries import PickCard
from ui.formatting import Formats
from ui.fulfilment.walk import tail
from ui.theme import font, theme, theme_changed, tokens
from ui.widgets.text import Elided, column, label, line

_PLACE: Final = 48
_RING: Final = 190
_BORDER: Final = 4


class Ring(QWidget):
    """How many of how many, as a ring with figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._done, self._wanted, self._unit = "", "", ""
        self.setFixedSize(_RING, _RING)
        theme_changed().changed.connect(self.update)

    def show_figures(self, done: str, wanted: str, unit: str, share: float) -> None:
        """Show them."""
        self._done, self._wanted, self._unit, self._share = done, wanted, unit, share
        self.setAccessibleName(self.tr("{done} of {wanted} picked").format(done=done, wanted=wanted))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring and the figures in it."""
        del event
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        painter.setPen(QPen(QColor(now.border), 14))
        painter.drawEllipse(area)
        painter.setPen(QPen(QColor(now.ok), 14, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self._share > 0:
            painter.drawArc(area, 90 * 16, -round(360 * 16 * min(self._share, 1.0)))
        painter.setPen(QColor(now.text))
        size = tokens.TOTAL if len(self._done + self._wanted) < 7 else tokens.PAY  # noqa: PLR2004 - what fits
        painter.setFont(font(size, 700))
        upper = self.rect().adjusted(0, -16, 0, -16)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, f"{self._done} / {self._wanted}")
        painter.setFont(font(tokens.LABEL))
        painter.setPen(QColor(now.text2))
        painter.drawText(self.rect().adjusted(0, 54, 0, 54), Qt.AlignmentFlag.AlignCenter, self._unit)


class PickCardView(QWidget):
    """Setters: show_card, set_wrong, show_all_done."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._wrong = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.place = Elided("", _PLACE, 700)
        self.tote = Elided("", tokens.LABEL, 600, "text2")
        self.name = label("", tokens.KEY + 6, 600, wrap=True)
        self.code = Elided("", tokens.PRICE, 500, "text2")
        self.lot = Elided("", tokens.KEY, 700)
        self.ring = Ring()
        self.left = label("", tokens.KEY, 700, align=Qt.AlignmentFlag.AlignHCenter)
        words = QWidget()
        told = column(words, gap=8)
        for part in (self.place, self.tote, self.name, self.lot, self.code):
            told.addWidget(part)
        told.addStretch(1)
        figures = QWidget()
        shown = column(figures, gap=4)
        shown.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        shown.addWidget(self.left)
        shown.addStretch(1)
        row = line(words, figures, gap=20)
        row.setStretch(0, 1)
        row.setContentsMargins(26, 22, 26, 18)
        self.setLayout(row)
        theme_changed().changed.connect(self.update)

    @property
    def is_wrong(self) -> bool:
        """Whether the card is red."""
        return self._wrong

    def sizeHint(self) -> QSize:
        """Large: it is what the eye is on."""
        return QSize(700, 290)

    def set_wrong(self, *, wrong: bool) -> None:
        """Red, or back."""
        self._wrong = wrong
        self.update()

    def show_card(self, card: PickCard, *, code: str, order: str, lot: str = "") -> None:
        """Where, what, which lot, how many."""
        formats = self._formats
        self.place.set_text(card.bin or self.tr("No fixed place"))
        self.tote.set_text(self.tr("Tote {tote} · order {order}").format(tote=card.tote, order=order))
        self.name.setText(card.name)
        self.lot.set_text(lot)
        self.lot.setVisible(bool(lot))
        parts = [card.sku, tail(code) if code else ""]
        self.code.set_text(" · ".join(part for part in parts if part))
        done, wanted = formats.quantity(card.picked_milli), formats.quantity(card.wanted_milli)
        self.ring.show_figures(done, wanted, "", card.picked_milli / card.wanted_milli)
        self.ring.setVisible(True)
        left = formats.quantity(card.left_milli)
        self.left.setText(self.tr("take {quantity}").format(quantity=left))
        self.setAccessibleName(
            self.tr("Take {quantity} of {name} from {place}").format(
                quantity=left, name=card.name, place=self.place.text()
            )
        )

    def show_all_done(self, text: str) -> None:
        """Nothing is left to take."""
        self.place.set_text(self.tr("All done"))
        self.tote.set_text("")
        self.name.setText(text)
        self.lot.setVisible(False)
        self.code.set_text("")
        self.ring.setVisible(False)
        self.left.setText("")
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the card."""
        del event
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(now.danger_soft if self._wrong else now.surface2))
        edge = QPen(QColor(now.danger), _BORDER) if self._wrong else QPen(QColor(now.border), 1.5)
        painter.setPen(edge)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 14, 14)
