"""One receipt: its lines, to take goods back or to print it again; and goods without a receipt."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.till.back import Back
from app.till.states import ReturnCondition
from ui.theme import tokens
from ui.till.panels_ask import AskPanel, text_edit
from ui.till.panels_lists import ListPanel
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.text import column, label, line


def return_reasons() -> list[str]:
    """Why goods come back; another one may be typed."""
    tr = QCoreApplication.translate
    return [
        tr("Return", "Does not fit"), tr("Return", "Changed mind"), tr("Return", "Faulty"),
        tr("Return", "Wrong item"), tr("Return", "Expired"),
    ]  # fmt: skip


def _conditions() -> list[tuple[str, str]]:
    tr = QCoreApplication.translate
    return [
        (ReturnCondition.SHELF.value, tr("Return", "Back to the shelf")),
        (ReturnCondition.QUARANTINE.value, tr("Return", "To be checked")),
        (ReturnCondition.SCRAP.value, tr("Return", "Scrap")),
    ]


class WhyBack(QWidget):
    """Why goods come back and in which condition; both are chosen already, so that no tap is needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons = ChipBar(self.tr("Reason"))
        self._conditions = ChipBar(self.tr("Condition"))
        self._other = text_edit(self.tr("Another reason"))
        self._other.setFixedWidth(_OTHER_W)
        rows = column(gap=8)
        rows.addWidget(self._reasons)
        rows.addLayout(line(self._conditions, self._other))
        self.setLayout(rows)
        self._reasons.chosen.connect(lambda _key: self._other.clear())
        self.reset()

    def reset(self) -> None:
        """Begin with the usual."""
        reasons = return_reasons()
        self._reasons.set_chips([(x, x) for x in reasons], reasons[0])
        self._conditions.set_chips(_conditions(), ReturnCondition.SHELF.value)
        self._other.clear()

    def back(self) -> Back:
        """What is chosen, without a receipt."""
        reason = self._other.text().strip() or self._reasons.selected()
        return Back(reason, ReturnCondition(self._conditions.selected() or ReturnCondition.SHELF.value))


_OTHER_W = 190


class ReceiptPanel(ListPanel):
    """The lines of a receipt; chosen carries the position of the one that comes back.

    Signals (besides those of ListPanel):
        all_requested(): everything comes back.
        print_requested(): a copy.
    Setters: set_title, set_rows, set_returnable, set_message. `why.back()` is the chosen reason.
    """

    all_requested = Signal()
    print_requested = Signal()
    stays = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", "receipt_long", parent)
        self.list.setAccessibleName(self.tr("Lines of the receipt"))
        self.why = WhyBack()
        self._all = Button(self.tr("Everything comes back"), icon="undo")
        self._print = Button(self.tr("Print copy"), icon="print")
        self._all.clicked.connect(self.all_requested)
        self._print.clicked.connect(self.print_requested)
        self.content.addWidget(self.why)
        self.content.addLayout(line(self._all, self._print))

    def set_returnable(self, *, on: bool) -> None:
        """Whether goods may come back now."""
        for part in (self._all, self.why):
            part.setEnabled(on)


class LooseReturnPanel(AskPanel):
    """Goods come back without a receipt: why, and in which condition.

    Signals:
        begun(object): the Back that is scanned from now on.
    """

    begun = Signal(object)

    def __init__(self, credit: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", "undo", parent)
        self.set_title(self.tr("Return without receipt"))
        self.go.setText(self.tr("Scan what comes back"))
        self.why = WhyBack()
        self.first = self.go
        hint = self.tr("If there is a receipt, scan it instead.")
        self.add(label(hint, tokens.LABEL, tone="text2", wrap=True), self.why)
        if credit:
            self.add(label(credit, tokens.LABEL, 500, "warn", wrap=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins: all is chosen already."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
        else:
            super().keyPressEvent(event)

    def _submit(self) -> None:
        self.begun.emit(self.why.back())
