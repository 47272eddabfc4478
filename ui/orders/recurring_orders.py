"""Orders that are made again and again: which, how often, when next; and all that is due at a press."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from app.kernel.permission import Permission
from app.orders.operations.recurring import MadeOrders, make_due_orders, repeat_order, stop_repeating
from app.orders.queries import OrderRow, find_order
from app.orders.recurring import RecurringOrder, list_recurring_orders
from app.orders.states import RepeatUnit
from ui.office.section import OfficeDesk
from ui.orders.links import money
from ui.orders.repeat_panel import RepeatPanel
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.field_line import field_line
from ui.widgets.form import Choice, NumberBox, Tick
from ui.widgets.status import EmptyState
from ui.widgets.text import line

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


class RecurringOrdersPanel(RepeatPanel):
    """The list, a line to add to it, and the button that makes what is due."""

    pattern_section = "orders"
    stops = staticmethod(stop_repeating)

    def __init__(self, desk: OfficeDesk, number: str = "") -> None:
        super().__init__(desk, number, Choice(), desk.services.context.on + timedelta(days=7))
        tr = self.tr
        self.every.set_options([(x, self._every(*x)) for x in _RHYTHMS], _RHYTHMS[3])
        self.set_title(tr("Recurring orders"))
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
        self.lead = NumberBox(0, 365, 3, tr(" days before"))
        self.confirms = Tick(tr("Confirm them at once"))
        fields = field_line((
            (tr("Order to repeat"), self.number, 0), (tr("Every"), self.every, 150),
            (tr("First delivery"), self.first_day, 150), (tr("None after"), self.last_day, 150),
            (tr("Make it"), self.lead, 170),
        ))  # fmt: skip
        self.lay_out(fields, line(self.confirms, None, self.repeat_button), Permission.ORDERS)
        self.first = self.number if number else self.table
        self.load()

    def _every(self, every: int, unit: RepeatUnit) -> str:
        if unit is RepeatUnit.MONTH:
            return self.every_months(every)
        return self.tr("week") if every == 1 else self.tr("%n week(s)", "", every)

    def load(self) -> None:
        """See RepeatPanel."""
        self.ask(list_recurring_orders, self._have)

    def _have(self, found: list[RecurringOrder]) -> None:
        self.show_rows(found)
        self.take_focus()

    def row(self, x: RecurringOrder) -> TableRow:
        """See RepeatPanel."""
        formats = self.desk.formats
        cells = (
            x.party_name, x.pattern_number, self._every(x.every, x.unit),
            formats.date(x.next_on) if x.active else self.tr("ended"),
            formats.date(x.last_on) if x.last_on else "-", formats.number(x.made),
            money(self.desk, x.gross_minor, x.currency),
        )  # fmt: skip
        return TableRow(str(x.id), cells, self.next_tone(x))

    def due_text(self, due: int) -> str:
        """See RepeatPanel."""
        return self.tr("Order what is due (%n)", "", due)

    def stop_question(self, number: str) -> str:
        """See RepeatPanel."""
        return self.tr("Make no more orders like {number}?").format(number=number)

    def repeat(self) -> None:
        """The order is made again from now on."""

        def found(row: OrderRow | None) -> None:
            if row is None:
                self.refuse(self.tr("There is no order of that number. Look it up in the list of orders."))
                return
            every, unit = self.every.value()
            self.run(
                repeat_order, self._repeated, order_id=row.id, every=int(every), unit=RepeatUnit(unit),
                first=self.chosen_first(), last=self.last_day.value(),
                lead_days=self.lead.value(), confirms=self.confirms.isChecked(),
            )  # fmt: skip

        self.refuse("")
        self.ask(find_order, found, number=self.number.text())

    def _repeated(self, _id: int) -> None:
        self.number.clear()
        self.desk.say(self.tr("It is ordered again from that day on."))
        self.load()

    def make(self) -> None:
        """Make what is due."""
        self.run(make_due_orders, self._made)

    def _made(self, run: MadeOrders) -> None:
        self.desk.say(self.tr("%n order(s) made.", "", len(run.made)))
        if run.waiting:
            who = ", ".join(run.waiting)
            self.refuse(
                self.tr("Not made, the customer is blocked or nothing of it is sold: {who}").format(who=who)
            )
        self.load()
