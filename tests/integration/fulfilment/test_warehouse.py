"""Picking, packing, shipping, delivery: what is refused, and what is booked."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from app.fulfilment.operations.delivery import deliver_shipment, fail_delivery, return_shipment
from app.fulfilment.operations.packing import PackageDraft, pack_shipment, unpack_shipment
from app.fulfilment.operations.picking import (
    Pick,
    cancel_pick_list,
    create_pick_list,
    record_picks,
    short_pick,
)
from app.fulfilment.operations.shipping import Transport, dispatch_shipment
from app.fulfilment.queries import find_scanned, get_pick_list, get_shipment, list_count_tasks, list_shipments
from app.fulfilment.refusals import (
    DeliveryTimeError,
    EmptyPackageError,
    NothingToPickError,
    NotInStockError,
    OverPickError,
    PackTooMuchError,
    PickNotFinishedError,
    PickQuantityError,
    ReasonMissingError,
    ReceiverMissingError,
    ReturnTooMuchError,
    SignatureTooBigError,
    TrackingNumberError,
)
from app.fulfilment.states import ShipmentStatus, ShortReason
from app.inventory.operations import adjust_stock
from app.inventory.queries import on_hand
from app.kernel.permission import PermissionNeededError
from app.kernel.state import InvalidTransitionError
from app.ledger.periods import PeriodClosedError, close_period
from app.ledger.queries import list_balances
from app.orders.queries import get_order
from app.reporting.verify import verify_database
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


def _walk(trade: Wholesale, *order_ids: int) -> int:
    return trade.run(create_pick_list, by="clerk", uuid=str(uuid4()), order_ids=order_ids).pick_list_id


def _books_agree(trade: Wholesale) -> None:
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_several_orders_are_picked_in_one_walk_into_totes(trade: Wholesale):
    one, two = trade.order(("COFFEE", 1), ("WINE", 2)), trade.order(("WINE", 3))
    head, cards = trade.ask(get_pick_list, pick_list_id=_walk(trade, one.order_id, two.order_id))
    assert [(c.sku, c.bin, c.tote, c.wanted_milli) for c in cards] == [
        ("WINE", "A-1", 1, 2000), ("WINE", "A-1", 2, 3000), ("COFFEE", "A-4", 1, 1000),
    ]  # fmt: skip
    assert head.number == "P-000001"
    with pytest.raises(NothingToPickError):
        _walk(trade, one.order_id)


def test_picks_are_taken_down_piece_by_piece_and_never_beyond(trade: Wholesale):
    walk = _walk(trade, trade.order(("MILK", 3)).order_id)
    card = trade.pick_lines(walk)["MILK"]
    scanned = trade.ask(find_scanned, code="00400000000022")
    assert scanned is not None
    for _scan in range(3):
        trade.run(
            record_picks, pick_list_id=walk,
            picks=[Pick(card.id, scanned.product_id, scanned.quantity_milli)],
        )  # fmt: skip
    for quantity, refusal in ((1000, OverPickError), (0, PickQuantityError), (-1, PickQuantityError)):
        with pytest.raises(refusal):
            trade.run(record_picks, pick_list_id=walk, picks=[Pick(card.id, card.product_id, quantity)])
    assert trade.ask(find_scanned, code="nothing") is None


def test_a_list_is_done_when_every_line_is_picked_or_short(trade: Wholesale):
    order = trade.order(("MILK", 3), ("WINE", 1))
    walk = _walk(trade, order.order_id)
    cards = trade.pick_lines(walk)
    wine = Pick(cards["WINE"].id, cards["WINE"].product_id, 1000)
    with pytest.raises(PickNotFinishedError, match="Milk"):
        trade.run(record_picks, pick_list_id=walk, picks=[wine], finish=True)
    trade.run(record_picks, pick_list_id=walk, picks=[wine])
    trade.run(short_pick, pick_line_id=cards["MILK"].id, reason=ShortReason.DAMAGED)
    with pytest.raises(OverPickError):
        trade.run(short_pick, pick_line_id=cards["MILK"].id, reason=ShortReason.DAMAGED)
    trade.run(record_picks, pick_list_id=walk, picks=[], finish=True)
    again = trade.run(record_picks, pick_list_id=walk, picks=[], finish=True)
    assert again.was_there
    (task,) = trade.ask(list_count_tasks)
    assert (task.product_id, task.reason) == (trade.shop.products["MILK"], "P-000001: damaged")
    # what is missing is withheld: another order does not get it
    assert trade.order(("MILK", 98)).backordered
    _books_agree(trade)


def test_a_cancelled_list_leaves_the_goods_committed(trade: Wholesale):
    order = trade.order(("MILK", 3))
    trade.run(cancel_pick_list, pick_list_id=_walk(trade, order.order_id))
    assert trade.pick_all(order.order_id).lines == 1
    _books_agree(trade)


def test_packing_takes_what_was_picked_no_more_and_may_be_undone(trade: Wholesale):
    order = trade.order(("MILK", 3))
    line = trade.lines_of(order.order_id)["MILK"].id
    wish = {"order_id": order.order_id, "uuid": str(uuid4())}
    with pytest.raises(PackTooMuchError):
        trade.run(pack_shipment, **wish, packages=[PackageDraft({line: 3000}, 900)])
    trade.pick_all(order.order_id)
    for packages, refusal in (
        ([PackageDraft({line: 4000}, 900)], PackTooMuchError),
        ([PackageDraft({line: 3000}, 900), PackageDraft({}, 10)], EmptyPackageError),
        ([PackageDraft({line: 3000}, -1)], EmptyPackageError),
        ([PackageDraft({line: 0}, 1)], EmptyPackageError),
        ([PackageDraft({5: 1000}, 1)], PackTooMuchError),
    ):
        with pytest.raises(refusal):
            trade.run(pack_shipment, **wish, packages=packages)
    packed = trade.run(pack_shipment, **wish, packages=[PackageDraft({line: 3000}, 900)])
    assert trade.run(pack_shipment, **wish, packages=[PackageDraft({line: 3000}, 900)]).was_there
    trade.run(unpack_shipment, shipment_id=packed.shipment_id)
    assert trade.head_of(order.order_id).to_pack
    with pytest.raises(InvalidTransitionError):
        trade.run(dispatch_shipment, shipment_id=packed.shipment_id)
    _books_agree(trade)


def test_dispatch_books_stock_and_cost_once_however_often_it_is_sent(trade: Wholesale):
    order = trade.order(("WINE", 2))
    before = {b.code: b.balance_minor for b in trade.ask(list_balances)}
    trade.pick_all(order.order_id)
    packed = trade.pack_all(order.order_id)
    with pytest.raises(TrackingNumberError):
        trade.run(
            dispatch_shipment, shipment_id=packed.shipment_id,
            transport=Transport(tracking_number="SW1\nSW2"),
        )  # fmt: skip
    one, two = (trade.run(dispatch_shipment, shipment_id=packed.shipment_id) for _ in range(2))
    assert (one.number, two.number, two.was_there) == ("D-2026-000001", "D-2026-000001", True)
    after = {b.code: b.balance_minor for b in trade.ask(list_balances)}
    cost = after["5000"] - before.get("5000", 0)
    assert cost == before["1400"] - after["1400"] == 959  # 2 x 479.40, rounded once
    assert trade.ask(on_hand, product_id=trade.shop.products["WINE"], location_id=trade.location_id) == 98_000
    _books_agree(trade)


def test_nothing_leaves_that_the_books_do_not_have(trade: Wholesale):
    order = trade.order(("WINE", 100))
    trade.pick_all(order.order_id)
    packed = trade.pack_all(order.order_id)
    trade.run(
        adjust_stock, product_id=trade.shop.products["WINE"], location_id=trade.location_id,
        quantity_milli=-1000, reason="broken", business_date=TODAY,
    )  # fmt: skip
    with pytest.raises(NotInStockError, match=r"99 of Red wine"):
        trade.run(dispatch_shipment, shipment_id=packed.shipment_id)


def test_nothing_is_booked_into_a_closed_period(trade: Wholesale):
    order = trade.order(("WINE", 1))
    trade.pick_all(order.order_id)
    packed = trade.pack_all(order.order_id)
    trade.run(close_period, until=TODAY)
    with pytest.raises(PeriodClosedError, match="2026-03-02"):
        trade.run(dispatch_shipment, shipment_id=packed.shipment_id)


def test_a_proof_of_delivery_has_a_name_a_time_and_a_signature(trade: Wholesale, clock: SteadyClock):
    sent = trade.ship_all(trade.order(("WINE", 1)).order_id)
    wish = {"shipment_id": sent.shipment_id, "received_by": "Ann Smith"}
    with pytest.raises(ReceiverMissingError):
        trade.run(deliver_shipment, shipment_id=sent.shipment_id, received_by=" ")
    with pytest.raises(SignatureTooBigError):
        trade.run(deliver_shipment, **wish, signature=b"x" * 200_001)
    for wrong in (clock() - timedelta(hours=1), clock() + timedelta(hours=1)):
        with pytest.raises(DeliveryTimeError):
            trade.run(deliver_shipment, **wish, delivered_at=wrong)
    trade.run(deliver_shipment, **wish, signature=b"ink", remarks="one box dented")
    found = trade.ask(get_shipment, shipment_id=sent.shipment_id)
    assert (found.received_by, found.signature, found.remarks) == ("Ann Smith", b"ink", "one box dented")
    assert (found.ship_to["city"], found.packages[0].weight_grams) == ("Hamburg", 1500)
    assert trade.run(deliver_shipment, **wish).was_there
    assert [r.status for r in trade.ask(list_shipments)] == [ShipmentStatus.DELIVERED]


def test_a_failed_delivery_goes_out_again_or_comes_back_to_its_old_place(trade: Wholesale):
    order = trade.order(("WINE", 100))
    trade.order(("WINE", 5))  # waits behind it
    sent = trade.ship_all(order.order_id)
    with pytest.raises(ReasonMissingError):
        trade.run(fail_delivery, shipment_id=sent.shipment_id, reason="")
    trade.run(fail_delivery, shipment_id=sent.shipment_id, reason="nobody there")
    again = trade.run(dispatch_shipment, shipment_id=sent.shipment_id)
    assert again.number == sent.number
    trade.run(return_shipment, shipment_id=sent.shipment_id, reason="refused", ship_again=True)
    line = trade.ask(get_order, order_id=order.order_id).lines[0]
    assert (line.shipped_milli, line.reserved_milli, line.on_hand_milli) == (0, 100_000, 100_000)
    _books_agree(trade)


def test_goods_come_back_at_the_cost_they_left_and_not_twice(trade: Wholesale):
    before = {b.code: b.balance_minor for b in trade.ask(list_balances)}
    order = trade.order(("WINE", 3))
    sent = trade.ship_all(order.order_id)
    line = trade.ask(get_shipment, shipment_id=sent.shipment_id).lines[0]
    trade.run(deliver_shipment, shipment_id=sent.shipment_id, received_by="Ann")
    back = {"shipment_id": sent.shipment_id, "reason": "not wanted"}
    trade.run(return_shipment, **back, quantities={line.id: 1000})
    with pytest.raises(ReturnTooMuchError, match=r"2 can come back"):
        trade.run(return_shipment, **back, quantities={line.id: 3000})
    trade.run(return_shipment, **back)
    after = {b.code: b.balance_minor for b in trade.ask(list_balances)}
    assert after["1400"] == before["1400"]
    head = trade.head_of(order.order_id)
    assert (head.to_invoice, head.to_pick) == (False, False)
    _books_agree(trade)


def test_each_step_of_the_warehouse_needs_its_right(trade: Wholesale):
    order = trade.order(("WINE", 1))
    with pytest.raises(PermissionNeededError):
        trade.run(create_pick_list, by="office", uuid=str(uuid4()), order_ids=[order.order_id])
    trade.pick_all(order.order_id)
    packed = trade.pack_all(order.order_id)
    with pytest.raises(PermissionNeededError):
        trade.run(dispatch_shipment, by="cashier", shipment_id=packed.shipment_id)
