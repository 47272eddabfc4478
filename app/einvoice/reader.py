"""Reads e-invoices: UBL and CII, alone or inside a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from app.einvoice.codec import einvoice_of
from app.einvoice.model import EInvoice
from app.einvoice.refusals import NotAnEInvoiceError, XmlBrokenError, XmlTooLargeError
from app.einvoice.xml import MOST_BYTES, parse_xml

UBL_INVOICE: Final = "{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice"
UBL_CREDIT_NOTE: Final = "{urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2}CreditNote"
CII_INVOICE: Final = "{urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100}CrossIndustryInvoice"
_INSIDE: Final = ("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml")


@dataclass(frozen=True, slots=True)
class ReadEInvoice:
    """What a file says."""

    invoice: EInvoice
    syntax: str  # "ubl" or "cii"
    xml: bytes  # the invoice itself, taken out of the PDF where it was in one
    in_pdf: bool
    notes: tuple[str, ...]  # what our model does not keep of it


def read_einvoice(content: bytes, *, name: str) -> ReadEInvoice:
    """Read a file.

    Args:
        content: its bytes.
        name: what it is called, for sentences.

    Raises:
        NotAnEInvoiceError, XmlTooLargeError, XmlDoctypeError, XmlBrokenError, FigureError: see their
            sentences.
    """
    from eu_einvoice.parse import parse_cii, parse_ubl

    in_pdf = content.startswith(b"%PDF-")
    xml = xml_inside(content, name=name) if in_pdf else content
    root = parse_xml(xml, name=name)
    if root.tag in (UBL_INVOICE, UBL_CREDIT_NOTE):
        syntax, parse = "ubl", parse_ubl
    elif root.tag == CII_INVOICE:
        syntax, parse = "cii", parse_cii
    else:
        raise NotAnEInvoiceError(name=name)
    plain, notes = _parsed(parse, root, name)
    return ReadEInvoice(einvoice_of(plain), syntax, xml, in_pdf, tuple(notes))


def _parsed(parse: Any, root: Any, name: str) -> tuple[dict[str, Any], list[str]]:
    """The library takes for granted that an element has a text: one without breaks it."""
    try:
        plain, notes = parse(root)
    except (AttributeError, TypeError, ValueError, LookupError) as error:
        raise XmlBrokenError(name=name, detail="an element that must have a value is empty") from error
    return plain, notes


def xml_inside(content: bytes, *, name: str) -> bytes:
    """The invoice that is attached to a PDF.

    Raises:
        NotAnEInvoiceError, XmlTooLargeError: see their sentences.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    if len(content) > MOST_BYTES:
        raise XmlTooLargeError(name=name, limit=MOST_BYTES // 1_000_000)
    try:
        attached = PdfReader(BytesIO(content)).attachments
        for file, contents in attached.items():
            if file.lower() in _INSIDE:
                return bytes(contents[0])
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotAnEInvoiceError(name=name) from error
    raise NotAnEInvoiceError(name=name)
