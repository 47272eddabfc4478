"""Tracking numbers and the steps that are allowed."""

from __future__ import annotations

import pytest

from app.fulfilment.operations.shipping import clean_tracking
from app.fulfilment.refusals import TrackingNumberError
from app.fulfilment.states import PICK_TRANSITIONS, SHIPMENT_TRANSITIONS, PickStatus, ShipmentStatus
from app.inventory.rules import Level, take_out
from app.invoicing.states import INVOICE_TRANSITIONS, InvoiceStatus
from app.kernel.state import InvalidTransitionError, check_transition
from app.orders.states import ORDER_TRANSITIONS, OrderStatus


@pytest.mark.parametrize("text", ["SW1\nSW2", "SW\t1", "\x1bSW1", "SW1\u202e", "SW  1"])
def test_a_tracking_number_that_no_carrier_writes_is_refused(text: str):
    with pytest.raises(TrackingNumberError):
        clean_tracking(text)


def test_a_tracking_number_is_kept_as_it_is_scanned():
    assert clean_tracking(" 1Z 999 AA1 \n") == "1Z 999 AA1"


def test_every_state_has_its_steps_and_the_last_ones_have_none():
    for table, states, last in (
        (PICK_TRANSITIONS, PickStatus, {"picked", "cancelled"}),
        (SHIPMENT_TRANSITIONS, ShipmentStatus, {"delivered", "returned", "cancelled"}),
        (INVOICE_TRANSITIONS, InvoiceStatus, {"posted", "voided"}),
        (ORDER_TRANSITIONS, OrderStatus, {"cancelled"}),
    ):
        assert set(table) == set(states)
        assert {s.value for s in table if not table[s]} == last  # type: ignore[index]


def test_a_posted_invoice_and_a_delivered_shipment_stay():
    with pytest.raises(InvalidTransitionError):
        check_transition(INVOICE_TRANSITIONS, InvoiceStatus.POSTED, InvoiceStatus.DRAFT)
    with pytest.raises(InvalidTransitionError):
        check_transition(SHIPMENT_TRANSITIONS, ShipmentStatus.DELIVERED, ShipmentStatus.DISPATCHED)


def test_goods_leave_at_a_cost_that_is_known():
    level, cost = take_out(Level(10_000, 1000, 100_000_000), 4000, 333)
    assert (cost, level.value_minor, level.on_hand_milli) == (333, 667, 6000)
