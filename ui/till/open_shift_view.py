"""Opening a shift: the float is counted, not assumed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.formatting import Formats
from ui.theme import tokens
from ui.till.count_page import CountPage
from ui.widgets.button import Button
from ui.widgets.denominations import Denomination
from ui.widgets.text import Card, label, line, set_tone


class OpenShiftView(CountPage):
    """Count the opening float.

    Signals:
        opened(int, object): the float in minor units, and dict[value_minor, pieces].
        aside(): go on with a shift that was put aside.
        closed(): Back, or Esc (somebody else wants to sign in).
    Setters: set_denominations, set_proposal, set_aside, set_message, set_busy.
    """

    opened = Signal(object, object)
    aside = Signal()
    closed = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(formats, "", "", parent)
        self._title.setText(self.tr("Open the shift"))
        self._text.setText(self.tr("Count the float in the drawer. No sale can be made before."))
        self._proposed: int | None = None
        self._pieces: dict[int, int] = {}
        self._proposal = label("", tokens.LABEL, 600)
        self._difference = label("", tokens.BODY, 500, "text2", wrap=True)
        self._take = Button("", icon="history")
        self._take.clicked.connect(self._take_over)
        self._box = Card(well=True)
        self._box.body.addLayout(
            line(label(self.tr("Left by the last shift"), tone="text2"), None, self._proposal)
        )
        self._box.body.addWidget(self._difference)
        self._box.body.addWidget(self._take)
        self._box.setVisible(False)
        self._aside = Button("", icon="pause_circle")
        self._aside.setVisible(False)
        self._aside.clicked.connect(self.aside)
        self._message = label("", tokens.BODY, 500, "danger", wrap=True)
        self._open = Button(self.tr("Open shift"), "pay", icon="lock_open", hint="⏎")
        self.side.addWidget(self._box)
        self.side.addWidget(self._aside)
        self.side.addWidget(self._message)
        self.side.addStretch(1)
        self.right.body.addWidget(self._open)
        self._open.clicked.connect(self._emit)
        self.table.finished.connect(self._open.setFocus)
        self.back.clicked.connect(self.closed)

    def set_denominations(self, denominations: Sequence[Denomination]) -> None:
        """The notes and coins of the currency."""
        self.table.set_denominations(denominations)
        self.table.setFocus()

    def set_proposal(self, minor: int | None, pieces: Mapping[int, int] | None = None) -> None:
        """What the last shift left, with its pieces where they were counted; None: first shift."""
        self._proposed = minor
        self._pieces = dict(pieces or {})
        self._box.setVisible(minor is not None)
        self._take.setVisible(bool(minor))
        if minor is not None:
            self._proposal.setText(self.formats.money(minor))
            self._take.setText(self.tr("Take over {amount}").format(amount=self.formats.money(minor)))
        self._counted(self.table.total())

    def set_aside(self, count: int) -> None:
        """How many shifts of the store are put aside."""
        self._aside.setText(self.tr("Go on with a suspended shift (%n)", "", count))
        self._aside.setVisible(count > 0)

    def set_message(self, text: str) -> None:
        """A sentence when it was refused; "" for none."""
        self._message.setText(text)

    def set_busy(self, *, busy: bool) -> None:
        """While it is being written."""
        self._open.setEnabled(not busy)

    def _counted(self, minor: int) -> None:
        super()._counted(minor)
        if self._proposed is None:
            return
        if minor == self._proposed:
            text = self.tr("The count agrees with it.")
        else:
            text = self.tr("{amount} against the last count.").format(
                amount=self.formats.signed_money(minor - self._proposed)
            )
        set_tone(self._difference, "ok" if minor == self._proposed else "warn")
        self._difference.setText(text)

    def _take_over(self) -> None:
        """What the last shift counted is still there: its pieces where they are known, else its sum."""
        if self._pieces:
            self.table.set_pieces(self._pieces)
        else:
            self.opened.emit(self._proposed, {})

    def _emit(self) -> None:
        self.opened.emit(self.table.total(), self.table.pieces())
