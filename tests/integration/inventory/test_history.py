"""The history of a product: every kind of move, who and why, the stock after each, page by page."""

from __future__ import annotations

import itertools
from datetime import timedelta
from uuid import uuid4

from app.inventory.operations import adjust_stock, create_location
from app.inventory.queries import on_hand
from app.inventory.receipts import ReceivedLine, receive_goods
from app.inventory.transfers import receive_transfer, send_transfer
from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.stock import MoveMark, MoveRow, page_of_moves
from tests.factories.shop import TODAY, Shop


def history(shop: Shop, place: str = "SHOP", limit: int = 60) -> list[MoveRow]:
    """All pages, one after the other."""
    rows: list[MoveRow] = []
    mark: MoveMark | None = None
    while True:
        page = shop.runtime.ask(
            page_of_moves, product_id=shop.products["MILK"], location_id=shop.locations[place], mark=mark,
            limit=limit,
        )  # fmt: skip
        assert len(page.rows) <= limit
        rows += page.rows
        mark = page.mark
        if mark is None:
            return rows


def busy(shop: Shop) -> tuple[str, str]:
    """A product that went every way; the number of the sale and of the goods receipt."""
    milk, floor, actor = shop.products["MILK"], shop.locations["SHOP"], shop.actor("manager")
    shift = shop.open_shift()
    sold = shop.sell(shop.cart(("MILK", 3000)), shift).number
    came = shop.runtime.run(
        receive_goods, actor=actor, uuid=str(uuid4()), location_id=floor,
        lines=[ReceivedLine(milk, 24_000, 1700, lot="L-7")],
    )  # fmt: skip
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        shop.locations["STORE"] = create_location(uow, code="STORE", name="Store", kind="internal")
    sent = shop.runtime.run(
        send_transfer, actor=actor, uuid=str(uuid4()), from_location_id=floor,
        to_location_id=shop.locations["STORE"], quantities={milk: 20_000},
    )  # fmt: skip
    shop.runtime.run(receive_transfer, actor=actor, transfer_id=sent.transfer_id)
    for on, quantity in ((TODAY + timedelta(days=1), -1500), (TODAY + timedelta(days=2), 500)):
        shop.runtime.run(
            adjust_stock, actor=actor, product_id=milk, location_id=floor, quantity_milli=quantity,
            reason="counted", business_date=on,
        )  # fmt: skip
    return sold, came.number


def test_every_kind_of_move_stands_there_with_number_reason_person_and_balance(shop: Shop) -> None:
    sold, came = busy(shop)
    rows = history(shop)
    told = {(r.document_type, r.quantity_milli, r.number, r.reason, r.who) for r in rows}
    assert told == {
        ("sale", -3000, sold, "", "cashier"),
        ("goods_receipt", 24_000, came, "L-7", "manager"),
        ("transfer", -20_000, "TR-000001", "", "manager"),
        ("adjustment", -1500, "", "counted", "manager"),
        ("adjustment", 500, "", "counted", "manager"),
        ("adjustment", 100_000, "", "opening stock", ""),
    }
    assert {r.other_kind for r in rows if r.document_type == "goods_receipt"} == {"supplier"}
    here = shop.runtime.ask(on_hand, product_id=shop.products["MILK"], location_id=shop.locations["SHOP"])
    assert rows[0].balance_milli == here == 100_000
    assert rows[-1].balance_milli == rows[-1].quantity_milli
    for newer, older in itertools.pairwise(rows):
        assert newer.balance_milli - newer.quantity_milli == older.balance_milli


def test_a_place_that_goods_were_sent_to_sees_only_what_came(shop: Shop) -> None:
    busy(shop)
    assert [(r.document_type, r.quantity_milli, r.balance_milli) for r in history(shop, "STORE")] == [
        ("transfer", 20_000, 20_000)
    ]


def test_pages_of_any_size_tell_the_same_story(shop: Shop) -> None:
    busy(shop)
    whole = history(shop)
    assert len(whole) == 6
    for limit in (1, 2, 3, 5, 6):
        assert history(shop, limit=limit) == whole


def test_a_transfer_alone_on_its_day_is_not_forgotten(shop: Shop) -> None:
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        shop.locations["STORE"] = create_location(uow, code="STORE", name="Store", kind="internal")
    shop.runtime.factory.clock.advance(days=3)  # type: ignore[attr-defined]
    shop.runtime.run(
        send_transfer, actor=shop.actor("manager"), uuid=str(uuid4()),
        from_location_id=shop.locations["SHOP"], to_location_id=shop.locations["STORE"],
        quantities={shop.products["MILK"]: 1000},
    )  # fmt: skip
    assert [r.document_type for r in history(shop)] == ["transfer", "adjustment"]
