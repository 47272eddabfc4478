"""How a product is kept: what it costs when it leaves, by lot or not, below zero or not."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.inventory.policies import Policy, get_policy, set_policy
from app.inventory.states import Costing, NegativeStock, SerialUse
from ui.inventory.line_fields import CostEdit
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.widgets.button import Button
from ui.widgets.form import Choice, Form, Tick
from ui.widgets.text import line


def negative_choices(by_default: str) -> list[tuple[NegativeStock | None, str]]:
    """What the books may do below zero; the first is what happens where nothing is said."""
    tr = QCoreApplication.translate
    return [
        (None, by_default), (NegativeStock.BLOCK, tr("Stock", "Block it")),
        (NegativeStock.WARN, tr("Stock", "Ask before it is shipped")),
        (NegativeStock.ALLOW, tr("Stock", "Allow it")),
    ]  # fmt: skip


class PolicyPanel(DocumentPanel):
    """One product.

    Signals:
        saved(): it is kept so from now on.
    """

    saved = Signal()

    def __init__(self, desk: OfficeDesk, product_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("How {name} is kept").format(name=name))
        self._product_id, self._name = product_id, name
        tr = self.tr
        self.costing = Choice(
            [
                (Costing.AVERAGE, tr("The average of what is there")),
                (Costing.FIFO, tr("What came in first leaves first")),
                (Costing.STANDARD, tr("A cost that is set")),
            ]
        )  # fmt: skip
        self.standard = CostEdit(tr("Set cost of one"), desk.formats)
        self.negative = Choice(negative_choices(tr("As the place says")))
        self.by_lot = Tick(tr("Kept by lot, with the last day"))
        self.serials = Choice(
            [
                (SerialUse.NONE, tr("Without serial numbers")),
                (SerialUse.SALE, tr("A serial number, asked when it is sold")),
                (SerialUse.ALWAYS, tr("A serial number from goods in on")),
            ]
        )  # fmt: skip
        self.save_button = Button(tr("Save"), "primary", icon="check", hint="Ctrl+S")
        form = Form(1)
        form.add(
            tr("Goods that leave cost"), self.costing,
            hint=tr("A change takes what is there as it is worth now."),
        )  # fmt: skip
        form.add(tr("Set cost of one"), self.standard)
        form.add(tr("When more is taken than the books have"), self.negative)
        form.add("", self.by_lot, hint=tr("The lot is asked for at goods in and when picking."))
        form.add(
            tr("Serial numbers"), self.serials,
            hint=tr("Each piece has a number of its own: at the till, when picking, in returns."),
        )  # fmt: skip
        form.end()
        self.page.addWidget(form)
        self.page.addStretch(1)
        self.content.addLayout(line(None, self.save_button))
        self.first = self.costing
        self.save_button.clicked.connect(self.save)
        self.costing.currentIndexChanged.connect(lambda _place: self._show_standard())
        self._show_standard()

    def load(self) -> None:
        """Read it."""
        self.ask(get_policy, self._have, product_id=self._product_id)

    def _have(self, policy: Policy) -> None:
        self.costing.choose(policy.costing)
        self.negative.choose(policy.negative)
        self.by_lot.setChecked(policy.by_lot)
        self.serials.choose(policy.serials)
        self.standard.set_micro(policy.standard_micro)
        self._show_standard()

    def _show_standard(self) -> None:
        self.standard.setEnabled(self.costing.value() == Costing.STANDARD)

    def save(self) -> None:
        """Keep it so."""
        negative = self.negative.value()
        costing = Costing(self.costing.value())
        is_set = costing is Costing.STANDARD and self.standard.value() is not None
        policy = Policy(
            costing, self.by_lot.isChecked(), NegativeStock(negative) if negative else None,
            self.standard.micro() if is_set else None, SerialUse(self.serials.value()),
        )  # fmt: skip
        self.run(set_policy, self._done, product_id=self._product_id, policy=policy)

    def _done(self, _none: Any) -> None:
        self.desk.say(self.tr("{name} is kept so from now on.").format(name=self._name))
        self.saved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves."""
        if event.key() == Qt.Key.Key_S and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        else:
            super().keyPressEvent(event)
