"""Fields with their names above them, in one or two columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from ui.theme import font, tokens
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
        head = label(name, tokens.CAPTION, 500, "text2")
        head.setBuddy(field)
        width = self._columns if wide else 1
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
        self.blockSignals(False)
        self.choose(selected)

    def choose(self, key: Any) -> None:
        """Take the one of that key; the first when there is none."""
        place = next((i for i in range(self.count()) if self.itemData(i) == key), 0)
        self.setCurrentIndex(place)

    def value(self) -> Any:
        """The key that is chosen."""
        return self.currentData()

    def wheelEvent(self, event: Any) -> None:
        """The wheel scrolls the form, it never changes a value unseen."""
        event.ignore()


class Tick(QCheckBox):
    """Yes or no."""

    def __init__(self, text: str, *, on: bool = False) -> None:
        super().__init__(text)
        self.setFont(font(tokens.BODY))
        self.setChecked(on)
        self.setAccessibleName(text)


class NumberBox(QSpinBox):
    """A whole number between two others."""

    def __init__(self, least: int, most: int, value: int = 0, suffix: str = "") -> None:
        super().__init__()
        self.setFont(font(tokens.BODY))
        self.setRange(least, most)
        self.setValue(value)
        self.setSuffix(suffix)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)

    def wheelEvent(self, event: Any) -> None:
        """As of a Choice."""
        event.ignore()


class DayField(QDateEdit):
    """A day, with a calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font(tokens.BODY))
        self.setCalendarPopup(True)


def on_change(fields: Sequence[QWidget], told: Callable[[], None]) -> None:
    """Call `told` whenever one of the fields is changed."""
    for part in fields:
        for name in ("textChanged", "currentIndexChanged", "toggled", "valueChanged", "dateChanged"):
            signal = getattr(part, name, None)
            if signal is not None:
                signal.connect(lambda *_args: told())
                break
