"""Fields with their names above them, in one or two columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QStyle,
    QWidget,
    QWidgetAction,
)

from ui.theme import font, pixmap, theme, tokens
from ui.widgets.button import Button
from ui.widgets.text import label


class Form(QWidget):
    """A grid of fields; each gets its name as a label and for screen readers."""

    def __init__(self, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plainBody")
        self._columns = columns
        self._row, self._place = 0, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 2, 8, 2)
        self._grid.setHorizontalSpacing(tokens.GUTTER + 4)
        self._grid.setVerticalSpacing(4)
        for place in range(columns):
            self._grid.setColumnStretch(place, 1)

    def section(self, title: str) -> None:
        """A heading over what follows."""
        self._break()
        head = label(title, tokens.LABEL, 600)
        head.setContentsMargins(0, 10 if self._row else 0, 0, 0)
        self._grid.addWidget(head, self._row, 0, 1, self._columns)
        self._row += 1

    def add(self, name: str, field: QWidget, *, wide: bool = False, hint: str = "") -> QWidget:
        """A field under its name; `wide` takes the whole width."""
        if wide:
            self._break()
        if not field.accessibleName():
            field.setAccessibleName(name)
        if hint:
            field.setAccessibleDescription(hint)
        width = self._columns if wide else 1
        if name:
            head = label(name, tokens.CAPTION, 500, "text2")
            head.setBuddy(field)
            self._grid.addWidget(head, self._row, self._place, 1, width)
        self._grid.addWidget(field, self._row + 1, self._place, 1, width, Qt.AlignmentFlag.AlignTop)
        if hint:
            note = label(hint, tokens.META, 400, "text2", wrap=True)
            self._grid.addWidget(note, self._row + 2, self._place, 1, width, Qt.AlignmentFlag.AlignTop)
        self._place += width
        if self._place >= self._columns:
            self._break()
        return field

    def add_wide(self, part: QWidget) -> None:
        """Anything that brings its own names."""
        self._break()
        self._grid.addWidget(part, self._row, 0, 1, self._columns)
        self._row += 1

    def end(self) -> None:
        """Let the fields stay at the top."""
        self._break()
        self._grid.setRowStretch(self._row, 1)

    def _break(self) -> None:
        if self._place:
            self._row += 3
            self._grid.setRowMinimumHeight(self._row - 1, 6)
            self._place = 0


def text_field(text: str = "", *, limit: int = 200, placeholder: str = "") -> QLineEdit:
    """A line of text."""
    made = QLineEdit(text)
    made.setFont(font(tokens.BODY))
    made.setMaxLength(limit)
    made.setPlaceholderText(placeholder)
    return made


def note_field(text: str = "", *, lines: int = 3) -> QPlainTextEdit:
    """Several lines of text; Tab goes on to the next field."""
    made = QPlainTextEdit(text)
    made.setFont(font(tokens.BODY))
    made.setTabChangesFocus(True)
    made.setFixedHeight(lines * 22 + 24)
    return made


class Choice(QComboBox):
    """One of several; its value is the key."""

    def __init__(self, options: Sequence[tuple[Any, str]] = (), selected: Any = None) -> None:
        super().__init__()
        self.setFont(font(tokens.BODY))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_options(options, selected)

    def set_options(self, options: Sequence[tuple[Any, str]], selected: Any = None) -> None:
        """Offer these (key, words)."""
        self.blockSignals(True)
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        place = next((i for i in range(self.count()) if self.itemData(i) == selected), 0)
        self.setCurrentIndex(place if self.count() else -1)
        self.blockSignals(False)

    def choose(self, key: Any) -> None:
        """Take the one of that key; the first when there is none."""
        place = next((i for i in range(self.count()) if self.itemData(i) == key), 0)
        self.setCurrentIndex(place)

    def value(self) -> Any:
        """The key that is chosen."""
        return self.currentData()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S and the like belong to the page, not to the search by letters."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form, it never changes a value unseen."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """With the sign that it opens."""
        super().paintEvent(event)
        tone = theme().text2 if self.isEnabled() else theme().border_strong
        sign = pixmap("expand_more", tone, 20, self.devicePixelRatioF())
        right = QRect(self.width() - 28, (self.height() - 20) // 2, 20, 20)
        QPainter(self).drawPixmap(
            QStyle.visualRect(self.layoutDirection(), self.rect(), right).topLeft(), sign
        )


class Tick(QCheckBox):
    """Yes or no, with a box that a finger hits."""

    _BOX = 24

    def __init__(self, text: str, *, on: bool = False) -> None:
        super().__init__()
        self.setText(text)
        self.setFont(font(tokens.BODY))
        self.setChecked(on)
        self.setAccessibleName(text)

    def setText(self, text: str) -> None:
        """Show another text; a "&" in it is a sign like others, not the mark of a key."""
        super().setText(text)
        self.setShortcut(QKeySequence())

    def sizeHint(self) -> QSize:
        """Box and words."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self._BOX + 12 + words, 40)

    def minimumSizeHint(self) -> QSize:
        """Box and some words."""
        return QSize(min(self.sizeHint().width(), 160), 40)

    def hitButton(self, pos: QPoint) -> bool:
        """The words as well as the box."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, its sign, the words."""
        del event
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, enabled = self.isChecked(), self.isEnabled()
        box = self._seen(QRect(1, (self.height() - self._BOX) // 2, self._BOX, self._BOX))
        fill = now.primary if on and enabled else now.surface
        edge = now.focus if self.hasFocus() else now.primary if on and enabled else now.border_strong
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1.5))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if on:
            tone = now.on_primary if enabled else now.border_strong
            painter.drawPixmap(
                box.adjusted(3, 3, -3, -3).topLeft(), pixmap("check", tone, 18, self.devicePixelRatioF())
            )
        painter.setPen(QColor(now.text if enabled else now.text2))
        painter.setFont(self.font())
        painter.setLayoutDirection(self.layoutDirection())
        room = QRect(self._BOX + 12, 0, self.width() - self._BOX - 12, self.height())
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._seen(room), flags, words)

    def _seen(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


class NumberBox(QLineEdit):
    """A whole number between two others; what lies outside becomes the nearer end.

    Signals:
        value_changed(int): another number.
    """

    value_changed = Signal(int)

    def __init__(self, least: int, most: int, value: int = 0, suffix: str = "") -> None:
        super().__init__()
        self._least, self._most, self._suffix = least, most, suffix
        self._special = ""
        self._value = least
        self.setFont(font(tokens.BODY))
        self.setMaxLength(40)
        self.textEdited.connect(self._edited)
        self.setValue(max(least, value))

    def value(self) -> int:
        """The number."""
        return self._value

    def setValue(self, value: int) -> None:
        """Show a number."""
        bounded = max(self._least, min(self._most, value))
        changed, self._value = bounded != self._value, bounded
        self._write()
        if changed:
            self.value_changed.emit(bounded)

    def setSpecialValueText(self, text: str) -> None:
        """What the smallest number means in words."""
        self._special = text
        self._write()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The bare number, to be typed over."""
        super().focusInEvent(event)
        self.setText(str(self._value))
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The number with what it counts."""
        super().focusOutEvent(event)
        self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down count."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.setValue(self._value + step)
            self.setText(str(self._value))
        else:
            super().keyPressEvent(event)

    def _edited(self, text: str) -> None:
        digits = "".join(c for c in text if c.isdigit() and c.isascii())[:9]
        wanted = max(self._least, min(self._most, int(digits) if digits else self._least))
        if wanted != self._value:
            self._value = wanted
            self.value_changed.emit(wanted)

    def _write(self) -> None:
        special = bool(self._special) and self._value == self._least
        self.setText(self._special if special else f"{self._value}{self._suffix}")


class DayField(Button):
    """A day; a tap opens the calendar.

    Signals:
        date_changed(QDate): another day.
    """

    date_changed = Signal(QDate)

    def __init__(self) -> None:
        super().__init__("", "field", icon="calendar_today")
        self._date = QDate.currentDate()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.open_calendar)
        self._show()

    def date(self) -> QDate:
        """The day."""
        return self._date

    def setDate(self, day: QDate) -> None:
        """Another day."""
        if day.isValid() and day != self._date:
            self._date = day
            self._show()
            self.date_changed.emit(day)

    def open_calendar(self) -> None:
        """Choose from a month."""
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setSelectedDate(self._date)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for chosen in (calendar.activated, calendar.clicked):
            chosen.connect(self.setDate)
            chosen.connect(lambda _day: menu.close())
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go a day on or back, Enter opens the calendar."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.setDate(self._date.addDays(step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self.setText(QLocale().toString(self._date, QLocale.FormatType.ShortFormat))
        self.setAccessibleDescription(QLocale().toString(self._date, QLocale.FormatType.LongFormat))


def on_change(fields: Sequence[QWidget], told: Callable[[], None]) -> None:
    """Call `told` whenever one of the fields is changed."""
    for part in fields:
        for name in ("value_changed", "textChanged", "currentIndexChanged", "toggled", "date_changed"):
            signal = getattr(part, name, None)
            if signal is not None:
                signal.connect(lambda *_args: told())
                break
