"""Promotions in the till's window: shown on the lines, taken off and put on, coupons by scan and by key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from app.kernel.permission import SYSTEM_ACTOR
from app.promotions.drafts import Goods, PromotionDraft
from app.promotions.operations import make_coupons, save_promotion
from app.promotions.queries import list_coupons
from app.promotions.states import PromotionKind
from tests.ui.conftest import TillDriver

TENTH = PromotionDraft("A tenth off", PromotionKind.PERCENT, hundredths=1000)
CONTROL = Qt.KeyboardModifier.ControlModifier


def save(till: TillDriver, draft: PromotionDraft = TENTH) -> int:
    made: int = till.shop.runtime.run(save_promotion, actor=SYSTEM_ACTOR, draft=draft)
    till.settle()
    return made


def coupon(till: TillDriver, code: str) -> int:
    promotion_id = save(till, replace(TENTH, by_coupon=True))
    till.shop.runtime.run(make_coupons, actor=SYSTEM_ACTOR, promotion_id=promotion_id, code=code)
    return promotion_id


def test_a_promotion_made_in_the_back_office_works_on_the_next_scan_and_says_why(till: TillDriver) -> None:
    save(till, replace(TENTH, goods=Goods((till.shop.products["COFFEE"],))))
    till.scan_sku("COFFEE", "MILK")
    assert till.total == 1161 + 119
    coffee, milk = till.page.view.cart.list.rows
    assert ("A tenth off" in coffee.note, "1.29" in coffee.badge) == (True, True)
    assert (milk.note, milk.badge) == ("", "")
    till.pay_exact()
    assert till.errors == []


def test_a_promotion_that_begins_in_the_middle_of_a_sale_waits_for_the_next(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    save(till)
    till.scan_sku("MILK")
    assert till.total == 1290 + 119
    till.pay_exact()
    till.page._tick()  # as it does every few seconds
    till.settle()
    till.scan_sku("COFFEE")
    assert till.total == 1161


def test_promotions_are_taken_off_a_sale_and_put_on_again_by_key(till: TillDriver) -> None:
    save(till)
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_P, CONTROL)
    assert till.panel is not None
    till.tap_text("Take promotions off this sale")
    assert till.total == 1290
    till.tap_text("Let promotions work again")
    assert till.total == 1161


def test_a_scanned_coupon_reduces_the_sale_and_is_used_up_by_it(till: TillDriver) -> None:
    promotion_id = coupon(till, "SPRING26")
    till.scan_sku("COFFEE")
    till.scan("SPRING26")
    assert till.total == 1161
    assert "SPRING26" in till.banner
    till.pay_exact()
    assert till.shop.runtime.ask(list_coupons, promotion_id=promotion_id)[0].used == 1
    till.scan_sku("COFFEE")
    till.scan("SPRING26")
    assert till.total == 1290
    assert "was used already" in till.banner


def test_a_coupon_is_typed_and_a_wrong_code_is_said_in_the_panel(till: TillDriver) -> None:
    coupon(till, "SPRING26")
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_P, CONTROL)
    till.type("WINTER26")
    till.key(Qt.Key.Key_Return)
    assert till.panel is not None
    assert "no coupon WINTER26" in till.panel.message.text()
    till.key(Qt.Key.Key_A, CONTROL)
    till.type("spring26")
    till.key(Qt.Key.Key_Return)
    assert till.total == 1161
