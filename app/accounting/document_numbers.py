"""Which number a document bears that an entry names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, select

from app.accounting.tables import expense
from app.collections.tables import dunning_letter, reduction
from app.fulfilment.tables import shipment
from app.inventory.tables import goods_receipt
from app.invoicing.tables import invoice
from app.payments.tables import customer_payment
from app.receivables.tables import open_item
from app.till.tables import cash_movement, sale

_CHUNK: Final = 500
_TABLES: Final[dict[str, tuple[Table, ColumnElement[Any]]]] = {
    **dict.fromkeys(("invoice", "prepayment", "credit_note"), (invoice, invoice.c.number)),
    "sale": (sale, sale.c.number),
    "customer_payment": (customer_payment, customer_payment.c.number),
    "shipment": (shipment, shipment.c.number),
    "goods_receipt": (goods_receipt, goods_receipt.c.number),
    "reduction": (reduction, reduction.c.number),
    "dunning_letter": (dunning_letter, dunning_letter.c.number),
    "cash_movement": (cash_movement, cash_movement.c.number),
    "opening_item": (open_item, open_item.c.document_number),
    "expense": (expense, expense.c.number),
}


def document_numbers(
    connection: Connection, documents: Iterable[tuple[str, int]]
) -> dict[tuple[str, int], str]:
    """The numbers of documents by (type, id); those that have none are left out."""
    by_type: dict[str, list[int]] = {}
    for document_type, document_id in documents:
        if document_type in _TABLES:
            by_type.setdefault(document_type, []).append(document_id)
    found: dict[tuple[str, int], str] = {}
    for document_type, ids in by_type.items():
        table, number = _TABLES[document_type]
        ids.sort()
        for place in range(0, len(ids), _CHUNK):
            rows = connection.execute(
                select(table.c.id, number).where(table.c.id.in_(ids[place : place + _CHUNK]))
            )
            found |= {(document_type, int(i)): str(n) for i, n in rows if n is not None}
    return found
