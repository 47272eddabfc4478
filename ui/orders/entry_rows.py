"""The rows of the table in which an order is written."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.orders.screen_queries import PreviewLine
from ui.formatting import Formats
from ui.orders.entry_lines import EntryLine
from ui.widgets.data_table import Column, TableRow

_WIDE: Final = 960  # a narrower table leaves out what the others tell as well
_EMPTY: Final = ("", "", "", "", "")


def entry_columns() -> list[Column]:
    """Item, figures, and what there is of it."""
    tr = QCoreApplication.translate
    return [
        Column("item", tr("EntryPanel", "Item")),
        Column("quantity", tr("EntryPanel", "Quantity"), 82, figure=True),
        Column("unit", tr("EntryPanel", "Unit"), 64, least=_WIDE),
        Column("price", tr("EntryPanel", "Price"), 76, figure=True),
        Column("discount", tr("EntryPanel", "Disc."), 60, figure=True),
        Column("amount", tr("EntryPanel", "Amount"), 92, figure=True),
        Column("on_hand", tr("EntryPanel", "On hand"), 80, figure=True, least=_WIDE),
        Column("committed", tr("EntryPanel", "Committed"), 102, figure=True, least=_WIDE),
        Column("available", tr("EntryPanel", "Available"), 92, figure=True),
        Column("incoming", tr("EntryPanel", "Incoming"), 86, figure=True),
        Column("date", tr("EntryPanel", "Date"), 122),
    ]


def entry_row(place: int, entry: EntryLine, shown: PreviewLine | None, formats: Formats) -> TableRow:
    """A line with what it comes to, once that is known."""
    name, quantity = entry.name or "…", formats.quantity(entry.quantity_milli)
    discount = formats.percent(entry.discount_hundredths) if entry.discount_hundredths else ""
    if shown is None or shown.refusal is not None:
        tones = {"item": "danger"} if shown is not None else {}
        return TableRow(str(place), (name, quantity, "", "-", discount, "-", *_EMPTY), tones)
    if entry.is_words:
        return TableRow(str(place), (name, "", "", "", "", "", *_EMPTY), {"item": "text2"})
    unit, price = formats.unit(shown.unit), formats.amount(shown.unit_price_minor)
    priced = (name, quantity, unit, price, discount, formats.amount(shown.amount_minor))
    if entry.is_free or entry.is_service:
        planned = formats.date(entry.scheduled_on) if entry.scheduled_on else ""
        return TableRow(str(place), (*priced, "", "", "", "", planned))
    return _goods_row(place, priced, shown, formats)


def _goods_row(place: int, priced: tuple[str, ...], shown: PreviewLine, formats: Formats) -> TableRow:
    short = shown.base_milli > shown.available_milli
    unknown = QCoreApplication.translate("EntryPanel", "unknown")
    stock = (
        formats.quantity(shown.on_hand_milli), formats.quantity(shown.committed_milli),
        formats.quantity(shown.available_milli), formats.quantity(shown.incoming_milli),
        formats.date(shown.promised_on) if shown.promised_on else unknown,
    )  # fmt: skip
    return TableRow(str(place), (*priced, *stock), {"available": "danger", "date": "warn"} if short else {})
