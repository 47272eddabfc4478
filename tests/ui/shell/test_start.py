"""From the first picture to the till, and what happens when the shop cannot be opened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.kernel.events import EventBus
from app.kernel.refusal import Refusal
from app.runtime.lanes import Lanes
from drivers.registry import StationDevices
from tests.factories.shop import Shop
from tests.ui.conftest import LANES, PEPPER, PINS
from ui.shell.application import theme_name
from ui.shell.main_window import MainWindow
from ui.shell.shell import Shell
from ui.shell.single_instance import claim
from ui.shell.start_page import RefusalPage, StartPage
from ui.shell.startup import Startup, WindowOptions

ROOT = Path(__file__).resolve().parents[3]


class LockedError(Refusal):
    """Of the tests."""

    message = "The database is locked by another program. Close it and try again."


@pytest.fixture
def prepare(ui_shop: Shop, bus: EventBus) -> Callable[[], Startup]:
    def work() -> Startup:
        lanes = Lanes(LANES)
        devices = StationDevices()

        def close() -> None:
            lanes.shutdown()
            devices.close()

        return Startup(
            runtime=ui_shop.runtime, lanes=lanes, bus=bus, devices=devices, context=ui_shop.context(),
            pepper=PEPPER, start_printing=list, close=close,
        )  # fmt: skip

    return work


Start = Callable[..., Shell]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    made: list[Shell] = []

    def begin(prepare: Callable[[], Startup], **local: Any) -> Shell:
        options = WindowOptions(tmp_path, "en", local=local, log_dir=tmp_path / "logs")
        window, page = MainWindow("Takings"), StartPage("Opening …")
        window.show_page(page)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.restore(local, fullscreen=False)
        shell = Shell(qapp, window, page, options, prepare)
        made.append(shell)
        return shell

    yield begin
    for shell in made:
        shell.finish()


def test_the_till_is_in_front_when_the_shop_is_open(
    start: Start, prepare: Callable[[], Startup], qtbot: QtBot
) -> None:
    shell = start(prepare)
    with qtbot.waitSignal(shell.ready, timeout=20_000):
        shell.open_shop()
    assert shell.window.page() is shell.till
    assert "Corner Shop" in shell.window.windowTitle()


def test_after_the_end_nothing_waits_for_the_cashier_to_go_idle(
    start: Start, prepare: Callable[[], Startup], qtbot: QtBot
) -> None:
    shell = start(prepare)
    with qtbot.waitSignal(shell.ready, timeout=20_000):
        shell.open_shop()
    went: list[bool] = []
    shell.idle.idle.connect(lambda: went.append(True))
    shell.idle._timer.setInterval(1)
    shell.finish()
    QTest.qWait(20)
    assert went == []


def test_the_shop_is_opened_on_a_thread_of_its_own(
    start: Start, prepare: Callable[[], Startup], qtbot: QtBot
) -> None:
    threads: list[str] = []

    def watched() -> Startup:
        threads.append(threading.current_thread().name)
        return prepare()

    shell = start(watched)
    with qtbot.waitSignal(shell.ready, timeout=20_000):
        shell.open_shop()
    assert threads == ["start"]


def test_a_refusal_is_one_sentence_and_can_be_tried_again(
    start: Start, prepare: Callable[[], Startup], qtbot: QtBot
) -> None:
    tries: list[int] = []

    def second_time() -> Startup:
        tries.append(1)
        if len(tries) == 1:
            raise LockedError
        return prepare()

    shell = start(second_time)
    with qtbot.waitSignal(shell.refused, timeout=20_000) as refused:
        shell.open_shop()
    page = shell.window.page()
    assert isinstance(page, RefusalPage)
    assert refused.args == [LockedError.message]
    assert page.sentence.text() == LockedError.message
    with qtbot.waitSignal(shell.ready, timeout=20_000):
        QTest.keyClick(page.retry, Qt.Key.Key_Space)
    assert shell.window.page() is shell.till


def test_a_bug_while_opening_leaves_a_crash_file_and_a_window_that_says_so(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    def broken() -> Startup:
        raise ZeroDivisionError

    shell = start(broken)
    with qtbot.waitSignal(shell.refused, timeout=20_000):
        shell.open_shop()
    assert isinstance(shell.window.page(), RefusalPage)
    assert list((tmp_path / "logs").glob("crash-*.txt"))


def test_quit_on_the_refusal_closes_the_window(start: Start, qtbot: QtBot) -> None:
    def broken() -> Startup:
        raise LockedError

    shell = start(broken)
    with qtbot.waitSignal(shell.refused, timeout=20_000):
        shell.open_shop()
    page = shell.window.page()
    assert isinstance(page, RefusalPage)
    with qtbot.waitSignal(shell.window.closing):
        QTest.keyClick(page.stop, Qt.Key.Key_Space)


def test_closing_asks_nothing_keeps_the_cart_and_lets_go_of_everything(
    start: Start, prepare: Callable[[], Startup], qtbot: QtBot, ui_shop: Shop
) -> None:
    ui_shop.open_shift()
    shell = start(prepare)
    with qtbot.waitSignal(shell.ready, timeout=20_000):
        shell.open_shop()
    till = shell.till
    assert till is not None
    till.parts.sign_in.user_chosen(ui_shop.users["cashier"])
    for digit in PINS["cashier"]:
        QTest.keyClick(QApplication.focusWidget() or till, digit)
    QTest.keyClick(QApplication.focusWidget() or till, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: till.page() == "till", timeout=20_000)
    barcode = ui_shop.items["MILK"].barcode
    assert barcode is not None
    shell.scanned(barcode)
    qtbot.waitUntil(lambda: len(till.desk.state.cart.lines) == 1, timeout=20_000)
    closed: list[int] = []
    assert shell.startup is not None
    shell.window.closing.connect(lambda: closed.append(1))
    shell.window.close()
    shell.finish()
    assert closed == [1]
    assert shell.startup is None
    from app.till.operations.carts import recover_carts

    found = ui_shop.runtime.run(recover_carts, actor=ui_shop.actor(), till_id=ui_shop.tills["T01"])
    assert [line.item.sku for line in found[0].cart.lines] == ["MILK"]


def test_the_window_comes_back_where_it_was(
    start: Start, prepare: Callable[[], Startup], qtbot: QtBot
) -> None:
    shell = start(prepare)
    shell.window.resize(900, 640)
    shell.close()
    again = MainWindow("again")
    qtbot.addWidget(again)
    again.restore(shell.options.local, fullscreen=False)
    assert (again.width(), again.height()) == (900, 640)


@pytest.mark.parametrize("fullscreen", [True, False])
def test_without_a_window_manager_the_window_is_as_large_as_the_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, fullscreen: bool
) -> None:
    window = MainWindow("bare")
    qtbot.addWidget(window)
    for wish in ("showFullScreen", "showMaximized"):
        monkeypatch.setattr(window, wish, window.show)  # nobody is there to grant it
    window.restore({}, fullscreen=fullscreen)
    assert window.size() == window.screen().size().expandedTo(window.minimumSize())


def test_a_manager_comes_to_the_office_and_esc_leads_back(
    start: Start, prepare: Callable[[], Startup], qtbot: QtBot, ui_shop: Shop
) -> None:
    shell = start(prepare)
    with qtbot.waitSignal(shell.ready, timeout=20_000):
        shell.open_shop()
    assert shell.services is not None
    shell.services.gateway.actor = ui_shop.actor("manager")
    shell.open_office()
    office = shell.office
    assert office is not None
    qtbot.waitUntil(lambda: shell.window.page() is office)
    QTest.keyClick(office, Qt.Key.Key_Escape)
    assert shell.window.page() is shell.till
    # the keyboard is where it was before: Esc leads on from there, nobody has to tap first
    focus = QApplication.focusWidget()
    assert shell.till is not None
    assert focus is not None
    assert focus is not shell.till
    assert shell.till.isAncestorOf(focus)


def test_after_idle_time_the_office_is_closed_and_the_till_locked(
    start: Start, prepare: Callable[[], Startup], qtbot: QtBot, ui_shop: Shop
) -> None:
    shell = start(prepare)
    with qtbot.waitSignal(shell.ready, timeout=20_000):
        shell.open_shop()
    assert shell.services is not None
    shell.services.gateway.actor = ui_shop.actor("manager")
    shell.open_office()
    qtbot.waitUntil(lambda: shell.window.page() is shell.office)
    shell.idle.idle.emit()
    assert shell.door is not None
    assert shell.door.is_in_front
    qtbot.waitUntil(lambda: shell.services is not None and shell.services.gateway.actor is None)
    QTest.keyClick(shell.door.page, Qt.Key.Key_Escape)
    assert shell.window.page() is shell.till


@pytest.mark.parametrize(
    ("wanted", "name"), [("light", "light"), ("dark", "dark"), (None, "light"), (7, "light")]
)
def test_a_theme_that_is_none_is_light(qapp: QApplication, wanted: object, name: str) -> None:
    assert theme_name(wanted, qapp) == name


def python(code: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a piece of program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False,
        timeout=60, env={**os.environ, "TAKINGS_NO_CRASH_DIALOG": "1", **environment},
    )  # fmt: skip


def test_the_first_picture_needs_neither_database_nor_screens(tmp_path: Path) -> None:
    code = (
        "import json, sys\n"
        "import ui.shell.application\n"
        "print(json.dumps([m for m in sys.modules if m.split('.')[0] in "
        "('sqlalchemy', 'babel', 'reportlab', 'PIL', 'escpos')] + [m for m in sys.modules if m.startswith("
        "('ui.till', 'ui.office', 'ui.widgets', 'ui.runtime', 'ui.theme.apply', 'ui.shell.shell'))]))"
    )
    assert json.loads(python(code, tmp_path).stdout) == []


WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.kernel.refusal import Refusal
from ui.shell.application import run_window
from ui.shell.shell import Shell
from ui.shell.startup import WindowOptions

def act(sentence):
    {act}

class Watched(Shell):
    def run(self):
        self.refused.connect(act)
        super().run()

import ui.shell.shell
ui.shell.shell.Shell = Watched

def prepare():
    raise Refusal

sys.exit(run_window(WindowOptions(Path(sys.argv[1]), "en"), prepare))
"""


