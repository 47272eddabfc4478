"""Shifts that go on at another till, drawers, salespersons and tasks, by taps and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.kernel.permission import SYSTEM_ACTOR
from app.organisation.operations import save_setting
from app.storeops.operations import save_task
from app.storeops.queries import checklist
from app.storeops.states import TaskMoment
from app.till.drawers import DRAWERS, SHARES, list_in_hand
from app.till.tables import sale, sale_line
from tests.factories.shop import TODAY
from tests.integration.till.helpers import rows
from tests.ui.conftest import MakeTill, TillDriver
from ui.till.seller_presenter import SellerPanel


def test_a_shift_is_suspended_here_and_taken_up_there(make_till: MakeTill) -> None:
    here = make_till()
    shift = here.shop.open_shift()
    here.sign_in()
    here.scan_sku("COFFEE")
    here.page.actions_.do("suspend_shift")
    here.settle()
    assert "still open" in here.banner
    here.pay_exact()
    here.page.actions_.do("suspend_shift")
    here.settle()
    assert here.page.page() == "sign_in"
    there = make_till("T02")
    there.sign_in()
    assert there.page.page() == "open_shift"
    there.tap_text("Go on with a suspended shift (1)")
    there.page.parts.floating._aside.list.chosen.emit(str(shift))
    there.settle()
    assert there.page.page() == "till"
    there.scan_sku("MILK")
    there.pay_exact()
    assert {r.shift_id for r in rows(there.shop, sale)} == {shift}


def test_two_cashiers_work_at_one_till_each_with_a_drawer(make_till: MakeTill) -> None:
    till = make_till()
    shop = till.shop
    shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name=DRAWERS, value=["Left", "Right"], scope="T01")
    for name, drawer in (("cashier", "Left"), ("supervisor", "Right")):
        till.sign_in(name)
        till.page.parts.floating._drawers.list.chosen.emit(drawer)
        till.settle()
        assert till.page.page() == "open_shift"
        till.page.open_view.opened.emit(1000, {1000: 1})
        till.settle()
        assert till.page.page() == "till"
        till.scan_sku("MILK")
        till.pay_exact()
        till.page.lock()
        till.settle()
    found = shop.runtime.ask(list_in_hand, till_id=shop.tills["T01"])
    assert [(x.drawer, x.name) for x in found] == [("Left", "cashier"), ("Right", "supervisor")]
    till.sign_in("cashier")  # his own drawer, without being asked
    assert till.page.page() == "till"
    assert till.page.desk.state.shift is not None
    assert till.page.desk.state.shift.drawer == "Left"


def test_a_till_that_shares_a_drawer_sells_on_the_shift_of_the_other(make_till: MakeTill) -> None:
    till = make_till("T02")
    till.shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name=SHARES, value="T01", scope="T02")
    shift = till.shop.open_shift("T01")
    till.sign_in()
    assert till.page.page() == "till"
    till.scan_sku("COFFEE")
    till.pay_exact()
    assert till.page.desk.state.last_number.startswith("T02-")
    assert till.page.desk.state.shift is not None
    assert till.page.desk.state.shift.id == shift


def test_a_salesperson_is_named_for_the_sale_and_for_a_line(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "MILK")
    till.key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(till.panel, SellerPanel)
    till.panel.list.chosen.emit(str(till.shop.users["manager"]))
    till.settle()
    till.key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    till.tap_text("Milk 1 l")
    till.panel.list.chosen.emit(str(till.shop.users["supervisor"]))
    till.settle()
    till.pay_exact()
    found = {r.sku: r.seller_id for r in rows(till.shop, sale_line)}
    users = till.shop.users
    assert found == {"COFFEE": users["manager"], "MILK": users["supervisor"]}


@pytest.fixture
def listed(make_till: MakeTill) -> TillDriver:
    """A shop with a task for the opening and one for the closing."""
    driver = make_till()
    for name, moment in (("Lights on", TaskMoment.OPENING), ("Lock the door", TaskMoment.CLOSING)):
        driver.shop.runtime.run(save_task, actor=SYSTEM_ACTOR, name=name, moment=moment)
    return driver


def test_tasks_are_said_at_opening_and_before_closing_and_ticked_in_place(listed: TillDriver) -> None:
    till = listed
    till.sign_in()
    till.page.open_view.opened.emit(1000, {1000: 1})
    till.settle()
    assert "of the opening" in till.banner
    till.tap_text("Show the tasks")
    panel = till.page.parts.tasks._panel
    assert till.panel is panel
    till.key(Qt.Key.Key_Return)
    store = till.services.context.till.store_id
    ticked = till.shop.runtime.ask(checklist, store_id=store, on=TODAY)
    assert [(r.name, r.who) for r in ticked] == [("Lights on", "cashier"), ("Lock the door", "")]
    till.tap_text("Back")
    till.page.close_shift()
    till.settle()
    assert till.page.page() == "till"
    assert "of the closing" in till.banner
    till.tap_text("Close all the same")
    assert till.page.page() == "close_shift"
