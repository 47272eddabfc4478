"""Whether receivables, cash and bank agree with the ledger, and the list of what does not."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.banking.operations.opening import take_over_opening
from app.kernel.permission import Permission
from app.reporting.reconcile import Figure, FigureKind, Item, ItemKind, reconcile
from ui.office.section import Section
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import column, label, line, set_tone


class AgreeArea(QWidget):
    """Three figures, each twice; below, what differs in the one that is chosen."""

    def __init__(self, section: Section) -> None:
        super().__init__(section)
        self.section, self.desk = section, section.desk
        self._figures: list[Figure] = []
        tr = self.tr
        self.head = label("", tokens.LABEL, 700, wrap=True)
        self.table = DataTable(tr("Figures that must agree"), [
            Column("name", tr("Figure")), Column("told", tr("Records"), 150, figure=True),
            Column("ledger", tr("Ledger"), 150, figure=True),
            Column("difference", tr("Difference"), 140, figure=True),
            Column("open", tr("Unexplained"), 140, figure=True), Column("day", tr("as of"), 120, least=900),
        ])  # fmt: skip
        self.items = DataTable(tr("What differs"), [
            Column("why", tr("Why"), 260), Column("day", tr("Day"), 120), Column("what", tr("What")),
            Column("amount", tr("Amount"), 140, figure=True),
        ])  # fmt: skip
        self.take_button = Button(tr("Take over the opening balance"), icon="account_balance")
        self.table.setFixedHeight(190)
        rows = column(self, gap=tokens.GUTTER)
        rows.addWidget(self.head)
        rows.addWidget(self.table)
        rows.addWidget(self.items, 1)
        rows.addLayout(line(None, self.take_button, gap=8))
        self.take_button.setVisible(False)
        self.table.current_changed.connect(lambda _key: self._show_items())
        self.items.opened.connect(self._open)
        self.take_button.clicked.connect(self._take_over)

    def reload(self) -> None:
        """Reckon them anew."""
        self.desk.report(reconcile, self._have)

    def _have(self, found: list[Figure]) -> None:
        kept = self.table.current()
        self._figures = found
        self.table.set_rows([self._row(i, f) for i, f in enumerate(found)])
        worst = next((str(i) for i, f in enumerate(found) if not f.agrees), "0")
        self.table.select(kept or worst)
        self._show_items()
        wrong = sum(not f.agrees for f in found)
        text = self.tr("Receivables, cash and bank agree with the ledger.")
        if wrong:
            text = self.tr("%n figure(s) not as in the ledger.", "", wrong)
        self.head.setText(text)
        set_tone(
            self.head, "danger" if any(f.unexplained_minor for f in found) else "warn" if wrong else "ok"
        )

    def _row(self, place: int, f: Figure) -> TableRow:
        formats = self.desk.formats
        names = {
            FigureKind.RECEIVABLES: self.tr("Receivables: open items"),
            FigureKind.CASH: self.tr("Cash: drawers"),
            FigureKind.BANK: self.tr("Bank: {name}").format(name=f.name),
        }
        cells = (
            names[f.kind], formats.money(f.told_minor), formats.money(f.ledger_minor),
            formats.money(f.difference_minor) if f.difference_minor else self.tr("agrees"),
            formats.money(f.unexplained_minor) if f.unexplained_minor else "",
            formats.date(f.as_of) if f.as_of else "",
        )  # fmt: skip
        return TableRow(str(place), cells, {"difference": "ok" if f.agrees else "warn", "open": "danger"})

    def _figure(self) -> Figure | None:
        key = self.table.current()
        return self._figures[int(key)] if key else None

    def _show_items(self) -> None:
        figure = self._figure()
        items = figure.items if figure is not None else ()
        self.items.set_rows([self._item(i, x) for i, x in enumerate(items)])
        opening = any(x.kind is ItemKind.OPENING for x in items)
        self.take_button.setVisible(opening and self.desk.may(Permission.SETTINGS))

    def _item(self, place: int, x: Item) -> TableRow:
        tr = self.tr
        why = {
            ItemKind.CUSTOMER: tr("open items are not the account"),
            ItemKind.OPENING: tr("before the first statement"),
            ItemKind.OPEN_LINE: tr("on a statement, to be matched"),
            ItemKind.LEFT_OUT: tr("on a statement, left out"),
            ItemKind.MISSING: tr("a statement is missing"),
            ItemKind.RECORDED: tr("recorded, on no statement"),
            ItemKind.TAKEN_BACK: tr("on a statement, taken back since"),
            ItemKind.ENTRY: tr("booked, on no statement"),
        }
        formats = self.desk.formats
        cells = (why[x.kind], formats.date(x.on) if x.on else "", x.text, formats.money(x.amount_minor))
        return TableRow(str(place), cells, {"why": "warn"})

    def _open(self, key: str) -> None:
        figure = self._figure()
        if figure is None:
            return
        item = figure.items[int(key)]
        pages = {
            ItemKind.OPEN_LINE: ("bank", "line:"), ItemKind.LEFT_OUT: ("bank", "line:"),
            ItemKind.RECORDED: ("payments", "payment:"), ItemKind.TAKEN_BACK: ("payments", "payment:"),
        }  # fmt: skip
        if item.kind in pages:
            page, prefix = pages[item.kind]
            self.desk.go_to.emit(page, f"{prefix}{item.key}")

    def _take_over(self) -> None:
        figure = self._figure()
        items = figure.items if figure is not None else ()
        opening = next((x for x in items if x.kind is ItemKind.OPENING), None)
        if opening is not None:
            self.desk.run(take_over_opening, lambda _minor: self.reload(), account_id=opening.key)
