"""The differences of a count: what was expected, what was found, what it is worth; then it is posted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.fulfilment.count_queries import CountRow, ReviewRow, get_count, review_count
from app.inventory.counts import Count, post_count, recount_product, set_count_status
from app.inventory.rules import value_of
from app.inventory.states import CountStatus
from app.kernel.permission import Permission
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Tick
from ui.widgets.sound import DONE, Sound
from ui.widgets.text import label, line

DIFFERENT: Final = "different"
UNCOUNTED: Final = "uncounted"
ALL: Final = "all"


class ReviewPanel(DocumentPanel):
    """One count, before and after it is posted.

    Signals:
        counting(object): back to counting; the id of the count.
        ended(): posted, or thrown away.
    """

    counting = Signal(object)
    ended = Signal()

    def __init__(self, desk: OfficeDesk, sound: Sound, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("Stock count"))
        self.sound = sound
        self.shown: CountRow | None = None
        self.rows: list[ReviewRow] = []
        self._with_cost = desk.may(Permission.VIEW_COST)
        tr = self.tr
        cost = [Column("value", tr("Worth"), 120, figure=True, least=700)] if self._with_cost else []
        self.chips = ChipBar(tr("Products"))
        self.table = DataTable(
            tr("Differences"),
            [
                Column("bin", tr("Bin"), 112, least=800), Column("item", tr("Item")),
                Column("expected", tr("Expected"), 115, figure=True),
                Column("counted", tr("Counted"), 115, figure=True),
                Column("by", tr("Counters"), 95, figure=True, least=900),
                Column("difference", tr("Difference"), 120, figure=True), *cost,
            ],
        )  # fmt: skip
        self.total = label("", tokens.KEY, 700)
        self.zero = Tick(tr("What was not counted is not there"))
        self.recount_button = Button(tr("Count this again"), icon="refresh")
        self.more_button = Button(tr("Count on"), icon="undo")
        self.away_button = Button(tr("Throw the count away"), "danger_soft")
        self.post_button = Button(tr("Post"), "primary", icon="task_alt", hint="F10")
        self._lay_out()
        self.chips.chosen.connect(lambda _key: self._show())
        self.recount_button.clicked.connect(self.recount)
        self.more_button.clicked.connect(self.count_on)
        self.away_button.clicked.connect(self._ask_away)
        self.post_button.clicked.connect(self.post)
        self.table.current_changed.connect(lambda key: self.recount_button.setEnabled(bool(key)))

    def _lay_out(self) -> None:
        self.page.addWidget(self.chips)
        self.page.addWidget(self.table, 1)
        row = line(self.total, self.zero, gap=12)
        row.setStretch(0, 1)
        self.page.addLayout(row)
        self.content.addLayout(
            line(
                self.away_button, None, self.recount_button, self.more_button, self.post_button, gap=8
            )
        )  # fmt: skip
        self.first = self.table

    def load(self, count_id: int) -> None:
        """Read the count, then its differences."""
        self.ask(get_count, self._have_count, count_id=count_id)

    def _have_count(self, found: CountRow) -> None:
        self.shown = found
        self.set_title(f"{found.number} · {found.place}")
        in_review = found.status is CountStatus.REVIEW
        for part in (self.recount_button, self.more_button, self.away_button, self.zero):
            part.setVisible(in_review)
        self.post_button.setVisible(in_review and self.desk.may(Permission.ADJUST_STOCK))
        self.ask(review_count, self._have_rows, count_id=found.id)

    def _have_rows(self, rows: list[ReviewRow]) -> None:
        self.rows = rows
        different = sum(1 for x in rows if x.variance.difference_milli)
        missing = sum(1 for x in rows if x.variance.counted_milli is None)
        number = self.desk.formats.number
        self.chips.set_chips(
            [
                (DIFFERENT, f"{self.tr('Differences')} {number(different)}"),
                (UNCOUNTED, f"{self.tr('Not counted')} {number(missing)}"),
                (ALL, f"{self.tr('All')} {number(len(rows))}"),
            ],
            self.chips.selected() or (DIFFERENT if different or not missing else UNCOUNTED),
        )
        self._show()

    def _show(self) -> None:
        chosen = self.chips.selected()
        shown = [
            x
            for x in self.rows
            if chosen == ALL
            or (chosen == DIFFERENT and x.variance.difference_milli)
            or (chosen == UNCOUNTED and x.variance.counted_milli is None)
        ]
        self.table.set_rows([self._row(x) for x in shown])
        self.recount_button.setEnabled(bool(shown))
        worth = sum(self._worth(x) for x in self.rows)
        if self._with_cost:
            self.total.setText(
                self.tr("Difference in all: {amount}").format(amount=self.desk.formats.signed_money(worth))
            )

    def _worth(self, x: ReviewRow) -> int:
        return value_of(x.variance.difference_milli, x.variance.unit_cost_micro)

    def _row(self, x: ReviewRow) -> TableRow:
        formats, v = self.desk.formats, x.variance
        counted = "-" if v.counted_milli is None else formats.quantity(v.counted_milli, x.unit)
        cost = [formats.signed_money(self._worth(x))] if self._with_cost else []
        difference = formats.signed_quantity(v.difference_milli, x.unit)
        cells = (
            x.bin, x.name, formats.quantity(v.expected_milli, x.unit), counted, formats.number(v.counters),
            difference, *cost,
        )  # fmt: skip
        tone = "danger" if v.difference_milli < 0 else "warn" if v.difference_milli else "ok"
        return TableRow(str(v.product_id), cells, {"difference": tone})

    # --- steps ---

    def recount(self) -> None:
        """What was counted of the current product is thrown away; it is counted once more."""
        if self.shown is not None and self.table.current():
            count_id = self.shown.id
            self.run(
                recount_product, lambda _none: self.counting.emit(count_id), count_id=count_id,
                product_id=int(self.table.current()),
            )  # fmt: skip

    def count_on(self) -> None:
        """Back to counting."""
        if self.shown is not None:
            count_id = self.shown.id
            self.run(
                set_count_status, lambda _none: self.counting.emit(count_id), count_id=count_id,
                status=CountStatus.COUNTING,
            )  # fmt: skip

    def post(self) -> None:
        """Book the differences."""
        if self.shown is not None:
            self.run(
                post_count, self._posted, count_id=self.shown.id, uncounted_is_zero=self.zero.isChecked()
            )  # fmt: skip

    def _posted(self, count: Count) -> None:
        self.sound.play(DONE)
        self.desk.say(self.tr("{number} is posted.").format(number=count.number))
        self.ended.emit()

    def _ask_away(self) -> None:
        shown = self.shown
        if shown is not None:
            self.asking.ask(
                self.tr("Throw the count away? Nothing is booked."), self.tr("Throw the count away"),
                lambda _text: self.run(
                    set_count_status, lambda _none: self.ended.emit(), count_id=shown.id,
                    status=CountStatus.CANCELLED,
                ),
                text=None,
            )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F10 posts."""
        if event.key() == Qt.Key.Key_F10 and self.post_button.isVisible():
            self.post()
        else:
            super().keyPressEvent(event)
