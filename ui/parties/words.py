"""Words for what is agreed with a customer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.terms.states import AddressKind, InvoicePolicy, LatePolicy, ShipPolicy, TaxTreatment


def address_kind(kind: AddressKind) -> str:
    """What an address is for."""
    tr = QCoreApplication.translate
    return {
        AddressKind.BILLING: tr("Customers", "Invoices"),
        AddressKind.DELIVERY: tr("Customers", "Deliveries"),
        AddressKind.OTHER: tr("Customers", "Something else"),
    }[kind]


def late_policy(policy: LatePolicy) -> str:
    """What somebody who is late may still do."""
    tr = QCoreApplication.translate
    return {
        LatePolicy.ALLOW: tr("Customers", "may go on buying"),
        LatePolicy.NO_CREDIT: tr("Customers", "pays at once, nothing on account"),
        LatePolicy.NO_SALE: tr("Customers", "gets nothing until it is paid"),
    }[policy]


def ship_policy(policy: ShipPolicy) -> str:
    """Whether an order leaves in parts."""
    tr = QCoreApplication.translate
    return {
        ShipPolicy.PARTIAL: tr("Customers", "in parts, as goods are there"),
        ShipPolicy.COMPLETE: tr("Customers", "all at once"),
    }[policy]


def invoice_policy(policy: InvoicePolicy) -> str:
    """What is billed."""
    tr = QCoreApplication.translate
    return {
        InvoicePolicy.DELIVERED: tr("Customers", "what was delivered"),
        InvoicePolicy.ORDERED: tr("Customers", "what was ordered"),
    }[policy]


def tax_treatment(treatment: TaxTreatment) -> str:
    """What a customer pays instead of the taxes of the goods."""
    tr = QCoreApplication.translate
    return {
        TaxTreatment.STANDARD: tr("Customers", "as everybody"),
        TaxTreatment.EXEMPT: tr("Customers", "exempt by certificate"),
        TaxTreatment.REVERSE_CHARGE: tr("Customers", "reverse charge (business in the EU)"),
        TaxTreatment.INTRA_EU: tr("Customers", "delivery within the EU to a business"),
        TaxTreatment.EXPORT: tr("Customers", "export out of the EU"),
    }[treatment]
