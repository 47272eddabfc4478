"""A supplier brings goods to the customer: linked, booked in and out at once, billed like any other."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from app.documents.direct_papers import build_direct_order
from app.fulfilment.operations.delivery import return_shipment
from app.fulfilment.operations.direct import Brought, deliver_direct
from app.fulfilment.operations.shipping import Transport
from app.fulfilment.queries import get_shipment
from app.fulfilment.refusals import NothingBroughtError
from app.fulfilment.states import ShipmentStatus
from app.inventory.queries import on_hand
from app.inventory.refusals import OverReceiptError
from app.inventory.tables import stock_level
from app.invoicing.operations.bill import invoice_shipments
from app.ledger.queries import list_balances
from app.orders.direct import direct_page, find_direct_place
from app.orders.operations.direct import NotDirectError, order_direct, stop_direct
from app.reporting.verify import verify_database
from app.story.screen_queries import order_page
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale

WEEK = TODAY + timedelta(days=7)


def _books_agree(trade: Wholesale) -> None:
    assert [r for r in trade.ask(verify_database) if not r.holds] == []


def _ordered(trade: Wholesale) -> tuple[int, int]:
    """An order of 20 bottles and a coffee; the bottles are brought by Vineyard. The ids of order and line."""
    order = trade.order(("WINE", 20), ("COFFEE", 1))
    (wine,) = (x.line_id for x in trade.ask(direct_page, order_id=order.order_id).can if x.sku == "WINE")
    trade.run(
        order_direct, order_id=order.order_id, line_ids=[wine], reference="PO-7", supplier="Vineyard",
        due_on=WEEK, costs={wine: 400 * 1_000_000},
    )  # fmt: skip
    return order.order_id, wine


def test_what_a_supplier_brings_passes_the_books_and_is_billed(trade: Wholesale):
    product, home = trade.shop.products["WINE"], trade.location_id
    before = trade.ask(on_hand, product_id=product, location_id=home)
    order_id, line_id = _ordered(trade)
    assert set(trade.held(order_id)) == {home}  # the coffee; the bottles are free again
    (line,) = trade.ask(direct_page, order_id=order_id).lines
    paper = PdfReader(BytesIO(trade.ask(build_direct_order, order_id=order_id, reference="PO-7")))
    said = paper.pages[0].extract_text()
    for word in ("PO-7", "Vineyard", "Long Lane 5", "20095 Hamburg", "Red wine", "20 pc"):
        assert word in said
    with pytest.raises(OverReceiptError):
        trade.run(
            deliver_direct, uuid=str(uuid4()), order_id=order_id,
            brought=[Brought(line.incoming_id, 21_000)],
        )  # fmt: skip
    uuid = str(uuid4())
    for part, key in ((12_000, uuid), (12_000, uuid), (8_000, str(uuid4()))):  # the first one twice
        sent = trade.run(
            deliver_direct, uuid=key, order_id=order_id, brought=[Brought(line.incoming_id, part)],
            note="LS-1", transport=Transport("Swift", "", "T1"),
        )  # fmt: skip
    found = {x.id: x for x in trade.all_lines(order_id)}[line_id]
    assert (found.shipped_milli, found.picked_milli, found.packed_milli) == (20_000, 0, 0)
    assert trade.ask(on_hand, product_id=product, location_id=home) == before
    place = trade.ask(find_direct_place)
    with trade.shop.runtime.factory.read() as connection:
        left = connection.execute(select(stock_level).where(stock_level.c.location_id == place)).one()
    assert (left.on_hand_milli, left.value_minor) == (0, 0)
    assert trade.ask(get_shipment, shipment_id=sent.shipment_id).row.status is ShipmentStatus.DISPATCHED
    shown = trade.ask(order_page, order_id=order_id, on=TODAY)
    kinds = [d.document_type for d in shown.detail.documents]
    assert kinds.count("goods_receipt") == kinds.count("shipment") == 2
    bill = trade.run(
        invoice_shipments, uuid=str(uuid4()), shipment_ids=[s.id for s in shown.shipments]
    )  # fmt: skip
    assert bill.gross_minor == found.gross_minor
    assert {b.code: b.balance_minor for b in trade.ask(list_balances)}["5000"] == 20 * 400
    trade.run(return_shipment, shipment_id=sent.shipment_id, reason="broken")
    assert trade.ask(on_hand, product_id=product, location_id=home) == before + 8_000
    _books_agree(trade)


def test_what_he_does_not_bring_ships_from_our_own_place_again(trade: Wholesale):
    order_id, line_id = _ordered(trade)
    trade.run(stop_direct, order_id=order_id, reference="PO-7")
    assert sum(trade.held(order_id).values()) == 21_000
    assert not any(x.open_milli for x in trade.ask(direct_page, order_id=order_id).lines)
    with pytest.raises(NotDirectError):
        trade.run(stop_direct, order_id=order_id, reference="PO-7")
    trade.pick_all(order_id)
    with pytest.raises(NotDirectError):
        trade.run(order_direct, order_id=order_id, line_ids=[], reference="PO-8", supplier="V", due_on=WEEK)
    with pytest.raises(NothingBroughtError):
        trade.run(deliver_direct, uuid=str(uuid4()), order_id=order_id, brought=[Brought(line_id, 1_000)])
    _books_agree(trade)
