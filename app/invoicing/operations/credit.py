"""Credit notes: linked to the lines they take back, never above what was invoiced."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, bindparam, func, select

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.post import post_invoice
from app.invoicing.refusals import (
    CreditReasonError,
    CreditTooMuchError,
    NotCreditableError,
    ReceiptInvoiceError,
)
from app.invoicing.rules import BillLine, credit_line, tax_totals
from app.invoicing.self_billing import SelfBilled, mark_self_billed
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.store import (
    InvoiceHead,
    SavedInvoice,
    by_uuid,
    invoice_lines,
    lock_invoice,
    write_draft,
)
from app.invoicing.tables import invoice, invoice_line
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.text import clean_field
from app.orders.operations.progress import record_progress
from app.orders.rules import base_quantity
from app.orders.store import line_rows
from app.organisation.queries import get_company
from app.receivables.items import apply_credit
from app.receivables.queries import items_of
from app.receivables.rules import Owed, oldest_first
from app.tax.queries import taxes_on
from app.terms.tax_rules import as_billed

_CREDITED: Final = (
    select(
        invoice_line.c.credits_line_id, func.sum(invoice_line.c.quantity_milli),
        func.sum(invoice_line.c.amount_minor), func.sum(invoice_line.c.net_minor),
        func.sum(invoice_line.c.gross_minor),
    )
    .join_from(invoice_line, invoice)
    .where(
        invoice.c.corrects_id == bindparam("invoice_"),
        invoice.c.status == InvoiceStatus.POSTED.value,
        invoice_line.c.credits_line_id.is_not(None),
    )
    .group_by(invoice_line.c.credits_line_id)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CreditWish:
    """So much of an invoice line is credited, in the sold unit; with what becomes of it."""

    invoice_line_id: int
    quantity_milli: int


@permitted(Permission.CREDIT_NOTE)
def credit_invoice(
    uow: UnitOfWork, *, uuid: str, invoice_id: int, reason: str,
    wishes: Sequence[CreditWish] | None = None, bill_again: bool = False,
    theirs: SelfBilled | None = None,
) -> SavedInvoice:  # fmt: skip
    """Write and post a credit note for lines of an invoice, or for all of it.

    It is set against the invoice as far as that is open; the rest stays as the customer's credit.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one credit note.
        invoice_id: the posted invoice.
        reason: why; stands on the paper.
        wishes: what is credited; everything that is left when left out.
        bill_again: the goods stay sold and are billed anew (a wrong price), so the order waits for
            another invoice.
        theirs: the customer wrote it: its number and day.

    Raises:
        CreditReasonError, NotCreditableError, CreditTooMuchError, PeriodClosedError.
    """
    there = by_uuid(uow, uuid)
    if there is not None:
        return there
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise CreditReasonError
    row = lock_invoice(uow, invoice_id)
    if row.status != InvoiceStatus.POSTED.value or row.kind not in (
        InvoiceKind.INVOICE.value, InvoiceKind.PREPAYMENT.value
    ):  # fmt: skip
        raise NotCreditableError
    if row.sale_id is not None:
        raise ReceiptInvoiceError(number=row.number)
    lines = {x.id: x for x in invoice_lines(uow.connection, invoice_id)}
    before = {
        r[0]: (int(r[1]), int(r[2]), int(r[3]), int(r[4]))
        for r in uow.connection.execute(_CREDITED, {"invoice_": invoice_id})
    }
    credited = _credited(lines, before, wishes)
    taxes = as_billed(
        taxes_on(uow.connection, row.delivered_on or row.date), [x.tax_code for x in lines.values()]
    )
    order_ids = tuple(sorted({x.order_id for x in lines.values() if x.order_id is not None}))
    head = InvoiceHead(
        uuid=uuid, kind=InvoiceKind.CREDIT_NOTE, party_id=row.party_id, bill_to=json.loads(row.bill_to),
        currency=row.currency, rate_micro=row.rate_micro, includes_tax=row.includes_tax,
        order_ids=order_ids, customer_reference=row.customer_reference, language=row.language,
        delivered_on=row.delivered_on, corrects_id=row.id, reason=why,
    )  # fmt: skip
    draft = write_draft(uow, head, credited, tax_totals(credited, taxes))
    if theirs is not None:
        mark_self_billed(uow, draft.invoice_id, theirs)
    done = post_invoice(uow, invoice_id=draft.invoice_id, on=theirs.issued_on if theirs else None)
    _set_against(uow, row, done)
    _tell_orders(uow, credited, bill_again=bill_again)
    take_step(
        uow, document_type=row.kind, document_id=row.id, step="credited", detail=f"{done.number}: {why}",
        payload={"credit_note": done.number, "gross_minor": done.gross_minor, "reason": why},
    )  # fmt: skip
    return done


def _credited(
    lines: Mapping[int, Row[Any]], before: Mapping[int, tuple[int, int, int, int]],
    wishes: Sequence[CreditWish] | None,
) -> list[BillLine]:  # fmt: skip
    none = (0, 0, 0, 0)
    if wishes is None:
        left = {i: x.quantity_milli - before.get(i, none)[0] for i, x in lines.items()}
        wishes = [CreditWish(i, q) for i, q in left.items() if q > 0]
    found: list[BillLine] = []
    upto = dict(before)  # a line may be wished for twice in one credit note
    for wish in wishes:
        x = lines.get(wish.invoice_line_id)
        left_of = x.quantity_milli - upto.get(x.id, none)[0] if x is not None else 0
        if x is None or not 0 < wish.quantity_milli <= left_of:
            raise CreditTooMuchError(
                name=x.name if x is not None else "that line", left=milli_to_decimal(left_of),
                wanted=milli_to_decimal(wish.quantity_milli),
            )  # fmt: skip
        taken = credit_line(
            _as_line(x), line_id=x.id, quantity_milli=wish.quantity_milli,
            base_milli=base_quantity(wish.quantity_milli, x.base_milli * 1000 // x.quantity_milli),
            before=upto.get(x.id, none),
        )  # fmt: skip
        found.append(taken)
        quantity, amount, net, gross = upto.get(x.id, none)
        upto[x.id] = (
            quantity + taken.quantity_milli, amount + taken.amount_minor, net + taken.net_minor,
            gross + taken.gross_minor,
        )  # fmt: skip
    if not found:
        raise CreditTooMuchError(name="everything", left=0, wanted=0)
    return found


def _as_line(x: Row[Any]) -> BillLine:
    return BillLine(
        **{name: getattr(x, name) for name in BillLine.__dataclass_fields__ if name != "credits_line_id"}
    )


def _set_against(uow: UnitOfWork, row: Row[Any], done: SavedInvoice) -> None:
    """The credit note pays the invoice as far as it is open."""
    company = get_company(uow.connection)
    owed = items_of(uow.connection, document_type=row.kind, document_id=row.id)
    credit = items_of(uow.connection, document_type=done.kind.value, document_id=done.invoice_id)
    parts = oldest_first(done.gross_minor, [Owed(i.id, i.due_date, i.open_minor) for i in owed])
    if parts and credit:
        apply_credit(
            uow, credit_item_id=credit[0].id, parts=parts, business_date=company.day_of(uow.now),
            currency=company.currency,
        )  # fmt: skip


def _tell_orders(uow: UnitOfWork, credited: Sequence[BillLine], *, bill_again: bool) -> None:
    by_order: dict[int, dict[int, int]] = {}
    for x in credited:
        if x.order_id is not None:
            mine = by_order.setdefault(x.order_id, {})
            if x.order_line_id is not None:
                mine[x.order_line_id] = mine.get(x.order_line_id, 0) + x.base_milli
    for order_id, quantities in sorted(by_order.items()):
        invoiced = {x.id: x.invoiced_milli - x.credited_milli for x in line_rows(uow.connection, order_id)}
        name, sign = ("invoiced_milli", -1) if bill_again else ("credited_milli", 1)
        record_progress(
            uow, order_id=order_id,
            changes={i: {name: sign * min(q, invoiced[i])} for i, q in quantities.items()},
        )  # fmt: skip
