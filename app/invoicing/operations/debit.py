"""Debit notes: what was billed too low is billed afterwards, with the invoice it belongs to named."""

from __future__ import annotations

import json

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.drafts import with_tax
from app.invoicing.operations.post import post_invoice
from app.invoicing.refusals import DebitAmountError, DebitReasonError, NotDebitableError
from app.invoicing.rules import BillLine
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.store import InvoiceHead, SavedInvoice, by_uuid, invoice_lines, lock_invoice, write_draft
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import ONE
from app.kernel.text import clean_field
from app.organisation.queries import get_company
from app.tax.queries import taxes_on
from app.terms.tax_rules import as_billed


@permitted(Permission.INVOICE)
def debit_invoice(
    uow: UnitOfWork, *, uuid: str, invoice_id: int, invoice_line_id: int, amount_minor: int, reason: str
) -> SavedInvoice:
    """Write and post a debit note for a line of an invoice, at that line's tax.

    It is a document of the series of invoices that names the one it belongs to (directive 2006/112/EC,
    article 219); nothing is ordered or delivered by it.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one debit note.
        invoice_id: the posted invoice.
        invoice_line_id: which of its lines was billed too low.
        amount_minor: by how much, as the invoice's prices are: with or without tax.
        reason: why; stands on the paper.

    Raises:
        NotDebitableError, DebitAmountError, DebitReasonError, PeriodClosedError: see their sentences.
    """
    there = by_uuid(uow, uuid)
    if there is not None:
        return there
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise DebitReasonError
    if amount_minor <= 0:
        raise DebitAmountError
    row = lock_invoice(uow, invoice_id)
    lines = invoice_lines(uow.connection, invoice_id)
    line = next((x for x in lines if x.id == invoice_line_id), None)
    posted = row.status == InvoiceStatus.POSTED.value and row.kind == InvoiceKind.INVOICE.value
    if not posted or row.sale_id is not None or line is None:
        raise NotDebitableError
    taxes = as_billed(taxes_on(uow.connection, row.delivered_on or row.date), [x.tax_code for x in lines])
    bill = BillLine(
        name=line.name, sku=line.sku, unit=line.unit, quantity_milli=ONE, base_milli=ONE,
        unit_price_minor=amount_minor, amount_minor=amount_minor, tax_class_id=line.tax_class_id,
        tax_code=line.tax_code, product_id=line.product_id,
    )  # fmt: skip
    whole, totals = with_tax(
        [bill], company=get_company(uow.connection), includes_tax=row.includes_tax, taxes=taxes
    )
    head = InvoiceHead(
        uuid=uuid, kind=InvoiceKind.INVOICE, party_id=row.party_id, bill_to=json.loads(row.bill_to),
        currency=row.currency, rate_micro=row.rate_micro, includes_tax=row.includes_tax,
        payment_term_id=row.payment_term_id, customer_reference=row.customer_reference,
        language=row.language, delivered_on=row.delivered_on, corrects_id=row.id, reason=why,
    )  # fmt: skip
    draft = write_draft(uow, head, whole, totals)
    done = post_invoice(uow, invoice_id=draft.invoice_id)
    take_step(
        uow, document_type=row.kind, document_id=row.id, step="debited", detail=f"{done.number}: {why}",
        payload={"debit_note": done.number, "gross_minor": done.gross_minor, "reason": why},
    )  # fmt: skip
    return done
