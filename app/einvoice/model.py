"""An invoice or credit note after EN 16931, whatever syntax it is written in.

Names follow the business terms of the norm; each says its number. Amounts are `Cents`: hundredths of
the currency, which is what the norm rounds to whatever the currency is. Prices, quantities and rates
are exact decimals. Nothing here reckons.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NewType

Cents = NewType("Cents", int)


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number of somebody's or something's, with the register it is from."""

    id: str
    scheme: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """BG-5, BG-8, BG-12, BG-15."""

    line1: str = ""
    line2: str = ""
    line3: str = ""
    city: str = ""
    postal_code: str = ""
    subdivision: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """BG-6, BG-9."""

    name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Seller (BG-4) or buyer (BG-7)."""

    name: str
    trading_name: str = ""
    electronic_address: Identifier | None = None  # BT-34, BT-49
    address: PostalAddress | None = None
    vat_id: str = ""  # BT-31, BT-48
    tax_registration_id: str = ""  # BT-32
    legal_id: Identifier | None = None  # BT-30, BT-47
    legal_info: str = ""  # BT-33
    ids: tuple[Identifier, ...] = ()  # BT-29, BT-46
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class Payee:
    """BG-10: who is paid, where it is not the seller."""

    name: str = ""
    ids: tuple[Identifier, ...] = ()
    legal_id: Identifier | None = None


@dataclass(frozen=True, slots=True)
class TaxRepresentative:
    """BG-11."""

    name: str = ""
    vat_id: str = ""
    address: PostalAddress | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """BG-14, BG-26."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """BG-13."""

    on: date | None = None
    party_name: str = ""
    location_id: Identifier | None = None
    address: PostalAddress | None = None


@dataclass(frozen=True, slots=True)
class CreditTransfer:
    """BG-17."""

    iban: str = ""
    account_id: str = ""
    account_name: str = ""
    bic: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """BG-18."""

    pan_last4: str = ""
    network: str = ""
    holder: str = ""


@dataclass(frozen=True, slots=True)
class DirectDebit:
    """BG-19."""

    mandate_id: str = ""
    creditor_id: str = ""
    debited_account: str = ""


@dataclass(frozen=True, slots=True)
class EarlyDiscount:
    """Off for paying early. The norm has only words for it (BT-20), XRechnung a form that programs read."""

    days: int
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Payment:
    """BG-16 and BT-20."""

    means_code: str = ""  # BT-81, UNCL 4461
    means_text: str = ""
    remittance_info: str = ""  # BT-83
    terms: str = ""  # BT-20
    credit_transfers: tuple[CreditTransfer, ...] = ()
    card: Card | None = None
    direct_debit: DirectDebit | None = None
    early: EarlyDiscount | None = None  # of what we write; in what was read it stands in the terms


@dataclass(frozen=True, slots=True)
class AllowanceCharge:
    """An amount off (BG-20, BG-27) or on top (BG-21, BG-28); on a line without a VAT category."""

    amount: Cents
    reason: str = ""
    reason_code: str = ""
    percent: Decimal | None = None
    base_amount: Cents | None = None
    vat_category: str = ""
    vat_rate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Attribute:
    """BG-32."""

    name: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """BG-25."""

    id: str
    name: str
    quantity: Decimal
    unit: str  # UN/ECE Recommendation 20
    net_amount: Cents
    price: Decimal
    vat_category: str
    vat_rate: Decimal | None = None
    base_quantity: Decimal | None = None
    base_unit: str = ""
    gross_price: Decimal | None = None
    price_discount: Decimal | None = None
    allowances: tuple[AllowanceCharge, ...] = ()
    charges: tuple[AllowanceCharge, ...] = ()
    description: str = ""
    note: str = ""
    seller_item_id: str = ""
    buyer_item_id: str = ""
    standard_item_id: Identifier | None = None
    classifications: tuple[Identifier, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    origin_country: str = ""
    order_line_reference: str = ""
    accounting_reference: str = ""
    object_id: Identifier | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class VatPart:
    """BG-23: the VAT of one category and rate."""

    category: str
    rate: Decimal | None  # None for O, which has none
    taxable: Cents
    tax: Cents
    exemption_code: str = ""
    exemption_reason: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """BG-22."""

    line_total: Cents  # BT-106
    allowance_total: Cents  # BT-107
    charge_total: Cents  # BT-108
    tax_exclusive: Cents  # BT-109
    tax_total: Cents  # BT-110
    tax_inclusive: Cents  # BT-112
    prepaid: Cents  # BT-113
    rounding: Cents  # BT-114
    payable: Cents  # BT-115


@dataclass(frozen=True, slots=True)
class Note:
    """BG-1."""

    text: str
    subject: str = ""  # UNTDID 4451


@dataclass(frozen=True, slots=True)
class Preceding:
    """BG-3: an invoice this one corrects, or takes a down payment from."""

    number: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """BG-24: a paper beside the invoice, inside or somewhere else."""

    id: str
    description: str = ""
    uri: str = ""
    content_b64: str = ""
    mime: str = ""
    filename: str = ""


@dataclass(frozen=True, slots=True)
class EInvoice:
    """An invoice (BT-3 380 and its like) or credit note (381 and its like), amounts positive in both."""

    number: str  # BT-1
    type: str  # BT-3
    issue_date: date | None  # BT-2; None only in what others write wrongly
    currency: str  # BT-5
    seller: Party
    buyer: Party
    lines: tuple[Line, ...]
    vat_breakdown: tuple[VatPart, ...]
    totals: Totals
    customization_id: str = ""  # BT-24, of what was read
    process_id: str = ""  # BT-23
    due_date: date | None = None  # BT-9
    tax_point_date: date | None = None  # BT-7
    tax_point_code: str = ""  # BT-8
    tax_currency: str = ""  # BT-6
    tax_total_in_tax_currency: Cents | None = None  # BT-111
    accounting_reference: str = ""  # BT-19
    buyer_reference: str = ""  # BT-10
    order_reference: str = ""  # BT-13
    sales_order_reference: str = ""  # BT-14
    contract_reference: str = ""  # BT-12
    project_reference: str = ""  # BT-11
    tender_reference: str = ""  # BT-17
    object_reference: Identifier | None = None  # BT-18
    despatch_advice_reference: str = ""  # BT-16
    receiving_advice_reference: str = ""  # BT-15
    period: Period | None = None  # BG-14
    notes: tuple[Note, ...] = ()
    preceding_invoices: tuple[Preceding, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    payee: Payee | None = None
    tax_representative: TaxRepresentative | None = None
    delivery: Delivery | None = None
    payment: Payment | None = None
    allowances: tuple[AllowanceCharge, ...] = ()
    charges: tuple[AllowanceCharge, ...] = ()
