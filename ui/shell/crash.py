"""When the program breaks: a file that says where, a dialog that says the cart is safe, exit code 70.

The file holds versions and tracebacks, never the values of variables: no customer, no PIN and no card
stands in it. Texts of exceptions may quote data, so digits in a row and addresses are struck out.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import platform
import re
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from app.kernel.clock import system_clock

EXIT_CRASH: Final = 70
NO_DIALOG: Final = "TAKINGS_NO_CRASH_DIALOG"
_KEPT: Final = 30
_DIGITS: Final = re.compile(r"\d{4,}")
_ADDRESS: Final = re.compile(r"[^\s@'\"<>]+@[^\s@'\"<>]+")
_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING, QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}  # fmt: skip


def scrub(text: str) -> str:
    """Without card numbers, PINs, telephone numbers and e-mail addresses."""
    return _DIGITS.sub("####", _ADDRESS.sub("…@…", text))


class CrashReporter(QObject):
    """Takes every exception that nobody caught, from any thread.

    Signals:
        crashed(str): the path of the file; sent once, from the thread that broke.
    """

    crashed = Signal(str)

    def __init__(
        self, folder: Path, *, version: str = "", clock: Callable[[], datetime] = system_clock,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._folder = folder
        self._version = version
        self._clock = clock
        self._told = False
        self._native: IO[str] | None = None
        self._before = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Put the hooks in."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._uncaught
        threading.excepthook = self._in_thread
        qInstallMessageHandler(_from_qt)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._native = (self._folder / "fault.txt").open("w", encoding="utf-8")
            faulthandler.enable(self._native)
        except OSError:
            _log.warning("no fault file in the folder of logs")

    def uninstall(self) -> None:
        """Take the hooks out."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            self._native = None

    def report(self, error: BaseException) -> Path | None:
        """Write the crash file of an exception; None when it could not be written."""
        text = self._text(error)
        _log.error("crash: %s", type(error).__name__)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._free_path()
            path.write_text(text, encoding="utf-8")
            self._prune()
        except OSError:
            sys.stderr.write(text)
            return None
        return path

    def stop(self, error: BaseException) -> None:
        """Write the file and tell that the program has to end; once."""
        path = self.report(error)
        if not self._told:
            self._told = True
            self.crashed.emit(str(path or ""))

    def _free_path(self) -> Path:
        stem = f"crash-{self._clock():%Y%m%d-%H%M%S}"
        path, n = self._folder / f"{stem}.txt", 1
        while path.exists():
            n += 1
            path = self._folder / f"{stem}-{n}.txt"
        return path

    def _prune(self) -> None:
        for old in sorted(self._folder.glob("crash-*.txt"))[:-_KEPT]:
            old.unlink(missing_ok=True)

    def _text(self, error: BaseException) -> str:
        lines = traceback.format_exception(type(error), error, error.__traceback__)
        head = (
            f"Takings {self._version}\nat {self._clock():%Y-%m-%d %H:%M:%S %Z}\n"
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}\n"
            f"thread {threading.current_thread().name}\n\n"
        )
        return head + "".join(_scrubbed(line) for line in lines)

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self.stop(error)

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self.stop(args.exc_value)


def _scrubbed(line: str) -> str:
    """A line that names a place in the source stays; the exception's own words are scrubbed."""
    return line if line.lstrip().startswith("File ") else scrub(line)


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if "propagateSizeHints" in message:  # the offscreen platform says so at every window
        return
    _qt_log.log(_LEVELS.get(kind, logging.INFO), "%s (%s)", scrub(message), context.category or "default")


def may_ask() -> bool:
    """Whether a dialog may be shown; tests and kiosks set TAKINGS_NO_CRASH_DIALOG."""
    return not os.environ.get(NO_DIALOG)
