"""The dark strip on top: where, who, what is parked, whether the devices are well."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme import tokens
from ui.till.actions import action_texts, hints
from ui.widgets.button import Button
from ui.widgets.status import StatusDot
from ui.widgets.text import Elided, label
from ui.widgets.tips import plain_tip

_NARROW = 1200


class Header(QFrame):
    """The header of the till.

    Signals:
        action(str): "recall" (the parked badge), "server" (what is unsent), "theme", "lock", "switch_user"
            or "more".
    Setters: set_place, set_parked, set_unsent, set_device, set_dark, set_training, set_key_hints.
    """

    action = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(tokens.HEADER_H)
        texts = action_texts()
        self._shop = label("", tokens.LABEL, 700, "on_header")
        self._training = label(self.tr("TRAINING"), tokens.LABEL, 700, "warn_header")
        self._training.setVisible(False)
        self._place = Elided("", tokens.CAPTION, 400, "header2")
        self._parked = Button("", "header", icon="pause_circle", name=self.tr("Parked sales"))
        self._unsent = Button("", "header", icon="upload", name=self.tr("Server"))
        self._theme = Button("", "header", icon="dark_mode", name=texts["theme"])
        self._lock = Button("", "header", icon="lock", name=texts["lock"])
        self._user = Button("", "header", icon="group", name=texts["switch_user"])
        self._menu = Button("", "header", icon="menu", name=self.tr("Menu"))
        self._dots: dict[str, StatusDot] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 0, 8, 0)
        self._layout.setSpacing(10)
        self._layout.addWidget(self._shop)
        self._layout.addWidget(self._training)
        self._layout.addWidget(self._place, 1)
        self._devices = QHBoxLayout()
        self._devices.setSpacing(14)
        self._layout.addLayout(self._devices)
        self._layout.addSpacing(4)
        for button, name in (
            (self._unsent, "server"), (self._parked, "recall"), (self._theme, "theme"),
            (self._user, "switch_user"), (self._lock, "lock"), (self._menu, "more"),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, name=name: self.action.emit(name))
            self._layout.addWidget(button)
        self.set_parked(0)
        self._unsent.setVisible(False)
        self.set_key_hints({})

    def set_place(self, shop: str, till: str, cashier: str, shift: str) -> None:
        """Shop, till, cashier and since when the shift is open ("08:02", "" for none)."""
        self._shop.setText(shop)
        parts = [part for part in (till, cashier) if part]
        if shift:
            parts.append(self.tr("shift {time}").format(time=shift))
        self._place.set_text(" · ".join(parts))

    def set_parked(self, count: int) -> None:
        """How many sales wait."""
        self._parked.setText(self.tr("Parked %n", "", count) if count else "")
        self._parked.setVisible(count > 0)

    def set_unsent(self, count: int) -> None:
        """How many documents the server has not got; the button stays from the first time on."""
        self._unsent.setText(self.tr("Unsent %n", "", count) if count else self.tr("Server"))
        self._unsent.setVisible(True)

    def set_device(self, key: str, name: str, state: str, explanation: str = "") -> None:
        """State of a device ("ok", "warn", "bad", "off"); a new key adds a dot at the end."""
        if key not in self._dots:
            self._dots[key] = StatusDot(name)
            self._dots[key].set_compact(compact=self.width() < _NARROW)
            self._devices.addWidget(self._dots[key])
        self._dots[key].set_state(state, explanation)
        self._dots[key].updateGeometry()

    def set_dark(self, *, dark: bool) -> None:
        """Which theme is in force: the button shows the other."""
        self._theme.set_icon("light_mode" if dark else "dark_mode")

    def set_training(self, *, on: bool) -> None:
        """Show TRAINING beside the shop's name."""
        self._training.setVisible(on)

    def set_key_hints(self, keys: Mapping[str, str]) -> None:
        """Keys that the shop has changed, by action; shown in the tooltips here."""
        shown, texts = hints(keys), action_texts()
        for button, name in ((self._theme, "theme"), (self._lock, "lock"), (self._user, "switch_user")):
            button.setToolTip(plain_tip(f"{texts[name]} ({shown[name]})"))

    def set_narrow(self, *, narrow: bool) -> None:
        """On a small screen devices that are well show no word."""
        for dot in self._dots.values():
            dot.set_compact(compact=narrow)
