"""Making an e-invoice: what is posted is written and checked; nothing is kept here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection

from app.documents.invoice_papers import build_any_invoice
from app.einvoice.findings import Finding, is_valid
from app.einvoice.formats import Format
from app.einvoice.hybrid import hybrid_pdf
from app.einvoice.judging import judge
from app.einvoice.posted import PostedEInvoice, einvoice_of_posted
from app.einvoice.writer import EInvoiceWriter, LibraryWriter

WRITER: EInvoiceWriter = LibraryWriter()


@dataclass(frozen=True, slots=True)
class Material:
    """What an e-invoice is made of, read in one go."""

    posted: PostedEInvoice
    form: Format
    letter: bytes  # the PDF, where the format is one


@dataclass(frozen=True, slots=True)
class MadeEInvoice:
    """An e-invoice with what the rules say of it."""

    posted: PostedEInvoice
    form: Format
    xml: bytes
    content: bytes  # the file that leaves: the XML, or the PDF with it inside
    findings: tuple[Finding, ...]

    @property
    def is_valid(self) -> bool:
        """Whether it may leave."""
        return is_valid(self.findings)

    @property
    def sha256(self) -> str:
        """Of the file."""
        return sha256(self.content).hexdigest()

    @property
    def file_name(self) -> str:
        """What it is called."""
        return f"{self.posted.number}{self.form.suffix}"


def gather(connection: Connection, *, invoice_id: int, form: Format) -> Material:
    """Read what an e-invoice is made of.

    Raises:
        NoEInvoiceOfThisError, SeveralTaxesError, CurrencyDecimalsError, NoSuchInvoiceError.
    """
    posted = einvoice_of_posted(connection, invoice_id=invoice_id)
    letter = build_any_invoice(connection, invoice_id) if form is Format.FACTURX else b""
    return Material(posted, form, letter)


def make(material: Material, *, by: Callable[[bytes, Format], list[Finding]] = judge) -> MadeEInvoice:
    """Write it and have it checked; takes a second the first time, so it runs on a lane.

    Raises:
        JudgeFailedError: the rules could not be run.
    """
    form = material.form
    xml = WRITER.write(material.posted.invoice, form)
    findings = tuple(by(xml, form))
    content = hybrid_pdf(material.letter, xml) if form is Format.FACTURX else xml
    return MadeEInvoice(material.posted, form, xml, content, findings)
