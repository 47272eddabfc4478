"""Goods come in, move between places and are counted."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from app.inventory.counts import enter_count, list_variances, post_count, set_count_status, start_count
from app.inventory.operations import create_location
from app.inventory.queries import on_hand
from app.inventory.receipts import ReceivedLine, close_incoming, expect_goods
from app.inventory.refusals import (
    CountQuantityError,
    ExpiredLotError,
    NoSuchCountError,
    NoSuchIncomingError,
    NotCountedError,
    OverReceiptError,
    ReceiptEmptyError,
    ReceiptQuantityError,
    TransferPlacesError,
    TransferTooMuchError,
)
from app.inventory.reservations import list_availability
from app.inventory.states import CountStatus, TransferStatus
from app.inventory.tables import transfer_line
from app.inventory.transfers import receive_transfer, send_transfer
from app.kernel.state import InvalidTransitionError
from app.ledger.periods import PeriodClosedError, close_period
from app.ledger.queries import list_balances
from app.orders.operations.receive import receive_for_orders
from app.reporting.verify import verify_database
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


def _books_agree(trade: Wholesale) -> None:
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def _balances(trade: Wholesale) -> dict[str, int]:
    return {b.code: b.balance_minor for b in trade.ask(list_balances)}


def _receive(trade: Wholesale, *lines: ReceivedLine, **more: object):  # noqa: ANN202
    return trade.run(
        receive_for_orders, by="clerk", uuid=str(uuid4()), location_id=trade.location_id, lines=lines, **more
    )


def test_goods_come_in_at_cost_with_their_share_of_the_freight(trade: Wholesale):
    wine, milk = trade.shop.products["WINE"], trade.shop.products["MILK"]
    before = _balances(trade)
    receipt, _served = _receive(
        trade, ReceivedLine(wine, 10_000, 3000), ReceivedLine(milk, 10_000, 1000), landed_minor=101,
        supplier="Vineyard", reference="LS 9",
    )  # fmt: skip
    assert receipt.number == "GR-2026-000001"
    after = _balances(trade)
    assert after["1400"] - before["1400"] == 4101
    assert (after["2000"] - before["2000"], after["5200"]) == (-4000, -101)
    assert trade.ask(on_hand, product_id=wine, location_id=trade.location_id) == 110_000
    _books_agree(trade)


def test_what_came_in_goes_to_the_orders_that_wait_longest(trade: Wholesale):
    wine = trade.shop.products["WINE"]
    orders = [trade.order(("WINE", pieces)).order_id for pieces in (104, 3, 9)]
    incoming = trade.run(
        expect_goods, product_id=wine, location_id=trade.location_id, reference="PO 1",
        due_on=TODAY + timedelta(days=2), quantity_milli=10_000, unit_cost_micro=500_000_000,
    )  # fmt: skip
    found = trade.ask(list_availability, location_id=trade.location_id, product_ids=[wine])[wine]
    assert (found.incoming_milli, found.next_due) == (10_000, TODAY + timedelta(days=2))
    receipt, served = _receive(trade, ReceivedLine(wine, 10_000, incoming_id=incoming))
    assert receipt.cost_minor == 5000
    assert served == orders
    states = [(trade.head_of(o).allocation, trade.head_of(o).to_allocate) for o in orders]
    assert states == [("full", False), ("full", False), ("part", True)]
    _books_agree(trade)


def test_bad_receipts_are_refused_and_a_re_sent_one_is_booked_once(trade: Wholesale):
    wine = trade.shop.products["WINE"]
    incoming = trade.run(
        expect_goods, product_id=wine, location_id=trade.location_id, reference="PO 1", due_on=TODAY,
        quantity_milli=5000,
    )  # fmt: skip
    late = TODAY - timedelta(days=1)
    for lines, refusal in (
        ([], ReceiptEmptyError),
        ([ReceivedLine(wine, 0, 1)], ReceiptQuantityError),
        ([ReceivedLine(wine, 1000, -1)], ReceiptQuantityError),
        ([ReceivedLine(wine, 6000, incoming_id=incoming)], OverReceiptError),
        ([ReceivedLine(trade.shop.products["MILK"], 1000, incoming_id=incoming)], NoSuchIncomingError),
        ([ReceivedLine(wine, 1000, lot="L1", expires_on=late)], ExpiredLotError),
    ):
        with pytest.raises(refusal):
            _receive(trade, *lines)
    wish = {"uuid": str(uuid4()), "location_id": trade.location_id}
    lines = [ReceivedLine(wine, 6000, 60, incoming_id=incoming)]
    for _send in range(2):
        trade.run(receive_for_orders, **wish, lines=lines, accept_surplus=True)
    assert trade.ask(on_hand, product_id=wine, location_id=trade.location_id) == 106_000
    trade.run(close_incoming, incoming_id=incoming)
    trade.run(close_period, until=TODAY)
    with pytest.raises(PeriodClosedError):
        _receive(trade, ReceivedLine(wine, 1000, 5))
    _books_agree(trade)


def test_goods_on_their_way_between_two_places_are_in_neither(trade: Wholesale):
    store = trade.run(create_location, code="STORE2", name="Second store", kind="internal")
    wine = trade.shop.products["WINE"]
    trade.order(("WINE", 90))
    wish = {"from_location_id": trade.location_id, "to_location_id": store}
    with pytest.raises(TransferTooMuchError, match="Only 10 "):
        trade.run(send_transfer, uuid=str(uuid4()), **wish, quantities={wine: 11_000})
    with pytest.raises(TransferPlacesError):
        trade.run(
            send_transfer, uuid=str(uuid4()), from_location_id=store, to_location_id=store,
            quantities={wine: 1000},
        )  # fmt: skip
    before = _balances(trade)
    uuid = str(uuid4())
    sent, again = (trade.run(send_transfer, uuid=uuid, **wish, quantities={wine: 7000}) for _ in range(2))
    assert (again.was_there, sent.number) == (True, "TR-000001")

    def places() -> list[int]:
        return [trade.ask(on_hand, product_id=wine, location_id=p) for p in (trade.location_id, store)]

    assert places() == [93_000, 0]
    with trade.shop.runtime.factory.read() as connection:
        line = connection.execute(transfer_line.select()).one().id
    part = trade.run(receive_transfer, transfer_id=sent.transfer_id, quantities={line: 3000})
    assert (part.status, places()) == (TransferStatus.SENT, [93_000, 3000])
    with pytest.raises(TransferTooMuchError):
        trade.run(receive_transfer, transfer_id=sent.transfer_id, quantities={line: 5000})
    done = trade.run(receive_transfer, transfer_id=sent.transfer_id)
    assert (done.status, places()) == (TransferStatus.RECEIVED, [93_000, 7000])
    assert _balances(trade) == before
    _books_agree(trade)


def test_several_count_blind_the_differences_are_reviewed_and_posted_once(trade: Wholesale):
    wine, milk = trade.shop.products["WINE"], trade.shop.products["MILK"]
    count = trade.run(
        start_count, by="clerk", uuid=str(uuid4()), location_id=trade.location_id, product_ids=[wine, milk]
    )
    twice = str(uuid4())
    for who, uuid, product, pieces in (
        ("clerk", twice, wine, 60_000),
        ("clerk", twice, wine, 60_000),
        ("manager", str(uuid4()), wine, 38_000),
    ):
        trade.run(
            enter_count, by=who, uuid=uuid, count_id=count.count_id, product_id=product, quantity_milli=pieces
        )
    with pytest.raises(CountQuantityError):
        trade.run(enter_count, uuid="x", count_id=count.count_id, product_id=wine, quantity_milli=-1)
    with pytest.raises(NoSuchCountError):
        coffee = trade.shop.products["COFFEE"]
        trade.run(enter_count, uuid="x", count_id=count.count_id, product_id=coffee, quantity_milli=1)
    trade.ship_all(trade.order(("WINE", 5)).order_id)  # selling goes on
    with pytest.raises(InvalidTransitionError):
        trade.run(post_count, count_id=count.count_id)
    trade.run(set_count_status, count_id=count.count_id, status=CountStatus.REVIEW)
    found = {v.product_id: v for v in trade.ask(list_variances, count_id=count.count_id)}
    assert (found[wine].difference_milli, found[wine].counters, found[milk].counted_milli) == (-2000, 2, None)
    with pytest.raises(NotCountedError, match="1 products"):
        trade.run(post_count, count_id=count.count_id)
    trade.run(set_count_status, count_id=count.count_id, status=CountStatus.COUNTING)
    trade.run(
        enter_count, uuid=str(uuid4()), count_id=count.count_id, product_id=milk, quantity_milli=100_000
    )
    trade.run(set_count_status, count_id=count.count_id, status=CountStatus.REVIEW)
    one, two = (trade.run(post_count, count_id=count.count_id) for _ in range(2))
    assert (one.status, two.was_there) == (CountStatus.POSTED, True)
    assert trade.ask(on_hand, product_id=wine, location_id=trade.location_id) == 93_000
    _books_agree(trade)
