"""Figures about money in with the formula behind a tap, and the cash of the next weeks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.accounting.figures import (
    CashForecast,
    Expected,
    MoneyFigures,
    MonthAge,
    ageing_over_time,
    cash_forecast,
    money_figures,
)
from app.accounting.table_files import Cell
from app.receivables.ageing import BUCKETS, Bucket
from ui.accounting.words import basis_word, days_word
from ui.collections.days import day_field, to_day
from ui.collections.words import bucket_word
from ui.office.export import save_table
from ui.office.section import OfficeDesk
from ui.orders.links import open_document
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.charts import BarChart
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.ranking import FigureCard
from ui.widgets.text import Card, column, label, line


class FormulaCard(FigureCard):
    """A figure that tells how it came about when it is tapped, or by Enter.

    Signals:
        chosen(str): its key.
    """

    chosen = Signal(str)

    def __init__(self, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.key = key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tapped."""
        super().mouseReleaseEvent(event)
        self.chosen.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or space taps it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.key)
        else:
            super().keyPressEvent(event)


class FiguresView(QWidget):
    """DSO and its kin, the age of what is owed over time.

    Signals:
        list_wanted(str): "aged:DAY:0", the open items behind the figures.
    """

    list_wanted = Signal(str)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.shown: MoneyFigures | None = None
        tr = self.tr
        self.day = day_field(desk.services.context.on)
        self.day.setAccessibleName(tr("As of"))
        self.day.setMinimumWidth(146)
        self.cards = {
            key: FormulaCard(key, name)
            for key, name in (
                ("simple", tr("DSO")), ("back", tr("DSO, count-back")), ("best", tr("Best possible DSO")),
                ("late", tr("Days lost by paying late")), ("pay", tr("Days to pay")),
                ("effect", tr("Collection effectiveness")),
            )
        }  # fmt: skip
        self.formula = label("", tokens.BODY, 500, wrap=True)
        self.list_button = Button(tr("The open items behind it"), icon="arrow_forward")
        self.table = DataTable(tr("Age of what is owed"), [
            Column("day", tr("End of"), 118),
            *(Column(b.value, bucket_word(b), 112, figure=True) for b in BUCKETS),
            Column("total", tr("In all"), 0, figure=True),
        ])  # fmt: skip
        self._lay_out()
        self.setFocusProxy(self.cards["simple"])
        self.day.date_changed.connect(lambda _day: self.reload())
        self.list_button.clicked.connect(
            lambda: self.list_wanted.emit(f"aged:{to_day(self.day.date()).isoformat()}:0")
        )
        self.table.opened.connect(lambda key: self.list_wanted.emit(f"aged:{key}:0"))
        for card in self.cards.values():
            card.chosen.connect(self.explain)

    def _lay_out(self) -> None:
        page = column(self, gap=tokens.GUTTER)
        page.addLayout(line(label(self.tr("As of"), tokens.BODY, 600), self.day, None, gap=8))
        grid = QGridLayout()
        grid.setSpacing(tokens.GUTTER)
        for place, card in enumerate(self.cards.values()):
            grid.addWidget(card, place // 3, place % 3)
        page.addLayout(grid)
        told = Card(well=True)
        row = line(self.formula, self.list_button, gap=12)
        row.setStretch(0, 1)
        told.body.addLayout(row)
        page.addWidget(told)
        page.addWidget(self.table, 1)

    def reload(self) -> None:
        """Read it again."""
        on = to_day(self.day.date())
        self.desk.report(money_figures, self._have, on=on)
        self.desk.report(ageing_over_time, self._have_ages, on=on)

    def _have(self, found: MoneyFigures) -> None:
        self.shown = found
        formats = self.desk.formats
        days = [
            ("simple", found.dso_simple), ("back", found.dso_count_back), ("best", found.dso_best),
            ("late", found.delinquent_days), ("pay", found.days_to_pay),
        ]  # fmt: skip
        for key, tenths in days:
            self.cards[key].set_figure(days_word(formats, tenths), "")
        late = days_word(formats, found.days_late)
        self.cards["pay"].set_figure(
            days_word(formats, found.days_to_pay), self.tr("{late} after the due date").format(late=late)
        )
        effect = "-" if found.effectiveness is None else formats.percent(found.effectiveness)
        self.cards["effect"].set_figure(effect, "")
        owed = self.tr("{owed} owed, {late} overdue").format(
            owed=formats.money(found.receivable_minor), late=formats.money(found.overdue_minor)
        )
        self.cards["simple"].set_figure(days_word(formats, found.dso_simple), owed)
        self.explain("simple")

    def explain(self, key: str) -> None:
        """Say how a figure came about, with its numbers."""
        found = self.shown
        if found is None:
            return
        money, formats, tr = self.desk.formats.money, self.desk.formats, self.tr
        numbers = {
            "owed": money(found.receivable_minor), "current": money(found.current_minor),
            "sales": money(found.sales_minor), "days": found.days, "begin": money(found.begin_minor),
            "simple": days_word(formats, found.dso_simple), "best": days_word(formats, found.dso_best),
            "back": days_word(formats, found.dso_count_back), "payments": found.payments,
            "pay": days_word(formats, found.days_to_pay), "late": days_word(formats, found.delinquent_days),
            "plain": days_word(formats, found.plain_days_to_pay), "since": formats.date(found.since),
            "on": formats.date(found.on),
            "effect": "-" if found.effectiveness is None else formats.percent(found.effectiveness),
        }  # fmt: skip
        texts = {
            "simple": tr(
                "DSO = receivables / credit sales x days: {owed} / {sales} x {days} = {simple}. "
                "Credit sales of {since} to {on}, with tax, less credit notes, without what was paid at once."
            ),
            "back": tr(
                "Receivables of {owed} are taken off the credit sales month by month back; each whole month "
                "counts its days, the last one its share: {back}."
            ),
            "best": tr(
                "Best possible = not due yet / credit sales x days: {current} / {sales} x {days} = {best}."
            ),
            "late": tr("DSO less the best possible: {simple} - {best} = {late}."),
            "pay": tr(
                "Days from invoice to payment, by amount, over %n payment(s) from {since} to {on}: {pay}. "
                "Each payment alike: {plain}.", "", found.payments,
            ),
            "effect": tr(
                "Collected of what could be: (owed before {begin} + sales a month - owed now {owed}) / "
                "(the same, less what is not due, {current}) = {effect}."
            ),
        }  # fmt: skip
        self.formula.setText(texts[key].format(**numbers))

    def _have_ages(self, found: list[MonthAge]) -> None:
        formats = self.desk.formats

        def cell(age: MonthAge, bucket: Bucket) -> str:
            return formats.amount(age.minor[bucket]) if age.minor[bucket] else "-"

        self.table.set_rows(
            [
                TableRow(
                    age.on.isoformat(),
                    (
                        formats.date(age.on), *(cell(age, b) for b in BUCKETS),
                        formats.amount(age.total_minor),
                    ),
                )
                for age in found
            ]
        )  # fmt: skip


class ForecastView(QWidget):
    """Thirteen weeks of cash from customers, and what each week rests on."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.shown: CashForecast | None = None
        self._documents: dict[str, str] = {}
        tr = self.tr
        self.chart = BarChart(tr("Cash expected by week"))
        self.chart.setMinimumHeight(190)
        self.told = label("", tokens.BODY, 500, wrap=True)
        self.save_button = Button(tr("Save as"), icon="download")
        self.heads = [
            tr("Customer"), tr("Document"), tr("Due"), tr("Expected"), tr("Amount"), tr("Rests on"),
            tr("Give or take"),
        ]  # fmt: skip
        self.table = DataTable(tr("What is expected"), [
            Column("customer", self.heads[0]), Column("document", self.heads[1], 160),
            Column("due", self.heads[2], 132), Column("expected", self.heads[3], 132),
            Column("amount", self.heads[4], 116, figure=True), Column("basis", self.heads[5], 130),
            Column("error", self.heads[6], 110, figure=True, least=860),
        ])  # fmt: skip
        page = column(self, gap=tokens.GUTTER)
        card = Card(pad=14)
        card.body.addWidget(label(tr("Cash expected in the next 13 weeks"), tokens.LABEL, 600))
        card.body.addWidget(self.chart, 1)
        page.addWidget(card, 2)
        row = line(self.told, self.save_button, gap=12)
        row.setStretch(0, 1)
        page.addLayout(row)
        page.addWidget(self.table, 3)
        self.setFocusProxy(self.table)
        self.table.opened.connect(lambda key: open_document(self.desk, self._documents[key]))
        self.save_button.clicked.connect(
            lambda: save_table(self, desk, tr("Cash forecast"), self.heads, self.plain_rows())
        )

    def reload(self) -> None:
        """Read it again."""
        self.desk.report(cash_forecast, self._have, on=self.desk.services.context.on)

    def _have(self, found: CashForecast) -> None:
        self.shown = found
        formats = self.desk.formats
        whole = 10**formats.digits
        self.chart.set_bars(
            [(str(n), minor) for n, minor in enumerate(found.weeks, start=1)],
            write=lambda minor: formats.number(minor // whole),
        )
        text = self.tr(
            "{sum} in 13 weeks, {later} later; {disputed} in dispute and {credit} of credits not counted."
        )
        parts = [
            text.format(
                sum=formats.money(sum(found.weeks)), later=formats.money(found.later_minor),
                disputed=formats.money(found.disputed_minor), credit=formats.money(found.credit_minor),
            )
        ]  # fmt: skip
        if found.error_tenths is not None:
            told = self.tr("By all customers' past a day is off by {error} on average.")
            parts.append(told.format(error=days_word(formats, found.error_tenths)))
        self.told.setText(" ".join(parts))
        self._documents = {
            str(e.item.item.id): f"{e.item.item.document_type}:{e.item.item.document_id}" for e in found.items
        }
        self.table.set_rows([self._row(e) for e in found.items])

    def _row(self, e: Expected) -> TableRow:
        formats, item = self.desk.formats, e.item.item
        error = "-" if e.habit is None else days_word(formats, e.habit.error_tenths)
        late = e.item.days_late > 0
        cells = (
            e.item.party_name, item.document_number, formats.date(item.due_date), formats.date(e.on),
            formats.money(e.minor), basis_word(e.basis), error,
        )  # fmt: skip
        return TableRow(str(item.id), cells, {"due": "danger"} if late else {})

    def plain_rows(self) -> list[list[Cell]]:
        """As it is exported."""
        return [
            [
                e.item.party_name, e.item.item.document_number, e.item.item.due_date, e.on, e.minor,
                basis_word(e.basis), days_word(self.desk.formats, e.habit.error_tenths if e.habit else None),
            ]
            for e in (self.shown.items if self.shown is not None else ())
        ]  # fmt: skip
