"""Goods in: what is expected first, then what came lately."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.fulfilment.goods_in import (
    DeliveryRow,
    ReceiptRow,
    find_delivery,
    list_deliveries,
    list_receipts,
)
from app.inventory.receipts import TOLERANCE_SETTING
from app.kernel.permission import Permission
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting
from ui.inventory.area import StockArea
from ui.inventory.expect_panel import ExpectPanel
from ui.inventory.proposals_panel import ProposalsPanel
from ui.inventory.receipt_panel import ReceiptPanel
from ui.inventory.receive_panel import ReceivePanel
from ui.office.section import Section
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, TableRow
from ui.widgets.edits import PercentEdit
from ui.widgets.sound import Sound
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_CAME: Final = "came:"
_EXPECTED: Final = "expected:"


class ReceiptsArea(StockArea):
    """The list of goods in."""

    def __init__(self, section: Section, sound: Sound) -> None:
        tr = self.tr
        self._deliveries: list[DeliveryRow] = []
        super().__init__(
            section, sound, tr("Goods in"),
            [
                Column("state", tr("State"), 110), Column("number", tr("Number"), 170),
                Column("supplier", tr("Supplier")), Column("place", tr("Into"), 160, least=1000),
                Column("lines", tr("What"), 170), Column("day", tr("Day"), 205),
            ],
            EmptyState(
                "inbox", tr("Nothing is expected, nothing came yet"),
                tr("Press F10 when goods arrive, or note an order to a supplier."),
            ),
            Button(tr("Receive goods"), "primary", icon="add", hint="F10"),
        )  # fmt: skip
        self.expect_button = Button(tr("Order to a supplier"), icon="edit_note", hint="F9")
        self.buy_button = Button(tr("Needed for orders"), icon="edit_note", hint="F8")
        self.foot.insertWidget(2, self.expect_button)
        self.buy_button.clicked.connect(self.propose)
        self.expect_button.clicked.connect(self.expect)
        self.tolerance = PercentEdit(tr("Tolerated above the order, per cent"), self.desk.formats)
        self.tolerance.setFixedWidth(110)
        self.tolerance.setFont(font(tokens.BODY, 600))
        self.tolerance.setPlaceholderText(self.desk.formats.percent(0))
        self._tolerated: int | None = None
        holder = QWidget()
        told = label(tr("Tolerated above the order"), tokens.CAPTION, 500, "text2")
        told.setBuddy(self.tolerance)
        holder.setLayout(line(None, told, self.tolerance, gap=8))
        self.top.addWidget(self.buy_button)
        self.top.addStretch(1)
        self.top.addWidget(holder)
        holder.setVisible(self.desk.may(Permission.SETTINGS))
        self.tolerance.editingFinished.connect(self._set_tolerance)

    def hint(self) -> str:
        """What a scan does here."""
        return self.tr("A scan of the order's number opens it.")

    def _have_tolerance(self, found: object) -> None:
        self._tolerated = found if isinstance(found, int) else 0
        self.tolerance.set_value(self._tolerated)

    def _set_tolerance(self) -> None:
        """How much more than was ordered is taken without a question."""
        wanted = self.tolerance.value() or 0
        if self.tolerance.error() or wanted == self._tolerated:
            return
        self._tolerated = wanted
        said = self.tr("So much more than was ordered is taken without a question.")
        self.desk.run(save_setting, lambda _none: self.desk.say(said), name=TOLERANCE_SETTING, value=wanted)

    def ask(self, asked: int) -> None:
        """What is expected, then what came."""
        if self.desk.may(Permission.SETTINGS):
            self.desk.ask(find_setting, self._have_tolerance, name=TOLERANCE_SETTING)

        def have(expected: list[DeliveryRow]) -> None:
            self._deliveries = expected
            self.desk.ask(list_receipts, lambda came: self._have(expected, came, asked))

        self.desk.ask(list_deliveries, have)

    def _have(self, expected: list[DeliveryRow], came: list[ReceiptRow], asked: int) -> None:
        formats = self.desk.formats
        rows = []
        for place, x in enumerate(expected):
            late = x.due_on < self.desk.services.context.on
            state = self.tr("Late") if late else self.tr("Expected")
            part = self.tr("part came") if x.received_milli else ""
            what = ", ".join(filter(None, (self.tr("%n line(s)", "", x.lines), part)))
            cells = (state, x.reference, x.supplier, x.place, what, formats.date(x.due_on))
            rows.append(TableRow(f"{_EXPECTED}{place}", cells, {"state": "danger" if late else "warn"}))
        for r in came:
            cells = (self.tr("Came"), r.number, r.supplier, r.place, r.reference, formats.date_time(r.at))
            rows.append(TableRow(f"{_CAME}{r.id}", cells, {"state": "ok"}))
        self.show_rows(rows, asked)

    def open(self, key: str) -> None:
        """Receive what is expected, or look at what came."""
        if key.startswith(_EXPECTED):
            self.receive(self._deliveries[int(key.removeprefix(_EXPECTED))])
        else:
            self.show_receipt(int(key.removeprefix(_CAME)))

    def show_document(self, document_id: int) -> None:
        """A goods receipt."""
        self.show_receipt(document_id)

    def scanned(self, raw: str) -> bool:
        """The number of an order to a supplier."""

        def found(delivery: DeliveryRow | None) -> None:
            if delivery is None:
                self.desk.say(
                    self.tr("{code} is not expected. Press F10 to receive it without an order.").format(
                        code=raw.strip()
                    ),
                    "warn",
                )
            else:
                self.receive(delivery)

        self.desk.ask(find_delivery, found, reference=raw)
        return True

    def pressed(self, key: Qt.Key) -> bool:
        """F9: note an order to a supplier; F8: what orders wait for."""
        act = {Qt.Key.Key_F9: self.expect, Qt.Key.Key_F8: self.propose}.get(key)
        if act is not None:
            act()
            return True
        return super().pressed(key)

    def primary(self) -> None:
        """Goods that nobody noted before."""
        self.receive(None)

    def receive(self, delivery: DeliveryRow | None) -> ReceivePanel:
        """Goods come in."""
        panel = ReceivePanel(self.desk, self.sound, delivery)
        panel.received.connect(self.show_receipt)
        panel.given_up.connect(self.done)
        self.section.open_panel(panel)
        panel.load()
        return panel

    def expect(self) -> ExpectPanel:
        """Note an order to a supplier."""
        panel = ExpectPanel(self.desk, self.sound)
        panel.expected.connect(self.done)
        self.section.open_panel(panel)
        panel.load()
        return panel

    def propose(self) -> ProposalsPanel:
        """What orders wait for and nobody has ordered yet."""
        panel = ProposalsPanel(self.desk)
        panel.bought.connect(self.done)
        self.section.open_panel(panel)
        panel.load()
        return panel

    def show_receipt(self, receipt_id: int) -> ReceiptPanel:
        """What came."""
        panel = ReceiptPanel(self.desk)
        self.section.open_panel(panel)
        panel.load(receipt_id)
        return panel
