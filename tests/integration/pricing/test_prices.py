"""Prices set, listed and asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.kernel.events import Event
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.pricing.events import PricesChanged
from app.pricing.operations import (
    NoSuchPriceListError,
    PriceDatesError,
    PriceListNameError,
    PriceListTakenError,
    PriceRangeError,
    create_price_list,
    remove_price,
    rename_price_list,
    set_price,
)
from app.pricing.queries import find_price_list, find_unit_price, list_price_lists, list_prices
from tests.factories.shop import TODAY, Shop


def put(shop: Shop, sku: str, minor: int, price_list_id: int | None = None, **values: Any) -> None:
    shop.runtime.run(
        set_price, actor=SYSTEM_ACTOR, price_list_id=price_list_id or shop.price_list_id,
        product_id=shop.products[sku], price_minor=minor, **values,
    )  # fmt: skip


def price(shop: Shop, sku: str, price_list_id: int | None = None, **values: Any) -> int | None:
    return shop.runtime.ask(
        find_unit_price, product_id=shop.products[sku], price_list_id=price_list_id or shop.price_list_id,
        **{"on": TODAY, **values},
    )  # fmt: skip


def test_a_price_set_again_is_overwritten_not_doubled(shop: Shop, published: list[Event]) -> None:
    for minor in (500, 600, 600):
        put(shop, "WINE", minor)
    assert price(shop, "WINE") == 600
    lines = shop.runtime.ask(list_prices, product_id=shop.products["WINE"], price_list_id=shop.price_list_id)
    assert len(lines) == 1
    assert sum(isinstance(e, PricesChanged) for e in published) == 2  # the third changed nothing


def test_breaks_and_days(shop: Shop) -> None:
    put(shop, "WINE", 700, min_quantity_milli=6000)
    put(shop, "WINE", 600, valid_from=date(2026, 3, 3), valid_to=date(2026, 3, 4))
    assert price(shop, "WINE") == 799
    assert price(shop, "WINE", quantity_milli=6000) == 700
    assert price(shop, "WINE", on=date(2026, 3, 4)) == 600
    shop.runtime.run(
        remove_price, actor=SYSTEM_ACTOR, price_list_id=shop.price_list_id,
        product_id=shop.products["WINE"], min_quantity_milli=6000,
    )  # fmt: skip
    assert price(shop, "WINE", quantity_milli=6000) == 799


def test_lists_with_and_without_tax_live_in_one_database(shop: Shop) -> None:
    trade = shop.runtime.run(
        create_price_list, actor=SYSTEM_ACTOR, code="trade", name="Trade", currency="eur", includes_tax=False
    )
    put(shop, "WINE", 650, trade)
    assert (price(shop, "WINE"), price(shop, "WINE", trade), price(shop, "MILK", trade)) == (799, 650, None)
    assert [(x.code, x.currency, x.includes_tax) for x in shop.runtime.ask(list_price_lists)] == [
        ("retail", "EUR", True), ("trade", "EUR", False),
    ]  # fmt: skip
    found = shop.runtime.ask(find_price_list, price_list_id=trade)
    assert found is not None
    assert found.name == "Trade"
    with pytest.raises(PriceListTakenError):
        shop.runtime.run(
            create_price_list, actor=SYSTEM_ACTOR, code="trade", name="T", currency="EUR", includes_tax=True
        )
    with pytest.raises(PriceListNameError):
        shop.runtime.run(
            create_price_list, actor=SYSTEM_ACTOR, code="x", name="T", currency="EURO", includes_tax=True
        )


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"minor": -1}, PriceRangeError),
        ({"minor": 10**10}, PriceRangeError),
        ({"minor": 1, "min_quantity_milli": -1}, PriceRangeError),
        ({"minor": 1, "valid_from": date(2026, 3, 2), "valid_to": date(2026, 3, 1)}, PriceDatesError),
        ({"minor": 1, "price_list_id": 1}, NoSuchPriceListError),
    ],
)
def test_a_price_that_cannot_be_is_refused(
    shop: Shop, values: dict[str, Any], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        put(shop, "WINE", **values)
    assert price(shop, "WINE") == 799


def test_a_price_list_gets_another_name_and_keeps_the_rest(shop: Shop) -> None:
    shop.runtime.run(
        rename_price_list, actor=SYSTEM_ACTOR, price_list_id=shop.price_list_id, name=" Counter "
    )
    found = shop.runtime.ask(find_price_list, price_list_id=shop.price_list_id)
    assert found is not None
    assert (found.code, found.name, found.includes_tax) == ("retail", "Counter", True)
    with pytest.raises(PriceListNameError):
        shop.runtime.run(rename_price_list, actor=SYSTEM_ACTOR, price_list_id=shop.price_list_id, name="\t")
    with pytest.raises(NoSuchPriceListError):
        shop.runtime.run(rename_price_list, actor=SYSTEM_ACTOR, price_list_id=1, name="Gone")
