"""The e-invoices that left and those that came are the bytes that the journal knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, select

from app.audit.tables import journal
from app.invoicing.states import InvoiceKind
from app.invoicing.tables import einvoice_file, einvoice_received, invoice
from app.reporting.verify.papers import digest_of
from app.reporting.verify.results import Check, stream

_AT_ONCE: Final = 50  # files in memory
_SENT: Final = tuple(f"{kind.value}.einvoice" for kind in InvoiceKind)
_CAME: Final = ("einvoice.received",)


def _sent(connection: Connection) -> Iterator[str]:
    """Each kept e-invoice beside its digest, and the digest beside what the journal says of it."""
    told = _told(connection, _SENT)
    query = select(
        einvoice_file.c.invoice_id, einvoice_file.c.content, einvoice_file.c.sha256, invoice.c.number
    ).join_from(einvoice_file, invoice)
    with connection.execute(query, execution_options={"yield_per": _AT_ONCE}) as rows:
        for row in rows:
            digest = sha256(bytes(row.content)).hexdigest()
            if row.sha256 != digest or not told[row.invoice_id, digest]:
                yield f"the e-invoice of {row.number} is not the one that was written"
            else:
                told[row.invoice_id, digest] -= 1
    for (invoice_id, _digest), count in told.items():
        if count:
            yield f"an e-invoice of invoice {invoice_id} was written and is not there"


def _came(connection: Connection) -> Iterator[str]:
    """The same of those that came."""
    told = _told(connection, _CAME)
    query = select(
        einvoice_received.c.id, einvoice_received.c.content, einvoice_received.c.sha256,
        einvoice_received.c.file_name,
    )  # fmt: skip
    with connection.execute(query, execution_options={"yield_per": _AT_ONCE}) as rows:
        for row in rows:
            digest = sha256(bytes(row.content)).hexdigest()
            if row.sha256 != digest or not told.pop((row.id, digest), 0):
                yield f"the received e-invoice {row.file_name} is not the one that came"
    for received_id, _digest in told:
        yield f"the received e-invoice {received_id} came and is not there"


def _told(connection: Connection, kinds: tuple[str, ...]) -> Counter[tuple[int, str]]:
    query = select(journal.c.document_id, journal.c.payload).where(journal.c.kind.in_(kinds))
    return Counter((int(row.document_id), digest_of(row.payload)) for row in stream(connection, query))


EINVOICE_CHECKS: Final = (
    Check("einvoices_as_kept", "Kept e-invoices are the bytes that left.", _sent),
    Check("received_as_kept", "Received e-invoices are the bytes that came.", _came),
)
