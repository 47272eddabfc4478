"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum


class LatePolicy(StrEnum):
    """What a customer with overdue items may still do."""

    ALLOW = "allow"
    NO_CREDIT = "no_credit"
    NO_SALE = "no_sale"


class AddressKind(StrEnum):
    """What an address is for."""

    BILLING = "billing"
    DELIVERY = "delivery"
    OTHER = "other"


class ShipPolicy(StrEnum):
    """Whether an order leaves in parts or as a whole."""

    PARTIAL = "partial"
    COMPLETE = "complete"


class InvoicePolicy(StrEnum):
    """What is billed: what left the house, or what was ordered."""

    DELIVERED = "delivered"
    ORDERED = "ordered"


class TaxTreatment(StrEnum):
    """What a customer pays instead of the taxes of the goods."""

    STANDARD = "standard"  # the taxes of the goods
    EXEMPT = "exempt"  # by a certificate
    REVERSE_CHARGE = "reverse_charge"  # a business abroad in the EU owes the tax itself
    INTRA_EU = "intra_eu"  # goods to a business in another country of the EU
    EXPORT = "export"  # out of the EU
