"""The list of invoices as a screen shows it: sorted by any of its columns, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from app.db.walk import walk_page
from app.invoicing.screen_queries import (
    InvoiceView,
    ListedInvoice,
    search_invoices,
    view_conditions,
    with_open,
)
from app.invoicing.tables import invoice
from app.kernel.text import fold
from app.parties.tables import party

PAGE: Final = 200


class InvoiceSort(StrEnum):
    """What the list is sorted by; each goes over an index, so that the first page costs the same always."""

    NEWEST = "newest"
    NUMBER = "number"
    CUSTOMER = "customer"
    DAY = "day"
    DUE = "due"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class InvoiceMark:
    """Where a page ended: the value of the sorted column there, the customer, and the invoice's id."""

    value: Any
    party_id: int
    invoice_id: int


_LIST: Final = select(
    invoice, party.c.name.label("party_name"), party.c.search_key.label("search_key")
).join_from(invoice, party)
# the sum keeps SQLite from looking customers up by id: it walks them by name and finds each one's invoices
_BY_CUSTOMER: Final = select(
    invoice, party.c.name.label("party_name"), party.c.search_key.label("search_key")
).join_from(party, invoice, invoice.c.party_id == party.c.id + 0)
_COLUMNS: Final[dict[InvoiceSort, Any]] = {
    InvoiceSort.NUMBER: invoice.c.number,
    InvoiceSort.CUSTOMER: party.c.search_key,
    InvoiceSort.DAY: invoice.c.date,
    InvoiceSort.DUE: invoice.c.due_date,
    InvoiceSort.TOTAL: invoice.c.gross_minor,
}


def sorted_invoices(
    connection: Connection, *, view: InvoiceView = InvoiceView.ALL, text: str = "", on: date,
    sort: InvoiceSort = InvoiceSort.NEWEST, descending: bool = True, after: InvoiceMark | None = None,
    limit: int = PAGE,
) -> tuple[list[ListedInvoice], InvoiceMark | None]:  # fmt: skip
    """A page, and the mark after which the next one begins (None: that was all).

    Drafts without a value in the sorted column stand last, whichever way it is sorted.

    Args:
        connection: where to read.
        view: only those.
        text: begins the number or the customer's name.
        on: the day "overdue" is meant for.
        sort: by what.
        descending: from the greatest to the least.
        after: where the page before ended.
        limit: rows of a page.
    """
    if sort is InvoiceSort.NEWEST:
        before = None if after is None else after.invoice_id
        found = search_invoices(connection, view=view, text=text, on=on, after_id=before, limit=limit)
        last = found[-1].row if len(found) == limit else None
        return found, None if last is None else InvoiceMark(None, last.party_id, last.id)
    condition = view_conditions(on).get(view)
    narrow = [] if condition is None else [condition]
    if text.strip():
        narrow.append(_named(text.strip()))
    column = _COLUMNS[sort]
    rows = _by_column(
        connection, column, narrow, after, limit, descending=descending, few=condition is not None
    )
    mark = None
    if len(rows) == limit:
        mark = InvoiceMark(getattr(rows[-1], column.name), rows[-1].party_id, rows[-1].id)
    return with_open(connection, rows), mark


def _named(text: str) -> ColumnElement[bool]:
    upper, key = text.upper(), fold(text)
    return or_(
        and_(invoice.c.number >= upper, invoice.c.number < upper + "~"),
        and_(party.c.search_key >= key, party.c.search_key < key + "\uffff"),
    )


def _by_column(
    connection: Connection, column: Any, narrow: list[ColumnElement[bool]], after: InvoiceMark | None,
    limit: int, *, descending: bool, few: bool,
) -> list[Row[Any]]:  # fmt: skip
    """First what has a value, in its order; then what has none. Two questions keep each on its index."""
    by_name = column.table is party
    query = _BY_CUSTOMER if by_name and not few else _LIST
    keys = (column, party.c.id, invoice.c.id) if by_name else (column, invoice.c.id)
    rows: list[Row[Any]] = []
    if after is None or after.value is not None:
        value = func.coalesce(column, column) if few else column
        at = None
        if after is not None:
            at = (
                (after.value, after.party_id, after.invoice_id)
                if by_name
                else (after.value, after.invoice_id)
            )
        there = query.where(*narrow, value.is_not(None))
        rows = walk_page(connection, there, keys, at, limit=limit, descending=descending, few=few)
    if len(rows) < limit and column.nullable:
        beyond = (after.invoice_id,) if after is not None and after.value is None else None
        rows += walk_page(
            connection, query.where(*narrow, column.is_(None)), (invoice.c.id,), beyond,
            limit=limit - len(rows), descending=descending, few=few,
        )  # fmt: skip
    return rows
