"""Who sells, who buys and how it is paid, in the terms of the norm."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from sqlalchemy import Connection, select

from app.documents.formats import day, money, rate
from app.documents.letterhead import Letterhead
from app.documents.trade_texts import words
from app.einvoice.details import BuyerDetails, SellerDetails
from app.einvoice.model import (
    Contact,
    CreditTransfer,
    EarlyDiscount,
    Identifier,
    Party,
    Payment,
    PostalAddress,
)
from app.invoicing.queries import InvoiceDetail
from app.invoicing.states import InvoiceKind
from app.invoicing.tables import invoice
from app.receivables.queries import OpenItem
from app.terms.queries import list_contacts
from app.terms.tables import payment_term

_VAT_ID: Final = re.compile(r"[A-Z]{2}[0-9A-Z+*]{2,13}")
_SEPA_TRANSFER: Final = "58"  # UNCL 4461
_TRANSFER: Final = "30"


def seller_of(letterhead: Letterhead, kept: SellerDetails) -> Party:
    """The shop: its company data, and what was entered for e-invoices."""
    c = letterhead.company
    vat_id, tax_number = _tax_numbers(c.tax_number)
    return Party(
        name=letterhead.owner(), trading_name=c.name if c.name != letterhead.owner() else "",
        electronic_address=_endpoint(kept.endpoint_scheme, kept.endpoint, kept.contact_email or c.email),
        address=PostalAddress(line1=c.street, city=c.city, postal_code=c.postcode, country=c.country),
        vat_id=vat_id, tax_registration_id=tax_number,
        legal_id=Identifier(kept.register_number) if kept.register_number else None,
        contact=Contact(kept.contact_name or c.name, kept.contact_phone or c.phone,
                        kept.contact_email or c.email),
    )  # fmt: skip


def buyer_of(connection: Connection, detail: InvoiceDetail, kept: BuyerDetails) -> Party:
    """As billed; the electronic address as it is kept today."""
    to = detail.bill_to
    contact = next((c for c in list_contacts(connection, party_id=detail.row.party_id)), None)
    company = to.get("company") or to.get("name", "")
    name = to.get("name", "")
    vat_id, _number = _tax_numbers(to.get("tax_number", ""))
    return Party(
        name=company,
        electronic_address=_endpoint(
            kept.endpoint_scheme, kept.endpoint, contact.email if contact is not None else ""
        ),
        address=PostalAddress(
            line1=to.get("street", ""), line2=name if name != company else "", city=to.get("city", ""),
            postal_code=to.get("postcode", ""), country=to.get("country", ""),
        ),
        vat_id=vat_id, legal_id=Identifier(kept.register_number) if kept.register_number else None,
        contact=Contact(contact.name, contact.phone, contact.email) if contact is not None else None,
    )  # fmt: skip


def _endpoint(scheme: str, endpoint: str, email: str) -> Identifier | None:
    """The electronic address; without one the e-mail address, which every rule but Peppol's takes."""
    if endpoint:
        return Identifier(endpoint, scheme)
    return Identifier(email, "EM") if email else None


def _tax_numbers(text: str) -> tuple[str, str]:
    """A number as VAT number or as the tax office's own."""
    compact = "".join(text.split()).replace(".", "").upper()
    return (compact, "") if _VAT_ID.fullmatch(compact) else ("", text.strip())


def early_discount(connection: Connection, detail: InvoiceDetail) -> EarlyDiscount | None:
    """What the invoice's payment term takes off for paying early; None of what asks for nothing."""
    if detail.row.kind is InvoiceKind.CREDIT_NOTE or detail.row.payable_minor <= 0:
        return None
    found = connection.execute(
        select(payment_term.c.discount_days, payment_term.c.discount_hundredths)
        .join_from(invoice, payment_term, payment_term.c.id == invoice.c.payment_term_id)
        .where(invoice.c.id == detail.row.id, payment_term.c.discount_hundredths > 0)
    ).one_or_none()
    return None if found is None else EarlyDiscount(found[0], Decimal(found[1]) / 100)


def payment_of(detail: InvoiceDetail, letterhead: Letterhead, early: EarlyDiscount | None) -> Payment:
    """The account to pay into, what to quote, and the terms in the customer's language."""
    row = detail.row
    transfers: tuple[CreditTransfer, ...] = ()
    if letterhead.iban:
        transfers = (
            CreditTransfer(iban=letterhead.iban, account_name=letterhead.owner(), bic=letterhead.bic),
        )
    code = (_SEPA_TRANSFER if row.currency == "EUR" else _TRANSFER) if transfers else ""
    terms = [_terms(detail, letterhead)]
    if early is not None:
        language = detail.language or letterhead.company.language
        percent = rate(int(early.percent * 1000), language)
        terms.append(words("early_discount", language).format(rate=percent, days=early.days))
    return Payment(
        means_code=code, remittance_info=detail.paper_number, terms="\n".join(terms),
        credit_transfers=transfers, early=early,
    )  # fmt: skip


def _terms(detail: InvoiceDetail, letterhead: Letterhead) -> str:
    """What the paper says of paying, in the customer's language."""
    row, language = detail.row, detail.language or letterhead.company.language
    if row.kind is InvoiceKind.CREDIT_NOTE:
        return words("credit_use", language)
    paid_at_till = detail.sale_id is not None and not detail.items
    if row.payable_minor <= 0 or row.due_date is None or paid_at_till:
        return words("nothing_due", language)
    parts = [_instalment(i, row.currency, language) for i in detail.items]
    if len(parts) > 1:
        return "\n".join([words("pay_in_parts", language).format(number=row.number), *parts])
    return words("pay_until", language).format(
        amount=money(row.payable_minor, row.currency, language), day=day(row.due_date, language),
        number=row.number,
    )  # fmt: skip


def _instalment(item: OpenItem, currency: str, language: str) -> str:
    told = (
        words("instalment", language).format(n=item.instalment),
        money(item.amount_minor, currency, language),
        words("due_on", language).format(day=day(item.due_date, language)),
    )
    return ", ".join(told)
