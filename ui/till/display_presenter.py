"""What the customer reads on the pole: the last item, the total, the change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from ui.till.desk import Desk
from ui.till.rows import shown_minor

if TYPE_CHECKING:
    from app.till.operations.sales import CompletedSale

DISPLAY_LANE: Final = "display"
_WIDTH: Final = 20


def _tr(text: str) -> str:
    return QCoreApplication.translate("Display", text)


def two_sided(left: str, right: str, width: int = _WIDTH) -> str:
    """A name and an amount on one line; the amount is never cut."""
    room = max(width - len(right) - 1, 0)
    return f"{left[:room]:<{room}} {right}"[-width:]


class DisplayPresenter:
    """The latest lines win; a display that does not answer disturbs nobody."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._running = False
        self._next: tuple[str, str] | None = None
        self._shown: tuple[str, str] = ("", "")
        desk.on_cart_changed.append(self.cart_changed)

    def welcome(self) -> None:
        """Nobody is being served."""
        self._show(self.desk.services.context.company.name[:_WIDTH], _tr("Welcome"))

    def cart_changed(self) -> None:
        """The selected line and the total."""
        state, formats = self.desk.state, self.desk.formats
        if state.priced is None or state.cart.is_empty:
            return
        line = next(
            (p for p in state.priced.lines if p.line.line_id == state.selected), state.priced.lines[-1]
        )
        amount = formats.amount(shown_minor(line))
        total = formats.amount(state.priced.gross_minor)
        self._show(two_sided(line.line.item.name, amount), two_sided(_tr("Total"), total))

    def completed(self, sale: CompletedSale) -> None:
        """Paid: the change, or thanks."""
        formats = self.desk.formats
        total = two_sided(_tr("Total"), formats.amount(sale.gross_minor))
        change = two_sided(_tr("Change"), formats.amount(sale.change_minor))
        self._show(total, change if sale.change_minor else _tr("Thank you"))

    def _show(self, upper: str, lower: str) -> None:
        display = self.desk.services.devices.display
        if display is None or (upper, lower) == self._shown:
            return
        if self._running:
            self._next = (upper, lower)
            return
        self._running, self._shown = True, (upper, lower)
        try:
            self.desk.services.submit(
                DISPLAY_LANE, lambda: display.show(upper, lower), on_done=self._done, on_error=self._done
            )
        except Exception as error:  # noqa: BLE001 - a full lane: the dot in the header shows it
            self._done(error)

    def _done(self, _answer: object) -> None:
        self._running = False
        following, self._next = self._next, None
        if following is not None:
            self._show(*following)
