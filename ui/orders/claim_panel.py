"""Goods of an order that came back, were missing or damaged: how much of which line, and why."""

from __future__ import annotations

from typing import Any, Final
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.invoicing.claim_queries import DeliveredLine, list_delivered
from app.invoicing.operations.claims import Claim, claim_delivery, take_back_goods
from app.invoicing.states import ClaimKind
from app.invoicing.store import SavedInvoice
from app.kernel.permission import Permission
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.edits import QuantityEdit
from ui.widgets.form import Choice, Tick, text_field
from ui.widgets.text import Card, Elided, column, label, line

_WIDE: Final = 900


class ClaimPanel(DocumentPanel):
    """The panel.

    Signals:
        done(object): it is saved; the order's id.
    """

    done = Signal(object)

    def __init__(self, desk: OfficeDesk, order_id: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Came back, missing or damaged: {order}").format(order=title))
        tr = self.tr
        self._order_id = order_id
        self._uuids: dict[int, str] = {}
        self._left: list[int] = []
        self._notes: list[str] = []
        self._filling = False
        self.lines: dict[str, DeliveredLine] = {}
        self.wishes: dict[str, int] = {}
        self.kind = Choice(self._kinds())
        self.kind.setAccessibleName(tr("What happened"))
        self.reason = text_field(placeholder=tr("What the customer says; it stands on the credit note"))
        self.reason.setAccessibleName(tr("Reason"))
        self.again = Tick(tr("Still wanted: send again"))
        self.quarantine = Tick(tr("Into quarantine"))
        self.table = DataTable(tr("Delivered lines"), [
            Column("item", tr("Item")), Column("note", tr("Delivery note"), 170, least=_WIDE),
            Column("delivered", tr("Delivered"), 110, figure=True),
            Column("before", tr("Settled before"), 140, figure=True),
            Column("now", tr("Now"), 100, figure=True),
        ])  # fmt: skip
        self.name = Elided("", tokens.LABEL, 600)
        self.quantity = QuantityEdit(tr("Quantity"), desk.formats)
        self.all_button = Button(tr("All that is left"))
        self.primary = Button(tr("Save and credit"), "primary", hint="F10", icon="task_alt")
        self._lay_out()
        self.table.current_changed.connect(self._line_chosen)
        self.table.opened.connect(lambda _key: self.quantity.setFocus())
        self.quantity.value_changed.connect(self._typed)
        self.quantity.returnPressed.connect(self._next_line)
        self.all_button.clicked.connect(self._take_all)
        self.kind.currentIndexChanged.connect(lambda _place: self._show_ticks())
        self.again.toggled.connect(lambda _on: self._show_ticks())
        self.reason.returnPressed.connect(self.save)
        self.primary.clicked.connect(self.save)
        self.first = self.quantity
        self._show_ticks()

    def _kinds(self) -> list[tuple[ClaimKind, str]]:
        tr, may = self.tr, self.desk.may
        back = [(ClaimKind.RETURNED, tr("Goods came back"))] if may(Permission.SHIP) else []
        wrong = [
            (ClaimKind.MISSING, tr("Missing on delivery")), (ClaimKind.DAMAGED, tr("Damaged on delivery")),
        ]  # fmt: skip
        return [*back, *(wrong if may(Permission.CREDIT_NOTE) else [])]

    def _chosen_kind(self) -> ClaimKind:
        return ClaimKind(self.kind.value())

    def _lay_out(self) -> None:
        self.kind.setFixedWidth(230)
        top = line(self.kind, self.reason, gap=8)
        top.setStretch(1, 1)
        self.page.addLayout(top)
        self.page.addLayout(line(self.again, self.quarantine, None, gap=20))
        self.page.addWidget(self.table, 1)
        card = Card(well=True)
        holder = QWidget()
        inner = column(holder, gap=2)
        head = label(self.tr("Quantity"), tokens.CAPTION, 500, "text2")
        head.setBuddy(self.quantity)
        inner.addWidget(head)
        inner.addWidget(self.quantity)
        self.quantity.setFont(font(tokens.BODY, 600))
        self.quantity.setFixedWidth(120)
        row = line(self.name, self.all_button, holder, gap=10)
        row.setStretch(0, 1)
        card.body.addLayout(row)
        self.page.addWidget(card)
        self.content.addLayout(line(None, self.primary))

    def load(self) -> None:
        """Read what was delivered."""
        self.ask(list_delivered, self._have, order_id=self._order_id)

    def _have(self, found: list[DeliveredLine]) -> None:
        self.lines = {str(x.id): x for x in found if x.left_milli > 0}
        self.table.set_rows([self._row(x) for x in self.lines.values()])
        self._line_chosen(self.table.current())
        self.take_focus()

    def _row(self, x: DeliveredLine) -> TableRow:
        quantity = self.desk.formats.quantity
        settled = x.returned_milli + x.claimed_milli
        now = self.wishes.get(str(x.id), 0)
        cells = (
            x.name, x.number, quantity(x.delivered_milli, x.unit), quantity(settled) if settled else "",
            quantity(now) if now else "",
        )  # fmt: skip
        return TableRow(str(x.id), cells, {"now": "danger"} if now > x.left_milli else {"now": "primary"})

    def _line_chosen(self, key: str) -> None:
        found = self.lines.get(key)
        self._filling = True
        self.name.set_text(found.name if found is not None else self.tr("Nothing left of the deliveries"))
        self.quantity.set_value(self.wishes.get(key))
        self.quantity.setEnabled(found is not None)
        self.all_button.setEnabled(found is not None)
        self._filling = False

    def _typed(self, value: int | None) -> None:
        key = self.table.current()
        if self._filling or key not in self.lines:
            return
        self.wishes[key] = value or 0
        self.table.replace_row(self._row(self.lines[key]))

    def _next_line(self) -> None:
        """Enter: the next line, after the last one the reason."""
        keys = self.table.keys()
        place = keys.index(self.table.current()) + 1 if self.table.current() in keys else len(keys)
        if place < len(keys):
            self.table.select(keys[place])
            self.quantity.selectAll()
        else:
            self.reason.setFocus()

    def _take_all(self) -> None:
        found = self.lines.get(self.table.current())
        if found is not None:
            self.quantity.set_value(found.left_milli)

    def _show_ticks(self) -> None:
        back = self._chosen_kind() is ClaimKind.RETURNED
        self.again.setVisible(back)
        self.quarantine.setVisible(back)
        credits_ = not (back and (self.again.isChecked() or not self.desk.may(Permission.CREDIT_NOTE)))
        self.primary.setText(self.tr("Save and credit") if credits_ else self.tr("Save"))

    # --- saving: one operation for each delivery ---

    def save(self) -> None:
        """F10."""
        wanted = {k: q for k, q in self.wishes.items() if q and k in self.lines}
        if not wanted:
            self.refuse(self.tr("Enter a quantity first."))
            self.quantity.setFocus()
            return
        self._left = sorted({self.lines[k].shipment_id for k in wanted})
        self._notes = []
        self._save_next()

    def _save_next(self) -> None:
        if not self._left:
            said = self.tr("Saved.")
            if self._notes:
                said = self.tr("Saved; {numbers} is written.").format(numbers=", ".join(self._notes))
            self.desk.say(said)
            self.done.emit(self._order_id)
            return
        shipment_id = self._left[0]
        uuid = self._uuids.setdefault(shipment_id, str(uuid4()))
        wanted = {
            int(k): q for k, q in self.wishes.items() if q and self.lines[k].shipment_id == shipment_id
        }  # fmt: skip
        self._run(uuid, shipment_id, wanted)

    def _run(self, uuid: str, shipment_id: int, wanted: dict[int, int]) -> None:
        kind, said = self._chosen_kind(), self.reason.text()
        more: dict[str, Any]
        if kind is ClaimKind.RETURNED:
            more = {
                "quantities": wanted, "reason": said, "ship_again": self.again.isChecked(),
                "quarantine": self.quarantine.isChecked(),
                "credit": self.desk.may(Permission.CREDIT_NOTE),
            }  # fmt: skip
            self.run(take_back_goods, self._saved, uuid=uuid, shipment_id=shipment_id, **more)
        else:
            more = {"claims": [Claim(i, kind, q) for i, q in wanted.items()], "remark": said}
            self.run(claim_delivery, self._saved, uuid=uuid, shipment_id=shipment_id, **more)

    def _saved(self, notes: tuple[SavedInvoice, ...]) -> None:
        self._notes += [x.number or "" for x in notes]
        self._left.pop(0)
        self._save_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 saves."""
        if event.key() == Qt.Key.Key_F10:
            self.save()
        else:
            super().keyPressEvent(event)
