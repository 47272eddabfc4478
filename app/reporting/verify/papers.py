"""The PDFs that left the house are the ones that were written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, select

from app.audit.tables import journal
from app.invoicing.states import InvoiceKind
from app.invoicing.tables import invoice, invoice_file
from app.reporting.verify.results import Check, stream

_AT_ONCE: Final = 50  # files in memory
_KEPT_AS: Final = "pdf"
_KINDS: Final = tuple(f"{kind.value}.printed" for kind in InvoiceKind)


def _kept(connection: Connection) -> Iterator[str]:
    """Each kept PDF beside its digest, and digest and time beside what the journal says of it."""
    told = _told(connection)
    query = select(invoice_file, invoice.c.number).join_from(invoice_file, invoice)
    with connection.execute(query, execution_options={"yield_per": _AT_ONCE}) as rows:
        for row in rows:
            found = sha256(bytes(row.content)).hexdigest()
            as_told = told.pop(row.invoice_id, None) == (row.sha256, row.made_at)
            if not as_told or row.sha256 != found or row.kind != _KEPT_AS:
                yield f"the PDF of {row.number} is not the one that was written"
    for invoice_id in told:
        yield f"the PDF of invoice {invoice_id} was written and is not there"


def _told(connection: Connection) -> dict[int, tuple[str, datetime]]:
    query = select(journal.c.document_id, journal.c.payload, journal.c.at).where(journal.c.kind.in_(_KINDS))
    return {int(row.document_id): (digest_of(row.payload), row.at) for row in stream(connection, query)}


def digest_of(payload: str) -> str:
    """The SHA-256 that an entry of the journal names; "" where it names none."""
    try:
        return str(json.loads(payload)["sha256"])
    except (ValueError, KeyError, TypeError):
        return ""  # equals no digest: the paper is named


PAPER_CHECKS: Final = (
    Check("papers_as_kept", "Kept PDFs of invoices are the bytes that were written.", _kept),
)
