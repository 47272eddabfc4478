"""What is asked about quotes and orders."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    func,
    literal,
    or_,
    select,
    union,
    union_all,
)

from app.inventory.reservations import all_reservations, list_availability
from app.inventory.tables import location, reservation
from app.kernel.text import fold
from app.orders.pricing import PriceReason, explain
from app.orders.states import LineKind, OrderStatus, Progress, Stage
from app.orders.store import line_rows, order_row, place_of
from app.orders.tables import order_document, order_hold, order_version, sales_order, sales_order_line
from app.parties.tables import party

PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A row of the order list; `key` continues the list after it."""

    id: int
    number: str | None
    quote_number: str | None
    status: OrderStatus
    party_id: int
    party_name: str
    customer_reference: str
    ordered_on: date | None
    requested_on: date | None
    valid_until: date | None
    currency: str
    gross_minor: int
    allocation: Progress
    shipment: Progress
    invoicing: Progress
    payment: Progress
    stages: tuple[Stage, ...]
    version: int


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A line with what happened to it and what there is of it; quantities in base units."""

    id: int
    position: int
    kind: LineKind
    product_id: int | None
    packaging_id: int | None
    sku: str
    name: str
    unit: str
    pack_milli: int
    quantity_milli: int  # in the sold unit
    unit_price_minor: int
    discount_hundredths: int
    amount_minor: int
    net_minor: int
    tax_minor: int
    gross_minor: int
    tax_class_id: int
    promised_on: date | None
    ordered_milli: int
    cancelled_milli: int
    reserved_milli: int
    picking_milli: int
    picked_milli: int
    packed_milli: int
    shipped_milli: int
    returned_milli: int
    invoiced_milli: int
    credited_milli: int
    scheduled_on: date | None
    assigned_to: int | None
    done_note: str | None
    kit_id: int | None  # it is a part of this kit
    over_milli: int | None  # of what is ordered: taken along at packing
    surplus_of: int | None  # it gives away the surplus of this line
    location_id: int | None  # the place it ships from; None: that of the order
    price_reason: PriceReason
    on_hand_milli: int
    committed_milli: int
    available_milli: int
    incoming_milli: int


@dataclass(frozen=True, slots=True)
class Hold:
    """A reason an order waits, or waited."""

    reason: str
    detail: str
    created_at: datetime
    released_at: datetime | None
    released_by: int | None
    release_note: str | None


@dataclass(frozen=True, slots=True)
class Version:
    """What a version of a quote, or an order before a change, said."""

    position: int
    kind: str
    at: datetime
    actor_id: int
    reason: str
    payload: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """A document an order led to."""

    document_type: str
    document_id: int
    number: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class OrderDetail:
    """An order with everything its page shows."""

    row: OrderRow
    note: str
    location_id: int
    billing_address_id: int | None
    delivery_address_id: int | None
    price_list_id: int | None
    payment_term_id: int | None
    includes_tax: bool
    discount_hundredths: int
    ship_policy: str
    invoice_policy: str
    deposit_minor: int
    deposit_blocks: bool
    pickup: bool
    ready_at: datetime | None
    lost_reason: str | None
    net_minor: int
    tax_minor: int
    quote_version: int
    lines: tuple[OrderLine, ...]
    holds: tuple[Hold, ...]
    documents: tuple[LinkedDocument, ...]


STAGE_IS: Final[dict[Stage, ColumnElement[bool]]] = {
    Stage.DRAFT: sales_order.c.status == OrderStatus.DRAFT.value,
    Stage.QUOTED: sales_order.c.status == OrderStatus.QUOTED.value,
    Stage.TO_CONFIRM: sales_order.c.status == OrderStatus.ACCEPTED.value,
    Stage.ON_HOLD: sales_order.c.status == OrderStatus.ON_HOLD.value,
    Stage.TO_ALLOCATE: and_(sales_order.c.to_allocate),
    Stage.TO_PICK: and_(sales_order.c.to_pick),
    Stage.TO_PACK: and_(sales_order.c.to_pack),
    Stage.TO_SHIP: and_(sales_order.c.to_ship),
    Stage.TO_INVOICE: and_(sales_order.c.to_invoice),
    Stage.TO_COLLECT: and_(sales_order.c.to_collect),
    Stage.DONE: sales_order.c.status == OrderStatus.CLOSED.value,
    Stage.DROPPED: sales_order.c.status.in_((OrderStatus.LOST.value, OrderStatus.CANCELLED.value)),
}
_OF_STATUS: Final = {
    OrderStatus.DRAFT: Stage.DRAFT,
    OrderStatus.QUOTED: Stage.QUOTED,
    OrderStatus.ACCEPTED: Stage.TO_CONFIRM,
    OrderStatus.ON_HOLD: Stage.ON_HOLD,
    OrderStatus.CLOSED: Stage.DONE,
    OrderStatus.LOST: Stage.DROPPED,
    OrderStatus.CANCELLED: Stage.DROPPED,
}
ORDER_LIST: Final = select(sales_order, party.c.name.label("party_name")).join_from(sales_order, party)


def count_stages(connection: Connection) -> dict[Stage, int]:
    """The live counts on the chips; each is counted over an index of its own."""
    parts = [
        select(literal(stage.value).label("stage"), func.count().label("n"))
        .select_from(sales_order)
        .where(condition)
        for stage, condition in STAGE_IS.items()
    ]
    return {Stage(r.stage): int(r.n) for r in connection.execute(union_all(*parts))}


def list_orders(
    connection: Connection, *, stage: Stage | None = None, party_id: int | None = None, text: str = "",
    after_id: int | None = None, limit: int = PAGE, location_id: int | None = None,
) -> list[OrderRow]:  # fmt: skip
    """Orders, newest first; the next page begins after the last row's id.

    Args:
        connection: where to read.
        stage: only those in it.
        party_id: only of this customer.
        text: begins the number, the quote's number or the customer's name, or is his reference.
        after_id: the last id of the page before.
        limit: rows of a page.
        location_id: only with goods committed at this place.
    """
    wanted: list[ColumnElement[bool]] = []
    if stage is not None:
        wanted.append(STAGE_IS[stage])
    if party_id is not None:
        wanted.append(sales_order.c.party_id == party_id)
    if after_id is not None:
        wanted.append(sales_order.c.id < after_id)
    if location_id is not None:
        wanted.append(sales_order.c.id.in_(_promised_at(location_id)))
    if text.strip():
        wanted = [newest_named(text.strip(), wanted, limit)]
    rows = connection.execute(ORDER_LIST.where(*wanted).order_by(sales_order.c.id.desc()).limit(limit))
    return [read_order(r) for r in rows]


def _promised_at(location_id: int) -> Select[Any]:
    return select(reservation.c.document_id).where(
        reservation.c.location_id == location_id, reservation.c.document_type == "order"
    )


def list_pick_places(connection: Connection) -> list[tuple[int, str]]:
    """The places that have something to pick: id and name, by name."""
    there = (
        select(reservation.c.location_id)
        .join_from(reservation, sales_order, sales_order.c.id == reservation.c.document_id)
        .where(sales_order.c.to_pick, reservation.c.document_type == "order")
    )
    rows = connection.execute(
        select(location.c.id, location.c.name).where(location.c.id.in_(there)).order_by(location.c.name)
    )
    return [(int(i), str(name)) for i, name in rows]


def newest_named(text: str, wanted: Sequence[ColumnElement[bool]], limit: int) -> ColumnElement[bool]:
    """The newest of what each index finds: an OR would read and sort all that match."""
    upper = text.upper()
    parties = select(party.c.id).where(
        party.c.search_key >= fold(text), party.c.search_key < fold(text) + "\uffff"
    )
    finds = (
        and_(sales_order.c.number >= upper, sales_order.c.number < upper + "~"),
        and_(sales_order.c.quote_number >= upper, sales_order.c.quote_number < upper + "~"),
        sales_order.c.party_id.in_(parties),
    )
    newest = [
        select(sales_order.c.id)
        .where(*wanted, found)
        .order_by(sales_order.c.id.desc())
        .limit(limit)
        .subquery()
        for found in finds
    ]
    return sales_order.c.id.in_(union(*(select(part.c.id) for part in newest)))


def read_order(r: Row[Any]) -> OrderRow:
    """A row of the list, from the order with its customer's name."""
    status = OrderStatus(r.status)
    stages = [_OF_STATUS[status]] if status in _OF_STATUS else []
    stages += [s for s in Stage if s.value in r._fields and getattr(r, s.value)]
    return OrderRow(
        r.id, r.number, r.quote_number, status, r.party_id, r.party_name, r.customer_reference,
        r.ordered_on, r.requested_on, r.valid_until, r.currency, r.gross_minor, Progress(r.allocation),
        Progress(r.shipment), Progress(r.invoicing), Progress(r.payment), tuple(stages), r.version,
    )  # fmt: skip


