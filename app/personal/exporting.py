"""Everything that is known of a person, to be handed to him."""

from __future__ import annotations

import json
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import Connection, LargeBinary, Table, select

from app.cases.tables import case_file, case_step, service_case
from app.documents.queries import PDF
from app.invoicing.tables import invoice, invoice_file, invoice_line
from app.kernel.text import file_name
from app.orders.tables import sales_order, sales_order_line
from app.parties.queries import NoSuchCustomerError
from app.parties.tables import party
from app.personal.fates import FOLLOW, KEYED, STAY, SUMMED
from app.till.tables import sale, sale_line

# what hangs on rows that name the customer: child, its column, parent
_CHILDREN: Final[tuple[tuple[Table, str, Table], ...]] = (
    (sale_line, "sale_id", sale),
    (sales_order_line, "order_id", sales_order),
    (invoice_line, "invoice_id", invoice),
    (case_step, "case_id", service_case),
    (case_file, "case_id", service_case),
)


def export_customer(connection: Connection, *, party_id: int) -> bytes:
    """A ZIP of all that is kept of a customer: `data.json`, invoices as they were sent, documents of cases.

    Amounts are minor units of their currency, quantities thousandths, times UTC. Two exports of the same data
    differ in nothing but the time of the files inside.

    Raises:
        NoSuchCustomerError: there is no such customer.
    """
    own = connection.execute(select(party).where(party.c.id == party_id)).one_or_none()
    if own is None:
        raise NoSuchCustomerError
    data: dict[str, list[dict[str, Any]]] = {"party": [_plain(party, own)]}
    for table in (*FOLLOW, *KEYED, *SUMMED, *STAY):
        data[table.name] = _rows(connection, table, table.c.party_id == party_id)
    for child, column, parent in _CHILDREN:
        mine = select(parent.c.id).where(parent.c.party_id == party_id)
        data[child.name] = _rows(connection, child, child.c[column].in_(mine))
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        told = {name: rows for name, rows in data.items() if rows}
        archive.writestr("data.json", json.dumps(told, ensure_ascii=False, indent=1, default=_text))
        for name, content in (*_papers(connection, party_id), *_attached(connection, party_id)):
            archive.writestr(name, content)
    return out.getvalue()


def _rows(connection: Connection, table: Table, condition: Any) -> list[dict[str, Any]]:
    order = list(table.primary_key.columns)
    return [_plain(table, r) for r in connection.execute(select(table).where(condition).order_by(*order))]


def _plain(table: Table, row: Any) -> dict[str, Any]:
    return {c.name: getattr(row, c.name) for c in table.columns if not isinstance(c.type, LargeBinary)}


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def _papers(connection: Connection, party_id: int) -> list[tuple[str, bytes]]:
    rows = connection.execute(
        select(invoice.c.number, invoice_file.c.content)
        .join_from(invoice_file, invoice)
        .where(invoice.c.party_id == party_id, invoice_file.c.kind == PDF)
        .order_by(invoice.c.id)
    )
    return [(f"invoices/{file_name(r.number)}.pdf", bytes(r.content)) for r in rows]


def _attached(connection: Connection, party_id: int) -> list[tuple[str, bytes]]:
    rows = connection.execute(
        select(service_case.c.number, case_file.c.id, case_file.c.name, case_file.c.content)
        .join_from(case_file, service_case)
        .where(service_case.c.party_id == party_id)
        .order_by(case_file.c.id)
    )
    return [(f"cases/{file_name(r.number)}/{r.id}-{file_name(r.name)}", bytes(r.content)) for r in rows]
