"""From order to cash: days from step to step, punctual and complete, by month, customer or product group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from app.reporting.order_to_cash.queries import Figures, read_figures
from app.reporting.order_to_cash.rules import GroupBy, GroupFigures, OrderTimes, figures_of, group_figures
from ui.office.section import OfficeDesk, Section
from ui.reporting.order_to_cash_lists import OrdersBehind, OwedBehind, days_text, share_text
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice, DayField
from ui.widgets.ranking import FigureCard
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_REST_MS: Final = 60
_YEAR: Final = timedelta(days=364)
_WIDE: Final = 900
_CORNER: Final = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignBottom


class OrderToCashSection(Section):
    """Figures on top, the groups below; each leads to the list behind it."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        tr, today = self.tr, desk.services.context.on
        self.shown: Figures | None = None
        self.groups: dict[str, GroupFigures] = {}
        self.by = Choice([
            (GroupBy.MONTH, tr("By month")), (GroupBy.CUSTOMER, tr("By customer")),
            (GroupBy.CATEGORY, tr("By product group")),
        ])  # fmt: skip
        self.by.setAccessibleName(tr("Grouped by"))
        self.first_day, self.last_day = DayField(), DayField()
        self.first_day.setAccessibleName(tr("From"))
        self.last_day.setAccessibleName(tr("To"))
        for field, day in ((self.first_day, today - _YEAR), (self.last_day, today)):
            field.setDate(QDate(day.year, day.month, day.day))
            field.setMinimumWidth(136)
        self.cards: dict[str, FigureCard] = {}
        self.buttons: dict[str, Button] = {}
        self._grid = QGridLayout()
        self._make_cards()
        self.table = DataTable(tr("Figures"), [
            Column("group", tr("Group")), Column("orders", tr("Orders"), 84, figure=True),
            Column("net", tr("Net"), 124, figure=True, least=_WIDE),
            Column("ship", tr("To shipment"), 116, figure=True),
            Column("invoice", tr("To the invoice"), 120, figure=True),
            Column("cash", tr("To cash"), 92, figure=True),
            Column("otif", tr("On time, full"), 122, figure=True),
            Column("fill", tr("Filled"), 92, figure=True),
            Column("perfect", tr("Perfect"), 92, figure=True, least=_WIDE),
        ])  # fmt: skip
        self.empty = EmptyState("speed", tr("No orders in these days"), tr("Choose other days."))
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.reload)
        self._lay_out()
        self.by.currentIndexChanged.connect(lambda _place: self._show_groups())
        for field in (self.first_day, self.last_day):
            field.date_changed.connect(lambda _day: self._rest.start())
        self.table.opened.connect(self.open_group)

    def _make_cards(self) -> None:
        tr = self.tr

        def orders(name: str, wanted: Callable[[OrderTimes], bool]) -> Callable[[], object]:
            return lambda: self.open_orders(name, wanted)

        behind: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("ship", tr("Order to shipment, days"), orders(tr("All orders"), lambda _order: True)),
            ("cash", tr("Invoice to cash, days"), orders(tr("Paid orders"), lambda o: bool(o.paid_on))),
            ("otif", tr("On time and in full"), orders(tr("Late or not in full"), self._missed)),
            ("fill", tr("Fill rate"), orders(tr("Not in full"), lambda o: o.in_full is False)),
            ("dso", tr("Days sales outstanding"), self.open_owed),
            ("effect", tr("Collected"), self.open_owed),
        )
        for place, (key, title, work) in enumerate(behind):
            card, button = FigureCard(title), Button(tr("List"), "ghost", icon="chevron_right")
            button.setAccessibleName(tr("List behind: {figure}").format(figure=title))
            button.clicked.connect(work)
            self._grid.addWidget(card, place // 3, place % 3)
            self._grid.addWidget(button, place // 3, place % 3, _CORNER)  # over the card
            self.cards[key], self.buttons[key] = card, button

    def _lay_out(self) -> None:
        tr = self.tr
        self.by.setMinimumWidth(190)
        self.body.addLayout(
            line(
                label(tr("Order to cash"), tokens.KEY, 700), None, self.by,
                label(tr("From"), tokens.SUB, 500, "text2"), self.first_day,
                label(tr("To"), tokens.SUB, 500, "text2"), self.last_day, gap=8,
            )
        )  # fmt: skip
        self._grid.setSpacing(tokens.GAP)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)

    def entered(self) -> None:
        """Read the figures."""
        self.reload()
        if self.panel() is None:
            self.table.setFocus()

    def panel_closed(self) -> None:
        """Back to the figures."""
        self.table.setFocus()

    def period(self) -> tuple[date, date]:
        """The first and the last day."""
        days = sorted((_day(self.first_day), _day(self.last_day)))
        return days[0], days[1]

    def reload(self) -> None:
        """Read them again, on the lane of the long questions."""
        since, until = self.period()
        self.desk.report(read_figures, self._have, since=since, until=until)

    @property
    def today(self) -> date:
        """The business day."""
        return self.desk.services.context.on

    def _have(self, found: Figures) -> None:
        self.shown = found
        self._show_cards(found)
        self._show_groups()

    def _show_cards(self, found: Figures) -> None:
        formats, cash, tr = self.desk.formats, found.cash, self.tr
        whole = figures_of("", found.orders, self.today)
        orders = tr("%n order(s)", "", whole.orders)
        self.cards["ship"].set_figure(days_text(whole.ship_days, formats), orders)
        self.cards["cash"].set_figure(
            days_text(whole.cash_days, formats),
            tr("invoice {days} after shipment").format(days=days_text(whole.invoice_days, formats)),
        )
        self.cards["otif"].set_figure(
            share_text(whole.otif, formats),
            tr("perfect {share}").format(share=share_text(whole.perfect, formats)),
        )
        self.cards["fill"].set_figure(share_text(whole.fill, formats), tr("with the first shipment"))
        self.cards["dso"].set_figure(
            days_text(cash.dso, formats),
            tr("best possible {best}, late {late}").format(
                best=days_text(cash.best_dso, formats), late=days_text(cash.delinquent_days, formats)
            ),
        )
        self.cards["effect"].set_figure(
            share_text(cash.effectiveness, formats),
            tr("owed {amount}").format(amount=formats.money(cash.last_minor)),
        )

    def _show_groups(self) -> None:
        if self.shown is None:
            return
        found = group_figures(self.shown.orders, by=GroupBy(self.by.value()), today=self.today)
        self.groups = {str(place): g for place, g in enumerate(found)}
        self.table.set_rows([self._row(key, g) for key, g in self.groups.items()])
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)

    def _row(self, key: str, g: GroupFigures) -> TableRow:
        formats = self.desk.formats
        cells = (
            g.key or self.tr("without a group"), formats.number(g.orders), formats.money(g.net_minor),
            days_text(g.ship_days, formats), days_text(g.invoice_days, formats),
            days_text(g.cash_days, formats), share_text(g.otif, formats), share_text(g.fill, formats),
            share_text(g.perfect, formats),
        )  # fmt: skip
        return TableRow(key, cells)

    # --- the lists behind the figures ---

    def open_group(self, key: str) -> None:
        """The orders of a row."""
        group = self.groups.get(key)
        if group is not None:
            ids = set(group.order_ids)
            self.open_orders(group.key or self.tr("without a group"), lambda o: o.order_id in ids)

    def open_orders(self, title: str, wanted: Callable[[OrderTimes], bool]) -> OrdersBehind | None:
        """Orders, from which one goes on to their pages."""
        if self.shown is None:
            return None
        chosen: Sequence[OrderTimes] = [o for o in self.shown.orders if wanted(o)]
        panel = OrdersBehind(self.desk, title, chosen, self.today)
        self.open_panel(panel)
        return panel

    def _missed(self, order: OrderTimes) -> bool:
        return order.punctual_and_full(self.today) is False

    def open_owed(self) -> OwedBehind | None:
        """What was owed on the last day."""
        if self.shown is None:
            return None
        panel = OwedBehind(self.desk, self.shown.owed, self.period()[1])
        self.open_panel(panel)
        return panel


def _day(field: DayField) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
