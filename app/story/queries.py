"""The whole story of a transaction from any of its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection, or_, select

from app.audit.steps import Step, list_steps
from app.banking.states import MatchStatus
from app.banking.tables import bank_line, bank_match, bank_match_part, bank_statement
from app.fulfilment.tables import pick_line, pick_list, shipment
from app.invoicing.tables import deposit_use, invoice
from app.orders.tables import order_document, sales_order
from app.parties.tables import party
from app.payments.tables import customer_payment
from app.receivables.queries import Allocated, list_allocations

INVOICES: Final = ("invoice", "prepayment", "credit_note", "pro_forma")
MAX_ROUNDS: Final = 6  # an order, its invoices, their payments, what else those paid: enough


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """One document of the story."""

    document_type: str  # "order", "pick_list", "shipment", "invoice", ..., "customer_payment"
    document_id: int
    number: str
    status: str
    on: date | None
    at: datetime
    amount_minor: int | None
    currency: str | None
    party_id: int | None


@dataclass(frozen=True, slots=True)
class Story:
    """Documents in the order they came up, what was applied to what, and who did what when."""

    party_id: int | None
    party_name: str
    documents: tuple[StoryDocument, ...]
    steps: tuple[Step, ...]
    allocations: tuple[Allocated, ...]


def whole_story(connection: Connection, *, document_type: str, document_id: int) -> Story:
    """Everything that belongs to a document: its orders, picks, shipments, bills and payments."""
    orders = _orders_of(connection, document_type, document_id)
    found = {(document_type, document_id)} | {("order", i) for i in orders}
    found |= _linked(connection, orders)
    for _round in range(MAX_ROUNDS):
        more = found | _money_of(connection, found) | _corrections(connection, found)
        more |= _bank_of(connection, found)
        if more == found:
            break
        found = more
    documents = sorted(_documents(connection, found), key=lambda d: (d.at, d.document_id))
    party_id = next((d.party_id for d in documents if d.party_id is not None), None)
    name = connection.execute(select(party.c.name).where(party.c.id == party_id)).scalar_one_or_none()
    money = [i for t, i in found if t in INVOICES or t == "customer_payment"]
    return Story(
        party_id, name or "", tuple(documents),
        tuple(list_steps(connection, documents=sorted(found))),
        tuple(list_allocations(connection, document_ids=money)),
    )  # fmt: skip


def _orders_of(connection: Connection, document_type: str, document_id: int) -> list[int]:
    if document_type == "order":
        return [document_id]
    wanted = {document_id}
    if document_type == "bank_line":
        wanted = {i for t, i in _bank_of(connection, {("bank_line", document_id)}) if t == "customer_payment"}
    if document_type in ("customer_payment", "bank_line"):
        wanted |= {
            i for a in list_allocations(connection, document_ids=sorted(wanted)) for i in _ends(a)
        }  # fmt: skip
    rows = connection.execute(
        select(order_document.c.order_id).where(order_document.c.document_id.in_(sorted(wanted)))
    ).scalars()
    return sorted(set(rows))


def _ends(found: Allocated) -> tuple[int, int]:
    return found.item_document_id, found.credit_document_id


def _linked(connection: Connection, orders: Sequence[int]) -> set[tuple[str, int]]:
    rows = connection.execute(
        select(order_document.c.document_type, order_document.c.document_id).where(
            order_document.c.order_id.in_(list(orders))
        )
    )
    return {(str(t), int(i)) for t, i in rows}


def _money_of(connection: Connection, found: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
    """Payments, credit notes and refunds that met one of the documents."""
    bills = {i for t, i in found if t in INVOICES}
    paid = {i for t, i in found if t == "customer_payment"}
    more: set[tuple[str, int]] = set()
    for a in list_allocations(connection, document_ids=sorted(bills | paid)):
        if a.item_document_id in bills:
            more.add((a.credit_type, a.credit_document_id))
        if a.credit_document_id in bills | paid and a.item_type == "refund":
            more.add(("customer_payment", a.item_document_id))
    return more


def _bank_of(connection: Connection, found: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
    """Lines of the bank and the payments they were booked as, either way."""
    paid = [i for t, i in found if t == "customer_payment"]
    seen = [i for t, i in found if t == "bank_line"]
    rows = connection.execute(
        select(bank_match.c.line_id, bank_match_part.c.payment_id)
        .join_from(bank_match_part, bank_match)
        .where(
            bank_match.c.status == MatchStatus.POSTED.value,
            bank_match_part.c.payment_id.is_not(None),
            or_(bank_match_part.c.payment_id.in_(paid), bank_match.c.line_id.in_(seen)),
        )
    )
    more: set[tuple[str, int]] = set()
    for line_id, payment_id in rows:
        more |= {("bank_line", int(line_id)), ("customer_payment", int(payment_id))}
    return more


def _corrections(connection: Connection, found: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
    bills = sorted(i for t, i in found if t in INVOICES)
    rows = connection.execute(
        select(invoice.c.kind, invoice.c.id, invoice.c.corrects_id).where(
            or_(invoice.c.corrects_id.in_(bills), invoice.c.id.in_(bills))
        )
    ).all()
    more = {(str(r.kind), int(r.id)) for r in rows}
    more |= {("invoice", int(r.corrects_id)) for r in rows if r.corrects_id is not None}
    uses = connection.execute(select(deposit_use).where(deposit_use.c.invoice_id.in_(bills)))
    return more | {("prepayment", int(r.prepayment_id)) for r in uses}


def _documents(connection: Connection, found: Iterable[tuple[str, int]]) -> list[StoryDocument]:
    by_type: dict[str, list[int]] = {}
    for document_type, document_id in found:
        kind = "invoice" if document_type in INVOICES else document_type
        by_type.setdefault(kind, []).append(document_id)
    documents: list[StoryDocument] = []
    for kind, ids in by_type.items():
        read = _READERS.get(kind)
        if read is not None:
            documents += read(connection, sorted(set(ids)))
    return documents


def _orders(connection: Connection, ids: list[int]) -> list[StoryDocument]:
    rows = connection.execute(select(sales_order).where(sales_order.c.id.in_(ids)))
    return [
        StoryDocument(
            "order", r.id, r.number or r.quote_number or "", r.status, r.ordered_on, r.created_at,
            r.gross_minor, r.currency, r.party_id,
        )
        for r in rows
    ]  # fmt: skip


def _pick_lists(connection: Connection, ids: list[int]) -> list[StoryDocument]:
    rows = connection.execute(
        select(pick_list).where(pick_list.c.id.in_(ids), pick_list.c.id.in_(select(pick_line.c.pick_list_id)))
    )
    return [
        StoryDocument("pick_list", r.id, r.number, r.status, None, r.created_at, None, None, None)
        for r in rows
    ]


def _shipments(connection: Connection, ids: list[int]) -> list[StoryDocument]:
    rows = connection.execute(select(shipment).where(shipment.c.id.in_(ids)))
    return [
        StoryDocument(
            "shipment", r.id, r.number or "", r.status, r.business_date, r.packed_at, None, None, r.party_id
        )
        for r in rows
    ]


def _invoices(connection: Connection, ids: list[int]) -> list[StoryDocument]:
    rows = connection.execute(select(invoice).where(invoice.c.id.in_(ids)))
    return [
        StoryDocument(
            r.kind, r.id, r.number or "", r.status, r.date, r.created_at, r.gross_minor, r.currency,
            r.party_id,
        )
        for r in rows
    ]  # fmt: skip


def _payments(connection: Connection, ids: list[int]) -> list[StoryDocument]:
    rows = connection.execute(select(customer_payment).where(customer_payment.c.id.in_(ids)))
    return [
        StoryDocument(
            "customer_payment", r.id, r.number, r.status, r.business_date, r.at, r.amount_minor, r.currency,
            r.party_id,
        )
        for r in rows
    ]  # fmt: skip


def _bank_lines(connection: Connection, ids: list[int]) -> list[StoryDocument]:
    rows = connection.execute(
        select(bank_line, bank_statement.c.at)
        .join_from(bank_line, bank_statement, bank_statement.c.id == bank_line.c.statement_id)
        .where(bank_line.c.id.in_(ids))
    )
    return [
        StoryDocument(
            "bank_line", r.id, r.bank_reference or r.name, r.status, r.booked_on, r.at, r.amount_minor,
            r.currency, None,
        )
        for r in rows
    ]  # fmt: skip


_READERS: Final[dict[str, Callable[[Connection, list[int]], list[StoryDocument]]]] = {
    "order": _orders,
    "pick_list": _pick_lists,
    "shipment": _shipments,
    "invoice": _invoices,
    "customer_payment": _payments,
    "bank_line": _bank_lines,
}
