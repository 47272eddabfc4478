"""The lines of a quote while it is written: pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.kernel.quantity import ONE
from app.orders.drafts import LineDraft, OrderHead
from app.orders.queries import OrderDetail
from app.orders.reorder import Again
from app.orders.states import LineKind
from app.terms.states import InvoicePolicy, ShipPolicy


@dataclass(slots=True)
class EntryLine:
    """A line as it is typed; what is None comes from the price list."""

    product_id: int | None
    name: str
    quantity_milli: int = ONE
    packaging_id: int | None = None
    unit_price_minor: int | None = None
    discount_hundredths: int = 0
    line_id: int | None = None
    kind: LineKind | None = None
    tax_class_id: int | None = None
    scheduled_on: date | None = None
    assigned_to: int | None = None
    allowance: bool = False  # a charge that is given: its price is below zero
    kit_id: int | None = None  # it is a part of this kit
    pack_milli: int = 0  # base units of it in one kit

    @property
    def is_free(self) -> bool:
        """Whether it is no product: words, a charge, an allowance, a service of its own."""
        return self.product_id is None

    @property
    def is_words(self) -> bool:
        """Whether it comes to nothing."""
        return self.kind is LineKind.TEXT

    @property
    def is_service(self) -> bool:
        """Whether somebody does it on a day."""
        return self.kind is LineKind.SERVICE

    def draft(self) -> LineDraft:
        """As the operations take it."""
        return LineDraft(
            self.product_id, self.quantity_milli, self.packaging_id, self.unit_price_minor,
            self.discount_hundredths, self.kind,
            self.name if self.product_id is None or self.kit_id is not None else "",
            self.tax_class_id if self.product_id is None else None, self.scheduled_on, self.assigned_to,
            self.line_id, self.kit_id, self.pack_milli,
        )  # fmt: skip


def add_line(lines: list[EntryLine], new: EntryLine) -> int:
    """Add a line, or count up the one of the same goods at the list price; its place."""
    for place, line in enumerate(lines):
        same = line.product_id is not None and line.product_id == new.product_id and line.kit_id is None
        plain = line.unit_price_minor is None and not line.discount_hundredths
        if same and plain and line.packaging_id == new.packaging_id:
            line.quantity_milli += new.quantity_milli
            return place
    lines.append(new)
    return len(lines) - 1


def lines_of(detail: OrderDetail) -> list[EntryLine]:
    """The lines of an order that is changed; a price that the list says stays the list's."""
    found: list[EntryLine] = []
    for x in detail.lines:
        left = x.ordered_milli - x.cancelled_milli
        if left <= 0:
            continue
        own_price = x.price_reason.is_negotiated or x.product_id is None or x.kit_id is not None
        own = x.unit_price_minor if own_price else None
        found.append(
            EntryLine(
                x.product_id, x.name, x.quantity_milli, x.packaging_id, own, x.discount_hundredths, x.id,
                x.kind, x.tax_class_id, x.scheduled_on, x.assigned_to, kit_id=x.kit_id,
                pack_milli=x.pack_milli if x.kit_id is not None else 0,
            )
        )  # fmt: skip
    return found


def lines_again(again: Again) -> list[EntryLine]:
    """The lines of an order that is written once more."""
    return [
        EntryLine(
            d.product_id, x.name, d.quantity_milli, d.packaging_id, d.unit_price_minor, d.discount_hundredths,
            kind=d.kind, tax_class_id=d.tax_class_id,
            allowance=d.unit_price_minor is not None and d.unit_price_minor < 0,
        )
        for x in again.lines
        for d in (x.draft,)
    ]  # fmt: skip


def head_of(detail: OrderDetail) -> OrderHead:
    """The head of an order that is changed."""
    row = detail.row
    return OrderHead(
        customer_reference=row.customer_reference, discount_hundredths=detail.discount_hundredths,
        requested_on=row.requested_on, valid_until=row.valid_until, note=detail.note,
        billing_address_id=detail.billing_address_id, delivery_address_id=detail.delivery_address_id,
        location_id=detail.location_id, price_list_id=detail.price_list_id,
        payment_term_id=detail.payment_term_id, ship_policy=ShipPolicy(detail.ship_policy),
        invoice_policy=InvoicePolicy(detail.invoice_policy), deposit_minor=detail.deposit_minor,
        deposit_blocks=detail.deposit_blocks, pickup=detail.pickup, ship_from=_chosen_place(detail),
    )  # fmt: skip


def _chosen_place(detail: OrderDetail) -> int | None:
    """The one place of its goods, where it was chosen."""
    places = {x.location_id for x in detail.lines if x.kind is LineKind.GOODS}
    return places.pop() if len(places) == 1 else None


def drafts_of(lines: Sequence[EntryLine]) -> list[LineDraft]:
    """All lines as the operations take them."""
    return [line.draft() for line in lines]
