"""Loss prevention: each cashier beside the others, why a figure stands out, and what is behind it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.accounting.table_files import Cell
from app.reporting.loss import (
    COUNTED,
    PATTERNS,
    WATCHED,
    CashierRow,
    Evidence,
    Figure,
    list_cashiers,
    list_evidence,
)
from ui.office.export import save_button
from ui.office.section import OfficeDesk
from ui.reporting.control_page import ControlPage
from ui.reporting.control_words import figure_words, why_words
from ui.theme import tokens
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import Card, label, line

_NARROW: Final = (Figure.SALES, Figure.NO_SALES, Figure.OVERRIDES)  # short heads: room for the names
_ROWS: Final = (tuple(f for f in WATCHED if f not in PATTERNS), PATTERNS)  # of the chips
_WIDE: Final = 1000
_MARK: Final = "● "  # before what stands out


class CashiersPage(ControlPage):
    """Counts by cashier, unusual ones in red; below, the receipts behind the chosen figure."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._words = words = figure_words()
        self._figure: Figure = WATCHED[0]
        self._rows: dict[str, CashierRow] = {}
        self._evidence: list[Evidence] = []
        self.period = self.make_period()
        hint = self.tr("Red: at least twice as often as with the others, and so often that it is not chance.")
        self.table = DataTable(
            self.tr("Cashiers"),
            [
                Column("name", self.tr("Cashier")),
                *(_column(f, words[f]) for f in COUNTED),
                Column("patterns", self.tr("Patterns"), 84, figure=True),
            ],
        )
        self.figures = ChipBar(self.tr("What is behind it"))
        self.patterns = ChipBar(self.tr("Patterns"))
        self.why = label("", tokens.SUB, tone="text2", wrap=True)
        self.evidence = DataTable(
            self.tr("Behind the figure"),
            [
                Column("at", self.tr("When"), 190),
                Column("what", self.tr("Receipt"), 150),
                Column("amount", self.tr("Amount"), 120, figure=True),
                Column("reason", self.tr("Reason")),
                Column("approver", self.tr("Allowed by"), 140, least=620),
            ],
        )
        counts = frozenset(i for i, f in enumerate(COUNTED, start=1) if f is not Figure.DIFFERENCES)
        self.save_button = save_button(desk, self.table, self.plain_rows, counts)
        top = line(self.period, label(hint, tokens.SUB, tone="text2", wrap=True), self.save_button)
        top.setStretch(1, 1)
        self.body.addLayout(top)
        below = Card()
        self.save_evidence = save_button(desk, self.evidence, self.plain_evidence)
        why = line(self.why, self.save_evidence)
        why.setStretch(0, 1)
        below.body.addWidget(self.figures)
        below.body.addWidget(self.patterns)
        below.body.addLayout(why)
        below.body.addWidget(self.evidence, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        self.body.addWidget(split, 1)
        self._name_chips(None)
        self.table.current_changed.connect(lambda _key: self._turn())
        self.figures.chosen.connect(self._choose)
        self.patterns.chosen.connect(self._choose)
        self.evidence.opened.connect(self._open)

    def read(self) -> None:
        """The figures of the period."""
        self.desk.report(list_cashiers, self._have, since=self.period.since(), until=self.period.until())

    def _have(self, found: list[CashierRow]) -> None:
        kept = self.table.current()
        self._rows = {str(row.user_id): row for row in found}
        self.table.set_rows([self._row(row) for row in found])
        if kept in self._rows:
            self.table.select(kept)
        self._turn()

    def _row(self, row: CashierRow) -> TableRow:
        cells = [row.name]
        for figure in COUNTED:
            found = row.figures[figure]
            money = self.desk.formats.money(found.amount_minor) if found.amount_minor else ""
            text = str(found.count) if found.count else "–"
            cells.append(money if figure is Figure.DIFFERENCES and money else text)
        patterns = len(row.unusual.intersection(PATTERNS))
        cells.append(str(patterns) if patterns else "–")
        tones = {"patterns" if f in PATTERNS else f.value: "danger" for f in row.unusual}
        return TableRow(str(row.user_id), tuple(cells), tones)

    def _turn(self) -> None:
        """Another cashier: mark what stands out with him, and look at the chosen figure."""
        self._name_chips(self._rows.get(self.table.current()))
        self._look()

    def _name_chips(self, row: CashierRow | None) -> None:
        marked = row.unusual if row else frozenset()
        for bar, figures in zip((self.figures, self.patterns), _ROWS, strict=True):
            bar.set_chips([(f.value, (_MARK if f in marked else "") + self._words[f]) for f in figures])
        self._put_down()

    def _put_down(self) -> None:
        """The chosen chip is down, in one of the rows."""
        for bar in (self.figures, self.patterns):
            bar.select("")
            bar.select(self._figure.value)

    def _choose(self, key: str) -> None:
        self._figure = Figure(key)
        self._put_down()
        self._look()

    def _look(self) -> None:
        row = self._rows.get(self.table.current())
        if row is None:
            self._evidence = []
            self.evidence.set_rows([])
            self.why.setText("")
            return
        self.why.setText(why_words(self._figure, row.verdicts[self._figure], self.desk.formats))
        self.desk.report(
            list_evidence, self._show, user_id=row.user_id, figure=self._figure, since=self.period.since(),
            until=self.period.until(),
        )  # fmt: skip

    def _show(self, found: list[Evidence]) -> None:
        formats = self.desk.formats
        self._evidence = found
        self.evidence.set_rows(
            [
                TableRow(
                    str(place),
                    (
                        formats.date_time(x.at), x.what,
                        formats.money(x.amount_minor) if x.amount_minor else "", x.reason, x.approver,
                    ),
                )
                for place, x in enumerate(found)
            ]
        )  # fmt: skip

    def _open(self, key: str) -> None:
        """The receipt itself."""
        found = self._evidence[int(key)]
        if found.sale_id is not None:
            self.desk.go_to.emit("sales", found.what)

    def plain_rows(self) -> list[list[Cell]]:
        """The cashiers as they are exported: counts, and the amount of the differences."""
        return [
            [row.name, *(_plain(f, row) for f in COUNTED), len(row.unusual.intersection(PATTERNS))]
            for row in self._rows.values()
        ]

    def plain_evidence(self) -> list[list[Cell]]:
        """What is behind the figure, as it is exported."""
        return [[x.at, x.what, x.amount_minor or None, x.reason, x.approver] for x in self._evidence]


def _column(figure: Figure, head: str) -> Column:
    """Sales give way to the names where it is narrow: the sentence below has them."""
    least = _WIDE if figure is Figure.SALES else 0
    return Column(figure.value, head, 76 if figure in _NARROW else 95, figure=True, least=least)


def _plain(figure: Figure, row: CashierRow) -> int:
    found = row.figures[figure]
    return found.amount_minor if figure is Figure.DIFFERENCES else found.count
