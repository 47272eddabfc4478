"""What an order comes to, and how far it is: pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.kernel.money import round_half_up, split_by_weight
from app.kernel.quantity import ONE, extend
from app.kernel.refusal import Refusal
from app.orders.states import LineKind, OrderStatus, Progress
from app.tax.engine import tax_document
from app.tax.rules import Tax, TaxableLine, TaxedDocument, TaxRounding

HUNDRED_PER_CENT = 10_000


class NoTaxTodayError(Refusal):
    """The goods' tax class has no rate on this day."""

    message = (
        "No tax rate is in force on that day for {name}. Ask a manager to set the rate of its tax class."
    )


class DiscountRangeError(Refusal):
    """A discount below nothing or above all."""

    message = "A discount is from 0 to 100 %. Enter it again."


@dataclass(frozen=True, slots=True)
class Priceable:
    """A line as pricing sees it; unit price and amount are in the terms of the price."""

    name: str
    quantity_milli: int
    base_milli: int
    unit_price_minor: int
    discount_hundredths: int
    tax_class_id: int
    discountable: bool = True


@dataclass(frozen=True, slots=True)
class PricedOrder:
    """The amounts of the lines after discounts, and the taxed figures."""

    amounts: tuple[int, ...]
    taxed: TaxedDocument
    discount_minor: int
    list_minor: int


def price_order(
    lines: Sequence[Priceable], *, discount_hundredths: int, includes_tax: bool,
    taxes: Mapping[int, tuple[Tax, ...]], rounding: TaxRounding,
) -> PricedOrder:  # fmt: skip
    """Price x quantity, the line's discount, the order's discount spread to the cent, then tax.

    Raises:
        DiscountRangeError, NoTaxTodayError: see their sentences.
    """
    if any(
        not 0 <= d <= HUNDRED_PER_CENT for d in [discount_hundredths, *(x.discount_hundredths for x in lines)]
    ):
        raise DiscountRangeError
    lists = [extend(x.unit_price_minor, x.quantity_milli) for x in lines]
    own = [
        amount - round_half_up(amount * x.discount_hundredths, HUNDRED_PER_CENT)
        for x, amount in zip(lines, lists, strict=True)
    ]
    weights = [amount if x.discountable else 0 for x, amount in zip(lines, own, strict=True)]
    whole = round_half_up(sum(weights) * discount_hundredths, HUNDRED_PER_CENT)
    shares = split_by_weight(whole, weights) if whole else [0] * len(own)
    amounts = [amount - share for amount, share in zip(own, shares, strict=True)]
    taxed = tax_amounts(
        [(x.name, a, x.base_milli, x.tax_class_id) for x, a in zip(lines, amounts, strict=True)],
        includes_tax=includes_tax, taxes=taxes, rounding=rounding,
    )  # fmt: skip
    return PricedOrder(tuple(amounts), taxed, sum(lists) - sum(amounts), sum(lists))


def tax_amounts(
    lines: Sequence[tuple[str, int, int, int]], *, includes_tax: bool, taxes: Mapping[int, tuple[Tax, ...]],
    rounding: TaxRounding,
) -> TaxedDocument:  # fmt: skip
    """The taxed figures of (name, amount, base quantity, tax class); raises NoTaxTodayError."""
    taxable = []
    for name, amount, base_milli, tax_class_id in lines:
        due = taxes.get(tax_class_id)
        if due is None:
            raise NoTaxTodayError(name=name)
        taxable.append(TaxableLine(amount, base_milli, includes_tax, due))
    return tax_document(taxable, rounding=rounding)


def share(amount_minor: int, *, before_milli: int, quantity_milli: int, whole_milli: int) -> int:
    """The part of a line's amount that falls on a part of its quantity.

    Worked out on the running sum, so that the last part takes what rounding left.
    """
    upto = round_half_up(amount_minor * (before_milli + quantity_milli), whole_milli)
    return upto - round_half_up(amount_minor * before_milli, whole_milli)


def base_quantity(quantity_milli: int, pack_milli: int) -> int:
    """Sold units in base units."""
    return quantity_milli if pack_milli == ONE else round_half_up(quantity_milli * pack_milli, ONE)


def sold_quantity(base_milli: int, pack_milli: int) -> int:
    """Base units in sold units."""
    return base_milli if pack_milli == ONE else round_half_up(base_milli * ONE, pack_milli)


@dataclass(frozen=True, slots=True)
class LineFacts:
    """What happened to a line, base units."""

    kind: LineKind
    gross_minor: int
    ordered_milli: int
    cancelled_milli: int = 0
    reserved_milli: int = 0
    picking_milli: int = 0
    picked_milli: int = 0
    packed_milli: int = 0
    shipped_milli: int = 0
    returned_milli: int = 0
    invoiced_milli: int = 0
    credited_milli: int = 0

    @property
    def due_milli(self) -> int:
        """What is still wanted of what was ordered."""
        return self.ordered_milli - self.cancelled_milli

    @property
    def to_ship_milli(self) -> int:
        """What has not left yet."""
        return self.due_milli - self.shipped_milli

    @property
    def backordered_milli(self) -> int:
        """Goods that wait for goods."""
        return max(self.to_ship_milli - self.reserved_milli, 0) if self.kind is LineKind.GOODS else 0

    def to_invoice_milli(self, policy: str) -> int:
        """What can be billed now: what left (and stayed), or what was ordered."""
        if policy == "ordered" or not self.kind.is_delivered:
            return max(self.due_milli - self.invoiced_milli, 0)
        return max(self.shipped_milli - self.returned_milli - self.invoiced_milli, 0)


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """Everything the progress of an order follows from."""

    status: OrderStatus
    invoice_policy: str
    ship_complete: bool
    lines: tuple[LineFacts, ...]
    invoiced_minor: int = 0  # payable of its posted invoices
    open_minor: int = 0  # of that, what is not paid
    blocked_by_deposit: bool = False


