"""No lane destroys a widget."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.shell import garbage as garbage_module
from ui.shell.garbage import GuiGarbage, give_back


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[GuiGarbage]:
    made = GuiGarbage()
    yield made
    made.stop()


class Loop(QObject):
    """A widget that holds itself, as a closure does."""

    def __init__(self, gone: list[str]) -> None:
        super().__init__()
        self.me = self
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.current_thread().name)


def test_cycles_are_collected_on_the_gui_thread_although_a_lane_allocates(
    garbage: GuiGarbage, qtbot: QtBot
) -> None:
    gone: list[str] = []
    gc.enable()
    garbage.start()
    for _ in range(100):
        Loop(gone)
    lane = threading.Thread(target=lambda: [[[]] for _ in range(200_000)], name="a lane")
    lane.start()
    lane.join()
    qtbot.waitUntil(lambda: len(gone) == 100, timeout=10_000)
    assert set(gone) == {threading.main_thread().name}


def test_afterwards_everything_is_as_it_was(garbage: GuiGarbage) -> None:
    gc.enable()
    garbage.start()
    assert not gc.isenabled()
    garbage.stop()
    assert gc.isenabled()


def test_freed_memory_is_given_back_now_and_then(
    garbage: GuiGarbage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(garbage_module, "_trimmer", lambda: lambda pad: asked.append(pad) or 1)
    for _ in range(25):
        garbage.collect()
    assert asked == [0, 0]


def test_another_c_library_cannot_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage_module.ctypes, "CDLL", lambda _name: object())
    garbage_module._trimmer.cache_clear()
    try:
        give_back()  # says nothing, does nothing
        assert garbage_module._trimmer() is None
    finally:
        garbage_module._trimmer.cache_clear()
