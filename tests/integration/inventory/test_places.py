"""Places and bins, and where goods that come in are put."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.fulfilment.goods_in import find_delivery, get_delivery, get_receipt, list_deliveries, list_receipts
from app.inventory.expected import ExpectedGoods, close_delivery, expect_delivery
from app.inventory.places import (
    PutAwayReason,
    change_bin,
    create_bin,
    create_place,
    propose_bin,
    set_home_bin,
)
from app.inventory.receipts import ReceivedLine, receive_goods
from app.inventory.refusals import (
    BinCodeError,
    BinInUseError,
    BinKnownError,
    DeliveryEmptyError,
    DeliveryKnownError,
    NoSuchBinError,
    NoSuchReceiptError,
    PlaceCodeError,
    ReceiptQuantityError,
    ReferenceMissingError,
)
from app.inventory.tables import incoming, product_bin
from app.kernel.permission import SYSTEM_ACTOR
from tests.factories.shop import TODAY, Shop


def run(shop: Shop, operation: Any, by: str = "clerk", **arguments: Any) -> Any:
    actor = SYSTEM_ACTOR if by == "system" else shop.actor(by)
    return shop.runtime.run(operation, actor=actor, **arguments)


def bins(shop: Shop, *codes: str) -> list[int]:
    return [run(shop, create_bin, location_id=shop.locations["SHOP"], code=code) for code in codes]


def proposal(shop: Shop, sku: str) -> tuple[str, PutAwayReason]:
    found = shop.runtime.ask(propose_bin, product_id=shop.products[sku], location_id=shop.locations["SHOP"])
    return found.bin, found.reason


def receive(shop: Shop, *lines: ReceivedLine) -> int:
    return run(
        shop, receive_goods, uuid=str(uuid4()), location_id=shop.locations["SHOP"], lines=lines
    ).receipt_id  # fmt: skip


def test_goods_are_put_at_home_else_where_they_lay_last_else_into_the_first_free_bin(shop: Shop) -> None:
    assert proposal(shop, "MILK") == ("", PutAwayReason.NONE)
    bins(shop, "b-10", "B-9")
    assert proposal(shop, "MILK") == ("B-9", PutAwayReason.FREE)
    receive(shop, ReceivedLine(shop.products["MILK"], 1000, 70, bin="b-10"))
    assert proposal(shop, "MILK") == ("B-10", PutAwayReason.HOME)
    assert proposal(shop, "WINE") == ("B-9", PutAwayReason.FREE)
    place = {"product_id": shop.products["MILK"], "location_id": shop.locations["SHOP"]}
    run(shop, set_home_bin, **place, code="")
    assert proposal(shop, "MILK") == ("B-10", PutAwayReason.LAST)
    run(shop, set_home_bin, **place, code="B-9")
    assert proposal(shop, "MILK") == ("B-9", PutAwayReason.HOME)


def test_a_bin_that_is_not_there_refuses_the_whole_receipt(shop: Shop) -> None:
    with pytest.raises(NoSuchBinError, match="There is no bin X-1 at this place"):
        receive(shop, ReceivedLine(shop.products["MILK"], 1000, 70, bin="X-1"))
    assert shop.runtime.ask(list_receipts) == []


def test_a_bin_has_a_name_of_its_own_and_is_not_given_up_while_goods_live_there(shop: Shop) -> None:
    (first,) = bins(shop, "A-1")
    with pytest.raises(BinKnownError):
        bins(shop, "a-1")
    with pytest.raises(BinCodeError):
        bins(shop, "  ")
    place = {"product_id": shop.products["MILK"], "location_id": shop.locations["SHOP"]}
    run(shop, set_home_bin, **place, code="A-1")
    with pytest.raises(BinInUseError, match="1 products have bin A-1"):
        run(shop, change_bin, bin_id=first, code="A-1", walk="", active=False)
    run(shop, change_bin, bin_id=first, code="A-2", walk="zz", active=True)
    run(shop, set_home_bin, **place, code="")
    run(shop, change_bin, bin_id=first, code="A-2", walk="", active=False)
    with pytest.raises(NoSuchBinError):
        run(shop, set_home_bin, **place, code="A-2")
    with pytest.raises(NoSuchBinError):
        run(shop, change_bin, bin_id=1, code="A-2", walk="", active=False)
    with shop.runtime.factory.read() as connection:
        assert connection.execute(select(product_bin)).all() == []


def test_a_place_needs_a_code_of_its_own_and_a_name(shop: Shop) -> None:
    run(shop, create_place, by="system", code="wh", name="Warehouse")
    for code, name in (("WH", "Again"), ("", "x"), ("B", " ")):
        with pytest.raises(PlaceCodeError):
            run(shop, create_place, by="system", code=code, name=name)


def test_an_order_to_a_supplier_is_noted_once_and_its_rest_can_be_given_up(shop: Shop) -> None:
    wish = {"reference": "PO-1", "location_id": shop.locations["SHOP"], "due_on": TODAY}
    lines = [ExpectedGoods(shop.products[sku], 5000, 70_000_000) for sku in ("MILK", "WINE")]
    run(shop, expect_delivery, **wish, lines=lines)
    with pytest.raises(DeliveryKnownError):
        run(shop, expect_delivery, **wish, lines=lines)
    with pytest.raises(DeliveryEmptyError):
        run(shop, expect_delivery, **{**wish, "reference": "PO-2"}, lines=[])
    with pytest.raises(ReferenceMissingError):
        run(shop, expect_delivery, **{**wish, "reference": " "}, lines=lines)
    with pytest.raises(ReceiptQuantityError):
        run(shop, expect_delivery, **{**wish, "reference": "PO-3"}, lines=[ExpectedGoods(1, 0)])
    found = shop.runtime.ask(find_delivery, reference=" po-1 ")
    assert (found.lines, found.ordered_milli, found.place) == (2, 10_000, "Shop")
    first = shop.runtime.ask(get_delivery, reference="PO-1", location_id=found.location_id)[0]
    receipt_id = receive(shop, ReceivedLine(first.product_id, 5000, incoming_id=first.incoming_id))
    head, came = shop.runtime.ask(get_receipt, receipt_id=receipt_id)
    assert (head.who, head.cost_minor, [x.sku for x in came]) == ("clerk", 350, ["MILK"])
    assert run(shop, close_delivery, reference="PO-1", location_id=found.location_id) == 1
    assert shop.runtime.ask(list_deliveries) == []
    with shop.runtime.factory.read() as connection:
        assert {r.closed for r in connection.execute(select(incoming))} == {True}
    with pytest.raises(NoSuchReceiptError):
        shop.runtime.ask(get_receipt, receipt_id=1)


def test_goods_without_a_cost_come_in_at_what_they_cost_there_on_average(shop: Shop) -> None:
    receipt_id = receive(shop, ReceivedLine(shop.products["MILK"], 10_000))
    head, _lines = shop.runtime.ask(get_receipt, receipt_id=receipt_id)
    assert head.cost_minor == 714
