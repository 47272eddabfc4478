"""A wholesaler's hands: orders carried to the money and cancellations credited, by a plan.

Everything goes through the operations that the screens call, one transaction each, as one manager.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from app.catalog.drafts import ProductDetails
from app.catalog.operations.products import create_product
from app.demo.month_plan import FileLine, PlannedCredit, PlannedOrder
from app.fulfilment.operations.delivery import return_shipment
from app.fulfilment.operations.packing import PackageDraft, pack_shipment
from app.fulfilment.operations.picking import Pick, create_pick_list, record_picks
from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.fulfilment.queries import get_pick_list, get_shipment
from app.inventory.receipts import ReceivedLine
from app.invoicing.operations.bill import invoice_order, invoice_shipments
from app.invoicing.operations.credit import CreditWish, credit_invoice
from app.invoicing.operations.settle import apply_to_items, record_payment
from app.invoicing.queries import InvoiceDetail, get_invoice
from app.invoicing.states import InvoiceStatus
from app.kernel.money import round_half_up
from app.kernel.permission import Actor
from app.kernel.quantity import ONE
from app.orders.drafts import LineDraft, OrderHead, SavedOrder
from app.orders.operations.confirm import confirm_order
from app.orders.operations.entry import create_order
from app.orders.operations.receive import receive_for_orders
from app.orders.states import LineKind, OrderStatus
from app.parties.operations import create_customer
from app.parties.rules import CustomerDetails
from app.payments.customers import PaymentDraft
from app.payments.refunds import refund_credit
from app.payments.states import PaymentMethod
from app.receivables.queries import list_open_items, list_unapplied
from app.runtime.run import Runtime
from app.terms.operations import TermsDraft, save_terms

_GOODS: Final = re.compile(r"[0-9]{5}[A-Z]*")  # all else is postage, carriage, manual amounts
_PIECE_GRAMS: Final = 150
_COST_SHARE: Final = (1, 2)  # the file knows no costs: half of the price
_COUNTRIES: Final = {
    "Channel Islands": "JE", "Czech Republic": "CZ", "EIRE": "IE", "European Community": "BE",
    "Hong Kong": "HK", "RSA": "ZA", "USA": "US", "Unspecified": "GB",
}  # fmt: skip


class ChainBrokenError(Exception):
    """A step of the chain did not do what it should: a bug, or a file that is not the one expected."""


@dataclass(frozen=True, slots=True)
class Shop:
    """Where the wholesaler works.

    Attributes:
        location_id: his warehouse.
        price_list_id: prices without tax; its orders bear the file's own.
        tax_class_id: of everything.
        category_id: of goods that the catalogue does not have.
        products: id by number of the goods.
    """

    location_id: int
    price_list_id: int
    tax_class_id: int
    category_id: int
    products: dict[str, int]


@dataclass(slots=True)
class Figures:
    """What was done."""

    orders: int = 0
    order_lines: int = 0
    waited: int = 0  # orders that were short of goods when they were confirmed
    customers: int = 0
    new_products: int = 0
    credited: int = 0  # cancellations
    credit_notes: int = 0  # a cancellation of two invoices' goods is two of them
    payments: int = 0
    refunds: int = 0
    seconds: list[tuple[int, float]] = field(default_factory=list)  # lines and time of each order's chain


@dataclass(slots=True)
class _Done:
    """Where a chain led, for what comes back of it."""

    order_id: int
    party_id: int
    shipment_id: int | None = None
    invoice_id: int = 0


def country_code(name: str) -> str:
    """The two letters of a country as the file writes it; raises KeyError."""
    from babel import Locale

    if name in _COUNTRIES:
        return _COUNTRIES[name]
    territories = Locale("en").territories
    return next(str(code) for code, known in territories.items() if known == name and len(code) == 2)  # noqa: PLR2004 - a country


class Wholesaler:
    """Does what a plan says; the clock is moved to the time of each step."""

    def __init__(
        self, runtime: Runtime, actor: Actor, shop: Shop, *, set_clock: Callable[[datetime], None]
    ) -> None:
        self._runtime = runtime
        self._actor = actor
        self._shop = shop
        self._set_clock = set_clock
        self._parties: dict[str, int] = {}
        self._done: dict[str, _Done] = {}
        self._has_credit: set[int] = set()
        self.figures = Figures()

    def _run(self, operation: Callable[..., Any], **arguments: Any) -> Any:
        return self._runtime.run(operation, actor=self._actor, **arguments)

    def trade(self, orders: Sequence[PlannedOrder]) -> None:
        """Orders of one day: goods come in after the first of them, and everything leaves.

        What is ordered before the goods are there waits for them, and is served by their receipt.
        """
        early = orders[: len(orders) // 10]
        begun = {order.number: self._begin(order) for order in early}
        self._receive(orders)
        for order in orders:
            self._finish(order, begun.get(order.number) or self._begin(order))

    def _receive(self, orders: Sequence[PlannedOrder]) -> None:
        """The day's goods, at half of what they bring."""
        wanted: dict[str, list[int]] = {}
        texts: dict[str, FileLine] = {}
        for line in (x for order in orders for x in order.lines if _GOODS.fullmatch(x.code)):
            found = wanted.setdefault(line.code, [0, 0])
            found[0] += line.quantity
            found[1] += int(line.total)
            texts.setdefault(line.code, line)
        if not wanted:
            return
        part, whole = _COST_SHARE
        self._run(
            receive_for_orders, uuid=str(uuid4()), location_id=self._shop.location_id, supplier="Importer",
            reference=orders[0].at.date().isoformat(),
            lines=[
                ReceivedLine(
                    self._product(texts[code]), quantity * ONE,
                    cost_minor=round_half_up(total * part, whole),
                )
                for code, (quantity, total) in sorted(wanted.items())
            ],
        )  # fmt: skip

    def _product(self, line: FileLine) -> int:
        """The goods of a line; those that the catalogue does not have are entered."""
        found = self._shop.products.get(line.code)
        if found is None:
            made = self._run(
                create_product,
                details=ProductDetails(
                    name=line.text or line.code, category_id=self._shop.category_id,
                    tax_class_id=self._shop.tax_class_id, sku=line.code,
                ),
            )  # fmt: skip
            found = self._shop.products[line.code] = made.id
            self.figures.new_products += 1
        return found

    def _party(self, order: PlannedOrder) -> int:
        found = self._parties.get(order.customer)
        if found is None:
            made = self._run(
                create_customer,
                details=CustomerDetails(
                    name=f"Customer {order.customer}", number=order.customer, city=order.country,
                    country=country_code(order.country), credit_limit_minor=None, payment_days=30,
                ),
            )  # fmt: skip
            found = self._parties[order.customer] = made.id
            self._run(save_terms, party_id=found, terms=TermsDraft(price_list_id=self._shop.price_list_id))
            self.figures.customers += 1
        return found

    def _draft(self, line: FileLine) -> LineDraft:
        price = int(line.price)
        if _GOODS.fullmatch(line.code):
            return LineDraft(self._product(line), line.quantity * ONE, unit_price_minor=price)
        return LineDraft(
            None, line.quantity * ONE, unit_price_minor=price, kind=LineKind.CHARGE,
            name=line.text or line.code, tax_class_id=self._shop.tax_class_id,
        )  # fmt: skip

    def _begin(self, order: PlannedOrder) -> tuple[SavedOrder, float]:
        """Entered and confirmed; the order, and the time it took."""
        self._set_clock(order.at)
        party_id = self._party(order)
        drafts = [self._draft(line) for line in order.lines]
        began = time.perf_counter()
        draft = self._run(
            create_order, uuid=str(uuid4()), party_id=party_id, lines=drafts,
            head=OrderHead(customer_reference=order.number),
        )  # fmt: skip
        made: SavedOrder = self._run(confirm_order, order_id=draft.order_id)
        took = time.perf_counter() - began
        if made.status is not OrderStatus.CONFIRMED:
            msg = f"order {order.number} is {made.status}: {made.holds}"
            raise ChainBrokenError(msg)
        self.figures.waited += made.backordered
        self._done[order.number] = _Done(made.order_id, party_id)
        return made, took

    def _finish(self, order: PlannedOrder, begun: tuple[SavedOrder, float]) -> None:
        """Picked, packed, shipped, billed and paid."""
        made, took = begun
        done = self._done[order.number]
        began = time.perf_counter()
        if any(_GOODS.fullmatch(line.code) for line in order.lines):
            done.shipment_id = self._ship(made.order_id)
            bill = self._run(invoice_shipments, uuid=str(uuid4()), shipment_ids=[done.shipment_id])
        else:
            bill = self._run(invoice_order, uuid=str(uuid4()), order_id=made.order_id)
        if bill.status is not InvoiceStatus.POSTED:
            msg = f"the invoice of {order.number} is {bill.status}: {bill.holds}"
            raise ChainBrokenError(msg)
        done.invoice_id = bill.invoice_id
        self._pay(done.party_id, bill.payable_minor, order.number)
        self.figures.seconds.append((len(order.lines), took + time.perf_counter() - began))
        self.figures.orders += 1
        self.figures.order_lines += len(order.lines)

    def _ship(self, order_id: int) -> int:
        walk = self._run(create_pick_list, uuid=str(uuid4()), order_ids=[order_id])
        _head, cards = self._runtime.ask(get_pick_list, pick_list_id=walk.pick_list_id)
        picks = [Pick(card.id, card.product_id, card.left_milli) for card in cards]
        self._run(record_picks, pick_list_id=walk.pick_list_id, picks=picks, finish=True)
        contents = {card.order_line_id: card.wanted_milli for card in cards}
        grams = sum(contents.values()) // ONE * _PIECE_GRAMS
        packed = self._run(
            pack_shipment, uuid=str(uuid4()), order_id=order_id, packages=[PackageDraft(contents, grams)]
        )
        self._run(dispatch_shipment, shipment_id=packed.shipment_id, transport=Transport("Carrier", "Parcel"))
        return int(packed.shipment_id)

    def _pay(self, party_id: int, amount_minor: int, reference: str) -> None:
        """By what the customer has left of earlier credit notes, then by transfer."""
        left = amount_minor
        if party_id in self._has_credit:
            for credit in self._runtime.ask(list_unapplied, party_id=party_id):
                self._run(apply_to_items, credit_item_id=credit.id)
            items = self._runtime.ask(list_open_items, party_id=party_id)
            left = sum(item.open_minor for item in items if item.open_minor > 0)
            if left:
                self._has_credit.discard(party_id)
        if left:
            draft = PaymentDraft(party_id, left, PaymentMethod.BANK, reference=reference)
            self._run(record_payment, uuid=str(uuid4()), draft=draft)
            self.figures.payments += 1

    def credit(self, cancellation: PlannedCredit) -> None:
        """Goods come back into the stock, and their invoices are credited."""
        self._set_clock(cancellation.at)
        by_order: dict[str, dict[int, int]] = {}
        for part in cancellation.parts:
            mine = by_order.setdefault(part.order, {})
            mine[part.index] = mine.get(part.index, 0) + part.quantity * ONE
        for number, quantities in by_order.items():
            self._credit_order(cancellation.number, self._done[number], quantities)
        self.figures.credited += 1

    def _credit_order(self, reason: str, done: _Done, quantities: Mapping[int, int]) -> None:
        bill = self._runtime.ask(get_invoice, invoice_id=done.invoice_id)
        lines = _by_index(bill)
        wanted = {lines[index].order_line_id: quantity for index, quantity in quantities.items()}
        if done.shipment_id is not None:
            shipped = self._runtime.ask(get_shipment, shipment_id=done.shipment_id)
            back = {x.id: wanted[x.order_line_id] for x in shipped.lines if x.order_line_id in wanted}
            if back:
                self._run(
                    return_shipment, shipment_id=done.shipment_id, reason=f"Cancelled: {reason}",
                    quantities=back,
                )  # fmt: skip
        self._run(
            credit_invoice, uuid=str(uuid4()), invoice_id=done.invoice_id, reason=f"Cancelled: {reason}",
            wishes=[CreditWish(lines[index].id, quantity) for index, quantity in quantities.items()],
        )  # fmt: skip
        self._has_credit.add(done.party_id)
        self.figures.credit_notes += 1

    def refund_what_is_left(self) -> None:
        """At the end: what nobody's invoice took of the credit notes is paid back."""
        for credit in self._runtime.ask(list_unapplied):
            self._run(refund_credit, uuid=str(uuid4()), credit_item_id=credit.id, method=PaymentMethod.BANK)
            self.figures.refunds += 1


def _by_index(bill: InvoiceDetail) -> list[Any]:
    """The invoice's lines by their place in the order: ids of order lines ascend."""
    return sorted(bill.lines, key=lambda line: line.order_line_id or 0)
