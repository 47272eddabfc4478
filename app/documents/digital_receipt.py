"""The receipt as a text that a telephone reads from a QR code: no server, no account, no address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection

from app.documents.formats import amount, moment, money, quantity, rate
from app.documents.texts import tender_name, text
from app.organisation.queries import Company, get_company
from app.till.queries import SaleView, get_sale

_MOST_BYTES: Final = 800  # version 18 at level L: still read from a screen at arm's length


def digital_receipt(connection: Connection, *, sale_id: int) -> list[list[bool]]:
    """The modules of a QR code with the receipt of a sale, dark ones True.

    What the law asks for is in it; lines that would make it too dense to be read are left out, from the end.
    """
    import segno

    found = receipt_text(get_sale(connection, sale_id=sale_id), get_company(connection))
    made = segno.make(found, error="l", boost_error=False, micro=False, encoding="utf-8")
    return [[bool(module) for module in row] for row in made.matrix]


def receipt_text(sale: SaleView, company: Company) -> str:
    """The receipt in a few lines, at most as long as a code may be."""
    head, tail = list(_head(sale, company)), list(_tail(sale, company))
    lines = list(_lines(sale, company))
    while lines and len("\n".join([*head, *lines, *tail]).encode()) > _MOST_BYTES:
        lines = [*lines[:-2], "…"] if lines[-1] == "…" else [*lines[:-1], "…"]
        if lines == ["…"]:
            break
    return "\n".join([*head, *lines, *tail])


def _head(sale: SaleView, company: Company) -> Iterator[str]:
    language = company.language
    yield company.name
    yield from (x for x in (company.street, f"{company.postcode} {company.city}".strip()) if x)
    if company.tax_number:
        yield f"{text('tax_number', language)} {company.tax_number}"
    kind = text("return" if sale.kind == "return" else "receipt", language)
    yield f"{kind} {sale.number}"
    yield moment(sale.completed_at, time_zone=company.time_zone, language=language)
    if company.is_training:
        yield text("training", language)


def _lines(sale: SaleView, company: Company) -> Iterator[str]:
    language = company.language
    for line in sale.lines:
        shown = line.gross_minor if line.includes_tax else line.net_minor
        many = quantity(line.quantity_milli, language)
        yield f"{many} {line.name} {amount(shown, sale.currency, language)}"


def _tail(sale: SaleView, company: Company) -> Iterator[str]:
    language, currency = company.language, sale.currency
    yield f"{text('total', language)} {money(sale.gross_minor, currency, language)}"
    for paid in sale.payments:
        name = tender_name(paid.tender_code, paid.tender_code, language)
        yield f"{name} {amount(paid.amount_minor, currency, language)}"
    for tax in sale.taxes:
        share = f"{tax.tax_code} {rate(tax.rate, language)}"
        base, of_it = (amount(x, currency, language) for x in (tax.base_minor, tax.tax_minor))
        yield f"{text('tax', language)} {share}: {of_it} / {base}"
    yield f"{text('journal', language)} {sale.journal_excerpt}"
