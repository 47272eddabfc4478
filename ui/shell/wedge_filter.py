"""Catches what a scanner types, whatever has the focus: an edit, a button, a popup, a dialog.

Keys are looked at before any widget sees them. A key that may begin a scan is held for some
hundredths of a second: followed quickly enough by others it becomes a scan and no widget ever sees
it (nor its Enter, which would press a default button); else it is handed on as it was typed.
"""

from __future__ import annotations

from time import monotonic
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from ui.shell.burst import Burst, WedgeSettings

_ENDS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_MODIFIERS: Final = frozenset({
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock,
})  # fmt: skip
_KEYS: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_LATE: Final = 1.5  # times what was asked for: the timer was held up, and so were the keys
_TOUCHES: Final = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel})


class WedgeFilter(QObject):
    """Watches the window that has the keyboard.

    Signals:
        scanned(str): what the scanner sent, without Enter.
        touched(): any key, tap or click, for whoever counts idle minutes.
    """

    scanned = Signal(str)
    touched = Signal()

    def __init__(self, settings: WedgeSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._burst = Burst(settings or WedgeSettings())
        self._held: list[QKeyEvent] = []
        self._down: set[int] = set()
        self._replaying = False
        self._stopped = False
        self._waiting_since = 0.0
        self._was_late = False
        self._window: QWindow | None = None
        self._focus: QObject | None = None
        self._idle = QTimer(self, singleShot=True)
        self._idle.setTimerType(Qt.TimerType.PreciseTimer)
        self._idle.timeout.connect(self._idle_over)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch)
            app.focusObjectChanged.connect(self._watch_focus)
            self.watch(QGuiApplication.focusWindow())
            self._watch_focus(QGuiApplication.focusObject())

    def set_settings(self, settings: WedgeSettings) -> None:
        """Another scanner."""
        self._flush()
        self._burst = Burst(settings)

    def stop(self) -> None:
        """Let every key go from now on."""
        self._stopped = True
        self._idle.stop()

    def watch(self, window: QWindow | None) -> None:
        """See the keys of this window first; done by itself for the one that has the keyboard."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _watch_focus(self, target: QObject | None) -> None:
        """Shortcuts are looked for at the object with the focus, before the key reaches its window."""
        if target is None or isinstance(target, QWindow):
            return
        target.removeEventFilter(self)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold, swallow or let go."""
        kind = event.type()
        if self._stopped:
            return False
        if kind in _TOUCHES and isinstance(watched, QWindow):
            self.touched.emit()
        if kind not in _KEYS or self._replaying or not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.ShortcutOverride:
            return self._keep_from_shortcuts(event)
        if not isinstance(watched, QWindow):
            return False
        if kind == QEvent.Type.KeyRelease:
            return self._release(event)
        self.touched.emit()
        self._window = watched
        return self._press(event)

    def _keep_from_shortcuts(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        part = self._burst.fits(event.text()) or key in _ENDS
        if part and not event.isAutoRepeat() and self._burst.follows(_time_of(event)):
            event.accept()
            return True
        if not part and key not in _MODIFIERS:
            self._finish()  # a shortcut never comes to the window: what was typed before it goes first
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key, at = Qt.Key(event.key()), _time_of(event)
        if key in _MODIFIERS:
            return False
        if event.isAutoRepeat():
            self._flush()
            return False
        if key in _ENDS:
            return self._end(event, at)
        if not self._burst.fits(event.text()) or _is_chord(event):
            self._flush()
            return False
        if len(self._burst) and not self._burst.follows(at):
            self._finish()
        self._burst.add(event.text(), at)
        self._held.append(event.clone())
        self._down.add(event.key())
        self._was_late = False
        self._wait()
        return True

    def _wait(self) -> None:
        self._waiting_since = monotonic()
        self._idle.start(self._burst.settings.idle_ms)

    def _end(self, event: QKeyEvent, at: int) -> bool:
        code = self._burst.code() if self._burst.follows(at) else None
        if code is None:
            self._finish()
            return False
        self._down.add(event.key())
        self._deliver(code)
        return True

    def _release(self, event: QKeyEvent) -> bool:
        if event.key() not in self._down or event.isAutoRepeat():
            return False
        self._down.discard(event.key())
        return True

    def _idle_over(self) -> None:
        """It rests; or the program was busy, and keys that came in time are still waiting to be seen."""
        waited_ms = (monotonic() - self._waiting_since) * 1000
        if waited_ms > _LATE * self._burst.settings.idle_ms and not self._was_late:
            self._was_late = True
            self._wait()
            return
        self._finish()

    def _finish(self) -> None:
        """The keys so far are complete: a scan without Enter, or typing."""
        code = self._burst.code()
        if code is None:
            self._flush()
        else:
            self._deliver(code)

    def _deliver(self, code: str) -> None:
        self._idle.stop()
        self._burst.clear()
        self._held.clear()
        self.scanned.emit(code)

    def _flush(self) -> None:
        """It was typing: hand the held keys on, in order, to whatever has the focus now."""
        self._idle.stop()
        self._burst.clear()
        held, self._held = self._held, []
        focused: QWindow | None = QGuiApplication.focusWindow()
        window = self._window if focused is None else focused
        if not held or window is None:
            return
        self._replaying = True
        try:
            for press in held:
                QCoreApplication.sendEvent(window, press)
                QCoreApplication.sendEvent(window, _release_of(press))
        finally:
            self._replaying = False


def _release_of(press: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(
        QEvent.Type.KeyRelease, press.key(), press.modifiers(), press.nativeScanCode(),
        press.nativeVirtualKey(), press.nativeModifiers(), press.text(),
    )  # fmt: skip


def _is_chord(event: QKeyEvent) -> bool:
    """Ctrl or Alt with a letter is a command; AltGr types signs, and Ctrl+] is the separator of GS1."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return bool(held) and event.text().isprintable() and not _is_alt_gr(event)


def _is_alt_gr(event: QKeyEvent) -> bool:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.modifiers() & both == both


def _time_of(event: QKeyEvent) -> int:
    """When the key was pressed, by the window system: a busy program gets many at once."""
    return int(event.timestamp()) or int(monotonic() * 1000)
