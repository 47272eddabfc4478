"""The right side while selling: search, categories, products, function keys, keypad."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from ui.theme import font, theme_changed, tokens
from ui.theme.apply import theme
from ui.theme.icons import icon
from ui.till.actions import BY_ID, FUNCTION_KEYS, WIDE_FUNCTION_KEYS, action_texts, hints
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.keypad import TILL, Keypad
from ui.widgets.status import EmptyState
from ui.widgets.text import column, label, line
from ui.widgets.tile_grid import Tile, TileGrid

_WIDE = 900  # pixels of this view from which a third column of function keys fits
_LOW = 560  # pixels of height below which the function keys give way to the tiles


class SellView(QWidget):
    """Search and choose.

    Signals:
        action(str): id of an action ("discount", "park", ...; see ui.till.actions).
        search_changed(str): the text of the search line, at each change.
        search_submitted(str): Enter in the search line ("5 *", a code, a name).
        category_chosen(str): key of a chip, "" for all.
        product_chosen(int): product_id of a tile.
        more_wanted(int): the grid wants the tiles from that offset on.
        key_pressed(str): "0" to "9", ".", "back", "sign" of the keypad.
        mode_chosen(str): "quantity", "discount" or "price".
    Setters: set_categories, select_category, set_tiles, append_tiles, set_entry, set_search,
        set_mode, set_key_hints, set_enabled_actions, focus_search.
    """

    action = Signal(str)
    search_changed = Signal(str)
    search_submitted = Signal(str)
    category_chosen = Signal(str)
    product_chosen = Signal(object)
    more_wanted = Signal(int)
    key_pressed = Signal(str)
    mode_chosen = Signal(str)

    def __init__(self, mark: str = ".", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = action_texts()
        self._buttons: dict[str, Button] = {}
        self.search = QLineEdit()
        self._entry = label("", tokens.CASH, 700, "primary")
        self._more = Button("", icon="more_horiz", name=self._texts["more"])
        self._price_check = Button(self._texts["price_check"], icon="sell", hint="F5")
        self.chips = ChipBar(self.tr("Categories"))
        self.tiles = TileGrid()
        self._nothing = EmptyState(
            "search", self.tr("Nothing found"), self.tr("Try another word, or scan the code.")
        )
        self._pages = QStackedWidget()
        self.keypad = Keypad(TILL, mark)
        self._functions = QWidget()
        self._make_search()
        self._make_functions()
        self.keypad.set_modes(
            [("quantity", self.tr("Qty")), ("discount", self.tr("Disc %")), ("price", self.tr("Price"))]
        )
        self._lay_out()
        self._connect()
        self.set_key_hints({})

    def set_categories(self, categories: Sequence[tuple[str, str]], selected: str = "") -> None:
        """Chips (key, name); the first, for all, is added here with the key ""."""
        self.chips.set_chips([("", self.tr("All")), *categories], selected)

    def select_category(self, key: str) -> None:
        """Put a chip down without a signal."""
        self.chips.select(key)

    def set_tiles(self, tiles: Sequence[Tile], *, more: bool = False) -> None:
        """Products from the top; more: further pages can be asked for."""
        self.tiles.set_tiles(tiles, more=more)
        self._pages.setCurrentWidget(self.tiles if tiles else self._nothing)

    def append_tiles(self, tiles: Sequence[Tile], *, more: bool = False) -> None:
        """The next page of products."""
        self.tiles.append_tiles(tiles, more=more)

    def set_entry(self, text: str) -> None:
        """What was typed on the keypad and is not used yet ("5 ×"); "" for nothing."""
        self._entry.setText(text)
        self._entry.setVisible(bool(text))

    def set_search(self, text: str) -> None:
        """Put a text into the search line without a signal."""
        blocked = self.search.blockSignals(True)
        self.search.setText(text)
        self.search.blockSignals(blocked)

    def set_mode(self, mode: str) -> None:
        """What the keypad changes: "quantity", "discount" or "price"."""
        self.keypad.select_mode(mode)

    def set_key_hints(self, keys: Mapping[str, str]) -> None:
        """Keys that the shop has changed, by action."""
        shown = hints(keys)
        for name, button in self._buttons.items():
            button.set_hint(shown[name])
        self._price_check.set_hint(shown["price_check"])
        place = self.tr("Search name, SKU or barcode   ({key})").format(key=shown["search"])
        self.search.setPlaceholderText(place)

    def set_enabled_actions(self, enabled: Mapping[str, bool]) -> None:
        """Switch function keys on or off by action."""
        for name, on in enabled.items():
            if name in self._buttons:
                self._buttons[name].setEnabled(on)

    def focus_search(self) -> None:
        """Begin a search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the function keys to the width and the height."""
        super().resizeEvent(event)
        low = self.height() < _LOW
        self._functions.setVisible(not low)
        self._more.setVisible(low)
        for name in WIDE_FUNCTION_KEYS:
            self._buttons[name].setVisible(self.width() >= _WIDE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the search line; Down goes to the products."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.search_submitted.emit(self.search.text())
                return True  # it ends here: it must not pay as well
            if event.key() == Qt.Key.Key_Down and self.tiles.count():
                self.tiles.setFocus(Qt.FocusReason.TabFocusReason)
                self.tiles.setCurrentIndex(self.tiles.model().index(0, 0))
                return True
        return super().eventFilter(watched, event)

    def _make_search(self) -> None:
        self.search.setFont(font(tokens.LABEL))
        self.search.setAccessibleName(self.tr("Search for a product"))
        self.search.setMaxLength(200)
        self.search.installEventFilter(self)
        self._glass = self.search.addAction(
            icon("search", theme().text2), QLineEdit.ActionPosition.LeadingPosition
        )
        self._glass.setText(self.tr("Search"))
        for child in self.search.children():
            if isinstance(child, QWidget):
                child.setAccessibleName(self.tr("Search"))
        inside = QHBoxLayout(self.search)
        inside.setContentsMargins(0, 0, 14, 0)
        inside.addStretch(1)
        inside.addWidget(self._entry)
        self._entry.setVisible(False)
        theme_changed().changed.connect(self._recolour)

    def _recolour(self) -> None:
        self._glass.setIcon(icon("search", theme().text2))

    def _make_functions(self) -> None:
        grid = QGridLayout(self._functions)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(tokens.GAP)
        for place, name in enumerate((*FUNCTION_KEYS, *WIDE_FUNCTION_KEYS)):
            button = Button(self._texts[name], "function", icon=BY_ID[name].icon)
            button.clicked.connect(lambda _=False, name=name: self.action.emit(name))
            self._buttons[name] = button
            x, y = (place // 4, place % 4) if place >= len(FUNCTION_KEYS) else (place % 2, place // 2)
            grid.addWidget(button, y, x)
        for x in range(2):
            grid.setColumnStretch(x, 1)

    def _lay_out(self) -> None:
        self._pages.addWidget(self.tiles)
        self._pages.addWidget(self._nothing)
        top = line(self.search, self._price_check, self._more)
        top.setStretch(0, 1)
        bottom = line(self._functions, self.keypad)
        bottom.setStretch(0, 11)
        bottom.setStretch(1, 9)
        layout = column(self)
        layout.addLayout(top)
        layout.addWidget(self.chips)
        layout.addWidget(self._pages, 1)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.search_changed)
        self.chips.chosen.connect(self.category_chosen)
        self.tiles.chosen.connect(self.product_chosen)
        self.tiles.more_wanted.connect(self.more_wanted)
        self.keypad.pressed.connect(self.key_pressed)
        self.keypad.mode_chosen.connect(self.mode_chosen)
        self._price_check.clicked.connect(lambda: self.action.emit("price_check"))
        self._more.clicked.connect(lambda: self.action.emit("more"))