@pytest.mark.parametrize(
    ("act", "code"),
    [("[w.close() for w in QApplication.topLevelWidgets()]", 0), ("raise ZeroDivisionError", 70)],
)
def test_the_program_ends_with_the_code_of_how_it_ended(tmp_path: Path, act: str, code: int) -> None:
    found = python(WINDOW.replace("{act}", act), tmp_path)
    assert found.returncode == code, found.stderr
    assert bool(list((tmp_path / "logs").glob("crash-*.txt"))) is (code == 70)


def test_a_second_start_says_so_and_ends_with_three(tmp_path: Path, qapp: QApplication) -> None:
    first = claim(tmp_path)
    assert first is not None
    found = python(WINDOW.replace("{act}", "pass"), tmp_path)
    first.release()
    assert found.returncode == 3
    assert "running already" in found.stderr


def test_the_office_is_at_hand_before_a_shift_is_opened(
    start: Start, prepare: Callable[[], Startup], qtbot: QtBot, ui_shop: Shop
) -> None:
    shell = start(prepare)
    with qtbot.waitSignal(shell.ready, timeout=20_000):
        shell.open_shop()
    till = shell.till
    assert till is not None
    QTest.keyClick(shell.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.page() is till  # nobody is signed in
    till.parts.sign_in.user_chosen(ui_shop.users["manager"])
    for digit in PINS["manager"]:
        QTest.keyClick(QApplication.focusWidget() or till, digit)
    QTest.keyClick(QApplication.focusWidget() or till, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: till.page() == "open_shift", timeout=20_000)
    QTest.keyClick(shell.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shell.window.page() is shell.office)


def test_a_crash_ends_the_program_with_seventy(
    start: Start, prepare: Callable[[], Startup], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAKINGS_NO_CRASH_DIALOG", "1")
    shell = start(prepare)
    shell.crashes.stop(ZeroDivisionError())
    assert isinstance(shell, QObject)
    assert shell._code == 70
    assert not shell.window.isVisible()


def test_the_customers_window_opens_where_it_is_wished_and_goes_with_the_setting(
    start: Start, prepare: Callable[[], Startup], qtbot: QtBot
) -> None:
    shell = start(prepare, customer_screen={"on": True, "words": "Hello"})
    with qtbot.waitSignal(shell.ready, timeout=20_000):
        shell.open_shop()
    assert shell.customer is not None
    assert shell.customer.window is not None
    assert shell.customer.window.isVisible()
    assert shell.customer.window.canvas.shown().words == "Hello"
    shell.options.local["customer_screen"] = {"on": False}
    shell.apply_local()
    assert shell.customer.window is None
    plain = start(prepare)
    assert plain.customer is None
