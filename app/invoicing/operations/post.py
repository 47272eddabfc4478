"""Posting: matched three ways, numbered without a gap, booked, and frozen from then on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, bindparam, insert, select, update

from app.audit.seals import seal_stored
from app.audit.steps import take_step
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.fulfilment.tables import shipment_line
from app.invoicing.deposits import Deduction, deduct, open_deposits, takes_deposit_back
from app.invoicing.operations.numbers import take_invoice_number, their_day
from app.invoicing.postings import Booked, invoice_postings
from app.invoicing.refusals import (
    BillingCountryError,
    InvoiceFutureError,
    PostedFrozenError,
    ReleaseReasonError,
)
from app.invoicing.rules import Matchable, Mismatch, match_line
from app.invoicing.states import INVOICE_TRANSITIONS, InvoiceKind, InvoiceStatus
from app.invoicing.store import SEALED, SavedInvoice, invoice_lines, invoice_taxes, lock_invoice, saved
from app.invoicing.tables import deposit_use, invoice, invoice_hold, invoice_line
from app.kernel.ids import take_ids
from app.kernel.money import round_half_up
from app.kernel.permission import Permission, permitted
from app.kernel.state import check_transition
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.periods import require_open_period
from app.orders.operations.progress import record_progress
from app.orders.states import LineKind, OrderStatus
from app.orders.store import line_rows, lock_order, name_document
from app.organisation.queries import get_company
from app.receivables.items import ItemDraft, credit_instalment, open_items
from app.terms.calendar import on_banking_days
from app.terms.queries import get_terms, term_lines
from app.terms.rules import Instalment, instalments

_SHIPPED: Final = (
    select(shipment_line)
    .where(shipment_line.c.order_line_id.in_(bindparam("ids_", expanding=True)))
    .order_by(shipment_line.c.id)
    .with_for_update()
)
_BILLED: Final = Prepared(
    update(shipment_line)
    .where(shipment_line.c.id == bindparam("id_"))
    .values(invoiced_milli=shipment_line.c.invoiced_milli + bindparam("quantity_"))
)
_DEFERRED: Final = Prepared(
    update(invoice_line)
    .where(invoice_line.c.id == bindparam("id_"))
    .values(deferred_minor=bindparam("amount_"))
)
_SAVE: Final = update(invoice).where(invoice.c.id == bindparam("id_"))
Orders = dict[int, tuple[Row[Any], dict[int, Row[Any]]]]


@permitted(Permission.INVOICE)
def post_invoice(
    uow: UnitOfWork, *, invoice_id: int, on: date | None = None, deduct_deposit: bool | None = None
) -> SavedInvoice:
    """Post a draft, or hold it where it does not agree with order and delivery.

    Posting twice does nothing the second time.

    Args:
        uow: the transaction.
        invoice_id: the draft.
        on: its date; today when left out. Never before the last one of the series.
        deduct_deposit: take paid-in-advance off here; on the last invoice of an order when left out.

    Raises:
        InvoiceDateError, InvoiceFutureError, PeriodClosedError, BillingCountryError,
        InvalidTransitionError: see their sentences.
    """
    row = lock_invoice(uow, invoice_id)
    if row.status == InvoiceStatus.POSTED.value:
        return saved(row, was_there=True)
    check_transition(INVOICE_TRANSITIONS, InvoiceStatus(row.status), InvoiceStatus.POSTED)
    lines = invoice_lines(uow.connection, invoice_id)
    orders = _orders(uow, lines)
    if row.status == InvoiceStatus.DRAFT.value and row.kind == InvoiceKind.INVOICE.value:
        held = _match(uow, lines, orders)
        if held:
            return hold_invoice(uow, row, held)
    elif row.status == InvoiceStatus.HELD.value and not uow.actor.may(Permission.RELEASE_INVOICE):
        return saved(row, was_there=True)
    return _post(uow, row, lines, orders, on, deduct_deposit)


@permitted(Permission.RELEASE_INVOICE)
def release_invoice(uow: UnitOfWork, *, invoice_id: int, reason: str, on: date | None = None) -> SavedInvoice:
    """Post an invoice that is held, with a reason that is kept; raises ReleaseReasonError."""
    row = lock_invoice(uow, invoice_id)
    if row.status == InvoiceStatus.POSTED.value:
        return saved(row, was_there=True)
    check_transition(INVOICE_TRANSITIONS, InvoiceStatus(row.status), InvoiceStatus.POSTED)
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise ReleaseReasonError
    uow.connection.execute(
        update(invoice_hold)
        .where(invoice_hold.c.invoice_id == invoice_id, invoice_hold.c.released_at.is_(None))
        .values(released_at=uow.now, released_by=uow.actor.user_id, release_note=why)
    )
    take_step(
        uow, document_type=row.kind, document_id=invoice_id, step="released", detail=why,
        payload={"reason": why},
    )  # fmt: skip
    lines = invoice_lines(uow.connection, invoice_id)
    return _post(uow, row, lines, _orders(uow, lines), on or their_day(uow, invoice_id), None)


@permitted(Permission.INVOICE)
def void_draft(uow: UnitOfWork, *, invoice_id: int) -> SavedInvoice:
    """Throw a draft away; a posted document is corrected by a credit note."""
    row = lock_invoice(uow, invoice_id)
    if row.status == InvoiceStatus.POSTED.value:
        raise PostedFrozenError(number=row.number)
    check_transition(INVOICE_TRANSITIONS, InvoiceStatus(row.status), InvoiceStatus.VOIDED)
    uow.connection.execute(
        update(invoice)
        .where(invoice.c.id == invoice_id)
        .values(status=InvoiceStatus.VOIDED.value, version=row.version + 1)
    )
    take_step(uow, document_type=row.kind, document_id=invoice_id, step="voided", payload={})
    return saved(lock_invoice(uow, invoice_id))


def _orders(uow: UnitOfWork, lines: Sequence[Row[Any]]) -> Orders:
    """The orders of the lines, locked in the order of their ids, with their lines."""
    found: Orders = {}
    for order_id in sorted({x.order_id for x in lines if x.order_id is not None}):
        order = lock_order(uow, order_id)
        found[order_id] = (order, {x.id: x for x in line_rows(uow.connection, order_id)})
    return found


def _match(uow: UnitOfWork, lines: Sequence[Row[Any]], orders: Orders) -> list[Mismatch]:
    shipped = {
        s.id: s.quantity_milli - s.returned_milli - s.invoiced_milli
        for s in uow.connection.execute(
            select(shipment_line).where(
                shipment_line.c.id.in_([x.shipment_line_id for x in lines if x.shipment_line_id])
            )
        )
    }
    found: list[Mismatch] = []
    billed: dict[int, int] = {}
    for x in lines:
        if x.order_line_id is None:
            continue
        order, by_id = orders[x.order_id]
        line = by_id[x.order_line_id]
        delivered = LineKind(line.kind).is_delivered
        found += match_line(
            Matchable(
                name=line.name, billed_milli=x.base_milli,
                ordered_milli=line.ordered_milli - line.cancelled_milli,
                delivered_milli=line.shipped_milli - line.returned_milli,
                invoiced_milli=line.invoiced_milli + billed.get(line.id, 0),
                needs_delivery=order.invoice_policy == "delivered" and delivered,
                order_held=order.status == OrderStatus.ON_HOLD.value,
                unit_price_minor=line.unit_price_minor, billed_price_minor=x.unit_price_minor,
                tax_class_id=line.tax_class_id, billed_tax_class_id=x.tax_class_id,
                shipment_left_milli=shipped.get(x.shipment_line_id) if x.shipment_line_id else None,
            )
        )  # fmt: skip
        billed[line.id] = billed.get(line.id, 0) + x.base_milli
    return found


def hold_invoice(uow: UnitOfWork, row: Row[Any], held: Sequence[Mismatch]) -> SavedInvoice:
    """A draft waits for somebody's word, with the reasons why."""
    uow.connection.execute(
        insert(invoice_hold),
        [
            {
                "id": hold_id, "invoice_id": row.id, "reason": h.reason.value, "detail": h.detail[:200],
                "created_at": uow.now, "released_at": None, "released_by": None, "release_note": None,
            }
            for hold_id, h in zip(take_ids(len(held)), held, strict=True)
        ],
    )  # fmt: skip
    uow.connection.execute(
        update(invoice)
        .where(invoice.c.id == row.id)
        .values(status=InvoiceStatus.HELD.value, version=row.version + 1)
    )
    reasons = tuple(dict.fromkeys(h.reason.value for h in held))
    take_step(
        uow, document_type=row.kind, document_id=row.id, step="held",
        detail="; ".join(h.detail for h in held), payload={"reasons": list(reasons)},
    )  # fmt: skip
    return SavedInvoice(
        row.id, InvoiceKind(row.kind), InvoiceStatus.HELD, None, row.gross_minor, row.payable_minor, reasons
    )


