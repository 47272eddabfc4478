"""The e-invoice of a posted invoice or credit note: every figure as posted, none worked out again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from sqlalchemy import Connection, select

from app.documents.letterhead import load_letterhead
from app.einvoice.details import (
    get_buyer_details,
    get_seller_details,
    list_tax_meanings,
    meaning_of,
)
from app.einvoice.formats import CREDIT_NOTE, INVOICE, PREPAYMENT
from app.einvoice.lines import DELIVERY, Body, Meaning, Scale, body_of
from app.einvoice.model import (
    Cents,
    Delivery,
    EInvoice,
    Note,
    Period,
    PostalAddress,
    Preceding,
    Totals,
    VatPart,
)
from app.einvoice.people import buyer_of, payment_of, seller_of
from app.einvoice.refusals import CurrencyDecimalsError, NoEInvoiceOfThisError, SeveralTaxesError
from app.fulfilment.tables import shipment, shipment_line
from app.invoicing.queries import InvoiceDetail, get_invoice
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.invoicing.tables import invoice, invoice_line
from app.kernel.money import minor_digits
from app.orders.states import LineKind
from app.orders.tables import order_document, sales_order, sales_order_line
from app.terms.rules import to_home

_TYPES: Final = {
    InvoiceKind.INVOICE: INVOICE, InvoiceKind.CREDIT_NOTE: CREDIT_NOTE, InvoiceKind.PREPAYMENT: PREPAYMENT,
}  # fmt: skip
_VAT_ID: Final = re.compile(r"[A-Z]{2}[0-9A-Z+*]{2,13}")
_SEPA_TRANSFER: Final = "58"
_TRANSFER: Final = "30"
_MOST_DECIMALS: Final = 2


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
    digits = minor_digits(row.currency)
    if digits > _MOST_DECIMALS:
        raise CurrencyDecimalsError(currency=row.currency)
    scale = Scale(10 ** (_MOST_DECIMALS - digits), detail.includes_tax)
    around = _around(connection, detail)
    meanings = _meanings(connection, detail)
    body = body_of(detail.lines, meanings, scale, around.charges)
    letterhead = load_letterhead(connection)
    home = letterhead.company.currency
    made = EInvoice(
        number=row.number, type=_TYPES[row.kind], issue_date=row.on, currency=row.currency,
        seller=seller_of(letterhead, get_seller_details(connection)),
        buyer=buyer_of(connection, detail, get_buyer_details(connection, party_id=row.party_id)),
        lines=tuple(body.lines), allowances=tuple(body.allowances), charges=tuple(body.charges),
        vat_breakdown=_breakdown(detail, meanings, scale), totals=_totals(detail, body, scale),
        due_date=row.due_date if row.kind is not InvoiceKind.CREDIT_NOTE else None,
        tax_currency=home if home != row.currency else "",
        tax_total_in_tax_currency=_at_home(detail, home),
        buyer_reference=_reference(connection, detail), order_reference=detail.customer_reference,
        sales_order_reference=_only(around.orders),
        despatch_advice_reference=_only(around.delivery_notes), period=_period(detail),
        notes=(Note(around.reason),) if around.reason else (), preceding_invoices=around.preceding,
        delivery=_delivery(detail, around), payment=payment_of(detail, letterhead),
    )  # fmt: skip
    return PostedEInvoice(_without_vat_ids(made), invoice_id, row.party_id, row.number)


def _only(numbers: Sequence[str]) -> str:
    """The number where it is one: the norm has room for no more."""
    return numbers[0] if len(numbers) == 1 else ""


def _meanings(connection: Connection, detail: InvoiceDetail) -> dict[str, Meaning]:
    """What each tax code on the lines is; refuses what is not one VAT rate a line."""
    told = {m.tax_code: m for m in list_tax_meanings(connection)}
    rates = {t.code: t.rate for t in detail.taxes}
    found = {
        code: Meaning(meaning_of(code, rates.get(code, 0), told), rates.get(code, 0))
        for code in sorted({x.tax_code for x in detail.lines})
    }
    for t in detail.taxes:
        lines = [x for x in detail.lines if x.tax_code == t.code]
        if (
            rates[t.code] != t.rate or sum(x.tax_minor for x in lines) != t.tax_minor
            or (t.tax_minor and not t.rate)
        ):  # fmt: skip
            raise SeveralTaxesError(line=lines[0].name if lines else t.code)
    return found


def _breakdown(detail: InvoiceDetail, meanings: Mapping[str, Meaning], scale: Scale) -> tuple[VatPart, ...]:
    """The posted base and tax by category and rate; what bears no tax from its lines' posted nets."""
    sums: dict[tuple[str, Decimal | None, str, str], list[int]] = {}

    def add(meaning: Meaning, base_minor: int, tax_minor: int) -> None:
        told = meaning.told
        key = (meaning.category, meaning.percent, told.exemption_code, told.exemption_reason)
        found = sums.setdefault(key, [0, 0])
        found[0] += base_minor
        found[1] += tax_minor

    taxed = {t.code for t in detail.taxes}
    for t in detail.taxes:
        add(meanings[t.code], t.base_minor, t.tax_minor)
    for code in sorted(meanings.keys() - taxed):
        add(meanings[code], sum(x.net_minor for x in detail.lines if x.tax_code == code), 0)
    return tuple(
        VatPart(category, rate, scale.amount(base), scale.amount(tax), code, reason)
        for (category, rate, code, reason), (base, tax) in sums.items()
    )


def _totals(detail: InvoiceDetail, body: Body, scale: Scale) -> Totals:
    """As posted. What the posted payable differs from total less prepayment is cash rounding (BT-114)."""
    row = detail.row
    left = row.payable_minor - (row.gross_minor - detail.deposit_minor)
    return Totals(
        Cents(sum(x.net_amount for x in body.lines)), Cents(sum(x.amount for x in body.allowances)),
        Cents(sum(x.amount for x in body.charges)), scale.amount(detail.net_minor),
        scale.amount(detail.tax_minor), scale.amount(row.gross_minor), scale.amount(detail.deposit_minor),
        scale.amount(left), scale.amount(row.payable_minor),
    )  # fmt: skip


def _at_home(detail: InvoiceDetail, home: str) -> Cents | None:
    """The VAT in the company's currency, as it was booked: each rate converted and rounded (BT-111)."""
    if home == detail.row.currency:
        return None
    booked = sum(to_home(t.tax_minor, detail.rate_micro) for t in detail.taxes)
    return Cents(booked * 10 ** (_MOST_DECIMALS - minor_digits(home)))


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
        select(invoice.c.number, invoice.c.date).where(invoice.c.id.in_(ids)).order_by(invoice.c.id)
    )
    return [Preceding(r.number, r.date) for r in rows]


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
