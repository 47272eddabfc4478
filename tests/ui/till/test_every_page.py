"""What holds on every page and panel: names for screen readers, sizes for fingers, no stray window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from tests.ui.conftest import PINS, MakeTill, TillDriver
from tests.ui.devices import FakeTerminal
from ui.widgets.button import Button

PANELS = (
    "help", "discount", "customer", "price_check", "void_sale", "void_line", "note", "open_item", "recall",
    "reprint", "cash_movement", "open_drawer", "x_report", "more",
)  # fmt: skip
SIZES = ((1024, 768), (1366, 768), (1920, 1080))
FINGER = 48


class WindowWatch(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def walk(make_till: MakeTill, size: tuple[int, int]) -> Iterator[tuple[str, TillDriver]]:
    """Every page and panel of a till, one after the other, as a cashier comes across them."""
    till = make_till(size=size)
    yield "sign in", till
    till.sign_in()
    yield "open shift", till
    till.page.open_view.table.set_pieces({5000: 4})
    till.tap_text("Open shift")
    yield "empty cart", till
    till.scan_sku("COFFEE", "MILK", "WINE")
    yield "cart", till
    for name in PANELS:
        till.page.actions_.do(name)
        till.settle()
        assert till.panel is not None, name
        yield name, till
        till.page.view.close_panel()
    yield from _selling(till)
    yield from _closing(till)


def _selling(till: TillDriver) -> Iterator[tuple[str, TillDriver]]:
    till.page.view.cart.line_activated.emit(till.page.desk.state.selected)
    yield "line", till
    till.page.view.close_panel()
    till.key(Qt.Key.Key_F7)
    till.tap_text("Damaged")
    yield "approval", till
    till.page.view.close_panel()
    till.key(Qt.Key.Key_F12)
    yield "age", till
    till.tap_text("Old enough")
    yield "pay", till
    till.type("10")
    till.tap_text("Card")
    yield "card by hand", till
    till.tap_text("Approved")
    yield "split", till
    terminal = till.devices.terminal = FakeTerminal()
    terminal.hold.clear()
    till.type("1")
    till.tap_text("Card")
    till.bot.waitUntil(lambda: bool(terminal.asked))
    yield "card on a wire", till
    terminal.hold.set()
    till.bot.waitUntil(lambda: till.panel is None)
    till.key(Qt.Key.Key_Return)
    yield "change", till
    till.key(Qt.Key.Key_Return)
    till.scan(till.page.desk.state.last_number)
    yield "receipt", till
    till.page.view.close_panel()
    till.page.lock()
    till.settle()
    yield "locked", till
    till.tap_text("manager")
    till.type(PINS["manager"])
    till.key(Qt.Key.Key_Return)
    till.scan("4000000099994")
    yield "unknown code", till
    till.page.view.close_panel()


def _closing(till: TillDriver) -> Iterator[tuple[str, TillDriver]]:
    till.page.actions_.do("close_shift")
    yield "count", till
    till.page.close_view._count.table.set_pieces({10_000: 2})
    till.tap_text("Hand in the count")
    yield "result", till
    till.page.close_view._why.setText("all of it")
    till.tap_text("Close shift and print the Z report")
    yield "z report", till


def _controls(till: TillDriver) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractScrollArea)
    return [
        w for w in till.page.findChildren(QWidget)
        if isinstance(w, kinds) and w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]  # fmt: skip


def _spoken(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def test_every_control_has_a_name_and_no_window_flashes(make_till: MakeTill, qapp: QApplication) -> None:
    watch = WindowWatch()
    nameless: list[str] = []
    seen: list[str] = []
    for name, till in walk(make_till, (1366, 768)):
        if not seen:
            qapp.installEventFilter(watch)
        seen.append(name)
        nameless += [f"{name}: {type(w).__name__}" for w in _controls(till) if not _spoken(w)]
        assert till.page.isActiveWindow(), name
        assert till.page.isAncestorOf(till.focus()), f"{name}: the keyboard is nowhere"
        assert till.errors == [], name
    qapp.removeEventFilter(watch)
    assert nameless == []
    assert watch.shown == []
    assert seen[-1] == "z report"


@pytest.mark.parametrize("size", SIZES)
def test_every_button_is_large_enough_and_inside_the_window(
    make_till: MakeTill, size: tuple[int, int]
) -> None:
    small: list[str] = []
    for name, till in walk(make_till, size):
        assert (till.page.width(), till.page.height()) == size, f"{name} does not fit"
        for button in till.page.findChildren(Button):
            if not button.isVisible() or button.visibleRegion().isEmpty():
                continue
            spoken = button.text() or button.accessibleName()
            if button.height() < FINGER or button.width() < FINGER:
                small.append(f"{name}: {spoken} {button.width()}x{button.height()}")
            corner = button.mapTo(till.page, button.rect().bottomRight())
            if corner.y() > size[1] or corner.x() > size[0]:
                small.append(f"{name}: {spoken} is outside at {corner}")
    assert small == []


@pytest.mark.parametrize("size", SIZES)
def test_no_button_cuts_its_text(make_till: MakeTill, size: tuple[int, int]) -> None:
    cut = set()
    for name, till in walk(make_till, size):
        for button in till.page.findChildren(Button):
            if (
                button.isVisible()
                and button.text()
                and button.width() < button.minimumSizeHint().width() - 12
            ):
                cut.add(f"{name}: {button.text()}")
    assert cut == set()


def test_sales_leave_no_widget_behind(till: TillDriver, qapp: QApplication) -> None:
    def sell() -> None:
        till.scan_sku("COFFEE", "MILK")
        till.key(Qt.Key.Key_Delete)
        till.tap_text("Damaged")
        till.key(Qt.Key.Key_F3)
        till.type("25")
        till.key(Qt.Key.Key_Return)
        till.key(Qt.Key.Key_Escape)
        till.key(Qt.Key.Key_F12)
        till.type("5")
        till.tap_text("Card")
        till.tap_text("Approved")
        till.key(Qt.Key.Key_Return)
        assert till.page.view.page() == "change"
        till.key(Qt.Key.Key_Return)

    for _ in range(2):
        sell()
    before = len(qapp.allWidgets())
    for _ in range(5):
        sell()
    assert len(qapp.allWidgets()) == before
