"""Fields side by side, each under its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import tokens
from ui.widgets.text import column, label, line


def field_line(fields: Sequence[tuple[str, QWidget, int]]) -> QHBoxLayout:
    """A line of (name, field, width in pixels); width 0 takes the room left, else the end stays free."""
    row = line(gap=10)
    for name, field, width in fields:
        holder = QWidget()
        inner = column(holder, gap=2)
        head = label(name, tokens.CAPTION, 500, "text2")
        head.setBuddy(field)
        field.setAccessibleName(name)
        inner.addWidget(head)
        inner.addWidget(field)
        if width:
            field.setFixedWidth(width)
        row.addWidget(holder, 0 if width else 1)
    if all(width for _name, _field, width in fields):
        row.addStretch(1)
    return row
