"""Orders that are fetched: told when ready, handed over in one step."""

from __future__ import annotations

import pytest

from app.fulfilment.operations.handover import hand_over
from app.fulfilment.queries import get_shipment
from app.fulfilment.refusals import DepositUnpaidError, ReceiverMissingError
from app.fulfilment.states import ShipmentStatus
from app.mailing.drafts import draft_message
from app.mailing.states import MailKind
from app.orders.operations.pickup import mark_ready
from app.orders.queries import get_order
from app.orders.refusals import NotForPickupError, NotReadyError
from app.reporting.verify import verify_database
from tests.factories.wholesale import Wholesale


def test_the_customer_is_told_once_when_it_is_packed_and_fetches_it(trade: Wholesale):
    order = trade.order(("WINE", 2), pickup=True)
    trade.pick_all(order.order_id)
    with pytest.raises(NotReadyError):
        trade.run(mark_ready, order_id=order.order_id)
    packed = trade.pack_all(order.order_id)
    first, again = (trade.run(mark_ready, order_id=order.order_id) for _ in range(2))
    assert (first.was_there, again.was_there) == (False, True)
    assert trade.ask(get_order, order_id=order.order_id).ready_at is not None
    draft = trade.ask(draft_message, kind=MailKind.READY, document_id=order.order_id, sender="Eva")
    assert draft.text.subject == "Your order O-2026-000001 is ready"
    assert "- 2 pc Red wine" in draft.text.body
    assert draft.parts == ()
    with pytest.raises(ReceiverMissingError):
        trade.run(hand_over, shipment_id=packed.shipment_id, received_by=" ")
    assert trade.ask(get_shipment, shipment_id=packed.shipment_id).row.status is ShipmentStatus.PACKED
    done = trade.run(hand_over, shipment_id=packed.shipment_id, received_by="Mr Long")
    assert (done.status, done.number) == (ShipmentStatus.DELIVERED, "D-2026-000001")
    assert trade.bill(done).number == "INV-2026-000001"
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_what_is_sent_is_not_fetched_and_an_unpaid_down_payment_keeps_it_here(trade: Wholesale):
    sent = trade.order(("WINE", 1))
    with pytest.raises(NotForPickupError):
        trade.run(mark_ready, order_id=sent.order_id)
    order = trade.order(("WINE", 1), pickup=True)
    trade.pick_all(order.order_id)
    packed = trade.pack_all(order.order_id)
    from app.orders.drafts import OrderHead
    from app.orders.operations.amend import amend_order

    line = trade.lines_of(order.order_id)["WINE"]
    trade.run(
        amend_order, order_id=order.order_id, lines=[trade.line("WINE", 1, line_id=line.id)],
        head=OrderHead(pickup=True, deposit_hundredths=5000, deposit_blocks=True), reason="new customer",
    )  # fmt: skip
    with pytest.raises(DepositUnpaidError):
        trade.run(hand_over, shipment_id=packed.shipment_id, received_by="Mr Long")
