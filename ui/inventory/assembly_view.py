"""One piece of work that was done: its parts, and the way back."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.assembly.operations import Assembled, undo_assembly
from app.assembly.queries import AssemblyLine, AssemblyRow, get_assembly
from app.kernel.permission import Permission
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import label, line


class AssemblyView(DocumentPanel):
    """What went in and what came out.

    Signals:
        undone(): it was taken back.
    """

    undone = Signal()

    def __init__(self, desk: OfficeDesk, assembly_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self._assembly_id = assembly_id
        self._uuid = str(uuid4())
        self._with_cost = desk.may(Permission.VIEW_COST)
        self.head = label("", tokens.LABEL, 600, wrap=True)
        cost = [Column("cost", self.tr("Cost"), 130, figure=True)] if self._with_cost else []
        self.table = DataTable(
            self.tr("Parts"),
            [
                Column("sku", self.tr("Number"), 150, least=700), Column("item", self.tr("Item")),
                Column("quantity", self.tr("Quantity"), 140, figure=True), *cost,
            ],
        )  # fmt: skip
        self.undo_button = Button(self.tr("Take back…"), icon="undo")
        self.page.addWidget(self.head)
        self.page.addWidget(self.table, 1)
        self.content.addLayout(line(self.undo_button, None))
        self.undo_button.clicked.connect(self.ask_undo)

    def load(self) -> None:
        """Read it."""
        self.ask(get_assembly, self._have, assembly_id=self._assembly_id)

    def _have(self, found: tuple[AssemblyRow, tuple[AssemblyLine, ...]]) -> None:
        row, lines = found
        formats = self.desk.formats
        self.set_title(f"{row.number} · {row.name}")
        told = [
            formats.quantity(row.quantity_milli, row.unit), formats.date_time(row.at), row.who, row.note,
        ]  # fmt: skip
        if self._with_cost:
            told.insert(1, formats.money(row.product_minor))
        self.head.setText(" · ".join(part for part in told if part))
        self.table.set_rows(
            [
                TableRow(
                    str(i),
                    (
                        x.sku, x.name, formats.quantity(x.quantity_milli, x.unit),
                        *((formats.money(x.cost_minor),) if self._with_cost else ()),
                    ),
                    {},
                )
                for i, x in enumerate(lines)
            ]
        )  # fmt: skip
        open_ = not row.is_undone and row.undoes_id is None
        self.undo_button.setVisible(open_ and self.desk.may(Permission.ASSEMBLE))

    def ask_undo(self) -> None:
        """A question first."""
        self.asking.ask(
            self.tr("Take this back? The same goods are booked the other way."), self.tr("Take back"),
            lambda _text: self._undo(), text=None,
        )  # fmt: skip

    def _undo(self) -> None:
        self.run(undo_assembly, self._undone, uuid=self._uuid, assembly_id=self._assembly_id)

    def _undone(self, done: Assembled) -> None:
        self.desk.say(self.tr("{number} is booked.").format(number=done.number))
        self.undone.emit()