def find_order(connection: Connection, *, number: str) -> OrderRow | None:
    """The order or quote of that number, or None."""
    wanted = number.strip().upper()
    row = connection.execute(
        ORDER_LIST.where(or_(sales_order.c.number == wanted, sales_order.c.quote_number == wanted))
    ).one_or_none()
    return None if row is None else read_order(row)


def get_order(connection: Connection, *, order_id: int) -> OrderDetail:
    """Everything the page of an order shows; raises NoSuchOrderError."""
    head = order_row(connection, order_id)
    row = connection.execute(ORDER_LIST.where(sales_order.c.id == order_id)).one()
    lines = line_rows(connection, order_id)
    products = sorted({x.product_id for x in lines if x.product_id is not None})
    ships = [(x, place_of(x, head)) for x in lines]
    stock = {
        place: list_availability(connection, location_id=place, product_ids=products)
        for place in sorted({place for _x, place in ships})
    }
    held = {r.line_id: r.quantity_milli for r in all_reservations(connection, order_id)}
    return OrderDetail(
        row=read_order(row), note=head.note, location_id=head.location_id,
        billing_address_id=head.billing_address_id, delivery_address_id=head.delivery_address_id,
        price_list_id=head.price_list_id, payment_term_id=head.payment_term_id,
        includes_tax=head.includes_tax, discount_hundredths=head.discount_hundredths,
        ship_policy=head.ship_policy, invoice_policy=head.invoice_policy,
        deposit_minor=head.deposit_minor, deposit_blocks=head.deposit_blocks,
        pickup=head.pickup, ready_at=head.ready_at,
        lost_reason=head.lost_reason, net_minor=head.net_minor, tax_minor=head.tax_minor,
        quote_version=head.quote_version, lines=tuple(_line(x, held, stock[place]) for x, place in ships),
        holds=tuple(list_holds(connection, order_id=order_id)),
        documents=tuple(list_documents(connection, order_id=order_id)),
    )  # fmt: skip


