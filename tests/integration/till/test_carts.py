"""Carts on the counter: kept, parked, taken up, voided, recovered."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import update

from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.till.cart import Cart, CartCustomer
from app.till.operations.carts import (
    begin_tendering,
    park_cart,
    recall_cart,
    recover_carts,
    save_cart,
    void_line,
    void_sale,
)
from app.till.queries import list_parked
from app.till.refusals import CartGoneError, EmptyCartError, ReasonNeededError
from app.till.states import CartStatus
from app.till.tables import cart as cart_table
from tests.factories.shop import Shop
from tests.integration.till.helpers import close, count, entry, kinds, report_of, rows


def save(shop: Shop, cart: Cart, till: str = "T01") -> None:
    shop.runtime.run(
        save_cart, actor=shop.actor(till=till), till_id=shop.tills[till], cart=cart,
        total_minor=shop.total(cart),
    )  # fmt: skip


def park(shop: Shop, cart: Cart, shift: int, till: str = "T01") -> None:
    shop.runtime.run(
        park_cart, actor=shop.actor(till=till), till_id=shop.tills[till], cart=cart,
        total_minor=shop.total(cart), shift_id=shift,
    )  # fmt: skip


def recall(shop: Shop, uuid: str, till: str = "T02") -> Cart:
    return shop.runtime.run(
        recall_cart, actor=shop.actor(till=till), till_id=shop.tills[till], cart_uuid=uuid
    )


def recovered(shop: Shop, till: str = "T01") -> list[tuple[Cart, bool]]:
    found = shop.runtime.run(recover_carts, actor=shop.actor(till=till), till_id=shop.tills[till])
    return [(r.cart, r.was_tendering) for r in found]


def test_the_open_cart_is_kept_at_each_change_and_gone_when_empty(shop: Shop) -> None:
    cart = shop.cart("MILK")
    save(shop, cart)
    cart = cart.add(shop.items["COFFEE"], cashier_id=1)
    save(shop, cart)
    assert recovered(shop) == [(cart, False)]
    assert recovered(shop, "T02") == []
    empty = Cart(cart.uuid)
    save(shop, empty)
    assert count(shop, cart_table) == 0


def test_a_cart_is_parked_here_and_taken_up_there_by_one_till_only(shop: Shop) -> None:
    first, second = shop.open_shift(), shop.open_shift("T02")
    cart = shop.cart("COFFEE").set_customer(CartCustomer(shop.parties["Limited Ltd"], "Limited Ltd"))
    park(shop, cart, first)
    assert [(p.label, p.total_minor, p.line_count, p.cashier) for p in shop.runtime.ask(list_parked)] == [
        ("Limited Ltd", 1290, 1, "cashier")
    ]
    assert recall(shop, cart.uuid) == cart
    for till in ("T01", "T02"):
        with pytest.raises(CartGoneError, match="somebody else has taken it up"):
            recall(shop, cart.uuid, till)
    assert shop.runtime.ask(list_parked) == []
    done = shop.sell(cart, second, till="T02")
    assert done.number == "T02-000001"
    assert report_of(shop, first).figures["parked"] == (1, 1290)
    assert kinds(shop, "T02")[-2:] == ["cart.recalled", "sale.completed"]
    close(shop, first)


def test_an_empty_cart_is_neither_parked_nor_paid(shop: Shop) -> None:
    shift = shop.open_shift()
    with pytest.raises(EmptyCartError):
        park(shop, Cart(), shift)
    with pytest.raises(EmptyCartError):
        shop.runtime.run(
            begin_tendering, actor=shop.actor(), till_id=shop.tills["T01"], cart=Cart(), total_minor=0
        )


def test_a_cart_in_payment_when_the_program_died_is_open_again_and_told(shop: Shop) -> None:
    shop.open_shift()
    cart = shop.cart("COFFEE")
    till_id = shop.tills["T01"]
    shop.runtime.run(begin_tendering, actor=shop.actor(), till_id=till_id, cart=cart, total_minor=1290)
    assert recovered(shop) == [(cart, True)]
    assert recovered(shop) == [(cart, False)]
    assert kinds(shop).count("cart.recovered") == 1


def test_a_sold_cart_is_not_recovered(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart("COFFEE")
    save(shop, cart)
    shop.sell(cart, shift)
    assert recovered(shop) == []


@pytest.mark.parametrize("content", ["{broken", '[99,"u",[],null,null,""]'])
def test_a_cart_that_cannot_be_read_is_set_aside_and_holds_up_nothing(shop: Shop, content: str) -> None:
    shift = shop.open_shift()
    bad, good = shop.cart("MILK"), shop.cart("COFFEE")
    save(shop, bad)
    save(shop, good)
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(cart_table).where(cart_table.c.uuid == bad.uuid), {"content": content})
    assert recovered(shop) == [(good, False)]
    assert [r.status for r in rows(shop, cart_table, cart_table.c.uuid == bad.uuid)] == [CartStatus.PARKED]
    assert json.loads(entry(shop, "cart.unreadable").payload)["cart"] == bad.uuid
    shop.sell(good, shift)
    close(shop, shift)


def test_a_line_is_voided_with_a_reason_and_counted(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart("COFFEE", "MILK")
    arguments: dict[str, Any] = {
        "cart": cart,
        "line_id": cart.lines[0].line_id,
        "value_minor": 1290,
        "shift_id": shift,
    }
    with pytest.raises(ReasonNeededError):
        shop.runtime.run(void_line, actor=shop.actor(), reason="", **arguments)
    left = shop.runtime.run(void_line, actor=shop.actor(), reason="customer changed his mind", **arguments)
    assert [x.item.sku for x in left.lines] == ["MILK"]
    assert report_of(shop, shift).figures["voided_lines"] == (1, 1290)
    told = json.loads(entry(shop, "cart.line_voided").payload)
    assert (told["sku"], told["reason"]) == ("COFFEE", "customer changed his mind")


def test_a_sale_is_voided_by_who_may_and_its_lines_stand_in_the_journal(shop: Shop) -> None:
    shift = shop.open_shift()
    cart = shop.cart("COFFEE", ("MILK", 3000))
    save(shop, cart)
    arguments: dict[str, Any] = {"cart": cart, "total_minor": 1647, "reason": "no money", "shift_id": shift}
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(void_sale, actor=shop.actor(), **arguments)
    shop.runtime.run(void_sale, actor=shop.actor("supervisor"), **arguments)
    assert count(shop, cart_table) == 0
    assert report_of(shop, shift).figures["voided_sales"] == (1, 1647)
    assert json.loads(entry(shop, "cart.voided").payload)["lines"] == [
        ["COFFEE", 1000, 1290],
        ["MILK", 3000, 119],
    ]
    close(shop, shift)


def test_notes_on_lines_and_sale_are_kept_with_the_sale(shop: Shop) -> None:
    from app.till.queries import get_sale

    shift = shop.open_shift()
    cart = shop.cart("COFFEE")
    cart = cart.set_line_note(cart.lines[0].line_id, "ground").set_note("for the office")
    view = shop.runtime.ask(get_sale, sale_id=shop.sell(cart, shift).sale_id)
    assert (view.note, view.lines[0].note) == ("for the office", "ground")
