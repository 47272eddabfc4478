"""Lines of a posted invoice as lines, allowances and charges of an e-invoice; figures as posted."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from app.einvoice.codec import cents_of
from app.einvoice.details import TaxMeaning
from app.einvoice.formats import unit_code
from app.einvoice.model import AllowanceCharge, Cents, Line
from app.invoicing.queries import InvoiceLine
from app.kernel.quantity import extend, milli_to_decimal

DISCOUNT: Final = "95"  # UNCL 5189
FREIGHT: Final = "FC"  # UNCL 7161
OTHER_CHARGE: Final = "ABK"  # miscellaneous
DELIVERY: Final = "DELIVERY "  # how the sku of a shipment's delivery charge begins
_SLACK: Final = 2  # hundredths that a line's net may be off price by quantity (Peppol R120)
_EXACT: Final = Decimal("0.00000001")
_WHOLE: Final = 100_000  # 100 % in thousandths of a per cent


@dataclass(frozen=True, slots=True)
class Meaning:
    """A tax with its rate as the norm writes it."""

    told: TaxMeaning
    rate: int  # thousandths of a per cent

    @property
    def category(self) -> str:
        """The norm's code."""
        return self.told.category.value

    @property
    def percent(self) -> Decimal | None:
        """The rate; None where the category has none (O)."""
        return None if self.category == "O" else Decimal(self.rate) / 1000


@dataclass(frozen=True, slots=True)
class Scale:
    """How the invoice's figures become the norm's."""

    cents: int  # hundredths per minor unit: 1 for EUR, 100 for JPY
    includes_tax: bool
    discount: str  # the word for it, in the language of the invoice

    def amount(self, minor: int) -> Cents:
        """An amount."""
        return Cents(minor * self.cents)

    def price(self, minor: int, rate: int) -> Decimal:
        """A unit price without tax, exact or to eight decimals."""
        price = Decimal(minor * self.cents) / 100
        if not self.includes_tax or rate == 0:
            return price
        return (price * _WHOLE / (_WHOLE + rate)).quantize(_EXACT, rounding=ROUND_HALF_UP)


@dataclass(slots=True)
class Body:
    """What the lines come to in the norm."""

    lines: list[Line] = field(default_factory=list)
    allowances: list[AllowanceCharge] = field(default_factory=list)
    charges: list[AllowanceCharge] = field(default_factory=list)


def body_of(
    lines: Sequence[InvoiceLine], meanings: Mapping[str, Meaning], scale: Scale, charges: Collection[int]
) -> Body:
    """Goods and services as lines; charges and what goes off on the document, as long as a line is left.

    A line of words only (no product, no amount) is left to the paper.

    Args:
        lines: as posted.
        meanings: what each tax code is.
        scale: of the invoice's figures.
        charges: the lines that stand for delivery or another charge.
    """
    told = [x for x in lines if x.net_minor or x.product_id is not None]
    goods = [x for x in told if x.net_minor >= 0 and x.id not in charges]
    body = Body()
    for x in told:
        # the norm asks for a line (BR-16) and for prices that are not below zero (BR-27)
        if x.net_minor < 0 or (goods and x.id in charges):
            _add_charge(body, x, meanings[x.tax_code], scale)
        else:
            body.lines.append(line_of(x, meanings[x.tax_code], scale))
    return body


def _add_charge(body: Body, x: InvoiceLine, meaning: Meaning, scale: Scale) -> None:
    is_charge = x.net_minor >= 0
    code = (FREIGHT if x.sku.startswith(DELIVERY) else OTHER_CHARGE) if is_charge else DISCOUNT
    entry = AllowanceCharge(
        scale.amount(abs(x.net_minor)), reason=x.name, reason_code=code, vat_category=meaning.category,
        vat_rate=meaning.percent,
    )  # fmt: skip
    (body.charges if is_charge else body.allowances).append(entry)


def line_of(x: InvoiceLine, meaning: Meaning, scale: Scale) -> Line:
    """A line: its net as posted, its price without tax, and what was taken off as an allowance."""
    net = scale.amount(x.net_minor)
    quantity = milli_to_decimal(x.quantity_milli)
    price, allowances = _price(x, net, quantity, meaning.rate, scale)
    return Line(
        id=str(x.position), name=x.name, quantity=quantity, unit=unit_code(x.unit), net_amount=net,
        price=price, vat_category=meaning.category, vat_rate=meaning.percent, allowances=allowances,
        seller_item_id=x.sku,
    )  # fmt: skip


def _price(
    x: InvoiceLine, net: Cents, quantity: Decimal, rate: int, scale: Scale
) -> tuple[Decimal, tuple[AllowanceCharge, ...]]:
    price = scale.price(x.unit_price_minor, rate)
    off = cents_of(price * quantity) - net
    if x.amount_minor < extend(x.unit_price_minor, x.quantity_milli) and off > 0:
        return price, (AllowanceCharge(Cents(off), reason=scale.discount, reason_code=DISCOUNT),)
    if abs(off) <= _SLACK or not quantity:
        return price, ()
    # what the price does not explain (a share of a line, a price agreed for the whole): the net's own price
    own = (Decimal(net) / 100 / quantity).quantize(_EXACT, rounding=ROUND_HALF_UP)
    return own, ()
