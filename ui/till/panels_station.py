"""The side panel of the server: how the till stands to it, and what has not reached it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import tokens
from ui.till.panels_lists import ListPanel
from ui.widgets.button import Button
from ui.widgets.text import label


class StationPanel(ListPanel):
    """What is unsent, oldest first, and what a manager may decide.

    Signals:
        send_requested(): try now.
        close_requested(): let the shift be closed with what is unsent.
        clock_requested(): the clock is right.
    Setters: set_state, set_rows, set_message.
    """

    send_requested = Signal()
    close_requested = Signal()
    clock_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", "task_alt", parent)
        self.set_title(self.tr("Server"))
        self._state = label("", tokens.LABEL, 600, wrap=True)
        self._why = label("", tokens.BODY, tone="text2", wrap=True)
        self._send = Button(self.tr("Send now"), "primary", icon="upload")
        self._close = Button(self.tr("Allow the close with what is unsent"), icon="lock_open")
        self._clock = Button(self.tr("The clock is right"), icon="schedule")
        self.content.insertWidget(0, self._state)
        self.content.insertWidget(1, self._why)
        for button, signal in (
            (self._send, self.send_requested), (self._close, self.close_requested),
            (self._clock, self.clock_requested),
        ):  # fmt: skip
            button.clicked.connect(signal)
            self.content.addWidget(button)
        self.first = self._send
        self.set_state("", "", unsent=0)

    def set_state(self, state: str, why: str, *, unsent: int) -> None:
        """One sentence on the connection, what is in the way, and how much waits."""
        self._state.setText(state)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._close.setVisible(unsent > 0)
