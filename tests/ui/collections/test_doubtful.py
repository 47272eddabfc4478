"""What is set aside for doubtful debts, in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import OfficeDriver
from ui.collections.allowance_panel import AllowancePanel
from ui.collections.collections_section import CollectionsSection

CONTROL = Qt.KeyboardModifier.ControlModifier


def section(office: OfficeDriver) -> CollectionsSection:
    found = office.go("collections")
    assert isinstance(found, CollectionsSection)
    return found


def test_what_is_set_aside_for_doubtful_debts_is_seen_and_booked(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    page = section(desk)
    page.choose("ageing")
    desk.settle()
    desk.tap(page.ageing.allowance)
    panel = desk.open_panel
    assert isinstance(panel, AllowancePanel)
    assert [box.value() for box in panel.shares.values()] == [0, 10, 25, 50]
    for box in panel.shares.values():
        box.setValue(100)
    desk.settle()
    aside = [panel.table.row(n).cells[4] for n in range(4)]
    assert panel.sum.text().startswith("To set aside ")
    assert any(figure != "0.00" for figure in aside)
    desk.tap(panel.book)
    assert desk.banner == "Booked."
    assert not panel.book.isEnabled()
    assert panel.sum.text().endswith(": 0.00 to book.")