def _post(
    uow: UnitOfWork, row: Row[Any], lines: Sequence[Row[Any]], orders: Orders, on: date | None,
    deduct_deposit: bool | None,  # noqa: FBT001 - handed through
) -> SavedInvoice:  # fmt: skip
    kind = InvoiceKind(row.kind)
    today = get_company(uow.connection).day_of(uow.now)
    day = on or today
    if day > today:
        raise InvoiceFutureError(on=day, today=today)
    require_open_period(uow.connection, on=day)
    if '"country":""' in row.bill_to:
        raise BillingCountryError(name=get_terms(uow.connection, party_id=row.party_id).name)
    deferred = _defer(uow, lines, orders) if kind is InvoiceKind.INVOICE else {}
    changes = _counters(lines, orders, deferred) if kind is InvoiceKind.INVOICE else {}
    _mark_shipped(uow, kind, lines)
    deposits = _deposits(uow, row, orders, changes, deduct_deposit) if kind is InvoiceKind.INVOICE else []
    payable = row.gross_minor - sum(d.gross_minor for d in deposits)
    terms = get_terms(uow.connection, party_id=row.party_id)
    asked = instalments(
        term_lines(
            uow.connection, payment_term_id=row.payment_term_id, payment_days=terms.payment_days
        ),
        amount_minor=payable, on=day,
    )  # fmt: skip
    parts = on_banking_days(uow.connection, asked)
    number, sequence = take_invoice_number(uow, row.id, kind, day)
    uow.connection.execute(
        _SAVE,
        {
            "id_": row.id, "status": InvoiceStatus.POSTED.value, "number": number,
            "fiscal_year": day.year, "sequence": sequence, "date": day,
            "due_date": max(p.due_date for p in parts), "posted_at": uow.now,
            "posted_by": uow.actor.user_id, "deposit_minor": row.gross_minor - payable,
            "payable_minor": payable, "version": row.version + 1,
        },
    )  # fmt: skip
    if kind is not InvoiceKind.PRO_FORMA:
        _book(uow, row, lines, parts, deposits, deferred, number, day)
    for order_id in sorted(orders):
        name_document(uow, document_type=row.kind, document_id=row.id, number=number)
        record_progress(uow, order_id=order_id, changes=changes.get(order_id, {}))
    seal_stored(uow, SEALED, [row.id])
    take_step(
        uow, document_type=row.kind, document_id=row.id, step="posted", detail=number,
        payload={
            "number": number, "date": day, "net_minor": row.net_minor, "tax_minor": row.tax_minor,
            "gross_minor": row.gross_minor, "payable_minor": payable, "party": row.party_id,
        },
    )  # fmt: skip
    return SavedInvoice(row.id, kind, InvoiceStatus.POSTED, number, row.gross_minor, payable)


