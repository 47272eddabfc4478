"""Orders that are made again and again: which, how often, when next; and all that is due at a press."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from app.orders.operations.recurring import MadeOrders, make_due_orders, repeat_order, stop_repeating
from app.orders.queries import OrderRow, find_order
from app.orders.recurring import RecurringOrder, list_recurring_orders
from app.orders.states import RepeatUnit
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import money
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice, DayField, NumberBox, Tick, text_field
from ui.widgets.optional_day import OptionalDay
from ui.widgets.status import EmptyState
from ui.widgets.text import Card, column, label, line

if TYPE_CHECKING:
    from ui.orders.orders_section import OrdersSection

_RHYTHMS: Final = (
    (1, RepeatUnit.WEEK), (2, RepeatUnit.WEEK), (4, RepeatUnit.WEEK), (1, RepeatUnit.MONTH),
    (2, RepeatUnit.MONTH), (3, RepeatUnit.MONTH), (6, RepeatUnit.MONTH), (12, RepeatUnit.MONTH),
)  # fmt: skip
_WIDE: Final = 900


class RecurringOrdersButton(Button):
    """Opens the panel in the section of orders."""

    def __init__(self, section: OrdersSection) -> None:
        super().__init__("", icon="refresh")
        self.setToolTip(self.tr("Recurring orders"))
        self.setAccessibleName(self.toolTip())
        self.clicked.connect(lambda _checked=False: section.open_recurring())


class RecurringOrdersPanel(DocumentPanel):
    """The list, a line to add to it, and the button that makes what is due."""

    def __init__(self, desk: OfficeDesk, number: str = "") -> None:
        super().__init__(desk, "")
        tr = self.tr
        self.set_title(tr("Recurring orders"))
        self.rows: dict[str, RecurringOrder] = {}
        self.table = DataTable(tr("Recurring orders"), [
            Column("customer", tr("Customer")), Column("pattern", tr("Like order"), 150),
            Column("every", tr("Every"), 120), Column("next", tr("Next delivery"), 168),
            Column("until", tr("Until"), 120, least=_WIDE), Column("made", tr("Made"), 80, figure=True),
            Column("total", tr("Total"), 120, figure=True),
        ])  # fmt: skip
        self.empty = EmptyState(
            "refresh", tr("No order is repeated yet"),
            tr("Enter the number of an order, and how often its goods are ordered again."),
        )  # fmt: skip
        self.number = text_field(number)
        self.every = Choice([(x, self._every(*x)) for x in _RHYTHMS], _RHYTHMS[3])
        self.first_day = DayField()
        following = desk.services.context.on + timedelta(days=7)
        self.first_day.setDate(QDate(following.year, following.month, following.day))
        self.last_day = OptionalDay(following)
        self.lead = NumberBox(0, 365, 3, tr(" days before"))
        self.confirms = Tick(tr("Confirm them at once"))
        self.repeat_button = Button(tr("Repeat"), icon="add")
        self.stop_button = Button(tr("Stop"), "danger_soft", icon="block")
        self.make_button = Button("", "primary", icon="task_alt", hint="F10")
        self._lay_out()
        self.first = self.number if number else self.table
        self.repeat_button.clicked.connect(self.repeat)
        self.number.returnPressed.connect(self.repeat)
        self.stop_button.clicked.connect(self._ask_stop)
        self.make_button.clicked.connect(self.make)
        self.table.current_changed.connect(lambda _key: self._show_buttons())
        self.table.opened.connect(self._open)
        self.load()

    def _lay_out(self) -> None:
        tr = self.tr
        self.page.addWidget(self.table, 1)
        self.page.addWidget(self.empty, 1)
        card = Card(well=True)
        fields = line(gap=10)
        for title, field, width in (
            (tr("Order to repeat"), self.number, 0), (tr("Every"), self.every, 150),
            (tr("First delivery"), self.first_day, 150), (tr("None after"), self.last_day, 150),
            (tr("Make it"), self.lead, 170),
        ):  # fmt: skip
            holder = QWidget()
            inner = column(holder, gap=2)
            head = label(title, tokens.CAPTION, 500, "text2")
            head.setBuddy(field)
            field.setAccessibleName(title)
            inner.addWidget(head)
            inner.addWidget(field)
            if width:
                field.setFixedWidth(width)
            fields.addWidget(holder, 0 if width else 1)
        card.body.addLayout(fields)
        card.body.addLayout(line(self.confirms, None, self.repeat_button))
        self.page.addWidget(card)
        self.content.addLayout(line(self.stop_button, None, self.make_button, gap=8))
        may = self.desk.may(Permission.ORDERS)
        for part in (card, self.stop_button, self.make_button):
            part.setVisible(may)

    def _every(self, every: int, unit: RepeatUnit) -> str:
        if unit is RepeatUnit.WEEK:
            return self.tr("week") if every == 1 else self.tr("%n week(s)", "", every)
        if every == 12:  # noqa: PLR2004 - a year
            return self.tr("year")
        return self.tr("month") if every == 1 else self.tr("%n month(s)", "", every)

    def load(self) -> None:
        """Read the list."""
        self.ask(list_recurring_orders, self._have)

    def _have(self, found: list[RecurringOrder]) -> None:
        self.rows = {str(x.id): x for x in found}
        kept = self.table.current()
        self.table.set_rows([self._row(x) for x in found])
        self.table.select(kept)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._show_buttons()
        self.take_focus()

    def _row(self, x: RecurringOrder) -> TableRow:
        formats = self.desk.formats
        cells = (
            x.party_name, x.pattern_number, self._every(x.every, x.unit),
            formats.date(x.next_on) if x.active else self.tr("ended"),
            formats.date(x.last_on) if x.last_on else "-", formats.number(x.made),
            money(self.desk, x.gross_minor, x.currency),
        )  # fmt: skip
        due = x.is_due(self.desk.services.context.on)
        return TableRow(str(x.id), cells, {"next": "warn" if due else "text" if x.active else "text2"})

    def _show_buttons(self) -> None:
        current = self.rows.get(self.table.current())
        self.stop_button.setEnabled(current is not None and current.active)
        due = sum(x.is_due(self.desk.services.context.on) for x in self.rows.values())
        self.make_button.setText(self.tr("Order what is due (%n)", "", due))
        self.make_button.setEnabled(due > 0)

    # --- what is done ---

    def repeat(self) -> None:
        """The order is made again from now on."""

        def found(row: OrderRow | None) -> None:
            if row is None:
                self.refuse(self.tr("There is no order of that number. Look it up in the list of orders."))
                return
            day, (every, unit) = self.first_day.date(), self.every.value()
            self.run(
                repeat_order, self._repeated, order_id=row.id, every=int(every), unit=RepeatUnit(unit),
                first=date(day.year(), day.month(), day.day()), last=self.last_day.value(),
                lead_days=self.lead.value(), confirms=self.confirms.isChecked(),
            )  # fmt: skip

        self.refuse("")
        self.ask(find_order, found, number=self.number.text())

    def _repeated(self, _id: int) -> None:
        self.number.clear()
        self.desk.say(self.tr("It is ordered again from that day on."))
        self.load()

    def _ask_stop(self) -> None:
        current = self.rows.get(self.table.current())
        if current is None:
            return
        self.asking.ask(
            self.tr("Make no more orders like {number}?").format(number=current.pattern_number),
            self.tr("Stop"),
            lambda _text: self.run(stop_repeating, self._stopped, recurring_id=current.id), text=None,
        )  # fmt: skip

    def _stopped(self, _none: Any) -> None:
        self.load()

    def make(self) -> None:
        """F10: make what is due."""
        if self.make_button.isVisible() and self.make_button.isEnabled():
            self.run(make_due_orders, self._made)

    def _made(self, run: MadeOrders) -> None:
        self.desk.say(self.tr("%n order(s) made.", "", len(run.made)))
        if run.waiting:
            who = ", ".join(run.waiting)
            self.refuse(
                self.tr("Not made, the customer is blocked or nothing of it is sold: {who}").format(who=who)
            )
        self.load()

    def _open(self, key: str) -> None:
        """Enter shows the pattern."""
        found = self.rows.get(key)
        if found is not None:
            self.desk.go_to.emit("orders", str(found.pattern_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 makes what is due."""
        if event.key() == Qt.Key.Key_F10:
            self.make()
        else:
            super().keyPressEvent(event)
