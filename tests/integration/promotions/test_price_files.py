"""A store's public price file taken in: once, again, changed, and what stays out."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.audit.tables import journal
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.promotions.importing.model import Reason
from app.promotions.importing.run import (
    Imported,
    RowState,
    import_promotions,
    look_at_promotions,
)
from app.promotions.operations import set_promotion_active
from app.promotions.queries import list_promotions, load_book
from app.promotions.states import PromotionKind
from tests.factories.shop import Shop
from tests.unit.promotions.price_file import one, write


def take_in(shop: Shop, path: Path) -> Imported:
    file = shop.runtime.ask(look_at_promotions, path=path)
    done: Imported = shop.runtime.run(
        import_promotions, actor=SYSTEM_ACTOR, promotions=[row.expressed for row in file.rows],
        file_name=path.name,
    )  # fmt: skip
    return done


def codes(shop: Shop) -> tuple[str, str]:
    """A product by its barcode, and one by its number."""
    barcode = shop.items["COFFEE"].barcode
    assert barcode is not None
    return barcode, "WINE"


def test_a_file_is_taken_in_once_however_often_it_comes(shop: Shop, tmp_path: Path) -> None:
    coffee, wine = codes(shop)
    path = write(
        tmp_path, one(1, 10, [coffee, wine, "4006381333931"], MinQty="2", DiscountedPrice="10"),
        one(2, 7, [coffee, wine], MinQty="3"), one(3, 11, coffee), one(4, 1, "0000001", DiscountedPrice="1"),
    )  # fmt: skip
    file = shop.runtime.ask(look_at_promotions, path=path)
    assert (file.total, file.expressed, file.count(RowState.NEW)) == (4, 2, 3)
    assert [(x.name, x.reason) for x in file.listed] == [
        ("Offer 3", Reason.KIND_OTHER), ("Offer 4", Reason.GOODS_UNKNOWN),
    ]  # fmt: skip
    assert take_in(shop, path) == Imported(3, 0, 0)
    assert take_in(shop, path) == Imported(0, 0, 3)
    book = shop.runtime.ask(load_book).promotions
    assert sorted(p.kind for p in book) == [
        PromotionKind.BUNDLE, PromotionKind.BUY_GET, PromotionKind.BUY_GET,
    ]  # fmt: skip
    (bundle,) = [p for p in book if p.kind is PromotionKind.BUNDLE]
    assert bundle.scope.products == {shop.products["COFFEE"], shop.products["WINE"]}


def test_another_price_changes_the_promotion_and_one_stopped_here_stays_stopped(
    shop: Shop, tmp_path: Path
) -> None:
    _coffee, wine = codes(shop)
    take_in(shop, write(tmp_path, one(1, 1, wine, DiscountedPrice="5")))
    (before,) = shop.runtime.ask(list_promotions)
    shop.runtime.run(set_promotion_active, actor=SYSTEM_ACTOR, promotion_id=before.id, active=False)
    assert take_in(shop, write(tmp_path, one(1, 1, wine, DiscountedPrice="4"))) == Imported(0, 1, 0)
    (after,) = shop.runtime.ask(list_promotions)
    assert (after.id, after.draft.amount_minor, after.active) == (before.id, 400, False)


def test_the_import_stands_in_the_journal_and_needs_the_right(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, one(1, 1, "WINE", DiscountedPrice="5"))
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(import_promotions, actor=shop.actor(), promotions=[])
    take_in(shop, path)
    with shop.runtime.factory.read() as connection:
        kinds = connection.execute(select(journal.c.kind).order_by(journal.c.seq.desc()).limit(2)).scalars()
        assert list(kinds) == ["promotions.imported", "promotion.created"]
