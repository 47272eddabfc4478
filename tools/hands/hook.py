"""Runs main.py and tells, over a local socket, what is on its screen. It looks; it never presses anything.

    python tools/hands/hook.py SOCKET DAYS [arguments of main.py]

The program's clock is DAYS days ahead: what comes in three weeks need not be waited for.

Loaded by the tools that play a person at the real window, never by the program. A question is one line of
JSON, its answer another: {"do": "look"}, {"do": "find", "text": ...}, {"do": "row", "text": ...},
{"do": "texts"}, {"do": "faults"}.
"""

from __future__ import annotations

import json
import queue
import socket
import sys
import threading
import traceback
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QObject, Qt, Signal  # noqa: E402

from app.kernel import clock  # noqa: E402
from tools.hands import seeing  # noqa: E402

_LANES = ("db", "reports", "printer")


class Ears(QObject):
    """Takes questions over from the thread of the socket to the thread of the window."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lanes: list[Any] = []
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def _answer(self, question: tuple[dict[str, Any], queue.Queue[dict[str, Any]]]) -> None:
        words, answers = question
        try:
            answers.put(self._work(words))
        except Exception:  # noqa: BLE001 - the one who asks is to read it
            answers.put({"error": traceback.format_exc()})

    def _work(self, words: dict[str, Any]) -> dict[str, Any]:
        if words["do"] == "look":
            busy = any(lanes.waiting(lane) for lanes in self.lanes for lane in _LANES)
            return {"busy": busy, **seeing.look()}
        return {"found": getattr(seeing, words.pop("do"))(**words)}

    def remember_lanes(self) -> None:
        """Every set of lanes that is made is known here."""
        from app.runtime.lanes import Lanes

        made, known = Lanes.__init__, self.lanes

        def init(lanes: Any, *args: Any, **more: Any) -> None:
            made(lanes, *args, **more)
            known.append(lanes)

        Lanes.__init__ = init  # type: ignore[method-assign]


def _serve(path: str, ears: Ears) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.bind(path)
        door.listen(1)
        while True:
            caller, _address = door.accept()
            with caller, caller.makefile("rw", encoding="utf-8") as line:
                for words in line:
                    answers: queue.Queue[dict[str, Any]] = queue.Queue()
                    ears.asked.emit((json.loads(words), answers))
                    line.write(json.dumps(answers.get()) + "\n")
                    line.flush()


def _go_ahead(days: int) -> None:
    """Before anything has taken the clock over."""
    now = clock.system_clock
    clock.system_clock = lambda: now() + timedelta(days=days)


def main() -> int:
    _go_ahead(int(sys.argv[2]))
    ears = Ears()
    ears.remember_lanes()
    threading.Thread(target=_serve, args=(sys.argv[1], ears), daemon=True).start()
    from cli.main import main as takings

    return int(takings(sys.argv[3:]))


if __name__ == "__main__":
    sys.exit(main())
