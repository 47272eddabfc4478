"""The e-invoices that are kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, Row, or_, select

from app.einvoice.findings import Finding
from app.einvoice.formats import Format
from app.einvoice.reader import ReadEInvoice, read_einvoice, xml_inside
from app.einvoice.refusals import EInvoiceChangedError, NoSuchReceivedError
from app.einvoice.sums import SumFault, sum_faults
from app.invoicing.tables import einvoice_file, einvoice_received, invoice
from app.kernel.text import clean

PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class KeptEInvoice:
    """An e-invoice that left."""

    id: int
    number: str
    form: Format
    content: bytes
    sha256: str
    made_at: datetime

    def says(self, xml: bytes) -> bool:
        """Whether it is made of this XML."""
        if self.form is Format.FACTURX:
            return xml_inside(self.content, name=self.number) == xml
        return self.content == xml


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """A row of the list of received ones."""

    id: int
    file_name: str
    format: str
    type: str
    number: str
    issued_on: date | None
    due_on: date | None
    seller: str
    seller_vat_id: str
    currency: str
    payable_cents: int  # hundredths of the currency
    valid: bool
    received_at: datetime


@dataclass(frozen=True, slots=True)
class ReceivedDetail:
    """A received one with everything its page shows."""

    row: ReceivedRow
    content: bytes
    sha256: str
    read: ReadEInvoice
    findings: tuple[Finding, ...]
    faults: tuple[SumFault, ...]


def list_einvoices(connection: Connection, *, invoice_id: int) -> list[KeptEInvoice]:
    """The e-invoices that left of an invoice, the last first; each checked against its SHA-256.

    Raises:
        EInvoiceChangedError: somebody changed the bytes.
    """
    rows = connection.execute(
        select(einvoice_file, invoice.c.number)
        .join_from(einvoice_file, invoice)
        .where(einvoice_file.c.invoice_id == invoice_id)
        .order_by(einvoice_file.c.id.desc())
    )
    return [_kept(r) for r in rows]


def find_einvoice(connection: Connection, *, invoice_id: int, form: Format) -> KeptEInvoice | None:
    """The last one of a format; None before it was first made.

    Raises:
        EInvoiceChangedError: somebody changed the bytes.
    """
    kept = list_einvoices(connection, invoice_id=invoice_id)
    return next((x for x in kept if x.form is form), None)


def _kept(r: Row[Any]) -> KeptEInvoice:
    content = bytes(r.content)
    if sha256(content).hexdigest() != r.sha256:
        raise EInvoiceChangedError(number=r.number)
    return KeptEInvoice(r.id, r.number, Format(r.format), content, r.sha256, r.made_at)


def list_received(
    connection: Connection, *, text: str = "", after_id: int | None = None, limit: int = PAGE
) -> list[ReceivedRow]:
    """Received e-invoices, newest first, by number or seller; the next page begins after the last id."""
    columns = [einvoice_received.c[name] for name in ReceivedRow.__dataclass_fields__]
    query = select(*columns).order_by(einvoice_received.c.id.desc()).limit(limit)
    if after_id is not None:
        query = query.where(einvoice_received.c.id < after_id)
    wanted = clean(text)
    if wanted:
        query = query.where(
            or_(
                einvoice_received.c.number.icontains(wanted, autoescape=True),
                einvoice_received.c.seller.icontains(wanted, autoescape=True),
            )
        )
    return [ReceivedRow(*row) for row in connection.execute(query)]


def get_received(connection: Connection, *, received_id: int) -> ReceivedDetail:
    """Everything of a received e-invoice, read anew from the bytes that came.

    Raises:
        NoSuchReceivedError, EInvoiceChangedError: see their sentences.
    """
    r = connection.execute(
        select(einvoice_received).where(einvoice_received.c.id == received_id)
    ).one_or_none()
    if r is None:
        raise NoSuchReceivedError
    content = bytes(r.content)
    if sha256(content).hexdigest() != r.sha256:
        raise EInvoiceChangedError(number=r.number)
    read = read_einvoice(content, name=r.file_name)
    row = ReceivedRow(*(getattr(r, name) for name in ReceivedRow.__dataclass_fields__))
    findings = tuple(Finding(**each) for each in json.loads(r.findings))
    return ReceivedDetail(row, content, r.sha256, read, findings, tuple(sum_faults(read.invoice)))