_OF_LINE: Final = tuple(
    name for name in OrderLine.__dataclass_fields__ if name in sales_order_line.c and name != "kind"
)


def _line(x: Row[Any], held: dict[int, int], stock: dict[int, Any]) -> OrderLine:
    there = stock.get(x.product_id)
    return OrderLine(
        **{name: getattr(x, name) for name in _OF_LINE}, kind=LineKind(x.kind),
        reserved_milli=held.get(x.id, 0), price_reason=explain(x),
        on_hand_milli=there.on_hand_milli if there else 0,
        committed_milli=there.committed_milli if there else 0,
        available_milli=there.available_milli if there else 0,
        incoming_milli=there.incoming_milli if there else 0,
    )  # fmt: skip


def list_holds(connection: Connection, *, order_id: int) -> list[Hold]:
    """The reasons an order waits or waited, oldest first."""
    columns = [order_hold.c[name] for name in Hold.__dataclass_fields__]
    rows = connection.execute(
        select(*columns).where(order_hold.c.order_id == order_id).order_by(order_hold.c.id)
    )
    return [Hold(*row) for row in rows]


def list_versions(connection: Connection, *, order_id: int) -> list[Version]:
    """The versions of a quote and what an order said before each change."""
    rows = connection.execute(
        select(order_version).where(order_version.c.order_id == order_id).order_by(order_version.c.position)
    )
    return [Version(r.position, r.kind, r.at, r.actor_id, r.reason, json.loads(r.payload)) for r in rows]


def list_documents(connection: Connection, *, order_id: int) -> list[LinkedDocument]:
    """The documents an order led to, oldest first."""
    columns = [order_document.c[name] for name in LinkedDocument.__dataclass_fields__]
    rows = connection.execute(
        select(*columns)
        .where(order_document.c.order_id == order_id)
        .order_by(order_document.c.at, order_document.c.document_id)
    )
    return [LinkedDocument(*row) for row in rows]


def orders_of_document(connection: Connection, *, document_ids: Sequence[int]) -> list[int]:
    """The orders that led to documents."""
    rows = connection.execute(
        select(order_document.c.order_id).where(order_document.c.document_id.in_(list(document_ids)))
    ).scalars()
    return sorted({int(i) for i in rows})
