"""PySide6 6.12 on Python 3.11 lost a reference to None at every void call and soon aborted."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel, QPushButton

CALLS = 100_000
LOST = 200  # what else in the process may let go of meanwhile


@pytest.fixture
def void_calls(qtbot: object, qapp: QObject) -> list[Callable[[], object]]:
    """Calls of many classes that return None, True or False."""
    label, button = QLabel(), QPushButton()
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    return [
        lambda: label.setText("x"),
        lambda: label.setEnabled(True),
        label.isEnabled,
        lambda: button.setCheckable(False),
        button.isChecked,
        lambda: image.fill(Qt.GlobalColor.white),
        lambda: QColor("red").setAlpha(10),
        QCoreApplication.sendPostedEvents,
        lambda: QPainter().isActive(),
        lambda: label.setProperty("tone", "ok"),
    ]


@pytest.mark.parametrize("value", [None, True, False])
def test_no_reference_is_lost_in_a_hundred_thousand_calls(
    void_calls: list[Callable[[], object]], value: object
) -> None:
    before = sys.getrefcount(value)
    for _ in range(CALLS // len(void_calls)):
        for call in void_calls:
            call()
    assert before - sys.getrefcount(value) < LOST
