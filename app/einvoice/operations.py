"""Keeping e-invoices: those that leave, and those that come."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256

from sqlalchemy import insert, select

from app.audit.operations import note
from app.audit.steps import take_step
from app.db.columns import NAME, SHORT
from app.db.unit_of_work import UnitOfWork
from app.einvoice.details import remember_format
from app.einvoice.making import WRITER, MadeEInvoice
from app.einvoice.posted import einvoice_of_posted
from app.einvoice.queries import find_einvoice
from app.einvoice.receiving import ReceivedFile
from app.einvoice.refusals import MadeOtherwiseError, NotValidError
from app.invoicing.store import lock_invoice
from app.invoicing.tables import einvoice_file, einvoice_received
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted


@dataclass(frozen=True, slots=True)
class KeptReceived:
    """What became of a received file."""

    received_id: int
    number: str
    was_there: bool  # the very same file came before


@permitted(Permission.INVOICE)
def keep_einvoice(uow: UnitOfWork, *, made: MadeEInvoice) -> bytes:
    """Keep an e-invoice that passed its check, and give back the bytes that leave.

    Made again without a change it is the same file; a mended address makes another, and both are kept.

    Raises:
        NotValidError: the official rules do not let it pass.
        MadeOtherwiseError: what it is made of changed since it was checked.
    """
    posted = made.posted
    if not made.is_valid:
        worst = made.findings[0]
        raise NotValidError(number=posted.number, format=made.form.value, rule=f"{worst.rule} {worst.text}")
    row = lock_invoice(uow, posted.invoice_id)
    again = einvoice_of_posted(uow.connection, invoice_id=posted.invoice_id)
    if WRITER.write(again.invoice, made.form) != made.xml:
        raise MadeOtherwiseError(number=posted.number)
    kept = find_einvoice(uow.connection, invoice_id=posted.invoice_id, form=made.form)
    remember_format(uow, party_id=posted.party_id, form=made.form)
    if kept is not None and kept.says(made.xml):
        return kept.content
    uow.connection.execute(
        insert(einvoice_file),
        {
            "id": next_id(), "invoice_id": posted.invoice_id, "format": made.form.value,
            "content": made.content, "sha256": made.sha256, "warnings": len(made.findings),
            "made_at": uow.now, "made_by": uow.actor.user_id,
        },
    )  # fmt: skip
    take_step(
        uow, document_type=row.kind, document_id=row.id, step="einvoice", detail=made.form.value,
        payload={"number": row.number, "format": made.form.value, "sha256": made.sha256},
    )  # fmt: skip
    return made.content


@permitted(Permission.INVOICE)
def keep_received(uow: UnitOfWork, *, received: ReceivedFile) -> KeptReceived:
    """Keep a received e-invoice with its exact bytes; the same file twice is one record."""
    digest = sha256(received.content).hexdigest()
    there = uow.connection.execute(
        select(einvoice_received.c.id, einvoice_received.c.number).where(einvoice_received.c.sha256 == digest)
    ).one_or_none()
    if there is not None:
        return KeptReceived(there.id, there.number, was_there=True)
    said, row_id = received.read.invoice, next_id()
    uow.connection.execute(
        insert(einvoice_received),
        {
            "id": row_id, "file_name": received.name[:NAME], "content": received.content,
            "sha256": digest, "format": received.form.value, "type": said.type[:SHORT],
            "number": said.number[:NAME], "issued_on": said.issue_date, "due_on": said.due_date,
            "seller": said.seller.name[:NAME], "seller_vat_id": said.seller.vat_id[:SHORT],
            "currency": said.currency[:SHORT], "payable_cents": said.totals.payable,
            "valid": received.is_valid,
            "findings": json.dumps([asdict(f) for f in received.findings], ensure_ascii=False),
            "received_at": uow.now, "received_by": uow.actor.user_id,
        },
    )  # fmt: skip
    note(
        uow, kind="einvoice.received", document_type="einvoice_received", document_id=row_id,
        payload={"sha256": digest, "format": received.form.value, "valid": received.is_valid},
    )  # fmt: skip
    return KeptReceived(row_id, said.number, was_there=False)
