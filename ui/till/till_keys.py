"""Keys that no field has taken: actions, digits for the keypad, Enter, letters for the search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.kernel.quantity import ONE

if TYPE_CHECKING:
    from ui.till.till_page import TillPage

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKES_THE_CART: Final = frozenset({"pay", "park"})
_STEPS: Final = {Qt.Key.Key_Plus: ONE, Qt.Key.Key_Minus: -ONE}
_ROWS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class TillKeys:
    """Decides what a key means where the cashier stands.

    Pay, Enter and Park that are pressed while the product of the last scan is still being looked up wait for
    it: nobody pays for less than was scanned.
    """

    def __init__(self, page: TillPage) -> None:
        self._page = page
        self._waiting: list[str] = []
        page.parts.sell.on_settled = self._settled

    def pressed(self, event: QKeyEvent) -> bool:
        """Whether the key meant something."""
        page = self._page
        if page.page() != "till":
            return False
        action = page.keys.action(event)
        if action:
            self.act(action)
            return True
        if page.view.page() not in {"sell", "change"}:
            return False
        return self._selling(event)

    def act(self, action: str) -> None:
        """Do what a key or a button says; what takes the cart away waits for the last scan."""
        if action in _TAKES_THE_CART and self._page.parts.sell.is_looking:
            self._waiting.append(action)
        else:
            self._page.actions_.do(action)

    def _selling(self, event: QKeyEvent) -> bool:
        page, key = self._page, Qt.Key(event.key())
        sell, view = page.parts.sell, page.view
        if key in _ENTER:
            self._enter()
        elif key in _STEPS:
            self._to_sell()
            sell.step(_STEPS[key])
        elif key == Qt.Key.Key_Backspace:
            sell.key_pressed("back")
        elif key in _ROWS:
            view.cart.move_selection(_ROWS[key])
        else:
            return self._typed(event)
        return True

    def _typed(self, event: QKeyEvent) -> bool:
        page, text = self._page, event.text()
        if not text or not text.isprintable() or event.modifiers() & _COMMANDS:
            return False
        self._to_sell()
        if text in "0123456789.,":
            page.parts.sell.key_pressed(text)
            return True
        if not text.isalpha():
            return False
        page.view.sell.focus_search()
        page.view.sell.search.insert(text)
        return True

    def _to_sell(self) -> None:
        if self._page.view.page() == "change":
            self._page.view.show_sell()

    def _enter(self) -> None:
        sell = self._page.parts.sell
        if sell.is_looking:
            self._waiting.append("enter")
        elif self._page.view.page() == "change":
            self._page.view.show_sell()
        elif not sell.apply_entry():
            self._page.actions_.do("pay")

    def _settled(self) -> None:
        waiting, self._waiting = self._waiting, []
        for name in waiting:
            if name in _TAKES_THE_CART:
                self._page.actions_.do(name)
            elif self._page.view.page() == "pay":
                self._page.parts.pay.completed()
            else:
                self._enter()
