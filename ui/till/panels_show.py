"""Side panels that show something: a price, the keys, more actions, a paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import tokens
from ui.till.actions import ACTIONS, BY_ID, MORE_ACTIONS, action_texts, hints
from ui.widgets.button import Button
from ui.widgets.paper_view import PaperView
from ui.widgets.side_panel import SidePanel, scrolling
from ui.widgets.text import Card, column, label, line

_TIGHT = 1  # twelve rows are as high as a finger on 768 pixels


class PriceCheckPanel(SidePanel):
    """What something costs, without selling it. A further scan shows the next product.

    Signals:
        add_requested(int): product_id of what is shown.
    Setters: show_waiting, show_product, show_unknown.
    """

    add_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Price check"))
        self._product = 0
        self._name = label("", tokens.PAY, 700, wrap=True)
        self._price = label("", tokens.CHANGE, 700)
        self._details = label("", tokens.LABEL, tone="text2", wrap=True)
        self._add = Button(self.tr("Add to the cart"), "primary", icon="add", hint="⏎")
        self._add.clicked.connect(lambda: self.add_requested.emit(self._product))
        for part in (self._name, self._price, self._details):
            self.content.addWidget(part)
        self.content.addStretch(1)
        self.content.addWidget(self._add)
        self.first = self._add
        self.show_waiting()

    def show_waiting(self) -> None:
        """Nothing was scanned yet."""
        self._show(self.tr("Scan the item, or search for it."), "", "", 0)

    def show_unknown(self, code: str) -> None:
        """Nobody knows the code."""
        self._show(self.tr("Nothing found for {code}").format(code=code), "", "", 0)

    def show_product(self, product_id: int, name: str, price: str, details: Sequence[str]) -> None:
        """Name, price, and lines such as stock, SKU, next price."""
        self._show(name, price, "\n".join(details), product_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds what is shown."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._product:
            self.add_requested.emit(self._product)
        else:
            super().keyPressEvent(event)

    def _show(self, name: str, price: str, details: str, product_id: int) -> None:
        self._product = product_id
        self._name.setText(name)
        self._price.setText(price)
        self._details.setText(details)
        self._add.setVisible(bool(product_id))


class HelpPanel(SidePanel):
    """All actions and their keys.

    Setters: set_key_hints.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Help and keys"))
        self.use_full_width()
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self.content.addWidget(scrolling(self._body), 1)
        self.set_key_hints({})

    def set_key_hints(self, keys: Mapping[str, str]) -> None:
        """Keys that the shop has changed, by action."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        shown, texts = hints(keys), action_texts()
        pairs = [(shown[action.action_id], texts[action.action_id]) for action in ACTIONS]
        pairs = [(key, text) for key, text in pairs if key]
        pairs += [
            (self.tr("↑ ↓"), self.tr("Choose a line of the cart")),
            (self.tr("Esc"), self.tr("One step back; it never quits")),
            (self.tr("5 *"), self.tr("Then scan: five of it")),
            (self.tr("⏎"), self.tr("Complete the sale; begin the next")),
        ]
        half = (len(pairs) + 1) // 2
        for place, (key, text) in enumerate(pairs):
            self._grid.addWidget(self._row(key, text), place % half, place // half)
        self._grid.setRowStretch(half, 1)
        for x in range(2):
            self._grid.setColumnStretch(x, 1)

    def _row(self, key: str, text: str) -> QWidget:
        row = QWidget()
        cap = Card(well=True, pad=4)
        cap.setFixedWidth(84)
        cap.body.addWidget(label(key, tokens.CAPTION, 600, align=Qt.AlignmentFlag.AlignHCenter))
        box = column(row)
        box.addLayout(line(cap, label(text, tokens.BODY), None))
        return row


class MorePanel(SidePanel):
    """Actions that have no place among the function keys.

    Signals:
        action(str): id of the action.
    Setters: set_enabled_actions, set_key_hints.
    """

    action = Signal(str)

    def __init__(self, actions: Sequence[str] = MORE_ACTIONS, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("More"))
        self._buttons: dict[str, Button] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(_TIGHT)
        texts, shown = action_texts(), hints()
        for place, name in enumerate(actions):
            button = Button(texts[name], "function", icon=BY_ID[name].icon, hint=shown[name])
            button.clicked.connect(lambda _=False, name=name: self.action.emit(name))
            self._buttons[name] = button
            grid.addWidget(button, place // 2, place % 2)
        self.content.addLayout(grid)
        self.content.addStretch(1)
        self.first = next(iter(self._buttons.values()), None)

    def set_enabled_actions(self, enabled: Mapping[str, bool]) -> None:
        """Switch actions on or off."""
        for name, on in enabled.items():
            if name in self._buttons:
                self._buttons[name].setEnabled(on)

    def set_key_hints(self, keys: Mapping[str, str]) -> None:
        """Keys that the shop has changed, by action."""
        shown = hints(keys)
        for name, button in self._buttons.items():
            button.set_hint(shown[name])


class PaperPanel(SidePanel):
    """A report as paper: X report, Z report, test print.

    Signals:
        print_requested(): print it.
    Setters: show_image, show_text.
    """

    print_requested = Signal()

    def __init__(self, title: str, button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.use_full_width()
        self._paper = PaperView(title)
        self._print = Button(button or self.tr("Print"), "primary", icon="print")
        self._print.clicked.connect(self.print_requested)
        self.content.addWidget(self._paper, 1)
        self.content.addWidget(self._print)
        self.first = self._print

    def show_image(self, png: bytes, *, ratio: float = 1.0) -> None:
        """Show a picture of the paper."""
        self._paper.show_image(png, ratio=ratio)

    def show_text(self, text: str) -> None:
        """Show the paper as text."""
        self._paper.show_text(text)
