"""The parts of a receipt: put in order, added, taken away, and how each is written."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.layouts.kinds import PART_NAMES, REPEATED, REQUIRED, PartKind
from app.layouts.rules import Part, ReceiptLayout
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import Choice, Tick, note_field
from ui.widgets.row_list import Row, RowList
from ui.widgets.text import column, label, line

_ICONS: Final = {
    PartKind.LOGO: "star", PartKind.LINES: "shopping_cart", PartKind.TOTALS: "payments",
    PartKind.TAXES: "percent", PartKind.BARCODE: "barcode", PartKind.QR: "qr_code_2",
    PartKind.TEXT: "edit_note", PartKind.CUSTOMER: "person", PartKind.RULE: "remove",
}  # fmt: skip
_WORDED: Final = (PartKind.TEXT, PartKind.QR)
_STYLED: Final = frozenset({
    PartKind.NAME, PartKind.ADDRESS, PartKind.PHONE, PartKind.TAX_NUMBER, PartKind.HEADER, PartKind.FOOTER,
    PartKind.TEXT,
})  # fmt: skip


def part_name(kind: PartKind) -> str:
    """What a part is called."""
    return QCoreApplication.translate("Refusal", PART_NAMES[kind])


class ReceiptEditor(QWidget):
    """Edits a ReceiptLayout.

    Signals:
        changed(): another layout; `layout_now` gives it.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        self._parts: list[Part] = []
        self.list = RowList(tr("Parts of the receipt, from the top"))
        self.add_choice = Choice()
        self.add_choice.setAccessibleName(tr("Part to add"))
        self.add_button = Button(tr("Add"), icon="add")
        self.up_button = Button(tr("Up"), icon="arrow_back", name=tr("Move up"))
        self.down_button = Button(tr("Down"), icon="arrow_forward", name=tr("Move down"))
        self.remove_button = Button(tr("Take away"), "danger_soft", icon="delete")
        self.align = Choice([("left", tr("Left")), ("centre", tr("Middle")), ("right", tr("Right"))])
        self.align.setAccessibleName(tr("Side of the paper"))
        self.bold, self.big = Tick(tr("Bold")), Tick(tr("Large"))
        self.words = note_field(lines=3)
        self.words.setAccessibleName(tr("Text"))
        self.hint = label("", tokens.META, 400, "text2", wrap=True)
        self.sku = Tick(tr("Item number"))
        self.barcodes = Tick(tr("Barcode number"))
        self.always = Tick(tr("Quantity of each line"))
        self.notes = Tick(tr("Notes"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        body = column(self, gap=tokens.GAP)
        body.addLayout(line(self.add_choice, self.add_button, None))
        body.addWidget(self.list, 1)
        body.addLayout(line(self.up_button, self.down_button, None, self.remove_button))
        body.addLayout(line(self.align, self.bold, self.big))
        body.addWidget(self.words)
        body.addWidget(self.hint)
        body.addLayout(line(self.sku, self.barcodes))
        body.addLayout(line(self.always, self.notes))

    def _connect(self) -> None:
        self.list.current_changed.connect(lambda _key: self._show_part())
        self.add_button.clicked.connect(self._add)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.remove_button.clicked.connect(self._remove)
        self.align.currentIndexChanged.connect(lambda _place: self._styled())
        for tick in (self.bold, self.big):
            tick.clicked.connect(self._styled)
        self.words.textChanged.connect(self._styled)
        for tick in (self.sku, self.barcodes, self.always, self.notes):
            tick.clicked.connect(self.changed)

    def show_layout(self, layout: ReceiptLayout) -> None:
        """Begin with a layout."""
        self._parts = list(layout.parts)
        for tick, on in (
            (self.sku, layout.sku), (self.barcodes, layout.barcodes), (self.always, layout.always_quantity),
            (self.notes, layout.notes),
        ):  # fmt: skip
            tick.setChecked(on)
        self._show_list(0)

    def layout_now(self) -> ReceiptLayout:
        """The layout as it is edited."""
        return ReceiptLayout(
            tuple(self._parts), self.sku.isChecked(), self.always.isChecked(), self.barcodes.isChecked(),
            self.notes.isChecked(),
        )  # fmt: skip

    def place(self) -> int:
        """The place of the part that is chosen, -1 for none."""
        key = self.list.current()
        return int(key) if key else -1

    def _show_list(self, place: int) -> None:
        self.list.set_rows([self._row(i, part) for i, part in enumerate(self._parts)])
        self.list.select(str(min(place, len(self._parts) - 1)))
        there = {part.kind for part in self._parts}
        self.add_choice.set_options(
            [(k, part_name(k)) for k in PartKind if k in REPEATED or k not in there],
            self.add_choice.value() or PartKind.TEXT,
        )
        self._show_part()

    def _row(self, place: int, part: Part) -> Row:
        detail = self.tr("Must stand there") if part.kind in REQUIRED else part.text.partition("\n")[0]
        return Row(str(place), part_name(part.kind), detail, icon=_ICONS.get(part.kind, "receipt_long"))

    def _show_part(self) -> None:
        place = self.place()
        part = self._parts[place] if 0 <= place < len(self._parts) else None
        self.up_button.setEnabled(part is not None and place > 0)
        self.down_button.setEnabled(part is not None and place + 1 < len(self._parts))
        self.remove_button.setEnabled(part is not None and part.kind not in REQUIRED)
        styled = part is not None and part.kind in _STYLED
        for field in (self.align, self.bold, self.big):
            field.setEnabled(styled)
        worded = part is not None and part.kind in _WORDED
        self.words.setVisible(worded)
        self.hint.setText(self._hint(part) if part is not None else "")
        silent: tuple[QWidget, ...] = (self.align, self.bold, self.big, self.words)
        for part_field in silent:
            part_field.blockSignals(True)
        if part is not None:
            self.align.choose(part.align)
            self.bold.setChecked(part.bold)
            self.big.setChecked(part.big)
            if worded and self.words.toPlainText() != part.text:
                self.words.setPlainText(part.text)
        for part_field in silent:
            part_field.blockSignals(False)

    def _hint(self, part: Part) -> str:
        if part.kind in _WORDED:
            return self.tr(
                "{number}, {date}, {total}, {till}, {cashier} and {customer} stand for those of the sale."
            )
        if part.kind is PartKind.LOGO:
            return self.tr("The logo is chosen in Settings, Letters; receipts print it black on white.")
        if part.kind in (PartKind.HEADER, PartKind.FOOTER):
            return self.tr("The lines are written in Settings, Company.")
        return ""

    def _styled(self) -> None:
        place = self.place()
        if not 0 <= place < len(self._parts):
            return
        part = self._parts[place]
        words = self.words.toPlainText() if part.kind in _WORDED else part.text
        self._parts[place] = replace(
            part, text=words, align=str(self.align.value()), bold=self.bold.isChecked(),
            big=self.big.isChecked(),
        )  # fmt: skip
        self.changed.emit()

    def _add(self) -> None:
        kind = PartKind(self.add_choice.value())
        place = self.place() + 1
        text = {PartKind.RULE: "-", PartKind.QR: "{number}", PartKind.TEXT: self.tr("Your text")}.get(
            kind, ""
        )
        self._parts.insert(place, Part(kind, text))
        self._show_list(place)
        self.changed.emit()

    def _move(self, step: int) -> None:
        place = self.place()
        self._parts.insert(place + step, self._parts.pop(place))
        self._show_list(place + step)
        self.changed.emit()

    def _remove(self) -> None:
        place = self.place()
        del self._parts[place]
        self._show_list(max(0, place - 1))
        self.changed.emit()
