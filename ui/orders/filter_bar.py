"""What narrows the list of orders beside stage and search: days, amounts, who wrote it."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.orders.list_queries import OrderFilter
from ui.formatting import Formats
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import Tick
from ui.widgets.optional_day import OptionalDay
from ui.widgets.text import Card, column, label, line

_REST_MS = 150


class FilterBar(Card):
    """The fields; nothing in a field does not narrow.

    Signals:
        changed(): another filter, once the fingers rest.
    """

    changed = Signal()

    def __init__(self, formats: Formats, on: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, well=True)
        tr = self.tr
        self.first, self.last = OptionalDay(on.replace(day=1)), OptionalDay(on)
        self.wanted_by = OptionalDay(on)
        self.least, self.most = MoneyEdit(tr("Total from"), formats), MoneyEdit(tr("Total to"), formats)
        self.mine = Tick(tr("Only mine"))
        self.clear_button = Button("", icon="close", name=tr("No filter"))
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.changed)
        self._lay_out()
        for day in (self.first, self.last, self.wanted_by):
            day.value_changed.connect(lambda _day: self._rest.start())
        for amount in (self.least, self.most):
            amount.value_changed.connect(lambda _value: self._rest.start())
        self.mine.toggled.connect(lambda _on: self._rest.start())
        self.clear_button.clicked.connect(lambda: self.set_state({}))
        self.setVisible(False)

    def _lay_out(self) -> None:
        tr, row = self.tr, line(gap=8)
        for title, field, width in (
            (tr("Ordered from"), self.first, 130), (tr("Ordered to"), self.last, 130),
            (tr("Wanted until"), self.wanted_by, 130), (tr("Total from"), self.least, 84),
            (tr("Total to"), self.most, 84), (" ", self.mine, 150), (" ", self.clear_button, 48),
        ):  # fmt: skip
            holder = QWidget()
            inner = column(holder, gap=2)
            head = label(title, tokens.CAPTION, 500, "text2")
            head.setBuddy(field)
            if not field.accessibleName() and title.strip():
                field.setAccessibleName(title)
            inner.addWidget(head)
            inner.addWidget(field)
            if isinstance(field, MoneyEdit):
                field.setFont(font(tokens.BODY, 600))
                field.setPlaceholderText("")
            field.setMinimumWidth(width)
            row.addWidget(holder)
        row.addStretch(1)
        self.body.addLayout(row)

    def filter(self, user_id: int) -> OrderFilter:
        """As the query takes it, without stage and search."""
        return OrderFilter(
            first=self.first.value(), last=self.last.value(), wanted_by=self.wanted_by.value(),
            least_minor=self.least.value(), most_minor=self.most.value(),
            created_by=user_id if self.mine.isChecked() else None,
        )  # fmt: skip

    def count(self) -> int:
        """How many fields narrow."""
        return len(self.state())

    def state(self) -> dict[str, Any]:
        """What is set, as a saved view keeps it."""
        days = {"first": self.first, "last": self.last, "wanted_by": self.wanted_by}
        found: dict[str, Any] = {
            key: day.isoformat() for key, field in days.items() if (day := field.value()) is not None
        }
        amounts = {"least": self.least, "most": self.most}
        found |= {key: minor for key, field in amounts.items() if (minor := field.value()) is not None}
        return {**found, "mine": True} if self.mine.isChecked() else found

    def set_state(self, state: dict[str, Any]) -> None:
        """Fill the fields from a saved view."""
        for key, day in (("first", self.first), ("last", self.last), ("wanted_by", self.wanted_by)):
            text = state.get(key)
            day.set_value(date.fromisoformat(text) if isinstance(text, str) else None)
        for key, amount in (("least", self.least), ("most", self.most)):
            minor = state.get(key)
            amount.set_value(minor if isinstance(minor, int) else None)
        self.mine.setChecked(bool(state.get("mine")))
