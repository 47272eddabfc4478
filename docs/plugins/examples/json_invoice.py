"""Invoices as plain JSON, for a customer's own program."""

import json

from app.einvoice.model import EInvoice
from app.plugins.contract import InvoiceFormat, Plugin


def write(invoice: EInvoice) -> bytes:
    """Number, day, buyer, lines and what is to be paid; amounts as texts."""
    lines = [
        {"name": x.name, "quantity": str(x.quantity), "unit": x.unit, "price": str(x.price)}
        for x in invoice.lines
    ]
    said = {
        "number": invoice.number, "type": invoice.type, "date": str(invoice.issue_date),
        "currency": invoice.currency, "buyer": invoice.buyer.name, "lines": lines,
        "payable_minor": int(invoice.totals.payable),
    }  # fmt: skip
    return json.dumps(said, ensure_ascii=False, indent=2).encode()


PLUGIN = Plugin("Invoices as JSON", invoices=(InvoiceFormat("plain-json", "Plain JSON", write),))
