"""Who is at the till: PINs, lock, switch, approvals in place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from sqlalchemy import select

from app.audit.tables import journal
from tests.ui.conftest import PINS, MakeTill, TillDriver


def _journal(till: TillDriver, kind: str) -> list[tuple[int, int | None]]:
    with till.shop.runtime.factory.read() as connection:
        rows = connection.execute(
            select(journal.c.actor_id, journal.c.approver_id).where(journal.c.kind == kind)
        ).all()
    return [(r.actor_id, r.approver_id) for r in rows]


def _message(till: TillDriver) -> str:
    return till.page.sign_in_view._pin._message.text()


def test_a_wrong_pin_is_refused_with_the_tries_that_are_left(make_till: MakeTill) -> None:
    till = make_till()
    view = till.page.sign_in_view
    view.select_user(till.shop.users["cashier"])
    till.page.parts.sign_in.user_chosen(till.shop.users["cashier"])
    till.type("0007")
    till.key(Qt.Key.Key_Return)
    assert till.page.page() == "sign_in"
    assert "9" in _message(till)
    assert till.sound.played == ["error"]
    assert till.services.gateway.actor is None


def test_after_three_wrong_pins_one_has_to_wait_and_somebody_else_has_not(make_till: MakeTill) -> None:
    till = make_till()
    till.shop.open_shift()
    view, presenter = till.page.sign_in_view, till.page.parts.sign_in
    for _ in range(4):
        presenter.pin_entered(till.shop.users["cashier"], "0007")
        till.settle()
    assert "Try again in" in _message(till)
    assert not view._pin._edit.isEnabled()
    till.tap_text("supervisor")
    assert view._pin._edit.isEnabled()
    till.type(PINS["supervisor"])
    till.key(Qt.Key.Key_Return)
    assert till.page.page() == "till"


def test_ten_wrong_pins_lock_the_user(make_till: MakeTill) -> None:
    till = make_till()
    clock = till.page.desk.state.clock
    for _ in range(10):
        till.page.parts.sign_in.pin_entered(till.shop.users["cashier"], "0007")
        till.settle()
        clock.advance(hours=1)  # type: ignore[union-attr]
    assert "Locked" in _message(till)
    till.page.parts.sign_in.pin_entered(till.shop.users["cashier"], PINS["cashier"])
    till.settle()
    assert "Locked" in _message(till)
    assert till.page.page() == "sign_in"


def test_without_anybody_chosen_it_is_said_so(make_till: MakeTill) -> None:
    till = make_till()
    till.type("2580")
    till.key(Qt.Key.Key_Return)
    assert "Choose who you are" in _message(till)


def test_the_lock_keeps_the_cart_and_takes_the_rights(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "MILK")
    till.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert till.page.page() == "sign_in"
    assert till.services.gateway.actor is None
    till.key(Qt.Key.Key_Escape)
    assert till.page.page() == "sign_in"
    till.type(PINS["cashier"])  # who was there is chosen already
    till.key(Qt.Key.Key_Return)
    assert till.page.page() == "till"
    assert till.lines == [("COFFEE", 1000), ("MILK", 1000)]


def test_the_shell_locks_after_idle_time_but_never_while_money_was_taken(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.type("5")
    till.key(Qt.Key.Key_Return)  # 5.00 of 12.90 in cash
    assert till.page.parts.pay.has_tenders
    till.page.idle()
    till.settle()
    assert till.page.page() == "till"
    till.key(Qt.Key.Key_Return)
    till.page.idle()
    till.settle()
    assert till.page.page() == "sign_in"


def test_locked_while_the_payment_page_is_open_it_is_still_open_after_the_pin(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.page.idle()
    till.settle()
    till.sign_in()
    assert till.page.view.page() == "pay"
    till.key(Qt.Key.Key_Return)
    assert till.page.view.page() == "change"


def test_another_cashier_takes_over_with_the_cart_on_the_counter(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    till.key(Qt.Key.Key_Escape)  # not after all
    assert till.page.page() == "till"
    till.key(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    till.sign_in("supervisor")
    till.scan_sku("MILK")
    cashiers = [x.cashier_id for x in till.page.desk.state.cart.lines]
    assert cashiers == [till.shop.users["cashier"], till.shop.users["supervisor"]]
    assert "supervisor" in till.page.view.header._place.text()


def test_who_may_not_sell_is_sent_to_the_back_office(make_till: MakeTill) -> None:
    till = make_till()
    till.shop.open_shift()
    with till.bot.waitSignal(till.page.back_office_requested):
        till.sign_in("clerk")
    assert till.page.page() == "sign_in"


def test_a_discount_beyond_the_limit_asks_for_a_supervisor_in_place(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    till.type("25")
    till.key(Qt.Key.Key_Return)
    assert till.total == 1290
    names = {b.text() for b in till.panel.findChildren(type(till.button("Back")))}  # type: ignore[union-attr]
    assert {"manager", "supervisor"} <= names
    assert "cashier" not in names
    till.approve_as("supervisor")
    assert till.total == 968
    till.pay_exact()
    assert _journal(till, "access.approved")
    discount = till.page.desk.state.last_sale_id
    assert discount is not None


def test_who_approves_is_chosen_with_the_arrow_keys_where_the_pin_is_typed(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    till.type("25")
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_Left)  # the manager is the first of two: there is nobody before him
    till.key(Qt.Key.Key_Right)
    till.type(PINS["supervisor"])
    till.key(Qt.Key.Key_Return)
    assert till.total == 968


def test_a_wrong_pin_of_the_supervisor_gives_no_discount(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    till.type("25")
    till.key(Qt.Key.Key_Return)
    till.type("0007")
    till.key(Qt.Key.Key_Return)
    assert till.total == 1290
    assert till.panel is not None
    till.key(Qt.Key.Key_Escape)
    assert till.panel is None
    assert till.total == 1290


def test_beyond_the_supervisors_limit_only_the_manager_is_offered(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    till.type("40")
    till.key(Qt.Key.Key_Return)
    texts = till.buttons()
    assert "manager" in texts
    assert "supervisor" not in texts


def test_opening_the_drawer_without_the_right_writes_both_persons_down(till: TillDriver) -> None:
    kicks = till.devices.drawer.kicks  # type: ignore[union-attr]
    till.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    till.tap_text("Change money")
    till.approve_as("supervisor")
    assert till.devices.drawer.kicks == kicks + 1  # type: ignore[union-attr]
    users = till.shop.users
    assert _journal(till, "drawer.no_sale") == [(users["cashier"], users["supervisor"])]


def test_a_changed_price_needs_a_supervisor(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.type("9.99")
    till.tap_text("Price")
    assert till.total == 1290
    till.tap_text("The label says so")
    till.approve_as("supervisor")
    assert till.total == 999
    line = till.page.desk.state.cart.lines[0]
    assert line.price_approver_id == till.shop.users["supervisor"]
    assert line.price_reason == "The label says so"
    till.pay_exact()
    assert till.page.view.page() == "change"


def test_a_tap_beside_the_pin_leaves_the_keyboard_in_it(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    till.type("25")
    till.key(Qt.Key.Key_Return)
    before = till.focus()
    till.tap(till.panel)  # type: ignore[arg-type]
    assert till.focus() is before


def test_below_the_lowest_price_a_manager_is_asked_before_paying(till: TillDriver) -> None:
    from app.pricing.limits import set_product_limit
    from app.pricing.rules import ProductLimit

    shop = till.shop
    shop.runtime.run(
        set_product_limit, actor=shop.actor("manager"), product_id=shop.products["COFFEE"],
        limit=ProductLimit(1250, None),
    )  # fmt: skip
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F3)
    till.type("5")
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_F12)
    assert "supervisor" not in till.buttons()
    till.approve_as("manager")
    till.key(Qt.Key.Key_Return)
    assert till.page.view.page() == "change"
