"""The e-invoice of a posted invoice or credit note: every figure as posted, none worked out again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, select

from app.documents.letterhead import load_letterhead
from app.documents.trade_texts import words
from app.einvoice.details import (
    TaxMeaning,
    get_buyer_details,
    get_seller_details,
    list_tax_meanings,
)
from app.einvoice.figures import figures_of
from app.einvoice.formats import (
    CREDIT_NOTE,
    EXEMPTIONS,
    INVOICE,
    PREPAYMENT,
    SELF_BILLED,
    SELF_BILLED_CREDIT,
    Category,
)
from app.einvoice.lines import DELIVERY
from app.einvoice.model import (
    Delivery,
    EInvoice,
    Note,
    Period,
    PostalAddress,
    Preceding,
)
from app.einvoice.people import buyer_of, early_discount, payment_of, seller_of
from app.einvoice.refusals import NoEInvoiceOfThisError
from app.fulfilment.tables import shipment, shipment_line
from app.invoicing.queries import InvoiceDetail, get_invoice
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.tables import invoice, invoice_line, self_billed
from app.orders.states import LineKind
from app.orders.tables import order_document, sales_order, sales_order_line
from app.terms.tax_rules import CODES, find_tax_rule

_TYPES: Final = {
    InvoiceKind.INVOICE: INVOICE, InvoiceKind.CREDIT_NOTE: CREDIT_NOTE, InvoiceKind.PREPAYMENT: PREPAYMENT,
}  # fmt: skip
_VAT_ID: Final = re.compile(r"[A-Z]{2}[0-9A-Z+*]{2,13}")
_SEPA_TRANSFER: Final = "58"
_TRANSFER: Final = "30"


@dataclass(frozen=True, slots=True)
class PostedEInvoice:
    """An e-invoice that can be written, with what the screen says of it."""

    invoice: EInvoice
    invoice_id: int
    party_id: int
    number: str


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around an invoice."""

    orders: tuple[str, ...]
    delivery_notes: tuple[str, ...]
    ship_to: Mapping[str, str]
    preceding: tuple[Preceding, ...]
    charges: frozenset[int]  # lines
    reason: str


def einvoice_of_posted(connection: Connection, *, invoice_id: int) -> PostedEInvoice:
    """The posted document in the terms of the norm.

    Raises:
        NoEInvoiceOfThisError, SeveralTaxesError, CurrencyDecimalsError, NoSuchInvoiceError.
    """
    detail = get_invoice(connection, invoice_id=invoice_id)
    row = detail.row
    if row.status is not InvoiceStatus.POSTED or row.kind not in _TYPES or row.number is None:
        raise NoEInvoiceOfThisError(number=row.number or "This draft")
    around = _around(connection, detail)
    letterhead = load_letterhead(connection)
    home = letterhead.company.currency
    told = _untaxed(connection, detail, letterhead.company.language)
    told |= {m.tax_code: m for m in list_tax_meanings(connection)}
    figures = figures_of(detail, told, around.charges, home)
    body = figures.body
    made = EInvoice(
        number=detail.paper_number, type=_type_of(detail), issue_date=row.on, currency=row.currency,
        seller=seller_of(letterhead, get_seller_details(connection)),
        buyer=buyer_of(connection, detail, get_buyer_details(connection, party_id=row.party_id)),
        lines=tuple(body.lines), allowances=tuple(body.allowances), charges=tuple(body.charges),
        vat_breakdown=figures.vat_breakdown, totals=figures.totals,
        due_date=row.due_date if row.kind is not InvoiceKind.CREDIT_NOTE else None,
        tax_currency=home if home != row.currency else "",
        tax_total_in_tax_currency=figures.tax_at_home,
        buyer_reference=_reference(connection, detail), order_reference=detail.customer_reference,
        sales_order_reference=_only(around.orders),
        despatch_advice_reference=_only(around.delivery_notes), period=_period(detail),
        notes=(Note(around.reason),) if around.reason else (), preceding_invoices=around.preceding,
        delivery=_delivery(detail, around),
        payment=payment_of(detail, letterhead, early_discount(connection, detail)),
    )  # fmt: skip
    return PostedEInvoice(_without_vat_ids(made), invoice_id, row.party_id, row.number)


