"""The figures from order to cash, and the lists behind them."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.terms.operations import set_credit_limit
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from tests.ui.trade_driver import trade
from ui.orders.order_page import OrderPanel
from ui.reporting.order_to_cash_lists import OrdersBehind, OwedBehind
from ui.reporting.order_to_cash_section import OrderToCashSection

__all__ = ["trade"]


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice, clock: SteadyClock) -> OfficeDriver:
    """Two orders of two customers: one punctual, one late and short."""
    trade.run(set_credit_limit, party_id=trade.shop.parties["Limited Ltd"], credit_limit_minor=None)
    good = trade.order(("WINE", 4), requested_on=TODAY + timedelta(days=3)).order_id
    late = trade.order(("COFFEE", 150), customer="Limited Ltd", requested_on=TODAY).order_id
    clock.advance(days=2)
    trade.bill(trade.ship_all(good))
    trade.bill(trade.ship_all(late))
    return make_office(local={"sound": "off"})


def test_figures_groups_and_the_lists_behind_them(desk: OfficeDriver) -> None:
    section = desk.go("order_to_cash")
    assert isinstance(section, OrderToCashSection)
    assert section.cards["ship"].accessibleName() == "Order to shipment, days: 2"
    assert section.cards["otif"].accessibleName() == "On time and in full: 50%"
    assert section.table.row(0).cells[:2] == ("2026-03", "2")
    section.by.setCurrentIndex(1)
    desk.settle()
    assert [section.table.row(i).cells[0] for i in range(2)] == ["Limited Ltd", "Unlimited Ltd"]
    assert section.table.row(0).cells[6:8] == ("0%", "66.67%")
    section.table.setFocus()
    desk.key(Qt.Key.Key_Return)
    behind = desk.panel(OrdersBehind)
    assert behind.table.row(0).cells[-2:] == ("no", "no")
    desk.key(Qt.Key.Key_Escape)
    desk.tap(section.buttons["otif"])
    missed = desk.panel(OrdersBehind)
    assert [missed.table.row(i).cells[0] for i in range(missed.table.count())] == ["O-2026-000002"]
    desk.key(Qt.Key.Key_Return)
    assert desk.panel(OrderPanel).title() == "O-2026-000002 · Limited Ltd"
    desk.go("order_to_cash")
    desk.key(Qt.Key.Key_Escape)
    desk.tap(section.buttons["dso"])
    owed = desk.panel(OwedBehind)
    assert owed.table.row(0).cells[0] == "Invoice INV-2026-000001"
    desk.key(Qt.Key.Key_Return)
    assert desk.page.section_id() == "invoices"
    assert not desk.errors


def test_the_lists_behind_are_saved_with_days_and_amounts(
    desk: OfficeDriver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    section = desk.go("order_to_cash")
    assert isinstance(section, OrderToCashSection)
    for key, kind in (("otif", OrdersBehind), ("dso", OwedBehind)):
        path = tmp_path / f"{key}.xlsx"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, p=path: (str(p), ""))
        desk.tap(section.buttons[key])
        panel: Any = desk.panel(kind)
        desk.tap(panel.save_button)
        desk.settle()
        found = list(load_workbook(path).active.values)[1:]
        assert [row[:2] for row in found] == [
            panel.table.row(i).cells[:2] for i in range(panel.table.count())
        ]
        assert all(isinstance(row[2], datetime) for row in found)
        desk.key(Qt.Key.Key_Escape)
