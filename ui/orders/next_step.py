"""Which step comes next for an order, and which others are legal: pure."""

from __future__ import annotations

from enum import StrEnum

from app.fulfilment.queries import ShipmentRow
from app.fulfilment.states import ShipmentStatus
from app.orders.queries import OrderDetail, OrderLine
from app.orders.states import LineKind, OrderStatus, Stage
from app.story.screen_queries import OrderPage
from ui.orders.lines import open_services, waiting_lines, waits_with_stock


class Act(StrEnum):
    """Something that can be done with an order from its page."""

    SEND = "send"
    ACCEPT = "accept"
    CONFIRM = "confirm"
    RELEASE = "release"
    ASK_DEPOSIT = "ask_deposit"
    ALLOCATE = "allocate"
    PICK_LIST = "pick_list"
    PICK = "pick"
    PACK = "pack"
    SHIP = "ship"
    READY = "ready"
    HAND_OVER = "hand_over"
    DELIVER = "deliver"
    FINISH = "finish"
    INVOICE = "invoice"
    COLLECT = "collect"
    EDIT = "edit"
    LOSE = "lose"
    CANCEL = "cancel"
    PRO_FORMA = "pro_forma"
    CLAIM = "claim"
    PROMISE = "promise"
    ROUTE = "route"
    DIRECT = "direct"
    REPEAT = "repeat"


_GONE = (ShipmentStatus.DISPATCHED, ShipmentStatus.DELIVERED, ShipmentStatus.FAILED)
_BEFORE: dict[OrderStatus, tuple[Act, ...]] = {
    OrderStatus.QUOTED: (Act.ACCEPT, Act.EDIT, Act.SEND, Act.LOSE, Act.CANCEL),
    OrderStatus.ACCEPTED: (Act.CONFIRM, Act.EDIT, Act.CANCEL),
    OrderStatus.ON_HOLD: (Act.RELEASE, Act.CANCEL, Act.REPEAT),
    OrderStatus.LOST: (Act.SEND,),
    OrderStatus.CANCELLED: (),
    OrderStatus.CLOSED: (Act.CLAIM, Act.REPEAT),
}


def acts_of(page: OrderPage) -> tuple[Act, ...]:
    """What can be done now; the first is the next step, named on the one primary button."""
    detail = page.detail
    status = detail.row.status
    route = (Act.ROUTE,) if len(page.places) > 1 and any(may_move(x) for x in detail.lines) else ()
    if status is OrderStatus.DRAFT:
        if detail.quote_version:
            return (Act.SEND, Act.EDIT, Act.CONFIRM, *route, Act.CANCEL)
        return (Act.CONFIRM, Act.SEND, Act.EDIT, *route, Act.CANCEL)
    if status in _BEFORE:
        return _BEFORE[status]
    found = _of_confirmed(page)
    last = (Act.CANCEL,) if any(_resting_milli(x) > 0 for x in detail.lines) else ()
    claim = (Act.CLAIM,) if any(s.status in _GONE for s in page.shipments) else ()
    promise = (Act.PROMISE,) if waiting_lines(detail) else ()
    direct = (Act.DIRECT,) if _may_come_directly(page) else ()
    return (*found, Act.EDIT, *promise, *route, *direct, Act.PRO_FORMA, Act.REPEAT, *claim, *last)


def may_move(line: OrderLine) -> bool:
    """Whether goods of a line are open and in nobody's hands, so that they may ship from elsewhere."""
    busy = line.picking_milli or line.picked_milli or line.packed_milli
    left = line.ordered_milli - line.cancelled_milli - line.shipped_milli
    return line.kind is LineKind.GOODS and not busy and left > 0


def comes_directly(line: OrderLine, page: OrderPage) -> bool:
    """Whether a supplier brings it: it ships from no place of ours."""
    return line.location_id is not None and line.location_id not in page.places


def _may_come_directly(page: OrderPage) -> bool:
    lines = page.detail.lines
    return not page.detail.pickup and any(may_move(x) or comes_directly(x, page) for x in lines)


def _resting_milli(line: OrderLine) -> int:
    """What of a line did not move and is not billed, so that it can be cancelled."""
    moved = line.picking_milli + line.picked_milli + line.packed_milli + line.shipped_milli
    return line.ordered_milli - line.cancelled_milli - max(moved, line.invoiced_milli)


def _of_confirmed(page: OrderPage) -> list[Act]:
    detail, stages = page.detail, page.detail.row.stages
    packed = packed_shipment(page) is not None
    picking = any(x.picking_milli for x in detail.lines)
    useful = waits_with_stock(detail)
    deposit = bool(detail.deposit_minor) and not any(
        d.document_type == "prepayment" for d in detail.documents
    )
    steps = (
        (Act.ASK_DEPOSIT, deposit),
        (Act.READY, packed and detail.pickup and detail.ready_at is None),
        (Act.HAND_OVER, packed and detail.pickup),
        (Act.SHIP, packed and not detail.pickup),
        (Act.PACK, Stage.TO_PACK in stages),
        (Act.PICK, picking),
        (Act.PICK_LIST, Stage.TO_PICK in stages and not _all_on_lists(detail)),
        (Act.INVOICE, Stage.TO_INVOICE in stages),
        (Act.ALLOCATE, useful),
        (Act.FINISH, bool(open_services(detail))),
        (Act.COLLECT, Stage.TO_COLLECT in stages),
        (Act.DELIVER, travelling(page) is not None),
        (Act.ALLOCATE, Stage.TO_ALLOCATE in stages and not useful),
    )
    return [act for act, possible in steps if possible]


def _all_on_lists(detail: OrderDetail) -> bool:
    return all(
        x.reserved_milli <= x.picking_milli + x.picked_milli + x.packed_milli for x in detail.lines
    )  # fmt: skip


def packed_shipment(page: OrderPage) -> ShipmentRow | None:
    """The oldest shipment that is packed and has not left."""
    return next((s for s in reversed(page.shipments) if s.status is ShipmentStatus.PACKED), None)


def travelling(page: OrderPage) -> ShipmentRow | None:
    """The oldest shipment that has left and is not there yet."""
    away = (ShipmentStatus.DISPATCHED, ShipmentStatus.FAILED)
    return next((s for s in reversed(page.shipments) if s.status in away), None)


def pick_list_of(page: OrderPage) -> int | None:
    """The newest pick list of the order."""
    lists = [d.document_id for d in page.detail.documents if d.document_type == "pick_list"]
    return lists[-1] if lists else None
