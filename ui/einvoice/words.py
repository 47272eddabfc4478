"""The words of e-invoices: formats, categories of VAT, and where a failure is mended."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.einvoice.findings import Finding, Mend
from app.einvoice.formats import Category, Format


def format_word(form: Format) -> str:
    """What a format is called."""
    tr = QCoreApplication.translate
    return {
        Format.PEPPOL: tr("EInvoice", "Peppol BIS 3 (UBL)"),
        Format.XRECHNUNG_UBL: tr("EInvoice", "XRechnung (UBL)"),
        Format.XRECHNUNG_CII: tr("EInvoice", "XRechnung (CII)"),
        Format.FACTURX: tr("EInvoice", "Factur-X / ZUGFeRD (PDF)"),
        Format.EN16931_UBL: tr("EInvoice", "EN 16931 (UBL)"),
        Format.EN16931_CII: tr("EInvoice", "EN 16931 (CII)"),
    }[form]


def category_word(category: Category) -> str:
    """What a category of VAT is called."""
    tr = QCoreApplication.translate
    return {
        Category.STANDARD: tr("EInvoice", "S – taxed at its rate"),
        Category.ZERO: tr("EInvoice", "Z – zero rate"),
        Category.EXEMPT: tr("EInvoice", "E – exempt"),
        Category.REVERSE_CHARGE: tr("EInvoice", "AE – reverse charge"),
        Category.INTRA_COMMUNITY: tr("EInvoice", "K – supply within the EU"),
        Category.EXPORT: tr("EInvoice", "G – export"),
        Category.OUT_OF_SCOPE: tr("EInvoice", "O – outside the scope of VAT"),
    }[category]


def kind_word(type_code: str) -> str:
    """What a type (UNTDID 1001) is called; others by their code."""
    tr = QCoreApplication.translate
    known = {
        "380": tr("EInvoice", "Invoice"), "381": tr("EInvoice", "Credit note"),
        "384": tr("EInvoice", "Corrected invoice"), "386": tr("EInvoice", "Down payment invoice"),
        "389": tr("EInvoice", "Self-billed invoice"), "261": tr("EInvoice", "Self-billed credit note"),
        "326": tr("EInvoice", "Partial invoice"),
    }  # fmt: skip
    return known.get(type_code, type_code)


def mend_word(mend: Mend) -> str:
    """Which field mends it, as a person finds it; "" where it is none of ours."""
    tr = QCoreApplication.translate
    return {
        Mend.COMPANY_ADDRESS: tr("EInvoice", "Settings, Company: address, postcode, town, country"),
        Mend.COMPANY_VAT: tr("EInvoice", "Settings, Company: VAT number; E-invoices: register number"),
        Mend.COMPANY_CONTACT: tr("EInvoice", "Settings, E-invoices: contact, telephone, e-mail"),
        Mend.COMPANY_ENDPOINT: tr("EInvoice", "Settings, E-invoices: electronic address"),
        Mend.IBAN: tr("EInvoice", "Settings, Letters: IBAN"),
        Mend.PARTY_ADDRESS: tr("EInvoice", "Customer: street, postcode, town, country"),
        Mend.PARTY_VAT: tr("EInvoice", "Customer: VAT number (and ours in the settings)"),
        Mend.PARTY_ENDPOINT: tr("EInvoice", "Customer, E-invoices: electronic address"),
        Mend.BUYER_REFERENCE: tr(
            "EInvoice", "Customer, E-invoices: buyer reference; or the order's reference"
        ),
        Mend.DELIVERY: tr("EInvoice", "Order: delivery day and delivery address"),
        Mend.EXEMPTION: tr("EInvoice", "Settings, E-invoices: reason of the exemption"),
        Mend.TAX_CATEGORY: tr("EInvoice", "Settings, E-invoices: VAT category of the tax"),
        Mend.DUE_DATE: tr("EInvoice", "Customer: days to pay"),
        Mend.FIGURES: tr("EInvoice", "The amounts do not follow from each other"),
        Mend.CORRECTED: tr("EInvoice", "The invoice that is corrected"),
        Mend.NOTHING: "",
    }[mend]


def sentence(finding: Finding) -> str:
    """The rule's own sentence without its number at the head."""
    return finding.text.removeprefix(f"[{finding.rule}]").lstrip("- ") or finding.rule


def amount_term(term: str) -> str:
    """What a total of the norm is called."""
    tr = QCoreApplication.translate
    return {
        "BT-106": tr("EInvoice", "Sum of the lines"), "BT-107": tr("EInvoice", "Sum of what goes off"),
        "BT-108": tr("EInvoice", "Sum of the charges"), "BT-109": tr("EInvoice", "Total without VAT"),
        "BT-110": tr("EInvoice", "VAT"), "BT-112": tr("EInvoice", "Total with VAT"),
        "BT-115": tr("EInvoice", "To pay"),
    }.get(term, term)  # fmt: skip
