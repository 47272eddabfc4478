"""A panel that is worked by scans: right ones sound, wrong ones turn it red and change nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.catalog.states import ProductKind
from app.kernel.refusal import Refusal
from app.orders.screen_queries import ScannedGoods, find_goods
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.shell.errors import describe
from ui.widgets.form import text_field
from ui.widgets.sound import ERROR, GOOD, Sound

_WAITING: Final = 40  # scans that may wait while one is looked up


class ScanPanel(DocumentPanel):
    """Base of picking and packing.

    Subclasses say what `found` goods mean and paint `show_wrong`. Scans are taken one after the
    other, each against the card that is in front when its turn comes.
    """

    def __init__(self, desk: OfficeDesk, sound: Sound, title: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, title, parent)
        self.sound = sound
        self._queue: list[str] = []
        self._working = False
        self.code = text_field(placeholder=self.tr("Scan, or type a code and press Enter"))
        self.code.setAccessibleName(self.tr("Code"))
        self.code.returnPressed.connect(self._typed)
        self.first = self.code

    def scanned(self, raw: str) -> None:
        """A scan; it waits its turn."""
        if len(self._queue) < _WAITING:
            self._queue.append(raw)
        self._next()

    def found(self, goods: ScannedGoods) -> None:
        """Goods were scanned; call `good`, `wrong` or an operation, then `ready`."""
        raise NotImplementedError

    def place(self, raw: str) -> bool:
        """A scan that is no goods, e.g. a place; True when it was one."""
        del raw
        return False

    def other(self, raw: str) -> bool:
        """A scan that is neither place nor goods, e.g. a serial number; True when it was taken."""
        del raw
        return False

    def ask_grid(self, goods: ScannedGoods) -> bool:
        """A template was scanned; True when a grid asks how much of each of its variants."""
        del goods
        return False

    def show_wrong(self, *, wrong: bool) -> None:
        """Turn red, or back."""
        del wrong

    def good(self) -> None:
        """The scan was right."""
        self.refuse("")
        self.show_wrong(wrong=False)
        self.sound.play(GOOD)
        self.ready()

    def wrong(self, sentence: str) -> None:
        """The scan was wrong: red, low tone, the sentence; nothing moves."""
        self.refuse(sentence)
        self.show_wrong(wrong=True)
        self.sound.play(ERROR)
        self.ready()

    @property
    def working(self) -> bool:
        """Whether a scan is being booked."""
        return self._working

    def ready(self) -> None:
        """The next scan may come."""
        self._working = False
        QTimer.singleShot(0, self, self._next)

    def scan_failed(self, error: Exception) -> None:
        """A refusal is a wrong scan; a bug goes the gateway's way."""
        self.busy = False
        if not isinstance(error, Refusal):
            self._working = False
            raise error
        if isValid(self):
            self.wrong(describe(error))

    def book(self, operation: Callable[..., Any], on_done: Callable[[Any], None], **arguments: Any) -> None:
        """An operation of a scan: a refusal of it is a wrong scan."""
        self._working = True

        def done(answer: Any) -> None:
            if isValid(self):
                on_done(answer)

        self.desk.services.gateway.run(operation, on_done=done, on_error=self.scan_failed, **arguments)

    def _typed(self) -> None:
        text = self.code.text()
        self.code.clear()
        if text.strip():
            self.scanned(text)

    def _looked_up(self, goods: ScannedGoods | None, raw: str) -> None:
        if goods is None:
            self.wrong(self.tr("Nobody knows the code {code}.").format(code=raw.strip()))
        elif goods.kind is ProductKind.TEMPLATE and self.ask_grid(goods):
            self.ready()
        elif goods.lies_nowhere:
            words = self.tr("{name} is a kit or a template. Scan what lies on the shelf.")
            self.wrong(words.format(name=goods.name))
        else:
            self.found(goods)

    def _next(self) -> None:
        if self._working or not self._queue:
            return
        self._working = True
        raw = self._queue.pop(0)
        if self.place(raw):
            return

        def looked_up(goods: ScannedGoods | None) -> None:
            if not isValid(self):
                return
            if goods is None and self.other(raw):
                return
            self._looked_up(goods, raw)

        def unread(error: Exception) -> None:
            if not (isValid(self) and self.other(raw)):
                self.scan_failed(error)

        self.desk.services.gateway.ask(find_goods, on_done=looked_up, on_error=unread, raw=raw)
