"""A transfer that ends short: the rest leaves the way at the cost it left, and the books agree."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.fulfilment.goods import list_places
from app.fulfilment.transfer_queries import find_transfer, get_transfer, list_transfers
from app.inventory.operations import ReasonMissingError
from app.inventory.places import create_place
from app.inventory.refusals import NoSuchTransferError
from app.inventory.states import TransferStatus
from app.inventory.transfers import close_transfer_short, receive_transfer, send_transfer
from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.verify import verify_database
from tests.factories.shop import Shop
from tests.integration.till.helpers import balance


def test_what_does_not_arrive_is_booked_out_once_with_a_reason(shop: Shop) -> None:
    clerk = shop.actor("clerk")
    back = shop.runtime.run(create_place, actor=SYSTEM_ACTOR, code="back", name="Back room")
    milk, wine = shop.products["MILK"], shop.products["WINE"]
    sent = shop.runtime.run(
        send_transfer, actor=clerk, uuid=str(uuid4()), from_location_id=shop.locations["SHOP"],
        to_location_id=back, quantities={milk: 7000, wine: 3000},
    )  # fmt: skip
    _head, lines = shop.runtime.ask(get_transfer, transfer_id=sent.transfer_id)
    first = next(x for x in lines if x.product_id == milk)
    shop.runtime.run(receive_transfer, actor=clerk, transfer_id=sent.transfer_id, quantities={first.id: 2000})
    with pytest.raises(ReasonMissingError):
        shop.runtime.run(close_transfer_short, actor=clerk, transfer_id=sent.transfer_id, reason=" ")
    ended = shop.runtime.run(close_transfer_short, actor=clerk, transfer_id=sent.transfer_id, reason="stolen")
    assert ended.status is TransferStatus.RECEIVED
    assert balance(shop, "stock_adjustment") == 500 - 143 + 1438
    head = shop.runtime.ask(list_transfers)[0]
    assert (head.is_short, head.sent_milli, head.received_milli) == (True, 10_000, 2000)
    with pytest.raises(NoSuchTransferError):
        shop.runtime.run(close_transfer_short, actor=clerk, transfer_id=sent.transfer_id, reason="again")
    assert [r for r in shop.runtime.ask(verify_database) if not r.holds] == []
    assert shop.runtime.ask(find_transfer, number=" tr-000001") == sent.transfer_id
    assert [p.code for p in shop.runtime.ask(list_places)] == ["BACK", "SHOP"]
    with pytest.raises(NoSuchTransferError):
        shop.runtime.ask(get_transfer, transfer_id=1)
