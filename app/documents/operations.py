"""Keeps the exact bytes of what left the house."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, insert, select

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.documents.invoice_papers import build_any_invoice
from app.invoicing.states import InvoiceStatus
from app.invoicing.store import lock_invoice
from app.invoicing.tables import invoice_file
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal

_PDF: Final = "pdf"


class NotPostedError(Refusal):
    """A draft has no paper to keep."""

    message = "This invoice is not posted yet, so it has no PDF to send. Post it first."


class PaperChangedError(Refusal):
    """The kept bytes are not those that were written."""

    message = (
        "The stored PDF of {number} is not the one that was written (SHA-256 differs). "
        "Restore it from a backup before you send it."
    )


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
            "invoice_id": invoice_id, "kind": _PDF, "content": content, "sha256": digest,
            "made_at": uow.now,
        },
    )  # fmt: skip
    take_step(
        uow, document_type=row.kind, document_id=invoice_id, step="printed", detail=row.number,
        payload={"number": row.number, "sha256": digest},
    )  # fmt: skip
    return content


def find_kept_pdf(connection: Connection, *, invoice_id: int) -> bytes | None:
    """The kept PDF of an invoice, checked against its SHA-256; None before it was first printed.

    Raises:
        PaperChangedError: somebody changed the bytes.
    """
    row = connection.execute(
        select(invoice_file.c.content, invoice_file.c.sha256).where(
            invoice_file.c.invoice_id == invoice_id, invoice_file.c.kind == _PDF
        )
    ).one_or_none()
    if row is None:
        return None
    content = bytes(row.content)
    if sha256(content).hexdigest() != row.sha256:
        raise PaperChangedError(number=f"invoice {invoice_id}")
    return content
