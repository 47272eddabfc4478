"""Writes an e-invoice as XML: our port, and the library behind it.

`eu-einvoice` orders the elements of both syntaxes rightly and is used for nothing else: it is handed
every figure, and reckons none (its own totals are not asked for). What it does not do is done here.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, Final, Protocol

from app.einvoice.codec import plain_of
from app.einvoice.formats import CREDIT_NOTE_TYPES, INVOICE, PREPAYMENT, Category, Format
from app.einvoice.model import EInvoice, Note, Payment

_PROFILES: Final = {
    Format.PEPPOL: "peppol",
    Format.XRECHNUNG_UBL: "xrechnung-ubl",
    Format.XRECHNUNG_CII: "xrechnung-cii",
    Format.FACTURX: "facturx",
    Format.EN16931_UBL: "en16931-ubl",
    Format.EN16931_CII: "en16931-cii",
}


class EInvoiceWriter(Protocol):
    """Writes the model in a format."""

    def write(self, invoice: EInvoice, form: Format) -> bytes:
        """The XML; of Factur-X that which goes into the PDF. The same model gives the same bytes."""
        ...


class LibraryWriter:
    """By the generators of `eu-einvoice`."""

    def write(self, invoice: EInvoice, form: Format) -> bytes:
        """See EInvoiceWriter."""
        from eu_einvoice import cii, ubl
        from eu_einvoice.profiles import PROFILES

        suited = suit(invoice, form)
        plain = plain_of(suited, credit_note=suited.type in CREDIT_NOTE_TYPES)
        if form.is_xrechnung:
            _state_rate_of_o(plain)
        generate: Any = ubl.generate if form.is_ubl else cii.generate
        return bytes(generate(plain, PROFILES[_PROFILES[form]]))


def suit(invoice: EInvoice, form: Format) -> EInvoice:
    """The invoice as a format can say it, every figure unchanged.

    XRechnung has no type for down payments (BR-DE-17); lines of an early-payment discount end with a line
    break there (BR-DE-18). CII has one reference to an earlier invoice: the others become a note.
    """
    if form.is_xrechnung:
        if invoice.type == PREPAYMENT:
            invoice = replace(invoice, type=INVOICE)
        if invoice.payment is not None:
            invoice = replace(invoice, payment=_german(invoice.payment))
    if not form.is_ubl and len(invoice.preceding_invoices) > 1:
        first, *rest = invoice.preceding_invoices
        note = Note(", ".join(x.number for x in rest))
        invoice = replace(invoice, preceding_invoices=(first,), notes=(*invoice.notes, note))
    return invoice


def _german(payment: Payment) -> Payment:
    """With the early-payment discount in the form of BR-DE-18; such lines end with a line break."""
    terms = payment.terms
    if payment.early is not None:
        told = f"#SKONTO#TAGE={payment.early.days}#PROZENT={payment.early.percent:.2f}#"
        terms = f"{terms}\n{told}" if terms else told
    if "#SKONTO#" in terms and not terms.endswith("\n"):
        terms += "\n"
    return replace(payment, terms=terms)


def _state_rate_of_o(plain: dict[str, Any]) -> None:
    """BR-DE-14 wants a rate in every VAT breakdown; that of what is out of scope is 0."""
    for part in plain["vat_breakdown"]:
        if part["category"] == Category.OUT_OF_SCOPE.value and part["rate"] is None:
            part["rate"] = Decimal(0)
