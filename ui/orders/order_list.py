"""Columns and rows of the list of orders."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.orders.list_queries import OrderSort
from app.orders.queries import OrderRow
from app.orders.states import Progress, Stage
from ui.office.section import OfficeDesk
from ui.orders.links import money
from ui.orders.words import order_status, progress_word
from ui.widgets.data_table import Column, TableRow

_TONES: Final = {Progress.NONE: "text2", Progress.PART: "warn", Progress.FULL: "ok"}
_WIDE: Final = 960  # a narrower table keeps the room for the customer's name
HIDDEN_AT_FIRST: Final = ("reference", "wanted", "allocation")


def order_columns() -> list[Column]:
    """All columns; what is sortable goes over an index."""
    tr = QCoreApplication.translate
    return [
        Column(OrderSort.NUMBER.value, tr("OrdersSection", "Number"), 150, sortable=True),
        Column(OrderSort.CUSTOMER.value, tr("OrdersSection", "Customer"), sortable=True),
        Column("reference", tr("OrdersSection", "Reference"), 140),
        Column(OrderSort.DAY.value, tr("OrdersSection", "Day"), 122, sortable=True),
        Column(OrderSort.WANTED.value, tr("OrdersSection", "Wanted on"), 122, sortable=True),
        Column("status", tr("OrdersSection", "Status"), 134),
        Column("allocation", tr("OrdersSection", "Committed"), 108),
        Column("shipment", tr("OrdersSection", "Shipped"), 88, least=_WIDE),
        Column("invoicing", tr("OrdersSection", "Invoiced"), 98),
        Column("payment", tr("OrdersSection", "Paid"), 80),
        Column(OrderSort.TOTAL.value, tr("OrdersSection", "Total"), 124, figure=True, sortable=True),
    ]


def listed_row(row: OrderRow, desk: OfficeDesk) -> TableRow:
    """A row of the list."""
    day, formats = row.ordered_on or row.valid_until, desk.formats
    tones = {
        "allocation": _TONES[row.allocation], "shipment": _TONES[row.shipment],
        "invoicing": _TONES[row.invoicing], "payment": _TONES[row.payment],
    }  # fmt: skip
    late = row.requested_on is not None and row.requested_on < desk.services.context.on
    if late and row.shipment is not Progress.FULL and row.number:
        tones["wanted"] = "danger"
    if Stage.ON_HOLD in row.stages:
        tones["status"] = "danger"
    elif Stage.DROPPED in row.stages:
        tones["status"] = "text2"
    cells = (
        row.number or row.quote_number or "-", row.party_name, row.customer_reference,
        formats.date(day) if day else "-", formats.date(row.requested_on) if row.requested_on else "-",
        order_status(row.status), progress_word(row.allocation), progress_word(row.shipment),
        progress_word(row.invoicing), progress_word(row.payment), money(desk, row.gross_minor, row.currency),
    )  # fmt: skip
    return TableRow(str(row.id), cells, tones)
