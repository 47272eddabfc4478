"""A shelf is counted after a short pick: what is there, and what was withheld is free again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.fulfilment.operations.picking import finish_count_task
from app.fulfilment.screen_queries import CountWork
from app.fulfilment.states import ShortReason
from app.inventory.operations import adjust_stock
from app.kernel.permission import Permission
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.edits import QuantityEdit
from ui.widgets.sound import DONE, Sound
from ui.widgets.text import Card, label, line


def count_reason(reason: str) -> str:
    """Why a shelf is to be counted, as it is kept, in words: "P-000001: not_found"."""
    number, _, why = reason.partition(": ")
    tr = QCoreApplication.translate
    words = {
        ShortReason.NOT_FOUND.value: tr("CountPanel", "not there"),
        ShortReason.DAMAGED.value: tr("CountPanel", "damaged"),
        ShortReason.EXPIRED.value: tr("CountPanel", "expired"),
        ShortReason.OTHER.value: tr("CountPanel", "short"),
    }
    return f"{number}: {words[why]}" if why in words else reason


class CountPanel(DocumentPanel):
    """One shelf.

    Signals:
        counted(): it is done.
    """

    counted = Signal()

    def __init__(
        self, desk: OfficeDesk, sound: Sound, work: CountWork, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Count {name}").format(name=work.name))
        self._sound, self._work = sound, work
        self._booked = False
        self.quantity = QuantityEdit(self.tr("How many are there"), desk.formats)
        self.quantity.setFixedWidth(180)
        self.save_button = Button(self.tr("Counted"), "primary", icon="task_alt", hint="F10")
        self.save_button.setEnabled(desk.may(Permission.ADJUST_STOCK))
        card = Card(well=True)
        card.body.addWidget(label(work.bin or self.tr("No fixed place"), tokens.TOTAL, 700))
        card.body.addWidget(label(work.name, tokens.KEY, 600, wrap=True))
        card.body.addWidget(label(f"{work.sku} · {count_reason(work.reason)}", tokens.BODY, 400, "text2"))
        head = label(self.tr("How many are there"), tokens.CAPTION, 500, "text2")
        head.setBuddy(self.quantity)
        card.body.addWidget(head)
        card.body.addLayout(line(self.quantity, None))
        self.page.addWidget(card)
        self.page.addStretch(1)
        self.content.addLayout(line(None, self.save_button))
        self.first = self.quantity
        self.quantity.returnPressed.connect(self.save)
        self.save_button.clicked.connect(self.save)

    def save(self) -> None:
        """Book the difference, then let the goods be promised again."""
        counted, work = self.quantity.value(), self._work
        if counted is None:
            self.refuse(self.quantity.error() or self.tr("Enter how many are there; 0 if none is."))
            return
        difference = counted - work.on_hand_milli
        if difference and not self._booked:
            self.run(
                adjust_stock, self._adjusted, product_id=work.product_id, location_id=work.location_id,
                quantity_milli=difference, reason=work.reason, business_date=self.desk.services.context.on,
            )  # fmt: skip
        else:
            self._finish()

    def _adjusted(self, _answer: Any) -> None:
        self._booked = True
        self._finish()

    def _finish(self) -> None:
        self.run(finish_count_task, self._finished, task_id=self._work.id)

    def _finished(self, _answer: Any) -> None:
        self._sound.play(DONE)
        self.desk.say(self.tr("{name} is counted.").format(name=self._work.name))
        self.counted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 books it."""
        if event.key() == Qt.Key.Key_F10:
            self.save()
        else:
            super().keyPressEvent(event)
