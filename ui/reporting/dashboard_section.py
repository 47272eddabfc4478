"""The overview: today beside days before, and the figures of a period, painted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtWidgets import QGridLayout, QWidget

from app.kernel.clock import system_clock
from app.reporting.comparison import Before, Comparison, DayPart, change, compare_day
from app.reporting.dashboard import Amount, Dashboard, load_dashboard
from app.till.events import SaleCompleted, ShiftClosed
from ui.office.section import OfficeDesk, Section
from ui.theme import tokens
from ui.widgets.charts import BarChart
from ui.widgets.chip_bar import ChipBar
from ui.widgets.ranking import FigureCard, Ranking
from ui.widgets.side_panel import scrolling
from ui.widgets.status import EmptyState
from ui.widgets.text import Card, column, label, line

_PERIODS: Final = {"7": 7, "14": 14, "30": 30, "90": 90}
_OPENS, _CLOSES = 8, 20
_NAMES: Final = 8


class DashboardSection(Section):
    """Sales by day, hour, category, product, cashier, tender and customer."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._span: list[date] = []
        self.periods = ChipBar(self.tr("Period"))
        self.periods.set_chips([(key, self.tr("%n days", "", days)) for key, days in _PERIODS.items()], "14")
        self.periods.chosen.connect(lambda _key: self.entered())
        self.body.addLayout(line(label(self.tr("Overview"), tokens.KEY, 700), 12, self.periods))
        self.sales = FigureCard(self.tr("Sales including tax"))
        self.receipts = FigureCard(self.tr("Receipts"))
        self.margin = FigureCard(self.tr("Margin"))
        self.open_items = FigureCard(self.tr("Customers owe"))
        self.day_chart = BarChart(self.tr("Sales by day"))
        self.hour_chart = BarChart(self.tr("Sales by hour"))
        self.category_chart = Ranking(self.tr("Sales by category"))
        self.product_chart = Ranking(self.tr("Best products"))
        self.cashier_chart = Ranking(self.tr("Sales by cashier"))
        self.tender_chart = Ranking(self.tr("Taken by tender"))
        self.customer_chart = Ranking(self.tr("Best customers"))
        self.today = FigureCard(self.tr("Today"))
        self.yesterday = FigureCard(self.tr("Yesterday by this time"))
        self.last_week = FigureCard(self.tr("A week ago by this time"))
        self._hour_title = label("", tokens.LABEL, 600)
        self.empty = EmptyState(
            "bar_chart", self.tr("No sales in this period"), self.tr("Choose a longer one.")
        )
        self.charts = self._make_charts()
        self.body.addWidget(self.charts, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)
        desk.services.bridge.happened.connect(self._happened)

    def _make_charts(self) -> QWidget:
        inner = QWidget()
        body = column(inner, gap=tokens.GUTTER)
        body.addLayout(line(self.today, self.yesterday, self.last_week))
        body.addLayout(line(self.sales, self.receipts, self.margin, self.open_items))
        grid = QGridLayout()
        grid.setSpacing(tokens.GUTTER)
        for place, (title, chart) in enumerate(
            (
                (label(self.tr("Sales by day"), tokens.LABEL, 600), self.day_chart),
                (self._hour_title, self.hour_chart),
                (label(self.tr("Sales by category"), tokens.LABEL, 600), self.category_chart),
                (label(self.tr("Best products"), tokens.LABEL, 600), self.product_chart),
                (label(self.tr("Sales by cashier"), tokens.LABEL, 600), self.cashier_chart),
                (label(self.tr("Taken by tender"), tokens.LABEL, 600), self.tender_chart),
                (label(self.tr("Best customers"), tokens.LABEL, 600), self.customer_chart),
            )
        ):
            card = Card(pad=16)
            card.setMinimumHeight(230)
            card.body.addWidget(title)
            card.body.addWidget(chart, 1)
            grid.addWidget(card, place // 2, place % 2)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
            grid.setRowStretch(place, 1)
        body.addLayout(grid, 1)
        return scrolling(inner)

    def entered(self) -> None:
        """Read the figures."""
        days = _PERIODS[self.periods.selected() or "14"]
        until = self.desk.services.context.on
        self._span = [until - timedelta(days=n) for n in reversed(range(days))]
        self.desk.report(compare_day, self._show_today, on=until, now=system_clock())
        self.desk.report(load_dashboard, self._show, since=until - timedelta(days=days - 1), until=until)

    def _show(self, found: Dashboard) -> None:
        there = bool(found.days)
        self.charts.setVisible(there)
        self.empty.setVisible(not there)
        if there:
            self._show_figures(found)
            self._show_charts(found)

    def _show_today(self, found: Comparison) -> None:
        """The day so far, and what the same time of day had brought before."""
        money = self.desk.formats.money
        receipts = self.tr("%n receipt(s)", "", found.today.receipts)
        told = self.tr("{average} on average, margin {margin}").format(
            average=money(found.today.average_minor), margin=money(found.today.margin_minor)
        )
        told = f"{receipts}, {told}"
        self.today.set_figure(money(found.today.gross_minor), told)
        for card, before in ((self.yesterday, found.yesterday), (self.last_week, found.last_week)):
            card.set_figure(money(before.so_far.gross_minor), self._beside(found.today, before))

    def _beside(self, today: DayPart, before: Before) -> str:
        money, percent = self.desk.formats.money, self.desk.formats.percent
        whole = self.tr("{day}: {amount} in all").format(
            day=self.desk.formats.date(before.on), amount=money(before.whole.gross_minor)
        )
        off = change(today.gross_minor, before.so_far.gross_minor)
        if off is None:
            return whole
        share = percent(abs(off))
        told = self.tr("today {share} more") if off >= 0 else self.tr("today {share} less")
        return f"{told.format(share=share)} · {whole}"

    def _show_figures(self, found: Dashboard) -> None:
        money, number = self.desk.formats.money, self.desk.formats.number
        gross = sum(day.gross_minor for day in found.days)
        net = sum(day.net_minor for day in found.days)
        margin = sum(day.margin_minor for day in found.days)
        receipts = sum(day.sales for day in found.days)
        returns = sum(day.returns for day in found.days)
        days = len(found.days)
        self.sales.set_figure(money(gross), self.tr("%n days with sales", "", days))
        self.receipts.set_figure(
            number(receipts),
            self.tr("{amount} on average, {returns} returns").format(
                amount=money(gross // receipts if receipts else 0), returns=number(returns)
            ),
        )
        share = self.desk.formats.percent(margin * 10_000 // net) if net > 0 else ""
        self.margin.set_figure(
            money(margin), self.tr("{share} of net sales").format(share=share) if share else ""
        )
        self.open_items.set_figure(money(found.open_items_minor), self._worries(found))

    def _worries(self, found: Dashboard) -> str:
        if found.jobs_needing_attention:
            return self.tr("%n papers need attention", "", found.jobs_needing_attention)
        if found.products_below_zero:
            return self.tr("%n products below zero stock", "", found.products_below_zero)
        return ""

    def _show_charts(self, found: Dashboard) -> None:
        whole = self._whole
        by_day = {day.business_date: day.gross_minor for day in found.days}
        self.day_chart.set_bars(
            [
                (self._day(on) if place % self._every(len(self._span)) == 0 else "", by_day.get(on, 0))
                for place, on in enumerate(self._span)
            ],
            marked=len(self._span) - 1,
            write=whole,
        )
        self._hour_title.setText(
            self.tr("Sales by hour, {day}").format(day=self.desk.formats.date(found.hours_of))
            if found.hours_of
            else self.tr("Sales by hour")
        )
        by_hour = {int(a.name): a.minor for a in found.hours}
        hours = range(min(by_hour, default=_OPENS), max(by_hour, default=_OPENS) + 1)
        shown = range(min(_OPENS, hours.start), max(_CLOSES, hours.stop))
        self.hour_chart.set_bars([(str(hour), by_hour.get(hour, 0)) for hour in shown], write=whole)
        self.category_chart.set_bars(self._named(found.categories), write=whole)
        self.product_chart.set_bars(self._named(found.products), write=whole)
        self.cashier_chart.set_bars(self._named(found.cashiers), write=whole)
        self.tender_chart.set_bars(self._named(found.tenders), write=whole)
        self.customer_chart.set_bars(self._named(found.customers), write=whole)

    def _named(self, amounts: tuple[Amount, ...]) -> list[tuple[str, int]]:
        return [(a.name or self.tr("Open items"), a.minor) for a in amounts]

    @staticmethod
    def _every(days: int) -> int:
        """So many names under the bars as can be read."""
        return max(1, -(-days // _NAMES))

    @staticmethod
    def _day(on: date) -> str:
        return str(on.day)

    def _whole(self, minor: int) -> str:
        """An axis needs no cents."""
        return self.desk.formats.number(minor // 10**self.desk.formats.digits)

    def look_again(self) -> None:
        """Another station sold or closed a shift."""
        self.entered()

    def _happened(self, event: object) -> None:
        if isinstance(event, (SaleCompleted, ShiftClosed)) and self.isVisible():
            self.entered()
