"""An order line without stock proposes a purchase, and what comes of it is put aside for that order."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.fulfilment.goods_in import get_delivery, list_deliveries
from app.inventory.expected import close_delivery
from app.inventory.receipts import ReceivedLine
from app.inventory.refusals import DeliveryEmptyError, DeliveryKnownError, ReferenceMissingError
from app.inventory.tables import reservation
from app.orders.buying import list_proposals
from app.orders.operations.amend import cancel_order
from app.orders.operations.buy import NothingMissingError, buy_for_orders
from app.orders.operations.receive import receive_for_orders
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale

ON_HAND = 100  # pieces of wine in the small shop
DUE = TODAY + timedelta(days=7)


def missing(trade: Wholesale) -> list[tuple[int, int]]:
    """(order, thousandths missing) of every proposal."""
    return [(p.order_id, p.missing_milli) for p in trade.ask(list_proposals)]


def held(trade: Wholesale, order_id: int) -> int:
    """What is put aside for an order, thousandths."""
    with trade.shop.runtime.factory.read() as connection:
        rows = connection.execute(
            select(reservation.c.quantity_milli).where(reservation.c.document_id == order_id)
        )
        return sum(int(r[0]) for r in rows)


def buy(trade: Wholesale, *order_ids: int, reference: str = "B-1") -> list[int]:
    """Buy what these orders miss."""
    lines = [p.line_id for p in trade.ask(list_proposals) if p.order_id in order_ids]
    found: list[int] = trade.run(
        buy_for_orders, by="clerk", reference=reference, supplier="Winery", due_on=DUE, line_ids=lines
    )
    return found


def come(trade: Wholesale, reference: str, pieces: int) -> list[int]:
    """So many pieces of the delivery's first line come in; the orders that got some."""
    line = trade.ask(get_delivery, reference=reference, location_id=trade.location_id)[0]
    _receipt, orders = trade.run(
        receive_for_orders, by="clerk", uuid=str(uuid4()), location_id=trade.location_id, supplier="Winery",
        lines=[ReceivedLine(line.product_id, pieces * 1000, incoming_id=line.incoming_id)],
    )  # fmt: skip
    return list(orders)


def test_what_is_missing_is_proposed_until_it_is_bought(trade: Wholesale) -> None:
    assert missing(trade) == []
    order = trade.order(("WINE", ON_HAND + 12), ("COFFEE", 1)).order_id
    assert missing(trade) == [(order, 12_000)]
    buy(trade, order)
    assert missing(trade) == []
    (row,) = trade.ask(list_deliveries)
    assert (row.reference, row.supplier, row.due_on, row.ordered_milli) == ("B-1", "Winery", DUE, 12_000)
    assert trade.lines_of(order)["WINE"].promised_on == DUE
    trade.run(close_delivery, by="clerk", reference="B-1", location_id=trade.location_id)
    assert missing(trade) == [(order, 12_000)]


def test_what_comes_is_put_aside_for_the_order_it_was_bought_for_although_another_waits_longer(
    trade: Wholesale,
) -> None:
    first = trade.order(("WINE", ON_HAND + 5)).order_id
    second = trade.order(("WINE", 8)).order_id
    buy(trade, second)
    assert come(trade, "B-1", 6) == [second]
    assert (held(trade, first), held(trade, second)) == (ON_HAND * 1000, 6000)
    assert come(trade, "B-1", 2) == [second]
    assert held(trade, second) == 8000
    assert missing(trade) == [(first, 5000)]
    assert trade.ask(list_proposals)[0].supplier == "Winery"


def test_goods_of_an_order_that_was_cancelled_are_for_whoever_waits(trade: Wholesale) -> None:
    first = trade.order(("WINE", ON_HAND + 5)).order_id
    second = trade.order(("WINE", 8)).order_id
    buy(trade, second)
    trade.run(cancel_order, order_id=second, reason="not wanted")
    assert come(trade, "B-1", 8) == [first]
    assert (held(trade, first), held(trade, second)) == ((ON_HAND + 5) * 1000, 0)


def test_nothing_is_bought_twice_or_without_number_and_lines(trade: Wholesale) -> None:
    order = trade.order(("WINE", ON_HAND + 5)).order_id
    line_id = trade.ask(list_proposals)[0].line_id
    wish: dict[str, Any] = {"supplier": "Winery", "due_on": DUE}
    with pytest.raises(ReferenceMissingError):
        trade.run(buy_for_orders, reference=" ", line_ids=[line_id], **wish)
    with pytest.raises(DeliveryEmptyError):
        trade.run(buy_for_orders, reference="B-1", line_ids=[], **wish)
    buy(trade, order)
    with pytest.raises(NothingMissingError):
        trade.run(buy_for_orders, reference="B-2", line_ids=[line_id], **wish)
    other = trade.order(("WINE", 1)).order_id
    with pytest.raises(DeliveryKnownError):
        buy(trade, other)
