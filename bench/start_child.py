"""The process that `bench.start` times: a bare window, or the program itself, watched from outside.

`python -m bench.start_child bare` or `... program ARGUMENTS`. Nothing of the program is changed: an
event filter of the application sees what is painted. The first picture is on the screen when the event
loop turns again after the first paint event; the till is ready when its sign-in is painted and the
loop has come to rest (the users are there, the tiles are fetched).
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

T0 = float(os.environ.get("TAKINGS_BENCH_T0", "0")) or time.monotonic()
QUIET_MS = 300  # so long nothing was painted: it has come to rest


def watch(application: Any, ready_class: str) -> None:
    """See the paint events; write the times and end the program when it has come to rest."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    paint = QEvent.Type.Paint

    class Watch(QObject):
        def __init__(self) -> None:
            super().__init__(application)
            self.painted = self.last = self.cpu = 0.0
            self.seen = False
            self.timer = QTimer(self, singleShot=True, interval=QUIET_MS)
            self.timer.timeout.connect(self.done)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == paint:
                QTimer.singleShot(0, self, self.after)
                if not self.seen and _is_in(watched, ready_class):
                    self.seen = True
            return False

        def after(self) -> None:
            now = time.monotonic() - T0
            self.painted = self.painted or now
            self.last, self.cpu = now, time.process_time()
            if self.seen:
                self.timer.start()

        def done(self) -> None:
            told = {"painted": self.painted, "ready": self.last, "cpu": self.cpu}
            print(json.dumps(told), flush=True)
            os._exit(0)

    application.installEventFilter(Watch())


def _is_in(widget: Any, class_name: str) -> bool:
    """Whether it is a widget of that class, or its viewport."""
    above = widget.parent()
    return class_name in {widget.metaObject().className(), above and above.metaObject().className()}


def bare() -> None:
    """The yardstick of design/performance.md: a main window with a table over a model in Python."""
    from PySide6.QtCore import QAbstractTableModel, Qt
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    shown = Qt.ItemDataRole.DisplayRole

    class Model(QAbstractTableModel):
        def rowCount(self, *_parent: Any) -> int:  # noqa: N802 - Qt's name
            return 100

        def columnCount(self, *_parent: Any) -> int:  # noqa: N802 - Qt's name
            return 6

        def data(self, index: Any, role: int = shown) -> Any:
            return f"{index.row()}:{index.column()}" if role == shown else None

    application = QApplication(sys.argv[:1])
    watch(application, "QTableView")
    window = QMainWindow()
    table, model = QTableView(), Model()
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(1366, 768)
    window.show()
    application.exec()


def program(arguments: list[str]) -> None:
    """`python main.py ARGUMENTS`, with the filter put in when the QApplication is there."""
    import ui.shell.application as opening
    from cli.main import main

    make = opening.make_application

    def made(*options: Any) -> Any:
        application = make(*options)
        watch(application, "SignInView")
        return application

    opening.make_application = made  # type: ignore[assignment]
    sys.exit(main(arguments))


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        program(sys.argv[2:])
