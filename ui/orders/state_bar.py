"""Where a document stands, as a row of steps: done, in part, now, still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from app.orders.queries import OrderDetail
from app.orders.states import OrderStatus, Progress
from ui.theme import font, pixmap, theme, theme_changed, tokens

DONE: Final = "done"
PART: Final = "part"
NOW: Final = "now"
STOP: Final = "stop"
LATER: Final = "later"
_DOT: Final = 22
_HEIGHT: Final = 56
_OF_PROGRESS: Final = {Progress.NONE: LATER, Progress.PART: PART, Progress.FULL: DONE}


@dataclass(frozen=True, slots=True)
class StateStep:
    """One step: its word, how far it is, and what a screen reader adds."""

    word: str
    state: str


class StateBar(QWidget):
    """Setters: set_steps."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._steps: list[StateStep] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme_changed().changed.connect(self.update)

    def steps(self) -> list[StateStep]:
        """What is shown."""
        return list(self._steps)

    def set_steps(self, steps: Sequence[StateStep]) -> None:
        """Show these; screen readers hear all of them."""
        self._steps = list(steps)
        words = {
            DONE: self.tr("done"), PART: self.tr("in part"), NOW: self.tr("now"),
            STOP: self.tr("stopped"), LATER: self.tr("to come"),
        }  # fmt: skip
        told = ", ".join(f"{s.word} {words[s.state]}" for s in self._steps)
        self.setAccessibleName(f"{self._name}: {told}")
        self.update()

    def sizeHint(self) -> QSize:
        """Dots and words."""
        return QSize(480, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line, dots on it, words under them."""
        del event
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(self._steps)
        for place, step in enumerate(self._steps):
            area = self._seen(QRect(round(place * width), 0, round(width), self.height()))
            if place:
                self._paint_line(painter, area, width, step.state)
        for place, step in enumerate(self._steps):
            area = self._seen(QRect(round(place * width), 0, round(width), self.height()))
            self._paint_dot(painter, area, step.state)
            self._paint_word(painter, area, step)

    def _paint_line(self, painter: QPainter, area: QRect, width: float, state: str) -> None:
        now = theme()
        painter.setPen(QPen(QColor(now.ok if state in (DONE, PART) else now.border), 3))
        back = width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else -width
        middle = QPointF(area.center().x(), _DOT / 2 + 3)
        painter.drawLine(middle, middle + QPointF(back, 0))

    def _paint_dot(self, painter: QPainter, area: QRect, state: str) -> None:
        now = theme()
        fill = {DONE: now.ok, PART: now.ok_soft, NOW: now.primary, STOP: now.danger}.get(state, now.surface)
        edge = {DONE: now.ok, PART: now.ok, NOW: now.primary, STOP: now.danger}.get(state, now.border_strong)
        dot = QRectF(area.center().x() - _DOT / 2, 3, _DOT, _DOT)
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(dot)
        sign = {DONE: ("check", now.on_ok), PART: ("more_horiz", now.ok), STOP: ("close", now.on_danger)}
        if state in sign:
            name, tone = sign[state]
            image = pixmap(name, tone, 16, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(dot.x() + 3, dot.y() + 3), image)

    def _paint_word(self, painter: QPainter, area: QRect, step: StateStep) -> None:
        strong = step.state in (NOW, STOP)
        painter.setFont(font(tokens.CAPTION, 700 if strong else 500))
        painter.setPen(QColor(theme().text if step.state != LATER else theme().text2))
        room = QRect(area.left(), _DOT + 8, area.width(), 22)
        shown = painter.fontMetrics().elidedText(step.word, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)

    def _seen(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


_ORDERED: Final = (OrderStatus.CONFIRMED, OrderStatus.CLOSED)


def order_states(detail: OrderDetail) -> list[str]:
    """The states of quote, order, committed, shipped, invoiced, paid."""
    row = detail.row
    status = row.status
    stopped = status in (OrderStatus.LOST, OrderStatus.CANCELLED)
    if status in _ORDERED:
        rest = [_OF_PROGRESS[p] for p in (row.allocation, row.shipment, row.invoicing, row.payment)]
        if LATER in rest and PART not in rest:
            rest[rest.index(LATER)] = NOW
        return [DONE if row.quote_number else LATER, DONE, *rest]
    quote, order = LATER, LATER
    if status in (OrderStatus.DRAFT, OrderStatus.QUOTED):
        quote = NOW
    else:
        quote = DONE if row.quote_number else LATER
        order = STOP if status is OrderStatus.ON_HOLD or stopped else NOW
    return [quote, order, LATER, LATER, LATER, LATER]
