"""Promotions and coupons written down, read again, used up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Barrier, Thread
from typing import Any

import pytest

from app.db.errors import ChangedElsewhereError
from app.kernel.events import Event
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from app.organisation.operations import save_setting
from app.promotions import drafts, refusals
from app.promotions.drafts import Goods, PromotionDraft
from app.promotions.events import PromotionsChanged
from app.promotions.operations import (
    block_coupon,
    make_coupons,
    save_promotion,
    set_promotion_active,
    use_coupons,
)
from app.promotions.queries import (
    CONCURRENCY_SETTING,
    find_coupon,
    get_promotion,
    list_coupons,
    list_promotions,
    load_book,
)
from app.promotions.states import Concurrency, CouponStatus, PromotionKind, PromotionMode
from tests.factories.shop import Shop

TENTH = PromotionDraft("A tenth off", PromotionKind.PERCENT, hundredths=1000)


def save(shop: Shop, draft: PromotionDraft = TENTH, **more: Any) -> int:
    made: int = shop.runtime.run(save_promotion, actor=SYSTEM_ACTOR, draft=draft, **more)
    return made


def coupons(shop: Shop, promotion_id: int, **more: Any) -> list[str]:
    made: list[str] = shop.runtime.run(make_coupons, actor=SYSTEM_ACTOR, promotion_id=promotion_id, **more)
    return made


def test_every_field_of_a_promotion_comes_back_as_it_was_written(shop: Shop) -> None:
    draft = PromotionDraft(
        "Three for two", PromotionKind.BUY_GET, PromotionMode.EXCLUSIVE, 5, 10_000, 0, (), 2, 1, 0,
        with_tax=False, most_minor=900, most_times=3, by_coupon=True, first_day=date(2026, 3, 1),
        last_day=date(2026, 3, 31), weekdays=0b0011111, from_minute=600, to_minute=1080,
        goods=Goods((shop.products["WINE"],)), left_out=Goods((shop.products["MILK"],)),
        gets=Goods((shop.products["COFFEE"],)), party_ids=tuple(shop.parties.values())[:1],
    )  # fmt: skip
    promotion_id = save(shop, draft)
    assert shop.runtime.ask(get_promotion, promotion_id=promotion_id).draft == draft
    (read,) = shop.runtime.ask(load_book).promotions
    assert (read.buy, read.get, read.most_times, read.priority) == (2, 1, 3, 5)
    assert read.scope.products == {shop.products["WINE"]}
    assert read.get_scope is not None
    assert read.get_scope.products == {shop.products["COFFEE"]}


def test_another_wording_replaces_goods_and_tiers(shop: Shop, published: list[Event]) -> None:
    tiers = PromotionDraft("Many", PromotionKind.TIERS, tiers=((3000, 500), (6000, 1000)))
    promotion_id = save(shop, replace(tiers, goods=Goods((shop.products["WINE"],))))
    save(shop, replace(tiers, tiers=((6000, 1500),)), promotion_id=promotion_id, version=1)
    view = shop.runtime.ask(get_promotion, promotion_id=promotion_id)
    assert (view.draft.tiers, view.draft.goods, view.version) == (((6000, 1500),), Goods(), 2)
    assert sum(isinstance(e, PromotionsChanged) for e in published) == 2
    with pytest.raises(ChangedElsewhereError):
        save(shop, tiers, promotion_id=promotion_id, version=1)
    with pytest.raises(refusals.NoSuchPromotionError):
        save(shop, tiers, promotion_id=1, version=1)


def test_a_stopped_promotion_reduces_nothing_and_is_still_listed(shop: Shop) -> None:
    promotion_id = save(shop)
    shop.runtime.run(set_promotion_active, actor=SYSTEM_ACTOR, promotion_id=promotion_id, active=False)
    assert shop.runtime.ask(load_book).promotions == ()
    assert [p.id for p in shop.runtime.ask(list_promotions, text="TENTH")] == [promotion_id]
    assert shop.runtime.ask(list_promotions, active=True) == []


def test_how_priorities_meet_is_a_setting_of_the_shop(shop: Shop) -> None:
    assert shop.runtime.ask(load_book).concurrency is Concurrency.WITHIN
    shop.runtime.run(
        save_setting, actor=SYSTEM_ACTOR, name=CONCURRENCY_SETTING, value=Concurrency.ACROSS.value
    )
    save(shop)
    assert shop.runtime.ask(load_book).concurrency is Concurrency.ACROSS


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (replace(TENTH, name="  "), drafts.PromotionNameError),
        (replace(TENTH, hundredths=0), drafts.PromotionPercentError),
        (replace(TENTH, hundredths=10_100), drafts.PromotionPercentError),
        (replace(TENTH, kind=PromotionKind.PRICE), drafts.PromotionAmountError),
        (replace(TENTH, kind=PromotionKind.AMOUNT, amount_minor=10**12), drafts.PromotionAmountError),
        (replace(TENTH, kind=PromotionKind.BUY_GET, buy_count=2), drafts.PromotionCountError),
        (replace(TENTH, kind=PromotionKind.BUNDLE, buy_count=0), drafts.PromotionCountError),
        (replace(TENTH, kind=PromotionKind.TIERS), drafts.PromotionTiersError),
        (
            replace(TENTH, kind=PromotionKind.TIERS, tiers=((3000, 1), (3000, 2))),
            drafts.PromotionTiersError,
        ),
        (
            replace(TENTH, first_day=date(2026, 3, 2), last_day=date(2026, 3, 1)),
            drafts.PromotionDatesError,
        ),
        (replace(TENTH, weekdays=0), drafts.PromotionNeverError),
        (replace(TENTH, from_minute=600, to_minute=600), drafts.PromotionNeverError),
        (replace(TENTH, gets=Goods((1,))), drafts.PromotionGoodsError),
    ],
)
def test_what_makes_no_promotion_is_refused(draft: PromotionDraft, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        drafts.check_draft(draft)


def test_a_coupon_is_found_however_it_is_typed_and_used_as_often_as_it_may(shop: Shop) -> None:
    promotion_id = save(shop, replace(TENTH, by_coupon=True))
    assert coupons(shop, promotion_id, code="spring 26", most_uses=2) == ["SPRING26"]
    found = shop.runtime.ask(find_coupon, code=" spring26")
    assert found is not None
    assert found.promotion_id == promotion_id
    for sale_id in (1, 2):
        shop.runtime.run(use_coupons, actor=SYSTEM_ACTOR, coupon_ids=[found.coupon_id], sale_id=sale_id)
    with pytest.raises(refusals.CouponUsedUpError):
        shop.runtime.run(use_coupons, actor=SYSTEM_ACTOR, coupon_ids=[found.coupon_id], sale_id=3)
    with pytest.raises(refusals.CouponUsedUpError):
        shop.runtime.ask(find_coupon, code="SPRING26")
    with pytest.raises(refusals.CouponTakenError):
        coupons(shop, promotion_id, code="Spring26")
    assert shop.runtime.ask(find_coupon, code="UNKNOWN") is None
    assert shop.runtime.ask(find_coupon, code="§") is None


def test_many_coupons_are_made_at_once_all_of_them_different(shop: Shop) -> None:
    promotion_id = save(shop)
    made = coupons(shop, promotion_id, count=500)
    assert len(set(made)) == 500
    listed = shop.runtime.ask(list_coupons, promotion_id=promotion_id)
    assert {c.code for c in listed} == set(made)
    for count in (0, 10_001):
        with pytest.raises(refusals.CouponCountError):
            coupons(shop, promotion_id, count=count)
    for code in ("ab", "with_underscore", "x" * 41):
        with pytest.raises(refusals.CouponCodeError):
            coupons(shop, promotion_id, code=code)


def test_a_blocked_coupon_is_not_taken(shop: Shop) -> None:
    promotion_id = save(shop)
    coupons(shop, promotion_id, code="LOST", most_uses=None)
    (row,) = shop.runtime.ask(list_coupons, promotion_id=promotion_id)
    shop.runtime.run(block_coupon, actor=SYSTEM_ACTOR, coupon_id=row.id)
    assert shop.runtime.ask(list_coupons, promotion_id=promotion_id)[0].status is CouponStatus.BLOCKED
    with pytest.raises(refusals.CouponBlockedError):
        shop.runtime.ask(find_coupon, code="LOST")
    with pytest.raises(refusals.CouponBlockedError):
        shop.runtime.run(use_coupons, actor=SYSTEM_ACTOR, coupon_ids=[row.id], sale_id=1)


def test_of_many_that_use_the_last_one_at_once_one_wins(shop: Shop) -> None:
    promotion_id = save(shop)
    coupons(shop, promotion_id, code="ONCE")
    (row,) = shop.runtime.ask(list_coupons, promotion_id=promotion_id)
    results: list[str] = []
    ready = Barrier(6)

    def use(number: int) -> None:
        ready.wait()
        try:
            shop.runtime.run(use_coupons, actor=SYSTEM_ACTOR, coupon_ids=[row.id], sale_id=number)
            results.append("used")
        except refusals.CouponUsedUpError:
            results.append("refused")

    threads = [Thread(target=use, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["refused"] * 5 + ["used"]
