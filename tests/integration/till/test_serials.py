"""Serial numbers and lots at the till: each piece once, what comes back is what was sold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select, update

from app.catalog.barcodes import parse_scan
from app.devices.paper import TextLine
from app.documents.receipt import receipt_paper
from app.inventory.lots import lots_at
from app.inventory.operations import Issue, adjust_stock, create_location, issue_goods
from app.inventory.policies import Policy, set_policy
from app.inventory.receipts import ReceivedLine, receive_goods
from app.inventory.refusals import (
    SerialElsewhereError,
    SerialNamedError,
    SerialNeededError,
    SerialSoldError,
    SerialThereError,
    SerialTwiceError,
)
from app.inventory.serials import find_place, miss_serial, name_serials
from app.inventory.states import SerialUse
from app.inventory.tables import lot, lot_move, serial, stock_level
from app.inventory.transfers import receive_transfer, send_transfer
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.kernel.refusal import Refusal
from app.reporting.verify import verify_database
from app.till.back import Back
from app.till.cart import Cart, Sellable
from app.till.cart_json import cart_from_json, cart_to_json
from app.till.lookup import find_sellable
from app.till.marks import Mark, SerialInCartError, SerialNotOfReceiptError, SerialTooManyError
from app.till.pieces import add_serial, drop_serial
from app.till.queries import get_sale
from app.till.refusals import ExpiredGoodsError
from app.till.states import ReturnCondition
from app.till.tables import sale_line
from tests.factories.shop import TODAY, Shop
from tests.integration.till.helpers import books_are_whole
from tests.integration.till.returning import back_cart, receipt, take_back

GTIN = "00400000000046"  # of the wine


def keep(shop: Shop, sku: str, **policy: Any) -> None:
    shop.runtime.run(set_policy, actor=SYSTEM_ACTOR, product_id=shop.products[sku], policy=Policy(**policy))


def item(shop: Shop, raw: str) -> Sellable:
    found = shop.runtime.ask(
        find_sellable, scan=parse_scan(raw), price_list_id=shop.price_list_id,
        location_id=shop.locations["SHOP"], on=TODAY,
    )  # fmt: skip
    assert found is not None
    return found


def numbered(shop: Shop, *codes: str, sku: str = "COFFEE") -> Cart:
    """A cart of as many pieces as there are numbers."""
    goods = replace(shop.items[sku], mark=Mark(by_serial=True))
    cart = Cart().add(goods, cashier_id=shop.users["cashier"], quantity_milli=1000 * max(len(codes), 1))
    for code in codes:
        cart = add_serial(cart, cart.lines[0].line_id, code)
    return cart


def receive(shop: Shop, *codes: str, pieces: int = 0) -> None:
    line = ReceivedLine(
        shop.products["COFFEE"], 1000 * (pieces or len(codes)), 1000, serials=codes
    )  # fmt: skip
    shop.runtime.run(
        receive_goods, actor=SYSTEM_ACTOR, uuid=str(uuid4()), location_id=shop.locations["SHOP"],
        lines=[line],
    )  # fmt: skip


def where(shop: Shop, code: str) -> str:
    found = shop.runtime.ask(find_place, product_id=shop.products["COFFEE"], code=code)
    return next(name for name, i in shop.locations.items() if found is not None and i == found.location_id)


def sound(shop: Shop) -> None:
    assert [(r.name, r.faults) for r in shop.runtime.ask(verify_database) if not r.holds] == []
    books_are_whole(shop)


@pytest.fixture
def on_sale(shop: Shop) -> Shop:
    """Coffee with a serial number that is asked for when it is sold."""
    keep(shop, "COFFEE", serials=SerialUse.SALE)
    return shop


@pytest.fixture
def throughout(shop: Shop) -> Shop:
    """Coffee whose numbers are known from the goods receipt on; none is there."""
    stock: dict[str, Any] = {"product_id": shop.products["COFFEE"], "location_id": shop.locations["SHOP"]}
    shop.runtime.run(
        adjust_stock, actor=SYSTEM_ACTOR, quantity_milli=-100_000, reason="moved", business_date=TODAY,
        **stock,
    )  # fmt: skip
    keep(shop, "COFFEE", serials=SerialUse.ALWAYS)
    return shop


def test_a_scan_says_that_a_number_is_asked_for_and_a_sale_without_it_is_refused(on_sale: Shop) -> None:
    assert item(on_sale, "00400000000015").mark == Mark(by_serial=True)
    assert item(on_sale, "00400000000022").mark is None
    shift = on_sale.open_shift()
    with pytest.raises(SerialNeededError):
        on_sale.sell(numbered(on_sale), shift)
    with pytest.raises(SerialNeededError):  # even where the till did not know of it
        on_sale.sell(on_sale.cart("COFFEE"), shift)
    sold = on_sale.sell(numbered(on_sale, "A1", "A2"), shift)
    assert [where(on_sale, c) for c in ("A1", "A2")] == ["CUSTOMERS", "CUSTOMERS"]
    paper = receipt_paper(
        on_sale.runtime.ask(get_sale, sale_id=sold.sale_id), on_sale.context().company, till_code="T01"
    )
    told = [b.text.strip() for b in paper.blocks if isinstance(b, TextLine)]
    assert [x for x in told if "A1" in x or "A2" in x] == ["Serial no. A1", "Serial no. A2"]


def test_a_piece_is_sold_once_until_it_comes_back(on_sale: Shop) -> None:
    shift = on_sale.open_shift()
    sold = on_sale.sell(numbered(on_sale, "A1"), shift)
    with pytest.raises(SerialSoldError):
        on_sale.sell(numbered(on_sale, "A1"), shift)
    take_back(on_sale, shift, back_cart(on_sale, sold.sale_id))
    assert where(on_sale, "A1") == "SHOP"
    again = on_sale.sell(numbered(on_sale, "A1"), shift)
    assert receipt(on_sale, sold.sale_id).lines[0].serials == ()
    assert receipt(on_sale, again.sale_id).lines[0].serials == ("A1",)


def test_what_comes_back_is_a_piece_of_that_receipt(on_sale: Shop) -> None:
    shift = on_sale.open_shift()
    sold = on_sale.sell(numbered(on_sale, "A1", "A2", "A3"), shift)
    on_sale.sell(numbered(on_sale, "B1"), shift)
    cart = back_cart(on_sale, sold.sale_id, (1, 1000))
    line_id = cart.lines[0].line_id
    with pytest.raises(SerialNeededError):
        take_back(on_sale, shift, cart)
    with pytest.raises(SerialNotOfReceiptError):
        add_serial(cart, line_id, "B1")
    forged = cart.put(replace(cart.lines[0], mark=Mark(by_serial=True, serials=("B1",))))
    with pytest.raises(SerialNotOfReceiptError):
        take_back(on_sale, shift, forged)
    take_back(on_sale, shift, add_serial(cart, line_id, "A2"))
    left = receipt(on_sale, sold.sale_id).lines[0]
    assert left.serials == ("A1", "A3")
    rest = back_cart(on_sale, sold.sale_id, condition=ReturnCondition.SCRAP)  # all of it: no number is asked
    take_back(on_sale, shift, rest)
    assert (where(on_sale, "A2"), where(on_sale, "A3")) == ("SHOP", "ADJUST")
    sound(on_sale)


def test_goods_that_come_back_without_a_receipt_name_their_piece(on_sale: Shop) -> None:
    shift = on_sale.open_shift()
    on_sale.sell(numbered(on_sale, "A1"), shift)
    back = numbered(on_sale, "A1").coming_back(Back("Faulty"))
    take_back(on_sale, shift, back, ("store_credit", -on_sale.total(back)), reference="CREDIT1")
    assert where(on_sale, "A1") == "SHOP"


def test_throughout_a_number_is_received_once_and_only_what_lies_there_is_sold(throughout: Shop) -> None:
    shop = throughout
    with pytest.raises(SerialNeededError):
        receive(shop, "A1", pieces=2)
    with pytest.raises(SerialTwiceError):
        receive(shop, "A1", "A1")
    receive(shop, "A1", "A2")
    with pytest.raises(SerialThereError):
        receive(shop, "A1")
    shift = shop.open_shift()
    with pytest.raises(SerialElsewhereError):
        shop.sell(numbered(shop, "X9"), shift)
    shop.sell(numbered(shop, "A2"), shift)
    with pytest.raises(SerialSoldError):
        receive(shop, "A2")
    with pytest.raises(SerialNamedError):
        shop.runtime.run(
            adjust_stock, actor=SYSTEM_ACTOR, product_id=shop.products["COFFEE"],
            location_id=shop.locations["SHOP"], quantity_milli=-1000, reason="gone", business_date=TODAY,
        )  # fmt: skip


def test_a_missing_piece_is_named_before_the_stock_is_corrected_and_found_again(throughout: Shop) -> None:
    shop = throughout
    receive(shop, "A1", "A2")
    place: dict[str, Any] = {"product_id": shop.products["COFFEE"], "location_id": shop.locations["SHOP"]}
    found = shop.runtime.ask(find_place, product_id=place["product_id"], code="A1")
    assert found is not None
    shop.runtime.run(miss_serial, actor=SYSTEM_ACTOR, serial_id=found.serial_id, reason="not on the shelf")
    less: dict[str, Any] = {"quantity_milli": -1000, "reason": "count", "business_date": TODAY, **place}
    shop.runtime.run(adjust_stock, actor=SYSTEM_ACTOR, **less)
    with pytest.raises(SerialNeededError):
        shop.runtime.run(name_serials, actor=SYSTEM_ACTOR, codes=["A1"], **place)
    shop.runtime.run(adjust_stock, actor=SYSTEM_ACTOR, **{**less, "quantity_milli": 1000})
    assert shop.runtime.run(name_serials, actor=SYSTEM_ACTOR, codes=["A1"], **place) == 1
    assert where(shop, "A1") == "SHOP"
    sound(shop)


def test_pieces_that_lay_there_before_may_be_sold_as_they_are_named(shop: Shop) -> None:
    keep(shop, "COFFEE", serials=SerialUse.ALWAYS)  # a hundred lie there without a number
    shift = shop.open_shift()
    shop.sell(numbered(shop, "OLD"), shift)
    assert where(shop, "OLD") == "CUSTOMERS"


def test_the_pieces_of_a_transfer_travel_with_it(throughout: Shop) -> None:
    shop = throughout
    receive(shop, "A1", "A2")
    coffee = shop.products["COFFEE"]
    other = shop.runtime.run(
        create_location, actor=SYSTEM_ACTOR, code="STORE", name="Store room", kind="internal"
    )
    shop.locations["STORE"] = other
    way: dict[str, Any] = {
        "from_location_id": shop.locations["SHOP"], "to_location_id": other, "quantities": {coffee: 1000},
    }  # fmt: skip
    with pytest.raises(SerialNamedError):
        shop.runtime.run(send_transfer, actor=SYSTEM_ACTOR, uuid=str(uuid4()), **way)
    sent = shop.runtime.run(
        send_transfer, actor=SYSTEM_ACTOR, uuid=str(uuid4()), serials={coffee: ["A2"]}, **way
    )
    shop.runtime.run(receive_transfer, actor=SYSTEM_ACTOR, transfer_id=sent.transfer_id)
    assert (where(shop, "A1"), where(shop, "A2")) == ("SHOP", "STORE")
    sound(shop)


def test_the_verification_finds_a_piece_that_was_moved_by_hand(on_sale: Shop) -> None:
    on_sale.sell(numbered(on_sale, "A1"), on_sale.open_shift())
    with on_sale.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(serial).values(location_id=on_sale.locations["SHOP"]))
    assert {r.name for r in on_sale.runtime.ask(verify_database) if not r.holds} == {"serials_equal_moves"}


def test_the_verification_finds_other_numbers_on_receipts_and_more_than_pieces(throughout: Shop) -> None:
    receive(throughout, "A1", "A2")
    throughout.sell(numbered(throughout, "A1"), throughout.open_shift())
    with throughout.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(sale_line).values(mark='{"serials":["B9"]}'))
        uow.connection.execute(
            update(stock_level)
            .where(stock_level.c.product_id == throughout.products["COFFEE"])
            .values(on_hand_milli=0)
        )
    broken = {r.name for r in throughout.runtime.ask(verify_database) if not r.holds}
    assert {"serials_on_receipts", "serials_fit_stock"} <= broken


# --- the cart ---


def test_a_further_scan_adds_to_the_line_and_asks_for_one_more_number(on_sale: Shop) -> None:
    cart = numbered(on_sale, "A1")
    cart = cart.add(replace(on_sale.items["COFFEE"], mark=Mark(by_serial=True)), cashier_id=1)
    (line,) = cart.lines
    assert (line.quantity_milli, line.serials_missing) == (2000, 1)
    with pytest.raises(SerialInCartError):
        add_serial(cart, line.line_id, "A1")
    whole = add_serial(cart, line.line_id, "A2")
    with pytest.raises(SerialTooManyError):
        add_serial(whole, line.line_id, "A3")
    assert drop_serial(whole, line.line_id, "A1").lines[0].mark == Mark(by_serial=True, serials=("A2",))
    fewer = whole.set_quantity(line.line_id, 1000)
    assert fewer.lines[0].mark == Mark(by_serial=True, serials=("A1",))
    assert cart_from_json(cart_to_json(whole)) == whole


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["scan", "A", "B", "C", "more", "less", "drop"]), max_size=12))
def test_no_line_ever_has_more_numbers_than_pieces_or_one_twice(steps: list[str]) -> None:
    goods = Sellable(1, "X", "X", "pc", 1000, 100, True, 1, None, mark=Mark(by_serial=True))  # noqa: FBT003
    cart = Cart().add(goods, cashier_id=1)
    line_id = cart.lines[0].line_id
    work: dict[str, Callable[[Cart], Cart]] = {
        "scan": lambda c: c.add(goods, cashier_id=1),
        "more": lambda c: c.set_quantity(line_id, c.line(line_id).quantity_milli + 1000),
        "less": lambda c: c.set_quantity(line_id, c.line(line_id).quantity_milli - 1000),
        "drop": lambda c: drop_serial(c, line_id, "A"),
    }
    for step in steps:
        try:
            cart = work[step](cart) if step in work else add_serial(cart, line_id, step)
        except Refusal:
            continue
        codes = [code for line in cart.lines for code in (line.mark.serials if line.mark else ())]
        assert len(set(codes)) == len(codes)
        assert all(line.serials_missing >= 0 for line in cart.lines)
        assert cart_from_json(cart_to_json(cart)) == cart


# --- GS1 ---


def test_one_code_fills_item_lot_last_day_and_serial(shop: Shop) -> None:
    keep(shop, "WINE", serials=SerialUse.SALE)
    found = item(shop, f"]d201{GTIN}17260401" + "10L7\x1d21S9")
    assert found.mark == Mark(True, ("S9",), "L7", date(2026, 4, 1))  # noqa: FBT003
    cart = Cart().add(found, cashier_id=shop.users["cashier"])
    assert cart.lines[0].serials_missing == 0
    other = cart.add(item(shop, f"]d201{GTIN}17260501" + "10L8\x1d21S8"), cashier_id=shop.users["cashier"])
    assert [x.mark.lot for x in other.lines if x.mark] == ["L7", "L8"]  # another lot is another line
    with pytest.raises(SerialInCartError):
        other.add(found, cashier_id=shop.users["cashier"])


def test_a_lot_that_may_have_swallowed_what_followed_is_not_believed(shop: Shop) -> None:
    found = item(shop, f"01{GTIN}10L717260401")
    assert found.mark is None


def test_the_scanned_lot_leaves_and_without_one_what_expires_first(shop: Shop) -> None:
    keep(shop, "WINE", by_lot=True)
    wine, place = shop.products["WINE"], shop.locations["SHOP"]
    shop.runtime.run(
        receive_goods, actor=SYSTEM_ACTOR, uuid=str(uuid4()), location_id=place,
        lines=[
            ReceivedLine(wine, 2000, 1000, lot="SOON", expires_on=date(2026, 4, 1)),
            ReceivedLine(wine, 2000, 1000, lot="LATE", expires_on=date(2026, 9, 1)),
        ],
    )  # fmt: skip
    shift = shop.open_shift()

    def there() -> dict[str, int]:
        rows = shop.runtime.ask(lots_at, product_id=wine, location_id=place)
        return {x.code: x.on_hand_milli for x in rows}

    late = item(shop, f"]C101{GTIN}10LATE")
    assert late.mark == Mark(lot="LATE", expires_on=date(2026, 9, 1))  # its day is known from the receipt
    shop.sell(Cart().add(late, cashier_id=shop.users["cashier"]), shift)
    assert there() == {"SOON": 2000, "LATE": 1000}
    shop.sell(shop.cart("WINE"), shift)
    assert there() == {"SOON": 1000, "LATE": 1000}
    # a lot nobody received is one of the bottles that lay there before
    shop.sell(Cart().add(item(shop, f"]C101{GTIN}10OLD"), cashier_id=shop.users["cashier"]), shift)
    assert there() == {"SOON": 1000, "LATE": 1000}
    with shop.runtime.factory.read() as connection:
        moved = connection.execute(
            select(lot.c.code, lot_move.c.quantity_milli)
            .join_from(lot_move, lot, lot.c.id == lot_move.c.lot_id)
            .where(lot_move.c.document_type == "sale")
            .order_by(lot_move.c.id)
        ).all()
    assert [tuple(x) for x in moved] == [("LATE", 1000), ("SOON", 1000), ("OLD", 1000)]
    sound(shop)


def test_an_expired_lot_is_sold_only_with_a_supervisors_yes(shop: Shop) -> None:
    shift = shop.open_shift()
    old = item(shop, f"]d201{GTIN}17260301" + "10OLD")
    cart = Cart().add(old, cashier_id=shop.users["cashier"])
    with pytest.raises(ExpiredGoodsError):
        shop.sell(cart, shift)

    def allowed(user: str) -> Cart:
        line = cart.lines[0]
        assert line.mark is not None
        return cart.put(replace(line, mark=replace(line.mark, approver_id=shop.users[user])))

    with pytest.raises(PermissionNeededError):
        shop.sell(allowed("cashier"), shift)
    sold = shop.sell(allowed("supervisor"), shift)
    assert "OLD" in (shop.runtime.ask(get_sale, sale_id=sold.sale_id).lines[0].mark or "")


def test_goods_without_marks_move_without_a_look_at_serials_and_lots(shop: Shop) -> None:
    keep(shop, "WINE", serials=SerialUse.SALE)
    asked: list[str] = []

    def move(sku: str, *codes: str) -> list[str]:
        asked.clear()
        issue = Issue(shop.products[sku], 1000, serials=codes)
        with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
            event.listen(uow.connection, "before_cursor_execute", lambda *a: asked.append(a[2]))
            issue_goods(
                uow, business_date=TODAY, from_location_id=shop.locations["SHOP"],
                to_location_id=shop.locations["CUSTOMERS"], issues=[issue], document_type="sale",
                document_id=1,
            )  # fmt: skip
        return [x for x in asked if "FROM serial" in x or "FROM location" in x or "FROM lot" in x]

    assert move("COFFEE") == []
    assert move("WINE", "S1") != []
