"""Pictures of the real screens, drawn off screen: a manager opens, sells, pays, looks at the office.

Drawn in a process of its own, so that a caller without a display, or without Qt, is not touched.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cli.output import Output

if TYPE_CHECKING:
    from ui.shell.shell import Shell

SIZE: Final = (1366, 768)
_LIMIT_S: Final = 120
_LOOK_MS: Final = 60
_QUIET_LOOKS: Final = 3  # so often nothing was waiting: what was asked for is on the screen
_MOST_LOOKS: Final = 80
_SCANS: Final = ("2001", "2001", "1001", "6020", "5001", "8001")  # SKUs of the demo's goods
_SECTIONS: Final = (
    "dashboard", "products", "customers", "sales", "shifts", "journal", "settings",
)  # fmt: skip


def take_pictures(data_dir: Path, folder: Path, output: Output) -> list[str]:
    """One PNG a screen; returns their names. What goes wrong is said, and spoils nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    code = "import sys; from cli.screenshots import draw; sys.exit(draw(sys.argv[1], sys.argv[2]))"
    root = str(Path(__file__).resolve().parent.parent)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": root}
    try:
        done = subprocess.run(  # noqa: S603 - this very program
            [sys.executable, "-c", code, str(data_dir), str(folder)], env=environment, check=False,
            capture_output=True, text=True, timeout=_LIMIT_S, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        why = done.stderr.strip().splitlines()[-1:] if done.returncode else []
    except subprocess.TimeoutExpired:
        why = ["it took too long"]
    if why:
        output.say(f"Not every screen could be drawn: {why[0]}")
    return sorted(path.name for path in folder.glob("*.png"))


def draw(data_dir: str, folder: str) -> int:
    """The process of its own; returns the exit code of the window."""
    from cli.compose import preparer
    from cli.folders import find_folders
    from cli.opening import find_place
    from ui.shell.application import make_application
    from ui.shell.main_window import MainWindow
    from ui.shell.shell import Shell
    from ui.shell.start_page import StartPage
    from ui.shell.startup import WindowOptions

    folders = find_folders(Path(data_dir))
    options = WindowOptions(data_dir=folders.data, language="", local={"sound": "off"})
    app = make_application(options)
    window = MainWindow("Takings")
    page = StartPage("...")
    window.show_page(page)
    window.resize(*SIZE)
    window.show()
    place = find_place(folders, url=None, training=False, local={})
    shell = Shell(app, window, page, options, preparer(place, till="T01", local={}))
    tour = Tour(shell, Path(folder))
    shell.ready.connect(tour.begin)
    shell.refused.connect(tour.refused)
    shell.run()
    return shell.end(app.exec()) or tour.code


class Tour:
    """Goes from screen to screen and takes a picture of each."""

    def __init__(self, shell: Shell, folder: Path) -> None:
        self.code = 0
        self._shell = shell
        self._folder = folder
        self._number = 0
        self._looks = self._quiet = 0
        self._steps = iter(self._plan())

    def begin(self) -> None:
        """Start once the till is ready."""
        self._later()

    def refused(self, sentence: str) -> None:
        """The shop could not be opened."""
        print(sentence, file=sys.stderr)
        self._end(1)

    def _end(self, code: int) -> None:
        self.code = code
        self._shell.window.close()

    def _later(self) -> None:
        """Go on when nothing is being asked any more."""
        self._looks = self._quiet = 0
        self._look_again()

    def _look_again(self) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(_LOOK_MS, self._look)

    def _look(self) -> None:
        from cli.compose import LANES

        startup = self._shell.startup
        busy = startup is not None and any(startup.lanes.waiting(lane) for lane in LANES)
        self._looks += 1
        self._quiet = 0 if busy else self._quiet + 1
        if self._quiet >= _QUIET_LOOKS or self._looks >= _MOST_LOOKS:
            self._next()
        else:
            self._look_again()

    def _next(self) -> None:
        try:
            step = next(self._steps, None)
            if step is not None:
                step()
        except Exception as error:  # noqa: BLE001 - the pictures taken so far are kept
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            self._end(1)
            return
        if step is None:
            self._end(0)
        else:
            self._later()

    def _plan(self) -> list[Callable[[], None]]:
        """Do something, then take a picture when it has settled."""
        steps: list[Callable[[], None]] = [
            self._picture("sign-in"),
            self._sign_in,
            self._picture("open-shift"),
        ]
        steps += [self._open_shift, self._picture("till"), *(self._scan(sku) for sku in _SCANS)]
        steps += [
            self._picture("sale"),
            self._theme("dark"),
            self._picture("sale-dark"),
            self._theme("light"),
        ]
        for action in ("discount", "customer", "help"):
            steps += [self._do(action), self._picture(action), self._escape]
        steps += [self._do("pay"), self._picture("pay"), self._enter, self._picture("change"), self._enter]
        steps += [self._do("close_shift"), self._picture("close-shift"), self._escape, self._office]
        for name in _SECTIONS:
            steps += [self._section(name), self._picture(f"office-{name}")]
        return steps

    # one thing each

    def _picture(self, name: str) -> Callable[[], None]:
        def take() -> None:
            self._number += 1
            self._shell.window.grab().save(str(self._folder / f"{self._number:02d}-{name}.png"))

        return take

    def _ask(self, query: Callable[..., Any], **arguments: Any) -> Any:
        startup = self._shell.startup
        if startup is None:
            msg = "the shop is not open"
            raise RuntimeError(msg)
        return startup.runtime.ask(query, **arguments)

    def _till(self) -> Any:
        return self._shell.till

    def _sign_in(self) -> None:
        from app.access.queries import list_users
        from app.demo.data import load_shop

        pins = {user["name"]: user["pin"] for user in load_shop()["users"]}
        manager = next(u for u in self._ask(list_users) if u.role_code == "manager")
        self._till().sign_in_view.pin_entered.emit(manager.id, pins[manager.name])

    def _open_shift(self) -> None:
        if self._till().page() == "open_shift":
            self._till().open_view.opened.emit(15_000, {5_000: 1, 2_000: 2, 1_000: 4, 200: 10})

    def _scan(self, sku: str) -> Callable[[], None]:
        from app.demo.data import own_code

        return lambda: self._shell.scanned(own_code(int(sku))[1:])

    def _do(self, action: str) -> Callable[[], None]:
        return lambda: self._till().actions_.do(action)

    def _theme(self, name: str) -> Callable[[], None]:
        return lambda: self._shell.use_theme(name)

    def _key(self, key: Any) -> None:
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        QTest.keyClick(QApplication.focusWidget() or self._shell.window, key)

    def _escape(self) -> None:
        from PySide6.QtCore import Qt

        self._key(Qt.Key.Key_Escape)

    def _enter(self) -> None:
        from PySide6.QtCore import Qt

        self._key(Qt.Key.Key_Return)

    def _office(self) -> None:
        self._shell.open_office()

    def _section(self, name: str) -> Callable[[], None]:
        def go() -> None:
            if self._shell.office is not None:
                self._shell.office.go(name)

        return go