def _type_of(detail: InvoiceDetail) -> str:
    """BT-3; what the customer wrote in our name has a type of its own."""
    if detail.self_billed is None:
        return _TYPES[detail.row.kind]
    return SELF_BILLED_CREDIT if detail.row.kind is InvoiceKind.CREDIT_NOTE else SELF_BILLED


def _untaxed(connection: Connection, detail: InvoiceDetail, home: str) -> dict[str, TaxMeaning]:
    """What a customer pays instead of the taxes of the goods, with the reason that stands on the paper."""
    language = detail.language or home
    certificate = find_tax_rule(connection, party_id=detail.row.party_id).certificate
    return {
        t.code: TaxMeaning(
            t.code, Category(t.code), EXEMPTIONS[t.code][0],
            words(f"tax:{t.code}", language).format(certificate=certificate).strip(),
        )
        for t in detail.taxes
        if t.code in CODES.values()
    }  # fmt: skip


def _only(numbers: Sequence[str]) -> str:
    """The number where it is one: the norm has room for no more."""
    return numbers[0] if len(numbers) == 1 else ""


def _around(connection: Connection, detail: InvoiceDetail) -> _Around:
    numbers = connection.execute(
        select(sales_order.c.number)
        .join_from(order_document, sales_order, sales_order.c.id == order_document.c.order_id)
        .where(order_document.c.document_id == detail.row.id, sales_order.c.number.is_not(None))
        .order_by(sales_order.c.id)
    ).scalars()
    notes = connection.execute(
        select(shipment.c.number, shipment.c.ship_to)
        .join_from(invoice_line, shipment_line, shipment_line.c.id == invoice_line.c.shipment_line_id)
        .join(shipment, shipment.c.id == shipment_line.c.shipment_id)
        .where(invoice_line.c.invoice_id == detail.row.id)
        .order_by(shipment.c.id)
    ).all()
    charges = connection.execute(
        select(invoice_line.c.id)
        .join_from(invoice_line, sales_order_line, sales_order_line.c.id == invoice_line.c.order_line_id)
        .where(
            invoice_line.c.invoice_id == detail.row.id, sales_order_line.c.kind == LineKind.CHARGE.value
        )
    ).scalars()  # fmt: skip
    return _Around(
        tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(r.number for r in notes if r.number)),
        json.loads(notes[0].ship_to) if notes else {}, tuple(_preceding(connection, detail)),
        frozenset([*charges, *(x.id for x in detail.lines if x.sku.startswith(DELIVERY))]),
        detail.reason or "",
    )  # fmt: skip


def _preceding(connection: Connection, detail: InvoiceDetail) -> Iterable[Preceding]:
    """The invoice a credit note corrects; the down payments that are taken off."""
    ids = [d.prepayment_id for d in detail.deposits]
    if detail.row.corrects_id is not None:
        ids.append(detail.row.corrects_id)
    rows = connection.execute(
        select(invoice.c.number, invoice.c.date, self_billed.c.number.label("theirs"))
        .select_from(invoice.outerjoin(self_billed, self_billed.c.invoice_id == invoice.c.id))
        .where(invoice.c.id.in_(ids))
        .order_by(invoice.c.id)
    )
    return [Preceding(r.theirs or r.number, r.date) for r in rows]


def _reference(connection: Connection, detail: InvoiceDetail) -> str:
    kept = get_buyer_details(connection, party_id=detail.row.party_id)
    return kept.buyer_reference or detail.customer_reference


def _period(detail: InvoiceDetail) -> Period | None:
    if detail.period_from is None or detail.period_to is None:
        return None
    return Period(detail.period_from, detail.period_to)


def _delivery(detail: InvoiceDetail, around: _Around) -> Delivery | None:
    to = around.ship_to
    if not to and detail.delivered_on is None:
        return None
    address = PostalAddress(
        line1=to.get("street", ""), city=to.get("city", ""), postal_code=to.get("postcode", ""),
        country=to.get("country", ""),
    )  # fmt: skip
    return Delivery(
        detail.delivered_on,
        to.get("company") or to.get("name", ""),
        None,
        address if address.country else None,
    )


def _without_vat_ids(made: EInvoice) -> EInvoice:
    """What is out of scope of VAT names no VAT number of seller or buyer (BR-O-02)."""
    if all(part.category != "O" for part in made.vat_breakdown):
        return made
    return replace(made, seller=replace(made.seller, vat_id=""), buyer=replace(made.buyer, vat_id=""))
