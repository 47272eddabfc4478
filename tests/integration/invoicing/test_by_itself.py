"""Invoices that follow deliveries and services by themselves, once the shop wishes it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import update

from app.flows.billing import BY_ITSELF_SETTING, BillingFlow
from app.fulfilment.events import ShipmentLeft
from app.invoicing.queries import list_invoices
from app.invoicing.states import InvoiceStatus
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.orders.operations.progress import finish_service
from app.organisation.operations import save_setting
from app.parties.tables import party
from app.reporting.verify import verify_database
from app.runtime.lanes import Lanes
from tests.factories.wholesale import Wholesale


@pytest.fixture
def lanes(trade: Wholesale, bus: EventBus) -> Iterator[Lanes]:
    """The flow at work."""
    made = Lanes({"db": 50}, on_stop=trade.shop.runtime.factory.close_thread)
    BillingFlow(trade.shop.runtime, made, bus)
    yield made
    made.shutdown()


def _rest(lanes: Lanes) -> None:
    lanes.submit("db", lambda: None).result(20)


def test_nothing_follows_until_the_shop_wishes_it(trade: Wholesale, lanes: Lanes, bus: EventBus):
    sent = trade.ship_all(trade.order(("WINE", 1)).order_id)
    _rest(lanes)
    assert trade.ask(list_invoices) == []
    trade.run(save_setting, name=BY_ITSELF_SETTING, value=True)
    for _heard in range(2):  # as two stations do
        bus.publish(ShipmentLeft(shipment_id=sent.shipment_id))
    _rest(lanes)
    assert [x.status for x in trade.ask(list_invoices)] == [InvoiceStatus.POSTED]


def test_deliveries_and_services_are_billed_and_what_is_refused_waits(trade: Wholesale, lanes: Lanes):
    trade.run(save_setting, name=BY_ITSELF_SETTING, value=True)
    order = trade.order(("WINE", 2), ("WRAP", 2))
    trade.ship_all(order.order_id)
    _rest(lanes)
    service = trade.lines_of(order.order_id)["WRAP"].id
    for _half in range(2):
        trade.run(finish_service, order_id=order.order_id, line_id=service, quantity_milli=1000)
        _rest(lanes)
    assert sorted(x.gross_minor for x in trade.ask(list_invoices)) == [179, 179, 1666]
    assert not trade.head_of(order.order_id).to_invoice
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            update(party).where(party.c.id == trade.shop.parties["Unlimited Ltd"]).values(country="")
        )
    other = trade.order(("WINE", 1))
    trade.ship_all(other.order_id)
    _rest(lanes)
    assert len(trade.ask(list_invoices)) == 3
    assert trade.head_of(other.order_id).to_invoice
    assert [r for r in trade.ask(verify_database) if not r.holds] == []
