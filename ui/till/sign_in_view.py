"""Who is at the till: a tile for each user, then the PIN."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.pin_pad import PinPad
from ui.widgets.side_panel import scrolling
from ui.widgets.text import Card, column, label, line

_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class UserTile:
    """One person who may sign in."""

    user_id: int
    name: str
    role: str = ""


class SignInView(QWidget):
    """Sign in, switch the cashier, unlock.

    Signals:
        pin_entered(int, str): user_id (0: nobody was chosen, the PIN tells) and PIN.
        user_chosen(int): a tile was pressed.
        cancelled(): Esc in an empty field: back to the cashier who is signed in, where one is.
    Setters: set_shop, set_users, select_user, set_message, set_locked, set_training.
    """

    pin_entered = Signal(object, str)
    user_chosen = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._user = 0
        self._group = QButtonGroup(self)
        self._tiles: dict[int, Button] = {}
        self._shop = label("", tokens.PAY, 700)
        self._till = label("", tokens.LABEL, tone="text2")
        self._training = label(self.tr("TRAINING: nothing is booked"), tokens.LABEL, 700, "warn")
        self._training.setVisible(False)
        self._who = label(self.tr("Who are you?"), tokens.KEY, 600)
        self._body = QWidget()
        self._users = QGridLayout(self._body)
        self._users.setContentsMargins(0, 0, 4, 0)
        self._users.setSpacing(10)
        self._pin = PinPad()
        self._pin.setFixedWidth(320)
        self._pin.pin_entered.connect(lambda pin: self.pin_entered.emit(self._user, pin))
        self._pin.cancelled.connect(self.cancelled)
        self.setFocusProxy(self._pin)
        self._lay_out()

    def set_shop(self, shop: str, till: str) -> None:
        """Where one signs in."""
        self._shop.setText(shop)
        self._till.setText(till)

    def set_users(self, users: Sequence[UserTile], selected: int = 0) -> None:
        """The people of this till; with one selected the PIN can be typed at once."""
        while (item := self._users.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._tiles.clear()
        for place, user in enumerate(users):
            button = Button(user.name, "user", icon="person", hint=user.role, checkable=True)
            button.clicked.connect(lambda _=False, user_id=user.user_id: self._chosen(user_id))
            self._group.addButton(button)
            self._tiles[user.user_id] = button
            self._users.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        self._users.setRowStretch(len(users) // _COLUMNS + 1, 1)
        if selected:
            self.select_user(selected)

    def select_user(self, user_id: int) -> None:
        """Choose somebody without a signal."""
        self._user = user_id
        self._tiles[user_id].setChecked(True)
        self._pin.setFocus()

    def set_message(self, text: str, *, bad: bool = False) -> None:
        """A sentence under the PIN."""
        self._pin.set_message(text, bad=bad)

    def set_locked(self, *, locked: bool) -> None:
        """Take no PIN for a while."""
        self._pin.set_locked(locked=locked)

    def set_training(self, *, on: bool) -> None:
        """Show that this is training."""
        self._training.setVisible(on)

    def _chosen(self, user_id: int) -> None:
        self._user = user_id
        self._pin.clear()
        self._pin.set_message("")
        self._pin.setFocus()
        self.user_chosen.emit(user_id)

    def _lay_out(self) -> None:
        card = Card(pad=28)
        card.setMaximumWidth(980)
        card.setMaximumHeight(680)
        card.body.setSpacing(tokens.GUTTER)
        card.body.addWidget(self._shop)
        card.body.addWidget(self._till)
        card.body.addWidget(self._training)
        card.body.addSpacing(10)
        left = column(gap=14)
        left.addWidget(self._who)
        left.addWidget(scrolling(self._body), 1)
        right = column()
        right.addWidget(self._pin)
        right.addStretch(1)
        columns = line(gap=32)
        columns.addLayout(left, 1)
        columns.addLayout(right)
        card.body.addLayout(columns, 1)
        outer = QGridLayout(self)
        outer.setContentsMargins(*[tokens.GUTTER * 2] * 4)
        outer.addWidget(card, 0, 0, Qt.AlignmentFlag(0))
