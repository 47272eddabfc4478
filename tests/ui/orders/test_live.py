"""What another station does shows on the screen that is open, and nothing that was typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.orders.operations.amend import cancel_order
from app.orders.operations.confirm import confirm_order
from app.orders.states import OrderStatus, Stage
from app.runtime.changes import Elsewhere
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.orders.entry_panel import EntryPanel
from ui.orders.order_page import OrderPanel
from ui.orders.orders_section import OrdersSection

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager of the wholesaler."""
    del trade
    return make_office(local={"sound": "off"})


def hear(office: OfficeDriver, *kinds: str, documents: tuple[tuple[str, int], ...] = ()) -> None:
    """As the listener tells it, from a thread of its own."""
    found = Elsewhere("Bea", "T02", frozenset(kinds), frozenset(documents))
    office.services.bridge.elsewhere.emit(found)
    QTest.qWait(300)  # a burst is read once
    office.settle()


def test_an_order_that_is_confirmed_elsewhere_moves_in_the_list(desk: OfficeDriver, trade: Wholesale) -> None:
    section = desk.go("orders")
    assert isinstance(section, OrdersSection)
    order_id = trade.draft(("COFFEE", 2)).order_id
    hear(desk, "order.created", documents=(("order", order_id),))
    assert section.table.row(0).key == str(order_id)
    before = dict(section._counts)
    trade.run(confirm_order, order_id=order_id)
    hear(desk, "order.confirmed", documents=(("order", order_id),))
    assert section._counts.get(Stage.TO_PICK, 0) == before.get(Stage.TO_PICK, 0) + 1


def opened(desk: OfficeDriver, order_id: int) -> OrderPanel:
    section = desk.go("orders")
    section.show_item(str(order_id))
    desk.settle()
    return desk.panel(OrderPanel)


def test_an_open_order_is_read_again_and_says_who_changed_it(desk: OfficeDriver, trade: Wholesale) -> None:
    order_id = trade.draft(("COFFEE", 2)).order_id
    page = opened(desk, order_id)
    trade.run(confirm_order, order_id=order_id)
    hear(desk, "order.confirmed", documents=(("order", order_id),))
    assert page.shown is not None
    assert page.shown.detail.row.status is OrderStatus.CONFIRMED
    assert desk.banner == "Bea (T02) has just changed this. It was read again."


def test_what_is_typed_stays_and_nothing_is_overwritten(desk: OfficeDriver, trade: Wholesale) -> None:
    order_id = trade.draft(("WINE", 2)).order_id
    opened(desk, order_id)
    desk.tap_text("Edit")
    entry = desk.panel(EntryPanel)
    entry.card.quantity.setFocus()
    entry.card.quantity.selectAll()
    desk.type("5")
    trade.run(cancel_order, order_id=order_id, reason="not wanted")
    hear(desk, "order.cancelled", documents=(("order", order_id),))
    assert entry.entries[0].quantity_milli == 5000
    assert entry.message().startswith("Bea (T02) has just changed this. Nothing of it is overwritten")
    desk.key(Qt.Key.Key_S, CONTROL)
    assert "changed" in desk.panel(EntryPanel).message()
    assert trade.head_of(order_id).status == OrderStatus.CANCELLED.value
    assert trade.lines_of(order_id)["WINE"].ordered_milli == 2000


def test_another_order_disturbs_nobody(desk: OfficeDriver, trade: Wholesale) -> None:
    order_id = trade.draft(("COFFEE", 2)).order_id
    page = opened(desk, order_id)
    hear(desk, "order.confirmed", documents=(("order", order_id + 1),))
    assert (desk.banner, page.message()) == ("", "")
