"""What only screens ask about invoices: lists by standing, with counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, and_, exists, func, select, union

from app.invoicing.queries import InvoiceRow, read_row
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.tables import invoice
from app.kernel.text import fold
from app.parties.tables import party
from app.receivables.tables import open_item

PAGE: Final = 200


class InvoiceView(StrEnum):
    """A chip over the list of invoices."""

    ALL = "all"
    DRAFT = "draft"
    HELD = "held"
    OPEN = "open"
    OVERDUE = "overdue"
    CREDIT_NOTES = "credit_notes"


@dataclass(frozen=True, slots=True)
class ListedInvoice:
    """A row with what is still open of it."""

    row: InvoiceRow
    open_minor: int


def _open(on: date | None = None) -> ColumnElement[bool]:
    owed = [
        open_item.c.document_id == invoice.c.id, open_item.c.open_minor != 0, open_item.c.open_minor > 0,
        open_item.c.document_type == invoice.c.kind,
    ]  # fmt: skip
    if on is not None:
        owed.append(open_item.c.due_date < on)
    return exists(select(open_item.c.id).where(*owed))


def view_conditions(on: date) -> Mapping[InvoiceView, ColumnElement[bool]]:
    """What each chip narrows the list to; `on` is the day "overdue" is meant for."""
    return {
        InvoiceView.DRAFT: invoice.c.status == InvoiceStatus.DRAFT.value,
        InvoiceView.HELD: invoice.c.status == InvoiceStatus.HELD.value,
        InvoiceView.OPEN: _open(),
        InvoiceView.OVERDUE: _open(on),
        InvoiceView.CREDIT_NOTES: invoice.c.kind == InvoiceKind.CREDIT_NOTE.value,
    }


def count_invoices(connection: Connection, *, on: date) -> dict[InvoiceView, int]:
    """The counts on the chips; those of money come from the open items, so that paid ones cost nothing."""
    status = view_conditions(on)
    found = {
        view: int(connection.execute(
            select(func.count()).select_from(invoice).where(status[view])
        ).scalar_one())
        for view in (InvoiceView.DRAFT, InvoiceView.HELD)
    }  # fmt: skip
    owed = (
        open_item.c.open_minor != 0, open_item.c.open_minor > 0,
        open_item.c.document_type.in_((InvoiceKind.INVOICE.value, InvoiceKind.PREPAYMENT.value)),
    )  # fmt: skip
    for view, more in ((InvoiceView.OPEN, ()), (InvoiceView.OVERDUE, (open_item.c.due_date < on,))):
        count = select(func.count(open_item.c.document_id.distinct())).where(*owed, *more)
        found[view] = int(connection.execute(count).scalar_one())
    return found


def search_invoices(
    connection: Connection, *, view: InvoiceView = InvoiceView.ALL, text: str = "", on: date,
    after_id: int | None = None, limit: int = PAGE,
) -> list[ListedInvoice]:  # fmt: skip
    """Invoices, newest first; the next page begins after the last row's id.

    Args:
        connection: where to read.
        view: only those.
        text: begins the number or the customer's name.
        on: the day "overdue" is meant for.
        after_id: the last id of the page before.
        limit: rows of a page.
    """
    wanted: list[ColumnElement[bool]] = []
    condition = view_conditions(on).get(view)
    if condition is not None:
        wanted.append(condition)
    if after_id is not None:
        wanted.append(invoice.c.id < after_id)
    if text.strip():
        wanted = [_among(text.strip(), wanted, limit)]
    query = select(invoice, party.c.name.label("party_name")).join_from(invoice, party).where(*wanted)
    return with_open(connection, connection.execute(query.order_by(invoice.c.id.desc()).limit(limit)).all())


def with_open(connection: Connection, rows: Sequence[Row[Any]]) -> list[ListedInvoice]:
    """The rows of a list with what is still open of each."""
    open_of = _open_minor(connection, [r.id for r in rows])
    return [ListedInvoice(read_row(r), open_of.get((r.kind, r.id), 0)) for r in rows]


def _among(text: str, wanted: Sequence[ColumnElement[bool]], limit: int) -> ColumnElement[bool]:
    """The newest of what each index finds: an OR would read and sort all that match."""
    upper, key = text.upper(), fold(text)
    names = select(party.c.id).where(party.c.search_key >= key, party.c.search_key < key + "\uffff")
    finds = (
        and_(invoice.c.number >= upper, invoice.c.number < upper + "~"), invoice.c.party_id.in_(names),
    )  # fmt: skip
    newest = [
        select(invoice.c.id).where(*wanted, found).order_by(invoice.c.id.desc()).limit(limit).subquery()
        for found in finds
    ]
    return invoice.c.id.in_(union(*(select(part.c.id) for part in newest)))


def _open_minor(connection: Connection, ids: list[int]) -> dict[tuple[str, int], int]:
    rows: Any = connection.execute(
        select(open_item.c.document_type, open_item.c.document_id, func.sum(open_item.c.open_minor))
        .where(open_item.c.document_id.in_(ids))
        .group_by(open_item.c.document_type, open_item.c.document_id)
    )
    return {(str(kind), int(i)): int(total) for kind, i, total in rows}
