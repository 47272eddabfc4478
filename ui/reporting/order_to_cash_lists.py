"""The lists behind the figures from order to cash."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.accounting.table_files import Cell
from app.reporting.order_to_cash.rules import OrderTimes, OwedItem
from ui.formatting import Formats
from ui.office.export import save_button
from ui.office.section import OfficeDesk
from ui.orders.links import open_document
from ui.orders.words import document_word
from ui.theme import tokens
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import label, line

_WIDE: Final = 900
_TENTH: Final = 100  # thousandths


def days_text(tenths: int | None, formats: Formats) -> str:
    """Tenths of a day: "2.5"."""
    return "-" if tenths is None else formats.quantity(tenths * _TENTH)


def share_text(hundredths: int | None, formats: Formats) -> str:
    """A share: "97.5%"."""
    return "-" if hundredths is None else formats.percent(hundredths)


def _yes(value: bool | None) -> str:  # noqa: FBT001 - three answers
    tr = QCoreApplication.translate
    if value is None:
        return "-"
    return tr("OrderToCash", "yes") if value else tr("OrderToCash", "no")


class OrdersBehind(SidePanel):
    """Orders with the day of each step; a row leads to its page."""

    def __init__(
        self, desk: OfficeDesk, title: str, orders: Sequence[OrderTimes], today: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title, parent)
        self._desk = desk
        self.use_full_width()
        tr = self.tr
        self.table = DataTable(tr("Orders"), [
            Column("number", tr("Number"), 158), Column("customer", tr("Customer")),
            Column("ordered", tr("Ordered"), 122), Column("wanted", tr("Wanted on"), 122),
            Column("shipped", tr("Shipped"), 122), Column("invoiced", tr("Invoiced"), 122, least=_WIDE),
            Column("paid", tr("Paid"), 122, least=_WIDE), Column("time", tr("On time"), 84),
            Column("full", tr("In full"), 84),
        ])  # fmt: skip
        self.save_button = save_button(desk, self.table, lambda: [_plain_order(o, today) for o in orders])
        count = label(tr("%n order(s)", "", len(orders)), tokens.SUB, 400, "text2")
        self.content.addLayout(line(count, None, self.save_button))
        self.content.addWidget(self.table, 1)
        self.table.set_rows([self._row(o, today) for o in orders])
        self.table.opened.connect(lambda key: open_document(desk, f"order:{key}"))
        self.first = self.table

    def _row(self, o: OrderTimes, today: date) -> TableRow:
        def day(on: date | None) -> str:
            return self._desk.formats.date(on) if on is not None else "-"

        punctual = o.on_time(today)
        tones = {}
        if punctual is False:
            tones["time"] = "danger"
        if o.in_full is False:
            tones["full"] = "danger"
        cells = (
            o.number, o.party_name, day(o.ordered_on), day(o.target_on), day(o.shipped_on),
            day(o.invoiced_on), day(o.paid_on), _yes(punctual), _yes(o.in_full),
        )  # fmt: skip
        return TableRow(str(o.order_id), cells, tones)


class OwedBehind(SidePanel):
    """What was owed on a day, the oldest first; a row leads to its document."""

    def __init__(
        self, desk: OfficeDesk, owed: Sequence[OwedItem], on: date, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._desk, self._on = desk, on
        self.use_full_width()
        tr = self.tr
        self.set_title(tr("Owed on {day}").format(day=desk.formats.date(on)))
        self.table = DataTable(tr("Owed"), [
            Column("document", tr("Document"), 260), Column("customer", tr("Customer")),
            Column("due", tr("Due"), 130), Column("open", tr("Open"), 140, figure=True),
        ])  # fmt: skip
        self.save_button = save_button(desk, self.table, lambda: [_plain_owed(x) for x in owed])
        self.content.addLayout(line(None, self.save_button))
        self.content.addWidget(self.table, 1)
        self.table.set_rows([self._row(place, x) for place, x in enumerate(owed)])
        self.table.opened.connect(lambda key: self._open(owed[int(key)]))
        self.first = self.table

    def _row(self, place: int, x: OwedItem) -> TableRow:
        late = x.open_minor > 0 and x.due_date < self._on
        cells = (
            f"{document_word(x.document_type)} {x.number}", x.party_name,
            self._desk.formats.date(x.due_date), self._desk.formats.money(x.open_minor),
        )  # fmt: skip
        return TableRow(str(place), cells, dict.fromkeys(("due", "open"), "danger") if late else {})

    def _open(self, x: OwedItem) -> None:
        if x.document_type == "sale":
            self._desk.go_to.emit("sales", x.number)
        else:
            open_document(self._desk, f"{x.document_type}:{x.document_id}")


def _plain_order(o: OrderTimes, today: date) -> list[Cell]:
    return [
        o.number, o.party_name, o.ordered_on, o.target_on, o.shipped_on, o.invoiced_on, o.paid_on,
        _yes(o.on_time(today)), _yes(o.in_full),
    ]  # fmt: skip


def _plain_owed(x: OwedItem) -> list[Cell]:
    return [f"{document_word(x.document_type)} {x.number}", x.party_name, x.due_date, x.open_minor]
