"""Pages that lie over each other: hidden ones cost nothing, and a window that is blocked is noticed."""

from __future__ import annotations

import time

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.stretches import Stretches
from ui.widgets.pages import Pages


class Asked(QWidget):
    """A page that counts how often it is asked for its size."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0
        self.words = QLabel("short")
        QVBoxLayout(self).addWidget(self.words)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        self.times += 1
        return super().minimumSizeHint()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        self.times += 1
        return super().sizeHint()


def test_a_hidden_page_is_not_asked_for_its_size(qtbot: QtBot) -> None:
    window = QWidget()
    pages = Pages()
    QVBoxLayout(window).addWidget(pages)
    shown, hidden = Asked(), Asked()
    pages.addWidget(shown)
    pages.addWidget(hidden)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    shown.times = hidden.times = 0
    shown.words.setText("a longer text that needs more room")
    qtbot.waitUntil(lambda: shown.times > 0)
    assert hidden.times == 0
    pages.setCurrentWidget(hidden)
    qtbot.waitUntil(lambda: hidden.times > 0)


def test_a_round_of_the_loop_that_takes_long_is_noticed(qtbot: QtBot) -> None:
    watch = Stretches()

    def work() -> None:
        until = time.thread_time() + 0.06
        while time.thread_time() < until:
            pass

    QTimer.singleShot(0, work)
    qtbot.wait(20)
    assert watch.longest_ms >= 60
    watch.reset()
    qtbot.wait(20)
    assert watch.longest_ms < 60
    with watch.one():
        work()
    assert watch.longest_ms >= 60
    watch.stop()
