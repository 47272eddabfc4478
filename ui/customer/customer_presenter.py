"""Follows the till for the customer's screen; the till never waits for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QImageReader

from app.kernel.refusal import Refusal
from app.till.operations.sales import CompletedSale
from app.till.rules import PricedLine
from ui.customer.customer_canvas import CustomerCanvas, Shown, ShownLine
from ui.till.desk import Desk
from ui.till.rows import shown_minor

LOCAL_KEY: Final = "customer_screen"
_PAUSE_MS: Final = 30  # the till paints its own line first
_DONE_MS: Final = 30_000  # then the pictures come back, if nobody scans
_MOST_PIXELS: Final = 1920
_KINDS: Final = frozenset({".png", ".jpg", ".jpeg", ".webp"})
_LANE: Final = "reports"


def _tr(text: str) -> str:
    return QCoreApplication.translate("CustomerScreen", text)


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """What is set for the customer's screen on this machine.

    Attributes:
        on: it is shown.
        words: while nobody is served; "": a greeting.
        folder: pictures that are shown then; "": none.
        seconds: how long each.
        code: the receipt as a QR code after each sale.
    """

    on: bool = False
    words: str = ""
    folder: str = ""
    seconds: int = 8
    code: bool = False

    @classmethod
    def of(cls, local: Mapping[str, Any], *, always: bool = False) -> ScreenSettings:
        """As this machine's settings have it; what is set wrongly is as if it were not.

        Args:
            local: this machine's settings.
            always: the command line asks for the window.
        """
        kept = local.get(LOCAL_KEY)
        if not isinstance(kept, dict):
            return cls(on=always)
        seconds = kept.get("seconds")
        return cls(
            always or bool(kept.get("on")), str(kept.get("words") or ""), str(kept.get("folder") or ""),
            seconds if isinstance(seconds, int) and seconds > 0 else cls().seconds, bool(kept.get("code")),
        )  # fmt: skip


def pictures_of(folder: str) -> list[Path]:
    """The pictures of a folder, by name; none where it is not there."""
    try:
        found = sorted(p for p in Path(folder).iterdir() if p.suffix.lower() in _KINDS)
    except OSError:
        return []
    return found


def load_picture(path: Path) -> QImage:
    """A picture no larger than a screen; an empty one where it is none. Runs on a lane."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _MOST_PIXELS:
        reader.setScaledSize(
            size.scaled(QSize(_MOST_PIXELS, _MOST_PIXELS), Qt.AspectRatioMode.KeepAspectRatio)
        )
    return reader.read()


class CustomerPresenter(QObject):
    """The latest cart wins: changes that come in between are not shown, and cost nothing."""

    def __init__(self, desk: Desk, canvas: CustomerCanvas, settings: ScreenSettings) -> None:
        super().__init__(canvas)
        self.desk, self.canvas = desk, canvas
        self._settings = settings
        self._sale = 0
        self._pictures: list[Path] = []
        self._place = -1
        self._changed = self._timer(_PAUSE_MS, self._show_cart, once=True)
        self._done = self._timer(_DONE_MS, self.idle, once=True)
        self._turning = self._timer(1000, self._turn, once=False)
        desk.on_cart_changed.append(self.cart_changed)
        self.use(settings)

    def _timer(self, pause: int, work: Any, *, once: bool) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(once)
        made.setInterval(pause)
        made.timeout.connect(work)
        return made

    def leave(self) -> None:
        """The screen is switched off: nothing of the till is listened to any more."""
        self.desk.on_cart_changed.remove(self.cart_changed)
        for timer in (self._changed, self._done, self._turning):
            timer.stop()

    def use(self, settings: ScreenSettings) -> None:
        """Other settings; the pictures are read again."""
        self._settings = settings
        self._turning.setInterval(settings.seconds * 1000)
        self._pictures, self._place = [], -1
        self.canvas.show_picture(QImage())
        if settings.folder:
            self._submit(lambda: pictures_of(settings.folder), self._have_pictures)
        if self.desk.state.cart.is_empty:
            self.idle()

    # --- the cart ---

    def cart_changed(self) -> None:
        """Something was scanned: shown a moment later, when the till has painted it."""
        self._changed.start()

    def _show_cart(self) -> None:
        state, formats = self.desk.state, self.desk.formats
        if state.priced is None or state.cart.is_empty:
            if self.canvas.shown().kind == "cart":
                self.idle()
            return
        self._turning.stop()
        self._done.stop()
        saved = sum(x.line_discount_minor + x.sale_discount_minor for x in state.priced.lines)
        self.canvas.show_state(Shown(
            "cart", self.desk.services.context.company.name,
            lines=tuple(self._line(x) for x in state.priced.lines[-30:]),
            total=formats.money(state.priced.gross_minor), total_words=_tr("Total"),
            saved=_tr("You save {amount}").format(amount=formats.money(saved)) if saved > 0 else "",
        ))  # fmt: skip

    def _line(self, priced: PricedLine) -> ShownLine:
        formats, line = self.desk.formats, priced.line
        unit = "" if line.item.unit == "pc" else line.item.unit
        one = line.quantity_milli == 1000 and not unit  # noqa: PLR2004 - one piece
        detail = "" if one else formats.times(line.quantity_milli, line.unit_price_minor, unit)
        return ShownLine(line.item.name, detail, formats.money(shown_minor(priced)))

    # --- after it ---

    def completed(self, sale: CompletedSale) -> None:
        """Paid: the change, thanks, and the receipt as a code."""
        formats = self.desk.formats
        self._changed.stop()
        self._sale = sale.sale_id
        self.canvas.show_state(Shown(
            "done", total=formats.money(sale.gross_minor), total_words=_tr("Paid"), words=_tr("Thank you!"),
            change=formats.money(sale.change_minor) if sale.change_minor else "",
            change_words=_tr("Change"),
        ))  # fmt: skip
        self._done.start()
        if self._settings.code and sale.document_type == "sale":
            from app.documents.digital_receipt import digital_receipt

            self.desk.services.gateway.ask(
                digital_receipt, sale_id=sale.sale_id, lane=_LANE, on_error=self._quietly,
                on_done=lambda code: self._have_code(sale.sale_id, code),
            )  # fmt: skip

    def _have_code(self, sale_id: int, code: list[list[bool]]) -> None:
        shown = self.canvas.shown()
        if sale_id == self._sale and shown.kind == "done":
            self.canvas.show_state(replace(shown, code=code, code_words=_tr("Your receipt: scan it")))

    def _quietly(self, error: Exception) -> None:
        """A code that cannot be made is missed by nobody; a bug is told as everywhere."""
        if not isinstance(error, Refusal):
            raise error

    # --- in between ---

    def idle(self) -> None:
        """Nobody is being served."""
        company = self.desk.services.context.company
        words = self._settings.words or _tr("Welcome")
        self.canvas.show_state(Shown("idle", company.name, words))
        if self._pictures:
            self._turning.start()

    def _have_pictures(self, found: list[Path]) -> None:
        self._pictures = found
        if found:
            self._turn()
            if self.canvas.shown().kind == "idle":
                self._turning.start()

    def _turn(self) -> None:
        self._place = (self._place + 1) % len(self._pictures)
        path = self._pictures[self._place]
        self._submit(lambda: load_picture(path), self.canvas.show_picture)

    def _submit(self, work: Any, on_done: Any) -> None:
        self.desk.services.submit(_LANE, work, on_done=on_done, on_error=self._quietly)
