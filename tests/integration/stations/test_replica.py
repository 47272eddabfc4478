"""Goods, prices, customers, rights and settings come down by version number; documents never do."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, update

from app.access.tables import user_account
from app.catalog.tables import barcode, product
from app.inventory.tables import stock_level
from app.kernel.permission import SYSTEM_ACTOR
from app.pricing.tables import price
from app.promotions.events import PromotionsChanged
from app.stations.outbox import get_self
from app.stations.replica import MASTER, STOCK, read_changes, tables_of
from app.till.tables import sale
from tests.factories.shop import Shop
from tests.integration.stations.conftest import TillMachine
from tests.integration.till.helpers import rows

pytestmark = pytest.mark.postgres


def at_server(shop: Shop, *statements: object) -> None:
    """Change something there."""
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        for statement in statements:
            uow.connection.execute(statement)  # type: ignore[call-overload]


def test_every_table_that_comes_down_is_one_of_ours() -> None:
    assert {t.name for t in tables_of(MASTER | STOCK)} == MASTER | STOCK


def test_prices_users_and_goods_come_down_and_only_what_changed_is_read(
    till: TillMachine, server_shop: Shop
) -> None:
    wine = till.shop.products["WINE"]
    seen: list[object] = []
    till.bus.subscribe(seen.append)
    at_server(
        server_shop, update(price).where(price.c.product_id == wine).values(price_minor=555),
        update(user_account).where(user_account.c.name == "cashier").values(active=False),
    )  # fmt: skip
    since = till.runtime.ask(get_self).replica_version
    changes = server_shop.runtime.ask(read_changes, since=since, names=MASTER)
    assert {name: len(found) for name, found in changes.rows.items() if found} == {
        "price": 1, "user_account": 1
    }  # fmt: skip
    till.drainer.round()
    assert [r.price_minor for r in rows(till.shop, price) if r.product_id == wine] == [555]
    assert [r.active for r in rows(till.shop, user_account) if r.name == "cashier"] == [False]
    assert [type(e) for e in seen].count(PromotionsChanged) == 1  # the till reads its prices anew
    till.drainer.round()
    assert [type(e) for e in seen].count(PromotionsChanged) == 1


def test_a_code_that_moves_and_a_row_that_goes_come_down(till: TillMachine, server_shop: Shop) -> None:
    milk, wine = till.shop.products["MILK"], till.shop.products["WINE"]
    codes = {r.product_id: r for r in rows(server_shop, barcode)}
    one, other = codes[milk], codes[wine]
    at_server(
        server_shop, update(barcode).where(barcode.c.id == one.id).values(code="x"),
        update(barcode).where(barcode.c.id == other.id).values(code=one.code),
        update(barcode).where(barcode.c.id == one.id).values(code=other.code),
        delete(barcode).where(barcode.c.id == codes[till.shop.products["COFFEE"]].id),
    )  # fmt: skip
    till.drainer.round()
    assert {(r.id, r.code) for r in rows(till.shop, barcode)} == {
        (r.id, r.code) for r in rows(server_shop, barcode)
    }


def test_stock_comes_down_only_when_nothing_is_unsent_and_holds_what_was_sold_here(
    till: TillMachine, server_shop: Shop
) -> None:
    def levels(shop: Shop) -> dict[int, int]:
        return {r.product_id: r.on_hand_milli for r in rows(shop, stock_level)}

    shift = till.shop.open_shift()
    till.drainer.round()
    other = server_shop.open_shift("T02")
    server_shop.sell(server_shop.cart(("WINE", 7000)), other, till="T02")
    till.line.is_cut = True
    till.shop.sell(till.shop.cart(("WINE", 3000)), shift)
    till.line.is_cut = False
    till.drainer.round()
    wine = till.shop.products["WINE"]
    assert levels(till.shop)[wine] == levels(server_shop)[wine] == 100_000 - 10_000
    assert [r.number for r in rows(till.shop, sale)] == ["T01-000001"]  # no document of another till


def test_nothing_that_was_sold_is_touched_by_what_comes_down(till: TillMachine, server_shop: Shop) -> None:
    till.line.is_cut = True
    shift = till.shop.open_shift()
    till.shop.sell(till.shop.cart("WINE"), shift)
    at_server(server_shop, update(price).values(price_minor=1), update(product).values(name="Other"))
    till.line.is_cut = False
    till.drainer.round()
    for shop in (till.shop, server_shop):
        (sold,) = rows(shop, sale)
        assert (sold.number, sold.gross_minor) == ("T01-000001", 799)
