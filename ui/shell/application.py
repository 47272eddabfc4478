"""Opens the window, and only then the shop.

The first picture needs the QApplication, one painted page and nothing else: the database library,
the till's screens and the shop itself come on a worker thread while it is already on the screen.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui.shell.main_window import MainWindow
from ui.shell.start_page import StartPage
from ui.shell.startup import Prepare, WindowOptions
from ui.theme.apply import apply_theme, zoom_environment

DESKTOP_FILE = "org.takings.Takings"
DEFAULT_ZOOM = 100


def run_window(options: WindowOptions, prepare: Prepare) -> int:
    """Show the program until it is closed; returns the exit code.

    Args:
        options: what is known before anything is opened.
        prepare: opens the shop; called on a worker thread, again after "Try again".

    Returns:
        0 when it was closed, 3 when it was running already, 70 after a crash.
    """
    app = make_application(options)
    window = MainWindow("Takings")
    page = StartPage(_opening(options.language))
    window.show_page(page)
    window.restore(options.local, fullscreen=options.fullscreen)
    app.sync()  # the first picture is on the screen before anything else is loaded
    if not window.isVisible():
        return 0  # closed already
    from ui.shell.shell import Shell

    shell = Shell(app, window, page, options, prepare)
    code = shell.run()
    del shell
    return code


def make_application(options: WindowOptions) -> QApplication:
    """The QApplication with name, theme and zoom."""
    zoom = options.local.get("zoom", DEFAULT_ZOOM)
    for name, value in zoom_environment(zoom if isinstance(zoom, int) else DEFAULT_ZOOM).items():
        os.environ.setdefault(name, value)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Takings")
    app.setApplicationDisplayName("Takings")
    app.setDesktopFileName(DESKTOP_FILE)
    apply_theme(app, theme_name(options.local.get("theme", "light"), app))
    return app


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
