"""Keeps the exact bytes of what left the house."""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import insert

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.documents.invoice_papers import build_any_invoice
from app.documents.queries import PDF, find_kept_pdf
from app.invoicing.states import InvoiceStatus
from app.invoicing.store import lock_invoice
from app.invoicing.tables import invoice_file
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal


class NotPostedError(Refusal):
    """A draft has no paper to keep."""

    message = "This invoice is not posted yet, so it has no PDF to send. Post it first."


@permitted(Permission.INVOICE)
def print_invoice(uow: UnitOfWork, *, invoice_id: int) -> bytes:
    """The PDF of a posted invoice, credit note or pro-forma: made and kept once, the same bytes ever after.

    Raises:
        NotPostedError, PaperChangedError, NoSuchInvoiceError: see their sentences.
    """
    row = lock_invoice(uow, invoice_id)
    if row.status != InvoiceStatus.POSTED.value:
        raise NotPostedError
    kept = find_kept_pdf(uow.connection, invoice_id=invoice_id)
    if kept is not None:
        return kept
    content = build_any_invoice(uow.connection, invoice_id)
    digest = sha256(content).hexdigest()
    uow.connection.execute(
        insert(invoice_file),
        {
            "invoice_id": invoice_id, "kind": PDF, "content": content, "sha256": digest,
            "made_at": uow.now,
        },
    )  # fmt: skip
    take_step(
        uow, document_type=row.kind, document_id=invoice_id, step="printed", detail=row.number,
        payload={"number": row.number, "sha256": digest},
    )  # fmt: skip
    return content
