"""Many products changed at once, or none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.catalog.operations import BulkChange, bulk_edit, create_category, preview_bulk
from app.catalog.queries import ProductFilter, list_products
from app.catalog.refusals import BulkPriceError, NoSuchCategoryError, NothingToChangeError
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.pricing.operations import set_price
from app.pricing.queries import list_prices
from tests.factories.shop import TODAY, Shop


def edit(shop: Shop, change: BulkChange, *skus: str) -> int:
    ids = [shop.products[sku] for sku in skus]
    return shop.runtime.run(bulk_edit, actor=SYSTEM_ACTOR, product_ids=ids, change=change, on=TODAY)


def prices(shop: Shop, sku: str) -> list[int]:
    rows = shop.runtime.ask(list_prices, product_id=shop.products[sku], price_list_id=shop.price_list_id)
    return [row.price_minor for row in rows]


def rows(shop: Shop) -> dict[str, Any]:
    found = shop.runtime.ask(
        list_products, wanted=ProductFilter(active=None), price_list_id=shop.price_list_id,
        location_id=shop.locations["SHOP"], on=TODAY,
    )  # fmt: skip
    return {row.sku: row for row in found}


def test_prices_rise_by_per_cent_and_amount_and_are_rounded(shop: Shop) -> None:
    change = BulkChange(price_list_id=shop.price_list_id, price_percent=1000, round_to_minor=5)
    assert edit(shop, change, "COFFEE", "MILK") == 2
    assert prices(shop, "COFFEE") == [1420]
    assert prices(shop, "MILK") == [130, 715]  # the six-pack too
    assert edit(shop, BulkChange(price_list_id=shop.price_list_id, price_amount_minor=-20), "COFFEE") == 1
    assert prices(shop, "COFFEE") == [1400]
    assert prices(shop, "WINE") == [799]


def test_a_price_that_is_over_stays(shop: Shop) -> None:
    shop.runtime.run(
        set_price, actor=SYSTEM_ACTOR, price_list_id=shop.price_list_id, product_id=shop.products["WINE"],
        price_minor=500, valid_from=date(2025, 1, 1), valid_to=date(2025, 1, 31),
    )  # fmt: skip
    edit(shop, BulkChange(price_list_id=shop.price_list_id, price_amount_minor=1), "WINE")
    assert sorted(prices(shop, "WINE")) == [500, 800]


def test_one_price_below_zero_changes_nothing(shop: Shop) -> None:
    change = BulkChange(price_list_id=shop.price_list_id, price_amount_minor=-100, discountable=False)
    with pytest.raises(BulkPriceError, match="Postage stamp"):
        edit(shop, change, "COFFEE", "MILK", "STAMP")
    assert prices(shop, "COFFEE") == [1290]
    assert rows(shop)["COFFEE"].version == 1


def test_category_tax_class_and_use_change_together(shop: Shop) -> None:
    drinks = shop.runtime.run(create_category, actor=SYSTEM_ACTOR, name="Drinks")
    change = BulkChange(category_id=drinks, tax_class_id=shop.classes["C"], active=False)
    assert edit(shop, change, "MILK", "WINE") == 2
    milk = rows(shop)["MILK"]
    assert (milk.category, milk.tax_class, milk.active, milk.version) == ("Drinks", "Zero", False, 2)
    assert edit(shop, change, "MILK", "WINE") == 0
    assert rows(shop)["MILK"].version == 2


def test_the_preview_says_what_would_change_and_changes_nothing(shop: Shop) -> None:
    ids = [shop.products[sku] for sku in ("COFFEE", "STAMP", "WRAP")]
    change = BulkChange(discountable=False, price_list_id=shop.price_list_id, price_amount_minor=-100)
    seen = shop.runtime.ask(preview_bulk, product_ids=ids, change=change, on=TODAY, limit=2)
    assert (seen.total, seen.changed, len(seen.rows)) == (3, 3, 2)
    assert seen.rows[0].changes == (("discountable", True, False), ("price", 1290, 1190))
    assert "Postage stamp" in seen.refusal
    named = shop.runtime.ask(
        preview_bulk, product_ids=ids, change=BulkChange(tax_class_id=shop.classes["B"]), on=TODAY
    )
    assert named.rows[0].changes == (("tax_class_id", "Standard", "Reduced"),)
    assert named.refusal == ""
    assert prices(shop, "COFFEE") == [1290]


def test_nothing_to_change_is_said(shop: Shop) -> None:
    with pytest.raises(NothingToChangeError):
        edit(shop, BulkChange(), "COFFEE")
    with pytest.raises(NothingToChangeError):
        edit(shop, BulkChange(active=True))
    with pytest.raises(NoSuchCategoryError):
        edit(shop, BulkChange(category_id=1), "COFFEE")
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(
            bulk_edit, actor=shop.actor("cashier"), product_ids=[1], change=BulkChange(active=True), on=TODAY
        )
