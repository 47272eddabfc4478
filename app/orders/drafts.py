"""What comes in with an order, and what comes back from its operations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.orders.states import LineKind, OrderStatus
from app.terms.states import InvoicePolicy, ShipPolicy


@dataclass(frozen=True, slots=True)
class LineDraft:
    """A line as it is entered; what is left out comes from the product and the price list.

    Attributes:
        product_id: None for a charge, an allowance (a charge below zero), a service that is no product,
            or words; then the name is needed, and but for words price and tax class.
        quantity_milli: in the sold unit.
        packaging_id: the sold unit; None: the base unit.
        unit_price_minor: negotiated; None: from the list.
        discount_hundredths: off this line.
        line_id: of a line that is there, when an order is amended.
        kit_id: of a line that is there and is a part of this kit: its price and name stay its own.
        pack_milli: base units of it in one kit.
    """

    product_id: int | None
    quantity_milli: int
    packaging_id: int | None = None
    unit_price_minor: int | None = None
    discount_hundredths: int = 0
    kind: LineKind | None = None
    name: str = ""
    tax_class_id: int | None = None
    scheduled_on: date | None = None
    assigned_to: int | None = None
    line_id: int | None = None
    kit_id: int | None = None
    pack_milli: int = 0


@dataclass(frozen=True, slots=True)
class OrderHead:
    """The head of an order; what is None comes from the customer's terms and the shop."""

    customer_reference: str = ""
    discount_hundredths: int = 0
    requested_on: date | None = None
    valid_until: date | None = None
    note: str = ""
    billing_address_id: int | None = None
    delivery_address_id: int | None = None
    location_id: int | None = None
    price_list_id: int | None = None
    payment_term_id: int | None = None
    ship_policy: ShipPolicy | None = None
    invoice_policy: InvoicePolicy | None = None
    deposit_hundredths: int | None = None
    deposit_minor: int | None = None
    deposit_blocks: bool | None = None
    pickup: bool = False
    ship_from: int | None = None  # the place that was chosen by hand; None: as the shop's rule says


@dataclass(frozen=True, slots=True)
class SavedOrder:
    """What an operation on an order gives back."""

    order_id: int
    status: OrderStatus
    number: str | None
    quote_number: str | None
    gross_minor: int
    version: int
    holds: tuple[str, ...] = ()
    backordered: bool = False
    was_there: bool = False  # the same request came again: nothing was done twice
