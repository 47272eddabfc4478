"""Scans typed by a keyboard scanner, on real windows, by key events on the window's handle."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.burst import WedgeSettings
from ui.shell.wedge_filter import WedgeFilter

CODE = "4006381333931"


class Counter:
    """A window with an edit and a default button, and what the filter made of the keys."""

    def __init__(self, bot: QtBot, settings: WedgeSettings | None = None) -> None:
        self.bot = bot
        self.window = QWidget()
        self.edit = QLineEdit()
        self.button = QPushButton("Pay")
        self.button.setAutoDefault(True)
        self.presses: list[int] = []
        self.button.clicked.connect(lambda: self.presses.append(1))
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.edit)
        layout.addWidget(self.button)
        bot.addWidget(self.window)
        with bot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.scans: list[str] = []
        self.wedge = WedgeFilter(settings)
        self.wedge.scanned.connect(self.scans.append)
        self.wedge.watch(self.window.windowHandle())
        self._at = 1_000_000

    def key(self, sign: str, key: int = 0, gap: int = 8, window: QWindow | None = None) -> None:
        """One key, `gap` milliseconds after the last by the clock of the window system."""
        self._at += gap
        code = key or (ord(sign.upper()) if len(sign) == 1 and sign.isprintable() else 0)
        target = window or self.window.windowHandle()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, sign)
            event.setTimestamp(self._at)
            QApplication.sendEvent(target, event)

    def scan(self, code: str, end: bool = True, window: QWindow | None = None) -> None:  # noqa: FBT001, FBT002
        """What a scanner types."""
        self._at += 500
        for sign in code:
            self.key(sign, window=window)
        if end:
            self.key("\r", Qt.Key.Key_Return.value, window=window)

    def rest(self) -> None:
        """The fingers rest."""
        QTest.qWait(self.wedge._burst.settings.idle_ms + 40)


@pytest.fixture
def counter(qtbot: QtBot, qapp: QApplication) -> Counter:
    return Counter(qtbot)


def test_a_scan_with_the_focus_in_an_edit_leaves_the_edit_empty(counter: Counter) -> None:
    counter.edit.setFocus()
    counter.scan(CODE)
    counter.rest()
    assert counter.scans == [CODE]
    assert counter.edit.text() == ""


def test_a_scan_with_the_focus_on_a_button_does_not_press_it(counter: Counter) -> None:
    counter.button.setFocus()
    counter.scan(CODE)
    counter.scan("ABC " + CODE)  # a blank would press it
    counter.rest()
    assert counter.scans == [CODE, "ABC " + CODE]
    assert counter.presses == []


def test_twenty_scans_in_a_row_arrive_in_order(counter: Counter) -> None:
    codes = [f"40063813{n:05d}" for n in range(20)]
    counter.edit.setFocus()
    for code in codes:
        counter.scan(code)
    assert counter.scans == codes
    assert counter.edit.text() == ""


def test_a_scan_under_a_dialog_arrives_and_leaves_the_dialog_open(counter: Counter) -> None:
    dialog = QDialog(counter.window)
    inner = QLineEdit(dialog)
    ok = QPushButton("OK", dialog)
    ok.setDefault(True)
    ok.clicked.connect(dialog.accept)
    with counter.bot.waitExposed(dialog):
        dialog.open()
    counter.bot.waitUntil(lambda: QApplication.focusWindow() is dialog.windowHandle())
    inner.setFocus()
    counter.scan(CODE, window=dialog.windowHandle())
    counter.rest()
    assert counter.scans == [CODE]
    assert inner.text() == ""
    assert dialog.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_scan_over_an_open_menu_arrives_and_chooses_nothing(counter: Counter) -> None:
    menu = QMenu(counter.window)
    chosen: list[str] = []
    menu.addAction("4 pieces", lambda: chosen.append("4"))
    with counter.bot.waitExposed(menu):
        menu.popup(counter.window.mapToGlobal(counter.window.rect().center()))
    counter.scan(CODE)
    counter.rest()
    menu.close()
    assert counter.scans == [CODE]
    assert chosen == []


def test_a_slow_typist_is_not_swallowed(counter: Counter) -> None:
    counter.edit.setFocus()
    for sign in "12345678":
        counter.key(sign, gap=120)
        counter.rest()
    assert counter.edit.text() == "12345678"
    assert counter.scans == []


def test_quick_typing_of_a_few_digits_and_enter_goes_to_the_field_in_order(counter: Counter) -> None:
    entered: list[str] = []
    counter.edit.returnPressed.connect(lambda: entered.append(counter.edit.text()))
    counter.edit.setFocus()
    for sign in "1250":
        counter.key(sign, gap=20)
    counter.key("\r", Qt.Key.Key_Return.value, gap=20)
    assert entered == ["1250"]
    assert counter.scans == []


def test_typing_at_a_hundred_milliseconds_a_key_is_typing_even_when_the_program_was_busy(
    counter: Counter,
) -> None:
    counter.edit.setFocus()
    for sign in "ordinary words":  # delivered at once, but the window system knows when they were typed
        counter.key(sign, gap=100)
    counter.rest()
    assert counter.edit.text() == "ordinary words"
    assert counter.scans == []


def test_a_held_key_repeats_into_the_field_and_is_no_scan(counter: Counter) -> None:
    counter.edit.setFocus()
    counter.key("5")
    for _ in range(20):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_5.value, Qt.KeyboardModifier.NoModifier, "5", autorep=True
        )
        event.setTimestamp(counter._at)
        QApplication.sendEvent(counter.window.windowHandle(), event)
    counter.rest()
    assert counter.edit.text() == "5" * 21
    assert counter.scans == []


def test_a_scan_is_whole_although_the_program_was_busy_in_the_middle_of_it(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("ui.shell.wedge_filter.monotonic", lambda: now)
    for sign in CODE[:7]:
        counter.key(sign)
    now += 0.4  # as long as that nothing was looked at; the timer comes before the keys that wait
    counter.wedge._idle_over()
    for sign in CODE[7:]:
        counter.key(sign)
    counter.key("\r", Qt.Key.Key_Return.value)
    assert counter.scans == [CODE]
    assert counter.edit.text() == ""


def test_what_was_typed_while_the_program_was_busy_comes_all_the_same(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("ui.shell.wedge_filter.monotonic", lambda: now)
    counter.edit.setFocus()
    counter.key("4")
    for _ in range(2):
        now += 0.4
        counter.wedge._idle_over()
    assert counter.edit.text() == "4"


def test_a_scanner_without_enter_is_complete_when_it_rests(counter: Counter) -> None:
    counter.edit.setFocus()
    counter.scan(CODE, end=False)
    assert counter.scans == []
    counter.rest()
    assert counter.scans == [CODE]
    assert counter.edit.text() == ""


def test_tab_ends_a_scan_and_does_not_move_the_focus(counter: Counter) -> None:
    counter.edit.setFocus()
    for sign in CODE:
        counter.key(sign)
    counter.key("\t", Qt.Key.Key_Tab.value)
    assert counter.scans == [CODE]
    assert counter.edit.hasFocus()


def test_two_scans_without_enter_are_two(counter: Counter) -> None:
    counter.scan(CODE, end=False)
    counter.scan("12345678", end=False)
    counter.rest()
    assert counter.scans == [CODE, "12345678"]


def test_the_separator_of_gs1_reaches_the_program(counter: Counter) -> None:
    for sign in "0104006381333931":
        counter.key(sign)
    counter.key("\x1d", Qt.Key.Key_BracketRight.value)
    for sign in "10LOT7":
        counter.key(sign)
    counter.key("\r", Qt.Key.Key_Return.value)
    assert counter.scans == ["0104006381333931\x1d10LOT7"]


def test_function_keys_come_through_at_once_and_after_what_was_typed_before(counter: Counter) -> None:
    seen: list[str] = []
    counter.edit.textChanged.connect(seen.append)
    QShortcut(QKeySequence("F12"), counter.window, lambda: seen.append("F12"))
    counter.edit.setFocus()
    counter.key("7")
    QTest.keyClick(counter.window.windowHandle(), Qt.Key.Key_F12)
    assert "7" in seen
    assert counter.scans == []


def test_a_shortcut_on_a_plain_sign_does_not_tear_a_scan_apart(counter: Counter) -> None:
    fired: list[int] = []
    QShortcut(QKeySequence("*"), counter.window, lambda: fired.append(1))
    counter.edit.setFocus()
    # through the window system, which looks for shortcuts before any key is delivered
    for sign in "123*456789":
        QTest.keyClick(counter.window.windowHandle(), sign)
    QTest.keyClick(counter.window.windowHandle(), Qt.Key.Key_Return)
    assert counter.scans == ["123*456789"]
    assert fired == []


def test_a_scan_of_ten_thousand_signs_is_one_scan(counter: Counter) -> None:
    counter.edit.setFocus()
    counter.scan("7" * 10_000)
    assert [len(scan) for scan in counter.scans] == [10_000]
    assert counter.edit.text() == ""


def test_a_short_code_with_the_prefix_of_the_scanner_is_a_scan(qtbot: QtBot, qapp: QApplication) -> None:
    counter = Counter(qtbot, WedgeSettings(prefix="~"))
    counter.edit.setFocus()
    counter.scan("~42")
    assert counter.scans == ["42"]
    assert counter.edit.text() == ""


@pytest.mark.parametrize("touch", ["key", "click"])
def test_keys_and_clicks_tell_that_somebody_is_there(counter: Counter, touch: str) -> None:
    told: list[int] = []
    counter.wedge.touched.connect(lambda: told.append(1))
    acts: dict[str, Callable[[], object]] = {
        "key": lambda: counter.key("", Qt.Key.Key_F5.value),
        "click": lambda: QTest.mouseClick(counter.window.windowHandle(), Qt.MouseButton.LeftButton),
    }
    acts[touch]()
    assert told
