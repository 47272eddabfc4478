"""What the till finds by scanning, typing and tapping."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event, insert, update

from app.catalog.barcodes import EmbeddedZeroError, ParsedScan, parse_scan
from app.catalog.gtin import check_digit
from app.catalog.search import index_products
from app.catalog.tables import barcode, product
from app.kernel.ids import next_id
from app.kernel.permission import SYSTEM_ACTOR
from app.pricing.tables import price
from app.till.cart import Sellable
from app.till.lookup import (
    NoPriceError,
    find_sellable,
    list_categories,
    list_tiles,
    search,
    sellable_by_product,
)
from tests.factories.shop import TODAY, Shop


def place(shop: Shop, on: date = TODAY) -> dict[str, Any]:
    return {"price_list_id": shop.price_list_id, "location_id": shop.locations["SHOP"], "on": on}


def scan(shop: Shop, raw: str, on: date = TODAY) -> Sellable | None:
    return shop.runtime.ask(find_sellable, scan=parse_scan(raw), **place(shop, on))


def found(shop: Shop, text: str, limit: int = 60) -> list[str]:
    return [x.sku for x in shop.runtime.ask(search, text=text, limit=limit, **place(shop))]


def write(shop: Shop, table: Any, **values: object) -> None:
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(insert(table), {"id": next_id(), **values})


def change(shop: Shop, sku: str, **values: object) -> None:
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(product).where(product.c.id == shop.products[sku]).values(**values))
        index_products(uow.connection, [shop.products[sku]])


def add_price(shop: Shop, sku: str, minor: int, **values: object) -> None:
    row: Mapping[str, object] = {
        "price_list_id": shop.price_list_id, "product_id": shop.products[sku], "packaging_id": None,
        "min_quantity_milli": 0, "valid_from": None, "valid_to": None, "price_minor": minor,
    }  # fmt: skip
    write(shop, price, **{**row, **values})


def label(sku_digits: str, value: int) -> str:
    payload = f"{sku_digits}{value:05d}"
    return payload + str(check_digit(payload))


def keep_code(shop: Shop, sku: str, code: str) -> None:
    product_id = shop.products[sku]
    write(shop, barcode, code=code, product_id=product_id, packaging_id=None, is_primary=False)


def test_a_scan_finds_the_product_with_price_tax_and_stock(shop: Shop) -> None:
    assert scan(shop, "0400000000015") == replace(shop.items["COFFEE"], colour=1)


def test_the_code_of_a_six_pack_sells_six_at_its_own_price(shop: Shop) -> None:
    six = scan(shop, "0400000000060")
    assert six is not None
    assert (six.name, six.unit, six.pack_milli, six.unit_price_minor) == ("Milk 1 l", "Six-pack", 6000, 649)
    assert six.packaging_id is not None


def test_a_packaging_without_a_price_costs_its_pieces(shop: Shop) -> None:
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(price.delete().where(price.c.packaging_id.is_not(None)))
    six = scan(shop, "0400000000060")
    assert six is not None
    assert six.unit_price_minor == 6 * 119


def test_an_unknown_code_finds_nothing(shop: Shop) -> None:
    assert scan(shop, "4006381333931") is None
    assert scan(shop, "NOTHING") is None


def test_a_products_own_number_can_be_typed(shop: Shop) -> None:
    assert scan(shop, "WRAP") is not None


def test_a_product_out_of_use_is_not_sold(shop: Shop) -> None:
    change(shop, "COFFEE", active=False)
    assert scan(shop, "0400000000015") is None
    assert scan(shop, "COFFEE") is None
    assert found(shop, "coffee") == []
    assert shop.runtime.ask(sellable_by_product, product_id=shop.products["COFFEE"], **place(shop)) is None


def test_a_product_without_a_price_is_refused_when_it_is_to_be_sold(shop: Shop) -> None:
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(price.delete().where(price.c.product_id == shop.products["STAMP"]))
    with pytest.raises(NoPriceError, match="Postage stamp has no price yet"):
        scan(shop, "0400000000053")
    with pytest.raises(NoPriceError):
        shop.runtime.ask(sellable_by_product, product_id=shop.products["STAMP"], **place(shop))
    assert found(shop, "stamp") == ["STAMP"]


def test_the_price_of_the_day_applies(shop: Shop) -> None:
    add_price(shop, "COFFEE", 990, valid_from=date(2026, 3, 9), valid_to=date(2026, 3, 15))
    prices = [
        item.unit_price_minor
        for day in (8, 9, 15, 16)
        if (item := scan(shop, "0400000000015", date(2026, 3, day))) is not None
    ]
    assert prices == [1290, 990, 990, 1290]


def test_a_weight_on_the_label_is_the_quantity(shop: Shop) -> None:
    keep_code(shop, "APPLE", parse_scan(label("2800042", 1)).lookup)
    item = scan(shop, label("2800042", 1234))
    assert item is not None
    assert (item.sku, item.preset_quantity_milli, item.preset_total_minor) == ("APPLE", 1234, None)


def test_a_price_on_the_label_is_the_total_and_the_weight_follows_from_it(shop: Shop) -> None:
    keep_code(shop, "APPLE", "42")  # the number the scale knows it by
    item = scan(shop, label("2000042", 598))
    assert item is not None
    assert (item.sku, item.preset_total_minor, item.preset_quantity_milli) == ("APPLE", 598, 2000)


def test_a_label_of_zero_is_refused_but_a_fixed_code_that_looks_like_one_is_sold(shop: Shop) -> None:
    keep_code(shop, "APPLE", parse_scan(label("2800042", 1)).lookup)
    with pytest.raises(EmbeddedZeroError):
        scan(shop, label("2800042", 0))
    fixed = label("2012345", 678)
    keep_code(shop, "COFFEE", "0" + fixed)
    item = scan(shop, fixed)
    assert item is not None
    assert (item.sku, item.preset_total_minor) == ("COFFEE", None)


def test_gs1_data_carries_the_weight_of_weighed_goods_only(shop: Shop) -> None:
    apple = scan(shop, "01004000000000393103000750")
    coffee = scan(shop, "01004000000000153103000750")
    assert apple is not None
    assert coffee is not None
    assert apple.preset_quantity_milli == 750
    assert coffee.preset_quantity_milli is None


def test_gs1_data_with_a_price_of_another_currency_is_sold_at_our_price(shop: Shop) -> None:
    euro = scan(shop, "01004000000000393103000750" + "3932978150")
    dollar = scan(shop, "01004000000000393103000750" + "3932840150")
    assert euro is not None
    assert dollar is not None
    assert (euro.preset_total_minor, dollar.preset_total_minor) == (150, None)


def test_one_scan_is_one_statement(shop: Shop) -> None:
    with shop.runtime.factory.read() as connection:
        seen: list[str] = []
        event.listen(connection, "before_cursor_execute", lambda *a: seen.append(a[2]))
        code: ParsedScan = parse_scan("0400000000015")
        assert find_sellable(connection, scan=code, **place(shop)) is not None
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("text", "skus"),
    [
        ("coffee", ["COFFEE"]),
        ("COF", ["COFFEE"]),
        ("bean coff", ["COFFEE"]),
        ("kg", ["COFFEE"]),
        ("1 l", ["MILK"]),
        ("apple", ["APPLE"]),
        ("0400000000015", ["COFFEE"]),
        ("400000000015", ["COFFEE"]),
        ("00400000000015", ["COFFEE"]),
        ("04000000000", ["APPLE", "COFFEE", "MILK", "STAMP", "WINE"]),
        ("wine 400", ["WINE"]),
        ("offee", []),
        ("coffee tea", []),
        ("%", []),
        ("' OR 1=1 --", []),
        ("", []),
        ("x" * 10_000, []),
        ("a\x00pp", []),
    ],
)
def test_typing_finds_beginnings_of_any_word(shop: Shop, text: str, skus: list[str]) -> None:
    assert sorted(found(shop, text)) == skus


def test_accents_and_other_scripts_are_found_however_they_are_typed(shop: Shop) -> None:
    change(shop, "COFFEE", name="Crème brûlée Straße")
    change(shop, "MILK", name="Молоко Ünal")
    assert found(shop, "creme BRU strasse") == ["COFFEE"]
    assert found(shop, "crème") == ["COFFEE"]
    assert found(shop, "молоко unal") == ["MILK"]
    assert found(shop, "beans") == []


def test_names_that_begin_with_the_text_come_first(shop: Shop) -> None:
    change(shop, "COFFEE", name="Wine glass")
    assert found(shop, "wine") == ["COFFEE", "WINE"]
    assert found(shop, "red") == ["WINE"]


def test_favourites_come_first_and_pages_join_without_gap_or_double(shop: Shop) -> None:
    change(shop, "WRAP", tile_position=1)
    change(shop, "MILK", tile_position=0)
    pages = [
        [x.sku for x in shop.runtime.ask(list_tiles, category_id=None, limit=2, offset=at, **place(shop))]
        for at in (0, 2, 4, 6)
    ]
    assert pages == [["MILK", "WRAP"], ["APPLE", "COFFEE"], ["STAMP", "WINE"], []]
    three = shop.runtime.ask(list_tiles, category_id=None, limit=3, offset=1, **place(shop))
    assert [x.sku for x in three] == ["WRAP", "APPLE", "COFFEE"]


def test_a_category_shows_its_products_by_name(shop: Shop) -> None:
    shown = shop.runtime.ask(list_tiles, category_id=shop.category_id, limit=9, offset=0, **place(shop))
    assert [x.sku for x in shown] == ["APPLE", "COFFEE", "WRAP", "MILK", "STAMP", "WINE"]
    assert shop.runtime.ask(list_tiles, category_id=1, limit=9, offset=0, **place(shop)) == []
    assert shop.runtime.ask(list_categories) == [(shop.category_id, "All", 1)]


def test_only_goods_have_stock(shop: Shop) -> None:
    wrap = shop.runtime.ask(sellable_by_product, product_id=shop.products["WRAP"], **place(shop))
    milk = shop.runtime.ask(sellable_by_product, product_id=shop.products["MILK"], **place(shop))
    assert wrap is not None
    assert milk is not None
    assert (wrap.on_hand_milli, milk.on_hand_milli) == (None, 100_000)
