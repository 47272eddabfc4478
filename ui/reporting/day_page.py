"""The day of the store: its shifts, over and short, and what goes to the bank."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from app.kernel.permission import Permission
from app.till.operations.days import close_store_day
from app.till.store_day import DayShift, StoreDay, get_store_day, list_stores_with_days
from ui.office.section import OfficeDesk
from ui.reporting.control_page import ControlPage
from ui.reporting.words import shift_status
from ui.theme import tokens
from ui.till.terminal_day import close_terminal_day, closes_with
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import Choice
from ui.widgets.status import EmptyState
from ui.widgets.text import Card, label, line


class DayPage(ControlPage):
    """The shifts at the left; sums, bags and the close at the right."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._day: StoreDay | None = None
        self._days: list[tuple[int, str, date]] = []
        self.choice = Choice()
        self.choice.setAccessibleName(self.tr("Day"))
        self.choice.setMinimumWidth(280)
        self.table = DataTable(
            self.tr("Shifts of the day"),
            [
                Column("till", self.tr("Till"), 70),
                Column("z", self.tr("Z"), 64),
                Column("who", self.tr("Who and in which state")),
                Column("total", self.tr("Total"), 116, figure=True),
                Column("difference", self.tr("Over or short"), 120, figure=True),
            ],
        )
        self.figures = label("", tokens.LABEL, wrap=True)
        self.banked = MoneyEdit(self.tr("To the bank"), desk.formats)
        self.bag, self.remark = QLineEdit(), QLineEdit()
        for edit, name in ((self.bag, self.tr("Number of the bag")), (self.remark, self.tr("Remark"))):
            edit.setAccessibleName(name)
            edit.setMaxLength(200)
        self.close_day = Button(self.tr("Close the day"), "primary", icon="lock")
        self.empty = EmptyState("balance", self.tr("No shifts yet"), self.tr("A day begins with a shift."))
        self._lay_out()
        self.choice.currentIndexChanged.connect(lambda _place: self._ask_day())
        self.close_day.clicked.connect(self._close)

    def _lay_out(self) -> None:
        side = Card()
        side.setFixedWidth(360)
        side.body.addWidget(self.figures)
        side.body.addStretch(1)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for name, edit in (
            (self.tr("To the bank"), self.banked), (self.tr("Bag"), self.bag),
            (self.tr("Remark"), self.remark),
        ):  # fmt: skip
            form.addRow(label(name, tokens.LABEL, 600), edit)
        side.body.addLayout(form)
        side.body.addWidget(self.close_day)
        self.body.addLayout(line(self.choice, None))
        row = line(self.table, side)
        row.setStretch(0, 1)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)

    def read(self) -> None:
        """The days on which there were shifts."""
        self.desk.report(list_stores_with_days, self._have_days)

    def _have_days(self, found: list[tuple[int, str, date]]) -> None:
        kept = self.choice.value()
        self._days = found
        blocked = self.choice.blockSignals(True)
        self.choice.set_options(
            [
                (place, f"{self.desk.formats.date(day)} · {name}")
                for place, (_store, name, day) in enumerate(found)
            ],
            kept if isinstance(kept, int) and kept < len(found) else 0,
        )
        self.choice.blockSignals(blocked)
        self.empty.setVisible(not found)
        self._ask_day()

    def _ask_day(self) -> None:
        place = self.choice.value()
        if isinstance(place, int) and place < len(self._days):
            store_id, _name, day = self._days[place]
            self.desk.report(get_store_day, self._show, store_id=store_id, business_date=day)

    def _show(self, day: StoreDay) -> None:
        self._day = day
        formats = self.desk.formats
        self.table.set_rows(
            [
                TableRow(
                    str(s.id),
                    (
                        s.till_code, str(s.z_number or ""),
                        _who(s),
                        formats.money(s.gross_minor),
                        formats.signed_money(s.over_short_minor) if s.over_short_minor else "",
                    ),
                    {"difference": "danger"} if s.over_short_minor else {},
                )
                for s in day.shifts
            ]
        )  # fmt: skip
        self.figures.setText("\n".join(self._words(day)))
        open_day = day.closed is None and self.desk.may(Permission.CLOSE_DAY)
        for part in (self.banked, self.bag, self.remark, self.close_day):
            part.setEnabled(open_day)
        if day.closed is None:
            self.banked.set_value(None)
            self.bag.clear()

    def _words(self, day: StoreDay) -> list[str]:
        money = self.desk.formats.money
        names = {t.code: t.name for t in self.desk.services.context.tenders}
        lines = [self.tr("Sales less returns: {amount}").format(amount=money(day.gross_minor))]
        lines += [f"{names.get(code, code)}: {money(amount)}" for code, amount in day.tenders]
        off = self.desk.formats.signed_money(day.over_short_minor)
        lines.append(self.tr("Over and short together: {amount}").format(amount=off))
        for bag in day.bags:
            text = self.tr("Bag {number} of {till}: {amount}")
            shown = bag.bag or self.tr("without a number")
            lines.append(text.format(number=shown, till=bag.till_code, amount=money(bag.amount_minor)))
        lines.append(self.tr("In the safe now: {amount}").format(amount=money(day.safe_minor)))
        closed = day.closed
        if closed is not None:
            text = self.tr("Closed by {name}; to the bank {amount} {bag}")
            told = text.format(name=closed.by, amount=money(closed.banked_minor), bag=closed.bag or "")
            lines.append(told.strip())
        elif day.open_tills:
            lines.append(self.tr("Still open: {tills}").format(tills=", ".join(day.open_tills)))
        return lines

    def _close(self) -> None:
        day = self._day
        if day is None:
            return
        self.close_day.setEnabled(False)
        self.desk.run(
            close_store_day, self._closed, self._not_closed, store_id=day.store_id,
            business_date=day.business_date, banked_minor=self.banked.value() or 0, bag=self.bag.text(),
            remark=self.remark.text(),
        )  # fmt: skip

    def _closed(self, day: StoreDay) -> None:
        self.desk.say(self.tr("The day is closed."))
        if closes_with(self.desk.services, "day"):
            close_terminal_day(self.desk.services, self.desk.formats, self.desk.say)
        self._show(day)

    def _not_closed(self, error: Exception) -> None:
        self.close_day.setEnabled(True)
        self.desk.failed(error)


def _who(shift: DayShift) -> str:
    """State, cashier, and why the count differed."""
    parts = (shift_status(shift.status), shift.closed_by or shift.opened_by, shift.note)
    return ", ".join(part for part in parts if part)
