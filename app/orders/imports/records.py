"""An order as a file from outside says it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from app.kernel.refusal import Refusal


@dataclass(frozen=True, slots=True)
class OutsideLine:
    """Goods of an order; amounts in minor units of its currency, in the terms of its prices."""

    line: int  # of the file
    sku: str
    name: str
    quantity_milli: int
    price_minor: int | None  # of one; None: the price list's
    discount_minor: int = 0  # off the whole line


@dataclass(frozen=True, slots=True)
class OutsideAddress:
    """Where somebody lives, or where it goes."""

    name: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing that a carrier could find."""
        return not (self.city and (self.street or self.postcode))


@dataclass(frozen=True, slots=True)
class OutsideCustomer:
    """Who ordered."""

    number: str = ""
    name: str = ""
    email: str = ""
    phone: str = ""
    address: OutsideAddress = OutsideAddress()


@dataclass(frozen=True, slots=True)
class OutsideOrder:
    """One order.

    Attributes:
        reference: as the shop outside numbers it.
        first_line: of the file, for what is told about it.
        at: when it was placed.
        currency: "" where the file does not say.
        is_paid: the money was taken outside.
        shipping_minor: what the delivery costs the customer.
        discount_minor: off the whole order, besides what is off its lines.
        total_minor: what it comes to outside; None: the file does not say.
    """

    reference: str
    first_line: int
    customer: OutsideCustomer
    ship_to: OutsideAddress
    lines: tuple[OutsideLine, ...]
    at: datetime | None = None
    currency: str = ""
    is_paid: bool = False
    shipping_minor: int = 0
    discount_minor: int = 0
    total_minor: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong with one line of the file, in words; its order is left out.

    Attributes:
        refusal: what it was refused for, for screens in other languages.
    """

    line: int
    reference: str
    text: str
    refusal: Refusal | None = None


@dataclass(slots=True)
class ReadOrders:
    """What a file holds."""

    profile: str
    orders: list[OutsideOrder] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    cancelled: int = 0  # called off outside: passed over
    columns: tuple[str, ...] = ()
