"""The tones of the till, through whatever player the machine has; silence when there is none.

QtMultimedia is not used: it is not in the Essentials and needs libpulse just to be imported.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from queue import Full, Queue
from threading import Thread
from typing import Final, Protocol

from resources import resource

GOOD: Final = "good"
ERROR: Final = "error"
DONE: Final = "done"
TONES: Final = (GOOD, ERROR, DONE)
_PLAYERS: Final = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
_LONGEST_S: Final = 3.0
_WAITING: Final = 2
_REMEMBERED: Final = 50

Play = Callable[[str], None]


class Sound(Protocol):
    """What screens need: play a tone and go on at once."""

    def play(self, tone: str) -> None:
        """Play GOOD, ERROR or DONE; never waits, never raises."""
        ...


class SilentSound:
    """For tests and for those who want quiet; remembers the last it was asked for."""

    def __init__(self) -> None:
        self.played: list[str] = []

    def play(self, tone: str) -> None:
        """Note it."""
        self.played.append(tone)
        del self.played[:-_REMEMBERED]  # a day has tens of thousands


class PlayerSound:
    """Plays in a thread of its own, so that neither a slow nor a hanging player holds a scan up."""

    def __init__(self, play_file: Play) -> None:
        self._play_file = play_file
        self._queue: Queue[str] = Queue(_WAITING)
        self._thread = Thread(target=self._run, name="sound", daemon=True)
        self._thread.start()

    def play(self, tone: str) -> None:
        """Play it next; when two are waiting already it is left out."""
        try:
            self._queue.put_nowait(tone)
        except Full:
            return

    def _run(self) -> None:
        while True:
            path = resource("sounds", f"{self._queue.get()}.wav")
            try:
                self._play_file(str(path))
            except (OSError, RuntimeError, subprocess.SubprocessError):
                continue  # a tone that cannot be played is no reason to stop selling


def make_sound() -> Sound:
    """The best that this machine has: winsound, a player, the bell of the window system."""
    if sys.platform == "win32":
        return PlayerSound(_winsound)
    for player in _PLAYERS:
        found = shutil.which(player[0])
        if found is not None:
            return PlayerSound(_command((found, *player[1:])))
    return BellSound()


class BellSound:
    """The bell of the window system, for errors only: it has one tone."""

    def play(self, tone: str) -> None:
        """Ring on ERROR."""
        if tone == ERROR:
            from PySide6.QtWidgets import QApplication

            QApplication.beep()


def _command(player: Sequence[str]) -> Play:
    def play(path: str) -> None:
        subprocess.run(  # noqa: S603 - a player found on PATH, a file of ours
            [*player, path],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_LONGEST_S,
            check=False,
        )

    return play


def _winsound(path: str) -> None:
    import winsound

    winsound.PlaySound(path, winsound.SND_FILENAME | winsound.SND_NODEFAULT)  # type: ignore[attr-defined]
