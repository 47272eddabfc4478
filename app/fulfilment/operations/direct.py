"""The supplier brought goods to the customer: in and out of the books in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.fulfilment.operations.packing import PackageDraft, Shipment, pack_shipment
from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.fulfilment.refusals import NothingBroughtError
from app.fulfilment.tables import shipment
from app.inventory.queries import average_cost
from app.inventory.receipts import ReceivedLine
from app.inventory.refusals import OverReceiptError
from app.inventory.rules import MICRO
from app.kernel.money import round_half_up
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import ONE, milli_to_decimal
from app.orders.direct import DirectLine, find_direct_place, list_direct
from app.orders.operations.progress import record_progress
from app.orders.operations.receive import receive_for_orders
from app.orders.store import link_document, lock_order


@dataclass(frozen=True, slots=True)
class Brought:
    """What a supplier's notice says of a line that he was asked to bring.

    Attributes:
        incoming_id: the expected line.
        quantity_milli: base units.
        cost_minor: of the whole quantity; None: as it was agreed, else what it costs us on average.
        lot: of goods that are kept by lot.
        serials: of the pieces, of goods that are kept by number.
    """

    incoming_id: int
    quantity_milli: int
    cost_minor: int | None = None
    lot: str = ""
    serials: tuple[str, ...] = ()


@permitted(Permission.RECEIVE_GOODS)
def deliver_direct(
    uow: UnitOfWork, *, uuid: str, order_id: int, brought: Sequence[Brought], note: str = "",
    transport: Transport = Transport(),  # noqa: B008 - frozen
) -> Shipment:  # fmt: skip
    """Book a supplier's notice that he brought goods to the customer: a receipt, and a shipment that left.

    Both pass through a place of their own, where nothing stays; the shipment is billed like any other.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it happens once.
        order_id: whose.
        brought: what he brought, at most what he was asked to.
        note: the number of his delivery note.
        transport: how it travelled.

    Raises:
        NothingBroughtError, OverReceiptError, DepositUnpaidError, LotNeededError, SerialNeededError,
        TrackingNumberError, PeriodClosedError: see their sentences; nothing is booked then.
    """
    order = lock_order(uow, order_id)
    place = find_direct_place(uow.connection)
    asked = {x.incoming_id: x for x in list_direct(uow.connection, order_id=order_id)}
    if place is None or not brought or any(b.incoming_id not in asked for b in brought):
        raise NothingBroughtError(number=order.number or "-")
    for b in brought:
        if b.quantity_milli > asked[b.incoming_id].open_milli and not _is_known(uow, uuid):
            raise OverReceiptError(
                reference=asked[b.incoming_id].reference,
                left=milli_to_decimal(asked[b.incoming_id].open_milli),
                wanted=milli_to_decimal(b.quantity_milli),
            )
    first = asked[brought[0].incoming_id]
    receipt, _orders = receive_for_orders(
        uow, uuid=uuid, location_id=place, supplier=first.supplier, reference=note,
        lines=[
            ReceivedLine(
                asked[b.incoming_id].product_id, b.quantity_milli,
                _cost(uow, b, asked[b.incoming_id], order.location_id), b.incoming_id, b.lot,
                serials=b.serials,
            )
            for b in brought
        ],
    )  # fmt: skip
    contents: dict[int, int] = {}
    for b in brought:
        line_id = asked[b.incoming_id].line_id
        contents[line_id] = contents.get(line_id, 0) + b.quantity_milli
    if not receipt.was_there:
        link_document(
            uow, order_ids=[order_id], document_type="goods_receipt", document_id=receipt.receipt_id,
            number=receipt.number,
        )  # fmt: skip
        _picked(uow, order_id, contents)
    packed = pack_shipment(
        uow, uuid=uuid, order_id=order_id, packages=[PackageDraft(contents, 0)], leave_rest=True
    )
    return dispatch_shipment(uow, shipment_id=packed.shipment_id, transport=transport)


def _is_known(uow: UnitOfWork, uuid: str) -> bool:
    """Whether the notice was booked before."""
    return uow.connection.execute(select(shipment.c.id).where(shipment.c.uuid == uuid)).first() is not None


def _picked(uow: UnitOfWork, order_id: int, contents: Mapping[int, int]) -> None:
    record_progress(uow, order_id=order_id, changes={i: {"picked_milli": q} for i, q in contents.items()})


def _cost(uow: UnitOfWork, brought: Brought, line: DirectLine, home: int) -> int | None:
    """What the goods cost: as told, as agreed (None, the receipt knows), or as they do at our own place."""
    if brought.cost_minor is not None or line.unit_cost_micro:
        return brought.cost_minor
    unit = average_cost(uow.connection, product_id=line.product_id, location_id=home)
    return round_half_up(brought.quantity_milli * unit, ONE * MICRO)
