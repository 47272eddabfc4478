"""The same request twice at once is one document, and both are told its number."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from app.inventory.operations import SALES_FLOOR
from app.inventory.receipts import ReceivedLine, receive_goods
from app.inventory.tables import goods_receipt
from app.kernel.permission import SYSTEM_ACTOR
from app.orders.drafts import LineDraft
from app.orders.operations.entry import create_order
from app.orders.tables import sales_order
from app.payments.customers import PaymentDraft, receive_payment
from app.payments.states import PaymentMethod
from app.payments.tables import customer_payment
from tests.factories.shop import Shop
from tests.factories.wholesale import make_wholesale
from tests.integration.till.helpers import count

TRIES = 6


def at_once(one: Callable[[], Any]) -> list[Any]:
    """What two threads are told that do the same at the same moment."""
    start, told = threading.Barrier(2), list[Any]()

    def click() -> None:
        start.wait()
        try:
            told.append(one())
        except Exception as error:  # noqa: BLE001 - told
            told.append(error)

    threads = [threading.Thread(target=click) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


@pytest.mark.parametrize("what", ["receipt", "order", "payment"])
def test_a_double_click_is_one_document_and_nobody_is_told_of_a_duplicate(shop: Shop, what: str) -> None:
    trade = make_wholesale(shop)
    wants: dict[str, tuple[Any, Any, dict[str, Any]]] = {
        "receipt": (
            receive_goods, goods_receipt,
            {
                "location_id": shop.locations[SALES_FLOOR],
                "lines": [ReceivedLine(shop.products["MILK"], 1000, 60)],
            },
        ),
        "order": (
            create_order, sales_order,
            {"party_id": shop.parties["Unlimited Ltd"], "lines": [LineDraft(shop.products["MILK"], 1000)]},
        ),
        "payment": (
            receive_payment, customer_payment,
            {"draft": PaymentDraft(shop.parties["Unlimited Ltd"], 100, PaymentMethod.BANK)},
        ),
    }  # fmt: skip
    operation, table, arguments = wants[what]
    for n in range(1, TRIES + 1):
        uuid = str(uuid4())

        def one(uuid: str = uuid) -> Any:
            done = trade.shop.runtime.run(operation, actor=SYSTEM_ACTOR, uuid=uuid, **arguments)
            trade.shop.runtime.factory.close_thread()
            return done

        told = at_once(one)
        assert sorted(d.was_there for d in told) == [False, True], told
        assert count(shop, table) == n