def _defer(uow: UnitOfWork, lines: Sequence[Row[Any]], orders: Orders) -> dict[int, tuple[int, int]]:
    """What is billed before it left: quantity and net by invoice line; its revenue waits."""
    found: dict[int, tuple[int, int]] = {}
    recognised: dict[int, int] = {}
    for x in lines:
        if x.order_line_id is None:
            continue
        line = orders[x.order_id][1][x.order_line_id]
        if not LineKind(line.kind).is_delivered:
            continue
        done = recognised.get(line.id, line.invoiced_milli - line.deferred_milli)
        now = min(x.base_milli, max(line.shipped_milli - done, 0))
        recognised[line.id] = done + now
        later = x.base_milli - now
        if later:
            found[x.id] = (later, round_half_up(x.net_minor * later, x.base_milli))
    if found:
        _DEFERRED.run(uow.connection, [{"id_": i, "amount_": a} for i, (_q, a) in found.items()])
    return found


def _counters(
    lines: Sequence[Row[Any]], orders: Orders, deferred: Mapping[int, tuple[int, int]]
) -> dict[int, dict[int, dict[str, int]]]:
    changes: dict[int, dict[int, dict[str, int]]] = {}
    for x in lines:
        if x.order_line_id is None:
            continue
        line = orders[x.order_id][1][x.order_line_id]
        mine = changes.setdefault(x.order_id, {}).setdefault(
            line.id, {"invoiced_milli": 0, "deferred_milli": 0, "deferred_minor": 0}
        )
        room = line.ordered_milli - line.invoiced_milli - mine["invoiced_milli"]
        mine["invoiced_milli"] += min(x.base_milli, room)
        quantity, amount = deferred.get(x.id, (0, 0))
        mine["deferred_milli"] += quantity
        mine["deferred_minor"] += amount
    return changes


