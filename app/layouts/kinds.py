"""What can be laid out, and the names that layouts are made of; free of the database."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class LayoutKind(StrEnum):
    """A kind of paper with a layout of its own."""

    RECEIPT = "receipt"
    QUOTE = "quote"
    ORDER = "order"
    DELIVERY_NOTE = "delivery_note"
    PACKING_SLIP = "packing_slip"
    INVOICE = "invoice"  # down payment invoices, credit notes and pro-formas look like it


class PartKind(StrEnum):
    """A part of a receipt."""

    LOGO = "logo"
    NAME = "name"
    ADDRESS = "address"
    PHONE = "phone"
    TAX_NUMBER = "tax_number"
    HEADER = "header"  # the lines of the company's settings
    ABOUT = "about"  # number, day and time, till, cashier
    CUSTOMER = "customer"
    LINES = "lines"
    TOTALS = "totals"  # total, rounding, payments, change
    TAXES = "taxes"  # base, tax and gross of each rate
    POINTS = "points"
    JOURNAL = "journal"
    FOOTER = "footer"  # the lines of the company's settings
    BARCODE = "barcode"
    QR = "qr"  # of its text
    TEXT = "text"
    RULE = "rule"
    SPACE = "space"


def tr(_context: str, text: str) -> str:
    """Mark a text for tools/translations.py; it is the screens that translate it."""
    return text


PART_NAMES: Final = {
    PartKind.LOGO: tr("Refusal", "Logo"),
    PartKind.NAME: tr("Refusal", "Name of the shop"),
    PartKind.ADDRESS: tr("Refusal", "Address"),
    PartKind.PHONE: tr("Refusal", "Phone"),
    PartKind.TAX_NUMBER: tr("Refusal", "Tax number"),
    PartKind.HEADER: tr("Refusal", "Header lines"),
    PartKind.ABOUT: tr("Refusal", "Number, date, till"),
    PartKind.CUSTOMER: tr("Refusal", "Customer"),
    PartKind.LINES: tr("Refusal", "Lines"),
    PartKind.TOTALS: tr("Refusal", "Totals and payments"),
    PartKind.TAXES: tr("Refusal", "Taxes"),
    PartKind.POINTS: tr("Refusal", "Points"),
    PartKind.JOURNAL: tr("Refusal", "Mark of the journal"),
    PartKind.FOOTER: tr("Refusal", "Footer lines"),
    PartKind.BARCODE: tr("Refusal", "Barcode of the number"),
    PartKind.QR: tr("Refusal", "QR code"),
    PartKind.TEXT: tr("Refusal", "Text"),
    PartKind.RULE: tr("Refusal", "Rule"),
    PartKind.SPACE: tr("Refusal", "Space"),
}
"""What a part is called; screens translate it."""

REPEATED: Final = frozenset({PartKind.TEXT, PartKind.QR, PartKind.RULE, PartKind.SPACE})
"""What may stand on a receipt more than once."""

REQUIRED: Final = frozenset({
    PartKind.NAME, PartKind.ADDRESS, PartKind.TAX_NUMBER, PartKind.ABOUT, PartKind.LINES, PartKind.TOTALS,
    PartKind.TAXES, PartKind.JOURNAL,
})  # fmt: skip
"""What a receipt must show: who sold what, when, for how much and with which tax (§ 33 UStDV, article 226b of
directive 2006/112/EC), and the mark of the journal that it was not changed afterwards."""


class PaperSize(StrEnum):
    """A sheet of paper."""

    A4 = "A4"
    A5 = "A5"
    LETTER = "Letter"


class LogoPlace(StrEnum):
    """Where the logo stands on a letter."""

    LEFT = "left"
    RIGHT = "right"
    NONE = "none"


SIZES: Final = {
    PaperSize.A4: (210.0, 297.0),
    PaperSize.A5: (148.0, 210.0),
    PaperSize.LETTER: (215.9, 279.4),
}
"""Width and height in millimetres."""

OPTIONAL_COLUMNS: Final = {
    LayoutKind.QUOTE: ("position", "unit_price", "vat"),
    LayoutKind.ORDER: ("position", "unit_price", "vat"),
    LayoutKind.DELIVERY_NOTE: ("position", "ordered"),
    LayoutKind.PACKING_SLIP: ("position", "checked"),
    LayoutKind.INVOICE: ("position",),
}
"""The columns that may be left out; all others are needed, e.g. unit price, rate and net amount on an invoice
(article 226 of directive 2006/112/EC, § 14 (4) UStG)."""

OPTIONAL_FACTS: Final = {
    LayoutKind.QUOTE: ("customer_number", "your_reference", "requested_on", "delivery_terms", "version"),
    LayoutKind.ORDER: ("customer_number", "your_reference", "requested_on", "delivery_terms", "quote_number"),
    LayoutKind.DELIVERY_NOTE: (
        "customer_number", "your_reference", "carrier", "tracking", "expected_on", "packages", "weight",
    ),
    LayoutKind.PACKING_SLIP: (
        "customer_number", "your_reference", "carrier", "tracking", "expected_on", "packages", "weight",
    ),
    LayoutKind.INVOICE: (
        "customer_number", "your_reference", "order_number", "note_number", "delivery_terms",
    ),
}  # fmt: skip
"""What beside the address may be left out; numbers, dates and tax numbers may not."""
