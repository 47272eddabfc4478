"""What can be billed, and one invoice over several deliveries and orders."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from app.invoicing.bill_queries import list_billable
from app.invoicing.operations.bill import invoice_shipments
from app.invoicing.queries import get_invoice
from app.invoicing.refusals import NothingToInvoiceError, OtherCustomerError
from app.orders.operations.progress import finish_service
from app.reporting.verify import verify_database
from app.terms.states import InvoicePolicy
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


def test_deliveries_and_orders_of_a_customer_go_on_one_invoice(trade: Wholesale, clock: SteadyClock):
    first = trade.ship_all(trade.order(("WINE", 1)).order_id, charge_minor=490)
    clock.advance(days=2)
    second = trade.ship_all(trade.order(("MILK", 2)).order_id)
    service = trade.order(("WRAP", 2))
    line = trade.lines_of(service.order_id)["WRAP"]
    trade.run(finish_service, order_id=service.order_id, line_id=line.id)
    ordered = trade.order(("COFFEE", 1), invoice_policy=InvoicePolicy.ORDERED)
    trade.ship_all(trade.order(("WINE", 3), customer="Limited Ltd").order_id)
    found = trade.ask(list_billable)
    assert [(x.party_name, x.amount_minor, x.shipment_id is None) for x in found] == [
        ("Limited Ltd", 2100, False), ("Unlimited Ltd", 1190, False), ("Unlimited Ltd", 200, False),
        ("Unlimited Ltd", 300, True), ("Unlimited Ltd", 1000, True),
    ]  # fmt: skip
    assert len(trade.ask(list_billable, text="unlim", first=TODAY + timedelta(days=1))) == 3
    assert len(trade.ask(list_billable, last=TODAY)) == 1
    bill = trade.run(
        invoice_shipments, uuid=str(uuid4()), shipment_ids=[first.shipment_id, second.shipment_id],
        order_ids=[service.order_id, ordered.order_id], period=(TODAY, TODAY + timedelta(days=2)),
    )  # fmt: skip
    detail = trade.ask(get_invoice, invoice_id=bill.invoice_id)
    assert detail.net_minor == 1190 + 200 + 300 + 1000
    assert (detail.period_from, detail.period_to) == (TODAY, TODAY + timedelta(days=2))
    assert [x.party_name for x in trade.ask(list_billable)] == ["Limited Ltd"]
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def test_deliveries_of_two_customers_do_not_go_on_one_invoice(trade: Wholesale):
    sent = [
        trade.ship_all(trade.order(("WINE", 1), customer=customer).order_id).shipment_id
        for customer in ("Unlimited Ltd", "Limited Ltd")
    ]
    with pytest.raises(OtherCustomerError):
        trade.run(invoice_shipments, uuid=str(uuid4()), shipment_ids=sent)
    with pytest.raises(NothingToInvoiceError):
        trade.run(invoice_shipments, uuid=str(uuid4()), shipment_ids=[])
