"""The list of invoices: sorted by its heads, with columns of one's own, kept as views."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.invoicing.operations.drafts import draft_from_order
from tests.factories.wholesale import Wholesale
from tests.ui.invoicing.test_invoices import invoices
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.invoicing.invoices_section import InvoicesSection


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager of the wholesaler, with three invoices and a draft."""
    for customer, pieces in (("Unlimited Ltd", 3), ("Limited Ltd", 1), ("Unlimited Ltd", 2)):
        order = trade.order(("MILK", pieces), customer=customer)
        trade.bill(trade.ship_all(order.order_id))
    order = trade.order(("MILK", 4))
    trade.ship_all(order.order_id)
    trade.run(draft_from_order, uuid="draft", order_id=order.order_id)
    return make_office(local={"sound": "off"})


def tap_head(desk: OfficeDriver, section: InvoicesSection, key: str) -> None:
    """Tap the head of a column."""
    place = [c.key for c in section.columns].index(key)
    header = section.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(place) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    desk.settle()


def totals(section: InvoicesSection) -> list[str]:
    return [section.table.row(i).cells[6] for i in range(section.table.count())]


def test_a_tap_on_a_head_sorts_and_what_has_no_number_yet_stands_last(desk: OfficeDriver) -> None:
    section = invoices(desk)
    assert totals(section) == ["€4.28", "€2.14", "€1.07", "€3.21"]  # the newest first
    tap_head(desk, section, "total")
    assert totals(section) == ["€1.07", "€2.14", "€3.21", "€4.28"]
    tap_head(desk, section, "total")
    assert totals(section) == ["€4.28", "€3.21", "€2.14", "€1.07"]
    tap_head(desk, section, "number")
    assert [section.table.row(i).cells[0][-1] for i in range(4)] == ["1", "2", "3", "-"]
    tap_head(desk, section, "customer")
    customers = [section.table.row(i).cells[2] for i in range(4)]
    assert customers == ["Limited Ltd", "Unlimited Ltd", "Unlimited Ltd", "Unlimited Ltd"]
    assert section.views.choice.currentText() == "Standard view *"


def test_a_view_is_kept_and_opens_the_list(desk: OfficeDriver, make_office: MakeOffice) -> None:
    section = invoices(desk)
    tap_head(desk, section, "total")
    section.table.set_hidden(["due"])
    section.views.save_as()
    section.views.saving.name.setText("Small ones")
    section.views.saving.default.setChecked(True)
    desk.tap(section.views.saving.yes)
    assert section.views.choice.currentText() == "Small ones"
    section.show_state({"sort": "nonsense", "view": "nonsense"})
    desk.settle()
    assert totals(section)[0] == "€4.28"
    later = invoices(make_office(local={"sound": "off"}))
    assert later.views.choice.currentText() == "Small ones"
    assert totals(later) == ["€1.07", "€2.14", "€3.21", "€4.28"]
    assert "due" in later.table.hidden()