def _mark_shipped(uow: UnitOfWork, kind: InvoiceKind, lines: Sequence[Row[Any]]) -> None:
    """What left is billed now: the named shipment lines, else the oldest of the order line."""
    wanted = sorted({x.order_line_id for x in lines if x.order_line_id is not None})
    if kind is not InvoiceKind.INVOICE or not wanted:
        return
    rows = uow.connection.execute(_SHIPPED, {"ids_": wanted}).all()
    left = {s.id: s.quantity_milli - s.returned_milli - s.invoiced_milli for s in rows}
    marks: dict[int, int] = {}
    for x in lines:
        rest = x.base_milli
        for s in rows:
            if s.order_line_id != x.order_line_id or x.shipment_line_id not in (None, s.id):
                continue
            taken = min(rest, left[s.id])
            if taken > 0:
                marks[s.id] = marks.get(s.id, 0) + taken
                left[s.id] -= taken
                rest -= taken
    if marks:
        _BILLED.run(uow.connection, [{"id_": i, "quantity_": q} for i, q in marks.items()])


def _deposits(
    uow: UnitOfWork, row: Row[Any], orders: Orders, changes: Mapping[int, dict[int, dict[str, int]]],
    wanted: bool | None,  # noqa: FBT001 - handed through
) -> list[Deduction]:  # fmt: skip
    if wanted is False:
        return []
    found: list[Deduction] = []
    left = row.gross_minor
    for order_id, (_order, by_id) in orders.items():
        complete = all(
            x.ordered_milli - x.cancelled_milli
            <= x.invoiced_milli + changes.get(order_id, {}).get(x.id, {}).get("invoiced_milli", 0)
            for x in by_id.values()
        )
        if complete or wanted:
            for deposit in open_deposits(uow.connection, order_id=order_id):
                used = deduct(deposit, left)
                left -= used.gross_minor
                found += [used] if used.gross_minor else []
    if found:
        uow.connection.execute(
            insert(deposit_use),
            [
                {
                    "invoice_id": row.id, "prepayment_id": d.prepayment_id, "net_minor": d.net_minor,
                    "tax_minor": d.tax_minor, "gross_minor": d.gross_minor,
                }
                for d in found
            ],
        )  # fmt: skip
    return found


def _book(
    uow: UnitOfWork, row: Row[Any], lines: Sequence[Row[Any]], parts: Sequence[Instalment],
    deposits: Sequence[Deduction], deferred: Mapping[int, tuple[int, int]], number: str, day: date,
) -> None:  # fmt: skip
    kind = InvoiceKind(row.kind)
    opened = [p for p in parts if p.amount_minor]
    booked = Booked(
        kind, row.party_id, row.rate_micro,
        [(x.tax_code, x.net_minor, deferred.get(x.id, (0, 0))[1]) for x in lines],
        [(t.code, t.tax_minor) for t in invoice_taxes(uow.connection, row.id)], deposits,
        [p.amount_minor for p in opened], of_deposit=takes_deposit_back(uow.connection, row.corrects_id),
    )  # fmt: skip
    post(
        uow, kind=row.kind, business_date=day, document_type=row.kind, document_id=row.id,
        postings=invoice_postings(booked),
    )  # fmt: skip
    if kind is InvoiceKind.CREDIT_NOTE:
        opened = credit_instalment(sum(p.amount_minor for p in opened), day) if opened else []
    if opened:
        company = get_company(uow.connection)
        open_items(
            uow,
            draft=ItemDraft(
                row.party_id, row.kind, row.id, number, day, opened,
                None if row.currency == company.currency else row.currency, row.rate_micro,
            ),
        )  # fmt: skip
