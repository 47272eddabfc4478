"""Opens the window, and only then the shop.

The first picture needs the QApplication, one painted page and nothing else: theme, typeface, the
database library, the till's screens and the shop itself come when it is already on the screen.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from ui.shell.main_window import MainWindow
from ui.shell.single_instance import EXIT_RUNNING, claim
from ui.shell.start_page import StartPage
from ui.shell.startup import Prepare, WindowOptions

DESKTOP_FILE = "org.takings.Takings"
DEFAULT_ZOOM = 100
_UNSEEN_MS = 1000


def run_window(options: WindowOptions, prepare: Prepare) -> int:
    """Show the program until it is closed; returns the exit code.

    Args:
        options: what is known before anything is opened.
        prepare: opens the shop; called on a worker thread, again after "Try again".

    Returns:
        0 when it was closed, 3 when it was running already, 70 after a crash.
    """
    if claim(options.data_dir) is None:
        from ui.shell.single_instance import AlreadyRunningError

        sys.stderr.write(f"{AlreadyRunningError()}\n")
        return EXIT_RUNNING
    app = make_application(options)
    window = MainWindow("Takings")
    page = StartPage(_opening(options.language), dark=theme_name(options.local.get("theme"), app) == "dark")
    app.setStyleSheet(page.ground)
    window.show_page(page)
    begun: list[Any] = []

    def begin() -> None:
        if not begun:
            from ui.shell.shell import Shell

            begun.append(Shell(app, window, page, options, prepare))
            begun[0].run()

    page.painted.connect(lambda: QTimer.singleShot(0, begin))
    QTimer.singleShot(_UNSEEN_MS, begin)  # a window that nobody sees is never painted
    window.restore(options.local, fullscreen=options.fullscreen)
    code = app.exec()
    begin()
    return int(begun[0].end(code))


def make_application(options: WindowOptions) -> QApplication:
    """The QApplication with name and zoom; the theme is put on when the first picture is there."""
    zoom = options.local.get("zoom", DEFAULT_ZOOM)
    if isinstance(zoom, int) and zoom != DEFAULT_ZOOM:
        from ui.theme.apply import zoom_environment

        for name, value in zoom_environment(zoom).items():
            os.environ.setdefault(name, value)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Takings")
    app.setApplicationDisplayName("Takings")
    app.setDesktopFileName(DESKTOP_FILE)
    return app


def put_on_theme(options: WindowOptions, app: QApplication) -> None:
    """Palette, sheet, typeface."""
    from ui.theme.apply import apply_theme

    apply_theme(app, theme_name(options.local.get("theme"), app))


def theme_name(wanted: object, app: QApplication) -> str:
    """The theme meant: "auto" is what the desktop says, where it says anything."""
    if wanted == "auto":
        from PySide6.QtCore import Qt

        return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
    return "dark" if wanted == "dark" else "light"


def _opening(language: str) -> str:
    """One sentence, before any translation is loaded."""
    code = (language or QLocale.system().name())[:2]
    return {"de": "Der Laden wird geöffnet …"}.get(code, "Opening the shop …")
