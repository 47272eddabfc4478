"""The whole till: header, cart on the left, on the right what is being done."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from ui.formatting import Formats
from ui.theme import theme, theme_changed, tokens
from ui.till.cart_panel import CartPanel
from ui.till.change_view import ChangeView
from ui.till.header import Header
from ui.till.pay_view import PayView
from ui.till.sell_view import SellView
from ui.widgets.side_panel import PanelHost, SidePanel
from ui.widgets.text import column, label

_NARROW = 1200


class TillView(QWidget):
    """The till of one cashier.

    Parts, each with its own signals and setters: `header`, `cart`, `sell`, `pay`, `change`.

    Signals:
        action(str): an action's id, from any button of header, cart or function keys.
        panel_closed(): the side panel was closed by Back or Esc; selling goes on.
        escaped(): Esc with nothing left to close.
    Setters: show_sell, show_pay, show_change, show_panel, close_panel, set_training,
        set_key_hints, show_banner, hide_banner.
    """

    action = Signal(str)
    panel_closed = Signal()
    escaped = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header()
        self.cart = CartPanel()
        self.sell = SellView(formats.mark)
        self.pay = PayView(formats.mark)
        self.change = ChangeView()
        self._training = self._make_training()
        self._pages = QStackedWidget()
        for page in (self.sell, self.pay, self.change):
            self._pages.addWidget(page)
        self._host = PanelHost()
        self._host.set_page(self._pages)
        self._host.panel_closed.connect(self._after_panel)
        self._lay_out()
        for source in (self.header, self.cart, self.sell):
            source.action.connect(self.action)
        theme_changed().changed.connect(self._themed)
        self._themed()

    def show_sell(self) -> None:
        """Go on selling."""
        self._show(self.sell)
        self.cart.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_pay(self) -> None:
        """Take money; digits and Enter go there."""
        self._show(self.pay)
        self.pay.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_change(self) -> None:
        """The sale is done."""
        self._show(self.change)
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def page(self) -> str:
        """What is shown: "sell", "pay", "change" or "panel"."""
        if self._host.panel() is not None:
            return "panel"
        names = {self.sell: "sell", self.pay: "pay", self.change: "change"}
        return next(name for widget, name in names.items() if widget is self._pages.currentWidget())

    def show_panel(self, panel: SidePanel) -> None:
        """Lay a panel over the right side."""
        self._host.open(panel)

    def close_panel(self) -> None:
        """Take the panel away without the signal panel_closed."""
        self._host.close_panel(quiet=True)
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to what is shown."""
        panel = self._host.panel()
        if panel is not None:
            panel.take_focus()
            return
        targets: dict[str, QWidget] = {"sell": self.cart.list, "pay": self.pay, "change": self.change}
        targets[self.page()].setFocus(Qt.FocusReason.OtherFocusReason)

    def panel(self) -> SidePanel | None:
        """The open panel."""
        return self._host.panel()

    def set_training(self, *, on: bool) -> None:
        """Show the amber strip and the word TRAINING."""
        self._training.setVisible(on)
        self.header.set_training(on=on)

    def set_key_hints(self, keys: Mapping[str, str]) -> None:
        """Keys that the shop has changed, by action."""
        for part in (self.header, self.cart, self.sell):
            part.set_key_hints(keys)

    def show_banner(self, kind: str, text: str, *, action: str = "", milliseconds: int = 0) -> None:
        """A message in the cart: "error", "warn", "info" or "ok"; see Banner."""
        self.cart.show_banner(kind, text, action=action, milliseconds=milliseconds)

    def hide_banner(self) -> None:
        """Take the message away."""
        self.cart.hide_banner()

    def showEvent(self, event: QShowEvent) -> None:
        """Keys go to the cart first, or to what lies over it."""
        super().showEvent(event)
        self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the header."""
        super().resizeEvent(event)
        self.header.set_narrow(narrow=self.width() < _NARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back: panel, payment, change; it never quits."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        panel = self._host.panel()
        if panel is not None:
            panel.closed.emit()
        elif self.page() == "pay":
            self.pay.closed.emit()
        elif self.page() == "change":
            self.change.new_sale.emit()
        else:
            self.escaped.emit()

    def _show(self, page: QWidget) -> None:
        self._host.close_panel(quiet=True)
        self._pages.setCurrentWidget(page)

    def _after_panel(self) -> None:
        self.take_focus()
        self.panel_closed.emit()

    def _themed(self) -> None:
        self.header.set_dark(dark=theme().dark)

    def _make_training(self) -> QFrame:
        strip = QFrame()
        strip.setObjectName("training")
        strip.setFixedHeight(30)
        inside = column(strip)
        text = self.tr("TRAINING: nothing is booked, the drawer stays closed")
        inside.addWidget(label(text, tokens.SUB, 700, "warn", Qt.AlignmentFlag.AlignHCenter))
        strip.setVisible(False)
        return strip

    def _lay_out(self) -> None:
        layout = column(self, gap=0)
        layout.addWidget(self.header)
        layout.addWidget(self._training)
        main = QHBoxLayout()
        main.setContentsMargins(*[tokens.GUTTER] * 4)
        main.setSpacing(tokens.GUTTER)
        main.addWidget(self.cart, 38)
        main.addWidget(self._host, 62)
        layout.addLayout(main, 1)
