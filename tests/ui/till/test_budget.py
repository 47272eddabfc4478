"""The budget of keys and taps (design/ux.md 1.5), one test for each row."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.conftest import TillDriver


def test_three_scans_and_exact_cash_take_two_keys(till: TillDriver) -> None:
    till.scan_sku("COFFEE", "MILK", "STAMP")
    till.key(Qt.Key.Key_F12)
    till.key(Qt.Key.Key_Return)
    assert till.page.view.page() == "change"
    assert till.effort == 2