@dataclass(frozen=True, slots=True)
class OrderProgress:
    """How far an order is."""

    allocation: Progress
    shipment: Progress
    invoicing: Progress
    payment: Progress
    to_allocate: bool
    to_pick: bool
    to_pack: bool
    to_ship: bool
    to_invoice: bool
    to_collect: bool
    uninvoiced_minor: int
    is_done: bool


def _progress(done: int, whole: int) -> Progress:
    if done <= 0:
        return Progress.NONE if whole > 0 else Progress.FULL
    return Progress.FULL if done >= whole else Progress.PART


def _payment(facts: OrderFacts) -> Progress:
    if facts.invoiced_minor <= 0:
        return Progress.NONE
    if facts.open_minor <= 0:
        return Progress.FULL
    return Progress.PART if facts.open_minor < facts.invoiced_minor else Progress.NONE


def derive_progress(facts: OrderFacts) -> OrderProgress:
    """How far an order is, from what happened; the same at any time, whoever asks."""
    goods = [x for x in facts.lines if x.kind is LineKind.GOODS]
    deliverable = [x for x in facts.lines if x.kind.is_delivered]
    active = facts.status is OrderStatus.CONFIRMED
    waiting = any(x.backordered_milli for x in goods)
    may_pick = active and not facts.blocked_by_deposit and not (facts.ship_complete and waiting)
    shipment = _progress(sum(x.shipped_milli for x in deliverable), sum(x.due_milli for x in deliverable))
    invoicing = _progress(
        sum(min(x.invoiced_milli, _billable(x)) for x in facts.lines), sum(_billable(x) for x in facts.lines)
    )
    payment = _payment(facts)
    invoiceable = active and _may_invoice(facts, shipment)
    nothing_to_pay = invoicing is Progress.FULL and facts.open_minor == 0
    return OrderProgress(
        allocation=_progress(
            sum(x.reserved_milli + x.shipped_milli for x in goods), sum(x.due_milli for x in goods)
        ),
        shipment=shipment,
        invoicing=invoicing,
        payment=Progress.FULL if nothing_to_pay else payment,
        to_allocate=active and waiting,
        to_pick=may_pick and any(x.reserved_milli > x.picked_milli + x.packed_milli for x in goods),
        to_pack=active and any(x.picked_milli for x in goods),
        to_ship=active and any(x.packed_milli for x in goods),
        to_invoice=invoiceable,
        to_collect=facts.open_minor > 0,
        uninvoiced_minor=sum(_uninvoiced(x) for x in facts.lines),
        is_done=nothing_to_pay and shipment is Progress.FULL,
    )


def _billable(line: LineFacts) -> int:
    """What is to be billed in the end: goods that came back unbilled are not, and words need no bill."""
    if line.kind is LineKind.TEXT:
        return 0
    return max(line.due_milli - max(line.returned_milli - line.credited_milli, 0), 0)


def _may_invoice(facts: OrderFacts, shipment: Progress) -> bool:
    """A charge alone is not billed before something was delivered."""
    lines = [x for x in facts.lines if x.kind is not LineKind.TEXT]
    found = [x for x in lines if x.to_invoice_milli(facts.invoice_policy)]
    if all(x.kind is LineKind.CHARGE for x in found) and facts.invoice_policy != "ordered":
        others = any(x.kind is not LineKind.CHARGE for x in lines)
        return bool(found) and (shipment is not Progress.NONE or not others)
    return bool(found)


def _uninvoiced(line: LineFacts) -> int:
    left = max(_billable(line) - line.invoiced_milli, 0)
    return round_half_up(line.gross_minor * left, line.ordered_milli)


def promise_on(
    wanted_milli: int, *, today: date, available_milli: int, supplies: Sequence[tuple[date, int]],
    demands: Sequence[tuple[date, int]] = (),
) -> date | None:  # fmt: skip
    """The first day on which so much can be promised; None: no supply is known for it.

    Available to promise on a day is what is there, plus what comes, less what is promised, taken as
    the minimum over that day and all later ones: goods promised for later are not given away.
    """
    for day in sorted({today, *(d for d, _q in supplies if d > today)}):
        if available_to_promise(day, available_milli, supplies, demands) >= wanted_milli:
            return day
    return None


def available_to_promise(
    day: date, available_milli: int, supplies: Sequence[tuple[date, int]], demands: Sequence[tuple[date, int]]
) -> int:
    """What can be promised for a day: the minimum over it and all later days."""
    days = {day, *(d for d, _q in supplies if d > day), *(d for d, _q in demands if d > day)}
    return min(
        available_milli + sum(q for d, q in supplies if d <= later) - sum(q for d, q in demands if d <= later)
        for later in days
    )
