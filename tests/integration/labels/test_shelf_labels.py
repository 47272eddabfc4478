"""What the labels of a shop say, which are out of date, and that a scanner reads them on a sheet."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import insert

from app.catalog.tables import product_attribute
from app.kernel.permission import SYSTEM_ACTOR
from app.labels.build import base_text, build_label
from app.labels.operations import note_printed
from app.labels.queries import LabelGoods, category_ids, changed_goods, label_goods
from app.labels.rules import GRIDS, ROLL, LabelKind
from app.labels.sheet_pdf import sheet_pdf
from app.pricing.operations import PriceDraft, set_price
from app.pricing.planning import plan_price_change
from drivers.printer.zpl_format import ZplFormat
from tests.factories.shop import TODAY, Shop
from tests.integration.labels.test_labels import pages, scanned


def place(shop: Shop, on: date = TODAY) -> dict[str, Any]:
    context = shop.context()
    return {"lists": context.lists_on(on), "store_id": context.till.store_id, "on": on}


def goods_of(shop: Shop, *skus: str, on: date = TODAY) -> list[LabelGoods]:
    return shop.runtime.ask(label_goods, product_ids=[shop.products[s] for s in skus], **place(shop, on))


def printed(shop: Shop, goods: list[LabelGoods], on: date = TODAY) -> None:
    shop.runtime.run(
        note_printed, actor=SYSTEM_ACTOR, store_id=shop.context().till.store_id, currency="EUR", for_day=on,
        prices={x.product_id: x.price_minor for x in goods},
    )  # fmt: skip


def test_a_label_says_price_price_of_a_litre_and_code(shop: Shop) -> None:
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            insert(product_attribute),
            [
                {"product_id": shop.products["WINE"], "name": "Inhalt", "value": "0,75 l"},
                {"product_id": shop.products["APPLE"], "name": "Content", "value": "2 kg"},
            ],
        )
    wine, apple = goods_of(shop, "WINE", "APPLE")
    assert (wine.price_minor, wine.base_minor, wine.base_unit) == (799, 1065, "l")
    assert base_text(wine, "en") == "1 l = € 10.65"
    assert apple.base_minor is None  # weighed: its price is that of a kilogramme
    assert shop.runtime.ask(category_ids, category_id=None)[0] == shop.products["APPLE"]
    for grid in GRIDS:
        labels = [
            build_label(wine, kind=kind, width=grid.width, height=grid.height, language="en", copies=2)
            for kind in LabelKind
        ]
        content = sheet_pdf(labels, grid=grid, first=grid.count)
        texts = pages(content)
        assert len(texts) == 2  # one was left on the first sheet
        assert [text.count("7.99") for text in texts] == [1, 3]
        assert scanned(content, 1) == {"400000000046"}
        assert content == sheet_pdf(labels, grid=grid, first=grid.count)
    roll = build_label(wine, kind=LabelKind.SHELF, width=ROLL[0], height=ROLL[1], language="en", copies=3)
    sent = ZplFormat().label(roll).decode()
    assert "400000000046" in sent
    assert "^PQ3" in sent


def test_exactly_the_labels_whose_price_changed_are_out_of_date(shop: Shop) -> None:
    assert shop.runtime.ask(changed_goods, **place(shop)) == []  # none was printed yet
    printed(shop, goods_of(shop, "WINE", "MILK", "COFFEE"))
    assert shop.runtime.ask(changed_goods, **place(shop)) == []
    shop.runtime.run(
        set_price, actor=SYSTEM_ACTOR, price_list_id=shop.price_list_id, product_id=shop.products["MILK"],
        price_minor=129,
    )  # fmt: skip
    tomorrow = date(2026, 3, 3)
    shop.runtime.run(
        plan_price_change, actor=SYSTEM_ACTOR, name="Offer", price_list_id=shop.price_list_id,
        valid_from=tomorrow, drafts=[PriceDraft(shop.products["WINE"], 699)],
    )  # fmt: skip
    (milk,) = shop.runtime.ask(changed_goods, **place(shop))
    assert (milk.sku, milk.printed_minor, milk.price_minor) == ("MILK", 119, 129)
    ahead = shop.runtime.ask(changed_goods, **place(shop, tomorrow))
    assert [x.sku for x in ahead] == ["MILK", "WINE"]
    printed(shop, ahead, tomorrow)
    assert shop.runtime.ask(changed_goods, **place(shop, tomorrow)) == []
