"""The banner over the dark head of the office."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.banner import Banner


def test_what_is_beside_its_round_corners_is_the_ground_it_lies_on(qtbot: QtBot) -> None:
    head = QWidget()
    head.setStyleSheet("background: #102030")
    qtbot.addWidget(head)
    banner = Banner(head)
    banner.setGeometry(10, 4, 400, 50)
    head.resize(420, 60)
    banner.show_message("ok", "Booked.")
    with qtbot.waitExposed(head):
        head.show()
    picture = head.grab().toImage()
    assert picture.pixelColor(10, 4) == QColor("#102030")
    assert picture.pixelColor(30, 30) != QColor("#102030")
