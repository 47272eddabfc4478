"""A new case: about a line of a receipt, or a lot that is called back."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.cases.operations import CaseDraft, OpenedCase, open_case
from app.cases.queries import SoldLine, list_sold_lines
from app.cases.states import CaseKind
from app.kernel.refusal import Refusal
from app.reporting.lots import LotRow, find_lots
from ui.cases.words import kinds
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.form import Choice, Form, NumberBox, note_field, text_field

_MONTHS = 24
_MOST_MONTHS = 240


class NewCasePanel(EditorPanel):
    """The receipt is typed or scanned, then one of its lines is chosen.

    Signals:
        done(object): an OpenedCase.
    """

    done = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        tr = self.tr
        self._desk = desk
        self._uuid = str(uuid4())
        self._lines: list[SoldLine] = []
        self.form = Form(2)
        super().__init__(tr("New case"), self.form, save=tr("Open the case"), parent=parent)
        self.kind = Choice(kinds())
        self.receipt = text_field(limit=40, placeholder=tr("Type or scan the receipt"))
        self.sold = Choice()
        self.quantity = text_field("1", limit=20)
        self.months = NumberBox(1, _MOST_MONTHS, _MONTHS)
        self.lot_code = text_field(limit=60, placeholder=tr("Type the lot, then Enter"))
        self.lot = Choice()
        self.words = note_field(lines=4)
        self.form.add(tr("What it is"), self.kind)
        self.form.add(tr("Months of warranty"), self.months)
        self.form.add(tr("Receipt number"), self.receipt)
        self.form.add(tr("Line of the receipt"), self.sold)
        self.form.add(tr("Quantity"), self.quantity)
        self.form.add(tr("Lot"), self.lot_code)
        self.form.add(tr("Lot of which product"), self.lot, wide=True)
        self.form.add(tr("What happened"), self.words, wide=True)
        self.form.end()
        self.first = self.kind
        self.kind.currentIndexChanged.connect(lambda _place: self._follow())
        self.receipt.editingFinished.connect(self.find_receipt)
        self.lot_code.editingFinished.connect(self._find_lot)
        self.saved.connect(self._write)
        self._follow()
        self.watch([self.kind, self.receipt, self.sold, self.quantity, self.months, self.lot, self.words])

    def _follow(self) -> None:
        kind = CaseKind(self.kind.value())
        recall = kind is CaseKind.RECALL
        for field in (self.receipt, self.sold, self.quantity):
            field.setEnabled(not recall)
        self.months.setEnabled(kind is CaseKind.WARRANTY)
        for field in (self.lot_code, self.lot):
            field.setEnabled(recall)

    def take_receipt(self, number: str) -> None:
        """This receipt is meant."""
        self.receipt.setText(number)
        self.find_receipt()

    def find_receipt(self) -> None:
        """Offer the lines of the receipt that was typed."""
        number = self.receipt.text().strip()
        if number:
            self._desk.ask(list_sold_lines, self._have_lines, number=number)

    def _have_lines(self, lines: list[SoldLine]) -> None:
        self._lines = lines
        quantity = self._desk.formats.quantity
        self.sold.set_options(
            [(x.position, f"{quantity(x.quantity_milli)} × {x.name}") for x in lines], self.sold.value()
        )
        if not lines:
            self.refuse(self.tr("There is no receipt of that number. Check it."))

    def _find_lot(self) -> None:
        code = self.lot_code.text().strip()
        if code:
            self._desk.report(find_lots, self._have_lots, code=code)

    def _have_lots(self, lots: list[LotRow]) -> None:
        self.lot.set_options([(x.id, f"{x.code}, {x.name}") for x in lots])
        if not lots:
            self.refuse(self.tr("There is no lot of that code. Check it."))

    def _draft(self) -> CaseDraft:
        kind, words = CaseKind(self.kind.value()), self.words.toPlainText()
        if kind is CaseKind.RECALL:
            return CaseDraft(kind, words, lot_id=self.lot.value())
        quantity = self._desk.formats.parse_quantity(self.quantity.text().strip() or "0")
        sale_id = self._lines[0].sale_id if self._lines else None
        return CaseDraft(
            kind, words, sale_id, self.sold.value(), quantity, warranty_months=self.months.value()
        )

    def _write(self) -> None:
        try:
            draft = self._draft()
        except Refusal as refusal:
            self.refuse(describe(refusal))
            return
        self._desk.run(open_case, self._written, self._failed, uuid=self._uuid, draft=draft)

    def _written(self, done: OpenedCase) -> None:
        self.clean()
        self.done.emit(done)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
