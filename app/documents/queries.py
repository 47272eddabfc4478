"""The papers that are kept."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, select

from app.invoicing.tables import invoice, invoice_file
from app.kernel.refusal import Refusal

PDF: Final = "pdf"


class PaperChangedError(Refusal):
    """The kept bytes are not those that were written."""

    message = (
        "The stored PDF of {number} is not the one that was written (SHA-256 differs). "
        "Restore it from a backup before you send it."
    )


def find_kept_pdf(connection: Connection, *, invoice_id: int) -> bytes | None:
    """The kept PDF of an invoice, checked against its SHA-256; None before it was first printed.

    Raises:
        PaperChangedError: somebody changed the bytes.
    """
    row = connection.execute(
        select(invoice_file.c.content, invoice_file.c.sha256, invoice.c.number)
        .join_from(invoice_file, invoice)
        .where(invoice_file.c.invoice_id == invoice_id, invoice_file.c.kind == PDF)
    ).one_or_none()
    if row is None:
        return None
    content = bytes(row.content)
    if sha256(content).hexdigest() != row.sha256:
        raise PaperChangedError(number=row.number)
    return content
