"""What is to be seen on the windows of this process: where a button is, what a list says, what is clipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_DISPLAY = Qt.ItemDataRole.DisplayRole
Found = dict[str, Any]


def _seen() -> Iterator[QWidget]:
    for widget in QApplication.allWidgets():
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


def _words(widget: QWidget) -> list[str]:
    said = [widget.accessibleName()]
    for name in ("text", "placeholderText", "title", "full_text"):
        read = getattr(widget, name, None)
        if callable(read) and not isinstance(read, type):
            value = read()
            said.append(value if isinstance(value, str) else "")
        elif isinstance(read, str):
            said.append(read)
    return [re.sub(r"&(?=\w)", "", word) for word in said if word]  # without the mark of a key


def _place(widget: QWidget, area: QRect | None = None) -> dict[str, int]:
    """The part that is on the screen, in its coordinates."""
    region = widget.visibleRegion().boundingRect()
    area = region if area is None else area.intersected(region)
    corner = widget.mapToGlobal(area.topLeft())
    return {"x": corner.x(), "y": corner.y(), "w": area.width(), "h": area.height()}


def _section(widget: QWidget) -> str:
    name = getattr(widget, "section_id", "")
    return name if isinstance(name, str) else ""


def look() -> Found:
    """Where the keyboard is, and the windows that are open."""
    focus = QApplication.focusWidget()
    return {
        "focus": [type(focus).__name__, *_words(focus)] if focus is not None else [],
        "windows": [w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()],
        "section": next((x for x in map(_section, _seen()) if x), ""),
        "panels": [type(w).__name__ for w in _seen() if type(w).__name__.endswith(("Panel", "Section"))],
    }


def find(text: str, *, kind: str = "", part: bool = False) -> list[Found]:
    """Widgets that say this, buttons and fields first; `part` is content with a piece of it."""
    found = []
    for widget in _seen():
        names = [base.__name__ for base in type(widget).__mro__]
        said = _words(widget)
        if (not kind or kind in names) and any(text in w if part else text == w for w in said):
            rank = 0 if isinstance(widget, QAbstractButton | QLineEdit) else 1
            found.append({
                **_place(widget), "class": type(widget).__name__, "said": said, "rank": rank,
                "enabled": widget.isEnabled(), "focus": widget.hasFocus(),
                "checked": isinstance(widget, QAbstractButton) and widget.isChecked(),
                "value": widget.text() if isinstance(widget, QLineEdit) else "",
            })  # fmt: skip
    return sorted(found, key=lambda x: (x["rank"], not x["enabled"], x["y"], x["x"]))


def _columns(model: QAbstractItemModel) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def _cells(view: QAbstractItemView, row: int) -> str:
    model = view.model()
    said = []
    for column in range(_columns(model)):
        index = model.index(row, column)
        said.append(str(index.data(_SPOKEN) or index.data(_DISPLAY) or ""))
    return " | ".join(said)


def row(text: str, *, table: str = "", column: int = 0) -> list[Found]:
    """Rows of the lists on the screen that hold the text; the first is brought into view."""
    found = []
    for view in _seen():
        if not isinstance(view, QAbstractItemView) or isinstance(view, QHeaderView):
            continue
        if table and view.accessibleName() != table:
            continue
        model = view.model()
        for place in range(model.rowCount() if model is not None else 0):
            said = _cells(view, place)
            if text in said:
                index = model.index(place, min(column, _columns(model) - 1))
                if not found:
                    view.scrollTo(index)
                area = _place(view.viewport(), view.visualRect(index))
                found.append({**area, "said": said, "enabled": True, "table": view.accessibleName()})
    return found


def texts() -> list[Found]:
    """Everything that is written on the screen, with its place."""
    found: list[Found] = []
    for widget in _seen():
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit) or hasattr(widget, "set_text"):
            said = _words(widget)
            if said:
                found.append({**_place(widget), "class": type(widget).__name__, "said": said})
        elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
            model = widget.model()
            rows = model.rowCount() if model is not None else 0
            found += [
                {"class": type(widget).__name__, "said": [_cells(widget, place)]}
                for place in range(min(rows, 60))
            ]
    return found


def faults() -> list[str]:
    """What does not fit: cut words, widgets that stick out of the window, heads and figures too narrow."""
    told: list[str] = []
    for widget in _seen():
        told += _outside(widget)
        if isinstance(widget, QLabel) and widget.text() and widget.pixmap().isNull():
            told += _cut_label(widget)
        elif isinstance(widget, QAbstractButton) and widget.text():
            told += _cut_button(widget)
        elif isinstance(widget, QTableView):
            told += _cut_table(widget)
    return told


def _cut_label(widget: QLabel) -> list[str]:
    plain = widget.textFormat() != Qt.TextFormat.RichText
    if widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        cut = needed > widget.height() + 2
    else:
        needed = widget.fontMetrics().horizontalAdvance(widget.text())
        cut = plain and needed > widget.contentsRect().width() + 1
    return [f"cut: {widget.text()!r} {widget.width()}x{widget.height()}, needs {needed}"] if cut else []


def _cut_button(widget: QAbstractButton) -> list[str]:
    needed = widget.minimumSizeHint().width() if hasattr(widget, "hint") else widget.sizeHint().width()
    if needed > widget.width() + 1:
        return [f"cut button: {widget.text()!r} {widget.width()}, needs {needed}"]
    return []


def _cut_table(view: QTableView) -> list[str]:
    model, told = view.model(), []
    head = QFontMetrics(view.horizontalHeader().font())
    for column in range(model.columnCount()):
        width = view.columnWidth(column)
        if view.isColumnHidden(column):
            continue
        title = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        if head.horizontalAdvance(title) + 12 > width:
            told.append(f"cut head: {view.accessibleName()}: {title!r} {width}")
        for place in range(min(model.rowCount(), 30)):
            index = model.index(place, column)
            letters = index.data(Qt.ItemDataRole.FontRole)
            text = str(index.data(_DISPLAY) or "")
            needed = QFontMetrics(letters).horizontalAdvance(text) if letters else 0
            if needed > width - 18:
                told.append(f"cut cell: {view.accessibleName()}/{title}: {text!r} {width}, needs {needed}")
    return told


def _outside(widget: QWidget) -> list[str]:
    """Something one must press that lies partly beyond its window and cannot be scrolled to."""
    window = widget.window()
    if not isinstance(widget, QAbstractButton | QLineEdit) or widget is window:
        return []
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    hidden = widget.visibleRegion().boundingRect()
    if hidden.width() < widget.width() - 1 or hidden.height() < widget.height() - 1:
        parts = f"{hidden.width()}x{hidden.height()} of {widget.width()}x{widget.height()} seen"
        return [
            f"partly hidden: {type(widget).__name__} {_words(widget)[:1]} at {area.x()},{area.y()}: {parts}"
        ]
    return []
