"""A row of chips of which one is chosen; scrolls sideways."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QWidget

from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.scrolling import DragScroll


class ChipBar(QScrollArea):
    """Categories, or reasons, to choose one of.

    Signals:
        chosen(str): key of the chip.
    Setters: set_chips, select. Left and Right move the choice.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(tokens.CHIP_H)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._drag = DragScroll(self, Qt.Orientation.Horizontal)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self._body = QWidget()
        self.setWidget(self._body)

    def set_chips(self, chips: Sequence[tuple[str, str]], selected: str = "") -> None:
        """Show these (key, text); the chip of the key `selected` is down."""
        self._body = QWidget()
        self._body.setObjectName("plainBody")
        self._group = QButtonGroup(self._body)
        self._keys = [key for key, _ in chips]
        layout = QHBoxLayout(self._body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for place, (key, text) in enumerate(chips):
            chip = Button(text, "chip", checkable=True)
            chip.setChecked(key == selected)
            chip.setMinimumWidth(chip.sizeHint().width())
            self._drag.watch(chip)
            self._group.addButton(chip, place)
            layout.addWidget(chip)
        layout.addStretch(1)
        self._group.idClicked.connect(self._clicked)
        self.setWidget(self._body)

    def selected(self) -> str:
        """Key of the chip that is down, or ""."""
        place = self._group.checkedId()
        return self._keys[place] if place >= 0 else ""

    def select(self, key: str) -> None:
        """Put a chip down without a signal; "" lifts all."""
        if key in self._keys:
            chip = self._group.button(self._keys.index(key))
            chip.setChecked(True)
            self.ensureWidgetVisible(chip, 40, 0)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def sizeHint(self) -> QSize:
        """As wide as it may become."""
        return QSize(300, tokens.CHIP_H)

    def minimumSizeHint(self) -> QSize:
        """One chip."""
        return QSize(120, tokens.CHIP_H)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice sideways."""
        if not self.step(event.key()):
            super().keyPressEvent(event)

    def step(self, key: int) -> bool:
        """Choose the neighbour on the side of the key Left or Right; whether there is one."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        place = self._group.checkedId() + step
        if not step or not 0 <= place < len(self._keys):
            return False
        self._group.button(place).setFocus()
        self._group.button(place).click()
        return True

    def _clicked(self, place: int) -> None:
        if not self._drag.dragging:
            self.ensureWidgetVisible(self._group.button(place), 40, 0)
            self.chosen.emit(self._keys[place])
