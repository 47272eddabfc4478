"""A credit note for lines: how much of each, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.invoicing.operations.credit import CreditWish
from app.invoicing.queries import InvoiceDetail
from ui.formatting import Formats
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.edits import QuantityEdit
from ui.widgets.form import Tick, text_field
from ui.widgets.text import Card, Elided, label, line


class CreditCard(Card):
    """Fields over the lines of an invoice.

    Signals:
        changed(): another quantity.
        wanted(): write it.
        dropped(): not after all.
    """

    changed = Signal()
    wanted = Signal()
    dropped = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent, well=True)
        self._formats = formats
        self._left: dict[int, int] = {}
        self._line_id = 0
        self._filling = False
        self.wishes: dict[int, int] = {}
        self.name = Elided("", tokens.LABEL, 600)
        self.quantity = QuantityEdit(self.tr("Quantity to credit of this line"), formats)
        self.quantity.setFont(font(tokens.BODY, 600))
        self.quantity.setFixedWidth(110)
        self.all_button = Button(self.tr("Everything"))
        self.reason = text_field(placeholder=self.tr("Why? It stands on the paper."))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.again = Tick(self.tr("The goods stay sold and are billed again"))
        self.write_button = Button(self.tr("Write credit note"), "primary", icon="undo")
        self.drop_button = Button(self.tr("Not now"))
        row = line(label(self.tr("Credit"), tokens.LABEL, 600), self.name, self.quantity, self.all_button)
        row.setStretch(1, 1)
        self.body.addLayout(row)
        below = line(self.reason, self.again, self.drop_button, self.write_button, gap=8)
        below.setStretch(0, 1)
        self.body.addLayout(below)
        self.quantity.value_changed.connect(lambda _value: self._read())
        self.quantity.returnPressed.connect(self.reason.setFocus)
        self.reason.returnPressed.connect(self.wanted)
        self.all_button.clicked.connect(self._all)
        self.write_button.clicked.connect(self.wanted)
        self.drop_button.clicked.connect(self.dropped)
        self.setVisible(False)

    def start(self, detail: InvoiceDetail) -> None:
        """Begin with nothing chosen."""
        credited = dict(detail.credited)
        self._left = {x.id: x.quantity_milli - credited.get(x.id, 0) for x in detail.lines}
        self.wishes.clear()
        self.reason.clear()
        self.setVisible(True)

    def show_line(self, line_id: int, name: str) -> None:
        """The line the keyboard is on."""
        self._filling = True
        self._line_id = line_id
        self.name.set_text(name)
        self.quantity.set_value(self.wishes.get(line_id))
        self.quantity.setPlaceholderText(self._formats.quantity(self._left.get(line_id, 0)))
        self._filling = False

    def drafts(self) -> list[CreditWish]:
        """As the room takes them."""
        return [CreditWish(line_id, q) for line_id, q in sorted(self.wishes.items()) if q]

    def _read(self) -> None:
        if self._filling:
            return
        value = self.quantity.value()
        if value:
            self.wishes[self._line_id] = value
        else:
            self.wishes.pop(self._line_id, None)
        self.changed.emit()

    def _all(self) -> None:
        self.wishes = {line_id: q for line_id, q in self._left.items() if q > 0}
        self._filling = True
        self.quantity.set_value(self.wishes.get(self._line_id))
        self._filling = False
        self.changed.emit()
        self.reason.setFocus()
