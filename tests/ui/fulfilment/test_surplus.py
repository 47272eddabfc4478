"""More than ordered goes along within the tolerance: at the pick card and at the packing table."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.orders.operations.tolerance import set_tolerance
from app.orders.tolerance import Tolerance
from tests.factories.wholesale import Wholesale
from tests.ui.conftest import code_of
from tests.ui.fulfilment.test_warehouse import scan, walk
from tests.ui.office_driver import MakeOffice
from ui.fulfilment.pack_panel import PackPanel


def test_the_clerk_takes_more_than_ordered_along_and_no_more_than_he_may(
    trade: Wholesale, make_office: MakeOffice
) -> None:
    trade.run(set_tolerance, tolerance=Tolerance(1000, 0, is_free=True))
    order = trade.order(("WINE", 20))
    clerk = make_office("clerk", local={"sound": "off"})
    panel = walk(clerk)
    wine = code_of(clerk.shop, "WINE")
    scan(clerk, wine)
    clerk.key(Qt.Key.Key_F6)
    assert panel.card is None
    scan(clerk, wine)  # the 21st
    assert panel.message() == "Nothing is left to pick. Put Red wine back."
    assert panel.asking._question.text() == (
        "Take 1 × Red wine more than ordered? Up to 2 may go along."
    )  # fmt: skip
    clerk.tap(panel.asking.yes)
    assert panel.last.text() == "Taken: 1 × Red wine"
    clerk.key(Qt.Key.Key_F10)
    table = clerk.panel(PackPanel)
    clerk.key(Qt.Key.Key_F6)
    clerk.key(Qt.Key.Key_F8)
    assert table.asking._question.text() == (
        "Red wine: how much more than ordered goes along? Up to 1\N{NO-BREAK SPACE}pc may."
    )  # fmt: skip
    table.asking.field.selectAll()
    clerk.type("2")
    clerk.key(Qt.Key.Key_Return)
    assert table.message().startswith("At most 1 of Red wine more than ordered may leave, not 2.")
    table.asking.field.selectAll()
    clerk.type("1")
    clerk.key(Qt.Key.Key_Return)
    clerk.key(Qt.Key.Key_F8)
    assert table.message() == "No more of Red wine than ordered may leave."
    assert table.packing.done
    table.setFocus()
    clerk.key(Qt.Key.Key_F10)
    lines = trade.all_lines(order.order_id)
    assert [(x.packed_milli, x.net_minor) for x in lines] == [(20_000, 14_000), (1_000, 0), (1_000, 0)]
